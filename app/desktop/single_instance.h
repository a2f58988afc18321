#pragma once

#include <QtNetwork/QLocalServer>

namespace relevo::desktop {

/// One desk a profile: a second start hands its wish to the first and ends.
class SingleInstance final : public QObject
{
    Q_OBJECT
public:
    /// `scope` tells instances apart, e.g. by data directory and profile.
    explicit SingleInstance(const QString& scope, QObject* parent = nullptr);

    /// Gives `wish` (a handoff's id, or nothing for just coming to the front) to the instance that runs;
    /// false when there is none.
    [[nodiscard]] bool handOver(const QString& wish) const;
    /// From now on this is the instance that runs.
    void listen();
    /// Another may be it from now on.
    void stop() { m_server.close(); }

Q_SIGNALS:
    /// Another start wants something.
    void asked(const QString& wish);

private:
    QString m_name;
    QLocalServer m_server;

    void read(QLocalSocket* socket);
};

} // namespace relevo::desktop
