#include "domain/world.h"
#include "support/test_main.h"

#include <domain/routing.h>
#include <domain/timers.h>

#include <algorithm>
#include <random>
#include <set>

using namespace relevo;
using namespace relevo::test;
using namespace std::chrono_literals;

class TestRouting final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void manualOffersNothing();
    void everyReasonIsGiven();
    void neverAssignedThenLongestSince();
    void leastBusyComesFirst();
    void whoKnowsTheCustomerComesFirst();
    void anOfferGoesOnUntilNobodyIsLeft();
    void anOfferLeavesWithItsAgent();
    void freeHandsGetWhatWaits();
    void claimingEndsTheOffer();
    void declineIsForWhomItIsOffered();
    void whatWaitsForAllIsPassedOn();
    void nobodyIsUrgedBecauseOfATicket();
    void transfer();
    void snooze();
    void gaugeOfFairness();
    void arrivalsDeparturesAndCrashes_data();
    void arrivalsDeparturesAndCrashes();

private:
    void setRouting(Routing routing);
    ConversationId waiting(const QString& language = {});
    AgentId offeredTo(ConversationId id) const;
    const Handoff& handoff(ConversationId id) const { return *m_world->conversation(id)->handoff; }

    std::unique_ptr<World> m_world;
};

void TestRouting::init()
{
    m_world = std::make_unique<World>();
    setRouting(Routing::RoundRobin);
}

void TestRouting::setRouting(Routing routing)
{
    Settings settings = m_world->live.settings;
    settings.routing = routing;
    m_world->must(ChangeSettings{settings});
}

ConversationId TestRouting::waiting(const QString& language)
{
    ReceiveMessage command = m_world->message(QStringLiteral("hi"));
    command.language = language;
    m_world->must(command);
    m_world->ask(command.conversationId);
    m_world->now += 1s;
    return command.conversationId;
}

AgentId TestRouting::offeredTo(ConversationId id) const
{
    const std::optional<Offer>& offer = handoff(id).offer;
    return offer ? offer->agent.id : AgentId();
}

void TestRouting::manualOffersNothing()
{
    setRouting(Routing::Manual);
    m_world->addAgent(QStringLiteral("Ana"));
    const ConversationId id = waiting();
    QVERIFY(offeredTo(id).isNull());
    QVERIFY(m_world->must(RouteHandoff{handoff(id).id}, id).empty());
}

void TestRouting::everyReasonIsGiven()
{
    const AgentId busy = m_world->addAgent(QStringLiteral("Busy"), Availability::Busy);
    const AgentId full = m_world->addAgent(QStringLiteral("Full"), Availability::Available, 1);
    const ConversationId first = waiting();
    QCOMPARE(offeredTo(first), full);
    m_world->claim(first, handoff(first).id, full);
    const auto add = [&](const char16_t* name, const QStringList& languages, const QStringList& skills) {
        Agent agent;
        agent.id = m_world->ids.make<AgentId>();
        agent.name = QStringView(name).toString();
        agent.email = agent.name;
        agent.availability = Availability::Available;
        agent.languages = languages;
        agent.skills = skills;
        m_world->must(CreateAgent{agent});
        return agent.id;
    };
    const QStringList spanish{QStringLiteral("es")};
    const QStringList refunds{QStringLiteral("Refunds")};
    const AgentId english = add(u"English", {QStringLiteral("en")}, refunds);
    const AgentId unskilled = add(u"Unskilled", spanish, {});
    const AgentId right = add(u"Right", spanish, refunds);
    const AgentId gone = add(u"Gone", spanish, refunds);
    m_world->must(SetPresence{gone, true});
    m_world->must(SetPresence{gone, false});

    ReceiveMessage command = m_world->message(QStringLiteral("hola"));
    command.language = QStringLiteral("es");
    m_world->must(command);
    m_world->must(InitiateHandoff{Trigger{}, std::nullopt, {QStringLiteral("refunds")}},
                  command.conversationId);
    QCOMPARE(offeredTo(command.conversationId), right);
    m_world->must(DeclineOffer{handoff(command.conversationId).id, right}, command.conversationId);
    QVERIFY(offeredTo(command.conversationId).isNull());

    std::map<AgentId, Fit> reasons;
    for (const Consideration& one : consider(m_world->live, *m_world->conversation(command.conversationId)))
        reasons[one.agent] = one.fit;
    QVERIFY((reasons == std::map<AgentId, Fit>{{busy, Fit::NotAvailable},
                                               {full, Fit::Skills},
                                               {english, Fit::Language},
                                               {unskilled, Fit::Skills},
                                               {right, Fit::Passed},
                                               {gone, Fit::Gone}}));
    const ConversationId plain = waiting();
    for (const Consideration& one : consider(m_world->live, *m_world->conversation(plain))) {
        if (one.agent == full)
            QVERIFY(one.fit == Fit::Full && one.load == 1);
    }
}

void TestRouting::neverAssignedThenLongestSince()
{
    const AgentId ana = m_world->addAgent(QStringLiteral("Ana"));
    const AgentId bo = m_world->addAgent(QStringLiteral("Bo"));
    const AgentId chidi = m_world->addAgent(QStringLiteral("Chidi"));
    std::set<AgentId> first;
    for (int i = 0; i < 3; ++i)
        first.insert(offeredTo(waiting()));
    QCOMPARE(first, (std::set<AgentId>{ana, bo, chidi}));
    for (const auto& [id, state] : m_world->all)
        m_world->claim(id, state.handoff->id, state.handoff->offer->agent.id);
    const AgentId newcomer = m_world->addAgent(QStringLiteral("Newcomer"));
    QCOMPARE(offeredTo(waiting()), newcomer);
    QCOMPARE(offeredTo(waiting()), ana); // ids grow with time, so Ana was asked first
}

void TestRouting::leastBusyComesFirst()
{
    setRouting(Routing::LeastBusy);
    const AgentId ana = m_world->addAgent(QStringLiteral("Ana"));
    const AgentId bo = m_world->addAgent(QStringLiteral("Bo"));
    const ConversationId one = waiting();
    const ConversationId two = waiting();
    QVERIFY(offeredTo(one) != offeredTo(two));
    m_world->claim(one, handoff(one).id, ana);
    m_world->claim(two, handoff(two).id, bo);
    m_world->must(ResolveHandoff{handoff(one).id, ana, false, {}, {}, false}, one);
    // Ana was assigned at the same time or before, and holds fewer.
    QCOMPARE(offeredTo(waiting()), ana);
}

void TestRouting::whoKnowsTheCustomerComesFirst()
{
    const AgentId ana = m_world->addAgent(QStringLiteral("Ana"));
    m_world->addAgent(QStringLiteral("Bo"));
    const ConversationId id = waiting();
    m_world->claim(id, handoff(id).id, ana);
    m_world->must(ResolveHandoff{handoff(id).id, ana, false, {}, {}, false}, id);
    m_world->now += 1h;
    m_world->say(QStringLiteral("me again"), id);
    m_world->ask(id);
    QCOMPARE(offeredTo(id), ana);
}

void TestRouting::anOfferGoesOnUntilNobodyIsLeft()
{
    const AgentId ana = m_world->addAgent(QStringLiteral("Ana"));
    const AgentId bo = m_world->addAgent(QStringLiteral("Bo"));
    const ConversationId id = waiting();
    QCOMPARE(offeredTo(id), ana);
    QCOMPARE(nextDue(m_world->live, *m_world->conversation(id)), handoff(id).offer->expiresAt);
    m_world->now = handoff(id).offer->expiresAt - 1ms;
    QVERIFY(m_world->must(Tick{}, id).empty());
    m_world->now += 1ms;
    QVERIFY(typesOf(m_world->must(Tick{}, id)) ==
            std::vector<EventType>(
                {EventType::HandoffDeclined, EventType::HandoffOffered, EventType::AgentAssigned}));
    QCOMPARE(offeredTo(id), bo);
    m_world->must(DeclineOffer{handoff(id).id, bo}, id);
    QVERIFY(offeredTo(id).isNull());
    QVERIFY(isWaiting(handoff(id).status));
    const AgentId late = m_world->addAgent(QStringLiteral("Late"));
    m_world->must(RouteHandoff{handoff(id).id}, id);
    QCOMPARE(offeredTo(id), late);
}

void TestRouting::anOfferLeavesWithItsAgent()
{
    const AgentId ana = m_world->addAgent(QStringLiteral("Ana"));
    const AgentId bo = m_world->addAgent(QStringLiteral("Bo"));
    m_world->must(SetPresence{ana, true});
    const ConversationId id = waiting();
    QCOMPARE(offeredTo(id), ana);
    m_world->must(SetPresence{ana, false});
    QVERIFY(nextDue(m_world->live, *m_world->conversation(id)) <= m_world->now);
    m_world->must(Tick{}, id);
    QCOMPARE(offeredTo(id), bo);
    m_world->must(SetAvailability{bo, Availability::Away});
    m_world->must(Tick{}, id);
    QVERIFY(offeredTo(id).isNull());
}

void TestRouting::freeHandsGetWhatWaits()
{
    const AgentId ana = m_world->addAgent(QStringLiteral("Ana"), Availability::Available, 1);
    const ConversationId one = waiting();
    const ConversationId two = waiting();
    QCOMPARE(offeredTo(one), ana);
    QVERIFY(offeredTo(two).isNull());
    m_world->claim(one, handoff(one).id, ana);
    m_world->must(ResolveHandoff{handoff(one).id, ana, false, {}, {}, false}, one);
    m_world->must(RouteHandoff{handoff(two).id}, two);
    QCOMPARE(offeredTo(two), ana);
}

void TestRouting::claimingEndsTheOffer()
{
    const AgentId ana = m_world->addAgent(QStringLiteral("Ana"));
    const AgentId bo = m_world->addAgent(QStringLiteral("Bo"));
    const ConversationId id = waiting();
    QCOMPARE(offeredTo(id), ana);
    m_world->claim(id, handoff(id).id, bo);
    QVERIFY(!handoff(id).offer);
    QVERIFY(m_world->live.agents.at(bo).lastAssignedAt.has_value());
}

void TestRouting::declineIsForWhomItIsOffered()
{
    m_world->addAgent(QStringLiteral("Ana"));
    const AgentId bo = m_world->addAgent(QStringLiteral("Bo"));
    const ConversationId id = waiting();
    QVERIFY(m_world->run(DeclineOffer{handoff(id).id, bo}, id).error().code == ErrorCode::Conflict);
}

void TestRouting::whatWaitsForAllIsPassedOn()
{
    setRouting(Routing::Manual);
    const AgentId ana = m_world->addAgent(QStringLiteral("Ana"));
    const AgentId bo = m_world->addAgent(QStringLiteral("Bo"), Availability::Available, 1);
    const AgentId cy = m_world->addAgent(QStringLiteral("Cy"), Availability::Away);
    const ConversationId held = waiting();
    m_world->claim(held, handoff(held).id, bo); // whose hands are full
    const ConversationId id = waiting();
    const auto pass = [&](AgentId agent) {
        return typesOf(m_world->must(DeclineOffer{handoff(id).id, agent}, id));
    };
    QVERIFY(pass(cy) == std::vector<EventType>{EventType::HandoffDeclined}); // was not asked to begin with
    QVERIFY(pass(ana) == std::vector<EventType>{EventType::HandoffDeclined});
    QVERIFY(pass(ana).empty()); // said already
    // The last one who could take it: everybody hears of it, and the owner.
    QVERIFY(pass(bo) == std::vector<EventType>({EventType::HandoffDeclined, EventType::HandoffReminded,
                                                EventType::NotificationPosted}));
    QVERIFY(isWaiting(handoff(id).status));
    // It is offered to none of them, and any of them may still take it.
    setRouting(Routing::RoundRobin);
    m_world->must(RouteHandoff{handoff(id).id}, id);
    QVERIFY(offeredTo(id).isNull());
    const AgentId late = m_world->addAgent(QStringLiteral("Late"));
    m_world->must(RouteHandoff{handoff(id).id}, id);
    QCOMPARE(offeredTo(id), late);
    m_world->claim(id, handoff(id).id, ana);
    QVERIFY(m_world->run(DeclineOffer{handoff(id).id, bo}, id).error().code == ErrorCode::Conflict);
}

void TestRouting::nobodyIsUrgedBecauseOfATicket()
{
    setRouting(Routing::Manual);
    const AgentId ana = m_world->addAgent(QStringLiteral("Ana"));
    const ConversationId id = waiting();
    m_world->must(ConvertHandoff{handoff(id).id}, id);
    QVERIFY(typesOf(m_world->must(DeclineOffer{handoff(id).id, ana}, id)) ==
            std::vector<EventType>{EventType::HandoffDeclined});
}

void TestRouting::transfer()
{
    setRouting(Routing::Manual);
    const AgentId ana = m_world->addAgent(QStringLiteral("Ana"));
    const AgentId bo = m_world->addAgent(QStringLiteral("Bo"));
    const ConversationId id = waiting();
    const HandoffId which = handoff(id).id;
    const auto to = [&](AgentId by, std::optional<AgentId> target, bool bot = false) {
        return m_world->run(
            TransferHandoff{which, m_world->ref(by), false, target, bot, QStringLiteral("look")}, id);
    };
    QVERIFY(to(ana, bo).error().code == ErrorCode::Forbidden);
    m_world->claim(id, which, ana);
    const qint64 before = m_world->conversation(id)->control.epoch;
    QVERIFY(to(bo, bo).error().code == ErrorCode::Forbidden);
    QVERIFY(to(ana, m_world->ids.make<AgentId>()).error().code == ErrorCode::NotFound);
    QVERIFY(to(ana, bo).has_value());
    QCOMPARE(handoff(id).assignedTo->id, bo);
    QCOMPARE(m_world->conversation(id)->control.epoch, before + 1);
    // What Ana had begun to write stays hers.
    QVERIFY(m_world->run(SendMessage{which, m_world->ref(ana), QStringLiteral("x"), {}, before}, id)
                .error()
                .code == ErrorCode::StaleControl);
    QVERIFY(to(bo, std::nullopt).has_value());
    QVERIFY(handoff(id).status == HandoffStatus::Pending);
    QVERIFY(!handoff(id).assignedTo);
    QVERIFY(m_world->conversation(id)->control.holder == Holder::Nobody);
    QVERIFY(m_world->run(m_world->message(QStringLiteral("bot"), id, Author::Bot), id).error().code ==
            ErrorCode::StaleControl);
    m_world->claim(id, which, bo);
    QVERIFY(to(bo, std::nullopt, true).has_value());
    QVERIFY(handoff(id).status == HandoffStatus::Resolved);
    QVERIFY(m_world->conversation(id)->control.holder == Holder::Bot);
}

void TestRouting::snooze()
{
    setRouting(Routing::Manual);
    const AgentId ana = m_world->addAgent(QStringLiteral("Ana"));
    const ConversationId id = waiting();
    const HandoffId which = handoff(id).id;
    const auto until = [&](milliseconds time) {
        return m_world->run(SnoozeHandoff{which, ana, false, m_world->now + time}, id);
    };
    QVERIFY(until(5min).error().code == ErrorCode::Forbidden);
    m_world->claim(id, which, ana);
    QVERIFY(until(24h * 40).error().code == ErrorCode::Invalid);
    QVERIFY(until(15min).has_value());
    QCOMPARE(nextDue(m_world->live, *m_world->conversation(id)), m_world->now + 15min);
    m_world->now += 15min;
    QVERIFY(typesOf(m_world->must(Tick{}, id)).front() == EventType::HandoffWoken);
    QVERIFY(until(15min).has_value());
    m_world->say(QStringLiteral("hello?"), id);
    QVERIFY(!handoff(id).snoozedUntil);
    QVERIFY(until(15min).has_value());
    QVERIFY(until(0ms).has_value());
    QVERIFY(!handoff(id).snoozedUntil);
}

void TestRouting::gaugeOfFairness()
{
    std::vector<AgentId> agents;
    for (int i = 0; i < 7; ++i)
        agents.push_back(m_world->addAgent(QStringLiteral("Agent%1").arg(i), Availability::Available, 3));
    std::mt19937 random(4);
    std::map<AgentId, int> got;
    std::vector<ConversationId> held;
    for (int i = 0; i < 2'100; ++i) {
        const ConversationId id = waiting();
        const AgentId agent = offeredTo(id);
        QVERIFY(!agent.isNull());
        ++got[agent];
        m_world->claim(id, handoff(id).id, agent);
        held.push_back(id);
        if (held.size() > 10) {
            std::swap(held[random() % held.size()], held.back());
            const ConversationId done = held.back();
            held.pop_back();
            m_world->must(ResolveHandoff{handoff(done).id, {}, true, {}, {}, false}, done);
        }
        m_world->now += milliseconds(random() % 60'000);
    }
    for (const AgentId& agent : agents)
        QVERIFY2(got[agent] > 270 && got[agent] < 330, qPrintable(QString::number(got[agent])));
}

void TestRouting::arrivalsDeparturesAndCrashes_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<int>("routing");
    for (quint32 seed = 1; seed <= 6; ++seed) {
        for (const Routing routing : {Routing::RoundRobin, Routing::LeastBusy})
            QTest::addRow("%u, routing %d", seed, static_cast<int>(routing))
                << seed << static_cast<int>(routing);
    }
}

// No offer is lost and nobody is given more than they take, whoever comes, goes and crashes. Agents take only
// what they are offered.
void TestRouting::arrivalsDeparturesAndCrashes()
{
    QFETCH(quint32, seed);
    QFETCH(int, routing);
    setRouting(static_cast<Routing>(routing));
    std::mt19937 random(seed);
    const auto pick = [&random](std::size_t below) {
        return random() % below;
    };
    std::vector<AgentId> agents;
    for (int i = 0; i < 5; ++i)
        agents.push_back(
            m_world->addAgent(QStringLiteral("Agent%1").arg(i), Availability::Available, 1 + i % 3));
    std::vector<ConversationId> all;
    const auto route = [&] {
        for (const ConversationId& id : all) {
            const ConversationState& state = *m_world->conversation(id);
            if (isToBeOffered(m_world->live, state, m_world->now))
                m_world->must(RouteHandoff{state.handoff->id}, id);
        }
    };
    for (int step = 0; step < 1'500; ++step) {
        m_world->now += milliseconds(pick(20'000));
        // The scheduler is exact: whatever is due by now has been done.
        for (const ConversationId& id : all) {
            const auto due = nextDue(m_world->live, *m_world->conversation(id));
            if (due && *due <= m_world->now) {
                m_world->must(Tick{}, id);
                const auto next = nextDue(m_world->live, *m_world->conversation(id));
                QVERIFY(!next || *next > m_world->now);
            }
        }
        const AgentId agent = agents[pick(agents.size())];
        switch (pick(6)) {
        case 0:
            if (all.size() < 60)
                all.push_back(waiting());
            break;
        case 1:
            m_world->must(SetPresence{agent, pick(2) == 0});
            break;
        case 2:
            m_world->must(
                SetAvailability{agent, pick(3) == 0 ? Availability::Away : Availability::Available});
            break;
        default:
            for (const ConversationId& id : all) {
                const Handoff& one = handoff(id);
                if (isWaiting(one.status) && one.offer && pick(3) == 0) {
                    const AgentId to = one.offer->agent.id;
                    pick(4) == 0 ? m_world->must(DeclineOffer{one.id, to}, id)
                                 : m_world->must(ClaimHandoff{one.id, m_world->ref(to)}, id);
                    break;
                }
                if (isHeld(one.status) && pick(4) == 0) {
                    m_world->must(ResolveHandoff{one.id, {}, true, {}, {}, pick(2) == 0}, id);
                    break;
                }
            }
        }
        route();
        const std::map<AgentId, int> now = loads(m_world->live);
        for (const auto& [id, load] : now) {
            const Agent& one = m_world->live.agents.at(id);
            QVERIFY2(load <= one.capacity,
                     qPrintable(QStringLiteral("step %1: %2 of %3").arg(step).arg(load).arg(one.capacity)));
        }
        for (const ConversationId& id : all) {
            const ConversationState& state = *m_world->conversation(id);
            if (!state.handoff || !isWaiting(state.handoff->status))
                continue;
            // Offered to somebody, or nobody can have it now.
            QVERIFY2(state.handoff->offer || !nextAgent(m_world->live, state),
                     qPrintable(QString::number(step)));
        }
    }
}

RELEVO_TEST(TestRouting)
#include "tst_routing.moc"
