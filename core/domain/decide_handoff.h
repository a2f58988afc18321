#pragma once

#include <domain/decide.h>

namespace relevo::domain {

/// Collects the events of one decision and folds them into a working copy as they come, so that each next one
/// is decided on the state the earlier ones leave.
class Decision
{
public:
    Decision(const ProjectState& project, const ConversationState* conversation,
             const DecisionContext& context);

    [[nodiscard]] const ProjectState& project() const { return m_project; }
    [[nodiscard]] const DecisionContext& context() const { return m_context; }
    /// Null while the conversation does not exist.
    [[nodiscard]] const ConversationState* conversation() const
    {
        return m_conversation ? &*m_conversation : nullptr;
    }

    void add(EventType type, EventData data, HandoffId handoff = {});
    void addAs(const Actor& actor, EventType type, EventData data, HandoffId handoff = {});
    /// A message of the relay's own to the customer.
    void addNotice(const QString& content);
    /// A new holder under the next epoch.
    void addControl(Holder holder, AgentId agent);

    [[nodiscard]] std::vector<Event> take() { return std::move(m_events); }

private:
    const ProjectState& m_project;
    const DecisionContext& m_context;
    std::optional<ConversationState> m_conversation;
    ConversationId m_conversationId;
    std::vector<Event> m_events;
};

/// Opens a handoff and tells the customer.
void requestHandoff(Decision& decision, const Trigger& trigger, std::optional<Priority> priority);

[[nodiscard]] Result<void> decideNotified(Decision& decision, const MarkNotified& command);
[[nodiscard]] Result<void> decideClaim(Decision& decision, const ClaimHandoff& command);
[[nodiscard]] Result<void> decideReply(Decision& decision, const SendMessage& command);
[[nodiscard]] Result<void> decideResolve(Decision& decision, const ResolveHandoff& command);
[[nodiscard]] Result<void> decideAbandon(Decision& decision, const AbandonHandoff& command);
[[nodiscard]] Result<void> decideConvert(Decision& decision, const ConvertHandoff& command);
[[nodiscard]] Result<void> decideSummary(Decision& decision, const RecordSummary& command);

} // namespace relevo::domain
