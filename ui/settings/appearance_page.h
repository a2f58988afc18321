#pragma once

#include <ui/settings/settings_page.h>
#include <ui/shell/preferences.h>

class QComboBox;

namespace relevo::ui {

/// Colours, text size, motion and language.
class AppearancePage final : public SettingsPage
{
    Q_OBJECT
public:
    /// Both must outlive the page.
    AppearancePage(Theme& theme, Preferences& preferences);

    void opened() override;

Q_SIGNALS:
    /// The program is to begin anew, in the language that was chosen.
    void restartRequested();

private:
    Theme& m_theme;
    Preferences& m_preferences;
    QComboBox* m_scheme;
    QComboBox* m_size;
    QComboBox* m_language;
    QComboBox* m_enter;
    QComboBox* m_undo;
    QCheckBox* m_motion = nullptr;
    QCheckBox* m_spelling = nullptr; ///< where there are dictionaries
    QWidget* m_restart;
    QString m_languageAtStart;

    [[nodiscard]] QWidget* makeRestart();
    void chooseScheme();
    void chooseSize();
    void chooseLanguage();
    void chooseHabits();
};

} // namespace relevo::ui
