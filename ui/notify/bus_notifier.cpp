#include <ui/notify/bus_notifier.h>

#include <ui/notify/notification_service.h>

#include <base/log.h>

#include <QtDBus/QDBusPendingCallWatcher>

namespace relevo::ui {

BusNotifier::BusNotifier(const QDBusConnection& bus, Notifier& fallback, QObject* parent)
    : Notifier(parent), m_fallback(fallback), m_service(new NotificationService(bus, this))
{
    connect(&fallback, &Notifier::opened, this, &Notifier::opened);
    connect(m_service, &NotificationService::ActivationToken, this,
            [this](uint id, const QString& token) { m_tokens.insert(id, token); });
    connect(m_service, &NotificationService::ActionInvoked, this, [this](uint id, const QString&) {
        // "default" is a click on the notice, "open" its button: the same wish.
        if (const QString key = keyOf(id); !key.isEmpty())
            Q_EMIT opened(key, m_tokens.take(id));
    });
    connect(m_service, &NotificationService::NotificationClosed, this, [this](uint id, uint) {
        m_shown.remove(keyOf(id));
        m_tokens.remove(id);
    });
    auto* watcher = new QDBusPendingCallWatcher(m_service->capabilities(), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QStringList> reply = *watcher;
        if (reply.isValid())
            m_bodyIsMarkup = reply.value().contains(QStringLiteral("body-markup"));
    });
}

void BusNotifier::show(const Notice& notice)
{
    constexpr uchar normalUrgency = 1;
    constexpr uchar criticalUrgency = 2;
    NotificationService::Call call;
    call.replaces = m_shown.value(notice.key, 0);
    call.summary = notice.title;
    call.body = m_bodyIsMarkup ? notice.body.toHtmlEscaped() : notice.body;
    call.actions = {QStringLiteral("default"), tr("Open"), QStringLiteral("open"), tr("Open")};
    call.hints = {
        {QStringLiteral("urgency"), QVariant::fromValue(notice.urgent ? criticalUrgency : normalUrgency)},
        {QStringLiteral("category"), QStringLiteral("im.received")},
        {QStringLiteral("desktop-entry"), QStringLiteral("relevo")}};
    auto* watcher = new QDBusPendingCallWatcher(m_service->notify(call), this);
    m_awaited.insert(notice.key, watcher);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, watcher, notice] { answered(watcher, notice); });
}

void BusNotifier::answered(QDBusPendingCallWatcher* watcher, const Notice& notice)
{
    watcher->deleteLater();
    const QDBusPendingReply<uint> reply = *watcher;
    const bool wanted = m_awaited.value(notice.key) == watcher;
    if (wanted)
        m_awaited.remove(notice.key);
    if (reply.isValid()) {
        // Withdrawn while its number was not known yet, or a later one about the same has another number.
        if (wanted)
            m_shown.insert(notice.key, reply.value());
        else if (m_shown.value(notice.key) != reply.value())
            m_service->close(reply.value());
        return;
    }
    qCInfo(logUi).noquote() << logLine(u"no notification service", {{u"error", reply.error().name()}});
    if (wanted)
        m_fallback.show(notice);
}

void BusNotifier::withdraw(const QString& key)
{
    m_fallback.withdraw(key);
    m_awaited.remove(key);
    if (const uint id = m_shown.take(key); id != 0)
        m_service->close(id);
}

QString BusNotifier::keyOf(uint id) const
{
    return m_shown.key(id);
}

} // namespace relevo::ui
