#pragma once

#include <domain/attachment.h>
#include <store/store_options.h>

#include <functional>

namespace relevo::store {

/// Where the bytes of attachments lie: DIRECTORY/ab/ID for each, where "ab" are the last letters of the id,
/// and DIRECTORY/incoming for what is still coming. A file that has its place never changes. Any thread;
/// fails with `unavailable` for what the machine refuses.
class AttachmentFiles
{
public:
    explicit AttachmentFiles(QString directory) : m_directory(std::move(directory)) {}
    /// Those of a store.
    explicit AttachmentFiles(const StoreOptions& options);

    [[nodiscard]] const QString& directory() const { return m_directory; }
    [[nodiscard]] QString pathOf(const domain::AttachmentId& id) const;
    /// A path for something that is coming; its directory is there.
    [[nodiscard]] Result<QString> incoming(const QUuid& name) const;

    /// Gives a whole file, already on the disk, its place; one that is there is replaced.
    [[nodiscard]] Result<void> keep(const QString& incoming, const domain::AttachmentId& id) const;
    /// True when it is not there any more.
    bool remove(const domain::AttachmentId& id) const;
    /// A file of `from` gets its place here too.
    [[nodiscard]] Result<void> copy(const AttachmentFiles& from, const domain::AttachmentId& id) const;
    /// What is wrong with a file ("is missing", …); nothing when size and digest are right.
    [[nodiscard]] std::optional<QString> faultOf(const domain::Attachment& attachment) const;

    /// Removes what has stopped coming: not written to since then. How many.
    int removeStale(Timestamp before) const;
    /// Names every file that has its place and was written before then.
    void each(Timestamp before, const std::function<void(const domain::AttachmentId&)>& visit) const;

private:
    QString m_directory;
};

} // namespace relevo::store
