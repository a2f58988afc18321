#pragma once

#include <store/store_options.h>
#include <store/verify.h>

namespace relevo::store {

struct BackupReport
{
    qint64 projects = 0;
    qint64 events = 0;
    qint64 bytes = 0;       ///< of the database
    qint64 attachments = 0; ///< files, in the directory FILE.attachments; there is none without files
    QString keyFile;        ///< to be kept too: without it nobody opens the secrets in the backup
};

/// Writes the store, as it is at one moment, into one file that only its owner may read, and its messages'
/// files into the directory FILE.attachments beside it. May run while the relay serves, which waits for
/// nothing. The file is there when it is whole, verified and on disk, or not at all. `conflict` when there is
/// a file of that name and `overwrite` is not set.
[[nodiscard]] Result<BackupReport> backUp(const StoreOptions& options, const QString& path, bool overwrite);

struct Migration
{
    int from = 0;
    int to = 0;
};

/// Brings the store's schema up to date; makes a store where there is none. `conflict` while a relay or
/// another command uses it.
[[nodiscard]] Result<Migration> migrate(const StoreOptions& options);

} // namespace relevo::store
