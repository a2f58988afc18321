#include <domain/report_facts.h>

namespace relevo::domain {

void foldFacts(HandoffFacts& facts, const Event& event, const QString& channel)
{
    const auto* handoff = std::get_if<Handoff>(&event.data);
    if (!handoff)
        return;
    if (facts.id != handoff->id) {
        facts = {};
        facts.id = handoff->id;
        facts.createdAt = handoff->createdAt;
        facts.channel = channel;
        facts.trigger = handoff->trigger.type;
        facts.dueAt = handoff->responseDueAt;
    }
    facts.status = handoff->status;
    facts.handedBack = handoff->handedBackToBot;
    facts.wasTicket = facts.wasTicket || handoff->status == HandoffStatus::ConvertedToTicket;
    if (handoff->assignedTo)
        facts.agent = handoff->assignedTo->id;
    if (!facts.claimedAt)
        facts.claimedAt = handoff->claimedAt;
    if (!facts.respondedAt)
        facts.respondedAt = handoff->activatedAt;
    const bool over = !isOpen(handoff->status);
    facts.endedAt = over ? std::optional(event.at) : std::nullopt;
}

bool isAtWork(const Agent& agent)
{
    return agent.availability == Availability::Available && !agent.goneAt;
}

} // namespace relevo::domain
