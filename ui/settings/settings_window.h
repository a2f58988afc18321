#pragma once

#include <ui/settings/storage_page.h>
#include <ui/shell/preferences.h>
#include <ui/shell/system_services.h>

#include <client/live_view.h>
#include <client/relay_api.h>

#include <QtWidgets/QDialog>

#include <functional>

class QListWidget;
class QStackedWidget;

namespace relevo::ui {

class ConnectionKeeper;
class HandoffPage;

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
        SystemServices system;
    };

    explicit SettingsWindow(const Parts& parts, QWidget* parent = nullptr);

    [[nodiscard]] StoragePage& storage() { return *m_storage; }
    /// The page of this name ("account", "appearance", "notifications", "connection", "storage",
    /// "canned", "templates", "handoff"),
    /// or the one last looked at; in front.
    void openAt(const QString& page = {});
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
        SettingsPage* page = nullptr;
    };

    Parts m_;
    QListWidget* m_list;
    QStackedWidget* m_pages;
    QList<Entry> m_entries;
    StoragePage* m_storage;
    HandoffPage* m_handoff;

    void addPage(const QString& name, const QString& icon, SettingsPage* page);
    void pageChosen(int row);
    void updateRole();
    void fitList();
};

} // namespace relevo::ui
