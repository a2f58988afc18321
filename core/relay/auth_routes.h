#pragma once

#include <relay/http_support.h>
#include <relay/login_guard.h>

#include <QtCore/QThreadPool>

namespace relevo::relay {

/// Sign-in, sign-out, and the agents: who they are and whether they are there. I/O thread; passwords are
/// checked on a thread of their own, one at a time, because each check is meant to be slow.
class AuthRoutes final : public QObject
{
    Q_OBJECT

public:
    AuthRoutes(GatewayParts parts, QObject* parent = nullptr);
    ~AuthRoutes() override;
    void addTo(http::Router& router);

    static constexpr std::chrono::hours sessionTime{24 * 14};

Q_SIGNALS:
    void loggedOut(const QByteArray& tokenHash);

private:
    void login(const http::Request& request, const http::Responder& responder);
    void loggedIn(const http::Request& request, const http::Responder& responder,
                  const domain::ProjectId& project, const domain::AgentId& agent);
    void logout(const http::Request& request, const http::Responder& responder);
    void me(const http::Request& request, const http::Responder& responder);
    void agents(const http::Request& request, const http::Responder& responder);
    void setAvailability(const http::Request& request, http::Responder responder);
    [[nodiscard]] protocol::Json identity(const Scope& scope) const;

    GatewayParts m_parts;
    LoginGuard m_guard;
    QThreadPool m_passwords;
    int m_waiting = 0; // sign-ins whose password is being checked
};

} // namespace relevo::relay
