#pragma once

#include <base/timestamp.h>
#include <domain/ids.h>

namespace relevo::client {

/// A user's wish that becomes a command to the relay. The numbers are on disk.
enum class Wish {
    Claim = 1,
    Send = 2,
    Resolve = 3,
    SetAvailability = 4,
    ReadNotification = 5,
    Transfer = 6, ///< to another agent or to a team
    Decline = 7,
    Snooze = 8, ///< or wake
    Reopen = 9,
    Note = 10,
    HandBack = 11, ///< to the bot
    Release = 12,  ///< to everybody's queue
};

/// Wishes of the moment: made while connected or not at all, since later they would mean something else.
[[nodiscard]] constexpr bool isOfTheMoment(Wish wish)
{
    return wish == Wish::Claim || wish == Wish::Decline || wish == Wish::Reopen;
}

/// Wishes that give a conversation away or put it off: there is a moment to take them back.
[[nodiscard]] constexpr bool canBeTakenBack(Wish wish)
{
    return wish == Wish::Resolve || wish == Wish::Transfer || wish == Wish::Snooze ||
           wish == Wish::HandBack || wish == Wish::Release;
}

/// How a conversation ends.
struct Resolution
{
    QString notes = {};       ///< for colleagues
    QString disposition = {}; ///< a short word for statistics; may be empty
    bool handBackToBot = false;
    bool asksRating = true; ///< where the project asks at all

    friend bool operator==(const Resolution&, const Resolution&) = default;
};

/// A wish that is kept back for a moment: until then it can be taken back, and was never sent.
struct HeldWish
{
    QUuid id;
    Wish wish = Wish::Resolve;
    domain::ConversationId conversation;
    Timestamp madeAt;
    Timestamp until;

    friend bool operator==(const HeldWish&, const HeldWish&) = default;
};

} // namespace relevo::client
