#include <client/publisher.h>

#include <base/memory.h>

#include <limits>

namespace relevo::client {

namespace {

constexpr int pageSize = 50;
constexpr std::size_t manyRowsAtOnce = 5'000;
constexpr qint64 newest = std::numeric_limits<qint64>::max();

} // namespace

Publisher::Publisher(milliseconds frame, QObject* parent) : QObject(parent), m_frame(this)
{
    m_frame.setSingleShot(true);
    m_frame.setInterval(frame);
    connect(&m_frame, &QTimer::timeout, this, &Publisher::publish);
}

void Publisher::setMirror(Mirror* mirror, const domain::AgentId& me)
{
    m_mirror = mirror;
    m_me = me;
    m_changed.clear();
    m_gone.clear();
    m_transcripts.clear();
    m_failing.clear();
    m_health = true;
    if (!mirror) {
        m_frame.stop();
        m_all = false;
        // The next replica begins empty: what is shown of it has holes until it has caught up.
        for (auto& [id, withHoles] : m_open)
            withHoles = true;
        return;
    }
    MirrorChanges all;
    all.everything = all.agents = all.settings = true;
    note(all);
}

void Publisher::note(const MirrorChanges& changes)
{
    m_agents = m_agents || changes.agents;
    m_settings = m_settings || changes.settings;
    if (changes.everything) {
        m_all = true;
        m_changed.clear();
        m_gone.clear();
        for (const auto& [id, withHoles] : m_open)
            readAnew(id, withHoles);
    }
    for (const domain::ConversationId& id : changes.changed) {
        m_changed.insert(id);
        m_gone.erase(id);
        if (isOpen(id))
            (void)transcript(id);
    }
    for (const domain::ConversationId& id : changes.gone) {
        m_gone.insert(id);
        m_changed.erase(id);
        if (isOpen(id))
            (void)transcript(id);
    }
    for (const domain::Message& message : changes.messages) {
        if (isOpen(message.conversationId))
            transcript(message.conversationId).messages.push_back(message);
    }
    for (const auto& [id, update] : changes.deliveries) {
        if (isOpen(id))
            transcript(id).deliveries.push_back(update);
    }
    for (const protocol::SnapshotRemoved& removed : changes.files) {
        if (const auto open = m_open.find(removed.conversation); open != m_open.end())
            readAnew(open->first, open->second);
    }
    for (const domain::ConversationId& id : changes.erased) {
        m_gone.insert(id); // it closed before; what the lists still say of it is said anew
        m_changed.erase(id);
        if (!isOpen(id))
            continue;
        TranscriptBatch emptied;
        emptied.conversation = id;
        emptied.reset = true;
        emptied.hasOlder = false;
        emptied.readUpTo = 0;
        m_transcripts[id] = std::move(emptied);
    }
    schedule();
}

void Publisher::noteRow(const domain::ConversationId& id)
{
    if (!m_gone.contains(id))
        m_changed.insert(id);
    if (isOpen(id))
        (void)transcript(id);
    schedule();
}

void Publisher::setFailing(std::vector<domain::HealthChange> channels)
{
    if (m_failing == channels)
        return;
    m_failing = std::move(channels);
    m_health = true;
    schedule();
}

void Publisher::noteHealth(const domain::HealthChange& change)
{
    std::vector<domain::HealthChange> channels = m_failing;
    std::erase_if(channels, [&change](const domain::HealthChange& known) {
        return known.kind == change.kind && known.id == change.id;
    });
    if (change.state == domain::ChannelState::Failing)
        channels.push_back(change);
    setFailing(std::move(channels));
}

void Publisher::openTranscript(const domain::ConversationId& id, bool withHoles)
{
    if (!m_mirror)
        return;
    m_open[id] = withHoles;
    readAnew(id, withHoles);
    schedule();
}

void Publisher::closeTranscript(const domain::ConversationId& id)
{
    m_open.erase(id);
    m_transcripts.erase(id);
}

void Publisher::closeAll()
{
    m_open.clear();
    m_transcripts.clear();
}

void Publisher::readAnew(const domain::ConversationId& id, bool withHoles)
{
    const Result<Mirror::Page> page = m_mirror->page(id, newest, pageSize, withHoles);
    const Result<qint64> mark = m_mirror->readUpTo(id);
    if (!page || !mark) {
        Q_EMIT failed(!page ? page.error() : mark.error());
        return;
    }
    TranscriptBatch batch;
    batch.conversation = id;
    batch.reset = true;
    batch.messages = page->messages;
    batch.hasOlder = page->more || !page->complete;
    batch.readUpTo = *mark;
    batch.loadingDone = true;
    m_transcripts[id] = std::move(batch);
}

bool Publisher::publishOlder(const domain::ConversationId& id, qint64 before, bool withHoles)
{
    if (!m_mirror || !isOpen(id))
        return true;
    Result<Mirror::Page> page = m_mirror->page(id, before, pageSize, withHoles);
    if (!page) {
        Q_EMIT failed(page.error());
        return true;
    }
    if (page->messages.empty() && !page->complete && !withHoles)
        return false;
    if (withHoles && !page->complete)
        m_open[id] = true;
    TranscriptBatch& batch = transcript(id);
    batch.messages.insert(batch.messages.begin(), page->messages.begin(), page->messages.end());
    batch.hasOlder = page->more || (!page->complete && !withHoles);
    batch.loadingDone = true;
    schedule();
    return true;
}

void Publisher::publishNothingOlder(const domain::ConversationId& id)
{
    if (!m_mirror || !isOpen(id))
        return;
    transcript(id).loadingDone = true;
    schedule();
}

std::vector<domain::ConversationId> Publisher::openTranscripts() const
{
    std::vector<domain::ConversationId> ids;
    ids.reserve(m_open.size());
    for (const auto& [id, withHoles] : m_open)
        ids.push_back(id);
    return ids;
}

void Publisher::fillHoles()
{
    for (auto& [id, withHoles] : m_open) {
        if (!withHoles)
            continue;
        withHoles = false;
        readAnew(id, false);
    }
    schedule();
}

TranscriptBatch& Publisher::transcript(const domain::ConversationId& id)
{
    TranscriptBatch& batch = m_transcripts[id];
    batch.conversation = id;
    return batch;
}

void Publisher::taken()
{
    m_inFlight = false;
    // What it took to read them all was freed by now.
    if (std::exchange(m_large, false))
        releaseFreedMemory();
    schedule();
}

void Publisher::schedule()
{
    const bool something = m_all || m_agents || m_settings || m_health || !m_changed.empty() ||
                           !m_gone.empty() || !m_transcripts.empty();
    if (something && m_mirror && !m_inFlight && !m_frame.isActive())
        m_frame.start();
}

void Publisher::publish()
{
    if (!m_mirror || m_inFlight)
        return;
    auto batch = std::make_shared<LiveBatch>();
    Result<void> filled = fillRows(*batch);
    if (filled)
        filled = fillTranscripts(*batch);
    if (!filled) {
        Q_EMIT failed(filled.error());
        return;
    }
    const domain::ProjectState& head = m_mirror->head();
    batch->seq = head.seq;
    if (m_agents) {
        batch->agents.emplace();
        for (const auto& [id, agent] : head.agents)
            batch->agents->push_back(agent);
        batch->teams.emplace();
        for (const auto& [id, team] : head.teams)
            batch->teams->push_back(team);
    }
    if (m_settings) {
        batch->project = head.project;
        batch->settings = head.settings;
    }
    if (m_health)
        batch->failing = m_failing;
    m_all = m_agents = m_settings = m_health = false;
    if (batch->isEmpty())
        return;
    m_inFlight = true;
    Q_EMIT ready(batch);
}

Result<void> Publisher::fillRows(LiveBatch& batch)
{
    if (m_all) {
        Result<std::vector<ConversationRow>> rows = m_mirror->rows();
        if (!rows)
            return std::unexpected(rows.error());
        batch.reset = true;
        batch.whole = std::make_shared<RowSet>();
        batch.whole->reserve(rows->size());
        for (ConversationRow& row : *rows) {
            if (Result<void> completed = complete(row); !completed)
                return completed;
            batch.whole->put(std::move(row));
        }
        Result<std::vector<ConversationRow>> resolved = m_mirror->resolvedRows();
        if (!resolved)
            return std::unexpected(resolved.error());
        batch.resolved = std::move(*resolved);
        m_large = rows->size() > manyRowsAtOnce;
    } else {
        for (const domain::ConversationId& id : m_changed) {
            Result<std::optional<ConversationRow>> row = m_mirror->row(id);
            if (!row)
                return std::unexpected(row.error());
            if (!*row)
                continue;
            if (Result<void> completed = complete(**row); !completed)
                return completed;
            batch.rows.push_back(std::move(**row));
        }
        for (const domain::ConversationId& id : m_gone) {
            Result<std::optional<ConversationRow>> row = m_mirror->resolvedRow(id);
            if (!row)
                return std::unexpected(row.error());
            if (*row)
                batch.resolved.push_back(std::move(**row));
            batch.gone.push_back(id);
        }
    }
    m_changed.clear();
    m_gone.clear();
    return {};
}

domain::AgentRef Publisher::me() const
{
    const auto& agents = m_mirror->head().agents;
    const auto found = agents.find(m_me);
    return {m_me, found == agents.end() ? QString() : found->second.name};
}

Result<void> Publisher::complete(ConversationRow& row)
{
    if (!m_mirror->outbox().items().empty()) {
        row.resolving = m_mirror->outbox().resolving(row.id);
        row.leaving = m_mirror->outbox().leaving(row.id);
        domain::Contact contact;
        contact.name = row.contactName.text();
        contact.blocked = row.blocked;
        contact.tags = row.contactTags;
        m_mirror->outbox().foresee(row.id, contact, me());
        row.contactName = contact.name;
        row.blocked = contact.blocked;
        row.contactTags = contact.tags;
    }
    if (!isHeldBy(row, m_me))
        return {};
    const Result<qint64> unread = m_mirror->unread(row.id);
    if (!unread)
        return std::unexpected(unread.error());
    row.unread = static_cast<int>(*unread);
    row.unsent = m_mirror->outbox().unsent(row.id);
    return {};
}

Result<void> Publisher::fillTranscripts(LiveBatch& batch)
{
    for (auto& [id, changes] : m_transcripts) {
        Result<std::optional<domain::ConversationState>> state = m_mirror->state(id);
        if (!state)
            return std::unexpected(state.error());
        changes.state = std::move(*state);
        if (changes.state)
            m_mirror->outbox().foresee(id, changes.state->conversation.contact, me());
        changes.waiting = m_mirror->outbox().waiting(id, m_me);
        changes.held = m_mirror->outbox().heldMessages(id);
        batch.transcripts.push_back(std::move(changes));
    }
    m_transcripts.clear();
    return {};
}

} // namespace relevo::client
