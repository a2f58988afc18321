#include "base/fixed_clock.h"
#include "support/test_main.h"

#include <base/ids.h>

#include <QtTest/QtTest>

#include <algorithm>
#include <array>
#include <set>
#include <thread>
#include <vector>

using namespace relevo;

class TestIds final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void versionVariantAndTime();
    void growsStrictly();
    void growsWhenTheClockGoesBack();
    void differsAcrossThreads();
    void parsesOnlyUuids_data();
    void parsesOnlyUuids();
    void textRoundTrip();
};

void TestIds::versionVariantAndTime()
{
    test::FixedClock clock;
    UuidV7Source source(clock);
    for (int i = 0; i < 1'000; ++i) {
        clock.at += milliseconds(i % 3);
        const QByteArray bytes = source.next().toRfc4122();
        QCOMPARE(static_cast<uchar>(bytes[6]) >> 4, 7);
        QCOMPARE(static_cast<uchar>(bytes[8]) >> 6, 2);
        qint64 millis = 0;
        for (int k = 0; k < 6; ++k)
            millis = (millis << 8) | static_cast<uchar>(bytes[k]);
        QCOMPARE(millis, clock.at.time_since_epoch().count());
    }
}

void TestIds::growsStrictly()
{
    // More than 4,096 in one millisecond, so that the counter has to run over.
    test::FixedClock clock;
    UuidV7Source source(clock);
    std::string last;
    for (int i = 0; i < 20'000; ++i) {
        if (i % 9'000 == 0)
            clock.at += milliseconds(1);
        const std::string text = uuidText(source.next());
        QVERIFY2(last < text, (last + " " + text).c_str());
        last = text;
    }
}

void TestIds::growsWhenTheClockGoesBack()
{
    test::FixedClock clock;
    UuidV7Source source(clock);
    const std::string before = uuidText(source.next());
    clock.at -= std::chrono::hours(1);
    QVERIFY(before < uuidText(source.next()));
}

void TestIds::differsAcrossThreads()
{
    const SystemClock clock;
    UuidV7Source source(clock);
    std::array<std::vector<std::string>, 4> made;
    std::vector<std::thread> threads;
    for (std::vector<std::string>& mine : made)
        threads.emplace_back([&source, &mine] {
            for (int i = 0; i < 2'000; ++i)
                mine.push_back(uuidText(source.next()));
        });
    for (std::thread& thread : threads)
        thread.join();
    std::set<std::string> all;
    for (const std::vector<std::string>& mine : made) {
        QVERIFY(std::is_sorted(mine.begin(), mine.end()));
        all.insert(mine.begin(), mine.end());
    }
    QCOMPARE(all.size(), std::size_t(8'000));
}

void TestIds::parsesOnlyUuids_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    QTest::newRow("lower") << QStringLiteral("0194f2c8-7c1a-7e32-9b6d-3f0a1c2d4e5f") << true;
    QTest::newRow("upper") << QStringLiteral("0194F2C8-7C1A-7E32-9B6D-3F0A1C2D4E5F") << true;
    QTest::newRow("null") << QStringLiteral("00000000-0000-0000-0000-000000000000") << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("braces") << QStringLiteral("{0194f2c8-7c1a-7e32-9b6d-3f0a1c2d4e5f}") << false;
    QTest::newRow("no dashes") << QStringLiteral("0194f2c87c1a7e329b6d3f0a1c2d4e5f") << false;
    QTest::newRow("dash moved") << QStringLiteral("0194f2c87-c1a-7e32-9b6d-3f0a1c2d4e5f") << false;
    QTest::newRow("short") << QStringLiteral("0194f2c8-7c1a-7e32-9b6d-3f0a1c2d4e5") << false;
    QTest::newRow("long") << QStringLiteral("0194f2c8-7c1a-7e32-9b6d-3f0a1c2d4e5f0") << false;
    QTest::newRow("blank") << QStringLiteral("0194f2c8-7c1a-7e32-9b6d-3f0a1c2d4e5 ") << false;
    QTest::newRow("other letter") << QStringLiteral("0194f2c8-7c1a-7e32-9b6d-3f0a1c2d4e5g") << false;
    QTest::newRow("other digits") << QStringLiteral("٠194f2c8-7c1a-7e32-9b6d-3f0a1c2d4e5f") << false;
}

void TestIds::parsesOnlyUuids()
{
    QFETCH(const QString, text);
    QFETCH(const bool, valid);
    QCOMPARE(parseUuid(QStringView(text)).has_value(), valid);
    const std::string utf8 = text.toStdString();
    QCOMPARE(parseUuid(std::string_view(utf8)).has_value(), valid);
}

void TestIds::textRoundTrip()
{
    using ThingId = Id<struct ThingTag>;
    for (int i = 0; i < 1'000; ++i) {
        const ThingId id(QUuid::createUuid());
        QCOMPARE(id.text(), id.toString().toStdString());
        QVERIFY(ThingId::parse(std::string_view(id.text())) == id);
        QVERIFY(ThingId::parse(QStringView(id.toString())) == id);
    }
    QVERIFY(ThingId().isNull());
}

RELEVO_TEST(TestIds)
#include "tst_ids.moc"
