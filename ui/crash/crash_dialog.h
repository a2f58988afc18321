#pragma once

#include <ui/actions/action_dialog.h>
#include <ui/crash/crash_reports.h>

namespace relevo::ui {

/// Says that the program has died and shows what is known of it: to be copied, saved or deleted. Nothing is
/// sent.
class CrashDialog final : public ActionDialog
{
    Q_OBJECT
public:
    CrashDialog(const Theme& theme, CrashReport report, QWidget* parent = nullptr);

    /// Copies it and closes.
    void confirm() override;

private:
    CrashReport m_report;

    void save();
    void remove();
};

} // namespace relevo::ui
