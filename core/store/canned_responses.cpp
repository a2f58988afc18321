#include <store/canned_responses.h>

#include <protocol/json.h>
#include <store/prepared.h>
#include <store/stored_json.h>

namespace relevo::store {

using protocol::Json;

namespace {

std::string bodyOf(const CannedResponse& response)
{
    return protocol::dump(Json{{"title", protocol::utf8(response.title)},
                               {"content", protocol::utf8(response.content)},
                               {"language", protocol::utf8(response.language)}});
}

/// id, owner, shortcut, body, at.
Result<CannedResponse> responseOf(const sql::Statement& row)
{
    const Result<Json> json = protocol::parseJson(viewOf(row.bytes(3)));
    if (!json)
        return std::unexpected(json.error());
    CannedResponse response;
    response.id = row.uuid(0);
    response.owner = domain::AgentId(row.uuid(1));
    response.shortcut = row.text(2);
    response.title = protocol::toQString(json->at("title"));
    response.content = protocol::toQString(json->at("content"));
    response.language = protocol::toQString(json->at("language"));
    response.updatedAt = row.time(4);
    return response;
}

} // namespace

Result<std::vector<CannedResponse>> CannedResponses::of(const domain::ProjectId& project,
                                                        const domain::AgentId& agent, const Place& after,
                                                        int most)
{
    const auto statement =
        ran(m_database,
            "SELECT id, owner, shortcut, body, at FROM canned_responses WHERE project = ? AND "
            "(owner = ? OR owner = ?) AND (shortcut > ? OR (shortcut = ? AND owner > ?)) ORDER BY shortcut, "
            "owner LIMIT ?",
            [&](sql::Statement& s) {
                s.bind(project.uuid())
                    .bind(QUuid())
                    .bind(agent.uuid())
                    .bind(after.shortcut)
                    .bind(after.shortcut)
                    .bind(after.own ? agent.uuid() : QUuid())
                    .bind(most);
            });
    if (!statement)
        return std::unexpected(statement.error());
    const sql::Reading reading(**statement);
    std::vector<CannedResponse> responses;
    while ((*statement)->next()) {
        Result<CannedResponse> response = responseOf(**statement);
        if (!response)
            return std::unexpected(response.error());
        responses.push_back(std::move(*response));
    }
    return responses;
}

Result<std::optional<CannedResponse>> CannedResponses::find(const domain::ProjectId& project, const QUuid& id)
{
    const auto statement = ran(
        m_database, "SELECT id, owner, shortcut, body, at FROM canned_responses WHERE project = ? AND id = ?",
        [&](sql::Statement& s) { s.bind(project.uuid()).bind(id); });
    if (!statement)
        return std::unexpected(statement.error());
    const sql::Reading reading(**statement);
    if (!(*statement)->next())
        return std::nullopt;
    Result<CannedResponse> response = responseOf(**statement);
    if (!response)
        return std::unexpected(response.error());
    return std::move(*response);
}

Result<void> CannedResponses::checkRoom(const domain::ProjectId& project, const CannedResponse& response)
{
    const auto statement =
        ran(m_database,
            "SELECT COUNT(*), COALESCE(SUM(shortcut = ?), 0) FROM canned_responses WHERE "
            "project = ? AND owner = ? AND id <> ?",
            [&](sql::Statement& s) {
                s.bind(response.shortcut).bind(project.uuid()).bind(response.owner.uuid()).bind(response.id);
            });
    if (!statement)
        return std::unexpected(statement.error());
    const sql::Reading reading(**statement);
    (void)(*statement)->next();
    if ((*statement)->number(1) > 0)
        return failure(
            ErrorCode::Conflict,
            QStringLiteral("Another canned response has the shortcut \"%1\".").arg(response.shortcut),
            QStringLiteral("Choose another shortcut, or change that one."),
            {{QStringLiteral("field"), QStringLiteral("shortcut")}});
    if ((*statement)->number(0) >= mostOfOne)
        return failure(ErrorCode::Conflict,
                       QStringLiteral("There are %1 canned responses already.").arg(mostOfOne),
                       QStringLiteral("Remove some that nobody uses."));
    return {};
}

Result<void> CannedResponses::save(const domain::ProjectId& project, const CannedResponse& response)
{
    if (Result<void> room = checkRoom(project, response); !room)
        return room;
    const std::string body = bodyOf(response);
    return write(
        m_database,
        "INSERT INTO canned_responses (project, id, owner, shortcut, body, at) VALUES (?, ?, ?, ?, ?, "
        "?) ON CONFLICT (project, id) DO UPDATE SET owner = excluded.owner, shortcut = "
        "excluded.shortcut, body = excluded.body, at = excluded.at",
        [&](sql::Statement& s) {
            s.bind(project.uuid())
                .bind(response.id)
                .bind(response.owner.uuid())
                .bind(response.shortcut)
                .bind(std::string_view(body))
                .bind(response.updatedAt);
        });
}

Result<void> CannedResponses::remove(const domain::ProjectId& project, const QUuid& id)
{
    return write(m_database, "DELETE FROM canned_responses WHERE project = ? AND id = ?",
                 [&](sql::Statement& s) { s.bind(project.uuid()).bind(id); });
}

} // namespace relevo::store
