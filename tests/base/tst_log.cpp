#include "support/test_main.h"

#include <base/ids.h>
#include <base/log.h>

#include <QtTest/QtTest>

using namespace relevo;

class TestLog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void masks_data();
    void masks();
    void keeps_data();
    void keeps();
    void keepsEveryUuid();
    void lineCarriesItsFields();
};

void TestLog::masks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("secret");
    const auto row = [](const char* name, const char16_t* before, const char16_t* secret,
                        const char16_t* after) {
        const QString hidden = QStringView(secret).toString();
        QTest::newRow(name) << QStringView(before).toString() + hidden + QStringView(after).toString()
                            << hidden;
    };
    row("e-mail", u"login of ", u"ana.perez+test@mail.example.com", u" failed");
    row("e-mail in brackets", u"<", u"a@b.co", u">");
    row("e-mail of another script", u"de ", u"josé@correo.ejemplo.es", u"");
    row("international phone", u"called ", u"+34 600 123 456", u".");
    row("american phone", u"called (", u"555) 123-4567", u" twice");
    row("bare phone", u"phone ", u"5512345678", u"");
    row("bearer", u"Authorization: Bearer ", u"abc.def-123", u"");
    row("token", u"token ", u"q83vEiM0RVZneImaq7zN3u8BI0VniavN7w", u" expired");
    row("hex key", u"key=", u"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", u"");
}

void TestLog::masks()
{
    QFETCH(const QString, text);
    QFETCH(const QString, secret);
    const QString shown = redacted(text);
    QVERIFY2(!shown.contains(secret), qPrintable(shown));
    QVERIFY2(shown.contains(QLatin1String("[redacted]")), qPrintable(shown));
}

void TestLog::keeps_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"", "handoff claimed", "seq 12345 of 99999", "127.0.0.1:8080 closed with 1001",
                             "took 1532 ms", "event 2026-11-21T09:30:00.125Z", "version 1.2.3",
                             "0194f2c8-7c1a-7e32-9b6d-3f0a1c2d4e5f", "01940123-7123-7123-8123-012345678901"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestLog::keeps()
{
    QFETCH(const QString, text);
    QCOMPARE(redacted(text), text);
}

void TestLog::keepsEveryUuid()
{
    const SystemClock clock;
    UuidV7Source source(clock);
    for (int i = 0; i < 5'000; ++i) {
        const QString text =
            QStringLiteral("handoff %1 claimed").arg(QString::fromStdString(uuidText(source.next())));
        QCOMPARE(redacted(text), text);
    }
}

void TestLog::lineCarriesItsFields()
{
    const QString line = logLine(u"claimed", {{u"seq", QStringLiteral("7")}, {u"empty", QString()}});
    QVERIFY(line.startsWith(QLatin1String("claimed")));
    const QStringList parts = line.split(QChar(0x1f));
    QCOMPARE(parts, QStringList({QStringLiteral("claimed"), QStringLiteral("seq"), QStringLiteral("7"),
                                 QStringLiteral("empty"), QString()}));
}

RELEVO_TEST(TestLog)
#include "tst_log.moc"
