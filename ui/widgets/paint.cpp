#include <ui/widgets/paint.h>

#include <ui/theme/metrics.h>

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
    const QString line = metrics.elidedText(text, Qt::ElideRight, rect.width());
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
    QFont font = theme.fonts().captionStrong;
    font.setPointSizeF(font.pointSizeF() * rect.width() / 38.0);
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

} // namespace relevo::ui
