#include <ui/settings/wheel_guard.h>

#include <QtCore/QEvent>

namespace relevo::ui {

WheelGuard::WheelGuard(QWidget& control) : QObject(&control)
{
    if (control.focusPolicy() == Qt::WheelFocus)
        control.setFocusPolicy(Qt::StrongFocus);
    control.installEventFilter(this);
}

bool WheelGuard::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::Wheel || static_cast<QWidget*>(watched)->hasFocus())
        return false;
    event->ignore(); // so that what scrolls gets it
    return true;
}

} // namespace relevo::ui
