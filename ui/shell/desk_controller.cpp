#include <ui/shell/desk_controller.h>

#include <models/names.h>
#include <ui/conversation/conversation_page.h>
#include <ui/conversation/transcript_view.h>
#include <ui/login/login_page.h>
#include <ui/queue/left_column.h>
#include <ui/shell/desk_page.h>
#include <ui/shell/main_window.h>
#include <ui/shell/tray_icon.h>
#include <ui/widgets/availability_button.h>
#include <ui/widgets/banner.h>
#include <ui/widgets/link_bar.h>

namespace relevo::ui {

namespace {

const QString queueKey = QStringLiteral("queue");

} // namespace

DeskController::DeskController(const Parts& parts, QObject* parent) : QObject(parent), m_(parts)
{
    connectSession();
    connectLink();
    connectWishes();
    connectNews();
    connectTray();
    tellWaiting();
}

void DeskController::start(const QString& profile, const QString& relay)
{
    m_relay = relay;
    m_.desk.resume(profile);
}

void DeskController::signIn(const QString& relay, const QString& email, const QString& password)
{
    m_byPassword = true;
    m_.window.login().setBusy(true);
    m_.desk.signIn(relay, email, password);
}

void DeskController::connectSession()
{
    client::Desk& desk = m_.desk;
    connect(&m_.window.login(), &LoginPage::signInRequested, this, &DeskController::signIn);
    connect(&m_.window, &MainWindow::signOutRequested, &desk, &client::Desk::signOut);
    connect(&desk, &client::Desk::signedIn, this, &DeskController::signedIn);
    connect(&desk, &client::Desk::signInNeeded, this, &DeskController::signInNeeded);
    connect(&desk, &client::Desk::signInFailed, this, [this](const Error& error) {
        m_byPassword = false;
        m_.window.login().showError(error);
        m_.window.showLogin();
    });
    connect(&desk, &client::Desk::signedOut, this, [this] {
        m_.tray.setSignedIn(false);
        m_.window.desk().look({});
        m_.window.login().showReason({});
        m_.window.login().setBusy(false);
        m_.window.showLogin();
    });
    connect(&desk, &client::Desk::firstRowsShown, this, [this] {
        m_.window.showDesk();
        if (!m_openWhenKnown.isNull())
            openHandoff(std::exchange(m_openWhenKnown, {}));
    });
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
        m_.window.login().showReason(tr("Your session has ended. Sign in again."));
        m_.window.showLogin();
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
    connect(&page.left().availability(), &AvailabilityButton::chosen, &desk, &client::Desk::setAvailability);
    connect(&conversation, &ConversationPage::sendRequested, &desk, &client::Desk::send);
    connect(&conversation, &ConversationPage::typingChanged, &desk, &client::Desk::setTyping);
    connect(&conversation, &ConversationPage::olderWanted, &desk, &client::Desk::loadOlder);
    connect(&conversation, &ConversationPage::readToEnd, this, &DeskController::readWhatIsSeen);
    connect(&m_.window, &MainWindow::resolveRequested, &desk, &client::Desk::resolve);
    connect(&m_.window, &MainWindow::activeChanged, this, &DeskController::readWhatIsSeen);
}

void DeskController::connectNews()
{
    client::Desk& desk = m_.desk;
    connect(&desk, &client::Desk::commandFailed, this, &DeskController::commandFailed);
    connect(&desk, &client::Desk::draftReturned, this,
            [this](const domain::ConversationId& conversation, const QString& text, const QString&) {
                m_.window.desk().conversation().returnDraft(conversation, text);
            });
    connect(&desk, &client::Desk::claimed, this,
            [this](const domain::HandoffId&, const domain::ConversationId& conversation) {
                m_.window.desk().enter(conversation);
            });
    connect(&desk, &client::Desk::typing, this,
            [this](const domain::ConversationId& conversation, const QString& name, bool on) {
                if (conversation == m_looking)
                    m_.window.desk().conversation().setTyping(name, on);
            });
    connect(&desk, &client::Desk::newHandoff, this, &DeskController::notifyHandoff);
    connect(&desk, &client::Desk::handoffsWhileAway, this, &DeskController::notifyAfterAbsence);
    connect(&desk, &client::Desk::customerWrote, this, &DeskController::notifyMessage);
    connect(&desk.live(), &client::LiveView::rowsChanged, this, &DeskController::withdrawSettled);
    connect(&m_.notifier, &Notifier::opened, this, &DeskController::noticeOpened);
}

void DeskController::connectTray()
{
    TrayIcon& tray = m_.tray;
    connect(&tray, &TrayIcon::openRequested, &m_.window, [this] { m_.window.bringToFront(); });
    connect(&tray, &TrayIcon::waitingRequested, this, [this] { noticeOpened(queueKey, {}); });
    connect(&tray, &TrayIcon::availabilityChosen, &m_.desk, &client::Desk::setAvailability);
    connect(&m_.models.live, &client::LiveView::meChanged, this,
            [this] { m_.tray.setAvailability(m_.models.live.me().availability); });
    connect(&m_.models.queue, &QAbstractItemModel::rowsInserted, this, &DeskController::tellWaiting);
    connect(&m_.models.queue, &QAbstractItemModel::rowsRemoved, this, &DeskController::tellWaiting);
    connect(&m_.models.queue, &QAbstractItemModel::modelReset, this, &DeskController::tellWaiting);
}

void DeskController::look(const domain::ConversationId& conversation)
{
    if (conversation == m_looking && m_.models.messages.transcript())
        return;
    const domain::ConversationId before = std::exchange(m_looking, conversation);
    m_.models.look(conversation.isNull() ? nullptr : m_.desk.openConversation(conversation));
    if (!before.isNull() && before != conversation)
        m_.desk.closeConversation(before);
}

void DeskController::signedIn(const client::Profile&, bool tokenKept)
{
    m_.window.login().setBusy(false);
    m_.window.login().setKeychainMissing(!tokenKept);
    m_.tray.setSignedIn(true);
    tellWaiting();
    m_.window.showDesk();
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
    m_.window.login().setBusy(false);
    // While the lists are shown they stay; the link's bar says what happened and leads here.
    if (m_.desk.link().state == client::LinkState::Refused && m_.window.isDeskShown())
        return;
    m_.window.showLogin();
}

void DeskController::linkChanged(const client::LinkInfo& info)
{
    m_.window.desk().left().link().setLink(info);
    m_.window.desk().setConnected(client::isConnected(info.state));
}

void DeskController::commandFailed(client::Wish wish, const domain::ConversationId&, const Error& error)
{
    if (wish == client::Wish::Claim)
        m_.window.desk().conversation().claimEnded();
    const auto holder = error.context.find(QStringLiteral("holderName"));
    QString words = error.detail.isEmpty() ? error.message : error.message + QLatin1Char(' ') + error.detail;
    if (error.code == ErrorCode::AlreadyClaimed && holder != error.context.end() && !holder->second.isEmpty())
        words = tr("%1 was faster and has this conversation.").arg(holder->second);
    m_.window.desk().conversation().banner().tell(
        wish == client::Wish::Claim ? Banner::Tone::Information : Banner::Tone::Problem, words);
}

void DeskController::notifyHandoff(const client::HandoffNews& news)
{
    if (m_.window.isActiveWindow())
        return;
    const QString name = models::visibleName(news.contactName, news.conversation);
    const QString priority = tr("%1 priority").arg(models::nameOf(news.priority));
    m_.notifier.show({news.handoff.toString(), tr("%1 is waiting").arg(name),
                      news.reason.isEmpty() ? priority : priority + QStringLiteral(" · ") + news.reason,
                      news.priority == domain::Priority::Urgent});
}

void DeskController::notifyAfterAbsence(int count, const client::HandoffNews& first)
{
    if (m_.window.isActiveWindow())
        return;
    if (count == 1) {
        notifyHandoff(first);
        return;
    }
    m_.notifier.show({queueKey, tr("%n customer(s) waiting", nullptr, count),
                      tr("Most pressing: %1").arg(models::visibleName(first.contactName, first.conversation)),
                      first.priority == domain::Priority::Urgent});
}

void DeskController::notifyMessage(const domain::ConversationId& conversation, const QString& line)
{
    if (m_.window.isActiveWindow())
        return;
    const client::ConversationRow* row = m_.models.live.row(conversation);
    m_.notifier.show({conversation.toString(),
                      models::visibleName(row ? row->contactName : QString(), conversation), line, false});
}

void DeskController::withdrawSettled(const QList<domain::ConversationId>& changed,
                                     const QList<domain::ConversationId>&)
{
    for (const domain::ConversationId& id : changed) {
        const client::ConversationRow* row = m_.models.live.row(id);
        if (row && !row->handoffId.isNull() && !client::isWaiting(*row))
            m_.notifier.withdraw(row->handoffId.toString());
    }
}

void DeskController::openHandoff(const domain::HandoffId& handoff)
{
    m_.window.bringToFront();
    if (const client::ConversationRow* row = m_.models.live.rowOfHandoff(handoff))
        m_.window.desk().enter(row->id);
    else
        m_openWhenKnown = handoff;
}

void DeskController::noticeOpened(const QString& key, const QString& token)
{
    m_.window.bringToFront(token);
    if (!m_.window.isDeskShown())
        return;
    if (const auto handoff = domain::HandoffId::parse(key)) {
        if (const client::ConversationRow* row = m_.models.live.rowOfHandoff(*handoff)) {
            m_.window.desk().enter(row->id);
            return;
        }
    }
    if (const auto conversation = domain::ConversationId::parse(key);
        conversation && m_.models.live.row(*conversation))
        m_.window.desk().enter(*conversation);
    else
        m_.window.desk().goToQueue();
}

void DeskController::readWhatIsSeen()
{
    const client::ConversationRow* row = m_.models.live.row(m_looking);
    if (!row || row->unread == 0 || !m_.window.isActiveWindow() || !m_.window.desk().conversation().isAtEnd())
        return;
    m_.desk.markRead(m_looking);
    m_.notifier.withdraw(m_looking.toString());
}

void DeskController::tellWaiting()
{
    m_.tray.setWaiting(m_.models.queue.rowCount());
}

} // namespace relevo::ui
