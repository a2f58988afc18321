#include <store/lookup.h>

#include <protocol/codec.h>
#include <protocol/event_codec.h>

#include <algorithm>

namespace relevo::store {
namespace {

std::string_view viewOf(const QByteArray& bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

/// Runs a statement that finds one number.
Result<qint64> numberOf(sql::Statement& statement)
{
    if (Result<void> ran = statement.run(); !ran)
        return std::unexpected(ran.error());
    const qint64 number = statement.next() ? statement.number(0) : 0;
    statement.finish();
    return number;
}

/// Columns: body, delivery, error_code, error_message.
Result<domain::Message> messageOf(const sql::Statement& row)
{
    Result<domain::Event> event = protocol::decodeEvent(viewOf(row.bytes(0)));
    if (!event)
        return std::unexpected(event.error());
    auto* message = std::get_if<domain::Message>(&event->data);
    if (!message)
        return failure(ErrorCode::Internal,
                       QStringLiteral("A message's row leads to an event that is no message."),
                       QStringLiteral("Run relevo-relay verify."));
    message->delivery = static_cast<domain::Delivery>(row.number(1));
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

Result<domain::ConversationState> Lookup::decode(const QByteArray& bytes, qint64 project, qint64 conversation)
{
    const Result<protocol::Json> json = protocol::parseJson(viewOf(bytes));
    if (!json)
        return std::unexpected(json.error());
    Result<domain::ConversationState> state = protocol::fromJson<domain::ConversationState>(*json);
    if (!state)
        return state;
    const auto last = messages(project, Page{conversation, 0, lastSeq, 1, false, false});
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
    if (!statement.next())
        return std::nullopt;
    const qint64 number = statement.number(0);
    const QByteArray state = statement.bytes(1);
    statement.finish();
    Result<domain::ConversationState> decoded = decode(state, project, number);
    if (!decoded)
        return std::unexpected(decoded.error());
    return std::move(*decoded);
}

Result<std::optional<domain::ConversationState>> Lookup::bySession(qint64 project, const QString& sessionId)
{
    auto statement =
        m_database.prepared("SELECT number, state FROM conversations WHERE project = ? AND session = ?");
    if (!statement)
        return std::unexpected(statement.error());
    return one((*statement)->bind(project).bind(QVariant(sessionId)), project);
}

Result<std::optional<domain::ConversationState>> Lookup::byId(qint64 project,
                                                              const domain::ConversationId& conversation)
{
    auto statement =
        m_database.prepared("SELECT number, state FROM conversations WHERE project = ? AND id = ?");
    if (!statement)
        return std::unexpected(statement.error());
    return one((*statement)->bind(project).bind(conversation.uuid()), project);
}

Result<std::optional<domain::ConversationState>> Lookup::byHandoff(qint64 project,
                                                                   const domain::HandoffId& handoff)
{
    auto statement = m_database.prepared(
        "SELECT c.number, c.state FROM handoffs h JOIN conversations c ON c.number = h.conversation "
        "WHERE h.id = ? AND h.project = ?");
    if (!statement)
        return std::unexpected(statement.error());
    return one((*statement)->bind(handoff.uuid()).bind(project), project);
}

Result<std::vector<domain::ConversationState>> Lookup::open(qint64 project)
{
    auto statement =
        m_database.prepared("SELECT number, state FROM conversations WHERE project = ? AND open = 1");
    if (!statement)
        return std::unexpected(statement.error());
    if (Result<void> ran = (*statement)->bind(project).run(); !ran)
        return std::unexpected(ran.error());
    std::vector<domain::ConversationState> states;
    while ((*statement)->next()) {
        Result<domain::ConversationState> state =
            decode((*statement)->bytes(1), project, (*statement)->number(0));
        if (!state)
            return std::unexpected(state.error());
        states.push_back(std::move(*state));
    }
    return states;
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
                                 .bind(positionOf(project, std::min(page.before, lastSeq)))
                                 .bind(page.notes ? 1 : 0)
                                 .bind(page.limit)
                                 .run();
    if (!ran)
        return std::unexpected(ran.error());
    std::vector<domain::Message> messages;
    while ((*statement)->next()) {
        Result<domain::Message> message = messageOf(**statement);
        if (!message)
            return std::unexpected(message.error());
        messages.push_back(std::move(*message));
    }
    if (!page.oldest)
        std::reverse(messages.begin(), messages.end());
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
    if (!(*statement)->next())
        return std::nullopt;
    Result<domain::Message> message = messageOf(**statement);
    (*statement)->finish();
    if (!message)
        return std::unexpected(message.error());
    return std::move(*message);
}

} // namespace relevo::store
