#include <relay/contact_routes.h>

#include <protocol/codec.h>
#include <protocol/limits.h>
#include <relay/answers.h>
#include <relay/contact_orders.h>
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

/// As many bytes of one answer as anybody should have to read.
constexpr std::size_t personBytes = 1024 * 1024;

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
    const auto changes = [this, &router](const QByteArray& method, const QString& pattern,
                                         contactcommands::Make make, int status) {
        router.add(method, pattern,
                   [this, make, status](const http::Request& request, const http::Responder& responder) {
                       change(request, responder, make, status);
                   });
    };
    changes("PATCH", QStringLiteral("/api/contacts/{id}"), &contactcommands::update, 200);
    changes("POST", QStringLiteral("/api/contacts/{id}/notes"), &contactcommands::note, 201);
    changes("DELETE", QStringLiteral("/api/contacts/{id}/notes/{noteId}"), &contactcommands::deleteNote, 200);
    changes("POST", QStringLiteral("/api/contacts/{id}/merge"), &contactcommands::merge, 200);
    changes("POST", QStringLiteral("/api/contacts/{id}/split"), &contactcommands::split, 200);
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
        find(request, responder, *scope, {words, false, true, *before, limit}, {});
        return;
    }
    using Found = std::vector<std::pair<qint64, domain::Conversation>>;
    const QString tag = request.queryItem(u"tag").value_or(QString()).simplified();
    const auto query = [project = scope->project, before = *before, limit, tag](store::Reader& reader) {
        return reader.contacts(project, before > 0 ? before : std::numeric_limits<qint64>::max(), limit, tag);
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
                         const store::SearchIndex::Search& search, const SearchFilter& filter)
{
    m_parts.searches.find(this, scope.project, search, filter, [request, responder](Result<Json> page) {
        if (page)
            responder.send(jsonResponse(200, *page));
        else
            failRequest(request, responder, page.error());
    });
}

void ContactRoutes::withPerson(const http::Request& request, const http::Responder& responder,
                               const Scope& scope, std::function<void(Person)> found)
{
    const auto id = domain::ContactId::parse(QStringView(request.parameter(u"id")));
    if (!id) {
        failRequest(request, responder, noContact().error());
        return;
    }
    using Read = std::vector<domain::Conversation>;
    const auto query = [project = scope.project, id = *id](store::Reader& reader) {
        return reader.person(project, id);
    };
    m_parts.queries.run<Read>(
        this, query, [request, responder, id = *id, found = std::move(found)](Result<Read> read) {
            if (read && !read->empty())
                found({id, std::move(*read)});
            else
                failRequest(request, responder, read ? noContact().error() : read.error());
        });
}

void ContactRoutes::one(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = m_parts.auth.scopeOf(request);
    if (!scope) {
        failRequest(request, responder, scope.error());
        return;
    }
    withPerson(request, responder, *scope, [responder](Person person) {
        responder.send(
            jsonResponse(200, personJson(person.contact, std::move(person.conversations), personBytes)));
    });
}

void ContactRoutes::change(const http::Request& request, const http::Responder& responder,
                           contactcommands::Make make, int status)
{
    const Result<Scope> scope = m_parts.auth.scopeOf(request);
    const auto id = domain::ContactId::parse(QStringView(request.parameter(u"id")));
    Result<Json> body = scope ? jsonBody(request) : Result<Json>(std::unexpected(scope.error()));
    if (body && !id)
        body = noContact();
    if (const QString note = request.parameter(u"noteId"); body && !note.isEmpty())
        *body = Json{{"noteId", protocol::utf8(note)}};
    submitRequest(m_parts.pipeline, request, responder,
                  body ? make(*scope, *id, *body) : Result<Submission>(std::unexpected(body.error())),
                  status);
}

void ContactRoutes::erase(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = m_parts.auth.scopeOf(request);
    const auto id = domain::ContactId::parse(QStringView(request.parameter(u"id")));
    if (!scope || !id) {
        failRequest(request, responder, scope ? noContact().error() : scope.error());
        return;
    }
    const auto orders = std::make_shared<int>(0);
    Submission submission{scope->project,
                          {},
                          scope->actor,
                          *id,
                          domain::EraseContact{*id},
                          [orders](const Outcome& outcome) { return answers::erased(outcome, *orders); },
                          {}};
    submission.ofWholePerson = true;
    // While it is still known who they are. Nothing refuses the command after that, but for a contact there
    // is not, who has no orders either.
    submission.check = [orders, project = scope->project, id = *id,
                        now = m_parts.clock.now()](store::Journal& journal) -> Result<void> {
        const Result<int> forgotten = forgetInOrders(journal, project, id, now);
        *orders = forgotten.value_or(0);
        return forgotten ? Result<void>() : std::unexpected(forgotten.error());
    };
    submitRequest(m_parts.pipeline, request, responder, std::move(submission), 200);
}

void ContactRoutes::exportRecord(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = m_parts.auth.scopeOf(request);
    const auto id = domain::ContactId::parse(QStringView(request.parameter(u"id")));
    if (!scope || !id) {
        failRequest(request, responder, scope ? noContact().error() : scope.error());
        return;
    }
    using Record = std::vector<store::ContactRecord>;
    const auto query = [project = scope->project, id = *id](store::Reader& reader) {
        return reader.personRecord(project, id);
    };
    m_exports.run<Record>(
        this, query, [this, request, responder, scope = *scope, id = *id](Result<Record> record) {
            if (record && !record->empty())
                giveRecord(request, responder, scope, id, *record);
            else
                failRequest(request, responder, record ? noContact().error() : record.error());
        });
}

void ContactRoutes::giveRecord(const http::Request& request, const http::Responder& responder,
                               const Scope& scope, const domain::ContactId& id,
                               const std::vector<store::ContactRecord>& record)
{
    // It goes out when it is written down that it does, and not before.
    domain::AccessChange change;
    change.kind = domain::AccessKind::ContactExported;
    change.contact = id;
    http::Response answer = jsonResponse(200, contactRecordJson(record, scope.project, m_parts.clock.now()));
    submitChange(
        m_parts.pipeline, scope, change, [](store::Journal&) { return Result<void>(); },
        [request, responder, answer = std::move(answer)](const Result<void>& noted) {
            if (noted)
                responder.send(answer);
            else
                failRequest(request, responder, noted.error());
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
    const Result<SearchFilter> filter = searchFilter([&request](const char* name) {
        return request.queryItem(QString::fromLatin1(name)).value_or(QString());
    });
    if (asked && filter)
        find(request, responder, *scope, *asked, *filter);
    else
        failRequest(request, responder, asked ? filter.error() : asked.error());
}

} // namespace relevo::relay
