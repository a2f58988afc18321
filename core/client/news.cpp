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

/// Of the promises to answer: what an agent who missed the warning is to be told now.
std::optional<NewsKind> hurryOf(const domain::SlaPromises& promises, bool waits)
{
    std::optional<NewsKind> hurry;
    for (const auto* promise : {&promises.firstResponse, &promises.nextResponse, &promises.resolution}) {
        if (!*promise)
            continue;
        if ((*promise)->state == domain::PromiseState::Warned)
            hurry = NewsKind::TimeShort;
        else if ((*promise)->state == domain::PromiseState::Breached && waits && !(*promise)->doneAt)
            hurry = hurry.value_or(NewsKind::Unanswered);
    }
    return hurry;
}

} // namespace

News::News(const Clock& clock, QObject* parent) : QObject(parent), m_clock(clock) {}

void News::away()
{
    m_watching = false;
    m_snapshot = false;
    m_known.clear();
    m_knownOffers.clear();
}

void News::forget()
{
    away();
    m_note.reset();
    m_missed.clear();
    m_hurried.clear();
    m_notifications.clear();
    m_told.clear();
}

void News::snapshotComes(const std::vector<ConversationRow>& known, std::optional<qint64> seq)
{
    m_snapshot = true;
    m_knownSeq = seq;
    for (const ConversationRow& row : known) {
        if (!isWaiting(row))
            continue;
        m_known.insert(row.handoffId);
        if (!row.offeredTo.isNull())
            m_knownOffers.insert(row.handoffId);
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
        noteNote(event);
        if (!m_watching) {
            noteMissed(event, me);
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
        if (const std::optional<NewsKind> kind = kindOf(event, **row, me); kind && !offeredAtOnce) {
            if (kind == NewsKind::TimeShort)
                m_hurried.insert(event.handoffId);
            HandoffNews news = newsOf(**row, *kind);
            if (kind == NewsKind::GivenToMe)
                news.note = noteWith(event);
            Q_EMIT newHandoff(news);
        }
        const auto* message = std::get_if<domain::Message>(&event.data);
        if (message && isHeldBy(**row, me))
            Q_EMIT customerWrote(event.conversationId, lineOf(*message));
    }
}

void News::noteNote(const domain::Event& event)
{
    const auto* message = std::get_if<domain::Message>(&event.data);
    if (message && event.type == domain::EventType::NoteAdded)
        m_note = Note{event.conversationId, event.actor, event.at, lineOf(*message)};
}

QString News::noteWith(const domain::Event& event) const
{
    return m_note && m_note->conversation == event.conversationId && m_note->actor.id == event.actor.id &&
                   m_note->at == event.at
               ? m_note->line
               : QString();
}

void News::noteMissed(const domain::Event& event, const domain::AgentId& me)
{
    if (beginsToWait(event))
        m_missed[event.conversationId].requested = event.handoffId;
    if (isGivenTo(event, me)) {
        m_missed[event.conversationId].given = event.handoffId;
        m_missed[event.conversationId].note = noteWith(event);
    }
    if (event.type == domain::EventType::HandoffOffered)
        m_missed[event.conversationId].offered = event.handoffId;
    if (event.type == domain::EventType::SlaWarned || event.type == domain::EventType::SlaBreached)
        m_missed[event.conversationId].warned = event.handoffId;
    if (event.type == domain::EventType::MessageReceived)
        m_missed[event.conversationId].wrote = true;
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

std::vector<ConversationRow> News::candidates(Mirror& mirror) const
{
    if (m_snapshot)
        return mirror.rows().value_or(std::vector<ConversationRow>());
    std::vector<ConversationRow> rows;
    for (auto missed = m_missed.cbegin(); missed != m_missed.cend(); ++missed) {
        if (const Result<std::optional<ConversationRow>> row = mirror.row(missed.key()); row && *row)
            rows.push_back(**row);
    }
    return rows;
}

/// Waits for anybody, which was not known. Who is offered to somebody is for that agent alone.
bool News::isFresh(const ConversationRow& row, const Missed& missed) const
{
    if (!isWaiting(row) || !row.offeredTo.isNull())
        return false;
    return missed.requested == row.handoffId || (m_snapshot && !m_known.contains(row.handoffId));
}

bool News::isOfferedAnew(const ConversationRow& row, const Missed& missed, const domain::AgentId& me) const
{
    const bool holds =
        isWaiting(row) && row.offeredTo == me && row.offeredUntil.value_or(Timestamp::min()) > m_clock.now();
    return holds &&
           (missed.offered == row.handoffId || (m_snapshot && !m_knownOffers.contains(row.handoffId)));
}

/// And neither this agent nor anybody else has read or answered it meanwhile.
bool News::hasWritten(const ConversationRow& row, const Missed& missed, Mirror& mirror) const
{
    const bool came = missed.wrote || (m_snapshot && m_knownSeq && row.lastSeq > *m_knownSeq);
    return came && waitsForAgent(row) && mirror.unread(row.id).value_or(0) > 0;
}

std::optional<NewsKind> News::hurryOf(const ConversationRow& row, const Missed& missed, Mirror& mirror) const
{
    // A snapshot does not say when.
    const bool came =
        missed.warned == row.handoffId || (m_snapshot && m_knownSeq && !m_hurried.contains(row.handoffId));
    if (!came)
        return std::nullopt;
    const Result<std::optional<domain::ConversationState>> state = mirror.state(row.id);
    if (!state || !*state || !(*state)->handoff || !(*state)->handoff->sla)
        return std::nullopt;
    return client::hurryOf(*(*state)->handoff->sla, waitsForAgent(row));
}

void News::caughtUp(Mirror& mirror, const domain::AgentId& me)
{
    tellMissed(std::exchange(m_notifications, {}));
    std::vector<ConversationRow> fresh;
    std::vector<Mine> mine;
    for (ConversationRow& row : candidates(mirror)) {
        const Missed missed = m_missed.value(row.id);
        if (isOfferedAnew(row, missed, me)) {
            Q_EMIT newHandoff(newsOf(row, NewsKind::OfferedToMe));
        } else if (isFresh(row, missed)) {
            fresh.push_back(std::move(row));
        } else if (isHeldBy(row, me) && missed.given == row.handoffId) {
            HandoffNews news = newsOf(row, NewsKind::GivenToMe);
            news.note = missed.note;
            Q_EMIT newHandoff(news);
        } else if (isHeldBy(row, me)) {
            const std::optional<NewsKind> hurry = hurryOf(row, missed, mirror);
            if (hurry || hasWritten(row, missed, mirror))
                mine.push_back({std::move(row), hurry});
        }
    }
    m_watching = true;
    m_snapshot = false;
    m_known.clear();
    m_knownOffers.clear();
    m_missed.clear();
    tellWaiting(std::move(fresh));
    tellMine(std::move(mine));
}

/// The summary first and then the most pressing one last: it stands on top.
void News::tellMine(std::vector<Mine> mine)
{
    std::sort(mine.begin(), mine.end(), [](const Mine& a, const Mine& b) {
        return std::pair(a.hurry.has_value(), a.row.lastSeq) > std::pair(b.hurry.has_value(), b.row.lastSeq);
    });
    const std::size_t told = std::min<std::size_t>(mine.size(), mostPressingNews);
    if (told < mine.size())
        Q_EMIT moreOfMine(static_cast<int>(mine.size() - told));
    for (std::size_t i = told; i-- > 0;) {
        const Mine& one = mine[i];
        if (one.hurry) {
            m_hurried.insert(one.row.handoffId);
            Q_EMIT newHandoff(newsOf(one.row, *one.hurry));
        } else {
            Q_EMIT customerWrote(one.row.id, one.row.lastLine);
        }
    }
}

void News::tellWaiting(std::vector<ConversationRow> fresh)
{
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
