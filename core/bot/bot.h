#pragma once

#include <bot/session.h>

#include <domain/contact.h>
#include <domain/handoff.h>
#include <domain/message.h>

#include <functional>

class QObject;

namespace relevo::bot {

/// One message of a customer, for a bot to answer, and what it may know.
struct Turn
{
    domain::MessageId id; ///< also the turn's: whoever answers it twice answers once
    domain::ConversationId conversation;
    QString sessionId;
    QString text;                                ///< empty when they sent nothing but files
    std::vector<domain::Attachment> attachments; ///< files that came with it
    QString language;                            ///< of the conversation, or as detected; may be empty
    domain::Contact contact;
    domain::Lane lane = domain::Lane::Info;
    bool people = true; ///< the project hands over to humans; else none may be asked for, or offered
    bool wishes = true; ///< and a customer who asks for one is heard
    int failures = 0;   ///< of bots in a row, before this turn
    QJsonObject memory; ///< what this bot left at the end of its last turn in this conversation
    std::vector<domain::Message> history; ///< what was said before, oldest first
    /// Told before something is asked of others that giving the turn up does not take back; may be null.
    std::function<void()> acting;
};

/// What a bot makes of a turn.
struct Reply
{
    QStringList messages;
    bool failed = false;   ///< it could not help; counts towards a handoff
    bool answered = false; ///< a real answer, worth giving also to somebody who waits for a human
    domain::ContactPatch contact;
    std::optional<domain::Trigger> handoff; ///< it asks for a human
    std::optional<domain::Priority> priority;
    QStringList skills;   ///< whoever takes that handoff must have them
    domain::TeamId team;  ///< whose members it is for; null: everybody
    bool broken = false;  ///< it failed without a word of the bot's own: not reached, or not understood
    QJsonObject memory;   ///< for its next turn
    bool asked = false;   ///< it asked something: the next message is its own
    QString cancelOrder;  ///< an order of the project's table to be cancelled with this reply
    bool isLater = false; ///< nothing yet: the answer comes by itself
    int attempts = 0;     ///< requests it took
    QString error;        ///< why it failed, for the turn's record; nothing of what was said
};

using Answered = std::function<void(Reply)>;

/// Somebody who answers turns: built in, or a program asked over HTTP. One thread. The answer may come from
/// within the call; when `context` or the bot is destroyed before, it does not come at all.
class Bot
{
public:
    virtual ~Bot() = default;
    virtual void answer(const Turn& turn, QObject* context, Answered answered) = 0;
};

} // namespace relevo::bot
