#pragma once

#include <ui/palette/palette_pages.h>
#include <ui/shell/preferences.h>
#include <ui/shell/system_services.h>

#include <base/clock.h>
#include <client/desk.h>

#include <QtCore/QPointer>
#include <QtCore/QTimer>

#include <functional>

namespace relevo::ui {

class ConnectionKeeper;
class LiveWindow;
class MainWindow;
class SettingsWindow;

/// The windows beside the desk's, made when they are first wanted and gone with who was signed in: the
/// settings, and Live for those who lead a team. What they wish goes to the desk.
class SideWindows final : public QObject
{
    Q_OBJECT
public:
    /// All must outlive it.
    struct Parts
    {
        client::Desk& desk;
        Theme& theme;
        Preferences& preferences;
        MainWindow& window;
        const Clock& clock;
        ConnectionKeeper& connection;
        SystemServices system;
    };

    explicit SideWindows(const Parts& parts, QObject* parent = nullptr);
    ~SideWindows() override;

    /// At the page of this name (settings_window.h), or at the last one.
    void openSettings(const QString& page = {});
    void openLive();
    /// Nobody is at the screen any more: what is shown once goes.
    void screenLocked();
    /// Calls `then` when nothing is unsaved here, at once or after the user was asked; not when they stay.
    void settle(const std::function<void()>& then);

Q_SIGNALS:
    /// The program is to begin anew; what is unsaved here is settled.
    void restartRequested();

private:
    Parts m_;
    QPointer<SettingsWindow> m_settings;
    QPointer<LiveWindow> m_live;
    QTimer m_prepare; ///< until the next of the settings' pages is made

    void addPalettePages();
    void prepare();
    [[nodiscard]] std::vector<PalettePage> settingPlaces();
    [[nodiscard]] SettingsWindow& settings();
    void connectStorage(SettingsWindow& settings);
    void deviceForgotten(const Result<void>& done);
    void closeAll();
};

} // namespace relevo::ui
