#pragma once

#include <ui/settings/settings_page.h>
#include <ui/shell/preferences.h>
#include <ui/shell/system_services.h>

#include <initializer_list>

class QComboBox;
class QPushButton;
class QSlider;
class QTimeEdit;

namespace relevo::ui {

/// What the agent is notified of outside the window, how it sounds, and when not; and what the desk does
/// while nobody looks: being away, starting with the session.
class NotificationsPage final : public SettingsPage
{
    Q_OBJECT
public:
    /// `preferences` must outlive the page.
    NotificationsPage(const Theme& theme, Preferences& preferences, const SystemServices& system);

    void opened() override;

private:
    Preferences& m_preferences;
    SystemServices m_system;
    QList<std::pair<NoticeKind, QCheckBox*>> m_kinds;
    QList<std::pair<NoticeKind, QComboBox*>> m_sounds;
    QSlider* m_volume;
    QCheckBox* m_repeat = nullptr;
    QPushButton* m_test;
    Text* m_noSound;
    QComboBox* m_idle;
    QComboBox* m_remind;
    QCheckBox* m_autostart = nullptr;
    Text* m_autostartTrouble;
    QCheckBox* m_content = nullptr;
    QCheckBox* m_locked = nullptr;
    QCheckBox* m_quiet = nullptr;
    QCheckBox* m_hours = nullptr;
    QCheckBox* m_offers = nullptr;
    QCheckBox* m_urgent = nullptr;
    QTimeEdit* m_from;
    QTimeEdit* m_to;

    void addKind(NoticeKind kind, const char* objectName, const QString& words, const QString& hint = {});
    void addKinds();
    static void fillMinutes(QComboBox& combo, std::initializer_list<int> choices, int kept);
    void addPrivacy();
    void addSounds();
    void addQuiet();
    void addPresence();
    void showRules(const NoticeRules& rules);
    void showSounds(const SoundRules& rules);
    void saveSounds();
    void setAutostart(bool on);
    void saveRules();
    void updateHours();
};

} // namespace relevo::ui
