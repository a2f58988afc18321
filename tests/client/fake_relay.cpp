#include "fake_relay.h"

#include <protocol/codec.h>
#include <protocol/event_codec.h>
#include <protocol/names.h>

#include <QtNetwork/QTcpSocket>
#include <QtWebSockets/QWebSocket>

#include <algorithm>

namespace relevo::test {

using namespace protocol;

FakeRelay::FakeRelay(World& world) : m_world(world)
{
    listenAgain();
}

FakeRelay::~FakeRelay()
{
    goAway();
}

QUrl FakeRelay::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port));
}

void FakeRelay::listenAgain()
{
    m_server = std::make_unique<QWebSocketServer>(QStringLiteral("fake"), QWebSocketServer::NonSecureMode);
    m_door = std::make_unique<QTcpServer>();
    if (!m_door->listen(QHostAddress::LocalHost, m_port))
        qFatal("the fake relay cannot listen");
    m_port = m_door->serverPort();
    connect(m_door.get(), &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket* socket = m_door->nextPendingConnection())
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { open(socket); });
    });
    connect(m_server.get(), &QWebSocketServer::newConnection, this, &FakeRelay::accept);
}

void FakeRelay::goAway()
{
    m_door.reset();
    for (const auto& [socket, client] : std::exchange(m_clients, {})) {
        socket->disconnect(this);
        socket->abort();
        socket->deleteLater();
    }
    m_server.reset();
}

void FakeRelay::open(QTcpSocket* socket)
{
    if (files.takes(socket))
        return;
    if (socket->peek(5) == "POST ") {
        logIn(socket);
        return;
    }
    if (socket->peek(9) == "GET /api/") {
        tellList(socket);
        return;
    }
    socket->disconnect(this);
    // The server's end is in a WebSocket's hands from here on; the door's end must not take it along.
    socket->setParent(m_server.get());
    m_server->handleConnection(socket);
}

void FakeRelay::tellList(QTcpSocket* socket)
{
    if (!socket->peek(64 * 1024).contains("\r\n\r\n"))
        return; // more is to come
    const QByteArray request = socket->readAll();
    const bool isCanned = request.startsWith("GET /api/canned-responses");
    cannedLists += isCanned ? 1 : 0;
    const QByteArray mark = "?cursor=";
    const qsizetype at = request.indexOf(mark);
    const qsizetype end = request.indexOf(' ', at);
    const int page = at < 0 ? 0 : request.mid(at + mark.size(), end - at - mark.size()).toInt();
    const QByteArray bytes =
        QByteArray::fromStdString(dump(!isCanned   ? templates
                                       : page == 0 ? canned
                                                   : cannedPages.at(static_cast<std::size_t>(page) - 1)));
    socket->write(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " +
        QByteArray::number(bytes.size()) + "\r\n\r\n" + bytes);
    socket->disconnectFromHost();
}

void FakeRelay::logIn(QTcpSocket* socket)
{
    const QByteArray request = socket->peek(64 * 1024);
    const qsizetype body = request.indexOf("\r\n\r\n") + 4;
    const Json said = Json::parse(request.mid(body).toStdString(), nullptr, false);
    if (body < 4 || said.is_discarded())
        return; // more is to come
    (void)socket->readAll();
    const bool right = said.value("password", std::string()) == password.toStdString();
    const domain::Agent& me = m_world.live().agents.at(m_world.agent(agentIndex).id);
    const Json answer = right ? Json{{"token", token.toStdString()},
                                     {"agent", toJson(me)},
                                     {"project", toJson(m_world.live().project)}}
                              : Json{{"code", "unauthorized"}, {"title", "No."}};
    const QByteArray bytes = QByteArray::fromStdString(dump(answer));
    socket->write(QByteArray(right ? "HTTP/1.1 200 OK" : "HTTP/1.1 401 Unauthorized") +
                  "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " +
                  QByteArray::number(bytes.size()) + "\r\n\r\n" + bytes);
    socket->disconnectFromHost();
}

void FakeRelay::accept()
{
    while (QWebSocket* socket = m_server->nextPendingConnection()) {
        m_clients[socket].socket = socket;
        connect(socket, &QWebSocket::textMessageReceived, this,
                [this, socket](const QString& text) { received(socket, text); });
        connect(socket, &QWebSocket::disconnected, this, [this, socket] {
            if (m_clients.erase(socket))
                socket->deleteLater();
        });
    }
}

void FakeRelay::closeAll(int code)
{
    const auto clients = m_clients;
    for (const auto& [socket, client] : clients)
        socket->close(static_cast<QWebSocketProtocol::CloseCode>(code));
}

void FakeRelay::notify(const char* method, const Json& params)
{
    for (const auto& [socket, client] : m_clients)
        socket->sendTextMessage(QString::fromStdString(rpcNotification(method, dump(params))));
}

bool FakeRelay::sendCounted(QWebSocket* socket, const std::string& text)
{
    if (hangUpAfter == 0) {
        hangUpAfter = -1;
        m_clients.erase(socket);
        socket->disconnect(this);
        socket->abort();
        socket->deleteLater();
        return false;
    }
    if (hangUpAfter > 0)
        --hangUpAfter;
    socket->sendTextMessage(QString::fromStdString(text));
    return true;
}

void FakeRelay::publish()
{
    std::vector<QWebSocket*> sockets;
    for (const auto& [socket, client] : m_clients)
        sockets.push_back(socket);
    for (QWebSocket* socket : sockets)
        pump(m_clients[socket]);
}

void FakeRelay::pump(Client& client)
{
    while (client.greeted && client.cursor < m_world.seq()) {
        const domain::Event& event = m_world.journal()[static_cast<std::size_t>(client.cursor)];
        ++client.cursor;
        if (!sendCounted(client.socket, rpcNotification("event", encodeEvent(event))))
            return;
    }
}

void FakeRelay::received(QWebSocket* socket, const QString& text)
{
    const std::string bytes = text.toStdString();
    const auto request = parseRpcRequest(bytes);
    if (!request || !m_clients.contains(socket))
        return;
    Client& client = m_clients[socket];
    if (request->method == "hello") {
        hello(client, *request);
        return;
    }
    if (request->method == "notification.list")
        ++notificationLists;
    else if (request->method == "read.mark")
        marks.push_back(request->params);
    else if (request->method == "viewing.set")
        viewed.push_back(request->params.value("conversationId", std::string()));
    else
        calls.emplace_back(request->method, request->params);
    const Result<Json> result = answer(*request);
    if (loseAnswers > 0 && request->params.contains("commandId")) {
        --loseAnswers;
        hangUpAfter = 0;
        (void)sendCounted(socket, {});
        return;
    }
    if ((request->method == "conversation.history" && std::exchange(hangUpAtHistory, false)) ||
        (request->method == "notification.list" && std::exchange(hangUpAtNotifications, false))) {
        hangUpAfter = 0;
        (void)sendCounted(socket, {});
        return;
    }
    const std::string reply =
        result ? rpcResult(request->id, *result) : rpcError(request->id, result.error());
    if (holdAnswers && request->params.contains("commandId"))
        m_held.emplace_back(socket, reply);
    else
        socket->sendTextMessage(QString::fromStdString(reply));
    publish();
}

void FakeRelay::answerHeld()
{
    for (const auto& [socket, text] : std::exchange(m_held, {})) {
        if (m_clients.contains(socket))
            socket->sendTextMessage(QString::fromStdString(text));
    }
}

void FakeRelay::hello(Client& client, const RpcRequest& request)
{
    hellos.push_back(request.params);
    if (muteHello)
        return;
    if (request.params.value("token", std::string()) != token.toStdString()) {
        const Error error{ErrorCode::Unauthorized, QStringLiteral("The session has ended."), {}, {}};
        client.socket->sendTextMessage(QString::fromStdString(rpcError(request.id, error)));
        client.socket->close(static_cast<QWebSocketProtocol::CloseCode>(4001));
        return;
    }
    const qint64 since = request.params.value("since", qint64(0));
    const std::string known = request.params.value("epoch", std::string());
    const bool snapshot = since <= 0 || since > m_world.seq() || m_world.seq() - since > resumeLimit ||
                          (!known.empty() && known != epoch.toStdString());
    const char* mode = snapshot ? "snapshot" : "resume";
    lastModes.insert(mode);
    const Json result{{"protocol", speaks},
                      {"agent", toJson(m_world.live().agents.at(m_world.agent(agentIndex).id))},
                      {"project", toJson(m_world.live().project)},
                      {"seq", m_world.seq()},
                      {"epoch", epoch.toStdString()},
                      {"serverTime", toRfc3339(m_world.clock.now())},
                      {"failingChannels", failing},
                      {"mode", mode}};
    QWebSocket* socket = client.socket;
    socket->sendTextMessage(QString::fromStdString(rpcResult(request.id, result)));
    client.cursor = since;
    client.greeted = true;
    if (snapshot) {
        client.cursor = m_world.seq();
        for (const Json& page : m_world.snapshot(perPage)) {
            if (!sendCounted(socket, rpcNotification("snapshot", dump(page))))
                return;
        }
    }
    pump(client);
}

Result<Json> FakeRelay::answer(const RpcRequest& request)
{
    if (request.method == "conversation.history")
        return failHistory ? Result<Json>(std::unexpected(*failHistory)) : history(request.params);
    if (request.method == "notification.list")
        return notifications(request.params);
    if (request.method == "search")
        return Json{{"items", found}, {"next", nullptr}};
    if (const auto said = says.find(request.method); said != says.end())
        return said->second;
    if (request.method == "state.hash")
        return Json{{"seq", m_world.seq()}, {"hash", utf8(domain::stateHash(m_world.live()))}};
    const std::string id = request.params.value("commandId", std::string());
    if (id.empty())
        return Json::object();
    if (const auto found = m_answers.find(id); found != m_answers.end())
        return Json::parse(found->second);
    if (failWith)
        return std::unexpected(*failWith);
    Result<Json> result = command(request);
    if (result)
        m_answers[id] = dump(*result);
    return result;
}

Result<Json> FakeRelay::command(const RpcRequest& request)
{
    Fields fields(request.params);
    const domain::Agent& me = m_world.agent(agentIndex);
    const domain::Actor actor{domain::ActorType::Agent, me.id.toString(), me.name};
    if (request.method == "availability.set") {
        const auto state = valueOf<domain::Availability>(request.params.value("state", std::string()));
        const auto events = m_world.run({}, domain::SetAvailability{me.id, state.value()}, actor);
        return events ? Result<Json>(Json::object()) : std::unexpected(events.error());
    }
    if (request.method == "notification.read") {
        const auto id = fields.id<domain::NotificationId>("notificationId");
        const auto events = m_world.run({}, domain::ReadNotification{{id, me.id}}, actor);
        return events ? Result<Json>(Json{{"success", true}}) : std::unexpected(events.error());
    }
    if (request.method.starts_with("contact."))
        return onContact(request.method, fields);
    const auto handoff = fields.id<domain::HandoffId>("handoffId");
    domain::ConversationId conversation;
    for (const domain::Event& event : m_world.journal()) {
        if (event.handoffId == handoff)
            conversation = event.conversationId;
    }
    if (!files.named(fields.member("attachments")))
        return failure(ErrorCode::Invalid, QStringLiteral("There is no such attachment."));
    const std::optional<qint64> basedOn = fields.optionalNumber("basedOnSeq");
    const bool holds = basedOn && m_world.conversation(conversation)->control.agent == me.id;
    if (const auto said = holds ? m_world.saidByOthers(conversation, *basedOn, me.id) : std::nullopt)
        return failure(ErrorCode::Conflict, QStringLiteral("Something was said after this was written."), {},
                       {{QStringLiteral("messageId"), said->id.toString()}});
    const auto events = m_world.run(conversation, onHandoff(request.method, fields, handoff), actor);
    if (!events)
        return std::unexpected(events.error());
    if (request.method == "handoff.claim" || request.method == "handoff.reopen")
        return Json{{"success", true}, {"epoch", m_world.conversation(conversation)->control.epoch}};
    if (request.method.starts_with("handoff."))
        return Json{{"success", true}};
    const auto& message = std::get<domain::Message>(events->front().data);
    return request.method == "note.add" ? Json{{"messageId", message.id.text()}, {"seq", message.seq}}
                                        : toJson(message);
}

Result<Json> FakeRelay::onContact(const std::string& method, Fields& fields)
{
    const domain::Agent& me = m_world.live().agents.at(m_world.agent(agentIndex).id);
    const domain::Actor actor{domain::ActorType::Agent, me.id.toString(), me.name};
    const auto known = [this](const domain::ContactId& id) {
        domain::KnownContact found;
        for (const domain::Event& event : m_world.journal()) {
            const auto* state =
                event.conversationId.isNull() ? nullptr : m_world.conversation(event.conversationId);
            if (state && state->conversation.contact.id == id)
                found = {event.conversationId, state->conversation.contact};
        }
        return found;
    };
    const auto id = fields.id<domain::ContactId>("contactId");
    domain::Command command = domain::SplitContact{id};
    if (method == "contact.update") {
        domain::CorrectContact correct;
        correct.contact = id;
        for (const auto& [key, field] : {std::pair("name", &domain::CorrectContact::name),
                                         std::pair("email", &domain::CorrectContact::email),
                                         std::pair("phone", &domain::CorrectContact::phone)}) {
            if (fields.member(key))
                correct.*field = fields.optionalText(key, 512);
        }
        if (const Json* attributes = fields.member("attributes")) {
            for (const auto& [name, value] : attributes->items())
                correct.attributes[QString::fromStdString(name)] =
                    value.is_string() ? QString::fromStdString(value.get<std::string>()) : QString();
        }
        if (const Json* tags = fields.member("tags")) {
            correct.tags.emplace();
            for (const Json& tag : *tags)
                correct.tags->push_back(QString::fromStdString(tag.get<std::string>()));
        }
        if (fields.has("blocked"))
            correct.blocked = fields.flag("blocked");
        command = correct;
    } else if (method == "contact.note") {
        command = domain::AddContactNote{id, me.id, me.name, fields.text("text", 16'000)};
    } else if (method == "contact.deleteNote") {
        command = domain::DeleteContactNote{id, fields.id<domain::MessageId>("noteId"), me.id, false};
    } else if (method == "contact.merge") {
        const auto into = fields.id<domain::ContactId>("into");
        command = domain::MergeContact{id, into, {}, {known(into)}};
    }
    const auto events = m_world.run(known(id).conversation, command, actor);
    return events ? Result<Json>(Json{{"success", true}}) : std::unexpected(events.error());
}

domain::Command FakeRelay::onHandoff(const std::string& method, Fields& fields,
                                     const domain::HandoffId& handoff) const
{
    const domain::Agent& me = m_world.live().agents.at(m_world.agent(agentIndex).id);
    const domain::AgentRef by{me.id, me.name};
    const bool forOthers = me.role != domain::Role::Agent;
    if (method == "handoff.claim")
        return domain::ClaimHandoff{handoff, by};
    if (method == "handoff.reopen")
        return domain::ReopenHandoff{handoff, by};
    if (method == "handoff.decline")
        return domain::DeclineOffer{handoff, me.id, fields.optionalText("reason", 500)};
    if (method == "handoff.snooze")
        return domain::SnoozeHandoff{handoff, me.id, forOthers,
                                     m_world.clock.now() + std::chrono::minutes(fields.number("minutes"))};
    if (method == "handoff.resolve") {
        domain::ResolveHandoff resolve;
        resolve.handoffId = handoff;
        resolve.agent = me.id;
        resolve.mayResolveOthers = forOthers;
        resolve.notes = fields.optionalText("notes", 10'000);
        resolve.disposition = fields.optionalText("disposition", 500);
        resolve.handBackToBot = fields.flag("handBackToBot");
        resolve.asksRating = fields.flag("csat", true);
        return resolve;
    }
    if (method == "handoff.spam") {
        domain::SpamHandoff spam;
        spam.handoffId = handoff;
        spam.agent = me.id;
        spam.mayEndOthers = forOthers;
        spam.block = fields.flag("block");
        return spam;
    }
    if (method == "handoff.convert") {
        domain::ConvertHandoff convert;
        convert.handoffId = handoff;
        convert.agent = me.id;
        convert.mayConvertOthers = forOthers;
        return convert;
    }
    if (method == "handoff.transfer") {
        domain::TransferHandoff transfer;
        transfer.handoffId = handoff;
        transfer.by = by;
        transfer.mayMoveOthers = forOthers;
        if (fields.has("agentId"))
            transfer.to = fields.id<domain::AgentId>("agentId");
        if (fields.has("teamId"))
            transfer.team = fields.id<domain::TeamId>("teamId");
        transfer.toBot = fields.flag("bot");
        transfer.note = fields.optionalText("note", 20'000);
        return transfer;
    }
    const QString content = fields.optionalText("content", 100'000);
    const QString clientId = fields.optionalText("clientId", 100);
    const std::vector<domain::Attachment> attached =
        files.named(fields.member("attachments")).value_or(std::vector<domain::Attachment>{});
    if (method == "note.add")
        return domain::AddNote{handoff, by, content, clientId, {}, attached};
    domain::SendMessage send;
    send.handoffId = handoff;
    send.speaker = by;
    send.content = content;
    send.clientId = clientId;
    send.epoch = fields.optionalNumber("epoch");
    send.attachments = attached;
    if (const Json* use = fields.member("template")) {
        send.madeFrom = protocol::fromJson<domain::TemplateUse>(*use).value_or(domain::TemplateUse{});
        send.content = QStringLiteral("made of ") + send.madeFrom->name;
    }
    return send;
}

/// As the relay's list: this agent's, newest first, with when they read them.
Json FakeRelay::notifications(const Json& params) const
{
    const domain::Agent& me = m_world.live().agents.at(m_world.agent(agentIndex).id);
    const qint64 before = params.value("before", std::numeric_limits<qint64>::max());
    std::map<domain::NotificationId, Timestamp> read;
    Json items = Json::array();
    for (const domain::Event& event : m_world.journal()) {
        if (const auto* one = std::get_if<domain::NotificationRead>(&event.data); one && one->agent == me.id)
            read.emplace(one->id, event.at);
        const auto* notification = std::get_if<domain::Notification>(&event.data);
        if (!notification || event.seq >= before || !domain::isFor(*notification, me) ||
            (notification->expiresAt && *notification->expiresAt <= m_world.clock.now()))
            continue;
        Json item = toJson(*notification);
        item["seq"] = event.seq;
        items.insert(items.begin(), std::move(item));
    }
    for (Json& item : items) {
        const auto id = Fields(item).id<domain::NotificationId>("id");
        if (const auto found = read.find(id); found != read.end())
            item["readAt"] = toRfc3339(found->second);
    }
    return {{"items", std::move(items)}, {"next", nullptr}};
}

Json FakeRelay::history(const Json& params) const
{
    Fields fields(params);
    const auto id = fields.id<domain::ConversationId>("conversationId");
    const qint64 before = fields.optionalNumber("before").value_or(std::numeric_limits<qint64>::max());
    const auto limit = static_cast<std::size_t>(fields.optionalNumber("limit").value_or(50));
    SnapshotConversation page{*m_world.conversation(id), m_world.messages(id)};
    std::erase_if(page.messages, [before](const domain::Message& message) { return message.seq >= before; });
    if (page.messages.size() > limit)
        page.messages.erase(page.messages.begin(), page.messages.end() - static_cast<std::ptrdiff_t>(limit));
    return toJson(page);
}

} // namespace relevo::test
