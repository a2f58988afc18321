#include "bed.h"

#include <ctime>
#include <sys/resource.h>

namespace relevo::bench {
namespace {

constexpr int agents = 50;
constexpr double aimRate = 12'000;
constexpr double aimProcessor = 100; // microseconds a message

double ownProcessor()
{
    timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

struct Measured
{
    LoadResult load;
    ProcessorTime used;
    double own = 0;
    std::int64_t events = 0;
};

Measured run(Bed& bed, const Sinks& sinks, int connections, int conversations, Span warmUp, Span span,
             std::int64_t count = 0)
{
    Posters posters = makePosters(bed.loop, bed.endpoint, bed.apiKey, connections);
    Messages messages = bed.messages(conversations);
    Measured measured;
    RelayProcess::ThreadTimes before;
    double own = 0;
    std::int64_t events = 0;
    const auto eventsSoFar = [&] {
        return sinks.empty() ? 0 : sinks.front()->counts().events;
    };
    measured.load = closedLoop(bed.loop, posters, messages, sinks, warmUp, span, count, [&] {
        before = bed.relay.threadTimes();
        own = ownProcessor();
        events = eventsSoFar();
    });
    measured.used = bed.relay.usedSince(before);
    measured.own = ownProcessor() - own;
    measured.events = eventsSoFar() - events;
    if (measured.load.refused > 0)
        bed.report.fault(std::to_string(measured.load.refused) + " messages were refused or not heard");
    bed.checkOrder(sinks, "throughput");
    return measured;
}

double each(double time, const Measured& measured)
{
    return 1e6 * time / static_cast<double>(std::max<std::int64_t>(1, measured.load.messages));
}

void tell(Bed& bed, Measured& measured, const std::string& name)
{
    const double commit = seconds(bed.floors.commit);
    const double rate = measured.load.rate();
    bed.report.add({name + ": messages", rate, "/s", rate * commit, "one commit a message",
                    ">= 12000 where a commit is 0.2 ms",
                    rate >= aimRate    ? std::optional(true)
                    : commit > 0.00025 ? std::nullopt
                                       : std::optional(false)});
    bed.report.add({name + ": against rows in groups of 100", rate, "/s", rate / bed.floors.groupedRows,
                    "bare rows grouped"});
    const double processor = each(measured.used.all(), measured);
    bed.report.add({name + ": relay processor a message", processor, "us",
                    processor / micros(bed.floors.echo), "echo", "< 100 us", processor < aimProcessor});
    bed.report.add({name + ": of that I/O thread", each(measured.used.io, measured), "us"});
    bed.report.add({name + ": of that writer thread", each(measured.used.writer, measured), "us"});
    bed.report.add({name + ": of that other threads", each(measured.used.rest, measured), "us"});
    bed.report.add({name + ": this client's processor a message", each(measured.own, measured), "us"});
    bed.report.add({name + ": events a message",
                    static_cast<double>(measured.events) / static_cast<double>(measured.load.messages), ""});
    bed.report.add({name + ": answer p50", micros(measured.load.answers.median()) / 1000, "ms",
                    seconds(measured.load.answers.median()) / seconds(bed.floors.both()), "echo + commit"});
    bed.report.add({name + ": answer p99", micros(measured.load.answers.at(0.99)) / 1000, "ms",
                    seconds(measured.load.answers.at(0.99)) / seconds(bed.floors.both()), "echo + commit"});
}

} // namespace

void measureThroughput(Bed& bed, Span span, int connections)
{
    const Sinks sinks = bed.connect(agents);
    const Span warmUp = std::chrono::seconds(1);
    if (connections == 0) {
        double best = 0;
        for (const int count : {32, 64, 128, 256}) {
            const double rate = run(bed, sinks, count, 20, warmUp, std::chrono::seconds(2)).load.rate();
            bed.report.add({"trial with " + std::to_string(count) + " connections", rate, "/s"});
            if (rate > best) {
                best = rate;
                connections = count;
            }
        }
    }
    for (const int conversations : {20, 200}) {
        Measured measured = run(bed, sinks, connections, conversations, warmUp, span);
        tell(bed, measured,
             std::to_string(agents) + " agents, " + std::to_string(conversations) + " conversations");
    }
}

void measureDepth(Bed& bed)
{
    constexpr std::int64_t window = 40'000;
    constexpr std::int64_t shallow = 10'000;
    constexpr std::int64_t deep = 1'000'000;
    constexpr int connections = 128;
    std::int64_t stored = bed.standing().seq;
    const auto fillTo = [&](std::int64_t count) {
        const std::int64_t missing = count - bed.standing().seq;
        // Many conversations, as a million messages would be of.
        if (missing > 0)
            (void)run(bed, {}, 256, static_cast<int>(std::max<std::int64_t>(20, missing / 200)), {}, {},
                      missing);
        stored = bed.standing().seq;
    };
    std::vector<Measured> results;
    for (const std::int64_t depth : {shallow, deep}) {
        fillTo(depth);
        const Sinks sinks = bed.connect(agents);
        Measured measured = run(bed, sinks, connections, 200, std::chrono::milliseconds(500), {}, window);
        const std::string name = "with " + std::to_string(stored) + " stored";
        const Measured* first = results.empty() ? nullptr : &results.front();
        const double processor = each(measured.used.all(), measured);
        const auto against = [&](double value, double of) {
            return first ? std::optional(value / of) : std::nullopt;
        };
        const std::string of = first ? "with few stored" : "";
        bed.report.add({name + ": messages", measured.load.rate(), "/s",
                        against(measured.load.rate(), first ? first->load.rate() : 1), of});
        const auto cost = against(processor, first ? each(first->used.all(), *first) : 1);
        bed.report.add({name + ": relay processor a message", processor, "us", cost, of,
                        first ? "the same" : "", first ? std::optional(*cost < 1.2) : std::nullopt});
        bed.report.add({name + ": of that I/O thread", each(measured.used.io, measured), "us"});
        bed.report.add({name + ": of that writer thread", each(measured.used.writer, measured), "us"});
        bed.report.add({name + ": answer p99", micros(measured.load.answers.at(0.99)) / 1000, "ms"});
        bed.report.add({name + ": relay resident", bed.relay.resident() / 1e6, "MB"});
        results.push_back(std::move(measured));
    }
    bed.relay.stop();
    const Instant start = SteadyClock::now();
    bed.relay.start();
    bed.report.add({"start of the relay with " + std::to_string(stored) + " stored",
                    seconds(SteadyClock::now() - start), "s"});
    bed.endpoint = Endpoint::of(bed.relay.url());
}

} // namespace relevo::bench
