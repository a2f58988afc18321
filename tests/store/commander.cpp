#include "commander.h"

#include <domain/redaction.h>
#include <store/replay.h>

#include <algorithm>

namespace relevo::test {
namespace {

/// The nth of a map, in its order.
template <typename Map>
const typename Map::value_type& nth(const Map& map, int n)
{
    return *std::next(map.begin(), n);
}

/// Of a message whose contact was erased.
domain::Message leftOf(const domain::Message& message)
{
    domain::Event event;
    event.data = message;
    auto left = std::get<domain::Message>(domain::withoutPerson(event, message.conversationId).data);
    if (left.delivery == domain::Delivery::Queued && !left.note) {
        left.delivery = domain::Delivery::Failed;
        left.deliveryError = domain::erasedBeforeSent();
    }
    return left;
}

} // namespace

Commander::Commander(StoreFixture& fixture, quint32 seed)
    : m_fixture(fixture), m_random(seed), m_project(fixture.ids.make<domain::ProjectId>())
{
}

void Commander::fold(const domain::Event& event)
{
    ++m_model.appended;
    domain::apply(m_model.live, event);
    if (event.conversationId.isNull())
        return;
    domain::applyTo(m_model.conversations[event.conversationId], event);
    if (const auto* handoff = std::get_if<domain::Handoff>(&event.data))
        m_model.handoffs[handoff->id] = event.conversationId;
    if (const auto* message = std::get_if<domain::Message>(&event.data)) {
        m_model.messages[message->id] = *message;
    } else if (const auto* update = std::get_if<domain::DeliveryUpdate>(&event.data)) {
        domain::Message& message = m_model.messages.at(update->messageId);
        message.delivery = update->delivery;
        message.deliveryError = update->error;
    } else if (std::holds_alternative<domain::Erasure>(event.data)) {
        for (auto& [id, one] : m_model.messages) {
            if (one.conversationId == event.conversationId)
                one = leftOf(one);
        }
    }
}

std::vector<store::CommittedEvent> Commander::run(store::Journal& journal, const domain::Command& command,
                                                  const domain::ConversationState* conversation)
{
    m_fixture.clock.advance(milliseconds(1 + below(5'000)));
    const domain::DecisionContext context{m_fixture.clock.now(), {}, m_fixture.ids};
    auto decided = domain::decide(m_model.live, conversation, command, context);
    if (!decided)
        return {};
    std::vector<store::CommittedEvent> committed = must(journal.append(m_project, std::move(*decided)));
    for (const store::CommittedEvent& event : committed)
        fold(event.event);
    return committed;
}

void Commander::create(store::Journal& journal)
{
    run(journal, domain::CreateProject{{m_project, QStringLiteral("Shop")}}, nullptr);
    domain::Settings settings;
    settings.csatEnabled = true;
    settings.sla.policies = {{QStringLiteral("all"), {}, {}, {}, 1, 1, 2, false}};
    run(journal, domain::ChangeSettings{settings}, nullptr);
    for (const QString& name : {QStringLiteral("Ana"), QStringLiteral("Béla")}) {
        domain::Agent agent;
        agent.id = m_fixture.ids.make<domain::AgentId>();
        agent.name = name;
        agent.email = name + QStringLiteral("@example.org");
        m_agents.push_back({agent.id, agent.name});
        run(journal, domain::CreateAgent{agent}, nullptr);
    }
}

domain::Message Commander::say(store::Journal& journal, const QString& session, const QString& content,
                               const QString& channel)
{
    const auto conversation = must(journal.conversationBySession(m_project, session));
    domain::ReceiveMessage command;
    command.conversationId = m_fixture.ids.make<domain::ConversationId>();
    command.sessionId = session;
    command.channel = channel;
    command.content = content;
    const auto events = run(journal, command, conversation ? &*conversation : nullptr);
    for (const store::CommittedEvent& event : events) {
        if (const auto* message = std::get_if<domain::Message>(&event.event.data))
            return *message;
    }
    qFatal("no message");
}

QString Commander::anySession()
{
    return QStringLiteral("session-%1").arg(below(6));
}

domain::Command Commander::anyReceived(const QString& session)
{
    domain::ReceiveMessage command;
    command.conversationId = m_fixture.ids.make<domain::ConversationId>();
    command.sessionId = session;
    command.channel = below(2) ? QStringLiteral("web") : QStringLiteral("http");
    command.author = below(3) ? domain::Author::Customer : domain::Author::Bot;
    command.content = QStringLiteral("Is \"%1\" late? ¿Sí? 👋").arg(below(100'000));
    command.botFailed = command.author == domain::Author::Bot && below(2);
    if (command.author == domain::Author::Customer) {
        command.frustration = below(3) ? 0.0 : below(1'001) / 1'000.0;
        command.repeats = below(6) ? 0 : below(3);
        command.wantsBot = below(9) == 0;
        if (below(3) == 0)
            command.rating = 1 + below(5);
    }
    if (below(4) == 0)
        command.contact.name = QStringLiteral("Customer %1").arg(below(3));
    if (below(5) == 0)
        command.language = QStringLiteral("es");
    if (below(8) == 0)
        command.trigger = domain::Trigger{domain::TriggerType::Keyword, QStringLiteral("asked"), 0.75};
    return command;
}

QString Commander::compare(const std::optional<domain::ConversationState>& stored,
                           const domain::ConversationState* expected) const
{
    if (stored.has_value() != (expected != nullptr))
        return expected ? QStringLiteral("a conversation was not found")
                        : QStringLiteral("a conversation was found that is none");
    if (stored && *stored != *expected)
        return QStringLiteral("the conversation %1 was found in another state than its events give (seq %2)")
            .arg(expected->conversation.id.toString())
            .arg(m_model.live.seq);
    return {};
}

QString Commander::receive(store::Journal& journal)
{
    const QString session = anySession();
    const domain::ConversationState* expected = nullptr;
    for (const auto& [id, state] : m_model.conversations) {
        if (state.conversation.sessionId == session)
            expected = &state;
    }
    const auto found = must(journal.conversationBySession(m_project, session));
    if (QString wrong = compare(found, expected); !wrong.isEmpty())
        return wrong;
    if (expected && below(6) == 0) {
        run(journal, domain::InitiateHandoff{{domain::TriggerType::Manual, QStringLiteral("asked"), 1.0}, {}},
            &*found);
        return {};
    }
    run(journal, anyReceived(session), found ? &*found : nullptr);
    return {};
}

domain::Command Commander::anyOfHandoff(const domain::HandoffId& handoff)
{
    const domain::AgentRef agent = m_agents[static_cast<std::size_t>(below(2))];
    switch (below(11)) {
    case 0:
        return domain::MarkNotified{handoff};
    case 1:
    case 2:
        return domain::ClaimHandoff{handoff, agent};
    case 3:
    case 4: {
        domain::SendMessage reply;
        reply.handoffId = handoff;
        reply.speaker = agent;
        reply.content = QStringLiteral("Let me see.");
        return reply;
    }
    case 5: {
        domain::ResolveHandoff resolve;
        resolve.handoffId = handoff;
        resolve.agent = agent.id;
        resolve.handBackToBot = below(2);
        resolve.asksRating = below(2);
        return resolve;
    }
    case 6:
        return domain::AbandonHandoff{handoff};
    case 7:
        return domain::ConvertHandoff{handoff};
    case 8:
        return domain::Tick{};
    case 9:
        return domain::RateHandoff{handoff, 1 + below(5), QStringLiteral("fine"), {}, {}};
    default: {
        domain::Summary summary;
        summary.mainIssue = QStringLiteral("late");
        summary.basedOnSeq = m_model.live.seq;
        return domain::RecordSummary{handoff, summary};
    }
    }
}

domain::HandoffId Commander::anyHandoff()
{
    if (below(4) > 0) {
        std::vector<domain::HandoffId> open;
        for (const auto& [id, state] : m_model.live.conversations) {
            if (state.handoff && domain::isOpen(state.handoff->status))
                open.push_back(state.handoff->id);
        }
        if (!open.empty())
            return open[static_cast<std::size_t>(below(static_cast<int>(open.size())))];
    }
    return nth(m_model.handoffs, below(static_cast<int>(m_model.handoffs.size()))).first;
}

QString Commander::ofHandoff(store::Journal& journal)
{
    const domain::HandoffId handoff = anyHandoff();
    const domain::ConversationId conversation = m_model.handoffs.at(handoff);
    const auto found = must(journal.conversationOfHandoff(m_project, handoff));
    if (QString wrong = compare(found, &m_model.conversations.at(conversation)); !wrong.isEmpty())
        return wrong;
    domain::Command command = anyOfHandoff(handoff);
    if (auto* rating = std::get_if<domain::RateHandoff>(&command))
        rating->stored = must(journal.handoff(m_project, handoff));
    run(journal, command, &*found);
    return {};
}

QString Commander::receipt(store::Journal& journal)
{
    const auto& [id, expected] = nth(m_model.messages, below(static_cast<int>(m_model.messages.size())));
    const auto found = must(journal.message(m_project, id));
    if (!found || *found != expected)
        return QStringLiteral("the message %1 was not found as it is").arg(id.toString());
    domain::RecordDelivery receipt;
    receipt.update.messageId = id;
    receipt.update.delivery = static_cast<domain::Delivery>(below(6));
    if (receipt.update.delivery == domain::Delivery::Failed)
        receipt.update.error =
            domain::DeliveryError{QStringLiteral("63016"), QStringLiteral("Outside the window")};
    receipt.current = found->delivery;
    const auto conversation = must(journal.conversationById(m_project, found->conversationId));
    if (QString wrong = compare(conversation, &m_model.conversations.at(found->conversationId));
        !wrong.isEmpty())
        return wrong;
    run(journal, receipt, &*conversation);
    return {};
}

domain::Command Commander::anyOfPeople()
{
    const domain::AgentId agent = m_agents[static_cast<std::size_t>(below(2))].id;
    switch (below(4)) {
    case 0: {
        domain::UpdateAgent update;
        update.agent = agent;
        update.capacity = below(5);
        update.disabled = below(4) == 0;
        return update;
    }
    case 1:
        if (m_model.live.teams.contains(m_team))
            return domain::DeleteTeam{m_team};
        m_team = m_fixture.ids.make<domain::TeamId>();
        return domain::CreateTeam{{m_team, QStringLiteral("Returns"), {agent}}};
    case 2:
        return domain::UpdateTeam{m_team, QStringLiteral("Team %1").arg(below(9)), {}};
    default:
        return domain::RecordAccess{{domain::AccessKind::PasswordReset, agent, {}, {}, {}}};
    }
}

QString Commander::erase(store::Journal& journal)
{
    if (m_model.conversations.empty())
        return {};
    const auto& [id, expected] =
        nth(m_model.conversations, below(static_cast<int>(m_model.conversations.size())));
    const auto found = must(journal.conversationById(m_project, id));
    if (QString wrong = compare(found, &expected); !wrong.isEmpty())
        return wrong;
    const domain::ContactId contact = found->conversation.contact.id;
    run(journal, domain::EraseContact{contact}, &*found);
    return compare(must(journal.conversationById(m_project, id)), &m_model.conversations.at(id));
}

QString Commander::contact(store::Journal& journal)
{
    if (m_model.conversations.empty())
        return {};
    const auto any = [this]() -> const domain::ConversationState& {
        return nth(m_model.conversations, below(static_cast<int>(m_model.conversations.size()))).second;
    };
    const domain::ConversationState state = any();
    const domain::Contact& one = state.conversation.contact;
    const domain::ContactId into = any().conversation.contact.id;
    auto person = must(journal.person(m_project, one.id));
    const auto isOne = [&one](const domain::KnownContact& known) {
        return known.contact == one;
    };
    if (state.conversation.erased != person.empty() ||
        (!person.empty() && std::ranges::count_if(person, isOne) != 1))
        return QStringLiteral("a person is not found whole");
    std::erase_if(person, isOne);
    switch (below(5)) {
    case 0: {
        domain::CorrectContact correct;
        correct.contact = one.id;
        correct.tags = QStringList{QStringLiteral("VIP"), QString::number(below(3))};
        correct.blocked = below(4) == 0;
        correct.person = person;
        run(journal, correct, &state);
        break;
    }
    case 1:
        run(journal, domain::SplitContact{one.id}, &state);
        break;
    case 2:
        run(journal, domain::AddContactNote{one.id, {}, {}, QStringLiteral("careful")}, &state);
        break;
    default:
        run(journal, domain::MergeContact{one.id, into, person, must(journal.person(m_project, into))},
            &state);
    }
    return compare(must(journal.conversationById(m_project, state.conversation.id)),
                   &m_model.conversations.at(state.conversation.id));
}

QString Commander::anything(store::Journal& journal)
{
    const int kind = below(12);
    if (kind < 2 && !m_model.messages.empty())
        return receipt(journal);
    if (kind < 6 && !m_model.handoffs.empty())
        return ofHandoff(journal);
    if (kind == 6) {
        const auto state = static_cast<domain::Availability>(below(3));
        run(journal, domain::SetAvailability{m_agents[static_cast<std::size_t>(below(2))].id, state},
            nullptr);
        return {};
    }
    if (kind == 7) {
        if (const int what = below(8); what < 4)
            run(journal, anyOfPeople(), nullptr);
        else if (what == 4)
            return erase(journal);
        else if (what < 7)
            return contact(journal);
    }
    return receive(journal);
}

} // namespace relevo::test
