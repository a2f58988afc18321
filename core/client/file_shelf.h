#pragma once

#include <client/outgoing_file.h>

#include <base/error.h>
#include <base/timestamp.h>

#include <set>

namespace relevo::client {

/// The files of messages that this device holds: what was brought here to be looked at, and what waits to be
/// sent. One folder a conversation, one file an attachment, named after its id; the owner alone may read
/// them. The folder is the whole truth of it: nothing has to be kept in step with it. One thread.
class FileShelf
{
public:
    static constexpr qint64 mostBytes = 300LL * 1024 * 1024;
    static constexpr std::chrono::hours keptFor{30 * 24}; ///< since it was last looked at

    /// From now on in this folder, which is made when something is to be put there. What an earlier run left
    /// half done, and the copies it opened, are deleted.
    void open(const QString& folder);
    void close() { m_folder.clear(); }
    [[nodiscard]] bool isOpen() const { return !m_folder.isEmpty(); }

    /// Where the file is, or would be.
    [[nodiscard]] QString pathOf(const domain::ConversationId& conversation,
                                 const domain::AttachmentId& id) const;
    /// Where it is, marked as looked at now; empty when it is not here.
    [[nodiscard]] QString find(const domain::ConversationId& conversation,
                               const domain::AttachmentId& id) const;
    /// Makes the folder for it; `unavailable` when the disk refuses.
    [[nodiscard]] Result<QString> placeFor(const domain::ConversationId& conversation,
                                           const domain::AttachmentId& id) const;
    /// Copies what is to be sent, so that it stays as it is now whatever becomes of the original; changes
    /// file.path, and size to what it is. `not_found` when the original is gone, `too_large` past the limit
    /// of the protocol.
    [[nodiscard]] Result<void> take(const domain::ConversationId& conversation, OutgoingFile& file) const;
    [[nodiscard]] Result<void> put(const domain::ConversationId& conversation, const domain::AttachmentId& id,
                                   const QByteArray& bytes) const;
    void drop(const domain::ConversationId& conversation, const domain::AttachmentId& id) const;
    /// Everything of a conversation.
    void forget(const domain::ConversationId& conversation) const;
    /// Deletes what nobody has looked at for keptFor, then the oldest until mostBytes are left. `needed`
    /// stay.
    void prune(const std::set<domain::AttachmentId>& needed, Timestamp now, qint64 bytes = mostBytes) const;

    /// A copy under the file's own name, for another program; it cannot be run and is deleted at the next
    /// open().
    [[nodiscard]] Result<QString> copyToOpen(const domain::ConversationId& conversation,
                                             const domain::Attachment& file) const;
    /// A copy where the user wants it; what was there is replaced.
    [[nodiscard]] Result<void> copyTo(const domain::ConversationId& conversation,
                                      const domain::AttachmentId& id, const QString& path) const;

    /// All that lies in such a folder.
    [[nodiscard]] static qint64 bytesIn(const QString& folder);

private:
    QString m_folder;
};

} // namespace relevo::client
