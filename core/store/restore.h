#pragma once

#include <store/replacement.h>

namespace relevo::store {

struct RestoreReport
{
    qint64 projects = 0;
    qint64 events = 0;
    QString keptAside;        ///< where the database that was there is now; empty when there was none. Its
                              ///< messages' files are kept by the same ending
    bool othersLetGo = false; ///< a relay had it open and has closed it
};

struct RestoreManner
{
    bool keyless = false;         ///< also when the key of the backup's secrets is not there
    milliseconds patience{0};     ///< how long to wait for a relay that is asked to let go of the store
    Replacement::Reached reached; ///< for tests
};

/// Puts a backup, also of an older version, in the place of the store. It is copied, brought up to date and
/// verified before anything of the store is touched and before anybody is disturbed; then whoever serves the
/// store is asked to let go of it, and waited for. The restored journal has a new epoch, so that desktops
/// that have seen events it lacks take a snapshot instead of going on from there. However the program ends
/// meanwhile, the store is the old one or the new one. Fails with `conflict` while somebody uses it and does
/// not let go; with `unavailable`, and nothing is changed, when the key that the backup's secrets are sealed
/// with is not where the store's is.
[[nodiscard]] Result<RestoreReport> restore(const StoreOptions& options, const QString& path, Timestamp now,
                                            const RestoreManner& manner = {});

} // namespace relevo::store
