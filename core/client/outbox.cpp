#include <client/outbox.h>

#include <client/contact_wishes.h>
#include <protocol/json.h>
#include <sql/transaction.h>

#include <algorithm>

namespace relevo::client {

namespace {

OutboxItem read(const sql::Statement& row)
{
    OutboxItem item;
    item.position = row.number(0);
    item.commandId = row.uuid(1);
    item.wish = static_cast<Wish>(row.number(2));
    item.conversation = domain::ConversationId(row.uuid(3));
    item.clientId = row.text(4);
    item.content = row.text(5);
    const QByteArray params = row.bytes(6);
    item.params = protocol::parseJson({params.constData(), static_cast<std::size_t>(params.size())})
                      .value_or(protocol::Json::object());
    item.madeAt = row.time(7);
    item.answeredSeq = row.number(8);
    if (!row.isNull(9))
        item.notBefore = row.time(9);
    if (const Result<protocol::Json> files = protocol::parseJson(row.text(10).toStdString()))
        item.files = readStoredFiles(*files);
    return item;
}

} // namespace

Result<Outbox> Outbox::open(sql::Database& database)
{
    Outbox outbox(database);
    auto select = database.prepared(
        "SELECT position, command_id, wish, conversation, client_id, content, params, made_at, "
        "answered_seq, not_before, files FROM outbox ORDER BY position");
    // One that is rescued from a file that could not be brought up to date has none of them.
    if (!select)
        select = database.prepared(
            "SELECT position, command_id, wish, conversation, client_id, content, params, made_at, "
            "answered_seq, NULL, '[]' FROM outbox ORDER BY position");
    if (!select)
        return std::unexpected(select.error());
    if (const Result<void> ran = (*select)->run(); !ran)
        return std::unexpected(ran.error());
    while ((*select)->next())
        outbox.m_items.push_back(read(**select));
    (*select)->finish();
    return outbox;
}

const OutboxItem* Outbox::find(const QUuid& commandId) const
{
    const auto found = std::find_if(m_items.begin(), m_items.end(), [&commandId](const OutboxItem& item) {
        return item.commandId == commandId;
    });
    return found == m_items.end() ? nullptr : &*found;
}

Result<void> Outbox::add(OutboxItem item)
{
    if (item.wish == Wish::SetAvailability) {
        const auto older = std::find_if(m_items.begin(), m_items.end(), [](const OutboxItem& other) {
            return other.wish == Wish::SetAvailability;
        });
        if (older != m_items.end()) {
            if (Result<void> removed = remove(QUuid(older->commandId)); !removed)
                return removed;
        }
    }
    auto insert = m_database->prepared(
        "INSERT INTO outbox (command_id, wish, conversation, client_id, content, params, made_at, "
        "answered_seq, not_before, files) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING position");
    if (!insert)
        return std::unexpected(insert.error());
    const std::string params = protocol::dump(item.params);
    (*insert)
        ->bind(item.commandId)
        .bind(static_cast<int>(item.wish))
        .bind(item.conversation.uuid())
        .bind(QVariant(item.clientId.isNull() ? QStringLiteral("") : item.clientId))
        .bind(QVariant(item.content.isNull() ? QStringLiteral("") : item.content))
        .bind(std::string_view(params))
        .bind(item.madeAt)
        .bind(item.answeredSeq)
        .bind(item.notBefore ? QVariant(static_cast<qlonglong>(item.notBefore->time_since_epoch().count()))
                             : QVariant())
        .bind(QVariant(QString::fromStdString(protocol::dump(storedFiles(item.files)))));
    if (Result<void> ran = (*insert)->run(); !ran)
        return ran;
    item.position = (*insert)->next() ? (*insert)->number(0) : 0;
    (*insert)->finish();
    m_items.push_back(std::move(item));
    return {};
}

Result<void> Outbox::remove(const QUuid& commandId)
{
    auto statement = m_database->prepared("DELETE FROM outbox WHERE command_id = ?");
    if (!statement)
        return std::unexpected(statement.error());
    (*statement)->bind(commandId);
    if (Result<void> ran = (*statement)->run(); !ran)
        return ran;
    std::erase_if(m_items, [&commandId](const OutboxItem& item) { return item.commandId == commandId; });
    return {};
}

Result<void> Outbox::answered(const QUuid& commandId, qint64 seq)
{
    auto statement = m_database->prepared("UPDATE outbox SET answered_seq = ? WHERE command_id = ?");
    if (!statement)
        return std::unexpected(statement.error());
    (*statement)->bind(seq).bind(commandId);
    if (Result<void> ran = (*statement)->run(); !ran)
        return ran;
    for (OutboxItem& item : m_items) {
        if (item.commandId == commandId)
            item.answeredSeq = seq;
    }
    return {};
}

Result<void> Outbox::fileMoved(const QUuid& commandId, const domain::AttachmentId& file, const QString& path)
{
    const auto item = std::find_if(m_items.begin(), m_items.end(), [&commandId](const OutboxItem& one) {
        return one.commandId == commandId;
    });
    if (item == m_items.end())
        return {};
    std::vector<OutgoingFile> files = item->files;
    for (OutgoingFile& one : files) {
        if (one.what.id == file)
            one.path = path;
    }
    auto statement = m_database->prepared("UPDATE outbox SET files = ? WHERE command_id = ?");
    if (!statement)
        return std::unexpected(statement.error());
    (*statement)->bind(QVariant(QString::fromStdString(protocol::dump(storedFiles(files))))).bind(commandId);
    if (Result<void> ran = (*statement)->run(); !ran)
        return ran;
    item->files = std::move(files);
    return {};
}

Result<std::vector<domain::ConversationId>> Outbox::settle(qint64 seq, const std::vector<QString>& clientIds)
{
    std::vector<QUuid> done;
    std::vector<domain::ConversationId> conversations;
    for (const OutboxItem& item : m_items) {
        const bool came = !item.clientId.isEmpty() &&
                          std::find(clientIds.begin(), clientIds.end(), item.clientId) != clientIds.end();
        if (came || (item.answeredSeq > 0 && item.answeredSeq <= seq)) {
            done.push_back(item.commandId);
            conversations.push_back(item.conversation);
        }
    }
    for (const QUuid& id : done) {
        if (Result<void> removed = remove(id); !removed)
            return std::unexpected(removed.error());
    }
    return conversations;
}

std::vector<domain::Message> Outbox::waiting(const domain::ConversationId& conversation,
                                             const domain::AgentId& author) const
{
    std::vector<domain::Message> messages;
    for (const OutboxItem& item : m_items) {
        if ((item.wish != Wish::Send && item.wish != Wish::Note) || item.conversation != conversation)
            continue;
        domain::Message message;
        message.conversationId = conversation;
        message.author = domain::Author::Agent;
        message.authorId = author.toString();
        message.content = item.content;
        message.attachments = attachmentsOf(item.files);
        message.clientId = item.clientId;
        message.note = item.wish == Wish::Note;
        message.delivery = domain::Delivery::Queued;
        message.at = item.madeAt;
        messages.push_back(std::move(message));
    }
    return messages;
}

std::map<QString, Timestamp> Outbox::heldMessages(const domain::ConversationId& conversation) const
{
    std::map<QString, Timestamp> held;
    for (const OutboxItem& item : m_items) {
        if (item.wish == Wish::Send && item.conversation == conversation && item.notBefore &&
            item.answeredSeq == 0)
            held.emplace(item.clientId, *item.notBefore);
    }
    return held;
}

Result<void> Outbox::release(const domain::ConversationId& conversation)
{
    for (OutboxItem& item : m_items) {
        if (item.wish != Wish::Send || item.conversation != conversation || !item.notBefore)
            continue;
        auto statement = m_database->prepared("UPDATE outbox SET not_before = NULL WHERE command_id = ?");
        if (!statement)
            return std::unexpected(statement.error());
        (*statement)->bind(item.commandId);
        if (Result<void> ran = (*statement)->run(); !ran)
            return ran;
        item.notBefore.reset();
    }
    return {};
}

int Outbox::unsent(const domain::ConversationId& conversation) const
{
    return static_cast<int>(std::count_if(m_items.begin(), m_items.end(), [&](const OutboxItem& item) {
        return item.wish == Wish::Send && item.answeredSeq == 0 && item.conversation == conversation;
    }));
}

bool Outbox::resolving(const domain::ConversationId& conversation) const
{
    return std::any_of(m_items.begin(), m_items.end(), [&](const OutboxItem& item) {
        return (item.wish == Wish::Resolve || item.wish == Wish::MarkSpam) &&
               item.conversation == conversation;
    });
}

bool Outbox::leaving(const domain::ConversationId& conversation) const
{
    return std::any_of(m_items.begin(), m_items.end(), [&](const OutboxItem& item) {
        return item.conversation == conversation &&
               (item.wish == Wish::Transfer || item.wish == Wish::HandBack || item.wish == Wish::Release ||
                item.wish == Wish::ConvertToTicket);
    });
}

void Outbox::foresee(const domain::ConversationId& conversation, domain::Contact& contact,
                     const domain::AgentRef& me) const
{
    for (const OutboxItem& item : m_items) {
        if (item.conversation == conversation)
            foldWish(contact, item, me);
    }
}

} // namespace relevo::client
