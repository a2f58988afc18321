#include <store/webhooks.h>

namespace relevo::store {
namespace {

void bindTime(sql::Statement& statement, const std::optional<Timestamp>& at)
{
    if (at)
        statement.bind(*at);
    else
        statement.bindNull();
}

} // namespace

Result<std::vector<Webhook>> Webhooks::all()
{
    auto statement = m_database.prepared("SELECT id, project, url, events, secret, created, sent, "
                                         "failing_since, last_error, enabled FROM webhooks ORDER BY id");
    if (!statement)
        return std::unexpected(statement.error());
    if (Result<void> ran = (*statement)->run(); !ran)
        return std::unexpected(ran.error());
    const sql::Reading reading(**statement);
    std::vector<Webhook> hooks;
    while ((*statement)->next()) {
        const sql::Statement& row = **statement;
        Webhook hook;
        hook.id = WebhookId(row.uuid(0));
        hook.project = domain::ProjectId(row.uuid(1));
        hook.url = row.text(2);
        hook.events = row.text(3).split(u' ', Qt::SkipEmptyParts);
        hook.secret = row.bytes(4);
        hook.created = row.time(5);
        hook.sent = row.number(6);
        if (!row.isNull(7))
            hook.failingSince = row.time(7);
        hook.lastError = row.text(8);
        hook.enabled = row.number(9) != 0;
        hooks.push_back(std::move(hook));
    }
    return hooks;
}

Result<void> Webhooks::add(const Webhook& hook)
{
    auto statement =
        m_database.prepared("INSERT INTO webhooks (id, project, url, events, secret, created, sent, "
                            "failing_since, last_error, enabled) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    if (!statement)
        return std::unexpected(statement.error());
    (*statement)
        ->bind(hook.id.uuid())
        .bind(hook.project.uuid())
        .bind(hook.url)
        .bind(hook.events.join(u' '))
        .bind(hook.secret)
        .bind(hook.created)
        .bind(hook.sent);
    bindTime(**statement, hook.failingSince);
    return (*statement)->bind(hook.lastError).bind(hook.enabled ? 1 : 0).run();
}

Result<bool> Webhooks::remove(const domain::ProjectId& project, const WebhookId& id)
{
    auto statement = m_database.prepared("DELETE FROM webhooks WHERE id = ? AND project = ?");
    if (!statement)
        return std::unexpected(statement.error());
    if (Result<void> ran = (*statement)->bind(id.uuid()).bind(project.uuid()).run(); !ran)
        return std::unexpected(ran.error());
    return (*statement)->affected() > 0;
}

Result<void> Webhooks::save(const Webhook& hook)
{
    auto statement = m_database.prepared(
        "UPDATE webhooks SET sent = ?, failing_since = ?, last_error = ?, enabled = ? WHERE id = ?");
    if (!statement)
        return std::unexpected(statement.error());
    (*statement)->bind(hook.sent);
    bindTime(**statement, hook.failingSince);
    return (*statement)->bind(hook.lastError).bind(hook.enabled ? 1 : 0).bind(hook.id.uuid()).run();
}

} // namespace relevo::store
