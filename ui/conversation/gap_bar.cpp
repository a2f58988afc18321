#include <ui/conversation/gap_bar.h>

#include <ui/theme/metrics.h>
#include <ui/widgets/bar_sign.h>
#include <ui/widgets/paint.h>
#include <ui/widgets/text.h>

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>

namespace relevo::ui {

namespace {

using metrics::grid;

constexpr int wordsBesideButton = 4; ///< so many times the button is wide enough for both

} // namespace

GapBar::GapBar(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_words(new Text(theme, &Fonts::captionStrong, &Colors::warning)),
      m_send(new QPushButton(tr("Send anyway"))), m_line(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    setObjectName(QStringLiteral("gap"));
    m_words->setObjectName(QStringLiteral("gapWords"));
    m_words->setWordWrap(true);
    m_send->setObjectName(QStringLiteral("gapSend"));
    leaveSignRoom(*m_line, theme, {metrics::sideMargin, grid, metrics::sideMargin, 2 * grid}); // and a gap
    m_line->setSpacing(grid);
    m_line->addWidget(m_words, 1);
    m_line->addWidget(m_send);
    connect(m_send, &QPushButton::clicked, this, &GapBar::sendAnyway);
    hide();
}

std::optional<models::Gap> GapBar::stop(const QString& text)
{
    const std::vector<models::Gap> gaps = models::gapsIn(text);
    if (gaps.empty() || text == m_stopped) {
        hide();
        return std::nullopt;
    }
    m_stopped = text;
    const QString words =
        tr("“%1” is not known here. Write it yourself, or send the text as it is.").arg(gaps.front().name);
    m_words->setWhole(words);
    m_send->setAccessibleDescription(words);
    show();
    return gaps.front();
}

void GapBar::relax()
{
    m_stopped.clear();
    hide();
}

void GapBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < wordsBesideButton * m_send->sizeHint().width();
    m_line->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void GapBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintWarningBar(painter, rect().adjusted(0, 0, 0, -grid), metrics::sideMargin, layoutDirection(),
                    m_theme);
}

} // namespace relevo::ui
