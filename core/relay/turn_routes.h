#pragma once

#include <relay/bot_stage.h>
#include <relay/http_support.h>

namespace relevo::relay {

/// A conversation's bot turns over HTTP: what was decided and why, for admins and programs; the answer of a
/// webhook that comes later, for programs; and whether bots may speak in the conversation. I/O thread.
class TurnRoutes final : public QObject
{
    Q_OBJECT

public:
    TurnRoutes(GatewayParts parts, BotStage& stage, QObject* parent = nullptr);
    void addTo(http::Router& router);

private:
    void list(const http::Request& request, const http::Responder& responder);
    void answer(const http::Request& request, http::Responder responder);
    void switchBot(const http::Request& request, http::Responder responder);
    /// An admin or a program.
    [[nodiscard]] Result<Scope> allowed(const http::Request& request) const;
    void answered(const http::Request& request, const http::Responder& responder,
                  const domain::ProjectId& project, const domain::ConversationId& conversation,
                  const domain::MessageId& id);

    GatewayParts m_parts;
    BotStage& m_stage;
};

} // namespace relevo::relay
