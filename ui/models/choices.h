#pragma once

#include <QtCore/Qt>

namespace relevo::models::choice {

/// What a list to choose from shows of a row, beside Qt::DisplayRole; any of it may be absent.
enum Role {
    TitleMatchesRole = Qt::UserRole + 100, ///< QList<int>: letters of the title that were looked for
    DetailRole,                            ///< QString: in a quieter voice
    DetailMatchesRole,                     ///< QList<int>
    IconRole,                              ///< QString: name of an icon
    AvailabilityRole,                      ///< int(domain::Availability): shown instead of the icon
    KeysRole,                              ///< QString: keys that do the same, as the system writes them
    TrailingRole,                          ///< QString: at the end of the row
    GroupRole,                             ///< QString: stands over the row, which is the first of its group
};

} // namespace relevo::models::choice
