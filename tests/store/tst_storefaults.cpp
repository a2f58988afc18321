#include "store_fixture.h"
#include "support/test_main.h"

#include <QtCore/QFile>
#include <QtTest/QtTest>

#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using namespace relevo;
using namespace relevo::test;

/// Disks that refuse. Every case runs on every dialect there is.
class tst_StoreFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addDialects(); }
    void fullDisk();
    void writeErrorInTheMiddle();
    void directoryThatMayNotBeWritten_data();
    void directoryThatMayNotBeWritten();
    void damagedFile();

private:
    /// Appends groups until one is refused; gives the refusal. What was acknowledged is counted.
    static Error appendUntilRefused(StoreFixture& fixture, store::Journal& journal,
                                    const domain::ProjectId& project, qint64& acknowledged);
};

Error tst_StoreFaults::appendUntilRefused(StoreFixture& fixture, store::Journal& journal,
                                          const domain::ProjectId& project, qint64& acknowledged)
{
    for (int group = 0; group < 10'000; ++group) {
        std::vector<domain::Event> events;
        for (int i = 0; i < 10; ++i)
            events.push_back(settingsEvent(fixture, i));
        Result<void> done = journal.begin();
        if (done) {
            const auto appended = journal.append(project, std::move(events));
            done = appended ? journal.commit() : std::unexpected(appended.error());
        }
        if (!done) {
            journal.rollback();
            return done.error();
        }
        acknowledged += 10;
    }
    return {};
}

void tst_StoreFaults::fullDisk()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    const auto project = fixture.ids.make<domain::ProjectId>();
    qint64 acknowledged = 0;
    {
        store::StoreOptions small = fixture.options;
        small.pageLimit = 100;
        const auto journal = must(store::Journal::open(small));
        const Error error = appendUntilRefused(fixture, *journal, project, acknowledged);
        QCOMPARE(error.code, ErrorCode::Unavailable);
        QVERIFY2(error.message.contains(QLatin1String("full")), qPrintable(error.message));
        QVERIFY2(error.detail.contains(fixture.options.databasePath), qPrintable(error.detail));
        QVERIFY(acknowledged > 0);
        // Still full, still whole, and still answering.
        QCOMPARE(appendUntilRefused(fixture, *journal, project, acknowledged).code, ErrorCode::Unavailable);
        QCOMPARE(must(journal->head(project)).seq, acknowledged);
        QCOMPARE(fixture.fault(), QString());
    }
    const auto journal = fixture.journal();
    QCOMPARE(must(journal->head(project)).seq, acknowledged);
    appendSettings(fixture, *journal, project, 5);
    QCOMPARE(must(journal->head(project)).seq, acknowledged + 5);
    QCOMPARE(fixture.fault(), QString());
}

void tst_StoreFaults::writeErrorInTheMiddle()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    const auto project = fixture.ids.make<domain::ProjectId>();
    const auto journal = fixture.journal();
    appendSettings(fixture, *journal, project, 1);
    std::signal(SIGXFSZ, SIG_IGN); // the write fails with an error then, as on a failing disk
    rlimit limit{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &limit), 0);
    rlimit tight = limit;
    tight.rlim_cur = 400'000;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
    qint64 acknowledged = 1;
    const Error error = appendUntilRefused(fixture, *journal, project, acknowledged);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &limit), 0);
    QCOMPARE(error.code, ErrorCode::Unavailable);
    QVERIFY(acknowledged > 1);
    QCOMPARE(must(journal->head(project)).seq, acknowledged);
    // The very same connection goes on when the disk does.
    appendSettings(fixture, *journal, project, 50);
    QCOMPARE(must(journal->head(project)).seq, acknowledged + 50);
    QCOMPARE(fixture.fault(), QString());
}

void tst_StoreFaults::directoryThatMayNotBeWritten_data()
{
    QTest::addColumn<bool>("exists");
    QTest::newRow("new store") << false;
    QTest::newRow("store that is there") << true;
}

void tst_StoreFaults::directoryThatMayNotBeWritten()
{
    QFETCH_GLOBAL(QString, dialect);
    QFETCH(bool, exists);
    StoreFixture fixture(dialect);
    if (exists)
        fixture.make();
    const QString directory = fixture.options.dataDirectory;
    const auto open =
        QFileDevice::ReadOwner | QFileDevice::ExeOwner | QFileDevice::ReadOther | QFileDevice::ExeOther;
    QVERIFY(QFile::setPermissions(directory, open));
    // Permissions do not bind the superuser, so it becomes nobody for a moment.
    const bool super = geteuid() == 0;
    if (super)
        QCOMPARE(setresuid(65'534, 65'534, 0), 0);
    const auto journal = store::Journal::open(fixture.options);
    if (super)
        QCOMPARE(setresuid(0, 0, 0), 0);
    QVERIFY(QFile::setPermissions(directory, open | QFileDevice::WriteOwner));
    QVERIFY(!journal);
    QCOMPARE(journal.error().code, ErrorCode::Unavailable);
    QVERIFY2(journal.error().message.contains(directory), qPrintable(journal.error().message));
    QVERIFY2(journal.error().detail.contains(QLatin1String("ermissions")),
             qPrintable(journal.error().detail));
    fixture.make(); // and it opens where it may
}

void tst_StoreFaults::damagedFile()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    QFile file(fixture.options.databasePath);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(4'096, 'z'));
    file.close();
    const auto journal = store::Journal::open(fixture.options);
    QVERIFY(!journal);
    QCOMPARE(journal.error().code, ErrorCode::Internal);
    QVERIFY(journal.error().message.contains(file.fileName()));
}

RELEVO_TEST(tst_StoreFaults)
#include "tst_storefaults.moc"
