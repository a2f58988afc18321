#include <store/attachment_backup.h>

#include <store/attachments.h>

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

namespace relevo::store {
namespace {

constexpr int copiedAtOnce = 500;

std::unexpected<Error> notMoved(const QString& from, const QString& to)
{
    return failure(ErrorCode::Unavailable, QStringLiteral("%1 could not be renamed to %2.").arg(from, to),
                   QStringLiteral("Check the permissions of the directory."));
}

} // namespace

QString attachmentsOfBackup(const QString& backup)
{
    return backup + QStringLiteral(".attachments");
}

Result<qint64> copyAttachments(const StoreOptions& rows, const AttachmentFiles& from,
                               const AttachmentFiles& to)
{
    auto database = openForReading(rows);
    if (!database)
        return std::unexpected(database.error());
    const Result<bool> known = (*database)->hasTable(QStringLiteral("attachments"));
    if (!known || !*known)
        return known ? Result<qint64>(0) : std::unexpected(known.error());
    Attachments attachments(**database);
    domain::AttachmentId last;
    qint64 copied = 0;
    while (true) {
        const auto next = attachments.after(last, copiedAtOnce);
        if (!next)
            return std::unexpected(next.error());
        if (next->empty())
            return copied;
        for (const domain::Attachment& attachment : *next) {
            if (!QFileInfo::exists(from.pathOf(attachment.id)))
                return failure(ErrorCode::NotFound,
                               QStringLiteral("The journal is not whole: the attachment %1 is missing.")
                                   .arg(attachment.id.toString()),
                               QStringLiteral("Nothing was changed."));
            if (Result<void> done = to.copy(from, attachment.id); !done)
                return std::unexpected(done.error());
            ++copied;
        }
        last = next->back().id;
    }
}

Result<void> replaceFolder(const QString& part, const QString& whole)
{
    if (QFileInfo::exists(whole) && !QDir(whole).removeRecursively())
        return notMoved(part, whole);
    if (QFileInfo::exists(part) && !QDir().rename(part, whole))
        return notMoved(part, whole);
    return {};
}

} // namespace relevo::store
