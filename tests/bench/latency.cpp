#include "bed.h"

#include <sys/prctl.h>

namespace relevo::bench {
namespace {

constexpr int connections = 64;
constexpr double rate = 1'000;

void measure(Bed& bed, Span span, int agents)
{
    const Sinks sinks = bed.connect(agents);
    Posters posters = makePosters(bed.loop, bed.endpoint, bed.apiKey, connections);
    Messages messages = bed.messages(20);
    (void)openLoop(bed.loop, posters, messages, sinks, rate, std::chrono::seconds(1));
    const RelayProcess::ThreadTimes before = bed.relay.threadTimes();
    PacedResult result = openLoop(bed.loop, posters, messages, sinks, rate, span);
    const ProcessorTime used = bed.relay.usedSince(before);
    if (result.missing > 0)
        bed.report.fault(std::to_string(result.missing) + " messages were not heard");
    bed.checkOrder(sinks, "latency");

    const double floor = micros(bed.floors.both());
    const auto add = [&](const std::string& name, Span value, const std::string& aim,
                         std::optional<bool> met) {
        bed.report.add({"at 1000/s to " + std::to_string(agents) + ": " + name, micros(value) / 1000, "ms",
                        micros(value) / floor, "echo + commit", aim, met});
    };
    const double median = micros(result.heard.median()) / floor;
    add("request to agent p50", result.heard.median(), "< 2 x", median < 2);
    add("request to agent p99", result.heard.at(0.99), "< 10 ms",
        result.heard.at(0.99) < std::chrono::milliseconds(10));
    add("request to agent, longest", result.heard.largest(), {}, std::nullopt);
    add("from when it was due to agent p99", result.heardFromDue.at(0.99), {}, std::nullopt);
    add("request to answer p50", result.answers.median(), {}, std::nullopt);
    add("this client late by p99", result.late.at(0.99), {}, std::nullopt);
    bed.report.add({"at 1000/s to " + std::to_string(agents) + ": relay processor a message",
                    1e6 * used.all() / static_cast<double>(result.messages), "us"});
}

} // namespace

void measureLatency(Bed& bed, Span span)
{
    // The kernel may otherwise let a timer wait for the next one.
    ::prctl(PR_SET_TIMERSLACK, 1UL, 0UL, 0UL, 0UL);
    for (const int agents : {1, 10, 50})
        measure(bed, span, agents);
}

} // namespace relevo::bench
