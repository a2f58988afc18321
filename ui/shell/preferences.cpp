#include <ui/shell/preferences.h>

namespace relevo::ui {

namespace {

const QString schemeKey = QStringLiteral("window/scheme");
const QString detailsKey = QStringLiteral("window/details");
const QString geometryKey = QStringLiteral("window/geometry");
const QString columnsKey = QStringLiteral("window/columns");
const QString listsKey = QStringLiteral("window/lists");
const QString trayKey = QStringLiteral("window/trayExplained");

} // namespace

SchemeChoice Preferences::scheme() const
{
    const QString name = m_settings.value(schemeKey).toString();
    return name == QLatin1String("light")  ? SchemeChoice::Light
           : name == QLatin1String("dark") ? SchemeChoice::Dark
                                           : SchemeChoice::FollowSystem;
}

void Preferences::setScheme(SchemeChoice choice)
{
    m_settings.setValue(schemeKey, choice == SchemeChoice::Light  ? QStringLiteral("light")
                                   : choice == SchemeChoice::Dark ? QStringLiteral("dark")
                                                                  : QStringLiteral("system"));
}

bool Preferences::detailsShown() const
{
    return m_settings.value(detailsKey, true).toBool();
}

void Preferences::setDetailsShown(bool shown)
{
    m_settings.setValue(detailsKey, shown);
}

QByteArray Preferences::windowGeometry() const
{
    return m_settings.value(geometryKey).toByteArray();
}

void Preferences::setWindowGeometry(const QByteArray& geometry)
{
    m_settings.setValue(geometryKey, geometry);
}

QByteArray Preferences::columns() const
{
    return m_settings.value(columnsKey).toByteArray();
}

void Preferences::setColumns(const QByteArray& state)
{
    m_settings.setValue(columnsKey, state);
}

QByteArray Preferences::lists() const
{
    return m_settings.value(listsKey).toByteArray();
}

void Preferences::setLists(const QByteArray& state)
{
    m_settings.setValue(listsKey, state);
}

bool Preferences::trayExplained() const
{
    return m_settings.value(trayKey, false).toBool();
}

void Preferences::setTrayExplained()
{
    m_settings.setValue(trayKey, true);
}

} // namespace relevo::ui
