#pragma once

#include <ui/notify/notifier.h>

#include <QtCore/QHash>
#include <QtCore/QMap>
#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusServiceWatcher>

class QDBusPendingCallWatcher;

namespace relevo::ui {

class NotificationService;

/// Notices through org.freedesktop.Notifications, with buttons and a way back; through `fallback` where
/// nobody answers to that name. What still holds is shown again when a service comes (back), and an urgent
/// one when the service has let it run out. Nothing waits for the bus.
class BusNotifier final : public Notifier
{
    Q_OBJECT
public:
    /// `fallback` must outlive the notifier.
    BusNotifier(const QDBusConnection& bus, Notifier& fallback, QObject* parent = nullptr);

    void show(const Notice& notice) override;
    void withdraw(const QString& key) override;

private:
    /// What holds, in the order of telling.
    struct Standing
    {
        Notice notice;
        quint64 order = 0;
        int shownAgain = 0; ///< after it had run out
    };

    Notifier& m_fallback;
    NotificationService* m_service;
    QDBusServiceWatcher m_watch;
    QHash<QString, Standing> m_standing; ///< by key; until withdrawn, put away or run out
    QHash<QString, uint> m_shown;        ///< key to the server's id
    QHash<QString, uint> m_ranOut;       ///< with names and texts; a service may keep them in a list
    QHash<QString, QDBusPendingCallWatcher*> m_awaited; ///< the last one about a key, until its id is known
    QHash<uint, QString> m_tokens;
    quint64 m_order = 0;
    bool m_bodyIsMarkup = true; ///< until the server says otherwise
    bool m_hasButtons = true;   ///< likewise

    void send(const Notice& notice);
    void answered(QDBusPendingCallWatcher* watcher, const Notice& notice);
    void closed(uint id, uint reason);
    /// Takes it out of the list of past ones that a service may show, even on a locked screen.
    void closeRanOut(const QString& key);
    void pressed(uint id, const QString& button);
    void askWhatItCan();
    void serviceCame();
    [[nodiscard]] QStringList buttonsOf(const Notice& notice) const;
    [[nodiscard]] QString keyOf(uint id) const;
};

} // namespace relevo::ui
