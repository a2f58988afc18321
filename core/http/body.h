#pragma once

#include <base/error.h>

#include <expected>
#include <functional>
#include <memory>
#include <span>

namespace relevo::http {

struct Request;
struct Response;

/// Takes a request's body piece by piece, so that nobody holds all of it in memory. Destroyed before the
/// request reached its handler: it will never be whole. I/O thread.
class BodySink
{
public:
    BodySink() = default;
    virtual ~BodySink() = default;
    Q_DISABLE_COPY_MOVE(BodySink)

    /// Fails when it can take no more; the request is refused with that, whatever follows.
    [[nodiscard]] virtual Result<void> take(std::span<const char> bytes) = 0;
};

/// Gives a response's body piece by piece, as fast as the client reads. Destroyed when it was sent or the
/// client has gone. I/O thread.
class BodySource
{
public:
    BodySource() = default;
    virtual ~BodySource() = default;
    Q_DISABLE_COPY_MOVE(BodySource)

    [[nodiscard]] virtual qint64 size() const = 0; ///< bytes altogether
    /// The next bytes into the front of `space`; how many. Less than one: it cannot go on, and the
    /// connection ends, for the length was announced.
    [[nodiscard]] virtual qint64 read(std::span<char> space) = 0;
};

/// Called when a request's header has come, with its peer and parameters but no body: where the body goes, or
/// the answer to whoever need not send it.
using BodyOpener = std::function<std::expected<std::shared_ptr<BodySink>, Response>(const Request&)>;

} // namespace relevo::http
