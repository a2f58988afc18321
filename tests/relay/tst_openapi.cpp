#include "support/test_main.h"

#include <relay/relay_server.h>

#include <QtTest/QtTest>

#include <nlohmann/json.hpp>

#include <set>

using namespace relevo;

/// The API's description and the routes that are served are the same list.
class TestOpenApi final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void describesExactlyWhatIsServed()
    {
        QTemporaryDir directory;
        const SystemClock clock;
        UuidV7Source ids(clock);
        relay::RelayServer server(clock, ids);
        relay::ServeOptions options;
        options.store.dataDirectory = directory.path();
        options.store.databasePath = directory.filePath(QStringLiteral("relay.db"));
        options.port = 0;
        QVERIFY(server.start(options));
        std::set<std::string> served;
        for (const QString& route : server.routes()) {
            if (!route.startsWith(QLatin1String("WS ")))
                served.insert(route.toStdString());
        }
        QFile file(QStringLiteral(":/relevo/api/openapi.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        std::set<std::string> described;
        const auto api = nlohmann::json::parse(file.readAll().toStdString());
        for (const auto& [path, verbs] : api.at("paths").items()) {
            for (const auto& [verb, operation] : verbs.items())
                described.insert(QString::fromStdString(verb).toUpper().toStdString() + " " + path);
        }
        QCOMPARE(served, described);
    }
};

RELEVO_TEST(TestOpenApi)

#include "tst_openapi.moc"
