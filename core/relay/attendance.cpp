#include <relay/attendance.h>

#include <relay/hub.h>
#include <relay/pipeline.h>

#include <algorithm>

namespace relevo::relay {

using domain::Availability;

void settleAttendance(Hub& hub, Pipeline& pipeline, const domain::ProjectId& project,
                      const domain::AgentId& agent, std::span<const std::optional<bool>> desks, bool mayLeave)
{
    const domain::ProjectState* state = hub.state(project);
    if (!state || desks.empty())
        return;
    const auto found = state->agents.find(agent);
    if (found == state->agents.end() || found->second.disabled)
        return;
    const Availability now = found->second.availability;
    const bool somebody = std::ranges::find(desks, std::optional(true)) != desks.end();
    const bool nobody = std::ranges::count(desks, std::optional(false)) == std::ssize(desks);
    if (now == Availability::Available && nobody && mayLeave) {
        Submission leaving{
            project, {}, domain::Actor{}, {}, domain::SetAvailability{agent, Availability::Away}, {}, {}};
        leaving.rows = [agent](store::Journal& journal) {
            return journal.leftAgents().add(agent);
        };
        pipeline.submit(std::move(leaving));
    } else if (now == Availability::Away && somebody) {
        Submission coming{
            project, {}, domain::Actor{}, {}, domain::SetAvailability{agent, Availability::Available},
            {},      {}};
        coming.check = [agent](store::Journal& journal) -> Result<void> {
            const Result<bool> left = journal.leftAgents().contains(agent);
            if (!left)
                return std::unexpected(left.error());
            if (!*left)
                return failure(ErrorCode::Conflict, QStringLiteral("They have chosen to be away."));
            return {};
        };
        endsLeaving(coming, agent);
        pipeline.submit(std::move(coming));
    }
}

void endsLeaving(Submission& submission, const domain::AgentId& agent)
{
    submission.rows = [agent](store::Journal& journal) {
        return journal.leftAgents().remove(agent);
    };
}

} // namespace relevo::relay
