#include <ui/supervise/target_chart.h>

#include <ui/theme/icons.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/paint.h>

#include <QtCore/QCoreApplication>
#include <QtGui/QFontMetrics>
#include <QtGui/QPainter>
#include <QtWidgets/QStyle>

#include <algorithm>

namespace relevo::ui {

using metrics::grid;

namespace {

constexpr int barHeight = 10;
constexpr int markWidth = 2;

QString verdict(const TargetFigure& figure)
{
    return !figure.value    ? QCoreApplication::translate("relevo::ui", "no data yet")
           : figure.isMet() ? QCoreApplication::translate("relevo::ui", "on target")
                            : QCoreApplication::translate("relevo::ui", "off target");
}

} // namespace

QString valueText(const TargetFigure& figure)
{
    if (!figure.value)
        return QStringLiteral("–");
    const QString value = textOf(*figure.value, figure.unit);
    return figure.note.isEmpty() ? value : value + QStringLiteral(" · ") + figure.note;
}

QString spokenFigure(const TargetFigure& figure)
{
    const QString value = valueText(figure);
    return QCoreApplication::translate("relevo::ui", "%1: %2, target %3, %4.")
        .arg(figure.name, value, targetText(figure), verdict(figure));
}

TargetChart::TargetChart(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("targetChart"));
    setAccessibleName(tr("Today against the targets"));
    setFocusPolicy(Qt::TabFocus);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void TargetChart::setFigures(const std::vector<TargetFigure>& figures)
{
    m_figures = figures;
    QStringList spoken;
    for (const TargetFigure& figure : figures)
        spoken << spokenFigure(figure);
    setAccessibleDescription(spoken.join(u' '));
    updateGeometry();
    update();
}

int TargetChart::rowHeight() const
{
    return QFontMetrics(m_theme.fonts().body).height() + QFontMetrics(m_theme.fonts().caption).height() +
           barHeight + 2 * grid;
}

QSize TargetChart::sizeHint() const
{
    return {50 * grid, static_cast<int>(std::max<std::size_t>(m_figures.size(), 1)) * rowHeight()};
}

QSize TargetChart::minimumSizeHint() const
{
    return {34 * grid, sizeHint().height()};
}

void TargetChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int y = 0;
    for (const TargetFigure& figure : m_figures) {
        paintRow(painter, QRect(grid, y, width() - 2 * grid, rowHeight()), figure);
        y += rowHeight();
    }
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.colors().accentText, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metrics::radius, metrics::radius);
    }
}

void TargetChart::paintRow(QPainter& painter, const QRect& row, const TargetFigure& figure) const
{
    const Colors& c = m_theme.colors();
    const Fonts& fonts = m_theme.fonts();
    const auto visual = [this, &row](const QRect& rect) {
        return QStyle::visualRect(layoutDirection(), row, rect);
    };
    const bool leftToRight = layoutDirection() == Qt::LeftToRight;
    const Qt::Alignment start = leftToRight ? Qt::AlignLeft : Qt::AlignRight;
    const Qt::Alignment end = leftToRight ? Qt::AlignRight : Qt::AlignLeft;
    const int line = QFontMetrics(fonts.body).height();
    const QString value = figure.value ? textOf(*figure.value, figure.unit) : QStringLiteral("–");
    const int valueWidth = QFontMetrics(fonts.bodyStrong).horizontalAdvance(value) + grid;

    const QString name =
        figure.note.isEmpty() ? figure.name : figure.name + QStringLiteral(" · ") + figure.note;
    paintLine(painter, visual(QRect(row.left(), row.top(), row.width() - valueWidth, line)), name, fonts.body,
              c.text, start);
    paintLine(painter, visual(QRect(row.right() - valueWidth, row.top(), valueWidth, line)), value,
              fonts.bodyStrong, c.text, end);

    const QRect track(row.left(), row.top() + line + metrics::half, row.width(), barHeight);
    const auto along = [&track, &figure](double amount) {
        return static_cast<int>(std::clamp(amount / figure.scale, 0.0, 1.0) * track.width());
    };
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.sunken);
    painter.drawRoundedRect(visual(track), barHeight / 2.0, barHeight / 2.0);
    if (figure.value) {
        const QRect bar(track.left(), track.top(), std::max(along(*figure.value), barHeight), barHeight);
        painter.setBrush(figure.isMet() ? c.accent : c.danger);
        painter.drawRoundedRect(visual(bar), barHeight / 2.0, barHeight / 2.0);
    }
    const QRect mark(track.left() + along(figure.target) - markWidth / 2, track.top() - 3, markWidth,
                     barHeight + 6);
    painter.setBrush(c.text);
    painter.drawRect(visual(mark));

    const int captionHeight = QFontMetrics(fonts.caption).height();
    const int captionTop = track.bottom() + metrics::half;
    const QString sign = !figure.value    ? QStringLiteral("clock")
                         : figure.isMet() ? QStringLiteral("check")
                                          : QStringLiteral("alert");
    const QColor ink = !figure.value ? c.muted : figure.isMet() ? c.good : c.danger;
    const int signSize = m_theme.smallIconSize();
    const QRect icon(row.left(), captionTop + (captionHeight - signSize) / 2, signSize, signSize);
    paintIcon(painter, visual(icon), sign, ink);
    const int textLeft = row.left() + signSize + metrics::half + 2;
    const QString words =
        QCoreApplication::translate("relevo::ui", "%1 · target %2").arg(verdict(figure), targetText(figure));
    paintLine(painter, visual(QRect(textLeft, captionTop, row.right() - textLeft, captionHeight)), words,
              fonts.caption, ink, start);
}

} // namespace relevo::ui
