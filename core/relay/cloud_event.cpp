#include <relay/cloud_event.h>

#include <algorithm>

namespace relevo::relay {

using protocol::Json;

bool isKept(const QString& type)
{
    return type == QLatin1String("bots.changed");
}

bool isAsked(const QStringList& events, const QString& type)
{
    if (isKept(type))
        return false;
    return std::ranges::any_of(events, [&type](const QString& asked) {
        return asked == type || asked == QLatin1String("*") ||
               (asked.endsWith(QLatin1String(".*")) && type.startsWith(QStringView(asked).chopped(1)));
    });
}

Result<CloudEvent> cloudEvent(const domain::ProjectId& project, const store::StoredEvent& event)
{
    const Result<Json> json = protocol::parseJson(event.body);
    if (!json)
        return std::unexpected(json.error());
    const std::string id = json->value("id", "");
    Json cloud{{"specversion", "1.0"},
               {"id", id},
               {"source", "urn:relevo:project:" + project.text()},
               {"type", json->value("type", "")},
               {"time", json->value("at", "")},
               {"datacontenttype", "application/json"},
               {"sequence", std::to_string(event.seq)},
               {"data", json->value("data", Json::object())}};
    // Names of extensions have no capitals.
    if (json->contains("conversationId"))
        cloud["subject"] = json->at("conversationId");
    if (json->contains("handoffId"))
        cloud["handoffid"] = json->at("handoffId");
    const Json actor = json->value("actor", Json::object());
    cloud["actortype"] = actor.value("type", "system");
    if (const std::string who = actor.value("id", ""); !who.empty())
        cloud["actorid"] = who;
    return CloudEvent{QByteArray::fromStdString(id), protocol::dump(cloud)};
}

} // namespace relevo::relay
