#include "support/test_main.h"

#include <relay/config.h>
#include <relay/serve_options.h>

#include <QtTest/QtTest>

#include <set>

using namespace relevo;
using namespace relevo::relay;

/// What can be set, from where, and what is said when it is wrong.
class TestConfig final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNamesOfAKeyAreItsOwn();
    void everyDefaultFits();
    void everythingCanStandInTheFile();
    void faultsNameLineAndKey_data();
    void faultsNameLineAndKey();
    void theFirstThatSaysSomethingCounts();
    void faultsNameTheirSource();
    void secretsAreMasked();
    void changesAreNamed();
    void options();
    void optionsThatDoNotFit_data();
    void optionsThatDoNotFit();

private:
    [[nodiscard]] Result<ConfigFile> read(const QByteArray& text) const
    {
        QFile file(m_directory.filePath(QStringLiteral("relay.toml")));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write");
        file.close();
        return readConfigFile(file.fileName());
    }
    [[nodiscard]] Result<Config> resolve(const QByteArray& file,
                                         const QHash<QString, QString>& arguments = {},
                                         const QProcessEnvironment& environment = QProcessEnvironment()) const
    {
        const Result<ConfigFile> content = read(file);
        return content ? Config::resolve(arguments, environment, *content) : std::unexpected(content.error());
    }

    QTemporaryDir m_directory;
};

void TestConfig::theNamesOfAKeyAreItsOwn()
{
    std::set<QString> names;
    for (const ConfigKey& key : configKeys()) {
        for (const QString& name : {key.name, QString(u'-') + optionOf(key), variableOf(key)})
            QVERIFY2(names.insert(name).second, qPrintable(name));
        QCOMPARE(configKey(key.name), &key);
    }
    const ConfigKey* key = configKey(QStringLiteral("limits.body_bytes"));
    QCOMPARE(optionOf(*key), QStringLiteral("limits-body-bytes"));
    QCOMPARE(variableOf(*key), QStringLiteral("RELEVO_LIMITS_BODY_BYTES"));
    QVERIFY(!configKey(QStringLiteral("limits")));
}

void TestConfig::everyDefaultFits()
{
    for (const ConfigKey& key : configKeys()) {
        if (key.fallback.isEmpty())
            continue;
        const auto same = Config::resolve({{key.name, key.fallback}}, QProcessEnvironment(), {});
        QVERIFY2(same, qPrintable(key.name));
    }
}

void TestConfig::everythingCanStandInTheFile()
{
    QByteArray top;
    QMap<QString, QByteArray> tables;
    QHash<QString, QString> expected;
    for (const ConfigKey& key : configKeys()) {
        if (key.secret)
            continue;
        QByteArray value = "\"x\"";
        QString text = QStringLiteral("x");
        if (key.kind == ConfigKey::Kind::Number) {
            text = QString::number(key.most);
            value = text.toUtf8();
        } else if (key.kind == ConfigKey::Kind::Flag) {
            value = "false";
            text = QStringLiteral("false");
        } else if (key.kind == ConfigKey::Kind::Choice) {
            text = key.choices.last();
            value = '"' + text.toUtf8() + '"';
        } else if (key.kind == ConfigKey::Kind::Texts) {
            text = QStringLiteral("a,b");
            value = "[\"a\", \"b\"]";
        }
        expected.insert(key.name, text);
        const QByteArray line = key.name.section(u'.', -1).toUtf8() + " = " + value + '\n';
        if (key.name.contains(u'.'))
            tables[key.name.section(u'.', 0, 0)] += line;
        else
            top += line;
    }
    for (auto it = tables.cbegin(); it != tables.cend(); ++it)
        top += '[' + it.key().toUtf8() + "]\n" + it.value();
    const auto config = resolve(top);
    QVERIFY2(config, config ? "" : qPrintable(config.error().message));
    for (auto it = expected.cbegin(); it != expected.cend(); ++it) {
        QCOMPARE(config->text(it.key()), it.value());
        QCOMPARE(config->sourceOf(it.key()), Config::Source::File);
    }
}

void TestConfig::faultsNameLineAndKey_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char* name, const char* text, int line, const char* message,
                        const char* detail) {
        QTest::newRow(name) << QByteArray(text) << line << QString::fromLatin1(message)
                            << QString::fromLatin1(detail);
    };
    row("mistyped", "data = \"x\"\nlissten = \"y\"\n", 2, "\"lissten\"", "\"listen\"");
    row("mistyped in a table", "[limits]\n\nbody_byte = 1\n", 3, "\"limits.body_byte\"",
        "\"limits.body_bytes\"");
    row("mistyped table", "[limit]\nbody_bytes = 4096\n", 1, "\"limit\"", "");
    row("table forgotten", "body_bytes = 4096\n", 1, "\"body_bytes\"", "\"limits.body_bytes\"");
    row("nothing near", "\n\nzzzzzzzz = 1\n", 3, "\"zzzzzzzz\"", "Known keys are");
    row("number for a text", "listen = 8787\n", 1, "\"listen\" must be a text", "");
    row("text for a number", "[limits]\nbody_bytes = \"1 MiB\"\n", 2,
        "\"limits.body_bytes\" must be a whole number", "");
    row("fraction for a number", "[limits]\nbody_bytes = 4096.5\n", 2, "must be a whole number", "");
    row("yes for a number", "[limits]\nbody_bytes = true\n", 2, "must be a whole number", "");
    row("text for a flag", "[model]\nmask = \"yes\"\n", 2, "\"model.mask\" must be true or false", "");
    row("text for a list", "trusted_proxies = \"10.0.0.1\"\n", 1, "\"trusted_proxies\" must be a list",
        "10.0.0.0/8");
    row("numbers in a list", "trusted_proxies = [\"10.0.0.1\", 7]\n", 1, "must be a list", "");
    row("table for a value", "[listen]\nhost = \"x\"\n", 1, "\"listen\" must be a text", "");
    row("value for a table", "limits = 5\n", 1, "\"limits\"", "");
    row("out of range", "[limits]\n# small\nbody_bytes = 3\n", 3, "from 1024 to", "");
    row("a word that is none", "[log]\nlevel = \"wraning\"\n", 2, "\"wraning\"", "\"warning\"");
    row("a secret", "[metrics]\ntoken = \"0123456789abcdef\"\n", 2, "does not belong",
        "RELEVO_METRICS_TOKEN");
    row("no TOML", "data = \"x\"\nlisten = \n", 2, "", "TOML");
    row("twice", "data = \"x\"\ndata = \"y\"\n", 2, "", "TOML");
}

void TestConfig::faultsNameLineAndKey()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, line);
    QFETCH(const QString, message);
    QFETCH(const QString, detail);
    const auto config = resolve(text);
    QVERIFY(!config);
    const Error& error = config.error();
    QCOMPARE(error.code, ErrorCode::Invalid);
    QVERIFY2(error.message.contains(QStringLiteral("relay.toml, line %1:").arg(line)),
             qPrintable(error.message));
    QVERIFY2(error.message.contains(message), qPrintable(error.message));
    QVERIFY2(error.detail.contains(detail), qPrintable(error.detail));
    QVERIFY2(!error.message.contains(QLatin1String("0123456789abcdef")), qPrintable(error.message));
}

void TestConfig::theFirstThatSaysSomethingCounts()
{
    const QString name = QStringLiteral("limits.request_seconds");
    const QByteArray file = "[limits]\nrequest_seconds = 2\n";
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("RELEVO_LIMITS_REQUEST_SECONDS"), QStringLiteral("3"));
    QProcessEnvironment empty;
    empty.insert(QStringLiteral("RELEVO_LIMITS_REQUEST_SECONDS"), QString());
    const QHash<QString, QString> argument{{name, QStringLiteral("4")}};
    QCOMPARE(resolve(file, argument, environment)->number(name), 4);
    QCOMPARE(resolve(file, {}, environment)->number(name), 3);
    QCOMPARE(resolve(file, {}, empty)->number(name), 2);
    QCOMPARE(resolve({})->number(name), 60);
    QCOMPARE(resolve(file, argument, environment)->sourceOf(name), Config::Source::Argument);
    QCOMPARE(resolve(file, {}, environment)->sourceOf(name), Config::Source::Environment);
    QCOMPARE(resolve({})->sourceOf(name), Config::Source::Default);
}

void TestConfig::faultsNameTheirSource()
{
    const auto argument = resolve({}, {{QStringLiteral("limits.connections"), QStringLiteral("many")}});
    QVERIFY(!argument && argument.error().message.contains(QLatin1String("--limits-connections \"many\"")));
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("RELEVO_LOG_LEVEL"), QStringLiteral("loud"));
    const auto variable = resolve({}, {}, environment);
    QVERIFY(!variable && variable.error().message.contains(QLatin1String("RELEVO_LOG_LEVEL \"loud\"")));
    QVERIFY(!readConfigFile(m_directory.filePath(QStringLiteral("none.toml"))));
}

void TestConfig::secretsAreMasked()
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("RELEVO_METRICS_TOKEN"), QStringLiteral("0123456789abcdef"));
    const auto config = resolve("store = \"postgresql://relay:swordfish@db/relay\"\n", {}, environment);
    QVERIFY(config);
    const std::string shown = protocol::dump(config->shown());
    QVERIFY2(!shown.contains("0123456789abcdef") && !shown.contains("swordfish"), shown.c_str());
    const auto settings = config->shown().at("settings");
    QCOMPARE(settings.at("metrics.token").at("value").get<std::string>(), std::string("********"));
    QCOMPARE(settings.at("metrics.token").at("from").get<std::string>(), std::string("environment"));
    QVERIFY(settings.at("tls.cert").at("value").is_null());
    QCOMPARE(settings.at("limits.body_bytes").at("value").get<int>(), 1'048'576);
    QCOMPARE(settings.size(), configKeys().size());
}

void TestConfig::changesAreNamed()
{
    const auto before = resolve("listen = \"127.0.0.1:1\"\n");
    const auto after = resolve("listen = \"127.0.0.1:2\"\n[log]\nlevel = \"debug\"\n");
    QCOMPARE(after->changedSince(*before),
             QStringList({QStringLiteral("listen"), QStringLiteral("log.level")}));
    QVERIFY(after->changedSince(*after).isEmpty());
}

void TestConfig::options()
{
    const QString token = m_directory.filePath(QStringLiteral("token"));
    QFile file(token);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("0123456789abcdef\n") > 0);
    file.close();
    const auto config =
        resolve("data = \"/d\"\nlisten = \"[::1]:99\"\ntrusted_proxies = [\"10.0.0.0/8\"]\n"
                "[limits]\nbody_bytes = 2048\nconnections_per_address = 7\nrequest_seconds = 5\n"
                "websocket_buffer_bytes = 65536\n[log]\nlevel = \"error\"\n[metrics]\ntoken_file = \"" +
                token.toUtf8() + "\"\n");
    QVERIFY(config);
    const auto options = serveOptions(*config);
    QVERIFY2(options, options ? "" : qPrintable(options.error().message));
    QCOMPARE(options->store.databasePath, QStringLiteral("/d/relay.db"));
    QCOMPARE(options->host, QStringLiteral("::1"));
    QCOMPARE(options->port, quint16{99});
    QCOMPARE(options->limits.bodyBytes, 2048);
    QCOMPARE(options->limits.connectionsPerAddress, 7);
    QCOMPARE(options->limits.requestTime, milliseconds(5'000));
    QCOMPARE(options->limits.writeBytes, 65'536);
    QCOMPARE(options->metricsToken, QByteArray("0123456789abcdef"));
    QVERIFY(options->proxies.trusts(QHostAddress(QStringLiteral("10.9.8.7"))));
    QCOMPARE(options->logLevel, LogLevel::Error);
    QVERIFY(!options->tls);
    QVERIFY(!options->model);
    const auto model =
        serveOptions(*resolve("[model]\nurl = \"http://127.0.0.1:9\"\nname = \"m\"\nmask = false\n",
                              {{QStringLiteral("model.stream"), QStringLiteral("1")}}));
    QVERIFY(model && model->model);
    QVERIFY(model->model->stream && !model->model->maskPersonalData);
    QCOMPARE(model->model->timeout,
             assist::ModelOptions().timeout); // the table's defaults are the client's own
    QCOMPARE(model->model->mostCalls, assist::ModelOptions().mostCalls);
    // Nothing set: the room's own defaults, which are the contract's.
    const auto plain = serveOptions(*resolve({}));
    QCOMPARE(plain->limits.bodyBytes, http::Limits().bodyBytes);
    QCOMPARE(plain->limits.requestTime, http::Limits().requestTime);
    QCOMPARE(plain->limits.idleTime, http::Limits().idleTime);
    QCOMPARE(plain->limits.connections, http::Limits().connections);
    QCOMPARE(plain->limits.connectionsPerAddress, http::Limits().connectionsPerAddress);
    QCOMPARE(plain->limits.writeBytes, http::Limits().writeBytes);
    QCOMPARE(plain->limits.drainTime, http::Limits().drainTime);
}

void TestConfig::optionsThatDoNotFit_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("named");
    QTest::addColumn<QString>("where");
    const auto row = [](const char* name, const QByteArray& text, const char* named, const char* where) {
        QTest::newRow(name) << text << QString::fromLatin1(named) << QString::fromLatin1(where);
    };
    row("listen", "listen = \"8787\"\n", "8787", "line 1: listen");
    row("port", "\nlisten = \"127.0.0.1:70000\"\n", "70000", "line 2: listen");
    row("store", "store = \"mysql://x\"\n", "mysql", "line 1: store");
    row("half of TLS", "[tls]\ncert = \"c.pem\"\n", "both", "line 2: tls.cert");
    row("no certificate", "[tls]\ncert = \"/none/c.pem\"\nkey = \"/none/k.pem\"\n", "/none/c.pem",
        "line 2: tls.cert");
    row("proxy", "trusted_proxies = [\"loadbalancer\"]\n", "loadbalancer", "line 1: trusted_proxies");
    row("no token", "[metrics]\ntoken_file = \"/none/token\"\n", "/none/token", "line 2: metrics.token_file");
    row("model's address", "[model]\nname = \"m\"\nurl = \"ftp://x\"\n", "web server", "line 3: model.url");
    row("no model's address", "[model]\nname = \"m\"\n", "model.url", "line 2: model.name");
    row("no model's key", "[model]\nname = \"m\"\nurl = \"http://x\"\nkey_file = \"/none/key\"\n",
        "cannot be read", "line 4: model.key_file");
}

void TestConfig::optionsThatDoNotFit()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, named);
    QFETCH(const QString, where);
    const auto config = resolve(text);
    QVERIFY(config);
    const auto options = serveOptions(*config);
    QVERIFY(!options);
    QCOMPARE(options.error().code, ErrorCode::Invalid);
    QVERIFY2(options.error().message.contains(named), qPrintable(options.error().message));
    QVERIFY2(options.error().message.contains(where), qPrintable(options.error().message));
}

RELEVO_TEST(TestConfig)

#include "tst_config.moc"
