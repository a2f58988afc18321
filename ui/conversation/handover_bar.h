#pragma once

#include <ui/theme/theme.h>

#include <models/conversation_details.h>
#include <models/messages_model.h>

#include <QtWidgets/QWidget>

namespace relevo::ui {

class Text;

/// Above the messages of a conversation that was just given to this agent: what the colleague wrote about it,
/// until the customer has been answered.
class HandoverBar final : public QWidget
{
    Q_OBJECT
public:
    /// All must outlive the bar.
    HandoverBar(const Theme& theme, const models::MessagesModel& messages,
                const models::ConversationDetails& details, QWidget* parent = nullptr);

    void refresh();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    const models::MessagesModel& m_messages;
    const models::ConversationDetails& m_details;
    Text* m_from;
    Text* m_words;
};

} // namespace relevo::ui
