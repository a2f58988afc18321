#include <store/attachment_check.h>

#include <store/attachments.h>

namespace relevo::store {
namespace {

constexpr int checkedAtOnce = 500;

} // namespace

void AttachmentCheck::next(const domain::Event& event)
{
    if (const auto* removed = std::get_if<domain::AttachmentsRemoved>(&event.data)) {
        for (const domain::AttachmentId& id : removed->ids)
            m_sent.erase(id);
    }
    const auto* message = std::get_if<domain::Message>(&event.data);
    if (!message)
        return;
    for (const domain::Attachment& attachment : message->attachments)
        m_sent[attachment.id] = {event.seq, attachment};
}

bool AttachmentCheck::isStillThere(const domain::Attachment& stored) const
{
    auto database = openForReading(m_options); // another one: it sees the present
    const Result<bool> known = database ? Attachments(**database).isKept(stored.id) : Result<bool>(true);
    return known.value_or(true);
}

std::optional<QString> AttachmentCheck::faultOf(const domain::Attachment& stored)
{
    ++m_count;
    const auto sent = m_sent.find(stored.id);
    if (sent != m_sent.end()) {
        if (sent->second.attachment != stored)
            return QStringLiteral("the row of the attachment %1 differs from what event %2 says")
                .arg(stored.id.toString())
                .arg(sent->second.seq);
        m_sent.erase(sent);
    }
    const std::optional<QString> fault = m_files.faultOf(stored);
    if (!fault || !isStillThere(stored))
        return std::nullopt;
    return QStringLiteral("the attachment %1 %2").arg(stored.id.toString(), *fault);
}

Result<std::optional<QString>> AttachmentCheck::run(sql::Database& database)
{
    const Result<bool> known = database.hasTable(QStringLiteral("attachments"));
    if (!known)
        return std::unexpected(known.error());
    Attachments attachments(database);
    domain::AttachmentId last;
    while (*known) {
        const auto rows = attachments.after(last, checkedAtOnce);
        if (!rows)
            return std::unexpected(rows.error());
        if (rows->empty())
            break;
        for (const domain::Attachment& stored : *rows) {
            if (std::optional<QString> fault = faultOf(stored))
                return fault;
        }
        last = rows->back().id;
    }
    if (m_sent.empty())
        return std::nullopt;
    return QStringLiteral("the attachment %1 of event %2 is not in the list of files")
        .arg(m_sent.begin()->first.toString())
        .arg(m_sent.begin()->second.seq);
}

} // namespace relevo::store
