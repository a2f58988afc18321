#pragma once

#include <QtDBus/QDBusAbstractInterface>
#include <QtDBus/QDBusVariant>

namespace relevo::ui {

/// org.freedesktop.portal.Settings, as far as the colour scheme needs it. The names of the signals are those
/// on the bus.
class AppearancePortal final : public QDBusAbstractInterface
{
    Q_OBJECT
public:
    /// What the portal says of the colour scheme.
    enum Preference : uint { NoPreference = 0, Dark = 1, Light = 2 };

    explicit AppearancePortal(QObject* parent = nullptr);

    /// Asks without waiting; ends in `preferred`, or in nothing where there is no portal.
    void ask();

Q_SIGNALS:
    void preferred(uint preference);
    void SettingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void tell(const QVariant& value);
};

} // namespace relevo::ui
