#include <assist/sentiment.h>

#include <QtTest/QtTest>

using namespace relevo::assist;

class TestSentiment final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void labels_data();
    void labels();
    void scoreStaysInItsRange();
    void shoutingCountsMore();
};

void TestSentiment::labels_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("label");
    const auto row = [](const char16_t* text, const char* label) {
        const QString line = QStringView(text).toString();
        QTest::newRow(qPrintable(line)) << line << QString::fromLatin1(label);
    };
    row(u"This is ridiculous and unacceptable, your service is useless", "frustrated");
    row(u"ES INACEPTABLE!!! SON UNOS INCOMPETENTES", "frustrated");
    row(u"que absurdo, péssimo atendimento", "frustrated");
    row(u"where is my order", "neutral");
    row(u"¿dónde está mi pedido?", "neutral");
    row(u"onde está meu pedido", "neutral");
    row(u"AB-1234-CD", "neutral");
    row(u"", "neutral");
    row(u"great, thank you", "happy");
    row(u"muchas gracias, excelente", "happy");
    row(u"perfeito, obrigada", "happy");
}

void TestSentiment::labels()
{
    QFETCH(const QString, text);
    QFETCH(const QString, label);
    QCOMPARE(sentimentOf(text).label, label);
}

void TestSentiment::scoreStaysInItsRange()
{
    for (const char16_t* text :
         {u"", u"!!!!!!!!!!!!!!!!!!!!!!!", u"worst worst worst worst worst worst scam fraud!!!!!",
          u"thanks thanks thanks thanks thanks", u"WORST SCAM EVER, THANKS FOR NOTHING!!!"}) {
        const Sentiment sentiment = sentimentOf(QStringView(text).toString());
        QVERIFY(sentiment.score >= 0.0 && sentiment.score <= 1.0);
        QCOMPARE(sentiment.label == QLatin1String("frustrated"), sentiment.score >= 0.5);
    }
}

void TestSentiment::shoutingCountsMore()
{
    const double calm = sentimentOf(QStringLiteral("this is a terrible service")).score;
    QVERIFY(sentimentOf(QStringLiteral("THIS IS A TERRIBLE SERVICE")).score > calm);
    QVERIFY(sentimentOf(QStringLiteral("this is a terrible service!!!")).score > calm);
    // Shouting alone is no frustration: some people always write so.
    QVERIFY(sentimentOf(QStringLiteral("WHERE IS MY ORDER PLEASE!!!")).label != QLatin1String("frustrated"));
}

QTEST_APPLESS_MAIN(TestSentiment)
#include "tst_sentiment.moc"
