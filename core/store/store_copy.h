#pragma once

#include <store/store_options.h>
#include <store/verify.h>

namespace relevo::store {

/// Copies what one moment's reader of `from` sees into a new file that is its owner's alone, and on the disk.
[[nodiscard]] Result<void> copyDatabase(const StoreOptions& from, const QString& to);

/// What the copy at `path` holds; an error when it is not what a journal must be.
[[nodiscard]] Result<VerifyReport> verifiedCopy(const StoreOptions& options, const QString& path,
                                                const QString& attachments);

/// With what SQLite keeps beside it.
void removeDatabase(const QString& path);

/// Removes what is left of an unfinished copy, before and after; one that has been renamed is not there.
class UnfinishedCopy
{
public:
    UnfinishedCopy(QString database, QString attachments);
    ~UnfinishedCopy();
    Q_DISABLE_COPY_MOVE(UnfinishedCopy)

private:
    void removeAll() const;

    const QString m_database;
    const QString m_attachments;
};

} // namespace relevo::store
