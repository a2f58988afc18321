#include <store/projections.h>

#include <domain/channel.h>
#include <domain/frustration.h>
#include <domain/redaction.h>
#include <store/prepared.h>
#include <store/replay.h>
#include <store/stored_json.h>

namespace relevo::store {
namespace {

constexpr int knownAtMost = 50'000;

/// Runs a statement that writes a row and gives its number.
Result<qint64> numberWritten(sql::Statement& statement)
{
    if (Result<void> ran = statement.run(); !ran)
        return std::unexpected(ran.error());
    const sql::Reading reading(statement);
    if (!statement.next())
        return failure(ErrorCode::Internal, QStringLiteral("The database did not number a row."));
    return statement.number(0);
}

/// The deliveries that `to` may follow, one bit each.
int precedingDeliveries(domain::Delivery to)
{
    int bits = 0;
    for (int from = 0; from <= static_cast<int>(domain::Delivery::Unknown); ++from) {
        if (domain::advances(static_cast<domain::Delivery>(from), to))
            bits |= 1 << from;
    }
    return bits;
}

} // namespace

/// A plain message changes nothing of its conversation's row; one that counts or clears failures does, and a
/// customer's whose mood is not what it was, who opens a window (domain/reply_window.h) or begins to wait for
/// a human with it, and the human's that ends this. Most are calm and follow calm ones.
bool Projections::isPlain(const domain::Event& event, const Known& known)
{
    if (std::holds_alternative<domain::DeliveryUpdate>(event.data))
        return true;
    const auto* message = std::get_if<domain::Message>(&event.data);
    if (!message || message->botFailed || message->repeats > 0)
        return false;
    if (message->author == domain::Author::Customer)
        return !domain::replyWindowOf(known.channel) && (!known.isAwaiting || known.isUnanswered) &&
               domain::smoothedFrustration(known.frustration, message->frustration) == known.frustration;
    if (message->author == domain::Author::Agent && known.isUnanswered)
        return false;
    return known.failures == 0 || message->author == domain::Author::System;
}

void Projections::Known::follow(const domain::ConversationState& state)
{
    failures = state.botFailures;
    frustration = state.frustration;
    channel = state.conversation.channel;
    isAwaiting = state.handoff && domain::isOpen(state.handoff->status);
    isUnanswered = state.unansweredSince.has_value();
}

Projections::Projections(sql::Database& database)
    : m_database(database), m_lookup(database), m_facts(database), m_audit(database)
{
}

Result<qint64> Projections::addProject(const domain::ProjectId& id)
{
    auto statement = m_database.prepared("INSERT INTO projects (id, head_seq, head_hash, project, settings) "
                                         "VALUES (?, 0, ?, ?, ?) RETURNING number");
    if (!statement)
        return std::unexpected(statement.error());
    return numberWritten((*statement)
                             ->bind(id.uuid())
                             .bind(QByteArray(32, '\0'))
                             .bind(jsonOf(domain::Project{})) // until its event names it
                             .bind(jsonOf(domain::Settings{})));
}

Projections::Known& Projections::remember(const domain::ConversationId& id, const Known& known)
{
    if (m_known.size() >= knownAtMost)
        m_known.clear();
    return *m_known.insert(id, known);
}

Result<Projections::Known*> Projections::known(qint64 project, const domain::ConversationId& id)
{
    if (const auto found = m_known.find(id); found != m_known.end())
        return &*found;
    const Result<qint64> number = m_lookup.conversationNumber(project, id);
    if (!number)
        return std::unexpected(number.error());
    if (*number == 0)
        return failure(ErrorCode::Internal,
                       QStringLiteral("An event is about a conversation that was never opened."));
    Known row;
    row.number = *number;
    if (const domain::ConversationState* state = changed(id)) {
        row.follow(*state);
    } else {
        const auto stored = m_lookup.byId(project, id);
        if (!stored)
            return std::unexpected(stored.error());
        row.follow(**stored);
    }
    return &remember(id, row);
}

Result<Projections::Touched*> Projections::touch(qint64 project, const domain::ConversationId& id)
{
    if (const auto found = m_touched.find(id); found != m_touched.end())
        return &found->second;
    const Result<Known*> row = known(project, id);
    if (!row)
        return std::unexpected(row.error());
    auto statement = m_database.prepared("SELECT opened FROM conversations WHERE number = ?");
    if (!statement)
        return std::unexpected(statement.error());
    const Result<qint64> opened = numberWritten((*statement)->bind((*row)->number));
    if (!opened)
        return std::unexpected(opened.error());
    auto state = m_lookup.byId(project, id);
    if (!state)
        return std::unexpected(state.error());
    Touched touched{project, (*row)->number, *opened, false, std::move(**state)};
    return &m_touched.emplace(id, std::move(touched)).first->second;
}

Result<qint64> Projections::addConversation(qint64 project, qint64 position,
                                            const domain::Conversation& conversation)
{
    auto statement =
        m_database.prepared("INSERT INTO conversations (project, id, session, open, opened, state) "
                            "VALUES (?, ?, ?, 1, ?, ?) RETURNING number");
    if (!statement)
        return std::unexpected(statement.error());
    domain::ConversationState state;
    state.conversation = conversation;
    return numberWritten((*statement)
                             ->bind(project)
                             .bind(conversation.id.uuid())
                             .bind(conversation.sessionId)
                             .bind(position)
                             .bind(rowOf(std::move(state))));
}

Result<void> Projections::openConversation(qint64 project, const domain::Event& event,
                                           const domain::Conversation& conversation)
{
    const qint64 position = positionOf(project, event.seq);
    const Result<qint64> number = m_lookup.conversationNumber(project, conversation.id);
    if (!number)
        return std::unexpected(number.error());
    if (*number == 0) {
        const Result<qint64> added = addConversation(project, position, conversation);
        if (!added)
            return std::unexpected(added.error());
        Known begun;
        begun.number = *added;
        begun.channel = conversation.channel;
        remember(conversation.id, begun);
        m_touched.emplace(conversation.id, Touched{project, *added, position, false, {}});
        return {};
    }
    const Result<Touched*> touched = touch(project, conversation.id);
    if (!touched)
        return std::unexpected(touched.error());
    if ((*touched)->state.conversation.status != domain::ConversationStatus::Closed)
        return {};
    // It forgets its handoff now (domain::applyTo), so what that has come to is written while it is there.
    if (Result<void> written = writeHandoff(**touched); !written)
        return written;
    (*touched)->handoffChanged = false;
    (*touched)->opened = position;
    return {};
}

Result<void> Projections::applyToState(qint64 project, const Known& known, const domain::Event& event)
{
    const bool wasTouched = m_touched.contains(event.conversationId);
    if (!wasTouched && isPlain(event, known))
        return {};
    const Result<Touched*> found = touch(project, event.conversationId);
    if (!found)
        return std::unexpected(found.error());
    Touched& touched = **found;
    // The state holds the newest handoff only: the one before it is written while it is there.
    if (event.type == domain::EventType::HandoffRequested) {
        if (Result<void> written = writeHandoff(touched); !written)
            return written;
    }
    const bool rated = event.type == domain::EventType::HandoffRated;
    if (rated && (!touched.state.handoff || touched.state.handoff->id != event.handoffId))
        return rateEarlier(touched, std::get<domain::Handoff>(event.data));
    domain::applyTo(touched.state, event);
    touched.handoffChanged = touched.handoffChanged || std::holds_alternative<domain::Handoff>(event.data) ||
                             std::holds_alternative<domain::Summary>(event.data) ||
                             std::holds_alternative<domain::Erasure>(event.data);
    if (const auto cached = m_known.find(event.conversationId); cached != m_known.end())
        cached->follow(touched.state);
    // A new handoff must be found by what follows in this group, so its row is not left for the flush.
    return event.type == domain::EventType::HandoffRequested ? writeHandoff(touched) : Result<void>();
}

Result<void> Projections::addMessage(qint64 project, const domain::Event& event,
                                     const domain::Message& message)
{
    const Result<Known*> row = known(project, event.conversationId);
    if (!row)
        return std::unexpected(row.error());
    const qint64 position = positionOf(project, event.seq);
    auto statement = m_database.prepared("INSERT INTO messages (conversation, position, id, note, delivery, "
                                         "error_code, error_message) VALUES (?, ?, ?, ?, ?, ?, ?)");
    if (!statement)
        return std::unexpected(statement.error());
    (*statement)
        ->bind((*row)->number)
        .bind(position)
        .bind(message.id.uuid())
        .bind(message.note ? 1 : 0)
        .bind(static_cast<int>(message.delivery));
    if (message.deliveryError)
        (*statement)->bind(message.deliveryError->code).bind(message.deliveryError->message);
    else
        (*statement)->bindNull().bindNull();
    if (Result<void> ran = (*statement)->run(); !ran)
        return ran;
    if (message.note || message.delivery != domain::Delivery::Queued)
        return {};
    auto outbox = m_database.prepared(
        "INSERT INTO outbox (position, conversation, message, channel, at) VALUES (?, ?, ?, ?, ?)");
    if (!outbox)
        return std::unexpected(outbox.error());
    return (*outbox)
        ->bind(position)
        .bind((*row)->number)
        .bind(message.id.uuid())
        .bind((*row)->channel)
        .bind(message.at)
        .run();
}

Result<void> Projections::updateDelivery(qint64 project, const domain::DeliveryUpdate& update)
{
    // Delivery only moves forward, as it does in the fold.
    auto statement =
        m_database.prepared("UPDATE messages SET delivery = ?, error_code = ?, error_message = ? "
                            "WHERE id = ? AND position > ? AND position <= ? AND ((? >> delivery) & 1) = 1");
    auto outbox = m_database.prepared("DELETE FROM outbox WHERE message = ?");
    if (!statement || !outbox)
        return std::unexpected(!statement ? statement.error() : outbox.error());
    (*statement)->bind(static_cast<int>(update.delivery));
    if (update.error)
        (*statement)->bind(update.error->code).bind(update.error->message);
    else
        (*statement)->bindNull().bindNull();
    const Result<void> ran = (*statement)
                                 ->bind(update.messageId.uuid())
                                 .bind(positionOf(project, 0))
                                 .bind(positionOf(project, lastSeq))
                                 .bind(precedingDeliveries(update.delivery))
                                 .run();
    if (!ran || (*statement)->affected() == 0)
        return ran;
    return (*outbox)->bind(update.messageId.uuid()).run();
}

Result<void> Projections::saveAgent(qint64 project, const domain::Agent& agent)
{
    auto statement = m_database.prepared("INSERT INTO agents (id, project, state) VALUES (?, ?, ?) "
                                         "ON CONFLICT (id) DO UPDATE SET state = excluded.state");
    if (!statement)
        return std::unexpected(statement.error());
    return (*statement)->bind(agent.id.uuid()).bind(project).bind(jsonOf(agent)).run();
}

Result<void> Projections::saveTeam(qint64 project, domain::EventType type, const domain::Team& team)
{
    const bool gone = type == domain::EventType::TeamDeleted;
    auto statement = m_database.prepared(gone ? "DELETE FROM teams WHERE id = ?"
                                              : "INSERT INTO teams (id, project, state) VALUES (?, ?, ?) "
                                                "ON CONFLICT (id) DO UPDATE SET state = excluded.state");
    if (!statement)
        return std::unexpected(statement.error());
    (*statement)->bind(team.id.uuid());
    if (!gone)
        (*statement)->bind(project).bind(jsonOf(team));
    return (*statement)->run();
}

Result<void> Projections::saveProject(qint64 project, const domain::Event& event)
{
    const auto* named = std::get_if<domain::Project>(&event.data);
    const auto* bots = std::get_if<domain::BotSettings>(&event.data);
    auto statement = named  ? m_database.prepared("UPDATE projects SET project = ? WHERE number = ?")
                     : bots ? m_database.prepared("UPDATE projects SET bots = ? WHERE number = ?")
                            : m_database.prepared("UPDATE projects SET settings = ? WHERE number = ?");
    if (!statement)
        return std::unexpected(statement.error());
    return (*statement)
        ->bind(named  ? jsonOf(*named)
               : bots ? jsonOf(*bots)
                      : jsonOf(std::get<domain::Settings>(event.data)))
        .bind(project)
        .run();
}

Result<void> Projections::apply(qint64 project, const domain::Event& event)
{
    bool wasBlocked = false;
    if (event.type == domain::EventType::ContactUpdated) {
        const Result<Touched*> touched = touch(project, event.conversationId);
        if (!touched)
            return std::unexpected(touched.error());
        wasBlocked = (*touched)->state.conversation.contact.blocked;
    }
    if (isAudited(event, wasBlocked)) {
        if (Result<void> added = m_audit.add(positionOf(project, event.seq), event); !added)
            return added;
    }
    if (Result<void> applied = applyToTables(project, event); !applied)
        return applied;
    return listOfConversation(project, event);
}

Result<void> Projections::listOfConversation(qint64 project, const domain::Event& event)
{
    // Messages are found by their own rows.
    if (event.conversationId.isNull() || std::holds_alternative<domain::Message>(event.data) ||
        !domain::tellsOfPerson(event))
        return {};
    const Result<Known*> row = known(project, event.conversationId);
    if (!row)
        return std::unexpected(row.error());
    return store::write(
        m_database, "INSERT INTO conversation_events (conversation, position) VALUES (?, ?)",
        [&](sql::Statement& s) { s.bind((*row)->number).bind(positionOf(project, event.seq)); });
}

Result<void> Projections::saveErasure(qint64 project, const domain::Event& event, const Touched& touched)
{
    if (Result<void> listed =
            store::write(m_database, "INSERT INTO erasures (position, conversation) VALUES (?, ?)",
                         [&](sql::Statement& s) {
                             s.bind(positionOf(project, event.seq)).bind(event.conversationId.uuid());
                         });
        !listed)
        return listed;
    // Who comes again on that session is somebody new.
    return store::write(
        m_database, "UPDATE conversations SET session = ? WHERE number = ?",
        [&touched](sql::Statement& s) { s.bind(touched.state.conversation.sessionId).bind(touched.number); });
}

Result<void> Projections::applyToTables(qint64 project, const domain::Event& event)
{
    if (std::holds_alternative<domain::Project>(event.data) ||
        std::holds_alternative<domain::Settings>(event.data) ||
        std::holds_alternative<domain::BotSettings>(event.data))
        return saveProject(project, event);
    if (const auto* agent = std::get_if<domain::Agent>(&event.data)) {
        if (Result<void> saved = saveAgent(project, *agent); !saved)
            return saved;
    }
    if (const auto* team = std::get_if<domain::Team>(&event.data)) {
        if (Result<void> saved = saveTeam(project, event.type, *team); !saved)
            return saved;
    }
    if (event.conversationId.isNull())
        return m_facts.apply(project, event, {}, 0);
    if (const auto* opened = std::get_if<domain::Conversation>(&event.data);
        opened && event.type == domain::EventType::ConversationOpened) {
        if (Result<void> ready = openConversation(project, event, *opened); !ready)
            return ready;
    }
    const Result<Known*> row = known(project, event.conversationId);
    if (!row)
        return std::unexpected(row.error());
    if (Result<void> folded = applyToState(project, **row, event); !folded)
        return folded;
    if (const auto found = m_touched.find(event.conversationId); found != m_touched.end()) {
        if (Result<void> counted =
                m_facts.apply(project, event, found->second.state.conversation.channel, found->second.opened);
            !counted)
            return counted;
    }
    if (std::holds_alternative<domain::Erasure>(event.data))
        return saveErasure(project, event, m_touched.at(event.conversationId));
    if (const auto* message = std::get_if<domain::Message>(&event.data))
        return addMessage(project, event, *message);
    if (const auto* update = std::get_if<domain::DeliveryUpdate>(&event.data))
        return updateDelivery(project, *update);
    return {};
}

Result<void> Projections::writeHandoff(const Touched& touched)
{
    if (!touched.handoffChanged || !touched.state.handoff)
        return {};
    return putHandoff(touched, *touched.state.handoff);
}

Result<void> Projections::rateEarlier(const Touched& touched, const domain::Handoff& rated)
{
    auto stored = m_lookup.handoff(touched.project, rated.id);
    if (!stored)
        return std::unexpected(stored.error());
    if (!*stored)
        return failure(ErrorCode::Internal,
                       QStringLiteral("An event rates a handoff that was never asked for."));
    (*stored)->rating = rated.rating;
    return putHandoff(touched, **stored);
}

Result<void> Projections::putHandoff(const Touched& touched, const domain::Handoff& handoff)
{
    auto statement =
        m_database.prepared("INSERT INTO handoffs (id, project, conversation, state) VALUES (?, ?, ?, ?) "
                            "ON CONFLICT (id) DO UPDATE SET state = excluded.state");
    if (!statement)
        return std::unexpected(statement.error());
    return (*statement)
        ->bind(handoff.id.uuid())
        .bind(touched.project)
        .bind(touched.number)
        .bind(jsonOf(handoff))
        .run();
}

Result<void> Projections::write(const Touched& touched)
{
    auto statement =
        m_database.prepared("UPDATE conversations SET open = ?, opened = ?, state = ? WHERE number = ?");
    if (!statement)
        return std::unexpected(statement.error());
    const bool open = touched.state.conversation.status == domain::ConversationStatus::Open;
    const Result<void> ran = (*statement)
                                 ->bind(open ? 1 : 0)
                                 .bind(touched.opened)
                                 .bind(rowOf(touched.state))
                                 .bind(touched.number)
                                 .run();
    return ran ? writeHandoff(touched) : ran;
}

Result<void> Projections::flush()
{
    for (const auto& [id, touched] : m_touched) {
        if (Result<void> written = write(touched); !written)
            return written;
    }
    return {};
}

void Projections::end(bool kept)
{
    m_touched.clear();
    if (!kept)
        m_known.clear();
}

const domain::ConversationState* Projections::changed(const domain::ConversationId& id) const
{
    const auto found = m_touched.find(id);
    return found == m_touched.end() ? nullptr : &found->second.state;
}

} // namespace relevo::store
