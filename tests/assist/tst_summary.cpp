#include "support/test_main.h"

#include <assist/suggest.h>
#include <assist/summary.h>

#include <QtTest/QtTest>

#include <algorithm>

using namespace relevo;
using namespace relevo::assist;
using namespace relevo::domain;

class TestSummary final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void factsComeFromTheTextWithTheirMessages();
    void threeLanguages_data();
    void threeLanguages();
    void wishIsNoIssue();
    void theIssueBesideTheWish_data();
    void theIssueBesideTheWish();
    void notesAndNoticesAreNotRead();
    void theIssueIsCompleted_data();
    void theIssueIsCompleted();
    void aQuestionStaysOpenWhenTheBotFails();
    void whyWithoutAReason();
    void openQuestion();
    void theWishIsNoQuestion_data();
    void theWishIsNoQuestion();
    void addressesStayWhole();
    void emptyConversation();
    void filesWithoutWords();
    void longConversationIsQuick();
    void sentiment();
};

namespace {

class Talk
{
public:
    Talk& say(Author author, const char16_t* text)
    {
        Message message;
        message.id =
            MessageId(QUuid(7, 7, 7, 0, 0, 0, 0, 0, 0, 0, static_cast<uchar>(input.messages.size() + 1)));
        message.seq = static_cast<qint64>(input.messages.size()) * 3 + 2;
        message.author = author;
        message.content = QStringView(text).toString();
        message.at =
            Timestamp{milliseconds(1'795'253'400'000)} + std::chrono::seconds(30 * input.messages.size());
        input.messages.push_back(message);
        return *this;
    }
    Talk& customer(const char16_t* text) { return say(Author::Customer, text); }
    Talk& bot(const char16_t* text) { return say(Author::Bot, text); }

    SummaryInput input;
};

QString valueOf(const Summary& summary, const char* kind)
{
    const auto found = std::find_if(summary.facts.begin(), summary.facts.end(),
                                    [kind](const Fact& fact) { return fact.kind == QLatin1String(kind); });
    return found == summary.facts.end() ? QString() : found->value;
}

Talk english()
{
    Talk talk;
    talk.customer(u"Hi there")
        .bot(u"Hello! What can I do for you?")
        .customer(
            u"My order AB-12345 was charged twice, $59.90 each on 2026-11-03. Please refund one of them.")
        .bot(u"I am sorry to hear that. Could you confirm your order number?")
        .customer(u"I just told you. You can reach me at eva@example.com or +34 600 123 456.")
        .customer(u"Let me talk to a person");
    talk.input.trigger = {TriggerType::Keyword, QStringLiteral("The customer asked for a human."), 0.95};
    return talk;
}

} // namespace

void TestSummary::factsComeFromTheTextWithTheirMessages()
{
    const Talk talk = english();
    const Summary summary = summarize(talk.input);
    QVERIFY(valueOf(summary, "order").contains(QLatin1String("AB-12345")));
    QVERIFY(valueOf(summary, "amount").contains(QLatin1String("59.90")));
    QCOMPARE(valueOf(summary, "date"), QStringLiteral("2026-11-03"));
    QCOMPARE(valueOf(summary, "email"), QStringLiteral("eva@example.com"));
    QCOMPARE(valueOf(summary, "phone"), QStringLiteral("+34 600 123 456"));
    for (const Fact& fact : summary.facts) {
        const auto stated =
            std::find_if(talk.input.messages.begin(), talk.input.messages.end(),
                         [&fact](const Message& message) { return message.id == fact.messageId; });
        QVERIFY(stated != talk.input.messages.end());
        QVERIFY(stated->content.contains(fact.value));
        QVERIFY(stated->author == Author::Customer);
    }
    QCOMPARE(summary.customerEmail, QStringLiteral("eva@example.com"));
    QCOMPARE(summary.messageCount, 6);
    QCOMPARE(summary.durationSeconds, qint64(150));
    QCOMPARE(summary.basedOnSeq, talk.input.messages.back().seq);
    QCOMPARE(summary.engine, QStringLiteral("offline"));
    QCOMPARE(summary.language, QStringLiteral("en"));
}

void TestSummary::threeLanguages_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("issue");
    QTest::addColumn<QString>("tried");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* language, const char16_t* issue, const char16_t* tried,
                        const char16_t* text) {
        QTest::newRow(language) << QString::fromLatin1(language) << QStringView(issue).toString()
                                << QStringView(tried).toString() << QStringView(text).toString();
    };
    row("en", u"arrived broken", u"refund", u"My lamp from order 4711 arrived broken and the box was open.");
    row("es", u"llegó rota", u"reembolso",
        u"La lámpara de mi pedido 4711 llegó rota y la caja estaba abierta.");
    row("pt", u"chegou quebrada", u"reembolso",
        u"A luminária do meu pedido 4711 chegou quebrada e a caixa estava aberta.");
}

void TestSummary::threeLanguages()
{
    QFETCH(const QString, language);
    QFETCH(const QString, issue);
    QFETCH(const QString, tried);
    QFETCH(const QString, text);
    Talk talk;
    const char16_t* answer = language == QLatin1String("en")   ? u"I can offer you a refund."
                             : language == QLatin1String("es") ? u"Puedo ofrecerte un reembolso."
                                                               : u"Posso oferecer um reembolso.";
    talk.customer(reinterpret_cast<const char16_t*>(text.utf16())).bot(answer);
    talk.input.trigger = {TriggerType::Failure, {}, 1.0};
    const Summary summary = summarize(talk.input);
    QCOMPARE(summary.language, language);
    QVERIFY2(summary.mainIssue.contains(issue), qPrintable(summary.mainIssue));
    QVERIFY(text.contains(summary.mainIssue));
    QVERIFY2(summary.botTried.join(u' ').contains(tried), qPrintable(summary.botTried.join(u'|')));
    QVERIFY(!summary.whyEscalated.isEmpty());
    QVERIFY(!summary.suggestedAction.isEmpty());
    QVERIFY(valueOf(summary, "order").contains(QLatin1String("4711")));
}

void TestSummary::wishIsNoIssue()
{
    const Summary summary = summarize(english().input);
    QVERIFY2(summary.mainIssue.contains(QLatin1String("charged twice")), qPrintable(summary.mainIssue));
    QVERIFY(!summary.mainIssue.contains(QLatin1String("talk to a person")));
    Talk only;
    only.customer(u"I want to speak to a human agent right now please");
    only.input.trigger = {TriggerType::Keyword, {}, 1.0};
    QVERIFY(summarize(only.input).mainIssue.isEmpty());
}

void TestSummary::theIssueBesideTheWish_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("issue");
    const auto row = [](const char* name, const char16_t* said, const char16_t* issue) {
        QTest::newRow(name) << QStringView(said).toString() << QStringView(issue).toString();
    };
    row("after a comma", u"I want to talk to a human, my invoice 4412 is wrong", u"My invoice 4412 is wrong");
    row("before a comma", u"my invoice 4412 is wrong, I want to talk to a human",
        u"My invoice 4412 is wrong");
    row("because", u"Hi, I need an agent because my package never arrived", u"My package never arrived");
    row("dash", u"agent please - I was charged twice", u"I was charged twice");
    row("and", u"my router keeps dropping and i want to speak to a person", u"My router keeps dropping");
    row("no joint", u"my invoice 4412 is wrong can I talk to a human", u"My invoice 4412 is wrong");
    row("about", u"I want to talk to a human about my invoice 4412", u"My invoice 4412");
    row("what for", u"I need an agent to cancel my order 7781", u"Cancel my order 7781");
    row("who can tell", u"can somebody real tell me where my order 5512 is?", u"Where my order 5512 is?");
    row("a fact alone", u"agent please, order 5512", u"Order 5512");
    row("nothing to cut", u"I want to speak to my account manager", u"I want to speak to my account manager");
    row("the bot itself", u"I don't want to talk to a bot, I want a human", u"");
    row("sentence after", u"I want to talk to a human. My invoice 4412 is wrong.",
        u"My invoice 4412 is wrong.");
    row("sentence before", u"My invoice 4412 is wrong. I want to talk to a human.",
        u"My invoice 4412 is wrong.");
    row("es, comma", u"Hola, necesito hablar con una persona, mi factura 4412 de 30 € está mal",
        u"Mi factura 4412 de 30 € está mal");
    row("es, ya que", u"quiero hablar con un agente ya que no ha llegado mi pedido 9921",
        u"No ha llegado mi pedido 9921");
    row("es, y", u"Me cobraron dos veces y quiero hablar con una persona", u"Me cobraron dos veces");
    row("es, no joint", u"necesito una persona no puedo entrar a mi cuenta", u"No puedo entrar a mi cuenta");
    row("es, para", u"quiero una persona para cancelar mi contrato", u"Cancelar mi contrato");
    row("pt, comma", u"Quero falar com um atendente, meu pedido 7781 veio quebrado",
        u"Meu pedido 7781 veio quebrado");
    row("pt, que", u"Quero falar com um atendente que meu pedido 7781 veio quebrado",
        u"Meu pedido 7781 veio quebrado");
    row("pt, pois", u"preciso de um atendente pois minha internet caiu", u"Minha internet caiu");
    row("pt, e", u"minha fatura veio errada e quero falar com um atendente", u"Minha fatura veio errada");
}

void TestSummary::theIssueBesideTheWish()
{
    QFETCH(const QString, said);
    QFETCH(const QString, issue);
    Talk talk;
    talk.customer(reinterpret_cast<const char16_t*>(said.utf16()));
    const Summary summary = summarize(talk.input);
    QCOMPARE(summary.mainIssue, issue);
    QCOMPARE(closingNoteFor(summary, {}).contains(QLatin1String("Issue: not stated")), issue.isEmpty());
}

void TestSummary::notesAndNoticesAreNotRead()
{
    Talk talk;
    talk.customer(u"My parcel is late").say(Author::System, u"You will talk to a person. Order 999999.");
    talk.say(Author::Agent, u"secret note about order 888888").input.messages.back().note = true;
    const Summary summary = summarize(talk.input);
    QCOMPARE(summary.messageCount, 1);
    QVERIFY(summary.facts.empty());
}

void TestSummary::theIssueIsCompleted_data()
{
    QTest::addColumn<QStringList>("turns");
    QTest::addColumn<QString>("issue");
    const auto row = [](const char* name, const QStringList& turns, const char16_t* issue) {
        QTest::newRow(name) << turns << QStringView(issue).toString();
    };
    row("the item",
        {QStringLiteral("The item arrived damaged"), QStringLiteral("Which one?"),
         QStringLiteral("the glass table")},
        u"The item [glass table] arrived damaged");
    row("it",
        {QStringLiteral("It stopped working after two days"), QStringLiteral("What is it?"),
         QStringLiteral("a Sony WH-1000XM5 from March")},
        u"It [Sony WH-1000XM5] stopped working after two days");
    row("named already",
        {QStringLiteral("My kettle arrived damaged"), QStringLiteral("Oh."),
         QStringLiteral("and the toaster too")},
        u"My kettle arrived damaged");
    row("opening", {QStringLiteral("Hi, I am writing to complain about a damaged kettle in my last order.")},
        u"A damaged kettle in my last order.");
    row("wish",
        {QStringLiteral("My kettle arrived damaged."), QStringLiteral("I am sorry."),
         QStringLiteral("ok fine, just refund me")},
        u"My kettle arrived damaged. Just refund me");
    row("no human",
        {QStringLiteral("My kettle arrived damaged."), QStringLiteral("I am sorry."),
         QStringLiteral("I need a human agent")},
        u"My kettle arrived damaged.");
    row("ship again",
        {QStringLiteral("My parcel was lost."), QStringLiteral("Oh."), QStringLiteral("then re-ship it!")},
        u"My parcel was lost. Re-ship it!");
    row("what somebody would drink",
        {QStringLiteral("My Delonghi Magnifica S stopped grinding"), QStringLiteral("Have you cleaned it?"),
         QStringLiteral("yes. i need coffee lol")},
        u"My Delonghi Magnifica S stopped grinding");
    row("a machine, not what it makes",
        {QStringLiteral("It stopped working after two days"), QStringLiteral("Oh."),
         QStringLiteral("and i need my coffee")},
        u"It stopped working after two days");
    row("three words", {QStringLiteral("o aplicativo trava")}, u"O aplicativo trava");
    row("only", {QStringLiteral("só chegaram cinco das seis cadeiras")},
        u"Só chegaram cinco das seis cadeiras");
    row("the order's number", {QStringLiteral("Order no. OD44556677 has not arrived")},
        u"Order no. OD44556677 has not arrived");
}

void TestSummary::theIssueIsCompleted()
{
    QFETCH(const QStringList, turns);
    QFETCH(const QString, issue);
    Talk talk;
    for (qsizetype i = 0; i < turns.size(); ++i)
        talk.say(i % 2 == 0 ? Author::Customer : Author::Bot,
                 reinterpret_cast<const char16_t*>(turns[i].utf16()));
    QCOMPARE(summarize(talk.input).mainIssue, issue);
}

void TestSummary::aQuestionStaysOpenWhenTheBotFails()
{
    Talk talk;
    talk.customer(u"When does it come?").bot(u"I do not know that.");
    QCOMPARE(summarize(talk.input).openQuestion, QStringLiteral("When does it come?"));
}

void TestSummary::whyWithoutAReason()
{
    Talk talk;
    talk.customer(u"My parcel is late").bot(u"I am sorry.").customer(u"Let me talk to a person");
    QCOMPARE(summarize(talk.input).whyEscalated, QStringLiteral("The customer asked for a human."));
    Talk angry;
    angry.customer(u"This is ridiculous, your service is useless and a scam!");
    QCOMPARE(summarize(angry.input).whyEscalated,
             QStringLiteral("A human was requested. The customer is frustrated."));
}

void TestSummary::openQuestion()
{
    Talk talk;
    talk.customer(u"When does it come?");
    QCOMPARE(summarize(talk.input).openQuestion, QStringLiteral("When does it come?"));
    talk.say(Author::System, u"Somebody is on the way.");
    QCOMPARE(summarize(talk.input).openQuestion, QStringLiteral("When does it come?"));
    talk.bot(u"Tomorrow.");
    QCOMPARE(summarize(talk.input).openQuestion, QString());
}

void TestSummary::theWishIsNoQuestion_data()
{
    QTest::addColumn<QStringList>("turns");
    QTest::addColumn<QString>("question");
    const auto row = [](const char* name, const QStringList& turns, const char16_t* question) {
        QTest::newRow(name) << turns << QStringView(question).toString();
    };
    row("alone", {QStringLiteral("can I talk to an agent please?")}, u"");
    row("the bot failed",
        {QStringLiteral("Where is my order 5512?"), QStringLiteral("Sorry, I did not understand that."),
         QStringLiteral("can I talk to an agent please?")},
        u"Where is my order 5512?");
    row("the bot asked in return",
        {QStringLiteral("How much is it?"), QStringLiteral("Hi! I can help. What is your order number?"),
         QStringLiteral("5512"), QStringLiteral("Thank you! Please tell me your e-mail address."),
         QStringLiteral("human please")},
        u"How much is it?");
    row("the bot answered",
        {QStringLiteral("Where is my order 5512?"), QStringLiteral("It is in Madrid and arrives tomorrow."),
         QStringLiteral("can I talk to an agent please?")},
        u"");
    row("both", {QStringLiteral("can I talk to an agent, where is my order 5512?")},
        u"where is my order 5512?");
    row("es",
        {QStringLiteral("¿Dónde está mi pedido 5512?"), QStringLiteral("Lo siento, no te he entendido."),
         QStringLiteral("¿puedo hablar con una persona?")},
        u"¿Dónde está mi pedido 5512?");
    row("pt",
        {QStringLiteral("Cadê meu pedido 5512?"), QStringLiteral("Por favor, informe seu e-mail."),
         QStringLiteral("posso falar com um atendente?")},
        u"Cadê meu pedido 5512?");
}

void TestSummary::theWishIsNoQuestion()
{
    QFETCH(const QStringList, turns);
    QFETCH(const QString, question);
    Talk talk;
    for (qsizetype i = 0; i < turns.size(); ++i)
        talk.say(i % 2 == 0 ? Author::Customer : Author::Bot,
                 reinterpret_cast<const char16_t*>(turns[i].utf16()));
    QCOMPARE(summarize(talk.input).openQuestion, question);
}

void TestSummary::addressesStayWhole()
{
    Talk talk;
    talk.customer(u"my lamp is broken, look at https://x.example/y?z=1");
    QCOMPARE(summarize(talk.input).openQuestion, QString());
    QVERIFY(summarize(talk.input).mainIssue.endsWith(QLatin1String("https://x.example/y?z=1")));
    talk.customer(u"why does https://x.example/y?z=1 not open?");
    QCOMPARE(summarize(talk.input).openQuestion,
             QStringLiteral("why does https://x.example/y?z=1 not open?"));
    talk.customer(u"https://x.example/y?");
    QCOMPARE(summarize(talk.input).openQuestion,
             QStringLiteral("why does https://x.example/y?z=1 not open?"));
}

void TestSummary::emptyConversation()
{
    const Summary summary = summarize(SummaryInput{});
    QCOMPARE(summary.messageCount, 0);
    QVERIFY(summary.mainIssue.isEmpty() && summary.facts.empty());
    QCOMPARE(summary.sentimentLabel, QStringLiteral("neutral"));
}

void TestSummary::filesWithoutWords()
{
    Talk talk;
    talk.bot(u"Hello, how can I help?").customer(u"").bot(u"Sorry, I did not understand.");
    talk.input.conversation.language = QStringLiteral("es");
    QVERIFY(summarize(talk.input).mainIssue.isEmpty());
    talk.input.messages[1].attachments.push_back({{}, QStringLiteral("a.png"), {}, 1, {}, 0, 0});
    QCOMPARE(summarize(talk.input).mainIssue,
             QStringLiteral("El cliente envió archivos sin decir de qué se trata."));
    talk.customer(u"My lamp from order 4711 arrived broken.");
    QVERIFY(summarize(talk.input).mainIssue.contains(QLatin1String("lamp")));
}

void TestSummary::longConversationIsQuick()
{
    Talk talk;
    for (int i = 0; i < 100; ++i)
        talk.customer(u"My order AB-12345 from 2026-11-03 has still not arrived, I paid $59.90 for it. Where "
                      u"is it?")
            .bot(u"I am sorry to hear that. I will check the tracking, please confirm your order number.");
    QElapsedTimer timer;
    timer.start();
    const Summary summary = summarize(talk.input);
    // Some five milliseconds in a release build; sanitizers take longer.
    QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(summary.botTried.size() <= 5);
    QCOMPARE(summary.messageCount, 200);
    QVERIFY(summary.mainIssue.size() <= 240);
}

void TestSummary::sentiment()
{
    Talk talk;
    talk.customer(u"This is ridiculous, your service is useless and a scam!");
    QCOMPARE(summarize(talk.input).sentimentLabel, QStringLiteral("frustrated"));
}

RELEVO_TEST(TestSummary)
#include "tst_summary.moc"
