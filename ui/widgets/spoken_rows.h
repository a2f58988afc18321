#pragma once

#include <QtCore/QIdentityProxyModel>

#include <functional>

namespace relevo::ui {

/// A model with words for a screen reader: what a delegate paints is silent, so each row says it in one
/// sentence (Qt::AccessibleTextRole).
class SpokenRows final : public QIdentityProxyModel
{
    Q_OBJECT
public:
    using Speak = std::function<QString(const QModelIndex&)>;

    SpokenRows(QAbstractItemModel& source, Speak speak, QObject* parent = nullptr);

    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    Speak m_speak;
};

/// What each kind of row says.
[[nodiscard]] QString spokenInboxRow(const QModelIndex& index);
[[nodiscard]] QString spokenMessage(const QModelIndex& index);
[[nodiscard]] QString spokenSearchRow(const QModelIndex& index);

} // namespace relevo::ui
