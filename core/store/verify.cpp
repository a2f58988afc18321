#include <store/verify.h>

#include <protocol/codec.h>
#include <protocol/event_codec.h>
#include <sql/transaction.h>
#include <store/journal.h>

#include <algorithm>
#include <map>

namespace relevo::store {
namespace {

using protocol::Json;

struct ReplayedMessage
{
    qint64 position = 0;
    domain::ConversationId conversation;
    domain::Delivery delivery = domain::Delivery::Queued;
    bool note = false;
};

/// What a replay makes of one project's journal.
struct Replay
{
    domain::ProjectState live;
    std::map<domain::ConversationId, domain::ConversationState> conversations; // closed ones too
    std::map<domain::HandoffId, domain::Handoff> handoffs;
    std::map<domain::MessageId, ReplayedMessage> messages;
    QByteArray hash = QByteArray(32, '\0');
};

std::unexpected<Error> fault(const domain::ProjectId& project, const QString& what)
{
    return failure(ErrorCode::Conflict, QStringLiteral("project %1: %2").arg(project.toString(), what));
}

class Verification
{
public:
    explicit Verification(sql::Database& database) : m_database(database) {}

    Result<void> project(qint64 number, const domain::ProjectId& id, qint64 headSeq,
                         const QByteArray& headHash);
    [[nodiscard]] qint64 events() const { return m_events; }

private:
    Result<void> replayJournal(qint64 number, const domain::ProjectId& id, Replay& replay);
    static Result<void> fold(const domain::ProjectId& id, Replay& replay, qint64 position,
                             const domain::Event& event);
    Result<void> compareStates(const char* sql, qint64 number, const domain::ProjectId& id, const char* what,
                               std::map<QByteArray, std::string> expected);
    Result<void> compareConversations(qint64 number, const domain::ProjectId& id, const Replay& replay);
    Result<void> compareMessages(qint64 number, const domain::ProjectId& id, const Replay& replay);
    Result<void> compareOutbox(qint64 number, const domain::ProjectId& id, const Replay& replay);

    sql::Database& m_database;
    qint64 m_events = 0;
};

Result<void> Verification::fold(const domain::ProjectId& id, Replay& replay, qint64 position,
                                const domain::Event& event)
{
    domain::apply(replay.live, event);
    if (event.conversationId.isNull())
        return {};
    domain::ConversationState& state = replay.conversations[event.conversationId];
    domain::applyTo(state, event);
    if (state.handoff)
        replay.handoffs[state.handoff->id] = *state.handoff;
    if (const auto* message = std::get_if<domain::Message>(&event.data)) {
        if (message->seq != event.seq)
            return fault(id,
                         QStringLiteral("event %1 numbers its message %2").arg(event.seq).arg(message->seq));
        replay.messages[message->id] = {position, event.conversationId, message->delivery, message->note};
    } else if (const auto* update = std::get_if<domain::DeliveryUpdate>(&event.data)) {
        replay.messages[update->messageId].delivery = update->delivery;
    }
    return {};
}

Result<void> Verification::replayJournal(qint64 number, const domain::ProjectId& id, Replay& replay)
{
    auto statement = m_database.prepared(
        "SELECT position, body, hash FROM journal WHERE position > ? AND position <= ? ORDER BY position");
    if (!statement)
        return std::unexpected(statement.error());
    if (Result<void> ran = (*statement)->bind(positionOf(number, 0)).bind(positionOf(number, lastSeq)).run();
        !ran)
        return ran;
    qint64 expected = 1;
    while ((*statement)->next()) {
        const qint64 seq = seqOf((*statement)->number(0));
        if (seq != expected)
            return fault(id,
                         QStringLiteral("event %1 is missing; the next one is %2").arg(expected).arg(seq));
        const std::string body = (*statement)->bytes(1).toStdString();
        replay.hash = chainHash(replay.hash, body);
        if (replay.hash != (*statement)->bytes(2))
            return fault(
                id, QStringLiteral("the hash of event %1 does not follow from the events up to it").arg(seq));
        const Result<domain::Event> event = protocol::decodeEvent(std::string_view(body));
        if (!event)
            return fault(id,
                         QStringLiteral("event %1 cannot be read: %2").arg(seq).arg(event.error().message));
        if (event->seq != seq)
            return fault(id, QStringLiteral("event %1 says that it is %2").arg(seq).arg(event->seq));
        if (Result<void> folded = fold(id, replay, (*statement)->number(0), *event); !folded)
            return folded;
        ++expected;
        ++m_events;
    }
    return {};
}

Result<void> Verification::compareStates(const char* sql, qint64 number, const domain::ProjectId& id,
                                         const char* what, std::map<QByteArray, std::string> expected)
{
    const QString kind = QString::fromLatin1(what);
    auto statement = m_database.prepared(sql);
    if (!statement)
        return std::unexpected(statement.error());
    if (Result<void> ran = (*statement)->bind(number).run(); !ran)
        return ran;
    while ((*statement)->next()) {
        const QByteArray key = (*statement)->bytes(0);
        const auto found = expected.find(key);
        const QString name = QUuid::fromRfc4122(key).toString(QUuid::WithoutBraces);
        if (found == expected.end())
            return fault(id, QStringLiteral("the %1 %2 is in no event").arg(kind, name));
        if (found->second != (*statement)->bytes(1).toStdString())
            return fault(id, QStringLiteral("the %1 %2 differs from what its events say").arg(kind, name));
        expected.erase(found);
    }
    if (!expected.empty())
        return fault(
            id, QStringLiteral("the %1 %2 is missing")
                    .arg(kind, QUuid::fromRfc4122(expected.begin()->first).toString(QUuid::WithoutBraces)));
    return {};
}

Result<void> Verification::compareConversations(qint64 number, const domain::ProjectId& id,
                                                const Replay& replay)
{
    std::map<QByteArray, std::string> states;
    for (const auto& [conversation, state] : replay.conversations) {
        domain::ConversationState row = state;
        row.lastMessage.reset();
        const bool open = row.conversation.status == domain::ConversationStatus::Open;
        states[conversation.uuid().toRfc4122()] = (open ? '1' : '0') + protocol::dump(protocol::toJson(row));
    }
    if (Result<void> same = compareStates(
            "SELECT id, CAST(open AS TEXT) || CAST(state AS TEXT) FROM conversations WHERE project = ?",
            number, id, "conversation", std::move(states));
        !same)
        return same;
    std::map<QByteArray, std::string> handoffs;
    for (const auto& [handoff, state] : replay.handoffs)
        handoffs[handoff.uuid().toRfc4122()] = protocol::dump(protocol::toJson(state));
    if (Result<void> same = compareStates("SELECT id, state FROM handoffs WHERE project = ?", number, id,
                                          "handoff", std::move(handoffs));
        !same)
        return same;
    std::map<QByteArray, std::string> agents;
    for (const auto& [agent, state] : replay.live.agents)
        agents[agent.uuid().toRfc4122()] = protocol::dump(protocol::toJson(state));
    if (Result<void> same = compareStates("SELECT id, state FROM agents WHERE project = ?", number, id,
                                          "agent", std::move(agents));
        !same)
        return same;
    std::map<QByteArray, std::string> settings{
        {id.uuid().toRfc4122(), protocol::dump(protocol::toJson(replay.live.project)) +
                                    protocol::dump(protocol::toJson(replay.live.settings))}};
    return compareStates(
        "SELECT id, CAST(project AS TEXT) || CAST(settings AS TEXT) FROM projects WHERE number = ?", number,
        id, "project", std::move(settings));
}

Result<void> Verification::compareMessages(qint64 number, const domain::ProjectId& id, const Replay& replay)
{
    auto statement =
        m_database.prepared("SELECT m.id, m.position, m.note, m.delivery, c.id FROM messages m "
                            "JOIN conversations c ON c.number = m.conversation WHERE c.project = ?");
    if (!statement)
        return std::unexpected(statement.error());
    if (Result<void> ran = (*statement)->bind(number).run(); !ran)
        return ran;
    std::size_t count = 0;
    while ((*statement)->next()) {
        const domain::MessageId message((*statement)->uuid(0));
        const auto found = replay.messages.find(message);
        if (found == replay.messages.end())
            return fault(id, QStringLiteral("the message %1 is in no event").arg(message.toString()));
        const ReplayedMessage& expected = found->second;
        if (expected.position != (*statement)->number(1) || expected.note != ((*statement)->number(2) != 0) ||
            expected.conversation.uuid() != (*statement)->uuid(4))
            return fault(id,
                         QStringLiteral("the message %1 is not where its event is").arg(message.toString()));
        if (static_cast<qint64>(expected.delivery) != (*statement)->number(3))
            return fault(id, QStringLiteral("the delivery of message %1 differs from what its events say")
                                 .arg(message.toString()));
        ++count;
    }
    if (count != replay.messages.size())
        return fault(id, QStringLiteral("%1 messages are missing").arg(replay.messages.size() - count));
    return {};
}

Result<void> Verification::compareOutbox(qint64 number, const domain::ProjectId& id, const Replay& replay)
{
    auto statement = m_database.prepared("SELECT message FROM outbox WHERE position > ? AND position <= ?");
    if (!statement)
        return std::unexpected(statement.error());
    if (Result<void> ran = (*statement)->bind(positionOf(number, 0)).bind(positionOf(number, lastSeq)).run();
        !ran)
        return ran;
    qint64 waiting = 0;
    while ((*statement)->next()) {
        const domain::MessageId message((*statement)->uuid(0));
        const auto found = replay.messages.find(message);
        if (found == replay.messages.end() || found->second.delivery != domain::Delivery::Queued)
            return fault(
                id,
                QStringLiteral("the outbox holds message %1, which is not waiting").arg(message.toString()));
        ++waiting;
    }
    const auto expected =
        std::count_if(replay.messages.begin(), replay.messages.end(), [](const auto& entry) {
            return entry.second.delivery == domain::Delivery::Queued && !entry.second.note;
        });
    if (waiting != expected)
        return fault(
            id, QStringLiteral("the outbox holds %1 messages, %2 are waiting").arg(waiting).arg(expected));
    return {};
}

Result<void> Verification::project(qint64 number, const domain::ProjectId& id, qint64 headSeq,
                                   const QByteArray& headHash)
{
    Replay replay;
    if (Result<void> replayed = replayJournal(number, id, replay); !replayed)
        return replayed;
    if (replay.live.seq != headSeq)
        return fault(id, QStringLiteral("the journal ends at event %1, its head says %2")
                             .arg(replay.live.seq)
                             .arg(headSeq));
    if (replay.hash != headHash)
        return fault(id, QStringLiteral("the head's hash is not that of event %1").arg(headSeq));
    if (Result<void> same = compareConversations(number, id, replay); !same)
        return same;
    if (Result<void> same = compareMessages(number, id, replay); !same)
        return same;
    return compareOutbox(number, id, replay);
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
    auto projects =
        (*database)->prepared("SELECT number, id, head_seq, head_hash FROM projects ORDER BY number");
    if (!projects)
        return std::unexpected(projects.error());
    if (Result<void> ran = (*projects)->run(); !ran)
        return std::unexpected(ran.error());
    VerifyReport report;
    Verification verification(**database);
    while ((*projects)->next()) {
        const Result<void> good =
            verification.project((*projects)->number(0), domain::ProjectId((*projects)->uuid(1)),
                                 (*projects)->number(2), (*projects)->bytes(3));
        ++report.projects;
        report.events = verification.events();
        if (good)
            continue;
        // A fault is a finding; what the database itself refuses is not.
        if (good.error().code != ErrorCode::Conflict)
            return std::unexpected(good.error());
        report.ok = false;
        report.fault = good.error().message;
        return report;
    }
    return report;
}

} // namespace relevo::store
