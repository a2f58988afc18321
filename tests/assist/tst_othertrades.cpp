#include "support/test_main.h"

#include <assist/suggest.h>
#include <assist/summary.h>

#include <QtTest/QtTest>

#include <algorithm>

using namespace relevo;
using namespace relevo::assist;
using namespace relevo::domain;

/// Conversations of trades that have nothing to do with parcels, as an agent would read their summaries.
class TestOtherTrades final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isSummedUp_data();
    void isSummedUp();
    void wishesThatAreDenied_data();
    void wishesThatAreDenied();
    void questionsWorthAnswering_data();
    void questionsWorthAnswering();
    void nothingIsToldInScraps();
};

namespace {

/// Lines that begin with "c:" or "b:".
SummaryInput talk(const QStringList& lines)
{
    SummaryInput input;
    for (const QString& line : lines) {
        Message message;
        message.seq = static_cast<qint64>(input.messages.size()) + 1;
        message.id = MessageId(QUuid(5, 5, 5, 0, 0, 0, 0, 0, 0, 0, static_cast<uchar>(message.seq)));
        message.author = line.startsWith(QLatin1String("c:")) ? Author::Customer : Author::Bot;
        message.content = line.mid(2);
        input.messages.push_back(message);
    }
    return input;
}

} // namespace

void TestOtherTrades::isSummedUp_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QString>("issue");     // in it
    QTest::addColumn<QString>("likeIssue"); // what is suggested for this
    QTest::addColumn<QStringList>("facts");
    QTest::addColumn<QStringList>("tried");
    QTest::newRow("hotel")
        << QStringList{QStringLiteral("c:Hola buenas, reservé una habitación doble del 12 al 15 de agosto, "
                                      "localizador HTL-88213"),
                       QStringLiteral("b:¡Hola! ¿En qué puedo ayudarte con tu reserva?"),
                       QStringLiteral(
                           "c:pues que me habéis cobrado dos noches de más, 187,50 € que no tocaban"),
                       QStringLiteral("b:Lo siento, no he entendido tu consulta."),
                       QStringLiteral("c:quiero hablar con una persona, mi correo es marta.gil@correo.es")}
        << QStringLiteral("Me habéis cobrado dos noches de más") << QStringLiteral("me han cobrado de más")
        << QStringList{QStringLiteral("HTL-88213"), QStringLiteral("187,50 €"),
                       QStringLiteral("marta.gil@correo.es")}
        << QStringList{QStringLiteral("no supo responder")};
    QTest::newRow("internet")
        << QStringList{QStringLiteral(
                           "c:Llevo desde ayer sin internet en casa, el router tiene la luz roja fija"),
                       QStringLiteral("b:¿Has probado a reiniciar el router?"),
                       QStringLiteral(
                           "c:Sí, tres veces. Mi número de cliente es 55120093 y mi teléfono el 611 222 333")}
        << QStringLiteral("sin internet") << QStringLiteral("estoy sin internet")
        << QStringList{QStringLiteral("55120093"), QStringLiteral("611 222 333")}
        << QStringList{QStringLiteral("propuso pasos para probar")};
    QTest::newRow("card")
        << QStringList{QStringLiteral(
                           "c:me bloquearon la tarjeta terminación 4471 y no puedo pagar en el súper"),
                       QStringLiteral("b:He registrado tu reporte con folio ACL-20931."),
                       QStringLiteral("c:pero ya la desbloquearon o no?")}
        << QStringLiteral("Me bloquearon la tarjeta") << QStringLiteral("me bloquearon la tarjeta")
        << QStringList{QStringLiteral("4471")} << QStringList{QStringLiteral("abrió un caso")};
    QTest::newRow("gym") << QStringList{QStringLiteral(
                                            "c:Hola, quiero darme de baja del gimnasio, me mudé a Córdoba"),
                                        QStringLiteral("b:¿Sabías que podés congelar tu cuota por 2 meses?"),
                                        QStringLiteral("c:no, quiero la baja. Me volvieron a cobrar $18.900")}
                         << QStringLiteral("baja del gimnasio") << QStringLiteral("quiero cancelar")
                         << QStringList{QStringLiteral("$18.900")}
                         << QStringList{QStringLiteral("ofreció pausarlo")};
    QTest::newRow("flight")
        << QStringList{QStringLiteral("c:Oi, meu voo LA3421 de amanhã foi cancelado e ninguém me avisou"),
                       QStringLiteral("b:Encontrei um voo no sábado às 10h."),
                       QStringLiteral(
                           "c:sábado não serve!! preciso chegar até sexta. meu localizador é QX7T2P")}
        << QStringLiteral("Meu voo LA3421 de amanhã foi cancelado")
        << QStringLiteral("meu voo mudou de horário")
        << QStringList{QStringLiteral("LA3421"), QStringLiteral("QX7T2P"), QStringLiteral("sexta")}
        << QStringList{QStringLiteral("ofereceu outra data ou horário")};
    QTest::newRow("doctor")
        << QStringList{QStringLiteral("c:Boa tarde, preciso remarcar minha consulta com a dermatologista do "
                                      "dia 25/11 às 14h30"),
                       QStringLiteral("b:Para remarcar, informe o nome completo e o CPF."),
                       QStringLiteral("c:Fernanda Alves"),
                       QStringLiteral("b:Posso colocar você na lista de espera.")}
        << QStringLiteral("remarcar minha consulta") << QStringLiteral("meu voo mudou de horário")
        << QStringList{QStringLiteral("25/11"), QStringLiteral("14h30")}
        << QStringList{QStringLiteral("pediu o nome"), QStringLiteral("ofereceu a lista de espera")};
    QTest::newRow("water")
        << QStringList{QStringLiteral(
                           "c:Bom dia, recebi uma fatura de água de 312,40€ quando costumo pagar 25€"),
                       QStringLiteral("b:Pode indicar o número de contrato?"),
                       QStringLiteral("c:É o 900455812")}
        << QStringLiteral("fatura de água de 312,40€") << QStringLiteral("fui cobrado a mais")
        << QStringList{QStringLiteral("900455812"), QStringLiteral("312,40€")}
        << QStringList{QStringLiteral("pediu o número de cliente ou contrato")};
    QTest::newRow("software")
        << QStringList{QStringLiteral("c:hey, we upgraded to the Team plan on Monday but everyone still gets "
                                      "the 'read-only workspace' banner"),
                       QStringLiteral("b:Have you tried logging out and in again?"),
                       QStringLiteral("c:yep, all 14 of us. invoice INV-20418 is paid, $420")}
        << QStringLiteral("read-only workspace") << QStringLiteral("the app crashes with an error")
        << QStringList{QStringLiteral("INV-20418"), QStringLiteral("$420")}
        << QStringList{QStringLiteral("suggested steps to try")};
    QTest::newRow("food")
        << QStringList{QStringLiteral("c:my pad thai came 50 mins late and stone cold, plus you forgot the "
                                      "spring rolls. order 7781"),
                       QStringLiteral("b:Would you like a credit of $5 for your next order?"),
                       QStringLiteral("c:no i dont want credit, i paid 31.90 and want my money back")}
        << QStringLiteral("My pad thai came 50 mins late") << QStringLiteral("I want a refund")
        << QStringList{QStringLiteral("7781"), QStringLiteral("31.90")}
        << QStringList{QStringLiteral("offered a discount or credit")};
    QTest::newRow("insurance") << QStringList{QStringLiteral(
                                                  "c:I want to add my new car to my policy before Saturday"),
                                              QStringLiteral("b:Sure! What is your policy number?"),
                                              QStringLiteral("c:PN-449-2210")}
                               << QStringLiteral("add my new car to my policy") << QString()
                               << QStringList{QStringLiteral("PN-449-2210")}
                               << QStringList{QStringLiteral("asked for the customer or contract number")};
    QTest::newRow("refused return")
        << QStringList{QStringLiteral("c:Order 407-2345678-9012345. My returned item was not accepted!"),
                       QStringLiteral("b:I have escalated your concern to the returns department.")}
        << QStringLiteral("was not accepted") << QStringLiteral("my return was rejected")
        << QStringList{QStringLiteral("407-2345678-9012345")}
        << QStringList{QStringLiteral("passed it on to another team")};
}

void TestOtherTrades::isSummedUp()
{
    QFETCH(const QStringList, lines);
    QFETCH(const QString, issue);
    QFETCH(const QString, likeIssue);
    QFETCH(const QStringList, facts);
    QFETCH(const QStringList, tried);
    const Summary summary = summarize(talk(lines));
    QVERIFY2(summary.mainIssue.contains(issue), qPrintable(summary.mainIssue));
    if (!likeIssue.isEmpty())
        QCOMPARE(summary.suggestedAction, suggestionFor(likeIssue, summary.language));
    for (const QString& value : facts)
        QVERIFY2(std::any_of(summary.facts.begin(), summary.facts.end(),
                             [&value](const Fact& fact) { return fact.value == value; }),
                 qPrintable(value));
    QCOMPARE(summary.botTried, tried);
    // Nothing that is not in the text.
    const QString text = lines.join(u'\n');
    for (const Fact& fact : summary.facts)
        QVERIFY2(text.contains(fact.value), qPrintable(fact.value));
}

void TestOtherTrades::wishesThatAreDenied_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("wish"); // in the issue; empty: it is no wish
    QTest::newRow("en") << QStringLiteral("I don't want a refund!") << QString();
    QTest::newRow("es") << QStringLiteral("no quiero un reembolso") << QString();
    QTest::newRow("pt") << QStringLiteral("não quero o reembolso") << QString();
    QTest::newRow("instead") << QStringLiteral("I don't want credit, I want my money back")
                             << QStringLiteral("I want my money back");
    QTest::newRow("comma") << QStringLiteral("no, quiero un reembolso")
                           << QStringLiteral("uiero un reembolso");
}

void TestOtherTrades::wishesThatAreDenied()
{
    QFETCH(const QString, said);
    QFETCH(const QString, wish);
    const Summary summary =
        summarize(talk({QStringLiteral("c:The lamp of order 4711 arrived broken and the box was torn."),
                        QStringLiteral("b:I am sorry."), QStringLiteral("c:") + said}));
    QVERIFY2(wish.isEmpty() ? !summary.mainIssue.contains(said) : summary.mainIssue.contains(wish),
             qPrintable(summary.mainIssue));
}

void TestOtherTrades::questionsWorthAnswering_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("question");
    const QString none;
    QTest::newRow("kidding") << QStringLiteral("5 days? are you kidding me?") << QStringLiteral("5 days?");
    QTest::newRow("a word") << QStringLiteral("i got 64gb. wtf?") << none;
    QTest::newRow("seriously") << QStringLiteral("Seriously, where is my package?")
                               << QStringLiteral("Seriously, where is my package?");
    QTest::newRow("tag") << QStringLiteral("Please make it quick, ok?") << none;
    QTest::newRow("unmarked") << QStringLiteral("where is my order") << QStringLiteral("where is my order");
    QTest::newRow("a human") << QStringLiteral("can i speak to an actual human being please") << none;
    QTest::newRow("nothing without its verb")
        << QStringLiteral("can someone call me at 555-0142 tomorrow at 3pm?")
        << QStringLiteral("can someone call me at 555-0142 tomorrow at 3pm?");
    QTest::newRow("what it is about") << QStringLiteral("can I speak to someone about my broken lamp?")
                                      << QStringLiteral("can I speak to someone about my broken lamp?");
    QTest::newRow("the rest has its verb")
        << QStringLiteral("can I speak to someone, where is my lamp?") << QStringLiteral("where is my lamp?");
    for (const char16_t* whole : {u"could you put me through to an agent who can fix my router?",
                                  u"can someone from the team call me on 555-0142 to help me?",
                                  u"can I get a human to change my address?",
                                  u"May I talk to an agent about whether you ship to Peru?",
                                  u"¿puedo hablar con alguien sobre mi lámpara rota?",
                                  u"posso falar com alguém sobre minha lâmpada quebrada?"})
        QTest::newRow(qPrintable(QStringView(whole).toString()))
            << QStringView(whole).toString() << QStringView(whole).toString();
    QTest::newRow("es, of two") << QStringLiteral("quiero hablar con una persona, ¿cuándo llega mi pedido?")
                                << QStringLiteral("¿cuándo llega mi pedido?");
    QTest::newRow("pt, of two") << QStringLiteral("quero falar com uma pessoa, meu pedido já saiu?")
                                << QStringLiteral("meu pedido já saiu?");
    QTest::newRow("no question") << QStringLiteral("when I opened it the lamp was broken") << none;
    QTest::newRow("es") << QStringLiteral("cuándo llega mi pedido por favor")
                        << QStringLiteral("cuándo llega mi pedido por favor");
    QTest::newRow("pt") << QStringLiteral("tem outro voo na quinta ou não?")
                        << QStringLiteral("tem outro voo na quinta ou não?");
}

void TestOtherTrades::questionsWorthAnswering()
{
    QFETCH(const QString, said);
    QFETCH(const QString, question);
    QCOMPARE(summarize(talk({QStringLiteral("c:") + said})).openQuestion, question);
}

void TestOtherTrades::nothingIsToldInScraps()
{
    for (const char16_t* said : {u"can someone call me at 555-0142 tomorrow at 3pm?",
                                 u"can someone from the team call me on 555-0142 to help me?",
                                 u"alguém pode me ligar amanhã às 15h no 555-0142?"}) {
        const QString issue =
            summarize(talk({QStringLiteral("c:") + QStringView(said).toString()})).mainIssue;
        QVERIFY2(issue.isEmpty() || issue.size() > 40, qPrintable(issue));
    }
}

RELEVO_TEST(TestOtherTrades)
#include "tst_othertrades.moc"
