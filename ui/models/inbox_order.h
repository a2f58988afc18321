#pragma once

#include <models/inbox_filter.h>

namespace relevo::models {

/// The parts of the inbox, in the order they stand in.
enum class InboxSection {
    Offered,  ///< to this agent, for some seconds
    Waiting,  ///< for anybody
    Mine,     ///< held by this agent
    Team,     ///< held by a colleague
    Snoozed,  ///< waiting or mine, put off until a time
    Tickets,  ///< waiting, and the customer was told that the answer comes later
    Resolved, ///< today
};
inline constexpr int inboxSections = 7;

[[nodiscard]] QString nameOf(InboxSection section); ///< translated: "Waiting"

/// What a section is ordered by, worked out once so that a comparison touches nothing else.
struct InboxKey
{
    qint64 rank = 0;
    qint64 at = 0;
    QUuid tie; ///< no two rows of a section have the same

    friend bool operator<(const InboxKey& a, const InboxKey& b)
    {
        if (a.rank != b.rank)
            return a.rank < b.rank;
        return a.at != b.at ? a.at < b.at : a.tie < b.tie;
    }
    friend bool operator==(const InboxKey&, const InboxKey&) = default;
};

/// Where a conversation stands now.
struct InboxPlace
{
    InboxSection section = InboxSection::Waiting;
    InboxKey key;
    /// When it stands elsewhere, or may match another filter, although nothing happens to it; nothing: never.
    MaybeTime changesAt;
};

/// Today begins and ends there, in the time of this computer.
struct InboxDay
{
    Timestamp begins;
    Timestamp ends;
};
[[nodiscard]] InboxDay dayOf(Timestamp now);

/// Nothing when the inbox does not show it: the bot has it, or it is over. Pure but for the time zone's
/// rules.
[[nodiscard]] std::optional<InboxPlace> placeOf(const client::ConversationRow& row, const domain::AgentId& me,
                                                InboxSort sort, Timestamp now, const InboxDay& today);

} // namespace relevo::models
