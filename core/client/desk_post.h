#pragma once

#include <client/desk.h>
#include <client/session.h>

namespace relevo::client {

// How a Desk reaches its session; only for the files of Desk itself.

/// Runs `call` on the mirror thread, in the order of posting.
template <typename Call>
void Desk::post(Call call)
{
    QMetaObject::invokeMethod(
        m_session, [session = m_session, call = std::move(call)] { call(*session); }, Qt::QueuedConnection);
}

template <typename Call>
void Desk::postAbout(const domain::HandoffId& handoff, Call call)
{
    post([handoff, conversation = conversationOf(handoff), call = std::move(call)](Session& session) {
        call(session, handoff, conversation);
    });
}

} // namespace relevo::client
