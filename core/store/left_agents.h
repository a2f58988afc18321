#pragma once

#include <domain/ids.h>
#include <sql/database.h>

namespace relevo::store {

/// The agents who are away by themselves: nobody was at any of their desktops. Whoever has chosen it is not
/// among them. On the connection, and within the transaction, of whoever owns it.
class LeftAgents
{
public:
    explicit LeftAgents(sql::Database& database) : m_database(database) {}

    [[nodiscard]] Result<bool> contains(const domain::AgentId& agent);
    /// Also who is among them already.
    [[nodiscard]] Result<void> add(const domain::AgentId& agent);
    /// Also who is not among them.
    [[nodiscard]] Result<void> remove(const domain::AgentId& agent);

private:
    sql::Database& m_database;
};

} // namespace relevo::store
