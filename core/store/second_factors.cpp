#include <store/second_factors.h>

#include <store/prepared.h>

namespace relevo::store {
namespace {

QByteArray secondFactorRow(const domain::AgentId& agent)
{
    return secretRow("totp", agent.uuid());
}

Result<bool> any(const Result<int>& changed)
{
    return changed ? Result<bool>(*changed > 0) : std::unexpected(changed.error());
}

} // namespace

Result<std::optional<StoredTotp>> SecondFactors::of(const domain::AgentId& agent)
{
    const auto statement = ran(m_database, "SELECT secret, confirmed, last_step FROM totp WHERE agent = ?",
                               [&](sql::Statement& s) { s.bind(agent.uuid()); });
    if (!statement)
        return std::unexpected(statement.error());
    const sql::Reading reading(**statement);
    if (!(*statement)->next())
        return std::nullopt;
    Result<QByteArray> secret = m_secrets.open((*statement)->bytes(0), secondFactorRow(agent));
    if (!secret)
        return std::unexpected(secret.error());
    return StoredTotp{std::move(*secret), (*statement)->number(1) != 0, (*statement)->number(2)};
}

Result<bool> SecondFactors::begin(const domain::AgentId& agent, const QByteArray& secret)
{
    const Result<QByteArray> sealed = m_secrets.seal(secret, secondFactorRow(agent));
    if (!sealed)
        return std::unexpected(sealed.error());
    return any(changed(m_database,
                       "INSERT INTO totp (agent, secret, confirmed, last_step) VALUES (?, ?, 0, 0) "
                       "ON CONFLICT (agent) DO UPDATE SET secret = excluded.secret, last_step = 0 "
                       "WHERE totp.confirmed = 0",
                       [&](sql::Statement& s) { s.bind(agent.uuid()).bind(*sealed); }));
}

Result<bool> SecondFactors::confirm(const domain::AgentId& agent, qint64 step,
                                    const std::vector<QByteArray>& codeHashes)
{
    const Result<bool> confirmed = any(
        changed(m_database, "UPDATE totp SET confirmed = 1, last_step = ? WHERE agent = ? AND confirmed = 0",
                [&](sql::Statement& s) { s.bind(step).bind(agent.uuid()); }));
    if (!confirmed || !*confirmed)
        return confirmed;
    Result<void> written = write(m_database, "DELETE FROM recovery_codes WHERE agent = ?",
                                 [&](sql::Statement& s) { s.bind(agent.uuid()); });
    for (const QByteArray& hash : codeHashes) {
        if (written)
            written = write(m_database, "INSERT INTO recovery_codes (agent, hash) VALUES (?, ?)",
                            [&](sql::Statement& s) { s.bind(agent.uuid()).bind(hash); });
    }
    return written ? confirmed : std::unexpected(written.error());
}

Result<bool> SecondFactors::useStep(const domain::AgentId& agent, qint64 step)
{
    return any(changed(m_database, "UPDATE totp SET last_step = ? WHERE agent = ? AND last_step < ?",
                       [&](sql::Statement& s) { s.bind(step).bind(agent.uuid()).bind(step); }));
}

Result<bool> SecondFactors::useRecoveryCode(const domain::AgentId& agent, const QByteArray& codeHash)
{
    return any(changed(m_database, "DELETE FROM recovery_codes WHERE agent = ? AND hash = ?",
                       [&](sql::Statement& s) { s.bind(agent.uuid()).bind(codeHash); }));
}

Result<void> SecondFactors::remove(const domain::AgentId& agent)
{
    const Result<void> removed = write(m_database, "DELETE FROM recovery_codes WHERE agent = ?",
                                       [&](sql::Statement& s) { s.bind(agent.uuid()); });
    return removed ? write(m_database, "DELETE FROM totp WHERE agent = ?",
                           [&](sql::Statement& s) { s.bind(agent.uuid()); })
                   : removed;
}

} // namespace relevo::store
