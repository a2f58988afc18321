#pragma once

#include <chrono>

namespace relevo::ui {

inline constexpr std::chrono::seconds longestUndo{10};

/// How this agent writes; what the preferences say now.
struct WritingHabits
{
    bool enterSends = true; ///< else Ctrl+Enter does, and Enter makes a new line
    /// How long what was sent can be taken back, at most longestUndo; none: it goes at once.
    std::chrono::seconds undo{5};

    friend bool operator==(const WritingHabits&, const WritingHabits&) = default;
};

} // namespace relevo::ui
