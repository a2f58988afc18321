#include "desk_fixture.h"
#include "support/test_main.h"

#include <store/store_lock.h>

#include <QtCore/QRandomGenerator>
#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::test;
using Json = nlohmann::json;

namespace {

constexpr int comesBackWithin = 30'000;

/// `restore` beside a relay; the test goes on meanwhile, as peers do.
class Restorer
{
public:
    Restorer(const DeskFixture& desk, const QString& file)
    {
        m_process.start(QString::fromLocal8Bit(RELEVO_RELAY_PROGRAM),
                        {QStringLiteral("restore"), file, QStringLiteral("--data"), desk.relay.directory()});
    }
    [[nodiscard]] bool isOver() const { return m_process.state() == QProcess::NotRunning; }
    [[nodiscard]] int exitCode() const { return m_process.exitCode(); }
    [[nodiscard]] QByteArray errors() { return m_process.readAllStandardError(); }
    [[nodiscard]] Json json()
    {
        return Json::parse(m_process.readAllStandardOutput().toStdString(), nullptr, false);
    }
    void kill() { m_process.kill(); }

private:
    QProcess m_process;
};

int says(DeskFixture& desk, const QString& session, const char* text)
{
    return desk.bot()
        .post(DeskFixture::messagesOf(session), {{"author", "customer"}, {"content", text}})
        .status;
}

bool serves(DeskFixture& desk)
{
    return desk.bot().get(QStringLiteral("/readyz")).status == 200;
}

QString storeOf(const DeskFixture& desk)
{
    return desk.relay.directory() + QStringLiteral("/relay.db");
}

} // namespace

/// A backup that is put in place under a relay that serves: it lets go and comes back, and so do its peers.
class TestRelayRestore final : public QObject
{
    Q_OBJECT

private:
    /// A relay with one agent at a desk that comes back, a conversation, and a backup of that.
    void begin(DeskFixture& desk, QString& backup)
    {
        QVERIFY2(desk.start(1), desk.relay.errors().constData());
        QVERIFY(desk.connectClients(1));
        desk.clients.front()->setReconnecting(true);
        QCOMPARE(says(desk, QStringLiteral("early"), "hello"), 201);
        backup = desk.relay.directory() + QStringLiteral("/copy.db");
        const RelayProcess::Ran ran = desk.relay.run({QStringLiteral("backup"), backup});
        QVERIFY2(ran.exitCode == 0, ran.errors.constData());
        QVERIFY(QTest::qWaitFor([&] { return desk.clients.front()->helloDone(); }, comesBackWithin));
    }

private Q_SLOTS:
    void servesOnWithTheRestored()
    {
        DeskFixture desk;
        QString backup;
        begin(desk, backup);
        WsClient& client = *desk.clients.front();
        std::string token;
        Json hello;
        {
            const auto browser = desk.browser(token, hello);
            QVERIFY(browser);
            QVERIFY(browser->callAndWait("message.send", {{"clientId", "1"}, {"content", "hi"}})
                        .contains("result"));
        }
        for (int i = 0; i < 5; ++i)
            QCOMPARE(says(desk, QStringLiteral("late-%1").arg(i), "hello"), 201);
        QTRY_COMPARE(client.state().conversations.size(), std::size_t{7});
        const qint64 before = client.seq();
        const QUrl url = desk.relay.url();

        QElapsedTimer passed;
        passed.start();
        Restorer restorer(desk, backup);
        QTRY_VERIFY_WITH_TIMEOUT(restorer.isOver(), comesBackWithin);
        QVERIFY2(restorer.exitCode() == 0, restorer.errors().constData());
        const Json report = restorer.json();
        QVERIFY2(report.value("relayLetGo", false), report.dump().c_str());
        QVERIFY(QFile::exists(QString::fromStdString(report.at("keptAside").get<std::string>())));
        QTRY_VERIFY_WITH_TIMEOUT(client.reconnects() > 0 && client.helloDone(), comesBackWithin);
        qInfo("served again after %lld ms", passed.elapsed());
        QVERIFY(desk.relay.isRunning());
        QCOMPARE(desk.relay.url(), url);
        // The new journal grows past where everybody was, with other events.
        for (int i = 0; client.seq() <= before + 5; ++i) {
            QCOMPARE(says(desk, QStringLiteral("after-%1").arg(i), "hello"), 201);
            QTRY_VERIFY(client.state().conversations.size() == static_cast<std::size_t>(i) + 2);
        }
        QCOMPARE(client.mode(), std::string("snapshot"));
        QVERIFY(desk.everybodyAgrees());
        // A browser whose visitor the restored relay does not know begins anew.
        const std::string stale = token;
        const auto browser = desk.browser(token, hello);
        QVERIFY(browser);
        QVERIFY(token != stale);
        QVERIFY(hello.at("messages").empty());
        QVERIFY(
            browser->callAndWait("message.send", {{"clientId", "1"}, {"content", "hi"}}).contains("result"));
        // The search follows the journal that there is.
        const auto found = [&client](const char* words) {
            const Json answer = client.callAndWait("search", {{"q", words}});
            return answer.contains("result") ? answer.at("result").at("items").size() : std::size_t{99};
        };
        QTRY_VERIFY_WITH_TIMEOUT(found("hello") > 1, comesBackWithin);
        QCOMPARE(desk.faults(), 0);
        QCOMPARE(desk.relay.terminate(), 0);
        QByteArray why;
        QVERIFY2(desk.verified(why), why.constData());
    }

    void whatADeskSendsAgainHappensOnce()
    {
        DeskFixture desk;
        QString backup;
        begin(desk, backup);
        WsClient& client = *desk.clients.front();
        const QString handoff = desk.ask(QStringLiteral("asking"));
        QVERIFY(!handoff.isEmpty());
        const auto claim = [&](const char* command) {
            return client.callAndWait("handoff.claim",
                                      {{"commandId", command}, {"handoffId", handoff.toStdString()}});
        };
        const Json claimed = claim("claim-1");
        QVERIFY2(claimed.contains("result"), claimed.dump().c_str());
        QCOMPARE(desk.relay.run({QStringLiteral("backup"), backup, QStringLiteral("--force")}).exitCode, 0);
        QTRY_VERIFY(client.helloDone());
        const auto answer = [&](const char* command) {
            std::string conversation;
            for (const auto& [id, state] : client.state().conversations) {
                if (state.handoff && state.handoff->id.toString() == handoff)
                    conversation = id.text();
            }
            return client.callAndWait("message.send", {{"commandId", command},
                                                       {"clientId", command},
                                                       {"conversationId", conversation},
                                                       {"handoffId", handoff.toStdString()},
                                                       {"epoch", claimed.at("result").at("epoch")},
                                                       {"content", command}});
        };
        // Both were written and answered; of the second the answer was lost on its way.
        QVERIFY(answer("known").contains("result"));
        QVERIFY(answer("unanswered").contains("result"));
        Restorer restorer(desk, backup);
        QTRY_VERIFY_WITH_TIMEOUT(restorer.isOver(), comesBackWithin);
        QVERIFY2(restorer.exitCode() == 0, restorer.errors().constData());
        QTRY_VERIFY_WITH_TIMEOUT(client.reconnects() > 0 && client.helloDone(), comesBackWithin);
        // What a desk had the answer of is gone; what it sends again is there, once, whatever is repeated.
        const Json first = answer("unanswered");
        QVERIFY2(first.contains("result"), first.dump().c_str());
        QVERIFY(answer("unanswered").at("result") == first.at("result"));
        const HttpAnswer messages = desk.bot().get(DeskFixture::messagesOf(QStringLiteral("asking")));
        int unanswered = 0;
        int known = 0;
        for (const Json& message : messages.json.at("items")) {
            unanswered += message.value("content", "") == "unanswered";
            known += message.value("content", "") == "known";
        }
        QCOMPARE(unanswered, 1);
        QCOMPARE(known, 0);
        // What was done before the backup is still remembered.
        QVERIFY(claim("claim-1").at("result") == claimed.at("result"));
        QVERIFY(desk.everybodyAgrees());
    }

    void aRestoreThatIsKilledIsNoHarm()
    {
        DeskFixture desk;
        QString backup;
        begin(desk, backup);
        QRandomGenerator random(20'261'122);
        for (int i = 0; i < 8; ++i) {
            QCOMPARE(says(desk, QStringLiteral("late-%1").arg(i), "hello"), 201);
            Restorer restorer(desk, backup);
            QElapsedTimer moment;
            moment.start();
            const int wait = random.bounded(10, 700);
            QTRY_VERIFY_WITH_TIMEOUT(moment.elapsed() >= wait, 5'000);
            restorer.kill();
            QTRY_VERIFY_WITH_TIMEOUT(restorer.isOver(), comesBackWithin);
            QTRY_VERIFY_WITH_TIMEOUT(serves(desk), comesBackWithin);
            QTRY_VERIFY_WITH_TIMEOUT(says(desk, QStringLiteral("after"), "hello") == 201, comesBackWithin);
            QByteArray why;
            QVERIFY2(desk.verified(why), why.constData());
        }
        QVERIFY(desk.relay.isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(desk.clients.front()->helloDone(), comesBackWithin);
        QVERIFY(desk.everybodyAgrees());
    }

    void whenNobodyAsksAnyMoreItServesWhatItHad()
    {
        DeskFixture desk;
        QString backup;
        begin(desk, backup);
        WsClient& client = *desk.clients.front();
        {
            const auto asked = store::StoreLock::ask(storeOf(desk));
            QVERIFY(asked);
            QTRY_VERIFY_WITH_TIMEOUT(store::StoreLock::alone(storeOf(desk)), comesBackWithin);
            QVERIFY(!serves(desk));
            QVERIFY(desk.relay.isRunning());
        }
        QTRY_VERIFY_WITH_TIMEOUT(client.reconnects() > 0 && client.helloDone(), comesBackWithin);
        QCOMPARE(client.mode(), std::string("resume"));
        QCOMPARE(says(desk, QStringLiteral("late"), "hello"), 201);
        QVERIFY(desk.everybodyAgrees());
        QCOMPARE(desk.faults(), 0);
    }

    void itEndsAndBeginsWhileTheStoreIsTaken()
    {
        DeskFixture desk;
        QString backup;
        begin(desk, backup);
        {
            const auto asked = store::StoreLock::ask(storeOf(desk));
            QVERIFY(asked);
            QTRY_VERIFY_WITH_TIMEOUT(store::StoreLock::alone(storeOf(desk)), comesBackWithin);
            const auto alone = store::StoreLock::alone(storeOf(desk));
            QVERIFY(alone);
            QCOMPARE(desk.relay.terminate(), 0);
            QVERIFY(!desk.relay.start()); // not beside somebody who has the store alone
            QVERIFY2(desk.relay.errors().contains("just being restored"), desk.relay.errors().constData());
        }
        QVERIFY2(desk.relay.start(), desk.relay.errors().constData());
        QCOMPARE(says(desk, QStringLiteral("late"), "hello"), 201);
    }

    void aRelayThatIsKilledMeanwhileIsNotWaitedFor()
    {
        DeskFixture desk;
        QString backup;
        begin(desk, backup);
        QCOMPARE(says(desk, QStringLiteral("late"), "hello"), 201);
        Restorer restorer(desk, backup);
        QTRY_VERIFY_WITH_TIMEOUT(store::StoreLock::isAskedFor(storeOf(desk)) || restorer.isOver(),
                                 comesBackWithin);
        desk.relay.kill();
        QTRY_VERIFY_WITH_TIMEOUT(restorer.isOver(), comesBackWithin);
        QVERIFY2(restorer.exitCode() == 0, restorer.errors().constData());
        QVERIFY2(desk.relay.start(), desk.relay.errors().constData());
        QCOMPARE(desk.bot().get(QStringLiteral("/api/conversations/late")).status, 404);
        QCOMPARE(desk.bot().get(QStringLiteral("/api/conversations/early")).status, 200);
    }
};

RELEVO_TEST(TestRelayRestore)

#include "tst_relayrestore.moc"
