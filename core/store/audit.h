#pragma once

#include <domain/event.h>
#include <sql/database.h>

#include <vector>

namespace relevo::store {

/// Whether an administrator may ask for the event later: those about settings, people, teams, keys, webhooks,
/// sign-ins and handoffs, about contacts who are merged, split, exported or erased, and about files that are
/// no longer kept.
[[nodiscard]] bool isAudited(domain::EventType type);
/// The same of one event; of those that tell something new of a contact, only what somebody at a desk or a
/// program corrected, and what blocks them, or lets them in again; of those that change a conversation, only
/// the same people's (they switch the bot). `wasBlocked`: what the contact was before it.
[[nodiscard]] bool isAudited(const domain::Event& event, bool wasBlocked);

/// What an audited event is about: the id, as text, of its handoff, agent, team, key, webhook, contact or
/// conversation; else empty.
[[nodiscard]] QString auditSubject(const domain::Event& event);
/// The acting agent's id, or the kind of actor.
[[nodiscard]] QString auditActor(const domain::Actor& actor);

/// Which events are wanted; empty or absent: any.
struct AuditFilter
{
    QString actor;                 ///< an agent's id, or customer, bot, system, integration
    QString type;                  ///< "agent.created", or "agent" for all that begin so
    std::optional<Timestamp> from; ///< inclusive
    std::optional<Timestamp> to;   ///< exclusive
    qint64 beforeSeq = 0;          ///< older than that one; 0: from the newest
    int limit = 50;
};

/// An audited event, with the one before it about the same thing, by which one sees what changed.
struct AuditEntry
{
    domain::Event event;
    std::optional<domain::Event> before;
};

/// The index of audited events: a projection, kept in step by the journal's transaction.
class Audit
{
public:
    explicit Audit(sql::Database& database) : m_database(database) {}

    [[nodiscard]] Result<void> add(qint64 position, const domain::Event& event);
    /// The newest first. `internal` when an event cannot be read.
    [[nodiscard]] Result<std::vector<AuditEntry>> find(qint64 project, const AuditFilter& filter);

private:
    [[nodiscard]] Result<std::optional<domain::Event>> before(qint64 project, qint64 position,
                                                              const domain::Event& event);
    /// The newest before it that told who the contact was.
    [[nodiscard]] Result<std::optional<domain::Event>> contactBefore(qint64 project, qint64 position,
                                                                     const domain::Event& event);

    sql::Database& m_database;
};

} // namespace relevo::store
