#include <client/news.h>

#include <domain/priority.h>

#include <algorithm>

namespace relevo::client {

namespace {

HandoffNews newsOf(const ConversationRow& row)
{
    return {row.handoffId, row.id, row.contactName, row.triggerReason, row.priority};
}

} // namespace

News::News(const Clock& clock, QObject* parent) : QObject(parent), m_clock(clock) {}

void News::away()
{
    m_watching = false;
    m_snapshot = false;
    m_known.clear();
}

void News::forget()
{
    away();
    m_requested.clear();
    m_notifications.clear();
}

void News::snapshotComes(const std::vector<ConversationRow>& known)
{
    m_snapshot = true;
    for (const ConversationRow& row : known) {
        if (isWaiting(row))
            m_known.insert(row.handoffId);
    }
}

void News::note(std::span<const domain::Event> events, Mirror& mirror, const domain::AgentId& me)
{
    for (const domain::Event& event : events) {
        noteNotification(event, mirror, me);
        const bool requested = event.type == domain::EventType::HandoffRequested;
        if (!m_watching) {
            if (requested)
                m_requested.insert(event.handoffId, event.conversationId);
            continue;
        }
        if (!requested && event.type != domain::EventType::MessageReceived)
            continue;
        const Result<std::optional<ConversationRow>> row = mirror.row(event.conversationId);
        if (!row || !*row)
            continue;
        if (requested && (*row)->handoffId == event.handoffId && isWaiting(**row))
            Q_EMIT newHandoff(newsOf(**row));
        const auto* message = std::get_if<domain::Message>(&event.data);
        if (message && isHeldBy(**row, me))
            Q_EMIT customerWrote(event.conversationId, oneLine(message->content));
    }
}

void News::noteNotification(const domain::Event& event, const Mirror& mirror, const domain::AgentId& me)
{
    if (const auto* read = std::get_if<domain::NotificationRead>(&event.data)) {
        std::erase_if(m_notifications, [read](const auto& one) { return one.id == read->id; });
        return;
    }
    const auto* notification = std::get_if<domain::Notification>(&event.data);
    const auto agent = mirror.head().agents.find(me);
    // The relay hides what is for others; an older one might not.
    if (!notification || agent == mirror.head().agents.end() || !domain::isFor(*notification, agent->second))
        return;
    if (m_watching)
        Q_EMIT notified(*notification);
    else
        m_notifications.push_back(*notification);
}

void News::tellMissedNotifications()
{
    const Timestamp now = m_clock.now();
    for (const domain::Notification& notification : std::exchange(m_notifications, {})) {
        if (!notification.expiresAt || *notification.expiresAt > now)
            Q_EMIT notified(notification);
    }
}

void News::caughtUp(Mirror& mirror)
{
    tellMissedNotifications();
    std::vector<ConversationRow> fresh;
    if (m_snapshot) {
        if (const Result<std::vector<ConversationRow>> rows = mirror.rows()) {
            std::copy_if(rows->begin(), rows->end(), std::back_inserter(fresh),
                         [this](const ConversationRow& row) {
                             return isWaiting(row) && !m_known.contains(row.handoffId);
                         });
        }
    } else {
        for (auto requested = m_requested.cbegin(); requested != m_requested.cend(); ++requested) {
            const Result<std::optional<ConversationRow>> row = mirror.row(*requested);
            if (row && *row && (*row)->handoffId == requested.key() && isWaiting(**row))
                fresh.push_back(**row);
        }
    }
    m_watching = true;
    m_snapshot = false;
    m_known.clear();
    m_requested.clear();
    if (fresh.empty())
        return;
    const Timestamp now = m_clock.now();
    const auto count = std::min<std::size_t>(fresh.size(), mostPressingNews);
    const auto end = fresh.begin() + static_cast<std::ptrdiff_t>(count);
    std::partial_sort(fresh.begin(), end, fresh.end(),
                      [now](const ConversationRow& a, const ConversationRow& b) {
                          return domain::queueBefore(queueHandoff(a), queueHandoff(b), now);
                      });
    QList<HandoffNews> pressing;
    std::transform(fresh.begin(), end, std::back_inserter(pressing), newsOf);
    Q_EMIT handoffsWhileAway(static_cast<int>(fresh.size()), pressing);
}

} // namespace relevo::client
