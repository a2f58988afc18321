#include "store_fixture.h"

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
