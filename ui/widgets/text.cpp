#include <ui/widgets/text.h>

#include <QtGui/QTextDocument>
#include <QtWidgets/QStyle>

namespace relevo::ui {

Text::Text(const Theme& theme, QFont Fonts::*font, QColor Colors::*color, const QString& text,
           QWidget* parent)
    : QLabel(text, parent), m_theme(theme), m_color(color), m_whole(text)
{
    setTextFormat(Qt::PlainText);
    setFont(theme.fonts().*font);
    // By the window's direction, not by the text's: a name in Arabic stands where every name stands.
    setAlignment(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter |
                 Qt::AlignAbsolute);
    applyColor();
    connect(&theme, &Theme::changed, this, &Text::applyColor);
}

void Text::setColor(QColor Colors::*color)
{
    m_color = color;
    applyColor();
}

void Text::setElided(bool elided, Qt::TextElideMode where)
{
    m_elided = elided;
    m_where = where;
    setMinimumWidth(elided ? 1 : 0);
    setSizePolicy(elided ? QSizePolicy::Ignored : QSizePolicy::Preferred, QSizePolicy::Preferred);
    elide();
}

void Text::followDirection()
{
    setAlignment(Qt::AlignLeading | Qt::AlignTop);
}

void Text::setWhole(const QString& text)
{
    m_whole = text;
    elide();
}

void Text::setShorter(const QString& text)
{
    m_shorter = text;
    elide();
}

QString isolated(const QString& text)
{
    return QChar(0x2068) + text + QChar(0x2069);
}

QString plainTip(const QString& text)
{
    return Qt::mightBeRichText(text) ? QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped()) : text;
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
    const int room = contentsRect().width();
    const bool fits = !m_elided || fontMetrics().horizontalAdvance(m_whole) <= room;
    const QString line =
        fits ? m_whole : fontMetrics().elidedText(m_shorter.isEmpty() ? m_whole : m_shorter, m_where, room);
    if (line != text())
        setText(line);
    if (m_elided)
        setToolTip(line == m_whole ? QString() : plainTip(m_whole));
}

} // namespace relevo::ui
