#include "fake_relay.h"

#include <client/desk.h>
#include <client/mirror.h>

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

#include <atomic>

using namespace relevo;
using namespace relevo::client;

namespace {

/// Hands can push it while the mirror thread reads it.
class SharedClock final : public Clock
{
public:
    [[nodiscard]] Timestamp now() const override { return Timestamp(monotonic()); }
    [[nodiscard]] milliseconds monotonic() const override { return milliseconds(m_millis.load()); }
    void advance(milliseconds by) { m_millis += by.count(); }

private:
    std::atomic<qint64> m_millis{1'773'478'800'000};
};

} // namespace

/// A whole desk, threads and disk and sockets, against a fake relay.
class tst_Desk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsWhatTheRelayHas();
    void followsEvents();
    void restartShowsTheLastKnownQueue();
    void withoutATokenAsksToSignIn();
    void aRefusedTokenIsForgotten();
    void claimsOnceAndTells();
    void aLostClaimSaysWhoWon();
    void aClaimOffLineIsNotKept();
    void sendsAndShowsOneBubble();
    void aLostAnswerMakesNoSecondMessage();
    void whatWaitsSurvivesARestart();
    void ordersStay();
    void staleControlGivesTheTextBack();
    void tooLongATextComesBack();
    void resolves();
    void tellsOfNewHandoffs();
    void tellsOnceOfThoseMissed();
    void readsOlderPagesFromDiskAndRelay();
    void countsUnreadUntilRead();
    void passesTypingOn();
    void rebuildsADamagedReplica();
    void cutsDoNoHarm();

private:
    void makeDesk();
    void signIn();
    void restartDesk();
    [[nodiscard]] Profile profile() const;
    [[nodiscard]] domain::ConversationId held(const QString& name = QStringLiteral("Ada"));
    void hashesMatch();

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<test::World> m_world;
    std::unique_ptr<test::FakeRelay> m_relay;
    SharedClock m_clock;
    std::unique_ptr<UuidV7Source> m_ids;
    std::unique_ptr<SessionSecrets> m_secrets;
    std::unique_ptr<Desk> m_desk;
};

void tst_Desk::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_world = std::make_unique<test::World>(1);
    m_relay = std::make_unique<test::FakeRelay>(*m_world);
    m_ids = std::make_unique<UuidV7Source>(m_clock);
    m_secrets = std::make_unique<SessionSecrets>();
    // As if somebody had signed in before: login over HTTP has its own test.
    QVERIFY(saveProfile(m_directory->path(), profile()));
    m_secrets->write(secretKey(profile()), m_relay->token, this, [](const Result<void>&) {});
    makeDesk();
}

void tst_Desk::cleanup()
{
    m_desk.reset();
    m_relay.reset();
}

Profile tst_Desk::profile() const
{
    Profile profile;
    profile.relay = m_relay->url();
    profile.email = QStringLiteral("agent0@example.com");
    profile.agent = m_world->agent(0);
    return profile;
}

void tst_Desk::makeDesk()
{
    LinkTimes times;
    times.retry.first = milliseconds(1);
    times.retry.longest = milliseconds(2);
    m_desk = std::make_unique<Desk>(DeskOptions{m_directory->path(),
                                                1 << 30,
                                                milliseconds(1),
                                                {},
                                                times,
                                                m_clock,
                                                *m_ids,
                                                [] {
                                                    return 0.0;
                                                }},
                                    *m_secrets);
    // The retries' clock runs by itself as long as there is somebody to wait.
    connect(m_desk.get(), &Desk::linkStateChanged, this, [this](const LinkInfo& info) {
        if (info.state == LinkState::WaitingToRetry)
            m_clock.advance(info.retryIn);
    });
}

void tst_Desk::signIn()
{
    m_desk->resume(QStringLiteral("default"));
    QTRY_COMPARE(m_desk->link().state, LinkState::Online);
    QTRY_COMPARE(m_desk->live().seq(), m_world->seq());
}

void tst_Desk::restartDesk()
{
    m_desk.reset();
    makeDesk();
}

domain::ConversationId tst_Desk::held(const QString& name)
{
    const domain::ConversationId id = m_world->customer(name, QStringLiteral("Please help"), true);
    if (!m_world->claim(id, 0))
        qFatal("cannot claim");
    m_relay->publish();
    return id;
}

void tst_Desk::hashesMatch()
{
    QTRY_COMPARE(m_desk->live().seq(), m_world->seq());
    m_desk.reset();
    auto mirror = Mirror::open(mirrorPath(m_directory->path(), profile()));
    QVERIFY(mirror);
    QCOMPARE((*mirror)->stateHash().value(), domain::stateHash(m_world->live()));
}

void tst_Desk::showsWhatTheRelayHas()
{
    for (int i = 0; i < 200; ++i)
        m_world->step();
    QSignalSpy shown(m_desk.get(), &Desk::firstRowsShown);
    QSignalSpy in(m_desk.get(), &Desk::signedIn);
    signIn();
    QCOMPARE(in.size(), 1);
    QCOMPARE(shown.size(), 1);
    const LiveView& live = m_desk->live();
    QCOMPARE(live.rows().size(), static_cast<qsizetype>(m_world->live().conversations.size()));
    for (const auto& [id, state] : m_world->live().conversations) {
        QVERIFY(live.row(id));
        QCOMPARE(live.row(id)->lastSeq, state.lastMessage ? state.lastMessage->seq : 0);
    }
    QCOMPARE(live.agents().size(), m_world->live().agents.size());
    QCOMPARE(live.project().name, QStringLiteral("Garden shop"));
    QCOMPARE(live.me().name, QStringLiteral("Agent 0"));
    hashesMatch();
}

void tst_Desk::followsEvents()
{
    signIn();
    for (int i = 0; i < 300; ++i) {
        m_world->step();
        if (i % 7 == 0)
            m_relay->publish();
    }
    m_relay->publish();
    hashesMatch();
}

void tst_Desk::restartShowsTheLastKnownQueue()
{
    const domain::ConversationId id = m_world->customer(QStringLiteral("Ada"), QStringLiteral("Hello"), true);
    signIn();
    m_relay->goAway();
    restartDesk();
    m_desk->resume(QStringLiteral("default"));
    QTRY_VERIFY(m_desk->live().row(id));
    QVERIFY(isWaiting(*m_desk->live().row(id)));
    QVERIFY(m_desk->link().state != LinkState::Online);
    QCOMPARE(m_desk->live().me().name, QStringLiteral("Agent 0"));
    m_world->write(id, QStringLiteral("Anybody?"));
    m_relay->listenAgain();
    QTRY_COMPARE(m_desk->link().state, LinkState::Online);
    QTRY_COMPARE(m_desk->live().row(id)->lastLine, QStringLiteral("Anybody?"));
    QVERIFY(m_relay->lastModes.contains("resume"));
}

void tst_Desk::withoutATokenAsksToSignIn()
{
    QSignalSpy needed(m_desk.get(), &Desk::signInNeeded);
    m_desk->resume(QStringLiteral("nobody"));
    QTRY_COMPARE(needed.size(), 1);
    m_secrets->remove(secretKey(profile()), this, [](const Result<void>&) {});
    m_desk->resume(QStringLiteral("default"));
    QTRY_COMPARE(needed.size(), 2);
    QCOMPARE(m_desk->profile().email, QStringLiteral("agent0@example.com")); // fills the form
    QCOMPARE(m_desk->link().state, LinkState::SignedOut);
    QSignalSpy failed(m_desk.get(), &Desk::signInFailed);
    m_desk->signIn(QStringLiteral("not an address"), QStringLiteral("a"), QStringLiteral("b"));
    QTRY_COMPARE(failed.size(), 1);
    // A WebSocket server is no relay's HTTP door.
    m_desk->signIn(m_relay->url().toString(), QStringLiteral("a"), QStringLiteral("b"));
    QTRY_COMPARE(failed.size(), 2);
}

void tst_Desk::aRefusedTokenIsForgotten()
{
    m_relay->token = QStringLiteral("another");
    QSignalSpy needed(m_desk.get(), &Desk::signInNeeded);
    m_desk->resume(QStringLiteral("default"));
    QTRY_COMPARE(m_desk->link().state, LinkState::Refused);
    QTRY_COMPARE(needed.size(), 1);
    std::optional<Result<QString>> kept;
    m_secrets->read(secretKey(profile()), this, [&kept](const Result<QString>& token) { kept = token; });
    QTRY_VERIFY(kept);
    QVERIFY(!*kept);
}

void tst_Desk::claimsOnceAndTells()
{
    const domain::ConversationId id = m_world->customer(QStringLiteral("Ada"), QStringLiteral("Hello"), true);
    signIn();
    QSignalSpy claimed(m_desk.get(), &Desk::claimed);
    const domain::HandoffId handoff = m_desk->live().row(id)->handoffId;
    m_desk->claim(handoff);
    QTRY_COMPARE(claimed.size(), 1);
    QCOMPARE(claimed[0][0].value<domain::HandoffId>(), handoff);
    QCOMPARE(claimed[0][1].value<domain::ConversationId>(), id);
    QTRY_VERIFY(isHeldBy(*m_desk->live().row(id), m_desk->live().me().id));
}

void tst_Desk::aLostClaimSaysWhoWon()
{
    const domain::ConversationId id = m_world->customer(QStringLiteral("Ada"), QStringLiteral("Hello"), true);
    signIn();
    QVERIFY(m_world->claim(id, 1)); // not yet heard here
    QSignalSpy failed(m_desk.get(), &Desk::commandFailed);
    m_desk->claim(m_desk->live().row(id)->handoffId);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].value<Wish>(), Wish::Claim);
    QCOMPARE(failed[0][1].value<domain::ConversationId>(), id);
    const auto error = failed[0][2].value<Error>();
    QCOMPARE(error.code, ErrorCode::AlreadyClaimed);
    QCOMPARE(error.context.at(QStringLiteral("holderName")), QStringLiteral("Agent 1"));
    QTRY_COMPARE(m_desk->live().row(id)->assignedTo, QStringLiteral("Agent 1"));
}

void tst_Desk::aClaimOffLineIsNotKept()
{
    const domain::ConversationId id = m_world->customer(QStringLiteral("Ada"), QStringLiteral("Hello"), true);
    signIn();
    m_relay->goAway();
    QTRY_VERIFY(m_desk->link().state != LinkState::Online);
    QSignalSpy failed(m_desk.get(), &Desk::commandFailed);
    m_desk->claim(m_desk->live().row(id)->handoffId);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][2].value<Error>().code, ErrorCode::Unavailable);
    m_relay->listenAgain();
    QTRY_COMPARE(m_desk->link().state, LinkState::Online);
    QVERIFY(m_relay->calls.empty());
}

void tst_Desk::sendsAndShowsOneBubble()
{
    const domain::ConversationId id = held();
    signIn();
    Transcript* transcript = m_desk->openConversation(id);
    QTRY_VERIFY(transcript->isLoaded());
    const std::size_t before = transcript->messages().size();
    // However the answer and the event come, the text is there exactly once from the first moment on.
    int most = 0;
    int least = 2;
    const auto count = [&] {
        int shown = 0;
        for (const domain::Message& message : transcript->messages())
            shown += message.content == QLatin1String("Hi Ada");
        for (const domain::Message& message : transcript->waiting())
            shown += message.content == QLatin1String("Hi Ada");
        most = std::max(most, shown);
        if (most > 0)
            least = std::min(least, shown);
    };
    connect(transcript, &Transcript::changed, this, count);
    connect(transcript, &Transcript::stateChanged, this, count);
    m_desk->send(id, QStringLiteral("Hi Ada"));
    QTRY_COMPARE(transcript->messages().size(), before + 1);
    QTRY_VERIFY(transcript->waiting().empty());
    QCOMPARE(most, 1);
    QCOMPARE(least, 1);
    QCOMPARE(transcript->messages().back().content, QStringLiteral("Hi Ada"));
    QTRY_COMPARE(m_desk->live().row(id)->unsent, 0);
}

void tst_Desk::aLostAnswerMakesNoSecondMessage()
{
    const domain::ConversationId id = held();
    signIn();
    Transcript* transcript = m_desk->openConversation(id);
    QTRY_VERIFY(transcript->isLoaded());
    const std::size_t before = transcript->messages().size();
    m_relay->loseAnswers = 3;
    m_desk->send(id, QStringLiteral("Only once"));
    QTRY_COMPARE(m_desk->link().state, LinkState::Online);
    QTRY_COMPARE(transcript->messages().size(), before + 1);
    QTRY_VERIFY(transcript->waiting().empty());
    QTRY_COMPARE(m_desk->link().state, LinkState::Online);
    std::set<std::string> commandIds;
    for (const auto& [method, params] : m_relay->calls) {
        if (method == "message.send")
            commandIds.insert(params["commandId"].get<std::string>());
    }
    QCOMPARE(commandIds.size(), 1U);
    int sent = 0;
    for (const domain::Message& message : m_world->messages(id))
        sent += message.content == QLatin1String("Only once");
    QCOMPARE(sent, 1);
}

void tst_Desk::whatWaitsSurvivesARestart()
{
    const domain::ConversationId id = held();
    signIn();
    m_relay->goAway();
    QTRY_VERIFY(m_desk->link().state != LinkState::Online);
    Transcript* transcript = m_desk->openConversation(id);
    QTRY_VERIFY(transcript->isLoaded());
    m_desk->send(id, QStringLiteral("from the train"));
    QTRY_COMPARE(transcript->waiting().size(), 1U);
    QTRY_COMPARE(m_desk->live().row(id)->unsent, 1);
    restartDesk();
    m_desk->resume(QStringLiteral("default"));
    QTRY_VERIFY(m_desk->live().row(id));
    QCOMPARE(m_desk->live().row(id)->unsent, 1);
    transcript = m_desk->openConversation(id);
    QTRY_COMPARE(transcript->waiting().size(), 1U);
    QCOMPARE(transcript->waiting()[0].content, QStringLiteral("from the train"));
    m_relay->listenAgain();
    QTRY_VERIFY(transcript->waiting().empty());
    QTRY_COMPARE(transcript->messages().back().content, QStringLiteral("from the train"));
    QTRY_COMPARE(m_desk->live().row(id)->unsent, 0);
}

void tst_Desk::ordersStay()
{
    const domain::ConversationId one = held();
    const domain::ConversationId two = held(QStringLiteral("Bob"));
    signIn();
    m_relay->goAway();
    QTRY_VERIFY(m_desk->link().state != LinkState::Online);
    for (int i = 0; i < 30; ++i)
        m_desk->send(i % 2 ? one : two, QString::number(i));
    m_desk->resolve(m_desk->live().row(one)->handoffId, QStringLiteral("done"), false);
    QTRY_VERIFY(m_desk->live().row(one)->resolving);
    m_relay->loseAnswers = 5;
    m_relay->listenAgain();
    QTRY_VERIFY(!m_desk->live().row(one)); // resolved after the last message
    for (const domain::ConversationId& id : {one, two}) {
        QStringList sent;
        QTRY_VERIFY(!m_desk->live().row(id) || m_desk->live().row(id)->unsent == 0);
        for (const domain::Message& message : m_world->messages(id)) {
            if (message.author == domain::Author::Agent)
                sent.push_back(message.content);
        }
        QCOMPARE(sent.size(), 15);
        for (int i = 0; i < 15; ++i)
            QCOMPARE(sent[i].toInt(), 2 * i + (id == one ? 1 : 0));
    }
}

void tst_Desk::staleControlGivesTheTextBack()
{
    const domain::ConversationId id = held();
    signIn();
    Transcript* transcript = m_desk->openConversation(id);
    QTRY_VERIFY(transcript->isLoaded());
    domain::ResolveHandoff resolve;
    resolve.handoffId = m_world->conversation(id)->handoff->id;
    resolve.mayResolveOthers = true;
    resolve.handBackToBot = true;
    QVERIFY(m_world->run(id, resolve)); // a supervisor, and not yet heard here
    QSignalSpy returned(m_desk.get(), &Desk::draftReturned);
    QSignalSpy failed(m_desk.get(), &Desk::commandFailed);
    m_desk->send(id, QStringLiteral("too late"));
    QTRY_COMPARE(returned.size(), 1);
    QCOMPARE(returned[0][0].value<domain::ConversationId>(), id);
    QCOMPARE(returned[0][1].toString(), QStringLiteral("too late"));
    QVERIFY(!returned[0][2].toString().isEmpty());
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed[0][2].value<Error>().code, ErrorCode::StaleControl);
    QTRY_VERIFY(transcript->waiting().empty());
    m_relay->publish();
    hashesMatch();
}

void tst_Desk::tooLongATextComesBack()
{
    const domain::ConversationId id = held();
    signIn();
    QSignalSpy returned(m_desk.get(), &Desk::draftReturned);
    const QString text(40'000, QLatin1Char('a'));
    m_desk->send(id, text);
    QTRY_COMPARE(returned.size(), 1);
    QCOMPARE(returned[0][1].toString(), text);
    QVERIFY(m_relay->calls.empty());
}

void tst_Desk::resolves()
{
    const domain::ConversationId id = held();
    signIn();
    Transcript* transcript = m_desk->openConversation(id);
    QTRY_VERIFY(transcript->isLoaded());
    m_desk->resolve(m_desk->live().row(id)->handoffId, QStringLiteral("all well"), false);
    QTRY_VERIFY(!m_desk->live().row(id));
    QTRY_COMPARE(transcript->state()->conversation.status, domain::ConversationStatus::Closed);
    QCOMPARE(transcript->state()->handoff->resolutionNotes, QStringLiteral("all well"));
    // It can still be read, and the customer's next word opens it again.
    m_desk->closeConversation(id);
    transcript = m_desk->openConversation(id);
    QTRY_VERIFY(transcript->isLoaded());
    QCOMPARE(transcript->messages().size(), m_world->messages(id).size());
    m_world->write(id, QStringLiteral("one more thing"));
    m_relay->publish();
    QTRY_VERIFY(m_desk->live().row(id));
    QTRY_COMPARE(transcript->messages().back().content, QStringLiteral("one more thing"));
}

void tst_Desk::tellsOfNewHandoffs()
{
    signIn();
    QSignalSpy fresh(m_desk.get(), &Desk::newHandoff);
    QSignalSpy away(m_desk.get(), &Desk::handoffsWhileAway);
    const domain::ConversationId id = m_world->customer(QStringLiteral("Ada"), QStringLiteral("Hello"), true);
    m_relay->publish();
    QTRY_COMPARE(fresh.size(), 1);
    const auto news = fresh[0][0].value<HandoffNews>();
    QCOMPARE(news.conversation, id);
    QCOMPARE(news.contactName, QStringLiteral("Ada"));
    QCOMPARE(news.reason, QStringLiteral("asked for it"));
    m_world->write(id, QStringLiteral("still here"));
    m_relay->publish();
    QTRY_COMPARE(m_desk->live().seq(), m_world->seq());
    QCOMPARE(fresh.size(), 1);
    QCOMPARE(away.size(), 0);
}

void tst_Desk::tellsOnceOfThoseMissed()
{
    const auto seen = m_world->customer(QStringLiteral("Seen"), QStringLiteral("Hello"), true);
    signIn();
    QSignalSpy fresh(m_desk.get(), &Desk::newHandoff);
    QSignalSpy away(m_desk.get(), &Desk::handoffsWhileAway);
    for (const bool snapshot : {false, true}) {
        away.clear();
        m_relay->goAway();
        QTRY_VERIFY(m_desk->link().state != LinkState::Online);
        for (int i = 0; i < 3; ++i)
            (void)m_world->customer(QStringLiteral("Missed"), QStringLiteral("Hello"), true);
        const auto taken = m_world->customer(QStringLiteral("Taken"), QStringLiteral("Hello"), true);
        QVERIFY(m_world->claim(taken, 1));
        m_relay->resumeLimit = snapshot ? 0 : 100'000;
        m_relay->listenAgain();
        QTRY_COMPARE(m_desk->link().state, LinkState::Online);
        QTRY_COMPARE(away.size(), 1);
        QCOMPARE(away[0][0].toInt(), 3);
        QCOMPARE(away[0][1].value<HandoffNews>().contactName, QStringLiteral("Missed"));
    }
    QCOMPARE(fresh.size(), 0);
    QVERIFY(m_desk->live().row(seen));
}

void tst_Desk::readsOlderPagesFromDiskAndRelay()
{
    const domain::ConversationId id = held();
    for (int i = 0; i < 160; ++i)
        m_world->write(id, QStringLiteral("message %1").arg(i));
    signIn();
    Transcript* transcript = m_desk->openConversation(id);
    QTRY_VERIFY(transcript->isLoaded());
    QCOMPARE(transcript->messages().size(), 50U); // what the snapshot had
    for (int page = 0; transcript->hasOlder() && page < 20; ++page) {
        QSignalSpy done(transcript, &Transcript::loadingDone);
        m_desk->loadOlder(id);
        QTRY_VERIFY(!done.isEmpty());
    }
    QVERIFY(!transcript->hasOlder());
    QVERIFY(transcript->messages() == m_world->messages(id));
    // Now all of it is on disk.
    m_relay->goAway();
    restartDesk();
    m_desk->resume(QStringLiteral("default"));
    QTRY_VERIFY(m_desk->live().row(id));
    transcript = m_desk->openConversation(id);
    QTRY_VERIFY(transcript->isLoaded());
    for (int page = 0; transcript->hasOlder() && page < 20; ++page) {
        QSignalSpy done(transcript, &Transcript::loadingDone);
        m_desk->loadOlder(id);
        QTRY_VERIFY(!done.isEmpty());
    }
    QVERIFY(transcript->messages() == m_world->messages(id));
}

void tst_Desk::countsUnreadUntilRead()
{
    const domain::ConversationId id = held();
    signIn();
    m_desk->markRead(id);
    QTRY_COMPARE(m_desk->live().row(id)->unread, 0);
    QSignalSpy wrote(m_desk.get(), &Desk::customerWrote);
    m_world->write(id, QStringLiteral("one"));
    m_world->write(id, QStringLiteral("two"));
    m_relay->publish();
    QTRY_COMPARE(m_desk->live().row(id)->unread, 2);
    QCOMPARE(wrote.size(), 2);
    Transcript* transcript = m_desk->openConversation(id);
    QTRY_VERIFY(transcript->isLoaded());
    QVERIFY(transcript->readUpTo() < transcript->messages().back().seq);
    m_desk->markRead(id);
    QTRY_COMPARE(m_desk->live().row(id)->unread, 0);
    restartDesk();
    m_desk->resume(QStringLiteral("default"));
    QTRY_VERIFY(m_desk->live().row(id));
    QCOMPARE(m_desk->live().row(id)->unread, 0);
}

void tst_Desk::passesTypingOn()
{
    const domain::ConversationId id = held();
    signIn();
    QSignalSpy typing(m_desk.get(), &Desk::typing);
    const auto tell = [&](const char* author, const char* name, bool on) {
        m_relay->notify("typing",
                        {{"conversationId", id.text()}, {"author", author}, {"name", name}, {"on", on}});
    };
    tell("customer", "Ada", true);
    tell("customer", "Ada", true);
    QTRY_COMPARE(typing.size(), 1);
    QVERIFY(typing[0][2].toBool());
    m_clock.advance(std::chrono::seconds(7));
    QTRY_COMPARE(typing.size(), 2); // not renewed
    QVERIFY(!typing[1][2].toBool());
    tell("agent", "Agent 0", true); // one's own echo
    tell("agent", "Agent 1", true);
    QTRY_COMPARE(typing.size(), 3);
    QCOMPARE(typing[2][1].toString(), QStringLiteral("Agent 1"));
    for (int i = 0; i < 10; ++i)
        m_desk->setTyping(id, true);
    m_desk->setTyping(id, false);
    m_desk->setTyping(id, false);
    QTRY_COMPARE(m_relay->calls.size(), 2U);
    QCOMPARE(m_relay->calls[0].second["on"], true);
    QCOMPARE(m_relay->calls[1].second["on"], false);
}

void tst_Desk::rebuildsADamagedReplica()
{
    const domain::ConversationId id = held();
    signIn();
    m_desk.reset();
    const QString path = mirrorPath(m_directory->path(), profile());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.seek(4096);
    file.write(QByteArray(static_cast<int>(file.size()) - 4096, '\xff'));
    file.close();
    QFile::remove(path + QStringLiteral("-wal"));
    makeDesk();
    QSignalSpy rebuilt(m_desk.get(), &Desk::replicaRebuilt);
    signIn();
    QCOMPARE(rebuilt.size(), 1);
    QVERIFY(QFile::exists(rebuilt[0][0].toString()));
    QVERIFY(m_desk->live().row(id));
    hashesMatch();
}

void tst_Desk::cutsDoNoHarm()
{
    std::mt19937 random(99);
    const domain::ConversationId mine = held();
    signIn();
    for (int cut = 0; cut < 60; ++cut) {
        for (int i = 0; i < 8; ++i)
            m_world->step();
        if (m_world->live().conversations.contains(mine) && m_desk->live().row(mine))
            m_desk->send(mine, QStringLiteral("cut %1").arg(cut));
        m_relay->resumeLimit = random() % 4 == 0 ? 3 : 100'000;
        m_relay->hangUpAfter = static_cast<int>(random() % 12);
        m_relay->publish();
        QTest::qWait(static_cast<int>(random() % 5));
    }
    m_relay->hangUpAfter = -1;
    m_relay->publish();
    QTRY_COMPARE(m_desk->link().state, LinkState::Online);
    m_relay->publish();
    QTRY_COMPARE(m_desk->live().seq(), m_world->seq());
    // Every text of ours is there once or came back; none is there twice.
    QMap<QString, int> sent;
    for (const domain::Message& message : m_world->messages(mine)) {
        if (message.content.startsWith(QLatin1String("cut ")))
            ++sent[message.content];
    }
    for (const int times : sent)
        QCOMPARE(times, 1);
    QTRY_VERIFY(!m_desk->live().row(mine) || m_desk->live().row(mine)->unsent == 0);
    m_relay->publish();
    hashesMatch();
}

QTEST_GUILESS_MAIN(tst_Desk)
#include "tst_desk.moc"
