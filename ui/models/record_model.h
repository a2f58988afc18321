#pragma once

#include <models/fuzzy.h>

#include <domain/agent.h>

#include <QtCore/QAbstractListModel>

namespace relevo::models {

/// A thing of the project in a list of its kind: an agent, a team, an API key.
struct Record
{
    QString key; ///< names the thing; no two rows have the same
    QString title;
    QString detail = {};   ///< under the title
    QString trailing = {}; ///< at the end of the row
    QString icon = {};
    std::optional<domain::Availability> availability = {}; ///< shown instead of the icon
    std::optional<bool> marked = {};                       ///< a box to mark it with stands before it

    friend bool operator==(const Record&, const Record&) = default;
};

/// Records in the order they are given, or those that fit what is typed, the best first. Roles are those of
/// choices.h; a row with a box tells it by Qt::CheckStateRole. Rows that stay where they are change in place.
class RecordModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit RecordModel(QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

    void setRecords(std::vector<Record> records);
    void setTyped(const QString& typed);
    /// All of them, also those that do not fit what is typed.
    [[nodiscard]] const std::vector<Record>& records() const { return m_records; }
    /// Empty where there is no such row.
    [[nodiscard]] QString keyAt(int row) const;
    /// -1 when it is not shown.
    [[nodiscard]] int rowOf(const QString& key) const;

private:
    std::vector<Record> m_records;
    std::vector<Record> m_rows; ///< those that are shown
    Needle m_needle;

    [[nodiscard]] std::vector<Record> fitting() const;
    void show(std::vector<Record> rows);
};

} // namespace relevo::models
