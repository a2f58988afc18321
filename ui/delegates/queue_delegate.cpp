#include <ui/delegates/queue_delegate.h>

#include <models/names.h>
#include <models/queue_model.h>
#include <ui/theme/icons.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/looks.h>
#include <ui/widgets/paint.h>
#include <ui/widgets/times.h>

#include <QtCore/QDateTime>
#include <QtGui/QPainter>

namespace relevo::ui {

namespace {

using metrics::grid;
using models::QueueModel;

constexpr int padding = 10;
constexpr int gap = 3;
constexpr int textStart = 2 * grid + metrics::icon + grid + 2;
constexpr qint64 dueSoon = 5 * 60;

} // namespace

QueueDelegate::QueueDelegate(const Theme& theme, QObject* parent)
    : QAbstractItemDelegate(parent), m_theme(theme)
{
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    const int body = QFontMetrics(m_theme.fonts().body).height();
    const int caption = QFontMetrics(m_theme.fonts().caption).height();
    return {30 * grid, 2 * padding + body + 2 * caption + 2 * gap};
}

void QueueDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
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
    const auto priority = static_cast<domain::Priority>(index.data(QueueModel::PriorityRole).toInt());
    const Look look = lookOf(priority);

    const int bodyHeight = QFontMetrics(fonts.body).height();
    const int captionHeight = QFontMetrics(fonts.caption).height();
    const QRect row = option.rect;
    const int left = row.left() + textStart;
    const int right = row.right() - 2 * grid;
    int y = row.top() + padding;

    paintIcon(*painter,
              mirrored(QRect(row.left() + 2 * grid, y + (bodyHeight - metrics::icon) / 2, metrics::icon,
                             metrics::icon)),
              look.icon, c.*look.color);

    const qint64 waited = index.data(QueueModel::WaitingSecondsRole).toLongLong();
    const QDateTime due = index.data(QueueModel::ResponseDueAtRole).toDateTime();
    const qint64 toDue =
        due.isValid() ? index.data(QueueModel::WaitingSinceRole).toDateTime().secsTo(due) - waited : 0;
    const bool pressing = due.isValid() && toDue < dueSoon;

    const QString waiting = shortSpan(waited);
    const int waitingWidth = QFontMetrics(fonts.caption).horizontalAdvance(waiting);
    paintLine(*painter, mirrored(QRect(right - waitingWidth, y, waitingWidth + 1, bodyHeight)), waiting,
              fonts.caption, c.muted, end);
    paintLine(*painter, mirrored(QRect(left, y, right - waitingWidth - grid - left, bodyHeight)),
              index.data(QueueModel::NameRole).toString(), fonts.bodyStrong, c.text, start);

    y += bodyHeight + gap;
    QString issue = index.data(QueueModel::IssueRole).toString();
    if (issue.isEmpty())
        issue = index.data(QueueModel::TriggerReasonRole).toString();
    const int mark = metrics::smallIcon;
    paintIcon(*painter, mirrored(QRect(right - mark + 1, y + (captionHeight - mark) / 2, mark, mark)),
              channelIcon(index.data(QueueModel::ChannelRole).toString()), c.faint);
    paintLine(*painter, mirrored(QRect(left, y, right - mark - grid - left, captionHeight)), issue,
              fonts.caption, c.text, start);

    y += captionHeight + gap;
    int whyEnd = right;
    if (index.data(QueueModel::TicketRole).toBool()) {
        // Its customer knows that the answer comes later; how late it is helps nobody.
        const QString text = tr("Ticket");
        const int width = QFontMetrics(fonts.captionStrong).horizontalAdvance(text);
        paintLine(*painter, mirrored(QRect(right - width, y, width + 1, captionHeight)), text,
                  fonts.captionStrong, c.muted, end);
        whyEnd = right - width - grid;
    } else if (due.isValid()) {
        const QString text = dueText(toDue);
        const QFont& font = pressing ? fonts.captionStrong : fonts.caption;
        const int width = QFontMetrics(font).horizontalAdvance(text);
        paintLine(*painter, mirrored(QRect(right - width, y, width + 1, captionHeight)), text, font,
                  toDue < 0  ? c.danger
                  : pressing ? c.warning
                             : c.muted,
                  end);
        whyEnd = right - width - grid;
    }
    paintWhy(*painter, mirrored(QRect(left, y, whyEnd - left, captionHeight)), index, start);
}

void QueueDelegate::paintWhy(QPainter& painter, const QRect& line, const QModelIndex& index,
                             Qt::Alignment start) const
{
    const Colors& c = m_theme.colors();
    const Fonts& fonts = m_theme.fonts();
    const auto priority = static_cast<domain::Priority>(index.data(QueueModel::PriorityRole).toInt());
    const auto trigger = static_cast<domain::TriggerType>(index.data(QueueModel::TriggerTypeRole).toInt());
    const QColor ink = c.*lookOf(priority).color;
    const int used = paintLine(painter, line, models::nameOf(priority), fonts.captionStrong, ink, start);
    const QString rest = QStringLiteral(" · ") + models::nameOf(trigger);
    const QRect after = start == Qt::AlignLeft ? line.adjusted(used, 0, 0, 0) : line.adjusted(0, 0, -used, 0);
    paintLine(painter, after, rest, fonts.caption, c.muted, start);
}

} // namespace relevo::ui
