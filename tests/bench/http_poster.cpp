#include "http_poster.h"

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <utility>

namespace relevo::bench {
namespace {

int numberAfter(std::string_view text, std::string_view name)
{
    const std::size_t at = text.find(name);
    int number = 0;
    if (at != std::string_view::npos)
        std::from_chars(text.data() + at + name.size(), text.data() + text.size(), number);
    return number;
}

} // namespace

HttpPoster::HttpPoster(Loop& loop, const Endpoint& endpoint, const std::string& token)
    : Connection(loop, endpoint), m_common(" HTTP/1.1\r\nHost: " + endpoint.host() +
                                           "\r\nContent-Type: application/json\r\nAccept: application/json")
{
    if (!token.empty())
        m_common += "\r\nAuthorization: Bearer " + token;
}

void HttpPoster::post(std::string_view path, std::string_view body, std::string_view idempotencyKey)
{
    m_request.assign("POST ").append(path).append(m_common);
    if (!idempotencyKey.empty())
        m_request.append("\r\nIdempotency-Key: ").append(idempotencyKey);
    m_request.append("\r\nContent-Length: ")
        .append(std::to_string(body.size()))
        .append("\r\n\r\n")
        .append(body);
    m_busy = true;
    m_started = SteadyClock::now();
    send(m_request);
}

std::size_t HttpPoster::received(std::string_view bytes)
{
    const std::size_t end = bytes.find("\r\n\r\n");
    if (end == std::string_view::npos)
        return 0;
    const std::string_view head = bytes.substr(0, end + 2);
    std::size_t length = std::string_view::npos;
    for (const std::string_view name : {"Content-Length: ", "content-length: "}) {
        if (head.find(name) != std::string_view::npos)
            length = static_cast<std::size_t>(numberAfter(head, name));
    }
    if (length == std::string_view::npos) {
        std::fprintf(stderr, "an answer without a length: %.*s\n", static_cast<int>(head.size()),
                     head.data());
        std::exit(1);
    }
    if (bytes.size() - end - 4 < length)
        return 0;
    m_busy = false;
    if (m_done)
        m_done(*this, Answer{numberAfter(head, "HTTP/1.1 "), bytes.substr(end + 4, length)});
    return end + 4 + length;
}

void HttpPoster::broken()
{
    if (std::exchange(m_busy, false) && m_done)
        m_done(*this, Answer{});
}

std::string postOnce(Loop& loop, const Endpoint& endpoint, const std::string& token, const std::string& path,
                     const std::string& body)
{
    HttpPoster poster(loop, endpoint, token);
    std::optional<std::string> text;
    int status = 0;
    poster.setDone([&](HttpPoster&, const HttpPoster::Answer& answer) {
        status = answer.status;
        text = std::string(answer.body);
    });
    poster.post(path, body);
    loop.runUntil([&] { return text.has_value(); }, std::chrono::seconds(30));
    if (!text || status < 200 || status > 299) {
        std::fprintf(stderr, "POST %s: %d %s\n", path.c_str(), status, text.value_or("no answer").c_str());
        std::exit(1);
    }
    return *text;
}

} // namespace relevo::bench
