#pragma once

#include <ui/settings/settings_page.h>

namespace relevo::ui {

/// The way from the settings to the keys, which are changed where all of them stand.
class KeyboardPage final : public SettingsPage
{
    Q_OBJECT
public:
    explicit KeyboardPage(const Theme& theme);

Q_SIGNALS:
    void shortcutsRequested();
};

} // namespace relevo::ui
