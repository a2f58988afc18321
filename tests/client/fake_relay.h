#pragma once

#include "fake_files.h"
#include "world.h"

#include <protocol/rpc.h>

#include <QtNetwork/QTcpServer>
#include <QtWebSockets/QWebSocketServer>

#include <QtCore/QUrl>

#include <memory>
#include <set>

namespace relevo::test {

/// A relay's /ws/agent and its login over a World, on a port of its own, with everything a test wants to go
/// wrong.
class FakeRelay final : public QObject
{
    Q_OBJECT
public:
    explicit FakeRelay(World& world);
    ~FakeRelay() override;

    [[nodiscard]] QUrl url() const;
    /// Sends connected clients what the world's journal has grown by.
    void publish();
    void closeAll(int code);
    /// Tells all clients something that is no event.
    void notify(const char* method, const protocol::Json& params);
    /// Stops listening and hangs up; `listenAgain` comes back on the same port.
    void goAway();
    void listenAgain();
    /// The answers held back so far, in order.
    void answerHeld();

    FakeFiles files;
    QString token = QStringLiteral("good");
    QString password = QStringLiteral("right");
    QString epoch = QStringLiteral("first");
    int agentIndex = 0;           ///< whose token it is
    std::size_t perPage = 5;      ///< conversations in a page of a snapshot
    qint64 resumeLimit = 100'000; ///< events; past it a snapshot comes
    int hangUpAfter = -1;         ///< frames (pages and events) until the connection is cut; -1 never
    bool muteHello = false;       ///< hello gets no answer
    int speaks = 1;               ///< the version of the protocol
    int loseAnswers = 0;          ///< so many commands are done, and the connection cut before the answer
    bool holdAnswers = false;     ///< commands are done and their events told, but answered by answerHeld()
    std::optional<Error> failHistory;
    bool hangUpAtHistory = false;                       ///< once: the connection is cut before the answer
    bool hangUpAtNotifications = false;                 ///< likewise
    std::map<std::string, Result<protocol::Json>> says; ///< the answers to methods that change nothing
    std::optional<Error> failWith;                      ///< every command is refused with this
    protocol::Json found = protocol::Json::array();     ///< what every search finds
    protocol::Json failing = protocol::Json::array();   ///< channels, in the answer to hello

    protocol::Json canned{{"items", protocol::Json::array()}, {"next", nullptr}}; ///< GET canned-responses
    protocol::Json templates{{"items", protocol::Json::array()},
                             {"next", nullptr}}; ///< GET message-templates

    std::vector<protocol::Json> hellos;
    std::vector<protocol::Json> cannedPages;                   ///< those after it, by cursors "1", "2" …
    int cannedLists = 0;                                       ///< how often that was asked
    std::vector<std::pair<std::string, protocol::Json>> calls; ///< methods after hello, in order …
    int notificationLists = 0;         ///< … but for those every desk asks for after a snapshot, …
    std::vector<std::string> viewed;   ///< … for what is on its screen, empty for nothing, …
    std::vector<protocol::Json> marks; ///< … and for what was read
    std::set<std::string> lastModes;

private:
    struct Client
    {
        QWebSocket* socket = nullptr;
        qint64 cursor = 0;
        bool greeted = false;
    };

    World& m_world;
    std::unique_ptr<QTcpServer> m_door;
    std::unique_ptr<QWebSocketServer> m_server;
    quint16 m_port = 0;
    std::map<QWebSocket*, Client> m_clients;
    std::map<std::string, std::string> m_answers; ///< by command id
    std::vector<std::pair<QWebSocket*, std::string>> m_held;

    void open(QTcpSocket* socket);
    void logIn(QTcpSocket* socket);
    void tellList(QTcpSocket* socket);
    void accept();
    void received(QWebSocket* socket, const QString& text);
    void hello(Client& client, const protocol::RpcRequest& request);
    [[nodiscard]] Result<protocol::Json> answer(const protocol::RpcRequest& request);
    [[nodiscard]] Result<protocol::Json> command(const protocol::RpcRequest& request);
    [[nodiscard]] Result<protocol::Json> onContact(const std::string& method, protocol::Fields& fields);
    [[nodiscard]] domain::Command onHandoff(const std::string& method, protocol::Fields& fields,
                                            const domain::HandoffId& handoff) const;
    [[nodiscard]] protocol::Json notifications(const protocol::Json& params) const;
    [[nodiscard]] protocol::Json history(const protocol::Json& params) const;
    /// False when the connection was cut.
    bool sendCounted(QWebSocket* socket, const std::string& text);
    void pump(Client& client);
};

} // namespace relevo::test
