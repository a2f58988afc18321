#include <ui/files/file_words.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <QtCore/QMimeDatabase>
#include <QtCore/QStringList>

#include <algorithm>

namespace relevo::ui {

namespace {

bool isHarmlessKind(const QString& mime)
{
    static const QStringList harmless{QStringLiteral("image/png"),       QStringLiteral("image/jpeg"),
                                      QStringLiteral("image/gif"),       QStringLiteral("image/webp"),
                                      QStringLiteral("image/bmp"),       QStringLiteral("text/plain"),
                                      QStringLiteral("application/pdf"), QStringLiteral("text/csv")};
    return harmless.contains(mime) || mime.startsWith(QLatin1String("audio/")) ||
           mime.startsWith(QLatin1String("video/"));
}

} // namespace

QString sizeText(qint64 bytes)
{
    return sizeText(bytes, bytes < 1024 ? 0 : 1);
}

QString sizeText(qint64 bytes, int decimals)
{
    // One thing to read: the unit does not go to the next line by itself.
    return QLocale()
        .formattedDataSize(bytes, decimals, QLocale::DataSizeTraditionalFormat)
        .replace(u' ', QChar::Nbsp);
}

QString iconOf(const domain::Attachment& file)
{
    return file.mime.startsWith(QLatin1String("image/")) ? QStringLiteral("image") : QStringLiteral("file");
}

QString spokenFile(const domain::Attachment& file)
{
    if (file.gone)
        return QCoreApplication::translate("relevo::ui", "%1, %2, no longer kept")
            .arg(file.name, sizeText(file.size));
    return domain::isPicture(file.mime)
               ? QCoreApplication::translate("relevo::ui", "picture %1, %2")
                     .arg(file.name, sizeText(file.size))
               : QCoreApplication::translate("relevo::ui", "file %1, %2").arg(file.name, sizeText(file.size));
}

bool isHarmless(const domain::Attachment& file)
{
    const QList<QMimeType> byName = QMimeDatabase().mimeTypesForFileName(file.name);
    return isHarmlessKind(file.mime) && !byName.isEmpty() &&
           std::all_of(byName.begin(), byName.end(),
                       [](const QMimeType& type) { return isHarmlessKind(type.name()); });
}

QString filesLine(const std::vector<domain::Attachment>& files)
{
    QStringList names;
    for (const domain::Attachment& file : files)
        names.push_back(QStringLiteral("[%1, %2]").arg(file.name, sizeText(file.size)));
    return names.join(QLatin1Char(' '));
}

} // namespace relevo::ui
