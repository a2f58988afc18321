#include "desk_fixture.h"
#include "support/test_main.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::test;

/// Uploads that break off at a real relay: what has come need not come again, and is nobody else's.
class TestRelayUploads final : public QObject
{
    Q_OBJECT

private:
    static constexpr int limit = 256 * 1024;
    static constexpr int half = 50'000;

    DeskFixture m_desk;
    std::unique_ptr<HttpCalls> m_ida;
    std::unique_ptr<HttpCalls> m_other;
    QByteArray m_bytes;

    static QString made() { return QUuid::createUuid().toString(QUuid::WithoutBraces); }
    /// The first half of the file, over a connection of its own that stays open.
    std::unique_ptr<QTcpSocket> sendHalf(const QString& id, const QString& told = {})
    {
        auto socket = std::make_unique<QTcpSocket>();
        socket->connectToHost(m_desk.relay.url().host(), static_cast<quint16>(m_desk.relay.url().port()));
        if (!QTest::qWaitFor([&] { return socket->state() == QAbstractSocket::ConnectedState; }))
            return nullptr;
        socket->write("POST /api/attachments?name=half.txt&id=" + id.toLatin1() + told.toLatin1() +
                      " HTTP/1.1\r\nHost: relay\r\nAuthorization: Bearer " + m_desk.tokens[0] +
                      "\r\nContent-Length: " + QByteArray::number(m_bytes.size()) + "\r\n\r\n" +
                      m_bytes.left(half));
        return QTest::qWaitFor([&] { return socket->bytesToWrite() == 0; }) ? std::move(socket) : nullptr;
    }
    static Json received(HttpCalls& calls, const QString& id)
    {
        return calls.get(QStringLiteral("/api/attachments/%1/upload").arg(id)).json;
    }
    static HttpAnswer goOn(HttpCalls& calls, const QString& id, qint64 from, const QByteArray& rest,
                           const QString& told = {})
    {
        return calls.raw(
            "POST", QStringLiteral("/api/attachments?name=half.txt&id=%1&from=%2").arg(id).arg(from) + told,
            rest, {}, "application/octet-stream");
    }
    QString digest() const
    {
        return QString::fromLatin1(QCryptographicHash::hash(m_bytes, QCryptographicHash::Sha256).toHex());
    }
    QString size(qint64 more = 0) const { return QStringLiteral("&size=%1").arg(m_bytes.size() + more); }
    /// Of all that is coming, or has come in part.
    qint64 incoming() const
    {
        qint64 bytes = 0;
        const QDir folder(m_desk.relay.directory() + QStringLiteral("/attachments/incoming"));
        for (const QFileInfo& one : folder.entryInfoList(QDir::Files))
            bytes += one.size();
        return bytes;
    }
    HttpAnswer file(const QString& id) { return m_ida->get(QStringLiteral("/api/attachments/") + id); }

private Q_SLOTS:
    void initTestCase()
    {
        m_desk.relay.options = {QStringLiteral("--limits-attachment-bytes"), QString::number(limit)};
        QVERIFY2(m_desk.start(2), m_desk.relay.errors().constData());
        m_ida = std::make_unique<HttpCalls>(m_desk.relay.url(), m_desk.tokens[0]);
        m_other = std::make_unique<HttpCalls>(m_desk.relay.url(), m_desk.tokens[1]);
        for (int i = 0; m_bytes.size() < 2 * half; ++i)
            m_bytes += QByteArray::number(i) + ' ';
    }

    void whatBrokeOffGoesOn()
    {
        const QString id = made();
        QCOMPARE(received(*m_ida, id), (Json{{"received", 0}}));
        auto socket = sendHalf(id);
        QVERIFY(socket);
        // Nobody else's, and not to be read before it is whole.
        QCOMPARE(received(*m_other, id), (Json{{"received", 0}}));
        QCOMPARE(file(id).status, 404);
        QTRY_COMPARE(incoming(), half);
        QCOMPARE(received(*m_ida, id), (Json{{"received", half}}));
        // It was not closed yet: whoever asks has given it up, and it does not come further.
        socket->write(m_bytes.mid(half));
        QTRY_VERIFY(socket->bytesAvailable() > 0 || socket->state() != QAbstractSocket::ConnectedState);
        QVERIFY(!socket->readAll().contains(" 201 "));
        socket.reset();
        QCOMPARE(goOn(*m_other, id, half, m_bytes.mid(half)).status, 409);
        QCOMPARE(goOn(*m_ida, id, half + 1, m_bytes.mid(half + 1)).status, 409);
        QCOMPARE(goOn(*m_ida, id, -1, m_bytes).status, 422);
        const HttpAnswer whole = goOn(*m_ida, id, half, m_bytes.mid(half));
        QCOMPARE(whole.status, 201);
        QCOMPARE(whole.json.at("size"), Json(m_bytes.size()));
        QCOMPARE(whole.json.at("sha256").get<std::string>(),
                 QCryptographicHash::hash(m_bytes, QCryptographicHash::Sha256).toHex().toStdString());
        QCOMPARE(file(id).body, m_bytes);
        QTRY_COMPARE(incoming(), 0);
        // Whoever has missed that learns it by asking.
        const Json again = received(*m_ida, id);
        QCOMPARE(again.at("received"), Json(m_bytes.size()));
        QCOMPARE(again.at("attachment"), whole.json);
    }

    void whatIsHungUpOnStays()
    {
        const QString id = made();
        auto socket = sendHalf(id);
        QVERIFY(socket);
        QTRY_COMPARE(incoming(), half);
        socket->abort();
        QTRY_COMPARE(received(*m_ida, id), (Json{{"received", half}}));
        // It may also begin anew.
        const HttpAnswer whole = goOn(*m_ida, id, 0, m_bytes);
        QCOMPARE(whole.status, 201);
        QCOMPARE(file(id).body, m_bytes);
    }

    void whatWasToldOfIsWhatIsKept()
    {
        const QString id = made();
        auto socket = sendHalf(id, size());
        QVERIFY(socket);
        QTRY_VERIFY(incoming() >= half);
        socket->abort();
        QTRY_COMPARE(received(*m_ida, id), (Json{{"received", half}}));
        // What was told with the first half holds for the second, which ends short here: no half file.
        const QByteArray rest = m_bytes.mid(half);
        const HttpAnswer early = goOn(*m_ida, id, half, rest.chopped(1));
        QCOMPARE(early.status, 422);
        QCOMPARE(early.json.at("field"), "size");
        QCOMPARE(file(id).status, 404);
        const qint64 there = m_bytes.size() - 1;
        QCOMPARE(received(*m_ida, id), (Json{{"received", there}}));
        // Not another file's rest, nor more than was told of; and the last byte makes it whole.
        QCOMPARE(goOn(*m_ida, id, there, "xy", size(1)).status, 409);
        QCOMPARE(goOn(*m_ida, id, there, "xy", size()).status, 422);
        QCOMPARE(received(*m_ida, id), (Json{{"received", there}}));
        const HttpAnswer whole = goOn(*m_ida, id, there, m_bytes.right(1), size());
        QVERIFY2(whole.status == 201, whole.body.constData());
        QCOMPARE(whole.json.at("sha256").get<std::string>(), digest().toStdString());
        QTRY_COMPARE(incoming(), 0);
    }

    void whatIsToldWronglyIsRefused()
    {
        const QString id = made();
        // Known before a byte is read.
        QCOMPARE(goOn(*m_ida, id, 0, m_bytes, size(1)).status, 422);
        QCOMPARE(goOn(*m_ida, id, 0, m_bytes, size(-1)).status, 422);
        QCOMPARE(goOn(*m_ida, id, 0, m_bytes, QStringLiteral("&size=many")).status, 422);
        QCOMPARE(goOn(*m_ida, id, 0, m_bytes, QStringLiteral("&sha256=abc")).status, 422);
        QCOMPARE(goOn(*m_ida, id, 0, m_bytes, QStringLiteral("&size=999999999")).status, 422);
        // Known when it is here.
        const HttpAnswer other = goOn(*m_ida, id, 0, m_bytes, QStringLiteral("&sha256=") + QString(64, u'0'));
        QCOMPARE(other.status, 422);
        QCOMPARE(other.json.at("field"), "sha256");
        QCOMPARE(received(*m_ida, id), (Json{{"received", 0}}));
        QTRY_COMPARE(incoming(), 0);
        const HttpAnswer whole =
            goOn(*m_ida, id, 0, m_bytes, size() + QStringLiteral("&sha256=") + digest().toUpper());
        QVERIFY2(whole.status == 201, whole.body.constData());
    }

    void aRepeatWithTheSameKeyIsTheSameFile()
    {
        const auto send = [this](HttpCalls& calls, const QByteArray& key) {
            return calls.raw("POST", QStringLiteral("/api/attachments?name=x"), m_bytes, key,
                             "application/octet-stream");
        };
        const HttpAnswer first = send(*m_ida, "key 1");
        QCOMPARE(first.status, 201);
        QCOMPARE(send(*m_ida, "key 1").json, first.json);
        QVERIFY(send(*m_ida, "key 2").json.at("id") != first.json.at("id"));
        QVERIFY(send(*m_other, "key 1").json.at("id") != first.json.at("id"));
    }

    void partsAreNotMoreThanAWhole()
    {
        const QString id = made();
        auto socket = sendHalf(id);
        QVERIFY(socket);
        QTRY_COMPARE(incoming(), half);
        QCOMPARE(received(*m_ida, id), (Json{{"received", half}}));
        const HttpAnswer more = goOn(*m_ida, id, half, QByteArray(limit, 'x'));
        QCOMPARE(more.status, 413);
        QCOMPARE(more.code(), "too_large");
        QTRY_COMPARE(received(*m_ida, id), (Json{{"received", 0}}));
    }

    void whoeverHasNoAccountBeginsAnew()
    {
        std::string token;
        Json hello;
        const auto browser = m_desk.browser(token, hello);
        QVERIFY(browser);
        HttpCalls visitor(m_desk.relay.url(), QByteArray::fromStdString(token));
        QCOMPARE(visitor.get(QStringLiteral("/api/attachments/%1/upload").arg(made())).status, 401);
        QCOMPARE(visitor
                     .raw("POST", QStringLiteral("/api/visitor/attachments?name=x&from=3&id=") + made(), "x",
                          {}, "application/octet-stream")
                     .status,
                 422);
    }
};

RELEVO_TEST(TestRelayUploads)
#include "tst_relayuploads.moc"
