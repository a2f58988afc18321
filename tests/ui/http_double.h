#pragma once

#include <nlohmann/json.hpp>

#include <QtCore/QPointer>
#include <QtCore/QUrl>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>

#include <algorithm>
#include <map>
#include <vector>

namespace relevo {

/// Answers HTTP requests with what a test wants, and remembers them.
class HttpDouble final : public QTcpServer
{
public:
    using Json = nlohmann::json;

    struct Seen
    {
        std::string what; ///< "GET /api/x", without the query
        std::string query;
        std::string token;
        Json body;
    };

    HttpDouble()
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("cannot listen");
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(*socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
    }

    [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort())); }
    /// From now on; what has no answer gets 404.
    void answer(const std::string& what, int status, const Json& body) { m_answers[what] = {status, body}; }
    /// The next one of these only.
    void answerOnce(const std::string& what, int status, const Json& body) { m_once[what] = {status, body}; }
    /// Nothing is answered for a while.
    void setHolding(bool holding)
    {
        m_holding = holding;
        if (holding)
            return;
        const std::vector<QPointer<QTcpSocket>> waiting = std::exchange(m_waiting, {});
        for (const auto& socket : waiting) {
            if (socket)
                read(*socket);
        }
    }
    [[nodiscard]] int count(const std::string& what) const
    {
        return static_cast<int>(
            std::count_if(seen.begin(), seen.end(), [&what](const Seen& one) { return one.what == what; }));
    }
    /// The newest of these; an empty one when there was none.
    [[nodiscard]] Seen last(const std::string& what) const
    {
        const auto found =
            std::find_if(seen.rbegin(), seen.rend(), [&what](const Seen& one) { return one.what == what; });
        return found == seen.rend() ? Seen{} : *found;
    }

    std::vector<Seen> seen;

private:
    std::map<std::string, std::pair<int, Json>> m_answers;
    std::map<std::string, std::pair<int, Json>> m_once;
    std::vector<QPointer<QTcpSocket>> m_waiting;
    bool m_holding = false;

    static QByteArray header(const QByteArray& head, const QByteArray& name)
    {
        for (const QByteArray& line : head.split('\n')) {
            if (line.toLower().startsWith(name + ':'))
                return line.mid(name.size() + 1).trimmed();
        }
        return {};
    }

    void read(QTcpSocket& socket)
    {
        if (m_holding) {
            m_waiting.emplace_back(&socket);
            return;
        }
        const QByteArray all = socket.peek(1 << 20);
        const qsizetype end = all.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const QByteArray head = all.left(end);
        const qsizetype length = header(head, "content-length").toLongLong();
        if (all.size() < end + 4 + length)
            return;
        (void)socket.read(end + 4 + length);
        const QList<QByteArray> first = head.left(head.indexOf('\r')).split(' ');
        const QByteArray target = first.value(1);
        const qsizetype mark = target.indexOf('?');
        Seen one;
        one.what = first.value(0).toStdString() + ' ' + (mark < 0 ? target : target.left(mark)).toStdString();
        one.query = mark < 0 ? std::string() : target.mid(mark + 1).toStdString();
        one.token = header(head, "authorization").toStdString();
        one.body = Json::parse(all.mid(end + 4, length).toStdString(), nullptr, false);
        seen.push_back(one);
        const auto found = m_answers.find(one.what);
        const Json missing{{"code", "not_found"}, {"title", "No."}};
        std::pair<int, Json> said =
            found == m_answers.end() ? std::pair<int, Json>(404, missing) : found->second;
        if (auto once = m_once.extract(one.what); once)
            said = std::move(once.mapped());
        const QByteArray bytes = QByteArray::fromStdString(said.second.dump());
        socket.write("HTTP/1.1 " + QByteArray::number(said.first) +
                     " Said\r\nContent-Type: application/json\r\n" +
                     "Content-Length: " + QByteArray::number(bytes.size()) + "\r\n\r\n" + bytes);
        if (socket.bytesAvailable() > 0)
            read(socket);
    }
};

} // namespace relevo
