#pragma once

#include <QtCore/qglobal.h>

namespace relevo::client {

/// What this device keeps for the account that is signed in.
struct StorageInfo
{
    qint64 bytes = 0; ///< of the replica's files on disk
    qint64 bound = 0; ///< of the history in it; the files are somewhat larger
    int unsent = 0;   ///< wishes that the relay has not confirmed yet
};

} // namespace relevo::client
