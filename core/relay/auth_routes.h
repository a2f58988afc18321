#pragma once

#include <relay/http_support.h>
#include <relay/login_guard.h>
#include <relay/password_thread.h>

namespace relevo::relay {

/// What signing in, and everything else about one's own way in, works with besides the usual.
struct DoorParts
{
    PasswordThread& passwords;
    LoginGuard& guard;
};

/// Sign-in and sign-out, who one is, and whether one is there. I/O thread.
class AuthRoutes final : public QObject
{
    Q_OBJECT

public:
    AuthRoutes(GatewayParts parts, DoorParts door, QObject* parent = nullptr);
    void addTo(http::Router& router);

    static constexpr std::chrono::hours sessionTime{24 * 14};

Q_SIGNALS:
    void loggedOut(const QByteArray& tokenHash);

private:
    /// One who has the address that was typed.
    struct Candidate
    {
        store::StoredPassword password;
        std::optional<store::StoredTotp> totp; ///< when it is confirmed
    };
    struct Attempt
    {
        http::Request request;
        http::Responder responder;
        QString email;
        QString password;
        QString code;
        QString device;

        [[nodiscard]] QString address() const { return request.peer.toString(); }
    };

    void login(const http::Request& request, const http::Responder& responder);
    void lookUp(const Attempt& attempt);
    void whenKnown(const Attempt& attempt, const Candidate& who);
    void passwordFits(const Attempt& attempt, const Candidate& who);
    [[nodiscard]] const domain::Agent* agentOf(const Candidate& who) const;
    [[nodiscard]] Result<void> allowed(const Attempt& attempt, const Candidate& who) const;
    void begin(const Attempt& attempt, const Candidate& who);
    void refuse(const Attempt& attempt, const Error& error);
    void noteRefusal(const Attempt& attempt, const std::vector<Candidate>& whose);
    void logout(const http::Request& request, const http::Responder& responder);
    void me(const http::Request& request, const http::Responder& responder);
    void setAvailability(const http::Request& request, http::Responder responder);
    [[nodiscard]] protocol::Json identity(const domain::ProjectId& project,
                                          const domain::AgentId& agent) const;

    GatewayParts m_parts;
    DoorParts m_door;
};

} // namespace relevo::relay
