#pragma once

#include <ui/supervise/live_figures.h>
#include <ui/theme/theme.h>

#include <QtCore/QAbstractTableModel>

namespace relevo::ui {

/// The agents with what they have to do, for a table.
class AgentsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, State, Load, Why, Columns };

    /// `theme` gives the icons and must outlive the model.
    explicit AgentsModel(const Theme& theme, QObject* parent = nullptr);

    /// Rows that stay where they are change in place.
    void setAgents(std::vector<AgentFigure> agents);
    [[nodiscard]] const std::vector<AgentFigure>& agents() const { return m_agents; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] QString text(int row, int column) const;

private:
    const Theme& m_theme;
    std::vector<AgentFigure> m_agents;
};

} // namespace relevo::ui
