#include <store/left_agents.h>

#include <store/prepared.h>

namespace relevo::store {

Result<bool> LeftAgents::contains(const domain::AgentId& agent)
{
    const auto found = ran(m_database, "SELECT 1 FROM left_agents WHERE agent = ?",
                           [&agent](sql::Statement& s) { s.bind(agent.uuid()); });
    if (!found)
        return std::unexpected(found.error());
    const sql::Reading reading(**found);
    return (*found)->next();
}

Result<void> LeftAgents::add(const domain::AgentId& agent)
{
    return write(m_database, "INSERT INTO left_agents (agent) VALUES (?) ON CONFLICT (agent) DO NOTHING",
                 [&agent](sql::Statement& s) { s.bind(agent.uuid()); });
}

Result<void> LeftAgents::remove(const domain::AgentId& agent)
{
    return write(m_database, "DELETE FROM left_agents WHERE agent = ?",
                 [&agent](sql::Statement& s) { s.bind(agent.uuid()); });
}

} // namespace relevo::store
