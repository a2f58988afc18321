#pragma once

#include <store/secrets.h>

#include <domain/bots.h>
#include <domain/ids.h>
#include <sql/database.h>

#include <vector>

namespace relevo::store {

/// What the bots remember of a conversation, as its row has it; what is in it is the bots' matter.
struct BotSessionRow
{
    qint64 version = 0; ///< 1 when it is new; 0: there is none
    QByteArray state;
};

/// A project's own questions.
struct FaqRow
{
    qint64 version = 0; ///< rises with every change; 0: there are none yet
    QByteArray entries; ///< the list as JSON; empty when there is none
    QString changedBy;  ///< as they were called then
    std::optional<Timestamp> changedAt;
};

/// Who changes them, and which version they have seen.
struct FaqChange
{
    Timestamp at;
    QString by = {};
    std::optional<qint64> expected = {}; ///< none: whatever is there is replaced
};

enum class TurnStatus { Running, Waiting, Answered, Failed, Dropped };

/// What became of one message that a bot was to answer, and why it went to that bot. Holds nothing of what
/// was said.
struct BotTurn
{
    domain::MessageId id; ///< the customer's message
    domain::ConversationId conversation;
    Timestamp startedAt;
    std::optional<Timestamp> endedAt;
    std::optional<Timestamp> dueAt; ///< Waiting: when it counts as failed
    TurnStatus status = TurnStatus::Running;
    qint64 epoch = 0; ///< the control epoch it began under
    domain::Lane lane = domain::Lane::Info;
    QString bot;
    QString decidedBy; ///< "rule", "project", "question", "model", "lane" or "default"
    QString reason;
    int attempts = 0; ///< requests to a webhook
    QString error;    ///< why it failed or was dropped

    [[nodiscard]] bool isOpen() const { return status <= TurnStatus::Waiting; }
};

/// The bots' rows that are no events. On the connection, and within the transaction, of whoever owns it.
class BotTables
{
public:
    BotTables(sql::Database& database, const Secrets& secrets) : m_database(database), m_secrets(secrets) {}

    [[nodiscard]] Result<BotSessionRow> session(const domain::ProjectId& project,
                                                const domain::ConversationId& conversation);
    /// Writes the version after `version`; `conflict` when the row has another by now.
    [[nodiscard]] Result<void> saveSession(const domain::ProjectId& project,
                                           const domain::ConversationId& conversation, qint64 version,
                                           const QByteArray& state, Timestamp at);

    [[nodiscard]] Result<void> saveTurn(const domain::ProjectId& project, const BotTurn& turn);
    [[nodiscard]] Result<std::optional<BotTurn>> turn(const domain::ProjectId& project,
                                                      const domain::MessageId& id);
    /// The newest `limit` that began before `before`, the newest first.
    [[nodiscard]] Result<std::vector<BotTurn>> turns(const domain::ProjectId& project,
                                                     const domain::ConversationId& conversation,
                                                     Timestamp before, int limit);
    /// Of all projects: those that had not ended.
    [[nodiscard]] Result<std::vector<std::pair<domain::ProjectId, BotTurn>>> openTurns();

    [[nodiscard]] Result<FaqRow> faq(const domain::ProjectId& project);
    /// Writes the version after the one that is there, and says which it is; `conflict`, with who wrote
    /// that one, when `expected` is another.
    [[nodiscard]] Result<qint64> setFaq(const domain::ProjectId& project, std::string_view entries,
                                        const FaqChange& change);

    /// Empty when there is none; sealed in its row.
    [[nodiscard]] Result<QByteArray> secret(const domain::ProjectId& project, const QString& bot);
    [[nodiscard]] Result<void> setSecret(const domain::ProjectId& project, const QString& bot,
                                         const QByteArray& secret, Timestamp at);

private:
    sql::Database& m_database;
    const Secrets& m_secrets;
};

} // namespace relevo::store
