#include <store/data_rights.h>

#include <protocol/event_codec.h>
#include <store/bot_tables.h>
#include <store/contact_table.h>
#include <store/eraser.h>
#include <store/prepared.h>
#include <store/stored_json.h>

#include <algorithm>
#include <limits>

namespace relevo::store {

Result<void> DataRights::readEvents(qint64 conversation, ContactRecord& record)
{
    const auto rows = ran(m_database,
                          "SELECT body FROM journal WHERE position IN (SELECT position FROM messages WHERE "
                          "conversation = ? UNION ALL SELECT position FROM conversation_events WHERE "
                          "conversation = ?) ORDER BY position",
                          [conversation](sql::Statement& s) { s.bind(conversation).bind(conversation); });
    if (!rows)
        return std::unexpected(rows.error());
    std::vector<domain::HandoffId> handoffs;
    {
        const sql::Reading reading(**rows);
        while ((*rows)->next()) {
            record.events.push_back((*rows)->bytes(0).toStdString());
            const Result<domain::Event> event = protocol::decodeEvent(std::string_view(record.events.back()));
            if (event && event->type == domain::EventType::HandoffRequested)
                handoffs.push_back(event->handoffId);
        }
    }
    return readHandoffs(record, handoffs);
}

Result<void> DataRights::readHandoffs(ContactRecord& record, const std::vector<domain::HandoffId>& handoffs)
{
    for (const domain::HandoffId& id : handoffs) {
        const auto row = ran(m_database, "SELECT state FROM handoffs WHERE id = ?",
                             [&id](sql::Statement& s) { s.bind(id.uuid()); });
        if (!row)
            return std::unexpected(row.error());
        const sql::Reading reading(**row);
        if (!(*row)->next())
            continue;
        Result<domain::Handoff> handoff = storedState<domain::Handoff>((*row)->bytes(0));
        if (!handoff)
            return std::unexpected(handoff.error());
        record.handoffs.push_back(std::move(*handoff));
    }
    return {};
}

Result<std::optional<ContactRecord>> DataRights::record(const domain::ProjectId& project,
                                                        const domain::ContactId& contact)
{
    const Result<qint64> number = m_lookup.projectNumber(project);
    if (!number)
        return std::unexpected(number.error());
    const auto known = ContactTable(m_database).one(*number, contact);
    if (!known)
        return std::unexpected(known.error());
    if (!*known)
        return std::nullopt;
    const domain::ConversationId id = (*known)->conversation;
    const auto state = m_lookup.byId(*number, id);
    const Result<qint64> conversation = m_lookup.conversationNumber(*number, id);
    if (!state || !conversation)
        return std::unexpected(!state ? state.error() : conversation.error());
    if (!*state)
        return std::nullopt;
    ContactRecord record;
    record.conversation = (*state)->conversation;
    auto messages =
        m_lookup.messages(*number, {*conversation, 0, lastSeq, std::numeric_limits<int>::max(), true, true});
    if (!messages)
        return std::unexpected(messages.error());
    record.messages = std::move(*messages);
    if (Result<void> read = readEvents(*conversation, record); !read)
        return std::unexpected(read.error());
    const Result<BotSessionRow> session = m_bots.session(project, id);
    if (!session)
        return std::unexpected(session.error());
    record.botMemory = session->state;
    return record;
}

Result<std::vector<ContactRecord>> DataRights::person(const domain::ProjectId& project,
                                                      const domain::ContactId& contact)
{
    std::vector<ContactRecord> records;
    const Result<qint64> number = m_lookup.projectNumber(project);
    const auto known = number ? ContactTable(m_database).person(*number, contact)
                              : Result<std::vector<StoredContact>>(std::unexpected(number.error()));
    if (!known)
        return std::unexpected(known.error());
    for (const StoredContact& one : *known) {
        auto read = record(project, one.id);
        if (!read)
            return std::unexpected(read.error());
        if (*read)
            records.insert(one.id == contact ? records.begin() : records.end(), std::move(**read));
    }
    return records;
}

Result<DataRights::ClosedPage> DataRights::closed(const domain::ProjectId& project, qint64 after, int limit)
{
    const Result<qint64> number = m_lookup.projectNumber(project);
    if (!number)
        return std::unexpected(number.error());
    const auto rows = ran(m_database,
                          "SELECT number, state FROM conversations WHERE project = ? AND open = 0 AND "
                          "number > ? ORDER BY number LIMIT ?",
                          [&](sql::Statement& s) { s.bind(*number).bind(after).bind(limit); });
    if (!rows)
        return std::unexpected(rows.error());
    ClosedPage page;
    int seen = 0;
    qint64 last = 0;
    {
        const sql::Reading reading(**rows);
        for (; (*rows)->next(); ++seen) {
            last = (*rows)->number(0);
            auto state = storedState<domain::ConversationState>((*rows)->bytes(1));
            if (!state)
                return std::unexpected(state.error());
            if (!state->conversation.erased && state->conversation.closedAt)
                page.conversations.push_back({std::move(state->conversation), {}});
        }
    }
    for (ClosedConversation& one : page.conversations) {
        auto files = m_attachments.keptOf(one.conversation.id, mostFilesOfOne);
        if (!files)
            return std::unexpected(files.error());
        one.files = std::move(*files);
    }
    page.last = seen == limit ? last : 0;
    return page;
}

Result<std::vector<domain::ConversationId>> DataRights::erasedAfter(const domain::ProjectId& project,
                                                                    qint64 seq)
{
    const Result<qint64> number = m_lookup.projectNumber(project);
    if (!number)
        return std::unexpected(number.error());
    const auto rows =
        ran(m_database, "SELECT conversation FROM erasures WHERE position > ? AND position <= ?",
            [&](sql::Statement& s) { s.bind(positionOf(*number, seq)).bind(positionOf(*number, lastSeq)); });
    if (!rows)
        return std::unexpected(rows.error());
    const sql::Reading reading(**rows);
    std::vector<domain::ConversationId> found;
    while ((*rows)->next())
        found.emplace_back((*rows)->uuid(0));
    return found;
}

Result<std::vector<RemovedFiles>> DataRights::filesRemovedAfter(const domain::ProjectId& project, qint64 seq)
{
    const Result<qint64> number = m_lookup.projectNumber(project);
    if (!number)
        return std::unexpected(number.error());
    const auto rows =
        ran(m_database,
            "SELECT conversation, id FROM attachments WHERE removed > 0 AND removed > ? AND "
            "removed <= ? ORDER BY removed, conversation, id",
            [&](sql::Statement& s) { s.bind(positionOf(*number, seq)).bind(positionOf(*number, lastSeq)); });
    if (!rows)
        return std::unexpected(rows.error());
    const sql::Reading reading(**rows);
    std::vector<RemovedFiles> found;
    while ((*rows)->next()) {
        const domain::ConversationId conversation((*rows)->uuid(0));
        if (found.empty() || found.back().conversation != conversation)
            found.push_back({conversation, {}});
        found.back().ids.emplace_back((*rows)->uuid(1));
    }
    return found;
}

} // namespace relevo::store
