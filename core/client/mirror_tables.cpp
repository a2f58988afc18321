#include <client/mirror_tables.h>

#include <client/stored_json.h>

#include <QtCore/QHash>

#include <algorithm>
#include <cmath>

namespace relevo::client {

namespace {

/// SQLite tells null from empty, and the tables want no nulls.
QVariant textOf(const QString& text)
{
    return text.isNull() ? QVariant(QStringLiteral("")) : QVariant(text);
}

QVariant momentOf(const std::optional<Timestamp>& at)
{
    return at ? QVariant(qlonglong(at->time_since_epoch().count())) : QVariant();
}

std::optional<Timestamp> momentAt(const sql::Statement& at, int column)
{
    return at.isNull(column) ? std::nullopt : std::optional(at.time(column));
}

/// Frustration is a number of thousandths by its own rule (domain::smoothedFrustration).
constexpr double whole = 1'000.0;
constexpr QChar betweenTags = u'\n';
constexpr std::size_t manyRowsRead = 5'000;

#define RELEVO_ROW_COLUMNS                                                                                   \
    "id, contact_name, channel, language, holder, holder_agent, epoch, handoff, status, trigger_type, "      \
    "trigger_reason, priority, requested_at, due_at, assigned_to, issue, last_author, last_line, last_at, "  \
    "last_seq, tags, vip, frustration, offered_to, offered_until, snoozed_until, resolved_at, team, "        \
    "blocked, contact_tags, awaited"

/// The same few words stand in a hundred thousand rows: they share them.
class Words
{
public:
    [[nodiscard]] CompactText one(const QString& text)
    {
        if (text.isEmpty())
            return {};
        const auto known = m_words.constFind(text);
        return known == m_words.cend() ? *m_words.insert(text, CompactText(text)) : *known;
    }

    /// Labels, a line each.
    [[nodiscard]] QStringList list(const QString& text)
    {
        if (text.isEmpty())
            return {};
        const auto known = m_lists.constFind(text);
        return known == m_lists.cend() ? *m_lists.insert(text, text.split(betweenTags, Qt::SkipEmptyParts))
                                       : *known;
    }

private:
    QHash<QString, CompactText> m_words;
    QHash<QString, QStringList> m_lists;
};

ConversationRow rowFrom(const sql::Statement& at, Words& words)
{
    ConversationRow row;
    row.id = domain::ConversationId(at.uuid(0));
    row.contactName = at.text(1);
    row.channel = words.one(at.text(2));
    row.language = words.one(at.text(3));
    row.holder = static_cast<domain::Holder>(at.number(4));
    row.holderAgent = domain::AgentId(at.uuid(5));
    row.epoch = at.number(6);
    if (const qint64 status = at.number(8); status >= 0) {
        row.handoffId = domain::HandoffId(at.uuid(7));
        row.status = static_cast<domain::HandoffStatus>(status);
        row.triggerType = static_cast<domain::TriggerType>(at.number(9));
        row.triggerReason = words.one(at.text(10));
        row.priority = static_cast<domain::Priority>(at.number(11));
        row.requestedAt = at.time(12);
        row.responseDueAt = momentAt(at, 13);
        row.assignedTo = words.one(at.text(14));
        row.issue = at.text(15);
        row.offeredTo = domain::AgentId(at.uuid(23));
        row.offeredUntil = momentAt(at, 24);
        row.snoozedUntil = momentAt(at, 25);
        row.resolvedAt = momentAt(at, 26);
        row.team = domain::TeamId(at.uuid(27));
    }
    row.lastAuthor = static_cast<domain::Author>(at.number(16));
    row.lastLine = at.text(17);
    row.lastAt = at.time(18);
    row.lastSeq = at.number(19);
    row.tags = words.list(at.text(20));
    row.vip = at.number(21) != 0;
    row.frustration = static_cast<double>(at.number(22)) / whole;
    row.blocked = at.number(28) != 0;
    row.contactTags = words.list(at.text(29));
    row.awaited = at.number(30) != 0;
    return row;
}

Draft draftFrom(const sql::Statement& at)
{
    Draft draft{domain::ConversationId(at.uuid(0)), at.text(1), at.text(2), at.number(3) != 0, at.number(4)};
    const Result<protocol::Json> files = protocol::parseJson(at.text(5).toStdString());
    if (files && files->is_object()) {
        draft.files = readStoredFiles(files->value("message", protocol::Json::array()));
        draft.noteFiles = readStoredFiles(files->value("note", protocol::Json::array()));
    }
    return draft;
}

} // namespace

template <typename... Values>
Result<MirrorTables::Rows> MirrorTables::query(const char* text, const Values&... values)
{
    const Result<sql::Statement*> statement = m_database.prepared(text);
    if (!statement)
        return std::unexpected(statement.error());
    ((*statement)->bind(values), ...);
    if (const Result<void> ran = (*statement)->run(); !ran)
        return std::unexpected(ran.error());
    return Rows(**statement);
}

template <typename... Values>
Result<void> MirrorTables::change(const char* text, const Values&... values)
{
    const Result<Rows> done = query(text, values...);
    return done ? Result<void>() : Result<void>(std::unexpected(done.error()));
}

Result<std::optional<QByteArray>> MirrorTables::meta(const char* name)
{
    auto select = query("SELECT value FROM meta WHERE name = ?", QVariant(QString::fromLatin1(name)));
    if (!select)
        return std::unexpected(select.error());
    return select->next() ? std::optional(select->bytes(0)) : std::nullopt;
}

Result<void> MirrorTables::setMeta(const char* name, std::string_view value)
{
    return change("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)",
                  QVariant(QString::fromLatin1(name)), value);
}

Result<std::vector<domain::Agent>> MirrorTables::agents()
{
    auto select = query("SELECT body FROM agent");
    if (!select)
        return std::unexpected(select.error());
    std::vector<domain::Agent> agents;
    while (select->next()) {
        Result<domain::Agent> agent = storedAs<domain::Agent>(select->bytes(0));
        if (!agent)
            return std::unexpected(agent.error());
        agents.push_back(std::move(*agent));
    }
    return agents;
}

Result<void> MirrorTables::putAgent(const domain::Agent& agent)
{
    const std::string body = protocol::dump(protocol::toJson(agent));
    return change("INSERT OR REPLACE INTO agent (id, body) VALUES (?, ?)", agent.id.uuid(),
                  std::string_view(body));
}

Result<std::optional<MirrorTables::Stored>> MirrorTables::conversation(const domain::ConversationId& id)
{
    auto select = query(
        "SELECT s.body, c.live FROM conversation_state s JOIN conversation c ON c.id = s.id WHERE s.id = ?",
        id.uuid());
    if (!select)
        return std::unexpected(select.error());
    if (!select->next())
        return std::nullopt;
    Result<domain::ConversationState> state = storedAs<domain::ConversationState>(select->bytes(0));
    if (!state)
        return std::unexpected(state.error());
    return Stored{std::move(*state), select->number(1) != 0};
}

Result<void> MirrorTables::putConversation(const domain::ConversationState& state, bool live)
{
    if (Result<void> put = putRow(state, live); !put)
        return put;
    const std::string body = protocol::dump(protocol::toJson(state));
    return change("INSERT OR REPLACE INTO conversation_state (id, body) VALUES (?, ?)",
                  state.conversation.id.uuid(), std::string_view(body));
}

Result<void> MirrorTables::putRow(const domain::ConversationState& state, bool live)
{
    const ConversationRow row = rowOf(state);
    const bool handedOff = !row.handoffId.isNull();
    return change(
        "INSERT OR REPLACE INTO conversation (" RELEVO_ROW_COLUMNS ", live) VALUES "
        "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row.id.uuid(), textOf(row.contactName), textOf(row.channel), textOf(row.language),
        static_cast<int>(row.holder), row.holderAgent.uuid(), row.epoch, row.handoffId.uuid(),
        handedOff ? static_cast<int>(row.status) : -1, static_cast<int>(row.triggerType),
        textOf(row.triggerReason), static_cast<int>(row.priority), row.requestedAt,
        momentOf(row.responseDueAt), textOf(row.assignedTo), textOf(row.issue),
        static_cast<int>(row.lastAuthor), textOf(row.lastLine), row.lastAt, row.lastSeq,
        textOf(row.tags.join(betweenTags)), row.vip ? 1 : 0,
        static_cast<int>(std::lround(row.frustration * whole)), row.offeredTo.uuid(),
        momentOf(row.offeredUntil), momentOf(row.snoozedUntil), momentOf(row.resolvedAt), row.team.uuid(),
        row.blocked ? 1 : 0, textOf(row.contactTags.join(betweenTags)), row.awaited ? 1 : 0, live ? 1 : 0);
}

Result<std::vector<domain::ConversationId>> MirrorTables::everyConversation()
{
    auto select = query("SELECT id FROM conversation");
    if (!select)
        return std::unexpected(select.error());
    std::vector<domain::ConversationId> ids;
    while (select->next())
        ids.push_back(domain::ConversationId(select->row().uuid(0)));
    return ids;
}

Result<std::vector<domain::ConversationState>> MirrorTables::liveStates()
{
    auto select =
        query("SELECT s.body FROM conversation c JOIN conversation_state s ON s.id = c.id WHERE c.live = 1");
    if (!select)
        return std::unexpected(select.error());
    std::vector<domain::ConversationState> states;
    while (select->next()) {
        Result<domain::ConversationState> state = storedAs<domain::ConversationState>(select->bytes(0));
        if (!state)
            return std::unexpected(state.error());
        states.push_back(std::move(*state));
    }
    return states;
}

Result<std::vector<ConversationRow>> MirrorTables::liveRows()
{
    Result<std::vector<ConversationRow>> rows =
        rowsOf(query("SELECT " RELEVO_ROW_COLUMNS " FROM conversation WHERE live = 1"));
    // The pages they were read from fill the cache, and nobody asks for them again.
    if (rows && rows->size() > manyRowsRead)
        (void)run("PRAGMA shrink_memory");
    return rows;
}

Result<std::vector<ConversationRow>> MirrorTables::resolvedRows(milliseconds span, int limit)
{
    return rowsOf(query("SELECT " RELEVO_ROW_COLUMNS " FROM conversation WHERE live = 0 AND resolved_at >= "
                        "(SELECT MAX(resolved_at) FROM conversation WHERE live = 0) - ? "
                        "ORDER BY resolved_at DESC LIMIT ?",
                        static_cast<qint64>(span.count()), limit));
}

Result<std::vector<ConversationRow>> MirrorTables::rowsOf(Result<Rows> select)
{
    if (!select)
        return std::unexpected(select.error());
    std::vector<ConversationRow> rows;
    Words words;
    while (select->next())
        rows.push_back(rowFrom(select->row(), words));
    return rows;
}

Result<std::optional<MirrorTables::Reading>> MirrorTables::reading(const domain::ConversationId& id)
{
    auto select = query("SELECT complete_from, read_up_to FROM history WHERE conversation = ?", id.uuid());
    if (!select)
        return std::unexpected(select.error());
    return select->next() ? std::optional(Reading{select->number(0), select->number(1)}) : std::nullopt;
}

Result<void> MirrorTables::putReading(const domain::ConversationId& id, const Reading& reading)
{
    return change("INSERT OR REPLACE INTO history (conversation, complete_from, read_up_to) VALUES (?, ?, ?)",
                  id.uuid(), reading.completeFrom, reading.readUpTo);
}

Result<void> MirrorTables::forgetMessages(const domain::ConversationId& id)
{
    if (Result<void> done = change("DELETE FROM message WHERE conversation = ?", id.uuid()); !done)
        return done;
    return change("DELETE FROM history WHERE conversation = ?", id.uuid());
}

Result<void> MirrorTables::putMessage(const domain::Message& message)
{
    const std::string body = protocol::dump(protocol::toJson(message));
    // Not replaced but changed, so that its words are only written anew when they are others.
    return change("INSERT INTO message (seq, id, conversation, author, body) VALUES (?, ?, ?, ?, ?) "
                  "ON CONFLICT (seq) DO UPDATE SET id = excluded.id, conversation = excluded.conversation, "
                  "author = excluded.author, body = excluded.body "
                  "ON CONFLICT (id) DO UPDATE SET body = excluded.body",
                  message.seq, message.id.uuid(), message.conversationId.uuid(),
                  static_cast<int>(message.author), std::string_view(body));
}

Result<std::optional<domain::Message>> MirrorTables::message(const domain::MessageId& id)
{
    auto select = query("SELECT body FROM message WHERE id = ?", id.uuid());
    if (!select)
        return std::unexpected(select.error());
    if (!select->next())
        return std::nullopt;
    Result<domain::Message> message = storedAs<domain::Message>(select->bytes(0));
    if (!message)
        return std::unexpected(message.error());
    return std::optional(std::move(*message));
}

Result<std::vector<domain::Message>> MirrorTables::messages(const domain::ConversationId& conversation,
                                                            qint64 from, qint64 before, int limit)
{
    auto select = query(
        "SELECT body FROM message WHERE conversation = ? AND seq >= ? AND seq < ? ORDER BY seq DESC LIMIT ?",
        conversation.uuid(), from, before, limit);
    if (!select)
        return std::unexpected(select.error());
    std::vector<domain::Message> messages;
    while (select->next()) {
        Result<domain::Message> message = storedAs<domain::Message>(select->bytes(0));
        if (!message)
            return std::unexpected(message.error());
        messages.push_back(std::move(*message));
    }
    std::reverse(messages.begin(), messages.end());
    return messages;
}

Result<qint64> MirrorTables::countFromCustomer(const domain::ConversationId& conversation, qint64 after,
                                               qint64 upTo)
{
    auto select = query("SELECT COUNT(*) FROM message WHERE conversation = ? AND seq > ? AND seq <= ? AND "
                        "author = ?",
                        conversation.uuid(), after, upTo, static_cast<int>(domain::Author::Customer));
    if (!select)
        return std::unexpected(select.error());
    return select->next() ? select->number(0) : 0;
}

Result<void> MirrorTables::putDraft(const Draft& draft)
{
    const std::string files =
        protocol::dump({{"message", storedFiles(draft.files)}, {"note", storedFiles(draft.noteFiles)}});
    return change("INSERT OR REPLACE INTO draft (conversation, message, note, writing_note, based_on, files) "
                  "VALUES (?, ?, ?, ?, ?, ?)",
                  draft.conversation.uuid(), textOf(draft.message), textOf(draft.note),
                  draft.writingNote ? 1 : 0, draft.basedOnSeq, QVariant(QString::fromStdString(files)));
}

Result<void> MirrorTables::forgetDraft(const domain::ConversationId& id)
{
    return change("DELETE FROM draft WHERE conversation = ?", id.uuid());
}

Result<std::optional<Draft>> MirrorTables::draft(const domain::ConversationId& id)
{
    auto select = query("SELECT conversation, message, note, writing_note, based_on, files FROM draft WHERE "
                        "conversation = ?",
                        id.uuid());
    if (!select)
        return std::unexpected(select.error());
    return select->next() ? std::optional(draftFrom(select->row())) : std::nullopt;
}

Result<std::vector<Draft>> MirrorTables::drafts()
{
    // One that is rescued from a file that could not be brought up to date has no files.
    const bool withFiles = m_database.prepared("SELECT files FROM draft").has_value();
    auto select =
        query(withFiles ? "SELECT conversation, message, note, writing_note, based_on, files FROM draft"
                        : "SELECT conversation, message, note, writing_note, based_on, '{}' FROM draft");
    if (!select)
        return std::unexpected(select.error());
    std::vector<Draft> drafts;
    while (select->next())
        drafts.push_back(draftFrom(select->row()));
    return drafts;
}

Result<void> MirrorTables::stagePage(int page, std::string_view body)
{
    return change("INSERT OR REPLACE INTO staged_page (page, body) VALUES (?, ?)", page, body);
}

Result<std::optional<QByteArray>> MirrorTables::stagedPage(int page)
{
    auto select = query("SELECT body FROM staged_page WHERE page = ?", page);
    if (!select)
        return std::unexpected(select.error());
    return select->next() ? std::optional(select->bytes(0)) : std::nullopt;
}

Result<void> MirrorTables::run(const char* text)
{
    return change(text);
}

Result<void> MirrorTables::run(const char* text, qint64 value)
{
    return change(text, value);
}

Result<qint64> MirrorTables::number(const char* text)
{
    auto select = query(text);
    if (!select)
        return std::unexpected(select.error());
    return select->next() ? select->number(0) : 0;
}

Result<qint64> MirrorTables::number(const char* text, qint64 value)
{
    auto select = query(text, value);
    if (!select)
        return std::unexpected(select.error());
    return select->next() ? select->number(0) : 0;
}

} // namespace relevo::client
