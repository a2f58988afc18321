#include <relay/metrics_page.h>

#include <protocol/names.h>
#include <relay/metrics_text.h>
#include <relay/process_figures.h>

#include <QtCore/QFileInfo>

#include <algorithm>

namespace relevo::relay {
namespace {

using Type = MetricsText::Type;

double secondsBetween(Timestamp from, Timestamp to)
{
    return std::chrono::duration<double>(to - from).count();
}

double secondsOf(Timestamp at)
{
    return std::chrono::duration<double>(at.time_since_epoch()).count();
}

void writeByName(MetricsText& text, const QByteArray& label, const EventCounts::ByName& counts)
{
    for (const auto& [name, count] : counts)
        text.sample(static_cast<double>(count), {{label, QByteArray::fromStdString(name)}});
}

void writeHttp(MetricsText& text, const http::Server& server)
{
    const http::ServerStats& stats = server.stats();
    text.begin("relevo_http_requests_total", Type::Counter,
               "HTTP requests answered, by route class and status.");
    for (const auto& route : stats.classes) {
        for (std::size_t i = 0; i < route.answers.size(); ++i) {
            if (route.answers[i].value() > 0)
                text.sample(static_cast<double>(route.answers[i].value()),
                            {{"route", route.name.toUtf8()},
                             {"status", QByteArray::number(static_cast<int>(i) + 1) + "xx"}});
        }
    }
    text.begin("relevo_http_request_duration_seconds", Type::Histogram,
               "From the complete request to its answer, by route class.");
    for (const auto& route : stats.classes)
        text.histogram(route.seconds, {{"route", route.name.toUtf8()}});
    text.counter("relevo_slow_readers_dropped_total",
                 "WebSockets closed with 4008 because their peer did not read.",
                 static_cast<double>(stats.slowReaders.value()));
    text.counter("relevo_connections_refused_total", "Connections refused for being too many.",
                 static_cast<double>(stats.refused.value()));
    text.counter("relevo_http_request_timeouts_total", "Requests answered 408 because they came too slowly.",
                 static_cast<double>(stats.timeouts.value()));
}

void writeConnections(MetricsText& text, const MetricsSources& sources)
{
    const int http = sources.server.connectionCount() - sources.server.webSocketCount();
    text.begin("relevo_connections", Type::Gauge,
               "Open connections: WebSockets of agents and visitors, and HTTP.");
    text.sample(sources.load.agentSockets, {{"kind", "agent"}});
    text.sample(sources.load.visitorSockets, {{"kind", "visitor"}});
    text.sample(std::max(http, 0), {{"kind", "http"}});
}

void writePipeline(MetricsText& text, const PipelineStats& stats)
{
    text.begin("relevo_commands_total", Type::Counter,
               "Commands answered, by outcome: ok, or the error's code.");
    text.sample(static_cast<double>(stats.done.value()), {{"outcome", "ok"}});
    for (std::size_t i = 0; i < stats.refused.size(); ++i)
        text.sample(static_cast<double>(stats.refused[i].value()),
                    {{"outcome", wireName(static_cast<ErrorCode>(i)).toUtf8()}});
    text.begin("relevo_command_durable_seconds", Type::Histogram,
               "From a command's submission to the end of its commit.");
    text.histogram(stats.durable);
    text.begin("relevo_command_answered_seconds", Type::Histogram,
               "From a command's submission to its answer, after everybody was told.");
    text.histogram(stats.answers);
    text.begin("relevo_commit_duration_seconds", Type::Histogram,
               "Deciding and committing a group of commands.");
    text.histogram(stats.commitTime);
    text.begin("relevo_commit_group_size", Type::Histogram, "Commands and chores committed together.");
    text.histogram(stats.groupSize);
    text.counter("relevo_commit_failures_total", "Groups that the store refused; nothing of them was kept.",
                 static_cast<double>(stats.failedGroups.value()));
}

void writeWaiting(MetricsText& text, const RelayLoad& load)
{
    text.gauge("relevo_commands_waiting", "Commands and chores that wait for the writer.",
               static_cast<double>(load.commands));
    text.begin("relevo_queries_waiting", Type::Gauge,
               "Queries that wait for the database, the short ones and those that may take long.");
    text.sample(static_cast<double>(load.queries), {{"kind", "short"}});
    text.sample(static_cast<double>(load.longQueries), {{"kind", "long"}});
}

void writeEvents(MetricsText& text, const EventCounts& counts)
{
    text.begin("relevo_messages_in_total", Type::Counter, "Messages from customers.");
    text.sample(static_cast<double>(counts.messagesIn()));
    text.begin("relevo_messages_out_total", Type::Counter, "Messages to customers, by author.");
    writeByName(text, "author", counts.messagesOut());
    text.begin("relevo_handoffs_requested_total", Type::Counter, "Handoffs, by the kind of their trigger.");
    writeByName(text, "trigger", counts.triggers());
    text.begin("relevo_handoffs_ended_total", Type::Counter, "Handoffs that came to an end, by how.");
    writeByName(text, "outcome", counts.handoffsEnded());
    text.begin("relevo_ratings_total", Type::Counter, "Ratings that customers gave, by score from 1 to 5.");
    writeByName(text, "score", counts.ratings());
    text.begin("relevo_events_total", Type::Counter, "Events of the journal since the start, by type.");
    writeByName(text, "type", counts.events());
}

void writeQueue(MetricsText& text, const Hub& hub, Timestamp now)
{
    std::map<domain::HandoffStatus, int> depth;
    using enum domain::HandoffStatus;
    for (const domain::HandoffStatus status : {Pending, Notified, Claimed, Active, ConvertedToTicket})
        depth[status] = 0;
    double longest = 0;
    int conversations = 0;
    int agentsOnline = 0;
    for (const domain::ProjectState* project : hub.all()) {
        conversations += static_cast<int>(project->conversations.size());
        for (const auto& [id, agent] : project->agents)
            agentsOnline += agent.online ? 1 : 0;
        for (const auto& [id, conversation] : project->conversations) {
            if (!conversation.handoff || !domain::isOpen(conversation.handoff->status))
                continue;
            ++depth[conversation.handoff->status];
            if (domain::isWaiting(conversation.handoff->status))
                longest = std::max(longest, secondsBetween(conversation.handoff->createdAt, now));
        }
    }
    text.begin("relevo_handoffs_open", Type::Gauge, "Open handoffs, by status.");
    for (const auto& [status, count] : depth) {
        const std::string_view name = protocol::nameOf(status);
        text.sample(count, {{"status", QByteArray(name.data(), static_cast<qsizetype>(name.size()))}});
    }
    text.gauge("relevo_handoff_longest_wait_seconds", "How long the handoff has waited that waits longest.",
               longest);
    text.gauge("relevo_conversations_open", "Open conversations.", conversations);
    text.gauge("relevo_agents_online", "Agents with a desktop connected.", agentsOnline);
}

void writeStore(MetricsText& text, const MetricsSources& sources)
{
    text.gauge("relevo_store_up", "1 when the database answered, else 0.", sources.store ? 1 : 0);
    if (sources.store) {
        text.gauge("relevo_journal_head", "Events in the journal, of all projects together.",
                   static_cast<double>(sources.store->events));
        text.gauge("relevo_outbox_rows", "Messages that still have to leave.",
                   static_cast<double>(sources.store->outboxRows));
        text.gauge("relevo_outbox_oldest_age_seconds", "How long the oldest of them has waited.",
                   sources.store->oldestInOutbox
                       ? std::max(0.0, secondsBetween(*sources.store->oldestInOutbox, sources.now))
                       : 0.0);
    }
    text.begin("relevo_store_file_bytes", Type::Gauge, "Sizes of the database and its write-ahead log.");
    const auto size = [&sources](const char* side) {
        return static_cast<double>(QFileInfo(sources.databasePath + QLatin1String(side)).size());
    };
    text.sample(size(""), {{"file", "database"}});
    text.sample(size("-wal"), {{"file", "wal"}});
}

void writeProcess(MetricsText& text, const MetricsSources& sources)
{
    const ProcessFigures process = processFigures();
    if (process.cpuSeconds)
        text.counter("process_cpu_seconds_total", "Processor time used, in seconds.", *process.cpuSeconds);
    if (process.residentBytes)
        text.gauge("process_resident_memory_bytes", "Resident memory in bytes.",
                   static_cast<double>(*process.residentBytes));
    if (process.openFiles)
        text.gauge("process_open_fds", "Open file descriptors.", static_cast<double>(*process.openFiles));
    if (process.mostFiles)
        text.gauge("process_max_fds", "Most file descriptors it may open.",
                   static_cast<double>(*process.mostFiles));
    text.gauge("process_start_time_seconds", "Start, in seconds since 1970.", secondsOf(sources.startedAt));
    text.begin("relevo_build_info", Type::Gauge, "Always 1; the labels say what runs.");
    text.sample(1, {{"version", RELEVO_VERSION}, {"qt", qVersion()}});
}

} // namespace

QByteArray metricsPage(const MetricsSources& sources)
{
    MetricsText text;
    writeHttp(text, sources.server);
    writeConnections(text, sources);
    writePipeline(text, sources.pipeline);
    writeWaiting(text, sources.load);
    writeEvents(text, sources.events);
    writeQueue(text, sources.hub, sources.now);
    writeStore(text, sources);
    writeProcess(text, sources);
    return text.text();
}

} // namespace relevo::relay
