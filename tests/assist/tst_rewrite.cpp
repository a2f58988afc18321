#include "support/test_main.h"

#include <assist/rewrite.h>

#include <QtTest/QtTest>

using namespace relevo::assist;
using Manner = RewriteRequest::Manner;

/// What can honestly be done to a draft without a language model.
class TestRewrite final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shorter_data();
    void shorter();
    void friendlier_data();
    void friendlier();
    void theRestNeedsAModel();
    void hostileTexts();
};

void TestRewrite::shorter_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("brief");
    QTest::newRow("en")
        << QStringLiteral("Thank you for contacting us. I would like to inform you that your order 4711 is "
                          "on its way. Please do not hesitate to contact us in order to learn more!")
        << QStringLiteral("Your order 4711 is on its way.");
    QTest::newRow("es")
        << QStringLiteral(
               "Gracias por escribirnos. Le informo de que su pedido llega el viernes debido a que "
               "hubo nieve. No dude en contactarnos.")
        << QStringLiteral("Su pedido llega el viernes porque hubo nieve.");
    QTest::newRow("pt")
        << QStringLiteral("Obrigada pelo contato! Gostaria de informar que o reembolso saiu hoje. Caso tenha "
                          "alguma dúvida, estamos aqui.")
        << QStringLiteral("O reembolso saiu hoje.");
    QTest::newRow("nothing to leave out") << QStringLiteral("Your parcel comes on Friday.") << QString();
    QTest::newRow("nothing but politeness") << QStringLiteral("Thank you for your patience.") << QString();
}

void TestRewrite::shorter()
{
    QFETCH(const QString, text);
    QFETCH(const QString, brief);
    QCOMPARE(rewriteByRule({text, Manner::Shorter}).value_or(QString()), brief);
}

void TestRewrite::friendlier_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("friendly");
    QTest::newRow("en") << QStringLiteral("the refund was sent today")
                        << QStringLiteral(
                               "Hi! The refund was sent today. I am here if you need anything else.");
    QTest::newRow("es") << QStringLiteral("Hola, Eva: el pedido llega mañana.")
                        << QStringLiteral(
                               "Hola, Eva: el pedido llega mañana. Aquí estoy si necesitas algo más.");
    QTest::newRow("pt") << QStringLiteral("Seu pedido saiu hoje. Obrigado!")
                        << QStringLiteral("Olá! Seu pedido saiu hoje. Obrigado!");
    QTest::newRow("friendly enough") << QStringLiteral("Hello Eva, it is on its way. Thank you!")
                                     << QString();
}

void TestRewrite::friendlier()
{
    QFETCH(const QString, text);
    QFETCH(const QString, friendly);
    QCOMPARE(rewriteByRule({text, Manner::Friendlier}).value_or(QString()), friendly);
}

void TestRewrite::theRestNeedsAModel()
{
    QVERIFY(!rewriteByRule({QStringLiteral("Hello there, your order is late."), Manner::Formal}));
    QVERIFY(!rewriteByRule(
        {QStringLiteral("Hello there, your order is late."), Manner::Translated, QStringLiteral("es")}));
}

void TestRewrite::hostileTexts()
{
    for (const QString& text :
         {QString(), QStringLiteral(" \n "), QStringLiteral("...!?"), QStringLiteral("really "),
          QStringLiteral("a. ").repeated(2'700), QStringLiteral("if you have any ").repeated(500),
          QStringLiteral("\U0001F600\U0001F600 "), QString(QChar(0xD800))}) {
        for (const Manner manner : {Manner::Shorter, Manner::Friendlier}) {
            QElapsedTimer timer;
            timer.start();
            const auto rewritten = rewriteByRule({text, manner});
            QVERIFY(!rewritten || !rewritten->isEmpty());
            QVERIFY2(timer.elapsed() < 500, qPrintable(text.left(20)));
        }
    }
}

RELEVO_TEST(TestRewrite)
#include "tst_rewrite.moc"
