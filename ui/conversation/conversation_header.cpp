#include <ui/conversation/conversation_header.h>

#include <models/names.h>
#include <ui/actions/actions.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/paint.h>
#include <ui/widgets/popup_button.h>
#include <ui/widgets/text.h>
#include <ui/widgets/times.h>

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <utility>

namespace relevo::ui {

namespace {

using metrics::grid;

} // namespace

ConversationHeader::ConversationHeader(const Theme& theme, const models::ConversationDetails& details,
                                       const Clock& clock, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_details(details), m_clock(clock), m_tick(this),
      m_name(new Text(theme, &Fonts::heading, &Colors::text)),
      m_state(new Text(theme, &Fonts::caption, &Colors::muted)), m_claim(new QPushButton(tr("Claim"))),
      m_resolve(new QPushButton(tr("Resolve"))), m_more(new PopupButton), m_detailsButton(new QPushButton)
{
    // Of one height with the column beside it.
    const auto fit = [this] {
        setMinimumHeight(m_theme.headerHeight());
    };
    connect(&theme, &Theme::changed, this, fit);
    fit();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_name->setObjectName(QStringLiteral("contactName"));
    m_name->setElided(true);
    m_state->setObjectName(QStringLiteral("conversationState"));
    m_state->setElided(true);
    m_claim->setObjectName(QStringLiteral("claim"));
    m_claim->setAccessibleName(tr("Claim"));
    m_claim->setIcon(theme.icon(QStringLiteral("claim"), &Colors::onAccent));
    m_claim->setFont(theme.fonts().bodyStrong);
    setButtonKind(*m_claim, ButtonKind::Primary);
    m_resolve->setObjectName(QStringLiteral("resolve"));
    m_resolve->setAccessibleName(tr("Resolve"));
    m_resolve->setIcon(theme.icon(QStringLiteral("resolve"), &Colors::text));
    m_more->setObjectName(QStringLiteral("moreActions"));
    m_more->setIcon(theme.icon(QStringLiteral("more")));
    m_more->setFixedWidth(metrics::controlHeight + metrics::half);
    m_more->setAccessibleName(tr("More to do"));
    m_more->setToolTip(tr("Transfer, snooze and more"));
    m_more->hide();
    m_detailsButton->setObjectName(QStringLiteral("detailsButton"));
    m_detailsButton->setIcon(theme.icon(QStringLiteral("panel-right")));
    m_detailsButton->setCheckable(true);
    m_detailsButton->setFixedWidth(metrics::controlHeight + metrics::half);
    m_detailsButton->setAccessibleName(tr("Customer and summary"));
    setButtonKind(*m_detailsButton, ButtonKind::Quiet);

    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addStretch();
    words->addWidget(m_name);
    words->addWidget(m_state);
    words->addStretch();
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(3 * grid, 0, grid, 0);
    layout->setSpacing(grid);
    layout->addLayout(words, 1);
    layout->addWidget(m_claim);
    layout->addWidget(m_resolve);
    layout->addWidget(m_more);
    layout->addWidget(m_detailsButton);

    connect(&details, &models::ConversationDetails::changed, this, &ConversationHeader::refresh);
    m_tick.setInterval(std::chrono::seconds(1));
    connect(&m_tick, &QTimer::timeout, this, [this] { m_state->setWhole(stateWords()); });
    refresh();
}

void ConversationHeader::setConnected(bool connected)
{
    m_connected = connected;
    refresh();
}

void ConversationHeader::setClaiming(bool claiming)
{
    if (m_claiming == claiming)
        return;
    m_claiming = claiming;
    refresh();
    Q_EMIT claimingChanged();
}

void ConversationHeader::setViewers(const QStringList& names)
{
    m_viewers = names;
    m_state->setWhole(stateWords());
}

bool ConversationHeader::canClaim() const
{
    return m_details.canClaim() && m_connected && !m_claiming;
}

void ConversationHeader::setActions(Actions& actions)
{
    bindButton(*m_claim, actions.action(ActionId::Claim));
    bindButton(*m_resolve, actions.action(ActionId::Resolve));
    bindButton(*m_detailsButton, actions.action(ActionId::ToggleDetails));
    connect(&actions, &Actions::contextChanged, this, [this, &actions] {
        fillMore(actions);
        refresh();
    });
    fillMore(actions);
    refresh();
}

void ConversationHeader::fillMore(const Actions& actions)
{
    QMenu& menu = m_more->popup();
    menu.clear();
    const auto add = [&](std::initializer_list<ActionId> group) {
        bool first = true;
        for (const ActionId id : group) {
            // What makes no sense now is not in the way.
            if (!actions.action(id).isEnabled())
                continue;
            if (std::exchange(first, false) && !menu.isEmpty())
                menu.addSeparator();
            menu.addAction(&actions.action(id));
        }
    };
    add({ActionId::Decline, ActionId::Transfer, ActionId::Release, ActionId::HandBack, ActionId::BotOn,
         ActionId::BotOff});
    // A supervisor may end another's, too; it has no button of its own then.
    if (!m_details.canReply())
        add({ActionId::Resolve});
    add({ActionId::Snooze5, ActionId::Snooze15, ActionId::Snooze30, ActionId::SnoozeUntil, ActionId::Wake});
    add({ActionId::Note, ActionId::Attach, ActionId::Template, ActionId::Reopen});
    add({ActionId::ConvertToTicket, ActionId::MarkSpam, ActionId::Block, ActionId::Unblock,
         ActionId::SamePerson});
    m_more->setVisible(!menu.isEmpty());
}

void ConversationHeader::refresh()
{
    m_name->setWhole(m_details.name());
    m_state->setWhole(stateWords());
    m_claim->setVisible(m_details.canClaim());
    m_claim->setText(m_claiming ? tr("Claiming…") : tr("Claim"));
    if (!m_connected)
        m_claim->setToolTip(tr("Claiming needs a connection to the relay"));
    m_resolve->setVisible(m_details.canReply());
    if (m_details.canClaim())
        m_tick.start();
    else
        m_tick.stop();
}

QString ConversationHeader::stateWords() const
{
    if (m_details.isEmpty())
        return m_details.channel().isEmpty() ? QString() : models::channelName(m_details.channel());
    const std::optional<domain::Handoff> handoff = m_details.handoff();
    QStringList parts;
    if (m_details.canClaim()) {
        const qint64 waited =
            std::chrono::duration_cast<std::chrono::seconds>(m_clock.now() - handoff->createdAt).count();
        parts << tr("Waiting %1").arg(shortSpan(std::max<qint64>(0, waited)));
        parts << models::nameOf(handoff->trigger.type);
    } else if (m_details.canReply()) {
        parts << (m_details.canResolve() && handoff->awaited ? tr("Waiting for you to come back")
                  : m_details.canResolve()                   ? tr("With you")
                  : m_details.isLeaving()                    ? tr("Handing over…")
                                                             : tr("Resolving…"));
    } else if (m_details.control().holder == domain::Holder::Agent) {
        parts << (handoff && handoff->awaited ? tr("Waiting for %1 to come back") : tr("With %1"))
                     .arg(isolated(m_details.holderName()));
    } else if (m_details.control().holder == domain::Holder::Bot) {
        parts << tr("With the bot");
    } else {
        parts << tr("Closed");
    }
    // While a human has it, no bot speaks anyway.
    if (m_details.isBotOff() && m_details.isOpen() && m_details.control().holder != domain::Holder::Agent)
        parts << tr("Bot switched off");
    parts << models::channelName(m_details.channel());
    if (!m_viewers.isEmpty())
        parts << viewerWords();
    return parts.join(QStringLiteral(" · "));
}

QString ConversationHeader::viewerWords() const
{
    const int more = static_cast<int>(m_viewers.size()) - 1;
    return more == 0
               ? tr("%1 is also looking").arg(isolated(m_viewers.front()))
               : tr("%1 and %n other(s) are also looking", nullptr, more).arg(isolated(m_viewers.front()));
}

void ConversationHeader::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.colors().border);
}

} // namespace relevo::ui
