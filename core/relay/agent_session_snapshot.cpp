#include <relay/agent_session.h>

#include <protocol/codec.h>
#include <protocol/limits.h>

#include <algorithm>

namespace relevo::relay {

using namespace protocol;

namespace {

constexpr std::size_t snapshotPageItems = 25;         // conversations
constexpr std::size_t snapshotErased = 2'000;         // ids
constexpr std::chrono::hours snapshotResolvedFor(36); // more than a day, wherever the desk's day begins
constexpr int snapshotResolved = 500;                 // conversations

/// What one query read of a snapshot: long messages fill a page with few conversations, the others are left.
struct SnapshotPart
{
    std::vector<SnapshotConversation> read;
    std::vector<domain::ConversationState> left; // the next one last
};

} // namespace

void AgentSession::startSnapshot(qint64 since)
{
    m_phase = Phase::Snapshot;
    const domain::ProjectState& state = *m_parts.hub.state(m_scope->project);
    m_snapshotSeq = state.seq;
    // The values share their texts with the live state; this is a list of references more than a copy.
    for (const auto& [id, conversation] : state.conversations)
        m_snapshotLeft.push_back(conversation);
    std::reverse(m_snapshotLeft.begin(), m_snapshotLeft.end());
    SnapshotPage first;
    first.seq = m_snapshotSeq;
    first.project = state.project;
    first.settings = state.settings;
    for (const auto& [id, agent] : state.agents)
        first.agents.push_back(agent);
    for (const auto& [id, team] : state.teams)
        first.teams.push_back(team);
    if (since <= 0) {
        sendFirstPages(std::move(first), {});
        return;
    }
    // Whoever comes back after a long time has closed conversations, too, of contacts that were erased since,
    // and of which files are no longer kept.
    m_reading = true;
    const auto query = [project = m_scope->project, since](store::Reader& reader) -> Result<Forgotten> {
        auto erased = reader.dataRights().erasedAfter(project, since);
        auto files = reader.dataRights().filesRemovedAfter(project, since);
        if (!erased || !files)
            return std::unexpected(!erased ? erased.error() : files.error());
        return Forgotten{std::move(*erased), std::move(*files)};
    };
    m_parts.queries.run<Forgotten>(this, query,
                                   [this, first = std::move(first)](Result<Forgotten> forgotten) {
                                       m_reading = false;
                                       if (!forgotten)
                                           refuse(http::closecode::Internal, nullptr, forgotten.error());
                                       else if (m_socket->isOpen())
                                           sendFirstPages(first, std::move(*forgotten));
                                   });
}

void AgentSession::sendFirstPages(SnapshotPage page, Forgotten forgotten)
{
    m_snapshotPage = 0;
    std::span<const domain::ConversationId> erased(forgotten.erased);
    std::span<store::RemovedFiles> files(forgotten.files);
    do {
        const auto some = erased.first(std::min(erased.size(), snapshotErased));
        erased = erased.subspan(some.size());
        page.page = m_snapshotPage++;
        page.erased.assign(some.begin(), some.end());
        for (std::size_t ids = some.size(); ids < snapshotErased && !files.empty();
             files = files.subspan(1)) {
            ids += files.front().ids.size();
            page.attachmentsRemoved.push_back({files.front().conversation, std::move(files.front().ids)});
        }
        reply(rpcNotification("snapshot", dump(toJson(page))));
        page = SnapshotPage{};
        page.seq = m_snapshotSeq;
    } while (!erased.empty() || !files.empty());
    if (m_snapshotLeft.empty())
        readResolved();
    else
        nextSnapshotPage();
}

void AgentSession::nextSnapshotPage()
{
    if (m_reading || !m_socket->isOpen())
        return;
    if (m_socket->bytesPending() > pendingBound) {
        m_resume.start();
        return;
    }
    const auto first = m_snapshotLeft.end() -
                       static_cast<std::ptrdiff_t>(std::min(m_snapshotLeft.size(), snapshotPageItems));
    std::vector<domain::ConversationState> some(std::make_move_iterator(first),
                                                std::make_move_iterator(m_snapshotLeft.end()));
    m_snapshotLeft.erase(first, m_snapshotLeft.end());
    m_reading = true;
    const auto query = [project = m_scope->project, seq = m_snapshotSeq,
                        some = std::move(some)](store::Reader& reader) mutable -> Result<SnapshotPart> {
        SnapshotPart part;
        std::size_t text = 0;
        while (!some.empty() && text < pageBytes) {
            auto messages =
                reader.newestMessages(project, some.back().conversation.id, seq + 1, snapshotMessages);
            if (!messages)
                return std::unexpected(messages.error());
            for (const domain::Message& message : *messages)
                text += static_cast<std::size_t>(message.content.size());
            part.read.push_back({std::move(some.back()), std::move(*messages)});
            some.pop_back();
        }
        part.left = std::move(some);
        return part;
    };
    m_parts.queries.run<SnapshotPart>(this, query, [this](Result<SnapshotPart> part) {
        m_reading = false;
        if (!part) {
            refuse(http::closecode::Internal, nullptr, part.error());
            return;
        }
        if (m_phase != Phase::Snapshot)
            return;
        std::ranges::move(part->left, std::back_inserter(m_snapshotLeft));
        sendSnapshotConversations(std::move(part->read));
        if (m_snapshotLeft.empty())
            readResolved();
        else
            nextSnapshotPage();
    });
}

void AgentSession::sendSnapshotConversations(std::vector<SnapshotConversation> conversations)
{
    SnapshotPage page;
    page.seq = m_snapshotSeq;
    std::size_t bytes = 0;
    const auto flush = [&] {
        page.page = m_snapshotPage++;
        reply(rpcNotification("snapshot", dump(toJson(page))));
        page.conversations.clear();
        bytes = 0;
    };
    for (SnapshotConversation& conversation : conversations) {
        std::size_t size = dump(toJson(conversation)).size();
        // Long messages: the older ones come on demand.
        while (size > pageBytes && !conversation.messages.empty()) {
            conversation.messages.erase(conversation.messages.begin(),
                                        conversation.messages.begin() +
                                            (static_cast<std::ptrdiff_t>(conversation.messages.size()) + 1) /
                                                2);
            size = dump(toJson(conversation)).size();
        }
        if (bytes + size > pageBytes && !page.conversations.empty())
            flush();
        bytes += size;
        page.conversations.push_back(std::move(conversation));
    }
    flush();
}

void AgentSession::readResolved()
{
    m_reading = true;
    using States = std::vector<domain::ConversationState>;
    const auto query = [project = m_scope->project,
                        since = m_parts.clock.now() - snapshotResolvedFor](store::Reader& reader) {
        return reader.resolvedSince(project, since, snapshotResolved);
    };
    m_parts.queries.run<States>(this, query, [this](Result<States> states) {
        m_reading = false;
        if (!states) {
            refuse(http::closecode::Internal, nullptr, states.error());
            return;
        }
        if (m_phase != Phase::Snapshot || !m_socket->isOpen())
            return;
        sendResolved(std::move(*states));
        endSnapshot();
    });
}

void AgentSession::sendResolved(std::vector<domain::ConversationState> states)
{
    SnapshotPage page;
    page.seq = m_snapshotSeq;
    std::size_t bytes = 0;
    const auto flush = [&](bool last) {
        page.page = m_snapshotPage++;
        page.last = last;
        reply(rpcNotification("snapshot", dump(toJson(page))));
        page.resolved.clear();
        bytes = 0;
    };
    for (domain::ConversationState& state : states) {
        const std::size_t size = dump(toJson(state)).size();
        if (bytes + size > pageBytes && !page.resolved.empty())
            flush(false);
        bytes += size;
        page.resolved.push_back(std::move(state));
    }
    flush(true);
}

void AgentSession::endSnapshot()
{
    m_cursor = m_snapshotSeq;
    m_snapshotLeft.shrink_to_fit();
    m_phase = Phase::CatchingUp;
    pump();
}

} // namespace relevo::relay
