#pragma once

#include <relay/bot_enricher.h>

#include <deque>
#include <set>

namespace relevo::relay {

/// The conversation before the human: lets the project's bots answer its customers while a bot holds the
/// conversation. One turn a conversation at a time, in the order of the messages; a change of control ends
/// the turn that is under way and forgets those that wait. A bot that is switched on again answers what came
/// meanwhile, or was cut off by the switch, unless a human has. What a restart interrupted goes on. The
/// channel `http` has a bot of its own at the other side of its door, so only enrichers hear of it. I/O
/// thread.
class BotStage final : public QObject, public Listener
{
    Q_OBJECT

public:
    explicit BotStage(BotTurnParts parts, QObject* parent = nullptr);
    ~BotStage() override;

    /// Takes up the messages that were still to be answered, or told to enrichers, when the relay was ended.
    void start();
    void heard(const Published& published) override;
    /// The turn while it is under way; null otherwise.
    [[nodiscard]] BotTurn* turn(const domain::ProjectId& project, const domain::ConversationId& conversation,
                                const domain::MessageId& id) const;
    /// What the project's admins entered has changed.
    void forget(const domain::ProjectId& project) { m_parts.shelf.forget(project); }

    static constexpr std::size_t mostWaiting = 200; ///< messages of one conversation; later ones get no turn

private:
    using Key = std::pair<domain::ProjectId, domain::ConversationId>;
    struct Waiting
    {
        domain::Message message;
        BotTurn::Dropped dropped = BotTurn::Dropped::StaysSo;
    };
    struct Line
    {
        std::unique_ptr<BotTurn> running;
        std::deque<Waiting> waiting; // oldest first
    };
    struct Interrupted
    {
        std::vector<std::pair<domain::ProjectId, domain::Message>> messages;
        std::vector<std::pair<domain::ProjectId, store::BotTurn>> lost; // open turns that nobody goes on with
    };

    [[nodiscard]] static Result<Interrupted> findInterrupted(store::Reader& reader,
                                                             const std::vector<Key>& held);
    void takeUp();
    void heedSwitch(const Key& key, bool off);
    void resume(const Key& key);
    void enqueue(const domain::ProjectId& project, const domain::Message& message,
                 BotTurn::Dropped dropped = BotTurn::Dropped::StaysSo);
    void next(const Key& key);
    void stop(const Key& key);
    void letGo(const domain::ProjectId& project, store::BotTurn turn);

    BotTurnParts m_parts;
    BotEnricher m_enricher;
    std::map<Key, Line> m_lines;
    std::set<Key> m_off; // conversations in which the bot is switched off
    QTimer m_again;      // the look for what was interrupted
};

} // namespace relevo::relay
