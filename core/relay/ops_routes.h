#pragma once

#include <http/server.h>
#include <relay/agent_session.h>
#include <relay/metrics_page.h>

namespace relevo::relay {

/// For those who keep the relay running: /healthz, /readyz and /metrics. I/O thread.
class OpsRoutes final : public QObject
{
    Q_OBJECT

public:
    OpsRoutes(GatewayParts parts, const PipelineStats& stats, QString databasePath,
              std::function<RelayLoad()> load, QObject* parent = nullptr);

    void addTo(http::Router& router);
    /// Before anybody asks.
    void watch(const http::Server& server) { m_server = &server; }
    /// Whoever shows this token may read the metrics; empty for nobody but admins and API keys.
    void setMetricsToken(const QByteArray& token) { m_token = token; }
    /// From now on it is not ready.
    void setDraining() { m_draining = true; }

    /// With less left on the disk the relay says that it is not ready, before a write fails.
    static constexpr qint64 leastFreeBytes = 16 * 1024 * 1024;
    /// Readiness is looked up once in this time, however often it is asked for.
    static constexpr milliseconds readyFor{1'000};

private:
    void metrics(const http::Request& request, const http::Responder& responder);
    [[nodiscard]] Result<void> mayReadMetrics(const http::Request& request) const;
    void writePage(const http::Responder& responder, const RelayLoad& load,
                   const Result<store::StoreFigures>& figures) const;

    void ready(const http::Request& request, const http::Responder& responder);
    void probeStore();
    void probed(Result<void> outcome);
    [[nodiscard]] std::optional<Error> notReady() const;
    void answerReady(const http::Request& request, const http::Responder& responder) const;

    GatewayParts m_parts;
    const PipelineStats& m_stats;
    EventCounts m_events;
    QString m_databasePath;
    std::function<RelayLoad()> m_load;
    const http::Server* m_server = nullptr;
    QByteArray m_token;
    Timestamp m_startedAt;
    bool m_draining = false;

    std::vector<std::pair<http::Request, http::Responder>> m_waiting; // for the probe under way
    std::optional<milliseconds> m_probedAt;
    std::optional<Error> m_fault; // what the last probe found
    bool m_probing = false;
};

} // namespace relevo::relay
