#include <http/listener.h>

#include <base/log.h>

#include <QtCore/QTimer>

namespace relevo::http {

namespace {

constexpr int retryAcceptMs = 100;

} // namespace

Listener::Listener(Accepted accepted, int backlog) : m_accepted(std::move(accepted))
{
    setListenBacklogSize(backlog);
    connect(this, &QTcpServer::acceptError, this, [this](QAbstractSocket::SocketError error) {
        // Most likely the process is out of descriptors. Qt has stopped accepting; without that the loop
        // would spin.
        qCWarning(logHttp).noquote() << logLine(u"accepting failed, trying again",
                                                {{u"error", QString::number(error)}});
        QTimer::singleShot(retryAcceptMs, this, &QTcpServer::resumeAccepting);
    });
}

} // namespace relevo::http
