#pragma once

#include <models/text_search.h>

#include <QtCore/QSizeF>
#include <QtGui/QColor>
#include <QtGui/QFont>
#include <QtGui/QPainter>
#include <QtGui/QTextLayout>

#include <memory>
#include <vector>

namespace relevo::ui {

/// A stretch of a text that is shown on a ground of its own: what was searched for.
struct Mark
{
    models::TextRange range;
    QColor ground;
    QColor ink;
};

/// A message's text broken into lines: each paragraph in its own direction, web addresses marked as links.
/// Plain text; nothing in it is markup.
class BubbleText
{
public:
    BubbleText(const QString& text, const QFont& font, int width, const QColor& linkColor,
               const std::vector<Mark>& marks = {});

    [[nodiscard]] QSize size() const { return m_size; }
    /// How wide the last line is, so that something short may stand behind it; the whole width when the line
    /// does not end on the left-to-right side.
    [[nodiscard]] int lastLineWidth() const { return m_lastLineWidth; }

    /// `width` is the final one: the side on which right-to-left paragraphs stand.
    void draw(QPainter& painter, const QPointF& position, const QColor& color, int width) const;
    /// The address at a place relative to the text's corner as it really is (models/links.h), or nothing;
    /// `width` as for draw().
    [[nodiscard]] QString linkAt(const QPointF& place, int width) const;

private:
    struct Paragraph
    {
        std::unique_ptr<QTextLayout> layout;
        qreal y = 0.0;
    };

    std::vector<Paragraph> m_paragraphs;
    QSize m_size;
    int m_lastLineWidth = 0;

    /// Where a line stands in a text of this width, relative to its place in the paragraph's layout.
    [[nodiscard]] static QPointF placeOf(const Paragraph& paragraph, const QTextLine& line, int width);
    qreal addParagraph(const QString& text, const QFont& font, int width,
                       const QList<QTextLayout::FormatRange>& formats, qreal y);
};

/// What a layout needs to know of a text that is not drawn yet.
struct MeasuredText
{
    QSize size;
    int lastLineWidth = 0;
};

} // namespace relevo::ui
