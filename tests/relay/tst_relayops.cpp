#include "desk_fixture.h"
#include "prometheus.h"
#include "support/test_main.h"

#include <http/certificate.h>

#include <QtCore/QRegularExpression>
#include <QtNetwork/QSslSocket>
#include <QtTest/QtTest>

#include <csignal>
#include <sys/resource.h>

using namespace relevo::test;

namespace {

constexpr auto token = "metrics-token-of-the-tests";

QString write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

PrometheusPage pageOf(HttpCalls& calls)
{
    PrometheusPage page;
    const HttpAnswer answer = calls.get(QStringLiteral("/metrics"));
    const std::string fault = page.read(answer.body.toStdString());
    if (answer.status != 200 || !fault.empty())
        qFatal("%d %s", answer.status, fault.c_str());
    return page;
}

} // namespace

/// The running relay as those see it who keep it running.
class TestRelayOps final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void metricsAreForThoseWhoMay();
    void metricsTellWhatHappened();
    void readyUntilTheDiskIsFull();
    void hangingUpReloads();
    void speaksTls();
    void backsUpWhileServing();
    void desktopsNoticeARestore();
    void migrates();
    void configurationIsCheckedAndShown();
    void limitsAreThoseOfTheConfiguration();
};

void TestRelayOps::metricsAreForThoseWhoMay()
{
    RelayProcess relay;
    QVERIFY(relay.start() && relay.createProject());
    QVERIFY(
        !relay.createAgent(QStringLiteral("root@shop.test"), QStringLiteral("Root"), QStringLiteral("admin"))
             .isEmpty());
    QVERIFY(!relay.createAgent(QStringLiteral("one@shop.test"), QStringLiteral("One")).isEmpty());
    HttpCalls nobody(relay.url());
    HttpCalls program(relay.url(), relay.apiKey);
    HttpCalls root(relay.url());
    HttpCalls one(relay.url());
    QVERIFY(root.login(QStringLiteral("root@shop.test"), QString::fromLatin1(RelayProcess::password)));
    QVERIFY(one.login(QStringLiteral("one@shop.test"), QString::fromLatin1(RelayProcess::password)));
    const QString path = QStringLiteral("/metrics");
    QCOMPARE(nobody.get(path).status, 401);
    QCOMPARE(one.get(path).status, 403);
    QCOMPARE(root.get(path).status, 200);
    const HttpAnswer answer = program.get(path);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.headers.value("content-type"), QByteArray("text/plain; version=0.0.4; charset=utf-8"));
    QVERIFY(!answer.body.contains("Test shop") && !answer.body.contains(relay.projectId.toLatin1()));
    HttpCalls stranger(relay.url(), token);
    QCOMPARE(stranger.get(path).status, 401);

    QCOMPARE(relay.terminate(), 0);
    relay.environment.push_back(QStringLiteral("RELEVO_METRICS_TOKEN=") + QLatin1String(token));
    QVERIFY(relay.start());
    HttpCalls scraper(relay.url(), token);
    QCOMPARE(scraper.get(path).status, 200);
    QCOMPARE(scraper.get(QStringLiteral("/api/agents")).status, 401); // it opens nothing else
    HttpCalls near(relay.url(), QByteArray(token) + "x");
    QCOMPARE(near.get(path).status, 401);
}

void TestRelayOps::metricsTellWhatHappened()
{
    DeskFixture desk;
    QVERIFY(desk.start(2));
    QVERIFY(desk.connectClients(2));
    HttpCalls& bot = desk.bot();
    for (int i = 0; i < 3; ++i)
        QCOMPARE(bot.post(QStringLiteral("/api/conversations/s%1/messages").arg(i),
                          {{"author", "customer"}, {"content", "what are your opening hours?"}})
                     .status,
                 201);
    QCOMPARE(bot.post(QStringLiteral("/api/conversations/s0/messages"),
                      {{"author", "bot"}, {"content", "Nine to five."}})
                 .status,
             201);
    const HttpAnswer handoff =
        bot.post(QStringLiteral("/api/handoff/initiate"),
                 {{"sessionId", "s1"}, {"triggerType", "manual"}, {"triggerReason", "x"}});
    QCOMPARE(handoff.status, 200);
    const QString claim = QStringLiteral("/api/handoff/%1/claim")
                              .arg(QString::fromStdString(handoff.json.at("handoffId").get<std::string>()));
    HttpCalls agent(desk.relay.url(), desk.tokens[0]);
    HttpCalls other(desk.relay.url(), desk.tokens[1]);
    QCOMPARE(agent.post(claim, nlohmann::json::object()).status, 200);
    QCOMPARE(other.post(claim, nlohmann::json::object()).status, 409);
    QCOMPARE(bot.get(QStringLiteral("/no/such/path")).status, 404);

    const PrometheusPage page = pageOf(bot);
    QCOMPARE(page.value("relevo_messages_in_total"), 3.0);
    QCOMPARE(page.value("relevo_messages_out_total", {{"author", "bot"}}), 1.0);
    QCOMPARE(page.value("relevo_handoffs_requested_total", {{"trigger", "manual"}}), 1.0);
    QCOMPARE(page.value("relevo_handoffs_open", {{"status", "claimed"}}), 1.0);
    QCOMPARE(page.value("relevo_handoffs_open", {{"status", "pending"}}), 0.0);
    QCOMPARE(page.value("relevo_commands_total", {{"outcome", "already_claimed"}}), 1.0);
    QVERIFY(page.value("relevo_commands_total", {{"outcome", "ok"}}) >= 6);
    QCOMPARE(page.value("relevo_connections", {{"kind", "agent"}}), 2.0);
    QVERIFY(page.value("relevo_connections", {{"kind", "http"}}) >= 1);
    QCOMPARE(page.value("relevo_http_requests_total", {{"route", "conversations"}, {"status", "2xx"}}), 4.0);
    QCOMPARE(page.value("relevo_http_requests_total", {{"route", "handoff"}, {"status", "4xx"}}), 1.0);
    QCOMPARE(page.value("relevo_http_requests_total", {{"route", "other"}, {"status", "4xx"}}), 1.0);
    QCOMPARE(page.value("relevo_http_request_duration_seconds_count", {{"route", "conversations"}}), 4.0);
    QVERIFY(page.value("relevo_command_durable_seconds_count") >= 6);
    QVERIFY(page.value("relevo_command_durable_seconds_sum") > 0);
    QVERIFY(page.value("relevo_commit_group_size_count") >= 5);
    QVERIFY(page.value("relevo_commands_waiting") >= 0);
    for (const char* kind : {"short", "long"})
        QVERIFY2(page.value("relevo_queries_waiting", {{"kind", kind}}) >= 0, kind);
    // The summary is made beside the rest and may come in between.
    QTRY_COMPARE(pageOf(bot).value("relevo_journal_head"), static_cast<double>(desk.clients.front()->seq()));
    QVERIFY(page.value("relevo_store_file_bytes", {{"file", "database"}}) > 4'096);
    QCOMPARE(page.value("relevo_store_up"), 1.0);
    QVERIFY(page.value("process_resident_memory_bytes") > 1e6);
    QVERIFY(page.value("process_start_time_seconds") > 1.7e9);
    const PrometheusPage later = pageOf(bot);
    for (const Sample& sample : page.samples()) {
        if (sample.name.ends_with("_total") || sample.name.ends_with("_bucket") ||
            sample.name.ends_with("_count"))
            QVERIFY2(later.value(sample.name, sample.labels) >= sample.value, sample.name.c_str());
    }
}

void TestRelayOps::readyUntilTheDiskIsFull()
{
    RelayProcess relay;
    QVERIFY(relay.start());
    HttpCalls calls(relay.url());
    QCOMPARE(calls.get(QStringLiteral("/healthz")).json.at("status").get<std::string>(), std::string("ok"));
    QCOMPARE(calls.get(QStringLiteral("/readyz")).status, 200);
    QVERIFY(relay.createProject());
    HttpCalls bot(relay.url(), relay.apiKey);
    const auto say = [&] {
        return bot
            .post(QStringLiteral("/api/conversations/full/messages"),
                  {{"author", "customer"}, {"content", "hello"}})
            .status;
    };
    QCOMPARE(say(), 201);
    // No file may grow past a page from now on, which to the database is a disk that takes no more.
    rlimit before{};
    const auto pid = static_cast<pid_t>(relay.pid());
    QCOMPARE(::prlimit(pid, RLIMIT_FSIZE, nullptr, &before), 0);
    const rlimit full{4'096, before.rlim_max};
    QCOMPARE(::prlimit(pid, RLIMIT_FSIZE, &full, nullptr), 0);
    HttpAnswer unready;
    QTRY_COMPARE_WITH_TIMEOUT((unready = calls.get(QStringLiteral("/readyz"))).status, 503, 10'000);
    QCOMPARE(unready.code(), std::string("unavailable"));
    QVERIFY(!unready.json.at("title").get<std::string>().empty());
    QVERIFY2(!unready.body.contains(relay.directory().toUtf8()), unready.body.constData());
    QCOMPARE(say(), 503);
    QCOMPARE(calls.get(QStringLiteral("/healthz")).status, 200); // it lives: a restart would not help
    QCOMPARE(::prlimit(pid, RLIMIT_FSIZE, &before, nullptr), 0);
    QTRY_COMPARE_WITH_TIMEOUT(calls.get(QStringLiteral("/readyz")).status, 200, 10'000);
    QCOMPARE(say(), 201);
    QCOMPARE(relay.terminate(), 0);
    QCOMPARE(relay.run({QStringLiteral("verify")}).exitCode, 0);
}

void TestRelayOps::hangingUpReloads()
{
    RelayProcess relay;
    const QString file =
        write(relay.directory() + QStringLiteral("/relay.toml"), "[limits]\nbody_bytes = 2048\n");
    relay.options = {QStringLiteral("--config"), file};
    QVERIFY(relay.start() && relay.createProject());
    HttpCalls bot(relay.url(), relay.apiKey);
    int session = 0;
    const auto post = [&] {
        return bot
            .post(QStringLiteral("/api/conversations/r%1/messages").arg(++session),
                  {{"author", "customer"}, {"content", std::string(3'000, 'x')}})
            .status;
    };
    const auto reload = [&](const QByteArray& said) {
        const qsizetype before = relay.log().count(said);
        ::kill(static_cast<pid_t>(relay.pid()), SIGHUP);
        return QTest::qWaitFor([&] { return relay.log().count(said) > before; }, 10'000);
    };
    QCOMPARE(post(), 413);

    write(file, "[limits]\nbody_bytes = 65536\nrequest_secs = 1\n");
    QVERIFY(reload("was not reloaded"));
    QVERIFY(relay.log().contains("limits.request_secs") && relay.log().contains("line 3"));
    QCOMPARE(post(), 413); // nothing of it was taken

    write(file, "listen = \"127.0.0.1:1\"\n[limits]\nbody_bytes = 65536\n[metrics]\ntoken_file = \"" +
                    write(relay.directory() + QStringLiteral("/token"), token).toUtf8() + "\"\n");
    QVERIFY(reload("was reloaded"));
    QCOMPARE(post(), 201);
    HttpCalls scraper(relay.url(), token);
    QCOMPARE(scraper.get(QStringLiteral("/metrics")).status, 200);
    QVERIFY(!relay.log().contains(token));

    write(file, "[limits]\nbody_bytes = 65536\n[tls]\ncert = \"/none\"\nkey = \"/none\"\n");
    QVERIFY(reload("was not reloaded"));
    QCOMPARE(post(), 201);
    QCOMPARE(relay.terminate(), 0);
    // Every line is one of JSON, also those.
    for (const QByteArray& line : relay.log().split('\n'))
        QVERIFY2(line.isEmpty() || Json::accept(line.toStdString()), line.constData());
}

void TestRelayOps::speaksTls()
{
    const Certificate certificate("before.test");
    RelayProcess relay;
    relay.options = {QStringLiteral("--tls-cert"), certificate.certificatePath, QStringLiteral("--tls-key"),
                     certificate.keyPath};
    QVERIFY2(relay.start(), relay.errors().constData());
    QCOMPARE(relay.url().scheme(), QStringLiteral("https"));
    const auto nameShown = [&] {
        QSslSocket socket;
        socket.setPeerVerifyMode(QSslSocket::VerifyNone);
        socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), static_cast<quint16>(relay.url().port()));
        if (!socket.waitForEncrypted(10'000))
            return QString();
        socket.write("GET /readyz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        QByteArray answer;
        while (socket.waitForReadyRead(10'000))
            answer += socket.readAll();
        return answer.startsWith("HTTP/1.1 200 ")
                   ? socket.peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0)
                   : QString::fromLatin1(answer);
    };
    QCOMPARE(nameShown(), QStringLiteral("before.test"));
    // A renewed certificate under the same name, as certbot leaves it.
    const Certificate renewed("after.test");
    for (const auto& [from, to] : {std::pair(renewed.certificatePath, certificate.certificatePath),
                                   std::pair(renewed.keyPath, certificate.keyPath)}) {
        QVERIFY(QFile::remove(to) && QFile::copy(from, to));
    }
    ::kill(static_cast<pid_t>(relay.pid()), SIGHUP);
    QTRY_COMPARE_WITH_TIMEOUT(nameShown(), QStringLiteral("after.test"), 10'000);
    QCOMPARE(relay.terminate(), 0);
}

void TestRelayOps::backsUpWhileServing()
{
    DeskFixture desk;
    QVERIFY(desk.start(1));
    Player player(desk.relay.url(), desk.relay.apiKey, conversationsForLoad(30), QStringLiteral("b"));
    player.start(4);
    const QString file = desk.relay.directory() + QStringLiteral("/copies");
    QVERIFY(QDir().mkpath(file));
    for (int i = 0; i < 3; ++i) {
        const RelayProcess::Ran ran =
            desk.relay.run({QStringLiteral("backup"), file + QStringLiteral("/%1.db").arg(i)});
        QVERIFY2(ran.exitCode == 0, ran.errors.constData());
        QVERIFY(ran.json.at("events").get<int>() >= 3);
        QCoreApplication::processEvents();
    }
    QTRY_VERIFY_WITH_TIMEOUT(player.isDone(), 60'000);
    QCOMPARE(QDir(file).entryList(QDir::Files).size(), 3);
    const RelayProcess::Ran again =
        desk.relay.run({QStringLiteral("backup"), file + QStringLiteral("/0.db")});
    QCOMPARE(again.exitCode, 1);
    QVERIFY(again.errors.contains("--force"));
    QByteArray why;
    QVERIFY2(desk.verified(why), why.constData());
}

void TestRelayOps::desktopsNoticeARestore()
{
    DeskFixture desk;
    QVERIFY(desk.start(1));
    QVERIFY(desk.connectClients(1));
    WsClient& client = *desk.clients.front();
    client.setReconnecting(true);
    const auto say = [&](int number) {
        HttpCalls bot(desk.relay.url(), desk.relay.apiKey);
        return bot
            .post(QStringLiteral("/api/conversations/d%1/messages").arg(number),
                  {{"author", "customer"}, {"content", "number " + std::to_string(number)}})
            .status;
    };
    QCOMPARE(say(0), 201);
    const QString file = desk.relay.directory() + QStringLiteral("/copy.db");
    QCOMPARE(desk.relay.run({QStringLiteral("backup"), file}).exitCode, 0);
    for (int i = 1; i < 4; ++i)
        QCOMPARE(say(i), 201);
    QTRY_COMPARE(client.state().conversations.size(), std::size_t{4});
    const qint64 before = client.seq();
    QCOMPARE(desk.relay.terminate(), 0);
    const RelayProcess::Ran restored = desk.relay.run({QStringLiteral("restore"), file});
    QVERIFY2(restored.exitCode == 0, restored.errors.constData());
    QVERIFY(QFile::exists(QString::fromStdString(restored.json.at("keptAside").get<std::string>())));
    QVERIFY(desk.relay.start());
    // The new journal grows past where the client was, with other events: only the epoch tells them apart.
    for (int i = 100; i < 120; ++i)
        QCOMPARE(say(i), 201);
    QTRY_VERIFY_WITH_TIMEOUT(client.reconnects() > 0 && client.helloDone() && client.seq() > before, 20'000);
    QCOMPARE(client.mode(), std::string("snapshot"));
    QTRY_VERIFY_WITH_TIMEOUT(desk.everybodyAgrees(), 20'000);
    QCOMPARE(client.state().conversations.size(), std::size_t{21});
    QByteArray why;
    QVERIFY2(desk.verified(why), why.constData());
}

void TestRelayOps::migrates()
{
    const RelayProcess relay;
    const RelayProcess::Ran none = relay.run({QStringLiteral("migrate"), QStringLiteral("--check")});
    QCOMPARE(none.exitCode, 1);
    QVERIFY(!none.errors.isEmpty());
    const RelayProcess::Ran made = relay.run({QStringLiteral("migrate")});
    QCOMPARE(made.exitCode, 0);
    QCOMPARE(made.json.at("from").get<int>(), 0);
    const RelayProcess::Ran checked = relay.run({QStringLiteral("migrate"), QStringLiteral("--check")});
    QCOMPARE(checked.exitCode, 0);
    QCOMPARE(checked.json.at("needed").get<bool>(), false);
    QCOMPARE(checked.json.at("to"), made.json.at("to"));
}

void TestRelayOps::configurationIsCheckedAndShown()
{
    const RelayProcess relay;
    const QString file =
        write(relay.directory() + QStringLiteral("/relay.toml"), "[limits]\nconnections = 5\n");
    const QStringList check{QStringLiteral("config"), QStringLiteral("check"), QStringLiteral("--config"),
                            file};
    QStringList show = check;
    show[1] = QStringLiteral("show");
    QCOMPARE(relay.run(check).exitCode, 0);
    const RelayProcess::Ran shown =
        relay.run(show + QStringList{QStringLiteral("--log-level"), QStringLiteral("debug")});
    QCOMPARE(shown.exitCode, 0);
    QCOMPARE(shown.json.at("settings").at("limits.connections").at("from").get<std::string>(),
             std::string("file"));
    QCOMPARE(shown.json.at("settings").at("log.level").at("value").get<std::string>(), std::string("debug"));
    write(file, "[limits]\nconnection = 5\n");
    const RelayProcess::Ran wrong = relay.run(check);
    QVERIFY(wrong.exitCode != 0);
    QVERIFY2(wrong.errors.contains("line 2") && wrong.errors.contains("Did you mean \"limits.connections\""),
             wrong.errors.constData());
    write(file, "[tls]\ncert = \"/none.pem\"\nkey = \"/none.pem\"\n");
    QVERIFY(relay.run(check).exitCode != 0);
    QCOMPARE(relay.run({QStringLiteral("migrate"), QStringLiteral("--config"), file}).exitCode, 0);
}

void TestRelayOps::limitsAreThoseOfTheConfiguration()
{
    RelayProcess relay;
    relay.options = {QStringLiteral("--limits-body-bytes"), QStringLiteral("2000"),
                     QStringLiteral("--limits-connections-per-address"), QStringLiteral("3")};
    QVERIFY(relay.start());
    const auto port = static_cast<quint16>(relay.url().port());
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    for (int i = 0; i < 4; ++i) {
        sockets.push_back(std::make_unique<QTcpSocket>());
        sockets.back()->connectToHost(QStringLiteral("127.0.0.1"), port);
        QVERIFY(sockets.back()->waitForConnected());
        if (i < 3) {
            sockets.back()->write("GET /healthz HTTP/1.1\r\nHost: x\r\nX-Request-Id: mine-1\r\n\r\n");
            QVERIFY(sockets.back()->waitForReadyRead());
            const QByteArray answer = sockets.back()->readAll();
            QVERIFY(answer.startsWith("HTTP/1.1 200 ") && answer.contains("\r\nX-Request-Id: mine-1\r\n"));
        }
    }
    QVERIFY(sockets.back()->waitForReadyRead());
    const QByteArray refused = sockets.back()->readAll();
    QVERIFY2(refused.startsWith("HTTP/1.1 429 ") && refused.contains("\r\nRetry-After: "),
             refused.constData());
}

RELEVO_TEST(TestRelayOps)

#include "tst_relayops.moc"
