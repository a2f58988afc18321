#include <ui/notify/bus_notifier.h>

#include <ui/notify/notification_service.h>

#include <base/log.h>

#include <QtDBus/QDBusPendingCallWatcher>

#include <algorithm>
#include <array>

namespace relevo::ui {

namespace {

// Why a notice is no longer shown, as the specification numbers it.
constexpr uint ranOut = 1;
constexpr uint putAway = 2;

/// A service that lets urgent ones run out all the same is not asked for ever.
constexpr int mostShownAgain = 20;

struct Button
{
    NoticeAction action;
    const char* name;
};

constexpr std::array buttons{Button{NoticeAction::View, "view"}, Button{NoticeAction::TakeOver, "takeOver"},
                             Button{NoticeAction::Snooze, "snooze"}, Button{NoticeAction::Reply, "reply"}};

QString nameOf(NoticeAction action)
{
    const auto found = std::find_if(buttons.begin(), buttons.end(),
                                    [action](const Button& button) { return button.action == action; });
    return QString::fromLatin1(found->name);
}

/// "default" is a click on the notice itself.
NoticeAction actionOf(const QString& name)
{
    const auto found = std::find_if(buttons.begin(), buttons.end(), [&name](const Button& button) {
        return name == QLatin1String(button.name);
    });
    return found == buttons.end() ? NoticeAction::View : found->action;
}

} // namespace

BusNotifier::BusNotifier(const QDBusConnection& bus, Notifier& fallback, QObject* parent)
    : Notifier(parent), m_fallback(fallback), m_service(new NotificationService(bus, this)),
      m_watch(m_service->service(), bus, QDBusServiceWatcher::WatchForOwnerChange)
{
    connect(&fallback, &Notifier::opened, this, &Notifier::opened);
    connect(&fallback, &Notifier::acted, this, &Notifier::acted);
    connect(&fallback, &Notifier::dismissed, this, &Notifier::dismissed);
    connect(m_service, &NotificationService::ActivationToken, this,
            [this](uint id, const QString& token) { m_tokens.insert(id, token); });
    connect(m_service, &NotificationService::ActionInvoked, this, &BusNotifier::pressed);
    connect(m_service, &NotificationService::NotificationClosed, this, &BusNotifier::closed);
    connect(&m_watch, &QDBusServiceWatcher::serviceUnregistered, this, [this] {
        // Its numbers mean nothing to the next one.
        m_shown.clear();
        m_ranOut.clear();
        m_tokens.clear();
    });
    connect(&m_watch, &QDBusServiceWatcher::serviceRegistered, this, &BusNotifier::serviceCame);
    askWhatItCan();
}

void BusNotifier::askWhatItCan()
{
    auto* watcher = new QDBusPendingCallWatcher(m_service->capabilities(), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QStringList> reply = *watcher;
        if (!reply.isValid())
            return;
        m_bodyIsMarkup = reply.value().contains(QStringLiteral("body-markup"));
        m_hasButtons = reply.value().contains(QStringLiteral("actions"));
    });
}

void BusNotifier::serviceCame()
{
    askWhatItCan();
    m_shown.clear();
    m_ranOut.clear();
    m_tokens.clear();
    QMap<quint64, Notice> inOrder;
    for (const Standing& standing : std::as_const(m_standing)) {
        // One that is on its way is that service's already: the bus started it for this.
        if (!m_awaited.contains(standing.notice.key))
            inOrder.insert(standing.order, standing.notice);
    }
    for (const Notice& notice : std::as_const(inOrder)) {
        m_fallback.withdraw(notice.key);
        send(notice);
    }
}

void BusNotifier::show(const Notice& notice)
{
    Standing& standing = m_standing[notice.key];
    if (notice.again && standing.notice.key.isEmpty()) {
        m_standing.remove(notice.key); // it has run out meanwhile
        if (notice.bare)
            closeRanOut(notice.key);
        return;
    }
    m_ranOut.remove(notice.key);
    standing = {notice, notice.again ? standing.order : ++m_order, 0};
    send(notice);
}

QStringList BusNotifier::buttonsOf(const Notice& notice) const
{
    // A service without buttons would print them, or nothing.
    QStringList words{QStringLiteral("default"), wordsOf(NoticeAction::View)};
    if (!m_hasButtons)
        return words;
    for (const NoticeAction action : notice.actions)
        words << nameOf(action) << wordsOf(action);
    if (!notice.actions.contains(NoticeAction::View))
        words << nameOf(NoticeAction::View) << wordsOf(NoticeAction::View);
    return words;
}

void BusNotifier::send(const Notice& notice)
{
    constexpr uchar normalUrgency = 1;
    constexpr uchar criticalUrgency = 2;
    NotificationService::Call call;
    call.replaces = m_shown.value(notice.key, 0);
    call.summary = notice.title;
    call.body = m_bodyIsMarkup ? notice.body.toHtmlEscaped() : notice.body;
    call.actions = buttonsOf(notice);
    call.hints = {
        {QStringLiteral("urgency"), QVariant::fromValue(notice.urgent ? criticalUrgency : normalUrgency)},
        {QStringLiteral("category"), QStringLiteral("im.received")},
        {QStringLiteral("desktop-entry"), QStringLiteral("relevo")},
        // The program has sounds of its own, which people choose.
        {QStringLiteral("suppress-sound"), true}};
    call.staysForEver = notice.urgent;
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

void BusNotifier::pressed(uint id, const QString& button)
{
    const QString key = keyOf(id);
    if (key.isEmpty())
        return;
    m_standing.remove(key);
    const QString token = m_tokens.take(id);
    const NoticeAction action = actionOf(button);
    if (action == NoticeAction::View)
        Q_EMIT opened(key, token);
    else
        Q_EMIT acted(key, action, token);
}

void BusNotifier::closed(uint id, uint reason)
{
    const QString key = keyOf(id);
    m_tokens.remove(id);
    if (key.isEmpty())
        return;
    m_shown.remove(key);
    const auto standing = m_standing.find(key);
    if (standing == m_standing.end())
        return; // a button of it was pressed, which closes it too
    if (reason == ranOut && standing->notice.urgent && standing->shownAgain < mostShownAgain) {
        ++standing->shownAgain;
        send(standing->notice);
        return;
    }
    if (reason == ranOut && !standing->notice.bare)
        m_ranOut.insert(key, id);
    m_standing.erase(standing);
    if (reason == putAway)
        Q_EMIT dismissed(key);
}

void BusNotifier::closeRanOut(const QString& key)
{
    if (const uint id = m_ranOut.take(key); id != 0)
        m_service->close(id);
}

void BusNotifier::withdraw(const QString& key)
{
    m_fallback.withdraw(key);
    m_standing.remove(key);
    m_awaited.remove(key);
    closeRanOut(key);
    if (const uint id = m_shown.take(key); id != 0)
        m_service->close(id);
}

QString BusNotifier::keyOf(uint id) const
{
    return m_shown.key(id);
}

} // namespace relevo::ui
