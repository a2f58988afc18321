#include <ui/delegates/inbox_delegate.h>

#include <models/names.h>
#include <models/section_model.h>
#include <ui/theme/icons.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/looks.h>
#include <ui/widgets/paint.h>
#include <ui/widgets/times.h>

#include <models/moments.h>

#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <QtGui/QPainter>

namespace relevo::ui {

namespace {

using client::ConversationRow;
using metrics::grid;
using models::InboxSection;
using models::SectionModel;

constexpr int inboxPadding = 10;
constexpr int inboxGap = 3;
constexpr int iconStart = 2 * grid;
constexpr int waitingGap = grid + 2; ///< between the icon of who waits and their name
constexpr int heldGap = 10;          ///< between the avatar of whoever is held and their name

} // namespace

/// One row while it is painted. Left and right are those of a left-to-right window; `at` turns them.
struct InboxDelegate::Brush
{
    QPainter& painter;
    const QStyleOptionViewItem& option;
    const QModelIndex& index;
    const ConversationRow& row;
    const Colors& colors;
    const Fonts& fonts;
    int body; ///< heights of lines
    int caption;

    [[nodiscard]] QRect at(int left, int top, int width, int height) const
    {
        return QStyle::visualRect(option.direction, option.rect, QRect(left, top, width, height));
    }
    [[nodiscard]] Qt::Alignment start() const
    {
        return option.direction == Qt::LeftToRight ? Qt::AlignLeft : Qt::AlignRight;
    }
    [[nodiscard]] Qt::Alignment end() const
    {
        return option.direction == Qt::LeftToRight ? Qt::AlignRight : Qt::AlignLeft;
    }
    /// A short text that ends at `right`; returns where it begins.
    int endAt(int right, int top, int height, const QString& text, const QFont& font, const QColor& color)
    {
        const int width = QFontMetrics(font).horizontalAdvance(text);
        paintLine(painter, at(right - width, top, width + 1, height), text, font, color, end());
        return right - width;
    }
    void icon(int left, int top, int height, int size, const QString& name, const QColor& color)
    {
        paintIcon(painter, at(left, top + (height - size) / 2, size, size), name, color);
    }
    [[nodiscard]] qint64 number(int role) const { return index.data(role).toLongLong(); }
};

InboxDelegate::InboxDelegate(const Theme& theme, InboxSection section, QObject* parent)
    : QAbstractItemDelegate(parent), m_theme(theme), m_section(section)
{
}

int InboxDelegate::avatarSize() const
{
    return m_theme.grown(metrics::avatar);
}

bool InboxDelegate::isHeld() const
{
    return m_section == InboxSection::Mine || m_section == InboxSection::Team ||
           m_section == InboxSection::Resolved;
}

QSize InboxDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    const int body = QFontMetrics(m_theme.fonts().body).height();
    const int caption = QFontMetrics(m_theme.fonts().caption).height();
    const int lines = 2 * inboxPadding + body + inboxGap + caption;
    return {30 * grid, isHeld() ? std::max(lines, avatarSize() + 2 * grid) : lines + inboxGap + caption};
}

QRect InboxDelegate::markPlace(const QRect& row, Qt::LayoutDirection direction) const
{
    const int width =
        isHeld() ? iconStart + avatarSize() + heldGap : iconStart + m_theme.iconSize() + waitingGap;
    return QStyle::visualRect(direction, row, QRect(row.left(), row.top(), width, row.height()));
}

void InboxDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    const auto* row = index.data(SectionModel::RowRole).value<const ConversationRow*>();
    if (!row)
        return;
    const bool marked = index.data(SectionModel::MarkedRole).toBool();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    paintRowGround(*painter, option.rect, selected || marked, hovered,
                   selected && option.state.testFlag(QStyle::State_HasFocus), m_theme);
    const Fonts& fonts = m_theme.fonts();
    Brush brush{*painter,
                option,
                index,
                *row,
                m_theme.colors(),
                fonts,
                QFontMetrics(fonts.body).height(),
                QFontMetrics(fonts.caption).height()};
    if (isHeld())
        paintHeld(brush);
    else
        paintWaiting(brush);
    if (!marked && !hovered && !index.data(SectionModel::MarkingRole).toBool())
        return;
    const int start = isHeld() ? iconStart + (avatarSize() - m_theme.iconSize()) / 2 : iconStart;
    const int top = isHeld() ? option.rect.top() + (option.rect.height() - m_theme.iconSize()) / 2
                             : option.rect.top() + inboxPadding + (brush.body - m_theme.iconSize()) / 2;
    paintMark(*painter, brush.at(option.rect.left() + start, top, m_theme.iconSize(), m_theme.iconSize()),
              marked, m_theme);
}

void InboxDelegate::paintWaiting(Brush& brush) const
{
    const QRect& row = brush.option.rect;
    const Colors& c = brush.colors;
    const int left = row.left() + iconStart + m_theme.iconSize() + waitingGap;
    const int right = row.right() - 2 * grid;
    int y = row.top() + inboxPadding;
    const auto priority = static_cast<domain::Priority>(brush.number(SectionModel::PriorityRole));
    const Look look = lookOf(priority);
    const bool boxed = brush.option.state.testFlag(QStyle::State_MouseOver) ||
                       brush.index.data(SectionModel::MarkingRole).toBool();
    if (!boxed)
        brush.icon(row.left() + iconStart, y, brush.body, m_theme.iconSize(), look.icon, c.*look.color);
    paintName(brush, left, paintTime(brush, right, y) - grid, y);

    y += brush.body + inboxGap;
    const int mark = m_theme.smallIconSize();
    brush.icon(right - mark + 1, y, brush.caption, mark, channelIcon(brush.row.channel), c.faint);
    paintLine(brush.painter, brush.at(left, y, right - mark - grid - left, brush.caption),
              brush.index.data(SectionModel::LineRole).toString(), brush.fonts.caption, c.text,
              brush.start());

    y += brush.caption + inboxGap;
    paintWhy(brush, left, paintDue(brush, right, y) - grid, y);
}

void InboxDelegate::paintName(Brush& brush, int left, int right, int y) const
{
    const int mark = m_theme.smallIconSize() + metrics::half;
    // Who is held shows it beside their words, which are what one looks at there.
    const bool frown = !isHeld() && client::isFrustrated(brush.row);
    const int marks = (brush.row.vip ? mark : 0) + (frown ? mark : 0) + (brush.row.blocked ? mark : 0);
    const int used = paintLine(brush.painter, brush.at(left, y, right - marks - left, brush.body),
                               brush.index.data(SectionModel::NameRole).toString(), brush.fonts.bodyStrong,
                               brush.row.blocked ? brush.colors.muted : brush.colors.text, brush.start());
    int x = left + used + metrics::half;
    if (brush.row.vip)
        brush.icon(x, y, brush.body, m_theme.smallIconSize(), QStringLiteral("star"),
                   brush.colors.accentText);
    if (brush.row.vip)
        x += mark;
    if (frown) {
        brush.icon(x, y, brush.body, m_theme.smallIconSize(), QStringLiteral("frown"), brush.colors.warning);
        x += mark;
    }
    if (brush.row.blocked)
        brush.icon(x, y, brush.body, m_theme.smallIconSize(), QStringLiteral("block"), brush.colors.danger);
}

int InboxDelegate::paintTime(Brush& brush, int right, int y) const
{
    const Colors& c = brush.colors;
    const int mark = m_theme.smallIconSize();
    if (m_section == InboxSection::Snoozed && brush.row.snoozedUntil) {
        const QDateTime until = models::dateTime(*brush.row.snoozedUntil);
        const QDateTime now = brush.index.data(SectionModel::AsOfRole).toDateTime();
        const int left = brush.endAt(right, y, brush.body, listTime(until, now.toLocalTime().date()),
                                     brush.fonts.caption, c.muted);
        brush.icon(left - mark - metrics::half, y, brush.body, mark, QStringLiteral("moon"), c.muted);
        return left - mark - metrics::half;
    }
    const QString waited = shortSpan(brush.number(SectionModel::WaitingSecondsRole));
    const QVariant spent = brush.index.data(SectionModel::SpentRole);
    if (m_section == InboxSection::Tickets || spent.isNull())
        return brush.endAt(right, y, brush.body, waited, brush.fonts.caption, c.muted);
    const QColor color = c.*urgencyColor(spent.toDouble());
    const int left = brush.endAt(right, y, brush.body, waited, brush.fonts.captionStrong, color);
    paintSpent(brush.painter, brush.at(left - mark - metrics::half, y + (brush.body - mark) / 2, mark, mark),
               spent.toDouble(), color, c.window);
    return left - mark - metrics::half;
}

int InboxDelegate::paintDue(Brush& brush, int right, int y) const
{
    const Colors& c = brush.colors;
    // A ticket's customer knows that the answer comes later; how late it is helps nobody.
    if (m_section == InboxSection::Tickets)
        return brush.endAt(right, y, brush.caption, tr("Ticket"), brush.fonts.captionStrong, c.muted);
    const QVariant due = brush.index.data(SectionModel::DueSecondsRole);
    if (due.isNull())
        return right;
    const qint64 seconds = due.toLongLong();
    const bool pressing = seconds < std::chrono::seconds(client::riskSpan).count();
    return brush.endAt(right, y, brush.caption, dueText(seconds),
                       pressing ? brush.fonts.captionStrong : brush.fonts.caption,
                       seconds < 0 ? c.danger
                       : pressing  ? c.warning
                                   : c.muted);
}

void InboxDelegate::paintWhy(Brush& brush, int left, int right, int y) const
{
    const Colors& c = brush.colors;
    const auto priority = static_cast<domain::Priority>(brush.number(SectionModel::PriorityRole));
    const auto line = [&](int from) {
        return brush.at(from, y, right - from, brush.caption);
    };
    left += paintLine(brush.painter, line(left), models::nameOf(priority), brush.fonts.captionStrong,
                      c.*lookOf(priority).color, brush.start());
    QString rest = QStringLiteral(" · ");
    if (!brush.row.language.isEmpty())
        rest += brush.row.language.text().toUpper() + QStringLiteral(" · ");
    rest += models::nameOf(brush.row.triggerType);
    paintLine(brush.painter, line(left), rest, brush.fonts.caption, c.muted, brush.start());
}

QString InboxDelegate::heldLine(const Brush& brush) const
{
    const ConversationRow& row = brush.row;
    if (row.resolving)
        return tr("Resolving…");
    if (row.leaving)
        return tr("Handing over…");
    QString line = row.lastLine;
    if (row.lastAuthor == domain::Author::Bot)
        line = tr("Bot: %1").arg(line);
    else if (row.lastAuthor == domain::Author::Agent && m_section == InboxSection::Mine)
        line = tr("You: %1").arg(line);
    if (row.awaited && m_section == InboxSection::Mine)
        return tr("Waiting for you to come back");
    // A colleague's are told apart by who has them.
    if (m_section == InboxSection::Mine || row.assignedTo.isEmpty())
        return line;
    if (row.awaited)
        return tr("Waiting for %1 to come back").arg(row.assignedTo.text());
    return QStringLiteral("%1 · %2").arg(row.assignedTo.text(), line);
}

void InboxDelegate::paintHeld(Brush& brush) const
{
    const QRect& row = brush.option.rect;
    const Colors& c = brush.colors;
    const bool boxed = brush.option.state.testFlag(QStyle::State_MouseOver) ||
                       brush.index.data(SectionModel::MarkingRole).toBool();
    if (!boxed)
        paintAvatar(brush.painter,
                    brush.at(row.left() + iconStart, row.top() + (row.height() - avatarSize()) / 2,
                             avatarSize(), avatarSize()),
                    brush.index.data(SectionModel::NameRole).toString(), m_theme);
    const int left = row.left() + iconStart + avatarSize() + heldGap;
    const int right = row.right() - 2 * grid;
    int y = row.top() + (row.height() - brush.body - brush.caption - inboxGap) / 2;
    const bool unread = m_section == InboxSection::Mine && brush.row.unread > 0;
    const bool turn = m_section != InboxSection::Resolved && client::waitsForAgent(brush.row);
    const QVariant due = brush.index.data(SectionModel::DueSecondsRole);
    int nameEnd = right;
    if (turn && !due.isNull()) {
        nameEnd = paintDue(brush, right, y + (brush.body - brush.caption) / 2);
    } else {
        const Timestamp at = brush.row.resolvedAt.value_or(brush.row.lastAt);
        const QDateTime now = brush.index.data(SectionModel::AsOfRole).toDateTime();
        nameEnd = brush.endAt(right, y, brush.body, listTime(models::dateTime(at), now.toLocalTime().date()),
                              brush.fonts.caption, unread ? c.accentText : c.muted);
    }
    paintName(brush, left, nameEnd - grid, y);

    y += brush.body + inboxGap;
    const int lineEnd = paintCounts(brush, right, y);
    const int mark = m_theme.smallIconSize();
    brush.icon(left, y, brush.caption, mark, channelIcon(brush.row.channel), c.faint);
    const int lineStart = left + mark + metrics::half + 1;
    paintLine(brush.painter, brush.at(lineStart, y, lineEnd - lineStart, brush.caption), heldLine(brush),
              brush.fonts.caption, unread || turn ? c.text : c.muted, brush.start());
}

int InboxDelegate::paintCounts(Brush& brush, int right, int y) const
{
    const Colors& c = brush.colors;
    const int middle = y + brush.caption / 2;
    if (brush.row.unread > 0 && m_section == InboxSection::Mine) {
        const QString text =
            brush.row.unread > 99 ? QStringLiteral("99+") : QString::number(brush.row.unread);
        const QFont& font = brush.fonts.captionStrong;
        const QRect room = brush.at(right - 5 * grid, y, 5 * grid, brush.caption);
        const bool leftToRight = brush.option.direction == Qt::LeftToRight;
        const int estimate = QFontMetrics(font).horizontalAdvance(text) + 2 * grid;
        const int end = leftToRight ? room.right() + 1 : room.left() + estimate;
        right -= paintPill(brush.painter, end, middle, text, font, c.accent, c.onAccent) + grid;
    } else if (brush.row.unsent > 0) {
        brush.icon(right - m_theme.smallIconSize(), y, brush.caption, m_theme.smallIconSize(),
                   QStringLiteral("clock"), c.warning);
        right -= m_theme.smallIconSize() + grid;
    }
    // Most write in the desk's own language; only the others need to be told apart here.
    const QString own = QLocale().name().section(u'_', 0, 0);
    if (!brush.row.language.isEmpty() && brush.row.language != own)
        right = brush.endAt(right, y, brush.caption, brush.row.language.text().toUpper(), brush.fonts.caption,
                            c.faint) -
                grid;
    if (client::isFrustrated(brush.row) && m_section != InboxSection::Resolved) {
        brush.icon(right - m_theme.smallIconSize(), y, brush.caption, m_theme.smallIconSize(),
                   QStringLiteral("frown"), c.warning);
        right -= m_theme.smallIconSize() + grid;
    }
    return right;
}

} // namespace relevo::ui
