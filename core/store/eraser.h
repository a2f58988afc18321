#pragma once

#include <domain/event.h>
#include <sql/database.h>
#include <store/lookup.h>

namespace relevo::store {

/// Takes a contact's conversation out of the store: the bodies of the events that tell of them are replaced
/// by what is left without the person (domain/redaction.h), the hashes stay, so that the chain holds and
/// shows that there was something; the rows that are no projections of events (visitors' tokens, what bots
/// remember, kept answers) go. Writer thread, inside the journal's transaction; the deleted bytes are
/// overwritten (sql::Dialect).
class Eraser
{
public:
    explicit Eraser(sql::Database& database) : m_database(database), m_lookup(database) {}

    /// For a contact.erased event that is about to be written: empties the events before it and says in
    /// `erasure` what was emptied.
    [[nodiscard]] Result<void> erase(qint64 project, const domain::ProjectId& id,
                                     const domain::ConversationId& conversation, domain::Erasure& erasure);

    /// Positions of the events that tell of a conversation's customer, ascending.
    [[nodiscard]] static Result<std::vector<qint64>> positions(sql::Database& database, qint64 conversation);

private:
    [[nodiscard]] Result<void> empty(qint64 position, const domain::ConversationId& conversation);
    [[nodiscard]] Result<void> emptyHandoffs();
    [[nodiscard]] Result<void> emptyNotifications(qint64 project, const domain::ConversationId& conversation);
    [[nodiscard]] Result<void> emptyRows(const domain::ProjectId& id, qint64 number,
                                         const domain::ConversationId& conversation);
    [[nodiscard]] Result<std::vector<qint64>> notificationsAbout(qint64 project);

    sql::Database& m_database;
    Lookup m_lookup;
    // Of the erasure under way.
    std::vector<std::pair<qint64, std::string>> m_emptied; // positions and what is left
    std::vector<domain::HandoffId> m_handoffs;
};

/// The digest that a contact.erased event carries, over the bodies in order of their sequence.
class ErasureDigest
{
public:
    void add(std::string_view body);
    [[nodiscard]] qint64 events() const { return m_events; }
    [[nodiscard]] QString hex() const;

private:
    QByteArray m_hash = QByteArray(32, '\0');
    qint64 m_events = 0;
};

} // namespace relevo::store
