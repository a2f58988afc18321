#include <ui/shell/desk_notices.h>

#include <models/names.h>

#include <QtGui/QDesktopServices>

#include <algorithm>

namespace relevo::ui {

QString DeskNotices::queueKey()
{
    return QStringLiteral("queue");
}

DeskNotices::DeskNotices(const client::LiveView& live, Notifier& notifier, QObject* parent)
    : QObject(parent), m_live(live), m_notifier(notifier)
{
    connect(&live, &client::LiveView::rowsChanged, this,
            [this](const QList<domain::ConversationId>& changed, const QList<domain::ConversationId>& gone) {
                for (const QList<domain::ConversationId>* list : {&changed, &gone})
                    std::for_each(list->cbegin(), list->cend(), [this](const auto& id) { settle(id); });
                settleSummary();
            });
    connect(&live, &client::LiveView::rowsReset, this, &DeskNotices::settleAll);
}

QString DeskNotices::hurryKey(const domain::ConversationId& conversation)
{
    return QStringLiteral("hurry/") + conversation.toString();
}

void DeskNotices::tell(const client::HandoffNews& news)
{
    if (news.kind == client::NewsKind::OfferOver) {
        if (m_handoffs.remove(news.conversation) > 0)
            m_notifier.withdraw(news.handoff.toString());
        return;
    }
    const QString name = models::visibleName(news.contactName, news.conversation);
    const QString priority = tr("%1 priority").arg(models::nameOf(news.priority));
    Notice notice{news.handoff.toString(),
                  {},
                  news.reason.isEmpty() ? priority : priority + QStringLiteral(" · ") + news.reason,
                  news.priority == domain::Priority::Urgent,
                  NoticeKind::NewHandoff};
    const client::ConversationRow* row = m_live.row(news.conversation);
    if (row && client::isHeldBy(*row, m_live.me().id)) {
        m_short.insert(news.conversation);
        notice.key = hurryKey(news.conversation);
        notice.urgent = true;
    } else {
        m_handoffs.insert(news.conversation, news.handoff);
    }
    switch (news.kind) {
    case client::NewsKind::Requested:
        notice.title = tr("%1 is waiting").arg(name);
        break;
    case client::NewsKind::WaitsAgain:
        notice.title = tr("%1 is waiting again").arg(name);
        break;
    case client::NewsKind::Unanswered:
        notice.title = tr("%1 still waits for an answer").arg(name);
        break;
    case client::NewsKind::OfferedToMe:
        notice.title = tr("%1 is offered to you").arg(name);
        notice.kind = NoticeKind::Offer;
        notice.urgent = true;
        break;
    case client::NewsKind::OfferOver: // nothing to show
        return;
    case client::NewsKind::TimeShort:
        notice.title = tr("Time runs short for %1").arg(name);
        notice.kind = NoticeKind::TimeShort;
        break;
    }
    m_notifier.show(notice);
}

void DeskNotices::handoffsWait(int count, const QList<client::HandoffNews>& pressing)
{
    // The summary first, so that the most pressing one comes last and stands on top.
    const int others = count - static_cast<int>(pressing.size());
    if (others > 0) {
        m_summary = true;
        m_notifier.show({queueKey(),
                         tr("%n more customer(s) waiting", nullptr, others),
                         {},
                         false,
                         NoticeKind::NewHandoff});
    }
    std::for_each(pressing.crbegin(), pressing.crend(),
                  [this](const client::HandoffNews& news) { tell(news); });
}

void DeskNotices::customerWrote(const domain::ConversationId& conversation, const QString& line)
{
    m_messages.insert(conversation);
    const client::ConversationRow* row = m_live.row(conversation);
    m_notifier.show({conversation.toString(),
                     models::visibleName(row ? row->contactName : QString(), conversation), line, false,
                     NoticeKind::Reply});
}

void DeskNotices::notified(const domain::Notification& notification)
{
    const QUrl url(notification.url, QUrl::StrictMode);
    // One about a handoff is opened like that handoff's own, and takes its place.
    const bool isHandoff = url.scheme() == QLatin1String("handoff");
    const QString key = isHandoff ? url.host() : QStringLiteral("notification:") + notification.id.toString();
    Told& told = m_told[key];
    told.unread.push_back(notification.id);
    told.link = isHandoff ? QUrl() : url;
    m_notifier.show({key, notification.title, notification.body,
                     notification.priority == domain::Priority::Urgent, NoticeKind::Posted});
}

bool DeskNotices::open(const QString& key)
{
    const auto told = m_told.find(key);
    if (told == m_told.end())
        return false;
    const QUrl link = told->link;
    const QList<domain::NotificationId> unread = std::exchange(told->unread, {});
    std::for_each(unread.cbegin(), unread.cend(), [this](const auto& id) { Q_EMIT opened(id); });
    const bool isWeb = link.scheme() == QLatin1String("https") || link.scheme() == QLatin1String("http");
    if (isWeb)
        QDesktopServices::openUrl(link);
    return isWeb;
}

void DeskNotices::notificationRead(const domain::NotificationId& notification)
{
    for (auto told = m_told.begin(); told != m_told.end(); ++told) {
        if (!told->unread.removeOne(notification))
            continue;
        // The handoff it is about may still wait.
        const bool isHandoffs = std::any_of(m_handoffs.cbegin(), m_handoffs.cend(),
                                            [&told](const auto& id) { return id.toString() == told.key(); });
        if (told->unread.isEmpty() && !isHandoffs) {
            m_notifier.withdraw(told.key());
            m_told.erase(told);
        }
        return;
    }
}

void DeskNotices::withdrawMessages(const domain::ConversationId& conversation)
{
    if (m_messages.remove(conversation))
        m_notifier.withdraw(conversation.toString());
}

void DeskNotices::withdrawAll()
{
    for (const domain::HandoffId& handoff : std::exchange(m_handoffs, {}))
        m_notifier.withdraw(handoff.toString());
    for (const domain::ConversationId& conversation : std::exchange(m_messages, {}))
        m_notifier.withdraw(conversation.toString());
    const QHash<QString, Told> told = std::exchange(m_told, {});
    for (auto one = told.cbegin(); one != told.cend(); ++one)
        m_notifier.withdraw(one.key());
    for (const domain::ConversationId& conversation : std::exchange(m_short, {}))
        m_notifier.withdraw(hurryKey(conversation));
    if (std::exchange(m_summary, false))
        m_notifier.withdraw(queueKey());
}

void DeskNotices::withdrawHurry(const domain::ConversationId& conversation)
{
    if (m_short.remove(conversation))
        m_notifier.withdraw(hurryKey(conversation));
}

void DeskNotices::settle(const domain::ConversationId& conversation)
{
    const client::ConversationRow* row = m_live.row(conversation);
    const domain::HandoffId handoff = m_handoffs.value(conversation);
    if (!handoff.isNull() && (!row || row->handoffId != handoff || !client::isWaiting(*row))) {
        m_handoffs.remove(conversation);
        m_notifier.withdraw(handoff.toString());
    }
    if (!row || row->unread == 0 || !client::isHeldBy(*row, m_live.me().id))
        withdrawMessages(conversation);
    if (!row || !client::isHeldBy(*row, m_live.me().id) || row->lastAuthor == domain::Author::Agent)
        withdrawHurry(conversation);
}

void DeskNotices::settleAll()
{
    const QList<domain::ConversationId> notified = m_handoffs.keys() + m_messages.values() + m_short.values();
    for (const domain::ConversationId& conversation : notified)
        settle(conversation);
    settleSummary();
}

void DeskNotices::settleSummary()
{
    const auto waits = [](const client::ConversationRow& row) {
        return client::isWaiting(row);
    };
    if (!m_summary || std::any_of(m_live.rows().cbegin(), m_live.rows().cend(), waits))
        return;
    m_summary = false;
    m_notifier.withdraw(queueKey());
}

} // namespace relevo::ui
