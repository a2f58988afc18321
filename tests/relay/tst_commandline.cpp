#include "http_calls.h"
#include "relay_process.h"
#include "support/test_main.h"

#include <QtTest/QtTest>

#include <QtCore/QFile>
#include <QtCore/QFileInfo>

using namespace relevo::test;

/// The relay as somebody at a terminal meets it.
class TestCommandLine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void versionSaysWhatThereIs()
    {
        const RelayProcess relay;
        const RelayProcess::Ran ran = relay.run({QStringLiteral("version")});
        QCOMPARE(ran.exitCode, 0);
        QCOMPARE(ran.json.at("protocol").get<int>(), 1);
        QVERIFY(!ran.json.at("version").get<std::string>().empty());
        QVERIFY(!ran.json.at("qt").get<std::string>().empty());
    }

    void mistakesAreExplained_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const char* name, const char* arguments, const char* words) {
            QTest::newRow(name) << QString::fromLatin1(arguments).split(u' ') << QByteArray(words);
        };
        row("no such command", "fly", "no command");
        row("no such option", "serve --wings", "wings");
        row("bad listen", "serve --listen nowhere", "HOST:PORT");
        row("bad store", "serve --store mysql:x", "supported");
        row("no project name", "project create", "name");
        row("bad project", "agent create --project x --email a@b.test --name A", "project");
        row("unknown project",
            "agent create --project 01890000-0000-7000-8000-000000000000 --email a@b.test --name A",
            "no such project");
        row("bad e-mail", "agent create --project 01890000-0000-7000-8000-000000000000 --email a@b --name A",
            "e-mail");
        row("bad role", "agent create --role king", "role");
        row("no password file", "agent create --password-file /nonexistent", "password file");
        row("model without a name", "serve --model-url http://127.0.0.1:1", "--model-name");
        row("model without an address", "serve --model-name m", "--model-url");
        row("bad model address", "serve --model-name m --model-url ftp://x", "web server");
        row("key in the address", "serve --model-name m --model-url http://u:key@x/", "RELEVO_MODEL_KEY");
        row("key as an argument", "serve --model-key secret", "model-key");
        row("no key file", "serve --model-name m --model-url http://x --model-key-file /nonexistent",
            "--model-key-file");
        row("bad model time", "serve --model-timeout-seconds 0", "from 1 to 600");
        row("bad model flag", "serve --model-mask maybe", "true nor false");
        row("bad config", "serve --config /nonexistent", "configuration");
    }
    void mistakesAreExplained()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, words);
        const RelayProcess relay;
        const RelayProcess::Ran ran = relay.run(arguments);
        QVERIFY(ran.exitCode != 0);
        QVERIFY2(ran.errors.contains(words), ran.errors.constData());
    }

    void aConfigurationFileIsReadAndChecked()
    {
        const RelayProcess relay;
        QFile file(relay.directory() + QStringLiteral("/relay.toml"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("listen = \"127.0.0.1:0\"\nlissten = \"x\"\n");
        file.close();
        const RelayProcess::Ran ran =
            relay.run({QStringLiteral("serve"), QStringLiteral("--config"), file.fileName()});
        QVERIFY(ran.exitCode != 0);
        QVERIFY2(ran.errors.contains("line 2") && ran.errors.contains("lissten"), ran.errors.constData());
    }

    void aConfigurationFileNamesTheModel()
    {
        RelayProcess relay;
        const auto write = [&relay](const QByteArray& text) {
            QFile file(relay.directory() + QStringLiteral("/relay.toml"));
            return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
        };
        relay.options = {QStringLiteral("--config"), relay.directory() + QStringLiteral("/relay.toml")};
        QVERIFY(write("[model]\nurl = \"http://127.0.0.1:9/v1\"\nname = \"small-1\"\ntimeout_seconds = 5\n"
                      "mask = false\n"));
        QVERIFY2(relay.start(), relay.errors().constData());
        QVERIFY(relay.log().contains("small-1"));
        QCOMPARE(relay.terminate(), 0);
        QVERIFY(write("[model]\nurl = \"http://127.0.0.1:9/v1\"\nname = \"small-1\"\nkey = \"sk-secret\"\n"));
        QVERIFY(!relay.start());
        QVERIFY2(relay.errors().contains("line 4") && relay.errors().contains("model.key"),
                 relay.errors().constData());
        QVERIFY(!relay.errors().contains("sk-secret"));
    }

    void twoAgentsWithOneAddressAreRefused()
    {
        RelayProcess relay;
        QVERIFY(relay.createProject());
        QVERIFY(!relay.createAgent(QStringLiteral("a@b.test"), QStringLiteral("A")).isEmpty());
        QVERIFY(relay.createAgent(QStringLiteral("A@b.test"), QStringLiteral("B")).isEmpty());
    }

    void whoGetsNoPasswordIsInvited()
    {
        RelayProcess relay;
        QVERIFY(relay.createProject());
        const RelayProcess::Ran ran =
            relay.run({QStringLiteral("agent"), QStringLiteral("create"), QStringLiteral("--project"),
                       relay.projectId, QStringLiteral("--email"), QStringLiteral("eva@shop.test"),
                       QStringLiteral("--name"), QStringLiteral("Eva")});
        QCOMPARE(ran.exitCode, 0);
        QVERIFY(!ran.json.at("agentId").get<std::string>().empty() && ran.json.contains("expiresAt"));
        QVERIFY2(relay.start(), relay.errors().constData());
        HttpCalls bot(relay.url(), relay.apiKey);
        const auto isInvited = [&] {
            return bot.get(QStringLiteral("/api/agents")).json.at("items").at(0).value("invited", false);
        };
        QVERIFY(isInvited());
        HttpCalls eva(relay.url());
        const QString chosen = QStringLiteral("violet tram under 9 bridges");
        QCOMPARE(eva.post(QStringLiteral("/api/auth/accept-invite"),
                          {{"token", ran.json.at("token")}, {"password", chosen.toStdString()}})
                     .status,
                 200);
        QVERIFY(!isInvited());
        QVERIFY(eva.login(QStringLiteral("eva@shop.test"), chosen));
        // Whoever is given one has nothing to set.
        QVERIFY(!relay.createAgent(QStringLiteral("leo@shop.test"), QStringLiteral("Leo")).isEmpty());
    }

    void aSecondServerOnThePortSaysSo()
    {
        RelayProcess first;
        QVERIFY(first.start());
        const RelayProcess second;
        const RelayProcess::Ran ran = second.run({QStringLiteral("serve"), QStringLiteral("--listen"),
                                                  QStringLiteral("127.0.0.1:%1").arg(first.url().port())});
        QVERIFY(ran.exitCode != 0);
        QVERIFY(!ran.errors.isEmpty());
        QCOMPARE(first.terminate(), 0);
    }

    void aSecondRelayOnTheStoreIsRefused()
    {
        RelayProcess first;
        QVERIFY(first.start());
        const QStringList serve{QStringLiteral("serve"), QStringLiteral("--listen"),
                                QStringLiteral("127.0.0.1:0")};
        const RelayProcess::Ran ran = first.run(serve);
        QVERIFY(ran.exitCode != 0);
        QVERIFY2(ran.errors.contains("Another relay serves"), ran.errors.constData());
        QVERIFY(first.isRunning());
        QVERIFY(first.createProject()); // commands go on beside it
        first.kill();
        QVERIFY2(first.start(), first.errors().constData()); // nothing stale is left
    }

    void theDemoIsMadeOnce()
    {
        RelayProcess relay;
        relay.demo = true;
        QVERIFY2(relay.start(), relay.errors().constData());
        QFile file(relay.directory() + QStringLiteral("/demo.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QFileInfo(file.fileName()).permissions() & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        const Json demo = Json::parse(file.readAll().toStdString());
        HttpCalls agent(relay.url());
        QVERIFY(agent.login(QString::fromStdString(demo.at("agents").at(0).at("email")),
                            QString::fromStdString(demo.at("agents").at(0).at("password"))));
        const QString settings = QStringLiteral("/api/projects/%1/handoff-settings")
                                     .arg(QString::fromStdString(demo.at("projectId")));
        QCOMPARE(agent.get(settings).status, 200); // an admin
        QCOMPARE(relay.terminate(), 0);
        QVERIFY(relay.start());
        HttpCalls bot(relay.url(), QByteArray::fromStdString(demo.at("apiKey")));
        QCOMPARE(bot.get(QStringLiteral("/api/agents")).json.at("items").size(), 2U);
    }

    void theLogHasNoPersonalData()
    {
        RelayProcess relay;
        relay.options = {QStringLiteral("--log-level"), QStringLiteral("debug")};
        QVERIFY(relay.start());
        QVERIFY(relay.createProject());
        HttpCalls bot(relay.url(), relay.apiKey);
        QCOMPARE(bot.post(QStringLiteral("/api/conversations/jane-7/messages"),
                          {{"author", "customer"},
                           {"content", "my secret is swordfish"},
                           {"contact", {{"email", "jane@home.test"}}}})
                     .status,
                 201);
        HttpCalls guess(relay.url());
        QVERIFY(!guess.login(QStringLiteral("jane@home.test"), QStringLiteral("swordfish1")));
        QCOMPARE(bot.post(QStringLiteral("/api/handoff/nonsense/claim"), Json::object()).status, 404);
        QCOMPARE(relay.terminate(), 0);
        QFile log(relay.directory() + QStringLiteral("/relay.log"));
        QVERIFY(log.open(QIODevice::ReadOnly));
        int lines = 0;
        int routes = 0;
        while (!log.atEnd()) {
            const QByteArray line = log.readLine();
            const Json json = Json::parse(line.toStdString(), nullptr, false);
            QVERIFY2(json.is_object() && json.contains("at") && json.contains("level"), line.constData());
            QVERIFY2(!line.contains("swordfish") && !line.contains("jane") && !line.contains(relay.apiKey),
                     line.constData());
            lines += json.contains("requestId") ? 1 : 0;
            routes += json.value("route", "") == "/api/conversations/{sessionId}/messages" ? 1 : 0;
        }
        QVERIFY(lines >= 2);
        QCOMPARE(routes, 1); // by its pattern, not by whose it is
    }
};

RELEVO_TEST(TestCommandLine)

#include "tst_commandline.moc"
