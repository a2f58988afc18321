#include <store/command_key.h>

#include <store/digest.h>

namespace relevo::store {

QByteArray commandKey(const domain::ProjectId& project, const QString& commandId)
{
    const qsizetype newline = commandId.lastIndexOf(u'\n');
    const QStringView sender = QStringView(commandId).left(newline + 1);
    const QStringView rest = QStringView(commandId).mid(newline + 1);
    QByteArray key = sha256({project.uuid().toRfc4122(), sender.toUtf8()}).first(8);
    if (const std::optional<QUuid> uuid = parseUuid(rest))
        return key + uuid->toRfc4122();
    return key + sha256({rest.toUtf8()}).first(16);
}

} // namespace relevo::store
