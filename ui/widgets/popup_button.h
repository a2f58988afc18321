#pragma once

#include <ui/theme/style.h>

#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>

namespace relevo::ui {

/// A button that opens a menu under itself without stopping everything else, as QPushButton::setMenu would.
class PopupButton : public QPushButton
{
    Q_OBJECT
public:
    explicit PopupButton(QWidget* parent = nullptr);

    [[nodiscard]] QMenu& popup() { return m_menu; }
    void open();

private:
    QMenu m_menu;
};

} // namespace relevo::ui
