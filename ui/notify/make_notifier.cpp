#include <ui/notify/make_notifier.h>

#ifdef RELEVO_HAS_DBUS
#include <ui/notify/bus_notifier.h>
#endif

namespace relevo::ui {

Notifier& makeNotifier(Notifier& fallback, [[maybe_unused]] QObject& parent)
{
#ifdef RELEVO_HAS_DBUS
    if (const QDBusConnection bus = QDBusConnection::sessionBus(); bus.isConnected())
        return *new BusNotifier(bus, fallback, &parent);
#endif
    return fallback;
}

} // namespace relevo::ui
