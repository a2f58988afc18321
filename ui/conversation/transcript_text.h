#pragma once

#include <QtCore/QModelIndex>

namespace relevo::ui {

/// Rows of a models::MessagesModel to be pasted elsewhere: who said what, and when, a message after the
/// other. Lines between messages are left out.
[[nodiscard]] QString quotedText(const QModelIndexList& rows);

} // namespace relevo::ui
