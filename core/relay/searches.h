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

/// What a search is narrowed to besides its words; what is empty narrows nothing. Parts of names and tags
/// whatever their case. Who wrote, and when, is said of messages only: with those, and with a tag, no contact
/// is found.
struct SearchFilter
{
    QString from;                    ///< part of the writer's name; of a customer the contact's
    QString channel;                 ///< of the conversation, whole
    QString agent;                   ///< part of the name of the agent who wrote it or holds the conversation
    QString tag;                     ///< of the conversation, whole
    std::optional<Timestamp> after;  ///< from then on
    std::optional<Timestamp> before; ///< up to then, exclusive

    [[nodiscard]] bool isEmpty() const
    {
        return from.isEmpty() && channel.isEmpty() && agent.isEmpty() && tag.isEmpty() && !after && !before;
    }
};

/// Reads one from what `value` gives for each name; `invalid` for an after or before that is no moment (RFC
/// 3339).
[[nodiscard]] Result<SearchFilter> searchFilter(const std::function<QString(const char* name)>& value);

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
    /// {items, next}. `found` is not called any more once `context` is gone. With a filter a page may hold
    /// fewer than there are, even none, and a `next`: so many as one question can look through.
    void find(QObject* context, const domain::ProjectId& project, const store::SearchIndex::Search& search,
              const SearchFilter& filter, Found found);

private:
    QueryThread& m_queries;
    store::SearchIndex& m_index;
};

} // namespace relevo::relay
