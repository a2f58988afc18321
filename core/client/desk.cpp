#include <client/desk.h>

#include <client/session.h>

#include <limits>

namespace relevo::client {

Desk::Desk(DeskOptions options, Secrets& secrets, QObject* parent)
    : QObject(parent), m_options(std::move(options)), m_secrets(secrets), m_live(this),
      m_session(new Session(m_options))
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
    m_thread.quit();
    m_thread.wait();
}

/// Runs `call` on the mirror thread, in the order of posting.
template <typename Call>
void Desk::post(Call call)
{
    QMetaObject::invokeMethod(
        m_session, [session = m_session, call = std::move(call)] { call(*session); }, Qt::QueuedConnection);
}

void Desk::wire()
{
    // The session lives on the mirror thread, so all of these are queued calls.
    connect(m_session, &Session::profileRead, this, &Desk::profileRead);
    connect(m_session, &Session::loggedIn, this, &Desk::loggedIn);
    connect(m_session, &Session::linkChanged, this, &Desk::linkChanged);
    connect(m_session, &Session::batchReady, this, &Desk::takeBatch);
    connect(m_session, &Session::meKnown, this, [this](const domain::Agent& me) {
        m_profile.agent = me;
        m_live.setMe(me);
    });
}

void Desk::forward()
{
    connect(m_session, &Session::loginFailed, this, &Desk::signInFailed);
    connect(m_session, &Session::replicaFailed, this, &Desk::signInFailed);
    connect(m_session, &Session::replicaRebuilt, this, &Desk::replicaRebuilt);
    connect(m_session, &Session::wishFailed, this, &Desk::commandFailed);
    connect(m_session, &Session::draftReturned, this, &Desk::draftReturned);
    connect(m_session, &Session::claimed, this, &Desk::claimed);
    connect(m_session, &Session::typing, this, &Desk::typing);
    connect(m_session, &Session::newHandoff, this, &Desk::newHandoff);
    connect(m_session, &Session::handoffsWhileAway, this, &Desk::handoffsWhileAway);
    connect(m_session, &Session::customerWrote, this, &Desk::customerWrote);
}

void Desk::resume(const QString& profileName)
{
    m_profile = {};
    m_profile.name = profileName;
    post([profileName](Session& session) { session.readProfile(profileName); });
}

void Desk::profileRead(const Result<Profile>& profile)
{
    if (!profile) {
        Q_EMIT signInNeeded();
        return;
    }
    useProfile(*profile);
    // The lists come from disk while the keychain is asked.
    post([profile = *profile](Session& session) { session.openReplica(profile, false); });
    m_secrets.read(secretKey(*profile), this, [this](const Result<QString>& token) { tokenRead(token); });
}

void Desk::tokenRead(const Result<QString>& token)
{
    if (!token) {
        Q_EMIT signInNeeded();
        return;
    }
    post([token = *token](Session& session) { session.connectWith(token); });
    Q_EMIT signedIn(m_profile, true);
}

void Desk::useProfile(const Profile& profile)
{
    forgetEverything();
    m_profile = profile;
    m_live.setMe(profile.agent);
}

void Desk::signIn(const QString& typedUrl, const QString& email, const QString& password)
{
    const Result<QUrl> relay = relayUrl(typedUrl);
    if (!relay) {
        QMetaObject::invokeMethod(
            this, [this, error = relay.error()] { Q_EMIT signInFailed(error); }, Qt::QueuedConnection);
        return;
    }
    post([name = m_profile.name, relay = *relay, email = email.trimmed(), password](Session& session) {
        session.logIn(name, relay, email, password);
    });
}

void Desk::loggedIn(const Profile& profile, const QString& token)
{
    useProfile(profile);
    post([profile, token](Session& session) {
        session.openReplica(profile, true);
        session.connectWith(token);
    });
    m_secrets.write(secretKey(profile), token, this, [this, profile](const Result<void>& kept) {
        Q_EMIT signedIn(profile, kept.has_value());
    });
}

void Desk::signOut()
{
    if (!m_profile.relay.isEmpty())
        m_secrets.remove(secretKey(m_profile), this, [](const Result<void>&) {});
    post([](Session& session) { session.logOut(); });
    forgetEverything();
    m_live.setMe({});
    Q_EMIT signedOut();
}

void Desk::forgetEverything()
{
    m_rowsShown = false;
    qDeleteAll(std::exchange(m_transcripts, {}));
    m_live.clear();
}

void Desk::reconnect()
{
    post([](Session& session) { session.reconnect(); });
}

void Desk::linkChanged(const LinkInfo& info)
{
    m_linkInfo = info;
    Q_EMIT linkStateChanged(info);
    if (info.state != LinkState::Refused)
        return;
    // A token that is refused once is refused for ever.
    m_secrets.remove(secretKey(m_profile), this, [](const Result<void>&) {});
    Q_EMIT signInNeeded();
}

void Desk::takeBatch(const SharedBatch& batch)
{
    post([](Session& session) { session.batchTaken(); });
    m_live.apply(*batch);
    for (const TranscriptBatch& changes : batch->transcripts) {
        if (Transcript* transcript = m_transcripts.value(changes.conversation))
            transcript->apply(changes);
    }
    if (batch->reset && !std::exchange(m_rowsShown, true))
        Q_EMIT firstRowsShown();
}

void Desk::claim(const domain::HandoffId& handoff)
{
    const ConversationRow* row = m_live.rowOfHandoff(handoff);
    post([handoff, conversation = row ? row->id : domain::ConversationId()](Session& session) {
        session.claim(handoff, conversation);
    });
}

void Desk::send(const domain::ConversationId& conversation, const QString& text)
{
    if (text.trimmed().isEmpty())
        return;
    // What the agent sees now is what the text answers to: its epoch goes with it.
    const ConversationRow* row = m_live.row(conversation);
    if (!row) {
        Q_EMIT commandFailed(Wish::Send, conversation,
                             {ErrorCode::NotFound, tr("The conversation is over."), {}, {}});
        Q_EMIT draftReturned(conversation, text, tr("The conversation is over."));
        return;
    }
    post([conversation, handoff = row->handoffId, epoch = row->epoch, text](Session& session) {
        session.send(conversation, handoff, epoch, text);
    });
}

void Desk::resolve(const domain::HandoffId& handoff, const QString& notes, bool handBackToBot)
{
    const ConversationRow* row = m_live.rowOfHandoff(handoff);
    post([handoff, conversation = row ? row->id : domain::ConversationId(), notes,
          handBackToBot](Session& session) { session.resolve(handoff, conversation, notes, handBackToBot); });
}

void Desk::setAvailability(domain::Availability availability)
{
    post([availability](Session& session) { session.setAvailability(availability); });
}

void Desk::setTyping(const domain::ConversationId& conversation, bool on)
{
    post([conversation, on](Session& session) { session.setTyping(conversation, on); });
}

void Desk::markRead(const domain::ConversationId& conversation)
{
    post([conversation](Session& session) { session.markRead(conversation); });
}

Transcript* Desk::openConversation(const domain::ConversationId& conversation)
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

} // namespace relevo::client
