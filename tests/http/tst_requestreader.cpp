#include "fixture.h"
#include "support/test_main.h"

#include <http/request_reader.h>

#include <QtCore/QRandomGenerator>
#include <QtTest/QtTest>

using namespace relevo::http;

namespace {

/// What became of a stream of bytes.
struct Reading
{
    std::vector<Request> requests;
    std::optional<RequestReader::Fault> fault;
    bool partial = false; // a request was begun and is not complete
};

Limits smallLimits()
{
    Limits limits;
    limits.headerBytes = 1024;
    limits.targetBytes = 256;
    limits.bodyBytes = 100;
    return limits;
}

Reading reading(const QByteArray& bytes, qsizetype step = 0, const Limits& limits = smallLimits())
{
    Reading result;
    std::unique_ptr<RequestReader> reader;
    const qsizetype piece = step > 0 ? step : qMax<qsizetype>(bytes.size(), 1);
    for (qsizetype at = 0; at < bytes.size() && !result.fault; at += piece) {
        std::span<const char> span(bytes.constData() + at,
                                   static_cast<size_t>(qMin(piece, bytes.size() - at)));
        while (!span.empty() || (reader && reader->headerDone())) {
            if (!reader) {
                reader = std::make_unique<RequestReader>(limits, [&](const Request& request) {
                    return request.path == u"/large" ? qint64(1000) : limits.bodyBytes;
                });
            }
            const RequestReader::Outcome outcome = reader->feed(span);
            if (outcome == RequestReader::Outcome::Fault) {
                result.fault = reader->fault();
                return result;
            }
            if (outcome == RequestReader::Outcome::Complete) {
                result.requests.push_back(reader->take());
                reader.reset();
            } else if (outcome == RequestReader::Outcome::NeedMore) {
                break;
            }
        }
    }
    result.partial = reader != nullptr;
    return result;
}

} // namespace

class tst_RequestReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainGet();
    void bodies_data();
    void bodies();
    void targets_data();
    void targets();
    void refused_data();
    void refused();
    void incomplete_data();
    void incomplete();
    void pipelined();
    void keepAlive_data();
    void keepAlive();
    void routesHaveTheirOwnLimit();
    void manyTinyChunks();
    void endlessChunkExtension();
    void randomMutations();
};

void tst_RequestReader::plainGet()
{
    const QByteArray bytes = "GET /a/b%20c?x=1&y=%C3%A9+z&flag HTTP/1.1\r\nHost: "
                             "relay:8787\r\nAuthorization: bearer abc\r\nX-Two:  spaced \t\r\n\r\n";
    for (const qsizetype step : {0, 1, 2, 9}) {
        const Reading result = reading(bytes, step);
        QVERIFY(!result.fault);
        QCOMPARE(result.requests.size(), size_t(1));
        const Request& request = result.requests[0];
        QCOMPARE(request.method, QByteArray("GET"));
        QCOMPARE(request.path, QStringLiteral("/a/b c"));
        QCOMPARE(request.segments, (std::vector<QString>{QStringLiteral("a"), QStringLiteral("b c")}));
        QCOMPARE(request.queryItem(u"x"), std::optional(QStringLiteral("1")));
        QCOMPARE(request.queryItem(u"y"), std::optional(QStringLiteral("é z")));
        QCOMPARE(request.queryItem(u"flag"), std::optional(QString(QLatin1String(""))));
        QVERIFY(!request.queryItem(u"none"));
        QCOMPARE(request.header("x-two"), QByteArray("spaced"));
        QCOMPARE(request.bearerToken(), QByteArray("abc"));
        QVERIFY(request.keepAlive);
    }
}

void tst_RequestReader::bodies_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("length") << QByteArray("Content-Length: 5\r\n\r\nhello") << QByteArray("hello");
    QTest::newRow("length 0") << QByteArray("Content-Length: 0\r\n\r\n") << QByteArray();
    QTest::newRow("none") << QByteArray("\r\n") << QByteArray();
    QTest::newRow("binary") << QByteArray("Content-Length: 3\r\n\r\n\0\r\n", 24) << QByteArray("\0\r\n", 3);
    QTest::newRow("chunked")
        << QByteArray("Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n")
        << QByteArray("hello world");
    QTest::newRow("chunked, case") << QByteArray(
                                          "transfer-encoding: Chunked\r\n\r\nA\r\n0123456789\r\n0\r\n\r\n")
                                   << QByteArray("0123456789");
    QTest::newRow("chunked, empty") << QByteArray("Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
                                    << QByteArray();
    QTest::newRow("chunk extension") << QByteArray(
                                            "Transfer-Encoding: chunked\r\n\r\n2;a=b\r\nhi\r\n0\r\n\r\n")
                                     << QByteArray("hi");
    QTest::newRow("trailer") << QByteArray(
                                    "Transfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\nX-Sum: 1\r\n\r\n")
                             << QByteArray("hi");
    QTest::newRow("at the limit") << "Content-Length: 100\r\n\r\n" + QByteArray(100, 'b')
                                  << QByteArray(100, 'b');
}

void tst_RequestReader::bodies()
{
    QFETCH(const QByteArray, rest);
    QFETCH(const QByteArray, body);
    for (const qsizetype step : {0, 1, 2, 3, 5, 11}) {
        // A second request right behind shows that exactly the first one was taken.
        const Reading result =
            reading("POST /x HTTP/1.1\r\n" + host + rest + "GET /next HTTP/1.1\r\n" + host + "\r\n", step);
        QVERIFY2(!result.fault, result.fault ? qPrintable(result.fault->detail) : "");
        QCOMPARE(result.requests.size(), size_t(2));
        QCOMPARE(result.requests[0].body, body);
        QCOMPARE(result.requests[1].path, QStringLiteral("/next"));
    }
}

void tst_RequestReader::targets_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QString>("path");
    QTest::newRow("root") << QByteArray("/") << QStringLiteral("/");
    QTest::newRow("escaped slash stays in its part") << QByteArray("/a%2Fb/c") << QStringLiteral("/a/b/c");
    QTest::newRow("absolute") << QByteArray("http://relay:80/x?y") << QStringLiteral("/x");
    QTest::newRow("absolute https") << QByteArray("HTTPS://relay/x") << QStringLiteral("/x");
    QTest::newRow("empty parts") << QByteArray("//a//") << QStringLiteral("//a//");
    QTest::newRow("dots stay") << QByteArray("/a/../b") << QStringLiteral("/a/../b");
    QTest::newRow("utf-8") << QByteArray("/%E6%BC%A2") << QStringLiteral("/漢");
    for (const char* bad : {"*", "relay:80", "a/b", "/%", "/%4", "/%zz", "/%00", "/%ff", "/%c3%28", "/a#b",
                            "http://relay", "http:///x", "/?%"}) {
        QTest::addRow("bad %s", bad) << QByteArray(bad) << QString();
    }
}

void tst_RequestReader::targets()
{
    QFETCH(const QByteArray, target);
    QFETCH(const QString, path);
    const Reading result = reading("GET " + target + " HTTP/1.1\r\n" + host + "\r\n");
    if (path.isNull()) {
        QVERIFY(result.fault);
        QCOMPARE(result.fault->status, 400);
    } else {
        QCOMPARE(result.requests.size(), size_t(1));
        QCOMPARE(result.requests[0].path, path);
    }
}

void tst_RequestReader::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto row = [](const char* name, const QByteArray& bytes, int status) {
        QTest::newRow(name) << bytes << status;
    };
    const auto post = [&](const char* name, const QByteArray& fields, int status) {
        row(name, "POST /x HTTP/1.1\r\n" + host + fields + "\r\n", status);
    };
    // Two ways to tell the length: another server in front may believe the other one.
    post("length and coding", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", 400);
    post("coding and length", "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", 400);
    post("two lengths", "Content-Length: 5\r\nContent-Length: 6\r\n", 400);
    post("the same length twice", "Content-Length: 5\r\nContent-Length: 5\r\n", 400);
    post("list of lengths", "Content-Length: 5, 5\r\n", 400);
    post("negative length", "Content-Length: -1\r\n", 400);
    post("signed length", "Content-Length: +5\r\n", 400);
    post("hex length", "Content-Length: 0x5\r\n", 400);
    post("empty length", "Content-Length: \r\n", 400);
    post("length overflows", "Content-Length: 99999999999999999999\r\n", 400);
    post("space before colon", "Content-Length : 5\r\n", 400);
    post("two codings", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", 400);
    post("coding list", "Transfer-Encoding: gzip, chunked\r\n", 501);
    post("foreign coding", "Transfer-Encoding: gzip\r\n", 501);
    post("identity", "Transfer-Encoding: identity\r\n", 501);
    post("odd coding", "Transfer-Encoding: xchunked\r\n", 501);
    row("coding in 1.0", "POST /x HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", 400);
    post("folded", "X-A: b\r\n c\r\n", 400);
    post("folded coding", "Transfer-Encoding:\r\n chunked\r\n", 400);
    post("NUL in value", QByteArray("X-A: a\0b\r\n", 10), 400);
    post("control in value", "X-A: a\x01z\r\n", 400);
    post("bare LF", "X-A: b\nX-B: c\r\n", 400);
    post("bare CR", "X-A: b\rX-B: c\r\n", 400);
    post("space in name", "X A: b\r\n", 400);
    post("no colon", "X-A\r\n", 400);
    post("empty name", ": b\r\n", 400);
    row("LF only", "GET / HTTP/1.1\nHost: relay\n\n", 400);
    row("space first", " GET / HTTP/1.1\r\n" + host + "\r\n", 400);
    row("TLS", QByteArray("\x16\x03\x01\x02", 4), 400);
    row("no host", "GET / HTTP/1.1\r\n\r\n", 400);
    row("two hosts", "GET / HTTP/1.1\r\n" + host + host + "\r\n", 400);
    row("bad host", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400);
    row("host list", "GET / HTTP/1.1\r\nHost: a, b\r\n\r\n", 400);
    row("version 2", "GET / HTTP/2.0\r\n" + host + "\r\n", 505);
    row("version 1.2", "GET / HTTP/1.2\r\n" + host + "\r\n", 505);
    row("version 0.9", "GET / HTTP/0.9\r\n" + host + "\r\n", 505);
    row("odd version", "GET / HTTP/11\r\n" + host + "\r\n", 505);
    row("other protocol", "GET / ICY/1.1\r\n" + host + "\r\n", 505);
    row("no version", "GET /\r\n" + host + "\r\n", 400);
    row("two spaces", "GET  / HTTP/1.1\r\n" + host + "\r\n", 400);
    row("long target", "GET /" + QByteArray(300, 'a') + " HTTP/1.1\r\n" + host + "\r\n", 414);
    row("endless request line", "GET /" + QByteArray(2000, 'a'), 414);
    row("long header", "GET / HTTP/1.1\r\n" + host + "X-A: " + QByteArray(1100, 'a') + "\r\n\r\n", 431);
    row("endless header", "GET / HTTP/1.1\r\n" + host + "X-A: " + QByteArray(5000, 'a'), 431);
    // Whatever comes after the limit, and in whatever pieces, the limit is what is told.
    row("long header, then none",
        "GET / HTTP/1.1\r\n" + host + "X-A: " + QByteArray(1100, 'a') + "\nb\r\n\r\n", 431);
    QByteArray many;
    for (int i = 0; i < 120; ++i) {
        many += "a:b\r\n";
    }
    row("many fields", "GET / HTTP/1.1\r\n" + host + many + "\r\n", 431);
    // By the announcement alone, before a byte of the body.
    post("large body", "Content-Length: 101\r\n", 413);
    post("huge body", "Content-Length: 629145600\r\n", 413);
    post("large chunk", "Transfer-Encoding: chunked\r\n\r\n65\r\n", 413);
    post("huge chunk", "Transfer-Encoding: chunked\r\n\r\nffffffff\r\n", 413);
    post("chunks too large together",
         "Transfer-Encoding: chunked\r\n\r\n60\r\n" + QByteArray(96, 'x') + "\r\n5\r\n", 413);
    post("chunk size overflows", "Transfer-Encoding: chunked\r\n\r\n10000000000000000\r\n", 400);
    post("chunk size not hex", "Transfer-Encoding: chunked\r\n\r\nxyz\r\n", 400);
    post("negative chunk", "Transfer-Encoding: chunked\r\n\r\n-1\r\n", 400);
    post("chunk without end", "Transfer-Encoding: chunked\r\n\r\n2\r\nhiXX0\r\n\r\n", 400);
}

void tst_RequestReader::refused()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, status);
    for (const qsizetype step : {0, 1, 7}) {
        const Reading result = reading(bytes, step);
        QVERIFY(result.requests.empty());
        QVERIFY(result.fault);
        QCOMPARE(result.fault->status, status);
        QVERIFY(!result.fault->detail.isEmpty());
    }
}

void tst_RequestReader::incomplete_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("one letter") << QByteArray("G");
    QTest::newRow("no blank line") << "GET / HTTP/1.1\r\n" + host;
    QTest::newRow("body to come") << "POST / HTTP/1.1\r\n" + host + "Content-Length: 5\r\n\r\nhell";
    QTest::newRow("chunk to come") << "POST / HTTP/1.1\r\n" + host +
                                          "Transfer-Encoding: chunked\r\n\r\n5\r\nhel";
    QTest::newRow("last chunk to come")
        << "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n1\r\nh\r\n0\r\n";
}

void tst_RequestReader::incomplete()
{
    QFETCH(const QByteArray, bytes);
    const Reading result = reading(bytes, 1);
    QVERIFY(!result.fault);
    QVERIFY(result.requests.empty());
    QVERIFY(result.partial);
}

void tst_RequestReader::pipelined()
{
    QByteArray bytes;
    for (int i = 0; i < 10; ++i) {
        bytes += "POST /" + QByteArray::number(i) + " HTTP/1.1\r\n" + host + "Content-Length: 1\r\n\r\n" +
                 QByteArray::number(i);
    }
    for (const qsizetype step : {0, 1, 13, 64}) {
        const Reading result = reading(bytes, step);
        QCOMPARE(result.requests.size(), size_t(10));
        for (size_t i = 0; i < 10; ++i) {
            QCOMPARE(result.requests[i].body, QByteArray::number(static_cast<int>(i)));
        }
    }
}

void tst_RequestReader::keepAlive_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("keepAlive");
    QTest::newRow("1.1") << "GET / HTTP/1.1\r\n" + host + "\r\n" << true;
    QTest::newRow("1.1 close") << "GET / HTTP/1.1\r\n" + host + "Connection: x, Close\r\n\r\n" << false;
    QTest::newRow("1.0") << QByteArray("GET / HTTP/1.0\r\n\r\n") << false;
    QTest::newRow("1.0 keep") << QByteArray("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n") << true;
}

void tst_RequestReader::keepAlive()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, keepAlive);
    const Reading result = reading(bytes);
    QCOMPARE(result.requests.size(), size_t(1));
    QCOMPARE(result.requests[0].keepAlive, keepAlive);
}

void tst_RequestReader::routesHaveTheirOwnLimit()
{
    const Reading large =
        reading("POST /large HTTP/1.1\r\n" + host + "Content-Length: 1000\r\n\r\n" + QByteArray(1000, 'x'));
    QCOMPARE(large.requests.size(), size_t(1));
    const Reading larger = reading("POST /large HTTP/1.1\r\n" + host + "Content-Length: 1001\r\n\r\n");
    QCOMPARE(larger.fault->status, 413);
}

void tst_RequestReader::manyTinyChunks()
{
    QByteArray bytes = "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n";
    for (int i = 0; i < 100; ++i) {
        bytes += "1\r\nx\r\n";
    }
    bytes += "0\r\n\r\n";
    for (const qsizetype step : {0, 1, 4}) {
        const Reading result = reading(bytes, step);
        QCOMPARE(result.requests.size(), size_t(1));
        QCOMPARE(result.requests[0].body, QByteArray(100, 'x'));
    }
}

void tst_RequestReader::endlessChunkExtension()
{
    const QByteArray bytes =
        "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n1;" + QByteArray(100'000, 'e');
    for (const qsizetype step : {0, 1, 1000}) {
        const Reading result = reading(bytes, step);
        QVERIFY(result.fault);
        QCOMPARE(result.fault->status, 400);
    }
}

void tst_RequestReader::randomMutations()
{
    const QByteArray seed =
        "POST /a/b?c=d HTTP/1.1\r\n" + host +
        "Transfer-Encoding: chunked\r\nConnection: keep-alive\r\n\r\n5;x=y\r\nhello\r\n0\r\nT: r\r\n\r\n";
    QRandomGenerator random(3);
    for (int round = 0; round < 5000; ++round) {
        QByteArray bytes = seed + seed;
        const int changes = 1 + random.bounded(4);
        for (int i = 0; i < changes; ++i) {
            const auto at = static_cast<qsizetype>(random.bounded(static_cast<quint32>(bytes.size())));
            switch (random.bounded(3)) {
            case 0:
                bytes[at] = static_cast<char>(random.bounded(256));
                break;
            case 1:
                bytes.remove(at, 1 + random.bounded(10));
                break;
            default:
                bytes.insert(at, bytes.mid(random.bounded(static_cast<int>(bytes.size())), 20));
                break;
            }
        }
        // However the bytes are cut, the same requests and the same verdict come out.
        const Reading whole = reading(bytes);
        const Reading pieces = reading(bytes, 1 + random.bounded(40));
        QCOMPARE(pieces.requests.size(), whole.requests.size());
        QCOMPARE(pieces.fault.has_value(), whole.fault.has_value());
        for (size_t i = 0; i < whole.requests.size(); ++i) {
            QCOMPARE(pieces.requests[i].body, whole.requests[i].body);
            QVERIFY(whole.requests[i].body.size() <= 100);
        }
    }
}

RELEVO_TEST(tst_RequestReader)
#include "tst_requestreader.moc"
