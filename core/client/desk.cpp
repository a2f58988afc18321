#include <client/desk_post.h>

#include <limits>

namespace relevo::client {

Desk::Desk(DeskOptions options, Secrets& secrets, QObject* parent)
    : QObject(parent), m_options(std::move(options)), m_secrets(secrets), m_live(this), m_api(this),
      m_lists(m_api, m_live), m_session(new Session(m_options)),
      m_attachments(new Attachments(m_session->files(), this))
{
    m_thread.setObjectName(QStringLiteral("relevo-mirror"));
    m_session->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_session, &QObject::deleteLater);
    wire();
    forward();
    m_thread.start();
}

Desk::~Desk()
{
    // After everything that was asked of it: what was sent or written a moment ago is on disk first.
    post([thread = &m_thread](Session&) { thread->quit(); });
    m_thread.wait();
}

template <typename Signal, typename Member>
void Desk::pass(Signal signal, Member member)
{
    connect(m_session, signal, this, [this, member](const auto&... values) {
        if (m_heardEra != m_era)
            return;
        if constexpr (std::is_member_pointer_v<Member>)
            (this->*member)(values...);
        else
            member(values...);
    });
}

void Desk::wire()
{
    // The session lives on the mirror thread, so all of these are queued calls.
    connect(m_session, &Session::begun, this, &Desk::begun);
    connect(m_session, &Session::profileRead, this, &Desk::profileRead);
    connect(m_session, &Session::loggedIn, this, &Desk::loggedIn);
    connect(m_session, &Session::loginFailed, this, &Desk::loginFailed);
    connect(m_session, &Session::batchReady, this, &Desk::takeBatch);
    connect(m_session, &Session::deviceForgotten, this, &Desk::deviceForgotten);
}

void Desk::forward()
{
    pass(&Session::linkChanged, &Desk::linkChanged);
    pass(&Session::meKnown, &Desk::meKnown);
    pass(&Session::replicaFailed, &Desk::replicaFailed);
    pass(&Session::replicaRebuilt, &Desk::replicaRebuilt);
    pass(&Session::replicaTroubled, &Desk::replicaTroubled);
    pass(&Session::replicaMended, &Desk::replicaMended);
    pass(&Session::wishFailed, &Desk::commandFailed);
    pass(&Session::draftReturned, &Desk::draftReturned);
    pass(&Session::templateReturned, &Desk::templateReturned);
    pass(&Session::noteReturned, &Desk::noteReturned);
    pass(&Session::filesReturned, &Desk::filesReturned);
    pass(&Session::wishHeld, &Desk::wishHeld);
    pass(&Session::wishKept, &Desk::wishKept);
    pass(&Session::takenBack, &Desk::takenBack);
    pass(&Session::draftsRead, &Desk::draftsRead);
    pass(&Session::contactErased, &Desk::contactErased);
    pass(&Session::claimed, &Desk::claimed);
    pass(&Session::typing, &Desk::typing);
    pass(&Session::newHandoff, &Desk::newHandoff);
    pass(&Session::handoffsWhileAway, &Desk::handoffsWhileAway);
    pass(&Session::notifiedOf, &Desk::notified);
    pass(&Session::notificationRead, &Desk::notificationRead);
    pass(&Session::customerWrote, &Desk::customerWrote);
    pass(&Session::moreOfMine, &Desk::moreOfMine);
    pass(&Session::storageMeasured, &Desk::storageMeasured);
    pass(&Session::found, &Desk::searchFound);
    pass(&Session::viewers, &Desk::viewersChanged);
    pass(&Session::listKept,
         [this](KeptList which, const QByteArray& list) { m_lists.showKept(which, list); });
    pass(&Session::listChanged, [this](KeptList which) { m_lists.renew(which); });
    connect(this, &Desk::linkStateChanged, &m_lists, &KeptLists::follow);
    connect(&m_lists, &KeptLists::renewed, this, [this](KeptList which, const QByteArray& list) {
        post([which, list](Session& session) { session.keepList(which, list); });
    });
    connect(this, &Desk::contactErased, m_attachments, &Attachments::forget);
    connect(this, &Desk::replicaTroubled, this, [this] { m_troubled = true; });
    connect(this, &Desk::replicaMended, this, [this] { m_troubled = false; });
}

void Desk::resume(const QString& profileName)
{
    m_profile = {};
    m_profile.name = profileName;
    post([profileName, attempt = ++m_attempt](Session& session) {
        session.readProfile(profileName, attempt);
    });
}

void Desk::begun(quint64 era)
{
    m_heardEra = era;
    // Whatever the connection that was left had last told, it is closed now.
    if (m_heardEra == m_era && m_linkInfo != LinkInfo())
        linkChanged({});
}

void Desk::profileRead(quint64 attempt, const Result<Profile>& profile)
{
    if (attempt != m_attempt)
        return;
    if (!profile) {
        Q_EMIT signInNeeded();
        return;
    }
    useProfile(*profile);
    // The lists come from disk while the keychain is asked.
    post([profile = *profile](Session& session) { session.openReplica(profile, false); });
    m_secrets.read(secretKey(*profile), this, [this, attempt](const Result<QString>& token) {
        // A keychain may be unlocked long after somebody has typed a password.
        if (attempt == m_attempt)
            tokenRead(token);
    });
}

void Desk::tokenRead(const Result<QString>& token)
{
    if (!token) {
        Q_EMIT signInNeeded();
        return;
    }
    post([token = *token](Session& session) { session.connectWith(token); });
    m_api.use(m_profile.relay, *token);
    Q_EMIT signedIn(m_profile, true);
}

void Desk::useProfile(const Profile& profile)
{
    forgetEverything();
    m_profile = profile;
    m_live.setMe(profile.agent);
}

void Desk::signIn(const QString& typedUrl, const Credentials& credentials)
{
    const Result<QUrl> relay = relayUrl(typedUrl);
    if (!relay) {
        QMetaObject::invokeMethod(
            this, [this, error = relay.error()] { Q_EMIT signInFailed(error); }, Qt::QueuedConnection);
        return;
    }
    m_asking = true;
    Credentials tidy = credentials;
    tidy.email = credentials.email.trimmed();
    post([name = m_profile.name, relay = *relay, tidy, attempt = ++m_attempt](Session& session) {
        session.logIn(name, relay, tidy, attempt);
    });
}

void Desk::abandonSignIn()
{
    if (std::exchange(m_asking, false))
        ++m_attempt;
}

void Desk::loginFailed(quint64 attempt, const Error& error)
{
    if (attempt != m_attempt)
        return;
    m_asking = false;
    Q_EMIT signInFailed(error);
}

void Desk::loggedIn(quint64 attempt, const Profile& profile, const QString& token)
{
    if (attempt != m_attempt) {
        post([relay = profile.relay, token](Session& session) { session.revoke(relay, token); });
        return;
    }
    m_asking = false;
    useProfile(profile);
    post([profile, token](Session& session) {
        session.openReplica(profile, true);
        session.connectWith(token);
    });
    m_api.use(profile.relay, token);
    m_secrets.write(secretKey(profile), token, this, [this, profile, attempt](const Result<void>& kept) {
        if (attempt == m_attempt)
            Q_EMIT signedIn(profile, kept.has_value());
    });
}

void Desk::replicaFailed(const Error& error)
{
    ++m_attempt; // this one has ended, whatever the keychain still says
    Q_EMIT signInFailed(error);
}

void Desk::meKnown(const domain::Agent& me)
{
    m_profile.agent = me;
    m_live.setMe(me);
}

void Desk::signOut()
{
    if (!m_profile.relay.isEmpty())
        m_secrets.remove(secretKey(m_profile), this, [](const Result<void>&) {});
    ++m_attempt;
    post([](Session& session) { session.logOut(); });
    forgetEverything();
    Q_EMIT signedOut();
}

void Desk::forgetEverything()
{
    post([era = ++m_era](Session& session) { session.begin(era); });
    m_api.forget();
    m_lists.forget();
    m_attachments->clear();
    m_rowsShown = false;
    if (m_troubled)
        Q_EMIT replicaMended();
    qDeleteAll(std::exchange(m_transcripts, {}));
    m_live.clear();
}

void Desk::reconnect()
{
    post([](Session& session) { session.reconnect(); });
}

void Desk::linkChanged(const LinkInfo& info)
{
    if (info.state == LinkState::Online && m_linkInfo.state != LinkState::Online)
        m_attachments->connected();
    m_linkInfo = info;
    Q_EMIT linkStateChanged(info);
    if (info.state != LinkState::Refused)
        return;
    // A token that is refused once is refused for ever.
    m_api.forget();
    m_secrets.remove(secretKey(m_profile), this, [](const Result<void>&) {});
    Q_EMIT signInNeeded();
}

void Desk::takeBatch(const SharedBatch& batch)
{
    post([](Session& session) { session.batchTaken(); });
    if (m_heardEra != m_era)
        return;
    m_live.apply(*batch);
    for (const TranscriptBatch& changes : batch->transcripts) {
        if (Transcript* transcript = m_transcripts.value(changes.conversation))
            transcript->apply(changes);
    }
    if (batch->reset && !std::exchange(m_rowsShown, true))
        Q_EMIT firstRowsShown();
}

Transcript* Desk::openConversation(const domain::ConversationId& conversation)
{
    Transcript* transcript = openBeside(conversation);
    post([conversation](Session& session) { session.lookAt(conversation); });
    return transcript;
}

Transcript* Desk::openBeside(const domain::ConversationId& conversation)
{
    Transcript*& transcript = m_transcripts[conversation];
    if (!transcript) {
        transcript = new Transcript(conversation, this);
        post([conversation](Session& session) { session.openConversation(conversation); });
    }
    return transcript;
}

void Desk::closeConversation(const domain::ConversationId& conversation)
{
    Transcript* transcript = m_transcripts.take(conversation);
    if (!transcript)
        return;
    // Views may be in the middle of a signal of it.
    transcript->deleteLater();
    post([conversation](Session& session) { session.closeConversation(conversation); });
}

void Desk::loadOlder(const domain::ConversationId& conversation)
{
    const Transcript* transcript = m_transcripts.value(conversation);
    if (!transcript || !transcript->isLoaded())
        return;
    const qint64 before = transcript->messages().empty() ? std::numeric_limits<qint64>::max()
                                                         : transcript->messages().front().seq;
    post([conversation, before](Session& session) { session.loadOlder(conversation, before); });
}

void Desk::measureStorage()
{
    post([](Session& session) { session.measureStorage(); });
}

void Desk::setHistoryBytes(qint64 bytes)
{
    post([bytes](Session& session) { session.setHistoryBytes(bytes); });
}

void Desk::forgetDevice()
{
    const Profile profile = m_profile;
    signOut();
    m_profile = {};
    m_profile.name = profile.name;
    post([profile](Session& session) { session.forgetDevice(profile); });
}

quint64 Desk::search(const SearchQuery& query)
{
    const quint64 number = ++m_search;
    post([number, query](Session& session) { session.search(number, query); });
    return number;
}

void Desk::ask(const std::string& method, const protocol::Json& params,
               std::function<void(const Result<protocol::Json>&)> answered)
{
    // The answer comes on the mirror thread and is given on this one.
    const auto back = [this, era = m_era,
                       answered = std::move(answered)](const Result<protocol::Json>& answer) {
        QMetaObject::invokeMethod(
            this,
            [this, era, answered, answer] {
                if (era == m_era)
                    answered(answer);
            },
            Qt::QueuedConnection);
    };
    post([method, params, back](Session& session) { session.ask(method, params, back); });
}

} // namespace relevo::client
