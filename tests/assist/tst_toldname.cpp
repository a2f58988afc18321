#include "support/test_main.h"

#include <assist/summary.h>
#include <assist/told_name.h>

#include <QtTest/QtTest>

using namespace relevo::assist;
using namespace relevo::domain;

class TestToldName final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTold_data();
    void isTold();
    void isNotTold_data();
    void isNotTold();
    void answersWhoAsked();
    void theContactsNameGoesFirst();
};

namespace {

Message nameTurn(Author author, const QString& text)
{
    Message message;
    message.author = author;
    message.content = text;
    return message;
}

} // namespace

void TestToldName::isTold_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    const auto row = [](const char16_t* text, const char16_t* name) {
        const QString line = QStringView(text).toString();
        QTest::newRow(qPrintable(line)) << line << QStringView(name).toString();
    };
    row(u"I was charged twice. My name is Priya Raman", u"Priya Raman");
    row(u"buenas, soy Marta Gil. Compré unas zapatillas", u"Marta Gil");
    row(u"hola soy Marta, mi pedido no llega", u"Marta");
    row(u"quiero hablar con una persona, me llamo Íñigo Arrieta y mi correo es inigo@x.com",
        u"Íñigo Arrieta");
    row(u"Hi, it's Tom Becker (tom@becker.io). My wife ordered 6 chairs", u"Tom Becker");
    row(u"this is Tom Becker, where is my order?", u"Tom Becker");
    row(u"Tom Becker here. Where is my order?", u"Tom Becker");
    row(u"oi, aqui é o João Silva, meu pedido atrasou", u"João Silva");
    row(u"meu nome é Ana Paula de Souza e comprei uma mesa", u"Ana Paula de Souza");
    row(u"oi, sou a Ana, comprei uma mesa", u"Ana");
    row(u"my name is john smith and my order is late", u"john smith");
    row(u"Hi I'm Priya, my order is late", u"Priya");
    row(u"I am Priya and I ordered a lamp", u"Priya");
    row(u"me llamo Juan", u"Juan");
    row(u"I'm Jean-Luc O'Neil, order 5512", u"Jean-Luc O'Neil");
    row(u"mi nombre es Rosa Blanca", u"Rosa Blanca");
    row(u"my name is Will Smith", u"Will Smith");
    row(u"My name's Siobhán O’Brien, where is it", u"Siobhán O’Brien");
    row(u"I'm Karl von der Heide. Hello", u"Karl von der Heide");
    row(u"hola, aquí Marta Gil, ¿y mi pedido?", u"Marta Gil");
    row(u"My name is Priya. My order is late", u"Priya");
    row(u"my name: Priya Raman", u"Priya Raman");
    row(u"hey I'm Anna from Berlin", u"Anna");
    row(u"Soy Celíaca, ¿lleva gluten?", u"");
    row(u"I am Lucky to have you", u"");
    row(u"it's Christmas Eve and my parcel is not here", u"");
    row(u"I'm Vodafone customer", u"");
    row(u"soy Movistar", u"");
}

void TestToldName::isTold()
{
    QFETCH(const QString, text);
    QFETCH(const QString, name);
    QCOMPARE(toldName({nameTurn(Author::Customer, text)}), name);
}

void TestToldName::isNotTold_data()
{
    QTest::addColumn<QString>("text");
    for (const char16_t* text : {u"I am angry",
                                 u"I am Angry!",
                                 u"soy cliente desde 2015",
                                 u"Soy Cliente Premium",
                                 u"I'm Spanish",
                                 u"soy Español",
                                 u"sou brasileira",
                                 u"I'm Amazon Prime member",
                                 u"it's Black Friday",
                                 u"It's Monday",
                                 u"this is Amazon Prime",
                                 u"This is Ridiculous",
                                 u"my name is wrong on the invoice",
                                 u"my name is misspelled on the ticket",
                                 u"my name is on the list",
                                 u"mi nombre es incorrecto en la factura",
                                 u"meu nome está errado",
                                 u"My Name Is Not On The List",
                                 u"I'M FURIOUS",
                                 u"I Am Very Angry With You Guys",
                                 u"I am from Madrid",
                                 u"soy de Madrid",
                                 u"sou de Lisboa",
                                 u"me llamó Juan, el técnico",
                                 u"I'm Waiting Since Monday",
                                 u"I'm still waiting for Tom Becker",
                                 u"it's the Samsung Galaxy",
                                 u"It's Samsung Galaxy",
                                 u"I'm in Paris",
                                 u"soy yo",
                                 u"sou eu",
                                 u"soy la madre de Juan Pérez",
                                 u"I'm calling for Tom Becker",
                                 u"I am Tom's wife",
                                 u"my name is not Tom",
                                 u"no soy Marta",
                                 u"I'm not Tom",
                                 u"es urgente",
                                 u"Es Urgente",
                                 u"es Martes",
                                 u"aquí no llega nada",
                                 u"aqui em São Paulo",
                                 u"aqui São Paulo",
                                 u"aquí Barcelona",
                                 u"it's New York",
                                 u"This is Spam",
                                 u"My name is",
                                 u"I'm Done",
                                 u"I'm Vegan",
                                 u"what is your name?",
                                 u"I'm at Heathrow Airport",
                                 u"this is Order 5512",
                                 u"soy Autónomo",
                                 u"I am Bank of America customer",
                                 u"I'm Locked Out",
                                 u"I'm Out Of Patience",
                                 u"não sou Maria",
                                 u"this is getting ridiculous",
                                 u"I'm with Vodafone",
                                 u"my name is appearing twice on the invoice",
                                 u"Contrataram seguro em meu nome e descontam na conta",
                                 u"Founder here, would love ten minutes",
                                 u"en mi nombre es imposible"}) {
        const QString line = QStringView(text).toString();
        QTest::newRow(qPrintable(line)) << line;
    }
}

void TestToldName::isNotTold()
{
    QFETCH(const QString, text);
    QCOMPARE(toldName({nameTurn(Author::Customer, text)}), QString());
}

void TestToldName::answersWhoAsked()
{
    const auto answered = [](const QString& question, const QString& answer) {
        return toldName({nameTurn(Author::Bot, question), nameTurn(Author::Customer, answer)});
    };
    const QString name = QStringLiteral("Fernanda Alves");
    QCOMPARE(answered(QStringLiteral("Informe o nome completo e o CPF."), name), name);
    QCOMPARE(answered(QStringLiteral("Informe o nome completo e o CPF."),
                      QStringLiteral("Fernanda Alves, 123.456.789-00")),
             name);
    QCOMPARE(answered(QStringLiteral("What is your full name?"), name), name);
    QCOMPARE(answered(QStringLiteral("What is your name?"), QStringLiteral("Not Now")), QString());
    QCOMPARE(answered(QStringLiteral("What is the product name?"), QStringLiteral("Aurora Lamp")), QString());
    QCOMPARE(answered(QStringLiteral("Where do you live?"), name), QString());
    // What a bot calls itself is not the customer's.
    QCOMPARE(toldName({nameTurn(Author::Bot, QStringLiteral("Hi! My name is Max."))}), QString());
}

void TestToldName::theContactsNameGoesFirst()
{
    SummaryInput input;
    input.messages = {
        nameTurn(Author::Customer, QStringLiteral("My name is Priya Raman, where is my order?"))};
    QCOMPARE(summarize(input).customerName, QStringLiteral("Priya Raman"));
    input.conversation.contact.name = QStringLiteral("P. Raman");
    QCOMPARE(summarize(input).customerName, QStringLiteral("P. Raman"));
}

RELEVO_TEST(TestToldName)
#include "tst_toldname.moc"
