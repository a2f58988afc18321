#include "shopping.h"
#include "support/test_main.h"

#include <bot/http_orders.h>
#include <bot/said.h>

#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::bot;
using domain::Order;
using domain::OrderStatus;

class TestOrderBot final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheStatus_data();
    void tellsTheStatus();
    void asksForWhatItNeeds();
    void anOrderIsItsOwnersAlone();
    void nobodyGuessesTheirWay();
    void cancelsOnceItIsConfirmed_data();
    void cancelsOnceItIsConfirmed();
    void keepsWhatIsNotConfirmed();
    void saysWhatTheShopSaid();
    void neverSaysMoreThanIsKnown_data();
    void neverSaysMoreThanIsKnown();
    void readsWhatBecameOfIt();
    void cannotCancelWhatHasLeft();
    void leavesToAHumanWhatItCannotCancel();
    void saysWhenItCannotLook();
    void readsNumbers_data();
    void readsNumbers();
    void readsYesAndNo();
    void fillsTheAddressSafely();
    void readsTheLookUpsAnswer();
};

void TestOrderBot::tellsTheStatus_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("part");
    QTest::newRow("en") << QStringLiteral("en") << QStringLiteral("Order 10021 is on its way");
    QTest::newRow("es") << QStringLiteral("es") << QStringLiteral("El pedido 10021 está en camino");
    QTest::newRow("pt") << QStringLiteral("pt") << QStringLiteral("O pedido 10021 está a caminho");
}

void TestOrderBot::tellsTheStatus()
{
    QFETCH(const QString, language);
    QFETCH(const QString, part);
    Orders orders;
    const Reply reply = Shopping(orders, language).say(u"#10021 ?");
    QVERIFY2(reply.messages.value(0).startsWith(part), qPrintable(reply.messages.value(0)));
    QVERIFY(reply.messages.value(0).contains(QLatin1String("lamp")));
    QVERIFY(reply.messages.value(0).contains(QLatin1String("Friday")));
    QVERIFY(reply.answered && !reply.asked);
}

void TestOrderBot::asksForWhatItNeeds()
{
    Orders orders;
    Shopping chat(orders);
    const Reply first = chat.say(u"where is my order?");
    QVERIFY(first.asked && !first.answered && first.messages.value(0).contains(QLatin1String("number")));
    QVERIFY(chat.say(u"10021").answered);
    // The look-up itself may want the address.
    orders.wants = true;
    Shopping other(orders);
    orders.asked = 0;
    QVERIFY(other.say(u"where is 10021").messages.value(0).contains(QLatin1String("e-mail")));
    QCOMPARE(orders.asked, 0);
    QVERIFY(other.say(u"ana@shop.test").answered);
}

void TestOrderBot::anOrderIsItsOwnersAlone()
{
    Orders orders;
    Shopping chat(orders);
    const Reply asked = chat.say(u"where is order 10022");
    QVERIFY(asked.asked && asked.messages.value(0).contains(QLatin1String("e-mail")));
    QVERIFY(chat.say(u"bo@shop.test").messages.value(0).contains(QLatin1String("not the address")));
    QVERIFY(chat.say(u"it was ANA@shop.test").answered);
    // Whoever is known by that address need not name it.
    Shopping known(orders);
    known.email = QStringLiteral("ana@shop.test");
    QVERIFY(known.say(u"where is order 10022").answered);
}

void TestOrderBot::nobodyGuessesTheirWay()
{
    Orders orders;
    Shopping numbers(orders);
    (void)numbers.say(u"where is order 11111");
    (void)numbers.say(u"22222");
    const Reply last = numbers.say(u"33333");
    QVERIFY(last.handoff && !last.asked);
    Shopping addresses(orders);
    (void)addresses.say(u"where is order 10022");
    (void)addresses.say(u"a@shop.test");
    (void)addresses.say(u"I do not know");
    QVERIFY(addresses.say(u"c@shop.test").handoff);
}

void TestOrderBot::cancelsOnceItIsConfirmed_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("wish");
    QTest::addColumn<QString>("yes");
    QTest::newRow("en") << QStringLiteral("en") << QStringLiteral("cancel order 10023")
                        << QStringLiteral("Yes, please");
    QTest::newRow("es") << QStringLiteral("es") << QStringLiteral("anula el pedido 10023")
                        << QStringLiteral("sí");
    QTest::newRow("pt") << QStringLiteral("pt") << QStringLiteral("quero cancelar o 10023")
                        << QStringLiteral("Pode, sim");
}

void TestOrderBot::cancelsOnceItIsConfirmed()
{
    QFETCH(const QString, language);
    QFETCH(const QString, wish);
    QFETCH(const QString, yes);
    Orders orders;
    Shopping chat(orders, language);
    const Reply asked = chat.say(wish.toStdU16String().c_str());
    QVERIFY(asked.asked && asked.cancelOrder.isEmpty());
    const Reply done = chat.say(yes.toStdU16String().c_str());
    QCOMPARE(done.cancelOrder, QStringLiteral("10023"));
    QVERIFY(done.answered && !done.asked);
}

void TestOrderBot::keepsWhatIsNotConfirmed()
{
    Orders orders;
    Shopping no(orders);
    (void)no.say(u"cancel order 10023");
    const Reply kept = no.say(u"no, better not");
    QVERIFY(kept.cancelOrder.isEmpty() && !kept.asked && kept.answered);
    Shopping unclear(orders);
    (void)unclear.say(u"cancel order 10023");
    const Reply again = unclear.say(u"what does it cost me to send it back?");
    QVERIFY(again.cancelOrder.isEmpty() && again.asked);
    // It left while the customer thought.
    Shopping slow(orders);
    (void)slow.say(u"cancel order 10023");
    orders.list[QStringLiteral("10023")].status = OrderStatus::Shipped;
    const Reply late = slow.say(u"yes");
    QVERIFY(late.cancelOrder.isEmpty());
    QVERIFY(late.messages.value(0).contains(QLatin1String("no longer")));
}

void TestOrderBot::saysWhatTheShopSaid()
{
    using enum Cancellation::Outcome;
    Orders orders;
    Shopping chat(orders);
    const auto cancels = [&](const Cancellation& outcome) {
        orders.outcome = outcome;
        (void)chat.say(u"cancel order 10023");
        return chat.say(u"yes");
    };
    const Reply done = cancels({Done, {}, 1});
    QVERIFY(done.answered && done.cancelOrder.isEmpty());
    QCOMPARE(done.messages, QStringList{QStringLiteral("Order 10023 is cancelled.")});
    const Reply refused = cancels({Refused, QStringLiteral("%1 is packed. 10 % fee."), 2});
    QVERIFY(refused.answered && !refused.failed && refused.attempts == 2);
    QCOMPARE(refused.messages,
             QStringList{QStringLiteral("The shop does not cancel order 10023: %1 is packed. 10 % fee.")});
    QVERIFY(cancels({Refused, {}, 1}).messages.value(0).contains(QLatin1String("no longer")));
    QCOMPARE(orders.wished.size(), 3);
    // Nothing is asked of the shop before the customer has said yes.
    (void)chat.say(u"cancel order 10023");
    (void)chat.say(u"no");
    QCOMPARE(orders.wished.size(), 3);
}

void TestOrderBot::neverSaysMoreThanIsKnown_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("claim");
    QTest::newRow("en") << QStringLiteral("en") << QStringLiteral("Order 10023 is cancelled");
    QTest::newRow("es") << QStringLiteral("es") << QStringLiteral("El pedido 10023 está cancelado");
    QTest::newRow("pt") << QStringLiteral("pt") << QStringLiteral("O pedido 10023 foi cancelado");
}

void TestOrderBot::neverSaysMoreThanIsKnown()
{
    QFETCH(const QString, language);
    QFETCH(const QString, claim);
    Orders orders;
    orders.outcome = {Cancellation::Outcome::Unknown, QStringLiteral("down"), 3};
    Shopping chat(orders, language);
    (void)chat.say(u"cancel order 10023");
    const Reply reply = chat.say(u"ok");
    QVERIFY(reply.failed && !reply.answered && reply.handoff && reply.error == QLatin1String("down"));
    QVERIFY(!reply.messages.value(0).startsWith(claim));
    QVERIFY(reply.messages.value(0).contains(QLatin1String("10023")));
}

void TestOrderBot::readsWhatBecameOfIt()
{
    using enum Cancellation::Outcome;
    QVERIFY(cancellationIn(R"({"status":"cancelled"})").outcome == Done);
    QVERIFY(cancellationIn(R"({"status":"canceled","reason":"x"})") == (Cancellation{Done, {}, 0}));
    QVERIFY(cancellationIn(R"({"status":"refused","reason":" too\n late "})") ==
            (Cancellation{Refused, QStringLiteral("too late"), 0}));
    for (const char* unclear : {R"({"status":"unknown"})", R"({"status":"Cancelled soon"})",
                                R"({"status":true})", "{}", "[]", "", "cancelled", R"({"cancelled":true})"})
        QVERIFY2(cancellationIn(unclear).outcome == Unknown && !cancellationIn(unclear).reason.isEmpty(),
                 unclear);
}

void TestOrderBot::cannotCancelWhatHasLeft()
{
    Orders orders;
    const Reply reply = Shopping(orders).say(u"please cancel 10021");
    QVERIFY(!reply.asked && reply.messages.value(0).contains(QLatin1String("no longer be cancelled")));
}

void TestOrderBot::leavesToAHumanWhatItCannotCancel()
{
    Orders orders;
    orders.cancels = false;
    const Reply reply = Shopping(orders).say(u"please cancel order 10023");
    QVERIFY(reply.handoff && reply.handoff->reason.contains(QLatin1String("10023")));
}

void TestOrderBot::saysWhenItCannotLook()
{
    Orders orders;
    orders.broken = true;
    const Reply reply = Shopping(orders).say(u"order 10021");
    QVERIFY(reply.failed && !reply.messages.isEmpty() && reply.error == QLatin1String("down"));
}

void TestOrderBot::readsNumbers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("number");
    const auto row = [](const char16_t* text, const char16_t* number) {
        QTest::newRow(qPrintable(QStringView(text).toString()))
            << QStringView(text).toString() << QStringView(number).toString();
    };
    row(u"order #10023 please", u"10023");
    row(u"R-48213", u"R-48213");
    row(u"my order is ab-1234-x9.", u"AB-1234-X9");
    row(u"pedido nº 10023, gracias", u"10023");
    row(u"ana1234@shop.test", u"");
    row(u"call me at +34 600 123 456", u"");
    row(u"it came on 21/11/2026", u"");
    row(u"I paid 1200€ for it", u"");
    row(u"it cost 1,299.00", u"");
    row(u"ordered 2 of them", u"");
    row(u"no number at all", u"");
    row(u"where is my order 77?", u"77");
    row(u"mi pedido nº 7 no ha llegado", u"7");
    row(u"cadê o meu pedido 77", u"77");
    row(u"cancel order #12 please", u"12");
    row(u"I paid 3000 pesos for order 10021", u"10021");
    row(u"where are my orders 77 and 10023?", u"77");
    row(u"order R-9 status", u"R-9");
    row(u"mi pedido 8 ¿dónde está?", u"8");
    row(u"my phone is 555 123 4567", u"");
    row(u"my order 2 days late", u"");
    row(u"my order is 2 weeks late", u"");
    row(u"can I order 12?", u"");
    row(u"quiero un pedido 2 veces", u"");
    row(u"you are #1!", u"");
}

void TestOrderBot::readsNumbers()
{
    QFETCH(const QString, text);
    QTEST(orderNumberIn(text, false), "number");
}

void TestOrderBot::readsYesAndNo()
{
    const auto said = [](const char16_t* text) {
        return yesOrNo(QStringView(text).toString());
    };
    for (const char16_t* yes : {u"yes", u"Sure!", u"Sí", u"si claro", u"vale", u"sim", u"pode", u"ok"})
        QVERIFY(said(yes) == YesOrNo::Yes);
    for (const char16_t* no : {u"no", u"No thanks", u"não", u"nao, obrigado", u"no, gracias", u"don't"})
        QVERIFY(said(no) == YesOrNo::No);
    for (const char16_t* neither :
         {u"", u"maybe", u"I would say yes but only if it costs nothing at all", u"?"})
        QVERIFY(said(neither) == YesOrNo::Neither);
    QVERIFY(orderNumberIn(QStringLiteral("it is 42"), true) == QLatin1String("42"));
}

void TestOrderBot::fillsTheAddressSafely()
{
    const QString pattern = QStringLiteral("https://shop.test/o/{order}?e={email}&k=1");
    QCOMPARE(orderAddress(pattern, QStringLiteral("A/../1?x#"), QStringLiteral("a&k=2@b.c")),
             QStringLiteral("https://shop.test/o/A%2F..%2F1%3Fx%23?e=a%26k%3D2%40b.c&k=1"));
    QCOMPARE(orderAddress(pattern, QStringLiteral("1"), QStringLiteral("{order}")),
             QStringLiteral("https://shop.test/o/1?e=%7Border%7D&k=1"));
}

void TestOrderBot::readsTheLookUpsAnswer()
{
    const QString number = QStringLiteral("7");
    const auto found = orderIn(
        R"({"data":[{"state":"in_transit","owner":{"mail":"a@b.c"},"lines":[{"name":"lamp"},{"name":"bulb"}],"sum":39.9}]})",
        number,
        {{QStringLiteral("status"), QStringLiteral("data.0.state")},
         {QStringLiteral("email"), QStringLiteral("data.0.owner.mail")},
         {QStringLiteral("items"), QStringLiteral("data.0.lines")},
         {QStringLiteral("total"), QStringLiteral("data.0.sum")}});
    QVERIFY(found && *found);
    const Order expected{number,
                         OrderStatus::Shipped,
                         QStringLiteral("a@b.c"),
                         QStringLiteral("lamp, bulb"),
                         QStringLiteral("39.9"),
                         {},
                         {}};
    QVERIFY(**found == expected);
    QVERIFY(orderIn(R"({"status":"Enviado"})", number, {}).value()->status == OrderStatus::Shipped);
    QVERIFY(orderIn(R"({"status":"not-yet-known-word"})", number, {}).error().code == ErrorCode::Invalid);
    QVERIFY(!orderIn("{}", number, {}).value());
    QVERIFY(!orderIn("[]", number, {}).value());
    QVERIFY(!orderIn("<html>", number, {}));
}

RELEVO_TEST(TestOrderBot)
#include "tst_orderbot.moc"
