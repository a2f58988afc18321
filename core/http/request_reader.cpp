#include <http/request_reader.h>

#include <http/request_target.h>

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>

#include <algorithm>
#include <cstring>
#include <limits>

namespace relevo::http {

namespace beast = boost::beast;

namespace {

constexpr int mostHeaders = 100;
constexpr qsizetype longestChunkHeader = 4096;

QByteArray bytesOf(beast::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

bool isToken(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (c != '\0' && std::strchr("!#$%&'*+-.^_`|~", c) != nullptr);
}

bool isNumber(beast::string_view text)
{
    return !text.empty() && text.size() <= 19 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isHost(const QByteArray& host)
{
    return std::all_of(host.begin(), host.end(), [](char c) {
        return static_cast<quint8>(c) > 0x20 && static_cast<quint8>(c) < 0x7f && c != '/' && c != '@' &&
               c != ',';
    });
}

} // namespace

/// Beast's incremental parser, collecting into a Request.
class RequestReader::Parser final : public beast::http::basic_parser<true>
{
public:
    explicit Parser(const Limits& limits) : m_targetBytes(limits.targetBytes)
    {
        header_limit(static_cast<std::uint32_t>(limits.headerBytes) + 4);
        body_limit(std::numeric_limits<std::uint64_t>::max()); // checked here, against the route's limit
        eager(true);
    }

    Request request;
    Fault fault{0, {}};
    qint64 bodyLimit = 0;
    qint64 received = 0;
    int hosts = 0;
    int contentLengths = 0;
    bool chunkedField = false;
    bool headerSeen = false;

    using ErrorCode = beast::http::error;

private:
    void refuse(int status, const QString& detail, beast::error_code& ec)
    {
        fault = {status, detail};
        ec = make_error_code(ErrorCode::bad_value);
    }

    void on_request_impl(beast::http::verb, beast::string_view method, beast::string_view target, int version,
                         beast::error_code& ec) override
    {
        if (static_cast<qsizetype>(target.size()) > m_targetBytes) {
            refuse(414, QStringLiteral("The request target is too long."), ec);
        } else if (version != 10 && version != 11) {
            refuse(505, QStringLiteral("Only HTTP/1.0 and HTTP/1.1 are spoken here."), ec);
        }
        request.method = bytesOf(method);
        request.target = bytesOf(target);
        request.version = version;
    }

    void on_field_impl(beast::http::field name, beast::string_view nameText, beast::string_view value,
                       beast::error_code& ec) override
    {
        if (headerSeen) {
            return; // trailers are read and dropped
        }
        if (request.headers.size() >= static_cast<size_t>(mostHeaders)) {
            refuse(431, QStringLiteral("Too many header fields."), ec);
            return;
        }
        if (name == beast::http::field::host) {
            ++hosts;
        } else if (name == beast::http::field::content_length) {
            if (++contentLengths > 1 || !isNumber(value)) {
                refuse(400, QStringLiteral("Content-Length is not one number."), ec);
            }
        } else if (name == beast::http::field::transfer_encoding) {
            if (request.version == 10) {
                refuse(400, QStringLiteral("Transfer-Encoding does not exist in HTTP/1.0."), ec);
            } else if (chunkedField) {
                refuse(400, QStringLiteral("Transfer-Encoding is given twice."), ec);
            } else if (!beast::iequals(value, "chunked")) {
                refuse(501, QStringLiteral("Only the transfer coding 'chunked' is understood."), ec);
            }
            chunkedField = true;
        }
        request.headers.push_back({bytesOf(nameText), bytesOf(value)});
    }

    void on_header_impl(beast::error_code&) override { headerSeen = true; }
    void on_body_init_impl(const boost::optional<std::uint64_t>&, beast::error_code&) override {}
    void on_chunk_header_impl(std::uint64_t size, beast::string_view, beast::error_code& ec) override
    {
        checkSize(size, ec);
    }
    std::size_t on_body_impl(beast::string_view body, beast::error_code& ec) override
    {
        return append(body, ec);
    }
    std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view body, beast::error_code& ec) override
    {
        return append(body, ec);
    }
    void on_finish_impl(beast::error_code&) override {}
    void on_response_impl(int, beast::string_view, int, beast::error_code&) override {}

    void checkSize(std::uint64_t more, beast::error_code& ec)
    {
        if (more > static_cast<std::uint64_t>(bodyLimit - received)) {
            refuse(413, QStringLiteral("The body is larger than %1 bytes.").arg(bodyLimit), ec);
        }
    }
    std::size_t append(beast::string_view body, beast::error_code& ec)
    {
        checkSize(body.size(), ec);
        if (ec) {
            return body.size();
        }
        received += static_cast<qint64>(body.size());
        if (!request.sink) {
            request.body.append(body.data(), static_cast<qsizetype>(body.size()));
        } else if (const Result<void> taken = request.sink->take({body.data(), body.size()}); !taken) {
            refuse(httpStatus(taken.error().code), taken.error().message, ec);
        }
        return body.size();
    }

    qsizetype m_targetBytes;
};

RequestReader::RequestReader(const Limits& limits, BodyLimit bodyLimit)
    : m_limits(limits), m_bodyLimit(std::move(bodyLimit)), m_parser(std::make_unique<Parser>(limits))
{
}

RequestReader::~RequestReader() = default;

bool RequestReader::headerDone() const
{
    return m_parser->headerSeen;
}

bool RequestReader::hasBody() const
{
    return headerDone() && !m_parser->is_done();
}

void RequestReader::sendBodyTo(std::shared_ptr<BodySink> sink)
{
    m_parser->request.sink = std::move(sink);
}

qint64 RequestReader::received() const
{
    return m_parser->received;
}

const Request& RequestReader::request() const
{
    return m_parser->request;
}

Request RequestReader::take()
{
    return std::move(m_parser->request);
}

RequestReader::Outcome RequestReader::fail(int status, const QString& detail)
{
    m_fault = {status, detail};
    return Outcome::Fault;
}

RequestReader::Outcome RequestReader::feed(std::span<const char>& bytes)
{
    return headerDone() ? feedBody(bytes) : feedHeader(bytes);
}

RequestReader::Outcome RequestReader::feedHeader(std::span<const char>& bytes)
{
    // Looking at every byte as it comes refuses garbage at once instead of waiting for its end.
    size_t used = 0;
    // One byte past the limit and no further: what lies beyond it must not decide which fault it is.
    const auto most = static_cast<size_t>(m_limits.headerBytes + 1 - m_pending.size());
    while (used < std::min(bytes.size(), most) && m_newlines < 2) {
        const char c = bytes[used++];
        const bool first = m_last == '\0';
        if (first && !isToken(c)) {
            return fail(400, QStringLiteral("This is not an HTTP request."));
        }
        if (c == '\0' || (c == '\n') != (m_last == '\r')) {
            return fail(400, QStringLiteral("Lines must end in CRLF and hold no NUL."));
        }
        if (m_last == '\n' && (c == ' ' || c == '\t')) {
            return fail(400, QStringLiteral("Folded header fields are not accepted."));
        }
        if (c == '\n') {
            ++m_newlines;
        } else if (c != '\r' || m_last != '\n') {
            m_newlines = 0;
        }
        m_last = c;
    }
    m_pending.append(bytes.data(), static_cast<qsizetype>(used));
    bytes = bytes.subspan(used);
    if (m_pending.size() > m_limits.headerBytes) {
        return m_pending.indexOf('\n') < 0
                   ? fail(414, QStringLiteral("The request line is too long."))
                   : fail(431,
                          QStringLiteral("The header is larger than %1 bytes.").arg(m_limits.headerBytes));
    }
    return m_newlines < 2 ? Outcome::NeedMore : parseHeader();
}

RequestReader::Outcome RequestReader::parseHeader()
{
    beast::error_code ec;
    m_parser->put(boost::asio::const_buffer(m_pending.constData(), static_cast<size_t>(m_pending.size())),
                  ec);
    m_pending = {};
    if (m_parser->fault.status != 0) {
        m_fault = m_parser->fault;
        return Outcome::Fault;
    }
    if (ec == Parser::ErrorCode::bad_version) {
        return fail(505, QStringLiteral("Only HTTP/1.0 and HTTP/1.1 are spoken here."));
    }
    if ((ec && ec != Parser::ErrorCode::need_more) || !m_parser->headerSeen) {
        return fail(400, QString::fromStdString(ec.message()));
    }
    Request& request = m_parser->request;
    request.keepAlive = m_parser->keep_alive();
    if (m_parser->hosts > 1 || (m_parser->hosts == 0 && request.version == 11) ||
        !isHost(request.header("Host"))) {
        return fail(400, QStringLiteral("There must be one valid Host field."));
    }
    if (!parseTarget(request)) {
        return fail(400, QStringLiteral("The request target is malformed."));
    }
    m_parser->bodyLimit = m_bodyLimit(request);
    const auto length = m_parser->content_length();
    if (length && *length > static_cast<std::uint64_t>(m_parser->bodyLimit)) {
        return fail(413, QStringLiteral("The body is larger than %1 bytes.").arg(m_parser->bodyLimit));
    }
    return Outcome::Header;
}

RequestReader::Outcome RequestReader::put(std::span<const char>& bytes)
{
    beast::error_code ec;
    const size_t used = m_parser->put(boost::asio::const_buffer(bytes.data(), bytes.size()), ec);
    bytes = bytes.subspan(used);
    if (m_parser->fault.status != 0) {
        m_fault = m_parser->fault;
        return Outcome::Fault;
    }
    if (ec && ec != Parser::ErrorCode::need_more) {
        return fail(400, QString::fromStdString(ec.message()));
    }
    return m_parser->is_done() ? Outcome::Complete : Outcome::NeedMore;
}

RequestReader::Outcome RequestReader::feedBody(std::span<const char>& bytes)
{
    if (m_parser->is_done()) {
        return Outcome::Complete;
    }
    if (bytes.empty()) {
        return Outcome::NeedMore;
    }
    if (m_pending.isEmpty()) {
        const Outcome outcome = put(bytes);
        if (outcome == Outcome::NeedMore) {
            m_pending.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
            bytes = {};
        }
        return m_pending.size() > longestChunkHeader
                   ? fail(400, QStringLiteral("A chunk's header is too long."))
                   : outcome;
    }
    // An incomplete chunk header waits: what comes is put behind it, bounded, until the parser gets over it.
    const size_t before = bytes.size();
    const size_t taken = std::min(before, static_cast<size_t>(longestChunkHeader));
    m_pending.append(bytes.data(), static_cast<qsizetype>(taken));
    std::span<const char> joined(m_pending.constData(), static_cast<size_t>(m_pending.size()));
    const Outcome outcome = put(joined);
    if (outcome == Outcome::Fault) {
        return outcome;
    }
    if (outcome == Outcome::Complete) {
        bytes = bytes.subspan(taken - std::min(taken, joined.size()));
        m_pending = {};
        return outcome;
    }
    m_pending = QByteArray(joined.data(), static_cast<qsizetype>(joined.size()));
    bytes = bytes.subspan(taken);
    if (m_pending.size() > longestChunkHeader) {
        return fail(400, QStringLiteral("A chunk's header is too long."));
    }
    return bytes.empty() ? outcome : feedBody(bytes);
}

} // namespace relevo::http
