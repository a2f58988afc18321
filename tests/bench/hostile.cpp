#include "bed.h"

#include <nlohmann/json.hpp>

#include <functional>

namespace relevo::bench {
namespace {

constexpr double aimGrowth = 16e6;

/// Sends its opening and then the same piece again and again, as fast as it is taken, until it is refused.
class Flood final : public Connection
{
public:
    Flood(Loop& loop, const Endpoint& endpoint, std::string_view opening, std::string piece)
        : Connection(loop, endpoint), m_piece(std::move(piece))
    {
        send(opening);
    }
    void push()
    {
        if (isOpen() && unsent() < m_piece.size())
            send(m_piece);
    }

private:
    std::size_t received(std::string_view bytes) override { return bytes.size(); }
    std::string m_piece;
};

std::string opening(const Bed& bed, const std::string& fields)
{
    return "POST /api/conversations/hostile/messages HTTP/1.1\r\nHost: " + bed.endpoint.host() +
           "\r\nAuthorization: Bearer " + bed.apiKey + "\r\nContent-Type: application/json\r\n" + fields;
}

/// Runs the attack and says what the relay grew by at the most.
void attack(Bed& bed, const std::string& name, const std::function<void()>& run)
{
    // What comes after a quiet moment is the attack's.
    bed.loop.runFor(std::chrono::milliseconds(200));
    bed.relay.resetPeak();
    const double before = bed.relay.resident();
    run();
    const double growth = std::max(0.0, bed.relay.peakResident() - before);
    bed.report.add({"hostile: " + name + ": relay grows by",
                    growth / 1e6,
                    "MB",
                    std::nullopt,
                    {},
                    "< 16 MB",
                    growth < aimGrowth});
    if (!bed.relay.isRunning())
        bed.report.fault("the relay died of: " + name);
}

using Floods = std::vector<std::unique_ptr<Flood>>;

void pushAll(Bed& bed, Floods& floods, Span span, Span every)
{
    const Instant end = SteadyClock::now() + span;
    while (SteadyClock::now() < end) {
        std::size_t open = 0;
        for (const auto& flood : floods) {
            flood->push();
            open += flood->isOpen() ? 1 : 0;
        }
        if (open == 0)
            break;
        bed.loop.turn(SteadyClock::now() + every);
    }
}

void flood(Bed& bed, const std::string& name, int connections, const std::string& start,
           const std::string& piece, Span every = std::chrono::milliseconds(1))
{
    attack(bed, name, [&] {
        Floods floods;
        for (int i = 0; i < connections; ++i)
            floods.push_back(std::make_unique<Flood>(bed.loop, bed.endpoint, start, piece));
        pushAll(bed, floods, std::chrono::seconds(3), every);
    });
}

/// Pipelined requests whose answers nobody reads.
void unreadAnswers(Bed& bed)
{
    attack(bed, "20 HTTP peers that never read", [&] {
        Floods floods;
        const std::string request = "GET /widget.js HTTP/1.1\r\nHost: " + bed.endpoint.host() + "\r\n\r\n";
        for (int i = 0; i < 20; ++i) {
            floods.push_back(std::make_unique<Flood>(bed.loop, bed.endpoint, request, request));
            floods.back()->setReading(false);
        }
        pushAll(bed, floods, std::chrono::seconds(3), std::chrono::milliseconds(1));
    });
}

/// Produces events of `bytes` altogether, in long messages.
void produce(Bed& bed, const Sinks& sinks, std::int64_t bytes)
{
    constexpr std::size_t content = 8'000;
    Posters posters = makePosters(bed.loop, bed.endpoint, bed.apiKey, 16);
    Messages messages = bed.messages(20);
    messages.setContentBytes(content);
    const LoadResult done = closedLoop(bed.loop, posters, messages, sinks, {}, {},
                                       bytes / static_cast<std::int64_t>(content), [] {});
    if (done.refused > 0)
        bed.report.fault(std::to_string(done.refused) + " long messages were refused or not heard");
}

void unreadEvents(Bed& bed)
{
    const Sinks reader = bed.connect(1);
    // The same traffic before, so that what it takes in any case is there already.
    produce(bed, reader, 40'000'000);
    attack(bed, "an agent that never reads, 40 MB of events", [&] {
        Sinks deaf = bed.connect(1);
        deaf.front()->setReading(false);
        produce(bed, reader, 40'000'000);
        deaf.front()->setReading(true);
        bed.loop.runUntil([&] { return !deaf.front()->isOpen(); }, std::chrono::seconds(5));
        const int code = deaf.front()->closeCode().value_or(0);
        if (deaf.front()->isOpen() || (code != 0 && code != 4008))
            bed.report.fault("an agent that never reads was not dropped, or with code " +
                             std::to_string(code));
    });
    bed.checkOrder(reader, "beside an agent that never reads");
}

} // namespace

void measureHostile(Bed& bed)
{
    const std::string block(std::size_t{64} * 1024, 'a');
    flood(bed, "8 bodies declared 600 MiB", 8, opening(bed, "Content-Length: 629145600\r\n\r\n"), block);
    flood(bed, "8 endless chunked bodies", 8, opening(bed, "Transfer-Encoding: chunked\r\n\r\n"),
          "10000\r\n" + block + "\r\n");
    flood(bed, "8 endless headers", 8, opening(bed, {}), "X-Field: " + std::string(200, 'a') + "\r\n");
    flood(bed, "500 half-open connections", 500, "POST /api", {});
    flood(bed, "200 bodies that drip", 200, opening(bed, "Content-Length: 100000\r\n\r\n{"), "a",
          std::chrono::milliseconds(20));
    unreadAnswers(bed);
    unreadEvents(bed);
}

} // namespace relevo::bench
