#include "support/test_main.h"

#include <bot/session.h>

#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::bot;

class TestBotSession final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readingUndoesWriting();
    void nothingIsANewSession();
    void olderVersionsAreLifted();
    void refusesWhatItCannotRead_data();
    void refusesWhatItCannotRead();
};

void TestBotSession::readingUndoesWriting()
{
    Session session;
    session.lane = domain::Lane::Support;
    session.bot = QStringLiteral("triage");
    session.asked = true;
    session.memories = {
        {QStringLiteral("triage"), QJsonObject{{QStringLiteral("story"), QStringLiteral("é\n\"")}}}};
    session.epoch = 3;
    session.answeredSeq = (1LL << 40) - 1;
    QVERIFY(readSession(writeSession(session)) == session);
    QVERIFY(readSession(writeSession({})) == Session{});
}

void TestBotSession::nothingIsANewSession()
{
    QVERIFY(readSession({}) == Session{});
}

void TestBotSession::olderVersionsAreLifted()
{
    // As if version 1 had called the bot "talker", and version 2 had not known who had asked.
    const std::vector<Upcaster> steps{[](QJsonObject json) {
                                          json[QStringLiteral("bot")] = json.take(QStringLiteral("talker"));
                                          return json;
                                      },
                                      [](QJsonObject json) {
                                          json[QStringLiteral("asked")] = !json[u"bot"].toString().isEmpty();
                                          return json;
                                      }};
    const Result<Session> first = readSession(
        R"({"schema":1,"lane":"commerce","talker":"orders","memories":{},"epoch":1,"answeredSeq":4})", steps);
    QVERIFY(first && first->bot == QLatin1String("orders") && first->asked);
    const Result<Session> second = readSession(
        R"({"schema":2,"lane":"commerce","bot":"","memories":{},"epoch":1,"answeredSeq":4})", steps);
    QVERIFY(second && !second->asked);
    QVERIFY(!readSession(
        R"({"schema":4,"lane":"info","bot":"","asked":true,"memories":{},"epoch":1,"answeredSeq":4})",
        steps));
}

void TestBotSession::refusesWhatItCannotRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no JSON") << QByteArray("{");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("no version") << QByteArray(
        R"({"lane":"info","bot":"","asked":true,"memories":{},"epoch":1,"answeredSeq":4})");
    QTest::newRow("newer") << QByteArray(
        R"({"schema":99,"lane":"info","bot":"","asked":true,"memories":{},"epoch":1,"answeredSeq":4})");
    QTest::newRow("lane") << QByteArray(
        R"({"schema":1,"lane":"sales","bot":"","asked":true,"memories":{},"epoch":1,"answeredSeq":4})");
    QTest::newRow("memory") << QByteArray(
        R"({"schema":1,"lane":"info","bot":"","asked":true,"memories":[],"epoch":1,"answeredSeq":4})");
    QTest::newRow("seq") << QByteArray(
        R"({"schema":1,"lane":"info","bot":"","asked":true,"memories":{},"epoch":1,"answeredSeq":-4})");
    QTest::newRow("missing") << QByteArray(R"({"schema":1,"lane":"info"})");
}

void TestBotSession::refusesWhatItCannotRead()
{
    QFETCH(const QByteArray, text);
    const Result<Session> session = readSession(text);
    QVERIFY(!session && session.error().code == ErrorCode::Invalid);
}

RELEVO_TEST(TestBotSession)
#include "tst_botsession.moc"
