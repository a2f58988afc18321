#pragma once

#include <ui/notify/notifier.h>

#include <QtCore/QTime>

#include <set>

namespace relevo::ui {

/// What somebody wants to be notified of, and when not.
struct NoticeRules
{
    std::set<NoticeKind> muted;     ///< kinds that are not shown
    bool content = true;            ///< names and texts; without it only that something has happened
    bool contentWhenLocked = false; ///< likewise while the screen is locked
    bool quiet = false;             ///< do not disturb, until it is switched off
    bool quietHours = false; ///< do not disturb between the two, each day; past midnight when `to` is earlier
    QTime quietFrom{22, 0};
    QTime quietTo{7, 0};
    bool offersAnyway = true; ///< an offer is for this agent alone and lasts some seconds
    bool urgentAnyway = false;

    friend bool operator==(const NoticeRules&, const NoticeRules&) = default;
};

/// Whether it is a time in which nobody wants to be disturbed. `now` is local. Pure.
[[nodiscard]] bool isQuiet(const NoticeRules& rules, const QTime& now);

/// Whether this notice is shown at all. What the program says of itself always is. Pure.
[[nodiscard]] bool isWanted(const NoticeRules& rules, const Notice& notice, const QTime& now);

/// The rules while the screen is locked, or not. Pure.
[[nodiscard]] NoticeRules whileLocked(const NoticeRules& rules, bool locked);

/// The notice as these rules let it be seen: without `content` its kind in words, and nothing of whom it is
/// about.
[[nodiscard]] Notice asSeen(const NoticeRules& rules, const Notice& notice);

/// The kind in words: "A customer is waiting".
[[nodiscard]] QString wordsOf(NoticeKind kind);

} // namespace relevo::ui
