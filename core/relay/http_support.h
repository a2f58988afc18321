#pragma once

#include <http/router.h>
#include <protocol/json.h>
#include <relay/agent_session.h>

namespace relevo::relay {

/// The body as JSON; an empty body is an empty object. Fails with `invalid`.
[[nodiscard]] Result<protocol::Json> jsonBody(const http::Request& request);

[[nodiscard]] http::Response jsonResponse(int status, const protocol::Json& json);

/// `?limit=` between 1 and maxPageItems, 50 without one.
[[nodiscard]] int limitOf(const http::Request& request);

/// Answers a failed request; says so in the log, with its correlation id and without what was in it.
/// `errors`, when it is a list, names each bad field: [{"field","detail"}].
void failRequest(const http::Request& request, const http::Responder& responder, const Error& error,
                 const protocol::Json& errors = {});

/// Submits a command for a request and answers with `status` and the command's answer. The Idempotency-Key
/// header, if any, becomes a command id of this caller and path.
void submitRequest(Pipeline& pipeline, const http::Request& request, http::Responder responder,
                   Result<Submission> submission, int status);

} // namespace relevo::relay
