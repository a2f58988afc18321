#include <store/webhooks.h>

#include <store/prepared.h>

namespace relevo::store {
namespace {

QByteArray webhookSecretRow(const WebhookId& id)
{
    return secretRow("webhooks", id.uuid());
}

} // namespace

Result<std::vector<Webhook>> Webhooks::all()
{
    const auto rows = ran(m_database,
                          "SELECT id, project, url, events, secret, created, sent, failing_since, "
                          "last_error, enabled, failing_told FROM webhooks ORDER BY id",
                          [](sql::Statement&) {});
    if (!rows)
        return std::unexpected(rows.error());
    const sql::Reading reading(**rows);
    std::vector<Webhook> hooks;
    while ((*rows)->next()) {
        const sql::Statement& row = **rows;
        Webhook hook;
        hook.id = WebhookId(row.uuid(0));
        hook.project = domain::ProjectId(row.uuid(1));
        hook.url = row.text(2);
        hook.events = row.text(3).split(u' ', Qt::SkipEmptyParts);
        Result<QByteArray> secret = m_secrets.open(row.bytes(4), webhookSecretRow(hook.id));
        if (!secret)
            return std::unexpected(secret.error());
        hook.secret = std::move(*secret);
        hook.created = row.time(5);
        hook.sent = row.number(6);
        if (!row.isNull(7))
            hook.failingSince = row.time(7);
        hook.lastError = row.text(8);
        hook.enabled = row.number(9) != 0;
        hook.failingTold = row.number(10) != 0;
        hooks.push_back(std::move(hook));
    }
    return hooks;
}

Result<void> Webhooks::add(const Webhook& hook)
{
    const Result<QByteArray> secret = m_secrets.seal(hook.secret, webhookSecretRow(hook.id));
    if (!secret)
        return std::unexpected(secret.error());
    return write(m_database,
                 "INSERT INTO webhooks (id, project, url, events, secret, created, sent, failing_since, "
                 "last_error, enabled) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                 [&](sql::Statement& s) {
                     s.bind(hook.id.uuid())
                         .bind(hook.project.uuid())
                         .bind(hook.url)
                         .bind(hook.events.join(u' '))
                         .bind(*secret)
                         .bind(hook.created)
                         .bind(hook.sent);
                     bindTime(s, hook.failingSince);
                     s.bind(hook.lastError).bind(hook.enabled ? 1 : 0);
                 });
}

Result<bool> Webhooks::remove(const domain::ProjectId& project, const WebhookId& id)
{
    const Result<int> removed = changed(m_database, "DELETE FROM webhooks WHERE id = ? AND project = ?",
                                        [&](sql::Statement& s) { s.bind(id.uuid()).bind(project.uuid()); });
    return removed ? Result<bool>(*removed > 0) : std::unexpected(removed.error());
}

Result<void> Webhooks::save(const Webhook& hook)
{
    return write(
        m_database,
        "UPDATE webhooks SET sent = ?, failing_since = ?, last_error = ?, enabled = ?, failing_told = ? "
        "WHERE id = ?",
        [&](sql::Statement& s) {
            s.bind(hook.sent);
            bindTime(s, hook.failingSince);
            s.bind(hook.lastError)
                .bind(hook.enabled ? 1 : 0)
                .bind(hook.failingTold ? 1 : 0)
                .bind(hook.id.uuid());
        });
}

} // namespace relevo::store
