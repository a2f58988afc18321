#include "bed.h"

#include <nlohmann/json.hpp>

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>

namespace relevo::bench {
namespace {

using Json = nlohmann::json;

constexpr Span patience = std::chrono::seconds(60);

std::string member(const std::string& text, const char* name)
{
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object() || !json.contains(name)) {
        std::fprintf(stderr, "no %s in %s\n", name, text.c_str());
        std::exit(1);
    }
    return json.at(name).get<std::string>();
}

std::string emailOf(int agent)
{
    return "agent" + std::to_string(agent) + "@bench.test";
}

} // namespace

Bed::Bed(const std::string& program, int agents, Report& to) : relay(program), report(to)
{
    floors = measureFloors(relay.directory());
    const std::string password = relay.directory() + "/password";
    std::ofstream(password) << "a password for the bench";
    const std::string project = relay.command({"project", "create", "--name", "Bench"});
    apiKey = member(project, "apiKey");
    for (int i = 0; i < agents; ++i)
        (void)relay.command({"agent", "create", "--project", member(project, "projectId"), "--email",
                             emailOf(i), "--name", "Agent " + std::to_string(i), "--password-file",
                             password});
    relay.start();
    endpoint = Endpoint::of(relay.url());
    // The first answer says that all is up.
    while (SteadyClock::now() < Instant::max()) {
        HttpPoster poster(loop, endpoint, apiKey);
        loop.runFor(std::chrono::milliseconds(200));
        if (poster.isOpen())
            break;
    }
    restResident = relay.resident();
    for (int i = 0; i < agents; ++i)
        tokens.push_back(
            member(postOnce(loop, endpoint, {}, "/api/auth/login",
                            Json{{"email", emailOf(i)}, {"password", "a password for the bench"}}.dump()),
                   "token"));
}

Standing Bed::standing()
{
    AgentSink sink(loop, endpoint, tokens.front());
    if (!loop.runUntil([&] { return sink.isLive(); }, patience)) {
        std::fprintf(stderr, "no agent can come in\n");
        std::exit(1);
    }
    return {sink.seq(), sink.epoch()};
}

Sinks Bed::connect(int count)
{
    const Standing now = standing();
    Sinks sinks;
    for (int i = 0; i < count; ++i)
        sinks.push_back(std::make_unique<AgentSink>(
            loop, endpoint, tokens[static_cast<std::size_t>(i) % tokens.size()], now));
    const auto live = [&] {
        return std::all_of(sinks.begin(), sinks.end(), [](const auto& sink) { return sink->isLive(); });
    };
    if (!loop.runUntil(live, patience))
        report.fault("not every agent came in");
    return sinks;
}

Messages Bed::messages(int conversations)
{
    return {'q' + std::to_string(::getpid()) + 'x' + std::to_string(++m_runs), conversations};
}

void Bed::checkOrder(const Sinks& sinks, const std::string& where)
{
    for (const auto& sink : sinks) {
        if (sink->counts().outOfOrder > 0 || !sink->isOpen() || sink->seq() != sinks.front()->seq())
            report.fault(where + ": an agent has " + std::to_string(sink->counts().events) +
                         " events up to " + std::to_string(sink->seq()) + ", " +
                         std::to_string(sink->counts().outOfOrder) + " out of order");
    }
}

} // namespace relevo::bench
