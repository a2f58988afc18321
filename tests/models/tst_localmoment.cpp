#include "support/test_main.h"

#include <models/local_moment.h>

#include <QtTest/QtTest>

#include <ctime>

using namespace relevo;

/// Every hour of years as the system has it, on the days when clocks are changed too.
class tst_LocalMoment final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        qunsetenv("TZ");
        ::tzset();
    }

    void asTheSystemHasIt_data()
    {
        QTest::addColumn<QByteArray>("zone");
        for (const char* zone : {"Europe/Madrid", "America/Sao_Paulo", "Asia/Kolkata", "Antarctica/Troll",
                                 "Australia/Lord_Howe", "UTC"})
            QTest::newRow(zone) << QByteArray(zone);
    }

    void asTheSystemHasIt()
    {
        QFETCH(const QByteArray, zone);
        qputenv("TZ", zone);
        ::tzset();
        models::LocalDays days;
        const QDateTime from(QDate(2018, 1, 1), QTime(0, 0), Qt::UTC);
        for (qint64 hour = 0; hour < 3LL * 365 * 24; ++hour) {
            const QDateTime moment = from.addSecs(hour * 3'600 + 59).addMSecs(123);
            const models::LocalMoment here = days.at(Timestamp(milliseconds(moment.toMSecsSinceEpoch())));
            const QDateTime there = moment.toLocalTime();
            if (here.date != there.date() || here.time != there.time())
                QFAIL(qPrintable(moment.toString(Qt::ISODate)));
        }
    }

    void backAndForth()
    {
        models::LocalDays days;
        const QDateTime noon(QDate(2026, 11, 21), QTime(12, 0));
        for (const int day : {0, 1, 0, -1, 400, 0}) {
            const QDateTime moment = noon.addDays(day);
            QCOMPARE(days.at(Timestamp(milliseconds(moment.toMSecsSinceEpoch()))).date, moment.date());
        }
    }
};

RELEVO_TEST(tst_LocalMoment)
#include "tst_localmoment.moc"
