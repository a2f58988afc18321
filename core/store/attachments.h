#pragma once

#include <domain/message.h>
#include <sql/database.h>
#include <store/attachment_files.h>

namespace relevo::store {

/// A file that was uploaded, of a message or of none yet.
struct StoredAttachment
{
    domain::Attachment attachment;
    QString owner;                            ///< who may send it: as the door that took it names its callers
    Timestamp at;                             ///< when it came
    domain::ConversationId conversation = {}; ///< null: of no message yet
    bool shown = false;                       ///< a message with it is for the customer's eyes
    bool gone = false;                        ///< no longer kept
};

/// The rows of files; their bytes are in AttachmentFiles. On the connection of whoever owns it; fails with
/// the database's errors.
class Attachments
{
public:
    explicit Attachments(sql::Database& database) : m_database(database) {}

    [[nodiscard]] Result<std::optional<StoredAttachment>> find(const domain::ProjectId& project,
                                                               const domain::AttachmentId& id);
    [[nodiscard]] Result<void> add(const domain::ProjectId& project, const StoredAttachment& stored);
    /// What a message of that conversation shall carry, in that order. Fails with `invalid`, naming the one
    /// that is not there, not the owner's, or in another conversation.
    [[nodiscard]] Result<std::vector<domain::Attachment>>
    forMessage(const domain::ProjectId& project, const std::vector<domain::AttachmentId>& ids,
               const QString& owner, const domain::ConversationId& conversation);
    /// A message with these was written.
    [[nodiscard]] Result<void> noteSent(const domain::Message& message);

    /// These files of a conversation are no longer kept since the event at that position: they go to the
    /// trash, and their rows stay to say so.
    [[nodiscard]] Result<void> remove(const std::vector<domain::AttachmentId>& ids, qint64 position);
    /// Those of a conversation that are kept, at most `limit`.
    [[nodiscard]] Result<std::vector<domain::AttachmentId>> keptOf(const domain::ConversationId& conversation,
                                                                   int limit);
    /// Notes in the messages which of their files are no longer kept.
    [[nodiscard]] Result<void> markGone(std::vector<domain::Message>& messages);

    /// All of a conversation, also what its customer uploaded and did not send (`visitor` is that owner),
    /// goes to the trash.
    [[nodiscard]] Result<void> forget(const domain::ProjectId& project,
                                      const domain::ConversationId& conversation, const QString& visitor);
    /// What came before and is of no message goes there too; how many.
    [[nodiscard]] Result<int> forgetUnsent(Timestamp before);
    /// Removes files of the trash, at most `limit`; how many. In a later transaction than what put them
    /// there, so that nothing is gone that comes back.
    [[nodiscard]] Result<int> removeTrash(const AttachmentFiles& files, int limit);

    /// Whether there is a row of that id, whosoever it is.
    [[nodiscard]] Result<bool> isKnown(const domain::AttachmentId& id);
    /// The same, and its file is kept.
    [[nodiscard]] Result<bool> isKept(const domain::AttachmentId& id);
    /// Kept files of all projects whose ids come after, ascending, at most `limit`, for whoever looks at
    /// each.
    [[nodiscard]] Result<std::vector<domain::Attachment>> after(const domain::AttachmentId& id, int limit);

private:
    [[nodiscard]] Result<bool> hasRow(const char* query, const domain::AttachmentId& id);

    sql::Database& m_database;
};

/// The owner of what a customer uploads by the web chat.
[[nodiscard]] QString visitorOwner(const domain::ConversationId& conversation);

} // namespace relevo::store
