#include "desk_test.h"
#include "support/test_main.h"

using namespace relevo;
using namespace relevo::client;

/// What the desk tells an agent, what it keeps, and what cuts and damage do to it.
class tst_DeskNews final : public DeskTest
{
    Q_OBJECT

private:
    [[nodiscard]] domain::ConversationId closed();

private Q_SLOTS:
    void tellsWhoElseLooks();
    void theCustomerHearsOfBeingRead();
    void tellsOfNewHandoffs();
    void ringsForWhatWaitsAgainOrStill();
    void ringsForTheOneWhoIsOffered();
    void tellsOfWhatSomebodyGivesMe();
    void ringsWhenTimeRunsShort();
    void tellsOnceOfThoseMissed();
    void readsOlderPagesFromDiskAndRelay();
    void aHistoryThatFailsIsAskedForAgain();
    void aHistoryCutOffComesLater();
    void aClosedConversationStaysReadableOverASnapshot();
    void countsUnreadUntilRead();
    void passesTypingOn();
    void rebuildsADamagedReplica();
    void cutsDoNoHarm();
};

void tst_DeskNews::tellsOfNewHandoffs()
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

namespace {

std::vector<NewsKind> kindsOf(const QSignalSpy& spy)
{
    std::vector<NewsKind> kinds;
    for (const QList<QVariant>& one : spy)
        kinds.push_back(one[0].value<HandoffNews>().kind);
    return kinds;
}

} // namespace

void tst_DeskNews::ringsForWhatWaitsAgainOrStill()
{
    signIn();
    const auto id = m_world->customer(QStringLiteral("Ada"), QStringLiteral("Hello"), true);
    QVERIFY(m_world->claim(id, 1));
    m_relay->publish();
    QTRY_COMPARE(m_desk->live().seq(), m_world->seq());
    QSignalSpy news(m_desk.get(), &Desk::newHandoff);
    const domain::HandoffId handoff = m_world->conversation(id)->handoff->id;
    const domain::AgentRef other{m_world->agent(1).id, m_world->agent(1).name};
    QVERIFY(
        m_world->run(id, domain::TransferHandoff{handoff, other, false, m_world->agent(2).id, false, {}}));
    m_relay->publish();
    const domain::AgentRef third{m_world->agent(2).id, m_world->agent(2).name};
    QVERIFY(m_world->run(id, domain::TransferHandoff{handoff, third, false, std::nullopt, false, {}}));
    m_relay->publish();
    QTRY_COMPARE(news.size(), 1);
    m_world->clock.advance(std::chrono::minutes(5));
    QVERIFY(m_world->run(id, domain::Tick{}));
    m_relay->publish();
    QTRY_COMPARE(news.size(), 2);
    QVERIFY(kindsOf(news) == std::vector({NewsKind::WaitsAgain, NewsKind::Unanswered}));
    QCOMPARE(news[1][0].value<HandoffNews>().contactName, QStringLiteral("Ada"));
    // Held by somebody else, it is theirs to hurry.
    QVERIFY(m_world->claim(id, 1));
    m_relay->publish();
    QTRY_COMPARE(m_desk->live().seq(), m_world->seq());
    QCOMPARE(news.size(), 2);
}

void tst_DeskNews::ringsForTheOneWhoIsOffered()
{
    domain::Settings settings = m_world->live().settings;
    settings.routing = domain::Routing::RoundRobin;
    QVERIFY(m_world->run({}, domain::ChangeSettings{settings}));
    for (const int agent : {0, 1, 2})
        (void)m_world->run({}, domain::SetAvailability{m_world->agent(agent).id,
                                                       agent == 2 ? domain::Availability::Away
                                                                  : domain::Availability::Available});
    signIn();
    QSignalSpy news(m_desk.get(), &Desk::newHandoff);
    std::vector<domain::ConversationId> all;
    int mine = 0;
    // As many as there are hands: whoever has an offer open has the next one when that is answered.
    for (int i = 0; i < 2; ++i) {
        all.push_back(m_world->customer(QStringLiteral("Ada"), QStringLiteral("Hello"), true));
        mine += m_world->conversation(all.back())->handoff->offer->agent.id == m_world->agent(0).id;
        m_relay->publish();
    }
    QTRY_COMPARE(m_desk->live().seq(), m_world->seq());
    QTRY_COMPARE(news.size(), mine);
    QCOMPARE(mine, 1);
    for (const NewsKind kind : kindsOf(news))
        QVERIFY(kind == NewsKind::OfferedToMe);
    const domain::AgentId last = m_world->conversation(all.back())->handoff->offer->agent.id;
    // The first one is taken, which leaves both a hand free.
    const domain::AgentId first = m_world->conversation(all.front())->handoff->offer->agent.id;
    QVERIFY(m_world->claim(all.front(), first == m_world->agent(0).id ? 0 : 1));
    m_relay->publish();
    QTRY_COMPARE(m_desk->live().seq(), m_world->seq());
    // Nobody takes the last one: everybody hears of it in the end.
    news.clear();
    for (int i = 0; i < 2; ++i) {
        const domain::Handoff& handoff = *m_world->conversation(all.back())->handoff;
        QVERIFY(m_world->run(all.back(), domain::DeclineOffer{handoff.id, handoff.offer->agent.id}));
    }
    m_relay->publish();
    QTRY_VERIFY(!news.isEmpty());
    QTRY_COMPARE(m_desk->live().seq(), m_world->seq());
    const std::vector<NewsKind> kinds = kindsOf(news);
    QVERIFY(kinds.back() == NewsKind::Unanswered);
    QCOMPARE(std::count(kinds.begin(), kinds.end(), NewsKind::OfferOver), 1);
    QCOMPARE(std::count(kinds.begin(), kinds.end(), NewsKind::OfferedToMe),
             last == m_world->agent(0).id ? 0 : 1);
}

void tst_DeskNews::tellsOfWhatSomebodyGivesMe()
{
    const auto give = [this](const domain::ConversationId& id, int to, const QString& note) {
        domain::TransferHandoff command;
        command.handoffId = m_world->conversation(id)->handoff->id;
        command.by = {m_world->agent(1).id, m_world->agent(1).name};
        command.to = m_world->agent(to).id;
        command.note = note;
        return m_world->run(id, command).has_value();
    };
    const auto watched = m_world->customer(QStringLiteral("Ada"), QStringLiteral("Hello"), true);
    const auto missed = m_world->customer(QStringLiteral("Bo"), QStringLiteral("Hello"), true);
    const auto others = m_world->customer(QStringLiteral("Cy"), QStringLiteral("Hello"), true);
    for (const auto& id : {watched, missed, others})
        QVERIFY(m_world->claim(id, 1));
    signIn();
    QSignalSpy news(m_desk.get(), &Desk::newHandoff);
    QVERIFY(give(others, 2, QStringLiteral("Not for me")));
    QVERIFY(give(watched, 0, {}));
    m_relay->publish();
    QTRY_COMPARE(news.size(), 1);
    QCOMPARE(news[0][0].value<HandoffNews>().conversation, watched);
    QCOMPARE(news[0][0].value<HandoffNews>().note, QString()); // that was of another one
    m_relay->goAway();
    QTRY_VERIFY(m_desk->link().state != LinkState::Online);
    QVERIFY(give(missed, 0, QStringLiteral("Wants\n a call")));
    m_relay->listenAgain();
    QTRY_COMPARE(news.size(), 2);
    QCOMPARE(news[1][0].value<HandoffNews>().conversation, missed);
    QCOMPARE(news[1][0].value<HandoffNews>().note, QStringLiteral("Wants a call"));
    QVERIFY(kindsOf(news) == std::vector({NewsKind::GivenToMe, NewsKind::GivenToMe}));
}

void tst_DeskNews::ringsWhenTimeRunsShort()
{
    domain::Settings settings = m_world->live().settings;
    settings.sla.policies = {{QStringLiteral("all"), {}, {}, {}, 4, 0, 0, false}};
    QVERIFY(m_world->run({}, domain::ChangeSettings{settings}));
    const auto mine = m_world->customer(QStringLiteral("Ada"), QStringLiteral("Hello"), true);
    const auto theirs = m_world->customer(QStringLiteral("Bo"), QStringLiteral("Hello"), true);
    QVERIFY(m_world->claim(mine, 0));
    QVERIFY(m_world->claim(theirs, 1));
    signIn();
    QSignalSpy news(m_desk.get(), &Desk::newHandoff);
    m_world->clock.advance(std::chrono::seconds(200));
    for (const auto& id : {theirs, mine})
        QVERIFY(m_world->run(id, domain::Tick{}));
    m_relay->publish();
    QTRY_COMPARE(news.size(), 1);
    QCOMPARE(news[0][0].value<HandoffNews>().conversation, mine);
    QVERIFY(kindsOf(news) == std::vector({NewsKind::TimeShort}));
}

void tst_DeskNews::tellsOnceOfThoseMissed()
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
        const auto pressing = away[0][1].value<QList<HandoffNews>>();
        QCOMPARE(pressing.size(), 3);
        QCOMPARE(pressing.front().contactName, QStringLiteral("Missed"));
    }
    QCOMPARE(fresh.size(), 0);
    QVERIFY(m_desk->live().row(seen));
}

void tst_DeskNews::readsOlderPagesFromDiskAndRelay()
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

domain::ConversationId tst_DeskNews::closed()
{
    const domain::ConversationId id = held();
    domain::ResolveHandoff resolve;
    resolve.handoffId = m_world->conversation(id)->handoff->id;
    resolve.mayResolveOthers = true;
    if (!m_world->run(id, resolve))
        qFatal("cannot resolve");
    m_relay->publish();
    return id;
}

void tst_DeskNews::aHistoryThatFailsIsAskedForAgain()
{
    const domain::ConversationId id = held();
    for (int i = 0; i < 80; ++i)
        m_world->write(id, QStringLiteral("message %1").arg(i));
    signIn();
    Transcript* transcript = m_desk->openConversation(id);
    QTRY_VERIFY(transcript->isLoaded());
    QSignalSpy done(transcript, &Transcript::loadingDone);
    m_relay->failHistory = Error{ErrorCode::RateLimited, QStringLiteral("Slowly."), {}, {}};
    m_desk->loadOlder(id);
    QTRY_COMPARE(done.size(), 1);
    QVERIFY(transcript->hasOlder());
    m_relay->failHistory.reset();
    m_desk->loadOlder(id);
    QTRY_VERIFY(transcript->messages() == m_world->messages(id));
}

void tst_DeskNews::aHistoryCutOffComesLater()
{
    const domain::ConversationId id = closed(); // before this desk began: only the relay has it
    signIn();
    m_relay->hangUpAtHistory = true;
    Transcript* transcript = m_desk->openConversation(id);
    QTRY_VERIFY(transcript->isLoaded());
    QTRY_VERIFY(!m_relay->hangUpAtHistory);
    QTRY_VERIFY(transcript->messages() == m_world->messages(id));
}

void tst_DeskNews::aClosedConversationStaysReadableOverASnapshot()
{
    signIn();
    const domain::ConversationId id = closed();
    QTRY_COMPARE(m_desk->live().seq(), m_world->seq());
    Transcript* transcript = m_desk->openConversation(id);
    QTRY_VERIFY(transcript->messages() == m_world->messages(id));
    m_relay->goAway();
    QTRY_VERIFY(m_desk->link().state != LinkState::Online);
    (void)m_world->customer(QStringLiteral("Bob"), QStringLiteral("Hello"));
    m_relay->resumeLimit = 0;
    m_relay->listenAgain();
    QSignalSpy reset(transcript, &Transcript::reset);
    QTRY_VERIFY(!reset.isEmpty());
    QTRY_VERIFY(transcript->messages() == m_world->messages(id));
}

void tst_DeskNews::countsUnreadUntilRead()
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

void tst_DeskNews::passesTypingOn()
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
    // Each renewal is told: the conversation may have been opened between.
    QTRY_COMPARE(typing.size(), 2);
    QVERIFY(typing[0][2].toBool());
    QVERIFY(typing[1][2].toBool());
    QCOMPARE(typing[1][3].toString(), QString());
    m_clock.advance(std::chrono::seconds(7));
    QTRY_COMPARE(typing.size(), 3); // not renewed
    QVERIFY(!typing[2][2].toBool());
    tell("agent", "Agent 0", true); // one's own echo
    tell("agent", "Agent 1", true);
    QTRY_COMPARE(typing.size(), 4);
    QCOMPARE(typing[3][1].toString(), QStringLiteral("Agent 1"));
    tell("agent", "Agent 1", false);
    tell("agent", "Agent 1", false);
    tell("customer", "Ada", true);
    QTRY_COMPARE(typing.size(), 6); // an end is told once
    QVERIFY(!typing[4][2].toBool());
    // What they have written so far goes with it, where the relay tells it, and is gone with the end.
    for (const bool on : {true, false})
        m_relay->notify("typing", {{"conversationId", id.text()},
                                   {"author", "customer"},
                                   {"name", "Ada"},
                                   {"on", on},
                                   {"text", "where is my order"}});
    QTRY_COMPARE(typing.size(), 8);
    QCOMPARE(typing[6][3].toString(), QStringLiteral("where is my order"));
    QCOMPARE(typing[7][3].toString(), QString());
    for (int i = 0; i < 10; ++i)
        m_desk->setTyping(id, true);
    m_desk->setTyping(id, false);
    m_desk->setTyping(id, false);
    QTRY_COMPARE(m_relay->calls.size(), 2U);
    QCOMPARE(m_relay->calls[0].second["on"], true);
    QCOMPARE(m_relay->calls[1].second["on"], false);
}

void tst_DeskNews::rebuildsADamagedReplica()
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

void tst_DeskNews::cutsDoNoHarm()
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

void tst_DeskNews::tellsWhoElseLooks()
{
    const domain::ConversationId id = held();
    const domain::ConversationId next = held(QStringLiteral("Bo"));
    signIn();
    QSignalSpy told(m_desk.get(), &Desk::viewersChanged);
    (void)m_desk->openConversation(id);
    QTRY_COMPARE(m_relay->viewed, std::vector<std::string>{id.text()});
    const auto viewer = [](const domain::Agent& agent) {
        return protocol::Json{{"id", agent.id.text()}, {"name", protocol::utf8(agent.name)}};
    };
    m_relay->notify("viewers", {{"conversationId", id.text()},
                                {"viewers", {viewer(m_world->agent(0)), viewer(m_world->agent(1))}}});
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(told[0][0].value<domain::ConversationId>(), id);
    QCOMPARE(told[0][1].toStringList(), QStringList{m_world->agent(1).name});
    m_relay->notify("viewers", {{"conversationId", id.text()}, {"viewers", 7}});
    m_relay->notify("viewers", {{"conversationId", "x"}});
    // Without a connection nobody is known to look; with the next one it is told again.
    m_relay->goAway();
    QTRY_VERIFY(m_desk->link().state != LinkState::Online);
    QTRY_VERIFY(!told.isEmpty() && told.last()[1].toStringList().isEmpty());
    m_relay->listenAgain();
    QTRY_COMPARE(m_relay->viewed.size(), 2U);
    // One is opened before the other is closed.
    (void)m_desk->openConversation(next);
    m_desk->closeConversation(id);
    QTRY_COMPARE(m_relay->viewed.size(), 3U);
    QCOMPARE(m_relay->viewed.back(), next.text());
    m_desk->closeConversation(next);
    QTRY_COMPARE(m_relay->viewed.size(), 4U);
    QVERIFY(m_relay->viewed.back().empty());
}

void tst_DeskNews::theCustomerHearsOfBeingRead()
{
    const domain::ConversationId id = held();
    signIn();
    (void)m_desk->openConversation(id);
    m_desk->markRead(id);
    QTRY_COMPARE(m_relay->marks.size(), 1U);
    QCOMPARE(m_relay->marks[0].at("conversationId"), id.text());
    QCOMPARE(m_relay->marks[0].at("seq").get<qint64>(), m_world->seq());
    // Nothing new was read.
    m_desk->markRead(id);
    m_world->write(id, QStringLiteral("Still there?"));
    m_relay->publish();
    QTRY_COMPARE(m_desk->live().seq(), m_world->seq());
    m_desk->markRead(id);
    QTRY_COMPARE(m_relay->marks.size(), 2U);
    QCOMPARE(m_relay->marks[1].at("seq").get<qint64>(), m_world->seq());
}

RELEVO_TEST(tst_DeskNews)
#include "tst_desk_news.moc"
