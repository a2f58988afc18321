#pragma once

#include <domain/state.h>

#include <QtCore/QUrl>
#include <QtWebSockets/QWebSocket>

#include <nlohmann/json.hpp>

#include <functional>

namespace relevo::test {

/// A WebSocket client that speaks JSON-RPC, for either socket of the relay. As an agent it folds what it gets
/// into a state of its own, so that its hash can be compared with the relay's, and notes every gap or repeat
/// in the sequence.
class WsClient final : public QObject
{
    Q_OBJECT

public:
    using Json = nlohmann::json;
    using Answer = std::function<void(const Json& result, const Json& error)>;

    explicit WsClient(QObject* parent = nullptr);
    ~WsClient() override;

    void open(const QUrl& url);
    void close();
    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] int closeCode() const { return m_closeCode; }

    void call(const std::string& method, const Json& params, Answer answer = {});
    /// Calls and waits; the whole answer ({"result"…} or {"error"…}), or null when none came.
    [[nodiscard]] Json callAndWait(const std::string& method, const Json& params);
    void sendText(const QString& text) { m_socket.sendTextMessage(text); }

    /// Opens and says hello as an agent; on each later open says hello again with what it has, until close().
    void connectAgent(const QUrl& url, const QByteArray& token);
    void setReconnecting(bool on) { m_reconnecting = on; }

    /// Hello was answered, and the snapshot that was announced, if any, is here to its last page.
    [[nodiscard]] bool helloDone() const { return m_helloDone; }
    [[nodiscard]] qint64 seq() const { return m_state.seq; }
    [[nodiscard]] const domain::ProjectState& state() const { return m_state; }
    [[nodiscard]] const std::string& mode() const { return m_mode; }
    [[nodiscard]] int faults() const { return m_faults; }
    [[nodiscard]] int reconnects() const { return m_reconnects; }
    /// The notifications received so far: method and params.
    [[nodiscard]] const std::vector<std::pair<std::string, Json>>& notifications() const
    {
        return m_notifications;
    }
    /// Keeps them; off by default, because load tests get many.
    void keepNotifications(bool keep) { m_keep = keep; }
    /// Called for every event folded in.
    std::function<void(const domain::Event&)> onEvent;

private:
    void received(const QString& text);
    void foldEvent(const Json& params);
    void foldSnapshot(const Json& params);
    void sayHello();

    QWebSocket m_socket;
    QUrl m_url;
    QByteArray m_token;
    QHash<qint64, Answer> m_calls;
    qint64 m_nextId = 1;
    domain::ProjectState m_state;
    domain::ProjectState m_coming; ///< the snapshot under way; nobody sees half of one
    std::vector<std::pair<std::string, Json>> m_notifications;
    std::string m_mode;
    std::string m_epoch;
    bool m_agent = false;
    bool m_open = false;
    bool m_helloDone = false;
    bool m_reconnecting = false;
    bool m_keep = false;
    int m_closeCode = 0;
    int m_faults = 0;
    int m_reconnects = 0;
};

} // namespace relevo::test
