#include "support/test_main.h"

#include <domain/business_hours.h>

#include <QtCore/QTimeZone>
#include <QtTest/QtTest>

#include <random>

using namespace relevo;
using namespace relevo::domain;
using namespace std::chrono_literals;

class TestBusinessHours final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensAndCloses_data();
    void opensAndCloses();
    void nextOpening_data();
    void nextOpening();
    void countsOpenTime_data();
    void countsOpenTime();
    void neverOpen();
    void unknownTimezoneIsUtc();
    void agreesWithAWalkByMinutes_data();
    void agreesWithAWalkByMinutes();
    void addingAndMeasuringAgree();
};

namespace {

constexpr OpenSpan officeDay{9 * 60, 17 * 60};

Timestamp at(const char* text)
{
    return fromRfc3339(text).value();
}

BusinessHours office(const QString& timezone)
{
    BusinessHours hours;
    hours.timezone = timezone;
    for (std::size_t day = 0; day < 5; ++day)
        hours.days.at(day) = {officeDay};
    return hours;
}

BusinessHours everyDay(const QString& timezone, std::vector<OpenSpan> spans)
{
    BusinessHours hours;
    hours.timezone = timezone;
    hours.days.fill(spans);
    return hours;
}

const QString madrid = QStringLiteral("Europe/Madrid");
const QString newYork = QStringLiteral("America/New_York");

/// Open by asking the clock on the wall, minute by minute; knows nothing of what is tested.
bool isOpenByTheWall(const BusinessHours& hours, Timestamp moment)
{
    const QTimeZone zone(hours.timezone.toLatin1());
    const QDateTime wall = QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(), zone);
    const int minute = wall.time().hour() * 60 + wall.time().minute();
    for (const int back : {0, 1}) {
        const QDate day = wall.date().addDays(-back);
        if (hours.holidays.contains(day.toString(Qt::ISODate)))
            continue;
        for (const OpenSpan& span : hours.days.at(static_cast<std::size_t>(day.dayOfWeek() - 1))) {
            const int shown = minute + back * 24 * 60;
            if (shown >= span.from && shown < span.to)
                return true;
        }
    }
    return false;
}

} // namespace

void TestBusinessHours::opensAndCloses_data()
{
    QTest::addColumn<BusinessHours>("hours");
    QTest::addColumn<QByteArray>("moment");
    QTest::addColumn<bool>("open");
    const auto row = [](const char* name, const BusinessHours& hours, const char* moment, bool open) {
        QTest::newRow(name) << hours << QByteArray(moment) << open;
    };
    // 2026-11-23 is a Monday; Madrid is an hour ahead of UTC in winter, two in summer.
    row("before nine", office(madrid), "2026-11-23T07:59:59.999Z", false);
    row("at nine", office(madrid), "2026-11-23T08:00:00Z", true);
    row("last moment", office(madrid), "2026-11-23T15:59:59.999Z", true);
    row("at five", office(madrid), "2026-11-23T16:00:00Z", false);
    row("summer time", office(madrid), "2026-07-20T07:00:00Z", true);
    row("Sunday", office(madrid), "2026-11-22T10:00:00Z", false);
    const BusinessHours split = everyDay(madrid, {{9 * 60, 13 * 60}, {16 * 60, 20 * 60}});
    row("split shift, morning", split, "2026-11-23T11:59:00Z", true);
    row("split shift, lunch", split, "2026-11-23T12:00:00Z", false);
    row("split shift, afternoon", split, "2026-11-23T15:00:00Z", true);
    const BusinessHours night = everyDay(madrid, {{22 * 60, 30 * 60}});
    row("night, before midnight", night, "2026-11-23T22:30:00Z", true);
    row("night, after midnight", night, "2026-11-23T04:59:00Z", true);
    row("night is over", night, "2026-11-23T05:00:00Z", false);
    const BusinessHours whole = everyDay(madrid, {{0, 24 * 60}});
    row("the whole day, midnight", whole, "2026-11-22T23:00:00Z", true);
    BusinessHours holiday = office(madrid);
    holiday.holidays = {QStringLiteral("2026-11-23"), QStringLiteral("12-25")};
    row("a holiday", holiday, "2026-11-23T10:00:00Z", false);
    row("the day after it", holiday, "2026-11-24T10:00:00Z", true);
    row("a holiday of every year", holiday, "2028-12-25T10:00:00Z", false);
    BusinessHours eve = everyDay(madrid, {{22 * 60, 30 * 60}});
    eve.holidays = {QStringLiteral("2026-11-24")};
    row("what was opened on its eve goes on", eve, "2026-11-24T03:00:00Z", true);
    row("its own night stays closed", eve, "2026-11-25T01:00:00Z", false);
    // New York skips 02:00 to 03:00 on 2026-03-08 and has 01:00 to 02:00 twice on 2026-11-01.
    const BusinessHours skipped = everyDay(newYork, {{2 * 60 + 30, 9 * 60}});
    row("opens in the hour that is skipped: before the change", skipped, "2026-03-08T06:59:59.999Z", false);
    row("opens at the change", skipped, "2026-03-08T07:00:00Z", true);
    const BusinessHours twice = everyDay(newYork, {{1 * 60 + 30, 2 * 60}});
    row("the first 01:30", twice, "2026-11-01T05:30:00Z", true);
    row("between the two", twice, "2026-11-01T06:10:00Z", true);
    row("the last 01:59", twice, "2026-11-01T06:59:59Z", true);
    row("the end of it", twice, "2026-11-01T07:00:00Z", false);
}

void TestBusinessHours::opensAndCloses()
{
    QFETCH(BusinessHours, hours);
    QFETCH(QByteArray, moment);
    QFETCH(bool, open);
    QCOMPARE(isOpen(hours, at(moment.constData())), open);
}

void TestBusinessHours::nextOpening_data()
{
    QTest::addColumn<QByteArray>("moment");
    QTest::addColumn<QByteArray>("opens");
    QTest::newRow("open now") << QByteArray("2026-11-23T10:00:00.000Z")
                              << QByteArray("2026-11-23T10:00:00.000Z");
    QTest::newRow("this morning") << QByteArray("2026-11-23T03:00:00.000Z")
                                  << QByteArray("2026-11-23T08:00:00.000Z");
    QTest::newRow("tonight") << QByteArray("2026-11-23T16:00:00.000Z")
                             << QByteArray("2026-11-24T08:00:00.000Z");
    QTest::newRow("over the weekend")
        << QByteArray("2026-11-20T20:00:00.000Z") << QByteArray("2026-11-23T08:00:00.000Z");
    QTest::newRow("over the holidays")
        << QByteArray("2026-12-24T17:00:00.000Z") << QByteArray("2026-12-28T08:00:00.000Z");
    QTest::newRow("over the change to summer time")
        << QByteArray("2026-03-27T20:00:00.000Z") << QByteArray("2026-03-30T07:00:00.000Z");
}

void TestBusinessHours::nextOpening()
{
    QFETCH(QByteArray, moment);
    QFETCH(QByteArray, opens);
    BusinessHours hours = office(madrid);
    hours.holidays = {QStringLiteral("12-25")};
    QCOMPARE(domain::nextOpening(hours, at(moment.constData())), at(opens.constData()));
}

void TestBusinessHours::countsOpenTime_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<int>("minutes");
    QTest::addColumn<QByteArray>("due");
    QTest::newRow("nothing") << QByteArray("2026-11-22T10:00:00.000Z") << 0
                             << QByteArray("2026-11-22T10:00:00.000Z");
    QTest::newRow("within the day") << QByteArray("2026-11-23T10:00:00.000Z") << 30
                                    << QByteArray("2026-11-23T10:30:00.000Z");
    QTest::newRow("until closing") << QByteArray("2026-11-23T15:00:00.000Z") << 60
                                   << QByteArray("2026-11-23T16:00:00.000Z");
    QTest::newRow("over the night") << QByteArray("2026-11-23T15:50:00.000Z") << 15
                                    << QByteArray("2026-11-24T08:05:00.000Z");
    QTest::newRow("from Friday night")
        << QByteArray("2026-11-20T22:00:00.000Z") << 5 << QByteArray("2026-11-23T08:05:00.000Z");
    QTest::newRow("two days") << QByteArray("2026-11-23T08:00:00.000Z") << 16 * 60
                              << QByteArray("2026-11-24T16:00:00.000Z");
}

void TestBusinessHours::countsOpenTime()
{
    QFETCH(QByteArray, from);
    QFETCH(int, minutes);
    QFETCH(QByteArray, due);
    const BusinessHours hours = office(madrid);
    const Timestamp start = at(from.constData());
    const Timestamp end = at(due.constData());
    QCOMPARE(afterOpenTime(hours, start, std::chrono::minutes(minutes)), end);
    QCOMPARE(openTimeBetween(hours, start, end), milliseconds(std::chrono::minutes(minutes)));
}

void TestBusinessHours::neverOpen()
{
    const BusinessHours closed;
    const Timestamp now = at("2026-11-23T10:00:00Z");
    QVERIFY(!isOpen(closed, now));
    QCOMPARE(domain::nextOpening(closed, now), std::nullopt);
    QCOMPARE(afterOpenTime(closed, now, 1min), std::nullopt);
    QCOMPARE(openTimeBetween(closed, now, now + 24h * 30), 0ms);
}

void TestBusinessHours::unknownTimezoneIsUtc()
{
    QVERIFY(isTimezone(madrid));
    QVERIFY(!isTimezone(QStringLiteral("Europe/Nowhere")));
    QVERIFY(!isTimezone(QString()));
    QVERIFY(isOpen(office(QStringLiteral("Europe/Nowhere")), at("2026-11-23T09:00:00Z")));
    QVERIFY(!isOpen(office(QStringLiteral("Europe/Nowhere")), at("2026-11-23T08:30:00Z")));
}

void TestBusinessHours::agreesWithAWalkByMinutes_data()
{
    QTest::addColumn<QString>("timezone");
    QTest::addColumn<QByteArray>("from");
    // Days of the year on which the clocks change there, and one with half an hour of offset and of change.
    QTest::newRow("New York, March") << newYork << QByteArray("2026-03-06T00:00:00Z");
    QTest::newRow("New York, November") << newYork << QByteArray("2026-10-30T00:00:00Z");
    QTest::newRow("Madrid, March") << madrid << QByteArray("2026-03-27T00:00:00Z");
    QTest::newRow("Madrid, October") << madrid << QByteArray("2026-10-23T00:00:00Z");
    QTest::newRow("Lord Howe, April")
        << QStringLiteral("Australia/Lord_Howe") << QByteArray("2026-04-03T00:00:00Z");
    QTest::newRow("Lord Howe, October")
        << QStringLiteral("Australia/Lord_Howe") << QByteArray("2026-10-02T00:00:00Z");
    QTest::newRow("Kolkata") << QStringLiteral("Asia/Kolkata") << QByteArray("2026-06-01T00:00:00Z");
    QTest::newRow("Sao Paulo") << QStringLiteral("America/Sao_Paulo") << QByteArray("2026-02-20T00:00:00Z");
}

void TestBusinessHours::agreesWithAWalkByMinutes()
{
    QFETCH(QString, timezone);
    QFETCH(QByteArray, from);
    std::mt19937 random(7);
    for (int round = 0; round < 6; ++round) {
        BusinessHours hours;
        hours.timezone = timezone;
        for (std::vector<OpenSpan>& day : hours.days) {
            for (unsigned i = random() % 3; i > 0; --i) {
                // Ends and beginnings outside the hour that is shown twice, where the wall cannot tell.
                const int begin = static_cast<int>(random() % 8) * 180;
                day.push_back({begin, begin + 60 * (3 + static_cast<int>(random() % 9))});
            }
        }
        if (round % 2 == 1)
            hours.holidays = {QStringLiteral("2026-03-08"), QStringLiteral("2026-11-01"),
                              QStringLiteral("2026-10-25")};
        const Timestamp start = at(from.constData());
        milliseconds walked{0};
        for (Timestamp moment = start; moment < start + 24h * 4; moment += 5min) {
            const bool open = isOpenByTheWall(hours, moment);
            if (isOpen(hours, moment) != open)
                QFAIL(toRfc3339(moment).c_str());
            walked += open ? milliseconds(5min) : 0ms;
        }
        QCOMPARE(openTimeBetween(hours, start, start + 24h * 4), walked);
    }
}

void TestBusinessHours::addingAndMeasuringAgree()
{
    std::mt19937_64 random(3);
    const Timestamp first = at("2026-01-01T00:00:00Z");
    const BusinessHours hours = everyDay(newYork, {{9 * 60, 13 * 60}, {14 * 60, 26 * 60}});
    for (int i = 0; i < 300; ++i) {
        const Timestamp from = first + milliseconds(random() % (400ULL * 24 * 3'600'000));
        const milliseconds span(1 + random() % (72ULL * 3'600'000));
        const std::optional<Timestamp> due = afterOpenTime(hours, from, span);
        QVERIFY(due.has_value());
        QCOMPARE(openTimeBetween(hours, from, *due), span);
        QVERIFY(openTimeBetween(hours, from, *due - 1ms) < span);
    }
}

RELEVO_TEST(TestBusinessHours)
#include "tst_business_hours.moc"
