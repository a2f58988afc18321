#pragma once

#include <domain/state.h>

namespace relevo::domain {

/// Agents that one note can tell; more is no note but an announcement.
inline constexpr std::size_t maxMentions = 20;

/// Who is told that a note names them: those of `wanted` that the project has, who can sign in and whom the
/// text names as "@Name" (case does not count), each once. Never its author.
[[nodiscard]] std::vector<AgentId> mentionedIn(const QString& note, const std::vector<AgentId>& wanted,
                                               const AgentId& author, const ProjectState& project);

/// What they are told, in their first language: who named them and whom the conversation is with. It leads to
/// the handoff.
[[nodiscard]] Notification mentionNotification(const AgentRef& by, const QString& note,
                                               const Contact& contact, const HandoffId& handoff,
                                               const Agent& agent);

} // namespace relevo::domain
