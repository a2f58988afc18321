#include <relay/settings_routes.h>

#include <assist/language.h>
#include <assist/triggers.h>
#include <protocol/limits.h>
#include <protocol/names.h>
#include <protocol/settings_codec.h>

namespace relevo::relay {

using protocol::Json;

namespace {

std::string settingsAnswer(const Outcome& outcome)
{
    return protocol::dump(protocol::toJson(outcome.project.settings));
}

Error badSettings()
{
    return {ErrorCode::Invalid,
            QStringLiteral("Some settings are not as they must be; nothing was changed."),
            QStringLiteral("\"errors\" names each of them."),
            {}};
}

/// As if a customer of whom nothing else is known had written it first of all.
Json tried(const domain::Settings& settings, const QString& text)
{
    const std::optional<domain::Trigger> found =
        settings.enabled ? assist::Triggers(settings).find(text) : std::nullopt;
    return Json{{"handoff", found.has_value()},
                {"trigger", found ? Json(protocol::nameOf(found->type)) : Json()},
                {"score", found ? found->score : 0.0},
                {"reason", found ? protocol::utf8(found->reason) : std::string()},
                {"language", protocol::utf8(assist::detectLanguage(text))}};
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
    router.add("POST", path + QStringLiteral("/try"),
               [this](const http::Request& request, const http::Responder& responder) {
                   tryOut(request, responder);
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
        Error error = badSettings();
        error.context[QStringLiteral("field")] = reading.faults.front().field;
        failRequest(request, responder, error, errorsOf(reading.faults));
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

void SettingsRoutes::tryOut(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = adminOf(m_parts, request, false);
    const Result<Json> body = scope ? jsonBody(request) : Result<Json>(std::unexpected(scope.error()));
    if (!body) {
        failRequest(request, responder, body.error());
        return;
    }
    protocol::Fields fields(*body);
    const QString text = fields.text("text", protocol::maxContentBytes);
    if (fields.error()) {
        failRequest(request, responder, *fields.error());
        return;
    }
    protocol::SettingsReading reading{m_parts.hub.state(scope->project)->settings, {}};
    if (const Json* draft = fields.member("settings"))
        reading = protocol::readSettings(*draft, reading.settings);
    if (!reading.faults.empty()) {
        Error error = badSettings();
        error.context[QStringLiteral("field")] = reading.faults.front().field;
        failRequest(request, responder, error, errorsOf(reading.faults));
        return;
    }
    responder.send(jsonResponse(200, tried(reading.settings, text)));
}

} // namespace relevo::relay
