#include <ui/widgets/popup_button.h>

#include <QtGui/QScreen>

namespace relevo::ui {

PopupButton::PopupButton(QWidget* parent) : QPushButton(parent), m_menu(this)
{
    setButtonKind(*this, ButtonKind::Quiet);
    connect(this, &QPushButton::clicked, this, &PopupButton::open);
}

void PopupButton::open()
{
    const QSize size = m_menu.sizeHint();
    QPoint at =
        mapToGlobal(QPoint(layoutDirection() == Qt::LeftToRight ? 0 : width() - size.width(), height()));
    if (at.y() + size.height() > screen()->availableGeometry().bottom())
        at.setY(mapToGlobal(QPoint()).y() - size.height());
    m_menu.popup(at);
    if (const QList<QAction*> actions = m_menu.actions(); !actions.isEmpty())
        m_menu.setActiveAction(actions.front());
}

} // namespace relevo::ui
