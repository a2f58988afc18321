#pragma once

#include <ui/settings/settings_page.h>

namespace relevo::ui {

class KeyList;
class Keymap;
class Preferences;

/// All keys, and where each of them can be another.
class KeyboardPage final : public SettingsPage
{
    Q_OBJECT
public:
    /// Both must outlive the page.
    KeyboardPage(const Theme& theme, Keymap& keymap, const Preferences& preferences);

    void opened() override;

private:
    const Preferences& m_preferences;
    KeyList* m_keys;
};

} // namespace relevo::ui
