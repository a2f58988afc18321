#include <store/command_key.h>

#include <QtCore/QCryptographicHash>

namespace relevo::store {

QByteArray commandKey(const domain::ProjectId& project, const QString& commandId)
{
    const qsizetype newline = commandId.lastIndexOf(u'\n');
    const QStringView sender = QStringView(commandId).left(newline + 1);
    const QStringView rest = QStringView(commandId).mid(newline + 1);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(project.uuid().toRfc4122());
    hash.addData(sender.toUtf8());
    QByteArray key = hash.result().first(8);
    if (const std::optional<QUuid> uuid = parseUuid(rest))
        return key + uuid->toRfc4122();
    return key + QCryptographicHash::hash(rest.toUtf8(), QCryptographicHash::Sha256).first(16);
}

} // namespace relevo::store
