#include <ui/widgets/empty_state.h>

#include <ui/theme/icons.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/text.h>

#include <QtGui/QPainter>
#include <QtWidgets/QPushButton>

namespace relevo::ui {

namespace {

constexpr int pictureSize = 28;
constexpr int discSize = 64;
constexpr int widestText = 320; ///< beside letters of the usual size

} // namespace

EmptyState::EmptyState(const Theme& theme, QString icon, const QString& title, const QString& words,
                       QWidget* parent)
    : QWidget(parent), m_theme(theme), m_icon(std::move(icon)),
      m_title(new Text(theme, &Fonts::bodyStrong, &Colors::text, title)),
      m_words(new Text(theme, &Fonts::body, &Colors::muted, words)), m_action(new QPushButton(this))
{
    m_action->setObjectName(QStringLiteral("emptyAction"));
    m_action->hide();
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionRequested);
    for (Text* text : {m_title, m_words}) {
        text->setParent(this);
        text->setAlignment(Qt::AlignCenter);
        text->setWordWrap(true);
    }
    // Larger words need more room.
    connect(&theme, &Theme::changed, this, &EmptyState::place);
}

void EmptyState::setWords(const QString& title, const QString& words)
{
    m_title->setWhole(title);
    m_words->setWhole(words);
    place();
}

void EmptyState::setAction(const QString& words)
{
    m_action->setText(words);
    m_action->setAccessibleName(words);
    m_action->setVisible(!words.isEmpty());
    place();
}

void EmptyState::setCompact(bool compact)
{
    m_compact = compact;
    place();
}

void EmptyState::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

void EmptyState::place()
{
    const int width = std::min(m_theme.grown(widestText), this->width() - 4 * metrics::grid);
    const int titleHeight = m_title->heightForWidth(width);
    const int wordsHeight = m_words->text().isEmpty() ? 0 : m_words->heightForWidth(width);
    const int picture = m_compact ? 0 : discSize + 2 * metrics::grid;
    const int left = (this->width() - width) / 2;
    // A little above the middle looks like the middle.
    const QSize action = m_action->isHidden() ? QSize(0, 0) : m_action->sizeHint();
    const int actionGap = m_action->isHidden() ? 0 : 2 * metrics::grid;
    int y = std::max(0, (height() - picture - titleHeight - metrics::half - wordsHeight - actionGap -
                         action.height()) *
                            4 / 9) +
            picture;
    m_title->setGeometry(left, y, width, titleHeight);
    y += titleHeight + metrics::half;
    m_words->setGeometry(left, y, width, wordsHeight);
    m_action->setGeometry(
        QRect(QPoint((this->width() - action.width()) / 2, y + wordsHeight + actionGap), action));
    update();
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
