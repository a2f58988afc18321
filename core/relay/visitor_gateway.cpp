#include <relay/visitor_gateway.h>

#include <domain/customer.h>
#include <relay/secrets.h>

#include <QtCore/QPointer>

#include <algorithm>

namespace relevo::relay {
namespace {

constexpr std::chrono::seconds presenceAgainAfter{2};

} // namespace

VisitorGateway::VisitorGateway(GatewayParts parts, const bot::FaqBot& bot, IdSource& ids,
                               store::Reader& lookUps, QObject* parent)
    : QObject(parent), m_parts(parts), m_bot(bot), m_book(parts.clock, ids), m_lookUps(lookUps)
{
    m_parts.hub.listenToAll(*this);
    connect(&m_parts.hub, &Hub::typing, this, &VisitorGateway::forwardTyping);
}

VisitorGateway::~VisitorGateway()
{
    m_parts.hub.leaveAll(*this);
}

void VisitorGateway::accept(const std::shared_ptr<http::WebSocket>& socket, const QHostAddress& peer)
{
    auto* session = new VisitorSession(socket, peer, m_parts, m_bot, m_book, this);
    connect(session, &VisitorSession::greeted, this, [this, session] {
        const Visitor& visitor = *session->visitor();
        m_sessions.insert(visitor.conversation, session);
        notePresence(visitor.project, visitor.conversation);
    });
    connect(session, &VisitorSession::closed, this, [this, session] {
        if (const std::optional<Visitor>& visitor = session->visitor()) {
            m_sessions.remove(visitor->conversation, session);
            notePresence(visitor->project, visitor->conversation);
        }
        // Its deletion waits for the event loop; an answer that comes before must not list it again.
        session->disconnect(this);
        session->deleteLater();
    });
}

Result<Visitor> VisitorGateway::visitorOf(const QByteArray& token)
{
    const QByteArray hash = tokenHash(token);
    if (const std::optional<Visitor> unwritten = m_book.unwritten(hash))
        return *unwritten;
    const auto stored = m_lookUps.credentials().visitorOf(hash);
    if (!stored)
        return std::unexpected(stored.error());
    if (token.isEmpty() || !*stored)
        return failure(ErrorCode::Unauthorized, QStringLiteral("This is nobody's token."),
                       QStringLiteral("Say hello on /ws/visitor first."));
    return Visitor{(*stored)->project, (*stored)->visitor.sessionId, (*stored)->visitor.conversation};
}

bool VisitorGateway::isHere(const domain::ProjectId& project,
                            const domain::ConversationId& conversation) const
{
    const auto [begin, end] = m_sessions.equal_range(conversation);
    return std::any_of(begin, end, [&project](const VisitorSession* session) {
        return session->visitor()->project == project;
    });
}

void VisitorGateway::notePresence()
{
    for (const domain::ProjectState* project : m_parts.hub.all()) {
        for (const auto& [id, conversation] : project->conversations)
            notePresence(project->project.id, id);
    }
}

void VisitorGateway::notePresence(const domain::ProjectId& project,
                                  const domain::ConversationId& conversation)
{
    const domain::ConversationState* state = m_parts.hub.byId(project, conversation);
    if (!state || state->conversation.channel != QLatin1String("web"))
        return;
    const bool here = isHere(project, conversation);
    const bool knownGone = state->conversation.customerGoneAt.has_value();
    if (here ? !knownGone : knownGone || !domain::isAwaited(*state))
        return;
    Submission submission{project, {}, domain::Actor{}, conversation, domain::SetCustomerPresence{here},
                          {},      {}};
    const QPointer<VisitorGateway> guard(this);
    submission.done = [guard, project, conversation](const Result<std::string>& written) {
        if (!guard || written || written.error().code != ErrorCode::Unavailable)
            return;
        QTimer::singleShot(presenceAgainAfter, guard,
                           [guard, project, conversation] { guard->notePresence(project, conversation); });
    };
    m_parts.pipeline.submit(std::move(submission));
}

void VisitorGateway::heard(const Published& published)
{
    if (published.event.type == domain::EventType::SettingsChanged)
        tellSettings(published.project);
    if (published.event.conversationId.isNull())
        return;
    // Coming and going may cross with what makes it matter, and with the record of it.
    if (std::holds_alternative<domain::Handoff>(published.event.data) ||
        std::holds_alternative<domain::Conversation>(published.event.data))
        notePresence(published.project, published.event.conversationId);
    if (published.event.type == domain::EventType::ContactErased) {
        // Whoever comes again is somebody new.
        const auto [begin, end] = m_sessions.equal_range(published.event.conversationId);
        const std::vector<VisitorSession*> sessions(begin, end);
        for (VisitorSession* session : sessions)
            session->leave();
        return;
    }
    bool sent = false;
    for (auto [it, end] = m_sessions.equal_range(published.event.conversationId); it != end; ++it) {
        if ((*it)->visitor()->project == published.project)
            sent = (*it)->heard(published) || sent;
    }
    const auto* message = std::get_if<domain::Message>(&published.event.data);
    if (sent && message && message->delivery == domain::Delivery::Queued)
        m_parts.pipeline.submit(
            Submission{published.project,
                       {},
                       domain::Actor{},
                       message->id,
                       domain::RecordDelivery{{message->id, domain::Delivery::Sent, std::nullopt},
                                              domain::Delivery::Queued},
                       {},
                       {}});
}

void VisitorGateway::tellSettings(const domain::ProjectId& project)
{
    for (VisitorSession* session : m_sessions) {
        if (session->visitor()->project == project)
            session->settingsChanged();
    }
}

void VisitorGateway::forwardTyping(const domain::ProjectId& project,
                                   const domain::ConversationId& conversation, domain::Author author,
                                   const QString& name, bool on)
{
    if (author == domain::Author::Customer)
        return;
    for (auto [it, end] = m_sessions.equal_range(conversation); it != end; ++it) {
        if ((*it)->visitor()->project == project)
            (*it)->sendTyping(author, name, on);
    }
}

} // namespace relevo::relay
