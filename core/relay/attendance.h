#pragma once

#include <relay/submission.h>

#include <optional>
#include <span>

namespace relevo::relay {

class Hub;
class Pipeline;

/// What follows for an agent from whether somebody is at each of their connected desktops; nothing of one
/// that has not said (an older one never does). Away when all say that nobody is, unless not `mayLeave`: the
/// desktop they are at may still be on its way. Available again, if they were away by that and not because
/// they have chosen it, when one says that somebody is. Busy stays busy. I/O thread; the journal is told by
/// commands.
void settleAttendance(Hub& hub, Pipeline& pipeline, const domain::ProjectId& project,
                      const domain::AgentId& agent, std::span<const std::optional<bool>> desks,
                      bool mayLeave);

/// For a command by which the agent says what they are: that their desktops made them away is over.
void endsLeaving(Submission& submission, const domain::AgentId& agent);

} // namespace relevo::relay
