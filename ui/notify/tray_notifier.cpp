#include <ui/notify/tray_notifier.h>

namespace relevo::ui {

TrayNotifier::TrayNotifier(QSystemTrayIcon& tray, QObject* parent) : Notifier(parent), m_tray(tray)
{
    connect(&tray, &QSystemTrayIcon::messageClicked, this, [this] {
        if (!m_last.isEmpty())
            Q_EMIT opened(m_last, {});
    });
}

void TrayNotifier::show(const Notice& notice)
{
    if (notice.again)
        return; // a balloon is gone by itself after some seconds
    m_last = notice.key;
    m_tray.showMessage(notice.title, notice.body,
                       notice.urgent ? QSystemTrayIcon::Warning : QSystemTrayIcon::Information);
}

void TrayNotifier::withdraw(const QString& key)
{
    if (m_last == key)
        m_last.clear();
}

} // namespace relevo::ui
