#pragma once

#include <base/clock.h>
#include <client/live_view.h>
#include <models/inbox_order.h>

#include <QtCore/QAbstractListModel>
#include <QtCore/QSet>

namespace relevo::models {

/// One section of the inbox as a list. All that belongs to it is known and in order; shown are its first rows
/// only, none while it is folded, so that a long or folded section costs its view nothing. Filled by Inbox.
class SectionModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        ConversationIdRole = Qt::UserRole + 1, ///< QString
        NameRole,           ///< QString: contact's name or "Visitor 3f2a"; also Qt::DisplayRole
        RowRole,            ///< const client::ConversationRow*: until the next change; null when it has gone
        PriorityRole,       ///< int(domain::Priority): presentPriority
        WaitingSecondsRole, ///< qint64: since it was requested
        DueSecondsRole,     ///< qint64: until the answer is due, negative when late; null when none is due
        SpentRole,   ///< double: share of the time for the answer that is over, 0 … 1; null without one
        LineRole,    ///< QString: while it waits aboutLine, else the last message's line
        MarkedRole,  ///< bool: chosen for what is done to many at once
        MarkingRole, ///< bool: anything is, so that every row offers it
        AsOfRole,    ///< QDateTime, UTC: the present moment
    };

    struct Entry
    {
        domain::ConversationId conversation;
        InboxKey key;
    };
    using Marks = QSet<domain::ConversationId>;

    static constexpr int firstRows = 500; ///< shown before more are asked for
    static constexpr int moreRows = 500;

    /// All must outlive the model.
    SectionModel(const client::LiveView& live, const Clock& clock, const Marks& marks,
                 QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Of all that belongs to the section, shown or not.
    [[nodiscard]] int count() const { return static_cast<int>(m_entries.size()); }
    [[nodiscard]] const std::vector<Entry>& entries() const { return m_entries; }
    [[nodiscard]] domain::ConversationId conversationAt(int row) const;
    /// -1 when it is not shown.
    [[nodiscard]] int rowOf(const InboxKey& key) const;

    [[nodiscard]] bool isFolded() const { return m_folded; }
    void setFolded(bool folded);
    void showMore();

    void insert(const Entry& entry);
    void remove(const InboxKey& key);
    /// The entry with the key `from` now has another; its row moves, and is told to have changed.
    void move(const InboxKey& from, const Entry& entry);
    /// `entries` must be in order.
    void replace(std::vector<Entry> entries);
    /// Times have gone on.
    void tick();
    /// Marks are others.
    void remark();

private:
    const client::LiveView& m_live;
    const Clock& m_clock;
    const Marks& m_marks;
    std::vector<Entry> m_entries;
    int m_shown = 0;
    int m_limit = firstRows;
    bool m_folded = false;

    [[nodiscard]] int position(const InboxKey& key) const;
    [[nodiscard]] int limit() const { return m_folded ? 0 : m_limit; }
    void fill();
};

/// What a conversation that waits is about: the issue; while none is known the customer's last message or,
/// where that is not the last, why a human was called, which quotes them. Never a notice to the customer.
[[nodiscard]] QString aboutLine(const client::ConversationRow& row);

/// The row of an open conversation or of one that was resolved lately; null when there is none.
[[nodiscard]] const client::ConversationRow* rowIn(const client::LiveView& live,
                                                   const domain::ConversationId& id);

} // namespace relevo::models
