#include <domain/priority.h>

#include <domain/sla_clock.h>

#include <algorithm>

namespace relevo::domain {
namespace {

Priority raised(Priority priority, qint64 steps)
{
    const qint64 level = std::max<qint64>(0, static_cast<qint64>(priority) - steps);
    return static_cast<Priority>(level);
}

} // namespace

Priority basePriority(TriggerType trigger)
{
    switch (trigger) {
    case TriggerType::Keyword:
        return Priority::Urgent;
    case TriggerType::Failure:
    case TriggerType::Sentiment:
    case TriggerType::Sensitive:
    case TriggerType::Manual:
        return Priority::High;
    case TriggerType::Vip:
    case TriggerType::Urgent:
        return Priority::Normal;
    }
    return Priority::Low;
}

std::optional<Timestamp> answerDueAt(const Handoff& handoff)
{
    const std::optional<Timestamp> promised = handoff.sla ? answerPromisedBy(*handoff.sla) : std::nullopt;
    if (!promised || !handoff.responseDueAt)
        return promised ? promised : handoff.responseDueAt;
    return std::min(*promised, *handoff.responseDueAt);
}

Priority priorityAt(const Handoff& handoff, Timestamp now)
{
    const std::optional<Timestamp> due = answerDueAt(handoff);
    const milliseconds waited = std::max(milliseconds(0), now - handoff.createdAt);
    if (!due)
        return raised(handoff.priority, waited / std::chrono::minutes(10));
    const milliseconds allowed = *due - handoff.createdAt;
    if (waited * 5 > allowed * 4)
        return Priority::Urgent;
    return raised(handoff.priority, waited * 2 >= allowed ? 1 : 0);
}

std::optional<Timestamp> priorityRisesAt(const Handoff& handoff, Timestamp now)
{
    const Priority present = priorityAt(handoff, now);
    if (present == Priority::Urgent)
        return std::nullopt;
    const std::optional<Timestamp> due = answerDueAt(handoff);
    if (!due) {
        const milliseconds waited = std::max(milliseconds(0), now - handoff.createdAt);
        const std::chrono::minutes step(10);
        return handoff.createdAt + (waited / step + 1) * step;
    }
    // The first whole milliseconds for which the comparisons of priorityAt hold.
    const milliseconds allowed = *due - handoff.createdAt;
    const Timestamp half = handoff.createdAt + (allowed + milliseconds(1)) / 2;
    const Timestamp last = handoff.createdAt + allowed * 4 / 5 + milliseconds(1);
    return half > now ? std::min(half, last) : last;
}

bool queueBefore(const Handoff& a, const Handoff& b, Timestamp now)
{
    const Priority pa = priorityAt(a, now);
    const Priority pb = priorityAt(b, now);
    if (pa != pb)
        return pa < pb;
    if (a.createdAt != b.createdAt)
        return a.createdAt < b.createdAt;
    return a.id < b.id;
}

} // namespace relevo::domain
