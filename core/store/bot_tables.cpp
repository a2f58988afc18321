#include <store/bot_tables.h>

#include <store/prepared.h>

namespace relevo::store {
namespace {

/// Columns: id, conversation, started_at, ended_at, due_at, status, epoch, lane, bot, decided_by, reason,
/// attempts, error.
BotTurn turnOf(const sql::Statement& row)
{
    BotTurn turn;
    turn.id = domain::MessageId(row.uuid(0));
    turn.conversation = domain::ConversationId(row.uuid(1));
    turn.startedAt = row.time(2);
    if (!row.isNull(3))
        turn.endedAt = row.time(3);
    if (!row.isNull(4))
        turn.dueAt = row.time(4);
    turn.status = static_cast<TurnStatus>(row.number(5));
    turn.epoch = row.number(6);
    turn.lane = static_cast<domain::Lane>(row.number(7));
    turn.bot = row.text(8);
    turn.decidedBy = row.text(9);
    turn.reason = row.text(10);
    turn.attempts = static_cast<int>(row.number(11));
    turn.error = row.text(12);
    return turn;
}

QByteArray botSecretRow(const domain::ProjectId& project, const QString& bot)
{
    return secretRow("bot_secrets", project.uuid(), bot);
}

void bind(sql::Statement& statement, const std::optional<Timestamp>& at)
{
    if (at)
        statement.bind(*at);
    else
        statement.bindNull();
}

/// The first column of the one row that is asked for; empty when there is none.
Result<QByteArray> bytesOf(const Result<sql::Statement*>& statement)
{
    if (!statement)
        return std::unexpected(statement.error());
    const sql::Reading reading(**statement);
    return (*statement)->next() ? (*statement)->bytes(0) : QByteArray();
}

} // namespace

Result<BotSessionRow> BotTables::session(const domain::ProjectId& project,
                                         const domain::ConversationId& conversation)
{
    const auto statement =
        ran(m_database, "SELECT version, state FROM bot_sessions WHERE project = ? AND conversation = ?",
            [&](sql::Statement& s) { s.bind(project.uuid()).bind(conversation.uuid()); });
    if (!statement)
        return std::unexpected(statement.error());
    const sql::Reading reading(**statement);
    if (!(*statement)->next())
        return BotSessionRow{};
    return BotSessionRow{(*statement)->number(0), (*statement)->bytes(1)};
}

Result<void> BotTables::saveSession(const domain::ProjectId& project,
                                    const domain::ConversationId& conversation, qint64 version,
                                    const QByteArray& state, Timestamp at)
{
    const auto written =
        ran(m_database,
            "INSERT INTO bot_sessions (project, conversation, version, state, at) "
            "VALUES (?, ?, ? + 1, ?, ?) ON CONFLICT (project, conversation) DO UPDATE "
            "SET version = excluded.version, state = excluded.state, at = excluded.at "
            "WHERE bot_sessions.version = excluded.version - 1",
            [&](sql::Statement& s) {
                s.bind(project.uuid()).bind(conversation.uuid()).bind(version).bind(state).bind(at);
            });
    if (!written)
        return std::unexpected(written.error());
    if ((*written)->affected() == 1)
        return {};
    return failure(ErrorCode::Conflict, QStringLiteral("What the bots remember has changed meanwhile."));
}

Result<void> BotTables::saveTurn(const domain::ProjectId& project, const BotTurn& turn)
{
    return write(
        m_database,
        "INSERT INTO bot_turns (project, id, conversation, started_at, ended_at, due_at, status, epoch, "
        "lane, bot, decided_by, reason, attempts, error) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (project, id) DO UPDATE SET started_at = excluded.started_at, "
        "ended_at = excluded.ended_at, due_at = excluded.due_at, status = excluded.status, "
        "epoch = excluded.epoch, lane = excluded.lane, bot = excluded.bot, "
        "decided_by = excluded.decided_by, reason = excluded.reason, attempts = excluded.attempts, "
        "error = excluded.error",
        [&](sql::Statement& s) {
            s.bind(project.uuid()).bind(turn.id.uuid()).bind(turn.conversation.uuid()).bind(turn.startedAt);
            bind(s, turn.endedAt);
            bind(s, turn.dueAt);
            s.bind(static_cast<int>(turn.status))
                .bind(turn.epoch)
                .bind(static_cast<int>(turn.lane))
                .bind(turn.bot)
                .bind(turn.decidedBy)
                .bind(turn.reason)
                .bind(turn.attempts)
                .bind(turn.error);
        });
}

Result<std::optional<BotTurn>> BotTables::turn(const domain::ProjectId& project, const domain::MessageId& id)
{
    const auto statement =
        ran(m_database,
            "SELECT id, conversation, started_at, ended_at, due_at, status, epoch, lane, bot, decided_by, "
            "reason, attempts, error FROM bot_turns WHERE project = ? AND id = ?",
            [&](sql::Statement& s) { s.bind(project.uuid()).bind(id.uuid()); });
    if (!statement)
        return std::unexpected(statement.error());
    const sql::Reading reading(**statement);
    return (*statement)->next() ? std::optional(turnOf(**statement)) : std::nullopt;
}

Result<std::vector<BotTurn>> BotTables::turns(const domain::ProjectId& project,
                                              const domain::ConversationId& conversation, Timestamp before,
                                              int limit)
{
    const auto statement = ran(
        m_database,
        "SELECT id, conversation, started_at, ended_at, due_at, status, epoch, lane, bot, decided_by, "
        "reason, attempts, error FROM bot_turns WHERE project = ? AND conversation = ? AND started_at < ? "
        "ORDER BY started_at DESC, id DESC LIMIT ?",
        [&](sql::Statement& s) {
            s.bind(project.uuid()).bind(conversation.uuid()).bind(before).bind(limit);
        });
    if (!statement)
        return std::unexpected(statement.error());
    const sql::Reading reading(**statement);
    std::vector<BotTurn> turns;
    while ((*statement)->next())
        turns.push_back(turnOf(**statement));
    return turns;
}

Result<std::vector<std::pair<domain::ProjectId, BotTurn>>> BotTables::openTurns()
{
    const auto statement =
        ran(m_database,
            "SELECT id, conversation, started_at, ended_at, due_at, status, epoch, lane, bot, decided_by, "
            "reason, attempts, error, project FROM bot_turns WHERE status < 2 ORDER BY started_at, id",
            [](sql::Statement&) {});
    if (!statement)
        return std::unexpected(statement.error());
    const sql::Reading reading(**statement);
    std::vector<std::pair<domain::ProjectId, BotTurn>> turns;
    while ((*statement)->next())
        turns.emplace_back(domain::ProjectId((*statement)->uuid(13)), turnOf(**statement));
    return turns;
}

Result<FaqRow> BotTables::faq(const domain::ProjectId& project)
{
    const auto row = ran(m_database, "SELECT version, entries, changed_by, at FROM faq WHERE project = ?",
                         [&](sql::Statement& s) { s.bind(project.uuid()); });
    if (!row)
        return std::unexpected(row.error());
    const sql::Reading reading(**row);
    if (!(*row)->next())
        return FaqRow{};
    return FaqRow{(*row)->number(0), (*row)->bytes(1), (*row)->text(2), (*row)->time(3)};
}

Result<qint64> BotTables::setFaq(const domain::ProjectId& project, std::string_view entries,
                                 const FaqChange& change)
{
    const Result<FaqRow> present = faq(project);
    if (!present)
        return std::unexpected(present.error());
    if (change.expected && *change.expected != present->version)
        return failure(
            ErrorCode::Conflict,
            present->changedBy.isEmpty()
                ? QStringLiteral("The questions have been changed meanwhile.")
                : QStringLiteral("%1 has changed the questions meanwhile.").arg(present->changedBy),
            QStringLiteral("Get them again, make the change in those and save it with their version."),
            {{QStringLiteral("version"), QString::number(present->version)},
             {QStringLiteral("changedBy"), present->changedBy}});
    const qint64 version = present->version + 1;
    const Result<void> written =
        write(m_database,
              "INSERT INTO faq (project, entries, at, version, changed_by) VALUES (?, ?, ?, ?, ?) "
              "ON CONFLICT (project) DO UPDATE SET entries = excluded.entries, at = excluded.at, "
              "version = excluded.version, changed_by = excluded.changed_by",
              [&](sql::Statement& s) {
                  s.bind(project.uuid()).bind(entries).bind(change.at).bind(version).bind(change.by);
              });
    return written ? Result<qint64>(version) : std::unexpected(written.error());
}

Result<QByteArray> BotTables::secret(const domain::ProjectId& project, const QString& bot)
{
    Result<QByteArray> stored =
        bytesOf(ran(m_database, "SELECT secret FROM bot_secrets WHERE project = ? AND bot = ?",
                    [&](sql::Statement& s) { s.bind(project.uuid()).bind(bot); }));
    return stored ? m_secrets.open(*stored, botSecretRow(project, bot)) : stored;
}

Result<void> BotTables::setSecret(const domain::ProjectId& project, const QString& bot,
                                  const QByteArray& secret, Timestamp at)
{
    const Result<QByteArray> sealed = m_secrets.seal(secret, botSecretRow(project, bot));
    if (!sealed)
        return std::unexpected(sealed.error());
    return write(m_database,
                 "INSERT INTO bot_secrets (project, bot, secret, at) VALUES (?, ?, ?, ?) "
                 "ON CONFLICT (project, bot) DO UPDATE SET secret = excluded.secret, at = excluded.at",
                 [&](sql::Statement& s) { s.bind(project.uuid()).bind(bot).bind(*sealed).bind(at); });
}

} // namespace relevo::store
