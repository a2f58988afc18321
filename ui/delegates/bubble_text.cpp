#include <ui/delegates/bubble_text.h>

#include <models/links.h>

#include <QtGui/QTextCharFormat>
#include <QtGui/QTextOption>

#include <cmath>

namespace relevo::ui {

namespace {

QList<QTextLayout::FormatRange> linkFormats(const QString& text, const QColor& color)
{
    QList<QTextLayout::FormatRange> formats;
    for (const models::Link& link : models::linksIn(text)) {
        QTextCharFormat format;
        format.setForeground(color);
        format.setFontUnderline(true);
        format.setAnchor(true);
        format.setAnchorHref(models::plainAddress(link.target));
        formats.push_back({static_cast<int>(link.start), static_cast<int>(link.length), format});
    }
    return formats;
}

/// The part of a mark that lies in a paragraph, counted from its beginning.
void addMark(QList<QTextLayout::FormatRange>& formats, const Mark& mark, qsizetype start, qsizetype length)
{
    const qsizetype from = std::max(mark.range.start, start);
    const qsizetype to = std::min(mark.range.start + mark.range.length, start + length);
    if (from >= to)
        return;
    QTextCharFormat format;
    format.setBackground(mark.ground);
    format.setForeground(mark.ink);
    // On a note its ground would not be seen.
    format.setFontUnderline(true);
    formats.push_back({static_cast<int>(from - start), static_cast<int>(to - from), format});
}

} // namespace

BubbleText::BubbleText(const QString& text, const QFont& font, int width, const QColor& linkColor,
                       const std::vector<Mark>& marks)
{
    qreal y = 0.0;
    qsizetype start = 0;
    for (const QString& paragraph : text.split(QLatin1Char('\n'))) {
        QList<QTextLayout::FormatRange> formats = linkFormats(paragraph, linkColor);
        for (const Mark& mark : marks)
            addMark(formats, mark, start, paragraph.size());
        y = addParagraph(paragraph, font, width, formats, y);
        start += paragraph.size() + 1;
    }
    m_size.setHeight(static_cast<int>(std::ceil(y)));
    m_lastLineWidth = std::min(m_lastLineWidth, width);
}

qreal BubbleText::addParagraph(const QString& text, const QFont& font, int width,
                               const QList<QTextLayout::FormatRange>& formats, qreal y)
{
    auto layout = std::make_unique<QTextLayout>(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    const bool rightToLeft = text.isRightToLeft();
    option.setTextDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    // Lines are placed by hand when drawn: at layout the bubble's final width is not known yet.
    option.setAlignment(Qt::AlignLeft | Qt::AlignAbsolute);
    layout->setTextOption(option);
    layout->setFormats(formats);
    layout->setCacheEnabled(true);
    layout->beginLayout();
    qreal height = 0.0;
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition({0.0, height});
        height += line.height();
        const int used = static_cast<int>(std::ceil(line.naturalTextWidth()));
        m_size.setWidth(std::max(m_size.width(), std::min(used, width)));
        m_lastLineWidth = rightToLeft ? width : used;
    }
    layout->endLayout();
    m_paragraphs.push_back({std::move(layout), y});
    return y + height;
}

QPointF BubbleText::placeOf(const Paragraph& paragraph, const QTextLine& line, int width)
{
    const bool rightToLeft = paragraph.layout->textOption().textDirection() == Qt::RightToLeft;
    return {rightToLeft ? width - line.naturalTextWidth() : 0.0, paragraph.y};
}

void BubbleText::draw(QPainter& painter, const QPointF& position, const QColor& color, int width) const
{
    painter.setPen(color);
    for (const Paragraph& paragraph : m_paragraphs) {
        for (int i = 0; i < paragraph.layout->lineCount(); ++i) {
            const QTextLine line = paragraph.layout->lineAt(i);
            line.draw(&painter, position + placeOf(paragraph, line, width));
        }
    }
}

QString BubbleText::linkAt(const QPointF& place, int width) const
{
    for (const Paragraph& paragraph : m_paragraphs) {
        for (int i = 0; i < paragraph.layout->lineCount(); ++i) {
            const QTextLine line = paragraph.layout->lineAt(i);
            const QPointF inLayout = place - placeOf(paragraph, line, width);
            if (!line.naturalTextRect().contains(inLayout))
                continue;
            const int at = line.xToCursor(inLayout.x(), QTextLine::CursorOnCharacter);
            for (const QTextLayout::FormatRange& range : paragraph.layout->formats()) {
                if (at >= range.start && at < range.start + range.length && range.format.isAnchor())
                    return range.format.anchorHref();
            }
        }
    }
    return {};
}

} // namespace relevo::ui
