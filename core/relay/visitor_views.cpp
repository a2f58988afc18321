#include <relay/visitor_views.h>

#include <domain/customer.h>
#include <domain/rating.h>
#include <protocol/codec.h>
#include <protocol/names.h>

namespace relevo::relay {

using protocol::Json;
using protocol::utf8;

Json handoffForVisitor(const domain::Handoff& handoff, const domain::ConversationState* state)
{
    Json json{{"status", protocol::nameOf(handoff.status)},
              {"mode", protocol::nameOf(handoff.mode)},
              {"agent", nullptr},
              {"emailWanted",
               state && state->handoff && state->handoff->id == handoff.id && domain::wantsEmail(*state)}};
    if (handoff.assignedTo)
        json["agent"] = Json{{"name", utf8(handoff.assignedTo->name)}};
    return json;
}

Json ratingForVisitor(const domain::Handoff& handoff)
{
    const std::optional<Timestamp> until = domain::ratedUntil(handoff);
    if (!until || !handoff.ratingAskedAt)
        return nullptr;
    Json json{{"handoffId", handoff.id.text()}, {"until", toRfc3339(*until)}};
    if (handoff.rating) {
        json["score"] = handoff.rating->score;
        json["comment"] = utf8(handoff.rating->comment);
    }
    return json;
}

Json messageForVisitor(const domain::Message& message)
{
    Json json = protocol::toJson(message);
    json.erase("authorId");
    json.erase("externalId");
    json.erase("botFailed");
    json.erase("frustration");
    json.erase("repeats");
    json.erase("note");
    return json;
}

std::optional<Json> dataForVisitor(const domain::Event& event, const domain::ConversationState* state)
{
    if (const auto* message = std::get_if<domain::Message>(&event.data))
        return message->note ? std::nullopt : std::optional(Json{{"message", messageForVisitor(*message)}});
    if (const auto* update = std::get_if<domain::DeliveryUpdate>(&event.data))
        return protocol::toJson(*update);
    const auto* handoff = std::get_if<domain::Handoff>(&event.data);
    // It may be an earlier one, which says nothing of who has the customer now.
    if (handoff && event.type == domain::EventType::HandoffRated)
        return Json{{"rating", ratingForVisitor(*handoff)}};
    // What was promised among us about the handoff (sla.*) is not for the customer.
    if (handoff && protocol::nameOf(event.type).starts_with("handoff.")) {
        Json json{{"handoff", handoffForVisitor(*handoff, state)}};
        if (event.type == domain::EventType::HandoffReopened || handoff->ratingAskedAt)
            json["rating"] = ratingForVisitor(*handoff);
        return json;
    }
    // Now that an address is known, none is wanted any more.
    if (event.type == domain::EventType::ContactUpdated && state && state->handoff &&
        domain::isOpen(state->handoff->status))
        return Json{{"handoff", handoffForVisitor(*state->handoff, state)}};
    return std::nullopt;
}

} // namespace relevo::relay
