#include <domain/handoff.h>

#include <algorithm>
#include <array>

namespace relevo::domain {
namespace {

using enum HandoffStatus;

constexpr std::array transitions{
    HandoffTransition{Pending, Notified},
    HandoffTransition{Pending, Pending},
    HandoffTransition{Notified, Pending},
    HandoffTransition{ConvertedToTicket, Pending},
    HandoffTransition{Pending, Claimed},
    HandoffTransition{Pending, Abandoned},
    HandoffTransition{Pending, ConvertedToTicket},
    HandoffTransition{Notified, Claimed},
    HandoffTransition{Notified, Abandoned},
    HandoffTransition{Notified, ConvertedToTicket},
    HandoffTransition{Claimed, Active},
    HandoffTransition{Claimed, Resolved},
    HandoffTransition{Claimed, ConvertedToTicket},
    HandoffTransition{Active, Resolved},
    HandoffTransition{Active, ConvertedToTicket},
    HandoffTransition{Claimed, Claimed},
    HandoffTransition{Claimed, Pending},
    HandoffTransition{Active, Claimed},
    HandoffTransition{Active, Pending},
    HandoffTransition{ConvertedToTicket, Claimed},
    HandoffTransition{ConvertedToTicket, Abandoned},
    HandoffTransition{Resolved, Claimed},
    HandoffTransition{Abandoned, Claimed},
};

} // namespace

std::span<const HandoffTransition> handoffTransitions()
{
    return transitions;
}

bool canBecome(HandoffStatus from, HandoffStatus to)
{
    return std::any_of(transitions.begin(), transitions.end(),
                       [=](const HandoffTransition& step) { return step.from == from && step.to == to; });
}

bool isWaiting(HandoffStatus status)
{
    return status == Pending || status == Notified || status == ConvertedToTicket;
}

bool isHeld(HandoffStatus status)
{
    return status == Claimed || status == Active;
}

bool isOpen(HandoffStatus status)
{
    return isWaiting(status) || isHeld(status);
}

} // namespace relevo::domain
