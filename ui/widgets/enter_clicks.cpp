#include <ui/widgets/enter_clicks.h>

#include <QtGui/QKeyEvent>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QDialog>

namespace relevo::ui {

EnterClicks::EnterClicks(QObject* parent) : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool EnterClicks::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    auto* button = qobject_cast<QAbstractButton*>(watched);
    if (!button || qobject_cast<QDialog*>(button->window()))
        return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (!enter || (key->modifiers() & ~Qt::KeypadModifier) || key->isAutoRepeat())
        return false;
    button->click();
    return true;
}

} // namespace relevo::ui
