#pragma once

#include <base/timestamp.h>
#include <http/server.h>
#include <relay/event_counts.h>
#include <relay/pipeline_stats.h>
#include <store/reader.h>

namespace relevo::relay {

/// How busy the relay is at one moment.
struct RelayLoad
{
    int agentSockets = 0;
    int visitorSockets = 0;
    std::size_t commands = 0;    ///< waiting for the writer
    std::size_t queries = 0;     ///< waiting for the database, those being read not counted
    std::size_t longQueries = 0; ///< the same of those that may take long: searches, reports, exports
};

/// What the page of metrics is made of, as it stands now.
struct MetricsSources
{
    const http::Server& server;
    const PipelineStats& pipeline;
    const EventCounts& events;
    const Hub& hub;
    RelayLoad load = {};
    std::optional<store::StoreFigures> store; ///< nothing when the database does not answer
    QString databasePath;
    Timestamp startedAt;
    Timestamp now;
};

/// The page of GET /metrics: figures of the whole relay, without names of projects or people. I/O thread.
[[nodiscard]] QByteArray metricsPage(const MetricsSources& sources);

} // namespace relevo::relay
