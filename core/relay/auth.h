#pragma once

#include <base/clock.h>
#include <http/message.h>
#include <relay/hub.h>
#include <relay/pipeline.h>
#include <relay/scope.h>
#include <store/reader.h>

#include <QtCore/QHash>

namespace relevo::relay {

/// Finds out who asks. Tokens are looked up by their hash; what was found is kept for `cacheTime`, so that a
/// busy bot costs no look-up a request, and is forgotten at once when an event says that somebody's way in
/// has changed, whoever changed it. Notes when sessions and keys are used. I/O thread.
class Authenticator final : public Listener
{
public:
    Authenticator(store::Reader& reader, Hub& hub, Pipeline& pipeline, const Clock& clock);
    ~Authenticator() override;
    Q_DISABLE_COPY_MOVE(Authenticator)

    /// The scope of an API key or an agent's session token. Fails with `unauthorized`, or `unavailable` when
    /// the store does.
    [[nodiscard]] Result<Scope> scopeOf(const QByteArray& token);
    [[nodiscard]] Result<Scope> scopeOf(const http::Request& request)
    {
        return scopeOf(request.bearerToken());
    }
    /// By the token's hash.
    [[nodiscard]] Result<Scope> scopeOfHash(const QByteArray& hash);
    /// The same as scopeOf, but only for an agent; `forbidden` for others.
    [[nodiscard]] Result<Scope> agentOf(const http::Request& request);

    /// A session has ended: its token stops working at once.
    void forget(const QByteArray& token);
    void heard(const Published& published) override;

    static constexpr std::chrono::seconds cacheTime{30};
    static constexpr int cacheSize = 10'000;
    static constexpr std::chrono::minutes usedWithin{5}; ///< how exactly the last use is known

private:
    struct Known
    {
        Scope scope;
        Timestamp until;
        bool hasTotp = false;
    };

    [[nodiscard]] Result<Known> lookUp(const QByteArray& hash, Timestamp now);
    [[nodiscard]] Result<Known> known(const store::StoredSession& session, const QByteArray& hash,
                                      Timestamp now);
    [[nodiscard]] Known known(const store::StoredKey& key, Timestamp now);
    [[nodiscard]] Result<Scope> present(const Known& known) const;

    store::Reader& m_reader;
    Hub& m_hub;
    Pipeline& m_pipeline;
    const Clock& m_clock;
    QHash<QByteArray, Known> m_known;
};

} // namespace relevo::relay
