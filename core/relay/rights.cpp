#include <relay/rights.h>

#include <relay/auth.h>
#include <relay/http_support.h>

#include <algorithm>
#include <array>

namespace relevo::relay {
namespace {

constexpr Right open(std::string_view what)
{
    return {what, true, Least::Nobody, 0, false};
}

constexpr Right agents(std::string_view what, Least least = Least::Agent)
{
    return {what, false, least, 0, false};
}

constexpr Right both(std::string_view what, unsigned scopes, Least least = Least::Agent)
{
    return {what, false, least, scopes, false};
}

/// What somebody needs who must set up a second factor first.
constexpr Right self(std::string_view what)
{
    return {what, false, Least::Agent, 0, true};
}

constexpr std::array table{
    open("GET /healthz"),
    open("GET /readyz"),
    open("GET /api/openapi.json"),
    open("GET /chat/{projectKey}"),
    open("GET /widget.js"),
    open("GET /join"),
    open("WS /ws/agent"),
    open("WS /ws/visitor"),
    open("POST /api/auth/login"),
    open("POST /api/auth/accept-invite"),
    open("GET /metrics"), // has a token of its own

    Right{"POST /api/conversations/{sessionId}/messages", false, Least::Nobody, ScopeConversations, false},
    both("GET /api/conversations/{sessionId}", ScopeConversations | ScopeRead),
    both("GET /api/conversations/{sessionId}/messages", ScopeConversations | ScopeRead),

    // An agent only in a conversation they hold; the route tells.
    both("PUT /api/conversations/{sessionId}/bot", ScopeConversations),
    // The bots, what they know, and what they did: admins and programs.
    both("GET /api/conversations/{sessionId}/turns", ScopeConversations | ScopeRead, Least::Admin),
    both("POST /api/conversations/{sessionId}/turns/{turnId}", ScopeConversations, Least::Admin),
    both("GET /api/projects/{id}/bots", ScopeRead | ScopeAdmin, Least::Admin),
    both("PUT /api/projects/{id}/bots", ScopeAdmin, Least::Admin),
    both("POST /api/projects/{id}/bots/{name}/secret", ScopeAdmin, Least::Admin),
    both("GET /api/projects/{id}/faq", ScopeRead | ScopeAdmin, Least::Admin),
    both("PUT /api/projects/{id}/faq", ScopeAdmin, Least::Admin),
    both("GET /api/projects/{id}/orders", ScopeRead | ScopeAdmin, Least::Admin),
    both("POST /api/projects/{id}/orders", ScopeAdmin, Least::Admin),
    both("GET /api/projects/{id}/orders/{number}", ScopeRead | ScopeAdmin, Least::Admin),
    both("PUT /api/projects/{id}/orders/{number}", ScopeAdmin, Least::Admin),
    both("DELETE /api/projects/{id}/orders/{number}", ScopeAdmin, Least::Admin),

    both("POST /api/attachments", ScopeConversations | ScopeHandoffs),
    both("GET /api/attachments/{id}", ScopeConversations | ScopeHandoffs | ScopeRead),
    both("GET /api/attachments/{id}/upload", ScopeConversations | ScopeHandoffs),
    open("POST /api/visitor/attachments"), // the web chat's customers, by their own token
    open("GET /api/visitor/attachments/{id}"),

    both("POST /api/handoff/initiate", ScopeHandoffs),
    both("GET /api/handoff/pending", ScopeHandoffs | ScopeRead),
    both("GET /api/handoff/{id}", ScopeHandoffs | ScopeRead),
    both("GET /api/handoff/{id}/routing", ScopeHandoffs | ScopeRead),
    both("POST /api/handoff/{id}/claim", ScopeHandoffs),
    both("POST /api/handoff/{id}/message", ScopeHandoffs),
    both("POST /api/handoff/{id}/resolve", ScopeHandoffs),
    agents("POST /api/handoff/{id}/note"),
    agents("POST /api/handoff/{id}/transfer"),
    agents("POST /api/handoff/{id}/decline"),
    agents("POST /api/handoff/{id}/snooze"),
    agents("POST /api/handoff/{id}/reopen"),
    both("POST /api/handoff/{id}/spam", ScopeHandoffs),
    both("POST /api/handoff/{id}/convert", ScopeHandoffs),
    Right{"POST /api/handoff/{id}/abandon", false, Least::Nobody, ScopeHandoffs, false},
    Right{"POST /api/handoff/{id}/rating", false, Least::Nobody, ScopeConversations | ScopeHandoffs, false},
    both("POST /api/handoff/{id}/summary", ScopeHandoffs),
    both("POST /api/handoff/{id}/suggestions", ScopeHandoffs),
    both("POST /api/handoff/{id}/closing-note", ScopeHandoffs),
    both("POST /api/assist/rewrite", ScopeHandoffs),

    self("POST /api/auth/logout"),
    self("GET /api/auth/me"),
    self("POST /api/auth/password"),
    self("POST /api/auth/totp/enrol"),
    self("POST /api/auth/totp/confirm"),
    self("POST /api/auth/totp/disable"),
    self("GET /api/auth/sessions"),
    self("DELETE /api/auth/sessions"),
    self("DELETE /api/auth/sessions/{id}"),

    both("GET /api/agents", ScopeHandoffs | ScopeRead | ScopeAdmin),
    agents("PUT /api/agents/me/availability"),
    both("POST /api/agents", ScopeAdmin, Least::Admin),
    both("POST /api/agents/invite", ScopeAdmin, Least::Admin),
    both("PATCH /api/agents/{id}", ScopeAdmin, Least::Admin),
    agents("POST /api/agents/{id}/reset-password", Least::Admin),
    agents("POST /api/agents/{id}/reset-totp", Least::Admin),
    agents("DELETE /api/agents/{id}/sessions", Least::Admin),
    both("GET /api/teams", ScopeHandoffs | ScopeRead | ScopeAdmin),
    both("POST /api/teams", ScopeAdmin, Least::Admin),
    both("PATCH /api/teams/{id}", ScopeAdmin, Least::Admin),
    both("DELETE /api/teams/{id}", ScopeAdmin, Least::Admin),

    both("GET /api/contacts", ScopeRead),
    both("GET /api/contacts/{id}", ScopeRead),
    both("PATCH /api/contacts/{id}", ScopeConversations),
    both("POST /api/contacts/{id}/notes", ScopeConversations),
    both("DELETE /api/contacts/{id}/notes/{noteId}", ScopeConversations),
    both("POST /api/contacts/{id}/merge", ScopeConversations),
    both("POST /api/contacts/{id}/split", ScopeConversations),
    both("DELETE /api/contacts/{id}", ScopeAdmin, Least::Admin),
    both("GET /api/contacts/{id}/export", ScopeAdmin, Least::Admin),
    both("GET /api/search", ScopeRead),
    both("GET /api/notifications", ScopeRead),
    // Everybody may write their own; the routes tell whose it is.
    both("GET /api/canned-responses", ScopeRead),
    both("PUT /api/canned-responses/{id}", ScopeAdmin),
    both("DELETE /api/canned-responses/{id}", ScopeAdmin),
    both("GET /api/message-templates", ScopeRead | ScopeConversations),
    both("PUT /api/message-templates/{id}", ScopeAdmin, Least::Admin),
    both("DELETE /api/message-templates/{id}", ScopeAdmin, Least::Admin),
    both("POST /api/notifications", ScopeHandoffs, Least::Admin),
    agents("POST /api/notifications/{id}/read"),
    both("GET /api/reports/{report}", ScopeRead, Least::Supervisor),
    agents("GET /api/webhooks", Least::Admin),
    agents("POST /api/webhooks", Least::Admin),
    agents("DELETE /api/webhooks/{id}", Least::Admin),
    agents("POST /api/webhooks/{id}/enable", Least::Admin),

    // A key makes no keys, and how the project treats its customers is people's to say.
    agents("GET /api/keys", Least::Admin),
    agents("POST /api/keys", Least::Admin),
    agents("DELETE /api/keys/{id}", Least::Admin),
    agents("GET /api/projects/{id}/handoff-settings", Least::Admin),
    agents("PUT /api/projects/{id}/handoff-settings", Least::Admin),
    agents("POST /api/projects/{id}/handoff-settings/try", Least::Admin),
    both("GET /api/audit", ScopeAdmin, Least::Admin),

    // The agents' socket. Saying hello is what the others need.
    agents("hello"),
    agents("ping"),
    agents("state.hash"),
    agents("conversation.history"),
    agents("search"),
    agents("typing.set"),
    agents("viewing.set"),
    agents("alerts.set"),
    agents("read.mark"),
    agents("presence.set"),
    agents("availability.set"),
    agents("notification.list"),
    agents("notification.read"),
    agents("message.send"),
    agents("note.add"),
    agents("handoff.claim"),
    agents("handoff.resolve"),
    agents("handoff.note"),
    agents("handoff.transfer"),
    agents("handoff.decline"),
    agents("handoff.snooze"),
    agents("handoff.reopen"),
    agents("handoff.spam"),
    agents("handoff.convert"),
    agents("contact.get"),
    agents("contact.find"),
    agents("contact.update"),
    agents("contact.note"),
    agents("contact.deleteNote"),
    agents("contact.merge"),
    agents("contact.split"),
    agents("summary.refresh"),
    agents("assist.suggest"),
    agents("assist.closingNote"),
    agents("assist.rewrite"),
};

constexpr std::array<std::string_view, 4> names{"conversations", "handoffs", "read", "admin"};

QString textOf(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

Least levelOf(domain::Role role)
{
    return role == domain::Role::Admin        ? Least::Admin
           : role == domain::Role::Supervisor ? Least::Supervisor
                                              : Least::Agent;
}

Result<void> checkAgent(const Right& right, const Scope& scope)
{
    if (right.least == Least::Nobody)
        return failure(ErrorCode::Forbidden, QStringLiteral("This is the door for programs."),
                       QStringLiteral("Use the project's API key."));
    if (scope.mustEnrol && !right.enrolling)
        return failure(ErrorCode::Forbidden, QStringLiteral("A second factor must be set up first."),
                       QStringLiteral("POST /api/auth/totp/enrol begins it; an admin requires it."),
                       {{QStringLiteral("totp"), QStringLiteral("enrol")}});
    if (levelOf(scope.role) >= right.least)
        return {};
    return failure(ErrorCode::Forbidden,
                   right.least == Least::Admin ? QStringLiteral("Only admins can do this.")
                                               : QStringLiteral("Only supervisors and admins can do this."),
                   QStringLiteral("Sign in as one, or ask one to do it."));
}

Result<void> checkKey(const Right& right, const Scope& scope)
{
    if (right.scopes == 0)
        return failure(ErrorCode::Forbidden, QStringLiteral("Only a signed-in agent can do this."),
                       QStringLiteral("Use a session token from sign-in instead of the API key."));
    if ((right.scopes & scope.keyScopes) != 0)
        return {};
    return failure(ErrorCode::Forbidden, QStringLiteral("This API key may not do this."),
                   QStringLiteral("It needs one of these scopes: %1.")
                       .arg(namesOf(right.scopes).join(QStringLiteral(", "))));
}

} // namespace

QStringList scopeNames()
{
    return namesOf(ScopeAll);
}

std::optional<unsigned> scopesOf(const QStringList& wanted)
{
    unsigned scopes = 0;
    for (const QString& name : wanted) {
        const auto found = std::ranges::find(names, std::string_view(name.toStdString()));
        if (found == names.end())
            return std::nullopt;
        scopes |= 1U << static_cast<unsigned>(found - names.begin());
    }
    return scopes;
}

QStringList namesOf(unsigned scopes)
{
    QStringList result;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if ((scopes >> i) & 1U)
            result.push_back(textOf(names[i]));
    }
    return result;
}

std::span<const Right> rights()
{
    return table;
}

const Right* rightTo(std::string_view what)
{
    const auto found = std::ranges::find(table, what, &Right::what);
    return found == table.end() ? nullptr : &*found;
}

Result<void> checkRight(const Right& right, const Scope& scope)
{
    if (right.open)
        return {};
    return scope.isAgent() ? checkAgent(right, scope) : checkKey(right, scope);
}

http::Handler guarded(const http::Router::RouteInfo& route, http::Handler handler, Authenticator& auth,
                      std::function<void(const Scope&)> seen)
{
    const std::string what = route.method.toStdString() + ' ' + route.pattern.toStdString();
    const Right* right = rightTo(what);
    if (right && right->open)
        return handler;
    return [right, handler = std::move(handler), &auth, seen = std::move(seen)](const http::Request& request,
                                                                                http::Responder responder) {
        Result<void> allowed = failure(ErrorCode::Forbidden,
                                       QStringLiteral("Nobody may do this: the relay has no right for it."));
        if (right) {
            const Result<Scope> scope = auth.scopeOf(request);
            if (scope)
                seen(*scope);
            allowed = scope ? checkRight(*right, *scope) : std::unexpected(scope.error());
        }
        if (allowed)
            allowed = checkLimit(request);
        if (allowed)
            handler(request, std::move(responder));
        else
            failRequest(request, responder, allowed.error());
    };
}

} // namespace relevo::relay
