#include <ui/conversation/gap_bar.h>

#include <ui/theme/metrics.h>
#include <ui/widgets/bar_sign.h>
#include <ui/widgets/paint.h>
#include <ui/widgets/text.h>

#include <QtCore/QRegularExpression>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>

namespace relevo::ui {

namespace {

using metrics::grid;

constexpr int wordsBesideButton = 4; ///< so many times the button is wide enough for both

/// What is still to be filled in, or the whole text when it is nothing but "/name".
std::optional<models::Gap> gapIn(const QString& text)
{
    static const QRegularExpression bareName(QStringLiteral(R"(\A\s*/[^\s/]+\s*\z)"));
    if (bareName.match(text).hasMatch())
        return models::Gap{0, text.size(), text.trimmed()};
    const std::vector<models::Gap> gaps = models::gapsIn(text);
    return gaps.empty() ? std::nullopt : std::optional(gaps.front());
}

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
    connect(m_send, &QPushButton::clicked, this, [this] {
        m_allowed = true;
        Q_EMIT sendAnyway();
    });
    hide();
}

std::optional<models::Gap> GapBar::stop(const QString& text)
{
    std::optional<models::Gap> gap = gapIn(text);
    if (!gap || (m_allowed && text == m_stopped)) {
        relax();
        return std::nullopt;
    }
    if (isVisible() && text == m_stopped) {
        m_send->setFocus(Qt::OtherFocusReason);
        return gap;
    }
    m_stopped = text;
    m_allowed = false;
    const QString words =
        gap->name.startsWith(u'/')
            ? tr("No canned response is called “%1”. Write something else, or send the text as it is.")
                  .arg(gap->name)
            : tr("“%1” is not known here. Write it yourself, or send the text as it is.").arg(gap->name);
    m_words->setWhole(words);
    m_send->setAccessibleDescription(words);
    show();
    return gap;
}

void GapBar::relax()
{
    m_stopped.clear();
    m_allowed = false;
    hide();
}

void GapBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT fillIn();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (m_send->hasFocus() && !event->isAutoRepeat())
            m_send->click();
        return;
    }
    QWidget::keyPressEvent(event);
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
