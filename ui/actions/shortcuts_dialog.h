#pragma once

#include <ui/theme/theme.h>

#include <QtWidgets/QDialog>

namespace relevo::ui {

class Keymap;

/// All keys over the desk, for a look at them or to change them.
class ShortcutsDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `keymap` must outlive the dialog. enterSends: what Enter does while writing, as the agent has chosen.
    ShortcutsDialog(const Theme& theme, Keymap& keymap, bool enterSends, QWidget* parent = nullptr);
};

} // namespace relevo::ui
