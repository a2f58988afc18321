#pragma once

#include <store/store_options.h>

namespace relevo::store {

struct VerifyReport
{
    bool ok = true;
    QString fault; ///< the first one found: project, sequence number, what; empty when ok
    qint64 projects = 0;
    qint64 events = 0;
    qint64 attachments = 0; ///< files, each with the size and the digest it came with
    qint64 erasedContacts = 0;
    qint64 emptiedEvents = 0; ///< of those contacts; each named by the contact.erased that answers for it
};

/// Proves the journal: sequence numbers without a gap, every hash following from the one before, every body
/// readable, and every projection (heads, project, settings, agents, conversations, handoffs, messages with
/// their delivery, outbox) equal to what a replay gives, every file that messages carry there and whole.
/// Reads one moment of the store, so it may run while the relay serves. Fails when the store cannot be read
/// at all.
[[nodiscard]] Result<VerifyReport> verify(const StoreOptions& options);

} // namespace relevo::store
