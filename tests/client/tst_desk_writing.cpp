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
    void whatOthersSaidStopsWhatWaited_data();
    void whatOthersSaidStopsWhatWaited();
    void whatOthersSaidStopsWhatCouldBeTakenBack();
    void ownWordsStopNothing();
    void whatWasToFollowAStoppedMessageIsNotDone();
    void aMessageWhoseAnswerWasLostIsNotStopped();
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
    /// The newest message there.
    [[nodiscard]] qint64 newestIn(const domain::ConversationId& id) const
    {
        return m_world->messages(id).back().seq;
    }
    void cutOff()
    {
        m_relay->goAway();
        QTRY_VERIFY(m_desk->link().state != LinkState::Online);
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

void tst_DeskWriting::whatOthersSaidStopsWhatWaited_data()
{
    QTest::addColumn<bool>("restart");
    QTest::newRow("the program goes on") << false;
    QTest::newRow("the program is started again") << true;
}

void tst_DeskWriting::whatOthersSaidStopsWhatWaited()
{
    QFETCH(bool, restart);
    const domain::ConversationId id = held();
    signIn();
    const qint64 seen = newestIn(id);
    cutOff();
    m_desk->send(id, QStringLiteral("We will refund you tomorrow."), {}, {}, seen);
    m_desk->send(id, QStringLiteral("Is that all right?"), {}, {}, seen);
    sync();
    m_world->write(id, QStringLiteral("STOP, I found the parcel"));
    if (restart)
        restartDesk();
    QSignalSpy returned(m_desk.get(), &Desk::draftReturned);
    QSignalSpy failed(m_desk.get(), &Desk::commandFailed);
    m_relay->listenAgain();
    if (restart)
        signIn();
    QTRY_COMPARE(returned.size(), 2);
    QCOMPARE(returned[0][1].toString(), QStringLiteral("We will refund you tomorrow."));
    QCOMPARE(returned[1][1].toString(), QStringLiteral("Is that all right?"));
    QCOMPARE(returned[0][3].toLongLong(), seen);
    QVERIFY(wasOvertaken(failed[0][2].value<Error>()));
    QVERIFY(sentIn(id).isEmpty());
    const std::vector<Draft> drafts = afterACrash();
    QCOMPARE(drafts.size(), 1U);
    QVERIFY(drafts[0].message.contains(QStringLiteral("refund")));
    QVERIFY(drafts[0].message.contains(QStringLiteral("all right")));
    QCOMPARE(drafts[0].basedOnSeq, seen);
    // All the same: it answers to what was shown.
    m_desk->send(id, QStringLiteral("We will refund you tomorrow."), {}, {}, newestIn(id));
    QTRY_COMPARE(sentIn(id), QStringList{QStringLiteral("We will refund you tomorrow.")});
    sync();
    QCOMPARE(returned.size(), 2);
}

void tst_DeskWriting::whatOthersSaidStopsWhatCouldBeTakenBack()
{
    const domain::ConversationId id = held();
    signIn();
    const qint64 seen = newestIn(id);
    QSignalSpy returned(m_desk.get(), &Desk::draftReturned);
    m_desk->send(id, QStringLiteral("It comes tomorrow"), seconds(5), {}, seen);
    sync();
    m_world->write(id, QStringLiteral("I have bought another one"));
    m_relay->publish();
    letTimePass(seconds(5));
    QTRY_COMPARE(returned.size(), 1);
    QCOMPARE(returned[0][3].toLongLong(), seen);
    QVERIFY(sentIn(id).isEmpty());
    // One that is taken back knows what it answered to, too.
    m_desk->send(id, QStringLiteral("Fine"), seconds(5), {}, newestIn(id));
    m_desk->takeBackMessage(id);
    QTRY_COMPARE(returned.size(), 2);
    QCOMPARE(returned[1][3].toLongLong(), newestIn(id));
    QCOMPARE(afterACrash().front().basedOnSeq, seen); // the older of the two that are one draft now
}

void tst_DeskWriting::ownWordsStopNothing()
{
    const domain::ConversationId id = held();
    signIn();
    const qint64 seen = newestIn(id);
    cutOff();
    const QStringList texts{QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")};
    for (const QString& text : texts) {
        m_desk->send(id, text, {}, {}, seen);
        m_desk->note(id, QStringLiteral("for Luis"));
    }
    sync();
    QVERIFY(m_world->reply(id, 0, QStringLiteral("from my other desk")));
    QSignalSpy returned(m_desk.get(), &Desk::draftReturned);
    m_relay->listenAgain();
    QTRY_VERIFY(sentIn(id).contains(QStringLiteral("three")));
    QVERIFY(returned.isEmpty());
    for (const QString& text : texts)
        QCOMPARE(sentIn(id).count(text), 1);
}

void tst_DeskWriting::whatWasToFollowAStoppedMessageIsNotDone()
{
    const domain::ConversationId id = held();
    signIn();
    cutOff();
    m_desk->send(id, QStringLiteral("Goodbye"), {}, {}, newestIn(id));
    m_desk->resolve(m_desk->live().row(id)->handoffId, Resolution{QStringLiteral("all well"), {}});
    sync();
    m_world->write(id, QStringLiteral("Wait, it is broken"));
    QSignalSpy failed(m_desk.get(), &Desk::commandFailed);
    QSignalSpy words(m_desk.get(), &Desk::noteReturned);
    QSignalSpy returned(m_desk.get(), &Desk::draftReturned);
    m_relay->listenAgain();
    QTRY_COMPARE(returned.size(), 1);
    QCOMPARE(failed.size(), 2);
    QCOMPARE(words.size(), 1);
    QTRY_COMPARE(m_desk->link().state, LinkState::Online);
    sync();
    QVERIFY(m_world->conversation(id)->control.holder == domain::Holder::Agent);
    QTRY_VERIFY(m_desk->live().row(id) && !m_desk->live().row(id)->resolving);
}

void tst_DeskWriting::aMessageWhoseAnswerWasLostIsNotStopped()
{
    const domain::ConversationId id = held();
    signIn();
    QSignalSpy returned(m_desk.get(), &Desk::draftReturned);
    m_relay->loseAnswers = 1;
    m_desk->send(id, QStringLiteral("Hello"), {}, {}, newestIn(id));
    QTRY_COMPARE(sentIn(id).size(), 1);
    m_world->write(id, QStringLiteral("Hello to you"));
    m_relay->publish();
    QTRY_COMPARE(m_desk->link().state, LinkState::Online);
    sync();
    QTRY_COMPARE(m_desk->live().row(id)->unsent, 0);
    QVERIFY(returned.isEmpty());
    QCOMPARE(sentIn(id).size(), 1);
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
