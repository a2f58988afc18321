#pragma once

#include <base/timestamp.h>
#include <sql/database.h>

#include <optional>

// What the tables that are no projections share; not for others.
namespace relevo::store {

/// Prepares; binds with `bind`; runs.
template <typename Bind>
[[nodiscard]] Result<sql::Statement*> ran(sql::Database& database, const char* text, Bind bind)
{
    Result<sql::Statement*> statement = database.prepared(text);
    if (!statement)
        return statement;
    bind(**statement);
    if (Result<void> done = (*statement)->run(); !done)
        return std::unexpected(done.error());
    return statement;
}

/// The same where no rows come; how many were changed.
template <typename Bind>
[[nodiscard]] Result<int> changed(sql::Database& database, const char* text, Bind bind)
{
    const Result<sql::Statement*> statement = ran(database, text, bind);
    if (!statement)
        return std::unexpected(statement.error());
    return (*statement)->affected();
}

template <typename Bind>
[[nodiscard]] Result<void> write(sql::Database& database, const char* text, Bind bind)
{
    const Result<int> done = changed(database, text, bind);
    return done ? Result<void>() : std::unexpected(done.error());
}

inline void bindTime(sql::Statement& statement, const std::optional<Timestamp>& at)
{
    if (at)
        statement.bind(*at);
    else
        statement.bindNull();
}

} // namespace relevo::store
