#pragma once

#include <bot/order_bot.h>

#include <base/clock.h>

#include <QtCore/QByteArray>

class QNetworkAccessManager;

namespace relevo::bot {

/// Finds orders where the project's admin says, by a GET to the address made of the template, and cancels
/// them by a POST where there is an address for that. 404, and an answer without a status, mean that there is
/// no such order. With a secret every request is signed as webhooks are; without one nothing is cancelled.
/// One thread.
class HttpOrders final : public OrderSource
{
public:
    struct Means
    {
        QNetworkAccessManager& network;
        const Clock& clock;
        std::function<double()> random;
    };

    /// `bot` is the name of the bot that asks, and the secret's.
    HttpOrders(Means means, domain::OrderLookUp options, QString bot, QByteArray secret);

    void find(const OrderQuestion& question, QObject* context, Found found) override;
    [[nodiscard]] bool wantsEmail() const override;
    [[nodiscard]] bool canCancel() const override { return !m_options.cancelUrl.isEmpty(); }
    void cancel(const OrderQuestion& question, QObject* context, Cancelled cancelled) override;

private:
    [[nodiscard]] QByteArray idOf(const OrderQuestion& question, const char* what) const;

    const Means m_means;
    const domain::OrderLookUp m_options;
    const QString m_bot;
    const QByteArray m_secret;
};

/// The template with what stands for the two put in, percent-encoded so that neither can change the address's
/// shape. Pure.
[[nodiscard]] QString orderAddress(const QString& pattern, const QString& number, const QString& email);

/// The order in an answer; nothing when it has no status. Fails with `invalid` when it is no JSON or the
/// status is a word that is not known: "shipped", "in_transit", "enviado" … Pure.
[[nodiscard]] Result<std::optional<domain::Order>> orderIn(const QByteArray& json, const QString& number,
                                                           const std::map<QString, QString>& paths);

/// {status: cancelled | refused | unknown, reason?}; whatever else an answer is, nothing is known. Pure.
[[nodiscard]] Cancellation cancellationIn(const QByteArray& json);

} // namespace relevo::bot
