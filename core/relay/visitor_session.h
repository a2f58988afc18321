#pragma once

#include <relay/agent_session.h>

namespace relevo::bot {
class FaqBot;
}

namespace relevo::relay {

/// Who a visitor of the web chat is, as their token says.
struct Visitor
{
    domain::ProjectId project;
    QString sessionId;
    domain::ConversationId conversation;
};

/// One browser on /ws/visitor: hears only of its own conversation, without notes and without what concerns
/// agents alone. Sends and receipts of customers. I/O thread.
class VisitorSession final : public QObject
{
    Q_OBJECT

public:
    VisitorSession(std::shared_ptr<http::WebSocket> socket, GatewayParts parts, const bot::FaqBot& bot,
                   QObject* parent);

    [[nodiscard]] const std::optional<Visitor>& visitor() const { return m_visitor; }

    /// An event of this conversation; true when it was sent on.
    bool heard(const Published& published);
    void sendTyping(domain::Author author, const QString& name, bool on);

Q_SIGNALS:
    void greeted();
    void closed();

private:
    void received(const QByteArray& text);
    void hello(const protocol::RpcRequest& request);
    void welcome(const protocol::Json& id, const QByteArray& token, qint64 since);
    void send(const protocol::RpcRequest& request);
    void readMark(const protocol::RpcRequest& request, domain::Delivery delivery);
    void recordReceipts(qint64 upTo, domain::Delivery delivery);
    void reply(const std::string& text);
    [[nodiscard]] bool withinRate();

    std::shared_ptr<http::WebSocket> m_socket;
    GatewayParts m_parts;
    const bot::FaqBot& m_bot;
    std::optional<Visitor> m_visitor;
    QString m_language;
    bool m_greeting = false;          // a hello is being answered
    bool m_live = false;              // the answer to hello has been sent; events may follow
    std::vector<std::string> m_early; // events that came before that
    Timestamp m_rateStart;
    int m_rateCount = 0;
    qint64 m_receiptSeq = 0; // receipts up to here have been recorded as read
};

} // namespace relevo::relay
