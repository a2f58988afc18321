#include "support/test_main.h"

#include <models/choices.h>
#include <models/snooze_choices.h>

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>

using namespace relevo::models;

class tst_SnoozeChoices final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatPeopleType_data();
    void readsWhatPeopleType();
    void refusesWhatIsNoTime_data();
    void refusesWhatIsNoTime();
    void offersTheUsual();
    void offersWhatIsTyped();

private:
    // A Saturday.
    const QDateTime m_now{QDate(2026, 11, 21), QTime(14, 40)};
};

void tst_SnoozeChoices::readsWhatPeopleType_data()
{
    QTest::addColumn<QDateTime>("expected");
    const auto today = [this](int hour, int minute) {
        return QDateTime(m_now.date(), QTime(hour, minute));
    };
    QTest::newRow("45") << today(15, 25);
    QTest::newRow(" 45 min ") << today(15, 25);
    QTest::newRow("45m") << today(15, 25);
    QTest::newRow("5 minutos") << today(14, 45);
    QTest::newRow("2 h") << today(16, 40);
    QTest::newRow("2h30") << today(17, 10);
    QTest::newRow("2h 5m") << today(16, 45);
    QTest::newRow("1 hora") << today(15, 40);
    QTest::newRow("3 days") << m_now.addDays(3);
    QTest::newRow("3 Días") << m_now.addDays(3);
    QTest::newRow("31d") << m_now.addDays(31);
    QTest::newRow("17:30") << today(17, 30);
    QTest::newRow("17.30") << today(17, 30);
    QTest::newRow("5:15 pm") << today(17, 15);
    QTest::newRow("5pm") << today(17, 0);
    QTest::newRow("12 am") << today(0, 0).addDays(1);
    QTest::newRow("12pm") << today(12, 0).addDays(1);
    QTest::newRow("9:00") << today(9, 0).addDays(1);
    QTest::newRow("14:40") << today(14, 40).addDays(1);
}

void tst_SnoozeChoices::readsWhatPeopleType()
{
    QFETCH(QDateTime, expected);
    QCOMPARE(parseSnooze(QString::fromUtf8(QTest::currentDataTag()), m_now), std::optional(expected));
}

void tst_SnoozeChoices::refusesWhatIsNoTime_data()
{
    QTest::addColumn<QString>("typed");
    for (const char* typed : {"", "soon", "0", "0 h", "25:00", "12:60", "13 pm", "0am", "32 d", "1730",
                              "99999 h", "-5", "5 x", "1:2", "::", "h", "2d 5"})
        QTest::newRow(typed) << QString::fromLatin1(typed);
}

void tst_SnoozeChoices::refusesWhatIsNoTime()
{
    QFETCH(QString, typed);
    QVERIFY(!parseSnooze(typed, m_now));
}

void tst_SnoozeChoices::offersTheUsual()
{
    SnoozeChoices choices(m_now);
    const QAbstractItemModelTester tester(&choices, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(choices.rowCount(), 7);
    QCOMPARE(choices.minutesAt(0), 5);
    QCOMPARE(choices.minutesAt(2), 30);
    QCOMPARE(choices.minutesAt(5), 18 * 60 + 20); // tomorrow morning
    QCOMPARE(choices.minutesAt(6), 42 * 60 + 20); // Monday morning
    QVERIFY(!choices.index(0).data(choice::TrailingRole).toString().isEmpty());
    // On a Sunday tomorrow is Monday.
    QCOMPARE(SnoozeChoices(m_now.addDays(1)).rowCount(), 6);
}

void tst_SnoozeChoices::offersWhatIsTyped()
{
    SnoozeChoices choices(m_now);
    const QAbstractItemModelTester tester(&choices, QAbstractItemModelTester::FailureReportingMode::QtTest);
    choices.setTyped(QStringLiteral("17:30"), m_now.addSecs(30));
    QCOMPARE(choices.rowCount(), 1);
    QCOMPARE(choices.minutesAt(0), 170); // the half minute counts as a whole one
    choices.setTyped(QStringLiteral("soon"), m_now);
    QCOMPARE(choices.rowCount(), 0);
    choices.setTyped({}, m_now);
    QCOMPARE(choices.rowCount(), 7);
}

RELEVO_TEST(tst_SnoozeChoices)
#include "tst_snoozechoices.moc"
