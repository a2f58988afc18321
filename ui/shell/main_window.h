#pragma once

#include <ui/actions/actions.h>
#include <ui/palette/palette_pages.h>
#include <ui/shell/desk_models.h>
#include <ui/shell/preferences.h>
#include <ui/theme/theme.h>

#include <models/palette_model.h>

#include <QtWidgets/QMainWindow>

#include <functional>

class QMenu;
class QStackedWidget;

namespace relevo::ui {

class ActionRunner;
class CommandPalette;
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

    [[nodiscard]] const Theme& theme() const { return m_theme; }
    [[nodiscard]] DeskPage& desk() { return *m_desk; }
    [[nodiscard]] LoginPage& login() { return *m_login; }
    [[nodiscard]] Actions& actions() { return m_actions; }
    [[nodiscard]] Keymap& keymap() { return m_keymap; }
    /// Tells what is wished of conversations.
    [[nodiscard]] ActionRunner& runner() { return *m_runner; }
    [[nodiscard]] CommandPalette& palette() { return *m_palette; }
    /// What the palette leads to beside actions, people and conversations.
    [[nodiscard]] PalettePages& palettePages() { return m_palettePages; }

    void showLogin();
    void showDesk();
    [[nodiscard]] bool isDeskShown() const;
    /// Somebody can read what it shows: it is in front, not put away, and the screen is not locked.
    [[nodiscard]] bool isLookedAt() const;
    /// Asked whether the screen can be seen at all; until then it can.
    void setScreenSeen(std::function<bool()> seen);
    /// In front of everything; `token` is the desktop's permission for it, may be empty.
    void bringToFront(const QString& token = {});
    /// "Do not disturb", on or off.
    void setQuiet(bool quiet);
    /// Asked when the window is closed: true to go on in the tray.
    void setStaysInTray(std::function<bool()> staysInTray);

Q_SIGNALS:
    void quitRequested();
    void signOutRequested();
    /// Who opens the settings listens; while nobody does there are none.
    void settingsRequested();
    /// The window that shows how the team stands, for those who lead it.
    void liveRequested();
    /// Who finds things in a conversation listens; while nobody does it is not offered.
    void findInConversation();
    /// "Do not disturb" was switched on or off.
    void quietChanged(bool quiet);
    /// Closed into the tray.
    void wentToTray();
    /// The window came to the front, or left it.
    void activeChanged(bool active);

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void connectNotify(const QMetaMethod& signal) override;

private:
    Theme& m_theme;
    DeskModels& m_models;
    Preferences& m_preferences;
    Keymap m_keymap;
    Actions m_actions;
    PalettePages m_palettePages;
    QStackedWidget* m_pages;
    LoginPage* m_login;
    DeskPage* m_desk;
    ActionRunner* m_runner;
    CommandPalette* m_palette;
    std::function<bool()> m_staysInTray;
    std::function<bool()> m_screenSeen;

    void run(ActionId id);
    void fillMenu();
    void setScheme(SchemeChoice choice);
    void openPalette();
    void showShortcuts();
    [[nodiscard]] QString detailOf(ActionId id) const;
    [[nodiscard]] std::vector<models::PaletteItem> paletteItems() const;
    void choose(const models::PaletteItem& item);
    /// What can be done depends on who is there to do it.
    void refreshActions();
    void updateTitle();
};

} // namespace relevo::ui
