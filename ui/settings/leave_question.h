#pragma once

#include <ui/theme/theme.h>

#include <QtCore/QString>

#include <functional>

namespace relevo::ui {

class SettingsPage;

/// Asks what is to become of what is unsaved on the page before another of its things is shown.
struct LeaveQuestion
{
    QString prefix;     ///< of the object names: "canned" makes "cannedQuestionSave"
    QString words = {}; ///< where it is not "Save what you have changed, or discard it?"
    QString save = {};  ///< on the button, where it is not "Save"
};
/// Calls `then` at once where nothing is unsaved; else when that was discarded or is saved, or never. Both
/// must outlive the question, which is the page's window's.
void askBeforeLeaving(SettingsPage& page, const Theme& theme, const LeaveQuestion& question,
                      const std::function<void()>& then);

} // namespace relevo::ui
