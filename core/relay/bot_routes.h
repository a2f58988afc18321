#pragma once

#include <relay/bot_stage.h>
#include <relay/http_support.h>

namespace relevo::relay {

/// The project's bots over HTTP, for its admins and programs: their settings, the secrets their webhooks are
/// signed with, and the questions of the FAQ. I/O thread.
class BotRoutes final : public QObject
{
    Q_OBJECT

public:
    BotRoutes(GatewayParts parts, BotStage& stage, QObject* parent = nullptr);
    void addTo(http::Router& router);

private:
    void getBots(const http::Request& request, const http::Responder& responder);
    void putBots(const http::Request& request, http::Responder responder);
    void makeSecret(const http::Request& request, http::Responder responder);
    void getFaq(const http::Request& request, const http::Responder& responder);
    void putFaq(const http::Request& request, http::Responder responder);

    GatewayParts m_parts;
    BotStage& m_stage;
};

} // namespace relevo::relay
