#include <domain/notification.h>

#include <domain/event.h>

#include <algorithm>

namespace relevo::domain {

bool isFor(const Notification& notification, const Agent& agent)
{
    switch (notification.audience) {
    case Audience::Agents:
        return true;
    case Audience::Owner:
        return agent.role == Role::Admin;
    case Audience::Named:
        return std::ranges::find(notification.agents, agent.id) != notification.agents.end();
    }
    return false;
}

bool maySee(const Event& event, const Agent& agent)
{
    // There are addresses in the bots' settings: they are for those who may read and write them.
    if (event.type == EventType::BotsChanged)
        return agent.role == Role::Admin;
    if (const auto* notification = std::get_if<Notification>(&event.data))
        return isFor(*notification, agent);
    if (const auto* read = std::get_if<NotificationRead>(&event.data))
        return read->agent == agent.id;
    // How somebody gets in is an admin's matter.
    if (std::holds_alternative<AccessChange>(event.data))
        return agent.role == Role::Admin;
    return true;
}

} // namespace relevo::domain
