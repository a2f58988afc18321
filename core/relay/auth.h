#pragma once

#include <base/clock.h>
#include <http/message.h>
#include <relay/hub.h>
#include <relay/scope.h>
#include <store/reader.h>

#include <QtCore/QHash>

namespace relevo::relay {

/// Finds out who asks. Tokens are looked up by their hash; what was found is kept for `cacheTime`, so that a
/// busy bot costs no look-up a request. I/O thread.
class Authenticator
{
public:
    Authenticator(store::Reader& reader, const Hub& hub, const Clock& clock);

    /// The scope of an API key or an agent's session token. Fails with `unauthorized`, or `unavailable` when
    /// the store does.
    [[nodiscard]] Result<Scope> scopeOf(const QByteArray& token);
    [[nodiscard]] Result<Scope> scopeOf(const http::Request& request)
    {
        return scopeOf(request.bearerToken());
    }
    /// The same, but only for an agent; `forbidden` for others.
    [[nodiscard]] Result<Scope> agentOf(const http::Request& request);

    /// A session has ended: its token stops working at once.
    void forget(const QByteArray& token);

    static constexpr std::chrono::seconds cacheTime{30};
    static constexpr int cacheSize = 10'000;

private:
    struct Known
    {
        Scope scope;
        Timestamp until;
    };

    [[nodiscard]] Result<Scope> lookUp(const QByteArray& hash, Timestamp now) const;

    store::Reader& m_reader;
    const Hub& m_hub;
    const Clock& m_clock;
    QHash<QByteArray, Known> m_known;
};

} // namespace relevo::relay
