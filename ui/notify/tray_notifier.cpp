#include <ui/notify/tray_notifier.h>

namespace relevo::ui {

namespace {

/// So long QSystemTrayIcon leaves a balloon unless it is asked for something else.
constexpr qint64 balloonLasts = 10'000; // milliseconds

} // namespace

TrayNotifier::TrayNotifier(Balloon balloon, QObject* parent) : Notifier(parent), m_balloon(std::move(balloon))
{
}

TrayNotifier::TrayNotifier(QSystemTrayIcon& tray, QObject* parent)
    : TrayNotifier(
          [&tray](const QString& title, const QString& body, bool urgent) {
              tray.showMessage(title, body, urgent ? QSystemTrayIcon::Warning : QSystemTrayIcon::Information);
          },
          parent)
{
    connect(&tray, &QSystemTrayIcon::messageClicked, this, &TrayNotifier::clicked);
}

void TrayNotifier::clicked()
{
    if (!m_last.isEmpty())
        Q_EMIT opened(m_last, {});
}

void TrayNotifier::show(const Notice& notice)
{
    // A balloon cannot be taken back, but another takes its place: one without names where others may look.
    const bool stillThere =
        m_last == notice.key && m_shownFor.isValid() && !m_shownFor.hasExpired(balloonLasts);
    if (notice.again && !(notice.bare && stillThere))
        return;
    m_last = notice.key;
    m_shownFor.start();
    m_balloon(notice.title, notice.body, notice.urgent);
}

void TrayNotifier::withdraw(const QString& key)
{
    if (m_last == key)
        m_last.clear();
}

} // namespace relevo::ui
