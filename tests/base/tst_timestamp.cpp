#include "support/test_main.h"

#include <base/timestamp.h>

#include <QtTest/QtTest>

#include <random>

using namespace relevo;

class TestTimestamp final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void ordersAsText();
    void readsOffsets_data();
    void readsOffsets();
    void refuses_data();
    void refuses();
};

void TestTimestamp::roundTrip()
{
    std::mt19937_64 random(7);
    // The years 0000 to 9999.
    std::uniform_int_distribution<qint64> any(-62'167'219'200'000, 253'402'300'799'999);
    for (int i = 0; i < 20'000; ++i) {
        const Timestamp at{milliseconds(any(random))};
        const std::string text = toRfc3339(at);
        QCOMPARE(text.size(), std::size_t(24));
        const std::optional<Timestamp> back = fromRfc3339(text);
        QVERIFY2(back == at, text.c_str());
    }
}

void TestTimestamp::ordersAsText()
{
    std::mt19937_64 random(8);
    std::uniform_int_distribution<qint64> any(0, 4'102'444'800'000);
    for (int i = 0; i < 2'000; ++i) {
        const Timestamp a{milliseconds(any(random))};
        const Timestamp b{milliseconds(any(random))};
        QCOMPARE(a < b, toRfc3339(a) < toRfc3339(b));
    }
}

void TestTimestamp::readsOffsets_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("utc");
    const QByteArray moment("2026-11-21T09:30:00.125Z");
    QTest::newRow("utc") << moment << moment;
    QTest::newRow("small letters") << QByteArray("2026-11-21t09:30:00.125z") << moment;
    QTest::newRow("blank") << QByteArray("2026-11-21 09:30:00.125Z") << moment;
    QTest::newRow("east") << QByteArray("2026-11-21T15:00:00.125+05:30") << moment;
    QTest::newRow("west over midnight") << QByteArray("2026-11-20T23:30:00.125-10:00") << moment;
    QTest::newRow("no decimals") << QByteArray("2026-11-21T09:30:00Z")
                                 << QByteArray("2026-11-21T09:30:00.000Z");
    QTest::newRow("one decimal") << QByteArray("2026-11-21T09:30:00.1Z")
                                 << QByteArray("2026-11-21T09:30:00.100Z");
    QTest::newRow("nine decimals") << QByteArray("2026-11-21T09:30:00.125999999Z") << moment;
    QTest::newRow("leap day") << QByteArray("2024-02-29T00:00:00Z") << QByteArray("2024-02-29T00:00:00.000Z");
    QTest::newRow("leap second") << QByteArray("2016-12-31T23:59:60Z")
                                 << QByteArray("2017-01-01T00:00:00.000Z");
    QTest::newRow("before 1970") << QByteArray("1969-12-31T23:59:59.999Z")
                                 << QByteArray("1969-12-31T23:59:59.999Z");
}

void TestTimestamp::readsOffsets()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, utc);
    const std::optional<Timestamp> at = fromRfc3339(text.toStdString());
    QVERIFY(at);
    QCOMPARE(QByteArray::fromStdString(toRfc3339(*at)), utc);
}

void TestTimestamp::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"",
                             "2026",
                             "2026-11-21",
                             "2026-11-21T09:30:00",
                             "2026-11-21T09:30Z",
                             "2026-13-01T00:00:00Z",
                             "2026-00-01T00:00:00Z",
                             "2026-02-30T00:00:00Z",
                             "2025-02-29T00:00:00Z",
                             "2026-11-21T24:00:00Z",
                             "2026-11-21T09:60:00Z",
                             "2026-11-21T09:30:61Z",
                             "2026-11-21T09:30:00.Z",
                             "2026-11-21T09:30:00,5Z",
                             "2026-11-21T09:30:00+0530",
                             "2026-11-21T09:30:00+24:00",
                             "2026-11-21T09:30:00+05:60",
                             "2026-11-21T09:30:00ZZ",
                             " 2026-11-21T09:30:00Z",
                             "2026-11-21T09:30:00Z ",
                             "2026/11/21T09:30:00Z",
                             "+2026-11-21T09:30:00Z",
                             "-026-11-21T09:30:00Z",
                             "2026-1-21T09:30:00Z",
                             "26-11-21T09:30:00Z",
                             "0000-01-01T00:00:00+00:01",
                             "9999-12-31T23:59:59-00:01"})
        QTest::newRow(text) << QByteArray(text);
}

void TestTimestamp::refuses()
{
    QFETCH(const QByteArray, text);
    QVERIFY(!fromRfc3339(text.toStdString()));
}

RELEVO_TEST(TestTimestamp)
#include "tst_timestamp.moc"
