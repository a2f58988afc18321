#include <store/attachments.h>

#include <store/prepared.h>

namespace relevo::store {
namespace {

constexpr int firstOfAttachment = 4; // column
constexpr int removedColumn = 11;

/// owner, at, conversation, shown, and what attachmentOf() reads.
const char* const selectOne =
    "SELECT owner, at, conversation, shown, id, name, mime, size, sha256, width, height, removed FROM "
    "attachments WHERE id = ? AND project = ?";

domain::Attachment attachmentOf(const sql::Statement& row, int first)
{
    return {domain::AttachmentId(row.uuid(first)),
            row.text(first + 1),
            row.text(first + 2),
            row.number(first + 3),
            row.text(first + 4),
            static_cast<int>(row.number(first + 5)),
            static_cast<int>(row.number(first + 6))};
}

std::unexpected<Error> notToBeSent(const domain::AttachmentId& id, const QString& why)
{
    return failure(ErrorCode::Invalid, QStringLiteral("The attachment %1 %2.").arg(id.toString(), why),
                   QStringLiteral("Upload the file by POST /api/attachments and give the id it answers."),
                   {{QStringLiteral("field"), QStringLiteral("attachments")},
                    {QStringLiteral("attachmentId"), id.toString()}});
}

/// What a query gives whose first column is an id.
template <typename Bind>
Result<std::vector<domain::AttachmentId>> idsOf(sql::Database& database, const char* query, Bind&& bind)
{
    const auto rows = ran(database, query, std::forward<Bind>(bind));
    if (!rows)
        return std::unexpected(rows.error());
    const sql::Reading reading(**rows);
    std::vector<domain::AttachmentId> ids;
    while ((*rows)->next())
        ids.emplace_back((*rows)->uuid(0));
    return ids;
}

} // namespace

QString visitorOwner(const domain::ConversationId& conversation)
{
    return QStringLiteral("visitor:") + conversation.toString();
}

Result<std::optional<StoredAttachment>> Attachments::find(const domain::ProjectId& project,
                                                          const domain::AttachmentId& id)
{
    const auto row =
        ran(m_database, selectOne, [&](sql::Statement& s) { s.bind(id.uuid()).bind(project.uuid()); });
    if (!row)
        return std::unexpected(row.error());
    const sql::Reading reading(**row);
    if (!(*row)->next())
        return std::nullopt;
    StoredAttachment stored{
        attachmentOf(**row, firstOfAttachment), (*row)->text(0), (*row)->time(1), {}, (*row)->number(3) != 0};
    if (!(*row)->isNull(2))
        stored.conversation = domain::ConversationId((*row)->uuid(2));
    stored.gone = (*row)->number(removedColumn) > 0;
    return stored;
}

Result<void> Attachments::add(const domain::ProjectId& project, const StoredAttachment& stored)
{
    const domain::Attachment& attachment = stored.attachment;
    return write(m_database,
                 "INSERT INTO attachments (id, project, owner, name, mime, size, sha256, width, height, at) "
                 "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                 [&](sql::Statement& s) {
                     s.bind(attachment.id.uuid())
                         .bind(project.uuid())
                         .bind(stored.owner)
                         .bind(attachment.name)
                         .bind(attachment.mime)
                         .bind(attachment.size)
                         .bind(attachment.sha256)
                         .bind(attachment.width)
                         .bind(attachment.height)
                         .bind(stored.at);
                 });
}

Result<std::vector<domain::Attachment>> Attachments::forMessage(const domain::ProjectId& project,
                                                                const std::vector<domain::AttachmentId>& ids,
                                                                const QString& owner,
                                                                const domain::ConversationId& conversation)
{
    std::vector<domain::Attachment> attachments;
    for (const domain::AttachmentId& id : ids) {
        const auto stored = find(project, id);
        if (!stored)
            return std::unexpected(stored.error());
        if (!*stored || (*stored)->owner != owner)
            return notToBeSent(id, QStringLiteral("is none of yours"));
        if ((*stored)->gone)
            return notToBeSent(id, QStringLiteral("is no longer kept"));
        if (!(*stored)->conversation.isNull() && (*stored)->conversation != conversation)
            return notToBeSent(id, QStringLiteral("was sent in another conversation"));
        attachments.push_back((*stored)->attachment);
    }
    return attachments;
}

Result<void> Attachments::noteSent(const domain::Message& message)
{
    for (const domain::Attachment& attachment : message.attachments) {
        const Result<void> noted = write(
            m_database, "UPDATE attachments SET conversation = ?, shown = max(shown, ?) WHERE id = ?",
            [&](sql::Statement& s) {
                s.bind(message.conversationId.uuid()).bind(message.note ? 0 : 1).bind(attachment.id.uuid());
            });
        if (!noted)
            return noted;
    }
    return {};
}

Result<void> Attachments::remove(const std::vector<domain::AttachmentId>& ids, qint64 position)
{
    for (const domain::AttachmentId& id : ids) {
        if (Result<void> marked = write(m_database, "INSERT OR IGNORE INTO attachment_trash (id) VALUES (?)",
                                        [&id](sql::Statement& s) { s.bind(id.uuid()); });
            !marked)
            return marked;
        if (Result<void> noted =
                write(m_database, "UPDATE attachments SET removed = ? WHERE id = ? AND removed = 0",
                      [&](sql::Statement& s) { s.bind(position).bind(id.uuid()); });
            !noted)
            return noted;
    }
    return {};
}

Result<std::vector<domain::AttachmentId>> Attachments::keptOf(const domain::ConversationId& conversation,
                                                              int limit)
{
    return idsOf(m_database,
                 "SELECT id FROM attachments WHERE conversation = ? AND removed = 0 ORDER BY id LIMIT ?",
                 [&](sql::Statement& s) { s.bind(conversation.uuid()).bind(limit); });
}

Result<void> Attachments::markGone(std::vector<domain::Message>& messages)
{
    for (domain::Message& message : messages) {
        for (domain::Attachment& attachment : message.attachments) {
            const Result<bool> gone =
                hasRow("SELECT 1 FROM attachments WHERE id = ? AND removed > 0", attachment.id);
            if (!gone)
                return std::unexpected(gone.error());
            attachment.gone = *gone;
        }
    }
    return {};
}

Result<void> Attachments::forget(const domain::ProjectId& project, const domain::ConversationId& conversation,
                                 const QString& visitor)
{
    const auto whose = [&](sql::Statement& s) {
        s.bind(conversation.uuid()).bind(visitor).bind(project.uuid());
    };
    if (Result<void> marked =
            write(m_database,
                  "INSERT OR IGNORE INTO attachment_trash (id) SELECT id FROM attachments WHERE "
                  "(conversation = ? OR (conversation IS NULL AND owner = ?)) AND project = ?",
                  whose);
        !marked)
        return marked;
    return write(m_database,
                 "DELETE FROM attachments WHERE (conversation = ? OR (conversation IS NULL AND owner = ?)) "
                 "AND project = ?",
                 whose);
}

Result<int> Attachments::forgetUnsent(Timestamp before)
{
    const auto bind = [before](sql::Statement& s) {
        s.bind(before);
    };
    if (Result<void> marked = write(m_database,
                                    "INSERT OR IGNORE INTO attachment_trash (id) SELECT id FROM attachments "
                                    "WHERE conversation IS NULL AND at < ?",
                                    bind);
        !marked)
        return std::unexpected(marked.error());
    return changed(m_database, "DELETE FROM attachments WHERE conversation IS NULL AND at < ?", bind);
}

Result<int> Attachments::removeTrash(const AttachmentFiles& files, int limit)
{
    const auto ids = idsOf(m_database, "SELECT id FROM attachment_trash ORDER BY id LIMIT ?",
                           [limit](sql::Statement& s) { s.bind(limit); });
    if (!ids)
        return std::unexpected(ids.error());
    int removed = 0;
    for (const domain::AttachmentId& id : *ids) {
        // An id may have come again since.
        const Result<bool> kept = isKept(id);
        if (!kept)
            return std::unexpected(kept.error());
        if (!*kept && !files.remove(id))
            continue;
        ++removed;
        if (Result<void> written = write(m_database, "DELETE FROM attachment_trash WHERE id = ?",
                                         [&id](sql::Statement& s) { s.bind(id.uuid()); });
            !written)
            return std::unexpected(written.error());
    }
    return removed;
}

Result<bool> Attachments::isKnown(const domain::AttachmentId& id)
{
    return hasRow("SELECT 1 FROM attachments WHERE id = ?", id);
}

Result<bool> Attachments::isKept(const domain::AttachmentId& id)
{
    return hasRow("SELECT 1 FROM attachments WHERE id = ? AND removed = 0", id);
}

Result<bool> Attachments::hasRow(const char* query, const domain::AttachmentId& id)
{
    const auto row = ran(m_database, query, [&id](sql::Statement& s) { s.bind(id.uuid()); });
    if (!row)
        return std::unexpected(row.error());
    const sql::Reading reading(**row);
    return (*row)->next();
}

Result<std::vector<domain::Attachment>> Attachments::after(const domain::AttachmentId& id, int limit)
{
    const auto rows = ran(m_database,
                          "SELECT id, name, mime, size, sha256, width, height FROM attachments WHERE id > ? "
                          "AND removed = 0 ORDER BY id LIMIT ?",
                          [&](sql::Statement& s) { s.bind(id.uuid()).bind(limit); });
    if (!rows)
        return std::unexpected(rows.error());
    const sql::Reading reading(**rows);
    std::vector<domain::Attachment> attachments;
    while ((*rows)->next())
        attachments.push_back(attachmentOf(**rows, 0));
    return attachments;
}

} // namespace relevo::store
