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
