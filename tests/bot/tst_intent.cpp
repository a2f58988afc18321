#include "support/test_main.h"

#include <bot/intent.h>
#include <bot/order_bot.h>

#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::bot;
using domain::Lane;

class TestIntent final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rulesInThreeLanguages_data();
    void rulesInThreeLanguages();
    void aQuestionOfTheBotsIsAnsweredToIt();
    void anotherQuestionIsAnsweredByTheWay_data();
    void anotherQuestionIsAnsweredByTheWay();
    void theOrderToldOfGoesOn();
    void theProjectsWordsComeBeforeTheRules();
    void theFaqComesBeforeTroubleAndAfterOrders();
    void whatNoRuleFitsStaysWhereItWas();
    void theModelsWordCountsWhenItHasOne();
};

void TestIntent::rulesInThreeLanguages_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("lane");
    const auto row = [](const char16_t* text, Lane lane) {
        const QString said = QStringView(text).toString();
        QTest::newRow(qPrintable(said)) << said << static_cast<int>(lane);
    };
    row(u"Where's my order 10023?", Lane::Commerce);
    row(u"WHERE IS MY PACKAGE", Lane::Commerce);
    row(u"I'd like to cancel an order please", Lane::Commerce);
    row(u"has my parcel arrived yet", Lane::Commerce);
    row(u"¿Dónde está mi pedido?", Lane::Commerce);
    row(u"quiero cancelar el pedido 10023", Lane::Commerce);
    row(u"todavía no ha llegado mi paquete", Lane::Commerce);
    row(u"Onde está o meu pedido?", Lane::Commerce);
    row(u"quero rastrear minha encomenda", Lane::Commerce);
    row(u"cancelar a compra", Lane::Commerce);
    row(u"my order number is 4", Lane::Commerce);
    row(u"I want to cancel 10022", Lane::Commerce);
    row(u"#10022", Lane::Commerce);
    row(u"My order arrived broken", Lane::Support);
    row(u"Mi pedido llegó roto ayer", Lane::Support);
    row(u"Meu pedido chegou quebrado ontem", Lane::Support);
    row(u"obrigado", Lane::Info);
    row(u"The lamp arrived broken", Lane::Support);
    row(u"it doesn't work any more", Lane::Support);
    row(u"I can't log in", Lane::Support);
    row(u"the app keeps closing", Lane::Support);
    row(u"la aplicación se cierra sola", Lane::Support);
    row(u"o aplicativo trava", Lane::Support);
    row(u"¿tenéis pescado congelado?", Lane::Info);
    row(u"there is a problem with my order", Lane::Support);
    row(u"La lámpara llegó rota", Lane::Support);
    row(u"no funciona", Lane::Support);
    row(u"No puedo entrar en mi cuenta", Lane::Support);
    row(u"A luminária chegou quebrada", Lane::Support);
    row(u"não funciona mais", Lane::Support);
    row(u"o produto veio com defeito", Lane::Support);
    row(u"hello there", Lane::Info);
    row(u"", Lane::Info);
    row(u"我的订单在哪里", Lane::Info);
}

void TestIntent::rulesInThreeLanguages()
{
    QFETCH(const QString, text);
    QFETCH(const int, lane);
    const Intent intent = route(text, {}, {}, false);
    QCOMPARE(static_cast<int>(intent.lane), lane);
    QVERIFY(!intent.reason.isEmpty());
    QCOMPARE(intent.sure, intent.decidedBy == QLatin1String("rule"));
}

void TestIntent::aQuestionOfTheBotsIsAnsweredToIt()
{
    Session session;
    session.lane = Lane::Support;
    session.bot = QStringLiteral("triage");
    session.asked = true;
    const Intent intent = route(QStringLiteral("where is my order"), {}, session, true);
    QVERIFY(intent.lane == Lane::Support);
    QCOMPARE(intent.decidedBy, QStringLiteral("question"));
}

void TestIntent::anotherQuestionIsAnsweredByTheWay_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("knows");
    QTest::addColumn<bool>("aside");
    const auto row = [](const char16_t* text, bool knows, bool aside) {
        QTest::newRow(qPrintable(QStringView(text).toString()))
            << QStringView(text).toString() << knows << aside;
    };
    row(u"actually, what are your opening hours?", true, true);
    row(u"¿a qué hora abren?", true, true);
    row(u"qual o horário", true, true);
    row(u"actually, what is your name?", false, false);
    row(u"it went to the wrong address", true, false);
    row(u"where is my order?", true, false);
    row(u"is it 10023?", true, false);
    row(u"ana@shop.test, is that right?", true, false);
}

void TestIntent::anotherQuestionIsAnsweredByTheWay()
{
    QFETCH(const QString, text);
    QFETCH(const bool, knows);
    QFETCH(const bool, aside);
    domain::BotSettings bots;
    bots.bots = {{QStringLiteral("triage"), domain::BotKind::Triage, {}, 10, 60}};
    Session session;
    session.lane = Lane::Support;
    session.bot = QStringLiteral("triage");
    session.asked = true;
    const Intent intent = route(text, bots, session, knows);
    QCOMPARE(intent.aside, aside);
    QVERIFY(intent.lane == (aside ? Lane::Info : Lane::Support));
    // A program has its own mind about what it asked.
    bots.bots.front().kind = domain::BotKind::Webhook;
    QVERIFY(!route(text, bots, session, knows).aside);
}

void TestIntent::theOrderToldOfGoesOn()
{
    domain::BotSettings bots;
    bots.bots.push_back({QStringLiteral("orders"), domain::BotKind::Orders, {}, 10, 60});
    bots.lanes[Lane::Commerce] = QStringLiteral("orders");
    Session session;
    session.bot = QStringLiteral("faq");
    const auto laneOf = [&](const char16_t* text) {
        return route(QStringView(text).toString(), bots, session, false).lane;
    };
    QVERIFY(laneOf(u"cancel it please") == Lane::Info);
    session.memories[QStringLiteral("orders")] =
        QJsonObject{{lastOrder, QJsonObject{{QStringLiteral("order"), QStringLiteral("77")}}}};
    for (const char16_t* text : {u"cancel it please", u"I want to cancel it", u"Cancélalo, por favor",
                                 u"¿está cancelado?", u"quero cancelar", u"cancela ele"})
        QVERIFY2(laneOf(text) == Lane::Commerce, qPrintable(QStringView(text).toString()));
    QVERIFY(laneOf(u"cancel my subscription") == Lane::Info);
}

void TestIntent::theProjectsWordsComeBeforeTheRules()
{
    domain::BotSettings bots;
    bots.rules = {{Lane::Info, {QStringLiteral("Garantía")}},
                  {Lane::Support, {QStringLiteral("lámpara rota"), QStringLiteral("garantia")}}};
    const Intent first = route(QStringLiteral("mi garantia no funciona"), bots, {}, false);
    QVERIFY(first.lane == Lane::Info);
    QCOMPARE(first.decidedBy, QStringLiteral("project"));
    QCOMPARE(first.reason, QStringLiteral("rules[0]"));
    QVERIFY(route(QStringLiteral("está rota mi lampara"), bots, {}, true).reason ==
            QLatin1String("rules[1]"));
}

void TestIntent::theFaqComesBeforeTroubleAndAfterOrders()
{
    QVERIFY(route(QStringLiteral("is there a warranty"), {}, {}, true).lane == Lane::Info);
    QVERIFY(route(QStringLiteral("is there a warranty"), {}, {}, false).lane == Lane::Support);
    QVERIFY(route(QStringLiteral("where is my order"), {}, {}, true).lane == Lane::Commerce);
}

void TestIntent::whatNoRuleFitsStaysWhereItWas()
{
    domain::BotSettings bots;
    bots.bots = {{QStringLiteral("mine"), domain::BotKind::Webhook, {}, 10, 60},
                 {QStringLiteral("orders"), domain::BotKind::Orders, {}, 10, 60}};
    Session session;
    session.lane = Lane::Commerce;
    session.bot = QStringLiteral("orders");
    QVERIFY(route(QStringLiteral("thanks"), bots, session, false).lane == Lane::Info);
    session.bot = QStringLiteral("mine");
    const Intent stays = route(QStringLiteral("hm"), bots, session, false);
    QVERIFY(stays.lane == Lane::Commerce && !stays.sure);
    QCOMPARE(stays.decidedBy, QStringLiteral("lane"));
    const Intent begins = route(QStringLiteral("hm"), {}, {}, false);
    QVERIFY(begins.lane == Lane::Info && !begins.sure);
    QCOMPARE(begins.decidedBy, QStringLiteral("default"));
}

void TestIntent::theModelsWordCountsWhenItHasOne()
{
    const Intent byRules = route(QStringLiteral("hm"), {}, {}, false);
    const QString model = QStringLiteral("small-1");
    using Chosen = Result<std::optional<Lane>>;
    const Intent chosen = afterModel(byRules, model, Chosen(Lane::Support));
    QVERIFY(chosen.lane == Lane::Support);
    QCOMPARE(chosen.decidedBy, QStringLiteral("model"));
    QVERIFY(chosen.reason.startsWith(QLatin1String("model small-1: ")));
    const Chosen silence = failure(ErrorCode::Unavailable, QStringLiteral("It sleeps."));
    for (const Chosen& nothing : {Chosen(std::nullopt), silence}) {
        const Intent stays = afterModel(byRules, model, nothing);
        QVERIFY(stays.lane == byRules.lane);
        QCOMPARE(stays.decidedBy, byRules.decidedBy);
        QVERIFY(stays.reason.startsWith(byRules.reason) && stays.reason.contains(QLatin1String("small-1")));
    }
    QVERIFY(afterModel(byRules, model, silence).reason.contains(QLatin1String("It sleeps.")));
}

RELEVO_TEST(TestIntent)
#include "tst_intent.moc"
