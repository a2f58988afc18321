#include <ui/shell/action_runner.h>

#include <models/names.h>
#include <ui/actions/note_dialog.h>
#include <ui/actions/resolve_dialog.h>
#include <ui/actions/snooze_dialog.h>
#include <ui/actions/transfer_dialog.h>
#include <ui/actions/undo_bar.h>
#include <ui/conversation/conversation_header.h>
#include <ui/conversation/conversation_page.h>
#include <ui/conversation/writer.h>
#include <ui/shell/desk_page.h>

namespace relevo::ui {

using models::TransferTarget;

ActionRunner::ActionRunner(const Parts& parts, QObject* parent) : QObject(parent), m_(parts)
{
    const DeskModels& models = m_.models;
    connect(&models.details, &models::ConversationDetails::changed, this, &ActionRunner::refresh);
    connect(&models.live, &client::LiveView::meChanged, this, &ActionRunner::refresh);
    connect(&models.live, &client::LiveView::rowsChanged, this, &ActionRunner::refresh);
    connect(&models.live, &client::LiveView::rowsReset, this, &ActionRunner::refresh);
    connect(&m_.page, &DeskPage::conversationWanted, this, &ActionRunner::refresh);
    connect(&m_.page, &DeskPage::connectedChanged, this, &ActionRunner::refresh);
    connect(&m_.page.conversation().header(), &ConversationHeader::claimingChanged, this,
            &ActionRunner::refresh);
    connect(&m_.page.conversation().writer(), &Writer::modeChanged, this, &ActionRunner::refresh);
    connect(&m_.page.undoBar(), &UndoBar::changed, this, &ActionRunner::refresh);
    connect(&m_.page.undoBar(), &UndoBar::takeBackRequested, this, [this] { m_resolvedBack = true; });
    connect(&m_.actions, &Actions::triggered, this, &ActionRunner::run);
    refresh();
}

void ActionRunner::setWindow(const WindowFacts& facts)
{
    m_facts = facts;
    refresh();
}

void ActionRunner::refresh()
{
    m_.actions.setContext(context());
}

ActionContext ActionRunner::context() const
{
    const client::LiveView& live = m_.models.live;
    const models::ConversationDetails& details = m_.models.details;
    const domain::ConversationId& id = m_.page.current();
    const client::ConversationRow* row = live.row(id);
    ActionContext context;
    context.deskShown = m_facts.deskShown;
    context.connected = m_.page.isConnected();
    context.role = live.me().role;
    context.looking = !id.isNull();
    context.anyConversation = !m_.models.inbox.isEmpty();
    context.canUndo = m_.page.undoBar().canUndo();
    context.writing = m_.page.conversation().isWriting();
    context.templates = m_.page.conversation().canSendTemplate();
    context.canFind = m_facts.canFind;
    context.hasSettings = m_facts.hasSettings;
    context.underway =
        m_.page.conversation().header().isClaiming() || (row && (row->resolving || row->leaving));
    if (context.looking && !details.isEmpty() && details.conversation() == id) {
        const domain::Control control = details.control();
        context.mine = control.holder == domain::Holder::Agent && control.agent == live.me().id;
        context.erased = details.isErased();
        context.botOff = details.isBotOff();
        context.setsBot = details.setsBot();
        context.known = !details.contact().id.isNull();
        context.blocked = details.contact().blocked;
        if (const std::optional<domain::Handoff> handoff = details.handoff()) {
            context.handoff = handoff->status;
            context.offeredToMe = handoff->offer && handoff->offer->agent.id == live.me().id;
            context.snoozed = handoff->snoozedUntil.has_value();
        }
    } else if (row && !row->handoffId.isNull()) {
        // The transcript is on its way from disk; the list's row knows enough.
        context.handoff = row->status;
        context.mine = client::isHeldBy(*row, live.me().id);
    }
    return context;
}

domain::HandoffId ActionRunner::handoff() const
{
    const models::ConversationDetails& details = m_.models.details;
    if (details.conversation() == m_.page.current() && details.handoff())
        return details.handoff()->id;
    const client::ConversationRow* row = m_.models.live.row(m_.page.current());
    return row ? row->handoffId : domain::HandoffId();
}

void ActionRunner::run(ActionId id)
{
    DeskPage& page = m_.page;
    switch (id) {
    case ActionId::Claim:
        page.claim();
        break;
    case ActionId::NextConversation:
        page.step(1);
        break;
    case ActionId::PreviousConversation:
        page.step(-1);
        break;
    case ActionId::GoToQueue:
        page.goToQueue();
        break;
    case ActionId::GoToMine:
        page.goToMine();
        break;
    case ActionId::GoToComposer:
        page.conversation().focusComposer();
        break;
    case ActionId::GoToConversation:
        page.conversation().focusTranscript();
        break;
    case ActionId::NextPane:
        page.cyclePanes(1);
        break;
    case ActionId::PreviousPane:
        page.cyclePanes(-1);
        break;
    case ActionId::Search:
        page.openSearch();
        break;
    case ActionId::ToggleDetails:
        page.toggleDetails();
        break;
    case ActionId::Availability:
        page.openAvailability();
        break;
    case ActionId::BeAvailable:
        Q_EMIT availabilityRequested(domain::Availability::Available);
        break;
    case ActionId::BeBusy:
        Q_EMIT availabilityRequested(domain::Availability::Busy);
        break;
    case ActionId::BeAway:
        Q_EMIT availabilityRequested(domain::Availability::Away);
        break;
    case ActionId::Undo:
        page.undoBar().undo();
        break;
    case ActionId::Note:
        page.conversation().writeNote();
        break;
    case ActionId::Attach:
        page.conversation().chooseFiles();
        break;
    case ActionId::Template:
        Q_EMIT page.conversation().templateWanted();
        break;
    case ActionId::Block:
        Q_EMIT blockRequested(true);
        break;
    case ActionId::Unblock:
        Q_EMIT blockRequested(false);
        break;
    case ActionId::BotOn:
        Q_EMIT botRequested(true);
        break;
    case ActionId::BotOff:
        Q_EMIT botRequested(false);
        break;
    case ActionId::SamePerson:
        Q_EMIT samePersonRequested();
        break;
    default:
        if (const domain::HandoffId about = handoff(); !about.isNull())
            runHere(id, about);
        break;
    }
}

void ActionRunner::runHere(ActionId id, const domain::HandoffId& handoff)
{
    switch (id) {
    case ActionId::Decline:
        Q_EMIT declineRequested(handoff);
        break;
    case ActionId::Resolve:
        askHowResolved(handoff);
        break;
    case ActionId::Transfer:
        askToWhom(handoff, {});
        break;
    case ActionId::Release:
        give(handoff, TransferTarget::Kind::Queue);
        break;
    case ActionId::HandBack:
        give(handoff, TransferTarget::Kind::Bot);
        break;
    case ActionId::Snooze5:
        Q_EMIT snoozeRequested(handoff, 5);
        break;
    case ActionId::Snooze15:
        Q_EMIT snoozeRequested(handoff, 15);
        break;
    case ActionId::Snooze30:
        Q_EMIT snoozeRequested(handoff, 30);
        break;
    case ActionId::SnoozeUntil:
        askUntilWhen(handoff);
        break;
    case ActionId::Wake:
        Q_EMIT snoozeRequested(handoff, 0);
        break;
    case ActionId::Reopen:
        Q_EMIT reopenRequested(handoff);
        break;
    case ActionId::ConvertToTicket:
        Q_EMIT ticketRequested(handoff);
        break;
    case ActionId::MarkSpam:
        Q_EMIT spamRequested(handoff);
        break;
    default:
        break; // the window's
    }
}

void ActionRunner::give(const domain::HandoffId& handoff, TransferTarget::Kind kind)
{
    TransferTarget target;
    target.kind = kind;
    Q_EMIT transferRequested(handoff, target, {});
}

void ActionRunner::askHowResolved(const domain::HandoffId& handoff)
{
    // What was said before it was taken back need not be said again.
    const bool again = std::exchange(m_resolvedBack, false) && m_resolved.first == handoff;
    auto* dialog = new ResolveDialog(m_.theme, m_.models.details.name(),
                                     again ? m_resolved.second : client::Resolution(),
                                     m_.models.live.settings().csatEnabled, &m_.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ResolveDialog::resolved, this, [this, handoff](const client::Resolution& resolution) {
        m_resolved = {handoff, resolution};
        m_resolvedBack = false;
        Q_EMIT resolveRequested(handoff, resolution);
    });
    dialog->open();
}

void ActionRunner::askToWhom(const domain::HandoffId& handoff, const domain::AgentId& agent)
{
    auto* dialog = new TransferDialog(m_.theme, m_.models.details.name(), m_.models.colleagues,
                                      m_.models.details.control().agent, &m_.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TransferDialog::transferred, this,
            [this, handoff](const TransferTarget& target, const QString& note) {
                Q_EMIT transferRequested(handoff, target, note);
            });
    if (!agent.isNull())
        dialog->choose(agent);
    dialog->open();
}

void ActionRunner::transferTo(const domain::AgentId& agent)
{
    if (!m_.actions.action(ActionId::Transfer).isEnabled())
        return;
    if (const domain::HandoffId about = handoff(); !about.isNull())
        askToWhom(about, agent);
}

void ActionRunner::askUntilWhen(const domain::HandoffId& handoff)
{
    auto* dialog = new SnoozeDialog(m_.theme, m_.models.details.name(), m_.models.clock, &m_.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SnoozeDialog::snoozed, this,
            [this, handoff](int minutes) { Q_EMIT snoozeRequested(handoff, minutes); });
    dialog->open();
}

void ActionRunner::offerWords(const domain::ConversationId& conversation, const QString& words)
{
    const client::ConversationRow* row = m_.models.live.row(conversation);
    const QString name = conversation == m_.models.details.conversation()
                             ? m_.models.details.name()
                             : models::visibleName(row ? row->contactName : QString(), conversation);
    auto* dialog = new NoteDialog(m_.theme, name, words, &m_.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NoteDialog::written, this,
            [this, conversation](const QString& text) { Q_EMIT noteRequested(conversation, text); });
    dialog->open();
}

} // namespace relevo::ui
