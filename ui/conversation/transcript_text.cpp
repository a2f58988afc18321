#include <ui/conversation/transcript_text.h>

#include <models/messages_model.h>
#include <ui/files/file_words.h>
#include <ui/widgets/times.h>

#include <QtCore/QCoreApplication>

namespace relevo::ui {

namespace {

using models::MessagesModel;

QString moment(const QModelIndex& row)
{
    return momentText(row.data(MessagesModel::AtRole).toDateTime());
}

} // namespace

QString quotedText(const QModelIndexList& rows)
{
    QStringList lines;
    for (const QModelIndex& row : rows) {
        const auto kind = static_cast<MessagesModel::Kind>(row.data(MessagesModel::KindRole).toInt());
        QString content = row.data(MessagesModel::ContentRole).toString();
        const QString files =
            filesLine(row.data(MessagesModel::AttachmentsRole).value<std::vector<domain::Attachment>>());
        if (!files.isEmpty())
            content += content.isEmpty() ? files : QLatin1Char(' ') + files;
        if (kind == MessagesModel::Kind::System)
            lines << QStringLiteral("[%1] %2").arg(moment(row), content);
        else if (kind == MessagesModel::Kind::Message && row.data(MessagesModel::NoteRole).toBool())
            lines << QCoreApplication::translate("relevo::ui", "[%1] %2 (private note): %3")
                         .arg(moment(row), row.data(MessagesModel::AuthorNameRole).toString(), content);
        else if (kind == MessagesModel::Kind::Message)
            lines << QStringLiteral("[%1] %2: %3")
                         .arg(moment(row), row.data(MessagesModel::AuthorNameRole).toString(), content);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace relevo::ui
