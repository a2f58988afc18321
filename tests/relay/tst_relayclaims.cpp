#include "desk_fixture.h"
#include "support/test_main.h"

#include <QtTest/QtTest>

#include <set>

using namespace relevo;
using namespace relevo::test;

/// Fifty clients claim the same handoff at once, a hundred times: one winner each, 49 clear refusals, the
/// same view for all.
class TestRelayClaims final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneOfFiftyWins()
    {
        constexpr int clients = 50;
        constexpr int rounds = 100;
        DeskFixture desk;
        QVERIFY2(desk.start(10), desk.relay.errors().constData());
        QVERIFY(desk.connectClients(clients));
        for (int round = 0; round < rounds; ++round) {
            const QString session = QStringLiteral("claim-%1").arg(round);
            QCOMPARE(desk.bot()
                         .post(QStringLiteral("/api/conversations/%1/messages").arg(session),
                               {{"author", "customer"}, {"content", "hello"}})
                         .status,
                     201);
            const HttpAnswer initiated =
                desk.bot().post(QStringLiteral("/api/handoff/initiate"),
                                {{"sessionId", session.toStdString()}, {"triggerType", "manual"}});
            QCOMPARE(initiated.status, 200);
            const std::string handoff = initiated.json.at("handoffId");
            int won = 0;
            int refused = 0;
            int other = 0;
            std::string winner;
            std::set<std::string> named;
            for (int i = 0; i < clients; ++i) {
                desk.clients[static_cast<std::size_t>(i)]->call(
                    "handoff.claim",
                    {{"commandId", std::to_string(round) + "-" + std::to_string(i)}, {"handoffId", handoff}},
                    [&](const Json& result, const Json& error) {
                        if (error.is_null() && result.value("success", false)) {
                            ++won;
                        } else if (error.is_object() &&
                                   error.at("data").value("code", "") == "already_claimed") {
                            ++refused;
                            named.insert(error.at("data").at("holder").at("name").get<std::string>());
                        } else {
                            ++other;
                        }
                    });
            }
            QTRY_COMPARE_WITH_TIMEOUT(won + refused + other, clients, 20'000);
            QCOMPARE(won, 1);
            QCOMPARE(refused, clients - 1);
            QCOMPARE(named.size(), 1U);
        }
        QVERIFY(desk.everybodyAgrees());
        QCOMPARE(desk.faults(), 0);
        QCOMPARE(desk.relay.terminate(), 0);
        QByteArray why;
        QVERIFY2(desk.verified(why), why.constData());
    }
};

RELEVO_TEST(TestRelayClaims)

#include "tst_relayclaims.moc"
