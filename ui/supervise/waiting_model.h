#pragma once

#include <ui/supervise/live_figures.h>

#include <QtCore/QAbstractTableModel>

namespace relevo::ui {

/// The customers who wait, and those whose answer is at risk though somebody has them, the most pressing
/// first, for a table.
class WaitingModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Customer, Reason, With, Waits, Due, Columns };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<client::ConversationRow> rows, Timestamp now);
    [[nodiscard]] domain::HandoffId handoffAt(int row) const;
    /// Who has it; null while nobody does.
    [[nodiscard]] domain::AgentId holderAt(int row) const;
    [[nodiscard]] int rowOf(const domain::HandoffId& handoff) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] QString text(int row, int column) const;

private:
    std::vector<client::ConversationRow> m_rows;
    Timestamp m_now;
};

} // namespace relevo::ui
