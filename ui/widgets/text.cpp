#include <ui/widgets/text.h>

namespace relevo::ui {

Text::Text(const Theme& theme, QFont Fonts::*font, QColor Colors::*color, const QString& text,
           QWidget* parent)
    : QLabel(text, parent), m_theme(theme), m_color(color), m_whole(text)
{
    setTextFormat(Qt::PlainText);
    setFont(theme.fonts().*font);
    applyColor();
    connect(&theme, &Theme::changed, this, &Text::applyColor);
}

void Text::setColor(QColor Colors::*color)
{
    m_color = color;
    applyColor();
}

void Text::setElided(bool elided)
{
    m_elided = elided;
    setMinimumWidth(elided ? 1 : 0);
    setSizePolicy(elided ? QSizePolicy::Ignored : QSizePolicy::Preferred, QSizePolicy::Preferred);
    elide();
}

void Text::setWhole(const QString& text)
{
    m_whole = text;
    elide();
}

void Text::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    elide();
}

void Text::applyColor()
{
    QPalette own = palette();
    own.setColor(QPalette::WindowText, m_theme.colors().*m_color);
    own.setColor(QPalette::Text, m_theme.colors().*m_color);
    setPalette(own);
}

void Text::elide()
{
    const QString line =
        m_elided ? fontMetrics().elidedText(m_whole, Qt::ElideRight, contentsRect().width()) : m_whole;
    if (line != text())
        setText(line);
    if (m_elided)
        setToolTip(line == m_whole ? QString() : m_whole);
}

} // namespace relevo::ui
