#include <ui/files/intake.h>

#include <protocol/limits.h>
#include <ui/files/file_words.h>
#include <ui/widgets/text.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QFileInfo>
#include <QtCore/QMimeDatabase>
#include <QtGui/QImageReader>

namespace relevo::ui {

namespace {

QString troubleWith(const QFileInfo& file)
{
    const QString name = isolated(file.fileName());
    if (!file.isFile() || !file.isReadable())
        return QCoreApplication::translate("relevo::ui", "%1 is not a readable file").arg(name);
    if (file.size() == 0)
        return QCoreApplication::translate("relevo::ui", "%1 is empty").arg(name);
    if (file.size() > protocol::maxAttachmentBytes)
        return QCoreApplication::translate("relevo::ui", "%1 is too large: %2 of at most %3")
            .arg(name, sizeText(file.size()), sizeText(protocol::maxAttachmentBytes));
    return {};
}

QString tooMany()
{
    return QCoreApplication::translate("relevo::ui", "A message can have at most %n file(s)", nullptr,
                                       static_cast<int>(domain::maxAttachments));
}

/// Each file that stays out with its own reason; those for which there is no room share theirs.
QString wordsFor(QStringList troubles, const QStringList& roomless)
{
    const auto refused = static_cast<int>(troubles.size() + roomless.size());
    if (refused == 1)
        return troubles.isEmpty() ? tooMany() : troubles.front();
    if (!roomless.isEmpty())
        troubles << QCoreApplication::translate("relevo::ui", "no room for %1 (%2)")
                        .arg(roomless.join(QStringLiteral(", ")), tooMany());
    return refused == 0
               ? QString()
               : QCoreApplication::translate("relevo::ui", "%n file(s) not attached: %1", nullptr, refused)
                     .arg(troubles.join(QStringLiteral("; ")));
}

} // namespace

Intake takeIn(const QStringList& paths, std::size_t already, IdSource& ids)
{
    Intake intake;
    QStringList troubles;
    QStringList roomless;
    for (const QString& path : paths) {
        const QFileInfo file(path);
        if (const QString trouble = troubleWith(file); !trouble.isEmpty()) {
            troubles << trouble;
            continue;
        }
        if (already + intake.files.size() >= domain::maxAttachments) {
            roomless << isolated(file.fileName());
            continue;
        }
        client::OutgoingFile taken;
        taken.path = file.absoluteFilePath();
        taken.what.id = ids.make<domain::AttachmentId>();
        taken.what.name = domain::safeFileName(file.fileName());
        taken.what.mime = QMimeDatabase().mimeTypeForFile(file).name();
        taken.what.size = file.size();
        if (domain::isPicture(taken.what.mime)) {
            const QSize size = QImageReader(taken.path).size();
            taken.what.width = std::max(0, size.width());
            taken.what.height = std::max(0, size.height());
        }
        intake.files.push_back(std::move(taken));
    }
    intake.trouble = wordsFor(troubles, roomless);
    return intake;
}

} // namespace relevo::ui
