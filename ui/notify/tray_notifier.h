#pragma once

#include <ui/notify/notifier.h>

#include <QtCore/QElapsedTimer>
#include <QtWidgets/QSystemTrayIcon>

namespace relevo::ui {

/// Notices as balloons of the tray icon: where there is no notification service. The tray shows one at a time
/// and cannot take one back.
class TrayNotifier final : public Notifier
{
    Q_OBJECT
public:
    /// `tray` must outlive the notifier.
    explicit TrayNotifier(QSystemTrayIcon& tray, QObject* parent = nullptr);

    void show(const Notice& notice) override;
    void withdraw(const QString& key) override;

private:
    QSystemTrayIcon& m_tray;
    QString m_last;
    QElapsedTimer m_shownFor; ///< the last one
};

} // namespace relevo::ui
