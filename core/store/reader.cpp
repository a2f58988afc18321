#include <store/reader.h>

#include <sql/transaction.h>
#include <store/stored_json.h>

namespace relevo::store {

Reader::Reader(std::unique_ptr<sql::Database> database, std::shared_ptr<const Secrets> secrets)
    : m_database(std::move(database)), m_secrets(std::move(secrets)), m_lookup(*m_database),
      m_facts(*m_database), m_contacts(*m_database), m_credentials(*m_database),
      m_bots(*m_database, *m_secrets), m_dataRights(*m_database, m_bots), m_orders(*m_database),
      m_cannedResponses(*m_database), m_messageTemplates(*m_database), m_enrichments(*m_database),
      m_webhooks(*m_database, *m_secrets), m_audit(*m_database), m_apiKeys(*m_database),
      m_secondFactors(*m_database, *m_secrets), m_attachments(*m_database)
{
}

Result<std::unique_ptr<Reader>> Reader::open(const StoreOptions& options)
{
    auto database = openForReading(options);
    if (!database)
        return std::unexpected(database.error());
    auto secrets = Secrets::openForReading(**database, options);
    if (!secrets)
        return std::unexpected(secrets.error());
    return std::unique_ptr<Reader>(new Reader(std::move(*database), std::move(*secrets)));
}

Result<QString> Reader::journalEpoch()
{
    const Result<QVariant> epoch =
        m_database->value(QStringLiteral("SELECT value FROM meta WHERE name = 'journal_epoch'"));
    if (!epoch)
        return std::unexpected(epoch.error());
    return epoch->toString();
}

Result<std::vector<domain::Project>> Reader::projects()
{
    auto statement = m_database->prepared("SELECT project FROM projects ORDER BY number");
    if (!statement)
        return std::unexpected(statement.error());
    if (Result<void> ran = (*statement)->run(); !ran)
        return std::unexpected(ran.error());
    const sql::Reading reading(**statement);
    std::vector<domain::Project> projects;
    while ((*statement)->next()) {
        Result<domain::Project> project = storedState<domain::Project>((*statement)->bytes(0));
        if (!project)
            return std::unexpected(project.error());
        projects.push_back(std::move(*project));
    }
    return projects;
}

Result<StoreFigures> Reader::figures()
{
    StoreFigures figures;
    auto events = m_database->prepared("SELECT COALESCE(SUM(head_seq), 0) FROM projects");
    if (!events)
        return std::unexpected(events.error());
    if (Result<void> ran = (*events)->run(); !ran)
        return std::unexpected(ran.error());
    const sql::Reading readingEvents(**events);
    if ((*events)->next())
        figures.events = (*events)->number(0);
    auto outbox = m_database->prepared("SELECT COUNT(*), MIN(at) FROM outbox");
    if (!outbox)
        return std::unexpected(outbox.error());
    if (Result<void> ran = (*outbox)->run(); !ran)
        return std::unexpected(ran.error());
    const sql::Reading readingOutbox(**outbox);
    if ((*outbox)->next()) {
        figures.outboxRows = (*outbox)->number(0);
        if (!(*outbox)->isNull(1))
            figures.oldestInOutbox = (*outbox)->time(1);
    }
    return figures;
}

Result<Head> Reader::head(const domain::ProjectId& project)
{
    auto statement = m_database->prepared("SELECT head_seq, head_hash FROM projects WHERE id = ?");
    if (!statement)
        return std::unexpected(statement.error());
    if (Result<void> ran = (*statement)->bind(project.uuid()).run(); !ran)
        return std::unexpected(ran.error());
    const sql::Reading reading(**statement);
    if (!(*statement)->next())
        return Head{0, QByteArray(32, '\0')};
    return Head{(*statement)->number(0), (*statement)->bytes(1)};
}

Result<std::vector<AuditEntry>> Reader::audit(const domain::ProjectId& project, const AuditFilter& filter)
{
    const Result<qint64> number = m_lookup.projectNumber(project);
    if (!number)
        return std::unexpected(number.error());
    return m_audit.find(*number, filter);
}

Result<domain::ProjectState> Reader::liveState(const domain::ProjectId& project)
{
    auto transaction = sql::Transaction::begin(*m_database, sql::Transaction::Kind::Read);
    if (!transaction)
        return std::unexpected(transaction.error());
    return m_lookup.live(project);
}

Result<std::vector<StoredEvent>> Reader::eventsAfter(const domain::ProjectId& project, qint64 seq, int limit)
{
    const Result<qint64> number = m_lookup.projectNumber(project);
    if (!number)
        return std::unexpected(number.error());
    auto statement = m_database->prepared("SELECT position, body, hash FROM journal WHERE position > ? AND "
                                          "position <= ? ORDER BY position LIMIT ?");
    if (!statement)
        return std::unexpected(statement.error());
    if (Result<void> ran =
            (*statement)->bind(positionOf(*number, seq)).bind(positionOf(*number, lastSeq)).bind(limit).run();
        !ran)
        return std::unexpected(ran.error());
    const sql::Reading reading(**statement);
    std::vector<StoredEvent> events;
    while ((*statement)->next())
        events.push_back(
            {seqOf((*statement)->number(0)), (*statement)->bytes(1).toStdString(), (*statement)->bytes(2)});
    return events;
}

Result<std::optional<domain::ConversationState>>
Reader::conversationBySession(const domain::ProjectId& project, const QString& sessionId)
{
    const Result<qint64> number = m_lookup.projectNumber(project);
    if (!number)
        return std::unexpected(number.error());
    return m_lookup.bySession(*number, sessionId);
}

Result<std::optional<domain::ConversationState>> Reader::conversationById(const domain::ProjectId& project,
                                                                          const domain::ConversationId& id)
{
    const Result<qint64> number = m_lookup.projectNumber(project);
    if (!number)
        return std::unexpected(number.error());
    return m_lookup.byId(*number, id);
}

Result<std::vector<domain::ConversationState>> Reader::resolvedSince(const domain::ProjectId& project,
                                                                     Timestamp since, int limit)
{
    const Result<qint64> number = m_lookup.projectNumber(project);
    if (!number)
        return std::unexpected(number.error());
    return m_lookup.resolvedSince(*number, since, limit);
}

Result<std::optional<domain::Handoff>> Reader::handoff(const domain::ProjectId& project,
                                                       const domain::HandoffId& id)
{
    const Result<qint64> number = m_lookup.projectNumber(project);
    if (!number)
        return std::unexpected(number.error());
    return m_lookup.handoff(*number, id);
}

Result<std::vector<domain::Handoff>> Reader::newestHandoffs(const domain::ProjectId& project,
                                                            const domain::ConversationId& conversation,
                                                            int limit)
{
    const Result<qint64> number = m_lookup.projectNumber(project);
    if (!number)
        return std::unexpected(number.error());
    return m_lookup.newestHandoffs(*number, conversation, limit);
}

Result<std::vector<domain::Message>>
Reader::page(const domain::ProjectId& project, const domain::ConversationId& conversation, Lookup::Page page)
{
    const Result<qint64> number = m_lookup.projectNumber(project);
    if (!number)
        return std::unexpected(number.error());
    const Result<qint64> conversationNumber = m_lookup.conversationNumber(*number, conversation);
    if (!conversationNumber)
        return std::unexpected(conversationNumber.error());
    page.conversation = *conversationNumber;
    return m_lookup.messages(*number, page);
}

Result<std::vector<domain::Message>> Reader::messagesAfter(const domain::ProjectId& project,
                                                           const domain::ConversationId& conversation,
                                                           qint64 seq, int limit, bool notes)
{
    return page(project, conversation, {0, seq, lastSeq, limit, true, notes});
}

Result<std::vector<domain::Message>> Reader::newestMessagesAfter(const domain::ProjectId& project,
                                                                 const domain::ConversationId& conversation,
                                                                 qint64 seq, int limit)
{
    return page(project, conversation, {0, seq, lastSeq, limit, false, false});
}

Result<std::vector<domain::Message>> Reader::newestMessages(const domain::ProjectId& project,
                                                            const domain::ConversationId& conversation,
                                                            qint64 beforeSeq, int limit)
{
    return page(project, conversation, {0, 0, beforeSeq, limit, false, true});
}

Result<domain::ReportFacts> Reader::reportFacts(const domain::ProjectId& project, Timestamp from,
                                                Timestamp to)
{
    // All tables as they were at one moment.
    auto transaction = sql::Transaction::begin(*m_database, sql::Transaction::Kind::Read);
    if (!transaction)
        return std::unexpected(transaction.error());
    const Result<qint64> number = m_lookup.projectNumber(project);
    if (!number)
        return std::unexpected(number.error());
    return m_facts.reportFacts(*number, from, to);
}

Result<std::vector<StoredNotification>> Reader::notifications(const domain::ProjectId& project, qint64 before,
                                                              int limit,
                                                              const std::optional<domain::Agent>& agent,
                                                              Timestamp now)
{
    const Result<qint64> number = m_lookup.projectNumber(project);
    if (!number)
        return std::unexpected(number.error());
    return m_facts.notifications(*number, before, limit, agent, now);
}

Result<std::optional<domain::Notification>> Reader::notification(const domain::ProjectId& project,
                                                                 const domain::NotificationId& id)
{
    const Result<qint64> number = m_lookup.projectNumber(project);
    if (!number)
        return std::unexpected(number.error());
    return m_facts.notification(*number, id);
}

Result<std::optional<domain::Conversation>> Reader::conversation(qint64 project,
                                                                 const domain::ConversationId& id)
{
    const auto state = m_lookup.byId(project, id);
    if (!state)
        return std::unexpected(state.error());
    return *state ? std::optional((*state)->conversation) : std::nullopt;
}

Result<std::vector<std::pair<qint64, domain::Conversation>>>
Reader::contacts(const domain::ProjectId& project, qint64 before, int limit, const QString& tag)
{
    const Result<qint64> number = m_lookup.projectNumber(project);
    if (!number)
        return std::unexpected(number.error());
    const auto found = m_contacts.newest(*number, before, limit, tag);
    if (!found)
        return std::unexpected(found.error());
    std::vector<std::pair<qint64, domain::Conversation>> conversations;
    for (const StoredContact& one : *found) {
        auto read = conversation(*number, one.conversation);
        if (!read)
            return std::unexpected(read.error());
        if (*read)
            conversations.emplace_back(one.seq, std::move(**read));
    }
    return conversations;
}

Result<std::vector<domain::Conversation>> Reader::person(const domain::ProjectId& project,
                                                         const domain::ContactId& id)
{
    const Result<qint64> number = m_lookup.projectNumber(project);
    if (!number)
        return std::unexpected(number.error());
    const auto found = m_contacts.person(*number, id);
    if (!found)
        return std::unexpected(found.error());
    std::vector<domain::Conversation> conversations;
    for (const StoredContact& one : *found) {
        auto read = conversation(*number, one.conversation);
        if (!read)
            return std::unexpected(read.error());
        if (*read)
            conversations.push_back(std::move(**read));
    }
    return conversations;
}

Result<std::vector<ContactRecord>> Reader::personRecord(const domain::ProjectId& project,
                                                        const domain::ContactId& id)
{
    const auto transaction = sql::Transaction::begin(*m_database, sql::Transaction::Kind::Read);
    if (!transaction)
        return std::unexpected(transaction.error());
    return m_dataRights.person(project, id);
}

Result<std::optional<domain::Conversation>> Reader::contact(const domain::ProjectId& project,
                                                            const domain::ContactId& id)
{
    const Result<qint64> number = m_lookup.projectNumber(project);
    if (!number)
        return std::unexpected(number.error());
    const auto found = m_contacts.one(*number, id);
    if (!found)
        return std::unexpected(found.error());
    if (!*found)
        return std::nullopt;
    return conversation(*number, (*found)->conversation);
}

} // namespace relevo::store
