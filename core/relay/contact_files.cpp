#include <relay/contact_files.h>

#include <QtCore/QDir>
#include <QtCore/QFile>

#include <algorithm>

namespace relevo::relay {
namespace {

constexpr qsizetype longestName = 240; // bytes; file systems take 255, and the number comes before it
constexpr qsizetype longestEnding = 12;

qsizetype bytesOf(const QString& text)
{
    return text.toUtf8().size();
}

/// A number first: nothing is hidden, a device of Windows or the same as another, and all are in order.
QString numbered(std::size_t number, const QString& name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    const QString ending = dot > 0 && name.size() - dot <= longestEnding ? name.mid(dot) : QString();
    QString stem = name.chopped(ending.size());
    while (!stem.isEmpty() && bytesOf(stem) + bytesOf(ending) > longestName)
        stem.chop(stem.back().isLowSurrogate() ? 2 : 1);
    return QStringLiteral("%1-").arg(number, 3, 10, QLatin1Char('0')) + stem + ending;
}

/// Each once, in the order they were sent.
std::vector<domain::Attachment> filesOf(std::span<const store::ContactRecord> person)
{
    std::vector<domain::Attachment> files;
    for (const store::ContactRecord& record : person) {
        for (const domain::Message& message : record.messages) {
            for (const domain::Attachment& file : message.attachments) {
                if (!file.gone && std::ranges::find(files, file.id, &domain::Attachment::id) == files.end())
                    files.push_back(file);
            }
        }
    }
    return files;
}

std::unexpected<Error> notWritten(const QString& path)
{
    return failure(ErrorCode::Unavailable, QStringLiteral("%1 cannot be written.").arg(path),
                   QStringLiteral("Check the space and the permissions of its directory."));
}

} // namespace

Result<void> makeExportFolder(const QString& directory)
{
    if (QFileInfo::exists(directory)) {
        const QDir there(directory);
        if (QFileInfo(directory).isDir() &&
            there.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot))
            return {};
        return failure(ErrorCode::Conflict, QStringLiteral("%1 is not an empty directory.").arg(directory),
                       QStringLiteral("Name one that does not exist yet, or has nothing in it."));
    }
    if (!QDir().mkpath(directory) ||
        !QFile::setPermissions(directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return notWritten(directory);
    return {};
}

Result<ExportedFiles> exportFiles(std::span<const store::ContactRecord> person,
                                  const store::AttachmentFiles& from, const QString& directory)
{
    ExportedFiles exported;
    QStringList written;
    for (const domain::Attachment& file : filesOf(person)) {
        if (from.faultOf(file)) {
            exported.missing.push_back(file.id);
            continue;
        }
        const QString name = numbered(exported.names.size() + 1, file.name);
        const QString path = QDir(directory).filePath(name);
        // Never over what is there.
        if (!QFile::copy(from.pathOf(file.id), path) ||
            !QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner)) {
            for (const QString& one : written)
                QFile::remove(one);
            return notWritten(path);
        }
        written.push_back(path);
        exported.names.emplace(file.id, name);
    }
    return exported;
}

} // namespace relevo::relay
