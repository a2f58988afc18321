#include <relay/answers.h>

#include <domain/frustration.h>
#include <protocol/codec.h>
#include <protocol/names.h>

namespace relevo::relay::answers {
namespace {

using protocol::Json;

/// The message a human, customer or bot wrote with this command; the relay's own notices are not meant.
const domain::Message* written(const Outcome& outcome)
{
    for (const store::CommittedEvent& committed : outcome.events) {
        const auto* message = std::get_if<domain::Message>(&committed.event.data);
        if (message && message->author != domain::Author::System)
            return message;
    }
    return nullptr;
}

} // namespace

const char* controlName(const domain::ConversationState& conversation)
{
    const bool mute =
        conversation.control.holder == domain::Holder::Agent || conversation.conversation.botOff;
    return mute ? "human" : "bot";
}

protocol::Json sentiment(const domain::ConversationState& conversation)
{
    return Json{{"label", domain::moodName(conversation.frustration)}, {"score", conversation.frustration}};
}

std::string received(const Outcome& outcome)
{
    const domain::Message* message = written(outcome);
    const domain::ConversationState* conversation = outcome.conversation;
    if (!message || !conversation)
        return "{}";
    Json json{{"messageId", message->id.text()},
              {"conversationId", message->conversationId.text()},
              {"seq", message->seq},
              {"control", controlName(*conversation)},
              {"handoff", nullptr}};
    if (conversation->handoff && domain::isOpen(conversation->handoff->status)) {
        // These alone: a whole handoff, with its summary, would cost more than the message.
        const domain::Handoff& handoff = *conversation->handoff;
        json["handoff"] = Json{{"id", handoff.id.text()},
                               {"status", protocol::nameOf(handoff.status)},
                               {"trigger", Json{{"type", protocol::nameOf(handoff.trigger.type)},
                                                {"reason", protocol::utf8(handoff.trigger.reason)},
                                                {"score", handoff.trigger.score}}}};
    }
    // Taken for a rating, it is done: the bot has nothing to answer. Who says the same number again said one.
    if (message->kind == domain::messagekind::rating && conversation->handoff &&
        conversation->handoff->rating)
        json["rating"] = Json{{"handoffId", conversation->handoff->id.text()},
                              {"score", conversation->handoff->rating->score}};
    return protocol::dump(json);
}

std::string initiated(const Outcome& outcome)
{
    if (!outcome.conversation || !outcome.conversation->handoff)
        return "{}";
    const domain::Handoff& handoff = *outcome.conversation->handoff;
    return protocol::dump(Json{{"handoffId", handoff.id.text()},
                               {"status", protocol::nameOf(handoff.status)},
                               {"mode", protocol::nameOf(handoff.mode)}});
}

std::string claimed(const Outcome& outcome)
{
    return protocol::dump(
        Json{{"success", true}, {"epoch", outcome.conversation ? outcome.conversation->control.epoch : 0}});
}

std::string sent(const Outcome& outcome)
{
    const domain::Message* message = written(outcome);
    if (!message)
        return "{}";
    return protocol::dump(Json{{"messageId", message->id.text()}, {"seq", message->seq}});
}

std::string message(const Outcome& outcome)
{
    const domain::Message* message = written(outcome);
    return message ? protocol::dump(protocol::toJson(*message)) : "{}";
}

std::string erased(const Outcome& outcome, int orders)
{
    qint64 events = 0;
    for (const store::CommittedEvent& committed : outcome.events) {
        if (const auto* erasure = std::get_if<domain::Erasure>(&committed.event.data))
            events += erasure->events;
    }
    return protocol::dump(Json{{"success", true}, {"events", events}, {"orders", orders}});
}

std::string done(const Outcome&)
{
    return R"({"success":true})";
}

std::string visitorMessage(const Outcome& outcome)
{
    return R"({"message":)" + message(outcome) + "}";
}

} // namespace relevo::relay::answers
