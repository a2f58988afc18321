#include "support/test_main.h"
#include "world.h"

#include <domain/redaction.h>

#include <random>

using namespace relevo;
using namespace relevo::test;

/// What is left of events and states when a person is forgotten.
class TestRedaction final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldingCommutes_data();
    void foldingCommutes();
    void whatIsLeftIsLeftAlone();
    void whatIsGoingOnEnds_data();
    void whatIsGoingOnEnds();
    void nothingHappensAfterwards();
    void onlyWhatTellsOfThePersonIsEmptied();
};

namespace {

/// Something of every kind that is written about a customer.
std::vector<Event> story(World& world, const ConversationId& id, quint32 seed)
{
    std::mt19937 random(seed);
    const AgentId ana = world.addAgent(QStringLiteral("Ana"));
    Settings settings;
    settings.csatEnabled = true;
    world.must(ChangeSettings{settings});
    std::vector<Event> all;
    const auto run = [&](const Command& command) {
        if (const auto events = world.run(command, id))
            all.insert(all.end(), events->begin(), events->end());
        world.now += milliseconds(1'000);
    };
    ReceiveMessage first = world.message(QStringLiteral("I am Eva, eva@example.com"), id);
    first.contact.name = QStringLiteral("Eva");
    first.email = QStringLiteral("eva@example.com");
    if (seed % 2 == 0)
        first.channel = QStringLiteral("whatsapp");
    run(first);
    for (int i = 0; i < 40; ++i) {
        const ConversationState* state = world.conversation(id);
        const HandoffId handoff = state->handoff ? state->handoff->id : HandoffId();
        switch (random() % 10) {
        case 0: {
            ReceiveMessage again = world.message(QStringLiteral("again"), id);
            again.frustration = static_cast<double>(random() % 1'000) / 1'000;
            again.repeats = static_cast<int>(random() % 3);
            again.attachments.resize(random() % 2);
            run(again);
            break;
        }
        case 1: {
            ReceiveMessage answer = world.message(QStringLiteral("sorry, Eva"), id, Author::Bot);
            answer.botFailed = random() % 2 == 0;
            run(answer);
            break;
        }
        case 2:
            run(InitiateHandoff{{TriggerType::Manual, QStringLiteral("Eva asked"), 1.0}, {}});
            break;
        case 3:
            run(ClaimHandoff{handoff, world.ref(ana)});
            break;
        case 4:
            run(SendMessage{
                handoff,
                world.ref(ana),
                QStringLiteral("Dear Eva"),
                {},
                {},
                {},
                TemplateUse{QStringLiteral("dear"), QStringLiteral("en"), {QStringLiteral("Eva")}}});
            break;
        case 5: {
            Summary summary;
            summary.mainIssue = QStringLiteral("Eva is cross");
            summary.basedOnSeq = i;
            run(RecordSummary{handoff, summary});
            break;
        }
        case 6:
            run(AddNote{handoff, world.ref(ana), QStringLiteral("Eva again")});
            break;
        case 7:
            run(ResolveHandoff{handoff, ana, true, QStringLiteral("Eva is happy"), QStringLiteral("Eva"),
                               random() % 2 == 0, true});
            break;
        case 8:
            run(RateHandoff{handoff, 4, QStringLiteral("Eva says thanks"), {}, {}});
            break;
        default:
            if (state->lastMessage)
                run(RecordDelivery{{state->lastMessage->id, Delivery::Failed,
                                    DeliveryError{QStringLiteral("1"), QStringLiteral("Eva is out")}},
                                   state->lastMessage->delivery});
        }
    }
    return all;
}

} // namespace

void TestRedaction::foldingCommutes_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 50; ++seed)
        QTest::addRow("%u", seed) << seed;
}

void TestRedaction::foldingCommutes()
{
    QFETCH(quint32, seed);
    World world;
    const auto id = world.ids.make<ConversationId>();
    ConversationState whole, emptied;
    for (const Event& event : story(world, id, seed)) {
        applyTo(whole, event);
        applyTo(emptied, withoutPerson(event, id));
    }
    Event erased;
    erased.type = EventType::ContactErased;
    erased.data = Erasure{whole.conversation.contact.id, 0, {}};
    applyTo(whole, erased);
    applyTo(emptied, erased);
    QVERIFY(whole == emptied);
    QVERIFY(whole.conversation.erased);
    QVERIFY(whole.conversation.contact.name.isEmpty());
}

void TestRedaction::whatIsLeftIsLeftAlone()
{
    World world;
    const auto id = world.ids.make<ConversationId>();
    for (const Event& event : story(world, id, 3)) {
        const Event once = withoutPerson(event, id);
        QVERIFY(withoutPerson(once, id) == once);
        QCOMPARE(once.seq, event.seq);
        QVERIFY(once.at == event.at && once.type == event.type && once.id == event.id);
    }
}

void TestRedaction::whatIsGoingOnEnds_data()
{
    QTest::addColumn<int>("steps");
    QTest::addColumn<int>("status");
    QTest::newRow("no handoff") << 0 << -1;
    QTest::newRow("waiting") << 1 << static_cast<int>(HandoffStatus::Abandoned);
    QTest::newRow("claimed") << 2 << static_cast<int>(HandoffStatus::Resolved);
    QTest::newRow("active") << 3 << static_cast<int>(HandoffStatus::Resolved);
    QTest::newRow("over") << 4 << static_cast<int>(HandoffStatus::Resolved);
}

void TestRedaction::whatIsGoingOnEnds()
{
    QFETCH(int, steps);
    QFETCH(int, status);
    World world;
    const auto id = world.ids.make<ConversationId>();
    const AgentId ana = world.addAgent(QStringLiteral("Ana"));
    QVERIFY(world.run(world.message(QStringLiteral("hello"), id), id));
    const auto handoff = [&] {
        return world.conversation(id)->handoff->id;
    };
    if (steps >= 1)
        QVERIFY(world.run(InitiateHandoff{Trigger{}, {}}, id));
    if (steps >= 2)
        QVERIFY(world.run(ClaimHandoff{handoff(), world.ref(ana)}, id));
    if (steps >= 3)
        QVERIFY(world.run(SendMessage{handoff(), world.ref(ana), QStringLiteral("hi"), {}, {}}, id));
    if (steps >= 4)
        QVERIFY(world.run(ResolveHandoff{handoff(), ana, false, {}, {}, true}, id));
    const ContactId contact = world.conversation(id)->conversation.contact.id;
    QVERIFY(!world.run(EraseContact{world.ids.make<ContactId>()}, id)); // somebody else's
    const auto events = world.run(EraseContact{contact}, id);
    QVERIFY(events);
    QCOMPARE(events->back().type, EventType::ContactErased);
    const ConversationState& state = *world.conversation(id);
    QCOMPARE(state.conversation.status, ConversationStatus::Closed);
    QCOMPARE(state.control.holder, Holder::Nobody);
    QCOMPARE(state.handoff ? static_cast<int>(state.handoff->status) : -1, status);
    QVERIFY(!world.live.conversations.contains(id));
}

void TestRedaction::nothingHappensAfterwards()
{
    World world;
    const auto id = world.ids.make<ConversationId>();
    const AgentId ana = world.addAgent(QStringLiteral("Ana"));
    QVERIFY(world.run(world.message(QStringLiteral("hello"), id), id));
    QVERIFY(world.run(InitiateHandoff{Trigger{}, {}}, id));
    const HandoffId handoff = world.conversation(id)->handoff->id;
    const ContactId contact = world.conversation(id)->conversation.contact.id;
    QVERIFY(world.run(EraseContact{contact}, id));
    QVERIFY(world.run(EraseContact{contact}, id)->empty());
    const std::vector<Command> late{world.message(QStringLiteral("hello?"), id),
                                    InitiateHandoff{Trigger{}, {}},
                                    ReopenHandoff{handoff, world.ref(ana)},
                                    AddNote{handoff, world.ref(ana), QStringLiteral("who was it?")},
                                    RecordSummary{handoff, Summary{}},
                                    CorrectContact{contact, QStringLiteral("Eva"), {}, {}, {}},
                                    UpdateContact{ContactPatch{QStringLiteral("Eva"), {}, {}, {}}},
                                    Tick{}};
    for (const Command& command : late) {
        const auto events = world.run(command, id);
        QVERIFY(!events);
        QCOMPARE(events.error().code, ErrorCode::NotFound);
    }
}

void TestRedaction::onlyWhatTellsOfThePersonIsEmptied()
{
    Event event;
    event.data = Control{};
    QVERIFY(!tellsOfPerson(event));
    event.data = DeliveryUpdate{};
    QVERIFY(!tellsOfPerson(event));
    event.data =
        DeliveryUpdate{{}, Delivery::Failed, DeliveryError{QStringLiteral("1"), QStringLiteral("no")}};
    QVERIFY(tellsOfPerson(event));
    event.data = Message{};
    QVERIFY(tellsOfPerson(event));
    event.data = Control{};
    event.actor = {ActorType::Customer, {}, QStringLiteral("Eva")};
    QVERIFY(tellsOfPerson(event));
    QVERIFY(!tellsOfPerson(withoutPerson(event, {})));
}

RELEVO_TEST(TestRedaction)
#include "tst_redaction.moc"
