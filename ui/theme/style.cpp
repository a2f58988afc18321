#include <ui/theme/style.h>

#include <ui/theme/menu_item.h>
#include <ui/theme/metrics.h>
#include <ui/theme/theme.h>

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStyleFactory>
#include <QtWidgets/QStyleOption>
#include <QtWidgets/QWidget>

namespace relevo::ui {

namespace {

constexpr const char* kindProperty = "relevoButtonKind";
constexpr const char* invalidProperty = "relevoInvalid";
constexpr int shortestSlider = 32;
constexpr qreal boxSize = 18.0;
constexpr qreal grooveInset = 4.0;
constexpr qreal ringGap = 3.0; // between a filled button and the ring of the keyboard

/// What stands in one row is equally high: by its text, where that is large.
int controlHeight(const QStyleOption* option)
{
    const int text = option ? option->fontMetrics.height() : 0;
    return std::max(metrics::controlHeight + metrics::half, text + metrics::grid + 2);
}

ButtonKind kindOf(const QWidget* widget)
{
    return widget ? static_cast<ButtonKind>(widget->property(kindProperty).toInt()) : ButtonKind::Normal;
}

bool isFilled(ButtonKind kind)
{
    return kind == ButtonKind::Primary || kind == ButtonKind::Danger;
}

/// Of a filled button.
QColor filling(const Colors& c, ButtonKind kind, bool enabled, bool hovered)
{
    if (!enabled)
        return c.sunken;
    if (kind == ButtonKind::Danger)
        return hovered ? c.dangerHover : c.danger;
    return hovered ? c.accentHover : c.accent;
}

bool hasKeyboardFocus(const QStyleOption& option)
{
    return option.state.testFlag(QStyle::State_HasFocus) &&
           option.state.testFlag(QStyle::State_KeyboardFocusChange);
}

bool isTable(const QWidget* widget)
{
    return widget && widget->inherits("QTableView");
}

void fillRound(QPainter& painter, const QRectF& rect, qreal radius, const QColor& fill,
               const QPen& pen = Qt::NoPen)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(pen);
    painter.setBrush(fill);
    painter.drawRoundedRect(rect, radius, radius);
}

} // namespace

void setButtonKind(QWidget& button, ButtonKind kind)
{
    button.setProperty(kindProperty, static_cast<int>(kind));
    button.update();
}

void setInvalid(QWidget& field, bool invalid)
{
    field.setProperty(invalidProperty, invalid);
    field.update();
}

Style::Style(const Theme& theme)
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))), m_theme(theme)
{
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const
{
    painter->save();
    switch (element) {
    case PE_PanelButtonCommand:
        drawButton(*option, *painter, widget);
        break;
    case PE_PanelButtonTool:
        drawToolButton(*option, *painter);
        break;
    case PE_PanelLineEdit:
        // The line inside a spin box: the box has drawn the field.
        if (!widget || !widget->parentWidget() || !widget->parentWidget()->inherits("QAbstractSpinBox"))
            drawField(*option, *painter, widget);
        break;
    case PE_Frame:
        if (widget && (widget->inherits("QPlainTextEdit") || widget->inherits("QTextEdit")))
            drawField(*option, *painter, widget);
        else if (isTable(widget))
            fillRound(*painter, QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5),
                      metrics::radius + metrics::half, m_theme.colors().surface,
                      QPen(m_theme.colors().border, 1.0));
        break;
    case PE_FrameLineEdit:
    case PE_FrameDefaultButton:
    case PE_FrameMenu: // PE_PanelMenu has drawn it
        break;
    case PE_IndicatorCheckBox:
        drawCheckBox(*option, *painter);
        break;
    case PE_FrameFocusRect:
        // Rows and buttons draw their own.
        if (widget && widget->inherits("QCheckBox"))
            drawFocusRing(QRectF(option->rect), *painter);
        break;
    case PE_PanelTipLabel:
    case PE_PanelMenu: // with its frame: a menu has no shadow everywhere
        painter->setPen(element == PE_PanelMenu ? m_theme.colors().strongBorder : m_theme.colors().border);
        painter->setBrush(m_theme.colors().surface);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        break;
    default:
        painter->restore();
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }
    painter->restore();
}

void Style::drawButton(const QStyleOption& option, QPainter& painter, const QWidget* widget) const
{
    const Colors& c = m_theme.colors();
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool over = enabled && option.state.testFlag(State_MouseOver);
    const bool down = enabled && (option.state & (State_Sunken | State_On));
    const bool focused = hasKeyboardFocus(option);
    // As wide as a field; a line of one pixel lies on the middle of pixels.
    const QRectF rect = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    switch (kindOf(widget)) {
    case ButtonKind::Primary:
    case ButtonKind::Danger:
        // The ring would be lost on the filling: there is a gap between them.
        fillRound(painter, focused ? rect.adjusted(ringGap, ringGap, -ringGap, -ringGap) : rect,
                  focused ? metrics::radius - ringGap / 2 : metrics::radius,
                  filling(c, kindOf(widget), enabled, over || down));
        break;
    case ButtonKind::Quiet:
        if (over || down)
            fillRound(painter, rect, metrics::radius, c.sunken);
        break;
    case ButtonKind::Choice: {
        const bool on = option.state.testFlag(State_On);
        fillRound(painter, rect, rect.height() / 2,
                  on     ? c.accentSoft
                  : over ? c.sunken
                         : c.surface,
                  QPen(on ? c.accentText : c.strongBorder, 1.0));
        break;
    }
    case ButtonKind::Normal:
        fillRound(painter, rect, metrics::radius, down || over ? c.sunken : c.surface,
                  QPen(enabled ? c.strongBorder : c.border, 1.0));
        break;
    }
    if (focused)
        drawFocusRing(QRectF(option.rect), painter);
}

void Style::drawToolButton(const QStyleOption& option, QPainter& painter) const
{
    const bool enabled = option.state.testFlag(State_Enabled);
    if (enabled && (option.state & (State_MouseOver | State_Sunken | State_On)))
        fillRound(painter, QRectF(option.rect).adjusted(1, 1, -1, -1), metrics::radius,
                  m_theme.colors().sunken);
    if (hasKeyboardFocus(option))
        drawFocusRing(QRectF(option.rect), painter);
}

void Style::drawField(const QStyleOption& option, QPainter& painter, const QWidget* widget) const
{
    const Colors& c = m_theme.colors();
    const bool invalid = widget && widget->property(invalidProperty).toBool();
    const bool focused = option.state.testFlag(State_HasFocus);
    const auto* edit = qobject_cast<const QLineEdit*>(widget);
    const bool fixed = edit && edit->isReadOnly();
    const QColor line = invalid ? c.danger : focused ? c.accentText : fixed ? c.border : c.strongBorder;
    const qreal width = focused || invalid ? 2.0 : 1.0;
    fillRound(painter, QRectF(option.rect).adjusted(width / 2, width / 2, -width / 2, -width / 2),
              metrics::radius, option.state.testFlag(State_Enabled) && !fixed ? c.surface : c.window,
              QPen(line, width));
}

void Style::drawCheckBox(const QStyleOption& option, QPainter& painter) const
{
    const Colors& c = m_theme.colors();
    const bool checked = option.state.testFlag(State_On);
    QRectF box(0, 0, boxSize, boxSize);
    // Drawn as at 100 %, and as large as the words beside it.
    const qreal grown = m_theme.grown(1000) / 1000.0;
    painter.save();
    painter.translate(QRectF(option.rect).center());
    painter.scale(grown, grown);
    box.moveCenter({0, 0});
    box.adjust(0.5, 0.5, -0.5, -0.5);
    fillRound(painter, box, 4.0, checked ? c.accent : c.surface,
              QPen(checked ? c.accent : c.strongBorder, 1.0));
    if (checked) {
        QPainterPath tick;
        tick.moveTo(box.left() + 4.0, box.center().y() + 0.5);
        tick.lineTo(box.left() + 7.3, box.bottom() - 4.5);
        tick.lineTo(box.right() - 3.8, box.top() + 5.0);
        painter.setPen(QPen(c.onAccent, 2.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(tick);
    }
    painter.restore();
}

void Style::drawFocusRing(const QRectF& rect, QPainter& painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.colors().accentText, 2.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), metrics::radius, metrics::radius);
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const
{
    if (element == CE_Splitter) {
        painter->fillRect(option->rect, m_theme.colors().border);
        return;
    }
    if (element == CE_HeaderSection || element == CE_HeaderEmptyArea) {
        painter->fillRect(option->rect, m_theme.colors().surface);
        painter->fillRect(option->rect.adjusted(0, option->rect.height() - 1, 0, 0), m_theme.colors().border);
        return;
    }
    if (element == CE_HeaderLabel) {
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            // The elide mode is in the newer option alone, and a style that copied the older one would cut.
            const auto* newer = qstyleoption_cast<const QStyleOptionHeaderV2*>(option);
            QStyleOptionHeaderV2 changed;
            if (newer)
                changed = *newer;
            else
                static_cast<QStyleOptionHeader&>(changed) = *header;
            changed.palette.setColor(QPalette::ButtonText, m_theme.colors().muted);
            // By the letters that are drawn: those of the option may be narrower.
            if (changed.textElideMode != Qt::ElideNone)
                changed.text = painter->fontMetrics().elidedText(changed.text, changed.textElideMode,
                                                                 changed.rect.width());
            QProxyStyle::drawControl(element, &changed, painter, widget);
            return;
        }
    }
    if (element == CE_MenuItem) {
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
            painter->save();
            drawMenuItem(m_theme, *this, *item, *painter, widget);
            painter->restore();
            return;
        }
    }
    if (element == CE_PushButtonLabel) {
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            QStyleOptionButton changed = *button;
            const ButtonKind kind = kindOf(widget);
            if (isFilled(kind) && option->state.testFlag(State_Enabled))
                changed.palette.setColor(QPalette::ButtonText, kind == ButtonKind::Danger
                                                                   ? m_theme.colors().surface
                                                                   : m_theme.colors().onAccent);
            const QFont before = painter->font();
            if (isFilled(kind))
                painter->setFont(m_theme.fonts().bodyStrong);
            QProxyStyle::drawControl(element, &changed, painter, widget);
            painter->setFont(before);
            return;
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                               const QWidget* widget) const
{
    if (control == CC_ScrollBar) {
        painter->save();
        drawScrollBar(*option, *painter, widget);
        painter->restore();
        return;
    }
    if (control == CC_SpinBox || control == CC_Slider) {
        painter->save();
        if (control == CC_Slider)
            drawSlider(*option, *painter, widget);
        else
            drawField(*option, *painter, widget);
        painter->restore();
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void Style::drawSlider(const QStyleOptionComplex& option, QPainter& painter, const QWidget* widget) const
{
    const Colors& c = m_theme.colors();
    const QRectF groove = subControlRect(CC_Slider, &option, SC_SliderGroove, widget);
    const QRectF handle = subControlRect(CC_Slider, &option, SC_SliderHandle, widget);
    const bool enabled = option.state.testFlag(State_Enabled);
    QRectF line(groove.left() + grooveInset, groove.center().y() - 1.5, groove.width() - 2 * grooveInset,
                3.0);
    fillRound(painter, line, 1.5, c.strongBorder);
    if (option.direction == Qt::LeftToRight)
        line.setRight(handle.center().x());
    else
        line.setLeft(handle.center().x());
    fillRound(painter, line, 1.5, enabled ? c.accent : c.strongBorder);
    const qreal side = m_theme.grown(static_cast<int>(boxSize)) - 2.0;
    QRectF knob(0, 0, side, side);
    knob.moveCenter(handle.center());
    fillRound(painter, knob, knob.width() / 2, c.surface, QPen(enabled ? c.accent : c.strongBorder, 2.0));
    if (hasKeyboardFocus(option))
        drawFocusRing(QRectF(option.rect), painter);
}

void Style::drawScrollBar(const QStyleOptionComplex& option, QPainter& painter, const QWidget* widget) const
{
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(&option);
    if (!bar || bar->minimum >= bar->maximum)
        return;
    const bool active = bar->state.testFlag(State_MouseOver) || bar->state.testFlag(State_Sunken);
    const bool upright = bar->orientation == Qt::Vertical;
    const qreal inset = active ? 2.5 : 3.5;
    QRectF slider = subControlRect(CC_ScrollBar, &option, SC_ScrollBarSlider, widget);
    slider = upright ? slider.adjusted(inset, 2, -inset, -2) : slider.adjusted(2, inset, -2, -inset);
    QColor color = m_theme.colors().strongBorder;
    color.setAlphaF(active ? 0.9F : 0.5F);
    fillRound(painter, slider, std::min(slider.width(), slider.height()) / 2, color);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                            const QWidget* widget) const
{
    if (control == CC_SpinBox && part == SC_SpinBoxEditField)
        return option->rect.adjusted(metrics::grid - 1, 2, -metrics::grid, -2);
    if (control == CC_ComboBox && part == SC_ComboBoxEditField) {
        const QRect usual = QProxyStyle::subControlRect(control, option, part, widget);
        return option->direction == Qt::LeftToRight ? usual.adjusted(metrics::half, 0, 0, 0)
                                                    : usual.adjusted(0, 0, -metrics::half, 0);
    }
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, part, widget);
    const bool upright = bar->orientation == Qt::Vertical;
    const int length = upright ? bar->rect.height() : bar->rect.width();
    const int range = bar->maximum - bar->minimum;
    const int sliderLength =
        range > 0 ? std::clamp(static_cast<int>(qint64(bar->pageStep) * length / (range + bar->pageStep)),
                               std::min(shortestSlider, length), length)
                  : length;
    const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                              length - sliderLength, bar->upsideDown);
    const auto stretch = [&](int from, int size) {
        const QRect rect =
            upright ? QRect(0, from, bar->rect.width(), size) : QRect(from, 0, size, bar->rect.height());
        return visualRect(bar->direction, bar->rect, rect.translated(bar->rect.topLeft()));
    };
    switch (part) {
    case SC_ScrollBarGroove:
        return bar->rect;
    case SC_ScrollBarSlider:
        return stretch(start, sliderLength);
    case SC_ScrollBarSubPage:
        return stretch(0, start);
    case SC_ScrollBarAddPage:
        return stretch(start + sliderLength, length - start - sliderLength);
    default:
        return {};
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                              const QWidget* widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        result = QSize(size.width() + 2 * metrics::buttonInset, size.height() + metrics::grid);
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
            button && isFilled(kindOf(widget)))
            result.rwidth() += std::max(
                0, QFontMetrics(m_theme.fonts().bodyStrong).size(Qt::TextShowMnemonic, button->text).width() -
                       button->fontMetrics.size(Qt::TextShowMnemonic, button->text).width());
        return result.expandedTo(QSize(0, controlHeight(option)));
    case CT_LineEdit:
        result.setHeight(std::max(result.height(), controlHeight(option)));
        return result;
    case CT_SpinBox:
    case CT_ComboBox: {
        // By their text: a spin box's own wish is a field's height and a frame.
        return {result.width() + metrics::grid, controlHeight(option)};
    }
    case CT_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option))
            return menuItemSize(m_theme, *item, size, widget);
        return result;
    default:
        return result;
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_DefaultFrameWidth: // so that the corners of what is inside stay within the round ones
        return isTable(widget) ? metrics::grid : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_ScrollBarExtent:
        return metrics::scrollBar;
    case PM_ScrollBarSliderMin:
        return shortestSlider;
    case PM_SplitterWidth:
        return 1;
    case PM_SliderThickness: // the knob and its line
        return m_theme.grown(3 * metrics::grid);
    case PM_SliderLength:
        return m_theme.grown(static_cast<int>(boxSize));
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
        return m_theme.iconSize();
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
        return m_theme.grown(static_cast<int>(boxSize));
    case PM_HeaderMargin: // cells have one pixel more than theirs
        return metrics::grid + 1;
    case PM_FocusFrameHMargin: // beside the text of a table's cell
    case PM_CheckBoxLabelSpacing:
        return metrics::grid;
    case PM_MenuHMargin: // nothing in it covers its frame
    case PM_MenuVMargin:
        return metrics::half;
    case PM_ToolTipLabelFrameWidth:
        return 6;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QIcon Style::standardIcon(StandardPixmap icon, const QStyleOption* option, const QWidget* widget) const
{
    // The cross of the whole program, and weaker than the one that closes something.
    if (icon == SP_LineEditClearButton)
        return m_theme.icon(QStringLiteral("close"), &Colors::faint);
    return QProxyStyle::standardIcon(icon, option, widget);
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_Widget_Animation_Duration:
    case SH_Widget_Animate:
        return m_theme.reducedMotion() ? 0 : QProxyStyle::styleHint(hint, option, widget, data);
    case SH_ScrollBar_Transient:
    case SH_ItemView_ActivateItemOnSingleClick:
    case SH_EtchDisabledText:
        return 0;
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 1;
    case SH_ToolTipLabel_Opacity:
        return 255;
    case SH_DialogButtonLayout:
        return 5; // the action stands at the right end everywhere (QDialogButtonBox::AndroidLayout)
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

} // namespace relevo::ui
