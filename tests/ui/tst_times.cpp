#include "support/test_main.h"

#include <ui/widgets/paint.h>
#include <ui/widgets/times.h>

#include <QtTest/QtTest>

using namespace relevo;

class tst_Times final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spans()
    {
        QCOMPARE(ui::shortSpan(0), QStringLiteral("0:00"));
        QCOMPARE(ui::shortSpan(42), QStringLiteral("0:42"));
        QCOMPARE(ui::shortSpan(425), QStringLiteral("7:05"));
        QCOMPARE(ui::shortSpan(3'900), QStringLiteral("1 h 05 min"));
        QCOMPARE(ui::shortSpan(273'600), QStringLiteral("3 d 4 h"));
    }

    void rules()
    {
        QCOMPARE(ui::minutesText(0), QStringLiteral("0 min"));
        QCOMPARE(ui::minutesText(45), QStringLiteral("45 min"));
        QCOMPARE(ui::minutesText(90), QStringLiteral("1 h 30 min"));
        QCOMPARE(ui::minutesText(240), QStringLiteral("4 h"));
        QCOMPARE(ui::minutesText(1'500), QStringLiteral("25 h"));
        QCOMPARE(ui::minutesText(2'880), QStringLiteral("2 d"));
    }

    void due()
    {
        QCOMPARE(ui::dueText(200), QStringLiteral("due in 3 min"));
        QCOMPARE(ui::dueText(30), QStringLiteral("due in 30 s"));
        QCOMPARE(ui::dueText(-240), QStringLiteral("4 min late"));
        QCOMPARE(ui::spokenDue(200), QStringLiteral("answer due in ") + ui::spokenSpan(200));
        QCOMPARE(ui::spokenDue(-240), QStringLiteral("answer %1 late").arg(ui::spokenSpan(240)));
    }

    void clockHasNoSeconds()
    {
        const QDateTime at(QDate(2026, 11, 21), QTime(9, 5, 33));
        for (const char* name : {"C", "en_US", "es_ES", "pt_BR", "de_DE", "fi_FI"}) {
            QLocale::setDefault(QLocale(QString::fromLatin1(name)));
            QVERIFY2(!ui::clockText(at).contains(QStringLiteral("33")), name);
        }
        QLocale::setDefault(QLocale::c());
    }

    void days()
    {
        const QDate today(2026, 11, 21);
        QCOMPARE(ui::dayText(today, today), QStringLiteral("Today"));
        QCOMPARE(ui::dayText(today.addDays(-1), today), QStringLiteral("Yesterday"));
        QCOMPARE(ui::dayText(QDate(2026, 11, 16), today), QStringLiteral("Monday, 16 November"));
        QVERIFY(ui::dayText(QDate(2025, 11, 16), today).contains(QStringLiteral("2025")));
    }

    void initials_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("letters");
        QTest::newRow("two") << QStringLiteral("Mariana Souza") << QStringLiteral("MS");
        QTest::newRow("one") << QStringLiteral("ana") << QStringLiteral("A");
        QTest::newRow("many") << QStringLiteral("Juan de la Cruz") << QStringLiteral("JC");
        QTest::newRow("spaces") << QStringLiteral("  ") << QString();
        QTest::newRow("surrogates") << QString::fromUtf8("🙂 Bob") << QString::fromUtf8("🙂B");
    }

    void initials()
    {
        QFETCH(QString, name);
        QFETCH(QString, letters);
        QCOMPARE(ui::initials(name), letters);
    }
};

RELEVO_TEST(tst_Times)
#include "tst_times.moc"
