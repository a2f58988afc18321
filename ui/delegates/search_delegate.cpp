#include <ui/delegates/search_delegate.h>

#include <models/search_model.h>
#include <ui/theme/icons.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/looks.h>
#include <ui/widgets/paint.h>
#include <ui/widgets/times.h>

#include <QtCore/QDateTime>
#include <QtGui/QPainter>
#include <QtGui/QTextLayout>

namespace relevo::ui {

namespace {

using metrics::grid;
using models::SearchModel;

constexpr int rowPadding = 8;
constexpr int lineGap = 3;
constexpr int hitIconGap = grid + 2;
// Words before the first that was looked for, so that it is seen in a narrow line.
constexpr qsizetype lead = 14;

SearchModel::Kind hitKind(const QModelIndex& index)
{
    return static_cast<SearchModel::Kind>(index.data(SearchModel::KindRole).toInt());
}

QString iconOfHit(const QModelIndex& index)
{
    switch (hitKind(index)) {
    case SearchModel::Kind::Contact:
        return QStringLiteral("user");
    case SearchModel::Kind::Note:
        return QStringLiteral("note");
    case SearchModel::Kind::Message:
    case SearchModel::Kind::Heading:
        break;
    }
    const QString channel = index.data(SearchModel::ChannelRole).toString();
    return channel.isEmpty() ? QStringLiteral("chat") : channelIcon(channel);
}

} // namespace

SearchDelegate::SearchDelegate(const Theme& theme, QObject* parent)
    : QAbstractItemDelegate(parent), m_theme(theme)
{
}

QSize SearchDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const int body = QFontMetrics(m_theme.fonts().body).height();
    const int caption = QFontMetrics(m_theme.fonts().caption).height();
    if (hitKind(index) == SearchModel::Kind::Heading)
        return {30 * grid, caption + 2 * grid};
    return {30 * grid, 2 * rowPadding + body + caption + lineGap};
}

void SearchDelegate::paintHeading(QPainter& painter, const QStyleOptionViewItem& option,
                                  const QModelIndex& index) const
{
    const QRect line = option.rect.adjusted(2 * grid, grid, -2 * grid, -metrics::half);
    paintLine(painter, line, index.data(SearchModel::NameRole).toString(), m_theme.fonts().captionStrong,
              m_theme.colors().muted, option.direction == Qt::LeftToRight ? Qt::AlignLeft : Qt::AlignRight);
}

void SearchDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    if (hitKind(index) == SearchModel::Kind::Heading) {
        paintHeading(*painter, option, index);
        return;
    }
    const Colors& c = m_theme.colors();
    const Fonts& fonts = m_theme.fonts();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    paintRowGround(*painter, option.rect, selected, option.state.testFlag(QStyle::State_MouseOver),
                   selected && option.state.testFlag(QStyle::State_HasFocus), m_theme);
    const auto mirrored = [&option](const QRect& rect) {
        return QStyle::visualRect(option.direction, option.rect, rect);
    };
    const bool leftToRight = option.direction == Qt::LeftToRight;
    const Qt::Alignment start = leftToRight ? Qt::AlignLeft : Qt::AlignRight;
    const Qt::Alignment end = leftToRight ? Qt::AlignRight : Qt::AlignLeft;
    const int bodyHeight = QFontMetrics(fonts.body).height();
    const int captionHeight = QFontMetrics(fonts.caption).height();
    const QRect row = option.rect;
    const int left = row.left() + 2 * grid + m_theme.iconSize() + hitIconGap;
    const int right = row.right() - 2 * grid;
    int y = row.top() + rowPadding;

    paintIcon(*painter,
              mirrored(QRect(row.left() + 2 * grid, y + (bodyHeight - m_theme.iconSize()) / 2,
                             m_theme.iconSize(), m_theme.iconSize())),
              iconOfHit(index), index.data(SearchModel::OpenRole).toBool() ? c.accentText : c.muted);

    const QString time = listTime(index.data(SearchModel::AtRole).toDateTime(), QDate::currentDate());
    const int timeWidth = QFontMetrics(fonts.caption).horizontalAdvance(time);
    paintLine(*painter, mirrored(QRect(right - timeWidth, y, timeWidth + 1, bodyHeight)), time, fonts.caption,
              c.muted, end);
    const QRect nameRect = mirrored(QRect(left, y, right - timeWidth - grid - left, bodyHeight));
    const int used = paintLine(*painter, nameRect, index.data(SearchModel::NameRole).toString(),
                               fonts.bodyStrong, c.text, start);
    if (const QString author = index.data(SearchModel::AuthorRole).toString(); !author.isEmpty()) {
        const QRect rest = leftToRight ? nameRect.adjusted(used, 0, 0, 0) : nameRect.adjusted(0, 0, -used, 0);
        paintLine(*painter, rest, QStringLiteral(" · ") + author, fonts.caption, c.muted, start);
    }
    y += bodyHeight + lineGap;
    paintWords(*painter, mirrored(QRect(left, y, right - left, captionHeight)), index, option.direction);
}

void SearchDelegate::paintWords(QPainter& painter, const QRect& line, const QModelIndex& index,
                                Qt::LayoutDirection direction) const
{
    const QFont& font = m_theme.fonts().caption;
    QString text = index.data(SearchModel::TextRole).toString();
    const QVariantList marks = index.data(SearchModel::MarksRole).toList();
    qsizetype cut = 0;
    if (!marks.isEmpty() && marks.front().toPoint().x() > lead &&
        QFontMetrics(font).horizontalAdvance(text) > line.width()) {
        // From the beginning of a word.
        cut = text.indexOf(u' ', marks.front().toPoint().x() - lead) + 1;
        if (cut > marks.front().toPoint().x())
            cut = marks.front().toPoint().x();
        text = u'…' + text.mid(cut);
        --cut; // of the sign that stands for it
    }
    QList<QTextLayout::FormatRange> formats;
    for (const QVariant& mark : marks) {
        QTextLayout::FormatRange range;
        range.start = static_cast<int>(mark.toPoint().x() - cut);
        range.length = mark.toPoint().y();
        range.format.setFontWeight(QFont::DemiBold);
        range.format.setForeground(m_theme.colors().accentText);
        formats.push_back(range);
    }
    const QFontMetrics metrics(font);
    QTextLayout layout(metrics.elidedText(text, Qt::ElideRight, line.width()), font);
    QTextOption how;
    how.setWrapMode(QTextOption::NoWrap);
    how.setTextDirection(direction);
    how.setAlignment(direction == Qt::LeftToRight ? Qt::AlignLeft : Qt::AlignRight);
    layout.setTextOption(how);
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine drawn = layout.createLine();
    drawn.setLineWidth(line.width());
    layout.endLayout();
    painter.save();
    painter.setClipRect(line);
    painter.setPen(m_theme.colors().muted);
    layout.draw(&painter, line.topLeft());
    painter.restore();
}

} // namespace relevo::ui
