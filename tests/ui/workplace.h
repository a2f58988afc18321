#pragma once

#include "fake_player.h"

#include <ui/shell/autostart.h>
#include <ui/shell/certificate_guard.h>
#include <ui/shell/connection_keeper.h>
#include <ui/shell/desk_controller.h>
#include <ui/shell/main_window.h>
#include <ui/shell/side_windows.h>
#include <ui/shell/tray_icon.h>

#include <client/desk.h>

#include <QtCore/QTemporaryDir>

#include <memory>

namespace relevo {

/// A keychain that does what a test wants: answers at once, with a token or with an error.
class FakeSecrets final : public client::Secrets
{
public:
    Result<QString> token = failure(ErrorCode::Unavailable, QStringLiteral("there is no keychain"));

    void read(const QString& key, QObject* context, ReadDone done) override;
    void write(const QString& key, const QString& secret, QObject* context, Done done) override;
    void remove(const QString& key, QObject* context, Done done) override;
};

/// Writes down what would be shown.
class FakeNotifier final : public ui::Notifier
{
    Q_OBJECT
public:
    QList<ui::Notice> shown;
    QList<ui::Notice> heard; ///< and not shown
    QStringList withdrawn;

    void show(const ui::Notice& notice) override { (notice.heardOnly ? heard : shown).push_back(notice); }
    void withdraw(const QString& key) override { withdrawn.push_back(key); }
    [[nodiscard]] QStringList keys() const;
};

/// The whole desktop with its controller, for any relay: disk, threads and sockets are real, the keychain and
/// the notifications are not.
class Workplace : public QObject
{
    Q_OBJECT
public:
    /// What it keeps is in `folder`; without one in a folder that passes with it. Changes are shown at most
    /// once a `frame`.
    explicit Workplace(QObject* parent = nullptr, const QString& folder = {},
                       milliseconds frame = milliseconds(1));
    ~Workplace() override;

    /// As the program does when it starts; `relay` fills the sign-in form.
    void start(const QString& relay = {});
    /// Somebody has been signed in here before.
    void remember(const client::Profile& profile);

    [[nodiscard]] QString folder() const { return m_folder; }
    [[nodiscard]] const ui::Preferences& preferences() const { return m_preferences; }

private:
    QTemporaryDir m_passing;
    QString m_folder;
    QSettings m_settings;
    SystemClock m_clock;
    UuidV7Source m_ids;
    ui::Preferences m_preferences;
    ui::Theme m_theme;

public:
    FakeSecrets secrets;
    FakeNotifier notifier;
    client::Desk desk;
    ui::DeskModels models;
    ui::MainWindow window;
    ui::TrayIcon tray;
    ui::DeskController controller;
    ui::ConnectionKeeper connection;
    FakePlayer player;
    ui::NoAutostart autostart;
    ui::SideWindows sides;
    ui::CertificateGuard guard;
};

} // namespace relevo
