#pragma once

#include <models/messages_model.h>

class QWidget;

namespace relevo::ui {

/// Has a screen reader say what others write in the conversation that is shown, while it can be seen.
class MessageHerald final : public QObject
{
    Q_OBJECT
public:
    static constexpr int mostAtOnce = 3; ///< of many that come together the newest are said

    /// Both must outlive it.
    MessageHerald(const models::MessagesModel& messages, QWidget& view);

private:
    const models::MessagesModel& m_messages;
    QWidget& m_view;
    domain::ConversationId m_conversation;
    qint64 m_said = 0; ///< everything up to this seq is known to the reader

    void look();
};

} // namespace relevo::ui
