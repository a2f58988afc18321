#include <relay/canned_routes.h>

#include <protocol/limits.h>
#include <relay/rights.h>

#include <QtCore/QPointer>

#include <algorithm>

namespace relevo::relay {

using protocol::Json;
using store::CannedResponse;

namespace {

constexpr qsizetype longestShortcut = 40;
constexpr std::size_t longestContent = 8 * 1024; // bytes
constexpr int mostInPage = 500;
constexpr std::size_t pageSize = 1024 * 1024; // bytes; a page may be larger by its last one
const QString ownPlace = QStringLiteral("own:");
const QString projectPlace = QStringLiteral("project:");

std::unexpected<Error> noResponse()
{
    return failure(ErrorCode::NotFound, QStringLiteral("There is no such canned response."),
                   QStringLiteral("GET /api/canned-responses lists them."));
}

std::unexpected<Error> notYours()
{
    return failure(ErrorCode::Forbidden,
                   QStringLiteral("The project's canned responses are for supervisors and admins to write."),
                   QStringLiteral("Make it your own with \"personal\": true."));
}

Json described(const CannedResponse& response)
{
    Json json{{"id", uuidText(response.id)},
              {"shortcut", protocol::utf8(response.shortcut)},
              {"title", protocol::utf8(response.title)},
              {"content", protocol::utf8(response.content)},
              {"personal", !response.owner.isNull()},
              {"updatedAt", toRfc3339(response.updatedAt)}};
    if (!response.language.isEmpty())
        json["language"] = protocol::utf8(response.language);
    return json;
}

bool isShortcut(const QString& text)
{
    const auto fits = [](QChar c) {
        return c.isLetterOrNumber() || c.isMark() || c == u'-' || c == u'_' || c == u'.';
    };
    return !text.isEmpty() && text.size() <= longestShortcut && std::ranges::all_of(text, fits);
}

/// {shortcut, content, title?, language?, personal?}
Result<CannedResponse> readResponse(const Json& body, const Scope& scope)
{
    protocol::Fields fields(body);
    CannedResponse response;
    response.shortcut = fields.text("shortcut", protocol::maxShortText).toLower();
    if (!fields.error() && !isShortcut(response.shortcut))
        fields.fail("shortcut", "must be 1 to 40 letters, digits, dots, hyphens or underscores");
    response.content = fields.text("content", longestContent);
    response.title = fields.optionalText("title", protocol::maxShortText).simplified();
    response.language = fields.optionalText("language", 2).toLower();
    if (!response.language.isEmpty() && response.language.size() != 2)
        fields.fail("language", "must be a code of two letters");
    if (fields.flag("personal")) {
        response.owner = scope.agent;
        if (!scope.isAgent())
            fields.fail("personal", "is for agents; a program has none of its own");
    }
    if (fields.error())
        return std::unexpected(*fields.error());
    return response;
}

/// Their own, or the project's when they may write it.
bool mayWrite(const Scope& scope, const CannedResponse& response)
{
    return response.owner.isNull() ? scope.mayActForOthers() : response.owner == scope.agent;
}

std::string cursorAt(const CannedResponse& response)
{
    return protocol::utf8((response.owner.isNull() ? projectPlace : ownPlace) + response.shortcut);
}

Result<store::CannedResponses::Place> placeOf(const http::Request& request)
{
    const QString cursor = request.queryItem(u"cursor").value_or(QString());
    for (const QString& kind : {ownPlace, projectPlace}) {
        if (cursor.startsWith(kind) && isShortcut(cursor.mid(kind.size())))
            return store::CannedResponses::Place{cursor.mid(kind.size()), kind == ownPlace};
    }
    if (cursor.isEmpty())
        return store::CannedResponses::Place{};
    return failure(ErrorCode::Invalid, QStringLiteral("\"cursor\" is not one of a page before."),
                   QStringLiteral("Take it from \"next\", or leave it out for the first page."),
                   {{QStringLiteral("field"), QStringLiteral("cursor")}});
}

} // namespace

CannedRoutes::CannedRoutes(GatewayParts parts, QObject* parent) : QObject(parent), m_parts(parts) {}

void CannedRoutes::addTo(http::Router& router)
{
    const QString path = QStringLiteral("/api/canned-responses");
    const QString single = path + QStringLiteral("/{id}");
    router.add("GET", path, [this](const http::Request& request, const http::Responder& responder) {
        list(request, responder);
    });
    router.add("PUT", single, [this](const http::Request& request, const http::Responder& responder) {
        put(request, responder);
    });
    router.add("DELETE", single, [this](const http::Request& request, const http::Responder& responder) {
        remove(request, responder);
    });
}

void CannedRoutes::list(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = m_parts.auth.scopeOf(request);
    const auto after =
        scope ? placeOf(request) : Result<store::CannedResponses::Place>(std::unexpected(scope.error()));
    if (!after) {
        failRequest(request, responder, after.error());
        return;
    }
    const std::size_t most =
        static_cast<std::size_t>(request.queryItem(u"limit") ? limitOf(request) : mostInPage);
    using Responses = std::vector<CannedResponse>;
    // One more than is shown tells whether there are more.
    const auto query = [project = scope->project, agent = scope->agent, after = *after,
                        asked = static_cast<int>(most) + 1](store::Reader& reader) {
        return reader.cannedResponses().of(project, agent, after, asked);
    };
    m_parts.queries.run<Responses>(
        this, query, [request, responder, most](const Result<Responses>& responses) {
            if (!responses) {
                failRequest(request, responder, responses.error());
                return;
            }
            Json items = Json::array();
            std::size_t bytes = 0;
            for (const CannedResponse& response : *responses) {
                if (items.size() == most || bytes > pageSize)
                    break;
                items.push_back(described(response));
                bytes += protocol::dump(items.back()).size();
            }
            Json next;
            if (items.size() < responses->size())
                next = cursorAt((*responses)[items.size() - 1]);
            responder.send(jsonResponse(200, Json{{"items", std::move(items)}, {"next", std::move(next)}}));
        });
}

void CannedRoutes::put(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = m_parts.auth.scopeOf(request);
    const Result<Json> body = scope ? jsonBody(request) : Result<Json>(std::unexpected(scope.error()));
    Result<CannedResponse> response =
        body ? readResponse(*body, *scope) : Result<CannedResponse>(std::unexpected(body.error()));
    const QUuid id = QUuid::fromString(request.parameter(u"id"));
    if (response && id.isNull())
        response = noResponse();
    else if (response && !mayWrite(*scope, *response))
        response = notYours();
    if (!response) {
        failRequest(request, responder, response.error());
        return;
    }
    response->id = id;
    response->updatedAt = m_parts.clock.now();
    const auto before = std::make_shared<domain::AgentId>(response->owner);
    const auto work = [scope = *scope, response = *response,
                       before](store::Journal& journal) -> Result<void> {
        const auto known = journal.cannedResponses().find(scope.project, response.id);
        if (!known)
            return std::unexpected(known.error());
        // What is there is another's: as far as they can see there is nothing.
        if (*known && !mayWrite(scope, **known))
            return (*known)->owner.isNull() ? Result<void>(notYours()) : Result<void>(noResponse());
        if (*known)
            *before = (*known)->owner;
        return journal.cannedResponses().save(scope.project, response);
    };
    const auto done = [guard = QPointer<CannedRoutes>(this), scope = *scope, response = *response, before,
                       request, responder](const Result<void>& saved) {
        if (!saved) {
            failRequest(request, responder, saved.error());
            return;
        }
        responder.send(jsonResponse(200, described(response)));
        if (!guard)
            return;
        guard->tell(scope, response.owner);
        if (*before != response.owner)
            guard->tell(scope, *before);
    };
    withKnown(request, responder, *scope, id,
              [this, scope = *scope, response = *response, work, done](const Known& known) {
                  const bool projects = response.owner.isNull() || (known && known->owner.isNull());
                  write(scope, domain::AccessKind::CannedChanged, response.shortcut, projects, work, done);
              });
}

void CannedRoutes::withKnown(const http::Request& request, const http::Responder& responder,
                             const Scope& scope, const QUuid& id, std::function<void(const Known&)> then)
{
    m_parts.queries.run<Known>(
        this,
        [project = scope.project, id](store::Reader& reader) {
            return reader.cannedResponses().find(project, id);
        },
        [request, responder, then = std::move(then)](const Result<Known>& known) {
            if (known)
                then(*known);
            else
                failRequest(request, responder, known.error());
        });
}

void CannedRoutes::write(const Scope& scope, domain::AccessKind kind, const QString& shortcut, bool projects,
                         Work work, std::function<void(const Result<void>&)> done)
{
    domain::AccessChange change;
    change.kind = kind;
    change.name = shortcut;
    submitChange(m_parts.pipeline, scope, projects ? std::optional(change) : std::nullopt, std::move(work),
                 std::move(done));
}

void CannedRoutes::remove(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = m_parts.auth.scopeOf(request);
    const QUuid id = QUuid::fromString(request.parameter(u"id"));
    if (!scope || id.isNull()) {
        failRequest(request, responder, scope ? noResponse().error() : scope.error());
        return;
    }
    const auto owner = std::make_shared<domain::AgentId>();
    const auto work = [scope = *scope, id, owner](store::Journal& journal) -> Result<void> {
        const auto known = journal.cannedResponses().find(scope.project, id);
        if (!known)
            return std::unexpected(known.error());
        if (!*known || (!(*known)->owner.isNull() && (*known)->owner != scope.agent))
            return noResponse();
        if (!mayWrite(scope, **known))
            return notYours();
        *owner = (*known)->owner;
        return journal.cannedResponses().remove(scope.project, id);
    };
    const auto done = [guard = QPointer<CannedRoutes>(this), scope = *scope, owner, request,
                       responder](const Result<void>& removed) {
        if (!removed) {
            failRequest(request, responder, removed.error());
            return;
        }
        responder.send(jsonResponse(200, Json{{"success", true}}));
        if (guard)
            guard->tell(scope, *owner);
    };
    withKnown(request, responder, *scope, id, [this, scope = *scope, work, done](const Known& known) {
        write(scope, domain::AccessKind::CannedDeleted, known ? known->shortcut : QString(),
              known && known->owner.isNull(), work, done);
    });
}

void CannedRoutes::tell(const Scope& scope, const domain::AgentId& owner)
{
    m_parts.hub.tellCannedResponses(scope.project, owner);
}

} // namespace relevo::relay
