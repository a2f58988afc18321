#include "shopping.h"
#include "support/test_main.h"

#include <bot/said.h>

#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::bot;
using domain::OrderStatus;

/// How the orders bot talks where not everything goes straight.
class TestOrderTalk final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void promisesNobodyWhoDoesNotCome_data();
    void promisesNobodyWhoDoesNotCome();
    void whoeverHasNoNumberIsNotAskedAgain_data();
    void whoeverHasNoNumberIsNotAskedAgain();
    void theOrderToldOfIsCancelled();
    void whatIsCalledOffIsOver_data();
    void whatIsCalledOffIsOver();
    void asksInOtherWords();
    void findsAShortNumber_data();
    void findsAShortNumber();
};

void TestOrderTalk::promisesNobodyWhoDoesNotCome_data()
{
    QTest::addColumn<QString>("language");
    for (const char* language : {"en", "es", "pt"})
        QTest::newRow(language) << QString::fromLatin1(language);
}

/// Where the project hands nobody over.
void TestOrderTalk::promisesNobodyWhoDoesNotCome()
{
    QFETCH(const QString, language);
    const auto alone = [](const Reply& reply) {
        return !reply.handoff && reply.failed && !reply.asked && reply.memory.isEmpty() &&
               reply.messages.size() == 1 && !reply.messages.front().contains(QLatin1String("colleague")) &&
               !reply.messages.front().contains(QLatin1String("person")) &&
               !reply.messages.front().contains(QLatin1String("pessoa"));
    };
    Orders orders;
    Shopping lost(orders, language);
    lost.people = false;
    lost.say(u"where is order 555");
    lost.say(u"556");
    QVERIFY(alone(lost.say(u"557")));
    orders.outcome.outcome = Cancellation::Outcome::Unknown;
    Shopping unsure(orders, language);
    unsure.people = false;
    unsure.say(u"cancel order 10023");
    QVERIFY(alone(unsure.say(u"sí, sim, yes")));
    orders.cancels = false;
    Shopping cannot(orders, language);
    cannot.people = false;
    QVERIFY(alone(cannot.say(u"cancel order 10023")));
}

void TestOrderTalk::whoeverHasNoNumberIsNotAskedAgain_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<bool>("none");
    const auto row = [](const char16_t* said, bool none) {
        QTest::newRow(qPrintable(QStringView(said).toString())) << QStringView(said).toString() << none;
    };
    row(u"I don't have the number", true);
    row(u"I can't find it", true);
    row(u"no idea", true);
    row(u"I forgot", true);
    row(u"I have not got my parcel!", false);
    row(u"no lo sé", true);
    row(u"No tengo el número", true);
    row(u"no lo encuentro", true);
    row(u"não sei", true);
    row(u"esqueci", true);
    row(u"não tenho", true);
    row(u"I have not received it", false);
    row(u"no ha llegado y no sé por qué", false);
    row(u"the lamp", false);
}

void TestOrderTalk::whoeverHasNoNumberIsNotAskedAgain()
{
    QFETCH(const QString, said);
    QFETCH(const bool, none);
    Orders orders;
    Shopping chat(orders);
    chat.say(u"where is my order?");
    const Reply reply = chat.say(reinterpret_cast<const char16_t*>(said.utf16()));
    QCOMPARE(reply.handoff.has_value(), none);
    QCOMPARE(reply.asked, !none);
}

void TestOrderTalk::theOrderToldOfIsCancelled()
{
    Orders orders;
    Shopping chat(orders);
    QVERIFY(chat.say(u"order 10022").asked);
    QVERIFY(chat.say(u"ana@shop.test").answered);
    const Reply asked = chat.say(u"cancel it");
    QVERIFY2(asked.asked && asked.messages.value(0).contains(QLatin1String("cancel order 10022")),
             qPrintable(asked.messages.value(0)));
    QCOMPARE(chat.say(u"yes").cancelOrder, QStringLiteral("10022"));
    // Another order is another matter.
    QVERIFY(chat.say(u"cancel order 10023").messages.value(0).contains(QLatin1String("10023")));
    QVERIFY(chat.say(u"no").answered);
    QVERIFY(chat.say(u"where is my order?").messages.value(0).contains(QLatin1String("number")));
    for (const char16_t* another : {u"I want to cancel my other order", u"quiero cancelar otro pedido",
                                    u"cancel the order I made yesterday"}) {
        Shopping two(orders);
        QVERIFY(two.say(u"order 10022").asked);
        QVERIFY(two.say(u"ana@shop.test").answered);
        const QString question = two.say(another).messages.value(0);
        QVERIFY2(!question.contains(QLatin1String("10022")), qPrintable(question));
    }
    Shopping firm(orders);
    QVERIFY(firm.say(u"cancel order 10023").asked);
    QVERIFY(!firm.say(u"da igual, cancélalo").messages.value(0).contains(QLatin1String("stays")));
}

void TestOrderTalk::whatIsCalledOffIsOver_data()
{
    QTest::addColumn<QString>("said");
    for (const char16_t* said : {u"never mind", u"forget it", u"keep it", u"bye", u"olvídalo",
                                 u"déjalo, gracias", u"deixa pra lá", u"esquece"})
        QTest::newRow(qPrintable(QStringView(said).toString())) << QStringView(said).toString();
}

void TestOrderTalk::whatIsCalledOffIsOver()
{
    QFETCH(const QString, said);
    Orders orders;
    for (const char16_t* begun : {u"where is my order?", u"cancel order 10023"}) {
        Shopping chat(orders);
        QVERIFY(chat.say(begun).asked);
        const Reply reply = chat.say(reinterpret_cast<const char16_t*>(said.utf16()));
        QVERIFY(!reply.asked && !reply.handoff && !reply.failed);
        QVERIFY(reply.cancelOrder.isEmpty() && reply.messages.size() == 1);
    }
    QVERIFY(orders.wished.isEmpty());
    QVERIFY(!callsOff(QStringLiteral("when does it leave?")));
}

/// Who hears the same words twice thinks that nobody listens.
void TestOrderTalk::asksInOtherWords()
{
    Orders orders;
    Shopping chat(orders);
    const Reply first = chat.say(u"where is my order?");
    const Reply second = chat.say(u"the one with the lamp");
    QVERIFY(second.asked && first.messages != second.messages);
    Shopping other(orders);
    const Reply shall = other.say(u"cancel order 10023");
    const Reply again = other.say(u"what happens with my money then");
    QVERIFY(again.asked && shall.messages != again.messages);
    QCOMPARE(other.say(u"yes").cancelOrder, QStringLiteral("10023"));
}

void TestOrderTalk::findsAShortNumber_data()
{
    QTest::addColumn<QStringList>("said");
    QTest::newRow("at once") << QStringList{QStringLiteral("where is my order 77?")};
    QTest::newRow("when asked") << QStringList{QStringLiteral("where is my order?"), QStringLiteral("77")};
    QTest::newRow("with words") << QStringList{QStringLiteral("where is my order?"),
                                               QStringLiteral("I bought 2 of them, it is 77, thanks")};
    QTest::newRow("not a count") << QStringList{QStringLiteral("where is my order?"),
                                                QStringLiteral("it is 2 days late"), QStringLiteral("#77")};
    QTest::newRow("not a price") << QStringList{QStringLiteral("where is my order?"),
                                                QStringLiteral("it cost 25€"), QStringLiteral("77 please")};
}

void TestOrderTalk::findsAShortNumber()
{
    QFETCH(const QStringList, said);
    Orders orders;
    orders.list[QStringLiteral("77")] = {QStringLiteral("77"), OrderStatus::Packed, {}, {}, {}, {}, {}};
    Shopping chat(orders);
    for (qsizetype i = 0; i + 1 < said.size(); ++i)
        QVERIFY(chat.say(reinterpret_cast<const char16_t*>(said[i].utf16())).asked);
    const Reply reply = chat.say(reinterpret_cast<const char16_t*>(said.back().utf16()));
    QVERIFY2(reply.answered && reply.messages.front().contains(QLatin1String("77")),
             qPrintable(reply.messages.value(0)));
    QCOMPARE(orders.asked, 1);
}

RELEVO_TEST(TestOrderTalk)
#include "tst_ordertalk.moc"
