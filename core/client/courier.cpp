#include <client/courier.h>

#include <base/log.h>

#include <algorithm>

namespace relevo::client {

using protocol::Json;

namespace {

// A claim is a wish of the moment; later somebody else may have been asked to wait for it.
constexpr std::chrono::seconds claimHolds{30};
// A relay that fails on a command so often will not manage it.
constexpr int mostAttempts = 8;

const char* methodOf(Wish wish)
{
    switch (wish) {
    case Wish::Claim:
        return "handoff.claim";
    case Wish::Send:
        return "message.send";
    case Wish::Resolve:
        return "handoff.resolve";
    case Wish::SetAvailability:
        return "availability.set";
    case Wish::ReadNotification:
        return "notification.read";
    }
    return "";
}

/// Trying again can help: the relay is busy, or the answer was lost on the way.
bool passes(const Error& error)
{
    return error.code == ErrorCode::Unavailable || error.code == ErrorCode::RateLimited ||
           error.code == ErrorCode::Internal || error.code == ErrorCode::Unauthorized;
}

} // namespace

Courier::Courier(const DeskOptions& options, Link& link, QObject* parent)
    : QObject(parent), m_options(options), m_link(link), m_backoff(options.times.retry, options.random),
      m_again(this)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &Courier::pump);
}

void Courier::setOutbox(Outbox* outbox)
{
    m_outbox = outbox;
    m_again.stop();
    m_underway.clear();
    m_attempts.clear();
}

bool Courier::tooLate(const OutboxItem& item) const
{
    return item.wish == Wish::Claim && m_options.clock.now() - item.madeAt > claimHolds;
}

void Courier::pump()
{
    if (!m_outbox || m_link.state() != LinkState::Online || m_again.isActive())
        return;
    // The list may change under our feet: a refusal takes one out.
    const std::vector<OutboxItem> items = m_outbox->items();
    std::set<domain::ConversationId> busy;
    for (const OutboxItem& item : items) {
        if (item.answeredSeq > 0)
            continue;
        if (tooLate(item) && !m_underway.contains(item.commandId)) {
            refuse(item,
                   {ErrorCode::Unavailable, tr("The connection was lost; the claim was not made."), {}, {}});
            continue;
        }
        const bool first = busy.insert(item.conversation).second;
        if (first && !m_underway.contains(item.commandId))
            send(item);
    }
}

void Courier::send(const OutboxItem& item)
{
    m_underway.insert(item.commandId);
    ++m_attempts[item.commandId];
    const QPointer<Courier> guard(this);
    m_link.call(methodOf(item.wish), item.params, [guard, id = item.commandId](const Result<Json>& answer) {
        if (guard)
            guard->answered(id, answer);
    });
}

void Courier::answered(const QUuid& commandId, const Result<Json>& answer)
{
    m_underway.erase(commandId);
    const OutboxItem* found = m_outbox ? m_outbox->find(commandId) : nullptr;
    if (!found) {
        // Its event came first, or it belonged to another replica; what waited behind it may go.
        m_attempts.erase(commandId);
        pump();
        return;
    }
    const OutboxItem item = *found;
    if (!answer) {
        const Error& error = answer.error();
        if (!passes(error) || (error.code == ErrorCode::Internal && m_attempts[commandId] >= mostAttempts)) {
            refuse(item, error);
            pump();
        } else if (isConnected(m_link.state())) {
            m_again.start(m_backoff.next());
        }
        return;
    }
    m_backoff.reset();
    m_attempts.erase(commandId);
    qint64 seq = 0;
    Result<void> noted;
    if (item.wish == Wish::Send) {
        seq = protocol::Fields(*answer).optionalNumber("seq").value_or(0);
        noted = seq > 0 ? m_outbox->answered(commandId, seq) : m_outbox->remove(commandId);
    } else {
        noted = m_outbox->remove(commandId);
    }
    if (!noted) {
        Q_EMIT failed(noted.error());
        return;
    }
    Q_EMIT accepted(item, seq);
    pump();
}

void Courier::refuse(const OutboxItem& item, const Error& error)
{
    qCInfo(logClient).noquote() << logLine(
        u"command refused",
        {{u"wish", QString::number(static_cast<int>(item.wish))}, {u"code", wireName(error.code)}});
    m_attempts.erase(item.commandId);
    if (const Result<void> removed = m_outbox->remove(item.commandId); !removed) {
        Q_EMIT failed(removed.error());
        return;
    }
    Q_EMIT refused(item, error);
}

} // namespace relevo::client
