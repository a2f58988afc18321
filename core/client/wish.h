#pragma once

#include <base/error.h>
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
    HandBack = 11,      ///< to the bot
    Release = 12,       ///< to everybody's queue
    UpdateContact = 13, ///< what is known of them: name, addresses, attributes, tags
    BlockContact = 14,  ///< or let them in again
    AddContactNote = 15,
    DeleteContactNote = 16,
    MergeContacts = 17, ///< two contacts are one person
    SplitContact = 18,  ///< or they are not
    MarkSpam = 19,
    ConvertToTicket = 20,
};

/// Wishes of the moment: made while connected or not at all, since later they would mean something else.
[[nodiscard]] constexpr bool isOfTheMoment(Wish wish)
{
    return wish == Wish::Claim || wish == Wish::Decline || wish == Wish::Reopen;
}

/// Wishes that give a conversation away or put it off, and what is decided of a contact with one press: there
/// is a moment to take them back.
[[nodiscard]] constexpr bool canBeTakenBack(Wish wish)
{
    switch (wish) {
    case Wish::Resolve:
    case Wish::Transfer:
    case Wish::Snooze:
    case Wish::HandBack:
    case Wish::Release:
    case Wish::BlockContact:
    case Wish::DeleteContactNote:
    case Wish::MergeContacts:
    case Wish::SplitContact:
    case Wish::MarkSpam:
    case Wish::ConvertToTicket:
        return true;
    default:
        return false;
    }
}

/// A message was refused because somebody else has spoken since what it answers to.
[[nodiscard]] inline bool wasOvertaken(const Error& error)
{
    return error.code == ErrorCode::Conflict && error.context.contains(QStringLiteral("messageId"));
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
