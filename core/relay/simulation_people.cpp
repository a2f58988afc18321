#include <relay/simulation_day.h>

#include <domain/priority.h>

#include <algorithm>

namespace relevo::relay {

using namespace std::chrono_literals;
using domain::HandoffStatus;

const domain::Agent& SimulatedDay::agent(std::size_t worker) const
{
    return m_state.agents.at(m_workers[worker].id);
}

bool SimulatedDay::isThere(std::size_t worker) const
{
    const domain::Agent& one = agent(worker);
    return one.availability == domain::Availability::Available && !one.goneAt;
}

int SimulatedDay::load(std::size_t worker) const
{
    return static_cast<int>(m_state.conversations.of(m_workers[worker].id).size());
}

void SimulatedDay::lookSoon(std::size_t who)
{
    if (m_figures.routing != domain::Routing::Manual || m_workers[who].looks ||
        load(who) >= m_plan.agents[who].capacity || m_state.conversations.waiting().empty())
        return;
    m_workers[who].looks = true;
    const double mean = 8'000.0 / m_plan.agents[who].eagerness;
    after(milliseconds(500 + static_cast<qint64>(m_dice.exponential(mean))), Kind::Look, who);
}

milliseconds SimulatedDay::typing(double from, double to, const domain::Handoff& handoff)
{
    const std::size_t who = m_workerOf.at(handoff.assignedTo->id);
    // Whoever talks with several at once answers each later.
    const double pace = m_plan.agents[who].slowness * (0.7 + 0.3 * load(who));
    return m_dice.seconds(from * pace, to * pace);
}

void SimulatedDay::happen(const Item& item)
{
    switch (item.kind) {
    case Kind::Arrive:
        return arrive(item.who);
    case Kind::GiveUp:
        return giveUp(item.who);
    case Kind::Tick:
        if (m_customers[item.who].due == item.token) {
            m_customers[item.who].dueAt.reset();
            (void)command(domain::Tick{}, item.who);
            schedule(item.who);
        }
        return;
    case Kind::Step:
        return step(item.who, m_plan.agents[item.who].steps[static_cast<std::size_t>(item.token)].what);
    case Kind::Choose:
        return choose(item.who, item.token);
    case Kind::Look:
        return look(item.who);
    case Kind::Answer:
        return answer(item.who, item.token);
    case Kind::Write:
        return write(item.who);
    case Kind::Resolve:
        return resolve(item.who, item.token);
    case Kind::Minute:
        return minute();
    }
}

void SimulatedDay::arrive(std::size_t who)
{
    const PlannedCustomer& planned = m_plan.customers[who];
    Customer& customer = m_customers[who];
    domain::ReceiveMessage message;
    message.conversationId = m_ids.make<domain::ConversationId>();
    message.sessionId = QString::number(who);
    message.channel = QStringLiteral("web");
    message.content = QStringLiteral("I need somebody.");
    message.language = planned.language;
    customer.conversation = message.conversationId;
    customer.turns = planned.turns;
    m_customerOf[customer.conversation] = who;
    (void)command(message);
    const domain::Priority priority = planned.urgent ? domain::Priority::Urgent : domain::Priority::Normal;
    (void)command(domain::InitiateHandoff{{}, priority, planned.skills}, who);
    const domain::ConversationState* state = live(who);
    if (!state || !state->handoff)
        return;
    customer.handoff = state->handoff->id;
    m_customerOfHandoff[customer.handoff] = who;
    after(planned.patience, Kind::GiveUp, who);
}

void SimulatedDay::giveUp(std::size_t who)
{
    const domain::ConversationState* state = live(who);
    if (state && !m_customers[who].answered && domain::isOpen(state->handoff->status) &&
        state->handoff->status != HandoffStatus::ConvertedToTicket)
        (void)command(domain::AbandonHandoff{m_customers[who].handoff}, who);
}

void SimulatedDay::step(std::size_t who, PlannedStep::What what)
{
    const domain::AgentId id = m_workers[who].id;
    switch (what) {
    case PlannedStep::What::ShiftBegins:
        (void)command(domain::SetAvailability{id, domain::Availability::Available});
        (void)command(domain::SetPresence{id, true});
        break;
    case PlannedStep::What::BreakEnds:
        (void)command(domain::SetAvailability{id, domain::Availability::Available});
        break;
    case PlannedStep::What::ShiftEnds: // who leaves ends what they have begun, see answer()
    case PlannedStep::What::BreakBegins:
        (void)command(domain::SetAvailability{id, domain::Availability::Away});
        break;
    case PlannedStep::What::ConnectionLost:
        (void)command(domain::SetPresence{id, false});
        break;
    case PlannedStep::What::ConnectionBack:
        (void)command(domain::SetPresence{id, true});
        break;
    }
}

void SimulatedDay::choose(std::size_t who, qint64 offer)
{
    const domain::ConversationState* state = live(who);
    if (!state || m_customers[who].offers != offer || !state->handoff->offer)
        return;
    const domain::AgentRef to = state->handoff->offer->agent;
    const double mood = m_dice.share();
    if (mood < 0.03)
        (void)command(domain::DeclineOffer{state->handoff->id, to.id, QStringLiteral("busy")}, who);
    else if (mood > 0.05) // else they do not notice
        (void)command(domain::ClaimHandoff{state->handoff->id, to}, who);
}

void SimulatedDay::look(std::size_t who)
{
    m_workers[who].looks = false;
    const PlannedAgent& planned = m_plan.agents[who];
    if (!isThere(who) || load(who) >= planned.capacity)
        return;
    const domain::Handoff* first = nullptr;
    for (const domain::ConversationId& id : m_state.conversations.waiting()) {
        const domain::Handoff& handoff = *m_state.conversations.at(id).handoff;
        const PlannedCustomer& customer = m_plan.customers[m_customerOf.at(id)];
        const bool serves = planned.languages.contains(customer.language) &&
                            std::all_of(customer.skills.begin(), customer.skills.end(),
                                        [&](const QString& skill) { return planned.skills.contains(skill); });
        if (serves && (!first || domain::queueBefore(handoff, *first, m_now)))
            first = &handoff;
    }
    if (!first)
        return;
    (void)command(domain::ClaimHandoff{first->id, {m_workers[who].id, agent(who).name}},
                  m_customerOf.at(first->conversationId));
    lookSoon(who);
}

const domain::ConversationState* SimulatedDay::held(std::size_t who, qint64 epoch) const
{
    const domain::ConversationState* state = live(who);
    return state && state->control.epoch == epoch && state->control.holder == domain::Holder::Agent ? state
                                                                                                    : nullptr;
}

void SimulatedDay::answer(std::size_t who, qint64 epoch)
{
    const domain::ConversationState* state = held(who, epoch);
    if (!state)
        return;
    const domain::Handoff handoff = *state->handoff;
    if (isOutOfReach(m_workerOf.at(handoff.assignedTo->id))) {
        after(10s, Kind::Answer, who, epoch);
        return;
    }
    (void)command(
        domain::SendMessage{handoff.id, *handoff.assignedTo, QStringLiteral("Let me see."), {}, epoch}, who);
    Customer& customer = m_customers[who];
    if (customer.turns-- > 0)
        after(m_dice.seconds(10, 110), Kind::Write, who);
    else if (!m_plan.customers[who].vanishes)
        after(m_dice.seconds(10, 40), Kind::Resolve, who, epoch);
}

bool SimulatedDay::isOutOfReach(std::size_t who) const
{
    using enum PlannedStep::What;
    bool inBreak = false;
    bool cut = false;
    for (const PlannedStep& step : m_plan.agents[who].steps) {
        if (m_start + step.at > m_now)
            break;
        inBreak = step.what == BreakBegins || (inBreak && step.what != BreakEnds);
        cut = step.what == ConnectionLost || (cut && step.what != ConnectionBack);
    }
    return inBreak || cut;
}

void SimulatedDay::write(std::size_t who)
{
    const domain::ConversationState* state = live(who);
    if (!state)
        return;
    domain::ReceiveMessage message;
    message.conversationId = state->conversation.id;
    message.sessionId = state->conversation.sessionId;
    message.channel = state->conversation.channel;
    message.content = QStringLiteral("And what about this?");
    (void)command(message, who);
    state = live(who);
    if (state && state->control.holder == domain::Holder::Agent)
        after(typing(12, 60, *state->handoff), Kind::Answer, who, state->control.epoch);
}

void SimulatedDay::resolve(std::size_t who, qint64 epoch)
{
    if (const domain::ConversationState* state = held(who, epoch))
        (void)command(domain::ResolveHandoff{state->handoff->id, state->control.agent, false, {}, {}, false},
                      who);
}

void SimulatedDay::minute()
{
    std::vector<double> loads;
    for (std::size_t who = 0; who < m_workers.size(); ++who) {
        if (m_workers[who].availableSince)
            loads.push_back(load(who));
    }
    m_tally.loadsNow(loads);
    if (m_now < m_start + m_plan.length)
        after(1min, Kind::Minute, 0);
}

} // namespace relevo::relay
