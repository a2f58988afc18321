#include "domain/world.h"
#include "support/test_main.h"

#include <domain/customer.h>
#include <domain/notices.h>
#include <domain/timers.h>

#include <random>

using namespace relevo;
using namespace relevo::test;
using namespace std::chrono_literals;

/// The customer's side of a handoff: their mood and what they say again, being told when somebody is back,
/// leaving an address, leaving altogether, and wanting the bot after all.
class TestCustomer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void moodIsFoldedAndBeginsAnew();
    void sayingItAgainCounts();
    void aTurnThatFailedCountsOnce();
    void failureCanBeSwitchedOff();
    void withEverySwitchOffButTheWish();
    void closedSaysWhenItOpens_data();
    void closedSaysWhenItOpens();
    void nobodyThereSaysWhatIsPromised();
    void ownSentenceIsSaidAsItIs();
    void ownSentenceSaysWhen();
    void noEmailIsPromised();
    void anAddressIsKeptOnce();
    void anAddressInTheRequestItself();
    void noAddressDoesNoHarm();
    void knownOrReachedOtherwiseIsNotAsked();
    void aTicketAsksOnlyWhoWasNotAsked();
    void wantsTheBotAgain();
    void onlyWhileWaiting();
    void whoLeavesIsWaitedForAWhile();
    void whoComesBackIsStillWaiting();
    void whoWritesIsBack();
    void onlyAwaitedCustomersAreMissed();
    void noGraceIsStillAMinute();
    void aRequestAfterLeavingWaits();

private:
    void change(const std::function<void(Settings&)>& how)
    {
        Settings settings = m_world->live.settings;
        how(settings);
        m_world->must(ChangeSettings{settings});
    }
    const ConversationState& state() const { return *m_world->conversation(m_id); }
    std::vector<EventType> tell(const std::function<void(ReceiveMessage&)>& how,
                                const QString& text = QStringLiteral("hm"))
    {
        ReceiveMessage command = m_world->message(text, m_id);
        how(command);
        return typesOf(m_world->must(command, m_id));
    }
    void bot(bool failed)
    {
        ReceiveMessage command = m_world->message(QStringLiteral("answer"), m_id, Author::Bot);
        command.botFailed = failed;
        m_world->must(command, m_id);
    }
    void again(int repeats)
    {
        tell([repeats](ReceiveMessage& command) { command.repeats = repeats; });
    }
    /// What the relay itself has said since the last call.
    QStringList notices()
    {
        QStringList said;
        for (; m_read < m_world->log.size(); ++m_read) {
            const auto* message = std::get_if<Message>(&m_world->log[m_read].data);
            if (message && message->author == Author::System)
                said.push_back(message->content);
        }
        return said;
    }
    void close()
    {
        change([](Settings& settings) {
            settings.businessHours.emplace().days.fill({{9 * 60, 17 * 60}});
            settings.businessHours->timezone = QStringLiteral("Europe/Madrid");
        });
        m_world->now = fromRfc3339("2026-11-21T17:00:00Z").value();
    }

    std::unique_ptr<World> m_world;
    AgentId m_ana;
    ConversationId m_id;
    std::size_t m_read = 0;
};

using enum EventType;
using Types = std::vector<EventType>;

void TestCustomer::init()
{
    m_world = std::make_unique<World>();
    m_ana = m_world->addAgent(QStringLiteral("Ana"));
    m_id = m_world->say(QStringLiteral("hi"));
    m_read = 0;
}

void TestCustomer::moodIsFoldedAndBeginsAnew()
{
    tell([](ReceiveMessage& command) { command.frustration = 0.9; });
    QCOMPARE(state().lastMessage->frustration, 0.9);
    QCOMPARE(state().frustration, 0.54);
    bot(false);
    QCOMPARE(state().frustration, 0.54);
    tell([](ReceiveMessage&) {});
    QCOMPARE(state().frustration, 0.405);
    const HandoffId handoff = m_world->ask(m_id);
    m_world->claim(m_id, handoff, m_ana);
    QCOMPARE(state().frustration, 0.405); // whoever takes it sees it
    m_world->must(ResolveHandoff{handoff, m_ana, false, {}, {}, true}, m_id);
    QCOMPARE(state().frustration, 0.0);
}

void TestCustomer::sayingItAgainCounts()
{
    // The bot thinks that it has answered each time.
    bot(false);
    again(1);
    QCOMPARE(state().botFailures, 1);
    bot(false);
    QCOMPARE(state().botFailures, 0);
    again(2);
    QCOMPARE(state().botFailures, 2);
    bot(false);
    QVERIFY(!state().handoff);
    again(3);
    QVERIFY(state().handoff && state().handoff->trigger.type == TriggerType::Failure);
}

void TestCustomer::aTurnThatFailedCountsOnce()
{
    bot(true);
    again(1); // as they were asked to
    QCOMPARE(state().botFailures, 1);
    bot(true);
    again(2);
    QCOMPARE(state().botFailures, 2);
    QVERIFY(!state().handoff);
    again(3); // and once more, without having been answered
    QVERIFY(state().handoff.has_value());
}

void TestCustomer::failureCanBeSwitchedOff()
{
    change([](Settings& settings) { settings.triggers.failure = false; });
    for (int i = 0; i < 30; ++i) {
        bot(true);
        again(i);
    }
    QVERIFY(!state().handoff);
    change([](Settings& settings) {
        settings.triggers.failure = true;
        settings.failureCountThreshold = 20;
        settings.enabled = false;
    });
    again(31);
    QVERIFY(!state().handoff);
    m_world->ask(m_id);
    QVERIFY(state().handoff.has_value());
}

// Whatever a customer and the bot do, without anything found in the words nothing hands off.
void TestCustomer::withEverySwitchOffButTheWish()
{
    change([](Settings& settings) {
        settings.triggers = {true, false, false, false, false, false, false};
        settings.failureCountThreshold = 1;
        settings.sentimentThreshold = 0.05;
    });
    std::mt19937 random(3);
    for (int i = 0; i < 2'000; ++i) {
        m_world->now += milliseconds(random() % 600'000);
        if (random() % 2 == 0)
            bot(random() % 2 == 0);
        else
            tell([&random](ReceiveMessage& command) {
                command.frustration = static_cast<double>(random() % 1'001) / 1'000;
                command.repeats = static_cast<int>(random() % 5);
                command.wantsBot = random() % 4 == 0;
                command.email = QStringLiteral("eva@example.com");
            });
        (void)m_world->run(SetCustomerPresence{random() % 2 == 0}, m_id);
        m_world->must(Tick{}, m_id);
        QVERIFY(!state().handoff);
    }
    tell([](ReceiveMessage& command) { command.trigger = Trigger{TriggerType::Keyword, {}, 1.0}; });
    QVERIFY(state().handoff.has_value());
}

void TestCustomer::closedSaysWhenItOpens_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("when");
    QTest::addColumn<QString>("asks");
    QTest::newRow("en") << QStringLiteral("en") << QStringLiteral("tomorrow at 09:00 (Madrid time)")
                        << QStringLiteral("e-mail address");
    QTest::newRow("es") << QStringLiteral("es") << QStringLiteral("mañana a las 09:00 (hora de Madrid)")
                        << QStringLiteral("correo");
    QTest::newRow("pt") << QStringLiteral("pt") << QStringLiteral("amanhã às 09:00 (horário de Madrid)")
                        << QStringLiteral("e-mail");
    QTest::newRow("other") << QStringLiteral("de") << QStringLiteral("tomorrow at 09:00 (Madrid time)")
                           << QStringLiteral("e-mail address");
}

void TestCustomer::closedSaysWhenItOpens()
{
    QFETCH(QString, language);
    QFETCH(QString, when);
    QFETCH(QString, asks);
    close();
    tell([&language](ReceiveMessage& command) {
        command.language = language;
        command.trigger = Trigger{TriggerType::Keyword, {}, 1.0};
    });
    QVERIFY(state().handoff->mode == HandoffMode::Async);
    const QStringList said = notices();
    QCOMPARE(said.size(), 2);
    QVERIFY2(said[0].contains(when), qPrintable(said[0]));
    QVERIFY2(said[1].contains(asks), qPrintable(said[1]));
    QVERIFY(wantsEmail(state()));
}

void TestCustomer::nobodyThereSaysWhatIsPromised()
{
    m_world->must(SetAvailability{m_ana, Availability::Away});
    SlaPolicy policy;
    policy.priorities = {Priority::High};
    policy.firstResponseMinutes = 120;
    change([&policy](Settings& settings) { settings.sla.policies = {policy}; });
    m_world->ask(m_id);
    QVERIFY(notices().value(0).contains(QLatin1String("within 2 hours")));
    // In open hours only, these two hours end on the next day.
    close();
    m_world->now = fromRfc3339("2026-11-20T15:00:00Z").value();
    const ConversationId late = m_world->say(QStringLiteral("hi"));
    m_world->ask(late);
    const QString said = notices().value(0);
    QVERIFY2(said.contains(QLatin1String("no later than tomorrow at 10:00 (Madrid time)")), qPrintable(said));
    // A promise for others is none for them.
    change([](Settings& settings) { settings.sla.policies.front().channels = {QStringLiteral("http")}; });
    m_world->ask(m_world->say(QStringLiteral("hi")));
    QVERIFY(notices().value(0).endsWith(QLatin1String("and we will answer here.")));
}

void TestCustomer::ownSentenceIsSaidAsItIs()
{
    close();
    change([](Settings& settings) { settings.awayMessage = QStringLiteral("Back soon, %1!"); });
    m_world->ask(m_id);
    const QStringList said = notices();
    QCOMPARE(said.size(), 2);
    QCOMPARE(said[0], QStringLiteral("Back soon, %1!"));
}

void TestCustomer::ownSentenceSaysWhen()
{
    change([](Settings& settings) { settings.awayMessage = QStringLiteral("We answer {when}."); });
    m_world->must(SetAvailability{m_ana, Availability::Away});
    m_world->ask(m_id);
    QCOMPARE(notices().value(0), QStringLiteral("We answer as soon as we can."));
    SlaPolicy policy;
    policy.firstResponseMinutes = 120;
    change([&policy](Settings& settings) { settings.sla.policies = {policy}; });
    m_world->ask(m_world->say(QStringLiteral("hi")));
    QCOMPARE(notices().value(0), QStringLiteral("We answer within 2 hours."));
    close();
    const ConversationId late = m_world->say(QStringLiteral("hola"));
    ReceiveMessage asks = m_world->message(QStringLiteral("una persona"), late);
    asks.language = QStringLiteral("es");
    asks.trigger = Trigger{TriggerType::Keyword, {}, 1.0};
    m_world->must(asks, late);
    QCOMPARE(notices().value(0), QString::fromUtf8(u8"We answer mañana a las 09:00 (hora de Madrid)."));
}

// Nothing sends e-mails, so none is promised, whatever is known of the customer.
void TestCustomer::noEmailIsPromised()
{
    for (const char* language : {"en", "es", "pt"}) {
        const QString in = QString::fromLatin1(language);
        for (const QString& said :
             {askEmailNotice(in), emailKeptNotice(QStringLiteral("a@b.c"), in),
              ticketNotice(TicketAnswer::AskEmail, in), ticketNotice(TicketAnswer::Here, in)}) {
            for (const char8_t* promise : {u8"by e-mail", u8"write to", u8"también", u8"escribiremos",
                                           u8"por e-mail", u8"escreveremos", u8"por correo"})
                QVERIFY2(!said.contains(QString::fromUtf8(promise)), qPrintable(said));
        }
    }
}

void TestCustomer::anAddressIsKeptOnce()
{
    close();
    m_world->ask(m_id);
    (void)notices();
    const auto leave = [](ReceiveMessage& command) {
        command.email = QStringLiteral("eva@example.com");
    };
    QVERIFY(tell(leave) == Types({MessageReceived, ContactUpdated, MessageSent}));
    QCOMPARE(state().conversation.contact.email, QStringLiteral("eva@example.com"));
    QVERIFY(notices().value(0).contains(QLatin1String("eva@example.com")));
    QVERIFY(tell(leave) == Types({MessageReceived}));
    QVERIFY(!wantsEmail(state()));
    // What remains is a ticket that knows where to write to.
    QVERIFY(state().handoff->status == HandoffStatus::ConvertedToTicket);
}

void TestCustomer::anAddressInTheRequestItself()
{
    close();
    QVERIFY(tell([](ReceiveMessage& command) {
                command.trigger = Trigger{TriggerType::Keyword, {}, 1.0};
                command.email = QStringLiteral("eva@example.com");
            }) == Types({MessageReceived, HandoffRequested, HandoffConverted, MessageSent, ContactUpdated,
                         MessageSent}));
    QCOMPARE(state().conversation.contact.email, QStringLiteral("eva@example.com"));
}

void TestCustomer::noAddressDoesNoHarm()
{
    close();
    m_world->ask(m_id);
    QVERIFY(tell([](ReceiveMessage&) {}, QStringLiteral("no thanks")) == Types({MessageReceived}));
    QVERIFY(isWaiting(state().handoff->status));
    QVERIFY(wantsEmail(state()));
}

void TestCustomer::knownOrReachedOtherwiseIsNotAsked()
{
    close();
    tell([](ReceiveMessage& command) { command.contact.email = QStringLiteral("known@example.com"); });
    m_world->ask(m_id);
    QCOMPARE(notices().size(), 1);
    ReceiveMessage elsewhere = m_world->message(QStringLiteral("hi"));
    elsewhere.channel = QStringLiteral("whatsapp");
    m_world->must(elsewhere);
    m_world->ask(elsewhere.conversationId);
    QCOMPARE(notices().size(), 1);
    // An address that somebody else's ticket would want changes nothing of what is known.
    tell([](ReceiveMessage& command) { command.email = QStringLiteral("other@example.com"); });
    QCOMPARE(state().conversation.contact.email, QStringLiteral("known@example.com"));
}

void TestCustomer::aTicketAsksOnlyWhoWasNotAsked()
{
    m_world->ask(m_id);
    m_world->must(ConvertHandoff{state().handoff->id}, m_id);
    QVERIFY(notices().value(1).contains(QLatin1String("write your e-mail")));
    QVERIFY(wantsEmail(state()));
    m_world->must(SetAvailability{m_ana, Availability::Away});
    const ConversationId asked = m_world->say(QStringLiteral("hi"));
    m_world->ask(asked);
    (void)notices();
    for (int i = 0; i < 2; ++i) { // the reminder, and what follows it
        m_world->now += std::chrono::minutes(5);
        m_world->must(Tick{}, asked);
    }
    const QString said = notices().value(0);
    QVERIFY(!said.isEmpty() && !said.contains(QLatin1String("e-mail")));
}

void TestCustomer::wantsTheBotAgain()
{
    m_world->ask(m_id);
    const auto never = [](ReceiveMessage& command) {
        command.wantsBot = true;
        command.language = QStringLiteral("pt");
        command.trigger = Trigger{TriggerType::Sentiment, {}, 0.9};
    };
    QVERIFY(tell(never) ==
            Types({ConversationUpdated, MessageReceived, HandoffAbandoned, ControlChanged, MessageSent}));
    QVERIFY(state().control == (Control{Holder::Bot, {}, 2}));
    QVERIFY(state().lastMessage->content.contains(QLatin1String("de novo com o assistente")));
    // What the bot had thought of meanwhile is not said any more; what it thinks of now is.
    AnswerTurn answer;
    answer.messages = QStringList{QStringLiteral("answer")};
    answer.epoch = 1;
    QVERIFY(!m_world->run(answer, m_id));
    answer.epoch = 2;
    QVERIFY(m_world->run(answer, m_id));
}

void TestCustomer::onlyWhileWaiting()
{
    const auto never = [](ReceiveMessage& command) {
        command.wantsBot = true;
    };
    QVERIFY(tell(never) == Types({MessageReceived}));
    m_world->claim(m_id, m_world->ask(m_id), m_ana);
    QVERIFY(tell(never) == Types({MessageReceived}));
    QVERIFY(state().handoff->status == HandoffStatus::Claimed);
}

void TestCustomer::whoLeavesIsWaitedForAWhile()
{
    m_world->ask(m_id);
    m_world->now += 1min;
    QVERIFY(typesOf(m_world->must(SetCustomerPresence{false}, m_id)) == Types({ConversationUpdated}));
    QVERIFY(m_world->must(SetCustomerPresence{false}, m_id).empty());
    const Timestamp left = m_world->now;
    m_world->now = left + 5min - 1ms;
    QVERIFY(!typesOf(m_world->must(Tick{}, m_id)).empty()); // the reminder, which is due before
    QVERIFY(isWaiting(state().handoff->status));
    QCOMPARE(nextDue(m_world->live, state()), left + 5min);
    m_world->now = left + 5min;
    QVERIFY(typesOf(m_world->must(Tick{}, m_id)) == Types({HandoffAbandoned, ControlChanged, MessageSent}));
    QCOMPARE(state().handoff->disposition, QStringLiteral("left"));
    QVERIFY(state().control.holder == Holder::Bot && state().control.epoch == 2);
    QVERIFY(m_world->must(Tick{}, m_id).empty());
}

void TestCustomer::whoComesBackIsStillWaiting()
{
    change([](Settings& settings) { settings.responseTimeoutMinutes = 60; });
    m_world->ask(m_id);
    m_world->must(SetCustomerPresence{false}, m_id);
    m_world->now += 4min;
    QVERIFY(typesOf(m_world->must(SetCustomerPresence{true}, m_id)) == Types({ConversationUpdated}));
    QVERIFY(!state().conversation.customerGoneAt);
    m_world->now += 30min;
    QVERIFY(m_world->must(Tick{}, m_id).empty());
}

void TestCustomer::whoWritesIsBack()
{
    m_world->ask(m_id);
    m_world->must(SetCustomerPresence{false}, m_id);
    QVERIFY(tell([](ReceiveMessage&) {}) == Types({ConversationUpdated, MessageReceived}));
    QVERIFY(!state().conversation.customerGoneAt);
}

void TestCustomer::onlyAwaitedCustomersAreMissed()
{
    QVERIFY(m_world->must(SetCustomerPresence{false}, m_id).empty()); // talks with the bot
    const HandoffId handoff = m_world->ask(m_id);
    m_world->must(SetCustomerPresence{false}, m_id);
    m_world->claim(m_id, handoff, m_ana);
    m_world->now += 10min;
    const Types due = typesOf(m_world->must(Tick{}, m_id));
    QVERIFY(std::find(due.begin(), due.end(), HandoffAbandoned) == due.end());
    close();
    const ConversationId later = m_world->say(QStringLiteral("hi"));
    m_world->ask(later);
    QVERIFY(m_world->must(SetCustomerPresence{false}, later).empty()); // answered later anyway
    QVERIFY(!m_world->run(SetCustomerPresence{false}, ConversationId(QUuid::createUuid())));
}

void TestCustomer::noGraceIsStillAMinute()
{
    change([](Settings& settings) { settings.graceMinutes = 0; });
    m_world->ask(m_id);
    m_world->must(SetCustomerPresence{false}, m_id);
    QCOMPARE(nextDue(m_world->live, state()), m_world->now + 1min);
}

void TestCustomer::aRequestAfterLeavingWaits()
{
    m_world->ask(m_id);
    m_world->must(SetCustomerPresence{false}, m_id);
    m_world->now += 5min;
    m_world->must(Tick{}, m_id);
    QVERIFY(state().handoff->status == HandoffStatus::Abandoned);
    m_world->now += 1h;
    m_world->ask(m_id); // by a program; they are still gone
    QCOMPARE(abandonedAt(m_world->live.settings, state()), m_world->now + 5min);
}

RELEVO_TEST(TestCustomer)
#include "tst_customer.moc"
