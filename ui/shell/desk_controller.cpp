#include <ui/shell/desk_controller.h>

#include <base/log.h>
#include <models/errors.h>
#include <models/names.h>
#include <protocol/json.h>
#include <protocol/limits.h>
#include <ui/actions/undo_bar.h>
#include <ui/conversation/conversation_header.h>
#include <ui/conversation/conversation_page.h>
#include <ui/conversation/transcript_view.h>
#include <ui/login/login_page.h>
#include <ui/palette/command_palette.h>
#include <ui/queue/bulk_bar.h>
#include <ui/queue/inbox_view.h>
#include <ui/queue/left_column.h>
#include <ui/search/search_page.h>
#include <ui/shell/action_runner.h>
#include <ui/shell/desk_page.h>
#include <ui/shell/main_window.h>
#include <ui/shell/tray_icon.h>
#include <ui/shell/tray_people.h>
#include <ui/widgets/availability_button.h>
#include <ui/widgets/banner.h>
#include <ui/widgets/link_bar.h>
#include <ui/widgets/text.h>

namespace relevo::ui {

namespace {

/// The words a failure came with: the agent is told others.
void log(QStringView what, const Error& error)
{
    qCInfo(logUi).noquote() << logLine(
        what, {{u"code", wireName(error.code)}, {u"error", error.message}, {u"detail", error.detail}});
}

} // namespace

DeskController::DeskController(const Parts& parts, QObject* parent)
    : QObject(parent), m_(parts), m_notices(parts.models.live, parts.notifier),
      m_news(parts.desk, parts.window, m_notices),
      m_answers({parts.desk, parts.window, m_notices, parts.notifier}), m_bulk(parts.models.live),
      m_writing(parts.desk, parts.models, parts.window.desk(), parts.window.theme()),
      m_people({parts.desk, parts.models, parts.window.desk(), parts.window.theme(), parts.window}),
      m_bot(parts.desk.api(), parts.models.details, parts.window.desk())
{
    connectSession();
    connectLink();
    connectWishes();
    connectActions();
    connectNews();
    connectTray();
    tellWaiting();
}

void DeskController::start(const QString& profile, const QString& relay)
{
    m_relay = relay;
    m_.desk.resume(profile);
}

void DeskController::signIn(const QString& relay, const client::Credentials& credentials)
{
    m_byPassword = true;
    m_.window.login().setBusy(true);
    m_.desk.signIn(relay, credentials);
}

void DeskController::connectSession()
{
    client::Desk& desk = m_.desk;
    connect(&m_.window.login(), &LoginPage::signInRequested, this, &DeskController::signIn);
    connect(&m_.window.login(), &LoginPage::signInAbandoned, this, [this] {
        m_byPassword = false;
        m_.desk.abandonSignIn();
    });
    connect(&m_.window, &MainWindow::signOutRequested, &desk, &client::Desk::signOut);
    connect(&desk, &client::Desk::signedIn, this, &DeskController::signedIn);
    connect(&desk, &client::Desk::signInNeeded, this, &DeskController::signInNeeded);
    connect(&desk, &client::Desk::signInFailed, this, &DeskController::signInFailed);
    connect(&desk, &client::Desk::signedOut, this, &DeskController::signedOut);
    connect(&desk, &client::Desk::firstRowsShown, this, [this] {
        // The last known lists may come after the keychain's answer that there is no token.
        if (!m_signInAsked)
            m_.window.showDesk();
    });
    Banner& disk = m_.window.desk().conversation().standingBanner();
    connect(&desk, &client::Desk::replicaTroubled, this, [&disk](const Error& error) {
        log(u"the local copy cannot be written", error);
        disk.tell(Banner::Tone::Warning,
                  tr("The copy on this computer cannot be written, so what you see may be out of date. Free "
                     "some disk space; Relevo tries again by itself."));
    });
    connect(&desk, &client::Desk::replicaMended, &disk, &QWidget::hide);
    connect(&desk, &client::Desk::replicaRebuilt, this, [this](const QString& keptAs) {
        m_.window.desk().conversation().banner().tell(
            Banner::Tone::Warning,
            tr("The local copy was damaged and is being fetched again. The damaged file is kept as %1.")
                .arg(keptAs));
    });
}

void DeskController::connectLink()
{
    connect(&m_.desk, &client::Desk::linkStateChanged, this, &DeskController::linkChanged);
    LinkBar& bar = m_.window.desk().left().link();
    connect(&bar, &LinkBar::reconnectRequested, &m_.desk, &client::Desk::reconnect);
    connect(&bar, &LinkBar::signInRequested, this, [this] {
        const bool ended = m_.desk.link().state == client::LinkState::Refused;
        askToSignIn(ended ? tr("Your session has ended. Sign in again.") : QString());
    });
    linkChanged(m_.desk.link());
}

void DeskController::connectWishes()
{
    client::Desk& desk = m_.desk;
    DeskPage& page = m_.window.desk();
    ConversationPage& conversation = page.conversation();
    connect(&page, &DeskPage::conversationWanted, this, &DeskController::look);
    connect(&page, &DeskPage::claimRequested, &desk, &client::Desk::claim);
    connect(&page, &DeskPage::declineRequested, &desk,
            [&desk](const domain::HandoffId& handoff) { desk.decline(handoff, {}); });
    connect(&page.left(), &LeftColumn::bulkWished, this, &DeskController::carryOut);
    connect(&m_bulk, &BulkRun::progressed, &page.left().bulk(), &BulkBar::setProgress);
    connect(&page.left().availability(), &AvailabilityButton::chosen, this, &DeskController::choose);
    connect(&conversation, &ConversationPage::olderWanted, &desk, &client::Desk::loadOlder);
    connect(&conversation, &ConversationPage::readToEnd, this, &DeskController::readWhatIsSeen);
    connect(&page.search(), &SearchPage::searchRequested, this,
            [this](const client::SearchQuery& query) { m_search = m_.desk.search(query); });
    connect(&m_.window.palette(), &CommandPalette::searchWanted, this,
            [this](const client::SearchQuery& query) { m_paletteSearch = m_.desk.search(query); });
    connect(&m_.window, &MainWindow::activeChanged, this, &DeskController::readWhatIsSeen);
    connect(&m_.window, &MainWindow::findInConversation, &page, &DeskPage::findInConversation);
}

void DeskController::connectActions()
{
    client::Desk& desk = m_.desk;
    ActionRunner& runner = m_.window.runner();
    UndoBar& undo = m_.window.desk().undoBar();
    connect(&runner, &ActionRunner::resolveRequested, &desk, &client::Desk::resolve);
    connect(&runner, &ActionRunner::transferRequested, this, &DeskController::transfer);
    connect(&runner, &ActionRunner::declineRequested, &desk,
            [&desk](const domain::HandoffId& handoff) { desk.decline(handoff, {}); });
    connect(&runner, &ActionRunner::snoozeRequested, &desk, &client::Desk::snooze);
    connect(&runner, &ActionRunner::reopenRequested, &desk, &client::Desk::reopen);
    connect(&runner, &ActionRunner::noteRequested, &desk, &client::Desk::note);
    connect(&runner, &ActionRunner::ticketRequested, &m_people, &PeopleController::convertToTicket);
    connect(&runner, &ActionRunner::spamRequested, &m_people, &PeopleController::markSpam);
    connect(&runner, &ActionRunner::blockRequested, &m_people, &PeopleController::setBlocked);
    connect(&runner, &ActionRunner::botRequested, &m_bot, &BotSwitch::set);
    connect(&runner, &ActionRunner::samePersonRequested, &m_people, [this] { m_people.askForSame({}); });
    connect(&runner, &ActionRunner::availabilityRequested, this, &DeskController::choose);
    connect(&undo, &UndoBar::takeBackRequested, &desk, &client::Desk::takeBack);
    connect(&desk, &client::Desk::wishHeld, this, [this, &undo](const client::HeldWish& wish) {
        m_held.insert(wish.id, wish.conversation);
        // Others that are kept back have a place of their own.
        if (client::canBeTakenBack(wish.wish))
            undo.hold(wish);
    });
    connect(&desk, &client::Desk::takenBack, this, [this](const QUuid& wish, bool done) {
        const domain::ConversationId conversation = m_held.take(wish);
        if (done)
            m_bulk.takeBack(conversation);
        else
            m_.window.desk().conversation().banner().tell(
                Banner::Tone::Information, tr("It was too late to undo this: the relay has it already."));
    });
    connect(&desk, &client::Desk::noteReturned, &runner, &ActionRunner::offerWords);
}

void DeskController::transfer(const domain::HandoffId& handoff, const models::TransferTarget& target,
                              const QString& note)
{
    using Kind = models::TransferTarget::Kind;
    switch (target.kind) {
    case Kind::Agent:
        m_.desk.transferToAgent(handoff, target.agent, note);
        break;
    case Kind::Team:
        m_.desk.transferToTeam(handoff, target.team, note);
        break;
    case Kind::Queue:
        m_.desk.release(handoff, note);
        break;
    case Kind::Bot:
        m_.desk.handBack(handoff, note);
        break;
    }
}

void DeskController::carryOut(const BulkWish& wish)
{
    client::Desk& desk = m_.desk;
    m_bulk.start(wish, [&desk, wish](const client::ConversationRow& row) {
        switch (wish.action) {
        case BulkAction::Claim:
            desk.claim(row.handoffId);
            break;
        case BulkAction::Transfer:
            if (wish.team.isNull())
                desk.transferToAgent(row.handoffId, wish.agent, {});
            else
                desk.transferToTeam(row.handoffId, wish.team, {});
            break;
        case BulkAction::Resolve:
            desk.resolve(row.handoffId, {});
            break;
        case BulkAction::Snooze:
            desk.snooze(row.handoffId, wish.minutes);
            break;
        }
    });
}

void DeskController::connectNews()
{
    client::Desk& desk = m_.desk;
    connect(&desk, &client::Desk::commandFailed, this, &DeskController::commandFailed);
    connect(&desk, &client::Desk::claimed, this,
            [this](const domain::HandoffId&, const domain::ConversationId& conversation) {
                // Of many at once none is gone into.
                if (!m_bulk.takeClaim(conversation))
                    m_.window.desk().enter(conversation);
            });
    connect(&desk, &client::Desk::typing, this,
            [this](const domain::ConversationId& conversation, const QString& name, bool on,
                   const QString& text) {
                m_.window.desk().conversation().setTyping(conversation, name, on, text);
            });
    connect(&desk, &client::Desk::viewersChanged, this,
            [this](const domain::ConversationId& conversation, const QStringList& others) {
                if (conversation == m_looking)
                    m_.window.desk().conversation().header().setViewers(others);
            });
    connect(&desk, &client::Desk::searchFound, this,
            [this](quint64 number, const client::SharedResults& results) {
                if (number == m_search)
                    m_.window.desk().search().show(results);
                else if (number == m_paletteSearch)
                    m_.window.palette().showFound(results);
            });
    connect(&desk, &client::Desk::notified, &m_notices, &DeskNotices::notified);
    connect(&desk, &client::Desk::notificationRead, &m_notices, &DeskNotices::notificationRead);
    connect(&m_notices, &DeskNotices::opened, &desk, &client::Desk::markNotificationRead);
    connect(&m_notices, &DeskNotices::passed, this, [this](const domain::HandoffId& handoff) {
        // Of the moment: nobody is to be told later that it could not be said.
        if (client::isConnected(m_.desk.link().state))
            m_.desk.decline(handoff, {});
    });
    connect(&desk.live(), &client::LiveView::rowsReset, this, &DeskController::openWhatCame);
    connect(&desk.live(), &client::LiveView::rowsChanged, this, &DeskController::openWhatCame);
}

void DeskController::connectTray()
{
    TrayIcon& tray = m_.tray;
    connect(&tray, &TrayIcon::openRequested, &m_.window, [this] { m_.window.bringToFront(); });
    connect(&tray, &TrayIcon::waitingRequested, this,
            [this] { m_answers.open(DeskNotices::queueKey(), {}); });
    connect(&tray, &TrayIcon::availabilityChosen, this, &DeskController::choose);
    connect(&tray, &TrayIcon::handoffChosen, this, &DeskController::openHandoff);
    tray.setPeople([&models = m_.models] { return waitingPeople(models.inbox); });
    connect(&m_.models.live, &client::LiveView::meChanged, this,
            [this] { m_.tray.setAvailability(m_.models.live.me().availability); });
    connect(&m_.models.inbox, &models::Inbox::countsChanged, this, &DeskController::tellWaiting);
}

void DeskController::choose(domain::Availability availability)
{
    Q_EMIT availabilityChosen();
    m_.desk.setAvailability(availability);
}

void DeskController::look(const domain::ConversationId& conversation)
{
    if (conversation == m_looking && m_.models.messages.transcript())
        return;
    const domain::ConversationId before = std::exchange(m_looking, conversation);
    m_.window.desk().conversation().header().setViewers({});
    m_openWhenKnown = {}; // whoever has gone on to something else is not taken away from it
    m_.models.look(conversation.isNull() ? nullptr : m_.desk.openConversation(conversation));
    if (!before.isNull() && before != conversation)
        m_.desk.closeConversation(before);
}

void DeskController::signedIn(const client::Profile& profile, bool tokenKept)
{
    m_signInAsked = false;
    m_.window.login().setBusy(false);
    m_.window.login().forgetSecrets();
    m_.window.login().setKeychainMissing(!tokenKept);
    m_.tray.setSignedIn(true);
    tellWaiting();
    m_.window.showDesk();
    const bool samePerson = profile.relay == m_whose.relay && profile.agent.id == m_whose.agent.id;
    m_whose = profile;
    if (!samePerson) {
        m_.window.desk().look({});
        m_.window.desk().search().clear();
    } else if (!m_looking.isNull()) {
        m_.window.desk().look(m_looking); // its transcript went with the former session
    }
    if (!tokenKept) {
        m_.window.desk().conversation().banner().tell(
            Banner::Tone::Information,
            tr("There is no system keychain here, so you stay signed in only until you close Relevo."));
    }
    // Whoever has just typed a password is there to work.
    if (std::exchange(m_byPassword, false))
        m_.desk.setAvailability(domain::Availability::Available);
}

void DeskController::signInNeeded()
{
    const client::Profile& profile = m_.desk.profile();
    const QString relay = m_relay.isEmpty() ? profile.relay.toString() : m_relay;
    m_.window.login().prefill(relay, profile.email);
    // A password is on its way already: that is answered by signedIn or signInFailed.
    if (m_byPassword)
        return;
    // While the lists are shown they stay; the link's bar says what happened and leads here.
    if (m_.desk.link().state == client::LinkState::Refused && m_.window.isDeskShown())
        return;
    askToSignIn({});
}

void DeskController::askToSignIn(const QString& reason)
{
    m_signInAsked = true;
    m_.window.login().setBusy(false);
    m_.window.login().showRefusal(reason);
    m_.window.showLogin();
}

void DeskController::signInFailed(const Error& error)
{
    log(u"signing in failed", error);
    m_byPassword = false;
    m_signInAsked = true;
    m_.window.login().showError(error);
    m_.window.showLogin();
}

void DeskController::signedOut()
{
    hideCustomers();
    askToSignIn({});
}

void DeskController::hideCustomers()
{
    m_byPassword = false;
    m_openWhenKnown = {};
    m_notices.withdrawAll();
    m_.tray.setSignedIn(false);
    m_.window.desk().undoBar().clear();
    m_.window.desk().look({});
}

void DeskController::linkChanged(const client::LinkInfo& info)
{
    m_.window.desk().left().link().setLink(info);
    m_.window.desk().left().inbox().setLink(info.state);
    m_.window.desk().setConnected(client::isConnected(info.state));
    m_.tray.setConnected(client::isConnected(info.state));
    if (info.state == client::LinkState::Online)
        openWhatIsOver();
    // What customers wrote is no longer this person's to read.
    if (info.state == client::LinkState::Forbidden) {
        hideCustomers();
        m_.window.login().prefill(m_.desk.profile().relay.toString(), m_.desk.profile().email);
        askToSignIn(m_.window.desk().left().link().words());
    }
}

void DeskController::commandFailed(client::Wish wish, const domain::ConversationId& conversation,
                                   const Error& error)
{
    log(u"a wish was refused", error);
    if (wish == client::Wish::Send && client::wasOvertaken(error))
        return; // told with the text that comes back
    if (m_bulk.takeFailure(conversation, refusalWords(wish, error)))
        return;
    if (wish == client::Wish::Claim)
        m_.window.desk().conversation().claimEnded();
    if (wish == client::Wish::Claim && error.code == ErrorCode::AlreadyClaimed)
        m_.window.desk().claimLost(conversation);
    QString words = refusalWords(wish, error);
    const auto holder = error.context.find(QStringLiteral("holderName"));
    const client::ConversationRow* row = m_.models.live.row(conversation);
    if (row && error.code == ErrorCode::AlreadyClaimed && holder != error.context.end() &&
        !holder->second.isEmpty())
        words = tr("%1 was faster and has the conversation with %2.")
                    .arg(isolated(holder->second), models::visibleName(row->contactName, conversation));
    // What is settled by now goes by itself, so that it does not stand over the next customers.
    Banner& banner = m_.window.desk().conversation().banner();
    if (client::isOfTheMoment(wish))
        banner.tellInPassing(Banner::Tone::Information, words);
    else
        banner.tell(Banner::Tone::Problem, words);
}

QString DeskController::refusalWords(client::Wish wish, const Error& error)
{
    const auto holder = error.context.find(QStringLiteral("holderName"));
    if (error.code == ErrorCode::AlreadyClaimed && holder != error.context.end() && !holder->second.isEmpty())
        return tr("%1 was faster and has that conversation.").arg(isolated(holder->second));
    if (const auto file = error.context.find(QStringLiteral("file")); file != error.context.end()) {
        const QString name = isolated(file->second);
        return error.code == ErrorCode::TooLarge ? tr("%1 is larger than the relay accepts.").arg(name)
               : error.code == ErrorCode::NotFound
                   ? tr("%1 is no longer where it was. Attach it again.").arg(name)
                   : tr("%1 could not be sent.").arg(name);
    }
    if (client::isOfTheMoment(wish) && error.code == ErrorCode::Unavailable)
        return tr("There is no connection to the relay. Try again when the connection is back.");
    if (error.code == ErrorCode::Forbidden)
        return tr("Somebody else has this conversation, and only they or a supervisor can do this.");
    if (wish == client::Wish::Transfer && error.code == ErrorCode::NotFound)
        return tr("Whoever you chose is no longer there. Choose somebody else.");
    if (wish == client::Wish::Note && error.code == ErrorCode::NotFound)
        return tr("No human has been asked for in this conversation yet, so a note cannot be added.");
    return models::sentenceOf(error.code);
}

void DeskController::openHandoff(const domain::HandoffId& handoff)
{
    (void)m_notices.open(handoff.toString()); // what was told of it is read
    m_.window.bringToFront();
    m_openWhenKnown = handoff;
    openWhatCame();
    openWhatIsOver();
}

void DeskController::openWhatIsOver()
{
    // It is in no list, and never comes into one; the relay knows which conversation it was about.
    if (m_openWhenKnown.isNull() || !m_.desk.api().isReady() || !client::isConnected(m_.desk.link().state))
        return;
    m_.desk.api().get(QStringLiteral("/api/handoff/") + m_openWhenKnown.toString(), this,
                      [this, handoff = m_openWhenKnown](const Result<protocol::Json>& answer) {
                          if (m_openWhenKnown != handoff)
                              return;
                          if (!answer && answer.error().code == ErrorCode::NotFound) {
                              m_openWhenKnown = {};
                              m_.window.desk().conversation().banner().tell(
                                  Banner::Tone::Information,
                                  tr("The conversation behind this link is not here, or no longer here."));
                          }
                          if (!answer)
                              return; // what is not known yet may still come
                          protocol::Fields fields(*answer);
                          const QString status = fields.optionalText("status", protocol::maxShortText);
                          const auto conversation = domain::ConversationId::parse(
                              fields.optionalText("conversationId", protocol::maxShortText));
                          const bool over =
                              status == QLatin1String("resolved") || status == QLatin1String("abandoned");
                          if (over && conversation) {
                              m_openWhenKnown = {};
                              m_.window.desk().enter(*conversation);
                          }
                      });
}

void DeskController::openWhatCame()
{
    if (m_openWhenKnown.isNull())
        return;
    if (const client::ConversationRow* row = m_.models.live.rowOfHandoff(m_openWhenKnown)) {
        m_openWhenKnown = {};
        m_.window.desk().enter(row->id);
    }
}

void DeskController::readWhatIsSeen()
{
    const client::ConversationRow* row = m_.models.live.row(m_looking);
    if (!row || row->unread == 0 || !m_.window.isLookedAt() || !m_.window.desk().conversation().isAtEnd())
        return;
    m_.desk.markRead(m_looking);
    m_notices.withdrawMessages(m_looking);
}

void DeskController::tellWaiting()
{
    const client::LinkState link = m_.desk.link().state;
    const bool mayKnow = link != client::LinkState::Forbidden && link != client::LinkState::SignedOut;
    m_.tray.setWaiting(mayKnow ? m_.models.inbox.waiting() : 0);
}

} // namespace relevo::ui
