#include <ui/widgets/spoken_rows.h>

#include <models/conversations_model.h>
#include <models/messages_model.h>
#include <models/names.h>
#include <models/queue_model.h>
#include <models/search_model.h>
#include <ui/widgets/times.h>

namespace relevo::ui {

namespace {

using models::ConversationsModel;
using models::MessagesModel;
using models::QueueModel;
using models::SearchModel;

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

QString spokenQueueRow(const QModelIndex& index)
{
    const auto priority = static_cast<domain::Priority>(index.data(QueueModel::PriorityRole).toInt());
    const auto trigger = static_cast<domain::TriggerType>(index.data(QueueModel::TriggerTypeRole).toInt());
    const qint64 waiting = index.data(QueueModel::WaitingSecondsRole).toLongLong();
    const QDateTime due = index.data(QueueModel::ResponseDueAtRole).toDateTime();
    const QDateTime since = index.data(QueueModel::WaitingSinceRole).toDateTime();
    return joined({index.data(QueueModel::NameRole).toString(),
                   QCoreApplication::translate("relevo::ui", "%1 priority").arg(models::nameOf(priority)),
                   QCoreApplication::translate("relevo::ui", "waiting %1").arg(spokenSpan(waiting)),
                   due.isValid() ? dueText(since.secsTo(due) - waiting) : QString(), models::nameOf(trigger),
                   models::channelName(index.data(QueueModel::ChannelRole).toString()),
                   index.data(QueueModel::IssueRole).toString()});
}

QString spokenConversationRow(const QModelIndex& index)
{
    const int unread = index.data(ConversationsModel::UnreadRole).toInt();
    const int unsent = index.data(ConversationsModel::UnsentRole).toInt();
    return joined(
        {index.data(ConversationsModel::NameRole).toString(),
         unread > 0 ? QCoreApplication::translate("relevo::ui", "%n unread message(s)", nullptr, unread)
                    : QString(),
         unsent > 0
             ? QCoreApplication::translate("relevo::ui", "%n message(s) waiting to be sent", nullptr, unsent)
             : QString(),
         index.data(ConversationsModel::ResolvingRole).toBool()
             ? QCoreApplication::translate("relevo::ui", "Resolving…")
             : QString(),
         index.data(ConversationsModel::LastLineRole).toString()});
}

QString spokenMessage(const QModelIndex& index)
{
    const QString content = index.data(MessagesModel::ContentRole).toString();
    const QDateTime at = index.data(MessagesModel::AtRole).toDateTime();
    switch (static_cast<MessagesModel::Kind>(index.data(MessagesModel::KindRole).toInt())) {
    case MessagesModel::Kind::Day:
        return dayText(at.date(), QDate::currentDate());
    case MessagesModel::Kind::Handoff:
        return QCoreApplication::translate("relevo::ui", "Handed over: %1").arg(content);
    case MessagesModel::Kind::New:
        return content;
    case MessagesModel::Kind::System:
        return joined({content, clockText(at)});
    case MessagesModel::Kind::Message:
        break;
    }
    const bool ours =
        index.data(MessagesModel::AuthorRole).toInt() == static_cast<int>(domain::Author::Agent);
    const auto delivery = static_cast<domain::Delivery>(index.data(MessagesModel::DeliveryRole).toInt());
    const QString state = index.data(MessagesModel::WaitingRole).toBool()
                              ? QCoreApplication::translate("relevo::ui", "Waiting to be sent")
                          : index.data(MessagesModel::NoteRole).toBool()
                              ? QCoreApplication::translate("relevo::ui", "Private note")
                          : ours ? models::nameOf(delivery)
                                 : QString();
    return joined(
        {QStringLiteral("%1: %2").arg(index.data(MessagesModel::AuthorNameRole).toString(), content),
         clockText(at), state, index.data(MessagesModel::ErrorRole).toString()});
}

QString spokenSearchRow(const QModelIndex& index)
{
    const QString name = index.data(SearchModel::NameRole).toString();
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
