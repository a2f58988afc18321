#include <store/lookup.h>

#include <protocol/codec.h>
#include <protocol/event_codec.h>
#include <store/attachments.h>
#include <store/stored_json.h>

#include <algorithm>

namespace relevo::store {
namespace {

/// Runs a statement that finds one number.
Result<qint64> numberOf(sql::Statement& statement)
{
    if (Result<void> ran = statement.run(); !ran)
        return std::unexpected(ran.error());
    const sql::Reading reading(statement);
    return statement.next() ? statement.number(0) : 0;
}

/// Columns: body, delivery, error_code, error_message.
Result<domain::Message> messageOf(const sql::Statement& row)
{
    const QByteArray body = row.bytes(0);
    Result<domain::Event> event = protocol::decodeEvent(viewOf(body));
    if (!event)
        return std::unexpected(event.error());
    auto* message = std::get_if<domain::Message>(&event->data);
    if (!message)
        return failure(ErrorCode::Internal,
                       QStringLiteral("A message's row leads to an event that is no message."),
                       QStringLiteral("Run relevo-relay verify."));
    message->delivery = static_cast<domain::Delivery>(row.number(1));
    message->deliveryError.reset();
    if (!row.isNull(2))
        message->deliveryError = domain::DeliveryError{row.text(2), row.text(3)};
    return std::move(*message);
}

} // namespace

Result<qint64> Lookup::projectNumber(const domain::ProjectId& project)
{
    auto statement = m_database.prepared("SELECT number FROM projects WHERE id = ?");
    if (!statement)
        return std::unexpected(statement.error());
    return numberOf((*statement)->bind(project.uuid()));
}

Result<qint64> Lookup::conversationNumber(qint64 project, const domain::ConversationId& conversation)
{
    auto statement = m_database.prepared("SELECT number FROM conversations WHERE project = ? AND id = ?");
    if (!statement)
        return std::unexpected(statement.error());
    return numberOf((*statement)->bind(project).bind(conversation.uuid()));
}

Result<domain::ConversationState> Lookup::decode(const sql::Statement& row, qint64 project)
{
    Result<domain::ConversationState> state = storedState<domain::ConversationState>(row.bytes(2));
    if (!state)
        return state;
    const auto last = messages(project, Page{row.number(0), seqOf(row.number(1)), lastSeq, 1, false, false});
    if (!last)
        return std::unexpected(last.error());
    if (!last->empty())
        state->lastMessage = last->front();
    return state;
}

Result<std::optional<domain::ConversationState>> Lookup::one(sql::Statement& statement, qint64 project)
{
    if (Result<void> ran = statement.run(); !ran)
        return std::unexpected(ran.error());
    const sql::Reading reading(statement);
    if (!statement.next())
        return std::nullopt;
    Result<domain::ConversationState> decoded = decode(statement, project);
    if (!decoded)
        return std::unexpected(decoded.error());
    return std::move(*decoded);
}

Result<std::optional<domain::ConversationState>> Lookup::bySession(qint64 project, const QString& sessionId)
{
    auto statement = m_database.prepared(
        "SELECT number, opened, state FROM conversations WHERE project = ? AND session = ?");
    if (!statement)
        return std::unexpected(statement.error());
    return one((*statement)->bind(project).bind(sessionId), project);
}

Result<std::optional<domain::ConversationState>> Lookup::byId(qint64 project,
                                                              const domain::ConversationId& conversation)
{
    auto statement =
        m_database.prepared("SELECT number, opened, state FROM conversations WHERE project = ? AND id = ?");
    if (!statement)
        return std::unexpected(statement.error());
    return one((*statement)->bind(project).bind(conversation.uuid()), project);
}

Result<std::optional<domain::ConversationState>> Lookup::byHandoff(qint64 project,
                                                                   const domain::HandoffId& handoff)
{
    auto statement = m_database.prepared("SELECT c.number, c.opened, c.state FROM handoffs h "
                                         "JOIN conversations c ON c.number = h.conversation "
                                         "WHERE h.id = ? AND h.project = ?");
    if (!statement)
        return std::unexpected(statement.error());
    return one((*statement)->bind(handoff.uuid()).bind(project), project);
}

Result<std::optional<domain::Handoff>> Lookup::handoff(qint64 project, const domain::HandoffId& id)
{
    auto statement = m_database.prepared("SELECT state FROM handoffs WHERE id = ? AND project = ?");
    if (!statement)
        return std::unexpected(statement.error());
    if (Result<void> ran = (*statement)->bind(id.uuid()).bind(project).run(); !ran)
        return std::unexpected(ran.error());
    const sql::Reading reading(**statement);
    if (!(*statement)->next())
        return std::nullopt;
    Result<domain::Handoff> handoff = storedState<domain::Handoff>((*statement)->bytes(0));
    if (!handoff)
        return std::unexpected(handoff.error());
    return std::move(*handoff);
}

Result<std::vector<domain::Handoff>>
Lookup::newestHandoffs(qint64 project, const domain::ConversationId& conversation, int limit)
{
    const Result<qint64> number = conversationNumber(project, conversation);
    if (!number)
        return std::unexpected(number.error());
    // Their ids ascend with their age.
    auto statement =
        m_database.prepared("SELECT state FROM handoffs WHERE conversation = ? ORDER BY id DESC LIMIT ?");
    if (!statement)
        return std::unexpected(statement.error());
    if (Result<void> ran = (*statement)->bind(*number).bind(limit).run(); !ran)
        return std::unexpected(ran.error());
    const sql::Reading reading(**statement);
    std::vector<domain::Handoff> found;
    while ((*statement)->next()) {
        Result<domain::Handoff> handoff = storedState<domain::Handoff>((*statement)->bytes(0));
        if (!handoff)
            return std::unexpected(handoff.error());
        found.push_back(std::move(*handoff));
    }
    return found;
}

Result<std::vector<domain::ConversationState>> Lookup::resolvedSince(qint64 project, Timestamp since,
                                                                     int limit)
{
    auto statement = m_database.prepared(
        "SELECT c.number, c.opened, c.state, f.handoff FROM handoff_facts f JOIN handoffs h ON h.id = "
        "f.handoff "
        "JOIN conversations c ON c.number = h.conversation WHERE f.project = ? AND f.ended >= ? AND "
        "f.status = ? AND c.open = 0 ORDER BY f.ended DESC LIMIT ?");
    if (!statement)
        return std::unexpected(statement.error());
    const int resolved = static_cast<int>(domain::HandoffStatus::Resolved);
    if (Result<void> ran = (*statement)->bind(project).bind(since).bind(resolved).bind(limit).run(); !ran)
        return std::unexpected(ran.error());
    const sql::Reading reading(**statement);
    std::vector<domain::ConversationState> states;
    while ((*statement)->next()) {
        Result<domain::ConversationState> one = decode(**statement, project);
        if (!one)
            return std::unexpected(one.error());
        // An earlier handoff of it may have been resolved as well.
        const bool newest = one->handoff && one->handoff->id.uuid() == (*statement)->uuid(3);
        if (newest && !one->conversation.erased)
            states.push_back(std::move(*one));
    }
    return states;
}

Result<void> Lookup::readAgents(qint64 project, domain::ProjectState& state)
{
    auto statement = m_database.prepared("SELECT state FROM agents WHERE project = ?");
    if (!statement)
        return std::unexpected(statement.error());
    if (Result<void> ran = (*statement)->bind(project).run(); !ran)
        return ran;
    const sql::Reading reading(**statement);
    while ((*statement)->next()) {
        Result<domain::Agent> agent = storedState<domain::Agent>((*statement)->bytes(0));
        if (!agent)
            return std::unexpected(agent.error());
        const domain::AgentId id = agent->id;
        state.agents[id] = std::move(*agent);
    }
    return {};
}

Result<void> Lookup::readTeams(qint64 project, domain::ProjectState& state)
{
    auto statement = m_database.prepared("SELECT state FROM teams WHERE project = ?");
    if (!statement)
        return std::unexpected(statement.error());
    if (Result<void> ran = (*statement)->bind(project).run(); !ran)
        return ran;
    const sql::Reading reading(**statement);
    while ((*statement)->next()) {
        Result<domain::Team> team = storedState<domain::Team>((*statement)->bytes(0));
        if (!team)
            return std::unexpected(team.error());
        const domain::TeamId id = team->id;
        state.teams[id] = std::move(*team);
    }
    return {};
}

Result<void> Lookup::readOpenConversations(qint64 project, domain::ProjectState& state)
{
    auto statement =
        m_database.prepared("SELECT number, opened, state FROM conversations WHERE project = ? AND open = 1");
    if (!statement)
        return std::unexpected(statement.error());
    if (Result<void> ran = (*statement)->bind(project).run(); !ran)
        return ran;
    const sql::Reading reading(**statement);
    while ((*statement)->next()) {
        Result<domain::ConversationState> one = decode(**statement, project);
        if (!one)
            return std::unexpected(one.error());
        const domain::ConversationId id = one->conversation.id;
        state.conversations.put(id, std::move(*one));
    }
    return {};
}

Result<domain::ProjectState> Lookup::live(const domain::ProjectId& project)
{
    auto statement =
        m_database.prepared("SELECT number, head_seq, project, settings, bots FROM projects WHERE id = ?");
    if (!statement)
        return std::unexpected(statement.error());
    if (Result<void> ran = (*statement)->bind(project.uuid()).run(); !ran)
        return std::unexpected(ran.error());
    const sql::Reading reading(**statement);
    domain::ProjectState state;
    if (!(*statement)->next())
        return state;
    const qint64 number = (*statement)->number(0);
    state.seq = (*statement)->number(1);
    Result<domain::Project> named = storedState<domain::Project>((*statement)->bytes(2));
    Result<domain::Settings> settings = storedState<domain::Settings>((*statement)->bytes(3));
    Result<domain::BotSettings> bots = storedState<domain::BotSettings>((*statement)->bytes(4));
    if (!named || !settings || !bots)
        return std::unexpected(!named ? named.error() : !settings ? settings.error() : bots.error());
    state.project = std::move(*named);
    state.settings = std::move(*settings);
    state.bots = std::move(*bots);
    if (Result<void> read = readAgents(number, state); !read)
        return std::unexpected(read.error());
    if (Result<void> read = readTeams(number, state); !read)
        return std::unexpected(read.error());
    if (Result<void> read = readOpenConversations(number, state); !read)
        return std::unexpected(read.error());
    return state;
}

Result<std::vector<domain::Message>> Lookup::messages(qint64 project, const Page& page)
{
    const auto statement = m_database.prepared(
        page.oldest ? "SELECT j.body, m.delivery, m.error_code, m.error_message FROM messages m "
                      "JOIN journal j ON j.position = m.position WHERE m.conversation = ? AND m.position > ? "
                      "AND m.position < ? AND m.note <= ? ORDER BY m.position LIMIT ?"
                    : "SELECT j.body, m.delivery, m.error_code, m.error_message FROM messages m "
                      "JOIN journal j ON j.position = m.position WHERE m.conversation = ? AND m.position > ? "
                      "AND m.position < ? AND m.note <= ? ORDER BY m.position DESC LIMIT ?");
    if (!statement)
        return std::unexpected(statement.error());
    const Result<void> ran = (*statement)
                                 ->bind(page.conversation)
                                 .bind(positionOf(project, page.after))
                                 .bind(positionOf(project, page.before))
                                 .bind(page.notes ? 1 : 0)
                                 .bind(page.limit)
                                 .run();
    if (!ran)
        return std::unexpected(ran.error());
    const sql::Reading reading(**statement);
    std::vector<domain::Message> messages;
    while ((*statement)->next()) {
        Result<domain::Message> message = messageOf(**statement);
        if (!message)
            return std::unexpected(message.error());
        messages.push_back(std::move(*message));
    }
    if (!page.oldest)
        std::reverse(messages.begin(), messages.end());
    if (Result<void> marked = Attachments(m_database).markGone(messages); !marked)
        return std::unexpected(marked.error());
    return messages;
}

Result<std::optional<domain::Message>> Lookup::message(qint64 project, const domain::MessageId& id)
{
    auto statement = m_database.prepared(
        "SELECT j.body, m.delivery, m.error_code, m.error_message FROM messages m "
        "JOIN journal j ON j.position = m.position WHERE m.id = ? AND m.position >= ? AND m.position <= ?");
    if (!statement)
        return std::unexpected(statement.error());
    const Result<void> ran =
        (*statement)->bind(id.uuid()).bind(positionOf(project, 0)).bind(positionOf(project, lastSeq)).run();
    if (!ran)
        return std::unexpected(ran.error());
    std::vector<domain::Message> found;
    {
        const sql::Reading reading(**statement);
        if (!(*statement)->next())
            return std::nullopt;
        Result<domain::Message> message = messageOf(**statement);
        if (!message)
            return std::unexpected(message.error());
        found.push_back(std::move(*message));
    }
    if (Result<void> marked = Attachments(m_database).markGone(found); !marked)
        return std::unexpected(marked.error());
    return std::move(found.front());
}

} // namespace relevo::store
