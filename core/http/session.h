#pragma once

#include <base/clock.h>
#include <base/ids.h>
#include <http/limits.h>
#include <http/proxy_trust.h>
#include <http/server_stats.h>
#include <http/stream.h>

#include <memory>
#include <span>
#include <vector>

namespace relevo::http {

class Session;
class Router;

/// Memory for the moment, so that no session needs buffers of its own.
struct Scratch
{
    std::span<char> in;  ///< to read into
    std::span<char> out; ///< to gather what is written
};

/// What holds for all sessions of a server; limits and trust may change while they run.
struct House
{
    const Router& router;
    Limits limits;
    ProxyTrust proxies = {};
    ServerStats stats = {};
};

/// What a session needs of the server around it. One thread.
class SessionHost
{
public:
    virtual ~SessionHost() = default;

    [[nodiscard]] virtual House& house() = 0;
    [[nodiscard]] const Limits& limits() { return house().limits; }
    [[nodiscard]] const Router& router() { return house().router; }
    [[nodiscard]] ServerStats& stats() { return house().stats; }
    /// True when this address has all the connections it may have.
    [[nodiscard]] virtual bool isCrowded(const QHostAddress& address) const = 0;
    [[nodiscard]] virtual milliseconds now() const = 0; ///< monotonic
    [[nodiscard]] virtual QByteArray date() = 0;        ///< for the Date header
    [[nodiscard]] virtual QByteArray newCorrelationId() = 0;
    /// Room shared by everybody, valid until the session returns to the event loop.
    [[nodiscard]] virtual Scratch scratch() = 0;
    /// A moment within the period, another one for each caller, so that not everybody is due at once.
    [[nodiscard]] virtual milliseconds nextPhase(milliseconds period) = 0;
    /// Calls session.flush() once, after all that is due in this turn of the event loop.
    virtual void flushSoon(Session& session) = 0;
    /// The session is over; it is deleted when nobody holds it any more.
    virtual void release(Session& session) = 0;
    /// `next` continues where `session` ends.
    virtual void replace(Session& session, std::shared_ptr<Session> next) = 0;
};

/// One connection in one of its roles: speaking HTTP, or being a WebSocket.
class Session : public std::enable_shared_from_this<Session>, public StreamListener
{
public:
    Session(SessionHost& host, std::unique_ptr<Stream> stream);
    ~Session() override;
    Q_DISABLE_COPY_MOVE(Session)

    virtual void flush() = 0;
    /// Called every now and then so that time can have its way.
    virtual void sweep(milliseconds now) = 0;
    virtual void drain() = 0;
    /// The host is about to be destroyed: nothing may be asked of it any more.
    virtual void abandon() = 0;

    [[nodiscard]] const QHostAddress& peer() const { return m_peer; }

    // Kept here for the server's registry.
    size_t registryIndex = 0;
    bool flushScheduled = false;
    bool isCounted = true;  ///< against the limits of connections; those that are being refused are not
    QHostAddress countedAs; ///< the address whose connections this is one of; null for a trusted proxy's

protected:
    [[nodiscard]] SessionHost& host() const { return m_host; }
    [[nodiscard]] Stream& stream() const { return *m_stream; }
    [[nodiscard]] std::unique_ptr<Stream> takeStream() { return std::move(m_stream); }

private:
    SessionHost& m_host;
    std::unique_ptr<Stream> m_stream;
    QHostAddress m_peer;
};

} // namespace relevo::http
