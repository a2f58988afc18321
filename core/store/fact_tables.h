#pragma once

#include <domain/report.h>
#include <sql/database.h>
#include <store/contact_table.h>

namespace relevo::store {

/// A notification with when an agent has read it, if they have.
struct StoredNotification
{
    qint64 seq = 0;
    Timestamp at;
    domain::Notification notification;
    std::optional<Timestamp> readAt;
};

/// The tables of contacts, notifications and of what reports count: kept in step by the writer inside the
/// journal's transaction, read by everybody on connections of their own. Fails with the database's errors.
class FactTables
{
public:
    explicit FactTables(sql::Database& database) : m_database(database), m_contacts(database) {}

    // Writing; `project` is its number.
    /// `opened` is the position at which the event's conversation was last opened.
    [[nodiscard]] Result<void> apply(qint64 project, const domain::Event& event, const QString& channel,
                                     qint64 opened);
    /// Fills the tables from the journal when a migration has left them empty beside one.
    [[nodiscard]] Result<void> fillIfMissing();

    // Reading.
    [[nodiscard]] Result<domain::ReportFacts> reportFacts(qint64 project, Timestamp from, Timestamp to);
    /// Those with a smaller sequence number than `before`, newest first; `agent`: only what is for them, with
    /// when they read it. Expired ones (at `now`) are left out.
    [[nodiscard]] Result<std::vector<StoredNotification>>
    notifications(qint64 project, qint64 before, int limit, const std::optional<domain::Agent>& agent,
                  Timestamp now);
    [[nodiscard]] Result<std::optional<domain::Notification>> notification(qint64 project,
                                                                           const domain::NotificationId& id);

    /// Everything of a project, to be compared with what its events say.
    [[nodiscard]] Result<Facts> all(qint64 project);

private:
    [[nodiscard]] Result<void> applyHandoff(qint64 project, const domain::Event& event,
                                            const domain::Handoff& handoff, const QString& channel);
    [[nodiscard]] Result<void> applyAgent(qint64 project, const domain::Event& event,
                                          const domain::Agent& agent);
    [[nodiscard]] Result<void> addOpening(qint64 position, const domain::Opening& opening);
    [[nodiscard]] Result<void> putHandoff(qint64 project, const domain::HandoffFacts& facts);
    [[nodiscard]] Result<void> addAttendance(qint64 project, const domain::AgentId& agent,
                                             const Facts::Attended& attended);
    [[nodiscard]] Result<void> addNotification(qint64 position, const domain::NotificationId& id);
    [[nodiscard]] Result<void> addRead(const domain::NotificationId& id, const domain::AgentId& agent,
                                       Timestamp at);
    [[nodiscard]] Result<void> fill(qint64 project);
    [[nodiscard]] Result<void> write(qint64 project, const Facts& facts);
    [[nodiscard]] Result<std::vector<domain::HandoffFacts>> handoffs(qint64 project, Timestamp from,
                                                                     Timestamp to);
    [[nodiscard]] Result<std::map<qint64, domain::Opening>> openings(qint64 project, Timestamp from,
                                                                     Timestamp to);
    [[nodiscard]] Result<std::map<domain::AgentId, std::vector<Facts::Attended>>> attendance(qint64 project);

    sql::Database& m_database;
    ContactTable m_contacts;
};

} // namespace relevo::store
