#pragma once

#include <ui/notify/notifier.h>

#include <QtCore/QElapsedTimer>
#include <QtWidgets/QSystemTrayIcon>

#include <functional>

namespace relevo::ui {

/// Notices as balloons of the tray icon: where there is no notification service. The tray shows one at a time
/// and cannot take one back.
class TrayNotifier final : public Notifier
{
    Q_OBJECT
public:
    using Balloon = std::function<void(const QString& title, const QString& body, bool urgent)>;

    /// `tray` must outlive the notifier.
    explicit TrayNotifier(QSystemTrayIcon& tray, QObject* parent = nullptr);
    /// Balloons that something else shows; it calls clicked().
    explicit TrayNotifier(Balloon balloon, QObject* parent = nullptr);

    void show(const Notice& notice) override;
    void withdraw(const QString& key) override;
    /// The balloon was.
    void clicked();

private:
    Balloon m_balloon;
    QString m_last;
    QElapsedTimer m_shownFor; ///< the last one
};

} // namespace relevo::ui
