#include <protocol/event_codec.h>
#include <store/fact_tables.h>
#include <store/lookup.h>
#include <store/prepared.h>
#include <store/stored_json.h>

namespace relevo::store {

namespace {

Result<domain::Event> eventIn(const sql::Statement& row, int column)
{
    const QByteArray body = row.bytes(column);
    return protocol::decodeEvent(viewOf(body));
}

/// Binds what a query for one thing of a project asks for: its id, and the project's positions.
void bindOne(sql::Statement& statement, qint64 project, const QUuid& id)
{
    statement.bind(id).bind(positionOf(project, 0)).bind(positionOf(project, lastSeq));
}

} // namespace

Result<std::vector<StoredNotification>> FactTables::notifications(qint64 project, qint64 before, int limit,
                                                                  const std::optional<domain::Agent>& agent,
                                                                  Timestamp now)
{
    const auto rows =
        ran(m_database,
            "SELECT j.position, j.body, r.at FROM notifications n JOIN journal j ON j.position = n.position "
            "LEFT JOIN notification_reads r ON r.notification = n.id AND r.agent = ? WHERE n.position > ? "
            "AND n.position < ? ORDER BY n.position DESC",
            [&](sql::Statement& s) {
                s.bind(agent ? agent->id.uuid() : QUuid())
                    .bind(positionOf(project, 0))
                    .bind(positionOf(project, before));
            });
    if (!rows)
        return std::unexpected(rows.error());
    const sql::Reading reading(**rows);
    std::vector<StoredNotification> found;
    while (static_cast<int>(found.size()) < limit && (*rows)->next()) {
        Result<domain::Event> event = eventIn(**rows, 1);
        if (!event)
            return std::unexpected(event.error());
        auto* notification = std::get_if<domain::Notification>(&event->data);
        const bool expired = notification && notification->expiresAt && *notification->expiresAt <= now;
        const auto readAt = (*rows)->isNull(2) ? std::nullopt : std::optional((*rows)->time(2));
        if (notification && !expired && (!agent || domain::isFor(*notification, *agent)))
            found.push_back({event->seq, event->at, std::move(*notification), readAt});
    }
    return found;
}

Result<std::optional<domain::Notification>> FactTables::notification(qint64 project,
                                                                     const domain::NotificationId& id)
{
    const auto row = ran(m_database,
                         "SELECT j.body FROM notifications n JOIN journal j ON j.position = n.position "
                         "WHERE n.id = ? AND n.position > ? AND n.position <= ?",
                         [&](sql::Statement& s) { bindOne(s, project, id.uuid()); });
    if (!row)
        return std::unexpected(row.error());
    const sql::Reading reading(**row);
    if (!(*row)->next())
        return std::nullopt;
    Result<domain::Event> event = eventIn(**row, 0);
    if (!event)
        return std::unexpected(event.error());
    if (auto* notification = std::get_if<domain::Notification>(&event->data))
        return std::move(*notification);
    return std::nullopt;
}

Result<Facts> FactTables::all(qint64 project)
{
    Facts facts;
    if (Result<void> read = m_contacts.readAll(project, facts); !read)
        return std::unexpected(read.error());
    const auto handoffs = this->handoffs(project, Timestamp::min(), Timestamp::max());
    auto openings = this->openings(project, Timestamp::min(), Timestamp::max());
    auto attendance = this->attendance(project);
    if (!handoffs || !openings || !attendance)
        return std::unexpected(!handoffs   ? handoffs.error()
                               : !openings ? openings.error()
                                           : attendance.error());
    for (const domain::HandoffFacts& handoff : *handoffs)
        facts.handoffs[handoff.id] = handoff;
    facts.openings = std::move(*openings);
    facts.attendance = std::move(*attendance);
    const auto rows =
        ran(m_database,
            "SELECT n.id, n.position, r.agent, r.at FROM notifications n LEFT JOIN notification_reads r ON "
            "r.notification = n.id WHERE n.position > ? AND n.position <= ?",
            [&](sql::Statement& s) { s.bind(positionOf(project, 0)).bind(positionOf(project, lastSeq)); });
    if (!rows)
        return std::unexpected(rows.error());
    const sql::Reading reading(**rows);
    while ((*rows)->next()) {
        const domain::NotificationId id((*rows)->uuid(0));
        facts.notifications[id] = seqOf((*rows)->number(1));
        if (!(*rows)->isNull(2))
            facts.reads[{id, domain::AgentId((*rows)->uuid(2))}] = (*rows)->time(3);
    }
    return facts;
}

} // namespace relevo::store
