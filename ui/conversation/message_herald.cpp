#include <ui/conversation/message_herald.h>

#include <ui/widgets/herald.h>
#include <ui/widgets/spoken_rows.h>

#include <QtWidgets/QWidget>

namespace relevo::ui {

using models::MessagesModel;

MessageHerald::MessageHerald(const MessagesModel& messages, QWidget& view)
    : QObject(&view), m_messages(messages), m_view(view)
{
    connect(&messages, &QAbstractItemModel::rowsInserted, this, &MessageHerald::look);
    connect(&messages, &QAbstractItemModel::modelReset, this, &MessageHerald::look);
}

void MessageHerald::look()
{
    const client::Transcript* transcript = m_messages.transcript();
    const domain::ConversationId shown = transcript ? transcript->conversation() : domain::ConversationId();
    // Whoever opens a conversation reads it; only what comes then is news.
    const bool opened = shown != m_conversation || (transcript && !transcript->isLoaded());
    m_conversation = shown;
    QStringList news;
    qint64 newest = opened ? 0 : m_said;
    for (int row = m_messages.rowCount() - 1; row >= 0; --row) {
        const QModelIndex index = m_messages.index(row);
        const qint64 seq = index.data(MessagesModel::SeqRole).toLongLong();
        if (seq == 0)
            continue; // still waiting to be sent, or no message
        if (seq <= m_said && !opened)
            break;
        newest = std::max(newest, seq);
        if (opened)
            break;
        if (!index.data(MessagesModel::MineRole).toBool() && news.size() < mostAtOnce)
            news.prepend(spokenMessage(index));
    }
    m_said = newest;
    if (!news.isEmpty())
        announce(m_view, news.join(QStringLiteral(". ")));
}

} // namespace relevo::ui
