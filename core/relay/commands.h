#pragma once

#include <protocol/json.h>
#include <relay/hub.h>
#include <relay/known_triggers.h>
#include <relay/repeats.h>
#include <relay/scope.h>
#include <relay/submission.h>

namespace relevo::relay {

/// Makes submissions out of what came in, for the HTTP routes and both sockets alike: reads and checks the
/// fields, fills in who asks and how the answer looks. `done` is left to the caller. Errors are `invalid`
/// (naming the field), `forbidden`, `not_found`.
class Commands
{
public:
    Commands(const Hub& hub, const Repeats& repeats, const Clock& clock, IdSource& ids);

    /// {author, content, attachments?, kind?, externalId?, contact?, botFailed?, channel?}; a bot's
    /// {author, template, …}
    [[nodiscard]] Result<Submission> receive(const Scope& scope, const QString& sessionId,
                                             const protocol::Json& body) const;
    /// What a visitor of the web chat wrote; `origin` tells where they are (visitorOrigin).
    [[nodiscard]] Result<Submission>
    visitorMessage(const domain::ProjectId& project, const QString& sessionId,
                   const domain::ConversationId& conversation, const QString& language,
                   const domain::ContactPatch& origin, const protocol::Json& params) const;
    /// {sessionId, triggerType, triggerReason?, priority?, skills?}
    [[nodiscard]] Result<Submission> initiate(const Scope& scope, const protocol::Json& body) const;
    /// {agentId?, agentName?}
    [[nodiscard]] Result<Submission> claim(const Scope& scope, const domain::HandoffId& handoff,
                                           const protocol::Json& body) const;
    /// {content, attachments? | template, senderName?, epoch?, clientId?, conversationId?, basedOnSeq?}. The
    /// last is the newest message that the text was written after: `conflict` when somebody else has spoken
    /// since.
    [[nodiscard]] Result<Submission> reply(const Scope& scope, const domain::HandoffId& handoff,
                                           const protocol::Json& body) const;
    /// {notes?, handBackToBot?, disposition?, csat?}
    [[nodiscard]] Result<Submission> resolve(const Scope& scope, const domain::HandoffId& handoff,
                                             const protocol::Json& body) const;
    /// {content, attachments?}
    [[nodiscard]] Result<Submission> note(const Scope& scope, const domain::HandoffId& handoff,
                                          const protocol::Json& body) const;
    /// {agentId? | teamId? | bot?, note?}: none of them, back to everybody's queue
    [[nodiscard]] Result<Submission> transfer(const Scope& scope, const domain::HandoffId& handoff,
                                              const protocol::Json& body) const;
    /// {reason?}
    [[nodiscard]] Result<Submission> decline(const Scope& scope, const domain::HandoffId& handoff,
                                             const protocol::Json& body) const;
    /// {minutes}: 0 wakes it
    [[nodiscard]] Result<Submission> snooze(const Scope& scope, const domain::HandoffId& handoff,
                                            const protocol::Json& body) const;
    [[nodiscard]] Result<Submission> reopen(const Scope& scope, const domain::HandoffId& handoff,
                                            const protocol::Json& body) const;
    /// {block?}
    [[nodiscard]] Result<Submission> spam(const Scope& scope, const domain::HandoffId& handoff,
                                          const protocol::Json& body) const;
    [[nodiscard]] Result<Submission> convert(const Scope& scope, const domain::HandoffId& handoff,
                                             const protocol::Json& body) const;
    /// {reason?}: for programs, when the customer has left or wants the bot again
    [[nodiscard]] Result<Submission> abandon(const Scope& scope, const domain::HandoffId& handoff,
                                             const protocol::Json& body) const;
    /// {score, comment?}: for programs, what the customer said of it
    [[nodiscard]] Result<Submission> rate(const Scope& scope, const domain::HandoffId& handoff,
                                          const protocol::Json& body) const;
    /// {handoffId, score, comment?}: a visitor of the web chat
    [[nodiscard]] Result<Submission> visitorRating(const domain::ProjectId& project,
                                                   const domain::ConversationId& conversation,
                                                   const protocol::Json& params) const;
    /// The one of those above, those for programs and visitors apart, that a call "handoff.NAME" or a path
    /// ".../NAME" means; null for none.
    using OnHandoff = Result<Submission> (Commands::*)(const Scope&, const domain::HandoffId&,
                                                       const protocol::Json&) const;
    [[nodiscard]] static OnHandoff onHandoff(std::string_view name);
    /// {state}
    [[nodiscard]] Result<Submission> availability(const Scope& scope, const protocol::Json& body) const;

private:
    /// What the words of a customer tell: language, mood, whether they were said before, what they ask for.
    void read(domain::ReceiveMessage& message, const domain::ProjectId& project) const;
    [[nodiscard]] Result<domain::AgentRef> claimant(const Scope& scope, protocol::Fields& fields) const;

    const Hub& m_hub;
    const Repeats& m_repeats;
    const Clock& m_clock;
    IdSource& m_ids;
    mutable KnownTriggers m_triggers; // what was worked out before, nothing that could be seen
};

} // namespace relevo::relay
