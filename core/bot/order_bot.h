#pragma once

#include <bot/bot.h>

#include <memory>

namespace relevo::bot {

/// The order that a turn is about.
struct OrderQuestion
{
    QString number;
    QString email; ///< what the customer has named, or empty
    domain::MessageId turn;
    domain::ConversationId conversation;
    QString sessionId;
    std::function<void()> acting; ///< Turn::acting
};

/// In the bot's memory: the order that it told of last, so that "cancel it" is understood.
inline const QString lastOrder = QStringLiteral("last");

/// What became of the wish to cancel an order.
struct Cancellation
{
    enum class Outcome {
        Done,
        WithReply, ///< it is the relay's own order: Reply::cancelOrder does it
        Refused,
        Unknown ///< it may be cancelled or not
    };

    Outcome outcome = Outcome::Unknown;
    QString reason; ///< Refused: in words for the customer, or empty. Unknown: why, for the turn's record
    int attempts = 0;

    friend bool operator==(const Cancellation&, const Cancellation&) = default;
};

/// Where orders are found and cancelled. Each answer comes once, perhaps from within the call, and not at all
/// when `context` is destroyed before.
class OrderSource
{
public:
    using Found = std::function<void(Result<std::optional<domain::Order>>)>;
    using Cancelled = std::function<void(Cancellation)>;

    virtual ~OrderSource() = default;
    /// Nothing: there is no such order. An error: it cannot be known now.
    virtual void find(const OrderQuestion& question, QObject* context, Found found) = 0;
    /// It must be told the customer's address to find anything.
    [[nodiscard]] virtual bool wantsEmail() const = 0;
    /// An order found here can be cancelled without a human.
    [[nodiscard]] virtual bool canCancel() const = 0;
    /// Only where it can be. Done twice for one turn, it is done once.
    virtual void cancel(const OrderQuestion& question, QObject* context, Cancelled cancelled) = 0;
};

/// Tells customers where their order is and cancels it while it has not left. Asks for the number and, where
/// the order has an owner, for the owner's e-mail address; gives up to a human after three tries, so that
/// nobody can guess their way through, and when it is not known whether an order is cancelled; where none
/// comes it says that it cannot help. Speaks English, Spanish and Portuguese.
class OrderBot final : public Bot
{
public:
    explicit OrderBot(std::shared_ptr<OrderSource> source) : m_source(std::move(source)) {}
    void answer(const Turn& turn, QObject* context, Answered answered) override;

private:
    const std::shared_ptr<OrderSource> m_source; // a cancellation under way keeps it
};

} // namespace relevo::bot
