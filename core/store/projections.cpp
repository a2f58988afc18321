#include <store/projections.h>

#include <protocol/codec.h>

namespace relevo::store {
namespace {

constexpr int knownAtMost = 200'000;

/// The state as its row holds it: without the last message, which is the newest row of messages.
std::string rowOf(const domain::ConversationState& state)
{
    domain::ConversationState row = state;
    row.lastMessage.reset();
    return protocol::dump(protocol::toJson(row));
}

} // namespace

Projections::Projections(sql::Database& database) : m_database(database), m_lookup(database) {}

Result<qint64> Projections::addProject(const domain::ProjectId& id)
{
    auto statement = m_database.prepared(
        "INSERT INTO projects (id, head_seq, head_hash, project, settings) VALUES (?, 0, ?, ?, ?)");
    if (!statement)
        return std::unexpected(statement.error());
    domain::Project project{id, {}};
    if (Result<void> ran = (*statement)
                               ->bind(id.uuid())
                               .bind(QVariant(QByteArray(32, '\0')))
                               .bind(protocol::dump(protocol::toJson(project)))
                               .bind(protocol::dump(protocol::toJson(domain::Settings{})))
                               .run();
        !ran)
        return std::unexpected(ran.error());
    return m_lookup.projectNumber(id);
}

Result<Projections::Known*> Projections::known(qint64 project, const domain::ConversationId& id)
{
    auto found = m_known.find(id);
    if (found != m_known.end())
        return &*found;
    const Result<qint64> number = m_lookup.conversationNumber(project, id);
    if (!number)
        return std::unexpected(number.error());
    if (*number == 0)
        return failure(ErrorCode::Internal,
                       QStringLiteral("An event is about a conversation that was never opened."));
    const auto state = m_lookup.byId(project, id);
    if (!state)
        return std::unexpected(state.error());
    if (m_known.size() >= knownAtMost)
        m_known.clear();
    return &*m_known.insert(id, Known{*number, (*state)->botFailures, (*state)->conversation.channel});
}

Result<Projections::Touched*> Projections::touch(qint64 project, const domain::ConversationId& id)
{
    if (const auto found = m_touched.find(id); found != m_touched.end())
        return &found->second;
    const Result<Known*> row = known(project, id);
    if (!row)
        return std::unexpected(row.error());
    auto state = m_lookup.byId(project, id);
    if (!state)
        return std::unexpected(state.error());
    return &m_touched.emplace(id, Touched{project, (*row)->number, false, std::move(**state)}).first->second;
}

Result<void> Projections::addConversation(qint64 project, const domain::Event& event,
                                          const domain::Conversation& conversation)
{
    const Result<qint64> number = m_lookup.conversationNumber(project, conversation.id);
    if (!number)
        return std::unexpected(number.error());
    if (*number != 0)
        return {};
    domain::ConversationState state;
    domain::applyTo(state, event);
    auto statement = m_database.prepared(
        "INSERT INTO conversations (project, id, session, open, state) VALUES (?, ?, ?, 1, ?)");
    if (!statement)
        return std::unexpected(statement.error());
    return (*statement)
        ->bind(project)
        .bind(conversation.id.uuid())
        .bind(QVariant(conversation.sessionId))
        .bind(rowOf(state))
        .run();
}

Result<void> Projections::addMessage(qint64 project, const domain::Event& event,
                                     const domain::Message& message)
{
    const Result<Known*> row = known(project, message.conversationId);
    if (!row)
        return std::unexpected(row.error());
    const qint64 position = positionOf(project, event.seq);
    auto statement = m_database.prepared(
        "INSERT INTO messages (conversation, position, id, note, delivery) VALUES (?, ?, ?, ?, ?)");
    if (!statement)
        return std::unexpected(statement.error());
    if (Result<void> ran = (*statement)
                               ->bind((*row)->number)
                               .bind(position)
                               .bind(message.id.uuid())
                               .bind(message.note ? 1 : 0)
                               .bind(static_cast<int>(message.delivery))
                               .run();
        !ran)
        return ran;
    if (message.note || message.delivery != domain::Delivery::Queued)
        return {};
    auto outbox = m_database.prepared(
        "INSERT INTO outbox (position, conversation, message, channel, at) VALUES (?, ?, ?, ?, ?)");
    if (!outbox)
        return std::unexpected(outbox.error());
    return (*outbox)
        ->bind(position)
        .bind((*row)->number)
        .bind(message.id.uuid())
        .bind(QVariant((*row)->channel))
        .bind(message.at)
        .run();
}

Result<void> Projections::updateDelivery(const domain::DeliveryUpdate& update)
{
    auto statement = m_database.prepared(
        "UPDATE messages SET delivery = ?, error_code = ?, error_message = ? WHERE id = ?");
    auto outbox = m_database.prepared("DELETE FROM outbox WHERE message = ?");
    if (!statement || !outbox)
        return std::unexpected(!statement ? statement.error() : outbox.error());
    (*statement)->bind(static_cast<int>(update.delivery));
    if (update.error)
        (*statement)->bind(QVariant(update.error->code)).bind(QVariant(update.error->message));
    else
        (*statement)->bindNull().bindNull();
    if (Result<void> ran = (*statement)->bind(update.messageId.uuid()).run(); !ran)
        return ran;
    return (*outbox)->bind(update.messageId.uuid()).run();
}

Result<void> Projections::saveAgent(qint64 project, const domain::Agent& agent)
{
    auto remove = m_database.prepared("DELETE FROM agents WHERE id = ?");
    auto insert = m_database.prepared("INSERT INTO agents (id, project, state) VALUES (?, ?, ?)");
    if (!remove || !insert)
        return std::unexpected(!remove ? remove.error() : insert.error());
    if (Result<void> ran = (*remove)->bind(agent.id.uuid()).run(); !ran)
        return ran;
    return (*insert)->bind(agent.id.uuid()).bind(project).bind(protocol::dump(protocol::toJson(agent))).run();
}

Result<void> Projections::saveProject(qint64 project, const domain::Event& event)
{
    const auto* named = std::get_if<domain::Project>(&event.data);
    auto statement = named ? m_database.prepared("UPDATE projects SET project = ? WHERE number = ?")
                           : m_database.prepared("UPDATE projects SET settings = ? WHERE number = ?");
    if (!statement)
        return std::unexpected(statement.error());
    const protocol::Json json =
        named ? protocol::toJson(*named) : protocol::toJson(std::get<domain::Settings>(event.data));
    return (*statement)->bind(protocol::dump(json)).bind(project).run();
}

Result<void> Projections::apply(qint64 project, const domain::Event& event)
{
    if (std::holds_alternative<domain::Project>(event.data) ||
        std::holds_alternative<domain::Settings>(event.data))
        return saveProject(project, event);
    if (const auto* agent = std::get_if<domain::Agent>(&event.data))
        return saveAgent(project, *agent);
    if (event.conversationId.isNull())
        return {};
    if (const auto* opened = std::get_if<domain::Conversation>(&event.data);
        opened && event.type == domain::EventType::ConversationOpened) {
        if (Result<void> added = addConversation(project, event, *opened); !added)
            return added;
    }
    const Result<Known*> row = known(project, event.conversationId);
    if (!row)
        return std::unexpected(row.error());
    const auto* message = std::get_if<domain::Message>(&event.data);
    const auto* update = std::get_if<domain::DeliveryUpdate>(&event.data);
    // A plain message changes nothing of the row; one that counts or clears failures does.
    const bool plain = update || (message && !message->botFailed &&
                                  ((*row)->failures == 0 || message->author == domain::Author::Customer ||
                                   message->author == domain::Author::System));
    if (!plain) {
        if (const Result<Touched*> touched = touch(project, event.conversationId); !touched)
            return std::unexpected(touched.error());
    }
    if (const auto touched = m_touched.find(event.conversationId); touched != m_touched.end()) {
        // The state holds the newest handoff only: the one before it is written while it is there.
        if (event.type == domain::EventType::HandoffRequested && touched->second.handoffChanged) {
            if (Result<void> written = write(touched->second); !written)
                return written;
        }
        domain::applyTo(touched->second.state, event);
        touched->second.handoffChanged = touched->second.handoffChanged ||
                                         std::holds_alternative<domain::Handoff>(event.data) ||
                                         std::holds_alternative<domain::Summary>(event.data);
        m_known[event.conversationId].failures = touched->second.state.botFailures;
    }
    if (message)
        return addMessage(project, event, *message);
    if (update)
        return updateDelivery(*update);
    // A new handoff must be found by the ones that follow it, so its row is not left for the flush.
    return event.type == domain::EventType::HandoffRequested ? write(m_touched.at(event.conversationId))
                                                             : Result<void>();
}

Result<void> Projections::write(const Touched& touched)
{
    auto statement = m_database.prepared("UPDATE conversations SET open = ?, state = ? WHERE number = ?");
    if (!statement)
        return std::unexpected(statement.error());
    const bool open = touched.state.conversation.status == domain::ConversationStatus::Open;
    if (Result<void> ran =
            (*statement)->bind(open ? 1 : 0).bind(rowOf(touched.state)).bind(touched.number).run();
        !ran)
        return ran;
    if (!touched.handoffChanged || !touched.state.handoff)
        return {};
    auto remove = m_database.prepared("DELETE FROM handoffs WHERE id = ?");
    auto insert =
        m_database.prepared("INSERT INTO handoffs (id, project, conversation, state) VALUES (?, ?, ?, ?)");
    if (!remove || !insert)
        return std::unexpected(!remove ? remove.error() : insert.error());
    const domain::Handoff& handoff = *touched.state.handoff;
    if (Result<void> ran = (*remove)->bind(handoff.id.uuid()).run(); !ran)
        return ran;
    return (*insert)
        ->bind(handoff.id.uuid())
        .bind(touched.project)
        .bind(touched.number)
        .bind(protocol::dump(protocol::toJson(handoff)))
        .run();
}

Result<void> Projections::flush()
{
    for (const auto& [id, touched] : m_touched) {
        if (Result<void> written = write(touched); !written)
            return written;
    }
    return {};
}

void Projections::end(bool kept)
{
    m_touched.clear();
    if (!kept)
        m_known.clear();
}

const domain::ConversationState* Projections::changed(const domain::ConversationId& id) const
{
    const auto found = m_touched.find(id);
    return found == m_touched.end() ? nullptr : &found->second.state;
}

const domain::ConversationState* Projections::changedBySession(qint64 project, const QString& session) const
{
    for (const auto& [id, touched] : m_touched) {
        if (touched.project == project && touched.state.conversation.sessionId == session)
            return &touched.state;
    }
    return nullptr;
}

const domain::ConversationState* Projections::changedByHandoff(const domain::HandoffId& handoff) const
{
    for (const auto& [id, touched] : m_touched) {
        if (touched.state.handoff && touched.state.handoff->id == handoff)
            return &touched.state;
    }
    return nullptr;
}

} // namespace relevo::store
