#include <relay/handoff_routes.h>

#include <domain/priority.h>
#include <domain/routing.h>
#include <protocol/codec.h>
#include <protocol/limits.h>
#include <protocol/names.h>
#include <relay/answers.h>

#include <algorithm>
#include <limits>

namespace relevo::relay {

using protocol::Json;

namespace {

std::unexpected<Error> noHandoff()
{
    return failure(ErrorCode::NotFound, QStringLiteral("There is no such handoff."),
                   QStringLiteral("GET /api/handoff/pending lists the waiting ones."));
}

/// A handoff as lists show it: its priority is the present one.
Json listed(const domain::ConversationState& conversation, Timestamp now)
{
    Json json = protocol::toJson(*conversation.handoff);
    json["priority"] = protocol::nameOf(domain::priorityAt(*conversation.handoff, now));
    json["contact"] = protocol::toJson(conversation.conversation.contact);
    json["sentiment"] = answers::sentiment(conversation);
    return json;
}

const char* nameOf(domain::Fit fit)
{
    switch (fit) {
    case domain::Fit::Fits:
        return "fits";
    case domain::Fit::Disabled:
        return "disabled";
    case domain::Fit::Team:
        return "team";
    case domain::Fit::NotAvailable:
        return "not_available";
    case domain::Fit::Gone:
        return "gone";
    case domain::Fit::Language:
        return "language";
    case domain::Fit::Skills:
        return "skills";
    case domain::Fit::Full:
        return "full";
    case domain::Fit::Offered:
        return "offered";
    case domain::Fit::Passed:
        return "passed";
    }
    return "";
}

const char* nameOf(domain::Unoffered why)
{
    switch (why) {
    case domain::Unoffered::Over:
        return "over";
    case domain::Unoffered::Held:
        return "held";
    case domain::Unoffered::Blocked:
        return "blocked";
    case domain::Unoffered::Offered:
        return "offered";
    case domain::Unoffered::Snoozed:
        return "snoozed";
    case domain::Unoffered::Manual:
        return "manual";
    case domain::Unoffered::Nobody:
        return "nobody";
    }
    return "";
}

/// Why it is offered to nobody new, and until when or by whom.
void addUnoffered(Json& json, const domain::ProjectState& project,
                  const domain::ConversationState& conversation, Timestamp now)
{
    const auto why = domain::whyUnoffered(project, conversation, now);
    json["notOffered"] = why ? Json(nameOf(*why)) : Json();
    const domain::Handoff& handoff = *conversation.handoff;
    if (why == domain::Unoffered::Offered)
        json["offer"] = protocol::toJson(handoff)["offer"];
    else if (why == domain::Unoffered::Held && handoff.assignedTo)
        json["heldBy"] =
            Json{{"id", handoff.assignedTo->id.text()}, {"name", protocol::utf8(handoff.assignedTo->name)}};
    else if (why == domain::Unoffered::Snoozed)
        json["snoozedUntil"] = toRfc3339(*handoff.snoozedUntil);
}

/// Who would be asked, in that order, and why the others would not.
Json considered(const domain::ProjectState& project, const domain::ConversationState& conversation,
                Timestamp now)
{
    Json items = Json::array();
    for (const domain::Consideration& one : domain::consider(project, conversation)) {
        const domain::Agent& agent = project.agents.at(one.agent);
        Json item{{"agentId", one.agent.text()},
                  {"name", protocol::utf8(agent.name)},
                  {"fit", nameOf(one.fit)},
                  {"load", one.load}};
        if (agent.capacity > 0)
            item["capacity"] = agent.capacity;
        items.push_back(std::move(item));
    }
    Json json{{"routing", protocol::nameOf(project.settings.routing)}, {"items", std::move(items)}};
    addUnoffered(json, project, conversation, now);
    return json;
}

struct OneHandoff
{
    domain::Handoff handoff;
    std::vector<domain::Message> messages;
};

} // namespace

HandoffRoutes::HandoffRoutes(GatewayParts parts, QObject* parent) : QObject(parent), m_parts(parts) {}

void HandoffRoutes::addTo(http::Router& router)
{
    router.add("POST", QStringLiteral("/api/handoff/initiate"),
               [this](const http::Request& request, http::Responder responder) {
                   initiate(request, std::move(responder));
               });
    router.add("GET", QStringLiteral("/api/handoff/pending"),
               [this](const http::Request& request, const http::Responder& responder) {
                   pending(request, responder);
               });
    router.add(
        "GET", QStringLiteral("/api/handoff/{id}"),
        [this](const http::Request& request, const http::Responder& responder) { one(request, responder); });
    const auto command = [this, &router](const QString& pattern, Commands::OnHandoff make) {
        router.add("POST", pattern, [this, make](const http::Request& request, http::Responder responder) {
            act(make, request, std::move(responder));
        });
    };
    command(QStringLiteral("/api/handoff/{id}/message"), &Commands::reply);
    command(QStringLiteral("/api/handoff/{id}/abandon"), &Commands::abandon);
    command(QStringLiteral("/api/handoff/{id}/rating"), &Commands::rate);
    for (const char* name :
         {"claim", "resolve", "note", "transfer", "decline", "snooze", "reopen", "spam", "convert"})
        command(QStringLiteral("/api/handoff/{id}/") + QLatin1String(name), Commands::onHandoff(name));
    router.add("GET", QStringLiteral("/api/handoff/{id}/routing"),
               [this](const http::Request& request, const http::Responder& responder) {
                   routing(request, responder);
               });
}

void HandoffRoutes::initiate(const http::Request& request, http::Responder responder)
{
    const Result<Scope> scope = m_parts.auth.scopeOf(request);
    const Result<Json> body = scope ? jsonBody(request) : Result<Json>(std::unexpected(scope.error()));
    submitRequest(m_parts.pipeline, request, std::move(responder),
                  body ? m_parts.commands.initiate(*scope, *body)
                       : Result<Submission>(std::unexpected(body.error())),
                  200);
}

void HandoffRoutes::act(Commands::OnHandoff make, const http::Request& request, http::Responder responder)
{
    const Result<Scope> scope = m_parts.auth.scopeOf(request);
    const auto id = domain::HandoffId::parse(QStringView(request.parameter(u"id")));
    const Result<Json> body = scope ? jsonBody(request) : Result<Json>(std::unexpected(scope.error()));
    Result<Submission> submission = !body ? Result<Submission>(std::unexpected(body.error()))
                                    : !id ? Result<Submission>(noHandoff())
                                          : (m_parts.commands.*make)(*scope, *id, *body);
    submitRequest(m_parts.pipeline, request, std::move(responder), std::move(submission), 200);
}

void HandoffRoutes::pending(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = m_parts.auth.scopeOf(request);
    if (!scope) {
        failRequest(request, responder, scope.error());
        return;
    }
    const std::optional<QString> after = request.queryItem(u"cursor");
    const auto cursor = domain::HandoffId::parse(QStringView(after.value_or(QString())));
    if (after && !after->isEmpty() && !cursor) {
        failRequest(request, responder,
                    Error{ErrorCode::Invalid,
                          QStringLiteral("\"cursor\" is not one of a page before."),
                          QStringLiteral("Take it from \"next\", or leave it out for the first page."),
                          {{QStringLiteral("field"), QStringLiteral("cursor")}}});
        return;
    }
    const Timestamp now = m_parts.clock.now();
    std::vector<const domain::ConversationState*> waiting;
    if (const domain::ProjectState* state = m_parts.hub.state(scope->project)) {
        for (const auto& [id, conversation] : state->conversations) {
            if (conversation.handoff && domain::isWaiting(conversation.handoff->status))
                waiting.push_back(&conversation);
        }
    }
    std::sort(waiting.begin(), waiting.end(), [now](const auto* a, const auto* b) {
        return domain::queueBefore(*a->handoff, *b->handoff, now);
    });
    // The cursor is the last handoff of the page before; one that has left the queue meanwhile starts it
    // anew.
    auto begin = waiting.begin();
    if (cursor) {
        const auto found = std::find_if(waiting.begin(), waiting.end(), [&cursor](const auto* conversation) {
            return conversation->handoff->id == *cursor;
        });
        if (found != waiting.end())
            begin = found + 1;
    }
    const auto size = std::min<std::ptrdiff_t>(waiting.end() - begin, limitOf(request));
    Json items = Json::array();
    for (auto it = begin; it != begin + size; ++it)
        items.push_back(listed(**it, now));
    Json next;
    if (begin + size != waiting.end())
        next = (*(begin + size - 1))->handoff->id.text();
    responder.send(jsonResponse(200, Json{{"items", std::move(items)}, {"next", std::move(next)}}));
}

void HandoffRoutes::routing(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = m_parts.auth.scopeOf(request);
    if (!scope) {
        failRequest(request, responder, scope.error());
        return;
    }
    const auto id = domain::HandoffId::parse(QStringView(request.parameter(u"id")));
    const domain::ConversationState* conversation = id ? m_parts.hub.byHandoff(scope->project, *id) : nullptr;
    if (!conversation) {
        failRequest(request, responder, noHandoff().error());
        return;
    }
    responder.send(jsonResponse(
        200, considered(*m_parts.hub.state(scope->project), *conversation, m_parts.clock.now())));
}

void HandoffRoutes::one(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = m_parts.auth.scopeOf(request);
    const auto id = domain::HandoffId::parse(QStringView(request.parameter(u"id")));
    if (!scope || !id) {
        failRequest(request, responder, scope ? Result<void>(noHandoff()).error() : scope.error());
        return;
    }
    const auto query = [project = scope->project, id = *id](store::Reader& reader) -> Result<OneHandoff> {
        auto handoff = reader.handoff(project, id);
        if (!handoff)
            return std::unexpected(handoff.error());
        if (!*handoff)
            return noHandoff();
        auto messages = reader.newestMessages(project, (*handoff)->conversationId,
                                              std::numeric_limits<qint64>::max(), protocol::maxPageItems);
        if (!messages)
            return std::unexpected(messages.error());
        return OneHandoff{std::move(**handoff), std::move(*messages)};
    };
    m_parts.queries.run<OneHandoff>(
        this, query, [this, project = scope->project, request, responder](Result<OneHandoff> found) {
            if (!found) {
                failRequest(request, responder, found.error());
                return;
            }
            Json json = protocol::toJson(found->handoff);
            if (const auto* conversation = m_parts.hub.byHandoff(project, found->handoff.id)) {
                json["sentiment"] = answers::sentiment(*conversation);
                if (const auto window = domain::replyWindow(*conversation))
                    json["replyWindow"] = protocol::toJson(*window);
            }
            Json& messages = json["messages"] = Json::array();
            for (const domain::Message& message : found->messages)
                messages.push_back(protocol::toJson(message));
            responder.send(jsonResponse(200, json));
        });
}

} // namespace relevo::relay
