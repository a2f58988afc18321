#pragma once

#include <ui/theme/theme.h>

#include <QtCore/QSettings>

namespace relevo::ui {

/// What the desktop remembers of how it was left, by profile. One place knows the names and the defaults.
class Preferences
{
public:
    /// `settings` must outlive this.
    explicit Preferences(QSettings& settings) : m_settings(settings) {}

    [[nodiscard]] SchemeChoice scheme() const;
    void setScheme(SchemeChoice choice);
    [[nodiscard]] bool detailsShown() const; ///< the right column; shown by default
    void setDetailsShown(bool shown);
    [[nodiscard]] QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray& geometry);
    [[nodiscard]] QByteArray columns() const;
    void setColumns(const QByteArray& state);
    [[nodiscard]] QByteArray lists() const;
    void setLists(const QByteArray& state);
    /// Whether the user was told that the program goes on in the tray.
    [[nodiscard]] bool trayExplained() const;
    void setTrayExplained();

private:
    QSettings& m_settings;
};

} // namespace relevo::ui
