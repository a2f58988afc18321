#include "store_fixture.h"

#include <sql/migrator.h>

#include <QtCore/QDir>
#include <QtTest/QtTest>

namespace relevo::test {

StoreFixture::StoreFixture(const QString& dialect)
{
    options.dataDirectory = m_directory.path();
    options.databasePath = m_directory.filePath(QStringLiteral("relay.db"));
    options.dialect = dialect;
}

void StoreFixture::make() const
{
    (void)journal();
}

std::unique_ptr<store::Journal> StoreFixture::journal() const
{
    return must(store::Journal::open(options));
}

std::unique_ptr<store::Reader> StoreFixture::reader() const
{
    return must(store::Reader::open(options));
}

std::unique_ptr<sql::Database> StoreFixture::database() const
{
    return must(store::openForWriting(options));
}

QString StoreFixture::fault() const
{
    const store::VerifyReport report = must(store::verify(options));
    return report.ok ? QString() : report.fault;
}

store::StoreOptions StoreFixture::otherOptions() const
{
    store::StoreOptions other = options;
    other.gate = std::make_shared<store::WriteGate>();
    return other;
}

QString StoreFixture::turnBack(int version) const
{
    QString newer = options.databasePath + QStringLiteral(".newer");
    (void)must(database()->checkpoint(sql::Checkpoint::Truncate));
    if (!QFile::rename(options.databasePath, newer))
        qFatal("the store cannot be moved");
    for (const char* side : {"-wal", "-shm"})
        QFile::remove(options.databasePath + QLatin1String(side));
    const QTemporaryDir folder;
    const QDir known(QStringLiteral(":/relevo/store/sqlite"));
    QDir(folder.path()).mkdir(QStringLiteral("sqlite"));
    for (const QString& file : known.entryList(QDir::Files, QDir::Name).mid(0, version))
        QFile::copy(known.filePath(file), folder.filePath(QStringLiteral("sqlite/") + file));
    sql::DatabaseOptions plain;
    plain.path = options.databasePath;
    const auto database = must(sql::Database::open(plain));
    must(sql::Migrator(*database, folder.path()).migrate());
    must(database->execute(QStringLiteral("PRAGMA foreign_keys = OFF")));
    must(database->execute(QStringLiteral("ATTACH DATABASE '%1' AS newer").arg(newer)));
    const QString tables = must(database->value(QStringLiteral(
                                    "SELECT group_concat(name) FROM main.sqlite_master WHERE type = "
                                    "'table' AND name NOT LIKE 'sqlite_%' AND name <> 'schema_version'")))
                               .toString();
    for (const QString& table : tables.split(u',')) {
        const QString columns =
            must(database->value(
                     QStringLiteral("SELECT group_concat(a.name) FROM pragma_table_info('%1', 'main') "
                                    "a JOIN pragma_table_info('%1', 'newer') b ON a.name = b.name")
                         .arg(table)))
                .toString();
        must(database->execute(QStringLiteral("DELETE FROM main.%1").arg(table)));
        if (!columns.isEmpty())
            must(database->execute(
                QStringLiteral("INSERT INTO main.%1 (%2) SELECT %2 FROM newer.%1").arg(table, columns)));
    }
    return newer;
}

void addDialects()
{
    QTest::addColumn<QString>("dialect");
    for (const QString& dialect : sql::Dialect::supported())
        QTest::newRow(qPrintable(dialect)) << dialect;
}

domain::Event settingsEvent(StoreFixture& fixture, int number)
{
    domain::Settings settings;
    settings.responseTimeoutMinutes = number;
    return {0,
            fixture.ids.make<domain::EventId>(),
            domain::EventType::SettingsChanged,
            fixture.clock.now(),
            {},
            {},
            {},
            settings};
}

void appendSettings(StoreFixture& fixture, store::Journal& journal, const domain::ProjectId& project,
                    int count)
{
    std::vector<domain::Event> events;
    for (int i = 0; i < count; ++i)
        events.push_back(settingsEvent(fixture, i));
    must(journal.begin());
    must(journal.append(project, std::move(events)));
    must(journal.commit());
}

} // namespace relevo::test
