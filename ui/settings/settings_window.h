#pragma once

#include <ui/settings/storage_page.h>
#include <ui/shell/preferences.h>
#include <ui/shell/system_services.h>

#include <client/link_state.h>
#include <client/live_view.h>
#include <client/relay_api.h>

#include <QtWidgets/QDialog>

#include <functional>
#include <optional>

class QListWidget;
class QStackedWidget;

namespace relevo::ui {

class ConnectionKeeper;
class Keymap;

/// All settings in one window beside the desk's: pages at the side, the chosen one next to them. Nothing else
/// stops for it.
class SettingsWindow final : public QDialog
{
    Q_OBJECT
public:
    /// All must outlive the window.
    struct Parts
    {
        Theme& theme;
        Preferences& preferences;
        const client::LiveView& live;
        client::RelayApi& api;
        ConnectionKeeper& connection;
        Keymap& keymap;
        SystemServices system;
    };

    /// Where one setting is.
    struct Place
    {
        QString page;  ///< its name
        QString title; ///< the page's
        QString icon;
        SettingPlace setting;
    };

    /// Its pages are made when they are wanted, or one by one by makeNextPage.
    explicit SettingsWindow(const Parts& parts, QWidget* parent = nullptr);

    /// Makes one of the pages that are not there yet; false when all are. So that nobody waits for them all.
    bool makeNextPage();

    [[nodiscard]] StoragePage& storage() { return *m_storage; }
    /// Whether only admins have the page of this name.
    [[nodiscard]] static bool isForAdmins(const QString& page);
    /// The page of this name ("account", "appearance", "notifications", "connection", "storage",
    /// "keyboard", "canned", "templates", "handoff", "people", "teams", "keys",
    /// "bots", "answers"),
    /// or the one last looked at; in front.
    void openAt(const QString& page = {});
    /// The same, with one of its settings in view and the keyboard on it.
    void openAt(const QString& page, const SettingPlace& setting);
    void setLink(const client::LinkInfo& link);
    /// What is shown may have been changed elsewhere.
    void lookAgain();
    /// What is to be seen once is not to be seen any more: nobody is at the screen.
    void putSecretsAway();
    /// All settings whose page this agent has.
    [[nodiscard]] QList<Place> places();
    /// Something is changed and not saved.
    [[nodiscard]] bool hasUnsaved() const;
    /// Asks what is to become of it, then calls `then` unless the answer is to stay. Something must be.
    void settleUnsaved(std::function<void()> then);
    void reject() override;

Q_SIGNALS:
    void signOutRequested();
    /// The program is to begin anew.
    void restartRequested();

protected:
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Entry
    {
        QString name;
        QString icon;
        std::function<SettingsPage*()> make;
        SettingsPage* page = nullptr; ///< once it is wanted
    };

    Parts m_;
    QListWidget* m_list;
    QStackedWidget* m_pages;
    QList<Entry> m_entries;
    StoragePage* m_storage;
    std::optional<bool> m_online; ///< as it was told last
    int m_shown = 0;              ///< row of the page that is seen

    void addPages();
    void addPage(const QString& name, const QString& icon, const QString& title,
                 std::function<SettingsPage*()> make);
    [[nodiscard]] SettingsPage& page(int row);
    void pageChosen(int row);
    void updateRole();
    void fitList();
};

} // namespace relevo::ui
