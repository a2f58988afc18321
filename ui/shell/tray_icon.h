#pragma once

#include <ui/theme/theme.h>

#include <domain/agent.h>
#include <domain/ids.h>

#include <QtCore/QTimer>
#include <QtWidgets/QMenu>
#include <QtWidgets/QSystemTrayIcon>

#include <functional>
#include <optional>

namespace relevo::ui {

/// Somebody who waits, as the tray's menu shows them.
struct TrayPerson
{
    domain::HandoffId handoff;
    QString words;

    friend bool operator==(const TrayPerson&, const TrayPerson&) = default;
};

/// So many of those who wait are in the tray's menu.
inline constexpr int mostTrayPeople = 8;

/// The icon in the system's tray with the number of waiting handoffs and one's own availability on it, by
/// shape and colour, and its menu: who waits, the availability, do not disturb.
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
    /// Without a connection nobody can be reached: shown as away, whatever was chosen.
    void setConnected(bool connected);
    /// Asked for who waits, the most pressing first, whenever that may be another.
    void setPeople(std::function<QList<TrayPerson>()> people);
    /// Asked whether do not disturb is on, when the menu opens.
    void setQuiet(std::function<bool()> quiet);
    /// Nobody is signed in: only opening and quitting make sense.
    void setSignedIn(bool signedIn);
    [[nodiscard]] QSystemTrayIcon& icon() { return m_icon; }
    [[nodiscard]] QMenu& menu() { return m_menu; }

Q_SIGNALS:
    void openRequested();
    void waitingRequested();
    void availabilityChosen(relevo::domain::Availability availability);
    void handoffChosen(const relevo::domain::HandoffId& handoff);
    void quietChosen(bool quiet);
    void quitRequested();

private:
    const Theme& m_theme;
    QSystemTrayIcon m_icon;
    QMenu m_menu;
    QMenu* m_availability;
    QAction* m_waiting;
    QAction* m_beforeAvailability; ///< a line; those who wait stand before it
    QAction* m_quiet;
    QList<QAction*> m_personActions;
    QList<TrayPerson> m_shown;
    std::function<QList<TrayPerson>()> m_people;
    std::function<bool()> m_isQuiet;
    QList<QPixmap> m_plain;                      ///< without a number, for each size
    std::optional<QString> m_badge;              ///< what is on the icon now
    std::optional<domain::Availability> m_state; ///< nothing while nobody is signed in
    std::optional<domain::Availability> m_painted;
    domain::Availability m_own = domain::Availability::Away;
    bool m_signedIn = false;
    bool m_connected = true;
    QTimer m_soon;
    int m_count = 0;

    void showWaiting();
    void showPeople();
    void paint(const QString& badge);
    void follow();
};

/// The program's icon at one size with `count` on it, without a number when it is zero, and the availability,
/// if there is one.
[[nodiscard]] QPixmap trayPixmap(int size, int count, std::optional<domain::Availability> state = {});

} // namespace relevo::ui
