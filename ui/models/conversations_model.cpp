#include <models/conversations_model.h>

#include <models/moments.h>
#include <models/names.h>

#include <algorithm>

namespace relevo::models {

ConversationsModel::ConversationsModel(const client::LiveView& live, QObject* parent)
    : QAbstractListModel(parent), m_live(live)
{
    connect(&live, &client::LiveView::rowsReset, this, &ConversationsModel::rebuild);
    connect(&live, &client::LiveView::rowsChanged, this, &ConversationsModel::change);
    connect(&live, &client::LiveView::meChanged, this, &ConversationsModel::rebuild);
    rebuild();
}

int ConversationsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant ConversationsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const client::ConversationRow* row = m_live.row(conversationAt(index.row()));
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return visibleName(row->contactName, row->id);
    case ConversationIdRole:
        return row->id.toString();
    case HandoffIdRole:
        return row->handoffId.toString();
    case ChannelRole:
        return row->channel;
    case LanguageRole:
        return row->language;
    case UnreadRole:
        return row->unread;
    case LastLineRole:
        return row->lastLine;
    case LastAuthorRole:
        return static_cast<int>(row->lastAuthor);
    case LastAtRole:
        return dateTime(row->lastAt);
    case WaitingForMeRole:
        return client::waitsForAgent(*row);
    case UnsentRole:
        return row->unsent;
    case ResolvingRole:
        return row->resolving;
    default:
        return {};
    }
}

QHash<int, QByteArray> ConversationsModel::roleNames() const
{
    return {{ConversationIdRole, "conversationId"},
            {HandoffIdRole, "handoffId"},
            {NameRole, "name"},
            {ChannelRole, "channel"},
            {LanguageRole, "language"},
            {UnreadRole, "unread"},
            {LastLineRole, "lastLine"},
            {LastAuthorRole, "lastAuthor"},
            {LastAtRole, "lastAt"},
            {WaitingForMeRole, "waitingForMe"},
            {UnsentRole, "unsent"},
            {ResolvingRole, "resolving"}};
}

domain::ConversationId ConversationsModel::conversationAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_entries[static_cast<std::size_t>(row)].conversation
                                        : domain::ConversationId();
}

QModelIndex ConversationsModel::indexOf(const domain::ConversationId& conversation) const
{
    const int row = find(conversation);
    return row < 0 ? QModelIndex() : index(row);
}

int ConversationsModel::totalUnread() const
{
    return m_totalUnread;
}

bool ConversationsModel::before(const Entry& a, const Entry& b)
{
    if (a.waiting != b.waiting)
        return a.waiting;
    if (a.at != b.at)
        return a.at > b.at;
    return a.conversation < b.conversation;
}

int ConversationsModel::find(const domain::ConversationId& conversation) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&conversation](const Entry& entry) {
        return entry.conversation == conversation;
    });
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

void ConversationsModel::rebuild()
{
    beginResetModel();
    m_entries.clear();
    for (const client::ConversationRow& row : m_live.rows()) {
        if (client::isHeldBy(row, m_live.me().id))
            m_entries.push_back({row.id, client::waitsForAgent(row), row.lastAt});
    }
    std::sort(m_entries.begin(), m_entries.end(), before);
    endResetModel();
    countUnread();
}

void ConversationsModel::change(const QList<domain::ConversationId>& changed,
                                const QList<domain::ConversationId>& gone)
{
    for (const domain::ConversationId& id : gone)
        removeAt(find(id));
    for (const domain::ConversationId& id : changed)
        changeOne(id);
    countUnread();
}

void ConversationsModel::changeOne(const domain::ConversationId& id)
{
    const client::ConversationRow* row = m_live.row(id);
    const int from = find(id);
    if (!row || !client::isHeldBy(*row, m_live.me().id)) {
        removeAt(from);
        return;
    }
    const Entry entry{id, client::waitsForAgent(*row), row->lastAt};
    const auto target = std::lower_bound(m_entries.begin(), m_entries.end(), entry, before);
    const int to = static_cast<int>(target - m_entries.begin());
    if (from < 0) {
        beginInsertRows({}, to, to);
        m_entries.insert(target, entry);
        endInsertRows();
        return;
    }
    const auto source = m_entries.begin() + from;
    int now = from;
    if (to == from || to == from + 1) {
        *source = entry;
    } else {
        beginMoveRows({}, from, from, {}, to);
        if (to < from)
            std::rotate(target, source, source + 1);
        else
            std::rotate(source, source + 1, target);
        now = to < from ? to : to - 1;
        m_entries[static_cast<std::size_t>(now)] = entry;
        endMoveRows();
    }
    Q_EMIT dataChanged(index(now), index(now));
}

void ConversationsModel::removeAt(int row)
{
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_entries.erase(m_entries.begin() + row);
    endRemoveRows();
}

void ConversationsModel::countUnread()
{
    int total = 0;
    for (const Entry& entry : m_entries) {
        if (const client::ConversationRow* row = m_live.row(entry.conversation))
            total += row->unread;
    }
    if (total == m_totalUnread)
        return;
    m_totalUnread = total;
    Q_EMIT totalUnreadChanged(total);
}

} // namespace relevo::models
