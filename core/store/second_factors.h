#pragma once

#include <store/secrets.h>

#include <domain/ids.h>
#include <sql/database.h>

#include <vector>

namespace relevo::store {

struct StoredTotp
{
    QByteArray secret;
    bool confirmed = false; ///< only then it is asked for at sign-in
    qint64 lastStep = 0;    ///< the newest time step whose code was used
};

/// The second factor of agents: a shared secret, sealed, and codes for the day the phone is lost. On the
/// connection, and within the transaction, of whoever owns it.
class SecondFactors
{
public:
    SecondFactors(sql::Database& database, const Secrets& secrets) : m_database(database), m_secrets(secrets)
    {
    }

    [[nodiscard]] Result<std::optional<StoredTotp>> of(const domain::AgentId& agent);
    /// A new secret, not yet confirmed. False (and nothing done) when a confirmed one is there.
    [[nodiscard]] Result<bool> begin(const domain::AgentId& agent, const QByteArray& secret);
    /// The code of `step` was right: from now on the factor is asked for. `codeHashes` replace the recovery
    /// codes. False when there was nothing to confirm.
    [[nodiscard]] Result<bool> confirm(const domain::AgentId& agent, qint64 step,
                                       const std::vector<QByteArray>& codeHashes);
    /// False when the code of this or of a later step was used before: a code counts once.
    [[nodiscard]] Result<bool> useStep(const domain::AgentId& agent, qint64 step);
    /// False when there is no such code, or it was used.
    [[nodiscard]] Result<bool> useRecoveryCode(const domain::AgentId& agent, const QByteArray& codeHash);
    /// Secret and codes.
    [[nodiscard]] Result<void> remove(const domain::AgentId& agent);

private:
    sql::Database& m_database;
    const Secrets& m_secrets;
};

} // namespace relevo::store
