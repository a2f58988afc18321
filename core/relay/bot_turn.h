#pragma once

#include <assist/model.h>
#include <bot/intent.h>
#include <relay/bot_shelf.h>
#include <relay/pipeline.h>

#include <QtCore/QTimer>

namespace relevo::relay {

/// How many of the messages before it a bot is told with the one it is to answer.
inline constexpr int historyRead = 20;

/// What a turn works with.
struct BotTurnParts
{
    Hub& hub;
    Pipeline& pipeline;
    QueryThread& queries;
    BotShelf& shelf;
    assist::Model* model; ///< chooses lanes where the rules do not; null: they alone decide
    const Clock& clock;
};

/// One message of a customer on its way through a bot: reads what is remembered, chooses the lane (by rule,
/// or a language model does, within the seconds it has for drafts), asks the bot, and writes answer, memory
/// and record in one transaction under the control epoch it began with, so that a switch in the middle wins.
/// A turn is the customer's message: however often it is run, it is answered once. Emits finished once, never
/// from within start. I/O thread.
class BotTurn final : public QObject
{
    Q_OBJECT

public:
    /// Whether a turn that was dropped is begun once more, because the bot has been let speak again.
    enum class Dropped { StaysSo, BeginsAnew };

    BotTurn(BotTurnParts parts, const domain::ProjectId& project, domain::Message message, Dropped dropped,
            QObject* parent);

    [[nodiscard]] const domain::MessageId& id() const { return m_message.id; }
    /// It has been dropped, and is being recorded as such.
    [[nodiscard]] bool isDropped() const { return m_turn.status == store::TurnStatus::Dropped; }
    void start();
    /// The answer of a webhook that said it would come later. `done` is told what became of it.
    void answerLater(const QByteArray& json, std::function<void(Result<std::string>)> done);
    /// Somebody else speaks now, or the bot is switched off.
    void drop(const QString& why);

Q_SIGNALS:
    void finished();

private:
    struct Loaded
    {
        store::BotSessionRow session;
        std::optional<store::BotTurn> turn;
        std::vector<domain::Message> history;
    };

    void load();
    void loaded(Loaded loaded);
    [[nodiscard]] const domain::ConversationState* conversation() const;
    void forgetQuestions();
    [[nodiscard]] bool mayAskModel() const;
    [[nodiscard]] bool isToldHistory() const;
    void decideLane();
    void askModel(const bot::Intent& byRules);
    void take(bot::Intent intent);
    void ask();
    void replied(bot::Reply reply);
    void waitForAnswer();
    void lookAtTime();
    [[nodiscard]] Result<void> knowsTeam(const bot::Reply& reply) const;
    [[nodiscard]] QString whatMayBe() const;
    void write(bot::Reply reply, std::function<void(Result<std::string>)> done);
    void written(const Result<std::string>& answer, const bot::Reply& reply,
                 const std::function<void(Result<std::string>)>& done);
    void record(store::TurnStatus status, const QString& error, std::function<void()> then);
    void end();

    BotTurnParts m_parts;
    const domain::ProjectId m_project;
    const domain::Message m_message;
    const Dropped m_whenDropped;
    store::BotTurn m_turn;
    store::BotSessionRow m_row; // as it was when this turn began
    bot::Session m_session;
    std::vector<domain::Message> m_history;
    QTimer m_due;   // the later answer's
    QTimer m_again; // what the machine refused is tried again
    bool m_replied = false;
    bool m_acting = false;   // others do something for it that they may have done when it is given up
    bool m_aside = false;    // the bot that had asked waits on
    bool m_reopened = false; // what was recorded as dropped is under way again
    bool m_ended = false;
    int m_runs = 0;
};

} // namespace relevo::relay
