#pragma once

#include <bot/faq_bot.h>
#include <relay/hub.h>
#include <relay/pipeline.h>

#include <QtCore/QTimer>

namespace relevo::relay {

/// Lets the built-in bot answer the web chat while it holds a conversation. The answer carries the control
/// epoch it was made under, so that one that crosses a claim is refused and never reaches the customer. What
/// it could not answer for want of room is tried again. I/O thread.
class BotStage final : public QObject, public Listener
{
    Q_OBJECT

public:
    BotStage(Hub& hub, Pipeline& pipeline, const bot::FaqBot& bot, QObject* parent = nullptr);
    ~BotStage() override;

    /// Makes up for the messages whose answer was still to be written when the relay was ended.
    void catchUp();
    void heard(const Published& published) override;

private:
    void answer(const domain::ProjectId& project, const domain::ConversationState& conversation,
                const domain::Message& message);

    Hub& m_hub;
    Pipeline& m_pipeline;
    const bot::FaqBot& m_bot;
    QTimer m_again; // answers what found no room
};

} // namespace relevo::relay
