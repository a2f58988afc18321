#include "assist/model_server.h"
#include "support/test_main.h"

#include <bot/http_orders.h>
#include <bot/outgoing_call.h>
#include <bot/webhook_bot.h>

#include <QtNetwork/QNetworkAccessManager>
#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::bot;
using Server = assist::ModelServer;

class TestWebhookBot final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signsAsTheStandardDoes();
    void tellsTheTurn();
    void tellsOfFiles();
    void readsAnAnswer();
    void refusesWrongAnswers_data();
    void refusesWrongAnswers();
    void answersAtOnceOrLater();
    void triesFourTimes();
    void whatIsRefusedIsNotRepeated();
    void givesUpInTime();
    void sendsNothingUnsigned();
    void looksUpOrders();
    void cancelsOrdersOnceAndSigned();
    void whatTheShopDoesNotSayIsUnknown();

private:
    OutgoingCall* call(const QUrl& url, const std::function<void(OutgoingRequest&)>& change = {})
    {
        OutgoingRequest request;
        request.url = url;
        request.retry = {milliseconds(1), 2.0, milliseconds(4), 0.5};
        if (change)
            change(request);
        auto* made = new OutgoingCall(
            m_network, request, [] { return 0.5; }, this);
        QSignalSpy spy(made, &OutgoingCall::finished);
        made->start();
        return spy.wait(10'000) ? made : nullptr;
    }
    Reply ask(const Server& server, const QByteArray& secret = "whsec_c2VjcmV0")
    {
        domain::BotEntry entry;
        entry.name = QStringLiteral("mine");
        entry.url = server.url(QStringLiteral("/turn")).toString();
        WebhookBot bot({m_network, m_clock,
                        [] {
                            return 0.5;
                        }},
                       entry, secret);
        std::optional<Reply> said;
        bot.answer(turn(), this, [&said](Reply reply) { said = std::move(reply); });
        return QTest::qWaitFor([&said] { return said.has_value(); }, 20'000) ? *said : Reply{};
    }
    HttpOrders ordersOf(const domain::OrderLookUp& options, const QByteArray& secret)
    {
        return HttpOrders({m_network, m_clock,
                           [] {
                               return 0.5;
                           }},
                          options, QStringLiteral("orders"), secret);
    }
    static OrderQuestion question()
    {
        return {QStringLiteral("R 1"), QStringLiteral("a@b.c"), turn().id, {}, QStringLiteral("web:1"), {}};
    }
    Cancellation cancelled(const Server& server, const OrderQuestion& question,
                           const QByteArray& secret = "whsec_c2VjcmV0")
    {
        domain::OrderLookUp options;
        options.cancelUrl =
            server.url(QStringLiteral("/orders/")).toString() + QStringLiteral("{order}/cancel");
        HttpOrders orders = ordersOf(options, secret);
        std::optional<Cancellation> said;
        orders.cancel(question, this, [&said](const Cancellation& answer) { said = answer; });
        (void)QTest::qWaitFor([&said] { return said.has_value(); }, 20'000);
        return said.value_or(Cancellation{Cancellation::Outcome::Done, QStringLiteral("no answer"), -1});
    }
    static Turn turn()
    {
        Turn turn;
        turn.id = domain::MessageId(QUuid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
        turn.sessionId = QStringLiteral("web:1");
        turn.text = QStringLiteral("¿Dónde?");
        turn.lane = domain::Lane::Commerce;
        turn.memory = {{QStringLiteral("step"), 2}};
        turn.contact.email = QStringLiteral("ana@shop.test");
        domain::Message before;
        before.author = domain::Author::Bot;
        before.content = QStringLiteral("Hola");
        turn.history = {before};
        return turn;
    }

    QNetworkAccessManager m_network;
    assist::StoppedClock m_clock;
};

void TestWebhookBot::signsAsTheStandardDoes()
{
    // The example of the Standard Webhooks specification.
    QCOMPARE(webhookSignature("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek",
                              1614265330, R"({"test": 2432232314})"),
             QByteArray("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
}

void TestWebhookBot::tellsTheTurn()
{
    const QJsonObject told = QJsonDocument::fromJson(webhookBody(turn())).object();
    QCOMPARE(told[u"turnId"].toString(), turn().id.toString());
    QCOMPARE(told[u"sessionId"].toString(), QStringLiteral("web:1"));
    QCOMPARE(told[u"lane"].toString(), QStringLiteral("commerce"));
    QCOMPARE(told[u"message"].toString(), QStringLiteral("¿Dónde?"));
    QCOMPARE(told[u"state"][u"step"].toInt(), 2);
    QCOMPARE(told[u"contact"][u"email"].toString(), QStringLiteral("ana@shop.test"));
    QCOMPARE(told[u"history"][0][u"author"].toString(), QStringLiteral("bot"));
    QVERIFY(told.contains(u"conversationId"));
}

void TestWebhookBot::tellsOfFiles()
{
    QVERIFY(!QJsonDocument::fromJson(webhookBody(turn())).object().contains(u"attachments"));
    const domain::Attachment photo{domain::AttachmentId(QUuid(9, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)),
                                   QStringLiteral("door.png"),
                                   QStringLiteral("image/png"),
                                   2048,
                                   {},
                                   640,
                                   480};
    Turn silent = turn();
    silent.text.clear();
    silent.attachments = {photo};
    silent.history.front().attachments = {photo};
    const QJsonObject told = QJsonDocument::fromJson(webhookBody(silent)).object();
    QCOMPARE(told[u"message"].toString(), QString());
    const QJsonObject expected{
        {QStringLiteral("id"), photo.id.toString()},
        {QStringLiteral("name"), QStringLiteral("door.png")},
        {QStringLiteral("mime"), QStringLiteral("image/png")},
        {QStringLiteral("size"), 2048},
        {QStringLiteral("width"), 640},
        {QStringLiteral("height"), 480},
        {QStringLiteral("url"), QStringLiteral("/api/attachments/") + photo.id.toString()}};
    QCOMPARE(told[u"attachments"].toArray(), QJsonArray{expected});
    QCOMPARE(told[u"history"][0][u"attachments"].toArray(), QJsonArray{expected});
}

void TestWebhookBot::readsAnAnswer()
{
    const QJsonObject memory{{QStringLiteral("a"), 1}};
    const Result<Reply> reply = webhookReply(
        R"({"messages":["one",{"content":"two"}],"state":{"b":2},"handoff":{"reason":"angry","priority":"urgent"},
            "contact":{"name":"Ana","attributes":{"plan":"gold","visits":3,"vip":true}},"newer":1})",
        memory);
    QVERIFY2(reply, reply ? "" : qPrintable(reply.error().message));
    QCOMPARE(reply->messages, (QStringList{QStringLiteral("one"), QStringLiteral("two")}));
    QCOMPARE(reply->memory[u"b"].toInt(), 2);
    QCOMPARE(reply->handoff->reason, QStringLiteral("angry"));
    QVERIFY(reply->priority == domain::Priority::Urgent);
    QCOMPARE(reply->contact.attributes.at(QStringLiteral("visits")), QStringLiteral("3"));
    QVERIFY(reply->answered);
    const Result<Reply> little = webhookReply("{}", memory);
    QVERIFY(little && little->messages.isEmpty() && !little->handoff && !little->answered);
    QVERIFY(little->memory == memory);
    QVERIFY(webhookReply(R"({"handoff":true})", {})->handoff);
    QVERIFY(!webhookReply(R"({"handoff":false})", {})->handoff);
}

void TestWebhookBot::refusesWrongAnswers_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("field");
    const auto row = [](const QByteArray& json, const char* field) {
        QTest::newRow(json.left(60).constData()) << json << QString::fromLatin1(field);
    };
    row("", "");
    row("[1]", "");
    row("<html>", "");
    row(R"({"messages":"hi"})", "messages");
    row(R"({"messages":[""]})", "messages");
    row(R"({"messages":[7]})", "messages");
    row(R"({"messages":["1","2","3","4","5","6","7","8","9","10","11"]})", "messages");
    row(R"({"messages":[")" + QByteArray(40'000, 'x') + R"("]})", "messages");
    row(R"({"state":[]})", "state");
    row(R"({"state":{"x":")" + QByteArray(17'000, 'x') + R"("}})", "state");
    row(R"({"handoff":"yes"})", "handoff");
    row(R"({"handoff":{"priority":"now"}})", "handoff.priority");
    row(R"({"handoff":{"skills":"refunds"}})", "handoff.skills");
    row(R"({"handoff":{"skills":["refunds",7]}})", "handoff.skills");
    row(R"({"handoff":{"teamId":"Refunds"}})", "handoff.teamId");
    row(R"({"contact":"Ana"})", "contact");
    row(R"({"contact":{"email":7}})", "contact.email");
    row(R"({"contact":{"attributes":{"a":{}}}})", "contact.attributes");
    row(R"({"failed":"no"})", "failed");
}

void TestWebhookBot::refusesWrongAnswers()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, field);
    const Result<Reply> reply = webhookReply(json, {});
    QVERIFY(!reply && reply.error().code == ErrorCode::Invalid);
    const auto named = reply.error().context.find(QStringLiteral("field"));
    QCOMPARE(named == reply.error().context.end() ? QString() : named->second, field);
}

void TestWebhookBot::answersAtOnceOrLater()
{
    Server server;
    server.script({200, R"({"messages":["hello"]})", {}});
    server.script({202, {}, {}});
    server.script({200, "nonsense", {}});
    const Reply reply = ask(server);
    QCOMPARE(reply.messages, QStringList{QStringLiteral("hello")});
    QVERIFY(!reply.isLater && !reply.failed && reply.attempts == 1);
    QVERIFY(ask(server).isLater);
    const Reply wrong = ask(server);
    QVERIFY(wrong.failed && !wrong.error.isEmpty() && wrong.messages.isEmpty());
    // Signed, of that moment, and the same id in every turn's request.
    const Server::Asked& asked = server.asked.front();
    const auto header = [&asked](const QByteArray& name) {
        for (const QByteArray& line : asked.head.split('\n')) {
            if (line.toLower().startsWith(name + ':'))
                return line.mid(name.size() + 1).trimmed();
        }
        return QByteArray();
    };
    QVERIFY(header("webhook-id").endsWith(":mine"));
    QCOMPARE(header("webhook-timestamp"), QByteArray("1795253400"));
    QCOMPARE(header("webhook-signature"),
             webhookSignature("whsec_c2VjcmV0", header("webhook-id"), 1795253400, asked.body));
}

void TestWebhookBot::triesFourTimes()
{
    Server server;
    for (const int status : {500, 503, 429, 500})
        server.script({status, {}, {}});
    const OutgoingCall* failing = call(server.url());
    QVERIFY(failing && !failing->result());
    QCOMPARE(failing->attempts(), 4); // three retries
    QCOMPARE(server.asked.size(), std::size_t(4));
    QVERIFY(failing->result().error().code == ErrorCode::Unavailable);
    server.script({500, {}, {}});
    server.script({200, "{}", {}});
    const OutgoingCall* recovering = call(server.url());
    QVERIFY(recovering && recovering->result());
    QCOMPARE(recovering->attempts(), 2);
}

void TestWebhookBot::whatIsRefusedIsNotRepeated()
{
    Server server;
    server.script({401, {}, {}});
    const OutgoingCall* refused = call(server.url());
    QVERIFY(refused && !refused->result() && refused->attempts() == 1);
    // What is signed for one host goes to no other.
    server.script({302, {}, "Location: http://127.0.0.1:1/\r\n"});
    const OutgoingCall* sentOn = call(server.url());
    QVERIFY(sentOn && !sentOn->result() && sentOn->attempts() == 1);
    server.script({200, QByteArray(300'000, 'x'), {}});
    const OutgoingCall* large = call(server.url());
    QVERIFY(large && large->result().error().code == ErrorCode::TooLarge);
}

void TestWebhookBot::givesUpInTime()
{
    Server server;
    Server::Scripted hanging;
    hanging.hangs = true;
    for (int i = 0; i < 4; ++i)
        server.script(hanging);
    const OutgoingCall* slow =
        call(server.url(), [](OutgoingRequest& request) { request.attemptTimeout = milliseconds(30); });
    QVERIFY(slow && !slow->result());
    QCOMPARE(slow->attempts(), 4);
    server.script(hanging);
    const OutgoingCall* whole =
        call(server.url(), [](OutgoingRequest& request) { request.timeout = milliseconds(30); });
    QVERIFY(whole && !whole->result() && whole->attempts() == 1);
    QVERIFY(call(QUrl(QStringLiteral("http://127.0.0.1:1/"))) != nullptr); // nobody listens
}

void TestWebhookBot::sendsNothingUnsigned()
{
    Server server;
    const Reply reply = ask(server, {});
    QVERIFY(reply.failed && reply.error.contains(QLatin1String("secret")));
    QVERIFY(server.asked.empty());
}

void TestWebhookBot::looksUpOrders()
{
    Server server;
    domain::OrderLookUp options;
    options.url = server.url(QStringLiteral("/orders/")).toString() + QStringLiteral("{order}?e={email}");
    HttpOrders orders = ordersOf(options, {});
    QVERIFY(orders.wantsEmail());
    using Found = Result<std::optional<domain::Order>>;
    const auto find = [&]() -> Found {
        std::optional<Found> found;
        orders.find(question(), this, [&found](Found got) { found = got; });
        return QTest::qWaitFor([&found] { return found.has_value(); }, 10'000)
                   ? *found
                   : failure(ErrorCode::Internal, QStringLiteral("no answer"));
    };
    server.script({200, R"({"status":"paid","total":"9 EUR"})", {}});
    const Found paid = find();
    QVERIFY(paid && *paid && (*paid)->status == domain::OrderStatus::Paid);
    QVERIFY(server.asked.front().head.startsWith("GET /orders/R%201?e=a%40b.c "));
    server.script({404, {}, {}});
    const Found none = find();
    QVERIFY(none && !*none);
    QVERIFY(!server.asked.front().head.contains("webhook-signature"));
    server.script({403, {}, {}});
    QVERIFY(!find());
}

void TestWebhookBot::cancelsOrdersOnceAndSigned()
{
    Server server;
    int told = 0;
    OrderQuestion asked = question();
    asked.acting = [&told] {
        ++told;
    };
    server.script({503, {}, {}});
    server.script({200, R"({"status":"cancelled"})", {}});
    const Cancellation done = cancelled(server, asked);
    QVERIFY(done == (Cancellation{Cancellation::Outcome::Done, {}, 2}));
    QCOMPARE(told, 1);
    QCOMPARE(server.asked.size(), std::size_t(2));
    QVERIFY(server.asked[0].head.startsWith("POST /orders/R%201/cancel "));
    const auto header = [&server](std::size_t which, const QByteArray& name) {
        const QByteArray& head = server.asked[which].head;
        const qsizetype at = head.toLower().indexOf('\n' + name + ": ") + name.size() + 3;
        return head.mid(at, head.indexOf('\r', at) - at);
    };
    for (const std::size_t which : {0U, 1U}) {
        QCOMPARE(header(which, "idempotency-key"), asked.turn.toString().toLatin1());
        QCOMPARE(header(which, "webhook-id"), header(0, "webhook-id"));
        QCOMPARE(header(which, "webhook-signature"),
                 webhookSignature("whsec_c2VjcmV0", header(which, "webhook-id"),
                                  header(which, "webhook-timestamp").toLongLong(), server.asked[which].body));
    }
    const QJsonObject body = QJsonDocument::fromJson(server.asked[1].body).object();
    QCOMPARE(body[u"order"].toString(), QStringLiteral("R 1"));
    QCOMPARE(body[u"email"].toString(), QStringLiteral("a@b.c"));
    QCOMPARE(body[u"turnId"].toString(), asked.turn.toString());
}

void TestWebhookBot::whatTheShopDoesNotSayIsUnknown()
{
    using enum Cancellation::Outcome;
    Server server;
    server.script({200, R"({"status":"refused","reason":"It is packed."})", {}});
    QVERIFY(cancelled(server, question()) == (Cancellation{Refused, QStringLiteral("It is packed."), 1}));
    server.script({409, {}, {}});
    QVERIFY(cancelled(server, question()) == (Cancellation{Refused, {}, 1}));
    for (const Server::Scripted& answer :
         {Server::Scripted{202, {}, {}}, Server::Scripted{404, {}, {}}, Server::Scripted{200, "<html>", {}},
          Server::Scripted{302, {}, "Location: /elsewhere\r\n"}}) {
        server.script(answer);
        const Cancellation unknown = cancelled(server, question());
        QVERIFY(unknown.outcome == Unknown && !unknown.reason.isEmpty());
    }
    const std::size_t before = server.asked.size();
    const Cancellation failed = cancelled(server, question()); // 500 each time
    QVERIFY(failed.outcome == Unknown && failed.attempts == 4);
    QCOMPARE(server.asked.size(), before + 4);
    QVERIFY(cancelled(server, question(), {}).outcome == Unknown);
    QCOMPARE(server.asked.size(), before + 4); // nothing unsigned leaves
}

RELEVO_TEST(TestWebhookBot)
#include "tst_webhookbot.moc"
