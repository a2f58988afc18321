#pragma once

#include <ui/theme/theme.h>

#include <QtWidgets/QLabel>

namespace relevo::ui {

/// A label in one of the theme's sizes and colours; it follows the theme. Always plain text.
class Text final : public QLabel
{
    Q_OBJECT
public:
    Text(const Theme& theme, QFont Fonts::*font, QColor Colors::*color, const QString& text = {},
         QWidget* parent = nullptr);

    void setColor(QColor Colors::*color);
    /// Keeps one line and ends it with "…", or puts that where what is left out stood; the whole is in the
    /// tool tip then.
    void setElided(bool elided, Qt::TextElideMode where = Qt::ElideRight);
    void setWhole(const QString& text);
    /// What stands there instead of an elided whole, where that has no room.
    void setShorter(const QString& text);
    /// Paragraphs stand on the side where their own script begins: for what people wrote.
    void followDirection();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    const Theme& m_theme;
    QColor Colors::*m_color;
    QString m_whole;
    QString m_shorter;
    bool m_elided = false;
    Qt::TextElideMode m_where = Qt::ElideRight;

    void applyColor();
    void elide();
};

/// A name or another piece of somebody's text inside a sentence, so that its direction does not turn the
/// sentence's.
[[nodiscard]] QString isolated(const QString& text);

/// For a tool tip: what others wrote is never taken for markup there.
[[nodiscard]] QString plainTip(const QString& text);

} // namespace relevo::ui
