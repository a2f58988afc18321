#include <protocol/settings_codec.h>

#include <protocol/checker.h>
#include <protocol/limits.h>
#include <protocol/names.h>

#include <QtCore/QDate>

#include <algorithm>

namespace relevo::protocol {

using namespace domain;
using detail::Checker;

namespace {

constexpr std::array weekdays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
constexpr int longestMinutes = 60 * 24 * 31;
constexpr int mostAcceptSeconds = 3'600;
constexpr std::size_t mostKeywords = 200;
constexpr std::size_t longestKeyword = 100;
constexpr std::size_t longestNotice = 2'000;
constexpr std::size_t mostSpansADay = 12;
constexpr std::size_t mostHolidays = 400;
constexpr std::size_t mostPolicies = 50;
constexpr std::size_t mostNames = 100;
constexpr std::size_t mostRules = 50;

std::string timeOfDay(int minute)
{
    return QStringLiteral("%1:%2")
        .arg(minute / 60, 2, 10, QChar(u'0'))
        .arg(minute % 60, 2, 10, QChar(u'0'))
        .toStdString();
}

/// "HH:MM"; "24:00" is the end of the day.
std::optional<int> minuteOf(const Json& json)
{
    if (!json.is_string())
        return std::nullopt;
    const std::string& text = json.get_ref<const std::string&>();
    const auto digit = [&text](std::size_t at) {
        return text[at] >= '0' && text[at] <= '9';
    };
    if (text.size() != 5 || text[2] != ':' || !digit(0) || !digit(1) || !digit(3) || !digit(4))
        return std::nullopt;
    const int hour = (text[0] - '0') * 10 + (text[1] - '0');
    const int minute = (text[3] - '0') * 10 + (text[4] - '0');
    if (minute > 59 || hour > 24 || (hour == 24 && minute > 0))
        return std::nullopt;
    return hour * 60 + minute;
}

constexpr int minutesADay = 24 * 60;

/// ["22:00", "06:00"] runs into the next day.
std::optional<OpenSpan> spanOf(const Json& json)
{
    if (!json.is_array() || json.size() != 2)
        return std::nullopt;
    const std::optional<int> from = minuteOf(json[0]);
    std::optional<int> to = minuteOf(json[1]);
    if (!from || !to || *from == minutesADay || *from == *to)
        return std::nullopt;
    if (*to < *from)
        *to += minutesADay;
    return OpenSpan{*from, *to};
}

bool isHoliday(const QString& text)
{
    // A year with a 29 February stands for every year.
    const QString full = text.size() == 5 ? QStringLiteral("2024-") + text : text;
    return full.size() == 10 && QDate::fromString(full, Qt::ISODate).isValid();
}

void readHours(const Json& json, const QString& path, bool strict, std::vector<FieldFault>& faults,
               BusinessHours& hours)
{
    Checker fields(json, path, strict, faults);
    fields.text("timezone", hours.timezone, maxShortText);
    // What an older system wrote is kept, and counts as UTC where its time zone is not known.
    if (strict && !isTimezone(hours.timezone))
        fields.fault("timezone", QStringLiteral("must be a time zone such as Europe/Madrid"));
    if (const Json* days = fields.member("days")) {
        hours.days = {};
        Checker week(*days, fields.pathOf("days"), strict, faults);
        for (std::size_t i = 0; i < weekdays.size(); ++i) {
            week.list(weekdays.at(i), mostSpansADay, [&](const Json& item, const QString& where) {
                const std::optional<OpenSpan> span = spanOf(item);
                const bool twice =
                    span && std::ranges::any_of(hours.days.at(i), [&span](const OpenSpan& other) {
                        return span->from < other.to && other.from < span->to;
                    });
                if (strict && twice)
                    faults.push_back({where, QStringLiteral("must not overlap another time of the day")});
                else if (span)
                    hours.days.at(i).push_back(*span);
                else if (strict)
                    faults.push_back({where, QStringLiteral("must be two different times, such as "
                                                            "[\"09:00\", \"17:00\"]")});
            });
        }
    } else if (strict && json.is_object()) {
        fields.fault("days", QStringLiteral("is required"));
    }
    QStringList holidays;
    const bool listed = fields.list("holidays", mostHolidays, [&](const Json& item, const QString& where) {
        const QString text = item.is_string() ? toQString(item) : QString();
        if (strict && !isHoliday(text))
            faults.push_back(
                {where, QStringLiteral("must be a date such as 2026-12-25, or 12-25 for every year")});
        else if (!holidays.contains(text))
            holidays.push_back(text);
    });
    if (listed)
        hours.holidays = std::move(holidays);
}

void readPriorities(Checker& fields, SlaPolicy& policy)
{
    fields.list("priorities", 4, [&](const Json& item, const QString& where) {
        const auto known =
            item.is_string() ? valueOf<Priority>(item.get_ref<const std::string&>()) : std::nullopt;
        if (known)
            policy.priorities.push_back(*known);
        else if (fields.strict())
            fields.faults().push_back({where, QStringLiteral("must be urgent, high, normal or low")});
    });
}

void readSla(const Json& json, const QString& path, bool strict, std::vector<FieldFault>& faults, Sla& sla)
{
    Checker fields(json, path, strict, faults);
    fields.number("warnPercent", sla.warnPercent, 1, 100);
    std::vector<SlaPolicy> policies;
    const bool listed = fields.list("policies", mostPolicies, [&](const Json& item, const QString& where) {
        SlaPolicy policy;
        Checker one(item, where, strict, faults);
        one.text("name", policy.name, maxShortText);
        readPriorities(one, policy);
        one.texts("channels", policy.channels, mostNames, maxShortText);
        one.texts("tags", policy.tags, mostNames, maxShortText);
        one.number("firstResponseMinutes", policy.firstResponseMinutes, 0, longestMinutes);
        one.number("nextResponseMinutes", policy.nextResponseMinutes, 0, longestMinutes);
        one.number("resolutionMinutes", policy.resolutionMinutes, 0, longestMinutes);
        one.flag("businessTime", policy.businessTime);
        policies.push_back(std::move(policy));
    });
    if (listed)
        sla.policies = std::move(policies);
}

void readSwitches(const Json& json, const QString& path, bool strict, std::vector<FieldFault>& faults,
                  TriggerSwitches& switches)
{
    Checker fields(json, path, strict, faults);
    fields.flag("wish", switches.wish);
    fields.flag("keywords", switches.keywords);
    fields.flag("failure", switches.failure);
    fields.flag("sentiment", switches.sentiment);
    fields.flag("sensitive", switches.sensitive);
    fields.flag("urgent", switches.urgent);
    fields.flag("vip", switches.vip);
}

/// {"at": "18:00"}, or null for none.
void readDailySummary(Checker& fields, std::optional<int>& at)
{
    const Json* json = fields.member("dailySummary");
    if (!json)
        return;
    at.reset();
    if (json->is_null())
        return;
    Checker summary(*json, fields.pathOf("dailySummary"), fields.strict(), fields.faults());
    const Json* time = summary.member("at");
    at = time ? minuteOf(*time) : std::nullopt;
    if (at && *at == minutesADay)
        at.reset();
    if (!at && fields.strict())
        summary.fault("at", QStringLiteral("must be a time such as 18:00"));
}

void readRetentionRules(Checker& fields, std::vector<RetentionRule>& rules)
{
    std::vector<RetentionRule> read;
    const bool listed = fields.list("retentionRules", mostRules, [&](const Json& item, const QString& where) {
        RetentionRule rule;
        Checker one(item, where, fields.strict(), fields.faults());
        one.texts("channels", rule.channels, mostNames, maxShortText);
        one.texts("tags", rule.tags, mostNames, maxShortText);
        one.number("days", rule.days, 0, longestRetentionDays);
        // What applies to everything is what retentionDays is there for, and hides the rules after it.
        if (fields.strict() && item.is_object() && rule.channels.isEmpty() && rule.tags.isEmpty())
            one.fault("channels", QStringLiteral("or \"tags\" must name at least one"));
        if (fields.strict() && item.is_object() && !item.contains("days"))
            one.fault("days", QStringLiteral("is required"));
        read.push_back(std::move(rule));
    });
    if (listed)
        rules = std::move(read);
}

SettingsReading read(const Json& json, const Settings& present, bool strict)
{
    SettingsReading reading{present, {}};
    Settings& s = reading.settings;
    Checker fields(json, {}, strict, reading.faults);
    fields.flag("enabled", s.enabled);
    fields.named("notificationChannel", s.notificationChannel,
                 QStringLiteral("email, slack, whatsapp or desktop"));
    if (const Json* hours = fields.member("businessHours")) {
        s.businessHours.reset();
        if (!hours->is_null())
            readHours(*hours, fields.pathOf("businessHours"), strict, reading.faults,
                      s.businessHours.emplace());
    }
    fields.texts("escalationKeywords", s.escalationKeywords, mostKeywords, longestKeyword);
    if (const Json* switches = fields.member("triggers"))
        readSwitches(*switches, fields.pathOf("triggers"), strict, reading.faults, s.triggers);
    fields.real("sentimentThreshold", s.sentimentThreshold, 0.05, 1.0);
    fields.number("failureCountThreshold", s.failureCountThreshold, 1, 20);
    fields.number("responseTimeoutMinutes", s.responseTimeoutMinutes, 1, longestMinutes);
    fields.number("graceMinutes", s.graceMinutes, 0, longestMinutes);
    fields.number("idleCloseMinutes", s.idleCloseMinutes, 0, longestMinutes);
    fields.named("routing", s.routing, QStringLiteral("manual, round_robin or least_busy"));
    fields.number("acceptSeconds", s.acceptSeconds, 5, mostAcceptSeconds);
    fields.text("handoffMessage", s.handoffMessage, longestNotice);
    fields.text("awayMessage", s.awayMessage, longestNotice);
    fields.text("resolvedMessage", s.resolvedMessage, longestNotice);
    fields.flag("typingPreview", s.typingPreview);
    fields.flag("csatEnabled", s.csatEnabled);
    fields.text("csatMessage", s.csatMessage, longestNotice);
    readDailySummary(fields, s.dailySummaryAt);
    fields.number("retentionDays", s.retentionDays, 0, longestRetentionDays);
    readRetentionRules(fields, s.retentionRules);
    fields.number("attachmentDays", s.attachmentDays, 0, longestRetentionDays);
    if (const Json* sla = fields.member("sla"))
        readSla(*sla, fields.pathOf("sla"), strict, reading.faults, s.sla);
    return reading;
}

Json listOf(const QStringList& texts)
{
    Json json = Json::array();
    for (const QString& text : texts)
        json.push_back(utf8(text));
    return json;
}

Json toJson(const BusinessHours& hours)
{
    Json days = Json::object();
    for (std::size_t i = 0; i < weekdays.size(); ++i) {
        Json spans = Json::array();
        for (const OpenSpan& span : hours.days.at(i)) {
            const int to = span.to > minutesADay ? span.to - minutesADay : span.to;
            spans.push_back(Json{timeOfDay(span.from), timeOfDay(to)});
        }
        days[weekdays.at(i)] = std::move(spans);
    }
    return Json{
        {"timezone", utf8(hours.timezone)}, {"days", std::move(days)}, {"holidays", listOf(hours.holidays)}};
}

Json toJson(const Sla& sla)
{
    Json policies = Json::array();
    for (const SlaPolicy& policy : sla.policies) {
        Json priorities = Json::array();
        for (const Priority priority : policy.priorities)
            priorities.push_back(nameOf(priority));
        policies.push_back(Json{{"name", utf8(policy.name)},
                                {"priorities", std::move(priorities)},
                                {"channels", listOf(policy.channels)},
                                {"tags", listOf(policy.tags)},
                                {"firstResponseMinutes", policy.firstResponseMinutes},
                                {"nextResponseMinutes", policy.nextResponseMinutes},
                                {"resolutionMinutes", policy.resolutionMinutes},
                                {"businessTime", policy.businessTime}});
    }
    return Json{{"policies", std::move(policies)}, {"warnPercent", sla.warnPercent}};
}

Json rulesJson(const std::vector<RetentionRule>& rules)
{
    Json list = Json::array();
    for (const RetentionRule& rule : rules)
        list.push_back(
            Json{{"channels", listOf(rule.channels)}, {"tags", listOf(rule.tags)}, {"days", rule.days}});
    return list;
}

} // namespace

Json toJson(const Settings& s)
{
    return Json{{"enabled", s.enabled},
                {"notificationChannel", nameOf(s.notificationChannel)},
                {"businessHours", s.businessHours ? toJson(*s.businessHours) : Json()},
                {"escalationKeywords", listOf(s.escalationKeywords)},
                {"triggers",
                 {{"wish", s.triggers.wish},
                  {"keywords", s.triggers.keywords},
                  {"failure", s.triggers.failure},
                  {"sentiment", s.triggers.sentiment},
                  {"sensitive", s.triggers.sensitive},
                  {"urgent", s.triggers.urgent},
                  {"vip", s.triggers.vip}}},
                {"sentimentThreshold", s.sentimentThreshold},
                {"failureCountThreshold", s.failureCountThreshold},
                {"responseTimeoutMinutes", s.responseTimeoutMinutes},
                {"graceMinutes", s.graceMinutes},
                {"idleCloseMinutes", s.idleCloseMinutes},
                {"routing", nameOf(s.routing)},
                {"acceptSeconds", s.acceptSeconds},
                {"handoffMessage", utf8(s.handoffMessage)},
                {"awayMessage", utf8(s.awayMessage)},
                {"resolvedMessage", utf8(s.resolvedMessage)},
                {"typingPreview", s.typingPreview},
                {"csatEnabled", s.csatEnabled},
                {"csatMessage", utf8(s.csatMessage)},
                {"dailySummary", s.dailySummaryAt ? Json{{"at", timeOfDay(*s.dailySummaryAt)}} : Json()},
                {"retentionDays", s.retentionDays},
                {"retentionRules", rulesJson(s.retentionRules)},
                {"attachmentDays", s.attachmentDays},
                {"sla", toJson(s.sla)}};
}

template <>
Result<Settings> fromJson<Settings>(const Json& json)
{
    SettingsReading reading = read(json, Settings{}, false);
    if (reading.faults.empty())
        return std::move(reading.settings);
    const FieldFault& first = reading.faults.front();
    return failure(ErrorCode::Invalid, QStringLiteral("\"%1\" %2.").arg(first.field, first.what), {},
                   {{QStringLiteral("field"), first.field}});
}

SettingsReading readSettings(const Json& json, const Settings& present)
{
    return read(json, present, true);
}

} // namespace relevo::protocol
