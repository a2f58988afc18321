#include <ui/settings/keyboard_page.h>

#include <QtWidgets/QPushButton>

namespace relevo::ui {

KeyboardPage::KeyboardPage(const Theme& theme)
    : SettingsPage(theme, tr("Keyboard"), tr("Everything in Relevo can be done without a mouse."))
{
    auto* show = new QPushButton(tr("Show and change…"));
    show->setObjectName(QStringLiteral("showShortcuts"));
    addSection(tr("Shortcuts"));
    addRow(tr("Keyboard shortcuts"), show, tr("All keys in one list, where each of them can be another."));
    connect(show, &QPushButton::clicked, this, &KeyboardPage::shortcutsRequested);
}

} // namespace relevo::ui
