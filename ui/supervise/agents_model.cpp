#include <ui/supervise/agents_model.h>

#include <models/names.h>
#include <ui/widgets/looks.h>

#include <algorithm>

namespace relevo::ui {

AgentsModel::AgentsModel(const Theme& theme, QObject* parent) : QAbstractTableModel(parent), m_theme(theme) {}

void AgentsModel::setAgents(std::vector<AgentFigure> agents)
{
    const bool same = std::equal(agents.begin(), agents.end(), m_agents.begin(), m_agents.end(),
                                 [](const AgentFigure& a, const AgentFigure& b) { return a.id == b.id; });
    if (!same) {
        beginResetModel();
        m_agents = std::move(agents);
        endResetModel();
        return;
    }
    m_agents = std::move(agents);
    if (!m_agents.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
}

int AgentsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_agents.size());
}

int AgentsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QString AgentsModel::text(int row, int column) const
{
    const AgentFigure& agent = m_agents.at(static_cast<std::size_t>(row));
    switch (column) {
    case Name:
        return agent.name;
    case State:
        return agent.online ? models::nameOf(agent.availability)
                            : tr("%1, not connected").arg(models::nameOf(agent.availability));
    case Load:
        return agent.capacity > 0 ? tr("%1 of %2").arg(agent.load).arg(agent.capacity)
                                  : QString::number(agent.load);
    case Why:
        return agent.why;
    default:
        return {};
    }
}

QVariant AgentsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AgentFigure& agent = m_agents.at(static_cast<std::size_t>(index.row()));
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return text(index.row(), index.column());
    if (role == Qt::DecorationRole && index.column() == State) {
        const Look look = lookOf(agent.availability);
        return m_theme.icon(look.icon, look.color);
    }
    return {};
}

QVariant AgentsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool whole = role == Qt::ToolTipRole || role == Qt::AccessibleTextRole;
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && !whole))
        return {};
    switch (section) {
    case Name:
        return tr("Agent");
    case State:
        return tr("State");
    case Load:
        return tr("Conversations");
    case Why:
        // A narrow window has no room for the whole, and half of it would say the opposite.
        return whole ? tr("Why they get no customers") : tr("Reason");
    default:
        return {};
    }
}

} // namespace relevo::ui
