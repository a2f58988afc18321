#include <http/connection.h>

#include <http/handshake.h>
#include <http/websocket.h>

#include <base/log.h>

#include <algorithm>

namespace relevo::http {

using detail::mostUnreadAnswers;

namespace {

constexpr size_t readPiece = 16 * 1024;       // bounds what is held back when a connection must wait
constexpr qint64 renewingBytes = 1024 * 1024; // of an upload, for which it gets its time again
constexpr int readsPerTurn = 16;              // then the other connections have their turn

bool isCorrelationId(const QByteArray& value)
{
    return !value.isEmpty() && value.size() <= 64 && std::all_of(value.begin(), value.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_' || c == '.';
    });
}

QString title(int status)
{
    return QString::fromLatin1(reasonPhrase(status));
}

ErrorCode codeOf(int status)
{
    return status == 413 || status == 414 || status == 431   ? ErrorCode::TooLarge
           : status == 503                                   ? ErrorCode::Unavailable
           : status >= 500 && status != 501 && status != 505 ? ErrorCode::Internal
                                                             : ErrorCode::Invalid;
}

} // namespace

Response tooManyConnections()
{
    return Response::problem(429, ErrorCode::RateLimited, QStringLiteral("Too many connections"),
                             QStringLiteral("Close some of your connections first."))
        .with("Retry-After", "10");
}

Connection::Connection(SessionHost& host, std::unique_ptr<Stream> stream)
    : Session(host, std::move(stream)), m_since(host.now()), m_progressAt(m_since), m_connectedAt(m_since)
{
}

Connection::~Connection() = default;

void Connection::refuse(const Response& response)
{
    ResponseFrame frame;
    frame.keepAlive = false;
    frame.date = host().date();
    m_out += serialized(response, frame);
    m_phase = Phase::Finishing;
    host().flushSoon(*this);
}

void Connection::readable()
{
    const auto self = shared_from_this();
    readMore();
}

void Connection::drained()
{
    const auto self = shared_from_this();
    if (!m_exchanges.empty() && m_exchanges.front().bytes && m_exchanges.front().left > 0) {
        flush();
    }
    if (m_paused && m_phase == Phase::Reading) {
        consumeHeld();
    }
}

void Connection::gone()
{
    const auto self = shared_from_this();
    finish();
}

void Connection::readMore()
{
    for (int i = 0; i < readsPerTurn && m_phase != Phase::Over; ++i) {
        if (m_phase == Phase::Reading && mustWait()) {
            m_paused = true;
            return;
        }
        const std::span<char> space = host().scratch().in.first(readPiece);
        const qint64 count = stream().read(space);
        if (count < 0) {
            finish();
            return;
        }
        if (count == 0) {
            return;
        }
        if (m_phase == Phase::Reading) {
            consume(space.first(static_cast<size_t>(count)));
        }
    }
    // The rest is reported again: the stream is level-triggered.
}

bool Connection::mustWait() const
{
    qint64 bodies = 0;
    qint64 unread = stream().bytesWaiting();
    for (const Exchange& exchange : m_exchanges) {
        bodies += exchange.bodyBytes;
        unread += exchange.bytes ? exchange.bytes->size() + exchange.left : 0;
    }
    return m_upgrade || m_exchanges.size() >= static_cast<size_t>(host().limits().pipelined) ||
           bodies >= host().limits().bodyBytes || unread > mostUnreadAnswers;
}

void Connection::consumeHeld()
{
    const QByteArray held = std::exchange(m_held, {});
    m_paused = false;
    consume({held.constData(), static_cast<size_t>(held.size())});
    if (m_phase == Phase::Reading && !m_paused) {
        readMore();
    }
}

void Connection::consume(std::span<const char> bytes)
{
    while (!bytes.empty() && m_phase == Phase::Reading) {
        if (mustWait()) {
            m_held = QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()));
            m_paused = true;
            break;
        }
        if (!m_reader) {
            m_since = host().now();
            m_renewedAt = 0;
            m_reader = std::make_unique<RequestReader>(host().limits(), [this](const Request& request) {
                const Router::Route* const route = host().router().find(request.method, request.segments);
                if (route && route->options.open) {
                    return host().limits().uploadBytes;
                }
                return route && route->options.bodyBytes > 0 ? route->options.bodyBytes
                                                             : host().limits().bodyBytes;
            });
        }
        RequestReader::Outcome outcome = m_reader->feed(bytes);
        if (outcome == RequestReader::Outcome::Header) {
            outcome = headerArrived() ? m_reader->feed(bytes) : RequestReader::Outcome::NeedMore;
        }
        if (outcome == RequestReader::Outcome::Fault) {
            const RequestReader::Fault reason = m_reader->fault();
            fault(reason.status, reason.detail);
        } else if (outcome == RequestReader::Outcome::Complete) {
            Request request = m_reader->take();
            m_reader.reset();
            m_hadRequest = true;
            dispatch(std::move(request), bytes);
        } else if (m_reader && m_reader->request().sink &&
                   m_reader->received() - m_renewedAt >= renewingBytes) {
            m_renewedAt = m_reader->received();
            m_since = host().now();
        }
    }
}

/// Called once a header is complete; false if the connection has no further use for what follows.
bool Connection::headerArrived()
{
    const Request& request = m_reader->request();
    const QByteArray expectation = request.header("Expect");
    if (expectation.isEmpty() || request.version == 10) {
        return openBody();
    }
    if (expectation.compare("100-continue", Qt::CaseInsensitive) != 0) {
        fault(417, QStringLiteral("Only 100-continue can be expected."));
        return false;
    }
    if (!openBody()) {
        return false;
    }
    if (m_reader->hasBody() && m_exchanges.empty() && m_out.isEmpty() &&
        !stream().write("HTTP/1.1 100 Continue\r\n\r\n")) {
        finish();
        return false;
    }
    return true;
}

/// Asks the route that takes bodies as they come where this one goes; false if it is refused.
bool Connection::openBody()
{
    const Request& request = m_reader->request();
    const Router::Route* const route = host().router().find(request.method, request.segments);
    if (!route || !route->options.open) {
        return true;
    }
    Request asked = request;
    asked.peer = clientOf(asked);
    asked.parameters = Router::parametersOf(*route, asked.segments);
    auto sink = route->options.open(asked);
    if (!sink) {
        refuseRequest(std::move(sink.error()), route);
        return false;
    }
    m_reader->sendBodyTo(std::move(*sink));
    return true;
}

Connection::Exchange& Connection::openExchange(const Request& request)
{
    Exchange exchange;
    exchange.id = m_nextExchange++;
    exchange.frame.version = request.version;
    exchange.frame.keepAlive = request.keepAlive;
    exchange.frame.head = request.method == "HEAD";
    exchange.frame.correlationId = request.correlationId;
    exchange.bodyBytes = request.body.size();
    exchange.started = host().now();
    exchange.startedAt = std::chrono::steady_clock::now();
    m_exchanges.push_back(std::move(exchange));
    return m_exchanges.back();
}

QByteArray Connection::correlationIdOf(const Request& request)
{
    QByteArray given = request.header("X-Request-Id");
    if (given.isEmpty()) {
        given = request.header("X-Correlation-Id");
    }
    return isCorrelationId(given) ? given : host().newCorrelationId();
}

/// Who asks, which behind a proxy of our own is not who has connected.
QHostAddress Connection::clientOf(const Request& request)
{
    const ProxyTrust& proxies = host().house().proxies;
    if (!proxies.trusts(peer())) {
        return peer();
    }
    QByteArray forwardedFor;
    for (const Header& header : request.headers) {
        if (header.name.compare("X-Forwarded-For", Qt::CaseInsensitive) == 0) {
            forwardedFor += ',' + header.value;
        }
    }
    return proxies.clientOf(peer(), forwardedFor);
}

void Connection::dispatch(Request request, std::span<const char>& rest)
{
    request.peer = clientOf(request);
    request.correlationId = correlationIdOf(request);
    const Router::Route* const route = host().router().find(request.method, request.segments);
    if (route && route->info.webSocket && asksForWebSocket(request)) {
        if (m_exchanges.empty() && m_out.isEmpty()) {
            upgrade(*route, request, std::exchange(rest, {}));
        } else {
            m_upgrade = std::make_unique<Request>(std::move(request));
        }
        return;
    }
    if (!request.keepAlive) {
        m_phase = Phase::Finishing;
    }
    m_since = host().now();
    Exchange& exchange = openExchange(request);
    exchange.frame.cors = host().router().isCors(request.segments);
    exchange.route = route;
    const quint64 id = exchange.id;
    if (!route) {
        answerUnrouted(request, id);
    } else if (route->info.webSocket) {
        answer(id, webSocketHandshake(request).error());
    } else {
        dispatchTo(*route, request);
    }
}

void Connection::dispatchTo(const Router::Route& route, Request& request)
{
    request.parameters = Router::parametersOf(route, request.segments);
    const std::shared_ptr<ResponseSink> sink(shared_from_this(), this);
    route.handler(request, Responder(sink, m_exchanges.back().id));
}

void Connection::answerUnrouted(const Request& request, quint64 exchange)
{
    const std::vector<QByteArray> methods = host().router().methodsOf(request.segments);
    if (request.method == "OPTIONS" && (request.path == u"*" || !methods.empty())) {
        answer(exchange, optionsResponse(methods, host().router().isCors(request.segments)));
    } else if (methods.empty()) {
        answer(exchange,
               Response::problem(404, ErrorCode::NotFound, title(404), QStringLiteral("No such path.")));
    } else {
        answer(exchange, Response::problem(405, ErrorCode::Invalid, title(405),
                                           QStringLiteral("The path knows other methods."))
                             .with("Allow", joined(methods)));
    }
}

void Connection::fault(int status, const QString& detail)
{
    Response response = Response::problem(status, codeOf(status), title(status), detail);
    if (status == 408 || status == 503) {
        host().stats().timeouts.add(status == 408 ? 1 : 0);
        response.with("Retry-After", "1");
    }
    const Router::Route* route = nullptr;
    if (m_reader && m_reader->headerDone()) {
        const Request& request = m_reader->request();
        route = host().router().find(request.method, request.segments);
    }
    refuseRequest(std::move(response), route && route->options.open ? route : nullptr);
}

/// Answers what has not come whole, and never will: what follows cannot be told from it.
void Connection::refuseRequest(Response response, const Router::Route* route)
{
    Request unknown;
    unknown.keepAlive = false;
    unknown.correlationId = host().newCorrelationId();
    if (m_reader && route) {
        unknown.correlationId = correlationIdOf(m_reader->request());
        unknown.segments = m_reader->request().segments;
    }
    m_reader.reset();
    m_phase = Phase::Finishing;
    Exchange& exchange = openExchange(unknown);
    exchange.route = route;
    exchange.frame.cors = route && host().router().isCors(unknown.segments);
    answer(exchange.id, std::move(response));
}

void Connection::upgrade(const Router::Route& route, const Request& request, std::span<const char> rest)
{
    const auto handshake = webSocketHandshake(request);
    // A proxy carries many requests over a connection, but each WebSocket is one client's.
    const bool forwarded = countedAs.isNull() && request.peer != peer();
    const bool crowded = forwarded && host().isCrowded(request.peer);
    if (!handshake || !request.body.isEmpty() || crowded) {
        Exchange& exchange = openExchange(request);
        exchange.frame.keepAlive = false;
        exchange.route = &route;
        m_phase = Phase::Finishing;
        host().stats().refused.add(crowded ? 1 : 0);
        answer(exchange.id, !handshake ? handshake.error()
                            : crowded  ? tooManyConnections()
                                       : Response::problem(400, ErrorCode::Invalid, title(400)));
        return;
    }
    if (!stream().write(*handshake)) {
        finish();
        return;
    }
    Request complete = request;
    complete.parameters = Router::parametersOf(route, request.segments);
    QByteArray early(rest.data(), static_cast<qsizetype>(rest.size()));
    m_phase = Phase::Over;
    const auto socket = std::make_shared<WebSocket>(host(), takeStream());
    socket->countedAs = forwarded ? request.peer : countedAs;
    host().replace(*this, socket);
    route.webSocketHandler(complete, socket);
    socket->start({early.data(), static_cast<size_t>(early.size())});
}

void Connection::lateRequest()
{
    fault(408, QStringLiteral("The request took too long to arrive."));
}

void Connection::sweep(milliseconds now)
{
    const Limits& limits = host().limits();
    if (!stream().isReady() && now - m_connectedAt >= limits.headerTime) {
        finish(); // whoever does not even get through TLS in that time holds no place any longer
        return;
    }
    if (m_phase == Phase::Lingering) {
        if (now - m_since >= limits.lingerTime && stream().bytesWaiting() == 0) {
            finish();
            return;
        }
    } else if (m_reader && !m_paused) {
        if (now - m_since >= (m_reader->headerDone() ? limits.requestTime : limits.headerTime)) {
            lateRequest();
            return;
        }
    } else if (!m_reader && m_exchanges.empty() && m_phase == Phase::Reading) {
        const milliseconds patience =
            m_hadRequest ? limits.idleTime : std::min(limits.headerTime, limits.idleTime);
        if (now - m_since >= patience && !m_paused) {
            finish();
            return;
        }
    }
    if (!m_exchanges.empty() && !m_exchanges.front().bytes &&
        now - m_exchanges.front().started >= limits.requestTime) {
        answer(m_exchanges.front().id,
               Response::problem(503, ErrorCode::Unavailable, QStringLiteral("No answer in time"),
                                 QStringLiteral("Try again later."))
                   .with("Retry-After", "1"));
    }
    const qint64 waiting = stream().bytesWaiting();
    if (waiting == 0 || waiting != m_waitingBefore) {
        m_progressAt = now;
    } else if (now - m_progressAt >= limits.idleTime) {
        finish();
        return;
    }
    m_waitingBefore = waiting;
}

void Connection::drain()
{
    m_draining = true;
    if (m_phase == Phase::Reading && m_exchanges.empty() && !m_reader) {
        linger();
    } else if (m_phase == Phase::Reading && !m_reader) {
        m_phase = Phase::Finishing;
    }
}

void Connection::abandon()
{
    if (m_phase != Phase::Over) {
        m_phase = Phase::Over;
        stream().abort();
    }
}

void Connection::linger()
{
    m_phase = Phase::Lingering;
    m_since = host().now();
    m_held = {};
    stream().finishWriting();
    readMore(); // what is already there would turn the goodbye into a reset
}

void Connection::finish()
{
    if (m_phase == Phase::Over) {
        return;
    }
    m_phase = Phase::Over;
    m_reader.reset();
    stream().abort();
    host().release(*this);
}

} // namespace relevo::http
