#include <relay/bot_stage.h>

#include <QtCore/QPointer>

namespace relevo::relay {
namespace {

constexpr std::chrono::seconds againAfter{2};

} // namespace

BotStage::BotStage(Hub& hub, Pipeline& pipeline, const bot::FaqBot& bot, QObject* parent)
    : QObject(parent), m_hub(hub), m_pipeline(pipeline), m_bot(bot)
{
    m_hub.listenToAll(*this);
    m_again.setSingleShot(true);
    m_again.setInterval(againAfter);
    connect(&m_again, &QTimer::timeout, this, &BotStage::catchUp);
}

BotStage::~BotStage()
{
    m_hub.leaveAll(*this);
}

void BotStage::catchUp()
{
    for (const domain::ProjectState* state : m_hub.all()) {
        for (const auto& [id, conversation] : state->conversations) {
            if (conversation.lastMessage && conversation.lastMessage->author == domain::Author::Customer)
                answer(state->project.id, conversation, *conversation.lastMessage);
        }
    }
}

void BotStage::heard(const Published& published)
{
    const auto* message = std::get_if<domain::Message>(&published.event.data);
    if (!message || message->author != domain::Author::Customer)
        return;
    if (const domain::ConversationState* conversation =
            m_hub.byId(published.project, message->conversationId))
        answer(published.project, *conversation, *message);
}

void BotStage::answer(const domain::ProjectId& project, const domain::ConversationState& conversation,
                      const domain::Message& message)
{
    if (conversation.conversation.channel != QLatin1String("web") ||
        conversation.control.holder != domain::Holder::Bot)
        return;
    const bot::BotReply reply =
        m_bot.answer(message.content, conversation.conversation.language, conversation.botFailures);
    // The handoff this very message may cause is the next event of its group, so it is asked for when the
    // answer is decided: a customer who waits for a human gets only answers that really are some.
    domain::ReceiveMessage command;
    command.sessionId = conversation.conversation.sessionId;
    command.channel = conversation.conversation.channel;
    command.author = domain::Author::Bot;
    command.content = reply.text;
    command.botFailed = reply.failed;
    command.epoch = conversation.control.epoch;
    command.onlyWithoutHandoff = !reply.answered;
    // One answer to one message, however often it is asked for: also when the relay was ended before the
    // answer was written down.
    const QString key = QStringLiteral("bot:") + message.id.toString();
    Submission submission{project, {}, {domain::ActorType::Bot, {}, {}}, command.sessionId, {}, {}, {}};
    submission.commandIds.push_back({key});
    submission.command = std::move(command);
    const QPointer<BotStage> guard(this);
    submission.done = [guard](const Result<std::string>& answered) {
        if (guard && !answered && answered.error().code == ErrorCode::Unavailable)
            guard->m_again.start();
    };
    m_pipeline.submit(std::move(submission));
}

} // namespace relevo::relay
