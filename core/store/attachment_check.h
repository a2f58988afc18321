#pragma once

#include <domain/event.h>
#include <store/attachment_files.h>

#include <map>

namespace relevo::store {

/// Measures the files' rows by the messages that carry them, and the files by their rows. Give it every event
/// of the journal, then ask for the outcome.
class AttachmentCheck
{
public:
    explicit AttachmentCheck(const StoreOptions& options) : m_options(options), m_files(options) {}

    void next(const domain::Event& event);
    /// What is wrong; nothing when all is well. Fails when the store cannot be read.
    [[nodiscard]] Result<std::optional<QString>> run(sql::Database& database);
    [[nodiscard]] qint64 files() const { return m_count; }

private:
    struct Sent
    {
        qint64 seq = 0;
        domain::Attachment attachment;
    };
    [[nodiscard]] std::optional<QString> faultOf(const domain::Attachment& stored);
    /// The row may have gone, with its file, since the moment that is looked at.
    [[nodiscard]] bool isStillThere(const domain::Attachment& stored) const;

    const StoreOptions& m_options;
    AttachmentFiles m_files;
    std::map<domain::AttachmentId, Sent> m_sent;
    qint64 m_count = 0;
};

} // namespace relevo::store
