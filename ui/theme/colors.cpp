#include <ui/theme/colors.h>

#include <algorithm>
#include <cmath>

namespace relevo::ui {

Colors lightColors()
{
    Colors c;
    c.window = QColor(0xF5F6F8);
    c.surface = QColor(0xFFFFFF);
    c.sunken = QColor(0xEBEDF1);
    c.border = QColor(0xE1E4EA);
    c.strongBorder = QColor(0x878F9D);
    c.text = QColor(0x171B23);
    c.muted = QColor(0x4E5665);
    c.faint = QColor(0x5F6878);
    c.accent = QColor(0x0F766E);
    c.accentHover = QColor(0x0B625B);
    c.onAccent = QColor(0xFFFFFF);
    c.accentText = QColor(0x0B665F);
    c.accentSoft = QColor(0xDCEFEC);
    c.customerBubble = QColor(0xF0F2F5);
    c.botBubble = QColor(0xFFFFFF);
    c.good = QColor(0x0E6F45);
    c.warning = QColor(0x925008);
    c.warningSoft = QColor(0xFDF1DC);
    c.danger = QColor(0xB3231A);
    c.dangerHover = QColor(0x961B13);
    c.dangerSoft = QColor(0xFCE9E7);
    return c;
}

Colors darkColors()
{
    Colors c;
    c.window = QColor(0x14171B);
    c.surface = QColor(0x1B1F24);
    c.sunken = QColor(0x262B32);
    c.border = QColor(0x2D333B);
    c.strongBorder = QColor(0x737D8A);
    c.text = QColor(0xE9ECF1);
    c.muted = QColor(0xB0B8C4);
    c.faint = QColor(0x99A2B0);
    c.accent = QColor(0x147D74);
    c.accentHover = QColor(0x106B63);
    c.onAccent = QColor(0xFFFFFF);
    c.accentText = QColor(0x4FD1C0);
    c.accentSoft = QColor(0x173D3B);
    c.customerBubble = QColor(0x282D34);
    c.botBubble = QColor(0x1B1F24);
    c.good = QColor(0x54C58B);
    c.warning = QColor(0xEDB35B);
    c.warningSoft = QColor(0x3A2D16);
    c.danger = QColor(0xFF8F85);
    c.dangerHover = QColor(0xF07A70);
    c.dangerSoft = QColor(0x421F1D);
    return c;
}

QPalette paletteOf(const Colors& c)
{
    QPalette palette;
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.surface);
    palette.setColor(QPalette::AlternateBase, c.sunken);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::PlaceholderText, c.faint);
    palette.setColor(QPalette::Button, c.surface);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, c.onAccent);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.onAccent);
    palette.setColor(QPalette::Link, c.accentText);
    palette.setColor(QPalette::LinkVisited, c.accentText);
    palette.setColor(QPalette::ToolTipBase, c.surface);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::Light, c.surface);
    palette.setColor(QPalette::Midlight, c.sunken);
    palette.setColor(QPalette::Mid, c.border);
    palette.setColor(QPalette::Dark, c.strongBorder);
    palette.setColor(QPalette::Shadow, c.border);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, c.faint);
    return palette;
}

QPalette rowPaletteOf(const Colors& c)
{
    QPalette palette = paletteOf(c);
    palette.setColor(QPalette::Window, c.surface);
    palette.setColor(QPalette::Highlight, c.accentSoft);
    palette.setColor(QPalette::HighlightedText, c.text);
    return palette;
}

double contrast(const QColor& a, const QColor& b)
{
    const auto luminance = [](const QColor& color) {
        const auto channel = [](double value) {
            return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) +
               0.0722 * channel(color.blueF());
    };
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace relevo::ui
