#pragma once

namespace relevo::client {

/// A user's wish that becomes a command to the relay. The numbers are on disk.
enum class Wish {
    Claim = 1,
    Send = 2,
    Resolve = 3,
    SetAvailability = 4,
    ReadNotification = 5,
};

} // namespace relevo::client
