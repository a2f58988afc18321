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
    for (const char16_t* text :
         {u"", u"Hello! What can I do for you?", u"I am very sorry for the inconvenience.",
          u"Thank you for your patience.", u"I understand your frustration.",
          u"You are welcome! Is there anything else?", u"Lamento mucho lo ocurrido.",
          u"Gracias por tu paciencia.", u"Sinto muito pelo transtorno.",
          u"I can see your order in the system.", u"I understand that you have not received it.",
          u"I see that the box was open."}) {
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

void TestActs::defeat()
{
    Message message;
    message.author = Author::Bot;
    message.content = QStringLiteral("I am sorry. I do not know that.");
    QVERIFY(admitsDefeat(message));
    message.content = QStringLiteral("If you do not know your number, look at the invoice.");
    QVERIFY(!admitsDefeat(message));
    message.botFailed = true;
    QVERIFY(admitsDefeat(message));
}

RELEVO_TEST(TestActs)
#include "tst_acts.moc"
