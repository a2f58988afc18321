#pragma once

#include <bot/bot.h>

#include <base/clock.h>

class QNetworkAccessManager;

namespace relevo::bot {

/// Standard Webhooks' symmetric signature, "v1," and base64 of HMAC-SHA256 over "id.timestamp.body"; `secret`
/// is "whsec_" and base64 of the key. Pure.
[[nodiscard]] QByteArray webhookSignature(const QByteArray& secret, const QByteArray& id, qint64 timestamp,
                                          const QByteArray& body);

/// The three headers of a signed request with this id, each time with the time of the clock.
[[nodiscard]] std::function<std::vector<std::pair<QByteArray, QByteArray>>()>
webhookHeaders(const QByteArray& secret, const QByteArray& id, const QByteArray& body, const Clock& clock);

/// What a turn is told as: {turnId, conversationId, sessionId, lane, message, language?, contact, state,
/// history: [{author, content, at}]}. Pure.
[[nodiscard]] QByteArray webhookBody(const Turn& turn);

/// {messages?: [text | {content}], state?, handoff?: true | {reason?, priority?}, contact?: {name?, email?,
/// phone?, attributes?}, failed?}; fields that are not known are passed over. Without `state` the bot's
/// memory stays as it was (`memory`). Fails with `invalid`, naming the field. Pure.
[[nodiscard]] Result<Reply> webhookReply(const QByteArray& json, const QJsonObject& memory);

inline constexpr qsizetype mostReplyMessages = 10;

/// A program of the project's, asked by a signed POST for every turn. 200 brings its answer; 202, or 204
/// without one, says that it comes later (Reply::isLater). One thread.
class WebhookBot final : public Bot
{
public:
    struct Means
    {
        QNetworkAccessManager& network;
        const Clock& clock;
        std::function<double()> random;
    };

    /// An empty secret: nothing is sent, every turn fails.
    WebhookBot(Means means, domain::BotEntry options, QByteArray secret);
    void answer(const Turn& turn, QObject* context, Answered answered) override;

private:
    Means m_means;
    const domain::BotEntry m_options;
    const QByteArray m_secret;
};

} // namespace relevo::bot
