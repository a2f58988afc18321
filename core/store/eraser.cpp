#include <store/eraser.h>

#include <domain/redaction.h>
#include <protocol/event_codec.h>
#include <store/attachments.h>
#include <store/digest.h>
#include <store/prepared.h>
#include <store/stored_json.h>

#include <algorithm>

namespace relevo::store {

void ErasureDigest::add(std::string_view body)
{
    m_hash = sha256({m_hash, QByteArrayView(body.data(), static_cast<qsizetype>(body.size()))});
    ++m_events;
}

QString ErasureDigest::hex() const
{
    return QString::fromLatin1(m_hash.toHex());
}

Result<std::vector<qint64>> Eraser::positions(sql::Database& database, qint64 conversation)
{
    const auto rows = ran(database,
                          "SELECT position FROM messages WHERE conversation = ? UNION ALL "
                          "SELECT position FROM conversation_events WHERE conversation = ? ORDER BY 1",
                          [conversation](sql::Statement& s) { s.bind(conversation).bind(conversation); });
    if (!rows)
        return std::unexpected(rows.error());
    const sql::Reading reading(**rows);
    std::vector<qint64> found;
    while ((*rows)->next())
        found.push_back((*rows)->number(0));
    return found;
}

Result<void> Eraser::empty(qint64 position, const domain::ConversationId& conversation)
{
    const auto row = ran(m_database, "SELECT body FROM journal WHERE position = ?",
                         [position](sql::Statement& s) { s.bind(position); });
    if (!row)
        return std::unexpected(row.error());
    QByteArray body;
    {
        const sql::Reading reading(**row);
        if ((*row)->next())
            body = (*row)->bytes(0);
    }
    const Result<domain::Event> event = protocol::decodeEvent(viewOf(body));
    if (!event)
        return failure(
            ErrorCode::Internal,
            QStringLiteral("Event %1 cannot be read: %2").arg(seqOf(position)).arg(event.error().message),
            QStringLiteral("Run relevo-relay verify."));
    if (const auto& id = event->handoffId;
        !id.isNull() && std::ranges::find(m_handoffs, id) == m_handoffs.end())
        m_handoffs.push_back(id);
    std::string left = protocol::encodeEvent(domain::withoutPerson(*event, conversation));
    const Result<void> written =
        write(m_database, "UPDATE journal SET body = ? WHERE position = ?",
              [&](sql::Statement& s) { s.bind(std::string_view(left)).bind(position); });
    m_emptied.emplace_back(position, std::move(left));
    return written;
}

Result<void> Eraser::emptyHandoffs()
{
    for (const domain::HandoffId& id : m_handoffs) {
        const auto row = ran(m_database, "SELECT state FROM handoffs WHERE id = ?",
                             [&id](sql::Statement& s) { s.bind(id.uuid()); });
        if (!row)
            return std::unexpected(row.error());
        QByteArray state;
        {
            const sql::Reading reading(**row);
            if (!(*row)->next())
                continue;
            state = (*row)->bytes(0);
        }
        const Result<domain::Handoff> handoff = storedState<domain::Handoff>(state);
        if (!handoff)
            return std::unexpected(handoff.error());
        const std::string left = jsonOf(domain::withoutPerson(*handoff));
        if (Result<void> written =
                write(m_database, "UPDATE handoffs SET state = ? WHERE id = ?",
                      [&](sql::Statement& s) { s.bind(std::string_view(left)).bind(id.uuid()); });
            !written)
            return written;
    }
    return {};
}

Result<std::vector<qint64>> Eraser::notificationsAbout(qint64 project)
{
    std::vector<qint64> found;
    if (m_handoffs.empty() || m_emptied.empty())
        return found;
    const qint64 first = m_emptied.front().first;
    const auto rows =
        ran(m_database,
            "SELECT n.position, j.body FROM notifications n JOIN journal j ON "
            "j.position = n.position WHERE n.position > ? AND n.position <= ?",
            [first, project](sql::Statement& s) { s.bind(first).bind(positionOf(project, lastSeq)); });
    if (!rows)
        return std::unexpected(rows.error());
    const sql::Reading reading(**rows);
    while ((*rows)->next()) {
        const QByteArray body = (*rows)->bytes(1);
        const bool about = std::ranges::any_of(m_handoffs, [&body](const domain::HandoffId& id) {
            return viewOf(body).find("handoff://" + id.text()) != std::string_view::npos;
        });
        if (about)
            found.push_back((*rows)->number(0));
    }
    return found;
}

Result<void> Eraser::emptyNotifications(qint64 project, const domain::ConversationId& conversation)
{
    const Result<std::vector<qint64>> positions = notificationsAbout(project);
    if (!positions)
        return std::unexpected(positions.error());
    for (const qint64 position : *positions) {
        if (Result<void> done = empty(position, conversation); !done)
            return done;
    }
    return {};
}

Result<void> Eraser::emptyRows(const domain::ProjectId& id, qint64 number,
                               const domain::ConversationId& conversation)
{
    const auto byNumber = [number](sql::Statement& s) {
        s.bind(number);
    };
    const auto byIds = [&](sql::Statement& s) {
        s.bind(id.uuid()).bind(conversation.uuid());
    };
    if (Result<void> done = write(m_database,
                                  "UPDATE messages SET error_message = '' WHERE conversation = ? AND "
                                  "error_code IS NOT NULL",
                                  byNumber);
        !done)
        return done;
    // What has not left by now never will.
    if (Result<void> done = write(m_database,
                                  "UPDATE messages SET delivery = ?, error_code = ?, error_message = '' "
                                  "WHERE conversation = ? AND delivery = ? AND note = 0",
                                  [number](sql::Statement& s) {
                                      s.bind(static_cast<int>(domain::Delivery::Failed))
                                          .bind(domain::erasedBeforeSent().code)
                                          .bind(number)
                                          .bind(static_cast<int>(domain::Delivery::Queued));
                                  });
        !done)
        return done;
    if (Result<void> done = write(m_database, "DELETE FROM outbox WHERE conversation = ?", byNumber); !done)
        return done;
    if (Result<void> done =
            write(m_database, "UPDATE commands SET answer = '{}' WHERE conversation = ?", byNumber);
        !done)
        return done;
    if (Result<void> done =
            write(m_database, "DELETE FROM visitors WHERE project = ? AND conversation = ?", byIds);
        !done)
        return done;
    if (Result<void> done =
            write(m_database, "DELETE FROM enrichments WHERE project = ? AND conversation = ?", byIds);
        !done)
        return done;
    if (Result<void> done = Attachments(m_database).forget(id, conversation, visitorOwner(conversation));
        !done)
        return done;
    return write(m_database, "DELETE FROM bot_sessions WHERE project = ? AND conversation = ?", byIds);
}

Result<void> Eraser::erase(qint64 project, const domain::ProjectId& id,
                           const domain::ConversationId& conversation, domain::Erasure& erasure)
{
    m_emptied.clear();
    m_handoffs.clear();
    const Result<qint64> number = m_lookup.conversationNumber(project, conversation);
    if (!number)
        return std::unexpected(number.error());
    const Result<std::vector<qint64>> positions = Eraser::positions(m_database, *number);
    if (!positions)
        return std::unexpected(positions.error());
    for (const qint64 position : *positions) {
        if (Result<void> done = empty(position, conversation); !done)
            return done;
    }
    if (Result<void> done = emptyNotifications(project, conversation); !done)
        return done;
    if (Result<void> done = emptyHandoffs(); !done)
        return done;
    if (Result<void> done = emptyRows(id, *number, conversation); !done)
        return done;
    std::ranges::sort(m_emptied);
    ErasureDigest digest;
    for (const auto& [position, body] : m_emptied)
        digest.add(body);
    erasure.events = digest.events();
    erasure.digest = digest.hex();
    m_emptied.clear();
    return {};
}

} // namespace relevo::store
