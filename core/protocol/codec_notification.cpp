#include <protocol/codec.h>
#include <protocol/codec_support.h>

namespace relevo::protocol {

using namespace domain;
using namespace detail;

namespace {

Json audienceJson(const Notification& notification)
{
    if (notification.audience != Audience::Named)
        return notification.audience == Audience::Owner ? "owner" : "agents";
    Json ids = Json::array();
    for (const AgentId& agent : notification.agents)
        ids.push_back(agent.text());
    return ids;
}

void readAudience(Fields& fields, Notification& notification)
{
    const Json* audience = fields.member("audience");
    if (!audience || *audience == "agents")
        return;
    if (*audience == "owner") {
        notification.audience = Audience::Owner;
        return;
    }
    notification.audience = Audience::Named;
    bool good = audience->is_array() && audience->size() <= maxNotifiedAgents;
    for (std::size_t i = 0; good && i < audience->size(); ++i) {
        const Json& item = (*audience)[i];
        const auto agent = item.is_string()
                               ? AgentId::parse(std::string_view(item.get_ref<const std::string&>()))
                               : std::nullopt;
        good = agent.has_value();
        if (agent)
            notification.agents.push_back(*agent);
    }
    if (!good)
        fields.fail("audience", "must be \"agents\", \"owner\" or a list of agents' ids");
}

} // namespace

Json toJson(const Notification& notification)
{
    Json json{{"id", notification.id.text()},
              {"title", utf8(notification.title)},
              {"priority", nameOf(notification.priority)},
              {"audience", audienceJson(notification)}};
    put(json, "body", notification.body);
    put(json, "kind", notification.kind);
    put(json, "url", notification.url);
    put(json, "expiresAt", notification.expiresAt);
    if (notification.insteadOf)
        json["insteadOf"] = nameOf(*notification.insteadOf);
    return json;
}

template <>
Result<Notification> fromJson<Notification>(const Json& json)
{
    Fields fields(json);
    Notification notification;
    notification.id = fields.id<NotificationId>("id");
    notification.title = fields.optionalText("title", anyLength);
    notification.body = fields.optionalText("body", anyLength);
    notification.kind = fields.optionalText("kind", anyLength);
    notification.url = fields.optionalText("url", anyLength);
    notification.priority = named(fields, "priority", Priority::Normal);
    readAudience(fields, notification);
    notification.expiresAt = optionalTime(fields, "expiresAt");
    if (fields.has("insteadOf"))
        notification.insteadOf = named(fields, "insteadOf", NotificationChannel::Desktop);
    return finish(fields, std::move(notification));
}

Json toJson(const NotificationRead& read)
{
    return Json{{"notificationId", read.id.text()}, {"agentId", read.agent.text()}};
}

template <>
Result<NotificationRead> fromJson<NotificationRead>(const Json& json)
{
    Fields fields(json);
    NotificationRead read{fields.id<NotificationId>("notificationId"), fields.id<AgentId>("agentId")};
    return finish(fields, std::move(read));
}

Result<Notification> notificationFromJson(const Json& json)
{
    Fields fields(json);
    Notification notification;
    notification.title = fields.text("title", maxShortText);
    notification.body = fields.optionalText("body", maxNotificationBytes);
    notification.kind = fields.optionalText("kind", maxShortText);
    notification.url = fields.optionalText("url", maxUrlBytes);
    notification.priority = named(fields, "priority", Priority::Normal);
    readAudience(fields, notification);
    notification.expiresAt = optionalTime(fields, "expiresAt");
    const bool web = notification.url.startsWith(QLatin1String("https://")) ||
                     notification.url.startsWith(QLatin1String("http://")) ||
                     notification.url.startsWith(QLatin1String("handoff://"));
    if (!notification.url.isEmpty() && !web)
        fields.fail("url", "must begin with https://, http:// or handoff://");
    if (notification.audience == Audience::Named && notification.agents.empty())
        fields.fail("audience", "must be \"agents\", \"owner\" or a list of agents' ids");
    if (!fields.error() && notification.title.trimmed().isEmpty())
        fields.fail("title", "must say something");
    return finish(fields, std::move(notification));
}

} // namespace relevo::protocol
