#pragma once

#include <domain/attachment.h>
#include <protocol/json.h>

namespace relevo::client {

/// A file that is to go with a message of this agent. Its id is made here, once, so that sending it again
/// makes no second one.
struct OutgoingFile
{
    domain::Attachment what;
    /// Where its bytes are; empty once the relay has them.
    QString path;

    friend bool operator==(const OutgoingFile&, const OutgoingFile&) = default;
};

/// As the replica keeps them.
[[nodiscard]] protocol::Json storedFiles(const std::vector<OutgoingFile>& files);
/// The reverse; what cannot be read is left out.
[[nodiscard]] std::vector<OutgoingFile> readStoredFiles(const protocol::Json& stored);

/// As a message shows them.
[[nodiscard]] std::vector<domain::Attachment> attachmentsOf(const std::vector<OutgoingFile>& files);

} // namespace relevo::client
