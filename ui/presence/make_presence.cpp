#include <ui/presence/make_presence.h>

#ifdef RELEVO_HAS_DBUS
#include <ui/presence/bus_presence.h>
#include <ui/presence/x11_idle.h>
#endif

namespace relevo::ui {

std::unique_ptr<SystemPresence> makePresence()
{
#ifdef RELEVO_HAS_DBUS
    return std::make_unique<BusPresence>(QDBusConnection::sessionBus(), QDBusConnection::systemBus(),
                                         x11Idle());
#else
    return std::make_unique<UnknownPresence>();
#endif
}

} // namespace relevo::ui
