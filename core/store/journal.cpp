#include <store/journal.h>

#include <protocol/event_codec.h>

#include <QtCore/QCryptographicHash>

namespace relevo::store {

QByteArray chainHash(const QByteArray& before, std::string_view body)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(before);
    hash.addData(QByteArrayView(body.data(), static_cast<qsizetype>(body.size())));
    return hash.result();
}

Journal::Journal(std::unique_ptr<sql::Database> database)
    : m_database(std::move(database)), m_lookup(*m_database), m_projections(*m_database),
      m_credentials(*m_database)
{
}

Result<std::unique_ptr<Journal>> Journal::open(const StoreOptions& options)
{
    auto database = openForWriting(options);
    if (!database)
        return std::unexpected(database.error());
    return std::unique_ptr<Journal>(new Journal(std::move(*database)));
}

Result<void> Journal::begin()
{
    Result<void> begun = m_database->execute(m_database->dialect().beginWrite());
    m_inGroup = begun.has_value();
    return begun;
}

Result<void> Journal::commit()
{
    if (Result<void> flushed = m_projections.flush(); !flushed)
        return flushed;
    for (const auto& [id, head] : m_heads) {
        if (!head.moved)
            continue;
        auto statement =
            m_database->prepared("UPDATE projects SET head_seq = ?, head_hash = ? WHERE number = ?");
        if (!statement)
            return std::unexpected(statement.error());
        if (Result<void> ran =
                (*statement)->bind(head.head.seq).bind(QVariant(head.head.hash)).bind(head.number).run();
            !ran)
            return ran;
    }
    if (Result<void> done = m_database->execute(QStringLiteral("COMMIT")); !done)
        return done;
    m_inGroup = false;
    m_projections.end(true);
    m_heads.clear();
    return {};
}

void Journal::rollback()
{
    if (m_inGroup)
        (void)m_database->execute(QStringLiteral("ROLLBACK"));
    m_inGroup = false;
    m_projections.end(false);
    m_heads.clear();
}

Result<Journal::OpenHead*> Journal::openHead(const domain::ProjectId& project)
{
    if (const auto found = m_heads.find(project); found != m_heads.end())
        return &found->second;
    // The lock, where the database has one for rows, makes commit order sequence order.
    static const QByteArray select =
        QStringLiteral("SELECT number, head_seq, head_hash FROM projects WHERE id = ? %1")
            .arg(m_database->dialect().rowLock())
            .toLatin1();
    auto statement = m_database->prepared(select.constData());
    if (!statement)
        return std::unexpected(statement.error());
    if (Result<void> ran = (*statement)->bind(project.uuid()).run(); !ran)
        return std::unexpected(ran.error());
    OpenHead head;
    if ((*statement)->next()) {
        head.number = (*statement)->number(0);
        head.head.seq = (*statement)->number(1);
        head.head.hash = (*statement)->bytes(2);
        (*statement)->finish();
    } else {
        head.head.hash = QByteArray(32, '\0');
    }
    return &m_heads.emplace(project, std::move(head)).first->second;
}

Result<qint64> Journal::number(const domain::ProjectId& project)
{
    const Result<OpenHead*> head = openHead(project);
    if (!head)
        return std::unexpected(head.error());
    return (*head)->number;
}

Result<Head> Journal::head(const domain::ProjectId& project)
{
    if (!m_inGroup)
        m_heads.clear();
    const Result<OpenHead*> head = openHead(project);
    if (!head)
        return std::unexpected(head.error());
    Head result = (*head)->head;
    if (!m_inGroup)
        m_heads.clear();
    return result;
}

Result<std::optional<std::string>> Journal::answerOf(const domain::ProjectId& project,
                                                     const QString& commandId)
{
    const Result<qint64> number = this->number(project);
    if (!number)
        return std::unexpected(number.error());
    auto statement = m_database->prepared("SELECT answer FROM commands WHERE project = ? AND id = ?");
    if (!statement)
        return std::unexpected(statement.error());
    if (Result<void> ran = (*statement)->bind(*number).bind(QVariant(commandId)).run(); !ran)
        return std::unexpected(ran.error());
    if (!(*statement)->next())
        return std::nullopt;
    std::string answer = (*statement)->bytes(0).toStdString();
    (*statement)->finish();
    return answer;
}

Result<void> Journal::remember(const domain::ProjectId& project, const QString& commandId,
                               std::string_view answer, Timestamp at)
{
    const Result<qint64> number = this->number(project);
    if (!number)
        return std::unexpected(number.error());
    auto statement =
        m_database->prepared("INSERT INTO commands (project, id, answer, at) VALUES (?, ?, ?, ?)");
    if (!statement)
        return std::unexpected(statement.error());
    return (*statement)->bind(*number).bind(QVariant(commandId)).bind(answer).bind(at).run();
}

Result<void> Journal::writeEvent(OpenHead& head, const domain::Event& event, std::string_view body)
{
    auto statement = m_database->prepared("INSERT INTO journal (position, body, hash) VALUES (?, ?, ?)");
    if (!statement)
        return std::unexpected(statement.error());
    head.head.seq = event.seq;
    head.head.hash = chainHash(head.head.hash, body);
    head.moved = true;
    if (Result<void> ran = (*statement)
                               ->bind(positionOf(head.number, event.seq))
                               .bind(body)
                               .bind(QVariant(head.head.hash))
                               .run();
        !ran)
        return ran;
    return m_projections.apply(head.number, event);
}

Result<std::vector<CommittedEvent>> Journal::append(const domain::ProjectId& project,
                                                    std::vector<domain::Event> events)
{
    const Result<OpenHead*> head = openHead(project);
    if (!head)
        return std::unexpected(head.error());
    if ((*head)->number == 0 && !events.empty()) {
        const Result<qint64> added = m_projections.addProject(project);
        if (!added)
            return std::unexpected(added.error());
        (*head)->number = *added;
    }
    std::vector<CommittedEvent> committed;
    committed.reserve(events.size());
    for (domain::Event& event : events) {
        event.seq = (*head)->head.seq + 1;
        if (auto* message = std::get_if<domain::Message>(&event.data))
            message->seq = event.seq;
        std::string body = protocol::encodeEvent(event);
        if (Result<void> written = writeEvent(**head, event, body); !written)
            return std::unexpected(written.error());
        committed.push_back({project, std::move(event), std::move(body)});
    }
    return committed;
}

Result<std::optional<domain::ConversationState>>
Journal::conversationBySession(const domain::ProjectId& project, const QString& sessionId)
{
    const Result<qint64> number = this->number(project);
    if (!number)
        return std::unexpected(number.error());
    if (const domain::ConversationState* state = m_projections.changedBySession(*number, sessionId))
        return *state;
    return m_lookup.bySession(*number, sessionId);
}

Result<std::optional<domain::ConversationState>> Journal::conversationById(const domain::ProjectId& project,
                                                                           const domain::ConversationId& id)
{
    const Result<qint64> number = this->number(project);
    if (!number)
        return std::unexpected(number.error());
    if (const domain::ConversationState* state = m_projections.changed(id))
        return *state;
    return m_lookup.byId(*number, id);
}

Result<std::optional<domain::ConversationState>>
Journal::conversationOfHandoff(const domain::ProjectId& project, const domain::HandoffId& id)
{
    const Result<qint64> number = this->number(project);
    if (!number)
        return std::unexpected(number.error());
    if (const domain::ConversationState* state = m_projections.changedByHandoff(id))
        return *state;
    return m_lookup.byHandoff(*number, id);
}

Result<std::optional<domain::Message>> Journal::message(const domain::ProjectId& project,
                                                        const domain::MessageId& id)
{
    const Result<qint64> number = this->number(project);
    if (!number)
        return std::unexpected(number.error());
    return m_lookup.message(*number, id);
}

} // namespace relevo::store
