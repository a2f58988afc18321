#pragma once

#include <bot/bot.h>

namespace relevo::bot {

/// Where orders are found. The answer comes once, perhaps from within the call, and not at all when `context`
/// is destroyed before. Nothing: there is no such order. An error: it cannot be known now.
class OrderSource
{
public:
    using Found = std::function<void(Result<std::optional<domain::Order>>)>;

    virtual ~OrderSource() = default;
    /// `email` is what the customer has named, or empty.
    virtual void find(const QString& number, const QString& email, QObject* context, Found found) = 0;
    /// It must be told the customer's address to find anything.
    [[nodiscard]] virtual bool wantsEmail() const = 0;
    /// An order found here can be cancelled by the relay itself.
    [[nodiscard]] virtual bool canCancel() const = 0;
};

/// Tells customers where their order is and cancels it while it has not left. Asks for the number and, where
/// the order has an owner, for the owner's e-mail address; gives up to a human after three tries, so that
/// nobody can guess their way through. Speaks English, Spanish and Portuguese.
class OrderBot final : public Bot
{
public:
    explicit OrderBot(OrderSource& source) : m_source(source) {}
    void answer(const Turn& turn, QObject* context, Answered answered) override;

private:
    OrderSource& m_source;
};

} // namespace relevo::bot
