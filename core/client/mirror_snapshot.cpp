#include <client/mirror.h>

#include <sql/transaction.h>

#include <algorithm>
#include <iterator>
#include <limits>

namespace relevo::client {

using protocol::Json;
using Kind = sql::Transaction::Kind;

namespace {

/// Of the messages those that placeHistory looks at.
void keepMarks(std::vector<domain::Message>& messages, const domain::AgentId& agent)
{
    std::vector<domain::Message> marks;
    if (!messages.empty())
        marks.push_back(messages.front());
    const auto own = std::find_if(messages.rbegin(), messages.rend(), [&agent](const domain::Message& one) {
        return one.author == domain::Author::Agent && one.authorId == agent.toString();
    });
    if (own != messages.rend())
        marks.push_back(*own);
    const auto read = std::find_if(messages.rbegin(), messages.rend(), [](const domain::Message& one) {
        return one.author == domain::Author::Customer && one.delivery == domain::Delivery::Read;
    });
    if (read != messages.rend())
        marks.push_back(*read);
    messages = std::move(marks);
}

} // namespace

Result<void> Mirror::beginSnapshot(const QString& epoch)
{
    m_stagedEpoch = epoch;
    m_nextPage = 0;
    // Another journal's messages would be written over those that are shown until the last page comes.
    m_messagesFirst = m_state.seq == 0 || m_epoch == epoch;
    Result<void> begun = m_tables.run("DELETE FROM staged_page");
    if (begun && m_state.seq == 0)
        begun = m_tables.run("DELETE FROM message"); // of a first snapshot that broke off
    return begun;
}

Result<MirrorChanges> Mirror::addPage(const Json& page, const domain::AgentId& agent)
{
    protocol::Fields fields(page);
    const qint64 number = fields.number("page");
    if (fields.error())
        return std::unexpected(*fields.error());
    if (number != m_nextPage)
        return failure(ErrorCode::Conflict, QStringLiteral("A page of the snapshot is missing."));
    Result<protocol::SnapshotPage> read = protocol::snapshotPageFromJson(page);
    if (!read)
        return std::unexpected(read.error());
    const bool last = read->last;
    if (Result<void> staged = stage(std::move(*read), agent); !staged)
        return std::unexpected(staged.error());
    ++m_nextPage;
    MirrorChanges changes;
    if (!last)
        return changes;
    if (Result<void> replaced = replaceAll(m_nextPage, agent, changes); !replaced) {
        const Result<void> again = load();
        return std::unexpected(again ? replaced.error() : again.error());
    }
    m_nextPage = 0;
    changes.everything = changes.agents = changes.settings = true;
    return changes;
}

/// Keeps the page until all are here. Its messages, which are nearly all of it, go to their place now: the
/// last page is not to hold up everything else for as long as writing all of them takes.
Result<void> Mirror::stage(protocol::SnapshotPage page, const domain::AgentId& agent)
{
    Result<sql::Transaction> transaction = sql::Transaction::begin(*m_database, Kind::Write);
    if (!transaction)
        return std::unexpected(transaction.error());
    for (protocol::SnapshotConversation& conversation : page.conversations) {
        if (!m_messagesFirst)
            break;
        for (const domain::Message& message : conversation.messages) {
            if (Result<void> put = m_tables.putMessage(message); !put)
                return put;
        }
        keepMarks(conversation.messages, agent);
    }
    if (Result<void> staged = m_tables.stagePage(m_nextPage, protocol::dump(protocol::toJson(page))); !staged)
        return staged;
    return transaction->commit();
}

Result<void> Mirror::replaceAll(int pages, const domain::AgentId& agent, MirrorChanges& forgotten)
{
    Result<sql::Transaction> transaction = sql::Transaction::begin(*m_database, Kind::Write);
    if (!transaction)
        return std::unexpected(transaction.error());
    const bool sameJournal = m_epoch == m_stagedEpoch;
    const qint64 knownSeq = sameJournal ? m_state.seq : 0;
    Result<void> done = m_tables.run("DELETE FROM agent");
    if (!sameJournal) {
        // Another journal's numbers mean other things; nothing of the old one can be kept.
        if (done && !m_messagesFirst)
            done = m_tables.run("DELETE FROM message");
        // What the agent wrote is their own; what it answered to is not known in the other numbers.
        if (done)
            done = m_tables.run("UPDATE draft SET based_on = 0");
        for (const char* wipe :
             {"DELETE FROM history", "DELETE FROM conversation_state", "DELETE FROM conversation"}) {
            if (done)
                done = m_tables.run(wipe);
        }
    } else if (done) {
        done = m_tables.run("UPDATE conversation SET live = 0 WHERE live = 1");
    }
    m_state = {};
    for (int number = 0; done && number < pages; ++number) {
        const Result<std::optional<QByteArray>> body = m_tables.stagedPage(number);
        if (!body)
            return std::unexpected(body.error());
        const QByteArray bytes = body->value_or(QByteArray());
        const Result<Json> json =
            protocol::parseJson({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        if (!json)
            return std::unexpected(json.error());
        const Result<protocol::SnapshotPage> page = protocol::snapshotPageFromJson(*json);
        if (!page)
            return std::unexpected(page.error());
        done = placePage(*page, knownSeq, agent);
        std::ranges::copy(page->erased, std::back_inserter(forgotten.erased));
        std::ranges::copy(page->attachmentsRemoved, std::back_inserter(forgotten.files));
    }
    if (done && sameJournal) {
        // What was closed, and perhaps opened and closed again, while nobody listened may have holes.
        done = m_tables.run("UPDATE history SET complete_from = ? WHERE conversation IN "
                            "(SELECT id FROM conversation WHERE live = 0)",
                            m_state.seq + 1);
    }
    if (done)
        done = m_tables.run("DELETE FROM staged_page");
    if (done)
        done = m_tables.setMeta("epoch", m_stagedEpoch.toStdString());
    if (done)
        done = saveHead(true);
    if (done)
        done = transaction->commit();
    if (!done)
        return done;
    m_epoch = m_stagedEpoch;
    if (!forgotten.erased.empty())
        (void)m_database->checkpoint(sql::Checkpoint::Truncate); // as in apply()
    return {};
}

Result<void> Mirror::placePage(const protocol::SnapshotPage& page, qint64 knownSeq,
                               const domain::AgentId& agent)
{
    m_state.seq = page.seq;
    if (page.project)
        m_state.project = *page.project;
    if (page.settings)
        m_state.settings = *page.settings;
    for (const domain::Team& team : page.teams)
        m_state.teams[team.id] = team; // written with the head
    for (const domain::Agent& one : page.agents) {
        m_state.agents[one.id] = one;
        if (Result<void> put = m_tables.putAgent(one); !put)
            return put;
    }
    for (const domain::ConversationId& erased : page.erased) {
        if (Result<void> done = eraseContact(erased); !done)
            return done;
    }
    for (const protocol::SnapshotRemoved& removed : page.attachmentsRemoved) {
        if (Result<void> done = forgetFiles(removed); !done)
            return done;
    }
    for (const protocol::SnapshotConversation& conversation : page.conversations) {
        if (Result<void> put = putConversation(conversation.state, true); !put)
            return put;
        for (const domain::Message& message : conversation.messages) {
            if (m_messagesFirst)
                break; // here already
            if (Result<void> put = m_tables.putMessage(message); !put)
                return put;
        }
        if (Result<void> placed = placeHistory(conversation, page.seq, knownSeq, agent); !placed)
            return placed;
    }
    for (const domain::ConversationState& state : page.resolved) {
        const auto known = m_tables.conversation(state.conversation.id);
        if (!known)
            return std::unexpected(known.error());
        // They are read after the state: one that was open then is told to be closed by its events.
        if (*known && (*known)->live)
            continue;
        if (Result<void> put = putConversation(state, false); !put)
            return put;
    }
    return {};
}

Result<void> Mirror::forgetFiles(const protocol::SnapshotRemoved& removed)
{
    auto messages = m_tables.messages(removed.conversation, 0, std::numeric_limits<qint64>::max(),
                                      std::numeric_limits<int>::max());
    if (!messages)
        return std::unexpected(messages.error());
    for (domain::Message& message : *messages) {
        bool touched = false;
        for (domain::Attachment& file : message.attachments) {
            const bool named = std::ranges::find(removed.ids, file.id) != removed.ids.end();
            touched = touched || (named && !file.gone);
            file.gone = file.gone || named;
        }
        if (const Result<void> put = touched ? m_tables.putMessage(message) : Result<void>(); !put)
            return put;
    }
    return {};
}

Result<void> Mirror::placeHistory(const protocol::SnapshotConversation& conversation, qint64 snapshotSeq,
                                  qint64 knownSeq, const domain::AgentId& agent)
{
    const domain::ConversationId& id = conversation.state.conversation.id;
    const Result<std::optional<MirrorTables::Reading>> known = m_tables.reading(id);
    if (!known)
        return std::unexpected(known.error());
    const qint64 first = conversation.messages.empty() ? snapshotSeq + 1 : conversation.messages.front().seq;
    MirrorTables::Reading next = known->value_or(MirrorTables::Reading{first, 0});
    // The page joins what was here when it reaches back into it; else there is a hole between.
    if (!*known || first > knownSeq)
        next.completeFrom = first;
    else
        next.completeFrom = std::min(next.completeFrom, first);
    if (!*known) {
        // Seen for the first time: what was answered counts as read.
        for (const domain::Message& message : conversation.messages) {
            if (message.author == domain::Author::Agent && message.authorId == agent.toString())
                next.readUpTo = message.seq;
        }
    }
    // What this agent has read meanwhile, at another desktop: nobody else could while they held it.
    const domain::ConversationState& state = conversation.state;
    const bool mine = state.control.holder == domain::Holder::Agent && state.control.agent == agent;
    if (mine && state.handoff && state.handoff->claimedAt) {
        for (const domain::Message& message : conversation.messages) {
            if (message.author == domain::Author::Customer && message.delivery == domain::Delivery::Read &&
                message.at >= *state.handoff->claimedAt)
                next.readUpTo = std::max(next.readUpTo, message.seq);
        }
    }
    return m_tables.putReading(id, next);
}

} // namespace relevo::client
