#pragma once

#include <relay/relay_server.h>
#include <store/store_lock.h>

#include <QtCore/QTimer>

namespace relevo::relay {

/// The relay as a program runs it: it serves, and when a command asks for the store alone (a restore), it
/// finishes what is under way, lets go of the store, and serves what is there afterwards on the same port,
/// in the same process. Its peers see a connection that ends (1001) and come again. I/O thread.
class RelayService final : public QObject
{
    Q_OBJECT

public:
    RelayService(const Clock& clock, IdSource& ids, QObject* parent = nullptr);
    ~RelayService() override;
    Q_DISABLE_COPY_MOVE(RelayService)

    /// As RelayServer::start(); `conflict` while another relay serves the same store: the two would both run
    /// its bots and timers.
    [[nodiscard]] Result<void> start(const ServeOptions& options);
    [[nodiscard]] const QString& url() const { return m_url; }
    /// As RelayServer::reload(); while the store is let go of, it holds from the return on.
    [[nodiscard]] Result<void> reload(const ServeOptions& options);
    /// As RelayServer::drain(), for good.
    void drain();

    /// How often it looks whether somebody asks for the store.
    static constexpr std::chrono::milliseconds lookEvery{250};
    /// The longest that a request may take when the store is asked for.
    static constexpr milliseconds letGoWithin{3'000};
    /// How long a return is tried: the lock, or the port, may not be free at once.
    static constexpr milliseconds returnWithin{15'000};

Q_SIGNALS:
    /// It does not serve any more, and will not again: by drain(), or because it could not return (`failed`).
    void stopped(bool failed);

private:
    void look();
    void serverStopped();
    void comeBack();
    [[nodiscard]] Result<void> startServer();

    const Clock& m_clock;
    IdSource& m_ids;
    ServeOptions m_options;
    std::optional<store::StoreLock>
        m_serving;                         ///< no other relay serves this store, also while it is let go of
    std::unique_ptr<RelayServer> m_server; ///< null while the store is let go of
    QString m_url;
    QTimer m_look;
    QTimer m_return;
    std::optional<milliseconds> m_freeSince; ///< when nobody asked any more, and returning was begun
    bool m_lettingGo = false;
    bool m_leaving = false;
};

} // namespace relevo::relay
