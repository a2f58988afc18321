#include <store/reader.h>

#include <protocol/codec.h>
#include <sql/transaction.h>

namespace relevo::store {
namespace {

/// Reads a stored JSON state.
template <typename T>
Result<T> decoded(const QByteArray& bytes)
{
    const Result<protocol::Json> json =
        protocol::parseJson({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    if (!json)
        return std::unexpected(json.error());
    return protocol::fromJson<T>(*json);
}

} // namespace

Reader::Reader(std::unique_ptr<sql::Database> database)
    : m_database(std::move(database)), m_lookup(*m_database), m_credentials(*m_database)
{
}

Result<std::unique_ptr<Reader>> Reader::open(const StoreOptions& options)
{
    auto database = openForReading(options);
    if (!database)
        return std::unexpected(database.error());
    return std::unique_ptr<Reader>(new Reader(std::move(*database)));
}

Result<QString> Reader::journalEpoch()
{
    auto statement = m_database->prepared("SELECT value FROM meta WHERE name = 'journal_epoch'");
    if (!statement)
        return std::unexpected(statement.error());
    if (Result<void> ran = (*statement)->run(); !ran)
        return std::unexpected(ran.error());
    QString epoch = (*statement)->next() ? (*statement)->text(0) : QString();
    (*statement)->finish();
    return epoch;
}

Result<std::vector<domain::Project>> Reader::projects()
{
    auto statement = m_database->prepared("SELECT project FROM projects ORDER BY number");
    if (!statement)
        return std::unexpected(statement.error());
    if (Result<void> ran = (*statement)->run(); !ran)
        return std::unexpected(ran.error());
    std::vector<domain::Project> projects;
    while ((*statement)->next()) {
        Result<domain::Project> project = decoded<domain::Project>((*statement)->bytes(0));
        if (!project)
            return std::unexpected(project.error());
        projects.push_back(std::move(*project));
    }
    return projects;
}

Result<Head> Reader::head(const domain::ProjectId& project)
{
    auto statement = m_database->prepared("SELECT head_seq, head_hash FROM projects WHERE id = ?");
    if (!statement)
        return std::unexpected(statement.error());
    if (Result<void> ran = (*statement)->bind(project.uuid()).run(); !ran)
        return std::unexpected(ran.error());
    Head head{0, QByteArray(32, '\0')};
    if ((*statement)->next())
        head = {(*statement)->number(0), (*statement)->bytes(1)};
    (*statement)->finish();
    return head;
}

Result<domain::ProjectState> Reader::liveState(const domain::ProjectId& id)
{
    auto transaction = sql::Transaction::begin(*m_database, sql::Transaction::Kind::Read);
    if (!transaction)
        return std::unexpected(transaction.error());
    domain::ProjectState state;
    auto project =
        m_database->prepared("SELECT number, head_seq, project, settings FROM projects WHERE id = ?");
    auto agents = m_database->prepared("SELECT state FROM agents WHERE project = ?");
    if (!project || !agents)
        return std::unexpected(!project ? project.error() : agents.error());
    if (Result<void> ran = (*project)->bind(id.uuid()).run(); !ran)
        return std::unexpected(ran.error());
    if (!(*project)->next())
        return state;
    const qint64 number = (*project)->number(0);
    state.seq = (*project)->number(1);
    Result<domain::Project> named = decoded<domain::Project>((*project)->bytes(2));
    Result<domain::Settings> settings = decoded<domain::Settings>((*project)->bytes(3));
    (*project)->finish();
    if (!named || !settings)
        return std::unexpected(!named ? named.error() : settings.error());
    state.project = std::move(*named);
    state.settings = std::move(*settings);
    if (Result<void> ran = (*agents)->bind(number).run(); !ran)
        return std::unexpected(ran.error());
    while ((*agents)->next()) {
        Result<domain::Agent> agent = decoded<domain::Agent>((*agents)->bytes(0));
        if (!agent)
            return std::unexpected(agent.error());
        state.agents[agent->id] = std::move(*agent);
    }
    auto open = m_lookup.open(number);
    if (!open)
        return std::unexpected(open.error());
    for (domain::ConversationState& conversation : *open)
        state.conversations[conversation.conversation.id] = std::move(conversation);
    return state;
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

Result<std::optional<domain::Handoff>> Reader::handoff(const domain::ProjectId& project,
                                                       const domain::HandoffId& id)
{
    const Result<qint64> number = m_lookup.projectNumber(project);
    if (!number)
        return std::unexpected(number.error());
    auto statement = m_database->prepared("SELECT state FROM handoffs WHERE id = ? AND project = ?");
    if (!statement)
        return std::unexpected(statement.error());
    if (Result<void> ran = (*statement)->bind(id.uuid()).bind(*number).run(); !ran)
        return std::unexpected(ran.error());
    if (!(*statement)->next())
        return std::nullopt;
    Result<domain::Handoff> handoff = decoded<domain::Handoff>((*statement)->bytes(0));
    (*statement)->finish();
    if (!handoff)
        return std::unexpected(handoff.error());
    return std::move(*handoff);
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
    return page(project, conversation, {0, std::min(seq, lastSeq), lastSeq, limit, true, notes});
}

Result<std::vector<domain::Message>> Reader::newestMessages(const domain::ProjectId& project,
                                                            const domain::ConversationId& conversation,
                                                            qint64 beforeSeq, int limit)
{
    return page(project, conversation, {0, 0, std::min(beforeSeq, lastSeq), limit, false, true});
}

} // namespace relevo::store
