#include <store/row_totals.h>

#include <array>

namespace relevo::store {

void RowTotals::add(const Replay& replay)
{
    m_events += replay.live().seq;
    m_conversations += static_cast<qint64>(replay.conversations().size());
    m_messages += static_cast<qint64>(replay.messages().size());
    m_handoffs += static_cast<qint64>(replay.handoffs().size());
    m_agents += static_cast<qint64>(replay.live().agents.size());
    m_teams += static_cast<qint64>(replay.live().teams.size());
    m_audit += static_cast<qint64>(replay.audit().size());
}

Result<std::optional<QString>> RowTotals::strays(sql::Database& database) const
{
    const std::array expected{std::pair(QStringLiteral("journal"), m_events),
                              std::pair(QStringLiteral("conversations"), m_conversations),
                              std::pair(QStringLiteral("messages"), m_messages),
                              std::pair(QStringLiteral("handoffs"), m_handoffs),
                              std::pair(QStringLiteral("agents"), m_agents),
                              std::pair(QStringLiteral("teams"), m_teams),
                              std::pair(QStringLiteral("audit"), m_audit)};
    for (const auto& [table, count] : expected) {
        const Result<QVariant> found = database.value(QStringLiteral("SELECT count(*) FROM %1").arg(table));
        if (!found)
            return std::unexpected(found.error());
        if (found->toLongLong() != count)
            return QStringLiteral("the table %1 holds %2 rows that belong to no project")
                .arg(table)
                .arg(found->toLongLong() - count);
    }
    return std::nullopt;
}

} // namespace relevo::store
