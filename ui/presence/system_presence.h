#pragma once

#include <base/timestamp.h>

#include <QtCore/QObject>

#include <optional>

namespace relevo::ui {

/// Whether somebody is at this computer, as far as the system tells.
class SystemPresence : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// How long nobody had touched keyboard or mouse when it was last looked; nothing where that is unknown.
    [[nodiscard]] virtual std::optional<milliseconds> idle() const = 0;
    /// Nobody can see the screen without a password.
    [[nodiscard]] virtual bool isLocked() const = 0;
    /// The computer is about to sleep, or sleeps.
    [[nodiscard]] virtual bool isAsleep() const = 0;
    /// Looks how long nobody has touched it; ends in changed(), at once or later.
    virtual void look() = 0;
    /// While isAsleep(): what had to be said before has been said, the computer need not wait any longer. It
    /// does not wait long anyway, and not at all where the system cannot be asked to.
    virtual void maySleep() {}

Q_SIGNALS:
    void changed();
};

/// Where the system tells nothing: somebody is always there.
class UnknownPresence final : public SystemPresence
{
    Q_OBJECT
public:
    using SystemPresence::SystemPresence;

    [[nodiscard]] std::optional<milliseconds> idle() const override { return {}; }
    [[nodiscard]] bool isLocked() const override { return false; }
    [[nodiscard]] bool isAsleep() const override { return false; }
    void look() override {}
};

} // namespace relevo::ui
