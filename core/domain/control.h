#pragma once

#include <domain/ids.h>

namespace relevo::domain {

enum class Holder { Bot, Agent, Nobody };

/// Who may speak to the customer: the bot or one agent, never both. Every change of holder raises the epoch;
/// whatever was written under an older epoch is stale and is refused.
struct Control
{
    Holder holder = Holder::Bot;
    AgentId agent;    ///< null unless holder is Agent
    qint64 epoch = 0; ///< 1 when a conversation is new, then only growing

    friend bool operator==(const Control&, const Control&) = default;
};

} // namespace relevo::domain
