#pragma once

#include <sql/database.h>
#include <store/write_gate.h>

namespace relevo::store {

/// Where the relay's data is. Copies share the gate, so what is opened with copies of the same options works
/// together.
struct StoreOptions
{
    QString dataDirectory;
    QString databasePath;    ///< SQLite: the file, usually in the data directory
    QString attachmentsPath; ///< directory of the messages' files; empty: "attachments" beside the database
    QString keyPath;         ///< of the key that secrets are sealed with; empty: beside the database
    std::optional<int>
        pageLimit; ///< the database may not grow past this many pages of 4 KiB; how tests fill a disk
    QString dialect = QStringLiteral("sqlite"); ///< one of sql::Dialect::supported()
    milliseconds busyTimeout{10'000};           ///< how long to wait for another program's group
    std::shared_ptr<WriteGate> gate = std::make_shared<WriteGate>();
};

/// A connection with the newest schema, for writing; migrates when needed.
[[nodiscard]] Result<std::unique_ptr<sql::Database>> openForWriting(const StoreOptions& options);
/// The version a store's schema has (0 for a file without one), and the newest this program knows.
struct SchemaVersions
{
    int present = 0;
    int newest = 0;
};
/// Of a store that exists; reads only.
[[nodiscard]] Result<SchemaVersions> schemaVersions(const StoreOptions& options);

/// A connection for reading a store that exists.
[[nodiscard]] Result<std::unique_ptr<sql::Database>> openForReading(const StoreOptions& options);

} // namespace relevo::store
