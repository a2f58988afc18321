#pragma once

#include <ui/theme/theme.h>

#include <domain/agent.h>

#include <QtCore/QTimer>
#include <QtWidgets/QMenu>
#include <QtWidgets/QSystemTrayIcon>

#include <optional>

namespace relevo::ui {

/// The icon in the system's tray with the number of waiting handoffs on it, and its menu.
class TrayIcon final : public QObject
{
    Q_OBJECT
public:
    explicit TrayIcon(const Theme& theme, QObject* parent = nullptr);

    /// Shows it as soon as there is a tray, which may start later than the program.
    void show();
    /// True while closing the window may leave the program in the tray.
    [[nodiscard]] bool isThere() const;
    /// Shown when the event loop is next idle: many changes at once make one picture.
    void setWaiting(int count);
    void setAvailability(domain::Availability availability);
    /// Nobody is signed in: only opening and quitting make sense.
    void setSignedIn(bool signedIn);
    [[nodiscard]] QSystemTrayIcon& icon() { return m_icon; }
    [[nodiscard]] QMenu& menu() { return m_menu; }

Q_SIGNALS:
    void openRequested();
    void waitingRequested();
    void availabilityChosen(relevo::domain::Availability availability);
    void quitRequested();

private:
    const Theme& m_theme;
    QSystemTrayIcon m_icon;
    QMenu m_menu;
    QMenu* m_availability;
    QAction* m_waiting;
    QList<QPixmap> m_plain;         ///< without a number, for each size
    std::optional<QString> m_badge; ///< what is on the icon now
    QTimer m_soon;
    int m_count = 0;

    void showWaiting();
};

/// The program's icon at one size with `count` on it; without a number when it is zero.
[[nodiscard]] QPixmap trayPixmap(int size, int count);

} // namespace relevo::ui
