#include <ui/theme/appearance_portal.h>

#include <QtDBus/QDBusPendingCallWatcher>
#include <QtDBus/QDBusPendingReply>

namespace relevo::ui {

namespace {

const QString group = QStringLiteral("org.freedesktop.appearance");
const QString key = QStringLiteral("color-scheme");

} // namespace

AppearancePortal::AppearancePortal(QObject* parent)
    : QDBusAbstractInterface(QStringLiteral("org.freedesktop.portal.Desktop"),
                             QStringLiteral("/org/freedesktop/portal/desktop"),
                             "org.freedesktop.portal.Settings", QDBusConnection::sessionBus(), parent)
{
    connect(this, &AppearancePortal::SettingChanged, this,
            [this](const QString& changedGroup, const QString& changedKey, const QDBusVariant& value) {
                if (changedGroup == group && changedKey == key)
                    tell(value.variant());
            });
}

void AppearancePortal::ask()
{
    auto* watcher = new QDBusPendingCallWatcher(asyncCall(QStringLiteral("Read"), group, key), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid())
            tell(reply.value().variant());
    });
}

void AppearancePortal::tell(const QVariant& value)
{
    // Read wraps the value once more than SettingChanged does.
    const QVariant inner = value.canConvert<QDBusVariant>() ? value.value<QDBusVariant>().variant() : value;
    bool isNumber = false;
    const uint preference = inner.toUInt(&isNumber);
    if (isNumber)
        Q_EMIT preferred(preference);
}

} // namespace relevo::ui
