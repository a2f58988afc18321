#pragma once

#include <relay/agent_session.h>
#include <relay/visitor_typing.h>

namespace relevo::bot {
class FaqBot;
}

namespace relevo::relay {

/// One browser on /ws/visitor: hears only of its own conversation, without notes and without what concerns
/// agents alone. Sends and receipts of customers. I/O thread.
class VisitorSession final : public QObject
{
    Q_OBJECT

public:
    VisitorSession(std::shared_ptr<http::WebSocket> socket, const QHostAddress& peer, GatewayParts parts,
                   const bot::FaqBot& bot, VisitorBook& book, QObject* parent);

    [[nodiscard]] const std::optional<Visitor>& visitor() const { return m_visitor; }

    /// An event of this conversation; true when it was sent on.
    bool heard(const Published& published);
    /// The project's settings are others than they were when it said hello.
    void settingsChanged();
    void sendTyping(domain::Author author, const QString& name, bool on);
    /// Ends the connection; the browser comes back by itself.
    void leave();

Q_SIGNALS:
    void greeted();
    void closed();

private:
    /// What a browser is shown at first.
    struct Page
    {
        protocol::Json messages = protocol::Json::array();
        bool more = false;                      // there are others between `since` and these
        std::optional<domain::Handoff> ratable; // what the customer was asked about and may still rate
    };
    /// How far one kind of receipt has come.
    struct Receipts
    {
        qint64 wanted = 0;
        qint64 recorded = 0;
    };

    void received(const QByteArray& text);
    void hello(const protocol::RpcRequest& request);
    void find(const protocol::Json& id, const domain::ProjectId& project, const QByteArray& token,
              qint64 since);
    void greet(const protocol::Json& id, const Visitor& visitor, const QByteArray& token, qint64 since);
    void readPage(const protocol::Json& id, const QByteArray& token, qint64 since);
    void welcome(const protocol::Json& id, const QByteArray& token, Page page);
    void giveUp(const protocol::Json& id, const Error& error);
    void send(const protocol::RpcRequest& request);
    void writeDown();
    void cancelHandoff(const protocol::RpcRequest& request);
    void rate(const protocol::RpcRequest& request);
    void submit(const protocol::Json& id, Submission submission);
    void setTyping(const protocol::RpcRequest& request);
    void readMark(const protocol::RpcRequest& request, domain::Delivery delivery);
    void markUpTo(qint64 seq, domain::Delivery delivery);
    void recordReceipts();
    void record(const std::vector<domain::Message>& messages, domain::Delivery delivery);
    void reply(const std::string& text);

    [[nodiscard]] static Result<Page> pageOf(store::Reader& reader, const Visitor& visitor, qint64 since,
                                             Timestamp now);

    std::shared_ptr<http::WebSocket> m_socket;
    QHostAddress m_peer;
    GatewayParts m_parts;
    const bot::FaqBot& m_bot;
    VisitorBook& m_book;
    VisitorTyping m_typing;
    std::optional<Visitor> m_visitor;
    QByteArray m_unwritten; // the token's hash, until the visitor is written down; empty then
    QString m_language;
    domain::ContactPatch m_origin;    // goes with what they write
    bool m_greeting = false;          // a hello is being answered, or has been
    bool m_live = false;              // the answer to hello has been sent; events may follow
    std::vector<std::string> m_early; // events that came before that
    Receipts m_read;
    Receipts m_delivered;
    bool m_recording = false; // the one query for receipts is under way
};

} // namespace relevo::relay
