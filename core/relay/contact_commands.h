#pragma once

#include <protocol/json.h>
#include <relay/scope.h>
#include <relay/submission.h>

#include <string_view>

namespace relevo::relay::contactcommands {

// Makes submissions about contacts out of what came in, for the HTTP routes and the agents' socket alike; the
// writer finds the contact's conversation and who is the same person. `done` is left to the caller. Errors
// are `invalid`, naming the field.

/// {name?, email?, phone?, attributes?, tags?, blocked?}; answered with the contact.
[[nodiscard]] Result<Submission> update(const Scope& scope, const domain::ContactId& contact,
                                        const protocol::Json& body);
/// {text}; answered {noteId}.
[[nodiscard]] Result<Submission> note(const Scope& scope, const domain::ContactId& contact,
                                      const protocol::Json& body);
/// {noteId}; answered {success}.
[[nodiscard]] Result<Submission> deleteNote(const Scope& scope, const domain::ContactId& contact,
                                            const protocol::Json& body);
/// {into}; answered with the contact.
[[nodiscard]] Result<Submission> merge(const Scope& scope, const domain::ContactId& contact,
                                       const protocol::Json& body);
/// {}; answered with the contact.
[[nodiscard]] Result<Submission> split(const Scope& scope, const domain::ContactId& contact,
                                       const protocol::Json& body);

using Make = Result<Submission> (*)(const Scope&, const domain::ContactId&, const protocol::Json&);
/// The one of those above that a call "contact.NAME" means; null for none.
[[nodiscard]] Make named(std::string_view name);

} // namespace relevo::relay::contactcommands
