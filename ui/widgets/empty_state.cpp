#include <ui/widgets/empty_state.h>

#include <ui/theme/icons.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/text.h>

#include <QtGui/QPainter>
#include <QtWidgets/QVBoxLayout>

namespace relevo::ui {

namespace {

constexpr int pictureSize = 28;
constexpr int discSize = 64;
constexpr int widest = 320;

} // namespace

EmptyState::EmptyState(const Theme& theme, QString icon, const QString& title, const QString& words,
                       QWidget* parent)
    : QWidget(parent), m_theme(theme), m_icon(std::move(icon)),
      m_title(new Text(theme, &Fonts::bodyStrong, &Colors::text, title)),
      m_words(new Text(theme, &Fonts::body, &Colors::muted, words))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::grid * 3, metrics::grid, metrics::grid * 3, metrics::grid);
    layout->setSpacing(metrics::half);
    layout->addStretch(4);
    layout->addSpacing(discSize + metrics::grid * 2);
    for (Text* text : {m_title, m_words}) {
        text->setAlignment(Qt::AlignCenter);
        text->setWordWrap(true);
        text->setMaximumWidth(widest);
        layout->addWidget(text, 0, Qt::AlignHCenter);
        text->setMinimumWidth(std::min(widest, 180));
    }
    layout->addStretch(5);
}

void EmptyState::setWords(const QString& title, const QString& words)
{
    m_title->setWhole(title);
    m_words->setWhole(words);
}

void EmptyState::setCompact(bool compact)
{
    m_compact = compact;
    static_cast<QVBoxLayout*>(layout())->itemAt(1)->spacerItem()->changeSize(
        0, compact ? 0 : discSize + metrics::grid * 2);
    layout()->invalidate();
}

void EmptyState::paintEvent(QPaintEvent*)
{
    if (m_compact)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colors().sunken);
    QRect disc(0, 0, discSize, discSize);
    disc.moveCenter({width() / 2, 0});
    disc.moveBottom(m_title->y() - metrics::grid * 2);
    painter.drawEllipse(disc);
    QRect picture(0, 0, pictureSize, pictureSize);
    picture.moveCenter(disc.center());
    paintIcon(painter, picture, m_icon, m_theme.colors().faint);
}

} // namespace relevo::ui
