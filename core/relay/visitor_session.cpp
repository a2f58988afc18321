#include <relay/visitor_session.h>

#include <bot/faq_bot.h>
#include <protocol/codec.h>
#include <protocol/limits.h>
#include <protocol/names.h>
#include <relay/answers.h>
#include <relay/secrets.h>

#include <QtCore/QPointer>

#include <limits>

namespace relevo::relay {

using namespace protocol;

namespace {

// A person does not write faster; a program at this door is answered with rate_limited.
constexpr int messagesPerWindow = 30;
constexpr std::chrono::seconds rateWindow{10};

/// What the customer may know of a handoff: how it stands, and the agent's name.
Json handoffForVisitor(const domain::Handoff& handoff)
{
    Json json{{"status", nameOf(handoff.status)}, {"agent", nullptr}};
    if (handoff.assignedTo)
        json["agent"] = Json{{"name", utf8(handoff.assignedTo->name)}};
    return json;
}

/// A message without what is for agents and programs only.
Json messageForVisitor(const domain::Message& message)
{
    Json json = toJson(message);
    json.erase("authorId");
    json.erase("externalId");
    json.erase("botFailed");
    json.erase("note");
    return json;
}

/// The part of an event that the customer sees; nothing for the others.
std::optional<Json> dataForVisitor(const domain::Event& event)
{
    if (const auto* message = std::get_if<domain::Message>(&event.data))
        return message->note ? std::nullopt : std::optional(Json{{"message", messageForVisitor(*message)}});
    if (const auto* update = std::get_if<domain::DeliveryUpdate>(&event.data))
        return toJson(*update);
    if (const auto* handoff = std::get_if<domain::Handoff>(&event.data))
        return Json{{"handoff", handoffForVisitor(*handoff)}};
    return std::nullopt;
}

} // namespace

VisitorSession::VisitorSession(std::shared_ptr<http::WebSocket> socket, GatewayParts parts,
                               const bot::FaqBot& bot, QObject* parent)
    : QObject(parent), m_socket(std::move(socket)), m_parts(parts), m_bot(bot)
{
    m_socket->onText([this](const QByteArray& text) { received(text); });
    m_socket->onClosed([this](quint16) { Q_EMIT closed(); });
}

void VisitorSession::reply(const std::string& text)
{
    m_socket->send({text.data(), static_cast<qsizetype>(text.size())});
}

void VisitorSession::received(const QByteArray& text)
{
    const auto request = parseRpcRequest({text.constData(), static_cast<std::size_t>(text.size())});
    if (!request) {
        reply(rpcError(nullptr, request.error().number, request.error().message));
        return;
    }
    const std::string& method = request->method;
    if (method == "ping") {
        reply(rpcResultRaw(request->id, "{}"));
    } else if (method == "hello") {
        hello(*request);
    } else if (!m_live) {
        reply(rpcError(request->id,
                       Error{ErrorCode::Unauthorized, QStringLiteral("Say hello first."), {}, {}}));
    } else if (method == "message.send") {
        send(*request);
    } else if (method == "typing.set") {
        Fields fields(request->params);
        const bool on = fields.flag("on");
        m_parts.hub.tellTyping(m_visitor->project, m_visitor->conversation, domain::Author::Customer, {}, on);
        reply(rpcResultRaw(request->id, "{}"));
    } else if (method == "read.mark") {
        readMark(*request, domain::Delivery::Read);
    } else if (method == "delivered.mark") {
        readMark(*request, domain::Delivery::Delivered);
    } else {
        reply(rpcError(request->id, rpcerror::methodNotFound, QStringLiteral("There is no such method.")));
    }
}

void VisitorSession::hello(const RpcRequest& request)
{
    Fields fields(request.params);
    const domain::ProjectId project = fields.id<domain::ProjectId>("projectKey");
    const QByteArray token = fields.optionalText("visitorToken", maxShortText).toUtf8();
    const qint64 since = fields.optionalNumber("since").value_or(0);
    m_language = fields.optionalText("language", 35).left(2).toLower();
    if (fields.error()) {
        reply(rpcError(request.id, *fields.error()));
        return;
    }
    if (m_greeting || !m_parts.hub.state(project)) {
        reply(rpcError(request.id,
                       m_greeting
                           ? Error{ErrorCode::Conflict, QStringLiteral("Hello was said already."), {}, {}}
                           : Error{ErrorCode::NotFound,
                                   QStringLiteral("There is no such project."),
                                   QStringLiteral("Check the project key of the page."),
                                   {}}));
        return;
    }
    m_greeting = true;
    const QPointer<VisitorSession> guard(this);
    // One chore either way: it finds who the token belongs to, or makes a new visitor.
    struct Found
    {
        QByteArray token;
        Visitor visitor;
    };
    auto found = std::make_shared<Found>();
    found->token = token;
    const QByteArray fresh = newToken("rv_");
    const Timestamp now = m_parts.clock.now();
    const auto work = [found, project, fresh, now](store::Journal& journal) -> Result<void> {
        if (!found->token.isEmpty()) {
            const auto known = journal.credentials().visitorOf(project, tokenHash(found->token));
            if (!known)
                return std::unexpected(known.error());
            if (*known) {
                found->visitor = {project, (*known)->sessionId, (*known)->conversation};
                return {};
            }
        }
        found->token = fresh;
        const domain::ConversationId conversation(QUuid::createUuidV5(project.uuid(), fresh));
        found->visitor = {project, QStringLiteral("web:") + conversation.toString(), conversation};
        return journal.credentials().addVisitor(tokenHash(fresh), project, found->visitor.sessionId,
                                                conversation, now);
    };
    const auto done = [guard, found, id = request.id, since](const Result<void>& result) {
        if (!guard)
            return;
        if (!result) {
            guard->m_greeting = false;
            guard->reply(rpcError(id, result.error()));
            return;
        }
        guard->m_visitor = found->visitor;
        Q_EMIT guard->greeted();
        guard->welcome(id, found->token, since);
    };
    m_parts.pipeline.submit(Chore{project, work, done});
}

void VisitorSession::welcome(const Json& id, const QByteArray& token, qint64 since)
{
    const auto query = [visitor = *m_visitor, since](store::Reader& reader) {
        return since > 0
                   ? reader.messagesAfter(visitor.project, visitor.conversation, since, maxPageItems, false)
                   : reader.newestMessages(visitor.project, visitor.conversation,
                                           std::numeric_limits<qint64>::max(), maxPageItems);
    };
    m_parts.queries.run<std::vector<domain::Message>>(
        this, query, [this, id, token, since](Result<std::vector<domain::Message>> messages) {
            if (!messages) {
                m_greeting = false;
                reply(rpcError(id, messages.error()));
                return;
            }
            const domain::ProjectState& state = *m_parts.hub.state(m_visitor->project);
            const domain::ConversationState* conversation =
                m_parts.hub.byId(m_visitor->project, m_visitor->conversation);
            Json list = Json::array();
            for (const domain::Message& message : *messages) {
                if (!message.note)
                    list.push_back(messageForVisitor(message));
            }
            Json handoff;
            if (conversation && conversation->handoff && domain::isOpen(conversation->handoff->status))
                handoff = handoffForVisitor(*conversation->handoff);
            reply(rpcResult(id, Json{{"visitorToken", token.toStdString()},
                                     {"conversationId", m_visitor->conversation.text()},
                                     {"seq", state.seq},
                                     {"project", Json{{"name", utf8(state.project.name)}}},
                                     {"greeting", utf8(m_bot.greeting(m_language))},
                                     {"serverTime", toRfc3339(m_parts.clock.now())},
                                     {"messages", std::move(list)},
                                     {"handoff", std::move(handoff)}}));
            m_live = true;
            for (const std::string& event : m_early)
                reply(event);
            m_early.clear();
            // Whatever the browser says it has is delivered.
            if (since > 0)
                recordReceipts(since, domain::Delivery::Delivered);
        });
}

bool VisitorSession::withinRate()
{
    const Timestamp now = m_parts.clock.now();
    if (now - m_rateStart > rateWindow) {
        m_rateStart = now;
        m_rateCount = 0;
    }
    return ++m_rateCount <= messagesPerWindow;
}

void VisitorSession::send(const RpcRequest& request)
{
    if (!withinRate()) {
        reply(rpcError(request.id, Error{ErrorCode::RateLimited,
                                         QStringLiteral("These are too many messages at once."),
                                         QStringLiteral("Wait a few seconds."),
                                         {}}));
        return;
    }
    Result<Submission> submission = m_parts.commands.visitorMessage(
        m_visitor->project, m_visitor->sessionId, m_visitor->conversation, m_language, request.params);
    if (!submission) {
        reply(rpcError(request.id, submission.error()));
        return;
    }
    const QPointer<VisitorSession> guard(this);
    submission->done = [guard, id = request.id](const Result<std::string>& answer) {
        if (guard)
            guard->reply(answer ? rpcResultRaw(id, *answer) : rpcError(id, answer.error()));
    };
    m_parts.pipeline.submit(std::move(*submission));
}

void VisitorSession::readMark(const RpcRequest& request, domain::Delivery delivery)
{
    Fields fields(request.params);
    const qint64 seq = fields.number("seq");
    if (fields.error()) {
        reply(rpcError(request.id, *fields.error()));
        return;
    }
    recordReceipts(seq, delivery);
    reply(rpcResultRaw(request.id, "{}"));
}

void VisitorSession::recordReceipts(qint64 upTo, domain::Delivery delivery)
{
    if (delivery == domain::Delivery::Read && upTo <= m_receiptSeq)
        return;
    const auto query = [visitor = *m_visitor, upTo](store::Reader& reader) {
        return reader.newestMessages(visitor.project, visitor.conversation,
                                     upTo == std::numeric_limits<qint64>::max() ? upTo : upTo + 1,
                                     snapshotMessages);
    };
    m_parts.queries.run<std::vector<domain::Message>>(
        this, query, [this, upTo, delivery](Result<std::vector<domain::Message>> messages) {
            if (!messages)
                return;
            if (delivery == domain::Delivery::Read)
                m_receiptSeq = std::max(m_receiptSeq, upTo);
            for (const domain::Message& message : *messages) {
                if (message.author == domain::Author::Customer || message.note ||
                    !domain::advances(message.delivery, delivery))
                    continue;
                m_parts.pipeline.submit(
                    Submission{m_visitor->project,
                               {},
                               domain::Actor{domain::ActorType::Customer, {}, {}},
                               message.id,
                               domain::RecordDelivery{{message.id, delivery, std::nullopt}, message.delivery},
                               {},
                               {}});
            }
        });
}

bool VisitorSession::heard(const Published& published)
{
    const std::optional<Json> data = dataForVisitor(published.event);
    if (!data)
        return false;
    const std::string text = rpcNotification("event", dump(Json{{"seq", published.event.seq},
                                                                {"type", nameOf(published.event.type)},
                                                                {"at", toRfc3339(published.event.at)},
                                                                {"data", *data}}));
    if (m_live)
        reply(text);
    else
        m_early.push_back(text);
    return m_live;
}

void VisitorSession::sendTyping(domain::Author author, const QString& name, bool on)
{
    if (m_live)
        reply(rpcNotification("typing",
                              dump(Json{{"author", nameOf(author)}, {"name", utf8(name)}, {"on", on}})));
}

} // namespace relevo::relay
