#pragma once

#include <assist/model_client.h>
#include <base/clock.h>
#include <base/error.h>
#include <base/ids.h>
#include <http/limits.h>
#include <store/journal.h>

#include <QtCore/QObject>

namespace relevo::relay {

struct ServeOptions
{
    store::StoreOptions store;
    QString host = QStringLiteral("127.0.0.1");
    quint16 port = 8787;
    http::Limits limits;
    std::optional<assist::ModelOptions> model = {}; ///< none: everything is by rule
};

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

    /// Stops accepting, finishes what is under way, writes what waits, then emits stopped().
    void drain();

    /// "GET /api/…" of every route, for checking the API's description.
    [[nodiscard]] QStringList routes() const;

Q_SIGNALS:
    void stopped();

private:
    class Parts;
    const Clock& m_clock;
    IdSource& m_ids;
    std::unique_ptr<Parts> m_parts;
};

} // namespace relevo::relay
