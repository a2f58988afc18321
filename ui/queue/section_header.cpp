#include <ui/queue/section_header.h>

#include <ui/theme/icons.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/paint.h>

#include <QtCore/QLocale>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QStyle>

namespace relevo::ui {

using metrics::grid;

SectionHeader::SectionHeader(const Theme& theme, const QString& title, QWidget* parent)
    : QPushButton(parent), m_theme(theme), m_title(title)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QPushButton::clicked, this, [this] { Q_EMIT foldWanted(!m_folded); });
    connect(&theme, &Theme::changed, this, &QWidget::updateGeometry);
    say();
}

void SectionHeader::setCount(int count, const QString& note)
{
    if (count == m_count && note == m_note)
        return;
    m_count = count;
    m_note = note;
    say();
}

void SectionHeader::setKnown(bool known)
{
    if (known == m_known)
        return;
    m_known = known;
    say();
}

void SectionHeader::setFolded(bool folded)
{
    m_folded = folded;
    say();
}

void SectionHeader::say()
{
    const QString count = QLocale().toString(m_count);
    setAccessibleName(!m_known           ? m_title
                      : m_note.isEmpty() ? tr("%1, %2").arg(m_title, count)
                                         : tr("%1, %2, %3").arg(m_title, count, m_note));
    setAccessibleDescription(m_folded ? tr("Collapsed") : tr("Expanded"));
    setToolTip(m_folded ? tr("Expand") : tr("Collapse"));
    update();
}

QSize SectionHeader::sizeHint() const
{
    return {20 * grid, QFontMetrics(m_theme.fonts().captionStrong).height() + 2 * grid};
}

void SectionHeader::keyPressEvent(QKeyEvent* event)
{
    const bool leftToRight = layoutDirection() == Qt::LeftToRight;
    const auto key = event->key();
    if (key == Qt::Key_Down)
        Q_EMIT leftBy(1);
    else if (key == Qt::Key_Up)
        Q_EMIT leftBy(-1);
    else if (key == (leftToRight ? Qt::Key_Left : Qt::Key_Right))
        Q_EMIT foldWanted(true);
    else if (key == (leftToRight ? Qt::Key_Right : Qt::Key_Left))
        Q_EMIT foldWanted(false);
    else if (key == Qt::Key_Return || key == Qt::Key_Enter)
        click();
    else
        QPushButton::keyPressEvent(event);
}

void SectionHeader::paintEvent(QPaintEvent*)
{
    const Colors& c = m_theme.colors();
    QPainter painter(this);
    if (hasFocus() || underMouse())
        paintRowGround(painter, rect(), false, true, hasFocus(), m_theme);
    const bool leftToRight = layoutDirection() == Qt::LeftToRight;
    const auto place = [this](int left, int width) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(left, 0, width, height()));
    };
    const Qt::Alignment start = leftToRight ? Qt::AlignLeft : Qt::AlignRight;
    const Qt::Alignment end = leftToRight ? Qt::AlignRight : Qt::AlignLeft;
    const int sign = m_theme.smallIconSize();
    const QRect arrow = place(2 * grid, sign);
    const QString icon = !m_folded     ? QStringLiteral("chevron-down")
                         : leftToRight ? QStringLiteral("chevron-right")
                                       : QStringLiteral("chevron-left");
    paintIcon(painter, QRect(arrow.left(), (height() - sign) / 2, sign, sign), icon, c.faint);

    const QFont& font = m_theme.fonts().captionStrong;
    const QString count = m_known ? QLocale().toString(m_count) : QString();
    int right = width() - 2 * grid;
    const int counted = QFontMetrics(font).horizontalAdvance(count);
    paintLine(painter, place(right - counted, counted + 1), count, font, c.muted, end);
    right -= counted + grid;
    if (!m_note.isEmpty()) {
        const int noted = QFontMetrics(font).horizontalAdvance(m_note);
        paintLine(painter, place(right - noted, noted + 1), m_note, font, c.accentText, end);
        right -= noted + grid;
    }
    const int left = 2 * grid + sign + metrics::half;
    paintLine(painter, place(left, right - left), m_title, font, c.muted, start);
}

} // namespace relevo::ui
