#include <ui/conversation/fence_bar.h>

#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/bar_sign.h>
#include <ui/widgets/paint.h>
#include <ui/widgets/text.h>

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace relevo::ui {

namespace {

using metrics::grid;

constexpr int wide = 60 * grid; ///< with text of the usual size

} // namespace

FenceBar::FenceBar(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_words(new Text(theme, &Fonts::captionStrong, &Colors::warning)),
      m_quote(new Text(theme, &Fonts::body, &Colors::text)), m_send(new QPushButton(tr("Send anyway"))),
      m_look(new QPushButton(tr("Look again"))), m_buttons(new QBoxLayout(QBoxLayout::LeftToRight))
{
    setObjectName(QStringLiteral("fence"));
    m_words->setObjectName(QStringLiteral("fenceWords"));
    m_words->setWordWrap(true);
    m_quote->setObjectName(QStringLiteral("fenceQuote"));
    m_quote->setElided(true);
    m_send->setObjectName(QStringLiteral("fenceSend"));
    m_look->setObjectName(QStringLiteral("fenceLook"));
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_words);
    words->addWidget(m_quote);
    auto* layout = new QHBoxLayout(this);
    leaveSignRoom(*layout, theme, {metrics::sideMargin, grid, metrics::sideMargin, 2 * grid}); // and a gap
    layout->setSpacing(grid);
    layout->addLayout(words, 1);
    m_buttons->setSpacing(grid);
    m_buttons->addWidget(m_look);
    m_buttons->addWidget(m_send);
    layout->addLayout(m_buttons);
    connect(m_send, &QPushButton::clicked, this, &FenceBar::sendAnyway);
    connect(m_look, &QPushButton::clicked, this, &FenceBar::lookAgain);
    hide();
}

void FenceBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_buttons->setDirection(width() < wide * m_theme.textScale() / 100 ? QBoxLayout::TopToBottom
                                                                       : QBoxLayout::LeftToRight);
}

void FenceBar::ask(const QString& words, const QString& quote)
{
    m_words->setWhole(words);
    m_quote->setWhole(quote);
    // Whoever hears the button hears why.
    for (QPushButton* button : {m_look, m_send})
        button->setAccessibleDescription(words + QLatin1Char(' ') + quote);
    show();
}

void FenceBar::takeKeyboard()
{
    m_look->setFocus(Qt::OtherFocusReason);
}

void FenceBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT lookAgain();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        for (QPushButton* button : {m_look, m_send}) {
            if (button->hasFocus())
                button->click();
        }
        return;
    }
    QWidget::keyPressEvent(event);
}

void FenceBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintWarningBar(painter, rect().adjusted(0, 0, 0, -grid), metrics::sideMargin, layoutDirection(),
                    m_theme);
}

} // namespace relevo::ui
