#pragma once

#include <domain/contact.h>
#include <domain/ids.h>

#include <QtCore/QStringList>

#include <optional>

namespace relevo::domain {

enum class ConversationStatus { Open, Closed };

/// A thread with one contact on one channel. A closed one opens again, under the same id, when the contact
/// writes.
struct Conversation
{
    ConversationId id;
    QString sessionId; ///< the channel's or bot's own id of the chat, unique per project
    QString channel;   ///< "web" (the web chat), "http" (a bot's door) or what a bot said there (channel.h)
    Contact contact;
    ConversationStatus status = ConversationStatus::Open;
    QString language; ///< two-letter code; empty while unknown
    Timestamp openedAt;
    std::optional<Timestamp> closedAt;
    AgentId lastAgent; ///< who held it last before it was last closed; null: nobody
    /// The customer was warned that the conversation would close for their silence; holds while that warning
    /// is the last message, or an agent's older one is where the warning could not be sent.
    std::optional<Timestamp> idleWarnedAt;
    /// Since when nobody shows the web chat any more, noted only while a human is awaited (customer.h).
    std::optional<Timestamp> customerGoneAt;
    QStringList tags; ///< labels the bot's side gave it; time promises may hang on them
    /// No bot may speak to this customer, until it is let to again or the conversation begins anew.
    bool botOff = false;
    bool erased = false; ///< its contact was forgotten; nothing can happen in it any more

    friend bool operator==(const Conversation&, const Conversation&) = default;
};

} // namespace relevo::domain
