#include "support/test_main.h"

#include <assist/accepted_offer.h>

#include <QtTest/QtTest>

using namespace relevo::assist;

class TestAcceptedOffer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepted_data();
    void accepted();
    void notAccepted_data();
    void notAccepted();
};

namespace {

void rows(std::initializer_list<std::pair<const char*, const char*>> pairs)
{
    QTest::addColumn<QString>("bot");
    QTest::addColumn<QString>("customer");
    int at = 0;
    for (const auto& [bot, customer] : pairs)
        QTest::addRow("%d: %s", ++at, customer) << QString::fromUtf8(bot) << QString::fromUtf8(customer);
}

} // namespace

void TestAcceptedOffer::accepted_data()
{
    rows({{"Would you like me to connect you with a human agent?", "yes please"},
          {"Would you like to talk to a person?", "Yes"},
          {"Would you like to talk to a person?", "yeah sure"},
          {"Shall I transfer you to a colleague?", "ok"},
          {"Can I have an agent call you?", "please do"},
          {"I could not solve this. I can connect you with an agent. Would you like that?",
           "Yes, I would like that"},
          {"Do you want to speak with somebody from our team?", "👍"},
          {"I still do not know. Just say so if you would like to talk to a person.", "yes please"},
          {"Reply YES if you want to chat with an agent.", "YES"},
          {"¿Quieres que te pase con un agente?", "sí"},
          {"¿Le gustaría hablar con una persona?", "Sí, por favor"},
          {"¿Prefieres hablar con un asesor?", "claro"},
          {"¿Te paso con una compañera?", "vale, gracias"},
          {"Sigo sin saber la respuesta. Si prefieres hablar con una persona, dímelo.", "sí por favor"},
          {"Gostaria de falar com um atendente?", "sim, por favor"},
          {"Quer que eu transfira para um atendente?", "pode ser"},
          {"Posso passar para uma pessoa da equipe?", "quero sim"},
          {"Ainda não sei a resposta. Se preferir falar com uma pessoa, é só dizer.", "sim"},
          {"Should I get a colleague to help you?", "that would be great"},
          {"Would you like to talk to a person?", "I'd appreciate that"},
          {"Would you like to talk to a person?", "yes, but quickly"},
          {"Do you want me to transfer you to an agent?", "that'd be nice"},
          {"Do you want me to transfer you to an agent?", "why not"},
          {"Do you want me to transfer you to an agent?", "do it"},
          {"¿Quieres que te pase con un agente?", "me parece bien"},
          {"¿Quieres que te pase con un agente?", "estaría bien"},
          {"Quer que eu te passe para um atendente?", "seria ótimo"},
          {"Quer que eu te passe para um atendente?", "perfeito"},
          {"Reply 1 for delivery, 2 for a person.", "2"},
          {"1) Pedidos\n2) Facturas\n3) Hablar con un agente", "3"},
          {"Digite 1 para pedidos ou 2 para falar com um atendente.", "2"}});
}

void TestAcceptedOffer::accepted()
{
    QFETCH(QString, bot);
    QFETCH(QString, customer);
    QVERIFY(acceptsOfferedPerson(bot, customer));
}

void TestAcceptedOffer::notAccepted_data()
{
    rows({{"Would you like me to connect you with a human agent?", "no thanks"},
          {"Would you like me to connect you with a human agent?", "not yet"},
          {"Would you like me to connect you with a human agent?", ""},
          {"Would you like me to connect you with a human agent?",
           "yes but first where is my order 4711, it should be here"},
          {"Would you like a refund?", "yes please"},
          {"I can connect you with an agent if you want. Did that answer your question?", "yes"},
          {"Have you already spoken with an agent?", "yes"},
          {"Did an agent call you?", "yes"},
          {"Would you like to add a person to the booking?", "yes"},
          {"Just say so if you would like to talk to a person.", "ok thanks"},
          {"Our agents are here from nine to five.", "ok"},
          {"¿Ya hablaste con un agente?", "sí"},
          {"¿Quieres el reembolso en la tarjeta?", "sí, por favor"},
          {"¿Quieres que te pase con un agente?", "no, gracias"},
          {"También puedes pedir hablar con una persona. ¿Puedes decirlo con otras palabras?", "sí"},
          {"Gostaria de falar com um atendente?", "não, obrigado"},
          {"Você já falou com um atendente?", "sim"},
          {"O pedido chegou?", "sim"},
          {"Reply 1 for delivery, 2 for a person.", "1"},
          {"Is the table for 2 people or 4 people?", "2"},
          {"For how many? 1 person, 2 people or more?", "1"},
          {"¿Para cuántas personas? 1 persona, 2 personas", "1"},
          {"Para quantas? 1 pessoa, 2 pessoas ou mais", "1"},
          {"1 for a table for our team dinner, 2 for delivery", "1"},
          {"Envío 1: lo recibe otra persona. 2: lo recojo yo", "1"},
          {"Would you like to talk to a person or try again?", "try again"},
          {"Do you want me to transfer you to an agent?", "why"},
          {"¿Quieres que te pase con un agente?", "ahora no"},
          {"How many?", "2"}});
}

void TestAcceptedOffer::notAccepted()
{
    QFETCH(QString, bot);
    QFETCH(QString, customer);
    QVERIFY(!acceptsOfferedPerson(bot, customer));
}

RELEVO_TEST(TestAcceptedOffer)
#include "tst_acceptedoffer.moc"
