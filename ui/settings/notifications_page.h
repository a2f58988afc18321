#pragma once

#include <ui/settings/settings_page.h>
#include <ui/shell/preferences.h>

class QTimeEdit;

namespace relevo::ui {

/// What the agent is notified of outside the window, and when not.
class NotificationsPage final : public SettingsPage
{
    Q_OBJECT
public:
    /// `preferences` must outlive the page.
    NotificationsPage(const Theme& theme, Preferences& preferences);

private:
    Preferences& m_preferences;
    QList<std::pair<NoticeKind, QCheckBox*>> m_kinds;
    QCheckBox* m_content = nullptr;
    QCheckBox* m_quiet = nullptr;
    QCheckBox* m_hours = nullptr;
    QCheckBox* m_offers = nullptr;
    QCheckBox* m_urgent = nullptr;
    QTimeEdit* m_from;
    QTimeEdit* m_to;

    void addKind(NoticeKind kind, const char* objectName, const QString& words, const QString& hint = {});
    void showRules(const NoticeRules& rules);
    void save();
    void updateHours();
};

} // namespace relevo::ui
