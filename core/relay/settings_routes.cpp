#include <relay/settings_routes.h>

#include <protocol/settings_codec.h>

namespace relevo::relay {

using protocol::Json;

namespace {

std::string settingsAnswer(const Outcome& outcome)
{
    return protocol::dump(protocol::toJson(outcome.project.settings));
}

} // namespace

SettingsRoutes::SettingsRoutes(GatewayParts parts, QObject* parent) : QObject(parent), m_parts(parts) {}

void SettingsRoutes::addTo(http::Router& router)
{
    const QString path = QStringLiteral("/api/projects/{id}/handoff-settings");
    router.add("GET", path, [this](const http::Request& request, const http::Responder& responder) {
        get(request, responder);
    });
    router.add("PUT", path, [this](const http::Request& request, http::Responder responder) {
        put(request, std::move(responder));
    });
}

void SettingsRoutes::get(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = adminOf(m_parts, request, false);
    if (!scope) {
        failRequest(request, responder, scope.error());
        return;
    }
    responder.send(jsonResponse(200, protocol::toJson(m_parts.hub.state(scope->project)->settings)));
}

void SettingsRoutes::put(const http::Request& request, http::Responder responder)
{
    const Result<Scope> scope = adminOf(m_parts, request, false);
    const Result<Json> body = scope ? jsonBody(request) : Result<Json>(std::unexpected(scope.error()));
    if (!body) {
        failRequest(request, responder, body.error());
        return;
    }
    protocol::SettingsReading reading =
        protocol::readSettings(*body, m_parts.hub.state(scope->project)->settings);
    if (!reading.faults.empty()) {
        failRequest(request, responder,
                    {ErrorCode::Invalid,
                     QStringLiteral("Some settings are not as they must be; nothing was changed."),
                     QStringLiteral("\"errors\" names each of them."),
                     {{QStringLiteral("field"), reading.faults.front().field}}},
                    errorsOf(reading.faults));
        return;
    }
    submitRequest(m_parts.pipeline, request, std::move(responder),
                  Submission{scope->project,
                             {},
                             scope->actor,
                             {},
                             domain::ChangeSettings{std::move(reading.settings)},
                             settingsAnswer,
                             {}},
                  200);
}

} // namespace relevo::relay
