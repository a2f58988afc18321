#include <models/handover_note.h>

#include <algorithm>

namespace relevo::models {

const domain::Message* handoverNote(const client::Transcript& transcript, const domain::AgentId& me)
{
    const auto& state = transcript.state();
    if (!state || !state->handoff)
        return nullptr;
    const domain::Handoff& handoff = *state->handoff;
    if (!domain::isHeld(handoff.status) || !handoff.assignedTo || handoff.assignedTo->id != me ||
        !handoff.claimedAt)
        return nullptr;
    const auto answers = [](const domain::Message& message) {
        return !message.note;
    };
    if (std::any_of(transcript.waiting().begin(), transcript.waiting().end(), answers))
        return nullptr;
    const QString myself = me.toString();
    const std::vector<domain::Message>& messages = transcript.messages();
    for (auto message = messages.rbegin(); message != messages.rend(); ++message) {
        const bool mine = message->author == domain::Author::Agent && message->authorId == myself;
        if (mine && !message->note && message->at >= *handoff.claimedAt)
            return nullptr;
        // It was written in the moment in which the conversation changed hands.
        if (!mine && message->note && message->at == *handoff.claimedAt)
            return &*message;
    }
    return nullptr;
}

} // namespace relevo::models
