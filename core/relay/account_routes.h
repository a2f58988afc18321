#pragma once

#include <relay/auth_routes.h>

namespace relevo::relay {

/// Everybody's own way in: password, second factor, the devices they are signed in on; and the one-time token
/// by which somebody sets their first password. Each change is an event without the secret. I/O thread.
class AccountRoutes final : public QObject
{
    Q_OBJECT

public:
    AccountRoutes(GatewayParts parts, DoorParts door, QObject* parent = nullptr);
    void addTo(http::Router& router);

private:
    /// A request of a signed-in agent who proves once more that it is they.
    struct Proven
    {
        http::Request request;
        http::Responder responder;
        Scope scope;
        domain::Agent agent;
        protocol::Json body;
    };
    using Then = std::function<void(const Proven&)>;

    /// Reads {password}, and goes on when it is theirs. Guessing is slowed down as at sign-in.
    void proven(const http::Request& request, const http::Responder& responder, const char* field,
                const Then& then);
    void changePassword(const Proven& proven);
    void setPassword(const Proven& proven, const QByteArray& hash);
    void enrolTotp(const Proven& proven);
    void confirmTotp(const http::Request& request, const http::Responder& responder);
    void confirmed(const http::Request& request, const http::Responder& responder, const Scope& scope,
                   qint64 step);
    void disableTotp(const Proven& proven);
    void sessions(const http::Request& request, const http::Responder& responder);
    void endSession(const http::Request& request, const http::Responder& responder);
    void endOtherSessions(const http::Request& request, const http::Responder& responder);
    void acceptInvite(const http::Request& request, const http::Responder& responder);
    void invited(const http::Request& request, const http::Responder& responder, const QByteArray& tokenHash,
                 const store::StoredInvite& invite, const QString& password);
    void join(const http::Request& request, const http::Responder& responder, const QByteArray& tokenHash,
              const store::StoredInvite& invite, const QByteArray& passwordHash);

    GatewayParts m_parts;
    DoorParts m_door;
};

} // namespace relevo::relay
