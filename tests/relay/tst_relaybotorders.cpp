#include "bots_fixture.h"
#include "support/test_main.h"

#include <bot/webhook_bot.h>

#include <algorithm>

using namespace relevo;
using namespace relevo::test;

/// A shop that the orders bot looks orders up in and cancels them with, and enricher bots; against the real
/// relay.
class TestRelayBotOrders final : public BotsFixture
{
    Q_OBJECT

private:
    std::unique_ptr<Server> m_shop;
    QByteArray m_ordersSecret;

    bool withShop(bool cancels = true)
    {
        const std::string at = m_shop->url(QStringLiteral("/orders/")).toString().toStdString() + "{order}";
        Json orders{{"url", at}, {"timeoutSeconds", 2}};
        if (cancels)
            orders["cancelUrl"] = at + "/cancel";
        const HttpAnswer answer = program().put(
            QStringLiteral("/api/projects/%1/bots").arg(m_desk->relay.projectId),
            {{"bots", {{{"name", "faq"}, {"type", "faq"}}, {{"name", "orders"}, {"type", "orders"}}}},
             {"lanes", {{"info", "faq"}, {"commerce", "orders"}}},
             {"orders", orders}});
        if (const Json made = answer.json.value("secrets", Json::object()); made.contains("orders"))
            m_ordersSecret = QByteArray::fromStdString(made.at("orders"));
        return answer.status == 200;
    }
    /// The shop looks up well, and answers a POST with this, once.
    void shopSays(const Server::Scripted& toPost)
    {
        m_shop->otherwise = [toPost](const Server::Asked& asked) {
            return asked.head.startsWith("POST") ? toPost : says(R"({"status":"paid"})");
        };
    }
    [[nodiscard]] std::vector<Server::Asked> posts() const
    {
        std::vector<Server::Asked> found;
        std::ranges::copy_if(m_shop->asked, std::back_inserter(found),
                             [](const Server::Asked& asked) { return asked.head.startsWith("POST"); });
        return found;
    }
    static QByteArray header(const Server::Asked& asked, const QByteArray& name)
    {
        const qsizetype at = asked.head.toLower().indexOf('\n' + name + ": ");
        const qsizetype from = at + name.size() + 3;
        return at < 0 ? QByteArray() : asked.head.mid(from, asked.head.indexOf('\r', from) - from);
    }
    /// Up to the question whether to cancel.
    void wish(Customer& customer)
    {
        customer.say("cancel order 10023");
        QTRY_VERIFY(!customer.heard().empty() &&
                    customer.heard().back().find("Shall I cancel") != std::string::npos);
        QVERIFY(posts().empty());
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<DeskFixture>();
        m_server = std::make_unique<Server>();
        m_shop = std::make_unique<Server>();
        QVERIFY2(m_desk->start(1), m_desk->relay.errors().constData());
    }
    void cleanup()
    {
        QByteArray why;
        QVERIFY2(m_desk->verified(why), why.constData());
        m_desk.reset();
        m_server.reset();
        m_shop.reset();
    }

    void theShopCancelsAndIsAskedSigned()
    {
        QVERIFY(withShop());
        shopSays(says(R"({"status":"cancelled"})"));
        Customer ana = customer();
        wish(ana);
        ana.say("yes");
        QTRY_COMPARE(ana.heard().back(), std::string("Order 10023 is cancelled."));
        QCOMPARE(posts().size(), std::size_t(1));
        for (const Server::Asked& asked : m_shop->asked) // the look-ups too
            QCOMPARE(header(asked, "webhook-signature"),
                     bot::webhookSignature(m_ordersSecret, header(asked, "webhook-id"),
                                           header(asked, "webhook-timestamp").toLongLong(), asked.body));
        const Json turn = turns(ana.session).front();
        QCOMPARE(header(posts().front(), "idempotency-key").toStdString(),
                 turn.at("turnId").get<std::string>());
        QCOMPARE(turn.at("status"), "answered");
    }

    void aRefusalIsToldWithItsReason()
    {
        QVERIFY(withShop());
        shopSays(says(R"({"status":"refused","reason":"It is being packed."})"));
        Customer ana = customer();
        wish(ana);
        ana.say("yes");
        QTRY_COMPARE(ana.heard().back(),
                     std::string("The shop does not cancel order 10023: It is being packed."));
        QCOMPARE(turns(ana.session).front().at("status"), "answered");
        QVERIFY(conversation(ana.session).at("handoff").is_null());
    }

    void whatIsNotKnownIsNeverToldAsDone()
    {
        QVERIFY(withShop());
        shopSays({500, {}, {}});
        Customer ana = customer();
        wish(ana);
        const std::size_t before = ana.heard().size();
        ana.say("yes");
        QTRY_COMPARE_WITH_TIMEOUT(ana.heard().size(), before + 1, 20'000);
        QVERIFY(ana.heard().back().find("has not confirmed") != std::string::npos);
        QCOMPARE(posts().size(), std::size_t(4));
        const Json turn = turns(ana.session).front();
        QCOMPARE(turn.at("status"), "failed");
        QCOMPARE(turn.at("attempts"), 4);
        const Json state = conversation(ana.session);
        QVERIFY(state.at("handoff").at("trigger").at("reason").get<std::string>().find("10023") !=
                std::string::npos);
        QVERIFY(state.at("lastMessage").value("botFailed", false) ||
                state.at("lastMessage").at("author") != "bot");
    }

    void aRestartInTheMiddleCancelsOnce()
    {
        QVERIFY(withShop());
        m_shop->otherwise = [](const Server::Asked& asked) {
            return asked.head.startsWith("POST") ? hanging() : says(R"({"status":"paid"})");
        };
        Customer ana = customer();
        wish(ana);
        ana.say("yes");
        QTRY_COMPARE(posts().size(), std::size_t(1));
        m_desk->relay.kill();
        shopSays(says(R"({"status":"cancelled"})"));
        QVERIFY(m_desk->relay.start());
        QTRY_COMPARE_WITH_TIMEOUT(conversation(ana.session).at("lastMessage").at("content"),
                                  "Order 10023 is cancelled.", 10'000);
        QCOMPARE(posts().size(), std::size_t(2));
        QCOMPARE(header(posts()[0], "idempotency-key"), header(posts()[1], "idempotency-key"));
    }

    void aSwitchInTheMiddleLeavesAWord()
    {
        QVERIFY(withShop());
        m_shop->otherwise = [](const Server::Asked& asked) {
            return asked.head.startsWith("POST") ? hanging() : says(R"({"status":"paid"})");
        };
        Customer ana = customer();
        wish(ana);
        ana.say("yes");
        QTRY_COMPARE(posts().size(), std::size_t(1));
        QCOMPARE(program()
                     .put(QStringLiteral("/api/conversations/%1/bot").arg(ana.session), {{"on", false}})
                     .status,
                 200);
        QTRY_COMPARE(newestStatus(ana.session), std::string("dropped"));
        QVERIFY(turns(ana.session).front().at("error").get<std::string>().find("ask the shop") !=
                std::string::npos);
    }

    void withoutAnAddressForItAHumanCancels()
    {
        QVERIFY(withShop(false));
        shopSays({500, {}, {}});
        Customer ana = customer();
        ana.say("cancel order 10023");
        QTRY_VERIFY(conversation(ana.session).value("handoff", Json()).is_object());
        QVERIFY(posts().empty());
    }

    void enrichersKnowWhatWasSaidAndSurviveARestart()
    {
        QVERIFY(setUp(
            {{"bots",
              {{{"name", "faq"}, {"type", "faq"}},
               {{"name", "crm"}, {"type", "webhook"}, {"url", m_server->url().toString().toStdString()}}}},
             {"lanes", {{"info", "faq"}}},
             {"enrichers", {"crm"}}}));
        m_server->script(says("{}"));
        Customer ana = customer();
        ana.say("the first");
        QTRY_COMPARE(ana.heard().size(), std::size_t(1));
        QTRY_COMPARE(m_server->asked.size(), std::size_t(1));
        QVERIFY(asked(0).at("history").empty());
        m_server->script(hanging());
        ana.say("the second");
        QTRY_COMPARE(m_server->asked.size(), std::size_t(2));
        QCOMPARE(asked(1).at("message"), "the second");
        QCOMPARE(asked(1).at("history").size(), std::size_t(2)); // the first, and what the bot said
        QCOMPARE(asked(1).at("history").front().at("content"), "the first");
        m_desk->relay.kill();
        m_server->script(says(R"({"contact":{"attributes":{"plan":"gold"}}})"));
        QVERIFY(m_desk->relay.start());
        QTRY_COMPARE_WITH_TIMEOUT(m_server->asked.size(), std::size_t(3), 10'000);
        QCOMPARE(asked(2).at("turnId"), asked(1).at("turnId"));
        QCOMPARE(asked(2).at("message"), "the second");
        QCOMPARE(asked(2).at("history"), asked(1).at("history"));
        QTRY_COMPARE(
            conversation(ana.session).at("contact").value("attributes", Json::object()).value("plan", ""),
            "gold");
        // Nothing is left to be asked; the next restart is silent.
        m_desk->relay.kill();
        QVERIFY(m_desk->relay.start());
        m_server->script(says("{}"));
        Customer bo = customer();
        bo.say("the third");
        QTRY_COMPARE(m_server->asked.size(), std::size_t(4));
        QCOMPARE(asked(3).at("message"), "the third");
    }
};

RELEVO_TEST(TestRelayBotOrders)
#include "tst_relaybotorders.moc"
