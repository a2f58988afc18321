#include "floors.h"

#include "loop.h"

#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlError>
#include <QtSql/QSqlQuery>

#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <thread>

namespace relevo::bench {
namespace {

constexpr int commits = 500;
constexpr int groups = 100;
constexpr int groupRows = 100;
constexpr int echoes = 5'000;
constexpr std::size_t echoBytes = 500;

void run(QSqlQuery& query, const QString& sql)
{
    if (query.exec(sql))
        return;
    std::fprintf(stderr, "%s\n", qUtf8Printable(query.lastError().text()));
    std::exit(1);
}

void measureCommits(const std::string& directory, Floors& floors)
{
    const QString name = QStringLiteral("floor");
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(QString::fromStdString(directory + "/floor.db"));
        if (!database.open()) {
            std::fprintf(stderr, "the floor's database cannot be opened\n");
            std::exit(1);
        }
        QSqlQuery query(database);
        run(query, QStringLiteral("PRAGMA journal_mode=WAL"));
        query.finish();
        run(query, QStringLiteral("PRAGMA synchronous=FULL"));
        run(query, QStringLiteral("PRAGMA wal_autocheckpoint=0"));
        run(query, QStringLiteral("CREATE TABLE rows (id INTEGER PRIMARY KEY, body BLOB)"));
        QSqlQuery insert(database);
        insert.prepare(QStringLiteral("INSERT INTO rows (body) VALUES (?)"));
        const QByteArray body(560, 'x');
        Samples samples;
        for (int i = 0; i < commits; ++i) {
            const Instant start = SteadyClock::now();
            insert.bindValue(0, body);
            if (!insert.exec())
                std::exit(1);
            samples.add(SteadyClock::now() - start);
        }
        floors.commit = samples.median();
        const Instant start = SteadyClock::now();
        for (int group = 0; group < groups; ++group) {
            run(query, QStringLiteral("BEGIN IMMEDIATE"));
            for (int row = 0; row < groupRows; ++row) {
                insert.bindValue(0, body);
                if (!insert.exec())
                    std::exit(1);
            }
            run(query, QStringLiteral("COMMIT"));
        }
        floors.groupedRows = groups * groupRows / seconds(SteadyClock::now() - start);
    }
    QSqlDatabase::removeDatabase(name);
    for (const char* suffix : {"", "-wal", "-shm"})
        ::unlink((directory + "/floor.db" + suffix).c_str());
}

/// Sends back whatever comes, until the other side closes.
void echoThread(int listener)
{
    const int socket = ::accept4(listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    const int poll = ::epoll_create1(EPOLL_CLOEXEC);
    epoll_event event{};
    event.events = EPOLLIN;
    ::epoll_ctl(poll, EPOLL_CTL_ADD, socket, &event);
    char bytes[4096];
    for (ssize_t got = 1; got != 0;) {
        ::epoll_wait(poll, &event, 1, -1);
        got = ::recv(socket, bytes, sizeof bytes, 0);
        if (got > 0 && ::send(socket, bytes, static_cast<std::size_t>(got), MSG_NOSIGNAL) < 0)
            break;
    }
    ::close(poll);
    ::close(socket);
}

class EchoClient final : public Connection
{
public:
    using Connection::Connection;
    [[nodiscard]] bool takeAnswer() { return std::exchange(m_answered, false); }

private:
    std::size_t received(std::string_view bytes) override
    {
        if (bytes.size() < echoBytes)
            return 0;
        m_answered = true;
        return bytes.size();
    }
    bool m_answered = false;
};

Span measureEcho()
{
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    Endpoint endpoint;
    endpoint.address.sin_family = AF_INET;
    endpoint.address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof endpoint.address;
    auto* address = reinterpret_cast<sockaddr*>(&endpoint.address);
    if (::bind(listener, address, size) != 0 || ::listen(listener, 1) != 0 ||
        ::getsockname(listener, address, &size) != 0)
        std::exit(1);
    Samples samples;
    {
        const std::jthread server([listener] { echoThread(listener); });
        Loop loop;
        EchoClient client(loop, endpoint);
        const std::string message(echoBytes, 'x');
        for (int i = 0; i < echoes; ++i) {
            const Instant start = SteadyClock::now();
            client.send(message);
            while (!client.takeAnswer())
                loop.turn(SteadyClock::now() + std::chrono::seconds(1));
            if (i > echoes / 10)
                samples.add(SteadyClock::now() - start);
        }
        client.close();
    }
    ::close(listener);
    return samples.median();
}

} // namespace

Floors measureFloors(const std::string& directory)
{
    Floors floors;
    measureCommits(directory, floors);
    floors.echo = measureEcho();
    return floors;
}

} // namespace relevo::bench
