#pragma once

#include <protocol/json.h>
#include <relay/query_thread.h>
#include <relay/scope.h>
#include <store/search_index.h>

namespace relevo::relay {

/// A contact as lists and answers show it: with the conversation it is known from.
[[nodiscard]] protocol::Json contactJson(const domain::Conversation& conversation);

/// A whole person, of their contacts' conversations, as one of the contacts: that contact with
/// {conversations, newest first; merged: [contact]}. Of what is too long for `bound` bytes the oldest
/// conversations are left out. Null when the contact is not among them.
[[nodiscard]] protocol::Json personJson(const domain::ContactId& contact,
                                        std::vector<domain::Conversation> person, std::size_t bound);

/// The search over what was said and over who said it, answered the same over HTTP and the agents' socket.
/// I/O thread; what is looked for is read in the query thread.
class Searches
{
public:
    /// `index` is used in the thread of `queries` only.
    Searches(QueryThread& queries, store::SearchIndex& index) : m_queries(queries), m_index(index) {}

    /// What somebody may search for with these words; `invalid` when there are none. Notes are between
    /// agents.
    [[nodiscard]] static Result<store::SearchIndex::Search> asked(const Scope& scope, const QString& words,
                                                                  qint64 before, int limit);

    using Found = std::function<void(Result<protocol::Json>)>;
    /// {items, next}. `found` is not called any more once `context` is gone.
    void find(QObject* context, const domain::ProjectId& project, const store::SearchIndex::Search& search,
              Found found);

private:
    QueryThread& m_queries;
    store::SearchIndex& m_index;
};

} // namespace relevo::relay
