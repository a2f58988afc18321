#pragma once

#include <ui/theme/style.h>

#include <QtCore/QPointer>
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
    /// Where there is no room below, the menu stands above `widget`, so that it can be seen beside the menu.
    void keepInSight(const QWidget& widget) { m_kept = &widget; }
    /// Says by a sign at its end that a menu opens.
    void setSign(const QIcon& sign);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QIcon m_sign;
    QMenu m_menu;
    QPointer<const QWidget> m_kept;
};

} // namespace relevo::ui
