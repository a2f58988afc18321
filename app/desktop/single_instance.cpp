#include "single_instance.h"

#include <base/log.h>

#include <QtCore/QCryptographicHash>
#include <QtNetwork/QLocalSocket>

namespace relevo::desktop {

namespace {

constexpr int patience = 1'000; // milliseconds; the other end is on this machine
constexpr qint64 longestWish = 256;

} // namespace

SingleInstance::SingleInstance(const QString& scope, QObject* parent)
    : QObject(parent),
      m_name(QStringLiteral("relevo-") +
             QString::fromLatin1(
                 QCryptographicHash::hash(scope.toUtf8(), QCryptographicHash::Sha256).toHex().left(24))),
      m_server(this)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* socket = m_server.nextPendingConnection())
            read(socket);
    });
}

bool SingleInstance::handOver(const QString& wish) const
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(patience))
        return false;
    socket.write(wish.toUtf8() + '\n');
    socket.waitForBytesWritten(patience);
    socket.disconnectFromServer();
    return true;
}

void SingleInstance::listen()
{
    // Nobody answered to the name, so what is left of it is from an instance that crashed.
    QLocalServer::removeServer(m_name);
    if (!m_server.listen(m_name))
        qCWarning(logUi).noquote() << logLine(u"a second start will not be noticed",
                                              {{u"error", m_server.errorString()}});
}

void SingleInstance::read(QLocalSocket* socket)
{
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    const auto take = [this, socket] {
        if (!socket->canReadLine()) {
            if (socket->bytesAvailable() > longestWish)
                socket->abort();
            return;
        }
        Q_EMIT asked(QString::fromUtf8(socket->readLine(longestWish)).trimmed());
        socket->disconnectFromServer();
    };
    connect(socket, &QLocalSocket::readyRead, this, take);
    take();
}

} // namespace relevo::desktop
