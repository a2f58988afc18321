#include <ui/settings/keyboard_page.h>

#include <ui/actions/key_list.h>
#include <ui/shell/preferences.h>
#include <ui/theme/metrics.h>

#include <QtWidgets/QPushButton>

namespace relevo::ui {

KeyboardPage::KeyboardPage(const Theme& theme, Keymap& keymap, const Preferences& preferences)
    : SettingsPage(theme, tr("Keyboard"), tr("Everything in Relevo can be done without a mouse.")),
      m_preferences(preferences), m_keys(new KeyList(theme, keymap, preferences.writingHabits().enterSends))
{
    addSection(tr("Keyboard shortcuts"));
    add(m_keys);
    addSpace(2 * metrics::grid);
    add(atStart(&m_keys->resetAll()));
    // Once the words have their place.
    connect(
        m_keys, &KeyList::said, this,
        [this](QWidget* words) { ensureWidgetVisible(words, 0, metrics::grid); }, Qt::QueuedConnection);
}

void KeyboardPage::opened()
{
    m_keys->setEnterSends(m_preferences.writingHabits().enterSends);
}

} // namespace relevo::ui
