#pragma once

#include <sql/database.h>
#include <store/facts.h>

#include <vector>

namespace relevo::store {

/// Where a contact is known from, and when something was last told of them.
struct StoredContact
{
    domain::ContactId id;
    domain::ConversationId conversation;
    qint64 seq = 0;
};

/// The contacts of all projects: by when something was last told of them, by their labels and by who is the
/// same person; what is known of each stands with their conversation. A projection, kept in step by the
/// journal's transaction and read by everybody on connections of their own. `project` is its number. Fails
/// with the database's errors.
class ContactTable
{
public:
    explicit ContactTable(sql::Database& database) : m_database(database) {}

    // Writing.
    /// Something was told of them: all there is to know now.
    [[nodiscard]] Result<void> put(qint64 position, const domain::Contact& contact,
                                   const domain::ConversationId& conversation);
    /// Their conversation was opened (anew).
    [[nodiscard]] Result<void> opened(qint64 position, const domain::ContactId& id,
                                      const domain::ConversationId& conversation);
    [[nodiscard]] Result<void> forget(const domain::ContactId& id);
    [[nodiscard]] Result<void> write(qint64 project, const Facts& facts);

    // Reading.
    /// Those of whom something was last told before `before`, newest first, with that sequence number; `tag`:
    /// only those who have it, in any case of letters. Empty: everybody.
    [[nodiscard]] Result<std::vector<StoredContact>> newest(qint64 project, qint64 before, int limit,
                                                            const QString& tag = {});
    [[nodiscard]] Result<std::optional<StoredContact>> one(qint64 project, const domain::ContactId& id);
    /// All who are the same person as the contact, the contact among them, newest first; empty when there is
    /// no such contact.
    [[nodiscard]] Result<std::vector<StoredContact>> person(qint64 project, const domain::ContactId& id);
    /// Everything of a project, to be compared with what its events say.
    [[nodiscard]] Result<void> readAll(qint64 project, Facts& facts);

private:
    [[nodiscard]] Result<void> putRow(qint64 position, const domain::ContactId& id,
                                      const domain::ConversationId& conversation,
                                      const domain::ContactId& mergedInto);
    [[nodiscard]] Result<void> putTags(const domain::ContactId& id, const QStringList& tags);

    sql::Database& m_database;
};

} // namespace relevo::store
