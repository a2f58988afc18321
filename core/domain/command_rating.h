#pragma once

#include <domain/handoff.h>

namespace relevo::domain {

/// The customer says how content they were: to a program (`visitor` is nothing) or in the web chat.
struct RateHandoff
{
    HandoffId handoffId;
    int score = 0;
    QString comment;
    std::optional<ConversationId> visitor = {}; ///< theirs; who was not asked there may not rate
    /// As it is stored; whoever asks for a decision fills it in, for it may be an earlier one than its
    /// conversation's newest.
    std::optional<Handoff> stored = {};
};

} // namespace relevo::domain
