#pragma once

#include <base/ids.h>
#include <client/outgoing_file.h>

#include <QtCore/QStringList>

namespace relevo::ui {

/// What became of files that somebody wanted to attach.
struct Intake
{
    std::vector<client::OutgoingFile> files; ///< those that can go
    QString trouble;                         ///< why others cannot, for people; empty when all can
};

/// Looks at files before they are attached to a message that has `already` some: those that are none, are
/// empty, too large or too many stay out. Reads only the first bytes of each.
[[nodiscard]] Intake takeIn(const QStringList& paths, std::size_t already, IdSource& ids);

} // namespace relevo::ui
