#include "support/test_main.h"

#include <bot/faq_bot.h>

#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::bot;

class TestFaqBot final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersEachQuestion_data();
    void answersEachQuestion();
    void answersInTheLanguageItWasTold();
    void doesNotKnow_data();
    void doesNotKnow();
    void wordsChangeWithTheFailures();
    void smallTalkIsNoAnswer();
    void aStoryIsNoQuestion();
    void aQuestionIsMoreThanAGreeting();
    void offersAPersonWhenItDoesNotKnow();
    void greets();
    void aProjectsOwnQuestionsComeFirst();
    void aMissingLanguageIsAnsweredInAnother();
    void tellsTheProjectsHours_data();
    void tellsTheProjectsHours();
    void putsHoursIntoAnAnswer_data();
    void putsHoursIntoAnAnswer();
    void neverOpenIsSaidInsteadOfTheSentence();
    void offersNobodyWhoDoesNotCome_data();
    void offersNobodyWhoDoesNotCome();
    void refusesBrokenFiles_data();
    void refusesBrokenFiles();
};

namespace {

FaqBot builtIn()
{
    Result<FaqBot> bot = FaqBot::builtIn();
    if (!bot)
        qFatal("%s", qPrintable(bot.error().message));
    return std::move(*bot);
}

QByteArray whole()
{
    return R"({"greeting":{"en":"Hi","es":"Hola","pt":"Oi"},
               "unknown":{"en":["?"],"es":["?"],"pt":["?"]},
               "alone":{"unknown":{"en":["??"],"es":["??"],"pt":["??"]},
                        "wish":{"en":"Nobody","es":"Nadie","pt":"Ninguém"}},
               "entries":[{"words":{"en":["open"],"es":["abren"],"pt":["abrem"]},
                           "answer":{"en":"At 9","es":"A las 9","pt":"Às 9"}}]})";
}

} // namespace

void TestFaqBot::answersEachQuestion_data()
{
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("part");
    const auto row = [](const char16_t* question, const char* language, const char16_t* part) {
        const QString text = QStringView(question).toString();
        QTest::newRow(qPrintable(text))
            << text << QString::fromLatin1(language) << QStringView(part).toString();
    };
    row(u"What are your opening hours?", "en", u"at any time");
    row(u"¿Cuál es el horario?", "es", u"a cualquier hora");
    row(u"is it open on christmas?", "en", u"at any time");
    row(u"¿abren el domingo?", "es", u"a cualquier hora");
    row(u"vocês abrem domingo?", "pt", u"a qualquer hora");
    row(u"Qual é o horário de vocês?", "pt", u"a qualquer hora");
    row(u"How long does delivery take?", "en", u"two to four");
    row(u"¿Cuánto tarda el envío?", "es", u"dos a cuatro");
    row(u"Quanto tempo demora a entrega?", "pt", u"dois a quatro");
    row(u"How can I return a jacket?", "en", u"30 days");
    row(u"Quiero devolver unos zapatos", "es", u"30 días");
    row(u"Gostaria de devolver um produto", "pt", u"30 dias");
    row(u"Which payment methods do you have?", "en", u"card");
    row(u"¿Aceptan tarjeta?", "es", u"tarjeta");
    row(u"Quais são as formas de pagamento?", "pt", u"cartão");
    row(u"Where is my order?", "en", u"dispatch e-mail");
    row(u"¿Dónde está mi pedido?", "es", u"correo de envío");
    row(u"Onde está o meu pedido?", "pt", u"e-mail de envio");
    row(u"Can I change the address?", "en", u"My orders");
    row(u"Necesito cambiar la dirección", "es", u"Mis pedidos");
    row(u"Preciso mudar o endereço", "pt", u"Meus pedidos");
}

void TestFaqBot::answersEachQuestion()
{
    QFETCH(const QString, question);
    QFETCH(const QString, language);
    QFETCH(const QString, part);
    const FaqBot bot = builtIn();
    // With the language known and before it is.
    for (const QString& told : {language, QString()}) {
        const BotReply reply = bot.answer(question, told, 0, {});
        QVERIFY2(reply.text.contains(part), qPrintable(told + u' ' + reply.text));
        QVERIFY(!reply.failed);
        QVERIFY(reply.answered);
    }
}

void TestFaqBot::answersInTheLanguageItWasTold()
{
    const BotReply word = builtIn().answer(QStringLiteral("opening hours"), QStringLiteral("pt"), 0, {});
    QVERIFY2(word.text.contains(QLatin1String("qualquer hora")), qPrintable(word.text));
    // Who asks in another language has changed to it.
    const BotReply asked =
        builtIn().answer(QStringLiteral("what are your opening hours?"), QStringLiteral("pt"), 0, {});
    QVERIFY2(asked.text.contains(QLatin1String("at any time")), qPrintable(asked.text));
    QVERIFY(builtIn()
                .answer(QStringLiteral("opening hours"), QStringLiteral("fr"), 0, {})
                .text.contains(QLatin1String("at any time")));
}

void TestFaqBot::doesNotKnow_data()
{
    QTest::addColumn<QString>("text");
    for (const char16_t* text :
         {u"", u"?", u"asdf qwer", u"my screen shows a green line", u"la pantalla parpadea",
          u"a tela pisca em verde", u"我的订单在哪里", u"👍"}) {
        const QString row = QStringView(text).toString();
        QTest::newRow(qPrintable(row)) << row;
    }
}

void TestFaqBot::doesNotKnow()
{
    QFETCH(const QString, text);
    const FaqBot bot = builtIn();
    for (const char* language : {"en", "es", "pt", "", "de"}) {
        const BotReply reply = bot.answer(text, QString::fromLatin1(language), 0, {});
        QVERIFY(reply.failed);
        QVERIFY(!reply.answered);
        QVERIFY(!reply.text.isEmpty());
    }
}

void TestFaqBot::wordsChangeWithTheFailures()
{
    const FaqBot bot = builtIn();
    const auto text = [&bot](int failures) {
        return bot.answer(QStringLiteral("xyzzy"), QStringLiteral("en"), failures, {}).text;
    };
    QVERIFY(text(0) != text(1));
    QVERIFY(text(1) != text(2));
    QCOMPARE(text(2), text(50));
}

void TestFaqBot::smallTalkIsNoAnswer()
{
    const FaqBot bot = builtIn();
    const BotReply hello = bot.answer(QStringLiteral("hello"), QStringLiteral("en"), 0, {});
    QVERIFY(!hello.failed && !hello.answered);
    // Politeness around a question does not hide it.
    const BotReply question =
        bot.answer(QStringLiteral("hello, what are your opening hours please"), QStringLiteral("en"), 0, {});
    QVERIFY(question.answered);
    QVERIFY(bot.answer(QStringLiteral("hello, my screen shows a green line"), QStringLiteral("en"), 0, {})
                .failed);
}

void TestFaqBot::aStoryIsNoQuestion()
{
    const QString story =
        QStringLiteral("I bought a lamp from you two weeks ago and you said that I can return it, but the "
                       "courier never came to pick "
                       "it up and now the form says that the time is over, so what happens to my money?");
    QVERIFY(builtIn().answer(story, QStringLiteral("en"), 0, {}).failed);
}

void TestFaqBot::aQuestionIsMoreThanAGreeting()
{
    const BotReply reply =
        builtIn().answer(QStringLiteral("hi, horario por favor"), QStringLiteral("en"), 0, {});
    QVERIFY2(reply.answered, qPrintable(reply.text));
}

void TestFaqBot::offersAPersonWhenItDoesNotKnow()
{
    const FaqBot bot = builtIn();
    for (int failures = 0; failures < 3; ++failures) {
        QVERIFY(bot.answer(QStringLiteral("xyzzy"), QStringLiteral("en"), failures, {})
                    .text.contains(QLatin1String("person")));
        QVERIFY(bot.answer(QStringLiteral("xyzzy"), QStringLiteral("es"), failures, {})
                    .text.contains(QLatin1String("persona")));
        QVERIFY(bot.answer(QStringLiteral("xyzzy"), QStringLiteral("pt"), failures, {})
                    .text.contains(QLatin1String("pessoa")));
    }
}

void TestFaqBot::greets()
{
    const FaqBot bot = builtIn();
    QVERIFY(bot.greeting(QStringLiteral("es")).startsWith(QStringLiteral("¡Hola!")));
    // Not every project sells something.
    QVERIFY(!bot.greeting(QStringLiteral("en")).contains(QLatin1String("order")));
    QVERIFY(bot.greeting(QStringLiteral("pt")) != bot.greeting(QStringLiteral("es")));
    QCOMPARE(bot.greeting(QStringLiteral("fr")), bot.greeting(QStringLiteral("en")));
    QCOMPARE(bot.greeting({}), bot.greeting(QStringLiteral("en")));
}

void TestFaqBot::aProjectsOwnQuestionsComeFirst()
{
    const QString en = QStringLiteral("en");
    const domain::FaqEntry own{QStringLiteral("returns"),
                               {{en, {QStringLiteral("How return"), QStringLiteral("gift-wrap")}}},
                               {{en, QStringLiteral("Ours: {hours}")}}};
    const QString question = QStringLiteral("How can I return it?");
    QVERIFY(builtIn()
                .with({own}, true)
                .answer(question, en, 0, {})
                .text.startsWith(QLatin1String("Ours: around the clock")));
    QVERIFY(builtIn().with({own}, true).knows(QStringLiteral("Do you gift wrap?"), en));
    const QString payment = QStringLiteral("Which payment methods do you have?");
    QVERIFY(builtIn().with({own}, true).answer(payment, en, 0, {}).answered);
    // Without the built-in ones only manners stay.
    const FaqBot alone = builtIn().with({own}, false);
    QVERIFY(alone.answer(payment, en, 0, {}).failed);
    QVERIFY(alone.answer(question, en, 0, {}).answered);
    QVERIFY(!alone.answer(QStringLiteral("hello"), en, 0, {}).failed);
}

void TestFaqBot::aMissingLanguageIsAnsweredInAnother()
{
    const domain::FaqEntry own{
        QStringLiteral("parking"),
        {{QStringLiteral("es"), {QStringLiteral("aparcar"), QStringLiteral("Estación")}}},
        {{QStringLiteral("es"), QStringLiteral("Sí, hay sitio.")}}};
    const FaqBot bot = builtIn().with({own}, true);
    QCOMPARE(
        bot.answer(QStringLiteral("¿Se puede APARCAR cerca de la estacion?"), QStringLiteral("pt"), 0, {})
            .text,
        QStringLiteral("Sí, hay sitio."));
}

void TestFaqBot::tellsTheProjectsHours_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* language, const char16_t* sentence) {
        QTest::newRow(language) << QString::fromLatin1(language) << QStringView(sentence).toString();
    };
    row("en", u"We are open Monday to Friday from 09:00 to 14:00 and from 16:00 to 19:30, Saturday around "
              u"the clock "
              u"and Sunday from 22:00 to 06:00 (time of America/Sao Paulo).");
    row("es",
        u"Atendemos de lunes a viernes de 09:00 a 14:00 y de 16:00 a 19:30, el sábado las 24 horas y el "
        u"domingo de 22:00 a 06:00 (hora de America/Sao Paulo).");
    row("pt", u"Atendemos de segunda a sexta das 09:00 às 14:00 e das 16:00 às 19:30, sábado 24 horas e "
              u"domingo das "
              u"22:00 às 06:00 (horário de America/Sao Paulo).");
}

void TestFaqBot::tellsTheProjectsHours()
{
    QFETCH(const QString, language);
    domain::BusinessHours hours;
    hours.timezone = QStringLiteral("America/Sao_Paulo");
    hours.days.fill({{540, 840}, {960, 1170}});
    hours.days[5] = {{0, 1440}};
    hours.days[6] = {{1320, 1800}};
    QTEST(builtIn().answer(QStringLiteral("horario / opening hours"), language, 0, hours).text, "sentence");
    hours.days = {};
    QVERIFY(
        !builtIn().answer(QStringLiteral("horario / opening hours"), language, 0, hours).text.contains(u':'));
}

void TestFaqBot::putsHoursIntoAnAnswer_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("told");
    const auto row = [](const char* language, const char16_t* answer, const char16_t* told) {
        QTest::newRow(qPrintable(QStringView(answer).toString()))
            << QString::fromLatin1(language) << QStringView(answer).toString()
            << QStringView(told).toString();
    };
    row("en", u"{hours}", u"We are open Monday to Friday from 09:00 to 17:00 (time of Europe/Madrid).");
    row("en", u"Thank you for asking. {hours} Come by!",
        u"Thank you for asking. We are open Monday to Friday from 09:00 to 17:00 (time of Europe/Madrid). "
        u"Come "
        u"by!");
    row("en", u"We are open {hours}",
        u"We are open Monday to Friday from 09:00 to 17:00 (time of Europe/Madrid)");
    row("en", u"Come by {hours}! Bring the slip.",
        u"Come by Monday to Friday from 09:00 to 17:00 (time of Europe/Madrid)! Bring the slip.");
    row("en", u"Opening hours: {hours}.",
        u"Opening hours: Monday to Friday from 09:00 to 17:00 (time of Europe/Madrid).");
    row("en", u"Opening hours:\n{hours}.\nShop: {hours}",
        u"Opening hours:\nWe are open Monday to Friday from 09:00 to 17:00 (time of Europe/Madrid).\nShop: "
        u"Monday to Friday from 09:00 to 17:00 (time of Europe/Madrid)");
    row("es", u"Estamos abiertos {hours}.",
        u"Estamos abiertos de lunes a viernes de 09:00 a 17:00 (hora de Europe/Madrid).");
    row("es", u"{hours} ¿Algo más?",
        u"Atendemos de lunes a viernes de 09:00 a 17:00 (hora de Europe/Madrid). ¿Algo más?");
    row("es", u"{hours} hay alguien en la tienda.",
        u"De lunes a viernes de 09:00 a 17:00 (hora de Europe/Madrid) hay alguien en la tienda.");
    row("pt", u"A loja abre {hours}, sem almoço.",
        u"A loja abre de segunda a sexta das 09:00 às 17:00 (horário de Europe/Madrid), sem almoço.");
}

void TestFaqBot::putsHoursIntoAnAnswer()
{
    QFETCH(const QString, language);
    QFETCH(const QString, answer);
    domain::BusinessHours hours;
    hours.timezone = QStringLiteral("Europe/Madrid");
    for (std::size_t day = 0; day < 5; ++day)
        hours.days.at(day) = {{540, 1020}};
    const domain::FaqEntry own{
        QStringLiteral("visits"), {{language, {QStringLiteral("visit")}}}, {{language, answer}}};
    QTEST(builtIn().with({own}, true).answer(QStringLiteral("visit"), language, 0, hours).text, "told");
}

void TestFaqBot::neverOpenIsSaidInsteadOfTheSentence()
{
    const QString en = QStringLiteral("en");
    const domain::FaqEntry own{QStringLiteral("visits"),
                               {{en, {QStringLiteral("visit")}}},
                               {{en, QStringLiteral("Gladly! Come by {hours}. We have coffee.")}}};
    const QString question = QStringLiteral("visit");
    const FaqBot bot = builtIn().with({own}, true);
    QCOMPARE(bot.answer(question, en, 0, domain::BusinessHours{}).text,
             QStringLiteral("Gladly! We have no opening hours at the moment. We have coffee."));
    QCOMPARE(bot.answer(question, en, 0, {}).text,
             QStringLiteral("Gladly! Come by around the clock. We have coffee."));
}

void TestFaqBot::offersNobodyWhoDoesNotCome_data()
{
    QTest::addColumn<QString>("said");
    for (const char16_t* text :
         {u"xyzzy", u"I want to talk to a person", u"quiero hablar con una persona, por favor",
          u"quero falar com uma pessoa", u"where is my package?", u"¿dónde está mi paquete?",
          u"onde está meu pacote?", u"I need to change the address", u"Necesito cambiar la dirección",
          u"Preciso mudar o endereço"})
        QTest::newRow(qPrintable(QStringView(text).toString())) << QStringView(text).toString();
}

void TestFaqBot::offersNobodyWhoDoesNotCome()
{
    QFETCH(const QString, said);
    const FaqBot bot = builtIn();
    for (const char* language : {"en", "es", "pt"}) {
        for (int failures = 0; failures < 3; ++failures) {
            const QString text = bot.answer(said, QString::fromLatin1(language), failures, {}, false).text;
            const bool refuses = text.contains(QLatin1String("cannot hand you over")) ||
                                 text.contains(QLatin1String("no puedo pasarte")) ||
                                 text.contains(QStringLiteral("não consigo passar"));
            QVERIFY2(refuses ||
                         !(text.contains(QLatin1String("person")) || text.contains(QLatin1String("pessoa"))),
                     qPrintable(text));
            const bool wishes = said.contains(QLatin1String("talk")) ||
                                said.contains(QLatin1String("hablar")) ||
                                said.contains(QLatin1String("falar"));
            QCOMPARE(refuses, wishes);
        }
    }
}

void TestFaqBot::refusesBrokenFiles_data()
{
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char* name, const char* what, const char* with) {
        QTest::newRow(name) << whole().replace(what, with);
    };
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("{");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("nothing in it") << QByteArray("{}");
    row("no greeting", "\"greeting\"", "\"other\"");
    row("greeting without Spanish", "\"es\":\"Hola\"", "\"fr\":\"Salut\"");
    row("no unknown", "\"unknown\"", "\"other\"");
    row("nothing for where nobody comes", "\"alone\"", "\"other\"");
    row("no answer to a wish", "\"wish\"", "\"other\"");
    row("no Spanish answer to a wish", "\"es\":\"Nadie\"", "\"fr\":\"x\"");
    row("unknown is a text", "[\"?\"],\"es\"", "\"?\",\"es\"");
    row("no entries", "\"entries\"", "\"other\"");
    row("entry without answer", "\"answer\"", "\"other\"");
    row("answer is a number", "\"At 9\"", "9");
    row("entry without words", "\"words\"", "\"other\"");
    row("words without Portuguese", "\"pt\":[\"abrem\"]", "\"pt\":[]");
    row("words that say nothing", "[\"open\"]", "[\" \"]");
}

void TestFaqBot::refusesBrokenFiles()
{
    QVERIFY(FaqBot::fromJson(whole()));
    QFETCH(const QByteArray, json);
    QVERIFY(json != whole());
    const Result<FaqBot> bot = FaqBot::fromJson(json);
    QVERIFY(!bot);
    QVERIFY(bot.error().code == ErrorCode::Invalid);
}

RELEVO_TEST(TestFaqBot)
#include "tst_faqbot.moc"
