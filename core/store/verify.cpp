#include <store/verify.h>

#include <protocol/event_codec.h>
#include <protocol/names.h>
#include <sql/transaction.h>
#include <store/attachment_check.h>
#include <store/erasure_check.h>
#include <store/fact_tables.h>
#include <store/journal.h>
#include <store/replay.h>
#include <store/row_totals.h>
#include <store/stored_json.h>

#include <algorithm>

namespace relevo::store {
namespace {

/// A finding, as opposed to what the database itself refuses.
std::unexpected<Error> fault(const QString& what)
{
    return failure(ErrorCode::Conflict, what);
}

QString nameOf(const QByteArray& id)
{
    return QUuid::fromRfc4122(id).toString(QUuid::WithoutBraces);
}

/// Every member of `part` stands in `whole` with the same value.
bool isPart(const protocol::Json& part, const protocol::Json& whole)
{
    if (!part.is_object() || !whole.is_object())
        return part == whole;
    for (const auto& [name, value] : part.items()) {
        const auto found = whole.find(name);
        if (found == whole.end() || !isPart(value, *found))
            return false;
    }
    return true;
}

/// Whether a row's state, as an older program with fewer fields wrote it, says what `expected` says.
template <typename T>
bool saysTheSame(const QByteArray& stored, const std::string& expected)
{
    const Result<T> state = storedState<T>(stored);
    return state && jsonOf(*state) == expected &&
           isPart(*protocol::parseJson(viewOf(stored)), *protocol::parseJson(expected));
}

using ConversationsBySeq = std::map<qint64, domain::ConversationId>;

std::optional<qint64> firstDifference(const ConversationsBySeq& one, const ConversationsBySeq& other)
{
    const auto [a, b] = std::ranges::mismatch(one, other);
    if (a == one.end() && b == other.end())
        return std::nullopt;
    return std::min(a == one.end() ? lastSeq : a->first, b == other.end() ? lastSeq : b->first);
}

/// Measures one project's rows by its journal.
class ProjectCheck
{
public:
    ProjectCheck(sql::Database& database, qint64 number, const domain::ProjectId& id, AttachmentCheck& files)
        : m_database(database), m_number(number), m_id(id), m_files(files)
    {
    }

    /// `head` is what the project's row says.
    [[nodiscard]] Result<void> run(const Head& head);
    [[nodiscard]] const Replay& replay() const { return m_replay; }
    [[nodiscard]] const ErasureCheck& erasures() const { return m_erasures; }

private:
    using States = std::map<QByteArray, std::string>;
    using Same = bool (*)(const QByteArray& stored, const std::string& expected);

    [[nodiscard]] Result<sql::Statement*> rows(const char* sql);
    [[nodiscard]] Result<sql::Statement*> rowsByPosition(const char* sql);
    [[nodiscard]] Result<void> replayJournal();
    [[nodiscard]] Result<void> checkEvent(const sql::Statement& row, qint64 expected);
    /// Rows of id and state, against what the replay says.
    [[nodiscard]] Result<void> checkStates(const char* sql, const QString& kind, States expected, Same same);
    [[nodiscard]] Result<void> checkAllStates();
    [[nodiscard]] Result<void> checkConversationColumns();
    [[nodiscard]] Result<void> checkMessages();
    [[nodiscard]] Result<void> checkAudit();
    [[nodiscard]] Result<void> checkOutbox();
    [[nodiscard]] Result<void> checkFacts();
    [[nodiscard]] Result<void> checkLiveState();
    /// What an erasure goes by, and desktops that have been away.
    [[nodiscard]] Result<void> checkLists();

    sql::Database& m_database;
    qint64 m_number;
    domain::ProjectId m_id;
    AttachmentCheck& m_files;
    Replay m_replay;
    ErasureCheck m_erasures;
    QByteArray m_hash = QByteArray(32, '\0');
};

Result<sql::Statement*> ProjectCheck::rows(const char* sql)
{
    Result<sql::Statement*> statement = m_database.prepared(sql);
    if (!statement)
        return statement;
    if (Result<void> ran = (*statement)->bind(m_number).run(); !ran)
        return std::unexpected(ran.error());
    return statement;
}

Result<sql::Statement*> ProjectCheck::rowsByPosition(const char* sql)
{
    Result<sql::Statement*> statement = m_database.prepared(sql);
    if (!statement)
        return statement;
    (*statement)->bind(positionOf(m_number, 0)).bind(positionOf(m_number, lastSeq));
    if (Result<void> ran = (*statement)->run(); !ran)
        return std::unexpected(ran.error());
    return statement;
}

Result<void> ProjectCheck::checkEvent(const sql::Statement& row, qint64 expected)
{
    const qint64 seq = seqOf(row.number(0));
    if (seq != expected)
        return fault(QStringLiteral("event %1 is missing; the next one is %2").arg(expected).arg(seq));
    const QByteArray body = row.bytes(1);
    const Result<domain::Event> event = protocol::decodeEvent(viewOf(body));
    const bool emptied = event && !event->erasedWith.isNull();
    // Of an emptied event the hash is what is left; the chain after it covers it.
    m_hash = emptied ? row.bytes(2) : chainHash(m_hash, viewOf(body));
    if (m_hash != row.bytes(2))
        return fault(
            QStringLiteral("the hash of event %1 does not follow from the events up to it").arg(seq));
    if (!event)
        return fault(QStringLiteral("event %1 cannot be read: %2").arg(seq).arg(event.error().message));
    if (const std::optional<QString> wrong = m_erasures.next(*event, viewOf(body)))
        return fault(*wrong);
    if (event->seq != seq)
        return fault(QStringLiteral("event %1 says that it is %2").arg(seq).arg(event->seq));
    m_files.next(*event);
    if (const std::optional<QString> wrong = m_replay.fold(*event))
        return fault(*wrong);
    return {};
}

Result<void> ProjectCheck::replayJournal()
{
    const auto events = rowsByPosition(
        "SELECT position, body, hash FROM journal WHERE position > ? AND position <= ? ORDER BY position");
    if (!events)
        return std::unexpected(events.error());
    const sql::Reading reading(**events);
    for (qint64 expected = 1; (*events)->next(); ++expected) {
        if (Result<void> good = checkEvent(**events, expected); !good)
            return good;
    }
    if (const std::optional<QString> wrong = m_erasures.end())
        return fault(*wrong);
    return {};
}

Result<void> ProjectCheck::checkStates(const char* sql, const QString& kind, States expected, Same same)
{
    const auto found = rows(sql);
    if (!found)
        return std::unexpected(found.error());
    const sql::Reading reading(**found);
    while ((*found)->next()) {
        const QByteArray id = (*found)->bytes(0);
        const auto known = expected.find(id);
        if (known == expected.end())
            return fault(QStringLiteral("the %1 %2 is in no event").arg(kind, nameOf(id)));
        const QByteArray stored = (*found)->bytes(1);
        if (viewOf(stored) != known->second && !same(stored, known->second))
            return fault(QStringLiteral("the %1 %2 differs from what its events say").arg(kind, nameOf(id)));
        expected.erase(known);
    }
    if (!expected.empty())
        return fault(QStringLiteral("the %1 %2 is missing").arg(kind, nameOf(expected.begin()->first)));
    return {};
}

Result<void> ProjectCheck::checkAllStates()
{
    States conversations, handoffs, agents, teams;
    for (const auto& [id, state] : m_replay.conversations())
        conversations[id.uuid().toRfc4122()] = rowOf(state);
    for (const auto& [id, handoff] : m_replay.handoffs())
        handoffs[id.uuid().toRfc4122()] = jsonOf(handoff);
    for (const auto& [id, agent] : m_replay.live().agents)
        agents[id.uuid().toRfc4122()] = jsonOf(agent);
    for (const auto& [id, team] : m_replay.live().teams)
        teams[id.uuid().toRfc4122()] = jsonOf(team);
    const QByteArray project = m_id.uuid().toRfc4122();
    if (Result<void> same =
            checkStates("SELECT id, project FROM projects WHERE number = ?", QStringLiteral("project"),
                        {{project, jsonOf(m_replay.live().project)}}, saysTheSame<domain::Project>);
        !same)
        return same;
    if (Result<void> same = checkStates(
            "SELECT id, settings FROM projects WHERE number = ?", QStringLiteral("settings of project"),
            {{project, jsonOf(m_replay.live().settings)}}, saysTheSame<domain::Settings>);
        !same)
        return same;
    if (Result<void> same =
            checkStates("SELECT id, state FROM agents WHERE project = ?", QStringLiteral("agent"),
                        std::move(agents), saysTheSame<domain::Agent>);
        !same)
        return same;
    if (Result<void> same = checkStates("SELECT id, state FROM teams WHERE project = ?",
                                        QStringLiteral("team"), std::move(teams), saysTheSame<domain::Team>);
        !same)
        return same;
    if (Result<void> same = checkStates("SELECT id, state FROM conversations WHERE project = ?",
                                        QStringLiteral("conversation"), std::move(conversations),
                                        saysTheSame<domain::ConversationState>);
        !same)
        return same;
    return checkStates("SELECT id, state FROM handoffs WHERE project = ?", QStringLiteral("handoff"),
                       std::move(handoffs), saysTheSame<domain::Handoff>);
}

Result<void> ProjectCheck::checkConversationColumns()
{
    const auto found = rows("SELECT id, session, open FROM conversations WHERE project = ?");
    if (!found)
        return std::unexpected(found.error());
    const sql::Reading reading(**found);
    while ((*found)->next()) {
        const domain::Conversation& expected =
            m_replay.conversations().at(domain::ConversationId((*found)->uuid(0))).conversation;
        const bool open = expected.status == domain::ConversationStatus::Open;
        if ((*found)->text(1) != expected.sessionId || ((*found)->number(2) != 0) != open)
            return fault(QStringLiteral("the conversation %1 is not found as its events say")
                             .arg(expected.id.toString()));
    }
    return {};
}

Result<void> ProjectCheck::checkMessages()
{
    const auto found = rows(
        "SELECT m.id, m.position, m.note, m.delivery, m.error_code, m.error_message, c.id FROM messages m "
        "JOIN conversations c ON c.number = m.conversation WHERE c.project = ?");
    if (!found)
        return std::unexpected(found.error());
    const sql::Reading reading(**found);
    std::size_t count = 0;
    for (; (*found)->next(); ++count) {
        const domain::MessageId id((*found)->uuid(0));
        const auto known = m_replay.messages().find(id);
        if (known == m_replay.messages().end())
            return fault(QStringLiteral("the message %1 is in no event").arg(id.toString()));
        const Replay::MessageRow& expected = known->second;
        if (positionOf(m_number, expected.seq) != (*found)->number(1) ||
            expected.note != ((*found)->number(2) != 0) || expected.conversation.uuid() != (*found)->uuid(6))
            return fault(QStringLiteral("the message %1 is not where its event %2 is")
                             .arg(id.toString())
                             .arg(expected.seq));
        std::optional<domain::DeliveryError> error;
        if (!(*found)->isNull(4))
            error = domain::DeliveryError{(*found)->text(4), (*found)->text(5)};
        if (static_cast<qint64>(expected.delivery) != (*found)->number(3) || error != m_replay.errorOf(id))
            return fault(
                QStringLiteral("the delivery of message %1 (event %2) differs from what its events say")
                    .arg(id.toString())
                    .arg(expected.seq));
    }
    if (count != m_replay.messages().size())
        return fault(QStringLiteral("%1 messages are missing").arg(m_replay.messages().size() - count));
    return {};
}

Result<void> ProjectCheck::checkAudit()
{
    const auto found = rowsByPosition(
        "SELECT position, type, actor, subject, at FROM audit WHERE position > ? AND position <= ?");
    if (!found)
        return std::unexpected(found.error());
    const sql::Reading reading(**found);
    std::size_t count = 0;
    for (; (*found)->next(); ++count) {
        const qint64 seq = seqOf((*found)->number(0));
        const auto known = m_replay.audit().find(seq);
        if (known == m_replay.audit().end() ||
            (*found)->text(1).toStdString() != protocol::nameOf(known->second.type) ||
            (*found)->text(2) != known->second.actor || (*found)->text(3) != known->second.subject ||
            (*found)->time(4) != known->second.at)
            return fault(QStringLiteral("the audit's index differs from what event %1 says").arg(seq));
    }
    if (count != m_replay.audit().size())
        return fault(
            QStringLiteral("the audit's index lacks %1 events").arg(m_replay.audit().size() - count));
    return {};
}

Result<void> ProjectCheck::checkOutbox()
{
    const auto found =
        rowsByPosition("SELECT message, position FROM outbox WHERE position > ? AND position <= ?");
    if (!found)
        return std::unexpected(found.error());
    const sql::Reading reading(**found);
    qint64 waiting = 0;
    for (; (*found)->next(); ++waiting) {
        const domain::MessageId id((*found)->uuid(0));
        const auto known = m_replay.messages().find(id);
        if (known == m_replay.messages().end() || known->second.delivery != domain::Delivery::Queued ||
            known->second.note || positionOf(m_number, known->second.seq) != (*found)->number(1))
            return fault(
                QStringLiteral("the outbox holds message %1, which is not waiting").arg(id.toString()));
    }
    const auto expected =
        std::count_if(m_replay.messages().begin(), m_replay.messages().end(), [](const auto& entry) {
            return entry.second.delivery == domain::Delivery::Queued && !entry.second.note;
        });
    if (waiting != expected)
        return fault(
            QStringLiteral("the outbox holds %1 messages, %2 are waiting").arg(waiting).arg(expected));
    return {};
}

Result<void> ProjectCheck::checkFacts()
{
    const Result<Facts> found = FactTables(m_database).all(m_number);
    if (!found)
        return std::unexpected(found.error());
    const Facts& expected = m_replay.facts();
    if (found->handoffs != expected.handoffs)
        return fault(QStringLiteral("what reports count of handoffs differs from what the events say"));
    if (found->openings != expected.openings)
        return fault(QStringLiteral("what reports count of conversations differs from what the events say"));
    if (found->attendance != expected.attendance)
        return fault(QStringLiteral("when agents were at work differs from what the events say"));
    if (found->contacts != expected.contacts)
        return fault(QStringLiteral("the contacts differ from what the events say"));
    if (found->notifications != expected.notifications || found->reads != expected.reads)
        return fault(QStringLiteral("the notifications differ from what the events say"));
    return {};
}

Result<void> ProjectCheck::checkLiveState()
{
    const Result<domain::ProjectState> live = Lookup(m_database).live(m_id);
    if (!live)
        return std::unexpected(live.error());
    if (*live != m_replay.live())
        return fault(QStringLiteral("the live state differs from what the events say"));
    return {};
}

Result<void> ProjectCheck::checkLists()
{
    const auto found = rows("SELECT e.position, c.id FROM conversation_events e JOIN conversations c ON "
                            "c.number = e.conversation WHERE c.project = ?");
    if (!found)
        return std::unexpected(found.error());
    ConversationsBySeq listed;
    {
        const sql::Reading reading(**found);
        while ((*found)->next())
            listed.emplace(seqOf((*found)->number(0)), domain::ConversationId((*found)->uuid(1)));
    }
    if (const auto seq = firstDifference(listed, m_replay.listed()))
        return fault(
            QStringLiteral("the list of what tells of whom differs from what event %1 says").arg(*seq));
    const auto erased =
        rowsByPosition("SELECT position, conversation FROM erasures WHERE position > ? AND position <= ?");
    if (!erased)
        return std::unexpected(erased.error());
    const sql::Reading reading(**erased);
    ConversationsBySeq forgotten;
    while ((*erased)->next())
        forgotten.emplace(seqOf((*erased)->number(0)), domain::ConversationId((*erased)->uuid(1)));
    if (const auto seq = firstDifference(forgotten, m_replay.erased()))
        return fault(QStringLiteral("the list of erased contacts differs from what event %1 says").arg(*seq));
    return {};
}

Result<void> ProjectCheck::run(const Head& head)
{
    if (Result<void> replayed = replayJournal(); !replayed)
        return replayed;
    if (m_replay.live().seq != head.seq)
        return fault(QStringLiteral("the journal ends at event %1, its head says %2")
                         .arg(m_replay.live().seq)
                         .arg(head.seq));
    if (m_hash != head.hash)
        return fault(QStringLiteral("the head's hash is not that of event %1").arg(head.seq));
    for (const auto check :
         {&ProjectCheck::checkAllStates, &ProjectCheck::checkConversationColumns,
          &ProjectCheck::checkMessages, &ProjectCheck::checkAudit, &ProjectCheck::checkOutbox,
          &ProjectCheck::checkFacts, &ProjectCheck::checkLists, &ProjectCheck::checkLiveState}) {
        if (Result<void> good = (this->*check)(); !good)
            return good;
    }
    return {};
}

Result<void> verifyAll(sql::Database& database, const StoreOptions& options, VerifyReport& report)
{
    AttachmentCheck files(options);
    auto projects = database.prepared("SELECT number, id, head_seq, head_hash FROM projects ORDER BY number");
    if (!projects)
        return std::unexpected(projects.error());
    if (Result<void> ran = (*projects)->run(); !ran)
        return ran;
    const sql::Reading reading(**projects);
    RowTotals totals;
    while ((*projects)->next()) {
        const domain::ProjectId id((*projects)->uuid(1));
        ProjectCheck check(database, (*projects)->number(0), id, files);
        Result<void> good = check.run({(*projects)->number(2), (*projects)->bytes(3)});
        ++report.projects;
        report.events += check.replay().live().seq;
        report.erasedContacts += check.erasures().contacts();
        report.emptiedEvents += check.erasures().events();
        totals.add(check.replay());
        if (!good) {
            good.error().message = QStringLiteral("project %1: %2").arg(id.toString(), good.error().message);
            return good;
        }
    }
    const auto strays = totals.strays(database);
    if (!strays || *strays)
        return strays ? Result<void>(fault(**strays)) : std::unexpected(strays.error());
    const auto wrong = files.run(database);
    report.attachments = files.files();
    if (!wrong || *wrong)
        return wrong ? Result<void>(fault(**wrong)) : std::unexpected(wrong.error());
    return {};
}

} // namespace

Result<VerifyReport> verify(const StoreOptions& options)
{
    auto database = openForReading(options);
    if (!database)
        return std::unexpected(database.error());
    auto transaction = sql::Transaction::begin(**database, sql::Transaction::Kind::Read);
    if (!transaction)
        return std::unexpected(transaction.error());
    VerifyReport report;
    const Result<void> good = verifyAll(**database, options, report);
    if (good)
        return report;
    if (good.error().code != ErrorCode::Conflict)
        return std::unexpected(good.error());
    report.ok = false;
    report.fault = good.error().message;
    return report;
}

} // namespace relevo::store
