#pragma once

#include <QtWidgets/QWidget>

namespace relevo::ui {

/// Lets a control take the mouse wheel only while it has the keyboard: whoever scrolls a page past a number
/// does not mean to change it.
class WheelGuard final : public QObject
{
    Q_OBJECT
public:
    /// Belongs to the control.
    explicit WheelGuard(QWidget& control);

    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace relevo::ui
