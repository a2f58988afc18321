#include <relay/contact_routes.h>

#include <protocol/codec.h>
#include <protocol/limits.h>
#include <relay/answers.h>
#include <relay/contact_record.h>
#include <relay/searches.h>

#include <limits>

namespace relevo::relay {

using protocol::Json;

namespace {

std::unexpected<Error> noContact()
{
    return failure(ErrorCode::NotFound, QStringLiteral("There is no such contact."),
                   QStringLiteral("GET /api/contacts lists them."));
}

/// A text that may be absent; null and an empty one forget what is known.
std::optional<QString> given(protocol::Fields& fields, const Json& body, const char* name)
{
    if (!body.contains(name))
        return std::nullopt;
    return fields.optionalText(name, protocol::maxShortText);
}

Result<domain::CorrectContact> readUpdate(const Json& body)
{
    protocol::Fields fields(body);
    domain::CorrectContact update;
    update.name = given(fields, body, "name");
    update.email = given(fields, body, "email");
    update.phone = given(fields, body, "phone");
    if (fields.error())
        return std::unexpected(*fields.error());
    Json attributes = body.value("attributes", Json::object());
    if (attributes.is_object()) {
        for (auto& [key, value] : attributes.items()) {
            if (value.is_null())
                value = "";
        }
    }
    const Result<domain::ContactPatch> patch =
        protocol::contactPatchFromJson(Json{{"attributes", std::move(attributes)}});
    if (!patch)
        return std::unexpected(patch.error());
    update.attributes = patch->attributes;
    return update;
}

} // namespace

ContactRoutes::ContactRoutes(GatewayParts parts, QueryThread& exports, QObject* parent)
    : QObject(parent), m_parts(parts), m_exports(exports)
{
}

void ContactRoutes::addTo(http::Router& router)
{
    using Handle = void (ContactRoutes::*)(const http::Request&, const http::Responder&);
    const auto add = [this, &router](const QByteArray& method, const QString& pattern, Handle handle) {
        router.add(method, pattern,
                   [this, handle](const http::Request& request, const http::Responder& responder) {
                       (this->*handle)(request, responder);
                   });
    };
    add("GET", QStringLiteral("/api/contacts"), &ContactRoutes::list);
    add("GET", QStringLiteral("/api/contacts/{id}"), &ContactRoutes::one);
    add("PATCH", QStringLiteral("/api/contacts/{id}"), &ContactRoutes::patch);
    add("DELETE", QStringLiteral("/api/contacts/{id}"), &ContactRoutes::erase);
    add("GET", QStringLiteral("/api/contacts/{id}/export"), &ContactRoutes::exportRecord);
    add("GET", QStringLiteral("/api/search"), &ContactRoutes::search);
}

void ContactRoutes::list(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = m_parts.auth.scopeOf(request);
    const Result<qint64> before = scope ? cursorOf(request) : std::unexpected(scope.error());
    if (!before) {
        failRequest(request, responder, before.error());
        return;
    }
    const int limit = limitOf(request);
    if (const QString words = request.queryItem(u"q").value_or(QString()); !words.isEmpty()) {
        find(request, responder, *scope, {words, false, true, *before, limit});
        return;
    }
    using Found = std::vector<std::pair<qint64, domain::Conversation>>;
    const auto query = [project = scope->project, before = *before, limit](store::Reader& reader) {
        return reader.contacts(project, before > 0 ? before : std::numeric_limits<qint64>::max(), limit);
    };
    m_parts.queries.run<Found>(this, query, [request, responder, limit](Result<Found> found) {
        if (!found) {
            failRequest(request, responder, found.error());
            return;
        }
        Json items = Json::array();
        for (const auto& [seq, conversation] : *found)
            items.push_back(contactJson(conversation));
        const bool full = static_cast<int>(found->size()) == limit;
        responder.send(jsonResponse(200, pageJson(std::move(items), full ? found->back().first : 0)));
    });
}

void ContactRoutes::find(const http::Request& request, const http::Responder& responder, const Scope& scope,
                         const store::SearchIndex::Search& search)
{
    m_parts.searches.find(this, scope.project, search, [request, responder](Result<Json> page) {
        if (page)
            responder.send(jsonResponse(200, *page));
        else
            failRequest(request, responder, page.error());
    });
}

void ContactRoutes::withContact(const http::Request& request, const http::Responder& responder,
                                const Scope& scope, std::function<void(const domain::Conversation&)> found)
{
    const auto id = domain::ContactId::parse(QStringView(request.parameter(u"id")));
    if (!id) {
        failRequest(request, responder, noContact().error());
        return;
    }
    using Read = std::optional<domain::Conversation>;
    const auto query = [project = scope.project, id = *id](store::Reader& reader) {
        return reader.contact(project, id);
    };
    m_parts.queries.run<Read>(
        this, query, [request, responder, found = std::move(found)](Result<Read> conversation) {
            if (conversation && *conversation)
                found(**conversation);
            else
                failRequest(request, responder, conversation ? noContact().error() : conversation.error());
        });
}

void ContactRoutes::one(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = m_parts.auth.scopeOf(request);
    if (!scope) {
        failRequest(request, responder, scope.error());
        return;
    }
    withContact(request, responder, *scope, [responder](const domain::Conversation& conversation) {
        Json json = contactJson(conversation);
        json["conversations"] = Json::array({protocol::toJson(conversation)});
        responder.send(jsonResponse(200, json));
    });
}

void ContactRoutes::patch(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = m_parts.auth.scopeOf(request);
    const Result<Json> body = scope ? jsonBody(request) : Result<Json>(std::unexpected(scope.error()));
    const Result<domain::CorrectContact> update =
        body ? readUpdate(*body) : Result<domain::CorrectContact>(std::unexpected(body.error()));
    if (!update) {
        failRequest(request, responder, update.error());
        return;
    }
    withContact(
        request, responder, *scope,
        [this, request, responder, scope = *scope, update = *update](const domain::Conversation& known) {
            domain::CorrectContact command = update;
            command.contact = known.contact.id;
            const auto answer = [](const Outcome& outcome) {
                return protocol::dump(contactJson(outcome.conversation->conversation));
            };
            Submission submission{scope.project, {}, scope.actor, known.id, std::move(command), answer, {}};
            submission.tellsOfContact = true;
            submitRequest(m_parts.pipeline, request, responder, std::move(submission), 200);
        });
}

void ContactRoutes::erase(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = m_parts.auth.scopeOf(request);
    if (!scope) {
        failRequest(request, responder, scope.error());
        return;
    }
    withContact(request, responder, *scope,
                [this, request, responder, scope = *scope](const domain::Conversation& known) {
                    submitRequest(m_parts.pipeline, request, responder,
                                  Submission{scope.project,
                                             {},
                                             scope.actor,
                                             known.id,
                                             domain::EraseContact{known.contact.id},
                                             answers::erased,
                                             {}},
                                  200);
                });
}

void ContactRoutes::exportRecord(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = m_parts.auth.scopeOf(request);
    const auto id = domain::ContactId::parse(QStringView(request.parameter(u"id")));
    if (!scope || !id) {
        failRequest(request, responder, scope ? noContact().error() : scope.error());
        return;
    }
    using Record = std::optional<store::ContactRecord>;
    const auto query = [project = scope->project, id = *id](store::Reader& reader) {
        return reader.contactRecord(project, id);
    };
    m_exports.run<Record>(
        this, query, [this, request, responder, project = scope->project](Result<Record> record) {
            if (record && *record)
                responder.send(jsonResponse(200, contactRecordJson(**record, project, m_parts.clock.now())));
            else
                failRequest(request, responder, record ? noContact().error() : record.error());
        });
}

void ContactRoutes::search(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = m_parts.auth.scopeOf(request);
    const Result<qint64> before = scope ? cursorOf(request) : std::unexpected(scope.error());
    if (!before) {
        failRequest(request, responder, before.error());
        return;
    }
    const auto asked =
        Searches::asked(*scope, request.queryItem(u"q").value_or(QString()), *before, limitOf(request));
    if (asked)
        find(request, responder, *scope, *asked);
    else
        failRequest(request, responder, asked.error());
}

} // namespace relevo::relay
