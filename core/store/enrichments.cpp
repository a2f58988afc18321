#include <store/enrichments.h>

#include <store/prepared.h>

namespace relevo::store {

Result<void> Enrichments::add(const Enrichment& enrichment)
{
    return write(m_database,
                 "INSERT INTO enrichments (project, message, bot, conversation, seq) VALUES (?, ?, ?, ?, ?) "
                 "ON CONFLICT (project, message, bot) DO NOTHING",
                 [&](sql::Statement& s) {
                     s.bind(enrichment.project.uuid())
                         .bind(enrichment.message.uuid())
                         .bind(enrichment.bot)
                         .bind(enrichment.conversation.uuid())
                         .bind(enrichment.seq);
                 });
}

Result<void> Enrichments::remove(const Enrichment& enrichment)
{
    return write(m_database, "DELETE FROM enrichments WHERE project = ? AND message = ? AND bot = ?",
                 [&](sql::Statement& s) {
                     s.bind(enrichment.project.uuid()).bind(enrichment.message.uuid()).bind(enrichment.bot);
                 });
}

Result<std::vector<Enrichment>> Enrichments::all()
{
    const auto statement = ran(
        m_database, "SELECT project, message, bot, conversation, seq FROM enrichments ORDER BY seq, message",
        [](sql::Statement&) {});
    if (!statement)
        return std::unexpected(statement.error());
    const sql::Reading reading(**statement);
    std::vector<Enrichment> all;
    while ((*statement)->next()) {
        const sql::Statement& row = **statement;
        all.push_back({domain::ProjectId(row.uuid(0)), domain::MessageId(row.uuid(1)), row.text(2),
                       domain::ConversationId(row.uuid(3)), row.number(4)});
    }
    return all;
}

} // namespace relevo::store
