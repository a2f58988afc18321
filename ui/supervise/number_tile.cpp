#include <ui/supervise/number_tile.h>

#include <ui/theme/icons.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/text.h>

#include <QtGui/QPainter>
#include <QtWidgets/QStyle>
#include <QtWidgets/QVBoxLayout>

namespace relevo::ui {

using metrics::grid;

NumberTile::NumberTile(const Theme& theme, const QString& objectName, const QString& name)
    : m_theme(theme), m_number(new Text(theme, &Fonts::title, &Colors::text)),
      m_words(new Text(theme, &Fonts::caption, &Colors::muted))
{
    m_number->setObjectName(objectName);
    m_words->setObjectName(objectName + QStringLiteral("Words"));
    m_words->setElided(true);
    auto* title = new Text(theme, &Fonts::captionStrong, &Colors::muted, name);
    title->setElided(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * grid, grid + metrics::half, 2 * grid, grid + metrics::half);
    layout->setSpacing(0);
    layout->addWidget(title);
    layout->addWidget(m_number);
    layout->addWidget(m_words);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void NumberTile::setNumber(const QString& number, const QString& words, bool pressing)
{
    m_pressing = pressing;
    m_number->setColor(pressing ? &Colors::danger : &Colors::text);
    m_words->setColor(pressing ? &Colors::danger : &Colors::muted);
    if (m_number->text() != number)
        m_number->setWhole(number);
    m_words->setWhole(words);
    update();
}

QString NumberTile::number() const
{
    return m_number->text();
}

void NumberTile::paintEvent(QPaintEvent*)
{
    const Colors& c = m_theme.colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_pressing ? c.danger : c.border);
    painter.setBrush(c.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius, metrics::radius);
    if (!m_pressing)
        return;
    const int size = m_theme.iconSize();
    const QRect sign(width() - 2 * grid - size, 2 * grid, size, size);
    paintIcon(painter, QStyle::visualRect(layoutDirection(), rect(), sign), QStringLiteral("alert"),
              c.danger);
}

} // namespace relevo::ui
