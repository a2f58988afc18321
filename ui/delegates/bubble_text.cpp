#include <ui/delegates/bubble_text.h>

#include <QtCore/QRegularExpression>
#include <QtGui/QTextCharFormat>
#include <QtGui/QTextOption>

#include <cmath>

namespace relevo::ui {

namespace {

/// Web addresses only; what usually ends a sentence does not belong to one.
const QRegularExpression& linkPattern()
{
    static const QRegularExpression pattern(QStringLiteral(R"(https?://[^\s<>"]+[^\s<>".,;:!?)\]'])"));
    return pattern;
}

QList<QTextLayout::FormatRange> linkFormats(const QString& text, const QColor& color)
{
    QList<QTextLayout::FormatRange> formats;
    if (!text.contains(QLatin1String("://")))
        return formats;
    for (auto it = linkPattern().globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        QTextCharFormat format;
        format.setForeground(color);
        format.setFontUnderline(true);
        format.setAnchorHref(match.captured());
        formats.push_back(
            {static_cast<int>(match.capturedStart()), static_cast<int>(match.capturedLength()), format});
    }
    return formats;
}

} // namespace

QStringList linksIn(const QString& text)
{
    QStringList links;
    for (auto it = linkPattern().globalMatch(text); it.hasNext();)
        links.push_back(it.next().captured());
    links.removeDuplicates();
    return links;
}

BubbleText::BubbleText(const QString& text, const QFont& font, int width, const QColor& linkColor)
{
    qreal y = 0.0;
    for (const QString& paragraph : text.split(QLatin1Char('\n')))
        y = addParagraph(paragraph, font, width, linkColor, y);
    m_size.setHeight(static_cast<int>(std::ceil(y)));
    m_lastLineWidth = std::min(m_lastLineWidth, width);
}

qreal BubbleText::addParagraph(const QString& text, const QFont& font, int width, const QColor& linkColor,
                               qreal y)
{
    auto layout = std::make_unique<QTextLayout>(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    const bool rightToLeft = text.isRightToLeft();
    option.setTextDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    // Lines are placed by hand when drawn: at layout the bubble's final width is not known yet.
    option.setAlignment(Qt::AlignLeft | Qt::AlignAbsolute);
    layout->setTextOption(option);
    layout->setFormats(linkFormats(text, linkColor));
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
                if (at >= range.start && at < range.start + range.length)
                    return range.format.anchorHref();
            }
        }
    }
    return {};
}

} // namespace relevo::ui
