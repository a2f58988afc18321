#pragma once

#include <ui/delegates/choice_delegate.h>

#include <QtCore/QPointer>
#include <QtWidgets/QListView>

class QLineEdit;

namespace relevo::ui {

/// A list one chooses from while the keyboard stays in a field above it: the arrows move here, Enter chooses,
/// and the first row is the one meant unless another is pointed at.
class ChoiceList final : public QListView
{
    Q_OBJECT
public:
    /// `model` must outlive the list.
    ChoiceList(const Theme& theme, QAbstractItemModel& model, ChoiceDelegate::Lines lines,
               QWidget* parent = nullptr);

    /// The keys of `field` that are meant for the list come here.
    void follow(QLineEdit& field);
    /// -1 when nothing is pointed at.
    [[nodiscard]] int currentRow() const { return currentIndex().row(); }
    /// -1: at nothing. A row that is not there changes nothing.
    void setCurrentRow(int row);

Q_SIGNALS:
    /// By Enter or by a double click; one click only points at a row.
    void chosen(int row);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    QPointer<QLineEdit> m_field;

    void move(int step);
};

} // namespace relevo::ui
