#include <ui/theme/theme.h>

#include <ui/theme/icons.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>

#include <QtCore/QPointer>
#include <QtGui/QFontDatabase>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QWidget>

#include <algorithm>
#include <cmath>
#include <vector>

namespace relevo::ui {

namespace {

constexpr double smallestBody = 10.0; // points; some systems start with less than is good to read all day

QFont madeFont(const QFont& base, double points, QFont::Weight weight)
{
    QFont font = base;
    font.setPointSizeF(points);
    font.setWeight(weight);
    return font;
}

} // namespace

Theme::Theme(QObject* parent)
    : QObject(parent), m_systemFont(QApplication::font()), m_cursorFlashTime(QApplication::cursorFlashTime())
{
    makeFonts();
    QApplication::setStyle(new Style(*this)); // the application owns it
    m_dark = m_system.isDark();
    applyColors();
    connect(&m_system, &SystemScheme::changed, this, &Theme::follow);
}

Theme::~Theme()
{
    QApplication::setFont(m_systemFont);
    QApplication::setCursorFlashTime(m_cursorFlashTime);
}

int Theme::iconSize() const
{
    return grown(metrics::icon);
}

int Theme::smallIconSize() const
{
    return grown(metrics::smallIcon);
}

int Theme::headerHeight() const
{
    const int lines = QFontMetrics(m_fonts.heading).height() + QFontMetrics(m_fonts.caption).height();
    return std::max(metrics::headerHeight, lines + 2 * metrics::grid);
}

void Theme::setTextScale(int percent)
{
    const int scale = std::clamp(percent, smallestTextScale, largestTextScale);
    if (scale == m_textScale)
        return;
    const double ratio = static_cast<double>(scale) / m_textScale;
    const int smallBefore = smallIconSize();
    m_textScale = scale;
    // What was given a font of its own does not follow the application's, and what has not been shown may
    // not. All are measured before any is changed: a child may have its size from its parent.
    std::vector<std::pair<QPointer<QWidget>, double>> wanted;
    for (QWidget* widget : QApplication::allWidgets()) {
        if (widget->font().pointSizeF() > 0)
            wanted.emplace_back(widget, widget->font().pointSizeF() * ratio);
        // Icons of the usual size follow the style.
        auto* button = qobject_cast<QAbstractButton*>(widget);
        if (button && button->iconSize() == QSize(smallBefore, smallBefore))
            button->setIconSize(QSize(smallIconSize(), smallIconSize()));
    }
    makeFonts();
    constexpr double same = 0.01; // points
    for (const auto& [widget, size] : wanted) {
        if (!widget || std::abs(widget->font().pointSizeF() - size) < same)
            continue;
        QFont font = widget->font();
        font.setPointSizeF(size);
        widget->setFont(font);
    }
    Q_EMIT changed();
}

void Theme::setReducedMotion(bool reduced)
{
    m_reducedMotion = reduced;
    QApplication::setCursorFlashTime(reduced ? 0 : m_cursorFlashTime);
}

void Theme::setChoice(SchemeChoice choice)
{
    m_choice = choice;
    follow();
}

QIcon Theme::icon(const QString& name, QColor Colors::*color) const
{
    return liveIcon(name, [this, color](QIcon::Mode mode) {
        return mode == QIcon::Disabled ? m_colors.strongBorder : m_colors.*color;
    });
}

void Theme::makeFonts()
{
    QFont base = m_systemFont;
    const QStringList families = QFontDatabase::families();
    for (const QString& family : {QStringLiteral("Inter"), QStringLiteral("Inter Variable")}) {
        if (families.contains(family)) {
            // The colour emoji come before what else the system has for these characters.
            base.setFamilies({family, QStringLiteral("Noto Color Emoji"), base.family()});
            break;
        }
    }
    const double body = std::max(base.pointSizeF(), smallestBody) * m_textScale / 100.0;
    m_fonts.caption = madeFont(base, body * 0.88, QFont::Normal);
    m_fonts.captionStrong = madeFont(base, body * 0.88, QFont::DemiBold);
    m_fonts.body = madeFont(base, body, QFont::Normal);
    m_fonts.bodyStrong = madeFont(base, body, QFont::DemiBold);
    m_fonts.heading = madeFont(base, body * 1.15, QFont::DemiBold);
    m_fonts.title = madeFont(base, body * 1.6, QFont::DemiBold);
    QApplication::setFont(m_fonts.body);
}

void Theme::applyColors()
{
    m_colors = m_dark ? darkColors() : lightColors();
    QApplication::setPalette(paletteOf(m_colors));
    for (const char* kind : {"QMenu", "QTableView"})
        QApplication::setPalette(rowPaletteOf(m_colors), kind);
}

void Theme::follow()
{
    const bool dark =
        m_choice == SchemeChoice::FollowSystem ? m_system.isDark() : m_choice == SchemeChoice::Dark;
    if (dark == m_dark)
        return;
    m_dark = dark;
    applyColors();
    Q_EMIT changed();
}

} // namespace relevo::ui
