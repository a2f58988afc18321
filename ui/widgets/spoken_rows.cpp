#include <ui/widgets/spoken_rows.h>

#include <models/messages_model.h>
#include <models/names.h>
#include <models/search_model.h>
#include <models/section_model.h>
#include <ui/files/file_words.h>
#include <ui/widgets/times.h>

namespace relevo::ui {

namespace {

using models::MessagesModel;
using models::SearchModel;
using models::SectionModel;

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace

SpokenRows::SpokenRows(QAbstractItemModel& source, Speak speak, QObject* parent)
    : QIdentityProxyModel(parent), m_speak(std::move(speak))
{
    setSourceModel(&source);
}

QVariant SpokenRows::data(const QModelIndex& index, int role) const
{
    if (role == Qt::AccessibleTextRole)
        return m_speak(index);
    return QIdentityProxyModel::data(index, role);
}

QString spokenInboxRow(const QModelIndex& index)
{
    const auto* row = index.data(SectionModel::RowRole).value<const client::ConversationRow*>();
    if (!row)
        return {};
    const auto priority = static_cast<domain::Priority>(index.data(SectionModel::PriorityRole).toInt());
    const QVariant due = index.data(SectionModel::DueSecondsRole);
    const bool ticket = row->status == domain::HandoffStatus::ConvertedToTicket;
    const bool waits = client::isWaiting(*row);
    QStringList parts{index.data(SectionModel::NameRole).toString()};
    if (index.data(SectionModel::MarkedRole).toBool())
        parts << QCoreApplication::translate("relevo::ui", "selected");
    if (row->vip)
        parts << QCoreApplication::translate("relevo::ui", "important customer");
    if (row->blocked)
        parts << QCoreApplication::translate("relevo::ui", "blocked");
    if (waits)
        parts << QCoreApplication::translate("relevo::ui", "%1 priority").arg(models::nameOf(priority))
              << QCoreApplication::translate("relevo::ui", "waiting %1")
                     .arg(spokenSpan(index.data(SectionModel::WaitingSecondsRole).toLongLong()));
    if (row->unread > 0)
        parts << QCoreApplication::translate("relevo::ui", "%n unread message(s)", nullptr, row->unread);
    if (row->unsent > 0)
        parts << QCoreApplication::translate("relevo::ui", "%n message(s) waiting to be sent", nullptr,
                                             row->unsent);
    if (ticket)
        parts << QCoreApplication::translate("relevo::ui", "ticket");
    else if (!due.isNull() && (waits || client::waitsForAgent(*row)))
        parts << spokenDue(due.toLongLong());
    if (row->resolving)
        parts << QCoreApplication::translate("relevo::ui", "Resolving…");
    if (row->leaving)
        parts << QCoreApplication::translate("relevo::ui", "Handing over…");
    if (client::isFrustrated(*row) && !row->resolvedAt)
        parts << QCoreApplication::translate("relevo::ui", "frustrated");
    if (waits)
        parts << models::nameOf(row->triggerType);
    else if (row->awaited && !row->assignedTo.isEmpty())
        parts << QCoreApplication::translate("relevo::ui", "waiting for %1 to come back")
                     .arg(row->assignedTo.text());
    else
        parts << row->assignedTo;
    parts << models::channelName(row->channel);
    if (!row->language.isEmpty())
        parts << models::languageName(row->language);
    parts << index.data(SectionModel::LineRole).toString();
    return joined(parts);
}

QString spokenMessage(const QModelIndex& index)
{
    QString content = index.data(MessagesModel::ContentRole).toString();
    const QDateTime at = index.data(MessagesModel::AtRole).toDateTime();
    switch (static_cast<MessagesModel::Kind>(index.data(MessagesModel::KindRole).toInt())) {
    case MessagesModel::Kind::Day:
        return dayText(at.date(), QDate::currentDate());
    case MessagesModel::Kind::Handoff:
        return QCoreApplication::translate("relevo::ui", "Handed over: %1").arg(content);
    case MessagesModel::Kind::New:
    case MessagesModel::Kind::Past:
        return content;
    case MessagesModel::Kind::System:
        return joined({content, clockText(at)});
    case MessagesModel::Kind::Message:
        break;
    }
    const bool ours =
        index.data(MessagesModel::AuthorRole).toInt() == static_cast<int>(domain::Author::Agent);
    const auto delivery = static_cast<domain::Delivery>(index.data(MessagesModel::DeliveryRole).toInt());
    const bool held = index.data(MessagesModel::HeldUntilRole).toDateTime().isValid();
    const QString state =
        held ? QCoreApplication::translate("relevo::ui", "Sent in a moment; you can still take it back")
        : index.data(MessagesModel::WaitingRole).toBool()
            ? QCoreApplication::translate("relevo::ui", "Not sent yet")
        : index.data(MessagesModel::NoteRole).toBool()
            ? QCoreApplication::translate("relevo::ui", "Private note")
        : ours ? models::nameOf(delivery)
               : QString();
    const QString madeOf = index.data(MessagesModel::TemplateRole).toString();
    QStringList files;
    for (const domain::Attachment& file :
         index.data(MessagesModel::AttachmentsRole).value<std::vector<domain::Attachment>>())
        files.push_back(spokenFile(file));
    return joined(
        {QStringLiteral("%1: %2").arg(index.data(MessagesModel::AuthorNameRole).toString(), content),
         joined(files), clockText(at),
         madeOf.isEmpty() ? QString() : QCoreApplication::translate("relevo::ui", "Template: %1").arg(madeOf),
         state, index.data(MessagesModel::ErrorRole).toString()});
}

QString spokenSearchRow(const QModelIndex& index)
{
    QString name = index.data(SearchModel::NameRole).toString();
    const auto kind = static_cast<SearchModel::Kind>(index.data(SearchModel::KindRole).toInt());
    if (kind == SearchModel::Kind::Heading)
        return name;
    const QDateTime at = index.data(SearchModel::AtRole).toDateTime();
    return joined({kind == SearchModel::Kind::Note ? QCoreApplication::translate("relevo::ui", "Private note")
                                                   : QString(),
                   name, index.data(SearchModel::AuthorRole).toString(),
                   index.data(SearchModel::TextRole).toString(), listTime(at, QDate::currentDate())});
}

} // namespace relevo::ui
