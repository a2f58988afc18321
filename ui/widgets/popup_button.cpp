#include <ui/widgets/popup_button.h>

#include <QtGui/QScreen>
#include <QtWidgets/QStyleOptionButton>
#include <QtWidgets/QStylePainter>

namespace relevo::ui {

namespace {

constexpr int signGap = 4;

/// Smaller than an icon, and growing like one.
int signSizeOf(const QWidget& button)
{
    return button.style()->pixelMetric(QStyle::PM_ButtonIconSize, nullptr, &button) * 7 / 9;
}

} // namespace

PopupButton::PopupButton(QWidget* parent) : QPushButton(parent), m_menu(this)
{
    setButtonKind(*this, ButtonKind::Quiet);
    connect(this, &QPushButton::clicked, this, &PopupButton::open);
}

void PopupButton::setSign(const QIcon& sign)
{
    m_sign = sign;
    updateGeometry();
}

QSize PopupButton::sizeHint() const
{
    const QSize size = QPushButton::sizeHint();
    return m_sign.isNull() ? size : QSize(size.width() + signSizeOf(*this) + signGap, size.height());
}

void PopupButton::paintEvent(QPaintEvent* event)
{
    if (m_sign.isNull()) {
        QPushButton::paintEvent(event);
        return;
    }
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    painter.drawControl(QStyle::CE_PushButtonBevel, option);
    const QRect whole = option.rect;
    const int signSize = signSizeOf(*this);
    const int signRoom = signSize + signGap;
    option.rect = QStyle::visualRect(layoutDirection(), whole, whole.adjusted(0, 0, -signRoom - 2, 0));
    painter.drawControl(QStyle::CE_PushButtonLabel, option);
    const QRect sign(whole.right() - signRoom - 4, whole.center().y() - signSize / 2 + 1, signSize, signSize);
    m_sign.paint(&painter, QStyle::visualRect(layoutDirection(), whole, sign));
}

void PopupButton::open()
{
    const QSize size = m_menu.sizeHint();
    QPoint at =
        mapToGlobal(QPoint(layoutDirection() == Qt::LeftToRight ? 0 : width() - size.width(), height()));
    if (at.y() + size.height() > screen()->availableGeometry().bottom())
        at.setY((m_kept ? m_kept->mapToGlobal(QPoint()) : mapToGlobal(QPoint())).y() - size.height());
    m_menu.popup(at);
    if (const QList<QAction*> actions = m_menu.actions(); !actions.isEmpty())
        m_menu.setActiveAction(actions.front());
}

} // namespace relevo::ui
