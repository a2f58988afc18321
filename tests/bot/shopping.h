#pragma once

#include <bot/order_bot.h>

namespace relevo::bot {

/// Orders in memory.
class Orders final : public OrderSource
{
public:
    void find(const OrderQuestion& question, QObject*, Found found) override
    {
        ++asked;
        if (broken) {
            found(failure(ErrorCode::Unavailable, QStringLiteral("down")));
            return;
        }
        const auto order = list.find(question.number);
        found(order == list.end() ? std::optional<domain::Order>() : order->second);
    }
    [[nodiscard]] bool wantsEmail() const override { return wants; }
    [[nodiscard]] bool canCancel() const override { return cancels; }
    void cancel(const OrderQuestion& question, QObject*, Cancelled cancelled) override
    {
        wished.push_back(question.number);
        cancelled(outcome);
    }

    std::map<QString, domain::Order> list{
        {QStringLiteral("10021"),
         {QStringLiteral("10021"),
          domain::OrderStatus::Shipped,
          {},
          QStringLiteral("1 × lamp"),
          {},
          QStringLiteral("Friday"),
          {}}},
        {QStringLiteral("10022"),
         {QStringLiteral("10022"),
          domain::OrderStatus::Paid,
          QStringLiteral("Ana@Shop.test"),
          {},
          {},
          {},
          {}}},
        {QStringLiteral("10023"),
         {QStringLiteral("10023"), domain::OrderStatus::Placed, {}, {}, {}, {}, {}}}};
    bool broken = false;
    bool wants = false;
    bool cancels = true;
    Cancellation outcome{Cancellation::Outcome::WithReply, {}, 0};
    QStringList wished; ///< to be cancelled
    int asked = 0;
};

/// One customer and the bot.
class Shopping
{
public:
    explicit Shopping(OrderSource& source, QString language = QStringLiteral("en"))
        : m_bot(std::shared_ptr<OrderSource>(std::shared_ptr<void>(), &source)),
          m_language(std::move(language))
    {
    }
    Reply say(const char16_t* text)
    {
        Turn turn;
        turn.text = QStringView(text).toString();
        turn.language = m_language;
        turn.contact.email = email;
        turn.people = people;
        turn.memory = m_memory;
        Reply said;
        m_bot.answer(turn, nullptr, [&said](Reply reply) { said = std::move(reply); });
        m_memory = said.memory;
        return said;
    }
    QString email;
    bool people = true;

private:
    OrderBot m_bot;
    QString m_language;
    QJsonObject m_memory;
};

} // namespace relevo::bot
