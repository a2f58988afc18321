#include <protocol/event_codec.h>
#include <store/fact_tables.h>
#include <store/lookup.h>
#include <store/stored_json.h>

namespace relevo::store {

Result<std::vector<StoredContact>> FactTables::contacts(qint64 project, qint64 before, int limit)
{
    auto statement = m_database.prepared(
        "SELECT id, conversation, changed FROM contacts WHERE changed > ? AND changed < ? "
        "ORDER BY changed DESC LIMIT ?");
    if (!statement)
        return std::unexpected(statement.error());
    if (Result<void> ran =
            (*statement)->bind(positionOf(project, 0)).bind(positionOf(project, before)).bind(limit).run();
        !ran)
        return std::unexpected(ran.error());
    const sql::Reading reading(**statement);
    std::vector<StoredContact> found;
    while ((*statement)->next())
        found.push_back({domain::ContactId((*statement)->uuid(0)),
                         domain::ConversationId((*statement)->uuid(1)), seqOf((*statement)->number(2))});
    return found;
}

Result<std::optional<StoredContact>> FactTables::contact(qint64 project, const domain::ContactId& id)
{
    auto statement =
        m_database.prepared("SELECT conversation, changed FROM contacts WHERE id = ? AND changed "
                            "> ? AND changed <= ?");
    if (!statement)
        return std::unexpected(statement.error());
    if (Result<void> ran = (*statement)
                               ->bind(id.uuid())
                               .bind(positionOf(project, 0))
                               .bind(positionOf(project, lastSeq))
                               .run();
        !ran)
        return std::unexpected(ran.error());
    const sql::Reading reading(**statement);
    if (!(*statement)->next())
        return std::nullopt;
    return StoredContact{id, domain::ConversationId((*statement)->uuid(0)), seqOf((*statement)->number(1))};
}

Result<void> FactTables::readContacts(qint64 project, Facts& facts)
{
    const auto found = contacts(project, lastSeq, -1);
    if (!found)
        return std::unexpected(found.error());
    for (const StoredContact& one : *found)
        facts.contacts[one.id] = {one.conversation, one.seq};
    return {};
}

Result<std::vector<StoredNotification>> FactTables::notifications(qint64 project, qint64 before, int limit,
                                                                  const std::optional<domain::Agent>& agent,
                                                                  Timestamp now)
{
    auto statement = m_database.prepared(
        "SELECT j.position, j.body, r.at FROM notifications n JOIN journal j ON j.position = n.position LEFT "
        "JOIN notification_reads r ON r.notification = n.id AND r.agent = ? WHERE n.position > ? AND "
        "n.position < ? ORDER BY n.position DESC");
    if (!statement)
        return std::unexpected(statement.error());
    if (Result<void> ran = (*statement)
                               ->bind(agent ? agent->id.uuid() : QUuid())
                               .bind(positionOf(project, 0))
                               .bind(positionOf(project, before))
                               .run();
        !ran)
        return std::unexpected(ran.error());
    const sql::Reading reading(**statement);
    std::vector<StoredNotification> found;
    while (static_cast<int>(found.size()) < limit && (*statement)->next()) {
        const QByteArray body = (*statement)->bytes(1);
        Result<domain::Event> event = protocol::decodeEvent(viewOf(body));
        if (!event)
            return std::unexpected(event.error());
        auto* notification = std::get_if<domain::Notification>(&event->data);
        const bool expired = notification && notification->expiresAt && *notification->expiresAt <= now;
        const auto readAt = (*statement)->isNull(2) ? std::nullopt : std::optional((*statement)->time(2));
        if (notification && !expired && (!agent || domain::isFor(*notification, *agent)))
            found.push_back({event->seq, event->at, std::move(*notification), readAt});
    }
    return found;
}

Result<std::optional<domain::Notification>> FactTables::notification(qint64 project,
                                                                     const domain::NotificationId& id)
{
    auto statement =
        m_database.prepared("SELECT j.body FROM notifications n JOIN journal j ON j.position = n.position "
                            "WHERE n.id = ? AND n.position > ? AND n.position <= ?");
    if (!statement)
        return std::unexpected(statement.error());
    if (Result<void> ran = (*statement)
                               ->bind(id.uuid())
                               .bind(positionOf(project, 0))
                               .bind(positionOf(project, lastSeq))
                               .run();
        !ran)
        return std::unexpected(ran.error());
    const sql::Reading reading(**statement);
    if (!(*statement)->next())
        return std::nullopt;
    const QByteArray body = (*statement)->bytes(0);
    Result<domain::Event> event = protocol::decodeEvent(viewOf(body));
    if (!event)
        return std::unexpected(event.error());
    if (auto* notification = std::get_if<domain::Notification>(&event->data))
        return std::move(*notification);
    return std::nullopt;
}

Result<Facts> FactTables::all(qint64 project)
{
    Facts facts;
    if (Result<void> read = readContacts(project, facts); !read)
        return std::unexpected(read.error());
    const auto handoffs = this->handoffs(project, Timestamp::min(), Timestamp::max());
    auto openings = this->openings(project, Timestamp::min(), Timestamp::max());
    auto attendance = this->attendance(project);
    auto notifications = m_database.prepared(
        "SELECT n.id, n.position, r.agent, r.at FROM notifications n LEFT JOIN notification_reads r ON "
        "r.notification = n.id WHERE n.position > ? AND n.position <= ?");
    if (!handoffs || !openings || !attendance || !notifications)
        return std::unexpected(!handoffs     ? handoffs.error()
                               : !openings   ? openings.error()
                               : !attendance ? attendance.error()
                                             : notifications.error());
    for (const domain::HandoffFacts& handoff : *handoffs)
        facts.handoffs[handoff.id] = handoff;
    facts.openings = std::move(*openings);
    facts.attendance = std::move(*attendance);
    if (Result<void> ran =
            (*notifications)->bind(positionOf(project, 0)).bind(positionOf(project, lastSeq)).run();
        !ran)
        return std::unexpected(ran.error());
    const sql::Reading reading(**notifications);
    while ((*notifications)->next()) {
        const domain::NotificationId id((*notifications)->uuid(0));
        facts.notifications[id] = seqOf((*notifications)->number(1));
        if (!(*notifications)->isNull(2))
            facts.reads[{id, domain::AgentId((*notifications)->uuid(2))}] = (*notifications)->time(3);
    }
    return facts;
}

} // namespace relevo::store
