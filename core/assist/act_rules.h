#pragma once

#include <assist/phrases.h>

#include <span>

namespace relevo::assist {

/// What an act is about: of one topic the strongest is told.
enum class ActTopic {
    Order,
    Number,
    Name,
    Photo,
    Address,
    Mail,
    Phone,
    Payment,
    Choice,
    Error,
    Product,
    Details,
    Refund,
    Replacement,
    Discount,
    Cancellation,
    Pickup,
    Return,
    Tracking,
    Delivery,
    Steps,
    Pause,
    Rebook,
    Case,
    Page,
    Passed,
    Check,
    Hours,
    PayWays,
    Unable,
    NoRefund,
    NoReplacement,
    NoDiscount,
    NoCancellation,
    NoReturn,
    NoCase,
    NoPassing,
    Pending, ///< a charge that goes away
    Repair,
    Link,
    NoDate,
    Price,
    Human,
    Duration,
    NoCheck,
    NoDeed
};

/// A sentence counts when it has a word of `first` and one of `second` (where there are any), and none of
/// `without`. Stems as in beginsWithAny.
struct ActRule
{
    ActTopic topic;
    int strength; ///< what was done tells more than what was offered, and that more than what was asked
    const char16_t* first;
    const char16_t* second;
    const char16_t* without;
    Phrase act;
};

/// What the bot refused. `of` is the deed that is not told besides.
struct Refusal
{
    ActTopic topic;
    ActTopic of;
    const char16_t* deed;
    Phrase act;
};

/// What a bot asks a customer for; the first that applies counts.
[[nodiscard]] std::span<const ActRule> askRules();

/// What a bot offers, does or says; the first that applies counts.
[[nodiscard]] std::span<const ActRule> deedRules();

/// What a bot may refuse.
[[nodiscard]] std::span<const Refusal> refusalRules();

} // namespace relevo::assist
