#include <models/inbox_order.h>

#include <domain/priority.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>

namespace relevo::models {

namespace {

using client::ConversationRow;

qint64 number(Timestamp at)
{
    return at.time_since_epoch().count();
}

void earlier(MaybeTime& best, MaybeTime at, Timestamp now)
{
    if (at && *at > now && (!best || *at < *best))
        best = at;
}

/// The moment from which client::isAnswerAtRisk holds.
std::optional<Timestamp> riskBegins(const ConversationRow& row)
{
    return row.responseDueAt ? std::optional(*row.responseDueAt - client::riskSpan + milliseconds(1))
                             : std::nullopt;
}

InboxKey waitingKey(const ConversationRow& row, const domain::Handoff& handoff, InboxSort sort, Timestamp now)
{
    const QUuid tie = row.handoffId.uuid();
    switch (sort) {
    case InboxSort::Urgency:
        return {static_cast<qint64>(domain::priorityAt(handoff, now)), number(row.requestedAt), tie};
    case InboxSort::WaitingLongest:
        return {0, number(row.requestedAt), tie};
    case InboxSort::Newest:
        return {0, -number(row.requestedAt), tie};
    case InboxSort::DueNext:
        return {row.responseDueAt ? 0 : 1, number(row.responseDueAt.value_or(row.requestedAt)), tie};
    }
    return {};
}

InboxKey heldKey(const ConversationRow& row, InboxSort sort)
{
    const QUuid tie = row.id.uuid();
    const qint64 turn = client::waitsForAgent(row) ? 0 : 1;
    switch (sort) {
    case InboxSort::Urgency:
        return {turn, -number(row.lastAt), tie};
    case InboxSort::WaitingLongest:
        return {turn, number(row.lastAt), tie};
    case InboxSort::Newest:
        return {0, -number(row.lastAt), tie};
    case InboxSort::DueNext:
        return {row.responseDueAt ? 0 : 1,
                row.responseDueAt ? number(*row.responseDueAt) : -number(row.lastAt), tie};
    }
    return {};
}

/// What time alone changes of any conversation that is not over: its urgency and its risk.
InboxPlace beginnings(const ConversationRow& row, Timestamp now)
{
    InboxPlace place;
    earlier(place.changesAt, riskBegins(row), now);
    if (client::isWaiting(row))
        earlier(place.changesAt, domain::priorityRisesAt(client::queueHandoff(row), now), now);
    return place;
}

void placeWaiting(InboxPlace& place, const ConversationRow& row, const domain::AgentId& me, InboxSort sort,
                  Timestamp now)
{
    if (row.offeredTo == me && !me.isNull() && row.offeredUntil && *row.offeredUntil > now) {
        place.section = InboxSection::Offered;
        place.key = {0, number(*row.offeredUntil), row.handoffId.uuid()};
        earlier(place.changesAt, row.offeredUntil, now);
        return;
    }
    place.section = row.status == domain::HandoffStatus::ConvertedToTicket ? InboxSection::Tickets
                                                                           : InboxSection::Waiting;
    place.key = waitingKey(row, client::queueHandoff(row), sort, now);
}

} // namespace

QString nameOf(InboxSection section)
{
    switch (section) {
    case InboxSection::Offered:
        return QCoreApplication::translate("relevo::models", "Offered to me");
    case InboxSection::Waiting:
        return QCoreApplication::translate("relevo::models", "Waiting");
    case InboxSection::Mine:
        return QCoreApplication::translate("relevo::models", "My conversations");
    case InboxSection::Team:
        return QCoreApplication::translate("relevo::models", "With colleagues");
    case InboxSection::Snoozed:
        return QCoreApplication::translate("relevo::models", "Snoozed");
    case InboxSection::Tickets:
        return QCoreApplication::translate("relevo::models", "Tickets");
    case InboxSection::Resolved:
        return QCoreApplication::translate("relevo::models", "Resolved today");
    }
    return {};
}

InboxDay dayOf(Timestamp now)
{
    const QDate date = QDateTime::fromMSecsSinceEpoch(number(now)).date();
    return {Timestamp(milliseconds(date.startOfDay().toMSecsSinceEpoch())),
            Timestamp(milliseconds(date.addDays(1).startOfDay().toMSecsSinceEpoch()))};
}

std::optional<InboxPlace> placeOf(const ConversationRow& row, const domain::AgentId& me, InboxSort sort,
                                  Timestamp now, const InboxDay& today)
{
    if (row.resolvedAt) {
        if (*row.resolvedAt < today.begins)
            return std::nullopt;
        return InboxPlace{InboxSection::Resolved, {0, -number(*row.resolvedAt), row.id.uuid()}, today.ends};
    }
    const bool held = row.holder == domain::Holder::Agent;
    if (!client::isWaiting(row) && !held)
        return std::nullopt;
    const bool mine = client::isHeldBy(row, me);
    InboxPlace place = beginnings(row, now);
    if (row.snoozedUntil && *row.snoozedUntil > now && (mine || !held)) {
        place.section = InboxSection::Snoozed;
        place.key = {0, number(*row.snoozedUntil), row.id.uuid()};
        earlier(place.changesAt, row.snoozedUntil, now);
    } else if (held) {
        place.section = mine ? InboxSection::Mine : InboxSection::Team;
        place.key = heldKey(row, sort);
    } else {
        placeWaiting(place, row, me, sort, now);
    }
    return place;
}

} // namespace relevo::models
