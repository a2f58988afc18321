#pragma once

#include <base/clock.h>
#include <base/error.h>
#include <base/ids.h>
#include <relay/serve_options.h>

#include <QtCore/QObject>

namespace relevo::relay {

/// The running relay: opens the store, folds what is there, and serves it. I/O thread (the one it is made
/// in); the writer and query threads are its own.
class RelayServer final : public QObject
{
    Q_OBJECT

public:
    RelayServer(const Clock& clock, IdSource& ids, QObject* parent = nullptr);
    ~RelayServer() override;
    Q_DISABLE_COPY_MOVE(RelayServer)

    /// Fails with `unavailable` when the store cannot be opened (newer schema, full disk, no permission) or
    /// the port is taken.
    [[nodiscard]] Result<void> start(const ServeOptions& options);
    [[nodiscard]] QString url() const;

    /// Takes over what can change while it runs: limits, trusted proxies, certificate, metrics token, level
    /// of the log. What does not is ignored. A certificate for a relay that began without one (or the other
    /// way) fails with `invalid`, and nothing changes.
    [[nodiscard]] Result<void> reload(const ServeOptions& options);

    /// Stops accepting, finishes what is under way (in `atMost`, and the limits' drain time), writes what
    /// waits, then emits stopped().
    void drain(milliseconds atMost = milliseconds::max());

    /// "GET /api/…" of every route, for checking the API's description.
    [[nodiscard]] QStringList routes() const;

Q_SIGNALS:
    void stopped();

private:
    class Parts;
    const Clock& m_clock;
    IdSource& m_ids;
    std::unique_ptr<Parts> m_parts;
    bool m_hasTls = false;
};

} // namespace relevo::relay
