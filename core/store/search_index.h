#pragma once

#include <domain/event.h>
#include <sql/database.h>

#include <memory>
#include <span>

namespace relevo::store {

/// Something that holds the words that were searched for.
struct SearchHit
{
    enum class Kind { Message, Note, Contact };

    Kind kind = Kind::Message;
    domain::ConversationId conversation;
    QUuid item; ///< the message's or contact's id
    qint64 seq = 0;
    Timestamp at;
    QString text;      ///< some words around
    qint64 number = 0; ///< what to go on before for those after it
};

/// An index of what was said and of who said it, in a database of its own: it follows the journal, may be
/// behind it, and is made anew when it is missing, damaged or of another journal. Any number of connections,
/// each for one thread; one of them writes.
class SearchIndex
{
public:
    /// For writing; makes the file when it is missing, damaged, or belongs to another journal than `epoch`.
    [[nodiscard]] static Result<std::unique_ptr<SearchIndex>> open(const QString& path, const QString& epoch);
    /// For reading one that exists.
    [[nodiscard]] static Result<std::unique_ptr<SearchIndex>> openForReading(const QString& path);

    /// The sequence number up to which the project's events are in it.
    [[nodiscard]] Result<qint64> reached(const domain::ProjectId& project);
    /// The next events, all in one transaction. Adding one again replaces it.
    [[nodiscard]] Result<void> add(const domain::ProjectId& project, std::span<const domain::Event> events);

    /// What holds all the words (the last of them may be the beginning of one), newest first. Accents and
    /// case do not count. Nothing without any words.
    struct Search
    {
        QString words;
        bool notes = false;    ///< private notes too
        bool contacts = false; ///< contacts only
        qint64 before = 0;     ///< from Page::next; 0: from the newest
        int limit = 50;
    };
    struct Page
    {
        std::vector<SearchHit> hits;
        qint64 next = 0; ///< to go on before; 0: that was all
    };
    [[nodiscard]] Result<Page> search(const domain::ProjectId& project, const Search& search);

private:
    explicit SearchIndex(std::unique_ptr<sql::Database> database) : m_database(std::move(database)) {}
    [[nodiscard]] Result<void> addEvent(const domain::ProjectId& project, const domain::Event& event);
    [[nodiscard]] Result<void> addContact(const domain::Event& event, const domain::Contact& contact);
    [[nodiscard]] Result<void> forget(const QUuid& item);
    [[nodiscard]] Result<void> forgetConversation(const domain::ConversationId& conversation);
    [[nodiscard]] Result<void> put(const SearchHit& hit);
    [[nodiscard]] Result<void> writeWords(const domain::ProjectId& project);

    /// What is to become of a row of words.
    struct Change
    {
        qint64 number = 0;
        std::optional<QString> text; ///< none: it is deleted
    };

    std::unique_ptr<sql::Database> m_database;
    std::vector<Change> m_changes; ///< of the transaction that is open, not written yet
    bool m_emptiesLog = true;      // something was erased, by an earlier process perhaps
};

} // namespace relevo::store
