#pragma once

#include <models/section_model.h>

#include <QtCore/QTimer>

#include <array>
#include <functional>
#include <memory>
#include <queue>

namespace relevo::models {

/// Everything an agent may be asked to look at, in sections, filtered and in order. Follows a LiveView: after
/// each of its changes only what changed is placed anew, and what time alone moves (urgency, offers, snoozes,
/// the end of the day) is kept with its moment, so that a hundred thousand conversations cost nothing while
/// nothing happens to them. Many rows at once, and a filter over many, are worked out in small steps between
/// other events; until then it stands as it was.
class Inbox final : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive the inbox.
    Inbox(const client::LiveView& live, const Clock& clock, QObject* parent = nullptr);
    ~Inbox() override;

    [[nodiscard]] const client::LiveView& live() const { return m_live; }
    [[nodiscard]] const Clock& clock() const { return m_clock; }
    [[nodiscard]] SectionModel& section(InboxSection section);
    [[nodiscard]] const SectionModel& section(InboxSection section) const;

    [[nodiscard]] const InboxFilter& filter() const { return m_filter; }
    [[nodiscard]] InboxSort sort() const { return m_sort; }
    void arrange(const InboxFilter& filter, InboxSort sort);
    /// How many belong into the sections and are not there because of the filter.
    [[nodiscard]] int hidden() const;

    // Whatever the filter is:
    [[nodiscard]] int total(InboxSection section) const;
    [[nodiscard]] bool isEmpty() const { return m_known.isEmpty(); }
    /// There are rows, and which belong where is still being worked out: nothing can be said yet.
    [[nodiscard]] bool isBeginning() const { return m_known.isEmpty() && m_scan; }
    /// Who waits for somebody now: offered to this agent, waiting or a ticket.
    [[nodiscard]] int waiting() const;
    /// Unread messages in this agent's conversations.
    [[nodiscard]] int unread() const { return m_counts.unread; }

    struct At
    {
        InboxSection section;
        int row = -1; ///< -1: it is not shown
    };
    /// Where a conversation is; nothing when the inbox does not have it, or the filter hides it.
    [[nodiscard]] std::optional<At> find(const domain::ConversationId& conversation) const;
    /// Who waits next after this one, else the first who does; null when nobody else does.
    [[nodiscard]] domain::ConversationId nextWaiting(const domain::ConversationId& after) const;

    /// Chosen for what is done to many at once; whatever leaves the inbox loses its mark.
    [[nodiscard]] const SectionModel::Marks& marks() const { return m_marks; }
    void mark(const QList<domain::ConversationId>& conversations, bool on);
    void clearMarks();

    /// What can be filtered by, sorted; found in the first ten thousand conversations.
    struct Choices
    {
        QStringList channels;
        QStringList languages;
        QStringList tags;
    };
    [[nodiscard]] Choices choices() const;

public Q_SLOTS:
    /// Brings everything up to the present moment; called on a tick.
    void refresh();

Q_SIGNALS:
    void countsChanged(); ///< of any section, hidden(), waiting() or unread()
    void arranged();      ///< another filter or order is in force
    void marksChanged();

private:
    /// What is known of a conversation that belongs into a section.
    struct Known
    {
        InboxPlace place;
        bool shown = false; ///< the filter lets it through
        int unread = 0;
    };
    struct Due
    {
        Timestamp at;
        domain::ConversationId conversation;
        friend bool operator>(const Due& a, const Due& b) { return a.at > b.at; }
    };
    struct Counts
    {
        std::array<int, inboxSections> totals{};
        std::array<int, inboxSections> matching{};
        int unread = 0;
        void add(const Known& known, int by);
    };
    struct Scan;

    const client::LiveView& m_live;
    const Clock& m_clock;
    SectionModel::Marks m_marks;
    std::array<SectionModel*, inboxSections> m_sections{};
    InboxFilter m_filter;
    InboxSort m_sort = InboxSort::Urgency;
    domain::Agent m_me;
    InboxMatcher m_matcher;
    InboxDay m_today;
    QHash<domain::ConversationId, Known> m_known;
    Counts m_counts;
    std::priority_queue<Due, std::vector<Due>, std::greater<>> m_due;
    QTimer m_tick;
    QTimer m_more; ///< refresh() goes on
    QTimer m_step;
    std::unique_ptr<Scan> m_scan; ///< the filter and order that come into force when it is through

    [[nodiscard]] std::optional<Known> judge(const client::ConversationRow& row, const InboxMatcher& matcher,
                                             InboxSort sort, Timestamp now) const;
    [[nodiscard]] QList<domain::ConversationId> everything() const;
    void follow(const client::LiveView& live);
    void rebuild();
    /// Works it out at once where there are few.
    void begin(const InboxFilter& filter, InboxSort sort);
    /// Some of what is left of the scan; puts it into force when that was the last.
    void step();
    /// Judges for so long, or all there are; false when none were left.
    bool judgeMore(std::optional<milliseconds> span);
    void putIntoForce();
    void change(const QList<domain::ConversationId>& changed, const QList<domain::ConversationId>& gone);
    void changeOne(const domain::ConversationId& id, Timestamp now);
    void put(const domain::ConversationId& id, const Known& known);
    void forget(const domain::ConversationId& id);
    void await(const domain::ConversationId& id, MaybeTime at);
    void dropMark(const domain::ConversationId& id);
    void remark();
    void pruneMarks();
    void meChanged();
};

} // namespace relevo::models
