#include <ui/supervise/waiting_model.h>

#include <models/names.h>
#include <ui/supervise/live_figures.h>
#include <ui/widgets/times.h>

#include <algorithm>

namespace relevo::ui {

void WaitingModel::setRows(std::vector<client::ConversationRow> rows, Timestamp now)
{
    m_now = now;
    const bool same = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                                 [](const auto& a, const auto& b) { return a.handoffId == b.handoffId; });
    if (!same) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    m_rows = std::move(rows);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
}

domain::HandoffId WaitingModel::handoffAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[static_cast<std::size_t>(row)].handoffId
                                        : domain::HandoffId();
}

domain::AgentId WaitingModel::holderAt(int row) const
{
    return row >= 0 && row < rowCount() && !client::isWaiting(m_rows[static_cast<std::size_t>(row)])
               ? m_rows[static_cast<std::size_t>(row)].holderAgent
               : domain::AgentId();
}

int WaitingModel::rowOf(const domain::HandoffId& handoff) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&handoff](const auto& row) { return row.handoffId == handoff; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int WaitingModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int WaitingModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QString WaitingModel::text(int row, int column) const
{
    const client::ConversationRow& one = m_rows.at(static_cast<std::size_t>(row));
    switch (column) {
    case Customer:
        return models::visibleName(one.contactName, one.id);
    case Reason:
        return models::nameOf(one.triggerType);
    case With:
        return client::isWaiting(one) ? tr("Nobody yet") : one.assignedTo.text();
    case Waits: // for the first answer, or for one to what they wrote last
        return shortSpan(secondsBetween(client::isWaiting(one) ? one.requestedAt : one.lastAt, m_now));
    case Due:
        return one.responseDueAt ? dueText(secondsBetween(m_now, *one.responseDueAt)) : QString();
    default:
        return {};
    }
}

QVariant WaitingModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return text(index.row(), index.column());
    return {};
}

QVariant WaitingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Customer:
        return tr("Customer");
    case Reason:
        return tr("Reason");
    case With:
        return tr("With");
    case Waits:
        return tr("Waiting");
    case Due:
        return tr("Answer");
    default:
        return {};
    }
}

} // namespace relevo::ui
