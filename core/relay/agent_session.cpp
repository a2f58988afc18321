#include <relay/agent_session.h>

#include <protocol/codec.h>
#include <protocol/event_codec.h>
#include <protocol/limits.h>
#include <protocol/names.h>
#include <relay/answers.h>
#include <relay/rights.h>
#include <relay/secrets.h>
#include <relay/webhook_courier.h>

#include <QtCore/QPointer>

#include <algorithm>

namespace relevo::relay {

using namespace protocol;

namespace {

constexpr quint16 closeBadToken = 4001;
constexpr quint16 closeForbidden = 4003;
constexpr quint16 closeTooOld = 4010;

constexpr std::chrono::seconds helloWithin{10};
constexpr qint64 resumeLimit = 5'000; // events; past it a snapshot is less than the events
constexpr int journalPage = 500;      // events read at a time
constexpr qint64 typingBound = 64 * 1024;

QByteArrayView viewOf(const std::string& text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

Alerts readAlerts(Fields& fields)
{
    return {fields.flag("offers", true), fields.flag("requests", true)};
}

/// The command on a handoff that a method means; null for the other methods.
Commands::OnHandoff commandOf(std::string_view method)
{
    constexpr std::string_view handoff = "handoff.";
    if (method == "message.send")
        return &Commands::reply;
    if (method == "note.add")
        return &Commands::note;
    return method.starts_with(handoff) ? Commands::onHandoff(method.substr(handoff.size())) : nullptr;
}

} // namespace

AgentSession::AgentSession(std::shared_ptr<http::WebSocket> socket, GatewayParts parts, QObject* parent)
    : QObject(parent), m_socket(std::move(socket)), m_parts(parts)
{
    m_resume.setSingleShot(true);
    m_resume.setInterval(10);
    connect(&m_resume, &QTimer::timeout, this,
            [this] { m_phase == Phase::Snapshot ? nextSnapshotPage() : pump(); });
    QTimer::singleShot(helloWithin, this, [this] {
        if (!m_scope)
            m_socket->close(closeBadToken, "no hello");
    });
    m_socket->onText([this](const QByteArray& text) { received(text); });
    m_socket->onClosed([this](quint16) { Q_EMIT closed(); });
}

AgentSession::~AgentSession()
{
    if (m_scope)
        m_parts.hub.leave(m_scope->project, *this);
}

void AgentSession::reply(const std::string& text)
{
    m_socket->send(viewOf(text));
}

void AgentSession::refuse(quint16 code, const Json& id, const Error& error)
{
    reply(rpcError(id, error));
    m_socket->close(code, error.message.toUtf8());
}

void AgentSession::end(quint16 code, const QByteArray& reason)
{
    m_phase = Phase::Ended;
    m_socket->close(code, reason);
}

void AgentSession::end()
{
    end(closeBadToken, "the session has ended");
}

void AgentSession::checkAgain()
{
    if (!m_scope || m_phase == Phase::Ended)
        return;
    const domain::Agent* agent = agentIn(m_parts.hub, m_scope->project, m_scope->agent);
    if (!agent || agent->disabled) {
        end(closeForbidden, "the account is disabled");
        return;
    }
    Result<Scope> scope = m_parts.auth.scopeOfHash(m_tokenHash);
    if (scope)
        m_scope = std::move(*scope);
    else if (scope.error().code == ErrorCode::Unauthorized)
        end();
    else
        end(http::closecode::Internal, "the session could not be checked");
}

void AgentSession::received(const QByteArray& text)
{
    if (m_phase == Phase::Ended)
        return;
    const auto request = parseRpcRequest({text.constData(), static_cast<std::size_t>(text.size())});
    if (!request) {
        reply(rpcError(request.error().id, request.error().number, request.error().message));
        return;
    }
    if (!m_scope && request->method != "hello") {
        refuse(closeBadToken, request->id,
               {ErrorCode::Unauthorized,
                QStringLiteral("Say hello first."),
                QStringLiteral("The first call must be hello."),
                {}});
        return;
    }
    dispatch(*request);
}

void AgentSession::dispatch(const RpcRequest& request)
{
    const std::string& method = request.method;
    const Right* right = rightTo(method);
    if (right && m_scope) {
        if (const Result<void> allowed = checkRight(*right, *m_scope); !allowed) {
            reply(rpcError(request.id, allowed.error()));
            return;
        }
    }
    if (!right) {
        reply(rpcError(
            request.id, rpcerror::methodNotFound,
            QStringLiteral("There is no method \"%1\".").arg(QString::fromStdString(method).left(64))));
    } else if (method == "hello") {
        hello(request);
    } else if (method == "ping") {
        reply(rpcResultRaw(request.id, "{}"));
    } else if (method == "state.hash") {
        stateHash(request);
    } else if (method == "conversation.history") {
        history(request);
    } else if (method == "search") {
        search(request);
    } else if (method == "contact.get") {
        getContact(request);
    } else if (method == "contact.find") {
        findContacts(request);
    } else if (method.starts_with("contact.")) {
        onContact(request);
    } else if (method == "read.mark") {
        markRead(request);
    } else if (method == "typing.set") {
        setTyping(request);
    } else if (method == "notification.list") {
        listNotifications(request);
    } else if (method == "notification.read") {
        readNotification(request);
    } else if (method == "viewing.set") {
        setViewing(request);
    } else if (method == "alerts.set") {
        setAlerts(request);
    } else if (method == "presence.set") {
        setPresence(request);
    } else if (method == "availability.set") {
        submit(request, m_parts.commands.availability(*m_scope, request.params));
    } else if (const Commands::OnHandoff command = commandOf(method)) {
        onHandoff(request, command);
    } else if (const Assistant::Request what = Assistant::requestOf(method)) {
        askAssistant(request, what);
    }
}

void AgentSession::onHandoff(const RpcRequest& request, Commands::OnHandoff command)
{
    Fields fields(request.params);
    const domain::HandoffId id = fields.id<domain::HandoffId>("handoffId");
    // A desktop may be behind, or send what it kept for hours: without the epoch nobody knows for which turn.
    if (request.method == "message.send" && !fields.optionalNumber("epoch"))
        fields.fail("epoch", "is required: the control epoch the text was written under, as handoff.claim "
                             "or control.changed gave it");
    if (fields.error()) {
        reply(rpcError(request.id, *fields.error()));
        return;
    }
    Result<Submission> submission = (m_parts.commands.*command)(*m_scope, id, request.params);
    if (submission && request.method == "message.send") {
        submission->answer = answers::message;
        submission->tellsOfContact = true;
    }
    submit(request, std::move(submission));
}

void AgentSession::askAssistant(const RpcRequest& request, Assistant::Request what)
{
    Fields fields(request.params);
    const QString commandId = fields.optionalText("commandId", maxShortText);
    if (fields.error()) {
        reply(rpcError(request.id, *fields.error()));
        return;
    }
    const QPointer<AgentSession> guard(this);
    (m_parts.assistant.*
     what)(*m_scope, request.params, commandId, [guard, id = request.id](const Result<std::string>& answer) {
        if (guard)
            guard->reply(answer ? rpcResultRaw(id, *answer) : rpcError(id, answer.error()));
    });
}

void AgentSession::submit(const RpcRequest& request, Result<Submission> submission)
{
    Fields fields(request.params);
    const QString commandId = fields.text("commandId", maxShortText);
    if (submission && fields.error())
        submission = std::unexpected(*fields.error());
    if (!submission) {
        reply(rpcError(request.id, submission.error()));
        return;
    }
    submission->commandIds.push_back({QStringLiteral("agent:") + m_scope->agent.toString() + u'\n' +
                                      QString::fromStdString(request.method) + u'\n' + commandId});
    const QPointer<AgentSession> guard(this);
    submission->done = [guard, id = request.id](const Result<std::string>& answer) {
        if (guard)
            guard->reply(answer ? rpcResultRaw(id, *answer) : rpcError(id, answer.error()));
    };
    m_parts.pipeline.submit(std::move(*submission));
}

void AgentSession::hello(const RpcRequest& request)
{
    Fields fields(request.params);
    const QString token = fields.text("token", maxShortText);
    const qint64 since = fields.optionalNumber("since").value_or(0);
    const QString epoch = fields.optionalText("epoch", maxShortText);
    const qint64 clientProtocol = fields.optionalNumber("protocol").value_or(version);
    Alerts alerts;
    if (const Json* shown = fields.member("alerts"); shown && shown->is_object()) {
        Fields alertFields(*shown);
        alerts = readAlerts(alertFields);
        if (alertFields.error())
            fields.fail("alerts", "takes true or false");
    }
    if (m_scope || fields.error()) {
        reply(rpcError(request.id,
                       fields.error().value_or(
                           Error{ErrorCode::Conflict, QStringLiteral("Hello was said already."), {}, {}})));
        return;
    }
    if (clientProtocol < version) {
        refuse(closeTooOld, request.id,
               {ErrorCode::Conflict,
                QStringLiteral("This program is too old for the relay."),
                QStringLiteral("Update it and connect again."),
                {}});
        return;
    }
    Result<Scope> scope = m_parts.auth.scopeOf(token.toUtf8());
    const domain::ProjectState* state = scope ? m_parts.hub.state(scope->project) : nullptr;
    const Result<void> allowed = scope ? checkRight(*rightTo("hello"), *scope) : Result<void>();
    if (!scope || !allowed || !state) {
        refuse(scope ? closeForbidden : closeBadToken, request.id, scope ? allowed.error() : scope.error());
        return;
    }
    m_scope = std::move(*scope);
    m_tokenHash = relay::tokenHash(token.toUtf8());
    m_alerts = alerts;
    const bool otherJournal = !epoch.isEmpty() && epoch != m_parts.journalEpoch;
    const bool snapshot =
        since <= 0 || since > state->seq || state->seq - since > resumeLimit || otherJournal;
    Json failing = Json::array();
    for (const domain::HealthChange& channel : m_parts.webhooks.failing(m_scope->project))
        failing.push_back(toJson(channel));
    reply(rpcResult(request.id, Json{{"protocol", version},
                                     {"agent", toJson(state->agents.at(m_scope->agent))},
                                     {"project", toJson(state->project)},
                                     {"seq", state->seq},
                                     {"epoch", utf8(m_parts.journalEpoch)},
                                     {"serverTime", toRfc3339(m_parts.clock.now())},
                                     {"failingChannels", std::move(failing)},
                                     {"mode", snapshot ? "snapshot" : "resume"}}));
    m_parts.hub.listen(m_scope->project, *this);
    if (snapshot) {
        startSnapshot(otherJournal ? 0 : since);
    } else {
        m_cursor = since;
        m_phase = Phase::CatchingUp;
        pump();
    }
}

void AgentSession::pump()
{
    if (m_phase != Phase::CatchingUp || m_reading)
        return;
    const domain::ProjectId& project = m_scope->project;
    while (m_cursor < m_parts.hub.state(project)->seq) {
        if (!m_socket->isOpen())
            return;
        if (m_socket->bytesPending() > pendingBound) {
            m_resume.start();
            return;
        }
        const Hub::Kept* kept = m_parts.hub.frame(project, m_cursor + 1);
        if (!kept) {
            readFromJournal();
            return;
        }
        if (kept->restricted && !domain::maySee(*kept->restricted, me()))
            reply(rpcNotification("event", hiddenEvent(m_cursor + 1)));
        else
            m_socket->sendFrame(kept->frame);
        ++m_cursor;
    }
    m_phase = Phase::Live;
    Q_EMIT live();
}

void AgentSession::readFromJournal()
{
    m_reading = true;
    const auto query = [project = m_scope->project, after = m_cursor,
                        me = me()](store::Reader& reader) -> Result<std::vector<store::StoredEvent>> {
        auto events = reader.eventsAfter(project, after, journalPage);
        if (!events)
            return events;
        for (store::StoredEvent& event : *events)
            event.body = eventFor(me, event.seq, std::move(event.body));
        return events;
    };
    m_parts.queries.run<std::vector<store::StoredEvent>>(
        this, query, [this](Result<std::vector<store::StoredEvent>> events) {
            m_reading = false;
            if (!events || events->empty()) {
                refuse(http::closecode::Internal, nullptr,
                       events ? Error{ErrorCode::Internal, QStringLiteral("The journal has a gap."), {}, {}}
                              : events.error());
                return;
            }
            // The journal is ahead of the hub for a moment; what the hub tells later is not sent from here,
            // or it would go out twice.
            const qint64 told = m_parts.hub.state(m_scope->project)->seq;
            for (const store::StoredEvent& event : *events) {
                if (event.seq > told)
                    break;
                reply(rpcNotification("event", event.body));
                m_cursor = event.seq;
            }
            pump();
        });
}

void AgentSession::heard(const Published& published)
{
    if (m_phase != Phase::Live)
        return; // reached by pump() in its turn
    if (!published.restricted || domain::maySee(published.event, me()))
        m_socket->sendFrame(published.frame);
    else
        reply(rpcNotification("event", hiddenEvent(published.event.seq)));
    m_cursor = published.event.seq;
}

void AgentSession::sendTyping(const http::SharedFrame& frame)
{
    // A reader who is far behind is not told of what lapses anyway.
    if (m_phase == Phase::Live && m_socket->bytesPending() <= typingBound)
        m_socket->sendFrame(frame);
}

void AgentSession::sendNews(const http::SharedFrame& frame)
{
    if (m_phase == Phase::Live)
        m_socket->sendFrame(frame);
}

void AgentSession::setViewing(const RpcRequest& request)
{
    Fields fields(request.params);
    const auto conversation = fields.optionalId<domain::ConversationId>("conversationId");
    if (fields.error()) {
        reply(rpcError(request.id, *fields.error()));
        return;
    }
    reply(rpcResultRaw(request.id, "{}"));
    if (conversation == m_viewing)
        return;
    const domain::ConversationId before = std::exchange(m_viewing, conversation);
    Q_EMIT viewingChanged(before);
}

void AgentSession::setAlerts(const RpcRequest& request)
{
    Fields fields(request.params);
    const Alerts alerts = readAlerts(fields);
    if (fields.error()) {
        reply(rpcError(request.id, *fields.error()));
        return;
    }
    m_alerts = alerts;
    reply(rpcResultRaw(request.id, "{}"));
    Q_EMIT alertsChanged();
}

void AgentSession::setPresence(const RpcRequest& request)
{
    Fields fields(request.params);
    const bool here = fields.flag("here");
    if (!fields.member("here"))
        fields.fail("here", "is missing");
    if (fields.error()) {
        reply(rpcError(request.id, *fields.error()));
        return;
    }
    reply(rpcResultRaw(request.id, "{}"));
    m_attended = here;
    Q_EMIT attendedChanged();
}

void AgentSession::setTyping(const RpcRequest& request)
{
    Fields fields(request.params);
    const auto conversation = fields.id<domain::ConversationId>("conversationId");
    const bool on = fields.flag("on");
    const domain::ConversationState* state = m_parts.hub.byId(m_scope->project, conversation);
    if (!fields.error() && !state)
        fields.fail("conversationId", "names no open conversation");
    if (fields.error()) {
        reply(rpcError(request.id, *fields.error()));
        return;
    }
    Q_EMIT typed(conversation, on);
    // Only the holder's typing means anything to the customer.
    if (state->control.holder == domain::Holder::Agent && state->control.agent == m_scope->agent)
        m_parts.hub.tellTyping(m_scope->project, conversation, domain::Author::Agent, m_scope->actor.name,
                               on);
    reply(rpcResultRaw(request.id, "{}"));
}

} // namespace relevo::relay
