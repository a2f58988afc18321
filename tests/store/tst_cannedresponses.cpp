#include "store_fixture.h"
#include "support/test_main.h"

#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::test;

/// Every case runs on every dialect there is.
class tst_CannedResponses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addDialects(); }
    void eachSeesTheProjectsAndTheirOwn();
    void aShortcutIsThereOnce();
    void thereIsRoomForSoMany();

private:
    [[nodiscard]] static store::CannedResponse response(StoreFixture& fixture, const QString& shortcut,
                                                        const domain::AgentId& owner = {})
    {
        store::CannedResponse response;
        response.id = fixture.ids.next();
        response.owner = owner;
        response.shortcut = shortcut;
        response.title = QStringLiteral("Title of ") + shortcut;
        response.content = QStringLiteral("Hello {{contact.first_name}}, é 🙂");
        response.language = QStringLiteral("pt");
        response.updatedAt = fixture.clock.now();
        return response;
    }
    [[nodiscard]] static QStringList shortcuts(StoreFixture& fixture, const domain::ProjectId& project,
                                               const domain::AgentId& agent = {})
    {
        QStringList list;
        for (const store::CannedResponse& one :
             must(fixture.reader()->cannedResponses().of(project, agent, {}, 100)))
            list << one.shortcut;
        return list;
    }
};

void tst_CannedResponses::eachSeesTheProjectsAndTheirOwn()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    const auto journal = fixture.journal();
    const auto project = fixture.ids.make<domain::ProjectId>();
    const auto other = fixture.ids.make<domain::ProjectId>();
    const auto ana = fixture.ids.make<domain::AgentId>();
    const auto luis = fixture.ids.make<domain::AgentId>();
    const store::CannedResponse shared = response(fixture, QStringLiteral("hello"));
    const store::CannedResponse own = response(fixture, QStringLiteral("bye"), ana);
    must(journal->begin());
    store::CannedResponses& table = journal->cannedResponses();
    must(table.save(project, shared));
    must(table.save(project, own));
    must(table.save(other, response(fixture, QStringLiteral("elsewhere"))));
    must(journal->commit());
    QCOMPARE(shortcuts(fixture, project), QStringList{QStringLiteral("hello")});
    QCOMPARE(shortcuts(fixture, project, ana), (QStringList{QStringLiteral("bye"), QStringLiteral("hello")}));
    QCOMPARE(shortcuts(fixture, project, luis), QStringList{QStringLiteral("hello")});
    const auto found = must(fixture.reader()->cannedResponses().find(project, own.id));
    QVERIFY(found);
    QCOMPARE(found->owner, ana);
    QCOMPARE(found->title, own.title);
    QCOMPARE(found->content, own.content);
    QCOMPARE(found->language, own.language);
    QVERIFY(!must(fixture.reader()->cannedResponses().find(other, own.id)));
    must(journal->begin());
    must(table.remove(project, own.id));
    must(table.remove(project, own.id));
    must(journal->commit());
    QCOMPARE(shortcuts(fixture, project, ana), QStringList{QStringLiteral("hello")});
}

void tst_CannedResponses::aShortcutIsThereOnce()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    const auto journal = fixture.journal();
    const auto project = fixture.ids.make<domain::ProjectId>();
    const auto ana = fixture.ids.make<domain::AgentId>();
    must(journal->begin());
    store::CannedResponses& table = journal->cannedResponses();
    store::CannedResponse first = response(fixture, QStringLiteral("hello"));
    must(table.save(project, first));
    const Result<void> twin = table.save(project, response(fixture, QStringLiteral("hello")));
    QVERIFY(!twin && twin.error().code == ErrorCode::Conflict);
    must(table.save(project, response(fixture, QStringLiteral("hello"), ana)));
    // Itself is no other.
    first.content = QStringLiteral("changed");
    must(table.save(project, first));
    must(journal->commit());
    QCOMPARE(must(fixture.reader()->cannedResponses().find(project, first.id))->content, first.content);
}

void tst_CannedResponses::thereIsRoomForSoMany()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    const auto journal = fixture.journal();
    const auto project = fixture.ids.make<domain::ProjectId>();
    must(journal->begin());
    store::CannedResponses& table = journal->cannedResponses();
    for (int i = 0; i < store::CannedResponses::mostOfOne; ++i)
        must(table.save(project, response(fixture, QStringLiteral("s%1").arg(i))));
    const Result<void> more = table.save(project, response(fixture, QStringLiteral("more")));
    QVERIFY(!more && more.error().code == ErrorCode::Conflict);
    must(journal->commit());
}

RELEVO_TEST(tst_CannedResponses)
#include "tst_cannedresponses.moc"
