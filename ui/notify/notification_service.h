#pragma once

#include <QtDBus/QDBusAbstractInterface>
#include <QtDBus/QDBusPendingReply>

namespace relevo::ui {

/// org.freedesktop.Notifications, as far as it is used here. The names of the signals are those on the bus.
class NotificationService final : public QDBusAbstractInterface
{
    Q_OBJECT
public:
    explicit NotificationService(const QDBusConnection& bus, QObject* parent = nullptr);

    /// What one Notify call says.
    struct Call
    {
        uint replaces = 0;
        QString summary;
        QString body;
        QStringList actions; ///< key, label, key, label …
        QVariantMap hints;
        bool staysForEver = false; ///< else as long as the service thinks right
    };

    [[nodiscard]] QDBusPendingReply<uint> notify(const Call& call);
    [[nodiscard]] QDBusPendingReply<QStringList> capabilities();
    void close(uint id);

Q_SIGNALS:
    void ActionInvoked(uint id, const QString& actionKey);
    void NotificationClosed(uint id, uint reason);
    void ActivationToken(uint id, const QString& token);
};

} // namespace relevo::ui
