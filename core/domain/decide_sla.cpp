#include <domain/decide_handoff.h>

#include <domain/sla_clock.h>

namespace relevo::domain {

std::vector<EventType> beginPromises(const Decision& decision, Handoff& next)
{
    const Settings& settings = decision.project().settings;
    const SlaPolicy* policy = policyFor(settings.sla, next.priority, decision.conversation()->conversation);
    if (!policy)
        return {};
    SlaChange begun = slaBegun(*policy, settings, decision.context().now);
    next.sla = std::move(begun.promises);
    return std::move(begun.events);
}

std::vector<EventType> settlePromises(const Decision& decision, Handoff& next, SlaOccasion occasion)
{
    if (!next.sla)
        return {};
    SlaChange change = slaAfter(*next.sla, occasion, decision.project().settings, decision.context().now);
    next.sla = std::move(change.promises);
    return std::move(change.events);
}

void addPromises(Decision& decision, const Handoff& handoff, const std::vector<EventType>& events)
{
    for (const EventType type : events)
        decision.add(type, handoff, handoff.id);
}

void passPromises(Decision& decision, SlaOccasion occasion)
{
    const Handoff& handoff = *decision.conversation()->handoff;
    Handoff next = nextOf(handoff, handoff.status);
    const std::vector<EventType> events = settlePromises(decision, next, occasion);
    addPromises(decision, next, events);
}

void tickPromises(Decision& decision)
{
    const Handoff& handoff = *decision.conversation()->handoff;
    SlaChange change = slaTicked(*handoff.sla, decision.context().now);
    Handoff next = nextOf(handoff, handoff.status);
    next.sla = std::move(change.promises);
    addPromises(decision, next, change.events);
}

} // namespace relevo::domain
