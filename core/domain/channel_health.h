#pragma once

#include <base/timestamp.h>

#include <QtCore/QString>

namespace relevo::domain {

enum class ChannelState { Ok, Failing };

/// A way out of the project that has stopped working, or works again. Told when it changes, not for each
/// failure. Holds nothing secret.
struct HealthChange
{
    QString kind; ///< what it is: "webhook". The list only grows; the names are in PROTOCOL.md
    QString id;   ///< which one of its kind
    QString name; ///< for people; of a webhook scheme, host and port of its address
    ChannelState state = ChannelState::Ok;
    Timestamp since; ///< of failing: the first attempt that came to nothing
    QString reason;  ///< why it fails, in words; empty when it works

    friend bool operator==(const HealthChange&, const HealthChange&) = default;
};

} // namespace relevo::domain
