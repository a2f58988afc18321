#include <client/colleagues.h>

#include <algorithm>

namespace relevo::client {

namespace {

template <typename Person>
void sortByName(std::vector<Person>& people)
{
    std::sort(people.begin(), people.end(), [](const Person& a, const Person& b) {
        const int order = QString::localeAwareCompare(a.name, b.name);
        return order != 0 ? order < 0 : a.id < b.id;
    });
}

domain::AgentId holderOf(const ConversationRow& row)
{
    return row.holder == domain::Holder::Agent ? row.holderAgent : domain::AgentId();
}

} // namespace

Colleagues::Colleagues(const LiveView& live, QObject* parent) : QObject(parent), m_live(live)
{
    connect(&live, &LiveView::agentsChanged, this, &Colleagues::readPeople);
    connect(&live, &LiveView::rowsReset, this, &Colleagues::countAll);
    connect(&live, &LiveView::rowsChanged, this, &Colleagues::countChanged);
    readPeople();
    countAll();
}

const Colleague* Colleagues::agent(const domain::AgentId& id) const
{
    const auto found = std::find_if(m_agents.begin(), m_agents.end(),
                                    [&id](const Colleague& colleague) { return colleague.id == id; });
    return found == m_agents.end() ? nullptr : &*found;
}

void Colleagues::readPeople()
{
    m_agents.clear();
    for (const domain::Agent& agent : m_live.agents()) {
        if (!agent.disabled)
            m_agents.push_back({agent.id, agent.name, agent.availability, !agent.goneAt,
                                m_loads.value(agent.id), agent.capacity, agent.skills, agent.languages});
    }
    m_teams.clear();
    for (const domain::Team& team : m_live.teams())
        m_teams.push_back({team.id, team.name});
    sortByName(m_agents);
    sortByName(m_teams);
    Q_EMIT changed();
}

void Colleagues::countAll()
{
    m_holders.clear();
    m_loads.clear();
    for (const ConversationRow& row : m_live.rows())
        hold(row.id, holderOf(row));
    takeLoads();
}

void Colleagues::countChanged(const QList<domain::ConversationId>& changed,
                              const QList<domain::ConversationId>& gone)
{
    for (const domain::ConversationId& id : changed) {
        const ConversationRow* row = m_live.row(id);
        hold(id, row ? holderOf(*row) : domain::AgentId());
    }
    for (const domain::ConversationId& id : gone)
        hold(id, {});
    takeLoads();
}

void Colleagues::hold(const domain::ConversationId& conversation, const domain::AgentId& agent)
{
    const domain::AgentId before = m_holders.value(conversation);
    if (before == agent)
        return;
    if (!before.isNull())
        --m_loads[before];
    if (agent.isNull()) {
        m_holders.remove(conversation);
        return;
    }
    m_holders.insert(conversation, agent);
    ++m_loads[agent];
}

void Colleagues::takeLoads()
{
    bool other = false;
    for (Colleague& colleague : m_agents) {
        const int load = m_loads.value(colleague.id);
        other = other || load != colleague.load;
        colleague.load = load;
    }
    if (other)
        Q_EMIT changed();
}

} // namespace relevo::client
