#include <client/transcript.h>

#include <algorithm>

namespace relevo::client {

namespace {

bool holdsClientId(const std::vector<domain::Message>& messages, const QString& clientId)
{
    // Newest first: what was just sent is at the end.
    return std::any_of(messages.rbegin(), messages.rend(),
                       [&clientId](const domain::Message& message) { return message.clientId == clientId; });
}

} // namespace

Transcript::Transcript(const domain::ConversationId& conversation, QObject* parent)
    : QObject(parent), m_conversation(conversation)
{
}

std::optional<Timestamp> Transcript::heldUntil(const QString& clientId) const
{
    const auto found = m_held.find(clientId);
    return found == m_held.end() ? std::nullopt : std::optional(found->second);
}

void Transcript::apply(const TranscriptBatch& batch)
{
    if (batch.readUpTo)
        m_readUpTo = *batch.readUpTo;
    if (batch.state)
        m_state = batch.state;
    const bool olderChanged = batch.hasOlder && *batch.hasOlder != m_hasOlder;
    m_hasOlder = batch.hasOlder.value_or(m_hasOlder);
    if (batch.reset)
        replaceAll(batch);
    else
        fold(batch);
    if (batch.state)
        Q_EMIT stateChanged();
    if (olderChanged)
        Q_EMIT hasOlderChanged();
    if (batch.loadingDone)
        Q_EMIT loadingDone();
}

void Transcript::replaceAll(const TranscriptBatch& batch)
{
    m_loaded = true;
    m_messages = batch.messages;
    m_waiting = batch.waiting.value_or(std::vector<domain::Message>{});
    m_held = batch.held;
    dropConfirmed();
    Q_EMIT reset();
}

void Transcript::fold(const TranscriptBatch& batch)
{
    std::vector<domain::Message> before = m_waiting;
    std::map<QString, Timestamp> heldBefore = m_held;
    if (batch.waiting) {
        m_waiting = *batch.waiting;
        m_held = batch.held;
    }
    const bool inserted = insertMessages(batch.messages);
    dropConfirmed();
    if (inserted || m_waiting != before || m_held != heldBefore)
        Q_EMIT changed();
    applyDeliveries(batch.deliveries);
}

void Transcript::dropConfirmed()
{
    std::erase_if(m_waiting, [this](const domain::Message& message) {
        return holdsClientId(m_messages, message.clientId);
    });
}

bool Transcript::insertMessages(const std::vector<domain::Message>& messages)
{
    const auto bySeq = [](const domain::Message& a, const domain::Message& b) {
        return a.seq < b.seq;
    };
    bool inserted = false;
    std::vector<qsizetype> replaced;
    auto next = messages.begin();
    while (next != messages.end()) {
        const auto at = std::lower_bound(m_messages.begin(), m_messages.end(), *next, bySeq);
        if (at != m_messages.end() && at->seq == next->seq) {
            if (*at != *next) {
                *at = *next;
                replaced.push_back(at->seq);
            }
            ++next;
            continue;
        }
        // As many as fit into this place go in at once.
        auto end = next + 1;
        while (end != messages.end() && (at == m_messages.end() || end->seq < at->seq))
            ++end;
        m_messages.insert(at, next, end);
        inserted = true;
        next = end;
    }
    for (const qsizetype seq : replaced) {
        const auto at = std::find_if(m_messages.begin(), m_messages.end(),
                                     [seq](const domain::Message& message) { return message.seq == seq; });
        Q_EMIT messageChanged(at - m_messages.begin());
    }
    return inserted;
}

void Transcript::applyDeliveries(const std::vector<domain::DeliveryUpdate>& deliveries)
{
    for (const domain::DeliveryUpdate& update : deliveries) {
        const auto found =
            std::find_if(m_messages.rbegin(), m_messages.rend(), [&update](const domain::Message& message) {
                return message.id == update.messageId;
            });
        if (found == m_messages.rend() || !domain::advances(found->delivery, update.delivery))
            continue;
        found->delivery = update.delivery;
        found->deliveryError = update.error;
        Q_EMIT messageChanged(m_messages.rend() - found - 1);
    }
}

} // namespace relevo::client
