#include <store/message_templates.h>

#include <store/prepared.h>
#include <store/stored_json.h>

namespace relevo::store {

using domain::MessageTemplate;

namespace {

/// The first row, if there is one.
Result<std::optional<MessageTemplate>> first(const Result<sql::Statement*>& statement)
{
    if (!statement)
        return std::unexpected(statement.error());
    const sql::Reading reading(**statement);
    if (!(*statement)->next())
        return std::nullopt;
    Result<MessageTemplate> text = storedState<MessageTemplate>((*statement)->bytes(0));
    if (!text)
        return std::unexpected(text.error());
    return std::move(*text);
}

} // namespace

Result<std::vector<MessageTemplate>> MessageTemplates::of(const domain::ProjectId& project)
{
    const auto statement =
        ran(m_database, "SELECT body FROM message_templates WHERE project = ? ORDER BY name, language",
            [&](sql::Statement& s) { s.bind(project.uuid()); });
    if (!statement)
        return std::unexpected(statement.error());
    const sql::Reading reading(**statement);
    std::vector<MessageTemplate> texts;
    while ((*statement)->next()) {
        Result<MessageTemplate> text = storedState<MessageTemplate>((*statement)->bytes(0));
        if (!text)
            return std::unexpected(text.error());
        texts.push_back(std::move(*text));
    }
    return texts;
}

Result<std::optional<MessageTemplate>> MessageTemplates::find(const domain::ProjectId& project,
                                                              const QUuid& id)
{
    return first(ran(m_database, "SELECT body FROM message_templates WHERE project = ? AND id = ?",
                     [&](sql::Statement& s) { s.bind(project.uuid()).bind(id); }));
}

Result<std::optional<MessageTemplate>> MessageTemplates::named(const domain::ProjectId& project,
                                                               const QString& name, const QString& language)
{
    return first(ran(m_database,
                     "SELECT body FROM message_templates WHERE project = ? AND name = ? AND language = ?",
                     [&](sql::Statement& s) { s.bind(project.uuid()).bind(name).bind(language); }));
}

Result<void> MessageTemplates::checkRoom(const domain::ProjectId& project, const MessageTemplate& text)
{
    const auto statement = ran(
        m_database,
        "SELECT COUNT(*), COALESCE(SUM(name = ? AND language = ?), 0) FROM message_templates "
        "WHERE project = ? AND id <> ?",
        [&](sql::Statement& s) { s.bind(text.name).bind(text.language).bind(project.uuid()).bind(text.id); });
    if (!statement)
        return std::unexpected(statement.error());
    const sql::Reading reading(**statement);
    (void)(*statement)->next();
    if ((*statement)->number(1) > 0)
        return failure(
            ErrorCode::Conflict,
            QStringLiteral("There is a template \"%1\" in \"%2\" already.").arg(text.name, text.language),
            QStringLiteral("Choose another name, or change that one."),
            {{QStringLiteral("field"), QStringLiteral("name")}});
    if ((*statement)->number(0) >= mostOfOne)
        return failure(ErrorCode::Conflict, QStringLiteral("There are %1 templates already.").arg(mostOfOne),
                       QStringLiteral("Remove some that nobody uses."));
    return {};
}

Result<void> MessageTemplates::save(const domain::ProjectId& project, const MessageTemplate& text)
{
    if (Result<void> room = checkRoom(project, text); !room)
        return room;
    const std::string body = jsonOf(text);
    return write(m_database,
                 "INSERT INTO message_templates (project, id, name, language, body, at) VALUES (?, ?, ?, ?, "
                 "?, ?) ON CONFLICT (project, id) DO UPDATE SET name = excluded.name, language = "
                 "excluded.language, body = excluded.body, at = excluded.at",
                 [&](sql::Statement& s) {
                     s.bind(project.uuid())
                         .bind(text.id)
                         .bind(text.name)
                         .bind(text.language)
                         .bind(std::string_view(body))
                         .bind(text.updatedAt);
                 });
}

Result<void> MessageTemplates::remove(const domain::ProjectId& project, const QUuid& id)
{
    return write(m_database, "DELETE FROM message_templates WHERE project = ? AND id = ?",
                 [&](sql::Statement& s) { s.bind(project.uuid()).bind(id); });
}

} // namespace relevo::store
