#include "support/test_main.h"

#include <domain/moment.h>

#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::domain;

class TestMoment final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inWords_data();
    void inWords();
    void spans();
};

void TestMoment::inWords_data()
{
    QTest::addColumn<QByteArray>("now");
    QTest::addColumn<QByteArray>("at");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* now, const char* at, const char* zone, const char* language,
                        const char* words) {
        QTest::newRow(words) << QByteArray(now) << QByteArray(at) << QString::fromLatin1(zone)
                             << QString::fromLatin1(language) << QString::fromUtf8(words);
    };
    // 2026-11-21 is a Saturday; it is still Friday in Sao Paulo at 02:30 UTC.
    row("2026-11-21T02:30:00Z", "2026-11-21T12:00:00Z", "America/Sao_Paulo", "en",
        "tomorrow at 09:00 (Sao Paulo time)");
    row("2026-11-21T03:30:00Z", "2026-11-21T12:00:00Z", "America/Sao_Paulo", "pt",
        "hoje às 09:00 (horário de Sao Paulo)");
    row("2026-11-21T17:00:00Z", "2026-11-23T08:00:00Z", "Europe/Madrid", "es",
        "el lunes a las 09:00 (hora de Madrid)");
    row("2026-11-21T17:00:00Z", "2026-11-22T12:00:00Z", "America/Sao_Paulo", "pt",
        "amanhã às 09:00 (horário de Sao Paulo)");
    row("2026-11-21T17:00:00Z", "2026-11-27T12:00:00Z", "America/Sao_Paulo", "pt",
        "na sexta-feira às 09:00 (horário de Sao Paulo)");
    // The same day of the next week is no longer "on Saturday".
    row("2026-11-21T17:00:00Z", "2026-11-28T09:30:00Z", "UTC", "en", "on 28 November at 09:30 (UTC)");
    row("2026-12-24T17:00:00Z", "2027-01-07T09:00:00Z", "Nowhere/Atlantis", "es",
        "el 7 de enero a las 09:00 (UTC)");
    row("2026-11-21T17:00:00Z", "2026-11-22T01:05:00Z", "Etc/UTC", "pt", "amanhã à 01:05 (UTC)");
    row("2026-11-21T17:00:00Z", "2026-11-22T01:00:00Z", "Etc/UTC", "es", "mañana a la 01:00 (UTC)");
    // The clocks went back in the night before.
    row("2026-10-24T21:30:00Z", "2026-10-25T08:00:00Z", "Europe/Madrid", "en",
        "tomorrow at 09:00 (Madrid time)");
}

void TestMoment::inWords()
{
    QFETCH(QByteArray, now);
    QFETCH(QByteArray, at);
    QFETCH(QString, zone);
    QFETCH(QString, language);
    QFETCH(QString, words);
    const auto moment = [](const QByteArray& text) {
        return fromRfc3339(text.toStdString()).value();
    };
    QCOMPARE(momentInWords(moment(at), moment(now), zone, language), words);
}

void TestMoment::spans()
{
    QCOMPARE(spanInWords(1, {}), QStringLiteral("1 minute"));
    QCOMPARE(spanInWords(90, QStringLiteral("es")), QStringLiteral("90 minutos"));
    QCOMPARE(spanInWords(121, QStringLiteral("pt")), QStringLiteral("3 horas"));
    QCOMPARE(spanInWords(48 * 60, QStringLiteral("en")), QStringLiteral("2 days"));
}

RELEVO_TEST(TestMoment)
#include "tst_moment.moc"
