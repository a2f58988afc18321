#pragma once

#include <client/live_view.h>

namespace relevo::client {

/// An agent as others choose one: to give a conversation to, or to mention.
struct Colleague
{
    domain::AgentId id;
    QString name;
    domain::Availability availability = domain::Availability::Away;
    bool here = false; ///< not gone: at a desktop, or known to work without one
    int load = 0;      ///< conversations held now
    int capacity = 0;  ///< at once; 0 means no bound
    QStringList skills;
    QStringList languages;

    friend bool operator==(const Colleague&, const Colleague&) = default;
};

/// Takes conversations and has room for one more.
[[nodiscard]] inline bool hasRoom(const Colleague& colleague)
{
    return colleague.availability == domain::Availability::Available && colleague.here &&
           (colleague.capacity == 0 || colleague.load < colleague.capacity);
}

struct TeamRef
{
    domain::TeamId id;
    QString name;

    friend bool operator==(const TeamRef&, const TeamRef&) = default;
};

/// Who else works here, with how much they have to do. The load follows from who holds what, as at the relay.
/// On the UI thread.
class Colleagues final : public QObject
{
    Q_OBJECT
public:
    /// `live` must outlive this.
    explicit Colleagues(const LiveView& live, QObject* parent = nullptr);

    /// Everybody who may sign in, oneself too, by name.
    [[nodiscard]] const std::vector<Colleague>& agents() const { return m_agents; }
    /// By name.
    [[nodiscard]] const std::vector<TeamRef>& teams() const { return m_teams; }
    /// Null when there is no such agent. Valid until the next change.
    [[nodiscard]] const Colleague* agent(const domain::AgentId& id) const;

Q_SIGNALS:
    /// Somebody came, left, is another, or has more or less to do.
    void changed();

private:
    const LiveView& m_live;
    std::vector<Colleague> m_agents;
    std::vector<TeamRef> m_teams;
    QHash<domain::ConversationId, domain::AgentId> m_holders; ///< of what an agent holds
    QHash<domain::AgentId, int> m_loads;

    void readPeople();
    void countAll();
    void countChanged(const QList<domain::ConversationId>& changed,
                      const QList<domain::ConversationId>& gone);
    void hold(const domain::ConversationId& conversation, const domain::AgentId& agent);
    void takeLoads();
};

} // namespace relevo::client
