#include "fixture.h"
#include "support/test_main.h"

using namespace relevo;
using namespace relevo::http;

namespace {

constexpr qint64 large = 25 * mebibyte;
constexpr qint64 little = 12 * mebibyte; // what passing `large` through may cost

/// What the sinks and sources of a test have seen.
struct Seen
{
    int opened = 0;
    int ended = 0; // destroyed
    qint64 taken = 0;
    qint64 given = 0;
    qint64 takesAtMost = std::numeric_limits<qint64>::max();
    qint64 givesAtMost = std::numeric_limits<qint64>::max();
    bool inOrder = true;
};

char byteAt(qint64 position)
{
    return static_cast<char>(position % 251);
}

class TestSink final : public BodySink
{
public:
    explicit TestSink(Seen& seen) : m_seen(seen) { ++m_seen.opened; }
    ~TestSink() override { ++m_seen.ended; }
    Q_DISABLE_COPY_MOVE(TestSink)

    Result<void> take(std::span<const char> bytes) override
    {
        for (const char c : bytes)
            m_seen.inOrder = c == byteAt(m_seen.taken++) && m_seen.inOrder;
        if (m_seen.taken > m_seen.takesAtMost)
            return failure(ErrorCode::Unavailable, QStringLiteral("The disk is full."));
        return {};
    }

private:
    Seen& m_seen;
};

class TestSource final : public BodySource
{
public:
    TestSource(Seen& seen, qint64 size) : m_seen(seen), m_size(size) { ++m_seen.opened; }
    ~TestSource() override { ++m_seen.ended; }
    Q_DISABLE_COPY_MOVE(TestSource)

    qint64 size() const override { return m_size; }
    qint64 read(std::span<char> space) override
    {
        if (m_seen.given >= m_seen.givesAtMost)
            return -1;
        for (char& c : space)
            c = byteAt(m_seen.given++);
        return static_cast<qint64>(space.size());
    }

private:
    Seen& m_seen;
    qint64 m_size;
};

QByteArray bytesFrom(qint64 position, qint64 count)
{
    QByteArray bytes(static_cast<qsizetype>(count), '\0');
    for (char& c : bytes)
        c = byteAt(position++);
    return bytes;
}

QByteArray upload(qint64 size)
{
    return "POST /up HTTP/1.1\r\n" + host + "Content-Length: " + QByteArray::number(size) + "\r\n\r\n";
}

} // namespace

/// Bodies that go through the server without lying in its memory.
class tst_ServerBodies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void largeUploadCostsNoMemory();
    void uploadInChunks();
    void tooLargeIsRefusedBeforeItComes();
    void tooLargeInChunks();
    void opinionOfTheHeaderAlone();
    void expectedToContinue();
    void sinkThatTakesNoMore();
    void hangUpInTheMiddle();
    void slowUploadHasTimeWhileItComes();
    void standingUploadIsTimedOut();

    void largeDownloadCostsNoMemory();
    void slowReaderIsWaitedFor();
    void readerWhoStopsIsLeft();
    void headReadsNothing();
    void sourceThatFails();
    void answersKeepTheirOrder();

private:
    /// Sends `size` bytes of a body as fast as they are taken.
    void pour(RawClient& client, qint64 size);
    /// What comes stays in the kernel.
    static void stopReading(RawClient& client)
    {
        client.socket.disconnect(&client);
        client.socket.setReadBufferSize(1);
    }

    std::unique_ptr<ServerFixture> m_fixture;
    Seen m_seen;
};

void tst_ServerBodies::init()
{
    m_seen = {};
    m_fixture = std::make_unique<ServerFixture>();
    Router& router = m_fixture->router;
    RouteOptions options;
    options.cors = true;
    options.open = [this](const Request& request) -> std::expected<std::shared_ptr<BodySink>, Response> {
        if (!request.header("X-Stranger").isEmpty())
            return std::unexpected(
                Response::problem(401, ErrorCode::Unauthorized, QStringLiteral("Who are you?")));
        return std::make_shared<TestSink>(m_seen);
    };
    router.add(
        "POST", QStringLiteral("/up"),
        [this](const Request& request, const Responder& responder) {
            QVERIFY(request.body.isEmpty() && request.sink);
            responder.send(Response::text(201, QByteArray::number(m_seen.taken)));
        },
        options);
    router.add("GET", QStringLiteral("/down"), [this](const Request&, const Responder& responder) {
        Response response = Response::text(200, {}, "application/octet-stream");
        response.source = std::make_shared<TestSource>(m_seen, large);
        responder.send(std::move(response));
    });
    router.add("GET", QStringLiteral("/hello"), [](const Request&, const Responder& responder) {
        responder.send(Response::text(200, "hello"));
    });
    Limits& limits = m_fixture->limits;
    limits.requestTime = milliseconds(400);
    limits.idleTime = milliseconds(600);
    limits.lingerTime = milliseconds(200);
}

void tst_ServerBodies::cleanup()
{
    m_fixture.reset();
}

void tst_ServerBodies::pour(RawClient& client, qint64 size)
{
    for (qint64 sent = 0; sent < size && !client.closed;) {
        const qint64 piece = std::min(size - sent, mebibyte);
        client.send(bytesFrom(sent, piece));
        sent += piece;
        QTRY_VERIFY(client.socket.bytesToWrite() == 0 || client.closed);
    }
}

void tst_ServerBodies::largeUploadCostsNoMemory()
{
    m_fixture->limits.requestTime = milliseconds(30'000);
    m_fixture->start();
    const qint64 before = residentBytes();
    RawClient client(*m_fixture, upload(large));
    pour(client, large);
    QTRY_VERIFY(client.answered());
    QCOMPARE(client.statuses(), QList<int>{201});
    QCOMPARE(m_seen.taken, large);
    QVERIFY(m_seen.inOrder);
    if (memoryIsMeasurable())
        QVERIFY2(residentBytes() - before < little, qPrintable(QString::number(residentBytes() - before)));
    QTRY_COMPARE(m_seen.ended, 1);
    // The connection goes on.
    client.send("GET /hello HTTP/1.1\r\n" + host + "\r\n");
    QTRY_COMPARE(client.statuses(), (QList<int>{201, 200}));
}

void tst_ServerBodies::uploadInChunks()
{
    m_fixture->start();
    RawClient client(*m_fixture, "POST /up HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n");
    client.send("3\r\n" + bytesFrom(0, 3) + "\r\n10\r\n" + bytesFrom(3, 16) + "\r\n0\r\n\r\n");
    QTRY_VERIFY(client.answered());
    QCOMPARE(client.statuses(), QList<int>{201});
    QCOMPARE(m_seen.taken, qint64(19));
    QVERIFY(m_seen.inOrder);
}

void tst_ServerBodies::tooLargeIsRefusedBeforeItComes()
{
    m_fixture->start();
    RawClient client(*m_fixture, upload(large + 1));
    QTRY_VERIFY(client.answered());
    QCOMPARE(client.statuses(), QList<int>{413});
    QVERIFY(client.received.contains("too_large") && client.received.contains("Allow-Origin"));
    QCOMPARE(m_seen.opened, 0);
    QTRY_VERIFY(client.closed);
}

void tst_ServerBodies::tooLargeInChunks()
{
    m_fixture->limits.uploadBytes = mebibyte;
    m_fixture->start();
    RawClient client(*m_fixture, "POST /up HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n");
    client.send("80000\r\n" + bytesFrom(0, 0x80000) + "\r\n80001\r\n");
    QTRY_VERIFY(client.answered());
    QCOMPARE(client.statuses(), QList<int>{413});
    QCOMPARE(m_seen.ended, 1);
}

void tst_ServerBodies::opinionOfTheHeaderAlone()
{
    m_fixture->start();
    RawClient client(*m_fixture, upload(large).replace("\r\n\r\n", "\r\nX-Stranger: yes\r\n\r\n"));
    QTRY_VERIFY(client.answered());
    QCOMPARE(client.statuses(), QList<int>{401});
    QCOMPARE(m_seen.opened, 0);
}

void tst_ServerBodies::expectedToContinue()
{
    m_fixture->start();
    RawClient stranger(*m_fixture,
                       upload(4).replace("\r\n\r\n", "\r\nX-Stranger: yes\r\nExpect: 100-continue\r\n\r\n"));
    QTRY_VERIFY(stranger.answered());
    QCOMPARE(stranger.statuses(), QList<int>{401});
    RawClient client(*m_fixture, upload(4).replace("\r\n\r\n", "\r\nExpect: 100-continue\r\n\r\n"));
    QTRY_COMPARE(client.statuses(), QList<int>{100});
    client.send(bytesFrom(0, 4));
    QTRY_COMPARE(client.statuses(), (QList<int>{100, 201}));
}

void tst_ServerBodies::sinkThatTakesNoMore()
{
    m_seen.takesAtMost = mebibyte;
    m_fixture->start();
    RawClient client(*m_fixture, upload(large));
    client.send(bytesFrom(0, 2 * mebibyte));
    QTRY_VERIFY(client.answered());
    QCOMPARE(client.statuses(), QList<int>{503});
    QVERIFY(client.received.contains("The disk is full.") && client.received.contains("unavailable"));
    QCOMPARE(m_seen.ended, 1);
}

void tst_ServerBodies::hangUpInTheMiddle()
{
    m_fixture->start();
    auto client = std::make_unique<RawClient>(*m_fixture, upload(large));
    client->send(bytesFrom(0, mebibyte));
    QTRY_COMPARE(m_seen.taken, mebibyte);
    client.reset();
    QTRY_COMPARE(m_seen.ended, 1);
}

void tst_ServerBodies::slowUploadHasTimeWhileItComes()
{
    m_fixture->limits.uploadBytes = 1024 * large;
    m_fixture->start();
    RawClient client(*m_fixture, upload(1024 * large));
    const milliseconds began = m_fixture->clock.monotonic();
    const QByteArray piece = bytesFrom(0, mebibyte);
    for (qint64 sent = 1; m_fixture->clock.monotonic() - began < 3 * m_fixture->limits.requestTime; ++sent) {
        client.send(piece);
        QTRY_COMPARE(m_seen.taken, sent * mebibyte);
    }
    QVERIFY(client.received.isEmpty() && !client.closed);
}

void tst_ServerBodies::standingUploadIsTimedOut()
{
    m_fixture->start();
    RawClient client(*m_fixture, upload(large));
    client.send(bytesFrom(0, mebibyte + 7));
    QTRY_VERIFY(client.answered());
    QCOMPARE(client.statuses(), QList<int>{408});
    QCOMPARE(m_seen.ended, 1);
}

void tst_ServerBodies::largeDownloadCostsNoMemory()
{
    m_fixture->start();
    const qint64 before = residentBytes();
    RawClient client(*m_fixture);
    qint64 got = 0;
    client.socket.disconnect(&client);
    connect(&client.socket, &QTcpSocket::readyRead, this,
            [&] { got += client.socket.readAll().size(); }); // kept by nobody
    client.send("GET /down HTTP/1.1\r\n" + host + "\r\n");
    QTRY_VERIFY(got > large);
    if (memoryIsMeasurable())
        QVERIFY2(residentBytes() - before < little, qPrintable(QString::number(residentBytes() - before)));
    QTRY_COMPARE(m_seen.ended, 1);
    QCOMPARE(m_seen.given, large);
}

void tst_ServerBodies::slowReaderIsWaitedFor()
{
    m_fixture->limits.idleTime = milliseconds(30'000);
    m_fixture->start();
    RawClient client(*m_fixture);
    stopReading(client);
    client.send("GET /down HTTP/1.1\r\n" + host + "\r\n");
    QTRY_VERIFY(m_seen.given > 0);
    qint64 given = -1;
    QTRY_VERIFY(std::exchange(given, m_seen.given) == m_seen.given);
    QVERIFY2(given < large, "as much as the kernel holds, and no more");
    connect(&client.socket, &QTcpSocket::readyRead, &client,
            [&client] { client.received += client.socket.readAll(); });
    client.socket.setReadBufferSize(0);
    client.received += client.socket.readAll();
    QTRY_VERIFY(client.received.size() > large);
    QVERIFY(client.received.endsWith(bytesFrom(0, large)));
}

void tst_ServerBodies::readerWhoStopsIsLeft()
{
    m_fixture->start();
    RawClient client(*m_fixture);
    stopReading(client);
    client.send("GET /down HTTP/1.1\r\n" + host + "\r\n");
    QTRY_COMPARE(m_seen.opened, 1);
    QTRY_COMPARE(m_seen.ended, 1);
    QVERIFY(m_seen.given < large);
}

void tst_ServerBodies::headReadsNothing()
{
    m_fixture->start();
    RawClient client(*m_fixture, "HEAD /down HTTP/1.1\r\n" + host + "\r\n");
    QTRY_VERIFY(client.answered());
    QVERIFY(client.received.contains("Content-Length: " + QByteArray::number(large)));
    QCOMPARE(m_seen.given, qint64(0));
    client.send("GET /hello HTTP/1.1\r\n" + host + "\r\n");
    QTRY_VERIFY(client.received.endsWith("hello"));
}

void tst_ServerBodies::sourceThatFails()
{
    m_seen.givesAtMost = mebibyte;
    m_fixture->start();
    RawClient client(*m_fixture, "GET /down HTTP/1.1\r\n" + host + "\r\n");
    QTRY_VERIFY(client.closed);
    QVERIFY(client.received.size() < large);
    QTRY_COMPARE(m_seen.ended, 1);
}

void tst_ServerBodies::answersKeepTheirOrder()
{
    m_fixture->start();
    const QByteArray hello = "GET /hello HTTP/1.1\r\n" + host + "\r\n";
    RawClient client(*m_fixture, hello + "GET /down HTTP/1.1\r\n" + host + "\r\n" + hello);
    QTRY_VERIFY(client.received.endsWith("hello") && client.received.size() > large);
    QVERIFY(client.received.contains(bytesFrom(0, large)));
    QVERIFY(client.isConnected());
}

RELEVO_TEST(tst_ServerBodies)
#include "tst_serverbodies.moc"
