#include "domain/world.h"
#include "support/test_main.h"

#include <domain/notices.h>
#include <domain/timers.h>

using namespace relevo;
using namespace relevo::test;
using namespace std::chrono_literals;

/// What is given to somebody who is not here, and who counts as here.
class TestAwaited final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void goesBackWhenTheyDoNotCome_data();
    void goesBackWhenTheyDoNotCome();
    void theCustomerHearsOfThemWhenTheyCome_data();
    void theCustomerHearsOfThemWhenTheyCome();
    void whoIsHereJoinsAtOnce();
    void whoTakesItThemselvesIsHere();
    void whatNobodyHadTalkedAboutGoesBackSilently();
    void itIsNobodyElses();
    void notToThoseWhoCannotSignIn();
    void sayingThatOneIsHereCounts();
    void actingCountsAsBeingHere_data();
    void actingCountsAsBeingHere();
    void backWithTheBotNothingIsClosed();

private:
    const ConversationState& state() const { return *m_world->conversation(m_id); }
    const Handoff& handoff() const { return *state().handoff; }
    std::optional<Timestamp> due() const { return nextDue(m_world->live, state()); }
    void act(AgentId agent) { m_world->actor = {ActorType::Agent, agent.toString(), {}}; }
    void give(AgentId agent)
    {
        m_world->must(TransferHandoff{handoff().id, m_world->ref(m_ana), false, agent, false, {}}, m_id);
    }
    /// What the relay has told the customer since the message before.
    int told(const QString& text) const;
    bool replays() const;

    std::unique_ptr<World> m_world;
    AgentId m_ana;
    AgentId m_bo; ///< was never here
    ConversationId m_id;
};

using enum EventType;

void TestAwaited::init()
{
    m_world = std::make_unique<World>();
    m_ana = m_world->addAgent(QStringLiteral("Ana"));
    m_bo = m_world->addAgent(QStringLiteral("Bo"), Availability::Away);
    m_id = m_world->say(QStringLiteral("hi"));
    m_world->ask(m_id);
    m_world->claim(m_id, handoff().id, m_ana);
    m_world->must(SendMessage{handoff().id, m_world->ref(m_ana), QStringLiteral("hello"), {}, {}}, m_id);
    m_world->now += 1min;
}

int TestAwaited::told(const QString& text) const
{
    return static_cast<int>(
        std::count_if(m_world->log.begin(), m_world->log.end(), [&text](const Event& event) {
            const auto* message = std::get_if<Message>(&event.data);
            return message && message->author == Author::System && message->content == text;
        }));
}

bool TestAwaited::replays() const
{
    ProjectState folded;
    for (const Event& event : m_world->log)
        apply(folded, event);
    return folded == m_world->live;
}

void TestAwaited::goesBackWhenTheyDoNotCome_data()
{
    QTest::addColumn<int>("way");
    QTest::newRow("was never here") << 0;
    QTest::newRow("said that they are away") << 1;
    QTest::newRow("has lost the connection") << 2;
}

void TestAwaited::goesBackWhenTheyDoNotCome()
{
    QFETCH(int, way);
    if (way > 0)
        m_world->must(SetAvailability{m_bo, Availability::Available});
    if (way == 1)
        m_world->must(SetAvailability{m_bo, Availability::Away});
    if (way == 2) {
        m_world->must(SetPresence{m_bo, true});
        m_world->must(SetPresence{m_bo, false});
    }
    m_world->now += 1h;
    give(m_bo);
    QVERIFY(handoff().awaited);
    QCOMPARE(told(joinedNotice(QStringLiteral("Bo"), {})), 0);
    const milliseconds grace = std::chrono::minutes(m_world->live.settings.graceMinutes);
    QCOMPARE(due(), m_world->now + grace);
    m_world->now += grace;
    m_world->must(Tick{}, m_id);
    QVERIFY(handoff().status == HandoffStatus::Pending && !handoff().assignedTo && !handoff().awaited);
    QVERIFY(handoff().knownBy == m_ana);
    QCOMPARE(told(waitAgainNotice({})), 1);
    QVERIFY(replays());
}

void TestAwaited::theCustomerHearsOfThemWhenTheyCome_data()
{
    QTest::addColumn<int>("way");
    QTest::newRow("says that they are here") << 0;
    QTest::newRow("says that they are busy") << 1;
    QTest::newRow("claims it") << 2;
    QTest::newRow("answers") << 3;
}

void TestAwaited::theCustomerHearsOfThemWhenTheyCome()
{
    QFETCH(int, way);
    give(m_bo);
    const qint64 epoch = handoff().epoch;
    m_world->now += 2min;
    switch (way) {
    case 0:
    case 1:
        m_world->must(SetAvailability{m_bo, way == 0 ? Availability::Available : Availability::Busy});
        QVERIFY(due() <= m_world->now);
        m_world->must(Tick{}, m_id);
        QCOMPARE(m_world->log.rbegin()[1].actor.id, m_bo.toString());
        break;
    case 2:
        m_world->claim(m_id, handoff().id, m_bo);
        break;
    default:
        m_world->must(SendMessage{handoff().id, m_world->ref(m_bo), QStringLiteral("hi"), {}, epoch}, m_id);
        QVERIFY(handoff().status == HandoffStatus::Active);
    }
    QVERIFY(!handoff().awaited);
    QCOMPARE(handoff().epoch, epoch);
    QCOMPARE(told(joinedNotice(QStringLiteral("Bo"), {})), 1);
    m_world->must(SendMessage{handoff().id, m_world->ref(m_bo), QStringLiteral("and"), {}, epoch}, m_id);
    QCOMPARE(told(joinedNotice(QStringLiteral("Bo"), {})), 1);
    m_world->now += 10min;
    m_world->must(Tick{}, m_id);
    QVERIFY(handoff().assignedTo && handoff().assignedTo->id == m_bo);
    QVERIFY(replays());
}

void TestAwaited::whoIsHereJoinsAtOnce()
{
    m_world->must(SetAvailability{m_bo, Availability::Busy});
    give(m_bo);
    QVERIFY(!handoff().awaited);
    QCOMPARE(told(joinedNotice(QStringLiteral("Bo"), {})), 1);
}

// Somebody who works over HTTP and never said anything about their being here.
void TestAwaited::whoTakesItThemselvesIsHere()
{
    act(m_bo);
    m_world->must(TransferHandoff{handoff().id, m_world->ref(m_bo), true, m_bo, false, {}}, m_id);
    QVERIFY(!handoff().awaited);
    QCOMPARE(told(joinedNotice(QStringLiteral("Bo"), {})), 1);
}

void TestAwaited::whatNobodyHadTalkedAboutGoesBackSilently()
{
    const ConversationId other = m_world->say(QStringLiteral("hi"));
    const HandoffId waiting = m_world->ask(other);
    m_world->must(TransferHandoff{waiting, m_world->ref(m_ana), true, m_bo, false, {}}, other);
    m_world->now += 5min;
    m_world->must(Tick{}, other);
    QVERIFY(m_world->conversation(other)->handoff->status == HandoffStatus::Pending);
    QVERIFY(m_world->conversation(other)->handoff->knownBy.isNull());
    QCOMPARE(told(waitAgainNotice({})), 0);
}

void TestAwaited::itIsNobodyElses()
{
    give(m_bo);
    const auto stolen = m_world->run(ClaimHandoff{handoff().id, m_world->ref(m_ana)}, m_id);
    QVERIFY(!stolen && stolen.error().code == ErrorCode::AlreadyClaimed);
    // Handed on before they came it is the next one's.
    m_world->must(TransferHandoff{handoff().id, m_world->ref(m_bo), false, m_ana, false, {}}, m_id);
    QVERIFY(!handoff().awaited);
}

void TestAwaited::notToThoseWhoCannotSignIn()
{
    Agent invited;
    invited.id = m_world->ids.make<AgentId>();
    invited.name = invited.email = QStringLiteral("Inés");
    invited.invited = true;
    m_world->must(CreateAgent{invited});
    const auto to = [this](AgentId agent) {
        return m_world->run(TransferHandoff{handoff().id, m_world->ref(m_ana), false, agent, false, {}},
                            m_id);
    };
    const auto refused = to(invited.id);
    QVERIFY(!refused && refused.error().code == ErrorCode::Forbidden);
    QVERIFY(refused.error().message.contains(QLatin1String("password")));
    UpdateAgent off{m_bo};
    off.disabled = true;
    m_world->must(off);
    const auto disabled = to(m_bo);
    QVERIFY(!disabled && disabled.error().code == ErrorCode::Forbidden);
    QCOMPARE(handoff().assignedTo->id, m_ana);
}

void TestAwaited::sayingThatOneIsHereCounts()
{
    // Once at a desk, from now on over HTTP.
    m_world->must(SetPresence{m_ana, true});
    m_world->must(SetPresence{m_ana, false});
    QVERIFY(m_world->live.agents.at(m_ana).goneAt);
    m_world->must(SetAvailability{m_ana, Availability::Available});
    QVERIFY(!m_world->live.agents.at(m_ana).goneAt);
    QVERIFY(m_world->must(SetAvailability{m_ana, Availability::Available}).empty());
    m_world->must(SetAvailability{m_ana, Availability::Away});
    const auto since = m_world->live.agents.at(m_ana).goneAt;
    m_world->now += 1min;
    QVERIFY(m_world->must(SetAvailability{m_ana, Availability::Away}).empty());
    QCOMPARE(m_world->live.agents.at(m_ana).goneAt, since);
}

void TestAwaited::actingCountsAsBeingHere_data()
{
    QTest::addColumn<bool>("claims");
    QTest::addColumn<int>("routing");
    QTest::newRow("claims") << true << static_cast<int>(Routing::Manual);
    QTest::newRow("claims what could be offered") << true << static_cast<int>(Routing::RoundRobin);
    QTest::newRow("answers") << false << static_cast<int>(Routing::Manual);
}

void TestAwaited::actingCountsAsBeingHere()
{
    QFETCH(bool, claims);
    QFETCH(int, routing);
    Settings settings = m_world->live.settings;
    settings.routing = static_cast<Routing>(routing);
    m_world->must(ChangeSettings{settings});
    const auto leave = [this] {
        m_world->must(SetPresence{m_ana, true});
        m_world->must(SetPresence{m_ana, false});
    };
    ConversationId id = m_id;
    if (claims) {
        leave();
        id = m_world->say(QStringLiteral("hi"));
        m_world->ask(id);
    }
    const HandoffId which = m_world->conversation(id)->handoff->id;
    const auto doIt = [&] {
        if (claims)
            m_world->claim(id, which, m_ana);
        else
            m_world->must(SendMessage{which, m_world->ref(m_ana), QStringLiteral("so"), {}, {}}, id);
    };
    leave();
    act(m_ana);
    doIt();
    QVERIFY(!m_world->live.agents.at(m_ana).goneAt);
    QVERIFY(replays());
    // Whoever says that they are away is taken at their word.
    m_world->must(SetAvailability{m_ana, Availability::Away});
    m_world->must(SendMessage{which, m_world->ref(m_ana), QStringLiteral("bye"), {}, {}}, id);
    QVERIFY(m_world->live.agents.at(m_ana).goneAt);
}

void TestAwaited::backWithTheBotNothingIsClosed()
{
    Settings settings = m_world->live.settings;
    settings.resolvedMessage = QStringLiteral("Closed.");
    m_world->must(ChangeSettings{settings});
    m_world->must(ResolveHandoff{handoff().id, m_ana, false, {}, {}, true}, m_id);
    QCOMPARE(told(QStringLiteral("Closed.")), 0);
    QCOMPARE(told(botAgainNotice({})), 1);
    QVERIFY(state().conversation.status == ConversationStatus::Open);
    m_world->ask(m_id);
    m_world->claim(m_id, handoff().id, m_ana);
    m_world->must(ResolveHandoff{handoff().id, m_ana, false, {}, {}, false}, m_id);
    QCOMPARE(told(QStringLiteral("Closed.")), 1);
}

RELEVO_TEST(TestAwaited)
#include "tst_awaited.moc"
