#include "desk_test.h"
#include "support/test_main.h"

#include <client/assistant.h>
#include <protocol/json.h>

#include <random>

using namespace relevo;
using namespace relevo::client;
using std::chrono::seconds;

/// What an agent writes: drafts over a crash, and messages that can be taken back for a moment.
class tst_DeskWriting final : public DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void draftsAreOnDiskWhenTheProgramIsKilled();
    void draftsComeBackWithTheReplica();
    void whatIsSentIsNoDraftAnyMore();
    void anErasedContactHasNoDraft();
    void aRefusedTextIsADraftAtOnce();
    void aMessageCanBeTakenBack();
    void whatHasGoneIsNotTakenBack();
    void goingOnLetsTheOneBeforeGo();
    void aRestartLetsItGo();
    void everyKeptMessageGoesOnceAndInOrder_data();
    void everyKeptMessageGoesOnceAndInOrder();
    void theAssistantIsAsked();
    void aLongConversationOpensAtItsEnd();

private:
    using Drafts = QList<Draft>;

    /// What a program that is started after a crash of this one would find.
    [[nodiscard]] std::vector<Draft> afterACrash() const
    {
        const QTemporaryDir grave;
        const QString from = mirrorPath(m_directory->path(), profile());
        const QString to = grave.filePath(QStringLiteral("mirror.db"));
        for (const char* part : {"", "-wal"})
            QFile::copy(from + QLatin1String(part), to + QLatin1String(part));
        auto mirror = Mirror::open(to);
        return mirror ? (*mirror)->drafts().value_or(std::vector<Draft>{}) : std::vector<Draft>{};
    }
    /// Everything asked of the desk so far has been done, and what the relay said of it has come.
    void sync()
    {
        bool done = false;
        m_desk->ask("ping", protocol::Json::object(),
                    [&done](const Result<protocol::Json>&) { done = true; });
        QTRY_VERIFY(done);
    }
    [[nodiscard]] QStringList sentIn(const domain::ConversationId& id) const
    {
        QStringList texts;
        for (const domain::Message& message : m_world->messages(id)) {
            if (message.author == domain::Author::Agent)
                texts.push_back(message.content);
        }
        return texts;
    }
    void letTimePass(milliseconds span)
    {
        sync(); // what is to be kept back counts from before
        m_clock.advance(span);
        // Any wish makes the outbox look at the clock; its own timer goes by the real one.
        m_desk->setAvailability(domain::Availability::Available);
        sync();
    }
};

void tst_DeskWriting::draftsAreOnDiskWhenTheProgramIsKilled()
{
    const domain::ConversationId id = held();
    signIn();
    // Faster than it is written down: the newest counts, and none is written by itself.
    QString text;
    for (int key = 0; key < 200; ++key) {
        text.append(QChar(u'a' + key % 26));
        m_desk->keepDraft({id, text, QStringLiteral("for Luis"), false, 7});
    }
    QTRY_COMPARE(afterACrash().size(), 1U);
    QTRY_COMPARE(afterACrash().front(), (Draft{id, text, QStringLiteral("for Luis"), false, 7}));
}

void tst_DeskWriting::draftsComeBackWithTheReplica()
{
    const domain::ConversationId first = held();
    const domain::ConversationId second = held(QStringLiteral("Bo"));
    signIn();
    const Draft message{first, QStringLiteral("línea\n\U0001F331"), {}, false, 4};
    const Draft note{second, {}, QStringLiteral("call back"), true, 0};
    m_desk->keepDraft(message);
    m_desk->keepDraft(note);
    restartDesk();
    QSignalSpy read(m_desk.get(), &Desk::draftsRead);
    signIn();
    QCOMPARE(read.size(), 1);
    const auto drafts = read[0][0].value<Drafts>();
    QCOMPARE(drafts.size(), 2);
    QVERIFY(drafts.contains(message) && drafts.contains(note));
    // Nor does signing out and in again lose them.
    m_desk->keepDraft({second, {}, QStringLiteral("call back at five"), true, 0});
    m_desk->signOut();
    m_secrets->write(secretKey(profile()), m_relay->token, this, [](const Result<void>&) {});
    signIn();
    QCOMPARE(read.size(), 2);
    QVERIFY(
        read[1][0].value<Drafts>().contains(Draft{second, {}, QStringLiteral("call back at five"), true, 0}));
}

void tst_DeskWriting::whatIsSentIsNoDraftAnyMore()
{
    const domain::ConversationId id = held();
    signIn();
    m_desk->keepDraft({id, QStringLiteral("Hello"), {}, false, 4});
    QTRY_COMPARE(afterACrash().size(), 1U);
    m_desk->send(id, QStringLiteral("Hello"), seconds(5));
    m_desk->keepDraft({id, {}, {}, false, 0});
    sync();
    QVERIFY(afterACrash().empty()); // without waiting for the next round of writing
}

void tst_DeskWriting::anErasedContactHasNoDraft()
{
    const domain::ConversationId id = held();
    signIn();
    QSignalSpy erased(m_desk.get(), &Desk::contactErased);
    m_desk->keepDraft({id, QStringLiteral("Dear Ada"), {}, false, 4});
    QTRY_COMPARE(afterACrash().size(), 1U);
    m_desk->keepDraft({id, QStringLiteral("Dear Ada, I"), {}, false, 4});
    QVERIFY(m_world->run(id, domain::EraseContact{m_world->conversation(id)->conversation.contact.id}));
    m_relay->publish();
    QTRY_COMPARE(erased.size(), 1);
    QCOMPARE(erased[0][0].value<domain::ConversationId>(), id);
    QVERIFY(afterACrash().empty());
    m_desk->keepDraft({id, QStringLiteral("Dear Ada, I am"), {}, false, 4}); // was on its way
    restartDesk();
    QSignalSpy read(m_desk.get(), &Desk::draftsRead);
    signIn();
    QCOMPARE(read[0][0].value<Drafts>().size(), 0);
}

void tst_DeskWriting::aRefusedTextIsADraftAtOnce()
{
    const domain::ConversationId id = held();
    signIn();
    m_desk->keepDraft({id, QStringLiteral("being typed"), {}, false, 4});
    m_relay->failWith = Error{ErrorCode::StaleControl, QStringLiteral("no"), {}, {}};
    QSignalSpy returned(m_desk.get(), &Desk::draftReturned);
    m_desk->send(id, QStringLiteral("refused"));
    QTRY_COMPARE(returned.size(), 1);
    const std::vector<Draft> drafts = afterACrash();
    QCOMPARE(drafts.size(), 1U);
    QCOMPARE(drafts.front().message, QStringLiteral("refused\nbeing typed"));
}

void tst_DeskWriting::aMessageCanBeTakenBack()
{
    const domain::ConversationId id = held();
    signIn();
    Transcript* transcript = m_desk->openConversation(id);
    QSignalSpy returned(m_desk.get(), &Desk::draftReturned);
    QSignalSpy heldWish(m_desk.get(), &Desk::wishHeld);
    m_desk->send(id, QStringLiteral("Helo"), seconds(5));
    QTRY_COMPARE(transcript->waiting().size(), 1U);
    const std::optional<Timestamp> until = transcript->heldUntil(transcript->waiting().front().clientId);
    QVERIFY(until && *until - m_clock.now() == seconds(5));
    m_desk->takeBackMessage(id);
    QTRY_COMPARE(returned.size(), 1);
    QCOMPARE(returned[0][1].toString(), QStringLiteral("Helo"));
    QVERIFY(returned[0][2].toString().isEmpty());
    QTRY_VERIFY(transcript->waiting().empty());
    QCOMPARE(afterACrash().front().message, QStringLiteral("Helo"));
    letTimePass(seconds(10));
    QVERIFY(sentIn(id).isEmpty());
    QVERIFY(heldWish.isEmpty()); // the bubble says it; nothing else has to
}

void tst_DeskWriting::whatHasGoneIsNotTakenBack()
{
    const domain::ConversationId id = held();
    signIn();
    m_relay->holdAnswers = true; // it is at the relay, and nobody knows
    QSignalSpy returned(m_desk.get(), &Desk::draftReturned);
    m_desk->send(id, QStringLiteral("Hello"), seconds(5));
    letTimePass(seconds(5));
    m_desk->takeBackMessage(id);
    sync();
    m_relay->holdAnswers = false;
    m_relay->answerHeld();
    QTRY_COMPARE(sentIn(id), QStringList{QStringLiteral("Hello")});
    QVERIFY(returned.isEmpty());
}

void tst_DeskWriting::goingOnLetsTheOneBeforeGo()
{
    const domain::ConversationId id = held();
    signIn();
    QSignalSpy returned(m_desk.get(), &Desk::draftReturned);
    m_desk->send(id, QStringLiteral("one"), seconds(5));
    sync();
    QVERIFY(sentIn(id).isEmpty());
    m_desk->send(id, QStringLiteral("two"), seconds(5));
    QTRY_COMPARE(sentIn(id), QStringList{QStringLiteral("one")});
    m_desk->takeBackMessage(id);
    QTRY_COMPARE(returned.size(), 1);
    QCOMPARE(returned[0][1].toString(), QStringLiteral("two"));
    m_desk->takeBackMessage(id); // the first one is the customer's now
    letTimePass(seconds(10));
    QCOMPARE(returned.size(), 1);
    QCOMPARE(sentIn(id), QStringList{QStringLiteral("one")});
}

void tst_DeskWriting::aRestartLetsItGo()
{
    const domain::ConversationId id = held();
    signIn();
    m_desk->send(id, QStringLiteral("one"), seconds(5));
    m_desk->send(id, QStringLiteral("two"), seconds(5));
    sync();
    restartDesk();
    m_clock.advance(seconds(5));
    signIn();
    QTRY_COMPARE(sentIn(id), (QStringList{QStringLiteral("one"), QStringLiteral("two")}));
}

void tst_DeskWriting::everyKeptMessageGoesOnceAndInOrder_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 8; ++seed)
        QTest::addRow("%u", seed) << seed;
}

void tst_DeskWriting::everyKeptMessageGoesOnceAndInOrder()
{
    QFETCH(quint32, seed);
    std::mt19937 random(seed);
    const domain::ConversationId id = held();
    signIn();
    QStringList kept;
    const auto undo = [&] {
        QSignalSpy returned(m_desk.get(), &Desk::draftReturned);
        m_desk->takeBackMessage(id);
        sync();
        for (const auto& one : returned) {
            QCOMPARE(one[1].toString(), kept.isEmpty() ? QString() : kept.last());
            kept.removeLast();
        }
    };
    for (int step = 0; step < 40; ++step) {
        switch (random() % 8) {
        case 0:
        case 1:
        case 2:
            kept.push_back(QStringLiteral("message %1").arg(step));
            m_desk->send(id, kept.last(), seconds(random() % 3 == 0 ? 0 : 5));
            break;
        case 3:
        case 4:
            undo();
            break;
        case 5:
            letTimePass(milliseconds(random() % 7'000));
            break;
        case 6:
            m_relay->loseAnswers = 1;
            break;
        case 7:
            restartDesk();
            signIn();
            break;
        }
    }
    m_relay->loseAnswers = 0;
    QTRY_COMPARE(m_desk->link().state, LinkState::Online);
    letTimePass(seconds(20));
    QTRY_COMPARE(sentIn(id), kept);
    sync();
    QCOMPARE(sentIn(id), kept);
}

void tst_DeskWriting::theAssistantIsAsked()
{
    const domain::ConversationId id = held();
    signIn();
    const domain::HandoffId handoff = m_desk->live().row(id)->handoffId;
    Assistant assistant(*m_desk);
    m_relay->says.emplace("assist.suggest",
                          protocol::Json{{"suggestions", {"One.", "", 7, "Two."}}, {"engine", "offline"}});
    m_relay->says.emplace("assist.rewrite", protocol::Json{{"text", "Hi!"}, {"engine", "llama"}});
    std::optional<Result<Suggestions>> suggested;
    assistant.suggestReplies(handoff, this, [&suggested](const auto& answer) { suggested = answer; });
    QTRY_VERIFY(suggested);
    QCOMPARE((*suggested)->texts, (QStringList{QStringLiteral("One."), QStringLiteral("Two.")}));
    std::optional<Result<Reworded>> reworded;
    assistant.reword(QStringLiteral("Greetings"), Rewording::Translation, QStringLiteral("es"), handoff, this,
                     [&reworded](const auto& answer) { reworded = answer; });
    QTRY_VERIFY(reworded);
    QCOMPARE((*reworded)->text, QStringLiteral("Hi!"));
    QCOMPARE((*reworded)->engine, QStringLiteral("llama"));
    QCOMPARE(m_relay->calls.back().second.at("style"), "translate");
    QCOMPARE(m_relay->calls.back().second.at("language"), "es");
    // Without a connection the answer is that there is none.
    m_relay->goAway();
    QTRY_VERIFY(m_desk->link().state != LinkState::Online);
    std::optional<Result<void>> refreshed;
    assistant.refreshSummary(handoff, this, [&refreshed](const auto& answer) { refreshed = answer; });
    QTRY_VERIFY(refreshed);
    QCOMPARE(refreshed->error().code, ErrorCode::Unavailable);
}

void tst_DeskWriting::aLongConversationOpensAtItsEnd()
{
    signIn();
    const domain::ConversationId id = held();
    for (int i = 0; i < 5'000; ++i)
        m_world->write(id, QStringLiteral("Message %1, and a few words more").arg(i));
    m_relay->publish();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->live().seq(), m_world->seq(), 60'000);
    QElapsedTimer timer;
    timer.start();
    const Transcript* transcript = m_desk->openConversation(id);
    QTRY_VERIFY(transcript->isLoaded());
    qInfo("a conversation of 5,000 messages: opened in %lld ms", static_cast<long long>(timer.elapsed()));
    QCOMPARE(transcript->messages().size(), 50U);
    QVERIFY(transcript->messages().back().content.contains(QStringLiteral("4999")));
    QVERIFY(transcript->hasOlder());
}

RELEVO_TEST(tst_DeskWriting)
#include "tst_desk_writing.moc"
