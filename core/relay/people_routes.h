#pragma once

#include <relay/auth_routes.h>
#include <relay/people_commands.h>

namespace relevo::relay {

/// The agents and their teams: who is here, and what admins do about it. I/O thread.
class PeopleRoutes final : public QObject
{
    Q_OBJECT

public:
    PeopleRoutes(GatewayParts parts, DoorParts door, QObject* parent = nullptr);
    void addTo(http::Router& router);

private:
    void agents(const http::Request& request, const http::Responder& responder);
    void create(const http::Request& request, const http::Responder& responder);
    void invite(const http::Request& request, const http::Responder& responder);
    void update(const http::Request& request, const http::Responder& responder);
    void resetPassword(const http::Request& request, const http::Responder& responder);
    void resetTotp(const http::Request& request, const http::Responder& responder);
    void endSessions(const http::Request& request, const http::Responder& responder);
    void teams(const http::Request& request, const http::Responder& responder);
    void createTeam(const http::Request& request, const http::Responder& responder);
    void updateTeam(const http::Request& request, const http::Responder& responder);
    void deleteTeam(const http::Request& request, const http::Responder& responder);

    /// Goes on when the caller is known and the body is JSON.
    [[nodiscard]] Result<protocol::Json> read(const http::Request& request, Scope& scope) const;
    void submit(const http::Request& request, const http::Responder& responder, Result<Submission> submission,
                int status);
    /// Makes a one-time token for the submission's agent, which the answer shows this once.
    void submitWithToken(const http::Request& request, const http::Responder& responder,
                         Submission submission, const domain::AgentId& agent, std::chrono::milliseconds holds,
                         int status);
    /// Does `command` with what the path and the body name; without such an id there is `none`.
    template <typename Id>
    void change(const http::Request& request, const http::Responder& responder, const Error& none,
                Result<Submission> (PeopleCommands::*command)(const Scope&, const Id&, const protocol::Json&)
                    const);
    [[nodiscard]] Result<domain::Agent> named(const http::Request& request, const Scope& scope) const;

    GatewayParts m_parts;
    DoorParts m_door;
    PeopleCommands m_commands;
};

} // namespace relevo::relay
