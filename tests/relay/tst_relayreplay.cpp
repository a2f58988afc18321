#include "desk_fixture.h"
#include "support/test_main.h"

#include <QtTest/QtTest>

#include <map>

using namespace relevo;
using namespace relevo::test;

/// Whole conversations through the HTTP door while desktops listen: every message once, in order, in every
/// client. RELEVO_CONVERSATIONS=FILE plays another file than the made-up default.
class TestRelayReplay final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMessageOnceAndInOrderEverywhere()
    {
        DeskFixture desk;
        QVERIFY2(desk.start(5), desk.relay.errors().constData());
        QVERIFY(desk.connectClients(10));
        // What each client hears of each session, in its own order.
        std::vector<std::map<std::string, std::vector<std::string>>> heard(desk.clients.size());
        for (std::size_t i = 0; i < desk.clients.size(); ++i) {
            desk.clients[i]->onEvent = [&heard, i](const domain::Event& event) {
                const auto* message = std::get_if<domain::Message>(&event.data);
                if (message && message->author != domain::Author::System)
                    heard[i][message->conversationId.text()].push_back(message->id.text());
            };
        }
        Player player(desk.relay.url(), desk.relay.apiKey, conversationsForLoad(100),
                      QStringLiteral("replay-"));
        player.start(20);
        QTRY_VERIFY_WITH_TIMEOUT(player.isDone(), 300'000);
        QCOMPARE(player.faults(), 0);
        QVERIFY(desk.everybodyAgrees());
        QCOMPARE(desk.faults(), 0);
        std::size_t expected = 0;
        for (const Player::Played& played : player.played()) {
            QCOMPARE(played.messageIds.size(), played.turns.size());
            QVERIFY(!played.handoffId.empty());
            expected += played.messageIds.size();
        }
        for (const auto& client : heard) {
            std::size_t total = 0;
            std::map<std::string, std::vector<std::string>> byFirst;
            for (const auto& [conversation, ids] : client) {
                total += ids.size();
                byFirst[ids.front()] = ids;
            }
            QCOMPARE(total, expected);
            for (const Player::Played& played : player.played())
                QVERIFY(byFirst[played.messageIds.front()] == played.messageIds);
        }
        QCOMPARE(desk.relay.terminate(), 0);
        QByteArray why;
        QVERIFY2(desk.verified(why), why.constData());
    }
};

RELEVO_TEST(TestRelayReplay)

#include "tst_relayreplay.moc"
