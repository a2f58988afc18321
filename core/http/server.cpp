#include <http/server.h>

#include <http/connection.h>
#include <http/listener.h>
#include <http/session_registry.h>

#include <base/log.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QEvent>
#include <QtCore/QTimer>

#include <algorithm>
#include <array>

namespace relevo::http {

namespace {

constexpr int mostRefusals =
    256; // peers being told why they are refused at one time; beyond, the door is just shut

/// How often time is looked at: each session `parts` ticks apart.
struct Tick
{
    milliseconds every;
    size_t parts;
};

Tick tickFor(const Limits& limits)
{
    const milliseconds shortest = std::min({limits.headerTime, limits.requestTime, limits.idleTime,
                                            limits.lingerTime, limits.pingEvery, limits.closeTime});
    const milliseconds round = std::clamp(shortest / 4, milliseconds(5), milliseconds(500));
    const milliseconds every = std::min(round, milliseconds(125));
    return {every, static_cast<size_t>(round / every)};
}

} // namespace

class Server::Impl final : public QObject, public SessionHost
{
public:
    Impl(Server& server, const Router& router, const Limits& limits, const Clock& clock, IdSource& ids)
        : m_server(server), m_house{router, limits}, m_clock(clock), m_ids(ids), m_tick(tickFor(limits)),
          m_listener([this](qintptr descriptor) { accept(descriptor); }, limits.backlog)
    {
        m_timer.setInterval(m_tick.every);
        connect(&m_timer, &QTimer::timeout, this, [this] { m_registry.sweep(now(), m_tick.parts); });
    }

    ~Impl() override
    {
        for (const std::shared_ptr<Session>& session : m_registry.all()) {
            session->abandon();
        }
    }
    Q_DISABLE_COPY_MOVE(Impl)

    [[nodiscard]] Listener& listener() { return m_listener; }
    [[nodiscard]] const SessionRegistry& registry() const { return m_registry; }
    [[nodiscard]] int webSocketCount() const { return m_webSockets; }
    [[nodiscard]] bool hasTls() const { return m_tls.has_value(); }
    void setTls(std::optional<TlsIdentity> identity) { m_tls = std::move(identity); }

    void setLimits(const Limits& limits)
    {
        m_house.limits = limits;
        m_tick = tickFor(limits);
        m_timer.setInterval(m_tick.every);
    }

    void beginToCount()
    {
        m_house.stats.classes.clear();
        for (const QString& name : m_house.router.classes()) {
            m_house.stats.classes.emplace_back(name);
        }
    }

    void drain(milliseconds atMost)
    {
        if (m_draining) {
            return;
        }
        m_draining = true;
        m_listener.close();
        for (const std::shared_ptr<Session>& session : m_registry.all()) {
            session->drain();
        }
        QTimer::singleShot(std::min(m_house.limits.drainTime, atMost), this, [this] {
            for (const std::shared_ptr<Session>& session : m_registry.all()) {
                session->abandon();
                release(*session);
            }
        });
        reportDrained();
    }

    // SessionHost
    House& house() override { return m_house; }
    bool isCrowded(const QHostAddress& address) const override
    {
        return m_registry.countOf(address) >= m_house.limits.connectionsPerAddress;
    }
    milliseconds now() const override { return m_clock.monotonic(); }
    Scratch scratch() override { return {m_in, m_out}; }
    QByteArray newCorrelationId() override { return QByteArray::fromStdString(uuidText(m_ids.next())); }

    milliseconds nextPhase(milliseconds period) override
    {
        // Steps of the golden ratio spread any number of callers evenly.
        m_phase += 0.618033988749895;
        m_phase -= m_phase >= 1.0 ? 1.0 : 0.0;
        return std::chrono::duration_cast<milliseconds>(period * m_phase);
    }

    QByteArray date() override
    {
        const auto second = std::chrono::floor<std::chrono::seconds>(m_clock.now());
        if (second != m_dateSecond) {
            m_dateSecond = second;
            m_date = httpDate(second);
        }
        return m_date;
    }

    void flushSoon(Session& session) override
    {
        if (session.flushScheduled) {
            return;
        }
        session.flushScheduled = true;
        m_toFlush.push_back(session.shared_from_this());
        if (!m_flushPosted) {
            m_flushPosted = true;
            // Behind everything that is due already, so that what that sends leaves in the same write.
            QCoreApplication::postEvent(this, new QEvent(QEvent::User), Qt::LowEventPriority);
        }
    }

    void release(Session& session) override
    {
        m_webSockets -= dynamic_cast<const WebSocket*>(&session) ? 1 : 0;
        m_registry.remove(session);
        if (m_registry.isEmpty()) {
            m_timer.stop();
        }
        reportDrained();
    }

    void replace(Session& session, std::shared_ptr<Session> next) override
    {
        ++m_webSockets;
        m_registry.replace(session, next);
        if (m_draining) {
            next->drain();
        }
    }

protected:
    bool event(QEvent* event) override
    {
        if (event->type() != QEvent::User) {
            return QObject::event(event);
        }
        m_flushPosted = false;
        m_flushing.swap(m_toFlush);
        for (const std::shared_ptr<Session>& session : m_flushing) {
            session->flushScheduled = false;
            session->flush();
        }
        m_flushing.clear();
        return true;
    }

private:
    void accept(qintptr descriptor)
    {
        auto stream = std::make_unique<Stream>(descriptor, m_tls ? &*m_tls : nullptr);
        if (!stream->isOpen()) {
            return; // it hung up before we looked
        }
        const bool full = m_registry.counted() >= m_house.limits.connections;
        const bool isProxy = m_house.proxies.trusts(stream->peer());
        const bool tooMany = !isProxy && isCrowded(stream->peer());
        m_house.stats.refused.add(full || tooMany ? 1 : 0);
        if ((full || tooMany) && m_registry.uncounted() >= mostRefusals) {
            return;
        }
        const auto connection = std::make_shared<Connection>(*this, std::move(stream));
        connection->isCounted = !full && !tooMany;
        connection->countedAs = isProxy ? QHostAddress() : connection->peer();
        m_registry.add(connection);
        if (!m_timer.isActive()) {
            m_timer.start();
        }
        if (tooMany) {
            connection->refuse(tooManyConnections());
        } else if (full) {
            connection->refuse(Response::problem(503, ErrorCode::Unavailable, QStringLiteral("Too busy"),
                                                 QStringLiteral("Try again later."))
                                   .with("Retry-After", "10"));
        }
    }

    void reportDrained()
    {
        if (m_draining && m_registry.isEmpty() && !m_drainReported) {
            m_drainReported = true;
            // Queued: we may be deep within a session's last call.
            QMetaObject::invokeMethod(&m_server, &Server::drained, Qt::QueuedConnection);
        }
    }

    Server& m_server;
    House m_house;
    std::optional<TlsIdentity> m_tls;
    const Clock& m_clock;
    IdSource& m_ids;
    Tick m_tick;
    SessionRegistry m_registry;
    Listener m_listener;
    QTimer m_timer;
    std::vector<std::shared_ptr<Session>> m_toFlush;
    std::vector<std::shared_ptr<Session>> m_flushing;
    std::array<char, 64 * 1024> m_in{};
    std::array<char, 64 * 1024> m_out{};
    QByteArray m_date;
    std::chrono::sys_seconds m_dateSecond{};
    double m_phase = 0;
    int m_webSockets = 0;
    bool m_flushPosted = false;
    bool m_draining = false;
    bool m_drainReported = false;
};

Server::Server(const Router& router, const Limits& limits, const Clock& clock, IdSource& ids, QObject* parent)
    : QObject(parent), m_impl(std::make_unique<Impl>(*this, router, limits, clock, ids))
{
}

Server::~Server() = default;

Result<void> Server::listen(const QString& host, quint16 port)
{
    QHostAddress address(host);
    if (host == u"*") {
        address = QHostAddress(QHostAddress::Any);
    } else if (host == u"localhost") {
        address = QHostAddress(QHostAddress::LocalHost);
    }
    if (address.isNull()) {
        return failure(ErrorCode::Invalid, QStringLiteral("Cannot listen on '%1'").arg(host),
                       QStringLiteral("Give an IP address, 'localhost', or '*' for all of them."));
    }
    if (!m_impl->listener().listen(address, port)) {
        return failure(ErrorCode::Unavailable,
                       QStringLiteral("Cannot listen on %1 port %2").arg(host).arg(port),
                       m_impl->listener().errorString());
    }
    m_impl->beginToCount();
    return {};
}

quint16 Server::port() const
{
    return m_impl->listener().serverPort();
}

QString Server::url() const
{
    QHostAddress address = m_impl->listener().serverAddress();
    if (address.isEqual(QHostAddress(QHostAddress::Any), QHostAddress::TolerantConversion)) {
        address = QHostAddress(QHostAddress::LocalHost);
    }
    const bool isV6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    return (isV6 ? QStringLiteral("%1://[%2]:%3") : QStringLiteral("%1://%2:%3"))
        .arg(m_impl->hasTls() ? QStringLiteral("https") : QStringLiteral("http"), address.toString())
        .arg(port());
}

void Server::setTls(std::optional<TlsIdentity> identity)
{
    m_impl->setTls(std::move(identity));
}

void Server::setLimits(const Limits& limits)
{
    m_impl->setLimits(limits);
}

void Server::setProxies(const ProxyTrust& proxies)
{
    m_impl->house().proxies = proxies;
}

const ServerStats& Server::stats() const
{
    return m_impl->house().stats;
}

void Server::drain(milliseconds atMost)
{
    m_impl->drain(atMost);
}

int Server::connectionCount() const
{
    return m_impl->registry().counted();
}

int Server::webSocketCount() const
{
    return m_impl->webSocketCount();
}

} // namespace relevo::http
