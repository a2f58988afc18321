#pragma once

#include <store/secrets.h>

#include <domain/ids.h>
#include <sql/database.h>

#include <vector>

namespace relevo::store {

using domain::WebhookId;

/// Somebody's program that is told of a project's events.
struct Webhook
{
    WebhookId id;
    domain::ProjectId project;
    QString url;
    QStringList events; ///< types, "handoff.*", or "*"
    QByteArray secret;  ///< "whsec_…"
    Timestamp created;
    qint64 sent = 0;                       ///< events up to this sequence number are done with
    std::optional<Timestamp> failingSince; ///< nothing has been received since
    bool failingTold = false;              ///< it was told as failing, and not yet as working again
    QString lastError;
    bool enabled = true;
};

/// The hooks of all projects, their secrets sealed, on the connection and within the transaction of whoever
/// owns it.
class Webhooks
{
public:
    Webhooks(sql::Database& database, const Secrets& secrets) : m_database(database), m_secrets(secrets) {}

    [[nodiscard]] Result<std::vector<Webhook>> all();
    [[nodiscard]] Result<void> add(const Webhook& hook);
    /// Of that project only; false when there is none.
    [[nodiscard]] Result<bool> remove(const domain::ProjectId& project, const WebhookId& id);
    /// How far it has come; nothing when the hook is gone.
    [[nodiscard]] Result<void> save(const Webhook& hook);

private:
    sql::Database& m_database;
    const Secrets& m_secrets;
};

} // namespace relevo::store
