#include "bed.h"

namespace relevo::bench {
namespace {

constexpr int echoes = 2'000;
constexpr int anAddress = 900; // the relay allows 1,000 connections an address
constexpr int atOnce = 500;    // that are coming in

Span medianEcho(Bed& bed, AgentSink& sink)
{
    Samples samples;
    for (int i = 0; i < echoes; ++i) {
        bool answered = false;
        const Instant start = SteadyClock::now();
        sink.ping([&] { answered = true; });
        bed.loop.runUntil([&] { return answered || !sink.isOpen(); }, std::chrono::seconds(5));
        samples.add(SteadyClock::now() - start);
    }
    return samples.median();
}

} // namespace

void measureIdle(Bed& bed, int count)
{
    const Sinks one = bed.connect(1);
    // What a first round makes the relay allocate is not the idle agents'.
    (void)medianEcho(bed, *one.front());
    const Span alone = medianEcho(bed, *one.front());
    const double before = bed.relay.resident();

    const Standing standing{one.front()->seq(), one.front()->epoch()};
    Sinks idle;
    idle.reserve(static_cast<std::size_t>(count));
    std::size_t live = 0;
    const Instant start = SteadyClock::now();
    const auto settle = [&](std::size_t allowed) {
        return bed.loop.runUntil(
            [&] {
                while (live < idle.size() && idle[live]->isLive())
                    ++live;
                return idle.size() - live <= allowed;
            },
            std::chrono::seconds(60));
    };
    for (int i = 0; i < count; ++i) {
        idle.push_back(std::make_unique<AgentSink>(
            bed.loop, bed.endpoint, bed.tokens[static_cast<std::size_t>(i) % bed.tokens.size()], standing,
            2 + i / anAddress));
        if (!settle(atOnce))
            break;
    }
    if (!settle(0)) {
        bed.report.fault("only " + std::to_string(live) + " idle agents came in");
        return;
    }
    const double took = seconds(SteadyClock::now() - start);
    const std::string who = std::to_string(count) + " idle agents";
    bed.report.add({who + ": come in", static_cast<double>(count) / took, "/s"});
    const double each = (bed.relay.resident() - before) / count / 1000;
    bed.report.add({who + ": memory each", each, "kB", std::nullopt, {}, "< 25 kB", each < 25});

    const Span crowded = medianEcho(bed, *one.front());
    const double ratio = seconds(crowded) / seconds(alone);
    bed.report.add(
        {"echo with no idle agents", micros(alone), "us", seconds(alone) / seconds(bed.floors.echo), "echo"});
    bed.report.add(
        {"echo with " + who, micros(crowded), "us", ratio, "echo with none", "<= 1.5 x", ratio <= 1.5});

    const RelayProcess::ThreadTimes times = bed.relay.threadTimes();
    Messages messages = bed.messages(1);
    HttpPoster poster(bed.loop, bed.endpoint, bed.apiKey);
    const Instant sent = SteadyClock::now();
    messages.send(poster);
    std::size_t heard = 0;
    bed.loop.runUntil(
        [&] {
            while (heard < idle.size() && idle[heard]->counts().events > 0)
                ++heard;
            return heard == idle.size();
        },
        std::chrono::seconds(30));
    if (heard < idle.size())
        bed.report.fault("an idle agent did not hear the message");
    bed.report.add({"one message to " + who, seconds(SteadyClock::now() - sent) * 1000, "ms"});
    bed.report.add({"one message to " + who + ": relay processor an agent",
                    1e6 * bed.relay.usedSince(times).all() / count, "us"});
}

} // namespace relevo::bench
