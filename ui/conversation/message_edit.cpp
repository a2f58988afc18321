#include <ui/conversation/message_edit.h>

#include <QtCore/QMimeData>
#include <QtCore/QUrl>

namespace relevo::ui {

QStringList MessageEdit::localFiles(const QMimeData& data)
{
    QStringList paths;
    for (const QUrl& url : data.urls()) {
        if (url.isLocalFile())
            paths.push_back(url.toLocalFile());
    }
    return paths;
}

bool MessageEdit::holdsFiles(const QMimeData& data)
{
    // A table from a spreadsheet comes as a picture, too; its words are meant.
    return !localFiles(data).isEmpty() || (data.hasImage() && !data.hasText());
}

bool MessageEdit::canInsertFromMimeData(const QMimeData* source) const
{
    return holdsFiles(*source) || QTextEdit::canInsertFromMimeData(source);
}

void MessageEdit::insertFromMimeData(const QMimeData* source)
{
    if (holdsFiles(*source))
        Q_EMIT offered(source);
    else
        QTextEdit::insertFromMimeData(source);
}

} // namespace relevo::ui
