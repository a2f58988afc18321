#include <ui/notify/notification_service.h>

namespace relevo::ui {

NotificationService::NotificationService(const QDBusConnection& bus, QObject* parent)
    : QDBusAbstractInterface(QStringLiteral("org.freedesktop.Notifications"),
                             QStringLiteral("/org/freedesktop/Notifications"),
                             "org.freedesktop.Notifications", bus, parent)
{
}

QDBusPendingReply<uint> NotificationService::notify(const Call& call)
{
    constexpr int serverDecides = -1;
    constexpr int never = 0;
    return asyncCall(QStringLiteral("Notify"), QStringLiteral("Relevo"), call.replaces,
                     QStringLiteral("relevo"), call.summary, call.body, call.actions, call.hints,
                     call.staysForEver ? never : serverDecides);
}

QDBusPendingReply<QStringList> NotificationService::capabilities()
{
    return asyncCall(QStringLiteral("GetCapabilities"));
}

void NotificationService::close(uint id)
{
    asyncCall(QStringLiteral("CloseNotification"), id);
}

} // namespace relevo::ui
