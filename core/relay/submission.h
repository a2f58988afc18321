#pragma once

#include <domain/command.h>
#include <domain/state.h>
#include <store/journal.h>

#include <chrono>
#include <functional>
#include <string>
#include <variant>
#include <vector>

namespace relevo::relay {

/// How a command names its conversation: by the caller's session, its id, its handoff, one of its messages or
/// its contact; or not at all.
using ConversationKey = std::variant<std::monostate, QString, domain::ConversationId, domain::HandoffId,
                                     domain::MessageId, domain::ContactId>;

/// What an answer may be made of: the events the command caused and the state they left.
struct Outcome
{
    const std::vector<store::CommittedEvent>& events;
    const domain::ConversationState* conversation = nullptr; ///< null when the command is about none
    const domain::ProjectState& project;
};

/// What a command is known by when it comes again.
struct CommandId
{
    QString id;
    QByteArray content = {}; ///< a hash of what it said; a repeat that says something else is `invalid`
};

/// A command on its way to the journal. `answer` runs in the writer thread (pure: JSON text of the outcome,
/// kept with the command ids); `done` runs in the I/O thread after the events are on disk and everybody who
/// listens has been told.
struct Submission
{
    domain::ProjectId project;
    std::vector<CommandId> commandIds; ///< a repeat of any of them gets the first answer
    domain::Actor actor;
    ConversationKey key;
    domain::Command command;
    std::function<std::string(const Outcome&)> answer;
    std::function<void(Result<std::string>)> done;
    /// Rows that stand and fall with the command, in its transaction; writer thread, either may be null.
    /// `check` runs before it is decided, and its error refuses the command; `rows` runs after its events are
    /// written. Neither runs for a repeat.
    std::function<Result<void>(store::Journal&)> check = {};
    std::function<Result<void>(store::Journal&)> rows = {};
    std::vector<domain::AttachmentId> attachments =
        {};                       ///< that the message shall carry, for the writer to find
    QString attachmentOwner = {}; ///< and who they must be of
    bool tellsOfContact = false;  ///< the answer holds what the conversation's customer said, or who they are
    bool ofWholePerson =
        false; ///< of EraseContact: all who are the same person go with the one that is named
    void carry(std::vector<domain::AttachmentId> files, QString owner)
    {
        attachments = std::move(files);
        attachmentOwner = std::move(owner);
    }
    std::chrono::steady_clock::time_point submitted = {}; ///< set by the pipeline, for its statistics
};

/// A write of rows that are no events (credentials), in the same transactions as the commands.
struct Chore
{
    domain::ProjectId project;                         ///< brought up to date before; null for none
    std::function<Result<void>(store::Journal&)> work; ///< writer thread
    std::function<void(Result<void>)> done;            ///< I/O thread
};

} // namespace relevo::relay
