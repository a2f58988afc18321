#include <bot/http_orders.h>

#include <bot/outgoing_call.h>
#include <bot/patterns.h>
#include <bot/webhook_bot.h>

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

/// It answered, and with this.
bool hasStatus(const Error& error, QLatin1String status)
{
    const auto found = error.context.find(QStringLiteral("status"));
    return found != error.context.end() && found->second == status;
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

Cancellation cancellationIn(const QByteArray& json)
{
    using enum Cancellation::Outcome;
    const QJsonObject answer = QJsonDocument::fromJson(json).object();
    const QString status = answer[u"status"].toString();
    if (status == QLatin1String("cancelled") || status == QLatin1String("canceled"))
        return {Done, {}, 0};
    if (status == QLatin1String("refused"))
        return {Refused, textOf(answer[u"reason"]), 0};
    if (status == QLatin1String("unknown"))
        return {Unknown, QStringLiteral("It does not know whether the order is cancelled."), 0};
    return {Unknown, QStringLiteral("Its answer has no status: cancelled, refused or unknown."), 0};
}

HttpOrders::HttpOrders(Means means, domain::OrderLookUp options, QString bot, QByteArray secret)
    : m_means(std::move(means)), m_options(std::move(options)), m_bot(std::move(bot)),
      m_secret(std::move(secret))
{
}

bool HttpOrders::wantsEmail() const
{
    return m_options.url.contains(emailMark);
}

QByteArray HttpOrders::idOf(const OrderQuestion& question, const char* what) const
{
    return QByteArray::fromStdString(question.turn.text()) + ':' + m_bot.toUtf8() + ':' + what;
}

void HttpOrders::find(const OrderQuestion& question, QObject* context, Found found)
{
    OutgoingRequest request;
    request.url = QUrl(orderAddress(m_options.url, question.number, question.email), QUrl::StrictMode);
    request.timeout = std::chrono::seconds(m_options.timeoutSeconds);
    request.attemptTimeout = request.timeout;
    if (!m_secret.isEmpty())
        request.headers = webhookHeaders(m_secret, idOf(question, "find"), {}, m_means.clock);
    auto* call = new OutgoingCall(m_means.network, std::move(request), m_means.random, context);
    QObject::connect(call, &OutgoingCall::finished, context,
                     [call, number = question.number, paths = m_options.paths, found = std::move(found)] {
                         const Result<OutgoingAnswer> answer = call->result();
                         call->deleteLater();
                         if (answer)
                             found(orderIn(answer->body, number, paths));
                         else if (hasStatus(answer.error(), QLatin1String("404")))
                             found(std::optional<Order>());
                         else
                             found(std::unexpected(answer.error()));
                     });
    call->start();
}

void HttpOrders::cancel(const OrderQuestion& question, QObject* context, Cancelled cancelled)
{
    using enum Cancellation::Outcome;
    if (m_secret.isEmpty()) {
        cancelled({Unknown, QStringLiteral("The bot has no secret to sign with; make one."), 0});
        return;
    }
    OutgoingRequest request;
    request.url = QUrl(orderAddress(m_options.cancelUrl, question.number, question.email), QUrl::StrictMode);
    QJsonObject body{{QStringLiteral("turnId"), question.turn.toString()},
                     {QStringLiteral("conversationId"), question.conversation.toString()},
                     {QStringLiteral("sessionId"), question.sessionId},
                     {QStringLiteral("order"), question.number}};
    if (!question.email.isEmpty())
        body[QStringLiteral("email")] = question.email;
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.attemptTimeout = std::chrono::seconds(m_options.timeoutSeconds);
    request.timeout = request.attemptTimeout * request.mostAttempts + request.retry.longest;
    // The same key in each attempt and after a restart: however often it arrives, it is one cancellation.
    request.headers = [key = QByteArray::fromStdString(question.turn.text()),
                       sign =
                           webhookHeaders(m_secret, idOf(question, "cancel"), request.body, m_means.clock)] {
        auto headers = sign();
        headers.emplace_back("Idempotency-Key", key);
        return headers;
    };
    if (question.acting)
        question.acting();
    auto* call = new OutgoingCall(m_means.network, std::move(request), m_means.random, context);
    QObject::connect(call, &OutgoingCall::finished, context, [call, cancelled = std::move(cancelled)] {
        const Result<OutgoingAnswer> answer = call->result();
        call->deleteLater();
        Cancellation cancellation;
        if (answer)
            cancellation = cancellationIn(answer->body);
        else if (hasStatus(answer.error(), QLatin1String("409")))
            cancellation.outcome = Refused;
        else
            cancellation.reason = answer.error().message;
        cancellation.attempts = call->attempts();
        cancelled(cancellation);
    });
    call->start();
}

} // namespace relevo::bot
