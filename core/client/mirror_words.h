#pragma once

#include <client/search.h>
#include <domain/state.h>
#include <sql/database.h>

namespace relevo::client {

/// The part of the replica that finds: what was said, by the triggers on its messages, and whom it is with.
/// One thread, the database's.
class MirrorWords
{
public:
    explicit MirrorWords(sql::Database& database) : m_database(database) {}

    /// Whom the conversation is with, as known now.
    [[nodiscard]] Result<void> putPerson(const domain::ConversationState& state);
    /// After something was erased: a deleted word stays in the older parts of an index until they are made
    /// one.
    [[nodiscard]] Result<void> forgetForGood();

    /// Of messages only those up to `seq`. A word of one letter finds people only.
    [[nodiscard]] Result<SearchResults> find(const SearchQuery& query, qint64 seq);

private:
    [[nodiscard]] Result<void> findPeople(const SearchQuery& query, SearchResults& results);
    [[nodiscard]] Result<void> findMessages(const SearchQuery& query, qint64 seq, SearchResults& results);
    /// How to look for messages.
    struct Look
    {
        QString match;     ///< for the index; empty: the newest of all
        QChar letter = {}; ///< a word must begin with it, too; null: none
        /// So many are looked at; a filter that hardly anything passes takes a tenth of a second then.
        int most = 20'000;
    };
    /// False when it stopped at so many before there were mostMessages.
    [[nodiscard]] Result<bool> look(const Look& look, const SearchQuery& query, qint64 seq,
                                    SearchResults& results);
    [[nodiscard]] Result<bool> gather(sql::Statement& statement, const Look& look, const SearchQuery& query,
                                      SearchResults& results);

    sql::Database& m_database;
};

} // namespace relevo::client
