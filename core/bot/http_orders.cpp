#include <bot/http_orders.h>

#include <bot/outgoing_call.h>
#include <bot/patterns.h>

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <array>

namespace relevo::bot {
namespace {

using domain::Order;
using domain::OrderStatus;

const QString emailMark = QStringLiteral("{email}");
constexpr qsizetype longestField = 500;

/// "data.orders.0.state" in a JSON value; undefined when it leads nowhere.
QJsonValue at(QJsonValue value, const QString& path)
{
    for (const QString& part : path.split(u'.', Qt::SkipEmptyParts)) {
        bool isIndex = false;
        const int index = part.toInt(&isIndex);
        value = value.isArray() && isIndex ? value.toArray().at(index) : value.toObject().value(part);
    }
    return value;
}

QString textOf(const QJsonValue& value)
{
    QString text;
    if (value.isDouble())
        text = value.toVariant().toString();
    else if (value.isArray()) {
        QStringList parts;
        for (const QJsonValue& item : value.toArray())
            parts.push_back(textOf(item.isObject() ? item[u"name"] : item));
        parts.removeAll(QString());
        text = parts.join(QStringLiteral(", "));
    } else {
        text = value.toString();
    }
    return text.simplified().left(longestField);
}

/// The words shops use for it.
std::optional<OrderStatus> statusOf(const QString& text)
{
    static const std::array<std::pair<OrderStatus, Patterns>, 7> known{
        std::pair{OrderStatus::Cancelled, Patterns(QStringLiteral("cancel|anulado|void").split(u'|'))},
        std::pair{OrderStatus::Returned,
                  Patterns(QStringLiteral("return|refund|devuelt|devolvid").split(u'|'))},
        std::pair{OrderStatus::Delivered,
                  Patterns(QStringLiteral("delivered|entregad|entregue|complete|fulfilled").split(u'|'))},
        std::pair{
            OrderStatus::Shipped,
            Patterns(QStringLiteral(
                         "shipped|transit|sent|dispatch|enviad|camino|caminho|out for delivery|on its way")
                         .split(u'|'))},
        std::pair{OrderStatus::Packed,
                  Patterns(QStringLiteral("packed|ready|preparad|embalad|label").split(u'|'))},
        std::pair{
            OrderStatus::Paid,
            Patterns(
                QStringLiteral("paid|processing|confirmed|pagad|pago|procesando|processando").split(u'|'))},
        std::pair{OrderStatus::Placed,
                  Patterns(QStringLiteral(
                               "placed|new|open|pending|created|received|recibid|recebid|pendiente|pendente")
                               .split(u'|'))}};
    QString spaced = text;
    spaced.replace(u'_', u' ').replace(u'-', u' ');
    const std::vector<QString> words = assist::words(spaced);
    for (const auto& [status, patterns] : known) {
        if (patterns.best(words) > 0)
            return status;
    }
    return std::nullopt;
}

} // namespace

QString orderAddress(const QString& pattern, const QString& number, const QString& email)
{
    const auto encoded = [](const QString& text) {
        return QString::fromLatin1(QUrl::toPercentEncoding(text));
    };
    QString address = pattern;
    // The address last: what a customer writes is never looked through for the other mark.
    const qsizetype at = address.indexOf(emailMark);
    if (at < 0)
        return address.replace(QLatin1String("{order}"), encoded(number));
    QString before = address.left(at);
    QString after = address.mid(at + emailMark.size());
    before.replace(QLatin1String("{order}"), encoded(number));
    after.replace(QLatin1String("{order}"), encoded(number));
    return before + encoded(email) + after;
}

Result<std::optional<Order>> orderIn(const QByteArray& json, const QString& number,
                                     const std::map<QString, QString>& paths)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (document.isNull())
        return failure(ErrorCode::Invalid, QStringLiteral("The look-up's answer is no JSON."));
    const QJsonValue root = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    const auto field = [&](const QString& name) {
        const auto path = paths.find(name);
        return textOf(at(root, path == paths.end() ? name : path->second));
    };
    const QString status = field(QStringLiteral("status"));
    if (status.isEmpty())
        return std::nullopt;
    const std::optional<OrderStatus> known = statusOf(status);
    if (!known)
        return failure(ErrorCode::Invalid, QStringLiteral("The look-up's status is not a known word."));
    Order order;
    order.number = number;
    order.status = *known;
    order.email = field(QStringLiteral("email"));
    order.items = field(QStringLiteral("items"));
    order.total = field(QStringLiteral("total"));
    order.arrival = field(QStringLiteral("arrival"));
    order.tracking = field(QStringLiteral("tracking"));
    return order;
}

HttpOrders::HttpOrders(QNetworkAccessManager& network, domain::OrderLookUp options,
                       std::function<double()> random)
    : m_network(network), m_options(std::move(options)), m_random(std::move(random))
{
}

bool HttpOrders::wantsEmail() const
{
    return m_options.url.contains(emailMark);
}

void HttpOrders::find(const QString& number, const QString& email, QObject* context, Found found)
{
    OutgoingRequest request;
    request.url = QUrl(orderAddress(m_options.url, number, email), QUrl::StrictMode);
    request.timeout = std::chrono::seconds(m_options.timeoutSeconds);
    request.attemptTimeout = request.timeout;
    auto* call = new OutgoingCall(m_network, std::move(request), m_random, context);
    QObject::connect(call, &OutgoingCall::finished, context,
                     [call, number, paths = m_options.paths, found = std::move(found)] {
                         const Result<OutgoingAnswer> answer = call->result();
                         call->deleteLater();
                         if (answer)
                             found(orderIn(answer->body, number, paths));
                         else if (answer.error().context.contains(QStringLiteral("status")) &&
                                  answer.error().context.at(QStringLiteral("status")) == QLatin1String("404"))
                             found(std::optional<Order>());
                         else
                             found(std::unexpected(answer.error()));
                     });
    call->start();
}

} // namespace relevo::bot
