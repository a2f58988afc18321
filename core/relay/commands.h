#pragma once

#include <protocol/json.h>
#include <relay/hub.h>
#include <relay/scope.h>
#include <relay/submission.h>

namespace relevo::relay {

/// Makes submissions out of what came in, for the HTTP routes and both sockets alike: reads and checks the
/// fields, fills in who asks and how the answer looks. `done` is left to the caller. Errors are `invalid`
/// (naming the field), `forbidden`, `not_found`.
class Commands
{
public:
    Commands(const Hub& hub, IdSource& ids);

    /// {author, content, kind?, externalId?, contact?, botFailed?}
    [[nodiscard]] Result<Submission> receive(const Scope& scope, const QString& sessionId,
                                             const protocol::Json& body) const;
    /// What a visitor of the web chat wrote.
    [[nodiscard]] Result<Submission> visitorMessage(const domain::ProjectId& project,
                                                    const QString& sessionId,
                                                    const domain::ConversationId& conversation,
                                                    const QString& language,
                                                    const protocol::Json& params) const;
    /// {sessionId, triggerType, triggerReason?, priority?}
    [[nodiscard]] Result<Submission> initiate(const Scope& scope, const protocol::Json& body) const;
    /// {agentId?, agentName?}
    [[nodiscard]] Result<Submission> claim(const Scope& scope, const domain::HandoffId& handoff,
                                           const protocol::Json& body) const;
    /// {content, senderName?, epoch?, clientId?}
    [[nodiscard]] Result<Submission> reply(const Scope& scope, const domain::HandoffId& handoff,
                                           const protocol::Json& body) const;
    /// {notes?, handBackToBot?, disposition?}
    [[nodiscard]] Result<Submission> resolve(const Scope& scope, const domain::HandoffId& handoff,
                                             const protocol::Json& body) const;
    /// {state}
    [[nodiscard]] Result<Submission> availability(const Scope& scope, const protocol::Json& body) const;

private:
    [[nodiscard]] Result<domain::AgentRef> claimant(const Scope& scope, protocol::Fields& fields) const;

    const Hub& m_hub;
    IdSource& m_ids;
};

} // namespace relevo::relay
