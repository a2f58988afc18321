#include <client/mirror_words.h>

#include <client/conversation_row.h>
#include <client/stored_json.h>
#include <sql/full_text.h>

namespace relevo::client {

namespace {

constexpr QChar markOn(u'\x02');
constexpr QChar markOff(u'\x03');

// One letter begins a word of nearly every message.
constexpr qsizetype shortest = 4; // with its quotes
constexpr auto allOf = QLatin1String(" AND ");
// So many of the newest that have the words before the letter are looked at for it; some twenty milliseconds.
constexpr int mostLookedAtForLetter = 1'000;

/// All words, the last perhaps the beginning of one.
QString matchOf(const QStringList& words)
{
    return words.join(allOf) + u'*';
}

/// As the index has it: without its accent, and small.
QChar plain(QChar letter)
{
    const QString parts = letter.decomposition();
    return (parts.isEmpty() ? letter : parts.front()).toCaseFolded();
}

/// One of the text's words begins with it; words as the index parts them.
bool hasWordWith(const QString& text, QChar letter)
{
    bool within = false;
    for (const QChar c : text) {
        const bool before = std::exchange(within, c.isLetterOrNumber() || c.isMark() || c.isSurrogate());
        if (within && !before && plain(c) == letter)
            return true;
    }
    return false;
}

bool holds(const QString& text, const QString& part)
{
    return part.isEmpty() || text.contains(part, Qt::CaseInsensitive);
}

/// Takes the marks out of a text and notes where they were.
void readMarked(QString marked, SearchHit& hit)
{
    marked = marked.simplified();
    hit.text.reserve(marked.size());
    for (const QChar c : marked) {
        if (c == markOn)
            hit.marks.emplace_back(hit.text.size(), 0);
        else if (c == markOff && !hit.marks.empty())
            hit.marks.back().second = hit.text.size() - hit.marks.back().first;
        else if (c != markOff)
            hit.text += c;
    }
}

bool isWithin(const SearchQuery& query, Timestamp at)
{
    return (!query.after || at >= *query.after) && (!query.before || at < *query.before);
}

} // namespace

Result<void> MirrorWords::putPerson(const domain::ConversationState& state)
{
    const domain::Contact& contact = state.conversation.contact;
    QStringList texts{contact.name, contact.email, contact.phone};
    for (const auto& [key, value] : contact.attributes)
        texts.push_back(value);
    texts.removeAll(QString());
    auto put = m_database.prepared(texts.isEmpty()
                                       ? "DELETE FROM person WHERE conversation = ?"
                                       : "INSERT INTO person (conversation, text) VALUES (?, ?) ON CONFLICT "
                                         "(conversation) DO UPDATE SET text = excluded.text WHERE text <> "
                                         "excluded.text");
    if (!put)
        return std::unexpected(put.error());
    (*put)->bind(state.conversation.id.uuid());
    if (!texts.isEmpty())
        (*put)->bind(texts.join(u' '));
    return (*put)->run();
}

Result<void> MirrorWords::forgetForGood()
{
    auto words = m_database.prepared("INSERT INTO words (words) VALUES ('optimize')");
    auto people = m_database.prepared("INSERT INTO people (people) VALUES ('optimize')");
    if (!words || !people)
        return std::unexpected(!words ? words.error() : people.error());
    const Result<void> done = (*words)->run();
    return done ? (*people)->run() : done;
}

Result<SearchResults> MirrorWords::find(const SearchQuery& query, qint64 seq)
{
    SearchResults results;
    if (Result<void> done = findPeople(query, results); !done)
        return std::unexpected(done.error());
    if (Result<void> done = findMessages(query, seq, results); !done)
        return std::unexpected(done.error());
    return results;
}

Result<void> MirrorWords::findPeople(const SearchQuery& query, SearchResults& results)
{
    // Who wrote, and when, is said of messages only.
    const QStringList words = sql::quotedWords(query.words);
    if (words.isEmpty() || !query.from.isEmpty() || !query.agent.isEmpty() || query.after || query.before ||
        !query.tag.isEmpty())
        return {};
    auto statement = m_database.prepared(
        "SELECT c.id, c.contact_name, c.channel, c.live, c.last_at, f.text FROM "
        "(SELECT rowid AS number, highlight(people, 0, char(2), char(3)) AS text FROM people "
        "WHERE people MATCH ? ORDER BY rowid DESC LIMIT 2000) f "
        "JOIN person p ON p.number = f.number JOIN conversation c ON c.id = p.conversation "
        "WHERE (? = '' OR c.channel = ?) ORDER BY c.live DESC, c.last_at DESC LIMIT ?");
    if (!statement)
        return std::unexpected(statement.error());
    sql::Statement& found = **statement;
    const sql::Reading reading(found);
    found.bind(matchOf(words)).bind(query.channel).bind(query.channel);
    if (Result<void> ran = found.bind(static_cast<int>(mostContacts)).run(); !ran)
        return ran;
    while (found.next()) {
        SearchHit hit;
        hit.kind = SearchHit::Kind::Contact;
        hit.conversation = domain::ConversationId(found.uuid(0));
        hit.name = found.text(1);
        hit.channel = found.text(2);
        hit.open = found.number(3) != 0;
        hit.at = found.time(4);
        readMarked(found.text(5), hit);
        results.contacts.push_back(std::move(hit));
    }
    return {};
}

Result<void> MirrorWords::findMessages(const SearchQuery& query, qint64 seq, SearchResults& results)
{
    QStringList words = sql::quotedWords(query.words);
    if (words.size() == 1 && words.front().size() < shortest)
        words.clear();
    if (words.isEmpty() && (!query.hasFilters() || !query.words.isEmpty()))
        return {};
    if (words.isEmpty() || words.back().size() >= shortest) {
        const Result<bool> all = look({words.isEmpty() ? QString() : matchOf(words)}, query, seq, results);
        return all ? Result<void>() : std::unexpected(all.error());
    }
    // The last word is only begun. To ask the index for all that begin so takes a tenth of a second where
    // there are millions, and mostly the newest ones with the other words will do.
    const QChar letter = plain(words.back().at(1));
    const QString others = words.first(words.size() - 1).join(allOf);
    const Result<bool> enough = look({others, letter, mostLookedAtForLetter}, query, seq, results);
    if (!enough)
        return std::unexpected(enough.error());
    if (*enough)
        return {};
    results.messages.clear();
    results.more = false;
    const Result<bool> all = look({matchOf(words)}, query, seq, results);
    return all ? Result<void>() : std::unexpected(all.error());
}

Result<bool> MirrorWords::look(const Look& look, const SearchQuery& query, qint64 seq, SearchResults& results)
{
    auto statement = m_database.prepared(
        look.match.isEmpty()
            ? "SELECT m.body, c.contact_name, c.channel, c.live, c.assigned_to, '', s.body FROM message m "
              "LEFT JOIN conversation c ON c.id = m.conversation LEFT JOIN conversation_state s ON s.id = "
              "c.id "
              "AND ? <> '' WHERE m.seq <= ? AND m.author <> 3 ORDER BY m.seq DESC"
            : "SELECT m.body, c.contact_name, c.channel, c.live, c.assigned_to, "
              "snippet(words, 0, char(2), char(3), char(8230), 20), s.body FROM words "
              "JOIN message m ON m.seq = words.rowid LEFT JOIN conversation c ON c.id = m.conversation "
              "LEFT JOIN conversation_state s ON s.id = c.id AND ? <> '' "
              "WHERE words.rowid <= ? AND words MATCH ? ORDER BY words.rowid DESC");
    if (!statement)
        return std::unexpected(statement.error());
    (*statement)->bind(query.tag).bind(seq);
    if (!look.match.isEmpty())
        (*statement)->bind(look.match);
    return gather(**statement, look, query, results);
}

Result<bool> MirrorWords::gather(sql::Statement& found, const Look& look, const SearchQuery& query,
                                 SearchResults& results)
{
    const sql::Reading reading(found);
    if (const Result<void> ran = found.run(); !ran)
        return std::unexpected(ran.error());
    for (int looked = 0; found.next(); ++looked) {
        const bool full = results.messages.size() == mostMessages;
        if (full || looked == look.most) {
            results.more = true;
            return full;
        }
        const Result<domain::Message> message = storedAs<domain::Message>(found.bytes(0));
        if (!message)
            return std::unexpected(message.error());
        if (!look.letter.isNull() && !hasWordWith(message->content, look.letter))
            continue;
        const bool customer = message->author == domain::Author::Customer;
        SearchHit hit;
        hit.name = found.text(1);
        hit.channel = found.text(2);
        hit.author = customer ? QString() : message->authorName;
        const QString holder = found.text(4);
        const bool byAgent = message->author == domain::Author::Agent;
        if (!isWithin(query, message->at) || (!query.channel.isEmpty() && hit.channel != query.channel) ||
            !holds(customer ? hit.name : message->authorName, query.from) ||
            (!holds(holder, query.agent) && !(byAgent && holds(message->authorName, query.agent))))
            continue;
        if (!query.tag.isEmpty()) {
            const auto state = storedAs<domain::ConversationState>(found.bytes(6));
            if (!state || !state->conversation.tags.contains(query.tag, Qt::CaseInsensitive))
                continue;
        }
        hit.kind = message->note ? SearchHit::Kind::Note : SearchHit::Kind::Message;
        hit.conversation = message->conversationId;
        hit.message = message->id;
        hit.seq = message->seq;
        hit.at = message->at;
        hit.open = found.number(3) != 0;
        const QString around = found.text(5);
        readMarked(around.isEmpty() ? oneLine(message->content) : around, hit);
        results.messages.push_back(std::move(hit));
    }
    return true;
}

} // namespace relevo::client
