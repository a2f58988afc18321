#pragma once

#include <base/error.h>
#include <domain/agent.h>
#include <http/router.h>

#include <functional>
#include <span>
#include <string_view>

namespace relevo::relay {

class Authenticator;
struct Scope;

/// What an API key may do; a key has any number of them.
enum KeyScope : unsigned {
    ScopeConversations = 1, ///< say what customers and bots said, and read it
    ScopeHandoffs = 2,      ///< ask for a human, and act for whoever holds a conversation
    ScopeRead = 4,          ///< read everything that agents see
    ScopeAdmin = 8, ///< look after agents and teams (never after admins), bots and orders; read the audit
    ScopeAll = 15
};

/// The scopes' names, in the order of their bits.
[[nodiscard]] QStringList scopeNames();
/// Their bits; nothing when a name is not known. Pure.
[[nodiscard]] std::optional<unsigned> scopesOf(const QStringList& names);
[[nodiscard]] QStringList namesOf(unsigned scopes);

/// From which role on a signed-in agent may.
enum class Least { Nobody, Agent, Supervisor, Admin };

/// Who may do one thing. Everything that can be asked of the relay has a row; what has none is refused.
struct Right
{
    std::string_view what; ///< "GET /api/agents", "WS /ws/agent", or a method of the agents' socket
    bool open = false;     ///< anybody: it is public, or finds out by itself who asks
    Least least = Least::Nobody;
    unsigned scopes = 0;    ///< a key needs one of them; 0: no key may
    bool enrolling = false; ///< also who must set up a second factor before anything else
};

[[nodiscard]] std::span<const Right> rights();
/// Null when there is no such row.
[[nodiscard]] const Right* rightTo(std::string_view what);

/// Fails with `forbidden`. Where a role is enough in general, a rule of the domain may still refuse: an agent
/// resolves their own conversations, a supervisor anybody's.
[[nodiscard]] Result<void> checkRight(const Right& right, const Scope& scope);

/// The handler behind the question who may call it: 401 without a token that holds, 403 without the right.
/// `seen` hears of everybody whose token holds.
[[nodiscard]] http::Handler guarded(const http::Router::RouteInfo& route, http::Handler handler,
                                    Authenticator& auth, std::function<void(const Scope&)> seen);

} // namespace relevo::relay
