#include "domain/world.h"
#include "support/test_main.h"

using namespace relevo;
using namespace relevo::test;

class TestDecide final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void firstMessageOpens();
    void laterMessagesTeachContactAndLanguage();
    void attributesAreBounded();
    void wishOpensOneHandoff();
    void disabledProjectOnlyHandsOffByRequest();
    void botFailuresHandOff();
    void botFailuresHandNothingOffWhenSwitchedOff();
    void botIsSilentWhileHeld();
    void fillerIsDroppedWhileWaiting();
    void aTurnsAnswerIsWrittenWhole();
    void failedTurnsHandOff();
    void aSwitchedOffBotIsSilent();
    void initiate();
    void nobodyAvailableIsAsync();
    void closedIsAsyncAndItsTimeRunsFromTheOpening();
    void notified();
    void claim();
    void reply();
    void resolveCloses();
    void resolveHandsBack();
    void resolveRefusals();
    void abandon();
    void convert();
    void summary();
    void delivery();
    void availability();
    void createAgent();
    void closedOpensAgain();

private:
    template <typename C>
    [[nodiscard]] ErrorCode refusal(const C& command, ConversationId id = {})
    {
        const auto events = m_world->run(command, id);
        if (events)
            qFatal("accepted");
        return events.error().code;
    }
    void held()
    {
        m_id = m_world->say(QStringLiteral("hi"));
        m_handoff = m_world->ask(m_id);
        m_world->claim(m_id, m_handoff, m_ana);
    }
    [[nodiscard]] const ConversationState& state() const { return *m_world->conversation(m_id); }

    std::optional<World> m_world;
    AgentId m_ana;
    AgentId m_bo;
    ConversationId m_id;
    HandoffId m_handoff;
};

using enum EventType;
using Types = std::vector<EventType>;

void TestDecide::init()
{
    m_world.emplace();
    m_ana = m_world->addAgent(QStringLiteral("Ana"));
    m_bo = m_world->addAgent(QStringLiteral("Bo"));
}

void TestDecide::firstMessageOpens()
{
    ReceiveMessage command = m_world->message(QStringLiteral("hi"));
    command.contact.name = QStringLiteral("Eva");
    command.clientId = QStringLiteral("c1");
    const auto events = m_world->must(command);
    QVERIFY(typesOf(events) == Types({ConversationOpened, ControlChanged, ContactCreated, MessageReceived}));
    m_id = command.conversationId;
    QVERIFY(std::get<Contact>(events[2].data) == state().conversation.contact);
    QCOMPARE(events[2].conversationId, m_id);
    QVERIFY(state().control == (Control{Holder::Bot, {}, 1}));
    QCOMPARE(state().lastMessage->authorName, QStringLiteral("Eva"));
    QCOMPARE(state().lastMessage->clientId, QStringLiteral("c1"));
    QCOMPARE(state().lastMessage->delivery, Delivery::Delivered);
    QVERIFY(state().lastMessage->at == m_world->now);
}

void TestDecide::laterMessagesTeachContactAndLanguage()
{
    m_id = m_world->say(QStringLiteral("hi"));
    ReceiveMessage command = m_world->message(QStringLiteral("hola"), m_id);
    command.contact.email = QStringLiteral("eva@example.com");
    command.language = QStringLiteral("es");
    QVERIFY(typesOf(m_world->must(command, m_id)) ==
            Types({ContactUpdated, ConversationUpdated, MessageReceived}));
    command.language.clear();
    QVERIFY(typesOf(m_world->must(command, m_id)) == Types({MessageReceived}));
    QCOMPARE(state().conversation.language, QStringLiteral("es"));
    command.language = QStringLiteral("en");
    QVERIFY(typesOf(m_world->must(command, m_id)) == Types({ConversationUpdated, MessageReceived}));
    QCOMPARE(state().conversation.language, QStringLiteral("en"));
    QCOMPARE(state().conversation.contact.email, QStringLiteral("eva@example.com"));
}

void TestDecide::attributesAreBounded()
{
    // However many messages bring new ones: a contact that only grew could not be sent any more.
    m_id = m_world->say(QStringLiteral("hi"));
    for (int i = 0; i < 200; ++i) {
        ReceiveMessage command = m_world->message(QStringLiteral("hello"), m_id);
        command.contact.attributes[QStringLiteral("key%1").arg(i)] = QStringLiteral("value");
        command.contact.attributes[QStringLiteral("key0")] = QString::number(i);
        m_world->must(command, m_id);
    }
    const auto& attributes = state().conversation.contact.attributes;
    QCOMPARE(attributes.size(), std::size_t(64));
    // A known one still changes.
    QCOMPARE(attributes.at(QStringLiteral("key0")), QStringLiteral("199"));
}

void TestDecide::wishOpensOneHandoff()
{
    ReceiveMessage command = m_world->message(QStringLiteral("agent please"));
    command.trigger = Trigger{TriggerType::Keyword, QStringLiteral("asked"), 1.0};
    const auto events = m_world->must(command);
    m_id = command.conversationId;
    QVERIFY(typesOf(events) == Types({ConversationOpened, ControlChanged, ContactCreated, MessageReceived,
                                      HandoffRequested, MessageSent}));
    QCOMPARE(state().handoff->priority, Priority::Urgent);
    QCOMPARE(state().handoff->mode, HandoffMode::Sync);
    QVERIFY(state().handoff->responseDueAt == m_world->now + std::chrono::minutes(5));
    QVERIFY(state().lastMessage->author == Author::System);
    QVERIFY(typesOf(m_world->must(command, m_id)) == Types({MessageReceived}));
}

void TestDecide::disabledProjectOnlyHandsOffByRequest()
{
    m_world->live.settings.enabled = false;
    ReceiveMessage command = m_world->message(QStringLiteral("agent please"));
    command.trigger = Trigger{TriggerType::Keyword, {}, 1.0};
    QVERIFY(typesOf(m_world->must(command)) ==
            Types({ConversationOpened, ControlChanged, ContactCreated, MessageReceived}));
    m_id = command.conversationId;
    m_world->ask(m_id);
    QVERIFY(state().handoff.has_value());
}

void TestDecide::botFailuresHandOff()
{
    m_id = m_world->say(QStringLiteral("hi"));
    ReceiveMessage failed = m_world->message(QStringLiteral("sorry"), m_id, Author::Bot);
    failed.botFailed = true;
    m_world->must(failed, m_id);
    m_world->must(failed, m_id);
    m_world->say(QStringLiteral("ok"), m_id, Author::Bot); // an answer that helped starts the count anew
    m_world->must(failed, m_id);
    m_world->must(failed, m_id);
    QVERIFY(!state().handoff);
    m_world->must(failed, m_id);
    QVERIFY(state().handoff && state().handoff->trigger.type == TriggerType::Failure);
}

void TestDecide::botFailuresHandNothingOffWhenSwitchedOff()
{
    m_world->live.settings.triggers.failure = false;
    m_id = m_world->say(QStringLiteral("hi"));
    ReceiveMessage failed = m_world->message(QStringLiteral("sorry"), m_id, Author::Bot);
    failed.botFailed = true;
    for (int i = 0; i < 5; ++i)
        m_world->must(failed, m_id);
    QVERIFY(!state().handoff);
}

void TestDecide::botIsSilentWhileHeld()
{
    held();
    ReceiveMessage answer = m_world->message(QStringLiteral("answer"), m_id, Author::Bot);
    QVERIFY(refusal(answer, m_id) == ErrorCode::StaleControl);
    m_world->must(ResolveHandoff{m_handoff, m_ana, false, {}, {}, true}, m_id);
    AnswerTurn turn;
    turn.messages = QStringList{QStringLiteral("answer")};
    turn.epoch = 1; // thought of before the agent came
    QVERIFY(refusal(turn, m_id) == ErrorCode::StaleControl);
    turn.epoch = 3;
    m_world->must(turn, m_id);
    QCOMPARE(state().lastMessage->delivery, Delivery::Queued);
}

void TestDecide::fillerIsDroppedWhileWaiting()
{
    m_id = m_world->say(QStringLiteral("hi"));
    AnswerTurn filler;
    filler.epoch = 1;
    filler.messages = QStringList{QStringLiteral("hm")};
    m_world->must(filler, m_id);
    m_world->ask(m_id);
    QVERIFY(refusal(filler, m_id) == ErrorCode::Conflict);
    filler.answered = true;
    m_world->must(filler, m_id);
}

void TestDecide::aTurnsAnswerIsWrittenWhole()
{
    m_id = m_world->say(QStringLiteral("it is broken"));
    AnswerTurn turn;
    turn.epoch = 1;
    turn.messages = QStringList{QStringLiteral("I see"), QStringLiteral("a colleague comes")};
    turn.contact.email = QStringLiteral("ana@shop.test");
    turn.handoff = Trigger{TriggerType::Manual, QStringLiteral("Support: order 1"), 1.0};
    turn.priority = Priority::Low;
    QVERIFY(typesOf(m_world->must(turn, m_id)) ==
            Types({ContactUpdated, MessageSent, MessageSent, HandoffRequested, MessageSent}));
    QCOMPARE(state().handoff->trigger.reason, QStringLiteral("Support: order 1"));
    QCOMPARE(state().handoff->priority, Priority::Low);
    QCOMPARE(state().conversation.contact.email, QStringLiteral("ana@shop.test"));
}

void TestDecide::failedTurnsHandOff()
{
    m_id = m_world->say(QStringLiteral("hi"));
    AnswerTurn turn;
    turn.epoch = 1;
    turn.messages = QStringList{QStringLiteral("I am sorry"), QStringLiteral("I do not know")};
    turn.failed = true;
    m_world->must(turn, m_id);
    m_world->must(turn, m_id);
    QCOMPARE(state().botFailures, 2); // a turn fails once, however many messages it has
    const auto events = m_world->must(turn, m_id);
    QCOMPARE(state().handoff->trigger.type, TriggerType::Failure);
    QVERIFY(typesOf(events) == Types({MessageSent, HandoffRequested, MessageSent}));
    QCOMPARE(std::get<Message>(events.front().data).content, QStringLiteral("I am sorry\n\nI do not know"));
}

void TestDecide::aSwitchedOffBotIsSilent()
{
    m_id = m_world->say(QStringLiteral("hi"));
    AnswerTurn turn;
    turn.epoch = 1;
    turn.messages = QStringList{QStringLiteral("hello")};
    QVERIFY(typesOf(m_world->must(SwitchBot{false}, m_id)) == Types({ConversationUpdated, ControlChanged}));
    QVERIFY(m_world->must(SwitchBot{false}, m_id).empty());
    turn.epoch = 2;
    QVERIFY(refusal(turn, m_id) == ErrorCode::StaleControl);
    QVERIFY(refusal(m_world->message(QStringLiteral("door"), m_id, Author::Bot), m_id) ==
            ErrorCode::StaleControl);
    // An enricher goes on.
    UpdateContact learnt;
    learnt.contact.name = QStringLiteral("Ana");
    QVERIFY(typesOf(m_world->must(learnt, m_id)) == Types({ContactUpdated}));
    QVERIFY(m_world->must(learnt, m_id).empty());
    m_world->must(SwitchBot{true}, m_id);
    QVERIFY(refusal(turn, m_id) == ErrorCode::StaleControl); // begun before
    turn.epoch = 3;
    m_world->must(turn, m_id);
    // Handed back by an agent, it speaks again.
    m_world->must(SwitchBot{false}, m_id);
    m_handoff = m_world->ask(m_id);
    m_world->claim(m_id, m_handoff, m_ana);
    m_world->must(ResolveHandoff{m_handoff, m_ana, false, {}, {}, true}, m_id);
    QVERIFY(!state().conversation.botOff);
    QVERIFY(refusal(SwitchBot{true}, ConversationId(QUuid::createUuid())) == ErrorCode::NotFound);
}

void TestDecide::initiate()
{
    const InitiateHandoff command{Trigger{TriggerType::Vip, QStringLiteral("VIP"), 1.0}, Priority::Low};
    QVERIFY(refusal(command) == ErrorCode::NotFound);
    m_id = m_world->say(QStringLiteral("hi"));
    QVERIFY(typesOf(m_world->must(command, m_id)) == Types({HandoffRequested, MessageSent}));
    QCOMPARE(state().handoff->priority, Priority::Low);
    QVERIFY(m_world->must(command, m_id).empty());
}

void TestDecide::nobodyAvailableIsAsync()
{
    m_world->must(SetAvailability{m_ana, Availability::Busy});
    m_world->must(SetAvailability{m_bo, Availability::Away});
    m_id = m_world->say(QStringLiteral("hi"));
    m_world->ask(m_id);
    QCOMPARE(state().handoff->mode, HandoffMode::Async);
    QVERIFY(state().lastMessage->content.contains(QLatin1String("e-mail")));
}

void TestDecide::closedIsAsyncAndItsTimeRunsFromTheOpening()
{
    Settings settings = m_world->live.settings;
    settings.businessHours.emplace().days.fill({{9 * 60, 17 * 60}});
    settings.responseTimeoutMinutes = 20;
    m_world->must(ChangeSettings{settings});
    QVERIFY(m_world->must(ChangeSettings{settings}).empty());
    m_world->now = fromRfc3339("2026-11-21T16:50:00Z").value();
    m_id = m_world->say(QStringLiteral("hi"));
    m_world->ask(m_id);
    QCOMPARE(state().handoff->mode, HandoffMode::Sync);
    QCOMPARE(state().handoff->responseDueAt, fromRfc3339("2026-11-22T09:10:00Z"));
    m_world->now = fromRfc3339("2026-11-21T17:00:00Z").value();
    const ConversationId late = m_world->say(QStringLiteral("anybody?"));
    m_world->ask(late);
    QCOMPARE(m_world->conversation(late)->handoff->mode, HandoffMode::Async);
    QCOMPARE(m_world->conversation(late)->handoff->responseDueAt, fromRfc3339("2026-11-22T09:20:00Z"));
}

void TestDecide::notified()
{
    m_id = m_world->say(QStringLiteral("hi"));
    QVERIFY(refusal(MarkNotified{HandoffId(QUuid::createUuid())}, m_id) == ErrorCode::Conflict);
    m_handoff = m_world->ask(m_id);
    QVERIFY(typesOf(m_world->must(MarkNotified{m_handoff}, m_id)) == Types({HandoffNotified}));
    QVERIFY(state().handoff->notifiedAt == m_world->now);
    QVERIFY(m_world->must(MarkNotified{m_handoff}, m_id).empty());
    m_world->claim(m_id, m_handoff, m_ana);
    QVERIFY(m_world->must(MarkNotified{m_handoff}, m_id).empty());
}

void TestDecide::claim()
{
    m_id = m_world->say(QStringLiteral("hi"));
    m_handoff = m_world->ask(m_id);
    QVERIFY(refusal(ClaimHandoff{HandoffId(QUuid::createUuid()), m_world->ref(m_ana)}, m_id) ==
            ErrorCode::Conflict);
    const auto events = m_world->must(ClaimHandoff{m_handoff, m_world->ref(m_ana)}, m_id);
    QVERIFY(typesOf(events) == Types({ControlChanged, HandoffClaimed, MessageSent}));
    QVERIFY(state().control == (Control{Holder::Agent, m_ana, 2}));
    QCOMPARE(state().handoff->epoch, qint64(2));
    QVERIFY(state().lastMessage->content.contains(QLatin1String("Ana")));
    QVERIFY(refusal(ClaimHandoff{m_handoff, m_world->ref(m_ana)}, m_id) == ErrorCode::AlreadyClaimed);
    m_world->must(ResolveHandoff{m_handoff, m_ana, false, {}, {}, true}, m_id);
    QVERIFY(refusal(ClaimHandoff{m_handoff, m_world->ref(m_bo)}, m_id) == ErrorCode::Conflict);
}

void TestDecide::reply()
{
    m_id = m_world->say(QStringLiteral("hi"));
    const HandoffId nothing(QUuid::createUuid());
    QVERIFY(refusal(SendMessage{nothing, m_world->ref(m_ana), QStringLiteral("x"), {}, {}}, m_id) ==
            ErrorCode::StaleControl);
    m_handoff = m_world->ask(m_id);
    const SendMessage command{m_handoff, m_world->ref(m_ana), QStringLiteral("Hello"), QStringLiteral("c9"),
                              2};
    QVERIFY(refusal(command, m_id) == ErrorCode::StaleControl);
    m_world->claim(m_id, m_handoff, m_ana);
    QVERIFY(refusal(SendMessage{m_handoff, m_world->ref(m_bo), QStringLiteral("x"), {}, 2}, m_id) ==
            ErrorCode::StaleControl);
    QVERIFY(typesOf(m_world->must(command, m_id)) == Types({MessageSent, HandoffActivated}));
    QVERIFY(typesOf(m_world->must(command, m_id)) == Types({MessageSent}));
    QCOMPARE(state().lastMessage->authorId, m_ana.toString());
    QCOMPARE(state().lastMessage->clientId, QStringLiteral("c9"));
    // A program speaks for whoever holds it.
    m_world->must(SendMessage{m_handoff, {}, QStringLiteral("x"), {}, {}}, m_id);
    QCOMPARE(state().lastMessage->authorName, QStringLiteral("Ana"));
}

void TestDecide::resolveCloses()
{
    held();
    const ResolveHandoff command{m_handoff, m_ana, false, QStringLiteral("done"), QStringLiteral("solved"),
                                 false};
    QVERIFY(typesOf(m_world->must(command, m_id)) ==
            Types({MessageSent, HandoffResolved, ControlChanged, ConversationClosed}));
    QVERIFY(state().control == (Control{Holder::Nobody, {}, 3}));
    QCOMPARE(state().handoff->resolutionNotes, QStringLiteral("done"));
    QCOMPARE(state().handoff->disposition, QStringLiteral("solved"));
    QVERIFY(state().conversation.closedAt == m_world->now);
    QVERIFY(m_world->live.conversations.empty());
    QVERIFY(refusal(command, m_id) == ErrorCode::Conflict);
}

void TestDecide::resolveHandsBack()
{
    held();
    QVERIFY(typesOf(m_world->must(ResolveHandoff{m_handoff, m_ana, false, {}, {}, true}, m_id)) ==
            Types({MessageSent, HandoffResolved, ControlChanged}));
    QVERIFY(state().control == (Control{Holder::Bot, {}, 3}));
    QVERIFY(state().handoff->handedBackToBot);
}

void TestDecide::resolveRefusals()
{
    m_id = m_world->say(QStringLiteral("hi"));
    m_handoff = m_world->ask(m_id);
    QVERIFY(refusal(ResolveHandoff{m_handoff, m_ana, true, {}, {}, false}, m_id) == ErrorCode::Conflict);
    m_world->claim(m_id, m_handoff, m_ana);
    QVERIFY(refusal(ResolveHandoff{m_handoff, m_bo, false, {}, {}, false}, m_id) == ErrorCode::Forbidden);
    QVERIFY(refusal(ResolveHandoff{HandoffId(), m_ana, true, {}, {}, false}, m_id) == ErrorCode::Conflict);
    m_world->must(ResolveHandoff{m_handoff, m_bo, true, {}, {}, false}, m_id);
}

void TestDecide::abandon()
{
    m_id = m_world->say(QStringLiteral("hi"));
    QVERIFY(refusal(AbandonHandoff{HandoffId()}, m_id) == ErrorCode::Conflict);
    m_handoff = m_world->ask(m_id);
    QVERIFY(typesOf(m_world->must(AbandonHandoff{m_handoff}, m_id)) ==
            Types({HandoffAbandoned, ControlChanged, MessageSent}));
    QVERIFY(state().control == (Control{Holder::Bot, {}, 2}));
    QCOMPARE(state().handoff->epoch, qint64(2));
    QCOMPARE(state().handoff->disposition, QStringLiteral("back_to_bot"));
    QVERIFY(state().lastMessage->content.contains(QLatin1String("assistant")));
    QVERIFY(refusal(AbandonHandoff{m_handoff}, m_id) == ErrorCode::Conflict);
    m_handoff = m_world->ask(m_id);
    m_world->claim(m_id, m_handoff, m_ana);
    // An agent who is there is never walked out on by a program or a click.
    QVERIFY(refusal(AbandonHandoff{m_handoff}, m_id) == ErrorCode::AlreadyClaimed);
    m_world->must(SendMessage{m_handoff, {}, QStringLiteral("hello"), {}, {}}, m_id);
    QVERIFY(refusal(AbandonHandoff{m_handoff, AbandonReason::Left}, m_id) == ErrorCode::AlreadyClaimed);
}

void TestDecide::convert()
{
    held();
    QVERIFY(typesOf(m_world->must(ConvertHandoff{m_handoff}, m_id)) ==
            Types({HandoffConverted, ControlChanged, MessageSent, NotificationPosted}));
    QCOMPARE(state().handoff->mode, HandoffMode::Async);
    QVERIFY(state().control == (Control{Holder::Bot, {}, 3}));
    QVERIFY(refusal(ConvertHandoff{m_handoff}, m_id) == ErrorCode::Conflict);
    QVERIFY(refusal(ConvertHandoff{HandoffId()}, m_id) == ErrorCode::Conflict);
}

void TestDecide::summary()
{
    m_id = m_world->say(QStringLiteral("hi"));
    QVERIFY(refusal(RecordSummary{HandoffId(), {}}, m_id) == ErrorCode::Conflict);
    m_handoff = m_world->ask(m_id);
    Summary summary;
    summary.mainIssue = QStringLiteral("It is late.");
    QVERIFY(typesOf(m_world->must(RecordSummary{m_handoff, summary}, m_id)) == Types({SummaryReady}));
    m_world->claim(m_id, m_handoff, m_ana);
    QVERIFY(state().handoff->summary == summary); // it stays through the steps that follow
}

void TestDecide::delivery()
{
    m_id = m_world->say(QStringLiteral("answer"), {}, Author::Bot);
    const MessageId message = state().lastMessage->id;
    m_world->must(RecordDelivery{{message, Delivery::Read, {}}, Delivery::Queued}, m_id);
    QCOMPARE(state().lastMessage->delivery, Delivery::Read);
    QVERIFY(m_world->must(RecordDelivery{{message, Delivery::Delivered, {}}, Delivery::Read}, m_id).empty());
}

void TestDecide::availability()
{
    QVERIFY(refusal(SetAvailability{AgentId(QUuid::createUuid()), Availability::Away}) ==
            ErrorCode::NotFound);
    QVERIFY(m_world->must(SetAvailability{m_ana, Availability::Available}).empty());
    QVERIFY(typesOf(m_world->must(SetAvailability{m_ana, Availability::Busy})) == Types({AgentAvailability}));
    QCOMPARE(m_world->live.agents.at(m_ana).availability, Availability::Busy);
}

void TestDecide::createAgent()
{
    Agent agent;
    agent.id = AgentId(QUuid::createUuid());
    agent.email = QStringLiteral("ANA@example.com");
    QVERIFY(refusal(CreateAgent{agent}) == ErrorCode::Conflict);
    agent.email = QStringLiteral("new@example.com");
    QVERIFY(typesOf(m_world->must(CreateAgent{agent})) == Types({AgentCreated}));
}

void TestDecide::closedOpensAgain()
{
    held();
    m_world->must(ResolveHandoff{m_handoff, m_ana, false, {}, {}, false}, m_id);
    QVERIFY(typesOf(m_world->must(m_world->message(QStringLiteral("again"), m_id), m_id)) ==
            Types({ConversationOpened, ControlChanged, MessageReceived}));
    QVERIFY(state().control == (Control{Holder::Bot, {}, 4}));
    QVERIFY(!state().conversation.closedAt);
    QVERIFY(m_world->live.conversations.contains(m_id));
    // Late receipts for the first handoff cannot take it again.
    QVERIFY(refusal(ClaimHandoff{m_handoff, m_world->ref(m_bo)}, m_id) == ErrorCode::Conflict);
}

RELEVO_TEST(TestDecide)
#include "tst_decide.moc"
