#pragma once

#include <domain/conversation_state.h>
#include <sql/database.h>
#include <store/attachments.h>
#include <store/lookup.h>

namespace relevo::store {

class BotTables;

/// All that is known of a contact, for themselves to read or to take elsewhere.
struct ContactRecord
{
    domain::Conversation conversation;
    std::vector<domain::Message> messages; ///< ascending, private notes among them
    std::vector<domain::Handoff> handoffs; ///< with their summaries
    std::vector<std::string> events;       ///< that tell of them, as they are stored, in order
    QByteArray botMemory;                  ///< what the bots remember (JSON); empty for nothing
};

/// A conversation that was closed, for whoever forgets contacts after a time.
struct ClosedConversation
{
    domain::Conversation conversation;
    std::vector<domain::AttachmentId> files; ///< that are kept; the first mostFilesOfOne
};

/// Files of a conversation that are no longer kept.
struct RemovedFiles
{
    domain::ConversationId conversation;
    std::vector<domain::AttachmentId> ids;
};

/// What people may ask to be told, and who is to be forgotten. On the connection of whoever owns it; fails
/// with the database's errors.
class DataRights
{
public:
    DataRights(sql::Database& database, BotTables& bots)
        : m_database(database), m_bots(bots), m_lookup(database), m_attachments(database)
    {
    }

    /// Nothing when there is no such contact, or they were erased. In one transaction of the caller's, or the
    /// parts may be of different moments.
    [[nodiscard]] Result<std::optional<ContactRecord>> record(const domain::ProjectId& project,
                                                              const domain::ContactId& contact);
    /// The same of everybody who is the same person, the contact themselves first; empty when there is none.
    [[nodiscard]] Result<std::vector<ContactRecord>> person(const domain::ProjectId& project,
                                                            const domain::ContactId& contact);
    /// The next `limit` conversations after that number that are closed and whose contacts are still known.
    /// Those that are not are left out, and `last` is the number to go on after; 0: there are no more.
    struct ClosedPage
    {
        std::vector<ClosedConversation> conversations;
        qint64 last = 0;
    };
    [[nodiscard]] Result<ClosedPage> closed(const domain::ProjectId& project, qint64 after, int limit);
    static constexpr int mostFilesOfOne = 1'000; ///< so that an event that names them fits a frame
    /// Conversations whose contacts were erased by events after `seq`.
    [[nodiscard]] Result<std::vector<domain::ConversationId>> erasedAfter(const domain::ProjectId& project,
                                                                          qint64 seq);
    /// Files that stopped being kept by events after `seq`, by conversation; none of contacts who were
    /// erased.
    [[nodiscard]] Result<std::vector<RemovedFiles>> filesRemovedAfter(const domain::ProjectId& project,
                                                                      qint64 seq);

private:
    [[nodiscard]] Result<void> readEvents(qint64 conversation, ContactRecord& record);
    [[nodiscard]] Result<void> readHandoffs(ContactRecord& record,
                                            const std::vector<domain::HandoffId>& handoffs);

    sql::Database& m_database;
    BotTables& m_bots;
    Lookup m_lookup;
    Attachments m_attachments;
};

} // namespace relevo::store
