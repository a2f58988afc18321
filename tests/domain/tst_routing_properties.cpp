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

/// Long random lives of a project that offers its handoffs: what must hold at every moment of them.
class TestRoutingProperties final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostAndNobodyOverloaded_data();
    void nothingIsLostAndNobodyOverloaded();
    void turnsAreEven_data();
    void turnsAreEven();
    void everybodyHearsWhenNobodyIsLeft();
    void whoGivesItBackIsNotAskedAgain();
    void whoIsBusyIsNotAsked();
    void whoLeavesGivesBack();
    void whoTakesAnyNumberIsOfferedOneAtATime();
    void nobodyWithAFreeHandIsForgotten();
    void manyOpenConversationsCostNoMore();
};

namespace {

constexpr int lastRouting = static_cast<int>(Routing::LeastBusy);

/// Everything a relay does around the domain: the scheduler's ticks at their time, the dispatcher's looks,
/// and crashes, after which the state is what the events say.
class Desk
{
public:
    Desk(quint32 seed, Routing routing, int agents, int capacity) : m_random(seed)
    {
        Settings settings = world.live.settings;
        settings.routing = routing;
        settings.graceMinutes = 3;
        settings.sla.policies = {{QStringLiteral("all"), {}, {}, {}, 2, 2, 20, false}};
        world.must(ChangeSettings{settings});
        for (int i = 0; i < agents; ++i)
            this->agents.push_back(world.addAgent(QStringLiteral("Agent%1").arg(i), Availability::Available,
                                                  capacity == 0 ? 1 + i % 4 : capacity));
        if (capacity == 0)
            this->agents.push_back(world.addAgent(QStringLiteral("Unbound")));
    }

    std::size_t pick(std::size_t below) { return m_random() % below; }

    const ConversationState& state(ConversationId id) const { return *world.conversation(id); }

    ConversationId arrive()
    {
        const ConversationId id = world.say(QStringLiteral("hi"));
        world.ask(id);
        all.push_back(id);
        return id;
    }

    /// Time goes by; whatever falls due is done at its time.
    void pass(milliseconds span)
    {
        const Timestamp end = world.now + span;
        for (;;) {
            std::optional<std::pair<Timestamp, ConversationId>> first;
            for (const auto& [id, one] : world.live.conversations) {
                const auto due = nextDue(world.live, one);
                if (due && *due <= end && (!first || *due < first->first))
                    first = {*due, id};
            }
            if (!first)
                break;
            world.now = std::max(world.now, first->first);
            world.must(Tick{}, first->second);
            dispatch();
        }
        world.now = end;
    }

    void dispatch()
    {
        for (const HandoffId& handoff : offerable(world.live, world.now)) {
            for (const ConversationId& id : world.live.conversations.waiting()) {
                if (world.live.conversations.at(id).handoff->id == handoff) {
                    world.must(RouteHandoff{handoff}, id);
                    break;
                }
            }
        }
    }

    /// What the disk has is all that is left.
    bool crash()
    {
        ProjectState folded;
        for (const Event& event : world.log)
            apply(folded, event);
        const bool same = folded == world.live &&
                          folded.conversations.byAgent() == world.live.conversations.byAgent() &&
                          folded.conversations.waiting() == world.live.conversations.waiting();
        world.live = std::move(folded);
        return same;
    }

    /// Somebody does something; only what they were offered is taken.
    void act()
    {
        const AgentId agent = agents[pick(agents.size())];
        const std::set<ConversationId> theirs = world.live.conversations.of(agent);
        switch (pick(9)) {
        case 0:
        case 1:
            arrive();
            break;
        case 2:
            world.must(SetPresence{agent, pick(3) != 0});
            break;
        case 3:
            world.must(SetAvailability{agent, pick(4) == 0 ? static_cast<Availability>(1 + pick(2))
                                                           : Availability::Available});
            break;
        default:
            for (const ConversationId& id : theirs)
                handle(agent, id);
        }
    }

    World world;
    std::vector<AgentId> agents;
    std::vector<ConversationId> all;

private:
    void handle(AgentId agent, ConversationId id)
    {
        const Handoff handoff = *state(id).handoff;
        if (handoff.offer) {
            switch (pick(4)) {
            case 0:
                world.must(DeclineOffer{handoff.id, agent}, id);
                break;
            case 1:
                break; // it lapses
            default:
                world.claim(id, handoff.id, agent);
            }
            return;
        }
        switch (pick(6)) {
        case 0:
            world.must(TransferHandoff{handoff.id, world.ref(agent), false, std::nullopt, false, {}}, id);
            break;
        case 1:
        case 2:
            world.must(ResolveHandoff{handoff.id, agent, false, {}, {}, pick(2) == 0}, id);
            break;
        case 3:
            world.say(QStringLiteral("?"), id);
            break;
        default:
            world.must(SendMessage{handoff.id, world.ref(agent), QStringLiteral("!"), {}, {}}, id);
        }
    }

    std::mt19937 m_random;
};

/// What was wrong with the offer, in the state before it.
QString wrongOffer(const ProjectState& before, const Event& event)
{
    const Handoff& handoff = std::get<Handoff>(event.data);
    const Agent& agent = before.agents.at(handoff.offer->agent.id);
    if (agent.availability != Availability::Available || agent.goneAt)
        return QStringLiteral("offered to somebody who is not there");
    for (const Passed& passed : handoff.passedBy) {
        if (passed.agent == agent.id)
            return QStringLiteral("offered again to who passed it on");
    }
    return {};
}

} // namespace

void TestRoutingProperties::nothingIsLostAndNobodyOverloaded_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<int>("routing");
    for (quint32 seed = 1; seed <= 3; ++seed) {
        for (int routing = static_cast<int>(Routing::RoundRobin); routing <= lastRouting; ++routing)
            QTest::addRow("%u, routing %d", seed, routing) << seed << routing;
    }
}

void TestRoutingProperties::nothingIsLostAndNobodyOverloaded()
{
    QFETCH(quint32, seed);
    QFETCH(int, routing);
    Desk desk(seed, static_cast<Routing>(routing), 6, 0);
    World& world = desk.world;
    std::size_t looked = 0;
    ProjectState seen;
    for (int step = 0; step < 500; ++step) {
        desk.pass(milliseconds(desk.pick(desk.pick(10) == 0 ? 400'000 : 15'000)));
        desk.act();
        desk.dispatch();
        if (step % 97 == 0)
            QVERIFY(desk.crash());
        const QByteArray where = QByteArray::number(step);
        for (const auto& [id, load] : loads(world.live)) {
            const Agent& agent = world.live.agents.at(id);
            QVERIFY2(load <= agent.capacity || agent.capacity == 0, where.constData());
            const std::set<ConversationId>& theirs = world.live.conversations.of(id);
            const auto offers = std::count_if(theirs.begin(), theirs.end(), [&](const ConversationId& one) {
                return world.live.conversations.at(one).handoff->offer.has_value();
            });
            QVERIFY2(world.live.conversations.isOffered(id) == (offers > 0), where.constData());
            QVERIFY2(offers <= 1 || agent.capacity > 0, where.constData());
        }
        for (const ConversationId& id : world.live.conversations.waiting()) {
            const ConversationState& state = world.live.conversations.at(id);
            // Offered to somebody who can still take it, or nobody can have it now.
            QVERIFY2(state.handoff->offer || !nextAgent(world.live, state), where.constData());
            const auto due = nextDue(world.live, state);
            QVERIFY2(!state.handoff->offer || (due && *due <= state.handoff->offer->expiresAt),
                     where.constData());
        }
        for (; looked < world.log.size(); ++looked) {
            const Event& event = world.log[looked];
            const QString wrong =
                event.type == EventType::HandoffOffered ? wrongOffer(seen, event) : QString();
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
            apply(seen, event);
        }
    }
    // Each handoff is somewhere: waiting, held or over; none has vanished with its conversation.
    std::set<HandoffId> requested;
    for (const Event& event : world.log) {
        if (event.type == EventType::HandoffRequested)
            requested.insert(event.handoffId);
    }
    QVERIFY(requested.size() > 60);
    std::map<HandoffId, HandoffStatus> last;
    for (const Event& event : world.log) {
        if (const auto* handoff = std::get_if<Handoff>(&event.data))
            last[handoff->id] = handoff->status;
    }
    for (const HandoffId& id : requested) {
        const bool open = isOpen(last.at(id));
        const bool live = std::any_of(
            world.live.conversations.begin(), world.live.conversations.end(),
            [&id](const auto& entry) { return entry.second.handoff && entry.second.handoff->id == id; });
        QVERIFY(!open || live);
    }
}

void TestRoutingProperties::turnsAreEven_data()
{
    QTest::addColumn<int>("millisecondsApart");
    QTest::newRow("a minute apart") << 60'000;
    QTest::newRow("seconds apart") << 3'000;
    QTest::newRow("all in one moment") << 0;
}

// Equal agents who are always there: round robin asks each once before anybody twice, whoever answers when;
// least_busy never asks somebody who holds more than another who could have it.
void TestRoutingProperties::turnsAreEven()
{
    QFETCH(int, millisecondsApart);
    for (const Routing routing : {Routing::RoundRobin, Routing::LeastBusy}) {
        Desk desk(9, routing, 7, 200);
        World& world = desk.world;
        std::map<AgentId, int> asked;
        std::vector<ConversationId> open;
        for (int i = 0; i < 700; ++i) {
            const std::map<AgentId, int> before = loads(world.live);
            const ConversationId id = desk.arrive();
            const AgentId agent = desk.state(id).handoff->offer->agent.id;
            ++asked[agent];
            open.push_back(id);
            if (routing == Routing::RoundRobin) {
                int least = asked.size() < desk.agents.size() ? 0 : asked.begin()->second;
                int most = 0;
                for (const auto& [who, count] : asked) {
                    least = std::min(least, count);
                    most = std::max(most, count);
                }
                QVERIFY2(most - least <= 1, qPrintable(QString::number(i)));
            } else {
                const auto load = [&before](const AgentId& who) {
                    const auto found = before.find(who);
                    return found == before.end() ? 0 : found->second;
                };
                for (const AgentId& other : desk.agents)
                    QVERIFY(load(agent) <= load(other));
            }
            // Some answer soon, some late, some are done; but nobody lets one lapse.
            while (!open.empty() && (desk.pick(3) > 0 || open.size() > 60)) {
                std::swap(open[desk.pick(open.size())], open.back());
                const Handoff handoff = *desk.state(open.back()).handoff;
                if (handoff.offer) {
                    world.claim(open.back(), handoff.id, handoff.offer->agent.id);
                } else {
                    world.must(ResolveHandoff{handoff.id, {}, true, {}, {}, false}, open.back());
                    open.pop_back();
                }
            }
            world.now += milliseconds(millisecondsApart);
        }
    }
}

void TestRoutingProperties::everybodyHearsWhenNobodyIsLeft()
{
    Desk desk(1, Routing::RoundRobin, 2, 5);
    World& world = desk.world;
    const ConversationId id = desk.arrive();
    const auto decline = [&] {
        const Handoff& handoff = *desk.state(id).handoff;
        return typesOf(world.must(DeclineOffer{handoff.id, handoff.offer->agent.id}, id));
    };
    QVERIFY(decline() ==
            std::vector({EventType::HandoffDeclined, EventType::HandoffOffered, EventType::AgentAssigned}));
    world.now = desk.state(id).handoff->offer->expiresAt;
    QVERIFY(
        typesOf(world.must(Tick{}, id)) ==
        std::vector({EventType::HandoffDeclined, EventType::HandoffReminded, EventType::NotificationPosted}));
    // The reminder for everybody does not begin the time after which it becomes a ticket.
    QVERIFY(!desk.state(id).handoff->remindedAt);
    QVERIFY(!desk.state(id).handoff->offer);
}

void TestRoutingProperties::whoGivesItBackIsNotAskedAgain()
{
    Desk desk(1, Routing::LeastBusy, 2, 5);
    World& world = desk.world;
    const ConversationId id = desk.arrive();
    const AgentId first = desk.state(id).handoff->offer->agent.id;
    const HandoffId handoff = desk.state(id).handoff->id;
    world.claim(id, handoff, first);
    world.must(TransferHandoff{handoff, world.ref(first), false, std::nullopt, false, {}}, id);
    QVERIFY(desk.state(id).handoff->offer);
    QVERIFY(desk.state(id).handoff->offer->agent.id != first);
}

void TestRoutingProperties::whoIsBusyIsNotAsked()
{
    Desk desk(1, Routing::RoundRobin, 2, 5);
    World& world = desk.world;
    world.must(SetAvailability{desk.agents[0], Availability::Busy});
    for (int i = 0; i < 5; ++i)
        QCOMPARE(desk.state(desk.arrive()).handoff->offer->agent.id, desk.agents[1]);
    // Whoever does not want to be disturbed keeps what they hold, and gives back what they were offered.
    const ConversationId held = desk.all.front();
    world.claim(held, desk.state(held).handoff->id, desk.agents[1]);
    world.must(SetAvailability{desk.agents[1], Availability::Busy});
    desk.pass(1ms);
    QVERIFY(!desk.state(desk.all.back()).handoff->offer);
    desk.pass(4min);
    QVERIFY(isHeld(desk.state(held).handoff->status));
}

void TestRoutingProperties::whoLeavesGivesBack()
{
    Desk desk(1, Routing::RoundRobin, 2, 5);
    World& world = desk.world;
    for (const AgentId& agent : desk.agents)
        world.must(SetPresence{agent, true});
    const ConversationId held = desk.arrive();
    const AgentId leaver = desk.state(held).handoff->offer->agent.id;
    world.claim(held, desk.state(held).handoff->id, leaver);
    desk.arrive();
    const ConversationId offered = desk.arrive();
    QCOMPARE(desk.state(offered).handoff->offer->agent.id, leaver);
    world.must(SetPresence{leaver, false});
    desk.pass(1ms);
    QVERIFY(desk.state(offered).handoff->offer->agent.id != leaver);
    // What they hold they keep for a while: they may be back in a moment.
    desk.pass(2min);
    QVERIFY(isHeld(desk.state(held).handoff->status));
    desk.pass(1min);
    QVERIFY(isWaiting(desk.state(held).handoff->status));
    QVERIFY(desk.state(held).handoff->offer->agent.id != leaver);
}

// All at one moment would run out at one moment, and what ran out counts as passed on.
void TestRoutingProperties::whoTakesAnyNumberIsOfferedOneAtATime()
{
    Desk desk(1, Routing::LeastBusy, 0, 5);
    World& world = desk.world;
    const AgentId ana = world.addAgent(QStringLiteral("Ana"));
    const AgentId bo = world.addAgent(QStringLiteral("Bo"));
    for (int i = 0; i < 6; ++i)
        desk.arrive();
    const auto offered = [&] {
        std::vector<std::pair<std::size_t, AgentId>> found;
        for (std::size_t i = 0; i < desk.all.size(); ++i) {
            if (const std::optional<Offer>& offer = desk.state(desk.all[i]).handoff->offer)
                found.push_back({i, offer->agent.id});
        }
        return found;
    };
    QVERIFY(offered() == (std::vector<std::pair<std::size_t, AgentId>>{{0, ana}, {1, bo}}));
    // The next one comes when it is answered …
    world.claim(desk.all[0], desk.state(desk.all[0]).handoff->id, ana);
    desk.dispatch();
    QVERIFY(offered() == (std::vector<std::pair<std::size_t, AgentId>>{{1, bo}, {2, ana}}));
    // … declined …
    world.must(DeclineOffer{desk.state(desk.all[1]).handoff->id, bo}, desk.all[1]);
    desk.dispatch();
    QVERIFY(offered() == (std::vector<std::pair<std::size_t, AgentId>>{{2, ana}, {3, bo}}));
    // … or has run out, and each of those who wait is offered to both before it is left to everybody.
    desk.pass(31s);
    QCOMPARE(offered().size(), std::size_t(2));
    for (const ConversationId& id : desk.all)
        QVERIFY(desk.state(id).handoff->passedBy.size() <= 1);
    const Consideration full = consider(world.live, desk.state(desk.all.back())).back();
    QVERIFY(full.fit == Fit::Offered);
}

// Offers to one agent are made without those that only fit another waiting for the next look.
void TestRoutingProperties::nobodyWithAFreeHandIsForgotten()
{
    Desk desk(1, Routing::RoundRobin, 0, 5);
    World& world = desk.world;
    std::vector<ConversationId> waiting;
    for (const char16_t* language : {u"es", u"es", u"es", u"pt"}) {
        ReceiveMessage command = world.message(QStringLiteral("hi"));
        command.language = QStringView(language).toString();
        world.must(command);
        world.ask(command.conversationId);
        waiting.push_back(command.conversationId);
        world.now += 1s;
    }
    for (const char16_t* language : {u"es", u"pt"}) {
        Agent agent;
        agent.id = world.ids.make<AgentId>();
        agent.name = agent.email = QStringView(language).toString();
        agent.availability = Availability::Available;
        agent.languages = QStringList{agent.name};
        world.must(CreateAgent{agent});
    }
    desk.dispatch();
    QVERIFY(desk.state(waiting[0]).handoff->offer && !desk.state(waiting[1]).handoff->offer);
    QVERIFY(desk.state(waiting[3]).handoff->offer);
}

// A decision looks at the agents, not at every open conversation.
void TestRoutingProperties::manyOpenConversationsCostNoMore()
{
    Desk desk(1, Routing::LeastBusy, 20, 10'000);
    World& world = desk.world;
    const ConversationId id = desk.arrive();
    const ConversationState waiting = desk.state(id);
    const auto fill = [&](int count) {
        for (int i = 0; i < count; ++i) {
            ConversationState held = waiting;
            held.conversation.id = world.ids.make<ConversationId>();
            held.handoff->status = HandoffStatus::Active;
            held.handoff->offer.reset();
            held.handoff->assignedTo =
                world.ref(desk.agents[static_cast<std::size_t>(i) % desk.agents.size()]);
            world.live.conversations.put(held.conversation.id, held);
        }
    };
    const auto cost = [&] {
        std::chrono::nanoseconds best = 1h;
        for (int i = 0; i < 50; ++i) {
            const auto begin = std::chrono::steady_clock::now();
            const bool found = nextAgent(world.live, waiting).has_value();
            best = std::min<std::chrono::nanoseconds>(best, std::chrono::steady_clock::now() - begin);
            if (!found)
                return std::chrono::nanoseconds(1h);
        }
        return best;
    };
    fill(200);
    const std::chrono::nanoseconds few = cost();
    fill(19'800);
    const std::chrono::nanoseconds many = cost();
    qInfo("a decision takes %lld us with 200 open conversations, %lld us with 20,000",
          static_cast<long long>(few.count() / 1'000), static_cast<long long>(many.count() / 1'000));
    QVERIFY(many < few * 10);
    int all = 0;
    for (const auto& [agent, load] : loads(world.live))
        all += load;
    QCOMPARE(all, 20'001);
}

RELEVO_TEST(TestRoutingProperties)
#include "tst_routing_properties.moc"
