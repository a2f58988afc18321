#include <bot/http_orders.h>
#include <bot/session.h>
#include <bot/webhook_bot.h>

#include <QtCore/QJsonDocument>

#include <cstdint>
#include <cstdlib>

/// Whatever a project's own bot or shop answers: nothing crashes, and what is taken of it is within its
/// bounds.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace relevo;
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const Result<bot::Reply> reply = bot::webhookReply(bytes, {});
    if (reply && reply->messages.size() > bot::mostReplyMessages)
        std::abort();
    if (reply && reply->answered && (reply->failed || reply->messages.isEmpty()))
        std::abort();
    const std::map<QString, QString> paths{{QStringLiteral("status"), QStringLiteral("data.0.state")},
                                           {QStringLiteral("items"), QStringLiteral("items")}};
    for (const auto& where : {std::map<QString, QString>{}, paths})
        (void)bot::orderIn(bytes, QStringLiteral("10022"), where);
    const bot::Cancellation cancelled = bot::cancellationIn(bytes);
    if (cancelled.outcome == bot::Cancellation::Outcome::Done &&
        !QJsonDocument::fromJson(bytes).object()[u"status"].toString().startsWith(QLatin1String("cancel")))
        std::abort(); // it is never told as done unless the shop said so
    (void)bot::readSession(bytes);
    return 0;
}
