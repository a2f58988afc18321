#include <relay/ops_routes.h>

#include <relay/http_support.h>
#include <relay/rights.h>
#include <relay/secrets.h>

#include <protocol/limits.h>

#include <QtCore/QFileInfo>
#include <QtCore/QStorageInfo>

namespace relevo::relay {

using protocol::Json;

namespace {

// The route is open, because the metrics token is nobody's session; for all others this holds.
constexpr Right metricsRight{"GET /metrics", false, Least::Admin, ScopeRead | ScopeAdmin, false};

} // namespace

OpsRoutes::OpsRoutes(GatewayParts parts, const PipelineStats& stats, QString databasePath,
                     std::function<RelayLoad()> load, QObject* parent)
    : QObject(parent), m_parts(parts), m_stats(stats), m_events(parts.hub),
      m_databasePath(std::move(databasePath)), m_load(std::move(load)), m_startedAt(parts.clock.now())
{
}

void OpsRoutes::addTo(http::Router& router)
{
    router.add("GET", QStringLiteral("/healthz"), [](const http::Request&, const http::Responder& responder) {
        responder.send(jsonResponse(
            200, Json{{"status", "ok"}, {"version", RELEVO_VERSION}, {"protocol", protocol::version}}));
    });
    router.add("GET", QStringLiteral("/readyz"),
               [this](const http::Request& request, const http::Responder& responder) {
                   ready(request, responder);
               });
    router.add("GET", QStringLiteral("/metrics"),
               [this](const http::Request& request, const http::Responder& responder) {
                   metrics(request, responder);
               });
}

Result<void> OpsRoutes::mayReadMetrics(const http::Request& request) const
{
    const QByteArray token = request.bearerToken();
    // Hashes are compared, so that the time it takes says nothing about the token.
    if (!m_token.isEmpty() && !token.isEmpty() && tokenHash(token) == tokenHash(m_token))
        return {};
    const Result<Scope> scope = m_parts.auth.scopeOf(request);
    if (!scope)
        return std::unexpected(scope.error());
    return checkRight(metricsRight, *scope);
}

void OpsRoutes::metrics(const http::Request& request, const http::Responder& responder)
{
    if (const Result<void> may = mayReadMetrics(request); !may) {
        failRequest(request, responder, may.error());
        return;
    }
    // As it is now: the figures wait in the same line, and then it is shorter.
    m_parts.queries.run<store::StoreFigures>(
        this, [](store::Reader& reader) { return reader.figures(); },
        [this, responder, load = m_load()](const Result<store::StoreFigures>& figures) {
            writePage(responder, load, figures);
        });
}

void OpsRoutes::writePage(const http::Responder& responder, const RelayLoad& load,
                          const Result<store::StoreFigures>& figures) const
{
    const QByteArray page = metricsPage({*m_server, m_stats, m_events, m_parts.hub, load,
                                         figures ? std::optional(*figures) : std::nullopt, m_databasePath,
                                         m_startedAt, m_parts.clock.now()});
    responder.send(http::Response::text(200, page, "text/plain; version=0.0.4; charset=utf-8"));
}

void OpsRoutes::ready(const http::Request& request, const http::Responder& responder)
{
    const milliseconds now = m_parts.clock.monotonic();
    if (m_draining || (m_probedAt && now - *m_probedAt < readyFor)) {
        answerReady(request, responder);
        return;
    }
    m_waiting.emplace_back(request, responder);
    if (!std::exchange(m_probing, true))
        probeStore();
}

/// A real write by the writer's own connection: the disk takes it, the writer lives, nobody holds the lock.
void OpsRoutes::probeStore()
{
    Chore chore;
    chore.work = [now = m_parts.clock.now()](store::Journal& journal) {
        return journal.probe(now);
    };
    const QPointer<OpsRoutes> guard(this);
    chore.done = [guard](Result<void> outcome) {
        if (guard)
            guard->probed(std::move(outcome));
    };
    m_parts.pipeline.submit(std::move(chore));
}

void OpsRoutes::probed(Result<void> outcome)
{
    m_probing = false;
    m_probedAt = m_parts.clock.monotonic();
    m_fault.reset();
    if (!outcome) {
        // Anybody may ask: where the files are is for the log only, which has it from the writer.
        const QString reason =
            QString(outcome.error().message).replace(m_databasePath, QStringLiteral("the store"));
        m_fault = Error{ErrorCode::Unavailable, reason, QStringLiteral("The relay's log says more."), {}};
    } else {
        const QStorageInfo disk(QFileInfo(m_databasePath).absolutePath());
        if (disk.isValid() && disk.bytesAvailable() < leastFreeBytes)
            m_fault = Error{ErrorCode::Unavailable,
                            QStringLiteral("The disk is nearly full."),
                            QStringLiteral("Less than 16 MiB are left where the data directory is; free some "
                                           "space."),
                            {}};
    }
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto& [request, responder] : waiting)
        answerReady(request, responder);
}

std::optional<Error> OpsRoutes::notReady() const
{
    if (m_draining)
        return Error{ErrorCode::Unavailable,
                     QStringLiteral("The relay is shutting down."),
                     QStringLiteral("Send requests to another one, or again in a few seconds."),
                     {}};
    return m_fault;
}

void OpsRoutes::answerReady(const http::Request& request, const http::Responder& responder) const
{
    if (const std::optional<Error> fault = notReady())
        failRequest(request, responder, *fault);
    else
        responder.send(jsonResponse(200, Json{{"status", "ready"}}));
}

} // namespace relevo::relay
