#pragma once

#include <client/conversation_row.h>

#include <QtCore/QJsonObject>
#include <QtCore/QStringMatcher>

namespace relevo::models {

/// Which conversations the inbox shows; what is empty or nothing does not restrict. All of it must hold.
struct InboxFilter
{
    QString text = {}; ///< in the name or the line that is shown, in any case of letters
    QString channel = {};
    QString language = {};
    QString tag = {};
    std::optional<domain::Priority> atLeast = {}; ///< the present priority is this one or higher
    bool mine = false;                            ///< held by, offered to or resolved by this agent
    bool unread = false;
    bool atRisk = false; ///< client::isAnswerAtRisk
    bool vip = false;

    [[nodiscard]] bool isEmpty() const { return *this == InboxFilter{}; }
    friend bool operator==(const InboxFilter&, const InboxFilter&) = default;
};

/// What stands first in a section.
enum class InboxSort {
    Urgency,        ///< as domain::queueBefore; of one's own those whose turn is ours first
    WaitingLongest, ///< whoever waits longest for anybody's word
    Newest,
    DueNext,
};

/// A filter and an order that an agent has given a name.
struct SavedView
{
    QString name;
    InboxFilter filter;
    InboxSort sort = InboxSort::Urgency;

    friend bool operator==(const SavedView&, const SavedView&) = default;
};

inline constexpr qsizetype mostSavedViews = 30;
inline constexpr qsizetype longestViewName = 40; ///< characters

/// Of one that waits domain::priorityAt, of every other as it was judged when requested.
[[nodiscard]] domain::Priority presentPriority(const client::ConversationRow& row, Timestamp now);

/// A filter made ready for many rows. Pure.
class InboxMatcher
{
public:
    InboxMatcher(const InboxFilter& filter, domain::Agent me);

    /// `now` decides of priority and risk. A row that is not this agent's is never unread.
    [[nodiscard]] bool matches(const client::ConversationRow& row, Timestamp now) const;

private:
    InboxFilter m_filter;
    domain::Agent m_me;
    QStringMatcher m_text;
};

/// As it is kept; what an older or newer program wrote and this one does not know is left at nothing.
[[nodiscard]] QJsonObject toJson(const SavedView& view);
[[nodiscard]] SavedView savedViewFrom(const QJsonObject& json);
[[nodiscard]] QString nameOf(InboxSort sort); ///< translated

} // namespace relevo::models
