#include <relay/key_routes.h>

#include <protocol/limits.h>
#include <relay/answers.h>
#include <relay/rights.h>
#include <relay/secrets.h>

#include <algorithm>

namespace relevo::relay {

using domain::AccessKind;
using protocol::Json;

namespace {

std::unexpected<Error> noKey()
{
    return failure(ErrorCode::NotFound, QStringLiteral("There is no such API key."),
                   QStringLiteral("GET /api/keys lists them."));
}

Json texts(const QStringList& list)
{
    Json json = Json::array();
    for (const QString& text : list)
        json.push_back(protocol::utf8(text));
    return json;
}

Json described(const store::StoredKey& key)
{
    Json json{{"id", key.id.text()},
              {"name", protocol::utf8(key.name)},
              {"scopes", texts(key.scopes)},
              {"createdAt", toRfc3339(key.createdAt)}};
    if (key.usedAt)
        json["lastUsedAt"] = toRfc3339(*key.usedAt);
    return json;
}

/// {name, scopes}: at least one scope, each known.
Result<store::StoredKey> readKey(const Json& body)
{
    protocol::Fields fields(body);
    store::StoredKey key;
    key.name = fields.text("name", protocol::maxShortText).simplified();
    if (key.name.isEmpty())
        fields.fail("name", "must say what the key is for");
    const Json* scopes = fields.member("scopes");
    QStringList names;
    const bool isList = scopes && scopes->is_array() && !scopes->empty() &&
                        std::ranges::all_of(*scopes, [](const Json& scope) { return scope.is_string(); });
    for (const Json& scope : isList ? *scopes : Json::array())
        names.push_back(protocol::toQString(scope));
    const std::optional<unsigned> known = isList ? scopesOf(names) : std::nullopt;
    if (!known)
        fields.fail("scopes", "must be a list of conversations, handoffs, read, admin");
    if (fields.error())
        return std::unexpected(*fields.error());
    key.scopes = namesOf(*known);
    return key;
}

Submission about(const Scope& scope, AccessKind kind, const store::StoredKey& key)
{
    return Submission{
        scope.project, {}, scope.actor, {}, domain::RecordAccess{{kind, {}, key.id, key.name, key.scopes}},
        answers::done, {}};
}

} // namespace

KeyRoutes::KeyRoutes(GatewayParts parts, QObject* parent) : QObject(parent), m_parts(parts) {}

void KeyRoutes::addTo(http::Router& router)
{
    const QString path = QStringLiteral("/api/keys");
    router.add("GET", path, [this](const http::Request& request, const http::Responder& responder) {
        list(request, responder);
    });
    router.add("POST", path, [this](const http::Request& request, const http::Responder& responder) {
        create(request, responder);
    });
    router.add("DELETE", path + QStringLiteral("/{id}"),
               [this](const http::Request& request, const http::Responder& responder) {
                   revoke(request, responder);
               });
}

void KeyRoutes::list(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = m_parts.auth.scopeOf(request);
    if (!scope) {
        failRequest(request, responder, scope.error());
        return;
    }
    using Keys = std::vector<store::StoredKey>;
    const auto query = [project = scope->project](store::Reader& reader) {
        return reader.apiKeys().all(project);
    };
    m_parts.queries.run<Keys>(this, query, [request, responder](const Result<Keys>& keys) {
        if (!keys) {
            failRequest(request, responder, keys.error());
            return;
        }
        Json items = Json::array();
        for (const store::StoredKey& key : *keys)
            items.push_back(described(key));
        responder.send(jsonResponse(200, Json{{"items", std::move(items)}, {"next", nullptr}}));
    });
}

void KeyRoutes::create(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = m_parts.auth.scopeOf(request);
    const Result<Json> body = scope ? jsonBody(request) : Result<Json>(std::unexpected(scope.error()));
    Result<store::StoredKey> key =
        body ? readKey(*body) : Result<store::StoredKey>(std::unexpected(body.error()));
    if (!key) {
        failRequest(request, responder, key.error());
        return;
    }
    key->id = m_parts.ids.make<domain::ApiKeyId>();
    key->project = scope->project;
    key->createdAt = m_parts.clock.now();
    const QByteArray secret = newToken("rk_");
    const auto fresh = std::make_shared<bool>(false);
    Submission submission = about(*scope, AccessKind::KeyCreated, *key);
    submission.answer = [text = protocol::dump(described(*key))](const Outcome&) {
        return text;
    };
    submission.rows = [hash = tokenHash(secret), key = *key, fresh](store::Journal& journal) {
        *fresh = true;
        return journal.apiKeys().add(hash, key);
    };
    submitRequest(m_parts.pipeline, request, responder, std::move(submission), 201,
                  [secret, fresh](Json& json) {
                      if (*fresh) // of a repeat only the hash is known any more
                          json["apiKey"] = secret.toStdString();
                  });
}

void KeyRoutes::revoke(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = m_parts.auth.scopeOf(request);
    const auto id = domain::ApiKeyId::parse(QStringView(request.parameter(u"id")));
    if (!scope || !id) {
        failRequest(request, responder, scope ? Result<void>(noKey()).error() : scope.error());
        return;
    }
    using Found = std::optional<store::StoredKey>;
    const auto query = [project = scope->project, id = *id](store::Reader& reader) {
        return reader.apiKeys().find(project, id);
    };
    m_parts.queries.run<Found>(this, query, [this, request, responder, scope = *scope](Result<Found> key) {
        if (!key || !*key) {
            failRequest(request, responder, key ? Result<void>(noKey()).error() : key.error());
            return;
        }
        Submission submission = about(scope, AccessKind::KeyRevoked, **key);
        submission.check = [project = scope.project,
                            id = (*key)->id](store::Journal& journal) -> Result<void> {
            const auto found = journal.apiKeys().find(project, id);
            if (!found)
                return std::unexpected(found.error());
            return *found ? Result<void>() : noKey(); // revoked meanwhile
        };
        submission.rows = [project = scope.project, id = (*key)->id](store::Journal& journal) {
            return journal.apiKeys().remove(project, id);
        };
        submitRequest(m_parts.pipeline, request, responder, std::move(submission), 200);
    });
}

} // namespace relevo::relay
