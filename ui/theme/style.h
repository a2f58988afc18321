#pragma once

#include <QtWidgets/QProxyStyle>

namespace relevo::ui {

class Theme;

/// What a push button is for; set with setButtonKind.
enum class ButtonKind {
    Normal,  ///< outlined
    Primary, ///< filled with the accent: at most one in a view
    Danger,  ///< filled with the colour of danger: what cannot be undone, instead of Primary
    Quiet,   ///< no frame until hovered
    Choice,  ///< one of several; filled softly while it is chosen
};

void setButtonKind(QWidget& button, ButtonKind kind);
/// Marks a text field as wrong: its frame says so beside the words under it.
void setInvalid(QWidget& field, bool invalid);

/// Fusion, redrawn: flat controls with round corners, thin scroll bars, a clear focus ring for the keyboard.
class Style final : public QProxyStyle
{
    Q_OBJECT
public:
    /// `theme` must outlive the style.
    explicit Style(const Theme& theme);

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                                       SubControl part, const QWidget* widget) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                         const QWidget* widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption* option,
                                  const QWidget* widget) const override;
    [[nodiscard]] QIcon standardIcon(StandardPixmap icon, const QStyleOption* option,
                                     const QWidget* widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                                QStyleHintReturn* data) const override;

private:
    const Theme& m_theme;

    void drawButton(const QStyleOption& option, QPainter& painter, const QWidget* widget) const;
    void drawToolButton(const QStyleOption& option, QPainter& painter) const;
    void drawField(const QStyleOption& option, QPainter& painter, const QWidget* widget) const;
    void drawCheckBox(const QStyleOption& option, QPainter& painter) const;
    void drawFocusRing(const QRectF& rect, QPainter& painter) const;
    void drawScrollBar(const QStyleOptionComplex& option, QPainter& painter, const QWidget* widget) const;
    void drawSlider(const QStyleOptionComplex& option, QPainter& painter, const QWidget* widget) const;
};

} // namespace relevo::ui
