#include <ui/delegates/choice_delegate.h>

#include <models/choices.h>
#include <ui/theme/icons.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/looks.h>
#include <ui/widgets/paint.h>

#include <QtGui/QPainter>
#include <QtGui/QTextLayout>

#include <cmath>

namespace relevo::ui {

namespace {

using metrics::grid;
namespace choice = models::choice;

constexpr int capRadius = metrics::half;

QList<int> matchesOf(const QModelIndex& index, int role)
{
    return index.data(role).value<QList<int>>();
}

} // namespace

ChoiceDelegate::ChoiceDelegate(const Theme& theme, Lines lines, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_lines(lines)
{
}

int ChoiceDelegate::groupHeight(const QModelIndex& index) const
{
    if (index.data(choice::GroupRole).toString().isEmpty())
        return 0;
    return QFontMetrics(m_theme.fonts().captionStrong).height() + grid + metrics::half;
}

QSize ChoiceDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const int body = QFontMetrics(m_theme.fonts().body).height();
    const int caption = QFontMetrics(m_theme.fonts().caption).height();
    const int height = m_lines == Lines::Two     ? body + caption + 2 + 2 * grid
                       : m_lines == Lines::Roomy ? body + 3 * grid
                                                 : body + 2 * grid + 2;
    return {20 * grid, height + groupHeight(index)};
}

void ChoiceDelegate::paintIconOf(QPainter& painter, const QRect& rect, const QModelIndex& index) const
{
    const QVariant availability = index.data(choice::AvailabilityRole);
    if (const QVariant mark = index.data(Qt::CheckStateRole); mark.isValid()) {
        paintMark(painter, rect, mark.toInt() == Qt::Checked, m_theme);
    } else if (availability.isValid()) {
        const Look look = lookOf(static_cast<domain::Availability>(availability.toInt()));
        paintIcon(painter, rect, look.icon, m_theme.colors().*look.color);
    } else if (const QString icon = index.data(choice::IconRole).toString(); !icon.isEmpty()) {
        paintIcon(painter, rect, icon, m_theme.colors().muted);
    }
}

int ChoiceDelegate::paintTrailing(QPainter& painter, const QRect& rect, const QModelIndex& index,
                                  Qt::LayoutDirection direction) const
{
    const Colors& c = m_theme.colors();
    const QFont& font = m_theme.fonts().caption;
    const QFontMetrics metrics(font);
    if (const QString words = index.data(choice::TrailingRole).toString(); !words.isEmpty()) {
        int width = metrics.horizontalAdvance(words) + 1;
        if (m_lines == Lines::Roomy) {
            // Names are what is looked for: what is said of them takes what they leave.
            const QString title = index.data(Qt::DisplayRole).toString();
            const int taken =
                m_theme.iconSize() + 4 * grid + QFontMetrics(m_theme.fonts().body).horizontalAdvance(title);
            width = std::min(width, rect.width() - taken);
            if (width < 5 * grid)
                return 0;
        }
        const QRect place(rect.right() - width + 1, rect.top(), width, rect.height());
        (void)paintLine(painter, QStyle::visualRect(direction, rect, place), words, font, c.muted);
        return width + 2 * grid;
    }
    const QString keys = index.data(choice::KeysRole).toString();
    if (keys.isEmpty())
        return 0;
    const int width = metrics.horizontalAdvance(keys) + 2 * grid;
    const int height = metrics.height() + metrics::half;
    const QRect place(rect.right() - width + 1, rect.center().y() - height / 2, width, height);
    const QRect cap = QStyle::visualRect(direction, rect, place);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(c.border, 1));
    painter.setBrush(c.surface);
    painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), capRadius, capRadius);
    painter.setPen(c.muted);
    painter.setFont(font);
    painter.drawText(cap, Qt::AlignCenter, keys);
    painter.restore();
    return width + 2 * grid;
}

int ChoiceDelegate::paintMatched(QPainter& painter, const QRect& rect, const QString& text,
                                 const QList<int>& matches, const QFont& font, const QColor& color,
                                 Qt::LayoutDirection direction) const
{
    const QString line = QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width());
    QTextLayout layout(line, font);
    QTextOption option(Qt::AlignLeft | Qt::AlignAbsolute);
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(line.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    layout.setTextOption(option);
    QList<QTextLayout::FormatRange> formats;
    const qsizetype whole = line == text ? line.size() : line.size() - 1;
    for (const int at : matches) {
        if (at >= whole)
            break;
        QTextLayout::FormatRange range;
        range.start = at;
        range.length = 1;
        range.format.setForeground(m_theme.colors().accentText);
        range.format.setFontUnderline(true);
        formats.push_back(range);
    }
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine placed = layout.createLine();
    placed.setLineWidth(rect.width());
    layout.endLayout();
    const int width = std::min(rect.width(), static_cast<int>(std::ceil(placed.naturalTextWidth())));
    const int left = direction == Qt::RightToLeft ? rect.right() - width + 1 : rect.left();
    painter.setPen(color);
    layout.draw(&painter, QPointF(left, rect.top() + (rect.height() - placed.height()) / 2));
    return width;
}

void ChoiceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    const Colors& c = m_theme.colors();
    const Fonts& fonts = m_theme.fonts();
    const Qt::LayoutDirection direction = option.direction;
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const QColor& ink = enabled ? c.text : c.faint;
    const QColor& muted = enabled ? c.muted : c.faint;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const int group = groupHeight(index);
    const QRect row = option.rect.adjusted(0, group, 0, 0);
    if (group > 0)
        (void)paintLine(*painter,
                        {option.rect.left() + 3 * grid, option.rect.top() + metrics::half,
                         option.rect.width() - 6 * grid, group - metrics::half},
                        index.data(choice::GroupRole).toString(), fonts.captionStrong, c.muted);
    paintRowGround(*painter, row, selected, option.state.testFlag(QStyle::State_MouseOver), false, m_theme);
    const QRect inner = row.adjusted(3 * grid, 0, -3 * grid, 0);
    const QRect icon(inner.left(), inner.center().y() - m_theme.iconSize() / 2 + 1, m_theme.iconSize(),
                     m_theme.iconSize());
    paintIconOf(*painter, QStyle::visualRect(direction, inner, icon), index);
    const int trailing = paintTrailing(*painter, inner, index, direction);

    const QString title = index.data(Qt::DisplayRole).toString();
    const QString detail = index.data(choice::DetailRole).toString();
    const QList<int> titleMatches = matchesOf(index, choice::TitleMatchesRole);
    const QList<int> detailMatches = matchesOf(index, choice::DetailMatchesRole);
    const QRect texts = inner.adjusted(m_theme.iconSize() + grid + metrics::half, 0, -trailing, 0);
    const auto visual = [&](const QRect& rect) {
        return QStyle::visualRect(direction, inner, rect);
    };
    if (m_lines == Lines::Two) {
        const int body = QFontMetrics(fonts.body).height();
        const int caption = QFontMetrics(fonts.caption).height();
        const int top = texts.center().y() - (body + caption + 2) / 2;
        (void)paintMatched(*painter, visual({texts.left(), top, texts.width(), body}), title, titleMatches,
                           fonts.body, ink, direction);
        (void)paintMatched(*painter, visual({texts.left(), top + body + 2, texts.width(), caption}), detail,
                           detailMatches, fonts.caption, muted, direction);
        return;
    }
    const int width = paintMatched(*painter, visual(texts), title, titleMatches, fonts.body, ink, direction);
    const QRect rest = texts.adjusted(width + grid + metrics::half, 0, 0, 0);
    if (!detail.isEmpty() && rest.width() > 6 * grid)
        (void)paintMatched(*painter, visual(rest), detail, detailMatches, fonts.caption, muted, direction);
}

} // namespace relevo::ui
