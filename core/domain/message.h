#pragma once

#include <domain/attachment.h>

#include <QtCore/QStringList>

#include <optional>

namespace relevo::domain {

enum class Author { Customer, Bot, Agent, System };

/// How far a message is known to have come. Unknown stands for "sent, and no answer whether it arrived".
enum class Delivery { Queued, Sent, Delivered, Read, Failed, Unknown };

/// Delivery only moves forward: queued → sent → delivered → read; failed and unknown may follow queued and
/// sent only, and a late receipt may still turn unknown into sent, delivered or read. True when `to` is such
/// a step from `from`.
[[nodiscard]] bool advances(Delivery from, Delivery to);

struct DeliveryError
{
    QString code;
    QString message;

    friend bool operator==(const DeliveryError&, const DeliveryError&) = default;
};

/// The kinds that mean something to the relay itself (Message::kind); all others it only keeps.
namespace messagekind {
inline constexpr QLatin1String text("text");
inline constexpr QLatin1String image("image");
inline constexpr QLatin1String audio("audio");
inline constexpr QLatin1String video("video");
inline constexpr QLatin1String document("document");
inline constexpr QLatin1String csat("csat");              ///< the relay asks for a rating; 1 to 5 answers it
inline constexpr QLatin1String rating("rating");          ///< the customer's words that were taken as one
inline constexpr QLatin1String csatThanks("csat_thanks"); ///< what they were told then
} // namespace messagekind

/// The template a message was made of (message_template.h), for the channel's provider, which is told this
/// and not the text.
struct TemplateUse
{
    QString name;
    QString language;
    QStringList values; ///< of {{1}}, {{2}}, …

    friend bool operator==(const TemplateUse&, const TemplateUse&) = default;
};

/// One utterance in a conversation. Its sequence number is that of the event that recorded it.
struct Message
{
    MessageId id;
    ConversationId conversationId;
    qint64 seq = 0;
    Author author = Author::Customer;
    QString authorId; ///< an agent's id, a contact's id, or empty
    QString authorName;
    QString kind = QStringLiteral("text"); ///< see PROTOCOL.md for the kinds; unknown ones are kept
    QString content;                       ///< may be empty when there are attachments
    bool note = false;                     ///< private: for agents only, never sent to the customer
    bool botFailed = false;                ///< the bot said that it could not help with this turn
    /// Of a customer's message alone, 0 calm … 1 furious; what is worth keeping of it has three digits.
    double frustration = 0.0;
    int repeats = 0;    ///< how often the customer had said the same before, in vain
    QString clientId;   ///< made by the sending program, to recognise its own message again
    QString externalId; ///< the channel provider's id
    Delivery delivery = Delivery::Queued;
    std::optional<DeliveryError> deliveryError;
    std::vector<Attachment> attachments; ///< at most maxAttachments
    Timestamp at;
    std::optional<TemplateUse> madeFrom = {}; ///< `content` has the values in it

    friend bool operator==(const Message&, const Message&) = default;
};

} // namespace relevo::domain
