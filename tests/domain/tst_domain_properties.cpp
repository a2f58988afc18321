#include "domain/world.h"
#include "support/test_main.h"

#include <algorithm>
#include <random>
#include <set>

using namespace relevo;
using namespace relevo::test;

class TestDomainProperties final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void randomSteps_data();
    void randomSteps();
    void oneOfManyClaimsWins();
    void staleRepliesSendNothing();
};

namespace {

/// Customers, a bot, agents, a supervisor and timers doing anything at any time.
class Crowd
{
public:
    explicit Crowd(quint32 seed) : m_random(seed)
    {
        for (const char16_t* name : {u"Ana", u"Bo", u"Chidi", u"Dee"})
            m_agents.push_back(world.addAgent(QStringView(name).toString(), Availability::Available,
                                              static_cast<int>(m_agents.size())));
        Settings settings = world.live.settings;
        settings.routing = static_cast<Routing>(seed % 3);
        settings.csatEnabled = seed % 5 > 0;
        if (seed % 4 > 0)
            settings.sla.policies = {{QStringLiteral("all"), {}, {}, {}, 3, 4, 30, false}};
        world.must(ChangeSettings{settings});
        m_team = world.ids.make<TeamId>();
        world.must(CreateTeam{{m_team, QStringLiteral("Returns"), {m_agents[1], m_agents[3]}}});
        for (int i = 0; i < 6; ++i)
            m_conversations.push_back(world.ids.make<ConversationId>());
    }

    struct Step
    {
        Command command;
        ConversationId conversation;
    };

    Step next()
    {
        world.now += milliseconds(pick(120'000));
        ConversationId& slot = m_conversations[pick(m_conversations.size())];
        // Whoever comes after somebody who was erased is somebody new.
        if (const ConversationState* old = world.conversation(slot);
            old && old->conversation.erased && rarely())
            slot = world.ids.make<ConversationId>();
        const ConversationId id = slot;
        const ConversationState* state = world.conversation(id);
        // Mostly the current handoff, sometimes an older or a foreign one.
        HandoffId handoff = state && state->handoff ? state->handoff->id : HandoffId();
        if (pick(10) == 0 && !m_handoffs.empty())
            handoff = m_handoffs[pick(m_handoffs.size())];
        else if (!handoff.isNull())
            m_handoffs.push_back(handoff);
        const AgentRef agent = world.ref(m_agents[pick(m_agents.size())]);
        return {commandFor(id, state, handoff, agent), id};
    }

    World world;

private:
    std::size_t pick(std::size_t below) { return m_random() % below; }
    bool rarely() { return pick(4) == 0; }

    std::optional<qint64> epochOf(const ConversationState* state)
    {
        if (!state || rarely())
            return std::nullopt;
        return state->control.epoch - (rarely() ? 1 : 0);
    }

    /// The handoff as a store has it; the newest of the conversation or an earlier one.
    Command rating(HandoffId handoff, ConversationId id)
    {
        RateHandoff command{handoff, static_cast<int>(pick(7)), {}, {}, {}};
        if (rarely())
            command.visitor = id;
        for (const Event& event : world.log) {
            if (const auto* one = std::get_if<Handoff>(&event.data); one && one->id == handoff)
                command.stored = *one;
        }
        return command;
    }

    /// As a store finds them: everybody who is the same person, but the contact themselves.
    std::vector<KnownContact> personOf(const ContactId& id, bool withThem)
    {
        std::vector<KnownContact> person;
        ContactId root;
        for (const auto& [conversation, one] : world.all) {
            if (one.conversation.contact.id == id)
                root = rootOf(one.conversation.contact);
        }
        for (const auto& [conversation, one] : world.all) {
            const Contact& contact = one.conversation.contact;
            if (!one.conversation.erased && rootOf(contact) == root && (withThem || contact.id != id))
                person.push_back({conversation, contact});
        }
        return person;
    }

    Command aboutContact(const ConversationState& state, HandoffId handoff, const AgentRef& agent)
    {
        const Contact& contact = state.conversation.contact;
        switch (pick(5)) {
        case 0: {
            CorrectContact command;
            command.contact = contact.id;
            command.blocked = rarely();
            command.tags = QStringList{QStringLiteral("vip"), QString::number(pick(3))};
            command.person = personOf(contact.id, false);
            return command;
        }
        case 1:
            return SpamHandoff{handoff, agent.id, rarely(), rarely(), personOf(contact.id, false)};
        case 2:
            return SplitContact{contact.id};
        case 3:
            return AddContactNote{contact.id, agent.id, agent.name, QStringLiteral("careful")};
        default: {
            const ConversationState* other =
                world.conversation(m_conversations[pick(m_conversations.size())]);
            const ContactId into = other ? other->conversation.contact.id : contact.id;
            return MergeContact{contact.id, into, personOf(contact.id, false), personOf(into, true)};
        }
        }
    }

    Command commandFor(ConversationId id, const ConversationState* state, HandoffId handoff,
                       const AgentRef& agent)
    {
        if (state && pick(12) == 0)
            return aboutContact(*state, handoff, agent);
        switch (pick(20)) {
        case 0:
        case 1: {
            ReceiveMessage command = world.message(QStringLiteral("hello"), id);
            if (rarely())
                command.trigger = Trigger{TriggerType::Keyword, QStringLiteral("asked"), 1.0};
            if (rarely())
                command.contact.name = QStringLiteral("Customer %1").arg(pick(3));
            if (rarely())
                command.language = QStringLiteral("es");
            command.frustration = static_cast<double>(pick(1'001)) / 1'000;
            command.repeats = rarely() ? static_cast<int>(pick(3)) : 0;
            command.wantsBot = rarely();
            if (rarely())
                command.email = QStringLiteral("eva@example.com");
            if (rarely())
                command.rating = static_cast<int>(1 + pick(5));
            return command;
        }
        case 2: {
            ReceiveMessage command = world.message(QStringLiteral("answer"), id, Author::Bot);
            command.botFailed = rarely();
            return command;
        }
        case 3: {
            if (rarely())
                return SwitchBot{rarely()};
            AnswerTurn command;
            command.epoch = epochOf(state).value_or(0);
            command.messages = QStringList{QStringLiteral("answer"), QStringLiteral("and more")};
            command.failed = rarely();
            command.answered = rarely();
            if (rarely())
                command.handoff = Trigger{};
            if (rarely())
                command.contact.email = QStringLiteral("a@b.test");
            return command;
        }
        case 4:
            return InitiateHandoff{Trigger{}, rarely() ? std::optional(Priority::Low) : std::nullopt};
        case 5:
            return MarkNotified{handoff};
        case 6:
        case 7:
            return ClaimHandoff{handoff, agent};
        case 8:
            return SendMessage{
                handoff, rarely() ? AgentRef{} : agent, QStringLiteral("reply"), {}, epochOf(state)};
        case 9:
            return ResolveHandoff{handoff, agent.id, rarely(), {}, {}, rarely(), pick(2) == 0};
        case 10:
            if (rarely())
                return AbandonHandoff{handoff};
            if (rarely())
                return ConvertHandoff{handoff};
            if (rarely())
                return rating(handoff, id);
            return RecordSummary{handoff, Summary{}};
        case 11:
            return DeclineOffer{handoff, state && state->handoff && state->handoff->offer && !rarely()
                                             ? state->handoff->offer->agent.id
                                             : agent.id};
        case 12: {
            TransferHandoff command{handoff, rarely() ? AgentRef{} : agent, rarely(), std::nullopt, rarely(),
                                    {}};
            if (pick(2) == 0)
                command.to = m_agents[pick(m_agents.size())];
            else if (rarely())
                command.team = m_team;
            if (rarely())
                command.note = QStringLiteral("knows the case");
            return command;
        }
        case 13:
            return SnoozeHandoff{handoff, agent.id, rarely(),
                                 world.now + std::chrono::minutes(pick(20)) - std::chrono::minutes(2)};
        case 14:
            if (state && pick(8) == 0)
                return EraseContact{state->conversation.contact.id};
            return rarely() ? Command(RouteHandoff{handoff}) : Command(Tick{});
        case 16:
            return rarely() ? Command(AddNote{handoff, agent, QStringLiteral("careful")})
                            : Command(ReopenHandoff{handoff, agent});
        case 15:
            return rarely() ? Command(SetCustomerPresence{pick(2) == 0})
                            : Command(SetPresence{agent.id, pick(2) == 0});
        case 17: {
            if (rarely())
                return DeleteTeam{m_team};
            if (rarely())
                return CreateTeam{{m_team, QStringLiteral("Returns"), {agent.id}}};
            UpdateAgent command;
            command.agent = agent.id;
            command.disabled = rarely();
            return command;
        }
        default:
            return SetAvailability{agent.id, static_cast<Availability>(pick(3))};
        }
    }

    std::mt19937 m_random;
    std::vector<AgentId> m_agents;
    std::vector<ConversationId> m_conversations;
    std::vector<HandoffId> m_handoffs;
    TeamId m_team;
};

/// Follows the events alone, as a reader of the journal would, and says what is not allowed.
class Watcher
{
public:
    QString wrongWith(const Event& event)
    {
        if (event.seq != ++m_seq)
            return QStringLiteral("sequence");
        if (!m_ids.insert(event.id).second)
            return QStringLiteral("an id twice");
        if (const auto* control = std::get_if<Control>(&event.data))
            return wrongWith(m_controls[event.conversationId], *control);
        if (const auto* handoff = std::get_if<Handoff>(&event.data))
            return wrongWith(event, *handoff);
        if (const auto* message = std::get_if<Message>(&event.data)) {
            const Control& control = m_controls[event.conversationId];
            if (message->kind == messagekind::csatThanks && !m_thanked.insert(event.handoffId).second)
                return QStringLiteral("thanked twice");
            if (message->note)
                return event.type == EventType::NoteAdded ? QString()
                                                          : QStringLiteral("a note that was sent");
            if (message->author == Author::Bot && control.holder != Holder::Bot)
                return QStringLiteral("the bot spoke out of turn");
            if (message->author == Author::Agent &&
                (control.holder != Holder::Agent || control.agent.toString() != message->authorId))
                return QStringLiteral("an agent spoke out of turn");
        }
        return {};
    }

private:
    static QString wrongWith(Control& known, const Control& next)
    {
        const bool lawful =
            next.epoch == known.epoch + 1 && (next.holder == Holder::Agent) == !next.agent.isNull();
        known = next;
        return lawful ? QString() : QStringLiteral("control");
    }

    /// The others only change what is known about a handoff that stays where it is.
    static bool isStep(EventType type)
    {
        return type < EventType::SlaStarted && type != EventType::HandoffOffered &&
               type != EventType::HandoffDeclined && type != EventType::HandoffReminded &&
               type != EventType::HandoffSnoozed && type != EventType::HandoffWoken;
    }

    QString wrongWith(const Event& event, const Handoff& handoff)
    {
        const auto known = m_handoffs.find(handoff.id);
        const bool lawful = known == m_handoffs.end() ? handoff.status == HandoffStatus::Pending
                            : isStep(event.type)      ? canBecome(known->second, handoff.status)
                                                      : known->second == handoff.status;
        m_handoffs[handoff.id] = handoff.status;
        if (!lawful || event.handoffId != handoff.id || event.conversationId != handoff.conversationId)
            return QStringLiteral("an illegal step of a handoff");
        std::set<HandoffId>& open = m_open[event.conversationId];
        if (isOpen(handoff.status))
            open.insert(handoff.id);
        else
            open.erase(handoff.id);
        if (open.size() > 1)
            return QStringLiteral("two open handoffs");
        if (isHeld(handoff.status) != handoff.assignedTo.has_value() && isOpen(handoff.status))
            return QStringLiteral("held by nobody, or waiting for somebody in particular");
        if (handoff.offer && !isWaiting(handoff.status))
            return QStringLiteral("offered and taken");
        if (event.type == EventType::HandoffRated &&
            (handoff.status != HandoffStatus::Resolved || handoff.rating->score < 1 ||
             handoff.rating->score > 5 || event.at - *handoff.resolvedAt >= std::chrono::hours(24)))
            return QStringLiteral("rated what is not to be rated");
        return {};
    }

    qint64 m_seq = 0;
    std::set<EventId> m_ids;
    std::map<ConversationId, Control> m_controls;
    std::map<HandoffId, HandoffStatus> m_handoffs;
    std::set<HandoffId> m_thanked;
    std::map<ConversationId, std::set<HandoffId>> m_open;
};

/// The indexes over the open conversations say what one would find by looking at all of them.
QString wrongWith(const OpenConversations& open)
{
    std::map<AgentId, std::set<ConversationId>> byAgent;
    std::set<ConversationId> waiting;
    for (const auto& [id, state] : open) {
        if (!state.handoff)
            continue;
        const Handoff& handoff = *state.handoff;
        if (isWaiting(handoff.status))
            waiting.insert(id);
        if (isWaiting(handoff.status) && handoff.offer)
            byAgent[handoff.offer->agent.id].insert(id);
        if (isHeld(handoff.status))
            byAgent[handoff.assignedTo->id].insert(id);
    }
    return byAgent == open.byAgent() && waiting == open.waiting() ? QString() : QStringLiteral("an index");
}

/// What must hold between the two working copies and inside each conversation after every step.
QString wrongWith(const World& world)
{
    for (const auto& [id, state] : world.all) {
        const auto live = world.live.conversations.find(id);
        const bool closed = state.conversation.status == ConversationStatus::Closed;
        if (closed != (live == world.live.conversations.end()))
            return QStringLiteral("closed and live disagree");
        const bool held = state.handoff && isHeld(state.handoff->status);
        if (held != (state.control.holder == Holder::Agent))
            return QStringLiteral("handoff and control disagree");
        if (held && state.handoff->assignedTo->id != state.control.agent)
            return QStringLiteral("two holders");
        if (held && state.handoff->epoch != state.control.epoch)
            return QStringLiteral("epochs disagree");
        if (closed)
            continue;
        if (!(live->second.conversation == state.conversation) || !(live->second.control == state.control))
            return QStringLiteral("the copies disagree");
        if (live->second.handoff && live->second.handoff != state.handoff)
            return QStringLiteral("the handoffs disagree");
    }
    return wrongWith(world.live.conversations);
}

} // namespace

void TestDomainProperties::randomSteps_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 12; ++seed)
        QTest::newRow(qPrintable(QString::number(seed))) << seed;
}

void TestDomainProperties::randomSteps()
{
    QFETCH(const quint32, seed);
    Crowd crowd(seed);
    World& world = crowd.world;
    Watcher watcher;
    std::size_t watched = 0;
    int accepted = 0;
    for (int i = 0; i < 3'000; ++i) {
        const Crowd::Step step = crowd.next();
        if (i % 10 == 0) {
            // The same command on the same state with the same ids and time gives the same events.
            CountingIds one(seed);
            CountingIds two(seed);
            const auto first = world.decideOn(step.command, step.conversation, one);
            const auto second = world.decideOn(step.command, step.conversation, two);
            QVERIFY(first == second);
        }
        const ProjectState before = world.live;
        const auto events = world.run(step.command, step.conversation);
        if (events)
            ++accepted;
        else
            QVERIFY(world.live == before);
        for (; watched < world.log.size(); ++watched) {
            const QString wrong = watcher.wrongWith(world.log[watched]);
            QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("step %1: %2").arg(i).arg(wrong)));
        }
        const QString wrong = wrongWith(world);
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("step %1: %2").arg(i).arg(wrong)));
    }
    QVERIFY(accepted > 1'000);

    ProjectState folded;
    for (const Event& event : world.log)
        apply(folded, event);
    QVERIFY(folded == world.live);
    QCOMPARE(stateHash(folded), stateHash(world.live));
}

void TestDomainProperties::oneOfManyClaimsWins()
{
    World world;
    std::vector<AgentId> agents;
    for (int i = 0; i < 50; ++i)
        agents.push_back(world.addAgent(QStringLiteral("Agent%1").arg(i)));
    std::mt19937 random(5);
    for (int round = 0; round < 20; ++round) {
        const ConversationId id = world.say(QStringLiteral("hi"));
        const HandoffId handoff = world.ask(id);
        std::shuffle(agents.begin(), agents.end(), random);
        int won = 0;
        for (const AgentId& agent : agents) {
            const auto events = world.run(ClaimHandoff{handoff, world.ref(agent)}, id);
            if (events) {
                ++won;
                continue;
            }
            QVERIFY(events.error().code == ErrorCode::AlreadyClaimed);
            QCOMPARE(events.error().context.at(QStringLiteral("holderName")), world.ref(agents.front()).name);
            QCOMPARE(events.error().context.at(QStringLiteral("holderId")), agents.front().toString());
            QCOMPARE(events.error().context.at(QStringLiteral("epoch")), QStringLiteral("2"));
        }
        QCOMPARE(won, 1);
        QVERIFY(world.conversation(id)->control.agent == agents.front());
    }
}

void TestDomainProperties::staleRepliesSendNothing()
{
    World world;
    const AgentId ana = world.addAgent(QStringLiteral("Ana"));
    const AgentId bo = world.addAgent(QStringLiteral("Bo"));
    const ConversationId id = world.say(QStringLiteral("hi"));
    const HandoffId first = world.ask(id);
    world.claim(id, first, ana);
    const qint64 written = world.conversation(id)->control.epoch;
    world.must(ResolveHandoff{first, ana, false, {}, {}, true}, id);
    const HandoffId second = world.ask(id);
    world.claim(id, second, bo);
    const ConversationState before = *world.conversation(id);
    for (const SendMessage& stale : {SendMessage{first, world.ref(ana), QStringLiteral("late"), {}, written},
                                     SendMessage{second, world.ref(ana), QStringLiteral("late"), {}, written},
                                     SendMessage{second, world.ref(bo), QStringLiteral("late"), {}, written},
                                     SendMessage{second, {}, QStringLiteral("late"), {}, written}}) {
        const auto events = world.run(stale, id);
        QVERIFY(!events);
        QVERIFY(events.error().code == ErrorCode::StaleControl || events.error().code == ErrorCode::NotFound);
        QVERIFY(*world.conversation(id) == before);
    }
    QVERIFY(
        world.run(SendMessage{second, world.ref(bo), QStringLiteral("now"), {}, before.control.epoch}, id));
}

RELEVO_TEST(TestDomainProperties)
#include "tst_domain_properties.moc"
