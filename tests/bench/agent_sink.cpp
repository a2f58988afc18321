#include "agent_sink.h"

#include <nlohmann/json.hpp>

#include <charconv>

namespace relevo::bench {
namespace {

using Json = nlohmann::json;

constexpr std::string_view eventStart = R"({"jsonrpc":"2.0","method":"event")";
constexpr std::string_view snapshotStart = R"({"jsonrpc":"2.0","method":"snapshot")";
constexpr std::uint8_t opText = 1;
constexpr std::uint8_t opClose = 8;
constexpr std::uint8_t opPing = 9;
constexpr std::uint8_t opPong = 10;

/// The event's own number; the last of its kind in the text, because what it tells of comes before.
std::int64_t seqOf(std::string_view event)
{
    constexpr std::string_view name = "\"seq\":";
    const std::size_t at = event.rfind(name);
    std::int64_t seq = 0;
    if (at != std::string_view::npos)
        std::from_chars(event.data() + at + name.size(), event.data() + event.size(), seq);
    return seq;
}

} // namespace

AgentSink::AgentSink(Loop& loop, const Endpoint& endpoint, std::string token, const Standing& since,
                     int source)
    : Connection(loop, endpoint, source), m_token(std::move(token)), m_since(since)
{
    send("GET /ws/agent HTTP/1.1\r\nHost: " + endpoint.host() +
         "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
         "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
}

void AgentSink::sendFrame(std::uint8_t opcode, std::string_view payload)
{
    std::string bytes;
    bytes += static_cast<char>(0x80 | opcode);
    if (payload.size() < 126) {
        bytes += static_cast<char>(0x80 | payload.size());
    } else {
        bytes += static_cast<char>(0x80 | 126);
        bytes += static_cast<char>(payload.size() >> 8);
        bytes += static_cast<char>(payload.size() & 0xFF);
    }
    bytes.append(4, '\0'); // masked, as a client must, with the mask that costs nothing
    bytes += payload;
    send(bytes);
}

void AgentSink::ping(std::function<void()> answered)
{
    m_answered = std::move(answered);
    sendFrame(opText, R"({"id":2,"jsonrpc":"2.0","method":"ping","params":{}})");
}

std::size_t AgentSink::received(std::string_view bytes)
{
    std::size_t taken = 0;
    if (!m_upgraded) {
        const std::size_t end = bytes.find("\r\n\r\n");
        if (end == std::string_view::npos)
            return 0;
        if (!bytes.starts_with("HTTP/1.1 101")) {
            std::fprintf(stderr, "no WebSocket: %.*s\n", static_cast<int>(end), bytes.data());
            close();
            return bytes.size();
        }
        taken = end + 4;
        m_upgraded = true;
        Json params{{"token", m_token}, {"since", m_since.seq}};
        params["client"] = {{"name", "bench"}, {"version", "1"}, {"os", "linux"}};
        if (!m_since.epoch.empty())
            params["epoch"] = m_since.epoch;
        sendFrame(opText,
                  Json{{"jsonrpc", "2.0"}, {"id", 1}, {"method", "hello"}, {"params", params}}.dump());
        m_token.clear();
        m_token.shrink_to_fit();
    }
    while (isOpen() && bytes.size() - taken >= 2) {
        const auto* head = reinterpret_cast<const unsigned char*>(bytes.data() + taken);
        const std::size_t have = bytes.size() - taken;
        std::size_t length = head[1] & 0x7F;
        std::size_t start = 2;
        if (length == 126) {
            start = 4;
            if (have >= start)
                length = (std::size_t{head[2]} << 8) | head[3];
        } else if (length == 127) {
            start = 10;
            length = 0;
            for (std::size_t i = 2; have >= start && i < start; ++i)
                length = (length << 8) | head[i];
        }
        if (have < start || have - start < length)
            break;
        frame(head[0] & 0x0F, bytes.substr(taken + start, length));
        taken += start + length;
        m_counts.bytes += static_cast<std::int64_t>(start + length);
    }
    return taken;
}

void AgentSink::frame(std::uint8_t opcode, std::string_view payload)
{
    if (opcode == opText)
        text(payload);
    else if (opcode == opPing)
        sendFrame(opPong, payload);
    else if (opcode == opClose)
        m_closeCode = payload.size() < 2 ? 1005
                                         : (static_cast<unsigned char>(payload[0]) << 8) |
                                               static_cast<unsigned char>(payload[1]);
}

void AgentSink::text(std::string_view payload)
{
    if (payload.starts_with(eventStart))
        event(payload);
    else if (!payload.starts_with(snapshotStart))
        answer(payload);
    else if (payload.find(R"("last":true)") != std::string_view::npos)
        m_live = true;
}

void AgentSink::event(std::string_view payload)
{
    const std::int64_t seq = seqOf(payload);
    ++m_counts.events;
    if (seq != m_seq + 1)
        ++m_counts.outOfOrder;
    m_seq = seq;
    if (m_heard)
        m_heard(payload, SteadyClock::now());
}

void AgentSink::answer(std::string_view payload)
{
    if (m_greeted) {
        if (const auto answered = std::exchange(m_answered, nullptr))
            answered();
        return;
    }
    const Json json = Json::parse(payload, nullptr, false);
    const auto result = json.find("result");
    if (json.is_discarded() || result == json.end() || !result->contains("seq")) {
        if (!payload.starts_with(R"({"jsonrpc":"2.0","method":"typing")"))
            std::fprintf(stderr, "no hello: %.*s\n", static_cast<int>(payload.size()), payload.data());
        return;
    }
    m_greeted = true;
    m_since.epoch = result->value("epoch", "");
    const bool resumes = result->value("mode", "") == "resume";
    m_seq = resumes ? m_since.seq : result->value("seq", std::int64_t{0});
    m_live = resumes;
}

} // namespace relevo::bench
