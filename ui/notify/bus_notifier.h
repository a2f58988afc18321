#pragma once

#include <ui/notify/notifier.h>

#include <QtCore/QHash>
#include <QtDBus/QDBusConnection>

class QDBusPendingCallWatcher;

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
    QHash<QString, uint> m_shown;                       ///< key to the server's id
    QHash<QString, QDBusPendingCallWatcher*> m_awaited; ///< the last one about a key, until its id is known
    QHash<uint, QString> m_tokens;
    bool m_bodyIsMarkup = true; ///< until the server says otherwise

    void answered(QDBusPendingCallWatcher* watcher, const Notice& notice);
    [[nodiscard]] QString keyOf(uint id) const;
};

} // namespace relevo::ui
