#include "ws_client.h"

#include <protocol/event_codec.h>
#include <protocol/rpc.h>
#include <protocol/snapshot.h>

#include <QtCore/QTimer>
#include <QtTest/QTest>

#include <utility>

namespace relevo::test {

WsClient::WsClient(QObject* parent) : QObject(parent)
{
    connect(&m_socket, &QWebSocket::textMessageReceived, this, &WsClient::received);
    connect(&m_socket, &QWebSocket::connected, this, [this] {
        m_open = true;
        if (m_agent)
            sayHello();
    });
    connect(&m_socket, &QWebSocket::disconnected, this, [this] {
        m_open = false;
        m_helloDone = false;
        m_closeCode = static_cast<int>(m_socket.closeCode());
        m_calls.clear();
        if (m_reconnecting) {
            ++m_reconnects;
            QTimer::singleShot(20, this, [this] {
                if (m_reconnecting)
                    m_socket.open(m_url);
            });
        }
    });
    // A refused connection ends in no disconnected(); try again all the same.
    connect(&m_socket, QOverload<QAbstractSocket::SocketError>::of(&QWebSocket::error), this, [this] {
        if (!m_reconnecting || m_open)
            return;
        QTimer::singleShot(20, this, [this] {
            if (m_reconnecting && !m_open && m_socket.state() == QAbstractSocket::UnconnectedState)
                m_socket.open(m_url);
        });
    });
}

WsClient::~WsClient()
{
    // The socket outlives the other members and would speak to them.
    m_socket.disconnect(this);
}

void WsClient::open(const QUrl& url)
{
    m_url = url;
    m_socket.open(url);
}

void WsClient::close()
{
    m_reconnecting = false;
    m_socket.close();
}

void WsClient::connectAgent(const QUrl& url, const QByteArray& token)
{
    m_agent = true;
    m_token = token;
    open(url);
}

void WsClient::sayHello()
{
    Json params{{"token", m_token.toStdString()},
                {"since", m_state.seq},
                {"client", {{"name", "test"}, {"version", "1"}, {"os", "linux"}}}};
    if (!m_epoch.empty())
        params["epoch"] = m_epoch;
    call("hello", params, [this](const Json& result, const Json& error) {
        if (!error.is_null())
            return;
        m_mode = result.value("mode", "");
        m_epoch = result.value("epoch", "");
        m_helloDone = m_mode != "snapshot";
    });
}

void WsClient::call(const std::string& method, const Json& params, Answer answer)
{
    const qint64 id = m_nextId++;
    if (answer)
        m_calls.insert(id, std::move(answer));
    m_socket.sendTextMessage(QString::fromStdString(protocol::rpcCall(id, method, params)));
}

WsClient::Json WsClient::callAndWait(const std::string& method, const Json& params)
{
    auto whole = std::make_shared<Json>();
    call(method, params, [whole](const Json& result, const Json& error) {
        *whole = error.is_null() ? Json{{"result", result}} : Json{{"error", error}};
    });
    (void)QTest::qWaitFor([&] { return !whole->is_null(); }, 20'000);
    return *whole;
}

void WsClient::received(const QString& text)
{
    const Json json = Json::parse(text.toStdString(), nullptr, false);
    if (json.is_discarded()) {
        ++m_faults;
        return;
    }
    if (json.contains("method")) {
        const std::string method = json.value("method", "");
        if (m_agent && method == "event")
            foldEvent(json.at("params"));
        else if (m_agent && method == "snapshot")
            foldSnapshot(json.at("params"));
        if (m_keep)
            m_notifications.emplace_back(method, json.at("params"));
        return;
    }
    if (!json.contains("id") || !json.at("id").is_number_integer())
        return;
    const Answer answer = m_calls.take(json.at("id").get<qint64>());
    if (answer)
        answer(json.value("result", Json()), json.value("error", Json()));
}

void WsClient::foldEvent(const Json& params)
{
    const Result<domain::Event> event = protocol::decodeEvent(params);
    if (!event || event->seq != m_state.seq + 1) {
        ++m_faults;
        return;
    }
    domain::apply(m_state, *event);
    if (onEvent)
        onEvent(*event);
}

void WsClient::foldSnapshot(const Json& params)
{
    const auto page = protocol::snapshotPageFromJson(params);
    if (!page) {
        ++m_faults;
        return;
    }
    if (page->page == 0) {
        m_coming = domain::ProjectState{};
        m_coming.seq = page->seq;
        m_coming.project = *page->project;
        m_coming.settings = *page->settings;
        for (const domain::Agent& agent : page->agents)
            m_coming.agents[agent.id] = agent;
        for (const domain::Team& team : page->teams)
            m_coming.teams[team.id] = team;
    }
    for (const protocol::SnapshotConversation& conversation : page->conversations)
        m_coming.conversations.put(conversation.state.conversation.id, conversation.state);
    if (!page->last)
        return;
    m_state = std::exchange(m_coming, {});
    m_helloDone = true;
}

} // namespace relevo::test
