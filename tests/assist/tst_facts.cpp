#include <assist/facts.h>

#include <QtTest/QtTest>

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
          u"version 10.2", u"24 hours", u"@someone hello", u"5 stars"}) {
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

QTEST_APPLESS_MAIN(TestFacts)
#include "tst_facts.moc"
