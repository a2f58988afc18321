#pragma once

#include <sql/database.h>

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

template <typename Bind>
[[nodiscard]] Result<void> write(sql::Database& database, const char* text, Bind bind)
{
    const Result<sql::Statement*> statement = ran(database, text, bind);
    if (!statement)
        return std::unexpected(statement.error());
    return {};
}

} // namespace relevo::store
