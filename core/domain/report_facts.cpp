#include <domain/report_facts.h>

namespace relevo::domain {
namespace {

/// A promise that runs anew is heard of as running first, so every met and every broken one is a change.
void follow(PromiseFacts& facts, const std::optional<Promise>& promise)
{
    const std::optional<PromiseState> state = promise ? std::optional(promise->state) : std::nullopt;
    if (state != facts.state) {
        facts.met += state == PromiseState::Met ? 1 : 0;
        facts.breached += state == PromiseState::Breached ? 1 : 0;
    }
    facts.state = state;
}

} // namespace

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
    }
    if (event.type == EventType::HandoffRated) {
        facts.rating = handoff->rating ? handoff->rating->score : 0;
        return; // when it ended is not when it was rated
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
    const SlaPromises promises = handoff->sla.value_or(SlaPromises{});
    follow(facts.firstResponse, promises.firstResponse);
    follow(facts.nextResponse, promises.nextResponse);
    follow(facts.resolution, promises.resolution);
    facts.ratingAsked = facts.ratingAsked || handoff->ratingAskedAt;
}

bool isAtWork(const Agent& agent)
{
    return agent.availability == Availability::Available && !agent.goneAt;
}

} // namespace relevo::domain
