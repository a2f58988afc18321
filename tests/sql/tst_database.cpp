#include "support/test_main.h"

#include <sql/database.h>
#include <sql/transaction.h>

#include <QtCore/QTemporaryDir>
#include <QtSql/QSqlError>
#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::sql;

/// Every case runs on every dialect there is.
class tst_Database : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void settingsAreReallySet();
    void lessDurableWhereAsked();
    void unknownDialectIsRefused();
    void readOnlyNeedsADatabase();
    void garbageIsNoDatabase();
    void valuesComeBack();
    void nullTextsAndBlobsAreEmpty();
    void statementsArePreparedOnce();
    void findsTables();
    void transactionRollsBackUnlessCommitted();
    void readTransactionSeesOneMoment();
    void unfinishedReadingHoldsNoSnapshot();
    void lockedSaysSo();
    void errorsTellNoValues();
    void troubleIsWorded_data();
    void troubleIsWorded();
    void checkpointEmptiesTheLog();

private:
    [[nodiscard]] DatabaseOptions options() const;
    [[nodiscard]] std::unique_ptr<Database> opened() const;

    std::unique_ptr<QTemporaryDir> m_directory;
};

void tst_Database::initTestCase_data()
{
    QTest::addColumn<QString>("dialect");
    for (const QString& dialect : Dialect::supported())
        QTest::newRow(qPrintable(dialect)) << dialect;
}

void tst_Database::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
}

DatabaseOptions tst_Database::options() const
{
    QFETCH_GLOBAL(QString, dialect);
    DatabaseOptions options;
    options.path = m_directory->filePath(QStringLiteral("new/place/test.db"));
    options.dialect = dialect;
    return options;
}

std::unique_ptr<Database> tst_Database::opened() const
{
    auto database = Database::open(options());
    if (!database)
        qFatal("%s", qPrintable(database.error().message));
    return std::move(*database);
}

void tst_Database::settingsAreReallySet()
{
    const auto database = opened();
    if (database->dialect().name() != QLatin1String("sqlite"))
        QSKIP("SQLite's own settings");
    QCOMPARE(database->value(QStringLiteral("PRAGMA journal_mode"))->toString(), QStringLiteral("wal"));
    QCOMPARE(database->value(QStringLiteral("PRAGMA synchronous"))->toInt(), 2);
    QCOMPARE(database->value(QStringLiteral("PRAGMA foreign_keys"))->toInt(), 1);
    QCOMPARE(database->value(QStringLiteral("PRAGMA wal_autocheckpoint"))->toInt(), 0);
    QCOMPARE(database->value(QStringLiteral("PRAGMA busy_timeout"))->toInt(), 10'000);
}

void tst_Database::lessDurableWhereAsked()
{
    DatabaseOptions relaxed = options();
    relaxed.durable = false;
    relaxed.busyTimeout = milliseconds(7);
    auto database = Database::open(relaxed);
    QVERIFY(database);
    if ((*database)->dialect().name() != QLatin1String("sqlite"))
        QSKIP("SQLite's own settings");
    QCOMPARE((*database)->value(QStringLiteral("PRAGMA synchronous"))->toInt(), 1);
    QCOMPARE((*database)->value(QStringLiteral("PRAGMA busy_timeout"))->toInt(), 7);
}

void tst_Database::unknownDialectIsRefused()
{
    DatabaseOptions wrong = options();
    wrong.dialect = QStringLiteral("dbase");
    const auto database = Database::open(wrong);
    QVERIFY(!database);
    QCOMPARE(database.error().code, ErrorCode::Invalid);
    QVERIFY(database.error().detail.contains(Dialect::supported().first()));
}

void tst_Database::readOnlyNeedsADatabase()
{
    DatabaseOptions reading = options();
    reading.readOnly = true;
    const auto missing = Database::open(reading);
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::Unavailable);
    QVERIFY(missing.error().message.contains(reading.path));
    QVERIFY(!QFileInfo::exists(reading.path));

    const auto writer = opened();
    QVERIFY(writer->execute(QStringLiteral("CREATE TABLE t (a INTEGER)")));
    auto reader = Database::open(reading);
    QVERIFY(reader);
    const auto refused = (*reader)->execute(QStringLiteral("INSERT INTO t VALUES (1)"));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Unavailable);
}

void tst_Database::garbageIsNoDatabase()
{
    const DatabaseOptions here = options();
    QVERIFY(QDir().mkpath(QFileInfo(here.path).absolutePath()));
    QFile file(here.path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8'192, 'x'));
    file.close();
    const auto database = Database::open(here);
    QVERIFY(!database);
    QCOMPARE(database.error().code, ErrorCode::Internal);
    QVERIFY(database.error().message.contains(here.path));
    QVERIFY(!database.error().detail.isEmpty());
}

void tst_Database::valuesComeBack()
{
    const auto database = opened();
    QVERIFY(database->execute(
        QStringLiteral("CREATE TABLE t (a INTEGER, b TEXT, c BLOB, d BLOB, e INTEGER, f TEXT)")));
    const QUuid id = QUuid::createUuid();
    const Timestamp at{milliseconds{1'700'000'000'123}};
    const QString text = QStringLiteral("¿Dónde está? 👋 ' \"");
    auto insert = database->prepared("INSERT INTO t VALUES (?, ?, ?, ?, ?, ?)");
    QVERIFY(insert);
    QVERIFY((*insert)
                ->bind(qint64{1} << 60)
                .bind(text)
                .bind(std::string_view("{\"a\":\"\0\"}", 9))
                .bind(id)
                .bind(at)
                .bindNull()
                .run());
    QCOMPARE((*insert)->affected(), 1);
    auto select = database->prepared("SELECT a, b, c, d, e, f FROM t");
    QVERIFY(select);
    QVERIFY((*select)->run());
    const Reading reading(**select);
    QVERIFY((*select)->next());
    QCOMPARE((*select)->number(0), qint64{1} << 60);
    QCOMPARE((*select)->text(1), text);
    QCOMPARE((*select)->bytes(2), QByteArray("{\"a\":\"\0\"}", 9));
    QCOMPARE((*select)->uuid(3), id);
    QCOMPARE((*select)->time(4), at);
    QVERIFY((*select)->isNull(5));
    QVERIFY(!(*select)->next());
}

void tst_Database::nullTextsAndBlobsAreEmpty()
{
    const auto database = opened();
    QVERIFY(database->execute(QStringLiteral("CREATE TABLE t (a TEXT NOT NULL, b BLOB NOT NULL)")));
    auto insert = database->prepared("INSERT INTO t VALUES (?, ?)");
    QVERIFY(insert);
    QVERIFY((*insert)->bind(QString()).bind(QByteArray()).run());
    QCOMPARE(database->value(QStringLiteral("SELECT length(a) + length(b) FROM t"))->toInt(), 0);
}

void tst_Database::statementsArePreparedOnce()
{
    const auto database = opened();
    static constexpr char text[] = "SELECT 1";
    const auto first = database->prepared(text);
    const auto again = database->prepared(text);
    QVERIFY(first && again);
    QCOMPARE(*first, *again);
    QVERIFY(!database->prepared("SELECT nothing FROM nowhere"));
}

void tst_Database::findsTables()
{
    const auto database = opened();
    QVERIFY(!*database->hasTable(QStringLiteral("t")));
    QVERIFY(database->execute(QStringLiteral("CREATE TABLE t (a INTEGER)")));
    QVERIFY(*database->hasTable(QStringLiteral("t")));
}

void tst_Database::transactionRollsBackUnlessCommitted()
{
    const auto database = opened();
    QVERIFY(database->execute(QStringLiteral("CREATE TABLE t (a INTEGER)")));
    {
        auto transaction = Transaction::begin(*database, Transaction::Kind::Write);
        QVERIFY(transaction);
        Transaction moved = std::move(*transaction);
        QVERIFY(database->execute(QStringLiteral("INSERT INTO t VALUES (1)")));
    }
    QCOMPARE(database->value(QStringLiteral("SELECT count(*) FROM t"))->toInt(), 0);
    {
        auto transaction = Transaction::begin(*database, Transaction::Kind::Write);
        QVERIFY(transaction);
        QVERIFY(database->execute(QStringLiteral("INSERT INTO t VALUES (1)")));
        QVERIFY(transaction->commit());
    }
    QCOMPARE(database->value(QStringLiteral("SELECT count(*) FROM t"))->toInt(), 1);
}

void tst_Database::readTransactionSeesOneMoment()
{
    const auto writer = opened();
    QVERIFY(writer->execute(QStringLiteral("CREATE TABLE t (a INTEGER)")));
    DatabaseOptions reading = options();
    reading.readOnly = true;
    auto reader = Database::open(reading);
    QVERIFY(reader);
    const QString count = QStringLiteral("SELECT count(*) FROM t");
    {
        auto moment = Transaction::begin(**reader, Transaction::Kind::Read);
        QVERIFY(moment);
        QCOMPARE((*reader)->value(count)->toInt(), 0);
        QVERIFY(writer->execute(QStringLiteral("INSERT INTO t VALUES (1)")));
        QCOMPARE((*reader)->value(count)->toInt(), 0);
    }
    QCOMPARE((*reader)->value(count)->toInt(), 1);
}

void tst_Database::unfinishedReadingHoldsNoSnapshot()
{
    const auto writer = opened();
    QVERIFY(writer->execute(QStringLiteral("CREATE TABLE t (a INTEGER)")));
    QVERIFY(writer->execute(QStringLiteral("INSERT INTO t VALUES (1), (2)")));
    const auto reader = opened();
    {
        auto select = reader->prepared("SELECT a FROM t");
        QVERIFY(select);
        QVERIFY((*select)->run());
        const Reading reading(**select);
        QVERIFY((*select)->next()); // and the second row is left
    }
    QVERIFY(writer->execute(QStringLiteral("DELETE FROM t")));
    QCOMPARE(reader->value(QStringLiteral("SELECT count(*) FROM t"))->toInt(), 0);
}

void tst_Database::lockedSaysSo()
{
    const auto first = opened();
    DatabaseOptions impatient = options();
    impatient.busyTimeout = milliseconds(1);
    auto second = Database::open(impatient);
    QVERIFY(second);
    auto holding = Transaction::begin(*first, Transaction::Kind::Write);
    QVERIFY(holding);
    const auto refused = Transaction::begin(**second, Transaction::Kind::Write);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Unavailable);
    QVERIFY(refused.error().message.contains(QLatin1String("locked")));
    QVERIFY(refused.error().message.contains(impatient.path));
}

void tst_Database::errorsTellNoValues()
{
    const auto database = opened();
    QVERIFY(database->execute(QStringLiteral("CREATE TABLE people (mail TEXT PRIMARY KEY)")));
    const QString mail = QStringLiteral("ana@example.org");
    auto insert = database->prepared("INSERT INTO people VALUES (?)");
    QVERIFY(insert);
    QVERIFY((*insert)->bind(mail).run());
    const auto refused = (*insert)->bind(mail).run();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Internal);
    const QString all = refused.error().message + refused.error().detail;
    QVERIFY(!all.contains(mail));
    QVERIFY(!all.contains(QLatin1String("INSERT")));
    // The statement is as good as before.
    QVERIFY((*insert)->bind(QStringLiteral("b")).run());
}

void tst_Database::troubleIsWorded_data()
{
    QTest::addColumn<int>("native");
    QTest::addColumn<bool>("passing");
    QTest::addColumn<QString>("word");
    QTest::newRow("full") << 13 << true << QStringLiteral("full");
    QTest::newRow("read-only") << 8 << true << QStringLiteral("written to");
    QTest::newRow("read-only directory") << (8 | (6 << 8)) << true << QStringLiteral("written to");
    QTest::newRow("cannot open") << 14 << true << QStringLiteral("written to");
    QTest::newRow("busy") << 5 << true << QStringLiteral("locked");
    QTest::newRow("i/o") << 10 << true << QStringLiteral("disk");
    QTest::newRow("fsync") << (10 | (4 << 8)) << true << QStringLiteral("disk");
    QTest::newRow("corrupt") << 11 << false << QStringLiteral("damaged");
    QTest::newRow("no database") << 26 << false << QStringLiteral("no database");
    QTest::newRow("other") << 1 << false << QStringLiteral("refused");
}

void tst_Database::troubleIsWorded()
{
    QFETCH(int, native);
    QFETCH(bool, passing);
    QFETCH(QString, word);
    const QSqlError error(QStringLiteral("driver"), QStringLiteral("secret value"), QSqlError::StatementError,
                          QString::number(native));
    const Error worded = databaseError(SqliteDialect(), QStringLiteral("/data/relay.db"), error);
    QCOMPARE(worded.code, passing ? ErrorCode::Unavailable : ErrorCode::Internal);
    QVERIFY2(worded.message.contains(word), qPrintable(worded.message));
    QVERIFY(!worded.message.contains(QLatin1String("secret")));
    if (native != 1)
        QVERIFY((worded.message + worded.detail).contains(QLatin1String("/data/relay.db")));
}

void tst_Database::checkpointEmptiesTheLog()
{
    const auto database = opened();
    if (database->dialect().checkpoint(sql::Checkpoint::Restart).isEmpty())
        QSKIP("no log of its own");
    QVERIFY(database->execute(QStringLiteral("CREATE TABLE t (a BLOB)")));
    const QString insert = QStringLiteral("INSERT INTO t VALUES (zeroblob(100000))");
    QVERIFY(database->execute(insert));
    const auto pages = database->checkpoint(sql::Checkpoint::Passive);
    QVERIFY(pages);
    QVERIFY(*pages > 20);
    QVERIFY(database->checkpoint(sql::Checkpoint::Restart));
    QVERIFY(database->execute(QStringLiteral("INSERT INTO t VALUES (NULL)")));
    QVERIFY(*database->checkpoint(sql::Checkpoint::Passive) < *pages);
}

RELEVO_TEST(tst_Database)
#include "tst_database.moc"
