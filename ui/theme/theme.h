#pragma once

#include <ui/theme/colors.h>
#include <ui/theme/system_scheme.h>

#include <QtGui/QFont>
#include <QtGui/QIcon>

namespace relevo::ui {

/// Which palette the user wants.
enum class SchemeChoice { FollowSystem, Light, Dark };

/// The type scale: few sizes, grown from the system's own so that its setting counts.
struct Fonts
{
    QFont caption;
    QFont captionStrong;
    QFont body;
    QFont bodyStrong;
    QFont heading;
    QFont title;
};

/// Colours, fonts and style of the whole program. One of it, made before the windows and outliving them.
class Theme final : public QObject
{
    Q_OBJECT
public:
    /// Takes over the application's font, palette and style.
    explicit Theme(QObject* parent = nullptr);

    [[nodiscard]] const Colors& colors() const { return m_colors; }
    [[nodiscard]] const Fonts& fonts() const { return m_fonts; }
    [[nodiscard]] bool isDark() const { return m_dark; }
    [[nodiscard]] SchemeChoice choice() const { return m_choice; }

    void setChoice(SchemeChoice choice);

    /// An icon of resources/icons that is always in the theme's present colour.
    [[nodiscard]] QIcon icon(const QString& name, QColor Colors::*color = &Colors::muted) const;

Q_SIGNALS:
    /// Colours are others. Palettes are set already.
    void changed();

private:
    SystemScheme m_system;
    SchemeChoice m_choice = SchemeChoice::FollowSystem;
    bool m_dark = false;
    Colors m_colors;
    Fonts m_fonts;

    void makeFonts();
    void applyColors();
    void follow();
};

} // namespace relevo::ui
