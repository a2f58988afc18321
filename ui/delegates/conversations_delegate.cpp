#include <ui/delegates/conversations_delegate.h>

#include <models/conversations_model.h>
#include <ui/theme/icons.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/paint.h>
#include <ui/widgets/times.h>

#include <domain/message.h>

#include <QtCore/QDateTime>
#include <QtGui/QPainter>

namespace relevo::ui {

namespace {

using metrics::grid;
using models::ConversationsModel;

constexpr int padding = 10;
constexpr int gap = 3;
constexpr int textStart = 2 * grid + metrics::avatar + 10;

QString lastLine(const QModelIndex& index)
{
    if (index.data(ConversationsModel::ResolvingRole).toBool())
        return ConversationsDelegate::tr("Resolving…");
    const QString line = index.data(ConversationsModel::LastLineRole).toString();
    switch (static_cast<domain::Author>(index.data(ConversationsModel::LastAuthorRole).toInt())) {
    case domain::Author::Agent:
        return ConversationsDelegate::tr("You: %1").arg(line);
    case domain::Author::Bot:
        return ConversationsDelegate::tr("Bot: %1").arg(line);
    case domain::Author::Customer:
    case domain::Author::System:
        break;
    }
    return line;
}

} // namespace

ConversationsDelegate::ConversationsDelegate(const Theme& theme, QObject* parent)
    : QAbstractItemDelegate(parent), m_theme(theme)
{
}

QSize ConversationsDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    const int body = QFontMetrics(m_theme.fonts().body).height();
    const int caption = QFontMetrics(m_theme.fonts().caption).height();
    return {30 * grid, std::max(2 * padding + body + caption + gap, metrics::avatar + 2 * grid)};
}

void ConversationsDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                                  const QModelIndex& index) const
{
    const Colors& c = m_theme.colors();
    const Fonts& fonts = m_theme.fonts();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    paintRowGround(*painter, option.rect, selected, option.state.testFlag(QStyle::State_MouseOver),
                   selected && option.state.testFlag(QStyle::State_HasFocus), m_theme);
    const bool leftToRight = option.direction == Qt::LeftToRight;
    const auto mirrored = [&option](const QRect& rect) {
        return QStyle::visualRect(option.direction, option.rect, rect);
    };
    const Qt::Alignment start = leftToRight ? Qt::AlignLeft : Qt::AlignRight;
    const Qt::Alignment end = leftToRight ? Qt::AlignRight : Qt::AlignLeft;
    const QString name = index.data(ConversationsModel::NameRole).toString();
    const bool unread = index.data(ConversationsModel::UnreadRole).toInt() > 0;
    const bool myTurn = index.data(ConversationsModel::WaitingForMeRole).toBool();

    const int bodyHeight = QFontMetrics(fonts.body).height();
    const int captionHeight = QFontMetrics(fonts.caption).height();
    const QRect row = option.rect;
    paintAvatar(*painter,
                mirrored(QRect(row.left() + 2 * grid, row.top() + (row.height() - metrics::avatar) / 2,
                               metrics::avatar, metrics::avatar)),
                name, m_theme);

    const int left = row.left() + textStart;
    const int right = row.right() - 2 * grid;
    int y = row.top() + (row.height() - bodyHeight - captionHeight - gap) / 2;
    const QString time =
        listTime(index.data(ConversationsModel::LastAtRole).toDateTime(), QDate::currentDate());
    const int timeWidth = QFontMetrics(fonts.caption).horizontalAdvance(time);
    paintLine(*painter, mirrored(QRect(right - timeWidth, y, timeWidth + 1, bodyHeight)), time, fonts.caption,
              unread ? c.accentText : c.muted, end);
    paintLine(*painter, mirrored(QRect(left, y, right - timeWidth - grid - left, bodyHeight)), name,
              fonts.bodyStrong, c.text, start);

    y += bodyHeight + gap;
    const int marks = paintMarks(*painter, row, right, y + captionHeight / 2, leftToRight, index);
    paintLine(*painter, mirrored(QRect(left, y, right - marks - left, captionHeight)), lastLine(index),
              fonts.caption, unread || myTurn ? c.text : c.muted, start);
}

int ConversationsDelegate::paintMarks(QPainter& painter, const QRect& row, int right, int centerY,
                                      bool leftToRight, const QModelIndex& index) const
{
    const Colors& c = m_theme.colors();
    const auto place = [&](int width) {
        return leftToRight ? right : row.left() + (row.right() - right) + width;
    };
    if (const int unread = index.data(ConversationsModel::UnreadRole).toInt(); unread > 0) {
        const QString text = unread > 99 ? QStringLiteral("99+") : QString::number(unread);
        const QFont& font = m_theme.fonts().captionStrong;
        const int estimate = QFontMetrics(font).horizontalAdvance(text) + 2 * grid;
        return paintPill(painter, place(estimate), centerY, text, font, c.accent, c.onAccent) + grid;
    }
    if (index.data(ConversationsModel::UnsentRole).toInt() > 0) {
        const int size = metrics::smallIcon;
        paintIcon(painter, QRect(place(size) - size, centerY - size / 2, size, size), QStringLiteral("clock"),
                  c.warning);
        return size + grid;
    }
    return 0;
}

} // namespace relevo::ui
