#include <store/fact_tables.h>

#include <protocol/event_codec.h>
#include <sql/transaction.h>
#include <store/lookup.h>
#include <store/prepared.h>
#include <store/stored_json.h>

namespace relevo::store {
namespace {

std::optional<Timestamp> timeOf(const sql::Statement& row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.time(column));
}

/// Three columns from `column` on.
domain::PromiseFacts promiseOf(const sql::Statement& row, int column)
{
    domain::PromiseFacts facts{row.number(column), row.number(column + 1), {}};
    if (!row.isNull(column + 2))
        facts.state = static_cast<domain::PromiseState>(row.number(column + 2));
    return facts;
}

void bindPromise(sql::Statement& statement, const domain::PromiseFacts& facts)
{
    statement.bind(facts.met).bind(facts.breached);
    if (facts.state)
        statement.bind(static_cast<int>(*facts.state));
    else
        statement.bindNull();
}

/// Columns as in handoff_facts from `created` on.
domain::HandoffFacts factsOf(const sql::Statement& row)
{
    domain::HandoffFacts facts;
    facts.createdAt = row.time(0);
    facts.id = domain::HandoffId(row.uuid(1));
    facts.channel = row.text(2);
    facts.trigger = static_cast<domain::TriggerType>(row.number(3));
    facts.status = static_cast<domain::HandoffStatus>(row.number(4));
    facts.agent = domain::AgentId(row.uuid(5));
    facts.claimedAt = timeOf(row, 6);
    facts.respondedAt = timeOf(row, 7);
    facts.endedAt = timeOf(row, 8);
    facts.wasTicket = row.number(9) != 0;
    facts.handedBack = row.number(10) != 0;
    facts.firstResponse = promiseOf(row, 11);
    facts.nextResponse = promiseOf(row, 14);
    facts.resolution = promiseOf(row, 17);
    facts.ratingAsked = row.number(20) != 0;
    facts.rating = static_cast<int>(row.number(21));
    return facts;
}

} // namespace

Result<void> FactTables::apply(qint64 project, const domain::Event& event, const QString& channel,
                               qint64 opened)
{
    const qint64 position = positionOf(project, event.seq);
    if (const auto* notification = std::get_if<domain::Notification>(&event.data))
        return addNotification(position, notification->id);
    if (const auto* read = std::get_if<domain::NotificationRead>(&event.data))
        return addRead(read->id, read->agent, event.at);
    if (const auto* agent = std::get_if<domain::Agent>(&event.data))
        return applyAgent(project, event, *agent);
    if (const auto* contact = std::get_if<domain::Contact>(&event.data))
        return m_contacts.put(position, *contact, event.conversationId);
    if (const auto* erasure = std::get_if<domain::Erasure>(&event.data))
        return m_contacts.forget(erasure->contact);
    if (event.type == domain::EventType::ConversationOpened) {
        const domain::ContactId id = std::get<domain::Conversation>(event.data).contact.id;
        if (Result<void> put = m_contacts.opened(position, id, event.conversationId); !put)
            return put;
        return addOpening(position, {event.at, channel, false});
    }
    const auto* handoff = std::get_if<domain::Handoff>(&event.data);
    if (!handoff)
        return {};
    if (Result<void> applied = applyHandoff(project, event, *handoff, channel);
        !applied || event.type != domain::EventType::HandoffRequested)
        return applied;
    auto escalated = m_database.prepared("UPDATE openings SET escalated = 1 WHERE position = ?");
    return escalated ? (*escalated)->bind(opened).run() : std::unexpected(escalated.error());
}

Result<void> FactTables::applyHandoff(qint64 project, const domain::Event& event,
                                      const domain::Handoff& handoff, const QString& channel)
{
    auto statement = m_database.prepared(
        "SELECT created, handoff, channel, trigger_type, status, agent, claimed, responded, ended, "
        "was_ticket, handed_back, first_met, first_breached, first_state, next_met, next_breached, "
        "next_state, resolution_met, resolution_breached, resolution_state, rating_asked, rating "
        "FROM handoff_facts WHERE project = ? AND created = ? AND handoff = ?");
    if (!statement)
        return std::unexpected(statement.error());
    domain::HandoffFacts facts;
    {
        if (Result<void> ran =
                (*statement)->bind(project).bind(handoff.createdAt).bind(handoff.id.uuid()).run();
            !ran)
            return ran;
        const sql::Reading reading(**statement);
        if ((*statement)->next())
            facts = factsOf(**statement);
    }
    domain::foldFacts(facts, event, channel);
    return putHandoff(project, facts);
}

Result<void> FactTables::putHandoff(qint64 project, const domain::HandoffFacts& facts)
{
    auto statement = m_database.prepared(
        "INSERT INTO handoff_facts (project, created, handoff, channel, trigger_type, status, agent, "
        "claimed, responded, ended, was_ticket, handed_back, first_met, first_breached, first_state, "
        "next_met, next_breached, next_state, resolution_met, resolution_breached, resolution_state, "
        "rating_asked, rating) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (project, created, handoff) DO UPDATE SET status = excluded.status, agent = "
        "excluded.agent, claimed = excluded.claimed, responded = excluded.responded, ended = "
        "excluded.ended, was_ticket = excluded.was_ticket, handed_back = excluded.handed_back, first_met = "
        "excluded.first_met, first_breached = excluded.first_breached, first_state = excluded.first_state, "
        "next_met = excluded.next_met, next_breached = excluded.next_breached, next_state = "
        "excluded.next_state, resolution_met = excluded.resolution_met, resolution_breached = "
        "excluded.resolution_breached, resolution_state = excluded.resolution_state, rating_asked = "
        "excluded.rating_asked, rating = excluded.rating");
    if (!statement)
        return std::unexpected(statement.error());
    (*statement)
        ->bind(project)
        .bind(facts.createdAt)
        .bind(facts.id.uuid())
        .bind(facts.channel)
        .bind(static_cast<int>(facts.trigger))
        .bind(static_cast<int>(facts.status))
        .bind(facts.agent.uuid());
    for (const auto& at : {facts.claimedAt, facts.respondedAt, facts.endedAt})
        bindTime(**statement, at);
    (*statement)->bind(facts.wasTicket ? 1 : 0).bind(facts.handedBack ? 1 : 0);
    for (const auto& promise : {facts.firstResponse, facts.nextResponse, facts.resolution})
        bindPromise(**statement, promise);
    return (*statement)->bind(facts.ratingAsked ? 1 : 0).bind(facts.rating).run();
}

Result<void> FactTables::applyAgent(qint64 project, const domain::Event& event, const domain::Agent& agent)
{
    const bool atWork = domain::isAtWork(agent);
    auto last =
        m_database.prepared("SELECT at_work FROM attendance WHERE agent = ? ORDER BY position DESC LIMIT 1");
    if (!last)
        return std::unexpected(last.error());
    if (Result<void> ran = (*last)->bind(agent.id.uuid()).run(); !ran)
        return ran;
    bool was = false;
    {
        const sql::Reading reading(**last);
        was = (*last)->next() && (*last)->number(0) != 0;
    }
    return was == atWork ? Result<void>() : addAttendance(project, agent.id, {event.seq, {event.at, atWork}});
}

Result<void> FactTables::addAttendance(qint64 project, const domain::AgentId& agent,
                                       const Facts::Attended& attended)
{
    auto statement =
        m_database.prepared("INSERT INTO attendance (agent, position, at, at_work) VALUES (?, ?, ?, ?)");
    if (!statement)
        return std::unexpected(statement.error());
    return (*statement)
        ->bind(agent.uuid())
        .bind(positionOf(project, attended.seq))
        .bind(attended.attendance.at)
        .bind(attended.attendance.atWork ? 1 : 0)
        .run();
}

Result<void> FactTables::addOpening(qint64 position, const domain::Opening& opening)
{
    auto statement =
        m_database.prepared("INSERT INTO openings (position, at, channel, escalated) VALUES (?, ?, ?, ?)");
    if (!statement)
        return std::unexpected(statement.error());
    return (*statement)
        ->bind(position)
        .bind(opening.at)
        .bind(opening.channel)
        .bind(opening.escalated ? 1 : 0)
        .run();
}

Result<void> FactTables::addNotification(qint64 position, const domain::NotificationId& id)
{
    auto statement = m_database.prepared("INSERT INTO notifications (position, id) VALUES (?, ?)");
    return statement ? (*statement)->bind(position).bind(id.uuid()).run()
                     : std::unexpected(statement.error());
}

Result<void> FactTables::addRead(const domain::NotificationId& id, const domain::AgentId& agent, Timestamp at)
{
    auto statement = m_database.prepared("INSERT INTO notification_reads (notification, agent, at) "
                                         "VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
    return statement ? (*statement)->bind(id.uuid()).bind(agent.uuid()).bind(at).run()
                     : std::unexpected(statement.error());
}

Result<void> FactTables::fillIfMissing()
{
    const QString mark = QStringLiteral("SELECT value FROM meta WHERE name = 'facts'");
    Result<QVariant> missing = m_database.value(mark);
    if (!missing || missing->isNull())
        return missing ? Result<void>() : std::unexpected(missing.error());
    auto transaction = sql::Transaction::begin(m_database, sql::Transaction::Kind::Write);
    if (!transaction)
        return std::unexpected(transaction.error());
    // Another program may have filled them meanwhile.
    missing = m_database.value(mark);
    if (!missing || missing->isNull())
        return missing ? Result<void>() : std::unexpected(missing.error());
    auto projects = m_database.prepared("SELECT number FROM projects");
    if (!projects)
        return std::unexpected(projects.error());
    if (Result<void> ran = (*projects)->run(); !ran)
        return ran;
    std::vector<qint64> numbers;
    {
        const sql::Reading reading(**projects);
        while ((*projects)->next())
            numbers.push_back((*projects)->number(0));
    }
    for (const char* table : {"contacts", "contact_tags", "handoff_facts", "openings", "attendance",
                              "notifications", "notification_reads"}) {
        if (Result<void> cleared =
                m_database.execute(QStringLiteral("DELETE FROM %1").arg(QLatin1String(table)));
            !cleared)
            return cleared;
    }
    for (const qint64 number : numbers) {
        if (Result<void> filled = fill(number); !filled)
            return filled;
    }
    if (Result<void> done = m_database.execute(QStringLiteral("DELETE FROM meta WHERE name = 'facts'"));
        !done)
        return done;
    return transaction->commit();
}

Result<void> FactTables::fill(qint64 project)
{
    auto events = m_database.prepared(
        "SELECT body FROM journal WHERE position > ? AND position <= ? ORDER BY position");
    if (!events)
        return std::unexpected(events.error());
    if (Result<void> ran = (*events)->bind(positionOf(project, 0)).bind(positionOf(project, lastSeq)).run();
        !ran)
        return ran;
    Facts facts;
    {
        const sql::Reading reading(**events);
        while ((*events)->next()) {
            const QByteArray body = (*events)->bytes(0);
            // What cannot be read counts for nothing here; verify names it.
            if (const Result<domain::Event> event = protocol::decodeEvent(viewOf(body)))
                facts.fold(*event);
        }
    }
    return write(project, facts);
}

Result<void> FactTables::write(qint64 project, const Facts& facts)
{
    for (const auto& [id, handoff] : facts.handoffs) {
        if (Result<void> put = putHandoff(project, handoff); !put)
            return put;
    }
    for (const auto& [seq, opening] : facts.openings) {
        if (Result<void> added = addOpening(positionOf(project, seq), opening); !added)
            return added;
    }
    for (const auto& [agent, list] : facts.attendance) {
        for (const Facts::Attended& attended : list) {
            if (Result<void> added = addAttendance(project, agent, attended); !added)
                return added;
        }
    }
    if (Result<void> put = m_contacts.write(project, facts); !put)
        return put;
    for (const auto& [id, seq] : facts.notifications) {
        if (Result<void> added = addNotification(positionOf(project, seq), id); !added)
            return added;
    }
    for (const auto& [read, at] : facts.reads) {
        if (Result<void> added = addRead(read.first, read.second, at); !added)
            return added;
    }
    return {};
}

Result<std::vector<domain::HandoffFacts>> FactTables::handoffs(qint64 project, Timestamp from, Timestamp to)
{
    auto statement = m_database.prepared(
        "SELECT created, handoff, channel, trigger_type, status, agent, claimed, responded, ended, "
        "was_ticket, handed_back, first_met, first_breached, first_state, next_met, next_breached, "
        "next_state, resolution_met, resolution_breached, resolution_state, rating_asked, rating "
        "FROM handoff_facts WHERE project = ? AND created >= ? AND created < ?");
    if (!statement)
        return std::unexpected(statement.error());
    if (Result<void> ran = (*statement)->bind(project).bind(from).bind(to).run(); !ran)
        return std::unexpected(ran.error());
    const sql::Reading reading(**statement);
    std::vector<domain::HandoffFacts> found;
    while ((*statement)->next())
        found.push_back(factsOf(**statement));
    return found;
}

Result<std::map<qint64, domain::Opening>> FactTables::openings(qint64 project, Timestamp from, Timestamp to)
{
    auto statement =
        m_database.prepared("SELECT position, at, channel, escalated FROM openings WHERE at >= ? AND at < ? "
                            "AND position > ? AND position <= ?");
    if (!statement)
        return std::unexpected(statement.error());
    if (Result<void> ran = (*statement)
                               ->bind(from)
                               .bind(to)
                               .bind(positionOf(project, 0))
                               .bind(positionOf(project, lastSeq))
                               .run();
        !ran)
        return std::unexpected(ran.error());
    const sql::Reading reading(**statement);
    std::map<qint64, domain::Opening> found;
    while ((*statement)->next())
        found.emplace_hint(
            found.end(), seqOf((*statement)->number(0)),
            domain::Opening{(*statement)->time(1), (*statement)->text(2), (*statement)->number(3) != 0});
    return found;
}

Result<std::map<domain::AgentId, std::vector<Facts::Attended>>> FactTables::attendance(qint64 project)
{
    auto statement = m_database.prepared("SELECT agent, position, at, at_work FROM attendance WHERE position "
                                         "> ? AND position <= ? ORDER BY agent, position");
    if (!statement)
        return std::unexpected(statement.error());
    if (Result<void> ran =
            (*statement)->bind(positionOf(project, 0)).bind(positionOf(project, lastSeq)).run();
        !ran)
        return std::unexpected(ran.error());
    const sql::Reading reading(**statement);
    std::map<domain::AgentId, std::vector<Facts::Attended>> found;
    while ((*statement)->next())
        found[domain::AgentId((*statement)->uuid(0))].push_back(
            {seqOf((*statement)->number(1)), {(*statement)->time(2), (*statement)->number(3) != 0}});
    return found;
}

Result<domain::ReportFacts> FactTables::reportFacts(qint64 project, Timestamp from, Timestamp to)
{
    domain::ReportFacts facts;
    auto handoffs = this->handoffs(project, from, to);
    auto openings = this->openings(project, from, to);
    const auto attendance = this->attendance(project);
    if (!handoffs || !openings || !attendance)
        return std::unexpected(!handoffs   ? handoffs.error()
                               : !openings ? openings.error()
                                           : attendance.error());
    facts.handoffs = std::move(*handoffs);
    for (auto& [seq, opening] : *openings)
        facts.openings.push_back(std::move(opening));
    for (const auto& [agent, list] : *attendance) {
        for (const Facts::Attended& attended : list)
            facts.attendance[agent].push_back(attended.attendance);
    }
    return facts;
}

} // namespace relevo::store
