#include <relay/visitor_gateway.h>

namespace relevo::relay {

VisitorGateway::VisitorGateway(GatewayParts parts, const bot::FaqBot& bot, IdSource& ids, QObject* parent)
    : QObject(parent), m_parts(parts), m_bot(bot), m_book(parts.clock, ids)
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
    connect(session, &VisitorSession::greeted, this,
            [this, session] { m_sessions.insert(session->visitor()->conversation, session); });
    connect(session, &VisitorSession::closed, this, [this, session] {
        if (session->visitor())
            m_sessions.remove(session->visitor()->conversation, session);
        // Its deletion waits for the event loop; an answer that comes before must not list it again.
        session->disconnect(this);
        session->deleteLater();
    });
}

void VisitorGateway::heard(const Published& published)
{
    if (published.event.conversationId.isNull())
        return;
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
