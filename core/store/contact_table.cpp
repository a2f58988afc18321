#include <store/contact_table.h>

#include <store/lookup.h>
#include <store/prepared.h>

namespace relevo::store {
namespace {

/// Rows of id, conversation, position.
std::vector<StoredContact> contactsIn(sql::Statement& rows)
{
    const sql::Reading reading(rows);
    std::vector<StoredContact> found;
    while (rows.next())
        found.push_back(
            {domain::ContactId(rows.uuid(0)), domain::ConversationId(rows.uuid(1)), seqOf(rows.number(2))});
    return found;
}

} // namespace

Result<void> ContactTable::putRow(qint64 position, const domain::ContactId& id,
                                  const domain::ConversationId& conversation,
                                  const domain::ContactId& mergedInto)
{
    return store::write(
        m_database,
        "INSERT INTO contacts (id, conversation, changed, merged_into) VALUES (?, ?, ?, ?) ON CONFLICT (id) "
        "DO UPDATE SET changed = excluded.changed, merged_into = excluded.merged_into",
        [&](sql::Statement& s) {
            s.bind(id.uuid()).bind(conversation.uuid()).bind(position);
            if (mergedInto.isNull())
                s.bindNull();
            else
                s.bind(mergedInto.uuid());
        });
}

Result<void> ContactTable::putTags(const domain::ContactId& id, const QStringList& tags)
{
    if (Result<void> cleared = store::write(m_database, "DELETE FROM contact_tags WHERE contact = ?",
                                            [&id](sql::Statement& s) { s.bind(id.uuid()); });
        !cleared)
        return cleared;
    for (const QString& tag : tags) {
        const Result<void> added = store::write(
            m_database, "INSERT INTO contact_tags (contact, tag) VALUES (?, ?) ON CONFLICT DO NOTHING",
            [&](sql::Statement& s) { s.bind(id.uuid()).bind(tag); });
        if (!added)
            return added;
    }
    return {};
}

Result<void> ContactTable::put(qint64 position, const domain::Contact& contact,
                               const domain::ConversationId& conversation)
{
    const Result<void> row = putRow(position, contact.id, conversation, contact.mergedInto);
    return row ? putTags(contact.id, foldedTags(contact)) : row;
}

Result<void> ContactTable::opened(qint64 position, const domain::ContactId& id,
                                  const domain::ConversationId& conversation)
{
    return store::write(
        m_database,
        "INSERT INTO contacts (id, conversation, changed) VALUES (?, ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET changed = excluded.changed",
        [&](sql::Statement& s) { s.bind(id.uuid()).bind(conversation.uuid()).bind(position); });
}

Result<void> ContactTable::forget(const domain::ContactId& id)
{
    const auto byId = [&id](sql::Statement& s) {
        s.bind(id.uuid());
    };
    const Result<void> tags = store::write(m_database, "DELETE FROM contact_tags WHERE contact = ?", byId);
    return tags ? store::write(m_database, "DELETE FROM contacts WHERE id = ?", byId) : tags;
}

Result<void> ContactTable::write(qint64 project, const Facts& facts)
{
    for (const auto& [id, known] : facts.contacts) {
        Result<void> put = putRow(positionOf(project, known.seq), id, known.conversation, known.mergedInto);
        if (put)
            put = putTags(id, known.tags);
        if (!put)
            return put;
    }
    return {};
}

Result<std::vector<StoredContact>> ContactTable::newest(qint64 project, qint64 before, int limit,
                                                        const QString& tag)
{
    const auto bounds = [&](sql::Statement& s) {
        s.bind(positionOf(project, 0)).bind(positionOf(project, before)).bind(limit);
    };
    const auto rows =
        tag.isEmpty()
            ? ran(m_database,
                  "SELECT id, conversation, changed FROM contacts WHERE changed > ? AND changed < ? "
                  "ORDER BY changed DESC LIMIT ?",
                  bounds)
            : ran(m_database,
                  "SELECT c.id, c.conversation, c.changed FROM contact_tags t JOIN contacts c ON "
                  "c.id = t.contact WHERE t.tag = ? AND c.changed > ? AND c.changed < ? "
                  "ORDER BY c.changed DESC LIMIT ?",
                  [&](sql::Statement& s) {
                      s.bind(tag.toCaseFolded());
                      bounds(s);
                  });
    if (!rows)
        return std::unexpected(rows.error());
    return contactsIn(**rows);
}

Result<std::optional<StoredContact>> ContactTable::one(qint64 project, const domain::ContactId& id)
{
    const auto rows =
        ran(m_database,
            "SELECT id, conversation, changed FROM contacts WHERE id = ? AND changed > ? AND changed <= ?",
            [&](sql::Statement& s) {
                s.bind(id.uuid()).bind(positionOf(project, 0)).bind(positionOf(project, lastSeq));
            });
    if (!rows)
        return std::unexpected(rows.error());
    std::vector<StoredContact> found = contactsIn(**rows);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

Result<std::vector<StoredContact>> ContactTable::person(qint64 project, const domain::ContactId& id)
{
    // Whom they are merged into may have been erased; those who are left are one person all the same.
    const auto rows =
        ran(m_database,
            "WITH root AS (SELECT coalesce(merged_into, id) AS id FROM contacts WHERE id = ?) "
            "SELECT id, conversation, changed FROM contacts WHERE (id = (SELECT id FROM root) OR "
            "merged_into = (SELECT id FROM root)) AND changed > ? AND changed <= ? ORDER BY changed DESC",
            [&](sql::Statement& s) {
                s.bind(id.uuid()).bind(positionOf(project, 0)).bind(positionOf(project, lastSeq));
            });
    if (!rows)
        return std::unexpected(rows.error());
    return contactsIn(**rows);
}

Result<void> ContactTable::readAll(qint64 project, Facts& facts)
{
    const auto range = [&](sql::Statement& s) {
        s.bind(positionOf(project, 0)).bind(positionOf(project, lastSeq));
    };
    const auto rows = ran(m_database,
                          "SELECT id, conversation, changed, merged_into FROM contacts WHERE changed > ? AND "
                          "changed <= ?",
                          range);
    if (!rows)
        return std::unexpected(rows.error());
    {
        const sql::Reading reading(**rows);
        while ((*rows)->next()) {
            Facts::Known& known = facts.contacts[domain::ContactId((*rows)->uuid(0))];
            known.conversation = domain::ConversationId((*rows)->uuid(1));
            known.seq = seqOf((*rows)->number(2));
            if (!(*rows)->isNull(3))
                known.mergedInto = domain::ContactId((*rows)->uuid(3));
        }
    }
    const auto tags = ran(m_database,
                          "SELECT t.contact, t.tag FROM contact_tags t JOIN contacts c ON c.id = t.contact "
                          "WHERE c.changed > ? AND c.changed <= ?",
                          range);
    if (!tags)
        return std::unexpected(tags.error());
    const sql::Reading reading(**tags);
    while ((*tags)->next())
        facts.contacts[domain::ContactId((*tags)->uuid(0))].tags.push_back((*tags)->text(1));
    for (auto& [id, known] : facts.contacts)
        known.tags.sort();
    return {};
}

} // namespace relevo::store
