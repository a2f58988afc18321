#include <ui/theme/theme.h>

#include <ui/theme/icons.h>
#include <ui/theme/style.h>

#include <QtGui/QFontDatabase>
#include <QtWidgets/QApplication>

namespace relevo::ui {

namespace {

constexpr double smallestBody = 10.0; // points; some systems start with less than is good to read all day

QFont made(const QFont& base, double points, QFont::Weight weight)
{
    QFont font = base;
    font.setPointSizeF(points);
    font.setWeight(weight);
    return font;
}

} // namespace

Theme::Theme(QObject* parent) : QObject(parent)
{
    makeFonts();
    QApplication::setStyle(new Style(*this)); // the application owns it
    m_dark = m_system.isDark();
    applyColors();
    connect(&m_system, &SystemScheme::changed, this, &Theme::follow);
}

void Theme::setChoice(SchemeChoice choice)
{
    m_choice = choice;
    follow();
}

QIcon Theme::icon(const QString& name, QColor Colors::*color) const
{
    return liveIcon(name, [this, color](QIcon::Mode mode) {
        return mode == QIcon::Disabled ? m_colors.faint : m_colors.*color;
    });
}

void Theme::makeFonts()
{
    QFont base = QApplication::font();
    const QStringList families = QFontDatabase::families();
    for (const QString& family : {QStringLiteral("Inter"), QStringLiteral("Inter Variable")}) {
        if (families.contains(family)) {
            // The colour emoji come before what else the system has for these characters.
            base.setFamilies({family, QStringLiteral("Noto Color Emoji"), base.family()});
            break;
        }
    }
    const double body = std::max(base.pointSizeF(), smallestBody);
    m_fonts.caption = made(base, body * 0.88, QFont::Normal);
    m_fonts.captionStrong = made(base, body * 0.88, QFont::DemiBold);
    m_fonts.body = made(base, body, QFont::Normal);
    m_fonts.bodyStrong = made(base, body, QFont::DemiBold);
    m_fonts.heading = made(base, body * 1.15, QFont::DemiBold);
    m_fonts.title = made(base, body * 1.6, QFont::DemiBold);
    QApplication::setFont(m_fonts.body);
}

void Theme::applyColors()
{
    m_colors = m_dark ? darkColors() : lightColors();
    QApplication::setPalette(paletteOf(m_colors));
    QApplication::setPalette(menuPaletteOf(m_colors), "QMenu");
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
