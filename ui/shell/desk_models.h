#pragma once

#include <models/conversation_details.h>
#include <models/inbox.h>
#include <models/messages_model.h>

#include <client/colleagues.h>

namespace relevo::ui {

/// What the windows show, as models. One set of it; outlives the windows.
struct DeskModels
{
    DeskModels(const client::LiveView& liveView, const Clock& time)
        : live(liveView), clock(time), colleagues(liveView), inbox(liveView, time), details(liveView)
    {
    }

    const client::LiveView& live;
    const Clock& clock;
    client::Colleagues colleagues;
    models::Inbox inbox;
    models::MessagesModel messages; ///< of the conversation that is looked at
    models::ConversationDetails details;

    /// Shows another conversation, or none (null).
    void look(client::Transcript* transcript)
    {
        // The details first: what the messages' view asks for while it resets is then right already.
        details.setTranscript(transcript);
        messages.setTranscript(transcript, live.me().id);
    }
};

} // namespace relevo::ui
