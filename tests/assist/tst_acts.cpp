#include <assist/acts.h>
#include <assist/suggest.h>

#include <QtTest/QtTest>

using namespace relevo::assist;

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
    void suggests_data();
    void suggests();
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

void TestActs::suggests_data()
{
    QTest::addColumn<QString>("issue");
    QTest::addColumn<QString>("part");
    const auto row = [](const char16_t* issue, const char16_t* part) {
        const QString line = QStringView(issue).toString();
        QTest::newRow(qPrintable(line)) << line << QStringView(part).toString();
    };
    row(u"The lamp arrived broken.", u"photo");
    row(u"I want to cancel my subscription.", u"cancelled");
    row(u"My refund has not come.", u"refund stands");
    row(u"I got tea instead of the headphones.", u"replacement");
    row(u"I was charged twice.", u"charge");
    row(u"My parcel is three days late.", u"shipment");
    row(u"I forgot my password.", u"Verify");
    row(u"My discount code is refused.", u"terms");
    row(u"The app crashes.", u"technical");
    row(u"Something else entirely.", u"ask what would help");
    row(u"", u"ask what would help");
}

void TestActs::suggests()
{
    QFETCH(const QString, issue);
    QFETCH(const QString, part);
    const QString suggestion = suggestionFor(issue, QStringLiteral("en"));
    QVERIFY2(suggestion.contains(part), qPrintable(suggestion));
    QVERIFY(suggestionFor(issue, QStringLiteral("es")) != suggestionFor(issue, QStringLiteral("pt")));
}

QTEST_APPLESS_MAIN(TestActs)
#include "tst_acts.moc"
