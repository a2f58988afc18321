#pragma once

#include <sql/database.h>
#include <store/replay.h>

namespace relevo::store {

/// How many rows there ought to be over all projects, so that none belongs to no project.
class RowTotals
{
public:
    void add(const Replay& replay);
    /// Which table holds more, in words; nothing when none does. Fails with the database's errors.
    [[nodiscard]] Result<std::optional<QString>> strays(sql::Database& database) const;

private:
    qint64 m_events = 0;
    qint64 m_conversations = 0;
    qint64 m_messages = 0;
    qint64 m_handoffs = 0;
    qint64 m_agents = 0;
    qint64 m_teams = 0;
    qint64 m_audit = 0;
};

} // namespace relevo::store
