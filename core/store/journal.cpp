#include <store/journal.h>

#include <protocol/event_codec.h>
#include <store/command_key.h>
#include <store/digest.h>
#include <store/replacement.h>

namespace relevo::store {

QByteArray chainHash(const QByteArray& before, std::string_view body)
{
    return sha256({before, QByteArrayView(body.data(), static_cast<qsizetype>(body.size()))});
}

Journal::Journal(StoreLock lock, std::unique_ptr<sql::Database> database,
                 std::shared_ptr<const Secrets> secrets, std::shared_ptr<WriteGate> gate)
    : m_lock(std::move(lock)), m_database(std::move(database)), m_secrets(std::move(secrets)),
      m_lookup(*m_database), m_projections(*m_database), m_eraser(*m_database), m_credentials(*m_database),
      m_bots(*m_database, *m_secrets), m_orders(*m_database), m_cannedResponses(*m_database),
      m_messageTemplates(*m_database), m_enrichments(*m_database), m_webhooks(*m_database, *m_secrets),
      m_apiKeys(*m_database), m_secondFactors(*m_database, *m_secrets), m_attachments(*m_database),
      m_leftAgents(*m_database), m_gate(std::move(gate)),
      // The lock, where the database has one for rows, makes commit order sequence order.
      m_selectHead(QStringLiteral("SELECT number, head_seq, head_hash FROM projects WHERE id = ? %1")
                       .arg(m_database->dialect().rowLock())
                       .toLatin1()),
      m_begin(m_database->dialect().beginWrite().toLatin1())
{
}

Journal::~Journal()
{
    rollback();
}

Result<std::unique_ptr<Journal>> Journal::open(const StoreOptions& options)
{
    auto lock = takeStoreShared(options);
    if (!lock)
        return std::unexpected(lock.error());
    auto database = openForWriting(options);
    if (!database)
        return std::unexpected(database.error());
    auto secrets = Secrets::openForWriting(**database, options);
    if (!secrets)
        return std::unexpected(secrets.error());
    return std::unique_ptr<Journal>(
        new Journal(std::move(*lock), std::move(*database), std::move(*secrets), options.gate));
}

Result<void> Journal::run(const char* sql)
{
    auto statement = m_database->prepared(sql);
    return statement ? (*statement)->run() : std::unexpected(statement.error());
}

Result<void> Journal::begin()
{
    m_gate->enter();
    Result<void> begun = run(m_begin.constData());
    m_inGroup = begun.has_value();
    m_heads.clear();
    if (!begun)
        m_gate->leave();
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
        if (Result<void> ran = (*statement)->bind(head.head.seq).bind(head.head.hash).bind(head.number).run();
            !ran)
            return ran;
    }
    if (Result<void> done = run("COMMIT"); !done)
        return done;
    for (const auto& [id, head] : m_heads)
        m_written[id] = head.head.seq;
    if (m_erases)
        m_gate->emptyLog();
    end(true);
    return {};
}

void Journal::rollback()
{
    if (!m_inGroup)
        return;
    // A disk that refuses may have ended the transaction itself; then there is nothing left to roll back.
    (void)m_database->execute(QStringLiteral("ROLLBACK"));
    end(false);
}

void Journal::end(bool kept)
{
    m_inGroup = false;
    m_erases = false;
    m_projections.end(kept);
    m_heads.clear();
    m_gate->leave();
}

Result<bool> Journal::emptyLog()
{
    const Result<int> pages = m_database->checkpoint(sql::Checkpoint::Truncate);
    return pages ? Result<bool>(*pages == 0) : std::unexpected(pages.error());
}

Result<void> Journal::probe(Timestamp at)
{
    auto statement = m_database->prepared("INSERT INTO meta (name, value) VALUES ('probed_at', ?) "
                                          "ON CONFLICT (name) DO UPDATE SET value = excluded.value");
    if (!statement)
        return std::unexpected(statement.error());
    return (*statement)->bind(QString::fromStdString(toRfc3339(at))).run();
}

Result<Journal::OpenHead> Journal::readHead(const domain::ProjectId& project)
{
    auto statement = m_database->prepared(m_selectHead.constData());
    if (!statement)
        return std::unexpected(statement.error());
    if (Result<void> ran = (*statement)->bind(project.uuid()).run(); !ran)
        return std::unexpected(ran.error());
    const sql::Reading reading(**statement);
    if (!(*statement)->next())
        return OpenHead{0, {0, QByteArray(32, '\0')}, false};
    return OpenHead{(*statement)->number(0), {(*statement)->number(1), (*statement)->bytes(2)}, false};
}

Result<Journal::OpenHead*> Journal::openHead(const domain::ProjectId& project)
{
    if (const auto found = m_heads.find(project); found != m_heads.end())
        return &found->second;
    Result<OpenHead> head = readHead(project);
    if (!head)
        return std::unexpected(head.error());
    if (const auto ours = m_written.find(project); ours != m_written.end() && ours->second != head->head.seq)
        m_projections.forget();
    return &m_heads.emplace(project, std::move(*head)).first->second;
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
    if (m_inGroup) {
        const Result<OpenHead*> open = openHead(project);
        if (!open)
            return std::unexpected(open.error());
        return (*open)->head;
    }
    // Outside a group nothing is kept: the next one may find another head.
    const Result<OpenHead> head = readHead(project);
    if (!head)
        return std::unexpected(head.error());
    return head->head;
}

Result<std::optional<std::string>> Journal::answerOf(const domain::ProjectId& project,
                                                     const QString& commandId, const QByteArray& content)
{
    auto statement = m_database->prepared("SELECT answer, content FROM commands WHERE key = ?");
    if (!statement)
        return std::unexpected(statement.error());
    if (Result<void> ran = (*statement)->bind(commandKey(project, commandId)).run(); !ran)
        return std::unexpected(ran.error());
    const sql::Reading reading(**statement);
    if (!(*statement)->next())
        return std::nullopt;
    const QByteArray first = (*statement)->bytes(1);
    if (!first.isEmpty() && !content.isEmpty() && first != content)
        return failure(
            ErrorCode::Invalid,
            QStringLiteral("This Idempotency-Key was used for a request that said something else."),
            QStringLiteral("Use a new key for every request, and the same one only to repeat it."));
    return (*statement)->bytes(0).toStdString();
}

Result<void> Journal::remember(const domain::ProjectId& project, const KeptAnswer& kept)
{
    qint64 conversation = 0;
    if (!kept.about.isNull()) {
        const Result<qint64> number = this->number(project);
        const Result<qint64> found =
            number ? m_lookup.conversationNumber(*number, kept.about) : std::unexpected(number.error());
        if (!found)
            return std::unexpected(found.error());
        conversation = *found;
    }
    auto statement = m_database->prepared(
        "INSERT INTO commands (key, answer, at, content, conversation) VALUES (?, ?, ?, ?, ?)");
    if (!statement)
        return std::unexpected(statement.error());
    (*statement)
        ->bind(commandKey(project, kept.commandId))
        .bind(kept.answer)
        .bind(kept.at)
        .bind(kept.content.isEmpty() ? QVariant(QMetaType::fromType<QByteArray>()) : QVariant(kept.content));
    if (conversation == 0)
        (*statement)->bindNull();
    else
        (*statement)->bind(conversation);
    return (*statement)->run();
}

Result<void> Journal::writeEvent(OpenHead& head, const domain::Event& event, std::string_view body)
{
    auto statement = m_database->prepared("INSERT INTO journal (position, body, hash) VALUES (?, ?, ?)");
    if (!statement)
        return std::unexpected(statement.error());
    head.head.seq = event.seq;
    head.head.hash = chainHash(head.head.hash, body);
    head.moved = true;
    if (Result<void> ran =
            (*statement)->bind(positionOf(head.number, event.seq)).bind(body).bind(head.head.hash).run();
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
        if (auto* erasure = std::get_if<domain::Erasure>(&event.data)) {
            if (Result<void> done = m_eraser.erase((*head)->number, project, event.conversationId, *erasure);
                !done)
                return std::unexpected(done.error());
            m_erases = true;
        }
        if (const auto* message = std::get_if<domain::Message>(&event.data)) {
            if (Result<void> noted = m_attachments.noteSent(*message); !noted)
                return std::unexpected(noted.error());
        }
        if (const auto* removed = std::get_if<domain::AttachmentsRemoved>(&event.data)) {
            const qint64 position = positionOf((*head)->number, event.seq);
            if (Result<void> noted = m_attachments.remove(removed->ids, position); !noted)
                return std::unexpected(noted.error());
        }
        std::string body = protocol::encodeEvent(event);
        if (Result<void> written = writeEvent(**head, event, body); !written)
            return std::unexpected(written.error());
        committed.push_back({project, std::move(event), std::move(body)});
    }
    return committed;
}

Result<std::optional<domain::ConversationState>>
Journal::withChanges(Result<std::optional<domain::ConversationState>> stored) const
{
    if (!stored || !*stored)
        return stored;
    const domain::ConversationState* changed = m_projections.changed((*stored)->conversation.id);
    return changed ? *changed : std::move(stored);
}

Result<std::optional<domain::ConversationState>>
Journal::conversationBySession(const domain::ProjectId& project, const QString& sessionId)
{
    const Result<qint64> number = this->number(project);
    if (!number)
        return std::unexpected(number.error());
    return withChanges(m_lookup.bySession(*number, sessionId));
}

Result<std::optional<domain::ConversationState>> Journal::conversationById(const domain::ProjectId& project,
                                                                           const domain::ConversationId& id)
{
    const Result<qint64> number = this->number(project);
    if (!number)
        return std::unexpected(number.error());
    return withChanges(m_lookup.byId(*number, id));
}

Result<std::optional<domain::ConversationState>>
Journal::conversationOfHandoff(const domain::ProjectId& project, const domain::HandoffId& id)
{
    const Result<qint64> number = this->number(project);
    if (!number)
        return std::unexpected(number.error());
    return withChanges(m_lookup.byHandoff(*number, id));
}

Result<std::optional<domain::Handoff>> Journal::handoff(const domain::ProjectId& project,
                                                        const domain::HandoffId& id)
{
    const Result<qint64> number = this->number(project);
    if (!number)
        return std::unexpected(number.error());
    return m_lookup.handoff(*number, id);
}

Result<std::vector<domain::KnownContact>> Journal::person(const domain::ProjectId& project,
                                                          const domain::ContactId& id)
{
    const Result<qint64> number = this->number(project);
    const auto found = number ? ContactTable(*m_database).person(*number, id)
                              : Result<std::vector<StoredContact>>(std::unexpected(number.error()));
    if (!found)
        return std::unexpected(found.error());
    std::vector<domain::KnownContact> person;
    for (const StoredContact& one : *found) {
        const auto state = conversationById(project, one.conversation);
        if (!state)
            return std::unexpected(state.error());
        if (*state)
            person.push_back({one.conversation, (*state)->conversation.contact});
    }
    return person;
}

Result<std::vector<domain::Message>> Journal::saidAfter(const domain::ProjectId& project,
                                                        const domain::ConversationId& conversation,
                                                        qint64 seq, int limit)
{
    const Result<qint64> number = this->number(project);
    if (!number)
        return std::unexpected(number.error());
    const Result<qint64> place = m_lookup.conversationNumber(*number, conversation);
    if (!place)
        return std::unexpected(place.error());
    return m_lookup.messages(*number, {*place, seq, lastSeq, limit, false, false});
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
