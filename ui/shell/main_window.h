#pragma once

#include <ui/shell/desk_models.h>
#include <ui/shell/preferences.h>
#include <ui/shell/shortcuts.h>
#include <ui/theme/theme.h>

#include <client/wish.h>

#include <QtWidgets/QMainWindow>

#include <functional>

class QMenu;
class QStackedWidget;

namespace relevo::ui {

class DeskPage;
class LoginPage;

/// The one window: the sign-in page or the desk, the keyboard, the program's menu, and how closing is meant.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    /// All must outlive the window.
    MainWindow(Theme& theme, DeskModels& models, Preferences& preferences, QWidget* parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] DeskPage& desk() { return *m_desk; }
    [[nodiscard]] LoginPage& login() { return *m_login; }

    void showLogin();
    void showDesk();
    [[nodiscard]] bool isDeskShown() const;
    /// In front of everything; `token` is the desktop's permission for it, may be empty.
    void bringToFront(const QString& token = {});
    /// Asked when the window is closed: true to go on in the tray.
    void setStaysInTray(std::function<bool()> staysInTray);

Q_SIGNALS:
    void quitRequested();
    void signOutRequested();
    /// The window of the settings; or the one that shows how the team stands, for those who lead it.
    void settingsRequested();
    void liveRequested();
    void resolveRequested(const relevo::domain::HandoffId& handoff,
                          const relevo::client::Resolution& resolution);
    /// Closed into the tray.
    void wentToTray();
    /// The window came to the front, or left it.
    void activeChanged(bool active);

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    Theme& m_theme;
    DeskModels& m_models;
    Preferences& m_preferences;
    QStackedWidget* m_pages;
    LoginPage* m_login;
    DeskPage* m_desk;
    std::function<bool()> m_staysInTray;

    void makeShortcuts();
    void carryOut(Command command);
    void fillMenu();
    void addLiveTo(QMenu& menu);
    void askHowResolved(const domain::HandoffId& handoff);
    void showShortcuts();
    void updateTitle();
};

} // namespace relevo::ui
