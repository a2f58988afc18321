#include <ui/customer/fact_chip.h>

#include <ui/theme/metrics.h>
#include <ui/widgets/paint.h>

#include <QtGui/QClipboard>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QGuiApplication>
#include <QtGui/QPainter>
#include <QtWidgets/QMenu>
#include <QtWidgets/QStyle>

namespace relevo::ui {

namespace {

using metrics::grid;

constexpr int leastValue = 6 * grid;

} // namespace

FactChip::FactChip(const Theme& theme, const QString& kind, const QString& value, QWidget* parent)
    : QAbstractButton(parent), m_theme(theme), m_kind(kind), m_value(value)
{
    setObjectName(QStringLiteral("fact"));
    setText(QStringLiteral("%1 %2").arg(kind, value));
    setAccessibleName(QStringLiteral("%1: %2").arg(kind, value));
    setAccessibleDescription(tr("Goes to the message where it was said"));
    setToolTip(QStringLiteral("%1\n%2").arg(value, tr("Go to the message")));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize FactChip::sizeHint() const
{
    return sizeWith(QFontMetrics(m_theme.fonts().captionStrong).horizontalAdvance(m_value) + 1);
}

QSize FactChip::minimumSizeHint() const
{
    return sizeHint().boundedTo(sizeWith(leastValue));
}

QSize FactChip::sizeWith(int valueWidth) const
{
    const QFontMetrics kind(m_theme.fonts().caption);
    const QFontMetrics value(m_theme.fonts().captionStrong);
    return {grid + kind.horizontalAdvance(m_kind) + metrics::half + valueWidth + grid,
            std::max(kind.height(), value.height()) + 2 * metrics::tagMargin};
}

void FactChip::paintEvent(QPaintEvent*)
{
    const Colors& c = m_theme.colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool ringed = hasFocus();
    painter.setPen(QPen(ringed         ? c.accentText
                        : underMouse() ? c.strongBorder
                                       : c.border,
                        ringed ? 2.0 : 1.0));
    painter.setBrush(isDown() || underMouse() ? c.sunken : c.window);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::tagRadius,
                            metrics::tagRadius);
    const int kindWidth = QFontMetrics(m_theme.fonts().caption).horizontalAdvance(m_kind);
    const QRect inner = rect().adjusted(grid, 0, -grid, 0);
    const QRect kind(inner.left(), inner.top(), kindWidth + 1, inner.height());
    const QRect value(kind.right() + metrics::half, inner.top(),
                      inner.right() + 1 - kind.right() - metrics::half, inner.height());
    const Qt::Alignment side = layoutDirection() == Qt::LeftToRight ? Qt::AlignLeft : Qt::AlignRight;
    paintLine(painter, QStyle::visualRect(layoutDirection(), rect(), kind), m_kind, m_theme.fonts().caption,
              c.muted, side);
    QFont leads = m_theme.fonts().captionStrong;
    leads.setUnderline(true); // as a link: no fact is more than another
    paintLine(painter, QStyle::visualRect(layoutDirection(), rect(), value), m_value, leads, c.text, side);
}

void FactChip::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void FactChip::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void FactChip::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Copy")), &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(m_value); });
    menu->popup(event->globalPos());
}

} // namespace relevo::ui
