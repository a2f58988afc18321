#pragma once

#include <http/message.h>

#include <memory>

namespace relevo::http {

/// Takes the answer to one request. Implemented by the connection; lives in the I/O thread.
class ResponseSink
{
public:
    virtual ~ResponseSink() = default;
    virtual void answer(quint64 exchange, Response response) = 0;
    [[nodiscard]] virtual bool isWaiting(quint64 exchange) const = 0;
};

/// The right to answer one request, now or later. Copies share the one right: the first answer is sent,
/// further ones are ignored, and so is an answer for a client that has gone. If every copy is gone without an
/// answer the client gets a 500. Answers of one connection leave in the order of its requests, whatever order
/// they are given in. Everything here must happen in the I/O thread; another thread queues a call to it.
class Responder
{
public:
    Responder(std::weak_ptr<ResponseSink> sink, quint64 exchange);

    void send(Response response) const;
    /// Sends Response::problem(error).
    void fail(const Error& error) const;

    /// True while somebody waits for the answer; expensive work may be given up when this turns false.
    [[nodiscard]] bool isWaiting() const;

private:
    struct Right;
    std::shared_ptr<Right> m_right;
};

} // namespace relevo::http
