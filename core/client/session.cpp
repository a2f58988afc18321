#include <client/session.h>

#include <base/log.h>
#include <protocol/codec.h>
#include <protocol/event_codec.h>

namespace relevo::client {

using protocol::Json;

namespace {

// Folded at once past this, so that a long catching up needs no more memory than a short one.
constexpr std::size_t mostIncoming = 500;
constexpr std::chrono::minutes trimEvery{10};
// A disk that damages the file again and again is not mended by trying.
constexpr int mostRebuilds = 3;
// How long a damaged replica is kept for whoever wants to know what was wrong with it.
constexpr std::chrono::days asideFor{7};

} // namespace

Session::Session(const DeskOptions& options)
    : m_options(options), m_link(
                              options, [this] { return greeting(); }, this),
      m_files(this), m_login(this), m_publisher(options.frame, this),
      m_courier(options, m_link, m_files, this), m_typing(options.clock, m_link, this), m_drafts(this),
      m_relayClock(options.clock), m_news(m_relayClock, this), m_finder(m_link, this), m_fold(this),
      m_trim(this), m_historyBytes(options.historyBytes)
{
    wire();
}

Session::~Session()
{
    // While everything it may call back into is still here.
    m_link.close();
    m_drafts.flush();
}

Greeting Session::greeting()
{
    m_alertsTold = m_alerts;
    return m_mirror ? Greeting{m_mirror->seq(), m_mirror->epoch(), m_alerts} : Greeting{0, {}, m_alerts};
}

void Session::wire()
{
    m_fold.setSingleShot(true);
    m_fold.setInterval(m_options.frame);
    connect(&m_fold, &QTimer::timeout, this, &Session::foldIncoming);
    m_trim.setInterval(trimEvery);
    connect(&m_trim, &QTimer::timeout, this, &Session::trimHistory);
    connect(&m_link, &Link::changed, this, &Session::linkMoved);
    connect(&m_link, &Link::welcomed, this, &Session::welcomed);
    connect(&m_link, &Link::notified, this, &Session::notified);
    connect(&m_publisher, &Publisher::ready, this, &Session::batchReady);
    connect(&m_publisher, &Publisher::failed, this, &Session::replicaTrouble, Qt::QueuedConnection);
    connect(&m_courier, &Courier::accepted, this, &Session::wishDone);
    connect(&m_courier, &Courier::refused, this, &Session::wishRefused);
    connect(&m_courier, &Courier::failed, this, &Session::replicaTrouble, Qt::QueuedConnection);
    connect(&m_drafts, &DraftBox::failed, this, &Session::replicaTrouble, Qt::QueuedConnection);
    connect(&m_news, &News::newHandoff, this, &Session::newHandoff);
    connect(&m_news, &News::handoffsWhileAway, this, &Session::handoffsWhileAway);
    connect(&m_news, &News::notified, this, &Session::notifiedOf);
    connect(&m_news, &News::notificationRead, this, &Session::notificationRead);
    connect(&m_news, &News::customerWrote, this, &Session::customerWrote);
    connect(&m_news, &News::moreOfMine, this, &Session::moreOfMine);
    connect(&m_typing, &Typing::changed, this, &Session::typing);
    connect(&m_finder, &Finder::found, this, &Session::found);
    connect(&m_finder, &Finder::failed, this, &Session::replicaTrouble, Qt::QueuedConnection);
}

void Session::begin(quint64 era)
{
    m_link.close();
    m_files.forget();
    m_drafts.flush();
    closeReplica();
    m_publisher.closeAll();
    m_news.forget();
    m_missed.reset();
    m_token.clear();
    m_rebuilds = 0;
    m_troubled = false;
    Q_EMIT begun(era);
}

void Session::readProfile(const QString& name, quint64 attempt)
{
    Q_EMIT profileRead(attempt, loadProfile(m_options.dataDirectory, name));
}

void Session::logIn(const QString& profileName, const QUrl& relay, const Credentials& credentials,
                    quint64 attempt)
{
    m_login.signIn(
        relay, credentials,
        [this, profileName, relay, email = credentials.email, attempt](const Result<SignedIn>& answer) {
            if (!answer) {
                Q_EMIT loginFailed(attempt, answer.error());
                return;
            }
            const Profile profile{profileName, relay, email, answer->agent};
            Q_EMIT loggedIn(attempt, profile, answer->token);
        });
}

void Session::openReplica(const Profile& profile, bool save)
{
    m_profile = profile;
    const QString path = mirrorPath(m_options.dataDirectory, profile);
    Result<std::unique_ptr<Mirror>> mirror = Mirror::open(path);
    if (!mirror && mirror.error().code == ErrorCode::Internal) {
        rebuild();
    } else if (!mirror) {
        Q_EMIT replicaFailed(mirror.error());
        return;
    } else {
        useMirror(std::move(*mirror));
    }
    tellDrafts();
    tellLists();
    if (save) {
        if (const Result<void> saved = saveProfile(m_options.dataDirectory, profile); !saved)
            qCWarning(logClient).noquote() << "the profile cannot be saved:" << saved.error().message;
    }
}

void Session::useMirror(std::unique_ptr<Mirror> mirror)
{
    m_mirror = std::move(mirror);
    forgetSetAside(mirrorPath(m_options.dataDirectory, m_profile), m_options.clock.now() - asideFor);
    m_incoming.clear();
    // What an earlier run wanted at that moment is no wish any more.
    const std::vector<OutboxItem> items = m_mirror->outbox().items();
    for (const OutboxItem& item : items) {
        if (isOfTheMoment(item.wish))
            (void)m_mirror->outbox().remove(item.commandId);
    }
    m_files.shelf().open(filesFolder(m_options.dataDirectory, m_profile));
    m_publisher.setMirror(m_mirror.get(), m_profile.agent.id);
    m_courier.setOutbox(&m_mirror->outbox());
    m_finder.setMirror(m_mirror.get());
    m_drafts.setMirror(m_mirror.get());
    m_trim.start();
}

void Session::tellDrafts()
{
    if (!m_mirror)
        return;
    const Result<std::vector<Draft>> drafts = m_mirror->drafts();
    if (!drafts) {
        replicaTrouble(drafts.error());
        return;
    }
    Q_EMIT draftsRead(QList<Draft>(drafts->begin(), drafts->end()));
}

void Session::closeReplica()
{
    m_trim.stop();
    m_fold.stop();
    m_incoming.clear();
    m_publisher.setMirror(nullptr, {});
    m_courier.setOutbox(nullptr);
    m_finder.setMirror(nullptr);
    m_drafts.setMirror(nullptr);
    m_files.shelf().close();
    m_mirror.reset();
}

void Session::connectWith(const QString& token)
{
    if (!m_mirror)
        return;
    m_token = token;
    m_files.use(m_profile.relay, token);
    m_link.open(m_profile.relay, token);
}

void Session::reconnect()
{
    m_link.reconnect();
}

void Session::logOut()
{
    if (!m_token.isEmpty())
        revoke(m_profile.relay, std::exchange(m_token, {}));
}

void Session::revoke(const QUrl& relay, const QString& token)
{
    m_login.signOut(relay, token);
}

void Session::linkMoved(const LinkInfo& info)
{
    if (isConnected(info.state)) {
        m_relayClock.setAhead(info.clockAhead);
    } else {
        m_snapshot = false;
        m_fold.stop();
        m_incoming.clear();
        m_typing.forget();
        m_news.away();
        if (!m_viewing.isNull())
            Q_EMIT viewers(m_viewing, {});
    }
    Q_EMIT linkChanged(info);
}

void Session::welcomed(const Welcome& welcome)
{
    m_profile.agent = welcome.agent;
    Q_EMIT meKnown(welcome.agent);
    m_target = welcome.seq;
    m_snapshot = welcome.snapshot;
    m_news.away();
    m_publisher.setFailing(welcome.failing);
    if (!m_snapshot) {
        checkCaughtUp();
        return;
    }
    // What an earlier snapshot stood for may still be asked for; this one stands for more.
    const bool otherJournal = welcome.epoch != m_mirror->epoch();
    if (otherJournal)
        m_missed = Missed();
    else if (!m_missed)
        m_missed = Missed{m_mirror->seq(), 0};
    const Result<std::vector<ConversationRow>> known = m_mirror->rows();
    const Result<void> begun =
        known ? m_mirror->beginSnapshot(welcome.epoch) : std::unexpected(known.error());
    if (!begun)
        replicaTrouble(begun.error());
    else
        m_news.snapshotComes(*known, otherJournal ? std::nullopt : std::optional(m_mirror->seq()));
}

void Session::notified(const std::string& method, const Json& params)
{
    if (!m_mirror)
        return;
    if (method == "event")
        takeEvent(params);
    else if (method == "snapshot")
        takePage(params);
    else if (method == "typing")
        m_typing.heard(params, m_profile.agent.name);
    else if (method == "viewers")
        takeViewers(params);
    else if (method == "cannedResponses.changed")
        Q_EMIT listChanged(KeptList::CannedResponses);
    else if (method == "messageTemplates.changed")
        Q_EMIT listChanged(KeptList::MessageTemplates);
}

void Session::takeEvent(const Json& params)
{
    Result<domain::Event> event = protocol::decodeEvent(params);
    if (!event) {
        // Not to be understood, but its number is: kept as unknown, so that the rest can follow.
        protocol::Fields fields(params);
        domain::Event unknown;
        unknown.seq = fields.number("seq");
        if (fields.error()) {
            m_link.giveUpConnection(tr("The relay sent an answer that Relevo cannot read."));
            return;
        }
        qCWarning(logClient).noquote()
            << "event" << unknown.seq << "cannot be read:" << event.error().message;
        event = std::move(unknown);
    }
    m_incoming.push_back(std::move(*event));
    if (m_incoming.size() >= mostIncoming)
        foldIncoming();
    else if (!m_fold.isActive())
        m_fold.start();
}

void Session::takePage(const Json& params)
{
    if (!m_snapshot)
        return;
    const Result<MirrorChanges> changes = m_mirror->addPage(params, m_profile.agent.id);
    if (!changes) {
        if (changes.error().code == ErrorCode::Conflict || changes.error().code == ErrorCode::Invalid)
            m_link.giveUpConnection(tr("The relay sent an answer that Relevo cannot read."));
        else
            replicaTrouble(changes.error());
        return;
    }
    if (!changes->everything)
        return;
    m_snapshot = false;
    if (m_missed)
        m_missed->upTo = m_mirror->seq();
    replicaWorks();
    settleOutbox({});
    forget(*changes);
    m_publisher.note(*changes);
    checkCaughtUp();
}

void Session::foldIncoming()
{
    m_fold.stop();
    const std::vector<domain::Event> events = std::exchange(m_incoming, {});
    if (events.empty() || !m_mirror)
        return;
    const Result<MirrorChanges> changes = m_mirror->apply(events);
    if (!changes) {
        if (changes.error().code == ErrorCode::Conflict)
            m_link.giveUpConnection(tr("Something was lost on the way."));
        else
            replicaTrouble(changes.error());
        return;
    }
    replicaWorks();
    settleOutbox(changes->messages);
    forget(*changes);
    if (const Result<void> marked = markReadElsewhere(events); !marked) {
        replicaTrouble(marked.error());
        return;
    }
    m_publisher.note(*changes);
    for (const domain::Event& event : events) {
        // What had changed before the welcome is in what the welcome said.
        const auto* health = std::get_if<domain::HealthChange>(&event.data);
        if (health && event.seq > m_target)
            m_publisher.noteHealth(*health);
    }
    m_news.note(events, *m_mirror, m_profile.agent.id);
    checkCaughtUp();
}

/// The relay says of a customer's message that it was read, by whom: only who holds the conversation reads
/// for the customer.
Result<void> Session::markReadElsewhere(const std::vector<domain::Event>& events)
{
    const QString me = m_profile.agent.id.toString();
    for (const domain::Event& event : events) {
        const auto* update = std::get_if<domain::DeliveryUpdate>(&event.data);
        if (!update || update->delivery != domain::Delivery::Read ||
            event.actor.type != domain::ActorType::Agent || event.actor.id != me)
            continue;
        if (Result<void> marked = m_mirror->markRead(event.conversationId, update->messageId); !marked)
            return marked;
    }
    return {};
}

void Session::settleOutbox(const std::vector<domain::Message>& messages)
{
    if (m_mirror->outbox().items().empty())
        return;
    std::vector<QString> own;
    for (const domain::Message& message : messages) {
        if (message.author == domain::Author::Agent && !message.clientId.isEmpty())
            own.push_back(message.clientId);
    }
    const auto settled = m_mirror->outbox().settle(m_mirror->seq(), own);
    if (!settled) {
        replicaTrouble(settled.error());
        return;
    }
    for (const domain::ConversationId& conversation : *settled)
        m_publisher.noteRow(conversation);
    if (!settled->empty())
        m_courier.pump();
}

void Session::checkCaughtUp()
{
    if (m_link.state() != LinkState::CatchingUp || m_snapshot || !m_mirror || m_mirror->seq() < m_target)
        return;
    if (m_troubled) {
        // Nothing had to be written to get here; an empty batch shows whether it can be.
        if (const Result<MirrorChanges> written = m_mirror->apply({}); !written) {
            replicaTrouble(written.error());
            return;
        }
        replicaWorks();
    }
    m_link.caughtUp();
    m_publisher.fillHoles();
    for (const domain::ConversationId& conversation : m_publisher.openTranscripts())
        fetchIfUnknown(conversation);
    m_news.caughtUp(*m_mirror, m_profile.agent.id);
    fetchMissedNotifications();
    if (!m_viewing.isNull())
        tellViewing();
    tellAlerts();
    tellHere();
    m_courier.pump();
}

void Session::setHere(bool here)
{
    m_here = here;
    tellHere();
}

/// What the relay knows of it goes with the connection.
void Session::tellHere()
{
    if (m_here && online())
        m_link.call("presence.set", {{"here", *m_here}}, [](const Result<Json>&) {});
}

void Session::replicaTrouble(const Error& error)
{
    qCWarning(logClient).noquote() << "the local copy:" << error.message;
    if (!m_mirror)
        return;
    if (error.code == ErrorCode::Internal && m_rebuilds < mostRebuilds) {
        rebuild();
        return;
    }
    // What could not be kept comes again with the next connection.
    m_link.giveUpConnection(tr("The local copy cannot be written."));
    if (!std::exchange(m_troubled, true))
        Q_EMIT replicaTroubled(error);
}

void Session::replicaWorks()
{
    if (std::exchange(m_troubled, false))
        Q_EMIT replicaMended();
}

void Session::rebuild()
{
    ++m_rebuilds;
    const QString path = mirrorPath(m_options.dataDirectory, m_profile);
    const std::vector<OutboxItem> waiting = m_mirror ? m_mirror->outbox().items() : rescueOutbox(path);
    std::vector<Draft> drafts =
        m_mirror ? m_mirror->drafts().value_or(std::vector<Draft>{}) : rescueDrafts(path);
    for (Draft& unwritten : m_drafts.unwritten())
        drafts.push_back(std::move(unwritten)); // after what it replaces
    const bool connected = m_link.state() != LinkState::SignedOut;
    closeReplica();
    const QString kept = setAside(path, m_options.clock.now());
    Result<std::unique_ptr<Mirror>> fresh = Mirror::open(path);
    if (!fresh) {
        m_link.close();
        Q_EMIT replicaFailed(fresh.error());
        return;
    }
    for (OutboxItem item : waiting) {
        // Which of them were sent already is not known any more, so none can be taken back.
        item.notBefore.reset();
        (void)(*fresh)->outbox().add(std::move(item));
    }
    for (const Draft& draft : drafts)
        (void)(*fresh)->putDraft(draft);
    useMirror(std::move(*fresh));
    Q_EMIT replicaRebuilt(kept);
    if (connected)
        m_link.open(m_profile.relay, m_token);
}

} // namespace relevo::client
