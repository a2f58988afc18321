#include <ui/widgets/paint.h>

#include <ui/theme/metrics.h>
#include <ui/widgets/bar_sign.h>

#include <QtCore/QTextBoundaryFinder>
#include <QtGui/QFontMetrics>

namespace relevo::ui {

namespace {

QString firstLetter(const QString& word)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, word);
    const qsizetype end = finder.toNextBoundary();
    return end > 0 ? word.left(end).toUpper() : QString();
}

} // namespace

int paintLine(QPainter& painter, const QRect& rect, const QString& text, const QFont& font,
              const QColor& color, Qt::Alignment alignment)
{
    if (rect.width() <= 0 || text.isEmpty())
        return 0;
    const QFontMetrics metrics(font);
    // What fits by whole pixels is not cut for a part of one.
    const QString line = metrics.horizontalAdvance(text) <= rect.width()
                             ? text
                             : metrics.elidedText(text, Qt::ElideRight, rect.width());
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(
        rect, static_cast<int>(alignment | Qt::AlignVCenter | Qt::AlignAbsolute) | Qt::TextSingleLine, line);
    return std::min(rect.width(), metrics.horizontalAdvance(line));
}

QString initials(const QString& name)
{
    const QStringList words = name.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty())
        return {};
    return words.size() == 1 ? firstLetter(words.front())
                             : firstLetter(words.front()) + firstLetter(words.back());
}

void paintAvatar(QPainter& painter, const QRect& rect, const QString& name, const Theme& theme)
{
    const int hue = static_cast<int>(qHash(name) % 12U) * 30;
    const QColor ground = theme.isDark() ? QColor::fromHsl(hue, 50, 62) : QColor::fromHsl(hue, 90, 222);
    const QColor ink = theme.isDark() ? QColor::fromHsl(hue, 90, 205) : QColor::fromHsl(hue, 110, 62);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawEllipse(rect);
    // By the disc alone, which grows more slowly than the text.
    QFont font = theme.fonts().captionStrong;
    font.setPointSizeF(font.pointSizeF() * 100 / theme.textScale() * rect.width() / 38.0);
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(rect, Qt::AlignCenter, initials(name));
    painter.restore();
}

void paintRowGround(QPainter& painter, const QRect& rect, bool selected, bool hovered, bool focused,
                    const Theme& theme)
{
    if (!selected && !hovered)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(focused ? QPen(theme.colors().accentText, 1.5) : QPen(Qt::NoPen));
    painter.setBrush(selected ? theme.colors().accentSoft : theme.colors().sunken);
    painter.drawRoundedRect(QRectF(rect).adjusted(metrics::grid + 0.5, 1.5, -metrics::grid - 0.5, -1.5),
                            metrics::radius, metrics::radius);
    painter.restore();
}

void paintSpent(QPainter& painter, const QRect& rect, double spent, const QColor& color, const QColor& ground)
{
    constexpr int whole = 360 * 16; // Qt counts angles in sixteenths of a degree
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ring = QRectF(rect).adjusted(1.5, 1.5, -1.5, -1.5);
    painter.setPen(QPen(color, 1.5));
    painter.setBrush(spent >= 1.0 ? QBrush(color) : QBrush(Qt::NoBrush));
    painter.drawEllipse(ring);
    if (spent < 1.0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawPie(ring.adjusted(2, 2, -2, -2), whole / 4, static_cast<int>(-spent * whole));
    } else {
        const QPointF middle = ring.center();
        painter.setPen(QPen(ground, 1.6, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(middle + QPointF(0, -3), middle + QPointF(0, 0.4));
        painter.drawPoint(middle + QPointF(0, 3));
    }
    painter.restore();
}

void paintMark(QPainter& painter, const QRect& rect, bool marked, const Theme& theme)
{
    const Colors& c = theme.colors();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(marked ? c.accent : c.strongBorder, 1.0));
    painter.setBrush(marked ? c.accent : c.surface);
    painter.drawRoundedRect(box, 4.0, 4.0);
    if (marked) {
        painter.setPen(QPen(c.onAccent, 2.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(QPolygonF({box.topLeft() + QPointF(4.0, 9.0), box.topLeft() + QPointF(7.3, 12.5),
                                        box.topLeft() + QPointF(13.2, 5.0)}));
    }
    painter.restore();
}

int paintPill(QPainter& painter, int right, int centerY, const QString& text, const QFont& font,
              const QColor& fill, const QColor& color)
{
    const QFontMetrics metrics(font);
    const int height = metrics.height() + 2;
    const int width = std::max(height, metrics.horizontalAdvance(text) + height / 2 + 2);
    const QRect rect(right - width, centerY - height / 2, width, height);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(rect, height / 2.0, height / 2.0);
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(rect, Qt::AlignCenter, text);
    painter.restore();
    return width;
}

void paintWarningBar(QPainter& painter, const QRect& bar, int margin, Qt::LayoutDirection direction,
                     const Theme& theme)
{
    const Colors& c = theme.colors();
    painter.fillRect(bar, c.warningSoft);
    painter.fillRect(QRect(bar.left(), bar.top(), bar.width(), 1), c.border);
    paintBarSign(painter, bar, margin, direction, QStringLiteral("alert"), c.warning, theme);
}

} // namespace relevo::ui
