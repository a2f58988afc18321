#include <models/queue_model.h>

#include <domain/priority.h>
#include <models/moments.h>
#include <models/names.h>

#include <algorithm>

namespace relevo::models {

namespace {

// Above so many moves at once one change of layout is cheaper for everybody.
constexpr std::size_t manyMoves = 100;
constexpr qsizetype manyChanges = 1'000;

} // namespace

QueueModel::QueueModel(const client::LiveView& live, const Clock& clock, QObject* parent)
    : QAbstractListModel(parent), m_live(live), m_clock(clock), m_tick(this)
{
    connect(&live, &client::LiveView::rowsReset, this, &QueueModel::rebuild);
    connect(&live, &client::LiveView::rowsChanged, this, &QueueModel::change);
    connect(&m_tick, &QTimer::timeout, this, &QueueModel::refresh);
    rebuild();
}

int QueueModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant QueueModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry& entry = m_entries[static_cast<std::size_t>(index.row())];
    const client::ConversationRow* row = m_live.row(entry.conversation);
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return visibleName(row->contactName, row->id);
    case HandoffIdRole:
        return row->handoffId.toString();
    case ConversationIdRole:
        return row->id.toString();
    case ChannelRole:
        return row->channel;
    case TriggerTypeRole:
        return static_cast<int>(row->triggerType);
    case TriggerReasonRole:
        return row->triggerReason;
    case IssueRole:
        return row->issue.isEmpty() ? row->lastLine : row->issue;
    case WaitingSinceRole:
        return dateTime(row->requestedAt);
    case WaitingSecondsRole:
        return qint64(std::chrono::duration_cast<std::chrono::seconds>(
                          std::max(milliseconds(0), m_clock.now() - row->requestedAt))
                          .count());
    case PriorityRole:
        return static_cast<int>(entry.present);
    case ResponseDueAtRole:
        return row->responseDueAt ? QVariant(dateTime(*row->responseDueAt)) : QVariant();
    case LanguageRole:
        return row->language;
    case TicketRole:
        return row->status == domain::HandoffStatus::ConvertedToTicket;
    default:
        return {};
    }
}

QHash<int, QByteArray> QueueModel::roleNames() const
{
    return {{HandoffIdRole, "handoffId"},
            {ConversationIdRole, "conversationId"},
            {NameRole, "name"},
            {ChannelRole, "channel"},
            {TriggerTypeRole, "triggerType"},
            {TriggerReasonRole, "triggerReason"},
            {IssueRole, "issue"},
            {WaitingSinceRole, "waitingSince"},
            {PriorityRole, "priority"},
            {ResponseDueAtRole, "responseDueAt"},
            {LanguageRole, "language"},
            {TicketRole, "ticket"},
            {WaitingSecondsRole, "waitingSeconds"}};
}

domain::HandoffId QueueModel::handoffAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_entries[static_cast<std::size_t>(row)].handoff
                                        : domain::HandoffId();
}

domain::ConversationId QueueModel::conversationAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_entries[static_cast<std::size_t>(row)].conversation
                                        : domain::ConversationId();
}

QModelIndex QueueModel::indexOf(const domain::HandoffId& handoff) const
{
    const client::ConversationRow* row = m_live.rowOfHandoff(handoff);
    return row ? indexOf(row->id) : QModelIndex();
}

QModelIndex QueueModel::indexOf(const domain::ConversationId& conversation) const
{
    const int row = find(conversation);
    return row < 0 ? QModelIndex() : index(row);
}

bool QueueModel::before(const Entry& a, const Entry& b)
{
    // domain::queueBefore with the present priority worked out beforehand; a test holds the two together.
    if (a.present != b.present)
        return a.present < b.present;
    if (a.since != b.since)
        return a.since < b.since;
    return a.handoff < b.handoff;
}

QueueModel::Entry QueueModel::entryOf(const client::ConversationRow& row, Timestamp now) const
{
    return {row.id, row.handoffId, domain::priorityAt(client::queueHandoff(row), now), row.requestedAt};
}

int QueueModel::find(const domain::ConversationId& conversation) const
{
    const auto known = m_known.constFind(conversation);
    if (known == m_known.cend())
        return -1;
    const auto at = std::lower_bound(m_entries.begin(), m_entries.end(), *known, before);
    return static_cast<int>(at - m_entries.begin());
}

void QueueModel::rebuild()
{
    const Timestamp now = m_clock.now();
    beginResetModel();
    m_entries.clear();
    m_known.clear();
    for (const client::ConversationRow& row : m_live.rows()) {
        if (client::isWaiting(row))
            m_entries.push_back(entryOf(row, now));
    }
    std::sort(m_entries.begin(), m_entries.end(), before);
    m_known.reserve(static_cast<qsizetype>(m_entries.size()));
    for (const Entry& entry : m_entries)
        m_known.insert(entry.conversation, entry);
    endResetModel();
    pace();
}

void QueueModel::change(const QList<domain::ConversationId>& changed,
                        const QList<domain::ConversationId>& gone)
{
    if (changed.size() > manyChanges) {
        rebuild();
        return;
    }
    const Timestamp now = m_clock.now();
    for (const domain::ConversationId& id : gone)
        removeOne(id);
    for (const domain::ConversationId& id : changed)
        changeOne(id, now);
    pace();
}

void QueueModel::changeOne(const domain::ConversationId& id, Timestamp now)
{
    const client::ConversationRow* row = m_live.row(id);
    if (!row || !client::isWaiting(*row)) {
        removeOne(id);
        return;
    }
    const Entry entry = entryOf(*row, now);
    if (m_known.contains(id)) {
        place(entry);
        return;
    }
    const auto at = std::lower_bound(m_entries.begin(), m_entries.end(), entry, before);
    const int position = static_cast<int>(at - m_entries.begin());
    beginInsertRows({}, position, position);
    m_entries.insert(at, entry);
    m_known.insert(id, entry);
    endInsertRows();
}

void QueueModel::removeOne(const domain::ConversationId& id)
{
    const int position = find(id);
    if (position < 0)
        return;
    beginRemoveRows({}, position, position);
    m_entries.erase(m_entries.begin() + position);
    m_known.remove(id);
    endRemoveRows();
}

void QueueModel::place(const Entry& entry)
{
    const int from = find(entry.conversation);
    const auto source = m_entries.begin() + from;
    const auto target = std::lower_bound(m_entries.begin(), m_entries.end(), entry, before);
    const int to = static_cast<int>(target - m_entries.begin());
    int now = from;
    if (to == from || to == from + 1) {
        *source = entry;
        m_known.insert(entry.conversation, entry);
    } else {
        beginMoveRows({}, from, from, {}, to);
        if (to < from)
            std::rotate(target, source, source + 1);
        else
            std::rotate(source, source + 1, target);
        now = to < from ? to : to - 1;
        m_entries[static_cast<std::size_t>(now)] = entry;
        m_known.insert(entry.conversation, entry);
        endMoveRows();
    }
    Q_EMIT dataChanged(index(now), index(now));
}

void QueueModel::refresh()
{
    if (m_entries.empty())
        return;
    const Timestamp now = m_clock.now();
    std::vector<Entry> risen;
    for (const Entry& entry : m_entries) {
        const client::ConversationRow* row = m_live.row(entry.conversation);
        if (row && domain::priorityAt(client::queueHandoff(*row), now) != entry.present)
            risen.push_back(entryOf(*row, now));
    }
    if (risen.size() <= manyMoves) {
        for (const Entry& entry : risen)
            place(entry);
    } else {
        Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
        const QModelIndexList old = persistentIndexList();
        std::vector<domain::ConversationId> held;
        for (const QModelIndex& index : old)
            held.push_back(conversationAt(index.row()));
        for (const Entry& entry : risen)
            m_known.insert(entry.conversation, entry);
        for (Entry& entry : m_entries)
            entry = m_known.value(entry.conversation);
        std::sort(m_entries.begin(), m_entries.end(), before);
        QModelIndexList fresh;
        for (const domain::ConversationId& id : held)
            fresh.push_back(index(find(id)));
        changePersistentIndexList(old, fresh);
        Q_EMIT layoutChanged({}, VerticalSortHint);
    }
    Q_EMIT dataChanged(index(0), index(rowCount() - 1), {WaitingSecondsRole, PriorityRole});
}

void QueueModel::pace()
{
    if (m_entries.empty()) {
        m_tick.stop();
        return;
    }
    // Looking at ten thousand rows costs milliseconds; then a few seconds of age are no matter.
    const std::size_t count = m_entries.size();
    const std::chrono::seconds every(count <= 200 ? 1 : count <= 2'000 ? 5 : 15);
    if (!m_tick.isActive() || m_tick.intervalAsDuration() != every)
        m_tick.start(every);
}

} // namespace relevo::models
