#pragma once

#include "loop.h"

namespace relevo::bench {

/// One kept-alive HTTP connection with at most one request under way.
class HttpPoster final : public Connection
{
public:
    struct Answer
    {
        int status = 0; ///< 0: the connection broke before the answer
        std::string_view body;
    };
    using Done = std::function<void(HttpPoster& poster, const Answer& answer)>;

    HttpPoster(Loop& loop, const Endpoint& endpoint, const std::string& token);

    /// `done` may send the next request.
    void setDone(Done done) { m_done = std::move(done); }
    [[nodiscard]] bool isIdle() const { return !m_busy && isOpen(); }
    void post(std::string_view path, std::string_view body, std::string_view idempotencyKey = {});
    [[nodiscard]] Instant started() const { return m_started; }

private:
    std::size_t received(std::string_view bytes) override;
    void broken() override;

    std::string m_common; // the header fields that are the same in every request
    std::string m_request;
    Done m_done;
    Instant m_started;
    bool m_busy = false;
};

/// One request on a connection of its own; the answer's body, or the end of the program with a message.
[[nodiscard]] std::string postOnce(Loop& loop, const Endpoint& endpoint, const std::string& token,
                                   const std::string& path, const std::string& body);

} // namespace relevo::bench
