#include <relay/bot_stage.h>

namespace relevo::relay {

BotStage::BotStage(Hub& hub, Pipeline& pipeline, const bot::FaqBot& bot, QObject* parent)
    : QObject(parent), m_hub(hub), m_pipeline(pipeline), m_bot(bot)
{
    m_hub.listenToAll(*this);
}

BotStage::~BotStage()
{
    m_hub.leaveAll(*this);
}

void BotStage::heard(const Published& published)
{
    const auto* message = std::get_if<domain::Message>(&published.event.data);
    if (!message || message->author != domain::Author::Customer)
        return;
    const domain::ConversationState* conversation = m_hub.byId(published.project, message->conversationId);
    if (!conversation || conversation->conversation.channel != QLatin1String("web") ||
        conversation->control.holder != domain::Holder::Bot)
        return;
    const bot::BotReply reply =
        m_bot.answer(message->content, conversation->conversation.language, conversation->botFailures);
    // The handoff this very message may cause is the next event of its group, so it is asked for when the
    // answer is decided: a customer who waits for a human gets only answers that really are some.
    domain::ReceiveMessage command;
    command.sessionId = conversation->conversation.sessionId;
    command.channel = conversation->conversation.channel;
    command.author = domain::Author::Bot;
    command.content = reply.text;
    command.botFailed = reply.failed;
    command.epoch = conversation->control.epoch;
    command.onlyWithoutHandoff = !reply.answered;
    // One answer to one message, also when the relay was ended before the answer was written down and another
    // asks again.
    Submission submission{published.project,
                          {CommandId{QStringLiteral("bot:") + message->id.toString()}},
                          {domain::ActorType::Bot, {}, {}},
                          command.sessionId,
                          {},
                          {},
                          {}};
    submission.command = std::move(command);
    m_pipeline.submit(std::move(submission));
}

} // namespace relevo::relay
