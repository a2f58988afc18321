#include "store_fixture.h"
#include "support/test_main.h"

#include <sql/migrator.h>
#include <store/backup.h>
#include <store/restore.h>

#include <QtTest/QtTest>

#include <thread>

using namespace relevo;
using namespace relevo::store;
using test::must;
using test::StoreFixture;

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(unreadable)");
}

qint64 headOf(StoreFixture& fixture, const domain::ProjectId& project)
{
    return must(fixture.reader()->head(project)).seq;
}

} // namespace

/// Copies of a store: whole or not there, and back again without anybody mistaking one journal for another.
class TestBackup final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { test::addDialects(); }
    void init();

    void aCopyHoldsEverything();
    void aCopyOfAStoreThatIsWrittenToIsOfOneMoment();
    void nothingIsOverwrittenUnasked();
    void aBrokenJournalIsNoBackup();
    void whatAnInterruptedOneLeftIsNoHindrance();

    void restoringBringsBackAndKeepsAside();
    void restoringIsRefusedWhileSomebodyWrites();
    void whoeverServesIsAskedToLetGo();
    void aReaderIsNotDisturbedAndNothingOfTheOldIsLost();
    void whatIsNoBackupChangesNothing_data();
    void whatIsNoBackupChangesNothing();
    void theOldLogIsNotPlayedIntoTheRestored();
    void restoresWhereThereWasNothing();
    void aDamagedStoreCanBeReplaced();
    void anOlderBackupIsBroughtUpToDate();
    void aNewerBackupIsLeftAlone();

    void migratingSaysFromWhereToWhere();

private:
    std::unique_ptr<StoreFixture> m_fixture;
    domain::ProjectId m_project;
    QTemporaryDir m_elsewhere;
    QString m_file;
};

void TestBackup::init()
{
    QFETCH_GLOBAL(const QString, dialect);
    m_fixture = std::make_unique<StoreFixture>(dialect);
    m_project = m_fixture->ids.make<domain::ProjectId>();
    m_file = m_elsewhere.filePath(QStringLiteral("relay.backup"));
    QFile::remove(m_file);
}

void TestBackup::aCopyHoldsEverything()
{
    const auto journal = m_fixture->journal();
    test::appendSettings(*m_fixture, *journal, m_project, 40);
    const BackupReport report = must(backUp(m_fixture->options, m_file, false));
    QCOMPARE(report.events, 40);
    QCOMPARE(report.bytes, QFileInfo(m_file).size());
    QCOMPARE(QFileInfo(m_file).permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeOwner),
             QFile::Permissions());
    QCOMPARE(QDir(m_elsewhere.path()).entryList(QDir::Files), QStringList{QStringLiteral("relay.backup")});
    StoreOptions copy = m_fixture->otherOptions();
    copy.databasePath = m_file;
    QVERIFY(must(verify(copy)).ok);
    test::appendSettings(*m_fixture, *journal, m_project, 1); // and the writer goes on
    QCOMPARE(m_fixture->fault(), QString());
}

void TestBackup::aCopyOfAStoreThatIsWrittenToIsOfOneMoment()
{
    m_fixture->make();
    std::atomic<bool> stop = false;
    std::atomic<int> written = 0;
    std::thread writer([&] {
        const auto journal = m_fixture->journal();
        while (!stop) {
            test::appendSettings(*m_fixture, *journal, m_project, 7);
            written += 7;
        }
    });
    const auto finish = qScopeGuard([&] {
        stop = true;
        writer.join();
    });
    QTRY_VERIFY(written > 0);
    qint64 before = 0;
    for (int i = 0; i < 5; ++i) {
        const qint64 at = written;
        const auto report = backUp(m_fixture->options, m_file, true);
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(report->events % 7, 0); // whole groups only
        QVERIFY(report->events >= at && report->events >= before);
        before = report->events;
        QTRY_VERIFY(written > at);
    }
}

void TestBackup::nothingIsOverwrittenUnasked()
{
    m_fixture->make();
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("precious") == 8);
    file.close();
    const auto refused = backUp(m_fixture->options, m_file, false);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QCOMPARE(contentOf(m_file), QByteArray("precious"));
    QVERIFY(backUp(m_fixture->options, m_file, true));
    QVERIFY(contentOf(m_file) != QByteArray("precious"));
    const auto itself = backUp(m_fixture->options, m_fixture->options.databasePath, true);
    QVERIFY(!itself);
    QCOMPARE(m_fixture->fault(), QString());
    QVERIFY(!backUp(m_fixture->options, m_elsewhere.filePath(QStringLiteral("no/where")), false));
}

void TestBackup::aBrokenJournalIsNoBackup()
{
    {
        const auto journal = m_fixture->journal();
        test::appendSettings(*m_fixture, *journal, m_project, 5);
    }
    must(m_fixture->database()->execute(QStringLiteral(
        "UPDATE journal SET hash = zeroblob(32) WHERE position = (SELECT MAX(position) FROM journal)")));
    const auto refused = backUp(m_fixture->options, m_file, false);
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(QLatin1String("not whole")),
             qPrintable(refused.error().message));
    QVERIFY(QDir(m_elsewhere.path()).entryList(QDir::Files).isEmpty());
}

void TestBackup::whatAnInterruptedOneLeftIsNoHindrance()
{
    m_fixture->make();
    QFile left(m_file + QStringLiteral(".part"));
    QVERIFY(left.open(QIODevice::WriteOnly) && left.write("half a database") > 0);
    left.close();
    QVERIFY(backUp(m_fixture->options, m_file, false));
    QVERIFY(!QFile::exists(left.fileName()));
}

void TestBackup::restoringBringsBackAndKeepsAside()
{
    {
        const auto journal = m_fixture->journal();
        test::appendSettings(*m_fixture, *journal, m_project, 10);
        must(backUp(m_fixture->options, m_file, false));
        test::appendSettings(*m_fixture, *journal, m_project, 5);
    }
    const QString epoch = must(m_fixture->reader()->journalEpoch());
    const RestoreReport report = must(restore(m_fixture->options, m_file, m_fixture->clock.now()));
    QCOMPARE(report.events, 10);
    QCOMPARE(headOf(*m_fixture, m_project), 10);
    QVERIFY(must(m_fixture->reader()->journalEpoch()) != epoch);
    QCOMPARE(m_fixture->fault(), QString());
    // What was there is whole under its new name, and another restore does not take its place.
    StoreOptions aside = m_fixture->otherOptions();
    aside.databasePath = report.keptAside;
    QCOMPARE(must(verify(aside)).events, 15);
    const RestoreReport again = must(restore(m_fixture->options, m_file, m_fixture->clock.now()));
    QVERIFY(again.keptAside != report.keptAside);
    QCOMPARE(must(verify(aside)).events, 15);
    // And writing goes on from there.
    const auto journal = m_fixture->journal();
    test::appendSettings(*m_fixture, *journal, m_project, 1);
    QCOMPARE(headOf(*m_fixture, m_project), 11);
}

void TestBackup::restoringIsRefusedWhileSomebodyWrites()
{
    auto journal = m_fixture->journal();
    test::appendSettings(*m_fixture, *journal, m_project, 3);
    must(backUp(m_fixture->options, m_file, false));
    const auto refused = restore(m_fixture->options, m_file, m_fixture->clock.now());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QVERIFY(!migrate(m_fixture->options));
    journal.reset();
    QVERIFY(restore(m_fixture->options, m_file, m_fixture->clock.now()));
    const auto alone = StoreLock::alone(m_fixture->options.databasePath);
    QVERIFY(alone);
    QVERIFY(!Journal::open(m_fixture->options)); // nor may anybody begin to write meanwhile
}

void TestBackup::whoeverServesIsAskedToLetGo()
{
    auto journal = m_fixture->journal();
    test::appendSettings(*m_fixture, *journal, m_project, 3);
    must(backUp(m_fixture->options, m_file, false));
    test::appendSettings(*m_fixture, *journal, m_project, 3);
    const QString path = m_fixture->options.databasePath;
    QVERIFY(!StoreLock::isAskedFor(path));
    // As a relay does, on a thread that is not the restore's.
    std::atomic<bool> wasAsked = false;
    std::thread relay([&] {
        while (!StoreLock::isAskedFor(path))
            std::this_thread::yield();
        wasAsked = true;
        journal.reset();
    });
    const auto end = qScopeGuard([&] { relay.join(); });
    RestoreManner manner;
    manner.patience = milliseconds{60'000};
    const RestoreReport report = must(restore(m_fixture->options, m_file, m_fixture->clock.now(), manner));
    QVERIFY(wasAsked && report.othersLetGo);
    QVERIFY(!StoreLock::isAskedFor(path));
    QCOMPARE(headOf(*m_fixture, m_project), 3);
    // A backup that is none does not disturb anybody.
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("none") == 4);
    file.close();
    bool asked = false;
    manner.reached = [&asked](RestoreStep) {
        asked = true;
    };
    QVERIFY(!restore(m_fixture->options, m_file, m_fixture->clock.now(), manner));
    QVERIFY(!asked);
}

void TestBackup::aReaderIsNotDisturbedAndNothingOfTheOldIsLost()
{
    auto journal = m_fixture->journal();
    test::appendSettings(*m_fixture, *journal, m_project, 10);
    must(backUp(m_fixture->options, m_file, false));
    // Keeps what comes after it from being moved from the log into the file.
    const auto reader = m_fixture->database();
    must(reader->execute(QStringLiteral("BEGIN")));
    must(reader->execute(QStringLiteral("SELECT COUNT(*) FROM journal")));
    test::appendSettings(*m_fixture, *journal, m_project, 5);
    journal.reset();
    m_fixture->options.busyTimeout = milliseconds{10}; // it would wait for the reader
    const RestoreReport report = must(restore(m_fixture->options, m_file, m_fixture->clock.now()));
    QCOMPARE(headOf(*m_fixture, m_project), 10);
    must(reader->execute(QStringLiteral("COMMIT")));
    StoreOptions aside = m_fixture->otherOptions();
    aside.databasePath = report.keptAside;
    QCOMPARE(must(verify(aside)).events, 15);
    QCOMPARE(m_fixture->fault(), QString());
}

void TestBackup::whatIsNoBackupChangesNothing_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a text")
        << QByteArray("this is not a database at all, whatever its name is\n").repeated(200);
    QTest::newRow("the beginning of one")
        << QByteArray("SQLite format 3\0", 16).append(QByteArray(4'080, '\x7f'));
}

void TestBackup::whatIsNoBackupChangesNothing()
{
    QFETCH(const QByteArray, content);
    {
        const auto journal = m_fixture->journal();
        test::appendSettings(*m_fixture, *journal, m_project, 4);
    }
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    const auto refused = restore(m_fixture->options, m_file, m_fixture->clock.now());
    QVERIFY(!refused);
    QVERIFY(!refused.error().message.isEmpty());
    QVERIFY(
        !restore(m_fixture->options, m_elsewhere.filePath(QStringLiteral("none")), m_fixture->clock.now()));
    QCOMPARE(headOf(*m_fixture, m_project), 4);
    QCOMPARE(m_fixture->fault(), QString());
    const QStringList left = QDir(QFileInfo(m_fixture->options.databasePath).path()).entryList(QDir::Files);
    QVERIFY2(left.filter(QStringLiteral("part")).isEmpty() && left.filter(QStringLiteral("before")).isEmpty(),
             qPrintable(left.join(u' ')));
}

void TestBackup::theOldLogIsNotPlayedIntoTheRestored()
{
    {
        const auto journal = m_fixture->journal();
        test::appendSettings(*m_fixture, *journal, m_project, 10);
        must(backUp(m_fixture->options, m_file, false));
    }
    // A reader that is still there keeps the old log from being folded into the old file.
    const auto reader = m_fixture->reader();
    auto journal = m_fixture->journal();
    test::appendSettings(*m_fixture, *journal, m_project, 200);
    journal.reset();
    must(restore(m_fixture->options, m_file, m_fixture->clock.now()));
    QCOMPARE(headOf(*m_fixture, m_project), 10);
    QCOMPARE(m_fixture->fault(), QString());
}

void TestBackup::restoresWhereThereWasNothing()
{
    {
        const auto journal = m_fixture->journal();
        test::appendSettings(*m_fixture, *journal, m_project, 6);
        must(backUp(m_fixture->options, m_file, false));
    }
    QFETCH_GLOBAL(const QString, dialect);
    StoreFixture fresh(dialect);
    fresh.options.databasePath = fresh.options.dataDirectory + QStringLiteral("/new/relay.db");
    const RestoreReport report = must(restore(fresh.options, m_file, m_fixture->clock.now()));
    QVERIFY(report.keptAside.isEmpty());
    const QFileInfo made(QFileInfo(fresh.options.databasePath).path());
    QCOMPARE(made.permissions() & (QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther),
             QFile::Permissions()); // nobody else's to read
    QCOMPARE(headOf(fresh, m_project), 6);
    QCOMPARE(fresh.fault(), QString());
}

void TestBackup::aDamagedStoreCanBeReplaced()
{
    {
        const auto journal = m_fixture->journal();
        test::appendSettings(*m_fixture, *journal, m_project, 6);
        must(backUp(m_fixture->options, m_file, false));
    }
    QFile file(m_fixture->options.databasePath);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.write(QByteArray(4'096, '\x55')) == 4'096);
    file.close();
    const RestoreReport report = must(restore(m_fixture->options, m_file, m_fixture->clock.now()));
    QVERIFY(contentOf(report.keptAside).startsWith(QByteArray(100, '\x55')));
    QCOMPARE(headOf(*m_fixture, m_project), 6);
    QCOMPARE(m_fixture->fault(), QString());
}

void TestBackup::anOlderBackupIsBroughtUpToDate()
{
    QFETCH_GLOBAL(const QString, dialect);
    // What the first version would have written: only its migration is run.
    const QString first = m_elsewhere.filePath(dialect);
    QVERIFY(QDir().mkpath(first));
    const QDir known(QStringLiteral(":/relevo/store/") + dialect);
    const QString name = known.entryList(QDir::Files, QDir::Name).first();
    QVERIFY(QFile::copy(known.filePath(name), first + u'/' + name));
    {
        sql::DatabaseOptions options;
        options.path = m_file;
        options.dialect = dialect;
        const auto old = must(sql::Database::open(options));
        must(sql::Migrator(*old, m_elsewhere.path()).migrate());
    }
    const QByteArray before = contentOf(m_file);
    must(restore(m_fixture->options, m_file, m_fixture->clock.now()));
    const SchemaVersions versions = must(schemaVersions(m_fixture->options));
    QVERIFY(versions.newest >= 2);
    QCOMPARE(versions.present, versions.newest);
    QCOMPARE(m_fixture->fault(), QString());
    QCOMPARE(contentOf(m_file), before);
}

void TestBackup::aNewerBackupIsLeftAlone()
{
    m_fixture->make();
    const int newest = must(schemaVersions(m_fixture->options)).newest;
    must(m_fixture->database()->execute(
        QStringLiteral("UPDATE schema_version SET version = %1").arg(newest + 1)));
    QVERIFY(QFile::copy(m_fixture->options.databasePath, m_file));
    QFETCH_GLOBAL(const QString, dialect);
    StoreFixture fresh(dialect);
    const auto refused = restore(fresh.options, m_file, m_fixture->clock.now());
    QVERIFY(!refused);
    QVERIFY2(refused.error().detail.contains(QLatin1String("newer")), qPrintable(refused.error().detail));
    QVERIFY(!QFile::exists(fresh.options.databasePath));
}

void TestBackup::migratingSaysFromWhereToWhere()
{
    const Migration made = must(migrate(m_fixture->options));
    QCOMPARE(made.from, 0);
    QVERIFY(made.to >= 2);
    const Migration again = must(migrate(m_fixture->options));
    QCOMPARE(again.from, made.to);
    QCOMPARE(again.to, made.to);
    QCOMPARE(m_fixture->fault(), QString());
}

RELEVO_TEST(TestBackup)

#include "tst_backup.moc"
