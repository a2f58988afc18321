#include <relay/conversation_routes.h>

#include <protocol/codec.h>
#include <relay/answers.h>

namespace relevo::relay {

using protocol::Json;

namespace {

std::unexpected<Error> noConversation()
{
    return failure(ErrorCode::NotFound, QStringLiteral("There is no conversation with this session id."),
                   QStringLiteral("Its first message creates it."));
}

/// A reader's answer of what should be there.
template <typename T>
Result<T> present(Result<std::optional<T>> found)
{
    if (!found)
        return std::unexpected(found.error());
    if (!*found)
        return noConversation();
    return std::move(**found);
}

} // namespace

ConversationRoutes::ConversationRoutes(GatewayParts parts, QObject* parent) : QObject(parent), m_parts(parts)
{
}

void ConversationRoutes::addTo(http::Router& router)
{
    router.add("POST", QStringLiteral("/api/conversations/{sessionId}/messages"),
               [this](const http::Request& request, http::Responder responder) {
                   post(request, std::move(responder));
               });
    router.add(
        "GET", QStringLiteral("/api/conversations/{sessionId}"),
        [this](const http::Request& request, const http::Responder& responder) { get(request, responder); });
    router.add("GET", QStringLiteral("/api/conversations/{sessionId}/messages"),
               [this](const http::Request& request, const http::Responder& responder) {
                   messages(request, responder);
               });
}

void ConversationRoutes::post(const http::Request& request, http::Responder responder)
{
    const Result<Scope> scope = m_parts.auth.scopeOf(request);
    if (!scope) {
        failRequest(request, responder, scope.error());
        return;
    }
    const Result<Json> body = jsonBody(request);
    submitRequest(m_parts.pipeline, request, std::move(responder),
                  body ? m_parts.commands.receive(*scope, request.parameter(u"sessionId"), *body)
                       : Result<Submission>(std::unexpected(body.error())),
                  201);
}

void ConversationRoutes::get(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = m_parts.auth.scopeOf(request);
    if (!scope) {
        failRequest(request, responder, scope.error());
        return;
    }
    const auto query = [project = scope->project,
                        session = request.parameter(u"sessionId")](store::Reader& reader) {
        return present(reader.conversationBySession(project, session));
    };
    m_parts.queries.run<domain::ConversationState>(
        this, query, [request, responder](Result<domain::ConversationState> state) {
            if (!state) {
                failRequest(request, responder, state.error());
                return;
            }
            Json json = protocol::toJson(state->conversation);
            json["conversationId"] = json["id"];
            json["control"] = answers::controlName(*state);
            json["epoch"] = state->control.epoch;
            json["sentiment"] = answers::sentiment(*state);
            json["handoff"] = state->handoff ? protocol::toJson(*state->handoff) : Json();
            if (const auto window = domain::replyWindow(*state))
                json["replyWindow"] = protocol::toJson(*window);
            if (state->lastMessage)
                json["lastMessage"] = protocol::toJson(*state->lastMessage);
            responder.send(jsonResponse(200, json));
        });
}

void ConversationRoutes::messages(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = m_parts.auth.scopeOf(request);
    if (!scope) {
        failRequest(request, responder, scope.error());
        return;
    }
    const QString cursor =
        request.queryItem(u"cursor").value_or(request.queryItem(u"after").value_or(QStringLiteral("0")));
    bool isNumber = false;
    const qint64 after = cursor.toLongLong(&isNumber);
    if (!isNumber || after < 0) {
        failRequest(request, responder,
                    {ErrorCode::Invalid,
                     QStringLiteral("\"after\" must be a sequence number."),
                     {},
                     {{QStringLiteral("field"), QStringLiteral("after")}}});
        return;
    }
    const int limit = limitOf(request);
    const bool forAgents = scope->isAgent();
    const auto query = [project = scope->project, session = request.parameter(u"sessionId"), after, limit,
                        forAgents](store::Reader& reader) -> Result<std::vector<domain::Message>> {
        const auto state = present(reader.conversationBySession(project, session));
        if (!state)
            return std::unexpected(state.error());
        return reader.messagesAfter(project, state->conversation.id, after, limit, forAgents);
    };
    m_parts.queries.run<std::vector<domain::Message>>(
        this, query,
        [this, request, responder, limit, scope = *scope](Result<std::vector<domain::Message>> messages) {
            if (!messages) {
                failRequest(request, responder, messages.error());
                return;
            }
            Json items = Json::array();
            for (const domain::Message& message : *messages)
                items.push_back(protocol::toJson(message));
            Json next;
            if (static_cast<int>(messages->size()) == limit)
                next = std::to_string(messages->back().seq);
            responder.send(jsonResponse(200, Json{{"items", std::move(items)}, {"next", std::move(next)}}));
            if (scope.isIntegration())
                recordSent(scope.project, *messages);
        });
}

void ConversationRoutes::recordSent(const domain::ProjectId& project,
                                    const std::vector<domain::Message>& messages)
{
    for (const domain::Message& message : messages) {
        if (message.delivery != domain::Delivery::Queued)
            continue;
        m_parts.pipeline.submit(Submission{
            project,
            {},
            domain::Actor{domain::ActorType::Integration, {}, {}},
            message.id,
            domain::RecordDelivery{{message.id, domain::Delivery::Sent, std::nullopt}, message.delivery},
            {},
            {}});
    }
}

} // namespace relevo::relay
