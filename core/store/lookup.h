#pragma once

#include <domain/state.h>
#include <sql/database.h>

#include <vector>

namespace relevo::store {

/// What both sides read of the projections, on their own connections. Fails with the database's errors, or
/// `internal` when a stored state cannot be decoded.
class Lookup
{
public:
    explicit Lookup(sql::Database& database) : m_database(database) {}

    /// The project's number, or 0 when there is no such project.
    [[nodiscard]] Result<qint64> projectNumber(const domain::ProjectId& project);
    /// The conversation's number, or 0.
    [[nodiscard]] Result<qint64> conversationNumber(qint64 project,
                                                    const domain::ConversationId& conversation);

    [[nodiscard]] Result<std::optional<domain::ConversationState>> bySession(qint64 project,
                                                                             const QString& sessionId);
    [[nodiscard]] Result<std::optional<domain::ConversationState>>
    byId(qint64 project, const domain::ConversationId& conversation);
    [[nodiscard]] Result<std::optional<domain::ConversationState>>
    byHandoff(qint64 project, const domain::HandoffId& handoff);
    /// Any handoff, also one that is over, as its row has it.
    [[nodiscard]] Result<std::optional<domain::Handoff>> handoff(qint64 project,
                                                                 const domain::HandoffId& handoff);
    /// The newest handoffs of a conversation, the newest first, as their rows have them.
    [[nodiscard]] Result<std::vector<domain::Handoff>>
    newestHandoffs(qint64 project, const domain::ConversationId& conversation, int limit);
    /// Closed conversations whose newest handoff was resolved since then, the newest first, `limit` of them
    /// at most; none whose contact was erased.
    [[nodiscard]] Result<std::vector<domain::ConversationState>> resolvedSince(qint64 project,
                                                                               Timestamp since, int limit);
    /// The live state with its sequence; seq 0 for a project that has no events. Inside a transaction, so
    /// that all of it is of one moment.
    [[nodiscard]] Result<domain::ProjectState> live(const domain::ProjectId& project);

    /// Messages of a conversation with after < seq < before, ascending; the newest `limit` of them or, with
    /// `oldest`, the oldest.
    struct Page
    {
        qint64 conversation = 0;
        qint64 after = 0;
        qint64 before = 0;
        int limit = 0;
        bool oldest = false;
        bool notes = true;
    };
    [[nodiscard]] Result<std::vector<domain::Message>> messages(qint64 project, const Page& page);
    [[nodiscard]] Result<std::optional<domain::Message>> message(qint64 project,
                                                                 const domain::MessageId& message);

private:
    [[nodiscard]] Result<std::optional<domain::ConversationState>> one(sql::Statement& statement,
                                                                       qint64 project);
    /// Of a row with number, opened, state.
    [[nodiscard]] Result<domain::ConversationState> decode(const sql::Statement& row, qint64 project);
    [[nodiscard]] Result<void> readAgents(qint64 project, domain::ProjectState& state);
    [[nodiscard]] Result<void> readTeams(qint64 project, domain::ProjectState& state);
    [[nodiscard]] Result<void> readOpenConversations(qint64 project, domain::ProjectState& state);

    sql::Database& m_database;
};

/// project number * 2^40 + seq; a sequence number that no project can have is taken for the nearest one.
[[nodiscard]] constexpr qint64 positionOf(qint64 project, qint64 seq)
{
    constexpr qint64 last = (1LL << 40) - 1;
    return (project << 40) + (seq < 0 ? 0 : seq > last ? last : seq);
}
[[nodiscard]] constexpr qint64 seqOf(qint64 position)
{
    return position & ((1LL << 40) - 1);
}
inline constexpr qint64 lastSeq = (1LL << 40) - 1;

} // namespace relevo::store
