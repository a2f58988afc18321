#include "support/test_main.h"

#include <assist/failure.h>
#include <assist/triggers.h>

#include <QtCore/QRandomGenerator>
#include <QtTest/QtTest>

#include <array>

using namespace relevo::assist;

class TestFailure final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void botAdmits_data();
    void botAdmits();
    void botDoesNotAdmit_data();
    void botDoesNotAdmit();
    void saysItAgain_data();
    void saysItAgain();
    void saysSomethingElse_data();
    void saysSomethingElse();
    void sayingNothingIsNoRepetition_data();
    void sayingNothingIsNoRepetition();
    void samenessIsSymmetricAndBounded();
    void samenessOfEqualTextsIsOne();
    void samenessSurvivesAnyOrder();
    void longTextsAreCheap();
    void whatIsToBeKeptIsNoComplaint_data();
    void whatIsToBeKeptIsNoComplaint();
};

namespace {

QString textOf(const char16_t* text)
{
    return QStringView(text).toString();
}

void textRows(std::initializer_list<const char16_t*> texts)
{
    QTest::addColumn<QString>("text");
    for (const char16_t* text : texts)
        QTest::newRow(qPrintable(textOf(text))) << textOf(text);
}

void pairRows(std::initializer_list<std::array<const char16_t*, 2>> pairs)
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    for (const auto& [a, b] : pairs)
        QTest::newRow(qPrintable(textOf(a) + QStringLiteral(" / ") + textOf(b))) << textOf(a) << textOf(b);
}

const std::array<const char16_t*, 8> matters{
    u"where is my order 4711",       u"the lamp is broken and I want a refund",
    u"no puedo entrar en mi cuenta", u"me cobraron dos veces la factura",
    u"minha encomenda não chegou",   u"quero trocar o tamanho da camisa",
    u"WHERE IS MY REFUND???",        u"cancel the subscription today"};

} // namespace

void TestFailure::whatIsToBeKeptIsNoComplaint_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("complains");
    const auto row = [](const char16_t* text, bool complains) {
        QTest::newRow(qPrintable(textOf(text))) << textOf(text) << complains;
    };
    row(u"no, keep it", false);
    row(u"no keep", false);
    row(u"no, keep the order", false);
    row(u"no, you keep asking the same", true);
    row(u"no, same thing", true);
}

void TestFailure::whatIsToBeKeptIsNoComplaint()
{
    QFETCH(const QString, text);
    QTEST(Triggers(relevo::domain::Settings{}).find(text, {}).has_value(), "complains");
}

void TestFailure::botAdmits_data()
{
    textRows({u"I'm sorry, I didn't understand.",
              u"Sorry, I didn't quite get that.",
              u"I did not catch that, try again?",
              u"I'm not sure I understand.",
              u"Could you rephrase your question?",
              u"Can you say that in a different way?",
              u"I couldn't understand your message",
              u"I am unable to understand your request.",
              u"Sorry, I don't have an answer to that.",
              u"I can't help with that yet",
              u"I'm still learning.",
              u"I'm not sure what you mean.",
              u"Sorry! I do not know how to help with this.",
              u"Lo siento, no entendí tu mensaje.",
              u"No te entiendo, ¿puedes reformular la pregunta?",
              u"Disculpa, no he entendido",
              u"Perdona, no logré entender lo que dices",
              u"No tengo una respuesta para eso.",
              u"¿Podrías decirlo con otras palabras?",
              u"Todavía estoy aprendiendo",
              u"¿Puedes explicarlo de otra manera?",
              u"Desculpe, não entendi.",
              u"Não consegui entender sua mensagem",
              u"Pode reformular a pergunta?",
              u"Não tenho uma resposta para isso",
              u"Você pode dizer com outras palavras?",
              u"Ainda estou aprendendo",
              u"Não sei como ajudar com isso, desculpe"});
}

void TestFailure::botAdmits()
{
    QFETCH(const QString, text);
    QVERIFY(admitsFailure(text));
}

void TestFailure::botDoesNotAdmit_data()
{
    textRows({u"",
              u"I'm sorry for the delay.",
              u"I understand your frustration.",
              u"I understand that it has not arrived.",
              u"Sorry about that! Your parcel arrives tomorrow.",
              u"We did not get your payment yet.",
              u"You will get an answer by Friday.",
              u"If you do not understand the form, I can explain it.",
              u"In other words, you have 30 days.",
              u"I don't understand why it was late, I will ask the depot.",
              u"There is no charge for returns.",
              u"Could you repeat your order number?",
              u"There is another way to pay.",
              u"Could you clarify which colour you want?",
              u"Lamento la demora, entiendo tu frustración.",
              u"Entiendo que no ha llegado.",
              u"No hay problema, lo cambio.",
              u"¿Me repites el número de pedido?",
              u"No se preocupe, le ayudo con eso.",
              u"Sinto muito pelo atraso.",
              u"Entendo a sua frustração.",
              u"Entendi, o pacote não chegou.",
              u"Não se preocupe, vou ajudar com isso.",
              u"Há outra forma de pagar."});
}

void TestFailure::botDoesNotAdmit()
{
    QFETCH(const QString, text);
    QVERIFY(!admitsFailure(text));
}

void TestFailure::saysItAgain_data()
{
    pairRows({{u"Where is my order?", u"my order, where is it"},
              {u"where is my parcel 4711", u"I asked where my package is"},
              {u"I want a refund", u"give me my money back"},
              {u"My lamp does not work", u"the lamp is broken"},
              {u"I was charged twice", u"you charged my card twice!!"},
              {u"I need to reset my pasword", u"how do I reset the password"},
              {u"has not arrived", u"it still hasn't arrived, where is it"},
              {u"can I talk to a human", u"HUMAN. TALK. NOW."},
              {u"cancel my subscription please", u"I told you: cancel the subcription"},
              {u"¿dónde está mi pedido?", u"ya dije, donde esta mi paquete"},
              {u"no puedo entrar en mi cuenta", u"sigo sin poder entrar a la cuenta"},
              {u"me cobraron dos veces", u"hola, cobraron doble"},
              {u"quiero un reembolso", u"quiero mi reembolso ya"},
              {u"onde está meu pedido", u"cadê meu pacote"},
              {u"minha encomenda não chegou", u"ainda não chegou a encomenda"},
              {u"quero trocar o tamanho", u"como troco de tamanho?"},
              {u"o aplicativo não funciona", u"não funciona esse aplicativo aí"}});
}

void TestFailure::saysItAgain()
{
    QFETCH(const QString, a);
    QFETCH(const QString, b);
    const double same = sameness(a, b);
    QVERIFY2(same >= sameAgain, qPrintable(QString::number(same)));
}

void TestFailure::saysSomethingElse_data()
{
    pairRows({{u"Where is my order?", u"I want to change my address"},
              {u"the lamp is broken", u"the lamp works now"},
              {u"it does not work", u"it works"},
              {u"where is my order", u"where is your shop in Leeds"},
              {u"do you have it in blue", u"do you have a size larger"},
              {u"I want a refund", u"I want an invoice"},
              {u"¿dónde está mi pedido?", u"quiero cambiar la dirección"},
              {u"no funciona la lámpara", u"ya funciona, gracias"},
              {u"quero um reembolso", u"quero falar com um atendente"},
              {u"minha encomenda não chegou", u"a encomenda chegou hoje, obrigada"},
              {u"order 4711", u"the invoice of order 4711 is wrong"}});
}

void TestFailure::saysSomethingElse()
{
    QFETCH(const QString, a);
    QFETCH(const QString, b);
    const double same = sameness(a, b);
    QVERIFY2(same < sameAgain, qPrintable(QString::number(same)));
}

void TestFailure::sayingNothingIsNoRepetition_data()
{
    textRows({u"",
              u"   ",
              u"hello",
              u"Hi there!",
              u"ok",
              u"yes",
              u"yes please",
              u"no",
              u"no thanks",
              u"thank you",
              u"4711-12",
              u"406-1234567-8901234",
              u"hola buenas tardes",
              u"sí",
              u"muchas gracias",
              u"oi, bom dia",
              u"não",
              u"obrigada",
              u"???",
              u"👍"});
}

void TestFailure::sayingNothingIsNoRepetition()
{
    QFETCH(const QString, text);
    QCOMPARE(sameness(text, text), 0.0);
}

void TestFailure::samenessIsSymmetricAndBounded()
{
    for (const char16_t* a : matters) {
        for (const char16_t* b : matters) {
            const double same = sameness(textOf(a), textOf(b));
            QCOMPARE(same, sameness(textOf(b), textOf(a)));
            QVERIFY(same >= 0.0 && same <= 1.0);
        }
    }
}

void TestFailure::samenessOfEqualTextsIsOne()
{
    for (const char16_t* text : matters) {
        QCOMPARE(sameness(textOf(text), textOf(text)), 1.0);
        QCOMPARE(sameness(textOf(text), textOf(text).toUpper() + QStringLiteral("!!!")), 1.0);
    }
}

void TestFailure::samenessSurvivesAnyOrder()
{
    QRandomGenerator random(4711);
    const QString text = QStringLiteral("charged twice card refund shirt subscription invoice");
    QStringList words = text.split(u' ');
    for (int round = 0; round < 50; ++round) {
        std::shuffle(words.begin(), words.end(), random);
        QCOMPARE(sameness(text, words.join(u' ')), 1.0);
    }
}

void TestFailure::longTextsAreCheap()
{
    QString text;
    for (int i = 0; i < 20'000; ++i)
        text += QStringLiteral("reservation%1a ").arg(i);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(sameness(text, text + u'x') > 0.9);
    QVERIFY(!admitsFailure(text));
    // Far above what it takes; a comparison of each word with each would take minutes.
    QVERIFY(timer.elapsed() < 2'000);
}

RELEVO_TEST(TestFailure)
#include "tst_failure.moc"
