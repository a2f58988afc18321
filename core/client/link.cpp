#include <client/link.h>

#include <base/log.h>
#include <client/connection.h>
#include <protocol/codec.h>
#include <protocol/limits.h>
#include <protocol/rpc.h>

#include <QtCore/QSysInfo>
#include <QtWebSockets/QWebSocket>

#include <algorithm>

namespace relevo::client {

using protocol::Json;

namespace {

// What the relay says by closing (PROTOCOL.md).
constexpr int closeBadToken = 4001;
constexpr int closeForbidden = 4003;
constexpr int closeReplaced = 4009;
constexpr int closeTooOld = 4010;

// More than any relay should send in one message, so that a hostile one cannot fill the memory.
constexpr quint64 maxIncomingBytes = 4 * 1024 * 1024;

QUrl socketUrl(const QUrl& relay)
{
    QUrl url = relay;
    url.setScheme(relay.scheme() == QLatin1String("https") ? QStringLiteral("wss") : QStringLiteral("ws"));
    QString path = relay.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path + QStringLiteral("/ws/agent"));
    return url;
}

bool isAboutTrust(QAbstractSocket::SocketError error)
{
    return error == QAbstractSocket::SslHandshakeFailedError || error == QAbstractSocket::SslInternalError ||
           error == QAbstractSocket::SslInvalidUserDataError;
}

/// How much later than by the relay's clock it is by this one; the way of the answer counts as nothing.
milliseconds clockAhead(const Json& answer, Timestamp now)
{
    protocol::Fields fields(answer);
    const QString said = fields.optionalText("serverTime", protocol::maxShortText);
    const std::optional<Timestamp> theirs = fromRfc3339(said.toStdString());
    return theirs ? now - *theirs : milliseconds(0);
}

Result<Welcome> readWelcome(const Json& json)
{
    protocol::Fields fields(json);
    Welcome welcome;
    welcome.seq = fields.number("seq");
    welcome.epoch = fields.optionalText("epoch", protocol::maxShortText);
    welcome.snapshot = fields.text("mode", protocol::maxShortText) == QLatin1String("snapshot");
    const Json* agent = fields.member("agent");
    const Json* project = fields.member("project");
    if (fields.error())
        return std::unexpected(*fields.error());
    if (!agent || !project)
        return failure(ErrorCode::Invalid, QStringLiteral("The relay's greeting is not complete."));
    Result<domain::Agent> readAgent = protocol::fromJson<domain::Agent>(*agent);
    Result<domain::Project> readProject = protocol::fromJson<domain::Project>(*project);
    if (!readAgent)
        return std::unexpected(readAgent.error());
    if (!readProject)
        return std::unexpected(readProject.error());
    // An older relay does not say. What cannot be read is not worth a connection.
    if (const Json* channels = fields.member("failingChannels"); channels && channels->is_array()) {
        for (const Json& one : *channels) {
            if (Result<domain::HealthChange> channel = protocol::fromJson<domain::HealthChange>(one))
                welcome.failing.push_back(std::move(*channel));
        }
    }
    welcome.agent = std::move(*readAgent);
    welcome.project = std::move(*readProject);
    return welcome;
}

} // namespace

Link::Link(const DeskOptions& options, std::function<Greeting()> greeting, QObject* parent)
    : QObject(parent), m_options(options), m_greeting(std::move(greeting)),
      m_backoff(options.times.retry, options.random), m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Link::checkClock);
}

Link::~Link()
{
    dropSocket();
}

void Link::open(const QUrl& relay, const QString& token)
{
    m_url = socketUrl(relay);
    m_token = token;
    m_backoff.reset();
    dropSocket();
    attempt();
}

void Link::close()
{
    m_token.clear();
    settle(LinkState::SignedOut, {});
}

void Link::reconnect()
{
    if (m_token.isEmpty() || m_info.state == LinkState::Connecting)
        return;
    if (isConnected(m_info.state)) {
        prove();
        return;
    }
    m_backoff.reset();
    attempt();
}

void Link::prove()
{
    if (m_proveUntil > milliseconds(0))
        return;
    m_proveUntil = now() + m_options.times.proveWithin;
    m_socket->ping();
    arm();
}

void Link::giveUpConnection(const QString& why)
{
    if (m_socket)
        retryLater(why);
}

void Link::caughtUp()
{
    if (m_info.state != LinkState::CatchingUp)
        return;
    m_onlineSince = now();
    setState({LinkState::Online, {}, {}, false, m_info.clockAhead});
}

void Link::attempt()
{
    m_attemptDeadline = now() + m_options.times.connectWithin;
    m_socket = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
    QWebSocket* socket = m_socket;
    socket->setMaxAllowedIncomingFrameSize(maxIncomingBytes);
    socket->setMaxAllowedIncomingMessageSize(maxIncomingBytes);
    connect(socket, &QWebSocket::connected, this, &Link::sayHello);
    connect(socket, &QWebSocket::textMessageReceived, this, &Link::received);
    connect(socket, &QWebSocket::pong, this, [this] {
        m_lastHeard = now();
        m_proveUntil = milliseconds(0);
    });
    connect(socket, &QWebSocket::disconnected, this, [this, socket] { socketEnded(socket); });
    // Queued: the socket is inside its own work here, and a close code may still follow.
    connect(
        socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this,
        [this, socket] { socketEnded(socket); }, Qt::QueuedConnection);
    setState({LinkState::Connecting, {}, m_info.detail, m_info.untrusted});
    socket->setSslConfiguration(proofOf(m_url));
    socket->open(m_url);
    arm();
}

Json Link::helloParams() const
{
    const Greeting greeting = m_greeting();
    const ClientInfo& client = m_options.client;
    const QString os = client.os.isEmpty() ? QSysInfo::prettyProductName() : client.os;
    Json params{{"token", protocol::utf8(m_token)},
                {"protocol", protocol::version},
                {"since", greeting.since},
                {"client", Json{{"name", protocol::utf8(client.name)},
                                {"version", protocol::utf8(client.version)},
                                {"os", protocol::utf8(os)}}}};
    if (!greeting.epoch.isEmpty())
        params["epoch"] = protocol::utf8(greeting.epoch);
    if (greeting.alerts != AlertsShown{})
        params["alerts"] = Json{{"offers", greeting.alerts.offers}, {"requests", greeting.alerts.requests}};
    return params;
}

void Link::sayHello()
{
    m_lastHeard = m_lastPing = now();
    const qint64 id = m_nextCall++;
    m_calls[id] = {m_attemptDeadline, [this](const Result<Json>& answer) {
                       helloAnswered(answer);
                   }};
    m_socket->sendTextMessage(QString::fromStdString(protocol::rpcCall(id, "hello", helloParams())));
    arm();
}

void Link::helloAnswered(const Result<Json>& answer)
{
    if (!m_socket)
        return;
    if (!answer) {
        // A refusal comes with a close code, which decides; an answer alone is enough to know.
        if (answer.error().code == ErrorCode::Unauthorized)
            settle(LinkState::Refused, answer.error().message);
        else if (answer.error().code == ErrorCode::Forbidden)
            settle(LinkState::Forbidden, answer.error().message);
        return;
    }
    const qint64 spoken = protocol::Fields(*answer).optionalNumber("protocol").value_or(protocol::version);
    if (spoken != protocol::version) {
        settle(spoken < protocol::version ? LinkState::RelayTooOld : LinkState::TooOld,
               tr("The relay speaks another version of the protocol."));
        return;
    }
    const Result<Welcome> welcome = readWelcome(*answer);
    if (!welcome) {
        qCWarning(logClient).noquote() << "the relay's greeting cannot be read:" << welcome.error().message;
        retryLater(tr("The relay sent an answer that Relevo cannot read."));
        return;
    }
    setState({LinkState::CatchingUp, {}, {}, false, clockAhead(*answer, m_options.clock.now())});
    Q_EMIT welcomed(*welcome);
}

void Link::received(const QString& frame)
{
    m_lastHeard = now();
    const QByteArray bytes = frame.toUtf8();
    Result<protocol::RpcIncoming> incoming =
        protocol::parseRpcIncoming({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    if (!incoming) {
        retryLater(tr("The relay sent an answer that Relevo cannot read."));
        return;
    }
    if (!incoming->method.empty()) {
        if (isConnected(m_info.state))
            Q_EMIT notified(incoming->method, incoming->params);
        return;
    }
    if (!incoming->id)
        return;
    const auto found = m_calls.find(*incoming->id);
    if (found == m_calls.end())
        return; // answered too late; its caller has been told
    const Answer done = std::move(found->second.done);
    m_calls.erase(found);
    done(incoming->result);
    arm();
}

void Link::call(std::string_view method, const Json& params, Answer done)
{
    if (!m_socket || !isConnected(m_info.state)) {
        done(failure(ErrorCode::Unavailable, tr("There is no connection to the relay.")));
        return;
    }
    const qint64 id = m_nextCall++;
    m_calls[id] = {now() + m_options.times.answerWithin, std::move(done)};
    m_socket->sendTextMessage(QString::fromStdString(protocol::rpcCall(id, method, params)));
    arm();
}

void Link::checkClock()
{
    const milliseconds time = now();
    if (m_info.state == LinkState::WaitingToRetry && time >= m_retryAt) {
        attempt();
        return;
    }
    if (m_info.state == LinkState::Connecting && time >= m_attemptDeadline) {
        retryLater(tr("The relay does not answer."));
        return;
    }
    if (isConnected(m_info.state)) {
        const bool silent = m_proveUntil > milliseconds(0) && time >= m_proveUntil;
        if (silent || time - m_lastHeard >= 2 * m_options.times.pingEvery) {
            retryLater(tr("The connection was lost."));
            return;
        }
        if (time - std::max(m_lastHeard, m_lastPing) >= m_options.times.pingEvery) {
            m_lastPing = time;
            m_socket->ping();
        }
        std::vector<Answer> late;
        for (auto call = m_calls.begin(); call != m_calls.end();) {
            if (call->second.deadline <= time) {
                late.push_back(std::move(call->second.done));
                call = m_calls.erase(call);
            } else {
                ++call;
            }
        }
        for (const Answer& done : late)
            done(failure(ErrorCode::Unavailable, tr("The relay did not answer in time.")));
    }
    arm();
}

void Link::arm()
{
    const milliseconds time = now();
    milliseconds due{0};
    if (m_info.state == LinkState::WaitingToRetry) {
        due = m_retryAt;
    } else if (m_info.state == LinkState::Connecting) {
        due = m_attemptDeadline;
    } else if (isConnected(m_info.state)) {
        due = std::min(std::max(m_lastHeard, m_lastPing) + m_options.times.pingEvery,
                       m_lastHeard + 2 * m_options.times.pingEvery);
        if (m_proveUntil > milliseconds(0))
            due = std::min(due, m_proveUntil);
        for (const auto& [id, call] : m_calls)
            due = std::min(due, call.deadline);
    } else {
        m_timer.stop();
        return;
    }
    m_timer.start(std::max(due - time, milliseconds(1)));
}

void Link::socketEnded(QWebSocket* socket)
{
    if (socket != m_socket)
        return; // one that was given up before
    switch (static_cast<int>(socket->closeCode())) {
    case closeBadToken:
        settle(LinkState::Refused, tr("Your session has ended."));
        break;
    case closeForbidden:
        settle(LinkState::Forbidden, tr("This account is not allowed to use Relevo."));
        break;
    case closeReplaced:
        settle(LinkState::Replaced, tr("You opened Relevo elsewhere."));
        break;
    case closeTooOld:
        settle(LinkState::TooOld, tr("This version is too old for the relay."));
        break;
    default:
        retryLater(describe(*socket), isAboutTrust(socket->error()));
    }
}

QString Link::describe(const QWebSocket& socket) const
{
    switch (socket.error()) {
    case QAbstractSocket::ConnectionRefusedError:
        return tr("Nothing answers at %1.").arg(m_url.host());
    case QAbstractSocket::HostNotFoundError:
        return tr("The address %1 was not found.").arg(m_url.host());
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return tr("The connection to %1 cannot be trusted: %2").arg(m_url.host(), socket.errorString());
    default:
        return tr("The connection was lost.");
    }
}

void Link::retryLater(const QString& detail, bool untrusted)
{
    if (m_info.state == LinkState::Online && now() - m_onlineSince >= m_options.times.stableAfter)
        m_backoff.reset();
    const milliseconds wait = m_backoff.next();
    m_retryAt = now() + wait;
    dropSocket();
    // The state first: a caller whose call fails now must see that there is no connection.
    setState({LinkState::WaitingToRetry, wait, detail, untrusted});
    failCalls(detail);
    arm();
}

void Link::settle(LinkState state, const QString& detail)
{
    dropSocket();
    setState({state, {}, detail, false});
    failCalls(detail);
    arm();
}

void Link::dropSocket()
{
    m_proveUntil = milliseconds(0);
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    if (m_socket->state() == QAbstractSocket::ConnectedState)
        m_socket->close(QWebSocketProtocol::CloseCodeGoingAway);
    else
        m_socket->abort();
    m_socket->deleteLater();
    m_socket = nullptr;
}

void Link::failCalls(const QString& why)
{
    const std::map<qint64, Call> calls = std::exchange(m_calls, {});
    for (const auto& [id, call] : calls)
        call.done(failure(ErrorCode::Unavailable, tr("There is no connection to the relay."), why));
}

void Link::setState(LinkInfo info)
{
    if (m_info == info)
        return;
    m_info = std::move(info);
    qCInfo(logClient).noquote() << logLine(u"link",
                                           {{u"state", QString::number(static_cast<int>(m_info.state))},
                                            {u"retryInMs", QString::number(m_info.retryIn.count())}});
    Q_EMIT changed(m_info);
}

} // namespace relevo::client
