#include "support/test_main.h"

#include <assist/acts.h>

#include <QtTest/QtTest>

using namespace relevo::assist;
using namespace relevo::domain;

class TestActs final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void says_data();
    void says();
    void talkIsNoAct_data();
    void talkIsNoAct();
    void manyInOneMessage();
    void inTheConversationsLanguage();
    void theStrongestOfAMatter();
    void whatIsDeniedWasNotDone_data();
    void whatIsDeniedWasNotDone();
    void defeat();
};

void TestActs::says_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("act");
    const auto row = [](const char16_t* text, const char16_t* act) {
        const QString line = QStringView(text).toString();
        QTest::newRow(qPrintable(line)) << line << QStringView(act).toString();
    };
    row(u"Could you please tell me your order number?", u"asked for the order number");
    row(u"Please share the order ID.", u"asked for the order number");
    row(u"¿Me puede indicar el número de pedido?", u"asked for the order number");
    row(u"Pode informar o número do pedido, por favor?", u"asked for the order number");
    row(u"Can you send a photo of the damage?", u"asked for a photo");
    row(u"Could you confirm your delivery address?", u"asked about the address");
    row(u"Would you prefer a refund or a replacement?", u"asked whether a refund or a replacement is wanted");
    row(u"Could you describe the problem in more detail?", u"asked for more details");
    row(u"I can offer you a full refund.", u"offered a refund");
    row(u"I have initiated the refund.", u"started a refund");
    row(u"I will escalate this to expedite the processing of your refund.", u"passed it on to another team");
    row(u"However, the refund is currently pending approval.", u"spoke about the refund");
    row(u"The refund has been credited to the card.", u"spoke about the refund");
    row(u"We will send a replacement tomorrow.", u"offered a replacement");
    row(u"Here is a 10% discount coupon for the next purchase.", u"offered a discount or credit");
    row(u"The tracking shows that it left the depot.", u"gave tracking information");
    row(u"Delivery is expected by Friday.", u"gave a delivery date");
    row(u"Try to restart the app and clear its cache.", u"suggested steps to try");
    row(u"I have escalated this to the billing department.", u"passed it on to another team");
    row(u"Let me check that.", u"said that it would check");
    row(u"Voy a revisar su caso.", u"said that it would check");
    row(u"We are open from 9:00 to 18:00.", u"gave the opening hours");
    // What bots plainly try.
    row(u"You can send it in for repair.", u"offered a repair");
    row(u"Puedes enviarlo a reparar, tarda 10 días.", u"offered a repair");
    row(u"Você pode mandar para o conserto.", u"offered a repair");
    row(u"Have you tried cleaning the grinder?", u"suggested steps to try");
    row(u"Please log out and in again.", u"suggested steps to try");
    row(u"Please check your spam folder.", u"suggested steps to try");
    row(u"Prueba borrando las cookies.", u"suggested steps to try");
    row(u"¿Has probado con otro navegador?", u"suggested steps to try");
    row(u"Tente limpar os cookies do navegador.", u"suggested steps to try");
    row(u"Saia e entre de novo.", u"suggested steps to try");
    row(u"Go to Settings > Team > Invite.", u"pointed to a page");
    row(u"To cancel, please go to Account > Subscription.", u"pointed to a page");
    row(u"Puedes hacer un cambio gratis desde tu cuenta en 30 días.", u"pointed to a page");
    row(u"Pending charges usually disappear within 5 business days.",
        u"said that the pending charge goes away by itself");
    row(u"Los cargos pendientes suelen desaparecer en 5 días.",
        u"said that the pending charge goes away by itself");
    row(u"As cobranças pendentes somem em 5 dias úteis.",
        u"said that the pending charge goes away by itself");
    row(u"I can offer you another appointment on Thursday.", u"offered another date or time");
    row(u"Puedo ofrecerte otra cita el jueves 19.", u"offered another date or time");
    row(u"Posso oferecer outra data na quinta.", u"offered another date or time");
    row(u"Posso agendar uma visita técnica na quinta.", u"offered an appointment");
    row(u"I can send a technician on Monday.", u"offered an appointment");
    row(u"You can exchange it for free within 30 days.", u"offered a replacement");
    row(u"Podemos cambiarlo gratis.", u"offered a replacement");
    row(u"I can offer 15% off if you keep it.", u"offered a discount or credit");
    row(u"No hay citas los sábados.", u"said that no date is free");
    row(u"Shipping is 15 €.", u"told the price");
    row(u"El cambio de fecha cuesta 60 €.", u"told the price");
    row(u"A correia custa R$ 89,90 e chega em 5 dias úteis.", u"told the price");
    row(u"I can offer you 3 months at $9.99.", u"offered a discount or credit");
    row(u"Puedo darte 3 meses a mitad de precio.", u"offered a discount or credit");
    row(u"Posso oferecer 2 meses grátis.", u"offered a discount or credit");
    row(u"Posso abrir um chamado para a equipe financeira.", u"offered to open a case");
    row(u"I have opened an investigation with the carrier.", u"opened a case");
    row(u"I have sent you a new reset link.", u"sent a link or a code");
    row(u"Would you like me to connect you with our team?", u"offered a human");
    row(u"¿Quieres que te pase con un agente?", u"offered a human");
    row(u"Quer que eu transfira para um atendente?", u"offered a human");
    row(u"Pagamentos por Pix são confirmados em até 2 horas.", u"said how long it takes");
    row(u"I could not find information about pets in Willow Cottage.", u"could not answer");
    row(u"No tengo esa información.", u"could not answer");
    row(u"Não tenho essa informação.", u"could not answer");
    row(u"No he podido comprobar tu tarifa.", u"said that it could not check it");
    row(u"Não consigo calcular o reembolso.", u"said that it could not check it");
    row(u"I cannot change the e-mail address of an account.", u"said that it could not do that");
    // Until when there are refunds is not how long they take.
    row(u"Refunds are only possible within 14 days of delivery.", u"told the terms of refunds");
    row(u"You can request a refund within 30 days of purchase.", u"told the terms of refunds");
    row(u"El reembolso solo es posible en los 14 días siguientes a la entrega.",
        u"told the terms of refunds");
    row(u"O reembolso só é possível em até 7 dias após a entrega.", u"told the terms of refunds");
    row(u"The refund takes 5 days.", u"said how long the refund takes");
    row(u"I do not know that.", u"could not answer");
    row(u"No sé responder a eso.", u"could not answer");
    row(u"Não sei a resposta.", u"could not answer");
}

void TestActs::says()
{
    QFETCH(const QString, text);
    QFETCH(const QString, act);
    QCOMPARE(actsOf(text, QStringLiteral("en")), QStringList{act});
}

void TestActs::talkIsNoAct_data()
{
    QTest::addColumn<QString>("text");
    for (const char16_t* text : {u"",
                                 u"Hello! What can I do for you?",
                                 u"I am very sorry for the inconvenience.",
                                 u"Thank you for your patience.",
                                 u"I understand your frustration.",
                                 u"You are welcome! Is there anything else?",
                                 u"Lamento mucho lo ocurrido.",
                                 u"Gracias por tu paciencia.",
                                 u"Sinto muito pelo transtorno.",
                                 u"I can see your order in the system.",
                                 u"I understand that you have not received it.",
                                 u"I see that the box was open.",
                                 u"We cannot repair it.",
                                 u"No podemos reparar el aparato.",
                                 u"I can't offer another appointment.",
                                 u"Your money will go to your account.",
                                 u"I can see one charge of $212.40.",
                                 u"Thank you for being with us for 3 months.",
                                 u"If you cannot confirm your number, call us.",
                                 u"Let me try a different approach.",
                                 u"I see that you logged out of the account.",
                                 u"You can expect the money in your account soon."}) {
        const QString line = QStringView(text).toString();
        QTest::newRow(qPrintable(line)) << line;
    }
}

void TestActs::talkIsNoAct()
{
    QFETCH(const QString, text);
    QCOMPARE(actsOf(text, QStringLiteral("en")), QStringList());
}

void TestActs::manyInOneMessage()
{
    const QString text =
        QStringLiteral("I am sorry to hear that. Let me check the system. Could you confirm the order "
                       "number? Please share the order number so that I can offer you a refund.");
    QCOMPARE(actsOf(text, QStringLiteral("en")), (QStringList{QStringLiteral("said that it would check"),
                                                              QStringLiteral("asked for the order number")}));
}

void TestActs::inTheConversationsLanguage()
{
    const QString text = QStringLiteral("I can offer you a refund.");
    QCOMPARE(actsOf(text, QStringLiteral("es")), QStringList{QStringLiteral("ofreció un reembolso")});
    QCOMPARE(actsOf(text, QStringLiteral("pt")), QStringList{QStringLiteral("ofereceu um reembolso")});
    QCOMPARE(actsOf(text, QStringLiteral("de")), QStringList{QStringLiteral("offered a refund")});
}

void TestActs::theStrongestOfAMatter()
{
    const auto bot = [](const char16_t* text) {
        Message message;
        message.author = Author::Bot;
        message.content = QStringView(text).toString();
        return message;
    };
    Message customer = bot(u"I can offer you a discount.");
    customer.author = Author::Customer;
    const std::vector<Message> messages{bot(u"Could you tell me the order number? I will check that."),
                                        bot(u"I can offer you a refund."),
                                        customer,
                                        bot(u"The refund has been initiated."),
                                        bot(u"I have escalated it to my supervisor."),
                                        bot(u"Can you send a photo?"),
                                        bot(u"We will send a replacement."),
                                        bot(u"Your refund is on its way.")};
    QCOMPARE(botTried(messages, QStringLiteral("en")),
             (QStringList{QStringLiteral("asked for the order number"), QStringLiteral("started a refund"),
                          QStringLiteral("passed it on to another team"), QStringLiteral("asked for a photo"),
                          QStringLiteral("offered a replacement")}));
}

void TestActs::whatIsDeniedWasNotDone_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("acts");
    const auto row = [](const char16_t* text, const char16_t* acts) {
        const QString line = QStringView(text).toString();
        QTest::newRow(qPrintable(line)) << line << QStringView(acts).toString();
    };
    // Not done
    row(u"I have not cancelled your order.", u"spoke about the cancellation");
    row(u"I haven't started the refund, the refund process is not initiated.", u"spoke about the refund");
    row(u"No he cancelado tu pedido.", u"spoke about the cancellation");
    row(u"Todavía no he cancelado el pedido confirmado.", u"spoke about the cancellation");
    row(u"Não cancelei o seu pedido.", u"spoke about the cancellation");
    row(u"No case was opened for this.", u"");
    row(u"I did not escalate this to a specialist.", u"");
    row(u"We never arranged a pickup for this order.", u"");
    // Refused
    row(u"We don't offer refunds.", u"said that it could not refund");
    row(u"Unfortunately, we do not give refunds on opened items.", u"said that it could not refund");
    row(u"We can't refund after 30 days.", u"said that it could not refund");
    row(u"Refunds are not available for this fare.", u"said that it could not refund");
    row(u"No ofrecemos reembolsos.", u"said that it could not refund");
    row(u"Lamentablemente el reembolso no es posible.", u"said that it could not refund");
    row(u"Não oferecemos reembolso para esta tarifa.", u"said that it could not refund");
    row(u"I can't open a claim.", u"said that it could not open a case");
    row(u"No puedo abrir una reclamación.", u"said that it could not open a case");
    row(u"No puedo ofrecerte un reemplazo.", u"said that it could not replace it");
    row(u"Infelizmente a troca não é possível.", u"said that it could not replace it");
    row(u"Não posso aplicar descontos.", u"said that it could not give a discount");
    row(u"I am unable to cancel the order.", u"said that it could not cancel");
    row(u"No puedo cancelar el pedido porque ya salió.", u"said that it could not cancel");
    row(u"Não é possível cancelar o pedido confirmado.", u"said that it could not cancel");
    row(u"Não há reembolso para esta tarifa.", u"said that it could not refund");
    row(u"No se ha iniciado el reembolso.", u"spoke about the refund");
    row(u"Não conseguimos cancelar o pedido.", u"said that it could not cancel");
    row(u"I cannot escalate this to a supervisor.", u"said that it could not pass it on");
    // Refused, and something else offered
    row(u"I can't refund you, but I can offer a replacement.",
        u"said that it could not refund|offered a replacement");
    row(u"No puedo cancelarlo, pero he abierto un caso.", u"said that it could not cancel|opened a case");
    row(u"Não posso trocar, mas posso oferecer um desconto.",
        u"said that it could not replace it|offered a discount or credit");
    // Nothing of these denies the deed
    row(u"No problem, I have successfully cancelled your order.", u"cancelled it");
    row(u"Don't worry, I can offer you a refund.", u"offered a refund");
    row(u"No te preocupes, puedo ofrecerte un reembolso.", u"offered a refund");
    row(u"It is not in stock, so I can offer you a refund.", u"offered a refund");
    row(u"I could not find the parcel and I have opened a case.", u"opened a case");
    row(u"Como no está en stock puedo ofrecerte un reemplazo.", u"offered a replacement");
    row(u"Iniciei o reembolso no cartão, processo iniciado.", u"started a refund");
    row(u"Posso oferecer o reembolso no seu cartão.", u"offered a refund");
    row(u"I can not only refund you but offer a voucher.", u"offered a refund");
    row(u"The refund has been initiated and it will not take more than five days.", u"started a refund");
    row(u"If you do not receive it we can offer a replacement.", u"offered a replacement");
    row(u"Si no llega mañana podemos ofrecerle un reembolso.", u"offered a refund");
}

void TestActs::whatIsDeniedWasNotDone()
{
    QFETCH(QString, text);
    QFETCH(QString, acts);
    QCOMPARE(actsOf(text, QStringLiteral("en")).join(u'|'), acts);
}

void TestActs::defeat()
{
    Message message;
    message.author = Author::Bot;
    message.content = QStringLiteral("I am sorry. I do not know that.");
    QVERIFY(admitsDefeat(message));
    message.content = QStringLiteral("If you do not know your number, look at the invoice.");
    QVERIFY(!admitsDefeat(message));
    message.content = QStringLiteral("Não tenho essa informação.");
    QVERIFY(admitsDefeat(message));
    message.content = QStringLiteral("No he podido comprobar tu tarifa.");
    QVERIFY(admitsDefeat(message));
    message.content = QStringLiteral("I could not find the parcel and I have opened a case.");
    QVERIFY(!admitsDefeat(message));
    message.botFailed = true;
    QVERIFY(admitsDefeat(message));
}

RELEVO_TEST(TestActs)
#include "tst_acts.moc"
