#pragma once

#include <domain/ids.h>

#include <QtCore/QStringList>

#include <map>
#include <optional>
#include <vector>

namespace relevo::domain {

/// What a customer's message is about, and so which bot it goes to.
enum class Lane { Info, Commerce, Support };

/// "info", "commerce" or "support", for programs.
[[nodiscard]] QString laneName(Lane lane);

/// Faq, orders and triage are built in; webhook is a program of the project's own, asked over HTTP.
enum class BotKind { Faq, Orders, Triage, Webhook };

struct BotEntry
{
    QString name; ///< unique in the project
    BotKind kind = BotKind::Faq;
    QString url;             ///< webhook: where each turn is posted
    int timeoutSeconds = 10; ///< webhook: for one attempt, 1 … 30
    int answerSeconds = 60;  ///< webhook: for an answer that comes later, 5 … 900

    friend bool operator==(const BotEntry&, const BotEntry&) = default;
};

/// A word or phrase of the project's own that decides the lane before the built-in rules do.
struct LaneRule
{
    Lane lane = Lane::Info;
    QStringList words;

    friend bool operator==(const LaneRule&, const LaneRule&) = default;
};

/// Where the orders bot finds an order: the project's own table while `url` is empty, else over HTTP. Only
/// admins set it, so it may name any host the relay can reach.
struct OrderLookUp
{
    QString url;            ///< "{order}" and "{email}" in it are replaced, percent-encoded
    int timeoutSeconds = 5; ///< for the answer, all attempts together, 1 … 30
    /// Where in the answer's JSON a field of the order is: "status" → "data.0.state". A field without a path
    /// is looked for under its own name.
    std::map<QString, QString> paths;
    /// Where the relay asks for an order to be cancelled, with the same marks; empty: a human cancels.
    QString cancelUrl = {};

    friend bool operator==(const OrderLookUp&, const OrderLookUp&) = default;
};

/// Which bots a project has and which of them gets what. What is not said is left to the FAQ.
struct BotSettings
{
    bool enabled = true; ///< when off, no bot of the relay answers
    std::vector<BotEntry> bots{{QStringLiteral("faq"), BotKind::Faq, {}, 10, 60}};
    std::map<Lane, QString> lanes{{Lane::Info, QStringLiteral("faq")}}; ///< one without a bot goes to `info`
    std::vector<LaneRule> rules;                                        ///< the first that fits decides
    QStringList
        enrichers; ///< webhook bots that hear every customer's message and may only update the contact
    bool builtInFaq = true;  ///< the questions that come with the relay, beside the project's own
    int triageQuestions = 3; ///< that the triage asks at most, 1 … 6
    OrderLookUp orders;
    bool askModel = true; ///< where no rule fits, the relay's language model, if it has one, chooses the lane

    friend bool operator==(const BotSettings&, const BotSettings&) = default;

    [[nodiscard]] const BotEntry* find(const QString& name) const
    {
        for (const BotEntry& bot : bots) {
            if (bot.name == name)
                return &bot;
        }
        return nullptr;
    }
};

/// A question the FAQ bot knows. Texts by language ("en", "es", "pt"); at least one language has both.
struct FaqEntry
{
    QString name;
    /// Words and phrases; one answers a message that has all its words, in any order, each as the beginning
    /// of a word (up to three letters: as a whole word).
    std::map<QString, QStringList> words;
    std::map<QString, QString> answer;

    friend bool operator==(const FaqEntry&, const FaqEntry&) = default;
};

enum class OrderStatus { Placed, Paid, Packed, Shipped, Delivered, Cancelled, Returned };

/// What the orders bot knows of an order.
struct Order
{
    QString number; ///< upper case, without '#'
    OrderStatus status = OrderStatus::Placed;
    QString email;    ///< its owner's; when there is one, only who names it hears of the order
    QString items;    ///< in words, e.g. "2 × lamp"
    QString total;    ///< with its currency, as it is to be shown
    QString arrival;  ///< when it is expected, as it is to be shown
    QString tracking; ///< a number or a link

    friend bool operator==(const Order&, const Order&) = default;
};

/// Not on its way yet.
[[nodiscard]] inline bool isCancellable(OrderStatus status)
{
    return status <= OrderStatus::Packed;
}

/// "# 10-023 a" → "10-023A": how order numbers are compared.
[[nodiscard]] QString orderNumber(const QString& written);

} // namespace relevo::domain
