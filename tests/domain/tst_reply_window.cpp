#include "domain/world.h"
#include "support/test_main.h"

#include <domain/channel.h>
#include <domain/message_template.h>
#include <domain/reply_window.h>
#include <domain/timers.h>

#include <random>

using namespace relevo;
using namespace relevo::test;
using namespace std::chrono_literals;

/// Channels that take free text only for a while after the customer's last message, and what is said when
/// they do not.
class TestReplyWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void onlyWhereTheChannelHasOne();
    void closesADayAfterTheLastMessage();
    void textIsRefusedAndATemplateIsNot();
    void theCustomerOpensItAgain();
    void notesAreNeverRefused();
    void aBotIsHeldToIt();
    void whoNeverWroteHasNone();
    void closingTheConversationChangesNothing();
    void whatTheRelayCannotSayIsOnRecord();
    void silenceStillEndsIt();
    void noRatingIsAskedInVain();
    void neverFreeTextAfterClosing_data();
    void neverFreeTextAfterClosing();
    void placesAreFilledIn_data();
    void placesAreFilledIn();
    void missingValuesAreRefused();
    void namesAndLanguages();

private:
    ConversationId say(const QString& channel, ConversationId id = {}, Author author = Author::Customer)
    {
        ReceiveMessage command = m_world->message(QStringLiteral("hello"), id, author);
        command.channel = channel;
        m_world->must(command, id);
        return std::get<Message>(m_world->lastMessage().data).conversationId;
    }
    const ConversationState& state() const { return *m_world->conversation(m_id); }
    SendMessage reply(bool withTemplate = false) const
    {
        SendMessage command{m_handoff, m_world->ref(m_ana), QStringLiteral("reply"), {}, std::nullopt};
        if (withTemplate)
            command.madeFrom = TemplateUse{QStringLiteral("update"), QStringLiteral("en"), {}};
        return command;
    }
    std::vector<Message> unsent() const
    {
        std::vector<Message> found;
        for (const Event& event : m_world->log) {
            const auto* message = std::get_if<Message>(&event.data);
            if (message && message->deliveryError == closedBeforeSent())
                found.push_back(*message);
        }
        return found;
    }

    std::unique_ptr<World> m_world;
    AgentId m_ana;
    ConversationId m_id;
    HandoffId m_handoff;
};

void TestReplyWindow::init()
{
    m_world = std::make_unique<World>();
    Settings settings = m_world->live.settings;
    settings.idleCloseMinutes = 0;
    m_world->must(ChangeSettings{settings});
    m_ana = m_world->addAgent(QStringLiteral("Ana"));
    m_id = say(QStringLiteral("whatsapp"));
    m_handoff = m_world->ask(m_id);
    m_world->claim(m_id, m_handoff, m_ana);
}

void TestReplyWindow::onlyWhereTheChannelHasOne()
{
    QCOMPARE(replyWindowOf(QStringLiteral("whatsapp")), std::optional<milliseconds>(24h));
    for (const char16_t* channel : {u"web", u"http", u"telegram", u""})
        QVERIFY(!replyWindowOf(QStringView(channel).toString()));
    QVERIFY(comesThroughDoor(QStringLiteral("http")) && comesThroughDoor(QStringLiteral("whatsapp")));
    QVERIFY(!comesThroughDoor(QStringLiteral("web")) && !comesThroughDoor(QStringLiteral("telegram")));
    const ConversationId web = say(QStringLiteral("web"));
    const ConversationState& other = *m_world->conversation(web);
    QVERIFY(!replyWindow(other) && !other.customerWroteAt);
    QVERIFY(!isWindowClosed(other, m_world->now + std::chrono::years(1)));
}

void TestReplyWindow::closesADayAfterTheLastMessage()
{
    const Timestamp wrote = m_world->now;
    QCOMPARE(replyWindow(state())->closesAt, wrote + 24h);
    m_world->now += 5h;
    m_world->must(reply(), m_id);
    QCOMPARE(replyWindow(state())->closesAt, wrote + 24h); // ours do not count
    say(QStringLiteral("whatsapp"), m_id);
    QCOMPARE(replyWindow(state())->closesAt, wrote + 29h);
    QVERIFY(!isWindowClosed(state(), wrote + 29h - 1ms));
    QVERIFY(isWindowClosed(state(), wrote + 29h));
}

void TestReplyWindow::textIsRefusedAndATemplateIsNot()
{
    m_world->now += 24h - 1ms;
    QVERIFY(m_world->run(reply(), m_id));
    m_world->now += 1ms;
    const auto refused = m_world->run(reply(), m_id);
    QVERIFY(!refused);
    QVERIFY(refused.error().code == ErrorCode::WindowClosed);
    QVERIFY(refused.error().detail.contains(QStringLiteral("template")));
    QCOMPARE(refused.error().context.at(QStringLiteral("closedAt")),
             QString::fromStdString(toRfc3339(m_world->now)));
    const std::vector<Event> sent = m_world->must(reply(true), m_id);
    QCOMPARE(std::get<Message>(sent.front().data).madeFrom->name, QStringLiteral("update"));
}

void TestReplyWindow::theCustomerOpensItAgain()
{
    m_world->now += 30h;
    QVERIFY(!m_world->run(reply(), m_id));
    say(QStringLiteral("whatsapp"), m_id);
    QVERIFY(m_world->run(reply(), m_id));
}

void TestReplyWindow::notesAreNeverRefused()
{
    m_world->now += 30h;
    QVERIFY(m_world->run(AddNote{m_handoff, m_world->ref(m_ana), QStringLiteral("careful")}, m_id));
}

void TestReplyWindow::aBotIsHeldToIt()
{
    const ConversationId id = say(QStringLiteral("whatsapp"));
    say(QStringLiteral("whatsapp"), id, Author::Bot);
    m_world->now += 24h;
    ReceiveMessage command = m_world->message(QStringLiteral("still there?"), id, Author::Bot);
    auto refused = m_world->run(command, id);
    QVERIFY(!refused && refused.error().code == ErrorCode::WindowClosed);
    AnswerTurn turn;
    turn.epoch = m_world->conversation(id)->control.epoch;
    turn.messages = QStringList{QStringLiteral("late")};
    refused = m_world->run(turn, id);
    QVERIFY(!refused && refused.error().code == ErrorCode::WindowClosed);
    command.madeFrom = TemplateUse{QStringLiteral("update"), QStringLiteral("en"), {}};
    QVERIFY(m_world->run(command, id));
}

void TestReplyWindow::whoNeverWroteHasNone()
{
    ReceiveMessage command = m_world->message(QStringLiteral("good news"), {}, Author::Bot);
    command.channel = QStringLiteral("whatsapp");
    const auto refused = m_world->run(command);
    QVERIFY(!refused && refused.error().code == ErrorCode::WindowClosed);
    command.madeFrom = TemplateUse{QStringLiteral("news"), QStringLiteral("en"), {}};
    m_world->must(command);
    const ConversationState& begun = *m_world->conversation(command.conversationId);
    QVERIFY(isWindowClosed(begun, m_world->now));
    QCOMPARE(replyWindow(begun)->closesAt, begun.conversation.openedAt);
}

void TestReplyWindow::closingTheConversationChangesNothing()
{
    const Timestamp closes = replyWindow(state())->closesAt;
    m_world->now += 1h;
    m_world->must(reply(), m_id);
    m_world->must(ResolveHandoff{m_handoff, m_ana, false, {}, {}, false, false}, m_id);
    QCOMPARE(state().conversation.status, ConversationStatus::Closed);
    m_world->now += 1h;
    m_world->ask(m_id); // opens it again, and the customer has not written
    QCOMPARE(replyWindow(state())->closesAt, closes);
}

void TestReplyWindow::whatTheRelayCannotSayIsOnRecord()
{
    QVERIFY(unsent().empty());
    m_world->now += 30h;
    const AgentId bo = m_world->addAgent(QStringLiteral("Bo"));
    const qint64 last = state().lastMessage->seq;
    TransferHandoff transfer{m_handoff, m_world->ref(m_ana), false, bo, false, {}};
    m_world->must(transfer, m_id);
    QCOMPARE(state().lastMessage->seq, last); // nothing was said to the customer
    const std::vector<Message> kept = unsent();
    QCOMPARE(kept.size(), std::size_t(1));
    QVERIFY(kept[0].note && kept[0].author == Author::System && kept[0].delivery == Delivery::Failed);
    QCOMPARE(kept[0].content, QStringLiteral("Bo joined the conversation."));
}

void TestReplyWindow::silenceStillEndsIt()
{
    Settings settings = m_world->live.settings;
    settings.idleCloseMinutes = 30;
    m_world->must(ChangeSettings{settings});
    m_world->now += 25h;
    m_world->must(reply(true), m_id);
    for (int i = 0; i < 4 && state().conversation.status == ConversationStatus::Open; ++i) {
        const auto due = nextDue(m_world->live, state());
        QVERIFY(due && *due > m_world->now);
        m_world->now = *due;
        m_world->must(Tick{}, m_id);
    }
    QCOMPARE(state().handoff->disposition, QStringLiteral("idle"));
    QCOMPARE(unsent().size(), std::size_t(2)); // the warning, and the end
}

void TestReplyWindow::noRatingIsAskedInVain()
{
    Settings settings = m_world->live.settings;
    settings.csatEnabled = true;
    m_world->must(ChangeSettings{settings});
    m_world->now += 25h;
    m_world->must(ResolveHandoff{m_handoff, m_ana, false, {}, {}, false, true}, m_id);
    QVERIFY(!state().handoff->ratingAskedAt);
}

void TestReplyWindow::neverFreeTextAfterClosing_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 40; ++seed)
        QTest::addRow("%u", seed) << seed;
}

void TestReplyWindow::neverFreeTextAfterClosing()
{
    QFETCH(const quint32, seed);
    std::mt19937 random(seed);
    const auto pick = [&random](quint32 below) {
        return random() % below;
    };
    const AgentId bo = m_world->addAgent(QStringLiteral("Bo"));
    std::optional<Timestamp> wrote = m_world->now;
    std::size_t read = m_world->log.size();
    int refused = 0;
    for (int step = 0; step < 300; ++step) {
        m_world->now += std::chrono::minutes(pick(600));
        const AgentId agent = pick(2) == 0 ? m_ana : bo;
        m_handoff = state().handoff ? state().handoff->id : HandoffId();
        Command command = Tick{};
        switch (pick(9)) {
        case 0: {
            ReceiveMessage message = m_world->message(QStringLiteral("hi"), m_id);
            if (pick(2) == 0)
                message.trigger = Trigger{};
            command = message;
            break;
        }
        case 1:
        case 2:
            command = reply(pick(4) == 0);
            break;
        case 3:
            command = ClaimHandoff{m_handoff, m_world->ref(agent)};
            break;
        case 4:
            command = ResolveHandoff{m_handoff, agent, true, {}, {}, pick(2) == 0, true};
            break;
        case 5:
            command = InitiateHandoff{};
            break;
        case 6: {
            ReceiveMessage message = m_world->message(QStringLiteral("answer"), m_id, Author::Bot);
            if (pick(4) == 0)
                message.madeFrom = TemplateUse{QStringLiteral("update"), QStringLiteral("en"), {}};
            command = message;
            break;
        }
        case 7:
            command = TransferHandoff{m_handoff, {}, true, bo, pick(3) == 0, {}};
            break;
        default:
            break;
        }
        const auto done = m_world->run(command, m_id);
        refused += !done && done.error().code == ErrorCode::WindowClosed ? 1 : 0;
        for (; read < m_world->log.size(); ++read) {
            const auto* message = std::get_if<Message>(&m_world->log[read].data);
            if (!message || message->note)
                continue;
            if (message->author == Author::Customer)
                wrote = message->at;
            else
                QVERIFY(message->madeFrom || message->at < *wrote + 24h);
        }
    }
    QVERIFY(refused > 0);
    QVERIFY(state().customerWroteAt == wrote);
}

void TestReplyWindow::placesAreFilledIn_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<int>("wanted"); // -1: it makes no sense
    QTest::addColumn<QString>("filled");
    QTest::newRow("none") << "Hello." << 0 << "Hello.";
    QTest::newRow("two") << "Hi {{1}}, order {{2}} is here, {{ 1 }}." << 2 << "Hi A, order {{1}} is here, A.";
    QTest::newRow("other braces") << "{1} {{x}} {{}} {{1}}" << 1 << "{1} {{x}} {{}} A";
    QTest::newRow("a gap") << "{{1}} {{3}}" << -1 << "";
    QTest::newRow("nought") << "{{0}}" << -1 << "";
    QTest::newRow("from two") << "{{2}}" << -1 << "";
}

void TestReplyWindow::placesAreFilledIn()
{
    QFETCH(const QString, body);
    QFETCH(const int, wanted);
    QFETCH(const QString, filled);
    const Result<int> counted = valuesWanted(body);
    QCOMPARE(counted ? *counted : -1, wanted);
    if (wanted < 0)
        return;
    // What is put in is not looked at again.
    const QStringList values = QStringList{QStringLiteral("A"), QStringLiteral("{{1}}")}.mid(0, wanted);
    const Result<QString> text = renderTemplate(body, values);
    QVERIFY(text);
    QCOMPARE(*text, filled);
}

void TestReplyWindow::missingValuesAreRefused()
{
    const QString body = QStringLiteral("Hi {{1}}, order {{2}}");
    QVERIFY(!renderTemplate(body, {QStringLiteral("Ana")}));
    QVERIFY(!renderTemplate(body, {QStringLiteral("Ana"), QStringLiteral(" ")}));
    QVERIFY(!renderTemplate(body, {QStringLiteral("Ana"), QStringLiteral("7"), QStringLiteral("8")}));
    QVERIFY(!renderTemplate(body, {QStringLiteral("Ana"), QString(513, u'x')}));
    QVERIFY(renderTemplate(body, {QStringLiteral("Ana"), QStringLiteral("7")}));
    QCOMPARE(filledIn(body, {QString(), QStringLiteral("7")}), QStringLiteral("Hi {{1}}, order 7"));
}

void TestReplyWindow::namesAndLanguages()
{
    QVERIFY(isTemplateName(QStringLiteral("order_update_2")));
    QVERIFY(!isTemplateName({}) && !isTemplateName(QStringLiteral("Order")) &&
            !isTemplateName(QStringLiteral("order update")) && !isTemplateName(QString(513, u'a')));
    QVERIFY(isTemplateLanguage(QStringLiteral("en")) && isTemplateLanguage(QStringLiteral("pt_BR")) &&
            isTemplateLanguage(QStringLiteral("fil")));
    QVERIFY(!isTemplateLanguage(QStringLiteral("EN")) && !isTemplateLanguage(QStringLiteral("pt-BR")) &&
            !isTemplateLanguage(QStringLiteral("en\n")) && !isTemplateLanguage({}));
}

RELEVO_TEST(TestReplyWindow)
#include "tst_reply_window.moc"
