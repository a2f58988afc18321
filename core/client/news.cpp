#include <client/news.h>

#include <domain/priority.h>

#include <algorithm>

namespace relevo::client {

namespace {

HandoffNews newsOf(const ConversationRow& row, NewsKind kind = NewsKind::Requested)
{
    return {kind, row.handoffId, row.id, row.contactName, row.triggerReason, row.priority};
}

/// From now on it waits for anybody.
bool beginsToWait(const domain::Event& event)
{
    const auto* handoff = std::get_if<domain::Handoff>(&event.data);
    return handoff && (event.type == domain::EventType::HandoffRequested ||
                       (event.type == domain::EventType::HandoffTransferred &&
                        handoff->status == domain::HandoffStatus::Pending));
}

/// Somebody else has given it to this agent.
bool isGivenTo(const domain::Event& event, const domain::AgentId& me)
{
    const auto* handoff = std::get_if<domain::Handoff>(&event.data);
    return handoff && event.type == domain::EventType::HandoffTransferred &&
           domain::isHeld(handoff->status) && handoff->assignedTo && handoff->assignedTo->id == me &&
           event.actor.id != me.toString();
}

bool isOfferOf(const domain::Event& event, const domain::HandoffId& handoff)
{
    return event.type == domain::EventType::HandoffOffered && event.handoffId == handoff;
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
    m_given.clear();
    m_notifications.clear();
    m_told.clear();
}

void News::snapshotComes(const std::vector<ConversationRow>& known)
{
    m_snapshot = true;
    for (const ConversationRow& row : known) {
        if (isWaiting(row))
            m_known.insert(row.handoffId);
    }
}

std::optional<NewsKind> News::kindOf(const domain::Event& event, const ConversationRow& row,
                                     const domain::AgentId& me)
{
    const auto* handoff = std::get_if<domain::Handoff>(&event.data);
    if (!handoff || row.handoffId != event.handoffId)
        return std::nullopt;
    const bool waits = isWaiting(row);
    if (beginsToWait(event) && waits)
        return event.type == domain::EventType::HandoffRequested ? NewsKind::Requested : NewsKind::WaitsAgain;
    if (isGivenTo(event, me) && isHeldBy(row, me))
        return NewsKind::GivenToMe;
    switch (event.type) {
    case domain::EventType::HandoffOffered:
        return waits && handoff->offer && handoff->offer->agent.id == me
                   ? std::optional(NewsKind::OfferedToMe)
                   : std::nullopt;
    case domain::EventType::HandoffDeclined:
        return waits && !handoff->passedBy.empty() && handoff->passedBy.back().agent == me
                   ? std::optional(NewsKind::OfferOver)
                   : std::nullopt;
    case domain::EventType::HandoffReminded:
        // Who has just passed it on knows.
        if (waits && event.actor.id == me.toString())
            return std::nullopt;
        return waits || isHeldBy(row, me) ? std::optional(NewsKind::Unanswered) : std::nullopt;
    case domain::EventType::SlaWarned:
        return isHeldBy(row, me) ? std::optional(NewsKind::TimeShort) : std::nullopt;
    default:
        return std::nullopt;
    }
}

void News::note(std::span<const domain::Event> events, Mirror& mirror, const domain::AgentId& me)
{
    for (std::size_t i = 0; i < events.size(); ++i) {
        const domain::Event& event = events[i];
        noteNotification(event, mirror, me);
        if (!m_watching) {
            if (beginsToWait(event))
                m_requested.insert(event.handoffId, event.conversationId);
            if (isGivenTo(event, me))
                m_given.insert(event.handoffId, event.conversationId);
            continue;
        }
        const bool aboutHandoff = std::holds_alternative<domain::Handoff>(event.data);
        if (!aboutHandoff && event.type != domain::EventType::MessageReceived)
            continue;
        const Result<std::optional<ConversationRow>> row = mirror.row(event.conversationId);
        if (!row || !*row)
            continue;
        const std::span<const domain::Event> later = events.subspan(i + 1);
        const bool offeredAtOnce =
            beginsToWait(event) && std::any_of(later.begin(), later.end(), [&](const domain::Event& next) {
                return isOfferOf(next, event.handoffId);
            });
        if (const std::optional<NewsKind> kind = kindOf(event, **row, me); kind && !offeredAtOnce)
            Q_EMIT newHandoff(newsOf(**row, *kind));
        const auto* message = std::get_if<domain::Message>(&event.data);
        if (message && isHeldBy(**row, me))
            Q_EMIT customerWrote(event.conversationId, lineOf(*message));
    }
}

void News::noteNotification(const domain::Event& event, const Mirror& mirror, const domain::AgentId& me)
{
    if (const auto* read = std::get_if<domain::NotificationRead>(&event.data)) {
        std::erase_if(m_notifications, [read](const auto& one) { return one.id == read->id; });
        if (read->agent == me)
            Q_EMIT notificationRead(read->id);
        return;
    }
    const auto* notification = std::get_if<domain::Notification>(&event.data);
    const auto agent = mirror.head().agents.find(me);
    // The relay hides what is for others; an older one might not.
    if (!notification || agent == mirror.head().agents.end() || !domain::isFor(*notification, agent->second))
        return;
    if (m_watching)
        tell(*notification);
    else
        m_notifications.push_back(*notification);
}

void News::tell(const domain::Notification& notification)
{
    if (m_told.contains(notification.id))
        return;
    m_told.insert(notification.id);
    Q_EMIT notified(notification);
}

void News::tellMissed(const std::vector<domain::Notification>& notifications)
{
    const Timestamp now = m_clock.now();
    for (const domain::Notification& notification : notifications) {
        if (!notification.expiresAt || *notification.expiresAt > now)
            tell(notification);
    }
}

void News::tellGiven(Mirror& mirror, const domain::AgentId& me)
{
    const QHash<domain::HandoffId, domain::ConversationId> given = std::exchange(m_given, {});
    for (auto one = given.cbegin(); one != given.cend(); ++one) {
        const Result<std::optional<ConversationRow>> row = mirror.row(*one);
        if (row && *row && (*row)->handoffId == one.key() && isHeldBy(**row, me))
            Q_EMIT newHandoff(newsOf(**row, NewsKind::GivenToMe));
    }
}

void News::caughtUp(Mirror& mirror, const domain::AgentId& me)
{
    tellMissed(std::exchange(m_notifications, {}));
    tellGiven(mirror, me);
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
    std::transform(fresh.begin(), end, std::back_inserter(pressing),
                   [](const ConversationRow& row) { return newsOf(row); });
    Q_EMIT handoffsWhileAway(static_cast<int>(fresh.size()), pressing);
}

} // namespace relevo::client
