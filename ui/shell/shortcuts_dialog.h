#pragma once

#include <ui/theme/theme.h>

#include <QtWidgets/QDialog>

namespace relevo::ui {

/// All keys in one place.
class ShortcutsDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit ShortcutsDialog(const Theme& theme, QWidget* parent = nullptr);
};

} // namespace relevo::ui
