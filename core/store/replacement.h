#pragma once

#include <base/timestamp.h>
#include <store/store_lock.h>
#include <store/store_options.h>

#include <functional>

namespace relevo::store {

/// What a restore has come to, in this order. For tests, which end the program at each.
enum class RestoreStep {
    Prepared,    ///< the copy is whole, verified and on disk; nobody was disturbed yet
    Alone,       ///< nobody else uses the store
    FilesNamed,  ///< the messages' files wait under their next name
    Decided,     ///< from here on it is finished by whoever opens the store next
    OldKept,     ///< the old database has its other name too
    LogKept,     ///< and its log
    FilesKept,   ///< and its messages' files
    FilesPlaced, ///< the new files are in their place
    Replaced,    ///< and the new database
};

/// How a restored store takes the place of the present one, which is kept aside: database, log and messages'
/// files are several names, and the program may end between any two of them. A copy that has been given the
/// name "relay.db.next-TIME" is decided: whoever opens the store for writing next brings it to its end.
/// Before that the old store is as it was.
class Replacement
{
public:
    using Reached = std::function<void(RestoreStep)>;

    /// `reached` may be empty.
    Replacement(StoreOptions options, Reached reached);

    /// Puts the database `part` (one file, without a log) and the directory `files` (there also when it is
    /// empty) in place. The caller has
    /// the store alone. Where the database that was there is now; empty when there was none.
    [[nodiscard]] Result<QString> run(const QString& part, const QString& files, Timestamp now) const;

    /// Brings to its end what an earlier program had decided, and removes what it had not. The caller has the
    /// store alone.
    [[nodiscard]] Result<void> finishInterrupted() const;
    /// There is something to be brought to its end.
    [[nodiscard]] bool isInterrupted() const;

private:
    [[nodiscard]] QStringList decided() const;
    [[nodiscard]] QString freeEnding(Timestamp now) const;
    [[nodiscard]] Result<void> finish(const QString& ending) const;
    [[nodiscard]] Result<void> keepDatabase(const QString& aside) const;
    [[nodiscard]] Result<void> keepLog(const QString& aside) const;
    [[nodiscard]] Result<void> placeFiles(const QString& ending) const;
    void note(RestoreStep step) const;

    StoreOptions m_options;
    Reached m_reached;
    QString m_files; ///< the directory of the messages' files
};

/// The store's lock, alone; what was interrupted is brought to its end first.
[[nodiscard]] Result<StoreLock> takeStoreAlone(const StoreOptions& options);
/// The same together with other writers.
[[nodiscard]] Result<StoreLock> takeStoreShared(const StoreOptions& options);

} // namespace relevo::store
