#pragma once

#include <base/timestamp.h>

#include <QtCore/QString>

namespace relevo::client {

/// How the desktop stands to its relay. Each says what the user sees.
enum class LinkState {
    SignedOut,      ///< the sign-in page; nothing is connected
    Connecting,     ///< "Connecting…"; lists show the last known state
    CatchingUp,     ///< "Catching up…"; connected, missed events are coming in
    Online,         ///< a quiet green dot; lists are current
    WaitingToRetry, ///< "No connection. Next try in N s"; what is sent waits in the outbox
    Refused,        ///< "Your session has ended. Sign in again"; lists stay visible
    Forbidden,      ///< "You may not use Relevo"; asks for an administrator
    Replaced,       ///< "You opened Relevo elsewhere", with a button to take it back
    TooOld,         ///< "This version is too old for the relay. Update Relevo"
    RelayTooOld,    ///< "The relay is older than this Relevo", with a button to try again
};

/// A state of the link with what there is to say about it.
struct LinkInfo
{
    LinkState state = LinkState::SignedOut;
    milliseconds retryIn{0}; ///< WaitingToRetry only: how long from the moment of the signal
    QString detail;          ///< why the connection failed, in one translated sentence; may be empty
    bool untrusted = false;  ///< it failed because the relay could not prove itself
    /// While connected: so much later it is by this computer's clock than by the relay's; negative: earlier.
    milliseconds clockAhead{0};

    friend bool operator==(const LinkInfo&, const LinkInfo&) = default;
};

/// True when commands reach the relay now.
[[nodiscard]] constexpr bool isConnected(LinkState state)
{
    return state == LinkState::CatchingUp || state == LinkState::Online;
}

/// True when the link will not try again by itself.
[[nodiscard]] constexpr bool needsUser(LinkState state)
{
    return state == LinkState::SignedOut || state == LinkState::Refused || state == LinkState::Forbidden ||
           state == LinkState::Replaced || state == LinkState::TooOld || state == LinkState::RelayTooOld;
}

} // namespace relevo::client
