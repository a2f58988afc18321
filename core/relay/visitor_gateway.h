#pragma once

#include <relay/visitor_session.h>

#include <QtCore/QHash>

namespace relevo::relay {

/// All sockets of the web chat. Each conversation's events go to the browsers that show it; what reached one
/// counts as sent. I/O thread.
class VisitorGateway final : public QObject, public Listener
{
    Q_OBJECT

public:
    /// `lookUps` for small, indexed ones.
    VisitorGateway(GatewayParts parts, const bot::FaqBot& bot, IdSource& ids, store::Reader& lookUps,
                   QObject* parent = nullptr);
    ~VisitorGateway() override;

    /// At the start nobody is here: whoever is awaited is gone until a browser of theirs comes back.
    void notePresence();
    void accept(const std::shared_ptr<http::WebSocket>& socket, const QHostAddress& peer);
    void heard(const Published& published) override;
    /// Whose token it is, also of somebody who has said nothing yet. Fails with `unauthorized`.
    [[nodiscard]] Result<Visitor> visitorOf(const QByteArray& token);
    /// Counts an upload; `rate_limited` when there were too many.
    [[nodiscard]] Result<void> mayUpload(const Visitor& visitor, const QHostAddress& peer)
    {
        return m_book.upload(visitor, peer);
    }
    /// What one file of a visitor may have, in bytes.
    void setFileBytes(qint64 bytes) { m_book.setFileBytes(bytes); }
    /// Of visitors who have said hello.
    [[nodiscard]] int socketCount() const { return static_cast<int>(m_sessions.size()); }

private:
    /// Writes down whether the customer of this conversation is there, as far as it matters.
    void notePresence(const domain::ProjectId& project, const domain::ConversationId& conversation);
    [[nodiscard]] bool isHere(const domain::ProjectId& project,
                              const domain::ConversationId& conversation) const;
    void tellSettings(const domain::ProjectId& project);
    void forwardTyping(const domain::ProjectId& project, const domain::ConversationId& conversation,
                       domain::Author author, const QString& name, bool on);

    GatewayParts m_parts;
    const bot::FaqBot& m_bot;
    VisitorBook m_book;
    store::Reader& m_lookUps;
    QMultiHash<domain::ConversationId, VisitorSession*> m_sessions;
};

} // namespace relevo::relay
