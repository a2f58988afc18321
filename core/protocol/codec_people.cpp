#include <protocol/codec.h>

#include <protocol/codec_support.h>

namespace relevo::protocol {

using namespace domain;
using namespace detail;

Json toJson(const Team& team)
{
    Json members = Json::array();
    for (const AgentId& member : team.members)
        members.push_back(member.text());
    return Json{{"id", team.id.text()}, {"name", utf8(team.name)}, {"members", std::move(members)}};
}

template <>
Result<Team> fromJson<Team>(const Json& json)
{
    Fields fields(json);
    Team team;
    team.id = fields.id<TeamId>("id");
    team.name = fields.optionalText("name", anyLength);
    for (const QString& member : texts(fields, "members")) {
        const std::optional<AgentId> id = AgentId::parse(QStringView(member));
        if (id)
            team.members.push_back(*id);
        else
            fields.fail("members", "must be a list of UUIDs");
    }
    return finish(fields, std::move(team));
}

Json toJson(const AccessChange& change)
{
    Json json{{"kind", nameOf(change.kind)}};
    if (!change.agent.isNull())
        json["agentId"] = change.agent.text();
    if (!change.key.isNull())
        json["keyId"] = change.key.text();
    put(json, "name", change.name);
    if (!change.scopes.isEmpty())
        json["scopes"] = list(change.scopes);
    if (!change.webhook.isNull())
        json["webhookId"] = change.webhook.text();
    if (change.count > 0)
        json["count"] = change.count;
    if (!change.contact.isNull())
        json["contactId"] = change.contact.text();
    return json;
}

Json toJson(const Erasure& erasure)
{
    return Json{
        {"contactId", erasure.contact.text()}, {"events", erasure.events}, {"digest", utf8(erasure.digest)}};
}

Json toJson(const HealthChange& change)
{
    Json json{
        {"kind", utf8(change.kind)}, {"state", nameOf(change.state)}, {"since", toRfc3339(change.since)}};
    put(json, "id", change.id);
    put(json, "name", change.name);
    put(json, "reason", change.reason);
    return json;
}

template <>
Result<Erasure> fromJson<Erasure>(const Json& json)
{
    Fields fields(json);
    Erasure erasure;
    erasure.contact = fields.id<ContactId>("contactId");
    erasure.events = fields.number("events");
    erasure.digest = fields.optionalText("digest", maxShortText);
    return finish(fields, std::move(erasure));
}

template <>
Result<HealthChange> fromJson<HealthChange>(const Json& json)
{
    Fields fields(json);
    HealthChange change;
    change.kind = fields.text("kind", maxShortText);
    change.id = fields.optionalText("id", maxShortText);
    change.name = fields.optionalText("name", anyLength);
    // It changes no state either; what does not say that it works is not taken for working.
    change.state =
        valueOf<ChannelState>(utf8(fields.text("state", maxShortText))).value_or(ChannelState::Failing);
    change.since = time(fields, "since");
    change.reason = fields.optionalText("reason", anyLength);
    return finish(fields, std::move(change));
}

template <>
Result<AccessChange> fromJson<AccessChange>(const Json& json)
{
    Fields fields(json);
    AccessChange change;
    // It changes no state, so one that a newer program knows is no reason to refuse the event.
    change.kind = valueOf<AccessKind>(utf8(fields.text("kind", maxShortText))).value_or(AccessKind::Unknown);
    change.agent = fields.optionalId<AgentId>("agentId");
    change.key = fields.optionalId<ApiKeyId>("keyId");
    change.name = fields.optionalText("name", anyLength);
    change.scopes = texts(fields, "scopes");
    change.webhook = fields.optionalId<WebhookId>("webhookId");
    change.count = static_cast<int>(fields.optionalNumber("count").value_or(0));
    change.contact = fields.optionalId<ContactId>("contactId");
    return finish(fields, std::move(change));
}

} // namespace relevo::protocol
