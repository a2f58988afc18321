#include <ui/supervise/day_chart.h>

#include <ui/theme/metrics.h>
#include <ui/widgets/paint.h>

#include <QtCore/QLocale>
#include <QtGui/QFontMetrics>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

namespace relevo::ui {

using metrics::grid;

namespace {

constexpr int plotHeight = 14 * grid;
constexpr double barShare = 0.62; ///< of a day's room

} // namespace

DayChart::DayChart(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("dayChart"));
    setAccessibleName(tr("Customers who asked for a human, by day"));
    setFocusPolicy(Qt::TabFocus);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void DayChart::setDays(const std::vector<DayFigure>& days)
{
    m_days = days;
    QStringList spoken;
    for (const DayFigure& day : days)
        spoken << tr("%1: %2 asked, %3 resolved.")
                      .arg(QLocale().toString(day.day, QLocale::ShortFormat))
                      .arg(day.handoffs)
                      .arg(day.resolved);
    setAccessibleDescription(spoken.join(u' '));
    update();
}

QSize DayChart::sizeHint() const
{
    const int caption = QFontMetrics(m_theme.fonts().caption).height();
    return {50 * grid, plotHeight + 2 * caption + grid};
}

QSize DayChart::minimumSizeHint() const
{
    return {34 * grid, sizeHint().height()};
}

void DayChart::paintEvent(QPaintEvent*)
{
    const Colors& c = m_theme.colors();
    const QFont& font = m_theme.fonts().caption;
    const QFontMetrics measure(font);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (hasFocus()) {
        painter.setPen(QPen(c.accentText, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metrics::radius, metrics::radius);
    }
    if (m_days.empty())
        return;
    qint64 most = 1;
    for (const DayFigure& day : m_days)
        most = std::max(most, day.handoffs);
    const int base = height() - measure.height() - metrics::half;
    const int top = measure.height() + metrics::half;
    const double room = static_cast<double>(width()) / static_cast<double>(m_days.size());
    // A name for each day as long as there is room for it, else for every second, third …
    const int widest = measure.horizontalAdvance(QStringLiteral("00")) + grid;
    const int step = std::max(1, static_cast<int>(std::ceil(widest / room)));
    painter.setPen(c.border);
    painter.drawLine(0, base, width(), base);
    for (std::size_t i = 0; i < m_days.size(); ++i) {
        const DayFigure& day = m_days[i];
        // The newest day stands at the end of the line as it is read.
        const double at = layoutDirection() == Qt::LeftToRight ? static_cast<double>(i)
                                                               : static_cast<double>(m_days.size() - 1 - i);
        const QRectF cell(at * room, 0, room, height());
        const double tall = static_cast<double>(day.handoffs) / static_cast<double>(most) * (base - top);
        const QRectF bar(cell.center().x() - room * barShare / 2, base - tall, room * barShare, tall);
        const bool today = i + 1 == m_days.size();
        painter.setPen(Qt::NoPen);
        painter.setBrush(today ? c.accent : c.strongBorder);
        if (tall > 0)
            painter.drawRect(bar);
        const QRect number(static_cast<int>(cell.left()), static_cast<int>(bar.top()) - measure.height() - 1,
                           static_cast<int>(room), measure.height());
        painter.setFont(today ? m_theme.fonts().captionStrong : font);
        painter.setPen(c.text);
        painter.drawText(number, Qt::AlignCenter, QLocale().toString(day.handoffs));
        if ((m_days.size() - 1 - i) % static_cast<std::size_t>(step) != 0)
            continue;
        const QRect name(static_cast<int>(cell.left()), base + metrics::half, static_cast<int>(room),
                         measure.height());
        painter.setPen(today ? c.text : c.muted);
        painter.drawText(name, Qt::AlignCenter | Qt::TextDontClip, QString::number(day.day.day()));
    }
}

} // namespace relevo::ui
