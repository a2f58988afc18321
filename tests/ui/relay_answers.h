#pragma once

#include "http_double.h"

#include <protocol/codec.h>

namespace relevo {

/// A relay that says what the pages of an admin ask for.
inline void answerAll(HttpDouble& relay, const std::string& project)
{
    using Json = nlohmann::json;
    const auto session = [](const char* device, bool current) {
        return Json{{"id", device},
                    {"device", device},
                    {"createdAt", "2026-11-18T08:02:00.000Z"},
                    {"lastSeenAt", "2026-11-21T10:40:00.000Z"},
                    {"current", current}};
    };
    relay.answer("GET /api/auth/me", 200, {{"totpEnabled", false}});
    relay.answer(
        "GET /api/auth/sessions", 200,
        {{"items",
          {session("Relevo/0.1 (Debian GNU/Linux 12)", true), session("Relevo/0.1 (Windows 11)", false),
           session("Relevo/0.1 (macOS Sonoma 14)", false)}}});
    relay.answer(
        "POST /api/auth/totp/enrol", 200,
        {{"secret", "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"},
         {"uri", "otpauth://totp/Casa%20Lumen:ana?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Casa"}});
    domain::Settings settings;
    settings.escalationKeywords << QStringLiteral("lawyer") << QStringLiteral("speak to a manager");
    settings.businessHours.emplace();
    settings.businessHours->timezone = QStringLiteral("Europe/Madrid");
    for (std::size_t day = 0; day < 5; ++day)
        settings.businessHours->days.at(day) = {{9 * 60, 14 * 60}, {16 * 60, 20 * 60}};
    settings.businessHours->holidays = QStringList{QStringLiteral("12-25"), QStringLiteral("2027-03-26")};
    domain::SlaPolicy promise;
    promise.name = QStringLiteral("Urgent orders");
    promise.priorities = {domain::Priority::Urgent, domain::Priority::High};
    promise.tags = QStringList{QStringLiteral("orders")};
    promise.firstResponseMinutes = 2;
    promise.resolutionMinutes = 240;
    settings.sla.policies = {promise};
    settings.retentionDays = 365;
    settings.retentionRules = {{{}, {QStringLiteral("legal")}, 0}, {{QStringLiteral("whatsapp")}, {}, 90}};
    settings.attachmentDays = 60;
    relay.answer("GET /api/projects/" + project + "/handoff-settings", 200, protocol::toJson(settings));
    relay.answer("POST /api/projects/" + project + "/handoff-settings/try", 200,
                 {{"handoff", true},
                  {"trigger", "sensitive"},
                  {"score", 0.93},
                  {"reason", "The customer speaks of a lawyer."},
                  {"language", "en"}});
    relay.answer("GET /api/audit", 200,
                 {{"items",
                   {{{"at", "2026-11-20T16:12:00.000Z"},
                     {"actor", {{"type", "agent"}, {"name", "Eva Sanz"}}},
                     {"changes", {{{"field", "graceMinutes"}, {"from", 5}, {"to", 9}}}}}}}});
    relay.answer("GET /api/reports/summary", 200,
                 Json::parse(R"({"escalationRate":0.124,"resolutionRate":0.86,"abandonmentRate":0.04,
                     "firstResponse":{"p50Seconds":148},"resolution":{"p50Seconds":1430},"csat":{"average":4.31},"targets":{}})"));
    Json days = Json::array();
    for (int day = 8; day <= 21; ++day)
        days.push_back({{"day", "2026-11-" + std::string(day < 10 ? "0" : "") + std::to_string(day)},
                        {"handoffs", (day * 37) % 29 + 6},
                        {"resolved", (day * 37) % 29}});
    relay.answer("GET /api/reports/timeline", 200, {{"items", days}});
}

} // namespace relevo
