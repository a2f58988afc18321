#include <relay/notification_box.h>

#include <protocol/codec.h>
#include <relay/answers.h>
#include <relay/http_support.h>

#include <limits>

namespace relevo::relay::notificationbox {

using protocol::Json;

namespace {

Json listed(const store::StoredNotification& stored)
{
    Json json = protocol::toJson(stored.notification);
    json["seq"] = stored.seq;
    json["at"] = toRfc3339(stored.at);
    if (stored.readAt)
        json["readAt"] = toRfc3339(*stored.readAt);
    return json;
}

/// The agent who asks, as the journal has them; nothing for a program, which sees everything.
std::optional<domain::Agent> readerOf(const GatewayParts& parts, const Scope& scope)
{
    if (!scope.isAgent())
        return std::nullopt;
    return parts.hub.state(scope.project)->agents.at(scope.agent);
}

Submission reading(const Scope& scope, const domain::NotificationId& id)
{
    Submission submission{scope.project, {}, scope.actor, {}, domain::ReadNotification{{id, scope.agent}},
                          answers::done, {}};
    submission.commandIds.push_back(
        {QStringLiteral("read:") + scope.agent.toString() + u'\n' + id.toString()});
    return submission;
}

} // namespace

void list(const GatewayParts& parts, QObject* context, const Scope& scope, qint64 before, int limit,
          Listed done)
{
    using Found = std::vector<store::StoredNotification>;
    const auto query = [project = scope.project,
                        before = before > 0 ? before : std::numeric_limits<qint64>::max(), limit,
                        agent = readerOf(parts, scope), now = parts.clock.now()](store::Reader& reader) {
        return reader.notifications(project, before, limit, agent, now);
    };
    parts.queries.run<Found>(context, query, [limit, done = std::move(done)](const Result<Found>& found) {
        if (!found) {
            done(std::unexpected(found.error()));
            return;
        }
        Json items = Json::array();
        for (const store::StoredNotification& one : *found)
            items.push_back(listed(one));
        const bool full = static_cast<int>(found->size()) == limit;
        done(pageJson(std::move(items), full ? found->back().seq : 0));
    });
}

void read(const GatewayParts& parts, QObject* context, const Scope& scope, const domain::NotificationId& id,
          Ready ready)
{
    const auto query = [project = scope.project, id,
                        agent = *readerOf(parts, scope)](store::Reader& reader) -> Result<bool> {
        const auto found = reader.notification(project, id);
        if (!found)
            return std::unexpected(found.error());
        // What is for others is not there.
        return *found && domain::isFor(**found, agent);
    };
    parts.queries.run<bool>(
        context, query, [scope, id, ready = std::move(ready)](const Result<bool>& theirs) {
            if (!theirs)
                ready(std::unexpected(theirs.error()));
            else if (!*theirs)
                ready(failure(ErrorCode::NotFound, QStringLiteral("There is no such notification."),
                              QStringLiteral("GET /api/notifications lists yours.")));
            else
                ready(reading(scope, id));
        });
}

} // namespace relevo::relay::notificationbox
