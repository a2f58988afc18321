#include <ui/customer/bot_line.h>

#include <ui/theme/icons.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/paint.h>
#include <ui/widgets/painted.h>
#include <ui/widgets/text.h>

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>

namespace relevo::ui {

BotLine::BotLine(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme),
      m_sign(new Painted(theme, metrics::icon,
                         [this](QPainter& painter, const QRect& rect) {
                             paintIcon(painter, rect, QStringLiteral("bot"),
                                       m_off ? m_theme.colors().warning : m_theme.colors().muted);
                         })),
      m_words(new Text(theme, &Fonts::body, &Colors::text)), m_switch(new QPushButton)
{
    setObjectName(QStringLiteral("botLine"));
    m_words->setObjectName(QStringLiteral("botLineWords"));
    m_words->setWordWrap(true);
    m_switch->setObjectName(QStringLiteral("botLineSwitch"));
    setButtonKind(*m_switch, ButtonKind::Quiet);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::grid);
    row->addWidget(m_sign);
    row->addWidget(m_words, 1);
    row->addWidget(m_switch);
    connect(m_switch, &QPushButton::clicked, this, [this] { Q_EMIT wanted(m_off); });
    hide();
}

void BotLine::show(bool off, bool settable)
{
    m_off = off;
    m_words->setWhole(off ? tr("The bot is switched off here") : tr("The bot may answer here"));
    m_words->setToolTip(off ? tr("No bot answers this customer until it is switched on, an agent hands back "
                                 "to it, or the customer starts anew")
                            : tr("Whenever no human has the conversation"));
    m_switch->setText(off ? tr("Switch on") : tr("Switch off"));
    m_switch->setAccessibleName(off ? tr("Let the bot answer here") : tr("Switch the bot off here"));
    m_switch->setVisible(settable);
    m_sign->update();
    setVisible(off || settable);
}

} // namespace relevo::ui
