#pragma once

#include <client/live_view.h>

#include <QtCore/QAbstractListModel>

namespace relevo::models {

/// The conversations this agent holds: those where it is the agent's turn first, then by newest message.
class ConversationsModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        ConversationIdRole = Qt::UserRole + 1, ///< QString
        HandoffIdRole,                         ///< QString
        NameRole,         ///< QString: contact's name or "Visitor 3f2a"; also DisplayRole
        ChannelRole,      ///< QString
        LanguageRole,     ///< QString
        UnreadRole,       ///< int
        LastLineRole,     ///< QString: the newest message
        LastAuthorRole,   ///< int(domain::Author)
        LastAtRole,       ///< QDateTime, UTC
        WaitingForMeRole, ///< bool: the customer's word is the last one
        UnsentRole,       ///< int: own messages in the outbox
        ResolvingRole,    ///< bool: a resolve waits in the outbox
    };

    /// `live` must outlive the model.
    explicit ConversationsModel(const client::LiveView& live, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] domain::ConversationId conversationAt(int row) const;
    [[nodiscard]] QModelIndex indexOf(const domain::ConversationId& conversation) const;
    /// Unread messages of all rows together.
    [[nodiscard]] int totalUnread() const;

Q_SIGNALS:
    void totalUnreadChanged(int total);

private:
    struct Entry
    {
        domain::ConversationId conversation;
        bool waiting = false;
        Timestamp at;
    };

    const client::LiveView& m_live;
    std::vector<Entry> m_entries;
    int m_totalUnread = 0;

    [[nodiscard]] static bool before(const Entry& a, const Entry& b);
    [[nodiscard]] int find(const domain::ConversationId& conversation) const;
    void rebuild();
    void change(const QList<domain::ConversationId>& changed, const QList<domain::ConversationId>& gone);
    void changeOne(const domain::ConversationId& id);
    void removeAt(int row);
    void countUnread();
};

} // namespace relevo::models
