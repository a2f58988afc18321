#include <protocol/json.h>
#include <relay/answers.h>
#include <relay/commands.h>

// How a handoff ends beside being resolved.
namespace relevo::relay {

Result<Submission> Commands::spam(const Scope& scope, const domain::HandoffId& handoff,
                                  const protocol::Json& body) const
{
    protocol::Fields fields(body);
    domain::SpamHandoff command{handoff, scope.agent, scope.mayActForOthers(), fields.flag("block")};
    if (fields.error())
        return std::unexpected(*fields.error());
    return Submission{scope.project, {}, scope.actor, handoff, std::move(command), answers::done, {}};
}

Result<Submission> Commands::convert(const Scope& scope, const domain::HandoffId& handoff,
                                     const protocol::Json&) const
{
    return Submission{scope.project,
                      {},
                      scope.actor,
                      handoff,
                      domain::ConvertHandoff{handoff, scope.agent, scope.mayActForOthers()},
                      answers::done,
                      {}};
}

} // namespace relevo::relay
