#pragma once

#include <http/limits.h>
#include <http/message.h>

#include <functional>
#include <memory>
#include <span>

namespace relevo::http {

/// Reads one request from the bytes of a connection: strict, bounded, without a socket. The grammar is
/// Boost.Beast's; what it tolerates and other servers read differently (folded headers, repeated lengths,
/// bare line feeds, foreign transfer codings) is refused here, so that nobody in front of us can see another
/// request than we do.
class RequestReader
{
public:
    enum class Outcome {
        NeedMore, ///< all bytes are used up
        Header,   ///< the header is complete (once); ask request() and go on
        Complete, ///< take() the request; the bytes left belong to the next one
        Fault,    ///< fault() says why; nothing that follows can be understood
    };
    struct Fault
    {
        int status = 400;
        QString detail;
    };
    /// How large a body this request (its header complete) may have.
    using BodyLimit = std::function<qint64(const Request&)>;

    RequestReader(const Limits& limits, BodyLimit bodyLimit);
    ~RequestReader();
    Q_DISABLE_COPY_MOVE(RequestReader)

    /// Takes what it can from the front of the bytes.
    [[nodiscard]] Outcome feed(std::span<const char>& bytes);

    [[nodiscard]] bool headerDone() const;
    [[nodiscard]] bool hasBody() const; ///< announced by the header
    /// After Header: the body goes there and not into memory.
    void sendBodyTo(std::shared_ptr<BodySink> sink);
    [[nodiscard]] qint64 received() const; ///< bytes of the body so far
    [[nodiscard]] const Request& request() const;
    [[nodiscard]] Request take();
    [[nodiscard]] const Fault& fault() const { return m_fault; }

private:
    class Parser;

    [[nodiscard]] Outcome feedHeader(std::span<const char>& bytes);
    [[nodiscard]] Outcome feedBody(std::span<const char>& bytes);
    [[nodiscard]] Outcome parseHeader();
    [[nodiscard]] Outcome put(std::span<const char>& bytes);
    [[nodiscard]] Outcome fail(int status, const QString& detail);

    const Limits& m_limits;
    BodyLimit m_bodyLimit;
    std::unique_ptr<Parser> m_parser;
    QByteArray m_pending; // the header so far, then an incomplete chunk header
    int m_newlines = 0;   // of the blank line that ends the header, as far as it has come
    char m_last = '\0';
    Fault m_fault;
};

} // namespace relevo::http
