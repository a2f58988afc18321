#pragma once

#include <domain/agent.h>
#include <domain/handoff.h>
#include <domain/settings.h>

namespace relevo::domain {

struct Event;

/// Whom a notification is for. The owner of a project are its admins.
enum class Audience { Agents, Owner, Named };

/// Something people are told on their desktops that is about no single message: an order that came in, a
/// ticket nobody has answered, the figures of the day. Plain texts.
struct Notification
{
    NotificationId id;
    QString title;
    QString body;
    QString kind; ///< for programs, as whoever posts it calls it; the relay's own are in PROTOCOL.md
    QString url;  ///< what it leads to: handoff://ID, or a web page; empty: nothing
    Priority priority = Priority::Normal;
    Audience audience = Audience::Agents;
    std::vector<AgentId> agents;        ///< for Audience::Named
    std::optional<Timestamp> expiresAt; ///< not worth being shown from then on
    /// The channel that the settings ask for and that is not connected, so that it comes this way.
    std::optional<NotificationChannel> insteadOf;

    friend bool operator==(const Notification&, const Notification&) = default;
};

/// An agent has read it.
struct NotificationRead
{
    NotificationId id;
    AgentId agent;

    friend bool operator==(const NotificationRead&, const NotificationRead&) = default;
};

[[nodiscard]] bool isFor(const Notification& notification, const Agent& agent);

/// Whether the event is for this agent's eyes. What is not reaches them as `hidden`, which changes nothing of
/// the live state, so hidden may only be what is no part of it.
[[nodiscard]] bool maySee(const Event& event, const Agent& agent);

} // namespace relevo::domain
