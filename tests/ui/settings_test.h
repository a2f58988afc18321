#pragma once

#include "fake_player.h"
#include "http_double.h"

#include <ui/actions/keymap.h>
#include <ui/settings/settings_window.h>
#include <ui/shell/autostart.h>
#include <ui/shell/connection_keeper.h>

#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

namespace relevo::ui {

/// The settings' window of somebody who is signed in, with a relay that answers what a test says and
/// preferences in a folder of their own: what its tests begin with.
class SettingsTest : public QObject
{
protected:
    void begin()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file =
            std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("desk.ini")), QSettings::IniFormat);
        m_preferences = std::make_unique<Preferences>(*m_file);
        m_keymap = std::make_unique<Keymap>(*m_preferences);
        m_theme = std::make_unique<Theme>();
        m_server = std::make_unique<HttpDouble>();
        m_api = std::make_unique<client::RelayApi>();
        m_api->use(m_server->url(), QStringLiteral("secret"));
        m_live = std::make_unique<client::LiveView>();
        m_connection = std::make_unique<ConnectionKeeper>(*m_preferences, m_secrets);
    }
    /// After what the relay answers and who is signed in are settled.
    void makeWindow()
    {
        m_window = std::make_unique<SettingsWindow>(SettingsWindow::Parts{
            *m_theme, *m_preferences, *m_live, *m_api, *m_connection, *m_keymap, {m_player, m_autostart}});
        while (m_window->makeNextPage()) {
        }
    }
    void end()
    {
        m_window.reset();
        m_api.reset();
        m_theme.reset();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_file;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<Keymap> m_keymap;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<HttpDouble> m_server;
    std::unique_ptr<client::RelayApi> m_api;
    std::unique_ptr<client::LiveView> m_live;
    client::SessionSecrets m_secrets;
    FakePlayer m_player;
    NoAutostart m_autostart;
    std::unique_ptr<ConnectionKeeper> m_connection;
    std::unique_ptr<SettingsWindow> m_window;

    template <typename Widget>
    Widget* find(const char* name)
    {
        auto* found = m_window->findChild<Widget*>(QString::fromLatin1(name));
        if (!found)
            qFatal("no widget is named %s", name);
        return found;
    }
};

} // namespace relevo::ui
