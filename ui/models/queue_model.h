#pragma once

#include <base/clock.h>
#include <client/live_view.h>

#include <QtCore/QAbstractListModel>
#include <QtCore/QTimer>

namespace relevo::models {

/// The waiting handoffs of all conversations, in the order of domain::queueBefore at the present moment. The
/// order is looked at again after every change and on a tick, and rows that rise are moved one by one.
class QueueModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        HandoffIdRole = Qt::UserRole + 1, ///< QString
        ConversationIdRole,               ///< QString
        NameRole,                         ///< QString: contact's name or "Visitor 3f2a"; also Qt::DisplayRole
        ChannelRole,                      ///< QString: "web", "http", …
        TriggerTypeRole,                  ///< int(domain::TriggerType)
        TriggerReasonRole,                ///< QString
        IssueRole,                        ///< QString: the summary's main issue, else the last message's line
        WaitingSinceRole,                 ///< QDateTime, UTC
        WaitingSecondsRole,               ///< qint64, now
        PriorityRole,                     ///< int(domain::Priority): the present one
        ResponseDueAtRole,                ///< QDateTime, UTC; null when there is none
        LanguageRole,                     ///< QString: two-letter code, may be empty
        TicketRole,                       ///< bool: nobody could answer in time; it waits on as a ticket
    };

    /// `live` and `clock` must outlive the model.
    QueueModel(const client::LiveView& live, const Clock& clock, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] domain::HandoffId handoffAt(int row) const;
    [[nodiscard]] domain::ConversationId conversationAt(int row) const;
    [[nodiscard]] QModelIndex indexOf(const domain::HandoffId& handoff) const;
    [[nodiscard]] QModelIndex indexOf(const domain::ConversationId& conversation) const;

public Q_SLOTS:
    /// Brings order and waiting times up to the present moment; called on the tick.
    void refresh();

private:
    /// What the order needs, so that a comparison touches nothing else.
    struct Entry
    {
        domain::ConversationId conversation;
        domain::HandoffId handoff;
        domain::Priority present = domain::Priority::Low;
        Timestamp since;
    };

    const client::LiveView& m_live;
    const Clock& m_clock;
    QTimer m_tick;
    std::vector<Entry> m_entries;
    QHash<domain::ConversationId, Entry> m_known; ///< the key each entry is sorted under

    [[nodiscard]] static bool before(const Entry& a, const Entry& b);
    [[nodiscard]] Entry entryOf(const client::ConversationRow& row, Timestamp now) const;
    [[nodiscard]] int find(const domain::ConversationId& conversation) const;
    void rebuild();
    void change(const QList<domain::ConversationId>& changed, const QList<domain::ConversationId>& gone);
    void changeOne(const domain::ConversationId& id, Timestamp now);
    void removeOne(const domain::ConversationId& id);
    void place(const Entry& entry);
    void pace();
};

} // namespace relevo::models
