#include <ui/conversation/blocked_bar.h>

#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/bar_sign.h>
#include <ui/widgets/text.h>

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>

namespace relevo::ui {

namespace {

using metrics::grid;

} // namespace

BlockedBar::BlockedBar(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme),
      m_words(new Text(theme, &Fonts::captionStrong, &Colors::danger,
                       tr("This customer is blocked. What they write is kept here, and nobody is alerted."))),
      m_unblock(new QPushButton(tr("Unblock")))
{
    setObjectName(QStringLiteral("blockedBar"));
    setAccessibleName(m_words->text());
    m_words->setElided(true); // the whole is in its tool tip, and what is pressed stays whole
    m_unblock->setObjectName(QStringLiteral("blockedBarUnblock"));
    m_unblock->setAccessibleName(tr("Unblock this customer"));
    setButtonKind(*m_unblock, ButtonKind::Quiet);
    auto* layout = new QHBoxLayout(this);
    leaveSignRoom(*layout, theme, {metrics::sideMargin, metrics::half, metrics::sideMargin, metrics::half});
    layout->setSpacing(grid);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_unblock);
    connect(m_unblock, &QPushButton::clicked, this, &BlockedBar::unblockRequested);
    hide();
}

void BlockedBar::paintEvent(QPaintEvent*)
{
    const Colors& c = m_theme.colors();
    QPainter painter(this);
    painter.fillRect(rect(), c.dangerSoft);
    painter.fillRect(QRect(0, height() - 1, width(), 1), c.border);
    paintBarSign(painter, rect(), metrics::sideMargin, layoutDirection(), QStringLiteral("block"), c.danger,
                 m_theme);
}

} // namespace relevo::ui
