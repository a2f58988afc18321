#pragma once

#include <base/compact_text.h>
#include <base/maybe_time.h>
#include <domain/state.h>

namespace relevo::client {

inline constexpr qsizetype maxLineLength = 160; ///< characters of a row's one-line texts

/// What lists show of one conversation, open or resolved lately: a compact extract of
/// domain::ConversationState, small enough to hold a hundred thousand of them. The whole state of the few
/// conversations that are looked at is in a Transcript.
struct ConversationRow
{
    domain::ConversationId id;
    CompactText contactName;  ///< empty while unknown
    CompactText channel;      ///< "web", "http", …
    CompactText language;     ///< two-letter code; empty while unknown
    QStringList tags;         ///< labels the bot's side gave it
    QStringList contactTags;  ///< labels that agents gave the contact
    double frustration = 0.0; ///< of the customer; 0 … 1

    domain::AgentId holderAgent; ///< null unless an agent holds it
    qint64 epoch = 0;            ///< the control epoch; what is sent carries the one it was written under

    domain::HandoffId handoffId; ///< of the newest handoff; null when there was none
    CompactText triggerReason;
    Timestamp requestedAt;
    /// When the answer the customer waits for is due: domain::answerDueAt, and once a human has answered only
    /// what was promised.
    MaybeTime responseDueAt;
    CompactText assignedTo;    ///< name of the agent who took the handoff; empty while it waits
    domain::AgentId offeredTo; ///< the agent who may take it before the others; null: nobody
    MaybeTime offeredUntil;
    MaybeTime snoozedUntil;
    MaybeTime resolvedAt; ///< of a handoff that was resolved
    domain::TeamId team;  ///< whose members are asked; null: anybody
    CompactText issue;    ///< the summary's main issue, one line

    CompactText lastLine; ///< the newest message, one line of at most maxLineLength
    Timestamp lastAt;     ///< of that message; when there is none, when the conversation was opened
    qint64 lastSeq = 0;   ///< of that message

    // What is small stands together, in bytes: rows are many, and so would be the gaps.
    domain::Holder holder : 8 = domain::Holder::Bot;
    domain::HandoffStatus status : 8 = domain::HandoffStatus::Resolved; ///< of the newest handoff
    domain::TriggerType triggerType : 8 = domain::TriggerType::Manual;
    domain::Priority priority : 8 = domain::Priority::Low; ///< as judged when requested
    domain::Author lastAuthor : 8 = domain::Author::System;
    bool vip = false;       ///< domain::isVip
    bool blocked = false;   ///< their messages ring no bell
    bool awaited = false;   ///< domain::Handoff::awaited: whoever holds it has not come yet
    int unread = 0;         ///< customer messages after the read mark; counted for one's own conversations
    int unsent = 0;         ///< own messages that wait in the outbox
    bool resolving = false; ///< a resolve of ours waits in the outbox, or that it is spam
    bool leaving =
        false; ///< likewise a transfer, a hand back to the bot or to the queue, or that it is a ticket

    friend bool operator==(const ConversationRow&, const ConversationRow&) = default;
};

/// Waiting for somebody to claim it: belongs in the queue.
[[nodiscard]] inline bool isWaiting(const ConversationRow& row)
{
    return !row.handoffId.isNull() && domain::isWaiting(row.status);
}

/// The answer is due within this span, or late: the customer is about to be let down.
inline constexpr std::chrono::minutes riskSpan(5);
[[nodiscard]] bool isAnswerAtRisk(const ConversationRow& row, Timestamp now);

/// From 0.5 on (domain::moodName).
[[nodiscard]] bool isFrustrated(const ConversationRow& row);

/// Held by this agent: belongs in "my conversations".
[[nodiscard]] inline bool isHeldBy(const ConversationRow& row, const domain::AgentId& agent)
{
    return !agent.isNull() && row.holder == domain::Holder::Agent && row.holderAgent == agent;
}

/// True while the customer's word is the last one, so that it is the agent's turn.
[[nodiscard]] inline bool waitsForAgent(const ConversationRow& row)
{
    return row.lastAuthor == domain::Author::Customer;
}

/// The row of a state; unread, unsent, resolving and leaving are left at nothing.
[[nodiscard]] ConversationRow rowOf(const domain::ConversationState& state);

/// The handoff part of a row, enough for domain::priorityAt and domain::queueBefore.
[[nodiscard]] domain::Handoff queueHandoff(const ConversationRow& row);

/// What a list shows of a message: its words, or the names of its files.
[[nodiscard]] QString lineOf(const domain::Message& message);

/// The first line with something in it, white space joined, at most maxLineLength characters.
[[nodiscard]] QString oneLine(const QString& text);

} // namespace relevo::client
