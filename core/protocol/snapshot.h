#pragma once

#include <domain/state.h>
#include <protocol/json.h>

#include <vector>

namespace relevo::protocol {

/// One open conversation of a snapshot, with its newest messages in order of seq.
struct SnapshotConversation
{
    domain::ConversationState state;
    std::vector<domain::Message> messages;
};

/// Files of a conversation that are no longer kept.
struct SnapshotRemoved
{
    domain::ConversationId conversation;
    std::vector<domain::AttachmentId> ids;
};

/// A part of the live state at sequence `seq`: the first page has project, settings, agents and teams; the
/// later ones some conversations, then those that were resolved lately; the last one says so. Sent as
/// `snapshot` notifications; all pages of one snapshot carry the same seq.
struct SnapshotPage
{
    qint64 seq = 0;
    int page = 0;
    bool last = false;
    std::optional<domain::Project> project;
    std::optional<domain::Settings> settings;
    std::vector<domain::Agent> agents;
    std::vector<domain::Team> teams;
    std::vector<SnapshotConversation> conversations;
    /// Whose contacts were erased after the sequence the reader had; what it has of them must go.
    std::vector<domain::ConversationId> erased;
    /// The same of files that stopped being kept.
    std::vector<SnapshotRemoved> attachmentsRemoved;
    /// Closed ones whose handoff was resolved lately, newest first: not part of the live state.
    std::vector<domain::ConversationState> resolved;
};

[[nodiscard]] Json toJson(const SnapshotPage& page);
[[nodiscard]] Json toJson(const SnapshotConversation& conversation);
[[nodiscard]] Result<SnapshotPage> snapshotPageFromJson(const Json& json);

} // namespace relevo::protocol
