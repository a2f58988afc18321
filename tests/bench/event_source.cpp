#include "event_source.h"

#include <protocol/codec.h>
#include <protocol/rpc.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>
#include <QtWebSockets/QWebSocket>
#include <QtWebSockets/QWebSocketServer>

namespace relevo::bench {

using protocol::Json;

class EventSource::Relay final : public QObject
{
public:
    Relay(domain::Agent me, qint64 seq)
        : m_me(std::move(me)), m_seq(seq),
          m_server(QStringLiteral("bench"), QWebSocketServer::NonSecureMode, this), m_timer(this)
    {
        m_timer.setInterval(5);
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, &Relay::tell);
        connect(&m_server, &QWebSocketServer::newConnection, this, &Relay::accept);
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("the event source cannot listen");
    }

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }

    void play(std::vector<std::string> events, int perSecond)
    {
        m_events = std::move(events);
        m_next = 0;
        m_perSecond = perSecond;
        m_since.start();
        m_timer.start();
    }

private:
    domain::Agent m_me;
    qint64 m_seq;
    QWebSocketServer m_server;
    QWebSocket* m_socket = nullptr;
    QTimer m_timer;
    QElapsedTimer m_since;
    std::vector<std::string> m_events;
    std::size_t m_next = 0;
    int m_perSecond = 0;

    void accept()
    {
        while (QWebSocket* socket = m_server.nextPendingConnection()) {
            socket->setParent(this);
            m_socket = socket;
            connect(socket, &QWebSocket::textMessageReceived, this, &Relay::answer);
        }
    }

    void answer(const QString& text)
    {
        const auto request = protocol::parseRpcRequest(text.toStdString());
        if (!request)
            return;
        Json result{{"items", Json::array()}, {"next", nullptr}};
        if (request->method == "hello") {
            domain::Project project;
            project.name = QStringLiteral("Bench");
            result = {{"protocol", 1},
                      {"agent", protocol::toJson(m_me)},
                      {"project", protocol::toJson(project)},
                      {"seq", m_seq},
                      {"epoch", ""},
                      {"serverTime", toRfc3339(SystemClock().now())},
                      {"mode", "resume"}};
        }
        m_socket->sendTextMessage(QString::fromStdString(protocol::rpcResult(request->id, result)));
    }

    void tell()
    {
        const auto due = static_cast<std::size_t>(m_since.elapsed() * m_perSecond / 1'000);
        for (; m_next < std::min(due, m_events.size()); ++m_next)
            m_socket->sendTextMessage(
                QString::fromStdString(protocol::rpcNotification("event", m_events[m_next])));
        if (m_next == m_events.size())
            m_timer.stop();
    }
};

EventSource::EventSource(const domain::Agent& me, qint64 seq)
{
    m_thread.setObjectName(QStringLiteral("event-source"));
    m_thread.start();
    // Made here and moved, timers and server would be told apart from their thread; so it is made there.
    auto* there = new QObject;
    there->moveToThread(&m_thread);
    QMetaObject::invokeMethod(
        there,
        [&] {
            m_relay = new Relay(me, seq);
            m_url = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_relay->port()));
            there->deleteLater();
        },
        Qt::BlockingQueuedConnection);
    QObject::connect(&m_thread, &QThread::finished, m_relay, &QObject::deleteLater);
}

EventSource::~EventSource()
{
    m_thread.quit();
    m_thread.wait();
}

void EventSource::play(std::vector<std::string> events, int perSecond)
{
    QMetaObject::invokeMethod(
        m_relay,
        [relay = m_relay, events = std::move(events), perSecond]() mutable {
            relay->play(std::move(events), perSecond);
        },
        Qt::QueuedConnection);
}

} // namespace relevo::bench
