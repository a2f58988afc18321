#pragma once

#include <client/row_set.h>
#include <domain/channel_health.h>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace relevo::client {

/// What changed in one conversation that is looked at.
struct TranscriptBatch
{
    domain::ConversationId conversation;
    bool reset = false; ///< `messages` replace everything; else they are added, or replace their equals by id
    std::optional<domain::ConversationState> state;
    std::vector<domain::Message> messages; ///< ascending by seq; may be newer or older than what is known
    std::vector<domain::DeliveryUpdate> deliveries;
    std::optional<std::vector<domain::Message>> waiting; ///< own messages in the outbox, in order; seq is 0
    std::map<QString, Timestamp> held; ///< with `waiting`: until when some of them are held back, by clientId
    std::optional<bool> hasOlder;      ///< whether asking for older ones may give any
    std::optional<qint64> readUpTo;    ///< the read mark as it was when the conversation was opened
    bool loadingDone = false;          ///< this answers an open or a request for older messages
};

/// What changed in the replica since the last batch; the mirror thread makes at most one a frame and the UI
/// thread folds it into LiveView.
struct LiveBatch
{
    bool reset = false; ///< forget all rows first
    /// With `reset`, what there is then, null for nothing; made on the mirror thread, for a hundred thousand
    /// rows take longer than a frame, and taken over whole: it is the live view's from then on.
    std::shared_ptr<RowSet> whole;
    std::vector<ConversationRow> rows;
    std::vector<domain::ConversationId> gone; ///< closed, so no longer live
    /// Closed conversations whose handoff was resolved; each replaces what is known of it, and is in `gone`,
    /// too, unless all is reset.
    std::vector<ConversationRow> resolved;
    std::optional<domain::Project> project;
    std::optional<domain::Settings> settings;
    std::optional<std::vector<domain::Agent>> agents; ///< all of them
    std::optional<std::vector<domain::Team>> teams;   ///< with agents
    /// All ways out of the project that do not work.
    std::optional<std::vector<domain::HealthChange>> failing;
    std::vector<TranscriptBatch> transcripts;
    qint64 seq = 0;

    [[nodiscard]] bool isEmpty() const
    {
        return !reset && rows.empty() && gone.empty() && resolved.empty() && !project && !settings &&
               !agents && !failing && transcripts.empty();
    }
};

/// How a batch crosses the threads: made once, then only read.
using SharedBatch = std::shared_ptr<const LiveBatch>;

} // namespace relevo::client
