#include "desk_fixture.h"
#include "support/test_main.h"

#include <QtTest/QtTest>

#include <QtCore/QRandomGenerator>

#include <set>

using namespace relevo;
using namespace relevo::test;

/// The relay is killed at random moments under load and started again: nothing that was answered is missing,
/// nothing is double, and every client goes on without a gap. RELEVO_KILLS sets how often (default 50).
class TestRelayKill final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingAnsweredIsLost()
    {
        bool isNumber = false;
        int kills = qEnvironmentVariableIntValue("RELEVO_KILLS", &isNumber);
        if (!isNumber)
            kills = 50;
        DeskFixture desk;
        QVERIFY2(desk.start(5), desk.relay.errors().constData());
        for (int i = 0; i < 10; ++i)
            desk.clients.push_back(std::make_unique<WsClient>());
        std::vector<std::vector<std::string>> heard(desk.clients.size());
        for (std::size_t i = 0; i < desk.clients.size(); ++i) {
            desk.clients[i]->setReconnecting(true);
            desk.clients[i]->onEvent = [&heard, i](const domain::Event& event) {
                const auto* message = std::get_if<domain::Message>(&event.data);
                if (message && message->author != domain::Author::System)
                    heard[i].push_back(message->id.text());
            };
            desk.clients[i]->connectAgent(desk.relay.socketUrl(QStringLiteral("/ws/agent")),
                                          desk.tokens[i % desk.tokens.size()]);
        }
        QTRY_VERIFY_WITH_TIMEOUT(
            std::all_of(desk.clients.begin(), desk.clients.end(), [](const auto& c) { return c->seq() > 0; }),
            30'000);
        Player player(desk.relay.url(), desk.relay.apiKey, conversationsForLoad(40 * kills),
                      QStringLiteral("kill-"));
        player.start(20);
        QRandomGenerator random(20260101);
        for (int i = 0; i < kills; ++i) {
            // After some more answers and a random moment, so that it hits between and within commits.
            const int goal = player.answered() + static_cast<int>(random.bounded(5, 150));
            QTRY_VERIFY_WITH_TIMEOUT(player.answered() >= goal || player.isDone(), 60'000);
            QElapsedTimer moment;
            moment.start();
            const int wait = random.bounded(0, 8);
            QTRY_VERIFY_WITH_TIMEOUT(moment.elapsed() >= wait, 1'000);
            QVERIFY2(!player.isDone(), "the load ended before the kills did");
            desk.relay.kill();
            QVERIFY2(desk.relay.start(), desk.relay.errors().constData());
        }
        QTRY_VERIFY_WITH_TIMEOUT(player.isDone(), 300'000);
        for (const auto& client : desk.clients)
            QVERIFY(client->reconnects() >= kills);
        QCOMPARE(player.faults(), 0);
        QTRY_VERIFY_WITH_TIMEOUT(std::all_of(desk.clients.begin(), desk.clients.end(),
                                             [](const auto& c) { return c->helloDone(); }),
                                 30'000);
        QVERIFY(desk.everybodyAgrees());
        QCOMPARE(desk.faults(), 0);
        std::set<std::string> answered;
        for (const Player::Played& played : player.played())
            answered.insert(played.messageIds.begin(), played.messageIds.end());
        for (const auto& messages : heard) {
            QCOMPARE(messages.size(), answered.size());
            QVERIFY(std::set<std::string>(messages.begin(), messages.end()) == answered);
        }
        desk.relay.kill();
        QByteArray why;
        QVERIFY2(desk.verified(why), why.constData());
    }
};

RELEVO_TEST(TestRelayKill)

#include "tst_relaykill.moc"
