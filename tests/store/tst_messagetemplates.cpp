#include "store_fixture.h"
#include "support/test_main.h"

#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::test;

/// Every case runs on every dialect there is.
class tst_MessageTemplates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addDialects(); }
    void eachProjectHasItsOwn();
    void aNameIsThereOnceInALanguage();

private:
    [[nodiscard]] static domain::MessageTemplate text(StoreFixture& fixture, const QString& name,
                                                      const QString& language = QStringLiteral("en"))
    {
        return {fixture.ids.next(),
                name,
                language,
                QStringLiteral("Hello {{1}}, é 🙂"),
                domain::TemplateCategory::Marketing,
                fixture.clock.now()};
    }
    [[nodiscard]] static QStringList names(StoreFixture& fixture, const domain::ProjectId& project)
    {
        QStringList list;
        for (const domain::MessageTemplate& one : must(fixture.reader()->messageTemplates().of(project)))
            list << one.name + u' ' + one.language;
        return list;
    }
};

void tst_MessageTemplates::eachProjectHasItsOwn()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    const auto journal = fixture.journal();
    const auto project = fixture.ids.make<domain::ProjectId>();
    const auto other = fixture.ids.make<domain::ProjectId>();
    const domain::MessageTemplate one = text(fixture, QStringLiteral("update"), QStringLiteral("pt_BR"));
    must(journal->begin());
    store::MessageTemplates& table = journal->messageTemplates();
    must(table.save(project, one));
    must(table.save(project, text(fixture, QStringLiteral("update"))));
    must(table.save(project, text(fixture, QStringLiteral("hello"))));
    must(table.save(other, text(fixture, QStringLiteral("elsewhere"))));
    must(journal->commit());
    QCOMPARE(names(fixture, project), (QStringList{QStringLiteral("hello en"), QStringLiteral("update en"),
                                                   QStringLiteral("update pt_BR")}));
    const auto found =
        must(fixture.reader()->messageTemplates().named(project, one.name, QStringLiteral("pt_BR")));
    QVERIFY(found && *found == one);
    QVERIFY(must(fixture.reader()->messageTemplates().find(project, one.id)) == one);
    QVERIFY(!must(fixture.reader()->messageTemplates().find(other, one.id)));
    QVERIFY(!must(fixture.reader()->messageTemplates().named(project, one.name, QStringLiteral("es"))));
    must(journal->begin());
    must(table.remove(project, one.id));
    must(table.remove(project, one.id));
    must(journal->commit());
    QCOMPARE(names(fixture, project).size(), 2);
}

void tst_MessageTemplates::aNameIsThereOnceInALanguage()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    const auto journal = fixture.journal();
    const auto project = fixture.ids.make<domain::ProjectId>();
    must(journal->begin());
    store::MessageTemplates& table = journal->messageTemplates();
    domain::MessageTemplate first = text(fixture, QStringLiteral("update"));
    must(table.save(project, first));
    const Result<void> twin = table.save(project, text(fixture, QStringLiteral("update")));
    QVERIFY(!twin && twin.error().code == ErrorCode::Conflict);
    // Itself is no other.
    first.body = QStringLiteral("Changed");
    must(table.save(project, first));
    for (int i = 1; i < store::MessageTemplates::mostOfOne; ++i)
        must(table.save(project, text(fixture, QStringLiteral("t%1").arg(i))));
    const Result<void> more = table.save(project, text(fixture, QStringLiteral("more")));
    QVERIFY(!more && more.error().code == ErrorCode::Conflict);
    must(journal->commit());
    QCOMPARE(must(fixture.reader()->messageTemplates().find(project, first.id))->body, first.body);
}

RELEVO_TEST(tst_MessageTemplates)
#include "tst_messagetemplates.moc"
