#include "store_fixture.h"
#include "support/test_main.h"

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
    void sessionsOfOneAgent();
    void invites();
    void secondFactors();
    void visitors();

private:
    /// Runs `work` in a group of its own.
    template <typename Work>
    static auto writeAll(store::Journal& journal, Work work)
    {
        must(journal.begin());
        auto done = work(journal);
        if (!done)
            qFatal("%s", qPrintable(done.error().message));
        must(journal.commit());
        return done;
    }
    template <typename Work>
    static void write(store::Journal& journal, Work work)
    {
        writeAll(journal, [&work](store::Journal& all) { return work(all.credentials()); });
    }
};

void tst_Credentials::apiKeys()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    const auto journal = fixture.journal();
    const auto project = fixture.ids.make<domain::ProjectId>();
    const auto other = fixture.ids.make<domain::ProjectId>();
    const store::StoredKey key{fixture.ids.make<domain::ApiKeyId>(),
                               project,
                               QStringLiteral("shop bot"),
                               {QStringLiteral("read"), QStringLiteral("handoffs")},
                               fixture.clock.now(),
                               std::nullopt};
    writeAll(*journal, [&](store::Journal& j) { return j.apiKeys().add("h1", key); });
    const auto reader = fixture.reader();
    const auto found = must(reader->apiKeys().find("h1"));
    QVERIFY(found && found->project == project && found->id == key.id && found->scopes == key.scopes);
    QVERIFY(!found->usedAt);
    QVERIFY(!must(reader->apiKeys().find("h2")));
    QVERIFY(!must(reader->apiKeys().find(other, key.id)));
    const Timestamp later = fixture.clock.now() + std::chrono::hours(1);
    writeAll(*journal, [&](store::Journal& j) { return j.apiKeys().noteUsed(key.id, later); });
    QVERIFY(must(reader->apiKeys().all(project)).at(0).usedAt == later);
    writeAll(*journal, [&](store::Journal& j) { return j.apiKeys().remove(other, key.id); });
    QVERIFY(must(reader->apiKeys().find("h1"))); // another project's admin cannot revoke it
    writeAll(*journal, [&](store::Journal& j) { return j.apiKeys().remove(project, key.id); });
    QVERIFY(!must(reader->apiKeys().find("h1")));
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
    const auto made = [&](Timestamp at, Timestamp until) {
        return store::StoredSession{fixture.ids.make<store::SessionId>(),
                                    project,
                                    agent,
                                    at,
                                    at,
                                    until,
                                    QStringLiteral("relevo"),
                                    QStringLiteral("private")};
    };
    write(*journal, [&](store::Credentials& c) { return c.addSession("t1", made(start, start + hour)); });
    const auto reader = fixture.reader();
    const auto session = must(reader->credentials().sessionOf("t1"));
    QVERIFY(session);
    QVERIFY(session->project == project && session->agent == agent);
    QVERIFY(session->expiresAt == start + hour);
    // The next login forgets what has expired.
    write(*journal, [&](store::Credentials& c) {
        return c.addSession("t2", made(start + 2 * hour, start + 3 * hour));
    });
    QVERIFY(!must(reader->credentials().sessionOf("t1")));
    QVERIFY(must(reader->credentials().sessionOf("t2")));
    write(*journal, [&](store::Credentials& c) { return c.removeSession("t2"); });
    QVERIFY(!must(reader->credentials().sessionOf("t2")));
}

void tst_Credentials::sessionsOfOneAgent()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    const auto journal = fixture.journal();
    const auto reader = fixture.reader();
    const auto project = fixture.ids.make<domain::ProjectId>();
    const auto ana = fixture.ids.make<domain::AgentId>();
    const auto luis = fixture.ids.make<domain::AgentId>();
    const Timestamp start = fixture.clock.now();
    std::vector<store::SessionId> ids;
    const auto signIn = [&](const QByteArray& hash, const domain::AgentId& agent, int minute) {
        const Timestamp at = start + std::chrono::minutes(minute);
        ids.push_back(fixture.ids.make<store::SessionId>());
        const store::StoredSession session{ids.back(), project, agent, at, at, at + std::chrono::hours(1),
                                           {},         {}};
        write(*journal, [&](store::Credentials& c) { return c.addSession(hash, session); });
    };
    signIn("a1", ana, 0);
    signIn("l1", luis, 1);
    signIn("a2", ana, 2);
    signIn("a3", ana, 3);
    QCOMPARE(must(reader->credentials().sessionsOf(ana)).size(), std::size_t{3});
    QVERIFY(must(reader->credentials().sessionsOf(ana)).front().id == ids[3]);
    // Not by another agent's name.
    const auto taken =
        writeAll(*journal, [&](store::Journal& j) { return j.credentials().removeSession(luis, ids[0]); });
    QVERIFY(!*taken);
    QVERIFY(must(reader->credentials().sessionOf("a1")));
    (void)writeAll(*journal, [&](store::Journal& j) { return j.credentials().removeSession(ana, ids[0]); });
    QVERIFY(!must(reader->credentials().sessionOf("a1")));
    const auto ended =
        writeAll(*journal, [&](store::Journal& j) { return j.credentials().removeSessionsOf(ana, "a2"); });
    QCOMPARE(*ended, 1);
    QVERIFY(must(reader->credentials().sessionOf("a2")) && !must(reader->credentials().sessionOf("a3")));
    QVERIFY(must(reader->credentials().sessionOf("l1")));
}

void tst_Credentials::invites()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    const auto journal = fixture.journal();
    const auto reader = fixture.reader();
    const Timestamp now = fixture.clock.now();
    const store::StoredInvite invite{fixture.ids.make<domain::ProjectId>(),
                                     fixture.ids.make<domain::AgentId>(), now + std::chrono::hours(1)};
    write(*journal, [&](store::Credentials& c) { return c.setInvite("i1", invite, now); });
    QVERIFY(must(reader->credentials().inviteOf("i1"))->agent == invite.agent);
    // Another takes its place.
    write(*journal, [&](store::Credentials& c) { return c.setInvite("i2", invite, now); });
    QVERIFY(!must(reader->credentials().inviteOf("i1")));
    QVERIFY(must(reader->credentials().inviteOf("i2")));
    write(*journal, [&](store::Credentials& c) { return c.removeInviteOf(invite.agent); });
    QVERIFY(!must(reader->credentials().inviteOf("i2")));
}

void tst_Credentials::secondFactors()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    const auto journal = fixture.journal();
    const auto reader = fixture.reader();
    const auto ana = fixture.ids.make<domain::AgentId>();
    const auto factors = [&](auto work) {
        return *writeAll(*journal, [&](store::Journal& j) { return work(j.secondFactors()); });
    };
    using Factors = store::SecondFactors;
    QVERIFY(!factors([&](Factors& f) { return f.confirm(ana, 7, {}); }));
    QVERIFY(factors([&](Factors& f) { return f.begin(ana, "first"); }));
    QVERIFY(factors([&](Factors& f) { return f.begin(ana, "second"); }));
    QCOMPARE(must(reader->secondFactors().of(ana))->secret, QByteArray("second"));
    QVERIFY(!must(reader->secondFactors().of(ana))->confirmed);
    QVERIFY(factors([&](Factors& f) { return f.confirm(ana, 7, {"r1", "r2"}); }));
    QVERIFY(must(reader->secondFactors().of(ana))->confirmed);
    // A confirmed secret is not replaced, and a code counts once.
    QVERIFY(!factors([&](Factors& f) { return f.begin(ana, "third"); }));
    QVERIFY(!factors([&](Factors& f) { return f.useStep(ana, 7); }));
    QVERIFY(factors([&](Factors& f) { return f.useStep(ana, 8); }));
    QVERIFY(!factors([&](Factors& f) { return f.useStep(ana, 8); }));
    QVERIFY(factors([&](Factors& f) { return f.useRecoveryCode(ana, "r1"); }));
    QVERIFY(!factors([&](Factors& f) { return f.useRecoveryCode(ana, "r1"); }));
    must(journal->begin());
    must(journal->secondFactors().remove(ana));
    must(journal->commit());
    QVERIFY(!must(reader->secondFactors().of(ana)));
    QVERIFY(!factors([&](Factors& f) { return f.useRecoveryCode(ana, "r2"); }));
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

RELEVO_TEST(tst_Credentials)
#include "tst_credentials.moc"
