#pragma once

#include <base/error.h>

#include <memory>

namespace relevo::ui {

/// Whether the program starts with the user's session.
class Autostart
{
public:
    Autostart() = default;
    virtual ~Autostart() = default;
    Autostart(const Autostart&) = delete;
    Autostart& operator=(const Autostart&) = delete;

    /// Whether it can be set here at all.
    [[nodiscard]] virtual bool isThere() const = 0;
    [[nodiscard]] virtual bool isOn() const = 0;
    /// Fails with `unavailable` when it cannot be kept.
    [[nodiscard]] virtual Result<void> setOn(bool on) = 0;
};

/// By a file in the session's autostart folder, as freedesktop.org has it.
class XdgAutostart final : public Autostart
{
public:
    /// `folder` is made when missing; `command` is the program and its arguments.
    XdgAutostart(QString folder, QStringList command);

    [[nodiscard]] bool isThere() const override { return true; }
    [[nodiscard]] bool isOn() const override;
    [[nodiscard]] Result<void> setOn(bool on) override;

private:
    QString m_folder;
    QStringList m_command;

    [[nodiscard]] QString path() const;
};

/// Where there is no such thing, or none that is known here.
class NoAutostart final : public Autostart
{
public:
    [[nodiscard]] bool isThere() const override { return false; }
    [[nodiscard]] bool isOn() const override { return false; }
    [[nodiscard]] Result<void> setOn(bool on) override;
};

/// This platform's, for the program under this profile.
[[nodiscard]] std::unique_ptr<Autostart> makeAutostart(const QString& profile);

} // namespace relevo::ui
