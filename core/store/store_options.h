#pragma once

#include <sql/database.h>

namespace relevo::store {

/// Where the relay's data is.
struct StoreOptions
{
    QString dataDirectory;
    QString databasePath; ///< SQLite: the file, usually in the data directory
    std::optional<int>
        pageLimit; ///< the database may not grow past this many pages of 4 KiB; how tests fill a disk
};

/// A connection with the newest schema, for writing; migrates when needed.
[[nodiscard]] Result<std::unique_ptr<sql::Database>> openForWriting(const StoreOptions& options);
/// A connection for reading a store that exists.
[[nodiscard]] Result<std::unique_ptr<sql::Database>> openForReading(const StoreOptions& options);

} // namespace relevo::store
