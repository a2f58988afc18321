#include "support/test_main.h"

#include <assist/suggest.h>

#include <QtTest/QtTest>

using namespace relevo::assist;
using namespace relevo::domain;

class TestSuggest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void suggests_data();
    void suggests();
    void theWishDecides();
    void repliesAskForWhatIsMissing();
    void repliesInTheConversationsLanguage();
    void repliesStateNothing();
    void closingNote();
};

namespace {

Summary about(const char16_t* issue, const char* language = "en")
{
    Summary summary;
    summary.mainIssue = QStringView(issue).toString();
    summary.language = QString::fromLatin1(language);
    return summary;
}

} // namespace

void TestSuggest::suggests_data()
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
    row(u"My order was cancelled without any notice.", u"why it was cancelled");
    row(u"It says delivered but I never got it.", u"proof of delivery");
    row(u"One item is missing.", u"what was packed");
    row(u"Nobody picked up the return.", u"pick-up");
    row(u"A encomenda chegou quebrada.", u"photo");
    row(u"Todavía no llega mi reembolso.", u"refund stands");
    // What is wrong decides: a bill is no parcel, an address no goods.
    row(u"My invoice 4412 is wrong.", u"Check the charge");
    row(u"The amount on my statement is wrong.", u"Check the charge");
    row(u"I got a duplicate invoice.", u"Check the charge");
    row(u"El importe es incorrecto.", u"Check the charge");
    row(u"Me hicieron un cobro equivocado.", u"Check the charge");
    row(u"Minha fatura veio errada.", u"Check the charge");
    row(u"O valor está errado.", u"Check the charge");
    row(u"They sent the wrong size.", u"photo");
    row(u"Me enviaron la talla equivocada.", u"photo");
    row(u"Mandaram o tamanho errado.", u"photo");
    row(u"My delivery address is wrong.", u"address can still be changed");
    row(u"La dirección de entrega está equivocada.", u"address can still be changed");
    row(u"O endereço de entrega está errado.", u"address can still be changed");
    row(u"It was delivered to the wrong address.", u"proof of delivery");
    row(u"Lo entregaron en una dirección equivocada.", u"proof of delivery");
    row(u"Foi entregue no endereço errado.", u"proof of delivery");
    row(u"My coupon code expired.", u"terms");
    row(u"My card expired.", u"Check the charge");
    // Not goods that are to be replaced.
    row(u"Quiero cambiar mi contraseña.", u"Verify");
    row(u"Quero trocar minha senha.", u"Verify");
    row(u"I want a new password.", u"Verify");
    row(u"Quiero cambiar la cita al viernes.", u"booking");
    row(u"Quero trocar de plano.", u"Verify");
    row(u"Quero trocar o nome na nota fiscal.", u"Check the charge");
    row(u"Quiero cambiar la dirección de entrega.", u"address can still be changed");
    row(u"Quero trocar a forma de pagamento.", u"Check the charge");
    row(u"Quero trocar meu telefone quebrado.", u"replacement");
    row(u"Quiero cambiar la lámpara.", u"replacement");
    row(u"Quero trocar o tamanho do vestido.", u"replacement");
    row(u"No quiero cambiar mi contraseña, quiero cambiar la lámpara.", u"replacement");
    // A code or a link that does not come is no parcel.
    row(u"I forgot my password and the reset mail never arrives.", u"Verify");
    row(u"The verification code doesn't arrive.", u"Verify");
    row(u"No me llega el código de verificación.", u"Verify");
    row(u"Não chega o código de verificação.", u"Verify");
    row(u"Não recebi o e-mail de confirmação.", u"Verify");
    row(u"The coupon code never arrived.", u"terms");
    row(u"I never got my tracking code.", u"shipment");
    row(u"No me ha llegado el pedido, solo el correo de confirmación.", u"shipment");
    row(u"My parcel never arrived, I got only the confirmation email.", u"shipment");
    // Who asks whether it is sent somewhere has no parcel yet.
    row(u"Do you ship to Norway?", u"ask what would help");
    row(u"How much is shipping to Spain?", u"ask what would help");
    row(u"¿Hacéis envíos a Canarias?", u"ask what would help");
    row(u"Vocês entregam em Manaus?", u"ask what would help");
    row(u"Can I pay by PayPal?", u"ask what would help");
    row(u"When will you ship my order to Norway?", u"shipment");
    row(u"Where is my parcel? Do you deliver to Oslo?", u"shipment");
    row(u"¿Cuándo llega el envío a Canarias del pedido 5512?", u"shipment");
    row(u"Quando vocês entregam meu pedido em Manaus?", u"shipment");
    // A refund that was refused is none on its way.
    row(u"You refused my refund last week.", u"why the refund was refused");
    row(u"They won't refund me.", u"why the refund was refused");
    row(u"Me negaron el reembolso.", u"why the refund was refused");
    row(u"Se niegan a devolverme el dinero.", u"why the refund was refused");
    row(u"Recusaram meu reembolso.", u"why the refund was refused");
    row(u"Meu reembolso foi negado.", u"why the refund was refused");
    row(u"I refused the delivery, where is my refund?", u"refund stands");
    row(u"My card was declined and I want a refund.", u"refund is due");
    row(u"My return was refused.", u"why the return was refused");
    // Other goods, or fewer, than were ordered.
    row(u"Compré unas zapatillas talla 38 y me llegaron 40.", u"photo");
    row(u"Me llegó otro producto.", u"photo");
    row(u"I ordered a size 38 and got a 40.", u"photo");
    row(u"You sent me a blue one, I ordered red.", u"photo");
    row(u"Pedi o vermelho e veio azul.", u"photo");
    row(u"Veio outro produto.", u"photo");
    row(u"The vase inside is in pieces.", u"photo");
    row(u"El jarrón llegó hecho pedazos.", u"photo");
    row(u"O vaso veio em pedaços.", u"photo");
    row(u"Compré unas zapatillas y me llegaron tarde.", u"shipment");
    row(u"I bought a phone and got an email saying it is delayed.", u"shipment");
    row(u"Me llegó otro cobro.", u"Check the charge");
    row(u"Only five of six chairs arrived.", u"what was packed");
    row(u"I ordered two shirts and received one.", u"what was packed");
    row(u"Solo llegaron cinco de las seis sillas.", u"what was packed");
    row(u"Só chegaram cinco das seis cadeiras.", u"what was packed");
    row(u"Only 2 of my 3 payments were charged.", u"Check the charge");
    row(u"My wife ordered 6 chairs, total 1.499 EUR, and only five chairs arrived.", u"what was packed");
    row(u"Solo llegaron cinco sillas.", u"what was packed");
    row(u"Só chegaram cinco cadeiras.", u"what was packed");
    // A visit that was not kept, and what was not fetched.
    row(u"The technician did not come on Tuesday.", u"booking");
    row(u"El técnico quedó en venir el martes entre 9 y 11 y no vino nadie.", u"booking");
    row(u"O técnico não veio.", u"booking");
    row(u"Nobody came to pick up the return.", u"pick-up");
    row(u"The parcel never came.", u"shipment");
    row(u"My flight was delayed 6 hours, I want compensation.", u"booking");
    row(u"No puedo iniciar sesión, dice que mi usuario no existe.", u"Verify");
    row(u"Não consigo fazer login.", u"Verify");
    row(u"I can't log in.", u"Verify");
    row(u"Recebi a caixa vazia.", u"photo");
    row(u"My booking says cancelled but I never cancelled.", u"why it was cancelled");
    // The card that pays, and the one that is goods.
    row(u"Quiero cambiar la tarjeta de pago.", u"Check the charge");
    row(u"Quero trocar o cartão.", u"Check the charge");
    row(u"Quiero cambiar la tarjeta de memoria.", u"replacement");
    // What is asked to be cancelled was not cancelled yet.
    row(u"I'd like to cancel my subscription, you doubled the price without telling me.", u"can still be");
    row(u"Quero cancelar minha assinatura, vocês dobraram o preço sem avisar.", u"can still be");
    row(u"Quiero cancelar mi suscripción, subieron el precio sin avisar.", u"can still be");
    row(u"I want to know why you canceled my order.", u"why it was cancelled");
    row(u"Me cancelaron el pedido sin avisar.", u"why it was cancelled");
    row(u"Quero saber por que cancelaram meu pedido.", u"why it was cancelled");
    row(u"I want my 59,90 € back.", u"refund is due");
    row(u"Quiero mis 59,90 € de vuelta.", u"refund is due");
    row(u"Quero meus R$ 59,90 de volta.", u"refund is due");
    row(u"La app se cierra sola.", u"technical");
    row(u"O aplicativo trava.", u"technical");
    row(u"La fecha de entrega está mal.", u"shipment");
    row(u"Something else entirely.", u"ask what would help");
    row(u"", u"ask what would help");
}

void TestSuggest::suggests()
{
    QFETCH(const QString, issue);
    QFETCH(const QString, part);
    const QString suggestion = suggestionFor(issue, QStringLiteral("en"));
    QVERIFY2(suggestion.contains(part), qPrintable(suggestion));
    QVERIFY(suggestionFor(issue, QStringLiteral("es")) != suggestionFor(issue, QStringLiteral("pt")));
}

void TestSuggest::theWishDecides()
{
    const QString english = QStringLiteral("en");
    const QString issue = QStringLiteral("My parcel is late.");
    QVERIFY(suggestionFor(issue, english, QStringLiteral("Just cancel it."))
                .contains(QLatin1String("cancelled")));
    QVERIFY(suggestionFor(issue, english, QStringLiteral("I want my money back."))
                .contains(QLatin1String("refund is due")));
    QVERIFY(suggestionFor(issue, english, QStringLiteral("Send a new one."))
                .contains(QLatin1String("replacement")));
    QVERIFY(
        suggestionFor(QStringLiteral("My refund has not come."), english, QStringLiteral("I want my money."))
            .contains(QLatin1String("refund stands")));
}

void TestSuggest::repliesAskForWhatIsMissing()
{
    Summary summary = about(u"The lamp arrived broken.");
    summary.customerName = QStringLiteral("Eva Ruiz");
    QStringList replies = repliesFor(summary);
    QCOMPARE(replies.size(), 3);
    QVERIFY2(replies[0].startsWith(QLatin1String("Hello Eva, I have read")), qPrintable(replies[0]));
    QVERIFY2(replies[1].contains(QLatin1String("order number")), qPrintable(replies[1]));
    summary.facts.push_back({QStringLiteral("order"), QStringLiteral("4711"), {}});
    replies = repliesFor(summary);
    QVERIFY2(replies[1].contains(QLatin1String("photo")), qPrintable(replies[1]));
    // What is no plain name is not repeated.
    summary.customerName = QStringLiteral("<b>x</b>");
    QVERIFY(repliesFor(summary)[0].startsWith(QLatin1String("Hello, ")));
}

void TestSuggest::repliesInTheConversationsLanguage()
{
    QVERIFY(repliesFor(about(u"El pedido llegó roto.", "es"))[0].startsWith(QLatin1String("Hola: ")));
    QVERIFY(repliesFor(about(u"O pedido chegou quebrado.", "pt"))[0].startsWith(QString::fromUtf8("Olá: ")));
    QVERIFY(repliesFor(about(u"Kaputt.", "de"))[0].startsWith(QLatin1String("Hello, ")));
}

/// No reply says that something was done or will come: that is the agent's to decide.
void TestSuggest::repliesStateNothing()
{
    for (const char16_t* issue :
         {u"The lamp is broken.", u"I want a refund.", u"I was charged twice.", u"Cancel it.", u""}) {
        const QString all = repliesFor(about(issue)).join(u' ');
        for (const char* promise :
             {"will refund", "have refunded", "will send", "days", "approved", "guarantee"})
            QVERIFY2(!all.contains(QLatin1String(promise)), qPrintable(all));
    }
}

void TestSuggest::closingNote()
{
    Summary summary = about(u"I was charged twice.");
    summary.botTried = {QStringLiteral("asked for payment details"), QStringLiteral("could not answer")};
    QCOMPARE(closingNoteFor(summary, QStringLiteral(" Refunded one charge. ")),
             QStringLiteral(
                 "Issue: I was charged twice.\nBefore: the bot asked for payment details, could not answer.\n"
                 "Done: Refunded one charge."));
    QCOMPARE(closingNoteFor(about(u"", "es"), {}), QStringLiteral("Asunto: no indicado"));
}

RELEVO_TEST(TestSuggest)
#include "tst_suggest.moc"
