#include <bot/webhook_bot.h>

#include <bot/outgoing_call.h>

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QMessageAuthenticationCode>

#include <array>

namespace relevo::bot {
namespace {

constexpr qsizetype longestMessage = 32 * 1024; ///< bytes
constexpr qsizetype longestText = 512;
constexpr qsizetype longestReason = 1'000;
constexpr qsizetype mostAttributes = 64;
constexpr qsizetype mostSkills = 50;
const QByteArray secretPrefix = QByteArrayLiteral("whsec_");

const std::array<QString, 4> authors{QStringLiteral("customer"), QStringLiteral("bot"),
                                     QStringLiteral("agent"), QStringLiteral("system")};
const std::array<QString, 4> priorities{QStringLiteral("urgent"), QStringLiteral("high"),
                                        QStringLiteral("normal"), QStringLiteral("low")};

std::unexpected<Error> wrong(const QString& field, const QString& what)
{
    return failure(ErrorCode::Invalid, QStringLiteral("\"%1\" %2.").arg(field, what), {},
                   {{QStringLiteral("field"), field}});
}

QJsonObject contactJson(const domain::Contact& contact)
{
    QJsonObject json{{QStringLiteral("id"), contact.id.toString()}};
    const auto put = [&json](const QString& name, const QString& text) {
        if (!text.isEmpty())
            json[name] = text;
    };
    put(QStringLiteral("name"), contact.name);
    put(QStringLiteral("email"), contact.email);
    put(QStringLiteral("phone"), contact.phone);
    QJsonObject attributes;
    for (const auto& [key, value] : contact.attributes)
        attributes[key] = value;
    if (!attributes.isEmpty())
        json[QStringLiteral("attributes")] = attributes;
    return json;
}

/// As a message has them; the address is the relay's own, and asks for the project's key.
QJsonArray attachmentsJson(const std::vector<domain::Attachment>& attachments)
{
    QJsonArray list;
    for (const domain::Attachment& file : attachments) {
        QJsonObject json{{QStringLiteral("id"), file.id.toString()},
                         {QStringLiteral("name"), file.name},
                         {QStringLiteral("mime"), file.mime},
                         {QStringLiteral("size"), file.size},
                         {QStringLiteral("url"), QStringLiteral("/api/attachments/") + file.id.toString()}};
        if (file.width > 0 && file.height > 0) {
            json[QStringLiteral("width")] = file.width;
            json[QStringLiteral("height")] = file.height;
        }
        list.push_back(json);
    }
    return list;
}

void putAttachments(QJsonObject& json, const std::vector<domain::Attachment>& attachments)
{
    if (!attachments.empty())
        json[QStringLiteral("attachments")] = attachmentsJson(attachments);
}

Result<void> readMessages(const QJsonValue& json, Reply& reply)
{
    if (json.isUndefined() || json.isNull())
        return {};
    if (!json.isArray() || json.toArray().size() > mostReplyMessages)
        return wrong(QStringLiteral("messages"),
                     QStringLiteral("must be a list of at most %1").arg(mostReplyMessages));
    for (const QJsonValue& item : json.toArray()) {
        const QString text = (item.isObject() ? item[u"content"] : item).toString();
        if (text.trimmed().isEmpty() || text.toUtf8().size() > longestMessage)
            return wrong(QStringLiteral("messages"),
                         QStringLiteral("must hold texts of 1 to %1 bytes").arg(longestMessage));
        reply.messages.push_back(text);
    }
    return {};
}

Result<void> readContact(const QJsonValue& json, domain::ContactPatch& contact)
{
    if (json.isUndefined() || json.isNull())
        return {};
    if (!json.isObject())
        return wrong(QStringLiteral("contact"), QStringLiteral("must be an object"));
    for (const auto& [name, field] : {std::pair{QStringLiteral("name"), &contact.name},
                                      std::pair{QStringLiteral("email"), &contact.email},
                                      std::pair{QStringLiteral("phone"), &contact.phone}}) {
        const QJsonValue value = json[name];
        const bool isText = value.isString() && value.toString().toUtf8().size() <= longestText;
        if (!value.isUndefined() && !value.isNull() && !isText)
            return wrong(QStringLiteral("contact.") + name,
                         QStringLiteral("must be a text of at most %1 bytes").arg(longestText));
        *field = value.toString();
    }
    const QJsonObject attributes = json[u"attributes"].toObject();
    if (attributes.size() > mostAttributes)
        return wrong(QStringLiteral("contact.attributes"),
                     QStringLiteral("must have at most %1 of them").arg(mostAttributes));
    for (auto it = attributes.begin(); it != attributes.end(); ++it) {
        const QString text = it->toVariant().toString();
        if (it->isObject() || it->isArray() || it->isNull() || text.toUtf8().size() > longestText ||
            it.key().toUtf8().size() > longestText)
            return wrong(
                QStringLiteral("contact.attributes"),
                QStringLiteral("must be texts, numbers or booleans of at most %1 bytes").arg(longestText));
        contact.attributes[it.key()] = text;
    }
    return {};
}

/// Whom the handoff is for.
Result<void> readReceivers(const QJsonValue& handoff, Reply& reply)
{
    const QJsonValue skills = handoff[u"skills"];
    const bool given = !skills.isUndefined() && !skills.isNull();
    if (given && (!skills.isArray() || skills.toArray().size() > mostSkills))
        return wrong(QStringLiteral("handoff.skills"),
                     QStringLiteral("must be a list of at most %1").arg(mostSkills));
    for (const QJsonValue& skill : skills.toArray()) {
        const QString text = skill.toString();
        if (text.trimmed().isEmpty() || text.toUtf8().size() > longestText)
            return wrong(QStringLiteral("handoff.skills"),
                         QStringLiteral("must hold texts of 1 to %1 bytes").arg(longestText));
        reply.skills.push_back(text);
    }
    const QJsonValue team = handoff[u"teamId"];
    if (team.isUndefined() || team.isNull())
        return {};
    const auto id = domain::TeamId::parse(QStringView(team.toString()));
    if (!id)
        return wrong(QStringLiteral("handoff.teamId"), QStringLiteral("must be the id of a team"));
    reply.team = *id;
    return {};
}

Result<void> readHandoff(const QJsonValue& json, Reply& reply)
{
    if (json.isUndefined() || json.isNull() || (json.isBool() && !json.toBool()))
        return {};
    if (!json.isObject() && !json.isBool())
        return wrong(QStringLiteral("handoff"), QStringLiteral("must be true or an object"));
    const QString reason = json[u"reason"].toString().left(longestReason);
    reply.handoff =
        domain::Trigger{domain::TriggerType::Manual,
                        reason.isEmpty() ? QStringLiteral("The bot asked for a human.") : reason, 1.0};
    if (const QJsonValue priority = json[u"priority"]; !priority.isUndefined() && !priority.isNull()) {
        const auto found = std::find(priorities.begin(), priorities.end(), priority.toString());
        if (found == priorities.end())
            return wrong(QStringLiteral("handoff.priority"),
                         QStringLiteral("must be urgent, high, normal or low"));
        reply.priority = static_cast<domain::Priority>(found - priorities.begin());
    }
    return readReceivers(json, reply);
}

Reply failed(const QString& error, int attempts)
{
    Reply reply;
    reply.failed = true;
    reply.broken = true;
    reply.error = error;
    reply.attempts = attempts;
    return reply;
}

} // namespace

QByteArray webhookSignature(const QByteArray& secret, const QByteArray& id, qint64 timestamp,
                            const QByteArray& body)
{
    const QByteArray key =
        QByteArray::fromBase64(secret.startsWith(secretPrefix) ? secret.mid(secretPrefix.size()) : secret);
    const QByteArray signedText = id + '.' + QByteArray::number(timestamp) + '.' + body;
    return "v1," + QMessageAuthenticationCode::hash(signedText, key, QCryptographicHash::Sha256).toBase64();
}

std::function<std::vector<std::pair<QByteArray, QByteArray>>()>
webhookHeaders(const QByteArray& secret, const QByteArray& id, const QByteArray& body, const Clock& clock)
{
    return [secret, id, body, &clock] {
        const qint64 seconds =
            std::chrono::duration_cast<std::chrono::seconds>(clock.now().time_since_epoch()).count();
        return std::vector<std::pair<QByteArray, QByteArray>>{
            {"webhook-id", id},
            {"webhook-timestamp", QByteArray::number(seconds)},
            {"webhook-signature", webhookSignature(secret, id, seconds, body)}};
    };
}

QByteArray webhookBody(const Turn& turn)
{
    QJsonArray history;
    for (const domain::Message& message : turn.history) {
        QJsonObject said{{QStringLiteral("author"), authors.at(static_cast<std::size_t>(message.author))},
                         {QStringLiteral("content"), message.content},
                         {QStringLiteral("at"), QString::fromStdString(toRfc3339(message.at))}};
        putAttachments(said, message.attachments);
        history.push_back(said);
    }
    QJsonObject json{{QStringLiteral("turnId"), turn.id.toString()},
                     {QStringLiteral("conversationId"), turn.conversation.toString()},
                     {QStringLiteral("sessionId"), turn.sessionId},
                     {QStringLiteral("lane"), domain::laneName(turn.lane)},
                     {QStringLiteral("message"), turn.text},
                     {QStringLiteral("history"), history},
                     {QStringLiteral("contact"), contactJson(turn.contact)},
                     {QStringLiteral("state"), turn.memory}};
    putAttachments(json, turn.attachments);
    if (!turn.language.isEmpty())
        json[QStringLiteral("language")] = turn.language;
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<Reply> webhookReply(const QByteArray& json, const QJsonObject& memory)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return failure(ErrorCode::Invalid, QStringLiteral("The answer must be a JSON object."));
    const QJsonValue root = document.object();
    Reply reply;
    if (Result<void> read = readMessages(root[u"messages"], reply); !read)
        return std::unexpected(read.error());
    if (Result<void> read = readContact(root[u"contact"], reply.contact); !read)
        return std::unexpected(read.error());
    if (Result<void> read = readHandoff(root[u"handoff"], reply); !read)
        return std::unexpected(read.error());
    const QJsonValue state = root[u"state"];
    if (!state.isUndefined() && !state.isNull() && !state.isObject())
        return wrong(QStringLiteral("state"), QStringLiteral("must be an object"));
    reply.memory = state.isObject() ? state.toObject() : memory;
    if (QJsonDocument(reply.memory).toJson(QJsonDocument::Compact).size() > mostMemoryBytes)
        return wrong(QStringLiteral("state"),
                     QStringLiteral("must be at most %1 bytes").arg(mostMemoryBytes));
    if (const QJsonValue value = root[u"failed"]; !value.isUndefined() && !value.isBool())
        return wrong(QStringLiteral("failed"), QStringLiteral("must be true or false"));
    reply.failed = root[u"failed"].toBool();
    reply.answered = !reply.failed && !reply.messages.isEmpty();
    return reply;
}

WebhookBot::WebhookBot(Means means, domain::BotEntry options, QByteArray secret)
    : m_means(std::move(means)), m_options(std::move(options)), m_secret(std::move(secret))
{
}

void WebhookBot::answer(const Turn& turn, QObject* context, Answered answered)
{
    if (m_secret.isEmpty()) {
        answered(failed(QStringLiteral("The bot has no secret to sign with; make one."), 0));
        return;
    }
    OutgoingRequest request;
    request.url = QUrl(m_options.url, QUrl::StrictMode);
    request.body = webhookBody(turn);
    request.attemptTimeout = std::chrono::seconds(m_options.timeoutSeconds);
    request.timeout = request.attemptTimeout * request.mostAttempts + request.retry.longest;
    // The same id in each attempt, so that the program knows a repeat; each attempt has a signature of its
    // time.
    request.headers =
        webhookHeaders(m_secret, QByteArray::fromStdString(turn.id.text()) + ':' + m_options.name.toUtf8(),
                       request.body, m_means.clock);
    auto* call = new OutgoingCall(m_means.network, std::move(request), m_means.random, context);
    QObject::connect(call, &OutgoingCall::finished, context,
                     [call, memory = turn.memory, answered = std::move(answered)] {
                         call->deleteLater();
                         const Result<OutgoingAnswer>& result = call->result();
                         if (!result) {
                             answered(failed(result.error().message, call->attempts()));
                             return;
                         }
                         Result<Reply> reply = result->status == 200 || result->status == 201
                                                   ? webhookReply(result->body, memory)
                                                   : Result<Reply>(Reply{});
                         if (!reply) {
                             answered(failed(reply.error().message, call->attempts()));
                             return;
                         }
                         reply->isLater = result->status != 200 && result->status != 201;
                         reply->attempts = call->attempts();
                         answered(std::move(*reply));
                     });
    call->start();
}

} // namespace relevo::bot
