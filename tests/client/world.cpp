#include "world.h"

#include <domain/priority.h>
#include <protocol/event_codec.h>

#include <algorithm>

namespace relevo::test {

using namespace domain;

QUuid SeededIds::next()
{
    ++m_counter;
    return QUuid(m_counter, static_cast<ushort>(m_random()), 0x7000, 0x80, static_cast<uchar>(m_random()),
                 static_cast<uchar>(m_random()), static_cast<uchar>(m_random()),
                 static_cast<uchar>(m_random()), static_cast<uchar>(m_random()),
                 static_cast<uchar>(m_random()), static_cast<uchar>(m_random()));
}

World::World(quint32 seed, int agents) : ids(seed), m_random(seed)
{
    (void)run({}, CreateProject{Project{ids.make<ProjectId>(), QStringLiteral("Garden shop")}});
    for (int i = 0; i < agents; ++i) {
        Agent agent;
        agent.id = ids.make<AgentId>();
        agent.name = QStringLiteral("Agent %1").arg(i);
        agent.email = QStringLiteral("agent%1@example.com").arg(i);
        agent.availability = Availability::Available;
        m_agents.push_back(agent);
        (void)run({}, CreateAgent{agent});
    }
}

int World::pick(int below)
{
    return static_cast<int>(m_random() % static_cast<unsigned>(below));
}

const ConversationState* World::conversation(const ConversationId& id) const
{
    const auto found = m_all.find(id);
    return found == m_all.end() ? nullptr : &found->second;
}

std::vector<Message> World::messages(const ConversationId& id) const
{
    const auto found = m_messages.find(id);
    return found == m_messages.end() ? std::vector<Message>{} : found->second;
}

Result<std::vector<Event>> World::run(const ConversationId& id, const Command& command, const Actor& actor)
{
    Result<std::vector<Event>> events = decide(m_live, conversation(id), command, {clock.now(), actor, ids});
    if (events)
        record(*events);
    return events;
}

void World::record(std::vector<Event>& events)
{
    for (Event& event : events) {
        event.seq = m_live.seq + 1;
        if (auto* message = std::get_if<Message>(&event.data)) {
            message->seq = event.seq;
            m_messages[event.conversationId].push_back(*message);
        }
        if (const auto* update = std::get_if<DeliveryUpdate>(&event.data)) {
            for (Message& message : m_messages[event.conversationId]) {
                if (message.id == update->messageId && advances(message.delivery, update->delivery)) {
                    message.delivery = update->delivery;
                    message.deliveryError = update->error;
                }
            }
        }
        apply(m_live, event);
        if (!event.conversationId.isNull()) {
            const auto live = m_live.conversations.find(event.conversationId);
            if (live != m_live.conversations.end())
                m_all[event.conversationId] = live->second;
            else
                applyTo(m_all[event.conversationId], event);
        }
        m_journal.push_back(event);
    }
}

ConversationId World::customer(const QString& name, const QString& text, bool handoff)
{
    ReceiveMessage message;
    message.conversationId = ids.make<ConversationId>();
    message.sessionId = message.conversationId.toString();
    message.channel = QStringLiteral("web");
    message.content = text;
    message.contact.name = name;
    (void)run({}, message);
    if (handoff)
        (void)requestHandoff(message.conversationId, TriggerType::Keyword);
    return message.conversationId;
}

void World::write(const ConversationId& id, const QString& text)
{
    const ConversationState* state = conversation(id);
    ReceiveMessage message;
    message.conversationId = id;
    message.sessionId = state->conversation.sessionId;
    message.channel = state->conversation.channel;
    message.content = text;
    (void)run(id, message);
}

HandoffId World::requestHandoff(const ConversationId& id, TriggerType type)
{
    (void)run(id, InitiateHandoff{Trigger{type, QStringLiteral("asked for it"), 1.0}, std::nullopt});
    const ConversationState* state = conversation(id);
    return state && state->handoff ? state->handoff->id : HandoffId();
}

Result<std::vector<Event>> World::claim(const ConversationId& id, int agentIndex)
{
    const Agent& who = agent(agentIndex);
    return run(id, ClaimHandoff{conversation(id)->handoff.value_or(Handoff{}).id, {who.id, who.name}});
}

Result<std::vector<Event>> World::reply(const ConversationId& id, int agentIndex, const QString& text)
{
    const Agent& who = agent(agentIndex);
    SendMessage message;
    message.handoffId = conversation(id)->handoff.value_or(Handoff{}).id;
    message.speaker = {who.id, who.name};
    message.content = text;
    return run(id, message);
}

void World::step()
{
    clock.advance(milliseconds(pick(40'000)));
    const int choice = pick(20);
    if (choice < 3 || m_all.empty()) {
        (void)customer(pick(3) ? QStringLiteral("Customer %1").arg(pick(1000)) : QString(),
                       QStringLiteral("Hello, number %1").arg(pick(1000)), pick(4) == 0);
        return;
    }
    if (choice == 3) {
        (void)run({}, SetAvailability{agent(pick(static_cast<int>(m_agents.size()))).id,
                                      static_cast<Availability>(pick(3))});
        return;
    }
    auto chosen = m_all.begin();
    std::advance(chosen, pick(static_cast<int>(m_all.size())));
    const ConversationState state = chosen->second;
    stepOn(state);
}

void World::stepOn(const ConversationState& state)
{
    const ConversationId& id = state.conversation.id;
    const HandoffId handoff = state.handoff ? state.handoff->id : HandoffId();
    const int who = pick(static_cast<int>(m_agents.size()));
    switch (pick(12)) {
    case 0:
        (void)requestHandoff(id, static_cast<TriggerType>(pick(7)));
        break;
    case 1:
        (void)run(id, MarkNotified{handoff});
        break;
    case 2:
    case 3:
        (void)claim(id, who);
        break;
    case 4:
    case 5:
        for (int agentIndex = 0; agentIndex < static_cast<int>(m_agents.size()); ++agentIndex)
            (void)reply(id, agentIndex, QStringLiteral("Answer %1\nwith a second line").arg(pick(1000)));
        break;
    case 6: {
        ResolveHandoff resolve;
        resolve.handoffId = handoff;
        resolve.mayResolveOthers = true;
        resolve.handBackToBot = pick(2) == 0;
        (void)run(id, resolve);
        break;
    }
    case 7: {
        RecordSummary summary;
        summary.handoffId = handoff;
        summary.summary.mainIssue = QStringLiteral("Broken pot %1").arg(pick(100));
        summary.summary.sentimentScore = pick(1000) / 999.0;
        summary.summary.basedOnSeq = seq();
        (void)run(id, summary);
        break;
    }
    case 8: {
        std::vector<Message>& messages = m_messages[id];
        if (messages.empty())
            break;
        const Message& message = messages[static_cast<std::size_t>(pick(static_cast<int>(messages.size())))];
        RecordDelivery receipt;
        receipt.update.messageId = message.id;
        receipt.update.delivery = static_cast<Delivery>(pick(6));
        if (receipt.update.delivery == Delivery::Failed)
            receipt.update.error = DeliveryError{QStringLiteral("gone"), QStringLiteral("Nobody there")};
        receipt.current = message.delivery;
        (void)run(id, receipt);
        break;
    }
    case 9:
        (void)run(id, AbandonHandoff{handoff});
        break;
    default:
        write(id, QStringLiteral("More of it, %1").arg(pick(1000)));
    }
}

std::vector<protocol::Json> World::snapshot(std::size_t perPage) const
{
    std::vector<protocol::SnapshotPage> pages(1);
    pages[0].project = m_live.project;
    pages[0].settings = m_live.settings;
    for (const auto& [id, agent] : m_live.agents)
        pages[0].agents.push_back(agent);
    for (const auto& [id, state] : m_live.conversations) {
        if (pages.back().conversations.size() >= perPage)
            pages.emplace_back();
        std::vector<Message> newest = messages(id);
        if (newest.size() > 50)
            newest.erase(newest.begin(), newest.end() - 50);
        pages.back().conversations.push_back({state, std::move(newest)});
    }
    std::vector<protocol::Json> result;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        pages[i].seq = m_live.seq;
        pages[i].page = static_cast<int>(i);
        pages[i].last = i + 1 == pages.size();
        result.push_back(protocol::toJson(pages[i]));
    }
    return result;
}

std::optional<Message> World::saidByOthers(const ConversationId& id, qint64 seq, const AgentId& agent) const
{
    for (const Message& message : messages(id)) {
        const bool own = message.author == Author::Agent && message.authorId == agent.toString();
        if (message.seq > seq && !message.note && !own && message.author != Author::System)
            return message;
    }
    return std::nullopt;
}

Event World::overTheWire(const Event& event)
{
    return protocol::decodeEvent(std::string_view(protocol::encodeEvent(event))).value();
}

} // namespace relevo::test
