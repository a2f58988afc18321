#include "support/test_main.h"

#include <assist/facts.h>

#include <QtTest/QtTest>

#include <algorithm>
#include <array>
#include <random>

using namespace relevo::assist;
using namespace relevo::domain;

class TestFacts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void findsNothing_data();
    void findsNothing();
    void eachOnceWhereItFirstStood();
    void onlyWhatTheCustomerSaid();
    void aBareNumberIsWhatWasAskedFor();
    void theFullestNameOfAProduct();
    void whatMattersMostComesFirst();
    void everyFactIsAPartOfItsMessage();
    void longMessagesAreReadToTheirEnd();
    void hostileTextsAreQuick_data();
    void hostileTextsAreQuick();
};

namespace {

Message said(const QString& text, uchar number = 1)
{
    Message message;
    message.id = MessageId(QUuid(1, 2, 3, 0, 0, 0, 0, 0, 0, 0, number));
    message.content = text;
    return message;
}

QString found(const QString& text)
{
    QStringList list;
    for (const Fact& fact : factsOf({said(text)}))
        list.push_back(fact.kind + u':' + fact.value);
    return list.join(u' ');
}

} // namespace

void TestFacts::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("facts");
    const auto row = [](const char16_t* text, const char16_t* facts) {
        const QString line = QStringView(text).toString();
        QTest::newRow(qPrintable(line)) << line << QStringView(facts).toString();
    };
    row(u"call me on 0171/5556677", u"phone:0171/5556677");
    row(u"my number: 0171 / 555 66 77", u"phone:0171 / 555 66 77");
    row(u"llámame al 655-12-34-98", u"phone:655-12-34-98");
    row(u"it cost CHF 40.-", u"amount:CHF 40.-");
    row(u"they took 250 kr", u"amount:250 kr");
    row(u"3000 yen and 250 SEK", u"amount:3000 yen amount:250 SEK");
    row(u"me cobraron 45", u"amount:45");
    row(u"you doubled the price from 9.99 to 19.99", u"amount:9.99 amount:19.99");
    row(u"it was 12.50 instead of 9.99", u"amount:9.99");
    row(u"I ordered 2 phones for 1,998.00", u"amount:1,998.00");
    row(u"me costó 5€50", u"amount:5€50");
    row(u"PO 778812 has not come", u"order:778812");
    row(u"pedido: 55 10 22", u"order:55 10 22");
    row(u"it's 5512 (my order)", u"order:5512");
    row(u"my application MA-22871", u"reference:MA-22871");
    row(u"NIF B12345678", u"reference:B12345678");
    row(u"order 123456789, 612345678 is my phone", u"order:123456789 phone:612345678");
    row(u"mi pedido es el 4711, 612345678 es mi teléfono", u"order:4711 phone:612345678");
    row(u"pedido 471122, 11987654321 é o meu celular", u"order:471122 phone:11987654321");
    row(u"my order #4711-A is late", u"order:4711-A");
    row(u"Order number is AB-12345.", u"order:AB-12345");
    row(u"Regarding # 555-6667777-8889999", u"order:555-6667777-8889999");
    row(u"555-6667777-8889999 refund please", u"order:555-6667777-8889999");
    row(u"el pedido número 99812 no llega", u"order:99812");
    row(u"meu pedido 99812 não chegou", u"order:99812");
    row(u"I paid $59.90 for it", u"amount:$59.90");
    row(u"it cost 1.250,00 €", u"amount:1.250,00 €");
    row(u"me cobraron 30 euros", u"amount:30 euros");
    row(u"paguei R$ 120,50", u"amount:R$ 120,50");
    row(u"they took Rs. 500", u"amount:Rs. 500");
    row(u"an order of 1500 rupees", u"amount:1500 rupees");
    row(u"it was due 2026-11-03", u"date:2026-11-03");
    row(u"ordered on 3/11/2026", u"date:3/11/2026");
    row(u"el 12 de mayo", u"date:12 de mayo");
    row(u"on March 5th", u"date:March 5th");
    row(u"write to eva.b+x@mail.example.com.", u"email:eva.b+x@mail.example.com");
    row(u"call +34 600 123 456", u"phone:+34 600 123 456");
    row(u"call (555) 123-4567", u"phone:(555) 123-4567");
    row(u"tracking 1Z999AA10123456784", u"tracking:1Z999AA10123456784");
    row(u"tracking number: LX123456789DE", u"tracking:LX123456789DE");
    row(u"the tracking code is TRK8812345", u"tracking:TRK8812345");
    row(u"Order no. OD4455667788 is late", u"order:OD4455667788");
    row(u"mi pedido n.º ES-20934 no llega", u"order:ES-20934");
    row(u"o número do meu pedido é 778812", u"order:778812");
    row(u"orders 121-343-565 and 787-909-212", u"order:121-343-565 order:787-909-212");
    row(u"# QRS704TUV", u"order:QRS704TUV");
    row(u"AWB no 9988776655", u"tracking:9988776655");
    row(u"código de rastreio: BR123456789BR", u"tracking:BR123456789BR");
    row(u"UTR 302211445566", u"transaction:302211445566");
    row(u"invoice INV-2031-0098", u"reference:INV-2031-0098");
    row(u"pay to maria@okbank", u"payment:maria@okbank");
    row(u"card ending in 4411", u"card:4411");
    row(u"they took ₹1,29,999 from me", u"amount:₹1,29,999");
    row(u"it was R$ 1.249,90", u"amount:R$ 1.249,90");
    row(u"me costó 1.299,90 €", u"amount:1.299,90 €");
    row(u"I lost five hundred rupees", u"amount:five hundred rupees");
    row(u"it took 70k from me", u"amount:70k");
    row(u"the amount was 2999", u"amount:2999");
    row(u"since 15th August", u"date:15th August");
    row(u"no dia 15 de agosto de 2026", u"date:15 de agosto de 2026");
    row(u"llegó el martes pasado", u"date:el martes pasado");
    row(u"comprei há 3 dias", u"date:há 3 dias");
    row(u"two weeks ago", u"date:two weeks ago");
    row(u"mañana", u"date:mañana");
    row(u"call after 2:30 pm", u"time:2:30 pm");
    row(u"my number is 98765 43210", u"phone:98765 43210");
    row(u"ring 415-555-0132", u"phone:415-555-0132");
    row(u"meu celular é (11) 98765-4321", u"phone:(11) 98765-4321");
    row(u"mi móvil 612 345 678", u"phone:612 345 678");
    row(u"x_1@mail.museum", u"email:x_1@mail.museum");
    row(u"it's pat.o'brien@mail.example, thanks", u"email:pat.o'brien@mail.example");
    row(u"that is 'pat@mail.example' without quotes", u"email:pat@mail.example");
    row(u"the Sony WH-1000XM5 is dead", u"product:Sony WH-1000XM5");
    row(u"I ordered a blue kurti size M", u"product:blue kurti size M");
    row(u"zapatos rojos", u"product:zapatos rojos");
    row(u"it is called 'Forest Rain Perfume'", u"product:Forest Rain Perfume");
    row(u"12 Garden Street, Springfield, please", u"address:12 Garden Street, Springfield");
    row(u"vivo en Calle Mayor 14, Madrid", u"address:Calle Mayor 14, Madrid");
    row(u"los pedidos 7001, 7002 y 7003 no llegaron", u"order:7001 order:7002 order:7003");
    row(u"Order numbers: 1001, 1002 and 1003", u"order:1001 order:1002 order:1003");
    row(u"orders 55120 and 55121", u"order:55120 order:55121");
    row(u"os pedidos 8001 e 8002", u"order:8001 order:8002");
    row(u"my order 5512 and 2 lamps", u"order:5512");
    row(u"order 5512, 2026 was the year", u"order:5512");
    row(u"order number 12 34 56 78", u"order:12 34 56 78");
    row(u"order#99 is late", u"order:99");
    row(u"delivered to 14 Elm Street on 2026-02-11", u"date:2026-02-11 address:14 Elm Street");
    row(u"Calle Mayor 5 el 11/02/2026", u"date:11/02/2026 address:Calle Mayor 5");
    row(u"221B Baker Street by 5 June", u"date:5 June address:221B Baker Street");
    row(u"are you open 24/7? 1/2 of it is missing", u"");
    row(u"reservation HX72K9", u"order:HX72K9");
    row(u"we stay 14-16 December", u"date:14-16 December");
    row(u"mail: test@localhost", u"");
}

void TestFacts::finds()
{
    QFETCH(const QString, text);
    QFETCH(const QString, facts);
    QCOMPARE(found(text), facts);
}

void TestFacts::findsNothing_data()
{
    QTest::addColumn<QString>("text");
    for (const char16_t* text :
         {u"", u"hello", u"I ordered 2 lamps", u"my order is late", u"I waited 3 days", u"in order to cancel",
          u"version 10.2", u"24 hours", u"@someone hello", u"5 stars", u"its [Full Address]",
          u"order [order_id_7]", u"order #250-XXXXXXX-XXXXXXX", u"order {{order_number}}", u"order b4 noon",
          u"my card is 4111 1111 1111 1111", u"the app shows 'Payment Failed'", u"10% off",
          u"what is your phone number"}) {
        const QString line = QStringView(text).toString();
        QTest::newRow(qPrintable(line)) << line;
    }
}

void TestFacts::findsNothing()
{
    QFETCH(const QString, text);
    QCOMPARE(found(text), QString());
}

void TestFacts::eachOnceWhereItFirstStood()
{
    const std::vector<Message> messages{said(QStringLiteral("order 4711 please"), 1),
                                        said(QStringLiteral("Order 4711 and $5"), 2)};
    const std::vector<Fact> facts = factsOf(messages);
    QCOMPARE(facts.size(), std::size_t(2));
    QVERIFY(facts[0].messageId == messages[0].id);
    QVERIFY(facts[1].messageId == messages[1].id);
}

void TestFacts::onlyWhatTheCustomerSaid()
{
    Message bot = said(QStringLiteral("your order 4711"));
    bot.author = Author::Bot;
    Message note = said(QStringLiteral("order 4712"));
    note.note = true;
    QVERIFY(factsOf({bot, note}).empty());
}

void TestFacts::aBareNumberIsWhatWasAskedFor()
{
    const auto answered = [](const char16_t* question) {
        Message bot = said(QStringView(question).toString(), 1);
        bot.author = Author::Bot;
        const std::vector<Fact> facts = factsOf({bot, said(QStringLiteral("5512345678"), 2)});
        return facts.size() == 1 ? facts.front().kind : QString();
    };
    QCOMPARE(answered(u"Could you share the order number?"), QStringLiteral("order"));
    QCOMPARE(answered(u"¿Me puede indicar su número de teléfono?"), QStringLiteral("phone"));
    QCOMPARE(answered(u"Please share the tracking number."), QStringLiteral("tracking"));
    QCOMPARE(answered(u"Qual é o número do pedido?"), QStringLiteral("order"));
    QCOMPARE(answered(u"How are you?"), QString());
}

void TestFacts::theFullestNameOfAProduct()
{
    const std::vector<Message> messages{said(QStringLiteral("my headphones broke"), 1),
                                        said(QStringLiteral("the Sony WH-1000XM5 headphones"), 2),
                                        said(QStringLiteral("those headphones"), 3)};
    const std::vector<Fact> facts = factsOf(messages);
    QCOMPARE(facts.size(), std::size_t(1));
    QCOMPARE(facts.front().value, QStringLiteral("Sony WH-1000XM5 headphones"));
    QVERIFY(facts.front().messageId == messages[1].id);
}

void TestFacts::whatMattersMostComesFirst()
{
    QCOMPARE(found(QStringLiteral("on 3/11/2026 I paid $5 for order 4711-A")),
             QStringLiteral("order:4711-A amount:$5 date:3/11/2026"));
}

/// Whatever is thrown together: a fact's value stands in the message that it names, and nothing is told
/// twice.
void TestFacts::everyFactIsAPartOfItsMessage()
{
    static constexpr std::array pieces{u"order",
                                       u"#",
                                       u"4711-A",
                                       u"OD123456789",
                                       u"[Full Address]",
                                       u"[",
                                       u"]",
                                       u"eva@example.com",
                                       u"@",
                                       u"+34 600 123 456",
                                       u"9876543210",
                                       u"₹1,299",
                                       u"Rs.",
                                       u"500",
                                       u"rupees",
                                       u"12 de mayo",
                                       u"yesterday",
                                       u"hoy",
                                       u"tracking",
                                       u"1Z999AA10123456784",
                                       u"Sony WH-1000XM5",
                                       u"'Blue Lamp'",
                                       u"kurti",
                                       u"size M",
                                       u"and",
                                       u",",
                                       u".",
                                       u"\n",
                                       u"é",
                                       u"\U0001F600",
                                       u"card ending",
                                       u"4411",
                                       u"12 Garden Street",
                                       u"6 pm",
                                       u"el",
                                       u"pedido",
                                       u"n.º",
                                       u"4111 1111 1111 1111",
                                       u"\"",
                                       u"  ",
                                       u"(",
                                       u")",
                                       u"-",
                                       u"/"};
    std::mt19937 random(4711);
    for (int round = 0; round < 400; ++round) {
        std::vector<Message> messages;
        for (uchar number = 1; number <= 4; ++number) {
            QString text;
            for (unsigned left = random() % 14; left > 0; --left)
                text += QStringView(pieces[random() % pieces.size()]).toString() +
                        QString(random() % 4 ? 1 : 0, u' ');
            messages.push_back(said(text, number));
            messages.back().author = random() % 3 == 0 ? Author::Bot : Author::Customer;
        }
        QStringList told;
        for (const Fact& fact : factsOf(messages)) {
            const auto stated =
                std::find_if(messages.begin(), messages.end(),
                             [&fact](const Message& message) { return message.id == fact.messageId; });
            QVERIFY(stated != messages.end());
            QVERIFY(stated->author == Author::Customer);
            QVERIFY2(!fact.value.isEmpty() && stated->content.contains(fact.value), qPrintable(fact.value));
            const QString line = fact.kind + u':' + fact.value.toLower();
            QVERIFY2(!told.contains(line), qPrintable(line));
            told.push_back(line);
        }
    }
}

void TestFacts::longMessagesAreReadToTheirEnd()
{
    const QString story = QStringLiteral("and so it went on with them ");
    // Wherever two pieces meet, nothing is cut in two.
    for (int shift = 0; shift < 60; ++shift) {
        const QString text =
            QString(shift, u'.') + story.repeated(145) +
            QStringLiteral("my order 4711-88 cost 31.50 euros, write to eva.long@example.com ") +
            story.repeated(600) + QStringLiteral("ring +34 600 123 456");
        QCOMPARE(found(text), QStringLiteral("order:4711-88 amount:31.50 euros email:eva.long@example.com "
                                             "phone:+34 600 123 456"));
    }
    QCOMPARE(emailIn(story.repeated(300) + QStringLiteral("eva@example.com")),
             QStringLiteral("eva@example.com"));
}

void TestFacts::hostileTextsAreQuick_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const QString& piece) {
        QTest::newRow(name) << piece.repeated(32'000 / piece.size());
    };
    row("letters", QStringLiteral("a"));
    row("digits", QStringLiteral("1"));
    row("dots", QStringLiteral("1."));
    row("addresses", QStringLiteral("a@"));
    row("orders", QStringLiteral("order "));
    row("numbers", QStringLiteral("order 12345 $9 +34 600 123 456 "));
    row("hashes", QStringLiteral("# "));
    row("spaces", QStringLiteral(" "));
    row("brackets", QStringLiteral("(12) "));
    row("quotes", QStringLiteral("'A "));
    row("streets", QStringLiteral("12 a b c "));
    row("makes", QStringLiteral("Sony A1 "));
    row("unfilled", QStringLiteral("[a"));
    row("words of money", QStringLiteral("five hundred "));
}

void TestFacts::hostileTextsAreQuick()
{
    QFETCH(const QString, text);
    const std::vector<Message> messages(20, said(text));
    QElapsedTimer timer;
    timer.start();
    QVERIFY(factsOf(messages).size() <= mostFacts);
    // Some ten milliseconds; sanitizers take longer.
    QVERIFY2(timer.elapsed() < 1'000, qPrintable(QString::number(timer.elapsed())));
}

RELEVO_TEST(TestFacts)
#include "tst_facts.moc"
