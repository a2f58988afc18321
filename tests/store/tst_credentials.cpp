#include "store_fixture.h"

#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::test;

/// Every case runs on every dialect there is.
class tst_Credentials : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addDialects(); }
    void apiKeys();
    void passwords();
    void sessions();
    void visitors();

private:
    /// Runs `work` on the journal's credentials in a group of its own.
    template <typename Work>
    static void write(store::Journal& journal, Work work)
    {
        must(journal.begin());
        must(work(journal.credentials()));
        must(journal.commit());
    }
};

void tst_Credentials::apiKeys()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    const auto journal = fixture.journal();
    const auto project = fixture.ids.make<domain::ProjectId>();
    write(*journal, [&](store::Credentials& c) { return c.addApiKey("h1", project, fixture.clock.now()); });
    const auto reader = fixture.reader();
    QVERIFY(must(reader->credentials().projectOfApiKey("h1")) == project);
    QVERIFY(!must(reader->credentials().projectOfApiKey("h2")));
}

void tst_Credentials::passwords()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    const auto journal = fixture.journal();
    const auto one = fixture.ids.make<domain::ProjectId>();
    const auto two = fixture.ids.make<domain::ProjectId>();
    const auto ana = fixture.ids.make<domain::AgentId>();
    const auto anaThere = fixture.ids.make<domain::AgentId>();
    const QString mail = QStringLiteral("Ana@Example.org");
    write(*journal, [&](store::Credentials& c) { return c.setPassword(one, ana, mail, "first"); });
    write(*journal, [&](store::Credentials& c) { return c.setPassword(two, anaThere, mail, "other"); });
    write(*journal, [&](store::Credentials& c) { return c.setPassword(one, ana, mail, "second"); });
    const auto found = must(fixture.reader()->credentials().passwordsOf(QStringLiteral("ana@example.ORG")));
    QCOMPARE(found.size(), std::size_t{2});
    for (const store::StoredPassword& password : found) {
        const bool here = password.project == one;
        QVERIFY(password.agent == (here ? ana : anaThere));
        QCOMPARE(password.hash, QByteArray(here ? "second" : "other"));
    }
    QVERIFY(must(fixture.reader()->credentials().passwordsOf(QStringLiteral("bela@example.org"))).empty());
}

void tst_Credentials::sessions()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    const auto journal = fixture.journal();
    const auto project = fixture.ids.make<domain::ProjectId>();
    const auto agent = fixture.ids.make<domain::AgentId>();
    const Timestamp start = fixture.clock.now();
    const auto hour = std::chrono::hours(1);
    write(*journal,
          [&](store::Credentials& c) { return c.addSession("t1", project, agent, start + hour, start); });
    const auto reader = fixture.reader();
    const auto session = must(reader->credentials().sessionOf("t1"));
    QVERIFY(session);
    QVERIFY(session->project == project && session->agent == agent);
    QVERIFY(session->expiresAt == start + hour);
    // The next login forgets what has expired.
    write(*journal, [&](store::Credentials& c) {
        return c.addSession("t2", project, agent, start + 3 * hour, start + 2 * hour);
    });
    QVERIFY(!must(reader->credentials().sessionOf("t1")));
    QVERIFY(must(reader->credentials().sessionOf("t2")));
    write(*journal, [&](store::Credentials& c) { return c.removeSession("t2"); });
    QVERIFY(!must(reader->credentials().sessionOf("t2")));
}

void tst_Credentials::visitors()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    const auto journal = fixture.journal();
    const auto project = fixture.ids.make<domain::ProjectId>();
    const auto conversation = fixture.ids.make<domain::ConversationId>();
    write(*journal, [&](store::Credentials& c) {
        return c.addVisitor("v1", project, QStringLiteral("web-1"), conversation, fixture.clock.now());
    });
    const auto reader = fixture.reader();
    const auto visitor = must(reader->credentials().visitorOf(project, "v1"));
    QVERIFY(visitor);
    QCOMPARE(visitor->sessionId, QStringLiteral("web-1"));
    QVERIFY(visitor->conversation == conversation);
    QVERIFY(!must(reader->credentials().visitorOf(fixture.ids.make<domain::ProjectId>(), "v1")));
    QVERIFY(!must(reader->credentials().visitorOf(project, "v2")));
}

QTEST_GUILESS_MAIN(tst_Credentials)
#include "tst_credentials.moc"
