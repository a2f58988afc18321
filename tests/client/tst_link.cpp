#include "fake_relay.h"
#include "support/test_main.h"

#include <client/connection.h>
#include <client/link.h>
#include <client/relay_clock.h>
#include <http/certificate.h>
#include <protocol/limits.h>

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QSslKey>
#include <QtNetwork/QSslServer>
#include <QtNetwork/QTcpServer>
#include <QtTest/QtTest>
#include <QtWebSockets/QWebSocket>

using namespace relevo;
using namespace relevo::client;

class tst_Link : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysHelloAndGoesOnline();
    void resumesWhereTheReplicaIs();
    void takesCloseCodesAtTheirWord_data();
    void takesCloseCodesAtTheirWord();
    void aBadTokenIsRefused();
    void waitsLongerEachTime();
    void forgetsFailuresOnceStable();
    void aSilentRelayIsGivenUp();
    void aDeadLineIsNoticed();
    void aLivingLineIsKept();
    void aLineInDoubtProvesItself();
    void anOlderRelayIsToldFromANewerOne();
    void tellsHowTheClocksDiffer();
    void callsAreAnswered();
    void callsFailWhenTheLineBreaks();
    void callsFailWhenNoAnswerComes();
    void nonsenseEndsTheConnection();
    void mapsAddresses();
    void aRelayIsHeldToItsCertificate();

private:
    void start(const QString& token = QStringLiteral("good"));
    LinkState state() const { return m_link->state(); }
    QList<LinkInfo> infos() const;

    std::unique_ptr<test::World> m_world;
    std::unique_ptr<test::FakeRelay> m_relay;
    std::unique_ptr<test::HandClock> m_clock;
    std::unique_ptr<test::SeededIds> m_ids;
    std::unique_ptr<DeskOptions> m_options;
    std::unique_ptr<Link> m_link;
    std::unique_ptr<QSignalSpy> m_changes;
    Greeting m_point;
};

void tst_Link::init()
{
    m_changes.reset();
    m_link.reset();
    m_relay.reset();
    m_world = std::make_unique<test::World>(1);
    m_relay = std::make_unique<test::FakeRelay>(*m_world);
    m_clock = std::make_unique<test::HandClock>();
    m_ids = std::make_unique<test::SeededIds>(2);
    m_point = {};
    // Half of each wait is random; here that half is always 0.5 of itself.
    m_options.reset(new DeskOptions{{}, 0, milliseconds(1), {}, {}, *m_clock, *m_ids, [] {
                                        return 0.5;
                                    }});
    m_link = std::make_unique<Link>(*m_options, [this] { return m_point; });
    m_changes = std::make_unique<QSignalSpy>(m_link.get(), &Link::changed);
}

void tst_Link::start(const QString& token)
{
    m_link->open(m_relay->url(), token);
    QTRY_COMPARE(state(), LinkState::CatchingUp);
    m_link->caughtUp();
    QCOMPARE(state(), LinkState::Online);
}

QList<LinkInfo> tst_Link::infos() const
{
    QList<LinkInfo> list;
    for (const QList<QVariant>& arguments : *m_changes)
        list.push_back(arguments[0].value<LinkInfo>());
    return list;
}

void tst_Link::saysHelloAndGoesOnline()
{
    QSignalSpy welcomed(m_link.get(), &Link::welcomed);
    start();
    QCOMPARE(welcomed.size(), 1);
    const auto welcome = welcomed[0][0].value<Welcome>();
    QVERIFY(welcome.agent == m_world->agent(0));
    QCOMPARE(welcome.project.name, QStringLiteral("Garden shop"));
    QCOMPARE(welcome.seq, m_world->seq());
    QCOMPARE(welcome.epoch, QStringLiteral("first"));
    QVERIFY(welcome.snapshot);
    const protocol::Json& hello = m_relay->hellos.at(0);
    QCOMPARE(hello["since"], 0);
    QVERIFY(!hello.contains("epoch"));
    QCOMPARE(hello["client"]["name"], "relevo");
    QVERIFY(!hello["client"]["os"].get<std::string>().empty());
    QList<LinkState> states;
    for (const LinkInfo& info : infos())
        states.push_back(info.state);
    QCOMPARE(states, (QList<LinkState>{LinkState::Connecting, LinkState::CatchingUp, LinkState::Online}));
    m_link->close();
    QCOMPARE(state(), LinkState::SignedOut);
}

void tst_Link::resumesWhereTheReplicaIs()
{
    m_point = {2, QStringLiteral("first")};
    QSignalSpy welcomed(m_link.get(), &Link::welcomed);
    QSignalSpy notified(m_link.get(), &Link::notified);
    start();
    QVERIFY(!welcomed[0][0].value<Welcome>().snapshot);
    QCOMPARE(m_relay->hellos.at(0)["since"], 2);
    QCOMPARE(m_relay->hellos.at(0)["epoch"], "first");
    QTRY_COMPARE(notified.size(), m_world->seq() - 2);
}

void tst_Link::takesCloseCodesAtTheirWord_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<LinkState>("state");
    QTest::newRow("bad token") << 4001 << LinkState::Refused;
    QTest::newRow("forbidden") << 4003 << LinkState::Forbidden;
    QTest::newRow("too slow") << 4008 << LinkState::WaitingToRetry;
    QTest::newRow("replaced") << 4009 << LinkState::Replaced;
    QTest::newRow("too old") << 4010 << LinkState::TooOld;
    QTest::newRow("going away") << 1001 << LinkState::WaitingToRetry;
}

void tst_Link::takesCloseCodesAtTheirWord()
{
    QFETCH(int, code);
    QFETCH(LinkState, state);
    start();
    m_relay->closeAll(code);
    QTRY_COMPARE(this->state(), state);
    QVERIFY(!infos().back().detail.isEmpty());
    // Whoever was sent away for good does not come back by itself; when asked, it does.
    m_clock->advance(std::chrono::hours(1));
    m_link->checkClock();
    if (needsUser(state)) {
        QCOMPARE(this->state(), state);
        m_link->reconnect();
    }
    QTRY_COMPARE(this->state(), LinkState::CatchingUp);
}

void tst_Link::aBadTokenIsRefused()
{
    m_link->open(m_relay->url(), QStringLiteral("stolen"));
    QTRY_COMPARE(state(), LinkState::Refused);
    m_clock->advance(std::chrono::hours(1));
    m_link->checkClock();
    QCOMPARE(state(), LinkState::Refused);
    QCOMPARE(m_relay->hellos.size(), 1U);
}

void tst_Link::waitsLongerEachTime()
{
    m_relay->goAway();
    m_link->open(m_relay->url(), m_relay->token);
    std::vector<qint64> waits;
    for (int attempt = 0; attempt < 9; ++attempt) {
        QTRY_COMPARE(state(), LinkState::WaitingToRetry);
        const LinkInfo info = infos().back();
        QVERIFY(info.detail.contains(QStringLiteral("127.0.0.1")));
        waits.push_back(info.retryIn.count());
        m_clock->advance(info.retryIn - milliseconds(1));
        m_link->checkClock();
        QCOMPARE(state(), LinkState::WaitingToRetry);
        m_clock->advance(milliseconds(1));
        m_link->checkClock();
        QCOMPARE(state(), LinkState::Connecting);
    }
    // Three quarters of 0.5, 1, 2 … 30 seconds with this random number.
    QCOMPARE(waits, (std::vector<qint64>{375, 750, 1500, 3000, 6000, 12000, 22500, 22500, 22500}));
    m_relay->listenAgain();
    QTRY_VERIFY(state() == LinkState::WaitingToRetry || state() == LinkState::CatchingUp);
    if (state() == LinkState::WaitingToRetry)
        m_clock->advance(std::chrono::minutes(1));
    m_link->checkClock();
    QTRY_COMPARE(state(), LinkState::CatchingUp);
}

void tst_Link::forgetsFailuresOnceStable()
{
    start();
    m_relay->closeAll(1001);
    QTRY_COMPARE(state(), LinkState::WaitingToRetry);
    QCOMPARE(infos().back().retryIn, milliseconds(375));
    m_link->reconnect();
    QTRY_COMPARE(state(), LinkState::CatchingUp);
    m_link->caughtUp();
    m_clock->advance(std::chrono::seconds(1)); // not yet stable: a relay that dies at once is not hammered
    m_relay->closeAll(1001);
    QTRY_COMPARE(state(), LinkState::WaitingToRetry);
    const milliseconds second = infos().back().retryIn;
    m_clock->advance(second);
    m_link->checkClock();
    QTRY_COMPARE(state(), LinkState::CatchingUp);
    m_link->caughtUp();
    m_clock->advance(std::chrono::seconds(11));
    m_relay->closeAll(1001);
    QTRY_COMPARE(state(), LinkState::WaitingToRetry);
    QCOMPARE(infos().back().retryIn, milliseconds(375));
    QVERIFY(second >= milliseconds(375));
}

void tst_Link::aSilentRelayIsGivenUp()
{
    m_relay->muteHello = true;
    m_link->open(m_relay->url(), m_relay->token);
    QTRY_COMPARE(m_relay->hellos.size(), 1U);
    QCOMPARE(state(), LinkState::Connecting);
    m_clock->advance(m_options->times.connectWithin);
    m_link->checkClock();
    QCOMPARE(state(), LinkState::WaitingToRetry);
}

void tst_Link::aDeadLineIsNoticed()
{
    start();
    m_clock->advance(m_options->times.pingEvery);
    m_link->checkClock(); // pings
    QCOMPARE(state(), LinkState::Online);
    m_clock->advance(m_options->times.pingEvery); // and nothing comes back in all that time
    m_link->checkClock();
    QCOMPARE(state(), LinkState::WaitingToRetry);
}

void tst_Link::aLivingLineIsKept()
{
    start();
    const auto* socket = m_link->findChild<QWebSocket*>();
    QVERIFY(socket);
    QSignalSpy pongs(socket, &QWebSocket::pong);
    for (int i = 0; i < 20; ++i) {
        m_clock->advance(m_options->times.pingEvery);
        m_link->checkClock();
        QTRY_COMPARE(pongs.size(), i + 1);
        QCOMPARE(state(), LinkState::Online);
    }
}

void tst_Link::aLineInDoubtProvesItself()
{
    start();
    QSignalSpy pongs(m_link->findChild<QWebSocket*>(), &QWebSocket::pong);
    m_link->reconnect(); // the computer has slept, or is in another network
    m_link->reconnect();
    QTRY_COMPARE(pongs.size(), 1);
    m_clock->advance(m_options->times.proveWithin);
    m_link->checkClock();
    QCOMPARE(state(), LinkState::Online);
    // This time nothing comes back: known long before the heartbeat would tell.
    m_link->reconnect();
    m_clock->advance(m_options->times.proveWithin - milliseconds(1));
    m_link->checkClock();
    QCOMPARE(state(), LinkState::Online);
    m_clock->advance(milliseconds(1));
    m_link->checkClock();
    QCOMPARE(state(), LinkState::WaitingToRetry);
    m_link->reconnect();
    QTRY_COMPARE(state(), LinkState::CatchingUp);
}

void tst_Link::anOlderRelayIsToldFromANewerOne()
{
    m_relay->speaks = protocol::version + 1;
    m_link->open(m_relay->url(), m_relay->token);
    QTRY_COMPARE(state(), LinkState::TooOld);
    m_relay->speaks = protocol::version - 1;
    m_link->reconnect();
    QTRY_COMPARE(state(), LinkState::RelayTooOld);
    QVERIFY(needsUser(state()));
    // Once it has been updated.
    m_relay->speaks = protocol::version;
    m_link->reconnect();
    QTRY_COMPARE(state(), LinkState::CatchingUp);
}

void tst_Link::tellsHowTheClocksDiffer()
{
    m_clock->advance(std::chrono::minutes(7));
    start();
    QCOMPARE(infos().back().clockAhead, milliseconds(std::chrono::minutes(7)));
    RelayClock clock(*m_clock);
    clock.setAhead(infos().back().clockAhead);
    QCOMPARE(clock.now(), m_world->clock.now());
    QCOMPARE(clock.monotonic(), m_clock->monotonic());
    // What the way takes is nobody's fault.
    clock.setAhead(milliseconds(1'500));
    QCOMPARE(clock.now(), m_clock->now());
}

void tst_Link::callsAreAnswered()
{
    start();
    m_relay->failWith = Error{ErrorCode::AlreadyClaimed,
                              QStringLiteral("Ana has it."),
                              {},
                              {{QStringLiteral("holderName"), QStringLiteral("Ana")}}};
    std::vector<Result<protocol::Json>> answers;
    const auto keep = [&answers](const Result<protocol::Json>& answer) {
        answers.push_back(answer);
    };
    m_link->call("ping", protocol::Json::object(), keep);
    m_link->call("handoff.claim", {{"commandId", "c"}, {"handoffId", "h"}}, keep);
    QTRY_COMPARE(answers.size(), 2U);
    QVERIFY(answers[0]);
    QCOMPARE(answers[1].error().code, ErrorCode::AlreadyClaimed);
    QCOMPARE(answers[1].error().context.at(QStringLiteral("holderName")), QStringLiteral("Ana"));
}

void tst_Link::callsFailWhenTheLineBreaks()
{
    std::vector<Result<protocol::Json>> answers;
    const auto keep = [&answers](const Result<protocol::Json>& answer) {
        answers.push_back(answer);
    };
    m_link->call("ping", protocol::Json::object(), keep);
    QCOMPARE(answers.size(), 1U); // there is no connection yet
    start();
    m_relay->loseAnswers = 1;
    m_link->call("message.send", {{"commandId", "c"}}, keep);
    QTRY_COMPARE(answers.size(), 2U);
    for (const Result<protocol::Json>& answer : answers)
        QCOMPARE(answer.error().code, ErrorCode::Unavailable);
    QCOMPARE(state(), LinkState::WaitingToRetry);
}

void tst_Link::callsFailWhenNoAnswerComes()
{
    start();
    int failed = 0;
    m_link->call("ping", protocol::Json::object(), [&failed](const Result<protocol::Json>& answer) {
        failed += !answer && answer.error().code == ErrorCode::Unavailable;
    });
    m_options->times.pingEvery = std::chrono::hours(1);
    m_clock->advance(m_options->times.answerWithin);
    m_link->checkClock();
    QCOMPARE(failed, 1);
    QCOMPARE(state(), LinkState::Online);
}

void tst_Link::nonsenseEndsTheConnection()
{
    start();
    QSignalSpy notified(m_link.get(), &Link::notified);
    m_relay->notify("event", protocol::Json(std::string(20, '[')));
    QTRY_COMPARE(notified.size(), 1);
    QCOMPARE(state(), LinkState::Online); // odd, but a message
    m_link->giveUpConnection(QStringLiteral("because"));
    QCOMPARE(state(), LinkState::WaitingToRetry);
    QCOMPARE(infos().back().detail, QStringLiteral("because"));
}

void tst_Link::mapsAddresses()
{
    // A path before ours stays: a relay may live behind a proxy.
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    m_link->open(QUrl(QStringLiteral("http://127.0.0.1:%1/support/").arg(server.serverPort())),
                 m_relay->token);
    QTRY_VERIFY(server.hasPendingConnections());
    QTcpSocket* socket = server.nextPendingConnection();
    QTRY_VERIFY(socket->canReadLine());
    QCOMPARE(socket->readLine(), QByteArray("GET /support/ws/agent HTTP/1.1\r\n"));
    m_link->close();
}

void tst_Link::aRelayIsHeldToItsCertificate()
{
    const auto bytes = [](const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const Certificate agreed;
    const Certificate authority("Known Authority");
    const Certificate signedByIt("relay.test", &authority);
    QVERIFY(trustAlso(bytes(authority.certificatePath)));
    QSslServer relay;
    QSslConfiguration shown = QSslConfiguration::defaultConfiguration();
    shown.setLocalCertificate(QSslCertificate(bytes(signedByIt.certificatePath)));
    shown.setPrivateKey(QSslKey(bytes(signedByIt.keyPath), QSsl::Ec));
    relay.setSslConfiguration(shown);
    QVERIFY(relay.listen(QHostAddress::LocalHost));
    const QUrl url(QStringLiteral("https://127.0.0.1:%1").arg(relay.serverPort()));
    holdTo({{hostOf(url), QSslCertificate(bytes(agreed.certificatePath))}});
    m_link->open(url, m_relay->token);
    // An authority vouches for it, and it gets no word.
    QTRY_COMPARE(state(), LinkState::WaitingToRetry);
    QVERIFY(infos().back().untrusted);
    QVERIFY(!relay.hasPendingConnections() || relay.nextPendingConnection()->bytesAvailable() == 0);
    m_link->close();
    holdTo({});
    m_link->open(url, m_relay->token);
    QTRY_VERIFY(relay.hasPendingConnections());
    QTcpSocket* socket = relay.nextPendingConnection();
    QTRY_VERIFY(socket->canReadLine());
    m_link->close();
    (void)trustAlso({});
}

RELEVO_TEST(tst_Link)
#include "tst_link.moc"
