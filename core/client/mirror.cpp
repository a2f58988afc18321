#include <client/mirror.h>

#include <domain/redaction.h>
#include <protocol/codec.h>
#include <sql/transaction.h>

#include <algorithm>
#include <limits>

namespace relevo::client {

using domain::EventType;
using protocol::Json;
using Kind = sql::Transaction::Kind;

namespace {

// States kept in memory between batches: those being talked in come again and again.
constexpr std::size_t keptStates = 256;
// More than a day, whatever the clocks say of when the day began.
constexpr std::chrono::hours resolvedSpan(36);
constexpr int mostResolved = 500;

std::unexpected<Error> gap(qint64 have, qint64 got)
{
    return failure(ErrorCode::Conflict,
                   QStringLiteral("Events are missing: after %1 came %2.").arg(have).arg(got));
}

/// Nothing of it is kept here, but a page that an admin may be looking at shows it, and is to know.
bool isFetchedAnew(const domain::Event& event)
{
    const auto* access = std::get_if<domain::AccessChange>(&event.data);
    return event.type == EventType::BotsChanged ||
           (access && (access->kind == domain::AccessKind::FaqChanged ||
                       access->kind == domain::AccessKind::KeyCreated ||
                       access->kind == domain::AccessKind::KeyRevoked));
}

} // namespace

Result<void> Mirror::load()
{
    m_state = {};
    m_epoch.clear();
    const auto text = [this](const char* name) -> Result<QByteArray> {
        Result<std::optional<QByteArray>> value = m_tables.meta(name);
        return value ? Result<QByteArray>(value->value_or(QByteArray())) : std::unexpected(value.error());
    };
    const Result<QByteArray> seq = text("seq");
    const Result<QByteArray> epoch = text("epoch");
    const Result<QByteArray> project = text("project");
    const Result<QByteArray> settings = text("settings");
    const Result<QByteArray> teams = text("teams");
    for (const Result<QByteArray>* value : {&seq, &epoch, &project, &settings, &teams}) {
        if (!*value)
            return std::unexpected(value->error());
    }
    Result<std::vector<domain::Agent>> agents = m_tables.agents();
    if (!agents)
        return std::unexpected(agents.error());
    m_state.seq = seq->toLongLong();
    m_epoch = QString::fromUtf8(*epoch);
    const auto json = [](const QByteArray& bytes) {
        return protocol::parseJson({bytes.constData(), static_cast<std::size_t>(bytes.size())})
            .value_or(Json());
    };
    m_state.project = protocol::fromJson<domain::Project>(json(*project)).value_or(domain::Project{});
    m_state.settings = protocol::fromJson<domain::Settings>(json(*settings)).value_or(domain::Settings{});
    for (domain::Agent& agent : *agents)
        m_state.agents[agent.id] = std::move(agent);
    const Json list = json(*teams);
    for (const Json& item : list.is_array() ? list : Json::array()) {
        if (Result<domain::Team> team = protocol::fromJson<domain::Team>(item))
            m_state.teams[team->id] = std::move(*team);
    }
    return {};
}

Result<void> Mirror::saveHead(bool settings)
{
    Result<void> saved = m_tables.setMeta("seq", std::to_string(m_state.seq));
    if (saved && settings)
        saved = m_tables.setMeta("project", protocol::dump(protocol::toJson(m_state.project)));
    if (saved && settings)
        saved = m_tables.setMeta("settings", protocol::dump(protocol::toJson(m_state.settings)));
    if (saved && settings)
        saved = saveTeams();
    return saved;
}

/// They are few and change rarely: one value for all of them.
Result<void> Mirror::saveTeams()
{
    Json teams = Json::array();
    for (const auto& [id, team] : m_state.teams)
        teams.push_back(protocol::toJson(team));
    return m_tables.setMeta("teams", protocol::dump(teams));
}

Result<MirrorChanges> Mirror::apply(std::span<const domain::Event> events)
{
    Result<sql::Transaction> transaction = sql::Transaction::begin(*m_database, Kind::Write);
    if (!transaction)
        return std::unexpected(transaction.error());
    m_nextPage = 0; // no snapshot comes, or no more of it
    MirrorChanges changes;
    const auto foldAll = [&]() -> Result<void> {
        for (const domain::Event& event : events) {
            if (event.seq <= m_state.seq)
                continue;
            if (event.seq != m_state.seq + 1)
                return gap(m_state.seq, event.seq);
            if (Result<void> folded = fold(event, changes); !folded)
                return folded;
        }
        // Each conversation once, however many of its events came.
        std::sort(changes.changed.begin(), changes.changed.end());
        changes.changed.erase(std::unique(changes.changed.begin(), changes.changed.end()),
                              changes.changed.end());
        for (const domain::ConversationId& id : changes.changed) {
            const auto found = m_state.conversations.find(id);
            if (found == m_state.conversations.end())
                continue; // closed again in the same batch, and stored then
            if (Result<void> put = putConversation(found->second, true); !put)
                return put;
        }
        if (Result<void> saved = saveHead(changes.settings); !saved)
            return saved;
        return transaction->commit();
    };
    if (Result<void> done = foldAll(); !done) {
        Error error = done.error();
        {
            const sql::Transaction rolledBack = std::move(*transaction);
        }
        // What is in memory may be ahead of the file now.
        if (Result<void> again = load(); !again)
            error = again.error();
        return std::unexpected(std::move(error));
    }
    std::erase_if(changes.changed,
                  [this](const domain::ConversationId& id) { return !m_state.conversations.contains(id); });
    std::erase_if(changes.gone,
                  [this](const domain::ConversationId& id) { return m_state.conversations.contains(id); });
    if (m_state.conversations.size() > keptStates)
        m_state.conversations.clear();
    // Nobody else reads here; should it fail, the log begins anew by itself before long.
    if (!changes.erased.empty())
        (void)m_database->checkpoint(sql::Checkpoint::Truncate);
    return changes;
}

Result<void> Mirror::fold(const domain::Event& event, MirrorChanges& changes)
{
    if (!event.conversationId.isNull())
        return foldConversation(event, changes);
    domain::apply(m_state, event);
    m_state.bots = {}; // not kept on a desktop, where an admin's pages fetch what they show
    if (const auto* agent = std::get_if<domain::Agent>(&event.data)) {
        changes.agents = true;
        return m_tables.putAgent(*agent);
    }
    if (std::holds_alternative<domain::Team>(event.data)) {
        changes.agents = true;
        return saveTeams();
    }
    changes.settings = changes.settings || std::holds_alternative<domain::Settings>(event.data) ||
                       std::holds_alternative<domain::Project>(event.data) || isFetchedAnew(event);
    return {};
}

Result<void> Mirror::foldConversation(const domain::Event& event, MirrorChanges& changes)
{
    const domain::ConversationId& id = event.conversationId;
    if (event.type == EventType::ContactErased) {
        domain::apply(m_state, event);
        std::erase_if(changes.messages, [&id](const auto& one) { return one.conversationId == id; });
        std::erase_if(changes.deliveries, [&id](const auto& one) { return one.first == id; });
        changes.erased.push_back(id);
        return eraseContact(id);
    }
    if (const auto* removed = std::get_if<domain::AttachmentsRemoved>(&event.data)) {
        domain::apply(m_state, event);
        changes.files.push_back({id, removed->ids});
        return forgetFiles(changes.files.back());
    }
    std::optional<domain::ConversationState> closed;
    const bool live = m_state.conversations.contains(id);
    if (!live) {
        Result<std::optional<MirrorTables::Stored>> stored = m_tables.conversation(id);
        if (!stored)
            return std::unexpected(stored.error());
        if (*stored && (*stored)->live)
            m_state.conversations.put(id, std::move((*stored)->state));
        else if (*stored)
            closed = std::move((*stored)->state);
    }
    if (event.type == EventType::ConversationClosed) {
        if (const auto found = m_state.conversations.find(id); found != m_state.conversations.end()) {
            closed = found->second;
            changes.gone.push_back(id);
        }
    }
    const bool known = closed || m_state.conversations.contains(id);
    domain::apply(m_state, event);

    if (m_state.conversations.contains(id)) {
        changes.changed.push_back(id);
        std::erase(changes.gone, id);
        if (!known) {
            // It may have been open before this replica began: what came earlier is not here.
            if (Result<void> put = m_tables.putReading(id, {event.seq, 0}); !put)
                return put;
        }
    } else if (closed) {
        domain::applyTo(*closed, event);
        if (Result<void> put = putConversation(*closed, false); !put)
            return put;
        // Who looks at it, or at the day's list, sees what is known of them now.
        if (event.type == EventType::ContactUpdated || event.type == EventType::ContactMerged ||
            event.type == EventType::ContactSplit)
            changes.gone.push_back(id);
    } else {
        return {}; // of a conversation that was closed before this replica began
    }
    return keepMessage(event, changes);
}

Result<void> Mirror::putConversation(const domain::ConversationState& state, bool live)
{
    const Result<void> put = m_tables.putConversation(state, live);
    return put ? m_words.putPerson(state) : put;
}

Result<SearchResults> Mirror::search(const SearchQuery& query)
{
    return m_words.find(query, m_state.seq);
}

Result<void> Mirror::eraseContact(const domain::ConversationId& id)
{
    // Its end came before, so it is stored as it was then.
    const Result<std::optional<MirrorTables::Stored>> stored = m_tables.conversation(id);
    if (!stored)
        return std::unexpected(stored.error());
    if (*stored) {
        domain::ConversationState left = domain::withoutPerson((*stored)->state);
        left.conversation.erased = true;
        if (Result<void> put = putConversation(left, false); !put)
            return put;
    }
    if (Result<void> draft = m_tables.forgetDraft(id); !draft)
        return draft;
    const Result<void> forgotten = m_tables.forgetMessages(id);
    return forgotten ? m_words.forgetForGood() : forgotten;
}

Result<void> Mirror::keepMessage(const domain::Event& event, MirrorChanges& changes)
{
    if (const auto* message = std::get_if<domain::Message>(&event.data)) {
        changes.messages.push_back(*message);
        changes.messages.back().seq = event.seq;
        return m_tables.putMessage(changes.messages.back());
    }
    const auto* update = std::get_if<domain::DeliveryUpdate>(&event.data);
    if (!update)
        return {};
    changes.deliveries.emplace_back(event.conversationId, *update);
    Result<std::optional<domain::Message>> message = m_tables.message(update->messageId);
    if (!message)
        return std::unexpected(message.error());
    if (!*message || !domain::advances((*message)->delivery, update->delivery))
        return {};
    (*message)->delivery = update->delivery;
    (*message)->deliveryError = update->error;
    return m_tables.putMessage(**message);
}

Result<std::vector<ConversationRow>> Mirror::rows()
{
    return m_tables.liveRows();
}

Result<std::optional<ConversationRow>> Mirror::row(const domain::ConversationId& id)
{
    if (const auto found = m_state.conversations.find(id); found != m_state.conversations.end())
        return rowOf(found->second);
    const Result<std::optional<MirrorTables::Stored>> stored = m_tables.conversation(id);
    if (!stored)
        return std::unexpected(stored.error());
    if (!*stored || !(*stored)->live)
        return std::nullopt;
    return rowOf((*stored)->state);
}

Result<std::vector<ConversationRow>> Mirror::resolvedRows()
{
    return m_tables.resolvedRows(resolvedSpan, mostResolved);
}

Result<std::optional<ConversationRow>> Mirror::resolvedRow(const domain::ConversationId& id)
{
    const Result<std::optional<MirrorTables::Stored>> stored = m_tables.conversation(id);
    if (!stored)
        return std::unexpected(stored.error());
    if (!*stored || (*stored)->live)
        return std::nullopt;
    ConversationRow row = rowOf((*stored)->state);
    return row.resolvedAt ? std::optional(std::move(row)) : std::nullopt;
}

Result<std::optional<domain::ConversationState>> Mirror::state(const domain::ConversationId& id)
{
    if (const auto found = m_state.conversations.find(id); found != m_state.conversations.end())
        return found->second;
    Result<std::optional<MirrorTables::Stored>> stored = m_tables.conversation(id);
    if (!stored)
        return std::unexpected(stored.error());
    if (!*stored)
        return std::nullopt;
    return std::move((*stored)->state);
}

Result<qint64> Mirror::readUpTo(const domain::ConversationId& id)
{
    const Result<std::optional<MirrorTables::Reading>> reading = m_tables.reading(id);
    if (!reading)
        return std::unexpected(reading.error());
    return *reading ? (*reading)->readUpTo : 0;
}

Result<qint64> Mirror::unread(const domain::ConversationId& id)
{
    const Result<qint64> mark = readUpTo(id);
    return mark ? m_tables.countFromCustomer(id, *mark, m_state.seq) : mark;
}

Result<void> Mirror::markRead(const domain::ConversationId& id)
{
    const Result<std::optional<MirrorTables::Reading>> reading = m_tables.reading(id);
    if (!reading)
        return std::unexpected(reading.error());
    // Without a note of it the conversation is not here; there is nothing to have been read.
    if (!*reading || (*reading)->readUpTo >= m_state.seq)
        return {};
    return m_tables.putReading(id, {(*reading)->completeFrom, m_state.seq});
}

Result<void> Mirror::markRead(const domain::ConversationId& id, const domain::MessageId& upTo)
{
    const Result<std::optional<domain::Message>> message = m_tables.message(upTo);
    const Result<std::optional<MirrorTables::Reading>> reading = m_tables.reading(id);
    if (!message || !reading)
        return std::unexpected(message ? reading.error() : message.error());
    if (!*message || !*reading || (*message)->author != domain::Author::Customer ||
        (*message)->seq <= (*reading)->readUpTo)
        return {};
    return m_tables.putReading(id, {(*reading)->completeFrom, (*message)->seq});
}

Result<Mirror::Page> Mirror::page(const domain::ConversationId& id, qint64 before, int limit,
                                  bool evenWithHoles)
{
    const Result<std::optional<MirrorTables::Reading>> reading = m_tables.reading(id);
    if (!reading)
        return std::unexpected(reading.error());
    const qint64 complete = *reading ? (*reading)->completeFrom : std::numeric_limits<qint64>::max();
    // What is newer than this replica belongs to a snapshot that has not come whole.
    before = std::min(before, m_state.seq + 1);
    // One more than asked, to know whether there are more.
    Result<std::vector<domain::Message>> messages =
        m_tables.messages(id, evenWithHoles ? 0 : complete, before, limit + 1);
    if (!messages)
        return std::unexpected(messages.error());
    Page page;
    page.more = static_cast<int>(messages->size()) > limit;
    if (page.more)
        messages->erase(messages->begin());
    page.complete = complete == 0;
    page.messages = std::move(*messages);
    return page;
}

Result<void> Mirror::addHistory(const domain::ConversationId& id, qint64 before,
                                const std::vector<domain::Message>& messages)
{
    Result<sql::Transaction> transaction = sql::Transaction::begin(*m_database, Kind::Write);
    if (!transaction)
        return std::unexpected(transaction.error());
    for (const domain::Message& message : messages) {
        if (Result<void> put = m_tables.putMessage(message); !put)
            return put;
    }
    const Result<std::optional<MirrorTables::Reading>> reading = m_tables.reading(id);
    if (!reading)
        return std::unexpected(reading.error());
    MirrorTables::Reading next = reading->value_or(MirrorTables::Reading{before, 0});
    // Only what joins the known stretch makes it longer.
    if (before >= next.completeFrom)
        next.completeFrom = std::min(next.completeFrom, messages.empty() ? 0 : messages.front().seq);
    if (Result<void> put = m_tables.putReading(id, next); !put)
        return put;
    return transaction->commit();
}

Result<void> Mirror::addClosed(const domain::ConversationState& state)
{
    const Result<std::optional<domain::ConversationState>> known = this->state(state.conversation.id);
    if (!known)
        return std::unexpected(known.error());
    if (*known)
        return {};
    Result<sql::Transaction> transaction = sql::Transaction::begin(*m_database, Kind::Write);
    if (!transaction)
        return std::unexpected(transaction.error());
    const Result<void> put = putConversation(state, false);
    return put ? transaction->commit() : put;
}

Result<void> Mirror::putDraft(const Draft& draft)
{
    if (draft.isEmpty())
        return m_tables.forgetDraft(draft.conversation);
    const Result<std::optional<domain::ConversationState>> state = this->state(draft.conversation);
    if (!state)
        return std::unexpected(state.error());
    // A key may have been on its way while the contact was forgotten.
    return *state && (*state)->conversation.erased ? Result<void>() : m_tables.putDraft(draft);
}

Result<std::optional<Draft>> Mirror::draft(const domain::ConversationId& id)
{
    return m_tables.draft(id);
}

Result<std::vector<Draft>> Mirror::drafts()
{
    return m_tables.drafts();
}

Result<QString> Mirror::stateHash()
{
    Result<std::vector<domain::ConversationState>> states = m_tables.liveStates();
    if (!states)
        return std::unexpected(states.error());
    domain::ProjectState whole = m_state;
    whole.conversations.clear();
    for (domain::ConversationState& state : *states) {
        const domain::ConversationId id = state.conversation.id;
        whole.conversations.put(id, std::move(state));
    }
    return domain::stateHash(whole);
}

Result<void> Mirror::trim(qint64 bytes)
{
    // What a snapshot has brought so far counts as complete when it is whole, so none of it may go.
    if (m_nextPage > 0)
        return {};
    for (int round = 0; round < 20; ++round) {
        const Result<qint64> pages =
            m_tables.number("SELECT page_count - freelist_count FROM pragma_page_count, "
                            "pragma_freelist_count");
        const Result<qint64> pageSize = m_tables.number("SELECT page_size FROM pragma_page_size");
        const Result<qint64> count = m_tables.number("SELECT COUNT(*) FROM message");
        if (!pages || !pageSize || !count)
            return std::unexpected((!pages ? pages : !pageSize ? pageSize : count).error());
        if (*pages * *pageSize <= bytes || *count == 0)
            return {};
        const Result<qint64> oldest =
            m_tables.number("SELECT seq FROM message ORDER BY seq LIMIT 1 OFFSET ?", (*count - 1) / 10);
        if (!oldest)
            return std::unexpected(oldest.error());
        Result<sql::Transaction> transaction = sql::Transaction::begin(*m_database, Kind::Write);
        if (!transaction)
            return std::unexpected(transaction.error());
        const qint64 keptFrom = *oldest + 1;
        Result<void> done = m_tables.run("DELETE FROM message WHERE seq < ?", keptFrom);
        if (done)
            done = m_tables.run("UPDATE history SET complete_from = MAX(complete_from, ?)", keptFrom);
        if (done)
            done = m_tables.run("DELETE FROM conversation WHERE live = 0 AND last_seq < ?", keptFrom);
        if (done)
            done =
                m_tables.run("DELETE FROM conversation_state WHERE id NOT IN (SELECT id FROM conversation)");
        if (done)
            done =
                m_tables.run("DELETE FROM history WHERE conversation NOT IN (SELECT id FROM conversation)");
        if (done)
            done = transaction->commit();
        if (!done)
            return done;
    }
    return {};
}

} // namespace relevo::client
