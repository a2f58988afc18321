#pragma once

#include <base/clock.h>

#include <QtCore/QDateTime>

namespace relevo::models {

/// A moment as views take it: in UTC.
[[nodiscard]] inline QDateTime dateTime(Timestamp at)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC);
}

} // namespace relevo::models
