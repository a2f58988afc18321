#include <ui/theme/system_scheme.h>

#ifdef RELEVO_HAS_DBUS
#include <ui/theme/appearance_portal.h>
#endif

#include <QtGui/QGuiApplication>
#include <QtGui/QPalette>

namespace relevo::ui {

SystemScheme::SystemScheme(QObject* parent) : QObject(parent)
{
    const QPalette platform = QGuiApplication::palette();
    m_dark =
        platform.color(QPalette::Window).lightnessF() < platform.color(QPalette::WindowText).lightnessF();
    askPortal();
}

void SystemScheme::askPortal()
{
#ifdef RELEVO_HAS_DBUS
    if (!QDBusConnection::sessionBus().isConnected())
        return;
    auto* portal = new AppearancePortal(this);
    connect(portal, &AppearancePortal::preferred, this, [this, byPalette = m_dark](uint preference) {
        setDark(preference == AppearancePortal::NoPreference ? byPalette
                                                             : preference == AppearancePortal::Dark);
    });
    portal->ask();
#endif
}

void SystemScheme::setDark(bool dark)
{
    if (m_dark == dark)
        return;
    m_dark = dark;
    Q_EMIT changed();
}

} // namespace relevo::ui
