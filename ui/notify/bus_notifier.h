#pragma once

#include <ui/notify/notifier.h>

#include <QtCore/QHash>
#include <QtDBus/QDBusConnection>

namespace relevo::ui {

class NotificationService;

/// Notices through org.freedesktop.Notifications, with buttons and a way back; through `fallback` where
/// nobody answers to that name. Nothing waits for the bus.
class BusNotifier final : public Notifier
{
    Q_OBJECT
public:
    /// `fallback` must outlive the notifier.
    BusNotifier(const QDBusConnection& bus, Notifier& fallback, QObject* parent = nullptr);

    void show(const Notice& notice) override;
    void withdraw(const QString& key) override;

private:
    Notifier& m_fallback;
    NotificationService* m_service;
    QHash<QString, uint> m_shown; ///< key to the server's id
    QHash<uint, QString> m_tokens;
    bool m_bodyIsMarkup = true; ///< until the server says otherwise

    [[nodiscard]] QString keyOf(uint id) const;
};

} // namespace relevo::ui
