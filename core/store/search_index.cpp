#include <store/search_index.h>

#include <sql/full_text.h>
#include <sql/migrator.h>
#include <sql/transaction.h>

#include <QtCore/QFile>

#include <algorithm>
#include <limits>

namespace relevo::store {
namespace {

Result<std::unique_ptr<sql::Database>> openDatabase(const QString& path, bool readOnly)
{
    sql::DatabaseOptions options;
    options.path = path;
    options.readOnly = readOnly;
    options.durable = false; // it is made from the journal, and can be again
    options.checkpointAt = 1'000;
    return sql::Database::open(options);
}

Result<void> prepare(sql::Database& database, const QString& epoch)
{
    if (Result<void> migrated = sql::Migrator(database, QStringLiteral(":/relevo/search")).migrate();
        !migrated)
        return migrated;
    const Result<QVariant> of =
        database.value(QStringLiteral("SELECT value FROM meta WHERE name = 'journal_epoch'"));
    if (!of)
        return std::unexpected(of.error());
    if (!of->isNull() && of->toString() != epoch)
        return failure(ErrorCode::Conflict, QStringLiteral("The index is of another journal."));
    auto name = database.prepared(
        "INSERT INTO meta (name, value) VALUES ('journal_epoch', ?) ON CONFLICT DO NOTHING");
    return name ? (*name)->bind(epoch).run() : std::unexpected(name.error());
}

/// A project's id as one word.
QString wordOf(const domain::ProjectId& project)
{
    return u'p' + project.uuid().toString(QUuid::Id128);
}

/// What FTS5 is asked: every word quoted, so that nothing in it is an operator. Empty without any words.
QString matchOf(const domain::ProjectId& project, const QString& text)
{
    const QStringList words = sql::quotedWords(text);
    if (words.isEmpty())
        return {};
    QString match = QStringLiteral("project : \"%1\"").arg(wordOf(project));
    for (const QString& one : words)
        match += QStringLiteral(" AND text : %1").arg(one);
    return match + u'*';
}

} // namespace

Result<std::unique_ptr<SearchIndex>> SearchIndex::open(const QString& path, const QString& epoch)
{
    for (const bool again : {false, true}) {
        auto database = openDatabase(path, false);
        const Result<void> ready =
            database ? prepare(**database, epoch) : Result<void>(std::unexpected(database.error()));
        if (ready) {
            for (const char* side : {"", "-wal", "-shm"})
                QFile::setPermissions(path + QLatin1String(side), QFile::ReadOwner | QFile::WriteOwner);
            return std::unique_ptr<SearchIndex>(new SearchIndex(std::move(*database)));
        }
        // A full disk would not be mended by making it anew.
        if (again || ready.error().code == ErrorCode::Unavailable)
            return std::unexpected(ready.error());
        if (database)
            database->reset();
        for (const char* side : {"", "-wal", "-shm"})
            QFile::remove(path + QLatin1String(side));
    }
    return failure(ErrorCode::Internal, QStringLiteral("The search index cannot be made."));
}

Result<std::unique_ptr<SearchIndex>> SearchIndex::openForReading(const QString& path)
{
    auto database = openDatabase(path, true);
    if (!database)
        return std::unexpected(database.error());
    return std::unique_ptr<SearchIndex>(new SearchIndex(std::move(*database)));
}

Result<qint64> SearchIndex::reached(const domain::ProjectId& project)
{
    auto statement = m_database->prepared("SELECT seq FROM reached WHERE project = ?");
    if (!statement)
        return std::unexpected(statement.error());
    if (Result<void> ran = (*statement)->bind(project.uuid()).run(); !ran)
        return std::unexpected(ran.error());
    const sql::Reading reading(**statement);
    return (*statement)->next() ? (*statement)->number(0) : 0;
}

Result<void> SearchIndex::add(const domain::ProjectId& project, std::span<const domain::Event> events)
{
    if (events.empty())
        return {};
    auto transaction = sql::Transaction::begin(*m_database, sql::Transaction::Kind::Write);
    if (!transaction)
        return std::unexpected(transaction.error());
    m_changes.clear();
    for (const domain::Event& event : events) {
        if (Result<void> added = addEvent(project, event); !added)
            return added;
    }
    if (Result<void> written = writeWords(project); !written)
        return written;
    auto statement = m_database->prepared("INSERT INTO reached (project, seq) VALUES (?, ?) "
                                          "ON CONFLICT (project) DO UPDATE SET seq = excluded.seq");
    if (!statement)
        return std::unexpected(statement.error());
    if (Result<void> ran = (*statement)->bind(project.uuid()).bind(events.back().seq).run(); !ran)
        return ran;
    if (Result<void> committed = transaction->commit(); !committed)
        return committed;
    m_emptiesLog = m_emptiesLog || std::ranges::any_of(events, [](const domain::Event& event) {
                       return event.type == domain::EventType::ContactErased;
                   });
    if (!m_emptiesLog)
        return {};
    // While somebody searches the log stays; then it is tried again with the next events.
    const Result<int> left = m_database->checkpoint(sql::Checkpoint::Truncate);
    m_emptiesLog = !left || *left > 0;
    return {};
}

Result<void> SearchIndex::addEvent(const domain::ProjectId& project, const domain::Event& event)
{
    using Kind = SearchHit::Kind;
    if (const auto* message = std::get_if<domain::Message>(&event.data))
        return put({message->note ? Kind::Note : Kind::Message, event.conversationId, message->id.uuid(),
                    event.seq, event.at, message->content, 0});
    if (event.type == domain::EventType::ContactCreated)
        return {}; // the opening before it has brought the contact
    if (const auto* contact = std::get_if<domain::Contact>(&event.data))
        return addContact(event, *contact);
    if (event.type == domain::EventType::ConversationOpened)
        return addContact(event, std::get<domain::Conversation>(event.data).contact);
    if (event.type == domain::EventType::ContactErased) {
        const Result<void> written = writeWords(project);
        return written ? forgetConversation(event.conversationId) : written;
    }
    return {};
}

Result<void> SearchIndex::addContact(const domain::Event& event, const domain::Contact& contact)
{
    QStringList words{contact.name, contact.email, contact.phone};
    for (const auto& [key, value] : contact.attributes)
        words.push_back(value);
    words += contact.tags;
    words.removeAll(QString());
    return put({SearchHit::Kind::Contact, event.conversationId, contact.id.uuid(), event.seq, event.at,
                words.join(u' '), 0});
}

Result<void> SearchIndex::forget(const QUuid& item)
{
    auto found = m_database->prepared("DELETE FROM found WHERE item = ? RETURNING number");
    if (!found)
        return std::unexpected(found.error());
    if (Result<void> ran = (*found)->bind(item).run(); !ran)
        return ran;
    if ((*found)->next())
        m_changes.push_back({(*found)->number(0), std::nullopt});
    (*found)->finish();
    return {};
}

Result<void> SearchIndex::forgetConversation(const domain::ConversationId& conversation)
{
    auto words = m_database->prepared(
        "DELETE FROM words WHERE rowid IN (SELECT number FROM found WHERE conversation = ?)");
    auto found = m_database->prepared("DELETE FROM found WHERE conversation = ?");
    // A deleted word stays in the index's older parts until they are made one.
    auto merged = m_database->prepared("INSERT INTO words (words) VALUES ('optimize')");
    if (!words || !found || !merged)
        return std::unexpected(!words ? words.error() : !found ? found.error() : merged.error());
    if (Result<void> ran = (*words)->bind(conversation.uuid()).run(); !ran)
        return ran;
    if (Result<void> ran = (*found)->bind(conversation.uuid()).run(); !ran)
        return ran;
    return (*merged)->run();
}

Result<void> SearchIndex::put(const SearchHit& hit)
{
    // One row an item: a contact's later words replace the earlier ones.
    if (Result<void> forgotten = forget(hit.item); !forgotten || hit.text.isEmpty())
        return forgotten;
    auto found = m_database->prepared("INSERT INTO found (kind, conversation, item, seq, at) "
                                      "VALUES (?, ?, ?, ?, ?) RETURNING number");
    if (!found)
        return std::unexpected(found.error());
    const Result<void> ran = (*found)
                                 ->bind(static_cast<int>(hit.kind))
                                 .bind(hit.conversation.uuid())
                                 .bind(hit.item)
                                 .bind(hit.seq)
                                 .bind(hit.at)
                                 .run();
    if (!ran)
        return ran;
    if ((*found)->next())
        m_changes.push_back({(*found)->number(0), hit.text});
    (*found)->finish();
    return {};
}

/// The words apart from the rows: a statement that may have to be undone alone makes FTS5 write what it has
/// gathered, so taking turns with the rows costs a segment of the index, and its merging, a message.
Result<void> SearchIndex::writeWords(const domain::ProjectId& project)
{
    auto removed = m_database->prepared("DELETE FROM words WHERE rowid = ?");
    auto added = m_database->prepared("INSERT INTO words (rowid, project, text) VALUES (?, ?, ?)");
    if (!removed || !added)
        return std::unexpected(!removed ? removed.error() : added.error());
    const QString of = wordOf(project);
    for (const Change& change : std::exchange(m_changes, {})) {
        const Result<void> done = change.text
                                      ? (*added)->bind(change.number).bind(of).bind(*change.text).run()
                                      : (*removed)->bind(change.number).run();
        if (!done)
            return done;
    }
    return {};
}

Result<SearchIndex::Page> SearchIndex::search(const domain::ProjectId& project, const Search& search)
{
    const QString match = matchOf(project, search.words);
    if (match.isEmpty())
        return Page{};
    auto statement = m_database->prepared(
        "SELECT f.number, f.kind, f.conversation, f.item, f.seq, f.at, snippet(words, 1, '', '', '...', 24) "
        "FROM words JOIN found f ON f.number = words.rowid WHERE words MATCH ? AND words.rowid < ? "
        "AND f.kind >= ? AND (f.kind <> 1 OR ? = 1) ORDER BY words.rowid DESC LIMIT ?");
    if (!statement)
        return std::unexpected(statement.error());
    if (Result<void> ran = (*statement)
                               ->bind(match)
                               .bind(search.before > 0 ? search.before : std::numeric_limits<qint64>::max())
                               .bind(search.contacts ? 2 : 0)
                               .bind(search.notes ? 1 : 0)
                               .bind(search.limit)
                               .run();
        !ran)
        return std::unexpected(ran.error());
    const sql::Reading reading(**statement);
    Page page;
    qint64 last = 0;
    while ((*statement)->next()) {
        const sql::Statement& row = **statement;
        last = row.number(0);
        page.hits.push_back({static_cast<SearchHit::Kind>(row.number(1)), domain::ConversationId(row.uuid(2)),
                             row.uuid(3), row.number(4), row.time(5), row.text(6), last});
    }
    if (static_cast<int>(page.hits.size()) == search.limit)
        page.next = last;
    return page;
}

} // namespace relevo::store
