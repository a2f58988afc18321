#include "support/test_main.h"

#include <sql/migrator.h>

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

#include <atomic>

using namespace relevo;
using namespace relevo::sql;

/// Every case runs on every dialect there is.
class tst_Migrator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void freshDatabase();
    void nothingToDo();
    void upgradeKeepsWhatIsThere();
    void newerDatabaseIsRefusedAndLeftAlone();
    void brokenFileChangesNothing();
    void missingNumberIsAnError();
    void noMigrationsAreAnError();
    void twoProgramsAtOnce();

private:
    void write(const QString& name, const QByteArray& text) const;
    [[nodiscard]] std::unique_ptr<Database> opened() const;
    [[nodiscard]] QString folder() const { return m_directory->filePath(QStringLiteral("migrations")); }

    std::unique_ptr<QTemporaryDir> m_directory;
};

void tst_Migrator::initTestCase_data()
{
    QTest::addColumn<QString>("dialect");
    for (const QString& dialect : Dialect::supported())
        QTest::newRow(qPrintable(dialect)) << dialect;
}

void tst_Migrator::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    write(QStringLiteral("0001_people.sql"), "-- people; all of them\n"
                                             "CREATE TABLE people (\n    name TEXT\n);\n\n"
                                             "INSERT INTO people (name) VALUES ('a;b');\n");
}

void tst_Migrator::write(const QString& name, const QByteArray& text) const
{
    QFETCH_GLOBAL(QString, dialect);
    const QDir place(folder() + u'/' + dialect);
    QVERIFY(place.mkpath(QStringLiteral(".")));
    QFile file(place.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

std::unique_ptr<Database> tst_Migrator::opened() const
{
    QFETCH_GLOBAL(QString, dialect);
    DatabaseOptions options;
    options.path = m_directory->filePath(QStringLiteral("test.db"));
    options.dialect = dialect;
    auto database = Database::open(options);
    if (!database)
        qFatal("%s", qPrintable(database.error().message));
    return std::move(*database);
}

void tst_Migrator::freshDatabase()
{
    const auto database = opened();
    Migrator migrator(*database, folder());
    QCOMPARE(*migrator.version(), 0);
    QCOMPARE(migrator.newest(), 1);
    const auto done = migrator.migrate();
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    QCOMPARE(*migrator.version(), 1);
    QCOMPARE(database->value(QStringLiteral("SELECT name FROM people"))->toString(), QStringLiteral("a;b"));
}

void tst_Migrator::nothingToDo()
{
    const auto database = opened();
    QVERIFY(Migrator(*database, folder()).migrate());
    QVERIFY(Migrator(*database, folder()).migrate());
    QCOMPARE(database->value(QStringLiteral("SELECT count(*) FROM people"))->toInt(), 1);
}

void tst_Migrator::upgradeKeepsWhatIsThere()
{
    {
        const auto database = opened();
        QVERIFY(Migrator(*database, folder()).migrate());
        QVERIFY(database->execute(QStringLiteral("INSERT INTO people (name) VALUES ('Ana')")));
    }
    write(QStringLiteral("0002_age.sql"), "ALTER TABLE people ADD COLUMN age INTEGER;\n");
    write(QStringLiteral("0003_old.sql"), "UPDATE people SET age = 42;\n");
    const auto database = opened();
    Migrator migrator(*database, folder());
    QVERIFY(migrator.migrate());
    QCOMPARE(*migrator.version(), 3);
    QCOMPARE(database->value(QStringLiteral("SELECT age FROM people WHERE name = 'Ana'"))->toInt(), 42);
}

void tst_Migrator::newerDatabaseIsRefusedAndLeftAlone()
{
    const auto database = opened();
    QVERIFY(Migrator(*database, folder()).migrate());
    QVERIFY(database->execute(QStringLiteral("UPDATE schema_version SET version = 7")));
    Migrator migrator(*database, folder());
    const auto refused = migrator.migrate();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Unavailable);
    QVERIFY2(refused.error().message.contains(QLatin1String("version 7")),
             qPrintable(refused.error().message));
    QVERIFY2(refused.error().message.contains(QLatin1String("version 1")),
             qPrintable(refused.error().message));
    QCOMPARE(*migrator.version(), 7);
    QCOMPARE(database->value(QStringLiteral("SELECT count(*) FROM people"))->toInt(), 1);
}

void tst_Migrator::brokenFileChangesNothing()
{
    write(QStringLiteral("0002_broken.sql"),
          "CREATE TABLE half (a INTEGER);\nCREATE TABEL other (a INTEGER);\n");
    const auto database = opened();
    Migrator migrator(*database, folder());
    const auto refused = migrator.migrate();
    QVERIFY(!refused);
    QVERIFY(refused.error().message.contains(QLatin1String("Migration 2")));
    QCOMPARE(*migrator.version(), 1);
    QVERIFY(!*database->hasTable(QStringLiteral("half")));
    QVERIFY(*database->hasTable(QStringLiteral("people")));

    write(QStringLiteral("0002_broken.sql"), "CREATE TABLE half (a INTEGER);\n");
    QVERIFY(migrator.migrate());
    QVERIFY(*database->hasTable(QStringLiteral("half")));
}

void tst_Migrator::missingNumberIsAnError()
{
    write(QStringLiteral("0003_later.sql"), "CREATE TABLE later (a INTEGER);\n");
    const auto database = opened();
    const auto refused = Migrator(*database, folder()).migrate();
    QVERIFY(!refused);
    QVERIFY(refused.error().message.contains(QLatin1String("2 is missing")));
    QVERIFY(!*database->hasTable(QStringLiteral("people")));
}

void tst_Migrator::noMigrationsAreAnError()
{
    const auto database = opened();
    const auto refused = Migrator(*database, m_directory->filePath(QStringLiteral("nowhere"))).migrate();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Internal);
}

void tst_Migrator::twoProgramsAtOnce()
{
    write(QStringLiteral("0002_more.sql"), "CREATE TABLE more (a INTEGER);\n");
    std::atomic<int> failures{0};
    QFETCH_GLOBAL(QString, dialect);
    DatabaseOptions options;
    options.path = m_directory->filePath(QStringLiteral("both.db"));
    options.dialect = dialect;
    const auto run = [&options, &failures, folder = folder()] {
        auto database = Database::open(options);
        if (!database || !Migrator(**database, folder).migrate())
            ++failures;
    };
    std::vector<std::unique_ptr<QThread>> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back(QThread::create(run))->start();
    for (const auto& thread : threads)
        QVERIFY(thread->wait(60'000));
    QCOMPARE(failures.load(), 0);
    auto database = Database::open(options);
    QVERIFY(database);
    QCOMPARE(*Migrator(**database, folder()).version(), 2);
    QCOMPARE((*database)->value(QStringLiteral("SELECT count(*) FROM people"))->toInt(), 1);
}

RELEVO_TEST(tst_Migrator)
#include "tst_migrator.moc"
