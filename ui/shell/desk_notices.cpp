#include <ui/shell/desk_notices.h>

#include <models/names.h>
#include <models/trigger_reasons.h>

#include <QtCore/QTimer>
#include <QtGui/QDesktopServices>

#include <algorithm>

namespace relevo::ui {

namespace {

/// Those that come within this span of the first are counted together.
constexpr qint64 burstSpan = 10'000; // milliseconds

/// An offer is over within seconds: there is no later.
QList<NoticeAction> actionsOf(NoticeKind kind, bool mine)
{
    if (mine)
        return {NoticeAction::Reply, NoticeAction::View, NoticeAction::Snooze};
    if (kind == NoticeKind::Offer)
        return {NoticeAction::TakeOver, NoticeAction::View};
    return {NoticeAction::TakeOver, NoticeAction::View, NoticeAction::Snooze};
}

const QString mentionKind = QStringLiteral("note.mention");

} // namespace

QString DeskNotices::queueKey()
{
    return QStringLiteral("queue");
}

QString DeskNotices::mineKey()
{
    return QStringLiteral("mine");
}

DeskNotices::DeskNotices(const client::LiveView& live, Notifier& notifier, QObject* parent)
    : QObject(parent), m_live(live), m_notifier(notifier)
{
    connect(&live, &client::LiveView::rowsChanged, this,
            [this](const QList<domain::ConversationId>& changed, const QList<domain::ConversationId>& gone) {
                for (const QList<domain::ConversationId>* list : {&changed, &gone})
                    std::for_each(list->cbegin(), list->cend(), [this](const auto& id) { settle(id); });
                settleSummary();
                settleMine();
            });
    connect(&live, &client::LiveView::rowsReset, this, &DeskNotices::settleAll);
}

QString DeskNotices::hurryKey(const domain::ConversationId& conversation)
{
    return QStringLiteral("hurry/") + conversation.toString();
}

QString DeskNotices::givenKey(const domain::ConversationId& conversation)
{
    return QStringLiteral("given/") + conversation.toString();
}

void DeskNotices::show(const Notice& notice)
{
    m_reminders.remove(notice.key);
    m_last.insert(notice.key, notice);
    m_notifier.show(notice);
}

void DeskNotices::withdraw(const QString& key)
{
    m_reminders.remove(key);
    m_last.remove(key);
    m_notifier.withdraw(key);
}

void DeskNotices::remindLater(const QString& key)
{
    if (!m_last.contains(key))
        return;
    m_notifier.withdraw(key);
    m_reminders.insert(key, ++m_reminder);
    QTimer::singleShot(m_remindAfter(), this, [this, key, number = m_reminder] {
        // Withdrawn, told anew or put off again meanwhile: then this one is not wished any more.
        if (m_reminders.value(key) == number)
            show(m_last.value(key));
    });
}

void DeskNotices::dismissed(const QString& key)
{
    m_last.remove(key);
    if (key == queueKey()) {
        m_summary = 0;
        m_summaryUrgent = false;
    }
    markRead(key);
    // What stands for several says of none of them that this agent does not want it.
    const auto waits = std::find_if(m_handoffs.cbegin(), m_handoffs.cend(),
                                    [&key](const auto& handoff) { return handoff.toString() == key; });
    if (waits != m_handoffs.cend())
        Q_EMIT passed(*waits);
}

void DeskNotices::markRead(const QString& key)
{
    const auto told = m_told.find(key);
    if (told == m_told.end())
        return;
    const QList<domain::NotificationId> unread = std::exchange(told->unread, {});
    std::for_each(unread.cbegin(), unread.cend(), [this](const auto& id) { Q_EMIT opened(id); });
}

bool DeskNotices::isOneTooMany()
{
    if (!m_burst.isValid() || m_burst.elapsed() > burstSpan) {
        m_burst.start();
        m_inBurst = 0;
    }
    return ++m_inBurst > client::mostPressingNews;
}

void DeskNotices::addToSummary(int count, bool urgent)
{
    m_summary += count;
    m_summaryUrgent = m_summaryUrgent || urgent;
    show({queueKey(),
          tr("%n more customer(s) waiting", nullptr, m_summary),
          {},
          m_summaryUrgent,
          NoticeKind::NewHandoff});
}

void DeskNotices::tell(const client::HandoffNews& news, bool quietly)
{
    if (news.kind == client::NewsKind::OfferOver) {
        if (m_handoffs.remove(news.conversation) > 0)
            withdraw(news.handoff.toString());
        return;
    }
    const bool joinsTheQueue =
        news.kind == client::NewsKind::Requested || news.kind == client::NewsKind::WaitsAgain;
    if (joinsTheQueue && isOneTooMany()) {
        addToSummary(1, news.priority == domain::Priority::Urgent);
        return;
    }
    Notice notice = noticeOf(news);
    notice.urgent = notice.urgent && !quietly;
    show(notice);
}

void DeskNotices::hear(NoticeKind kind, bool urgent)
{
    QElapsedTimer& heard = m_heard[kind];
    if (heard.isValid() && heard.elapsed() <= burstSpan)
        return;
    heard.start();
    Notice notice{QStringLiteral("heard"), {}, {}, urgent, kind};
    notice.heardOnly = true;
    m_notifier.show(notice);
}

Notice DeskNotices::noticeOf(const client::HandoffNews& news)
{
    const QString name = models::visibleName(news.contactName, news.conversation);
    const QString priority = tr("%1 priority").arg(models::nameOf(news.priority));
    Notice notice{news.handoff.toString(),
                  {},
                  news.reason.isEmpty()
                      ? priority
                      : priority + QStringLiteral(" · ") + models::triggerReasonText(news.reason),
                  news.priority == domain::Priority::Urgent,
                  NoticeKind::NewHandoff};
    const client::ConversationRow* row = m_live.row(news.conversation);
    const bool given = news.kind == client::NewsKind::GivenToMe;
    const bool mine =
        given || news.kind == client::NewsKind::TimeShort || (row && client::isHeldBy(*row, m_live.me().id));
    if (given) {
        m_given.insert(news.conversation);
        notice.key = givenKey(news.conversation);
        if (!news.note.isEmpty())
            notice.body = news.note; // what they are to know first
        notice.kind = NoticeKind::Transferred;
    } else if (mine) {
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
    case client::NewsKind::OfferOver: // nothing is shown of it
        break;
    case client::NewsKind::TimeShort:
        notice.title = tr("Time is running out for %1").arg(name);
        notice.kind = NoticeKind::TimeShort;
        break;
    case client::NewsKind::GivenToMe:
        notice.title = tr("%1 was assigned to you").arg(name);
        break;
    }
    notice.actions = actionsOf(notice.kind, mine);
    return notice;
}

void DeskNotices::handoffsWait(int count, const QList<client::HandoffNews>& pressing)
{
    // The summary first, so that the most pressing one comes last and stands on top.
    const int others = count - static_cast<int>(pressing.size());
    if (others > 0)
        addToSummary(others, false);
    m_burst.invalidate();
    std::for_each(pressing.crbegin(), pressing.crend(),
                  [this](const client::HandoffNews& news) { tell(news); });
}

void DeskNotices::customerWrote(const domain::ConversationId& conversation, const QString& line)
{
    m_messages.insert(conversation);
    const client::ConversationRow* row = m_live.row(conversation);
    show({conversation.toString(),
          models::visibleName(row ? row->contactName : QString(), conversation),
          line,
          false,
          NoticeKind::Reply,
          {NoticeAction::Reply, NoticeAction::View}});
}

void DeskNotices::moreOfMine(int count)
{
    m_moreOfMine = true;
    show({mineKey(),
          tr("%n more of your customer(s) waiting for you", nullptr, count),
          {},
          false,
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
    Notice notice{key,
                  notification.title,
                  notification.body,
                  notification.priority == domain::Priority::Urgent,
                  NoticeKind::Posted,
                  {}};
    if (notification.kind == mentionKind) {
        notice.kind = NoticeKind::Mention;
        notice.actions = {NoticeAction::Reply, NoticeAction::View};
    }
    show(notice);
}

bool DeskNotices::open(const QString& key)
{
    m_reminders.remove(key);
    const auto told = m_told.find(key);
    if (told == m_told.end())
        return false;
    const QUrl link = told->link;
    markRead(key);
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
            withdraw(told.key());
            m_told.erase(told);
        }
        return;
    }
}

void DeskNotices::withdrawMessages(const domain::ConversationId& conversation)
{
    if (m_messages.remove(conversation))
        withdraw(conversation.toString());
    withdrawGiven(conversation);
}

void DeskNotices::withdrawAll()
{
    for (const domain::HandoffId& handoff : std::exchange(m_handoffs, {}))
        withdraw(handoff.toString());
    for (const domain::ConversationId& conversation : std::exchange(m_messages, {}))
        withdraw(conversation.toString());
    const QHash<QString, Told> told = std::exchange(m_told, {});
    for (auto one = told.cbegin(); one != told.cend(); ++one)
        withdraw(one.key());
    for (const domain::ConversationId& conversation : std::exchange(m_short, {}))
        withdraw(hurryKey(conversation));
    for (const domain::ConversationId& conversation : std::exchange(m_given, {}))
        withdraw(givenKey(conversation));
    m_summaryUrgent = false;
    if (std::exchange(m_summary, 0) > 0)
        withdraw(queueKey());
    if (std::exchange(m_moreOfMine, false))
        withdraw(mineKey());
    m_last.clear();
    m_reminders.clear();
}

void DeskNotices::withdrawHurry(const domain::ConversationId& conversation)
{
    if (m_short.remove(conversation))
        withdraw(hurryKey(conversation));
}

void DeskNotices::withdrawGiven(const domain::ConversationId& conversation)
{
    if (m_given.remove(conversation))
        withdraw(givenKey(conversation));
}

void DeskNotices::settle(const domain::ConversationId& conversation)
{
    const client::ConversationRow* row = m_live.row(conversation);
    const domain::HandoffId handoff = m_handoffs.value(conversation);
    if (!handoff.isNull() && (!row || row->handoffId != handoff || !client::isWaiting(*row))) {
        m_handoffs.remove(conversation);
        withdraw(handoff.toString());
    }
    const bool mine = row && client::isHeldBy(*row, m_live.me().id);
    if ((!mine || row->unread == 0) && m_messages.remove(conversation))
        withdraw(conversation.toString());
    if (!mine)
        withdrawGiven(conversation);
    if (!mine || row->lastAuthor == domain::Author::Agent)
        withdrawHurry(conversation);
}

void DeskNotices::settleAll()
{
    const QList<domain::ConversationId> notified =
        m_handoffs.keys() + m_messages.values() + m_short.values() + m_given.values();
    for (const domain::ConversationId& conversation : notified)
        settle(conversation);
    settleSummary();
    settleMine();
}

void DeskNotices::settleMine()
{
    const auto waits = [&me = m_live.me().id](const client::ConversationRow& row) {
        return client::isHeldBy(row, me) && client::waitsForAgent(row);
    };
    if (m_moreOfMine && std::none_of(m_live.rows().begin(), m_live.rows().end(), waits)) {
        m_moreOfMine = false;
        withdraw(mineKey());
    }
}

void DeskNotices::settleSummary()
{
    const auto waits = [](const client::ConversationRow& row) {
        return client::isWaiting(row);
    };
    if (m_summary == 0 || std::any_of(m_live.rows().begin(), m_live.rows().end(), waits))
        return;
    m_summary = 0;
    m_summaryUrgent = false;
    withdraw(queueKey());
}

} // namespace relevo::ui
