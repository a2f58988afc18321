#include <ui/theme/menu_item.h>

#include <ui/theme/icons.h>
#include <ui/theme/metrics.h>
#include <ui/theme/theme.h>
#include <ui/widgets/key_text.h>

#include <QtGui/QPainter>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QStyle>
#include <QtWidgets/QStyleOption>

#include <algorithm>

namespace relevo::ui {

using metrics::grid;

namespace {

constexpr int shortcutGap = 3 * grid; // between the words and their shortcut
constexpr int separatorHeight = grid + 1;

bool isOfCombo(const QWidget* widget)
{
    return qobject_cast<const QComboBox*>(widget) != nullptr;
}

QString keysOf(const QStyleOptionMenuItem& item)
{
    return item.text.section(u'\t', 1);
}

/// The keys in the words that they have everywhere else.
QString shownKeys(const QStyleOptionMenuItem& item)
{
    const QString words = keysOf(item);
    const QString known = nativeText(QKeySequence::fromString(words, QKeySequence::NativeText));
    return known.isEmpty() ? words : known;
}

/// The room of boxes and icons before the words; none where no entry of the menu has one.
int signWidth(const Theme& theme, const QStyleOptionMenuItem& item, const QWidget* widget)
{
    const bool boxes = item.menuHasCheckableItems && !isOfCombo(widget);
    return boxes || item.maxIconWidth > 0 ? theme.iconSize() : 0;
}

/// A line or what stands in it, where a section has a title.
void drawSeparator(const Theme& theme, const QStyleOptionMenuItem& item, QPainter& painter)
{
    const QRect line = item.rect.adjusted(grid, 0, -grid, 0);
    if (!item.text.isEmpty()) {
        painter.setFont(theme.fonts().caption);
        painter.setPen(theme.colors().muted);
        painter.drawText(line, Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine, item.text);
        return;
    }
    painter.fillRect(QRect(line.left(), line.center().y(), line.width(), 1), theme.colors().border);
}

void drawSign(const Theme& theme, const QStyle& style, const QStyleOptionMenuItem& item, QPainter& painter,
              const QRect& room, const QWidget* widget)
{
    const bool enabled = item.state.testFlag(QStyle::State_Enabled);
    if (item.checkType != QStyleOptionMenuItem::NotCheckable && !isOfCombo(widget)) {
        QStyleOptionButton box;
        box.rect = room;
        box.palette = item.palette;
        box.state = enabled ? QStyle::State_Enabled : QStyle::State_None;
        if (item.checkType == QStyleOptionMenuItem::NonExclusive) {
            box.state |= item.checked ? QStyle::State_On : QStyle::State_Off;
            style.drawPrimitive(QStyle::PE_IndicatorCheckBox, &box, &painter, widget);
        } else if (item.checked) { // one of several: only the chosen one has a sign
            paintIcon(painter, room, QStringLiteral("check"), theme.colors().accentText);
        }
        return;
    }
    item.icon.paint(&painter, room, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled,
                    item.checked ? QIcon::On : QIcon::Off);
}

} // namespace

void drawMenuItem(const Theme& theme, const QStyle& style, const QStyleOptionMenuItem& item,
                  QPainter& painter, const QWidget* widget)
{
    if (item.menuItemType == QStyleOptionMenuItem::Separator) {
        drawSeparator(theme, item, painter);
        return;
    }
    const Colors& c = theme.colors();
    const bool enabled = item.state.testFlag(QStyle::State_Enabled);
    if (item.state.testFlag(QStyle::State_Selected) && enabled) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(c.accentSoft);
        painter.drawRoundedRect(item.rect, metrics::tagRadius, metrics::tagRadius);
    }
    const auto place = [&item](const QRect& rect) {
        return QStyle::visualRect(item.direction, item.rect, rect);
    };
    QRect words = item.rect.adjusted(grid, 0, -grid, 0);
    if (const int sign = signWidth(theme, item, widget); sign > 0) {
        QRect room(words.left(), 0, sign, sign);
        room.moveTop(words.top() + (words.height() - sign + 1) / 2);
        drawSign(theme, style, item, painter, place(room), widget);
        words.setLeft(room.right() + 1 + grid);
    }
    if (item.menuItemType == QStyleOptionMenuItem::SubMenu) {
        const int size = theme.smallIconSize();
        const QRect arrow(words.right() + 1 - size, words.top() + (words.height() - size + 1) / 2, size,
                          size);
        paintIcon(painter, place(arrow),
                  item.direction == Qt::LeftToRight ? QStringLiteral("chevron-right")
                                                    : QStringLiteral("chevron-left"),
                  enabled ? c.muted : c.faint);
        words.setRight(arrow.left() - grid);
    }
    constexpr int sides = Qt::AlignVCenter | Qt::TextSingleLine;
    const int mnemonic = style.styleHint(QStyle::SH_UnderlineShortcut, &item, widget) ? Qt::TextShowMnemonic
                                                                                      : Qt::TextHideMnemonic;
    const bool rightward = item.direction == Qt::LeftToRight;
    QFont font = item.font;
    if (item.menuItemType == QStyleOptionMenuItem::DefaultItem)
        font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(enabled ? c.text : c.faint);
    painter.drawText(place(words), sides | mnemonic | (rightward ? Qt::AlignLeft : Qt::AlignRight),
                     item.text.section(u'\t', 0, 0));
    painter.setPen(enabled ? c.muted : c.faint);
    painter.drawText(place(words), sides | (rightward ? Qt::AlignRight : Qt::AlignLeft), shownKeys(item));
}

QSize menuItemSize(const Theme& theme, const QStyleOptionMenuItem& item, const QSize& words,
                   const QWidget* widget)
{
    if (item.menuItemType == QStyleOptionMenuItem::Separator)
        return {words.width(), item.text.isEmpty() ? separatorHeight : words.height() + grid};
    // The list of a combo box gives the room it has for the size of the words.
    const QSize written = isOfCombo(widget) ? QSize(item.fontMetrics.horizontalAdvance(item.text), 0) : words;
    int width = written.width() + 2 * grid;
    if (const int sign = signWidth(theme, item, widget); sign > 0)
        width += sign + grid;
    if (item.menuItemType == QStyleOptionMenuItem::SubMenu)
        width += grid + theme.smallIconSize();
    else if (item.text.contains(u'\t'))
        // The menu itself adds the widest shortcut, in the words that Qt has for it.
        width += shortcutGap + std::max(0, item.fontMetrics.horizontalAdvance(shownKeys(item)) -
                                               item.fontMetrics.horizontalAdvance(keysOf(item)));
    return {width, std::max({written.height(), item.fontMetrics.height() + grid, metrics::controlHeight})};
}

} // namespace relevo::ui
