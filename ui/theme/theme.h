#pragma once

#include <ui/theme/colors.h>
#include <ui/theme/system_scheme.h>

#include <QtGui/QFont>
#include <QtGui/QIcon>

namespace relevo::ui {

/// Which palette the user wants.
enum class SchemeChoice { FollowSystem, Light, Dark };

/// Of the text size, in percent of the system's.
inline constexpr int smallestTextScale = 100;
inline constexpr int largestTextScale = 200;

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
    ~Theme() override;

    [[nodiscard]] const Colors& colors() const { return m_colors; }
    [[nodiscard]] const Fonts& fonts() const { return m_fonts; }
    [[nodiscard]] bool isDark() const { return m_dark; }
    [[nodiscard]] SchemeChoice choice() const { return m_choice; }

    [[nodiscard]] int textScale() const { return m_textScale; }
    /// Of icons, in pixels (metrics::icon, metrics::smallIcon). They grow half as fast as the text: large
    /// enough beside it, and still inside their buttons.
    [[nodiscard]] int iconSize() const;
    [[nodiscard]] int smallIconSize() const;
    /// What grows as icons do, at text of the usual size so many pixels.
    [[nodiscard]] int grown(int pixels) const { return pixels * (100 + m_textScale) / 200; }
    /// Of the bars on top of the columns: two lines and the room around them.
    [[nodiscard]] int headerHeight() const;
    [[nodiscard]] bool reducedMotion() const { return m_reducedMotion; }

    void setChoice(SchemeChoice choice);
    /// Percent, smallestTextScale … largestTextScale. Whatever is shown follows at once.
    void setTextScale(int percent);
    /// Nothing moves or blinks by itself.
    void setReducedMotion(bool reduced);

    /// An icon of resources/icons that is always in the theme's present colour.
    [[nodiscard]] QIcon icon(const QString& name, QColor Colors::*color = &Colors::muted) const;

Q_SIGNALS:
    /// Colours or text sizes are others. Palettes and fonts are set already.
    void changed();

private:
    SystemScheme m_system;
    SchemeChoice m_choice = SchemeChoice::FollowSystem;
    bool m_dark = false;
    int m_textScale = smallestTextScale;
    bool m_reducedMotion = false;
    QFont m_systemFont;
    int m_cursorFlashTime = 0; ///< the system's, in milliseconds
    Colors m_colors;
    Fonts m_fonts;

    void makeFonts();
    void applyColors();
    void follow();
};

} // namespace relevo::ui
