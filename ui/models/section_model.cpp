#include <models/section_model.h>

#include <models/moments.h>
#include <models/names.h>
#include <models/system_texts.h>
#include <models/trigger_reasons.h>

#include <QtCore/QLocale>

#include <algorithm>

namespace relevo::models {

namespace {

using client::ConversationRow;

qint64 secondsOf(milliseconds span)
{
    return std::chrono::duration_cast<std::chrono::seconds>(span).count();
}

QVariant dueIn(const ConversationRow& row, Timestamp now)
{
    // Rounded down: what is late is late by a whole second at least.
    return row.responseDueAt
               ? QVariant(qint64(std::chrono::floor<std::chrono::seconds>(*row.responseDueAt - now).count()))
               : QVariant();
}

QVariant spent(const ConversationRow& row, Timestamp now)
{
    if (!row.responseDueAt)
        return {};
    const milliseconds allowed = *row.responseDueAt - row.requestedAt;
    if (allowed <= milliseconds(0))
        return 1.0;
    const double share = static_cast<double>((now - row.requestedAt).count()) / double(allowed.count());
    return std::clamp(share, 0.0, 1.0);
}

/// What was said last; what the relay said, in the desk's language as the transcript has it.
QString lastLineIn(const ConversationRow& row)
{
    return row.lastAuthor == domain::Author::System ? systemTextIn(QLocale().name().left(2), row.lastLine)
                                                    : row.lastLine.text();
}

} // namespace

QString aboutLine(const ConversationRow& row)
{
    if (!row.issue.isEmpty())
        return row.issue;
    if (row.lastAuthor == domain::Author::Customer && !row.lastLine.isEmpty())
        return row.lastLine;
    // The reason has the customer's words in it; that somebody is coming, as our notice says, tells nothing.
    if (!row.triggerReason.isEmpty() || row.lastAuthor == domain::Author::System)
        return triggerReasonText(row.triggerReason);
    return row.lastLine;
}

const ConversationRow* rowIn(const client::LiveView& live, const domain::ConversationId& id)
{
    if (const ConversationRow* row = live.row(id))
        return row;
    return live.resolved().find(id);
}

SectionModel::SectionModel(const client::LiveView& live, const Clock& clock, const Marks& marks,
                           QObject* parent)
    : QAbstractListModel(parent), m_live(live), m_clock(clock), m_marks(marks)
{
}

int SectionModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_shown;
}

QVariant SectionModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const domain::ConversationId& id = m_entries[static_cast<std::size_t>(index.row())].conversation;
    const ConversationRow* row = rowIn(m_live, id);
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return visibleName(row->contactName, row->id);
    case ConversationIdRole:
        return row->id.toString();
    case RowRole:
        return QVariant::fromValue(row);
    case PriorityRole:
        return static_cast<int>(presentPriority(*row, m_clock.now()));
    case WaitingSecondsRole:
        return secondsOf(std::max(milliseconds(0), m_clock.now() - row->requestedAt));
    case DueSecondsRole:
        return dueIn(*row, m_clock.now());
    case SpentRole:
        return spent(*row, m_clock.now());
    case LineRole:
        return client::isWaiting(*row) ? aboutLine(*row) : lastLineIn(*row);
    case MarkedRole:
        return m_marks.contains(id);
    case MarkingRole:
        return !m_marks.isEmpty();
    case AsOfRole:
        return dateTime(m_clock.now());
    default:
        return {};
    }
}

QHash<int, QByteArray> SectionModel::roleNames() const
{
    return {{ConversationIdRole, "conversationId"},
            {NameRole, "name"},
            {RowRole, "row"},
            {PriorityRole, "priority"},
            {WaitingSecondsRole, "waitingSeconds"},
            {DueSecondsRole, "dueSeconds"},
            {SpentRole, "spent"},
            {LineRole, "line"},
            {MarkedRole, "marked"},
            {MarkingRole, "marking"},
            {AsOfRole, "asOf"}};
}

domain::ConversationId SectionModel::conversationAt(int row) const
{
    return row >= 0 && row < m_shown ? m_entries[static_cast<std::size_t>(row)].conversation
                                     : domain::ConversationId();
}

int SectionModel::position(const InboxKey& key) const
{
    const auto at = std::lower_bound(m_entries.begin(), m_entries.end(), key,
                                     [](const Entry& entry, const InboxKey& k) { return entry.key < k; });
    return static_cast<int>(at - m_entries.begin());
}

int SectionModel::rowOf(const InboxKey& key) const
{
    const int at = position(key);
    return at < m_shown && m_entries[static_cast<std::size_t>(at)].key == key ? at : -1;
}

void SectionModel::setFolded(bool folded)
{
    if (m_folded == folded)
        return;
    beginResetModel();
    m_folded = folded;
    m_limit = firstRows;
    m_shown = std::min(limit(), count());
    endResetModel();
}

void SectionModel::showMore()
{
    m_limit += moreRows;
    fill();
}

void SectionModel::fill()
{
    const int shown = std::min(limit(), count());
    if (shown <= m_shown)
        return;
    beginInsertRows({}, m_shown, shown - 1);
    m_shown = shown;
    endInsertRows();
}

void SectionModel::insert(const Entry& entry)
{
    const int at = position(entry.key);
    if (at >= limit()) {
        m_entries.insert(m_entries.begin() + at, entry);
        return;
    }
    if (m_shown == limit()) {
        // The last one makes room; it stays known.
        beginRemoveRows({}, m_shown - 1, m_shown - 1);
        --m_shown;
        endRemoveRows();
    }
    beginInsertRows({}, at, at);
    m_entries.insert(m_entries.begin() + at, entry);
    ++m_shown;
    endInsertRows();
}

void SectionModel::remove(const InboxKey& key)
{
    const int at = position(key);
    if (at >= count() || !(m_entries[static_cast<std::size_t>(at)].key == key))
        return;
    if (at >= m_shown) {
        m_entries.erase(m_entries.begin() + at);
        return;
    }
    beginRemoveRows({}, at, at);
    m_entries.erase(m_entries.begin() + at);
    --m_shown;
    endRemoveRows();
    fill();
}

void SectionModel::move(const InboxKey& from, const Entry& entry)
{
    const int source = position(from);
    const int target = position(entry.key);
    if (source >= m_shown || target > m_shown) {
        remove(from);
        insert(entry);
        return;
    }
    const auto at = m_entries.begin() + source;
    int now = source;
    if (target == source || target == source + 1) {
        *at = entry;
    } else {
        beginMoveRows({}, source, source, {}, target);
        const auto to = m_entries.begin() + target;
        if (target < source)
            std::rotate(to, at, at + 1);
        else
            std::rotate(at, at + 1, to);
        now = target < source ? target : target - 1;
        m_entries[static_cast<std::size_t>(now)] = entry;
        endMoveRows();
    }
    Q_EMIT dataChanged(index(now), index(now));
}

void SectionModel::replace(std::vector<Entry> entries)
{
    if (m_entries.empty() && entries.empty())
        return;
    beginResetModel();
    m_entries = std::move(entries);
    m_shown = std::min(limit(), count());
    endResetModel();
}

void SectionModel::tick()
{
    if (m_shown > 0)
        Q_EMIT dataChanged(index(0), index(m_shown - 1),
                           {WaitingSecondsRole, DueSecondsRole, SpentRole, PriorityRole, AsOfRole});
}

void SectionModel::remark()
{
    if (m_shown > 0)
        Q_EMIT dataChanged(index(0), index(m_shown - 1), {MarkedRole, MarkingRole});
}

} // namespace relevo::models
