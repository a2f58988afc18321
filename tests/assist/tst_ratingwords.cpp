#include "support/test_main.h"

#include <assist/rating_words.h>

#include <QtTest/QtTest>

using namespace relevo;

/// What counts as a rating when one was asked for, and what a customer may say instead.
class TestRatingWords final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rates_data();
    void rates();
    void doesNot_data();
    void doesNot();
};

void TestRatingWords::rates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("score");
    const auto row = [](const char* text, int score) {
        QTest::newRow(text) << QString::fromUtf8(text) << score;
    };
    row("1", 1);
    row("5", 5);
    row(" 3. ", 3);
    row("\"4\"", 4);
    row("5!!!", 5);
    row("#2", 2);
    row("5/5", 5);
    row("4 / 5", 4);
    row("4 out of 5", 4);
    row("4 of five stars", 4);
    row("3 stars", 3);
    row("3 stars out of 5", 3);
    row("Five", 5);
    row("a 4", 4);
    row("I give it a 4", 4);
    row("one star", 1);
    row("5, thank you very much!", 5);
    row("Thanks! 5", 5);
    row("Cuatro", 4);
    row("un cinco", 5);
    row("5 de 5", 5);
    row("4 sobre 5", 4);
    row("Le doy un 3", 3);
    row("una estrella", 1);
    row("tres estrellas, gracias", 3);
    row("quatro", 4);
    row("TRÊS", 3);
    row("nota 5", 5);
    row("dou nota 4", 4);
    row("uma estrela", 1);
    row("4 em 5", 4);
    row("5, muito obrigado", 5);
    row("duas estrelas", 2);
    row("⭐", 1);
    row("⭐⭐⭐⭐⭐", 5);
    row("⭐️⭐️⭐️", 3);
    row("★★★★☆", 4);
    row("🌟🌟 gracias", 2);
    row("5 ⭐", 5);
    row("4⭐⭐⭐⭐", 4);
    row("5️⃣", 5);
    row("5 👍🏽", 5);
    row("5 👩‍💻", 5);
    QTest::newRow("half a picture") << QString(QChar(0xd83d)) + u'5' << 5;
}

void TestRatingWords::rates()
{
    QFETCH(const QString, text);
    QFETCH(const int, score);
    QCOMPARE(assist::ratingIn(text).value_or(0), score);
}

void TestRatingWords::doesNot_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"",
                             " ",
                             "0",
                             "6",
                             "10",
                             "55",
                             "-5",
                             "+5",
                             "5?",
                             "4.5",
                             "4,5",
                             "5:30",
                             "5/10",
                             "3/4",
                             "5/5/2026",
                             "$5",
                             "5€",
                             "5%",
                             "5 minutes",
                             "5 minutos",
                             "4 5",
                             "1 a 5",
                             "1-5",
                             "from 1 to 5",
                             "not a 5",
                             "5 but it took too long",
                             "two of them are broken",
                             "I have 2 orders",
                             "um",
                             "Um...",
                             "un",
                             "one of them",
                             "stars",
                             "thanks",
                             "very good",
                             "muito bom",
                             "⭐⭐⭐⭐⭐⭐",
                             "★★☆",
                             "☆☆☆☆☆",
                             "5 ⭐⭐",
                             "👍",
                             "5 of",
                             "order 5",
                             "<b>5</b>",
                             "http://5"})
        QTest::newRow(text) << QString::fromUtf8(text);
    QTest::newRow("long") << QString(100'000, u'5');
    QTest::newRow("nul") << QStringLiteral("5") + QChar(0) + QStringLiteral("5");
}

void TestRatingWords::doesNot()
{
    QFETCH(const QString, text);
    QCOMPARE(assist::ratingIn(text), std::optional<int>());
}

RELEVO_TEST(TestRatingWords)
#include "tst_ratingwords.moc"
