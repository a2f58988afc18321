#pragma once

#include <http/router.h>
#include <protocol/json.h>
#include <protocol/settings_codec.h>
#include <relay/agent_session.h>

namespace relevo::relay {

/// The body as JSON; an empty body is an empty object. Fails with `invalid`.
[[nodiscard]] Result<protocol::Json> jsonBody(const http::Request& request);

/// Marks a not_found, in its context, of something that was there and will not come again: answered 410.
inline const QString goneContext = QStringLiteral("gone");

[[nodiscard]] http::Response jsonResponse(int status, const protocol::Json& json);

/// Whether `?limit=`, if any, is a whole number from 1; asked before every route's handler. Fails with
/// `invalid`.
[[nodiscard]] Result<void> checkLimit(const http::Request& request);

/// `?limit=` between 1 and maxPageItems, 50 without one.
[[nodiscard]] int limitOf(const http::Request& request);

/// `?cursor=` of a list whose pages go on before a number; 0 for the first page. Fails with `invalid`.
[[nodiscard]] Result<qint64> cursorOf(const http::Request& request);

/// A page of a list: {items, next}. `next` is the cursor of the one after it, 0 for none.
[[nodiscard]] protocol::Json pageJson(protocol::Json items, qint64 next);

/// Answers a failed request; says so in the log, with its request id and without what was in it.
/// `errors`, when it is a list, names each bad field: [{"field","detail"}].
void failRequest(const http::Request& request, const http::Responder& responder, const Error& error,
                 const protocol::Json& errors = {});

/// Names each bad field of a document: [{"field","detail"}].
[[nodiscard]] protocol::Json errorsOf(const std::vector<protocol::FieldFault>& faults);

/// Who asks about the project {id} of the path: an admin of it or, where `programs` may, its API key.
[[nodiscard]] Result<Scope> adminOf(const GatewayParts& parts, const http::Request& request, bool programs);

/// Submits a command for a request and answers with `status` and the command's answer. The Idempotency-Key
/// header, if any, becomes a command id of this caller and path.
/// `amend` adds to the answer what is not to be kept with the key: a secret that is shown once.
void submitRequest(Pipeline& pipeline, const http::Request& request, http::Responder responder,
                   Result<Submission> submission, int status,
                   std::function<void(protocol::Json&)> amend = {});

/// Does `work` in one transaction with telling of `change` in the audit; without a change the work alone.
/// `done` is called on the I/O thread.
void submitChange(Pipeline& pipeline, const Scope& scope, const std::optional<domain::AccessChange>& change,
                  std::function<Result<void>(store::Journal&)> work, std::function<void(Result<void>)> done);

} // namespace relevo::relay
