#include "desk_fixture.h"
#include "support/test_main.h"

#include <base/timestamp.h>

#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::test;
using Json = nlohmann::json;

/// Promises about time against the real relay: which one applies, its warning within a second, over a relay
/// that is killed, and that everybody folds the same.
class TestRelaySla final : public QObject
{
    Q_OBJECT

private:
    DeskFixture m_desk;

    QString ask(const char* session, const Json& tags)
    {
        return m_desk.ask(QString::fromLatin1(session), {{"tags", tags}});
    }
    Json sla(const QString& id)
    {
        return m_desk.bot().get(QStringLiteral("/api/handoff/") + id).json.value("sla", Json::object());
    }
    std::string state(const QString& id, const char* promise)
    {
        const Json all = sla(id);
        return all.contains(promise) ? all.at(promise).at("state").get<std::string>() : std::string();
    }
    static Timestamp now() { return Timestamp(milliseconds(QDateTime::currentMSecsSinceEpoch())); }
    static Timestamp timeOf(const Json& promise, const char* name)
    {
        return fromRfc3339(promise.at(name).get<std::string>()).value();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_desk.startWithAdmin(1), m_desk.relay.errors().constData());
        QVERIFY(m_desk.connectClients(1));
        const Json policy{{"name", "vip"},
                          {"tags", {"VIP"}},
                          {"firstResponseMinutes", 1},
                          {"nextResponseMinutes", 1},
                          {"resolutionMinutes", 1},
                          {"businessTime", false}};
        // A warning after three seconds.
        QCOMPARE(m_desk.admin()
                     .put(m_desk.settingsPath(), {{"sla", {{"warnPercent", 5}, {"policies", {policy}}}}})
                     .status,
                 200);
    }

    void tagsChoose()
    {
        QVERIFY(!sla(ask("plain", Json::array())).contains("policy"));
        QCOMPARE(sla(ask("tagged", {"vip"})).value("policy", ""), "vip");
        const HttpAnswer bad = m_desk.bot().post(QStringLiteral("/api/conversations/plain/messages"),
                                                 {{"author", "customer"}, {"content", "x"}, {"tags", {""}}});
        QCOMPARE(bad.status, 422);
        QCOMPARE(bad.json.value("field", ""), "tags");
    }

    void warnedInTimeAndMet()
    {
        const QString id = ask("in time", {"vip"});
        const Json first = sla(id).at("firstResponse");
        QCOMPARE(first.at("state"), "running");
        const Timestamp due = timeOf(first, "warnAt");
        QTRY_COMPARE_WITH_TIMEOUT(state(id, "firstResponse"), "warned", 6'000);
        QVERIFY2(now() - due < milliseconds(1'100), qPrintable(QString::number((now() - due).count())));
        QVERIFY(now() >= due);
        const QString handoff = QStringLiteral("/api/handoff/") + id;
        QCOMPARE(m_desk.bot().post(handoff + QStringLiteral("/claim"), {{"agentName", "Bo"}}).status, 200);
        QCOMPARE(m_desk.bot().post(handoff + QStringLiteral("/message"), {{"content", "hello"}}).status, 200);
        QCOMPARE(state(id, "firstResponse"), "met");
        QCOMPARE(state(id, "nextResponse"), "paused");
        QCOMPARE(state(id, "resolution"), "paused");
        QVERIFY(sla(id).at("resolution").at("leftMilliseconds") > 50'000);
        (void)m_desk.bot().post(QStringLiteral("/api/conversations/in time/messages"),
                                {{"author", "customer"}, {"content", "and now?"}});
        QCOMPARE(state(id, "nextResponse"), "running");
        QVERIFY(state(id, "resolution") != "paused");
        QCOMPARE(m_desk.bot().post(handoff + QStringLiteral("/resolve"), Json::object()).status, 200);
        QCOMPARE(state(id, "resolution"), "met");
    }

    void aKilledRelayKeepsItsPromises()
    {
        const QString id = ask("killed", {"vip"});
        const Json before = sla(id);
        m_desk.relay.kill();
        QVERIFY2(m_desk.relay.start(), m_desk.relay.errors().constData());
        QTRY_COMPARE_WITH_TIMEOUT(state(id, "firstResponse"), "warned", 15'000);
        QCOMPARE(sla(id).at("firstResponse").at("dueAt"), before.at("firstResponse").at("dueAt"));
        m_desk.clients.clear();
        QVERIFY(m_desk.connectClients(1));
    }

    void everybodyAgreesAndTheJournalIsSound()
    {
        QVERIFY(m_desk.everybodyAgrees());
        QCOMPARE(m_desk.faults(), 0);
        QByteArray why;
        QVERIFY2(m_desk.verified(why), why.constData());
    }
};

RELEVO_TEST(TestRelaySla)
#include "tst_relaysla.moc"
