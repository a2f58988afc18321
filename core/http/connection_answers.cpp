#include <http/connection.h>

#include <base/log.h>

#include <algorithm>

// How a connection's answers leave; what comes in is in connection.cpp.
namespace relevo::http {

using detail::mostUnreadAnswers;

namespace {

constexpr int piecesPerTurn = 16; // of a body from a source; then the other connections have their turn

} // namespace

bool Connection::isWaiting(quint64 id) const
{
    return m_phase != Phase::Over &&
           std::any_of(m_exchanges.begin(), m_exchanges.end(),
                       [id](const Exchange& exchange) { return exchange.id == id && !exchange.bytes; });
}

void Connection::answer(quint64 id, Response response)
{
    const auto it = std::find_if(m_exchanges.begin(), m_exchanges.end(),
                                 [id](const Exchange& exchange) { return exchange.id == id; });
    if (it == m_exchanges.end() || it->bytes || m_phase == Phase::Over) {
        return;
    }
    it->frame.date = host().date();
    const bool last = it + 1 == m_exchanges.end();
    if (m_draining && last && !m_reader && m_phase == Phase::Reading) {
        m_phase = Phase::Finishing;
    }
    if (last && m_phase == Phase::Finishing) {
        it->frame.keepAlive = false;
    }
    if (response.source && !it->frame.head) {
        it->left = response.source->size();
        it->source = it->left > 0 ? response.source : nullptr;
    }
    it->bytes = serialized(response, it->frame);
    note(*it, response.status);
    host().flushSoon(*this);
}

/// For the statistics, and for who looks closely.
void Connection::note(const Exchange& exchange, int status)
{
    const auto time = std::chrono::steady_clock::now() - exchange.startedAt;
    host().stats().answered(exchange.route ? exchange.route->info.routeClass : 0, status, time);
    if (logHttp().isDebugEnabled()) {
        const auto spent = std::chrono::duration_cast<std::chrono::microseconds>(time);
        qCDebug(logHttp).noquote() << logLine(
            u"Request answered", {{u"requestId", QString::fromLatin1(exchange.frame.correlationId)},
                                  {u"route", exchange.route ? exchange.route->info.pattern : QString()},
                                  {u"status", QString::number(status)},
                                  {u"microseconds", QString::number(spent.count())}});
    }
}

void Connection::flush()
{
    if (m_phase == Phase::Over) {
        return;
    }
    if (!sendAnswers()) {
        finish();
        return;
    }
    settle();
}

/// Answers in their order, up to one that is not there yet, or whose body the peer has yet to read. False
/// when the connection is broken.
bool Connection::sendAnswers()
{
    while (!m_exchanges.empty() && m_exchanges.front().bytes) {
        Exchange& front = m_exchanges.front();
        if (m_out.isEmpty()) {
            m_out = std::exchange(*front.bytes, {});
        } else {
            m_out += std::exchange(*front.bytes, {});
        }
        if (front.source && (!sendGathered() || !sendFrom(front))) {
            return false;
        }
        if (front.source) {
            return true;
        }
        m_exchanges.erase(m_exchanges.begin());
    }
    return sendGathered();
}

bool Connection::sendGathered()
{
    if (m_out.isEmpty()) {
        return true;
    }
    m_progressAt = host().now();
    return stream().write(std::exchange(m_out, {}));
}

/// As much as the peer takes now; the rest when it has read some, or in a later turn.
bool Connection::sendFrom(Exchange& exchange)
{
    const std::span<char> space = host().scratch().out;
    for (int i = 0; i < piecesPerTurn; ++i) {
        if (stream().bytesWaiting() > mostUnreadAnswers) {
            return true; // drained() goes on
        }
        const auto most = std::min(static_cast<qint64>(space.size()), exchange.left);
        const qint64 count = exchange.source->read(space.first(static_cast<size_t>(most)));
        if (count < 1 || !stream().write({space.data(), count})) {
            return false;
        }
        m_progressAt = host().now();
        exchange.left -= count;
        if (exchange.left == 0) {
            exchange.source.reset();
            return true;
        }
    }
    host().flushSoon(*this);
    return true;
}

/// What comes after answers have left.
void Connection::settle()
{
    if (m_exchanges.empty() && m_phase == Phase::Finishing) {
        linger();
        return;
    }
    if (m_exchanges.empty() && m_upgrade) {
        const std::unique_ptr<Request> request = std::move(m_upgrade);
        const Router::Route* const route = host().router().find(request->method, request->segments);
        const QByteArray held = std::exchange(m_held, {});
        upgrade(*route, *request, {held.constData(), static_cast<size_t>(held.size())});
        return;
    }
    if (m_exchanges.empty() && !m_reader) {
        m_since = host().now();
    }
    if (m_paused && m_phase == Phase::Reading) {
        consumeHeld();
    }
}

} // namespace relevo::http
