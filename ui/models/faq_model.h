#pragma once

#include <domain/bots.h>

#include <QtCore/QAbstractListModel>

namespace relevo::models {

/// The questions that the bots know, in their order; of those, the ones in which every typed word is,
/// wherever it stands. Roles are those of choices.h.
class FaqModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit FaqModel(QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    void setEntries(std::vector<domain::FaqEntry> entries);
    void setTyped(const QString& typed);
    [[nodiscard]] const std::vector<domain::FaqEntry>& entries() const { return m_entries; }
    [[nodiscard]] const domain::FaqEntry& at(int row) const;

private:
    std::vector<domain::FaqEntry> m_entries;
    std::vector<std::size_t> m_rows; ///< places in `m_entries`
    QString m_typed;

    void search();
};

/// What a list calls it: its name, else the first of its words.
[[nodiscard]] QString nameOf(const domain::FaqEntry& entry);

} // namespace relevo::models
