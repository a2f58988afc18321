#include <relay/simulation_day.h>

#include <relay/simulation.h>

#include <domain/decide.h>
#include <domain/routing.h>
#include <domain/timers.h>

#include <algorithm>

namespace relevo::relay {

using namespace std::chrono_literals;
using domain::EventType;

namespace {

constexpr auto lastAnswersAfter = 2h; // after the day, for what is still open

} // namespace

QUuid SimulatedDay::Numbers::next()
{
    ++m_last;
    return {static_cast<uint>(m_last >> 16), static_cast<ushort>(m_last), 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0};
}

SimulatedDay::SimulatedDay(const DayPlan& plan, domain::Routing routing, quint32 seed)
    : m_plan(plan), m_dice(seed ^ 0x5eedU), m_tally(routing)
{
    m_figures.handoffs = static_cast<int>(plan.customers.size());
    open(routing);
}

SimulationFigures SimulatedDay::play()
{
    while (!m_items.empty() && m_items.top().at <= m_end) {
        const Item item = m_items.top();
        m_items.pop();
        m_now = item.at;
        happen(item);
        if (std::exchange(m_toDispatch, false))
            dispatch();
    }
    finish();
    return m_tally.take();
}

void SimulatedDay::at(Timestamp when, Kind kind, std::size_t who, qint64 token)
{
    m_items.push({when, ++m_order, kind, who, token});
}

void SimulatedDay::after(milliseconds span, Kind kind, std::size_t who, qint64 token)
{
    at(m_now + span, kind, who, token);
}

void SimulatedDay::open(domain::Routing routing)
{
    command(domain::CreateProject{{m_ids.make<domain::ProjectId>(), QStringLiteral("Simulation")}});
    domain::Settings settings = m_state.settings;
    settings.routing = routing;
    settings.graceMinutes = 10;
    settings.sla.policies = {{QStringLiteral("all"), {}, {}, {}, 5, 3, 60, false}};
    command(domain::ChangeSettings{settings});
    for (std::size_t i = 0; i < m_plan.agents.size(); ++i) {
        const PlannedAgent& planned = m_plan.agents[i];
        domain::Agent agent;
        agent.id = m_ids.make<domain::AgentId>();
        agent.name = QStringLiteral("Agent %1").arg(i);
        agent.email = QStringLiteral("%1@example.com").arg(i);
        agent.languages = planned.languages;
        agent.skills = planned.skills;
        agent.capacity = planned.capacity;
        m_workers.push_back({agent.id, 0, false, std::nullopt, {}});
        m_workerOf[agent.id] = i;
        command(domain::CreateAgent{std::move(agent)});
        for (std::size_t step = 0; step < planned.steps.size(); ++step)
            at(m_start + planned.steps[step].at, Kind::Step, i, static_cast<qint64>(step));
    }
    m_customers.resize(m_plan.customers.size());
    for (std::size_t i = 0; i < m_plan.customers.size(); ++i)
        at(m_start + m_plan.customers[i].at, Kind::Arrive, i);
    at(m_start, Kind::Minute, 0);
    m_end = m_start + m_plan.length + lastAnswersAfter;
}

const domain::ConversationState* SimulatedDay::live(std::size_t customer) const
{
    const auto found = m_state.conversations.find(m_customers[customer].conversation);
    return found == m_state.conversations.end() ? nullptr : &found->second;
}

bool SimulatedDay::command(const domain::Command& command, std::optional<std::size_t> customer)
{
    const domain::ConversationState* conversation = customer ? live(*customer) : nullptr;
    auto events = domain::decide(m_state, conversation, command, {m_now, {}, m_ids});
    if (!events)
        return false;
    for (domain::Event& event : *events) {
        event.seq = m_state.seq + 1;
        if (auto* message = std::get_if<domain::Message>(&event.data))
            message->seq = event.seq;
        domain::apply(m_state, event);
        hear(event);
    }
    return true;
}

void SimulatedDay::hear(const domain::Event& event)
{
    if (const auto* agent = std::get_if<domain::Agent>(&event.data))
        hearAgent(event.type, m_workerOf.at(agent->id));
    if (event.conversationId.isNull())
        return;
    const auto customer = m_customerOf.find(event.conversationId);
    if (customer == m_customerOf.end())
        return;
    if (const auto* handoff = std::get_if<domain::Handoff>(&event.data))
        hearHandoff(event.type, *handoff, customer->second);
    schedule(customer->second);
}

void SimulatedDay::hearAgent(EventType type, std::size_t who)
{
    if (type != EventType::AgentAvailability)
        return;
    m_toDispatch = true;
    Worker& worker = m_workers[who];
    if (isThere(who)) {
        worker.availableSince = worker.availableSince.value_or(m_now);
        lookSoon(who);
    } else if (worker.availableSince) {
        worker.available += m_now - *std::exchange(worker.availableSince, std::nullopt);
    }
    for (const domain::ConversationId& id : m_state.conversations.of(worker.id))
        schedule(m_customerOf.at(id));
}

void SimulatedDay::hearHandoff(EventType type, const domain::Handoff& handoff, std::size_t who)
{
    Customer& customer = m_customers[who];
    switch (type) {
    case EventType::HandoffOffered:
        ++m_figures.offers;
        after(m_dice.seconds(2, 12), Kind::Choose, who, ++customer.offers);
        break;
    case EventType::HandoffDeclined:
        ++(handoff.passedBy.back().reason.isEmpty() ? m_figures.lapsed : m_figures.declined);
        m_toDispatch = true;
        break;
    case EventType::HandoffClaimed:
        ++m_workers[m_workerOf.at(handoff.assignedTo->id)].taken;
        after(typing(8, 30, handoff), Kind::Answer, who, handoff.epoch);
        break;
    case EventType::HandoffActivated:
        if (!std::exchange(customer.answered, true))
            m_tally.answeredAfter(m_now - handoff.createdAt);
        break;
    case EventType::HandoffTransferred:
        ++m_figures.returned;
        waits();
        break;
    case EventType::HandoffConverted:
        ++m_figures.tickets;
        customer.turns = 0; // they look for the answer later
        waits();
        break;
    case EventType::HandoffRequested:
        waits();
        break;
    case EventType::HandoffAbandoned:
        m_figures.abandoned += customer.answered ? 0 : 1;
        judge(customer, handoff);
        m_toDispatch = true;
        break;
    case EventType::HandoffResolved:
        judge(customer, handoff);
        m_toDispatch = true;
        lookSoon(m_workerOf.at(handoff.assignedTo->id));
        break;
    default:
        break;
    }
}

void SimulatedDay::judge(Customer& customer, const domain::Handoff& handoff)
{
    if (!std::exchange(customer.judged, true) && handoff.sla && handoff.sla->firstResponse)
        m_tally.firstResponseEnded(handoff.sla->firstResponse->state);
}

void SimulatedDay::schedule(std::size_t who)
{
    Customer& customer = m_customers[who];
    const domain::ConversationState* state = live(who);
    const std::optional<Timestamp> due = state ? domain::nextDue(m_state, *state) : std::nullopt;
    if (due == customer.dueAt)
        return;
    customer.dueAt = due;
    ++customer.due;
    if (due)
        at(std::max(m_now, *due), Kind::Tick, who, customer.due);
}

void SimulatedDay::dispatch()
{
    for (const domain::HandoffId& id : domain::offerable(m_state, m_now))
        (void)command(domain::RouteHandoff{id}, m_customerOfHandoff.at(id));
}

void SimulatedDay::waits()
{
    m_toDispatch = true;
    if (m_figures.routing != domain::Routing::Manual)
        return;
    for (std::size_t who = 0; who < m_workers.size(); ++who) {
        if (m_workers[who].availableSince)
            lookSoon(who);
    }
}

void SimulatedDay::finish()
{
    for (std::size_t who = 0; who < m_customers.size(); ++who) {
        const domain::ConversationState* state = live(who);
        if (state && state->handoff && state->handoff->id == m_customers[who].handoff)
            judge(m_customers[who], *state->handoff);
    }
    for (Worker& worker : m_workers) {
        if (worker.availableSince)
            worker.available += m_now - *worker.availableSince;
        // Whoever was there for some minutes only says nothing about fairness.
        if (worker.available * 10 > m_plan.length)
            m_tally.worked(worker.taken, worker.available);
    }
}

SimulationFigures simulateDay(const DayPlan& plan, domain::Routing routing, quint32 seed)
{
    return SimulatedDay(plan, routing, seed).play();
}

} // namespace relevo::relay
