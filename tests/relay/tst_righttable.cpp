#include "callers.h"
#include "support/test_main.h"

#include <relay/relay_server.h>

#include <QtCore/QRegularExpression>
#include <QtTest/QtTest>

#include <set>

using namespace relevo;
using namespace relevo::relay;
using namespace relevo::test;

/// The table of rights is whole, and says what it should where a mistake would cost most. What the running
/// relay makes of it is tst_rights' matter.
class TestRightTable final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRouteHasItsRow()
    {
        QTemporaryDir directory;
        const SystemClock clock;
        UuidV7Source ids(clock);
        RelayServer server(clock, ids);
        ServeOptions options;
        options.store.dataDirectory = directory.path();
        options.store.databasePath = directory.filePath(QStringLiteral("relay.db"));
        options.port = 0;
        QVERIFY(server.start(options));
        std::set<std::string> served;
        for (const QString& route : server.routes()) {
            served.insert(route.toStdString());
            QVERIFY2(rightTo(route.toStdString()),
                     qPrintable(route + QStringLiteral(" has no row in rights.cpp")));
        }
        for (const Right& right : rights()) {
            const std::string what(right.what);
            const bool route = what.find(' ') != std::string::npos;
            QVERIFY2(!route || served.contains(what), (what + " is in rights.cpp and nowhere else").c_str());
        }
    }

    /// A method without a row is answered as one that does not exist.
    void everyMethodOfTheDocumentHasItsRow()
    {
        QFile file(QStringLiteral(RELEVO_PROTOCOL));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        const QString part = text.section(QStringLiteral("\n## Agent socket"), 1)
                                 .section(QStringLiteral("\n## Visitor socket"), 0, 0);
        const QRegularExpression method(QStringLiteral("\\n\\| `([a-zA-Z.]+)` \\|"));
        int found = 0;
        for (auto match = method.globalMatch(part); match.hasNext(); ++found) {
            const std::string name = match.next().captured(1).toStdString();
            QVERIFY2(rightTo(name), (name + " has no row in rights.cpp").c_str());
        }
        QVERIFY(found > 10);
    }

    /// The table itself, where a mistake in it would cost most.
    void theTableSaysWhatItShould()
    {
        const auto may = [](const char* what, const std::string& who) {
            return checkRight(*rightTo(what), scopeOf(who)).has_value();
        };
        const auto keyMay = [](const char* what, unsigned scopes) {
            Scope scope;
            scope.actor.type = domain::ActorType::Integration;
            scope.keyScopes = scopes;
            return checkRight(*rightTo(what), scope).has_value();
        };
        for (const char* what :
             {"POST /api/agents", "POST /api/agents/invite", "PATCH /api/agents/{id}",
              "POST /api/agents/{id}/reset-password", "POST /api/agents/{id}/reset-totp",
              "DELETE /api/agents/{id}/sessions", "POST /api/teams", "PATCH /api/teams/{id}",
              "DELETE /api/teams/{id}", "GET /api/keys", "POST /api/keys", "DELETE /api/keys/{id}",
              "GET /api/audit", "PUT /api/projects/{id}/handoff-settings"}) {
            QVERIFY2(may(what, "admin"), what);
            QVERIFY2(!may(what, "supervisor") && !may(what, "agent"), what);
            QVERIFY2(!keyMay(what, ScopeAll & ~ScopeAdmin), what);
        }
        // No key can make another, or change how the project treats its customers.
        for (const char* what : {"GET /api/keys", "POST /api/keys", "DELETE /api/keys/{id}",
                                 "PUT /api/projects/{id}/handoff-settings",
                                 "POST /api/agents/{id}/reset-password", "POST /api/auth/password"})
            QVERIFY2(!keyMay(what, ScopeAll), what);
        QVERIFY(keyMay("GET /api/handoff/pending", ScopeRead));
        QVERIFY(!keyMay("POST /api/handoff/{id}/claim", ScopeRead | ScopeConversations | ScopeAdmin));
        QVERIFY(!keyMay("POST /api/conversations/{sessionId}/messages", ScopeRead | ScopeHandoffs));
        Scope enrolling = scopeOf("admin");
        enrolling.mustEnrol = true;
        for (const Right& right : rights()) {
            const std::string what(right.what);
            const bool own = what.starts_with("POST /api/auth/") || what.starts_with("GET /api/auth/") ||
                             what.starts_with("DELETE /api/auth/");
            QVERIFY2(right.open || checkRight(right, enrolling).has_value() == own, what.c_str());
        }
    }
};

RELEVO_TEST(TestRightTable)

#include "tst_righttable.moc"
