#include <relay/relay_service.h>

#include <QtCore/QUrl>

namespace relevo::relay {
namespace {

constexpr std::chrono::milliseconds returnLookEvery{100};

} // namespace

RelayService::RelayService(const Clock& clock, IdSource& ids, QObject* parent)
    : QObject(parent), m_clock(clock), m_ids(ids)
{
    m_look.setInterval(lookEvery);
    m_return.setInterval(returnLookEvery);
    connect(&m_look, &QTimer::timeout, this, &RelayService::look);
    connect(&m_return, &QTimer::timeout, this, &RelayService::comeBack);
}

RelayService::~RelayService() = default;

Result<void> RelayService::startServer()
{
    // Nothing of the store as it was may be relied upon.
    m_options.store.gate = std::make_shared<store::WriteGate>();
    m_server = std::make_unique<RelayServer>(m_clock, m_ids);
    if (Result<void> started = m_server->start(m_options); !started) {
        m_server.reset();
        return started;
    }
    connect(m_server.get(), &RelayServer::stopped, this, &RelayService::serverStopped);
    m_look.start();
    return {};
}

Result<void> RelayService::start(const ServeOptions& options)
{
    m_options = options;
    // Commands write beside a relay and it follows them; two relays would each do what is due.
    auto serving = store::StoreLock::alone(options.store.databasePath + QStringLiteral(".serving"));
    if (!serving && serving.error().code == ErrorCode::Conflict)
        return failure(ErrorCode::Conflict,
                       QStringLiteral("Another relay serves %1.").arg(options.store.databasePath),
                       QStringLiteral("Stop it first, or choose another directory with --data."));
    if (!serving)
        return std::unexpected(serving.error());
    m_serving.emplace(std::move(*serving));
    if (Result<void> started = startServer(); !started)
        return started;
    m_url = m_server->url();
    // The one that was picked; peers come back to it.
    m_options.port = static_cast<quint16>(QUrl(m_url).port());
    return {};
}

Result<void> RelayService::reload(const ServeOptions& options)
{
    if (m_server) {
        if (Result<void> reloaded = m_server->reload(options); !reloaded)
            return reloaded;
    }
    m_options.limits = options.limits;
    m_options.proxies = options.proxies;
    if (m_options.tls.has_value() == options.tls.has_value())
        m_options.tls = options.tls;
    m_options.metricsToken = options.metricsToken;
    m_options.logLevel = options.logLevel;
    return {};
}

void RelayService::drain()
{
    m_leaving = true;
    m_look.stop();
    m_return.stop();
    if (!m_server)
        Q_EMIT stopped(false);
    else if (!m_lettingGo)
        m_server->drain();
}

void RelayService::look()
{
    if (!store::StoreLock::isAskedFor(m_options.store.databasePath))
        return;
    qCInfo(logRelay).noquote() << logLine(u"A command asks for the store; letting go of it", {});
    m_look.stop();
    m_lettingGo = true;
    m_server->drain(letGoWithin);
}

void RelayService::serverStopped()
{
    if (m_leaving) {
        Q_EMIT stopped(false);
        return;
    }
    // Queued: its own call is under way, and the last answers are, too.
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_server.reset();
            m_lettingGo = false;
            m_freeSince.reset();
            if (m_leaving)
                Q_EMIT stopped(false);
            else
                m_return.start();
        },
        Qt::QueuedConnection);
}

void RelayService::comeBack()
{
    if (store::StoreLock::isAskedFor(m_options.store.databasePath)) {
        m_freeSince.reset();
        return;
    }
    if (!m_freeSince)
        m_freeSince = m_clock.monotonic();
    const Result<void> started = startServer();
    if (started) {
        m_return.stop();
        return;
    }
    if (m_clock.monotonic() - *m_freeSince < returnWithin)
        return;
    m_return.stop();
    qCCritical(logRelay).noquote() << logLine(
        u"The relay could not serve again",
        {{u"reason", started.error().message}, {u"detail", started.error().detail}});
    Q_EMIT stopped(true);
}

} // namespace relevo::relay
