#pragma once

#include <QtNetwork/QTcpServer>

#include <functional>

namespace relevo::http {

/// A listening socket that hands on bare descriptors, so that what is made of them is the server's business.
class Listener final : public QTcpServer
{
    Q_OBJECT

public:
    using Accepted = std::function<void(qintptr descriptor)>;

    Listener(Accepted accepted, int backlog);

protected:
    void incomingConnection(qintptr descriptor) override { m_accepted(descriptor); }

private:
    Accepted m_accepted;
};

} // namespace relevo::http
