#pragma once

#include <bot/order_bot.h>

#include <QtCore/QByteArray>

class QNetworkAccessManager;

namespace relevo::bot {

/// Finds orders where the project's admin says: a GET to the address made of the template. 404, and an answer
/// without a status, mean that there is no such order. One thread.
class HttpOrders final : public OrderSource
{
public:
    HttpOrders(QNetworkAccessManager& network, domain::OrderLookUp options, std::function<double()> random);

    void find(const QString& number, const QString& email, QObject* context, Found found) override;
    [[nodiscard]] bool wantsEmail() const override;
    [[nodiscard]] bool canCancel() const override { return false; }

private:
    QNetworkAccessManager& m_network;
    const domain::OrderLookUp m_options;
    std::function<double()> m_random;
};

/// The template with what stands for the two put in, percent-encoded so that neither can change the address's
/// shape. Pure.
[[nodiscard]] QString orderAddress(const QString& pattern, const QString& number, const QString& email);

/// The order in an answer; nothing when it has no status. Fails with `invalid` when it is no JSON or the
/// status is a word that is not known: "shipped", "in_transit", "enviado" … Pure.
[[nodiscard]] Result<std::optional<domain::Order>> orderIn(const QByteArray& json, const QString& number,
                                                           const std::map<QString, QString>& paths);

} // namespace relevo::bot
