#pragma once

#include <QtCore/QHash>
#include <QtCore/QUrl>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>

#include <nlohmann/json.hpp>

#include <deque>
#include <vector>

namespace relevo::test {

/// Somebody's program that takes webhooks: remembers what came and answers as it is told.
class HookReceiver final : public QTcpServer
{
public:
    struct Came
    {
        QByteArray path;
        QHash<QByteArray, QByteArray> headers; ///< names in lower case
        QByteArray body;
        nlohmann::json json;
    };

    HookReceiver()
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* socket = nextPendingConnection()) {
                connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            }
        });
        listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] std::string url(const char* path = "/hook") const
    {
        return "http://127.0.0.1:" + std::to_string(serverPort()) + path;
    }

    std::vector<Came> came;
    /// The statuses of the next answers; 200 when there is none. 0: no answer at all.
    std::deque<int> answers;
    QByteArray location = "/elsewhere"; ///< of redirections
    QByteArray answerBody;

private:
    void read(QTcpSocket* socket)
    {
        QByteArray& got = m_got[socket];
        got += socket->readAll();
        const qsizetype end = got.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        Came one;
        const QList<QByteArray> lines = got.left(end).split('\n');
        one.path = lines.front().split(' ').value(1);
        for (const QByteArray& line : lines.mid(1))
            one.headers.insert(line.left(line.indexOf(':')).toLower(),
                               line.mid(line.indexOf(':') + 1).trimmed());
        one.body = got.mid(end + 4);
        if (one.body.size() < one.headers.value("content-length").toInt())
            return;
        got.clear();
        one.json = nlohmann::json::parse(one.body.toStdString(), nullptr, false);
        came.push_back(std::move(one));
        int status = 200;
        if (!answers.empty()) {
            status = answers.front();
            answers.pop_front();
        }
        if (status == 0)
            return;
        socket->write("HTTP/1.1 " + QByteArray::number(status) + " Well\r\nLocation: " + location +
                      "\r\nContent-Length: " + QByteArray::number(answerBody.size()) + "\r\n\r\n" +
                      answerBody);
    }

    QHash<QTcpSocket*, QByteArray> m_got;
};

} // namespace relevo::test
