#include "domain/world.h"
#include "support/test_main.h"

#include <domain/notices.h>
#include <domain/routing.h>

#include <algorithm>

using namespace relevo;
using namespace relevo::test;
using namespace std::chrono_literals;

/// Whom a handoff is for, what becomes of it where nobody is, and why it is offered to nobody.
class TestNobodyFits final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<World>();
        setRouting(Routing::RoundRobin);
    }

    void agentsOfWhomNoneFits()
    {
        const AgentId bea = add(u"Bea", {QStringLiteral("es")}, 1);
        const ConversationId id = said(QStringLiteral("en"));
        const auto types = typesOf(m_world->must(InitiateHandoff{}, id));
        QVERIFY(handoff(id).mode == HandoffMode::Async);
        QVERIFY(has(types, EventType::HandoffReminded));
        QVERIFY(!handoff(id).remindedAt); // the time for an answer runs on
        QCOMPARE(told().size(), std::size_t{1});
        QCOMPARE(told().front().kind, QStringLiteral("handoff.unattended"));
        // What the customer reads promises nobody who is on the way.
        QVERIFY(!saidByUs(id).contains(handoffNotice(m_world->live.settings, QStringLiteral("en"))));

        // Somebody who has their hands full will have them free: that is the queue.
        const ConversationId first = said(QStringLiteral("es"));
        m_world->ask(first);
        m_world->claim(first, handoff(first).id, bea);
        const ConversationId second = said(QStringLiteral("es"));
        QVERIFY(!has(typesOf(m_world->must(InitiateHandoff{}, second)), EventType::HandoffReminded));
        QVERIFY(handoff(second).mode == HandoffMode::Sync && !handoff(second).offer);
        QCOMPARE(told().size(), std::size_t{2});
        QCOMPARE(told().back().kind, QStringLiteral("handoff.full"));
    }

    void aFullDeskIsToldOfOnce()
    {
        const AgentId bea = add(u"Bea", {}, 1);
        const ConversationId held = said({});
        m_world->ask(held);
        m_world->claim(held, handoff(held).id, bea);
        const ConversationId first = said({});
        m_world->ask(first);
        QCOMPARE(told().size(), std::size_t{1});
        QCOMPARE(told().front().kind, QStringLiteral("handoff.full"));
        m_world->ask(said({}));
        QCOMPARE(told().size(), std::size_t{1});

        // The queue was empty meanwhile: that it fills again is news.
        for (const ConversationId& id : std::set(m_world->live.conversations.waiting()))
            m_world->must(AbandonHandoff{handoff(id).id, AbandonReason::Left}, id);
        m_world->ask(said({}));
        QCOMPARE(told().size(), std::size_t{2});
    }

    void whoIsAskedOneAtATimeIsNotFull()
    {
        add(u"Ana", {}, 0);
        m_world->ask(said({}));
        m_world->ask(said({}));
        QVERIFY(told().empty());
    }

    void whoeverIsThereMayTakeItWhereNothingIsOffered()
    {
        setRouting(Routing::Manual);
        add(u"Bea", {QStringLiteral("es")}, 0);
        const ConversationId id = said(QStringLiteral("en"));
        QVERIFY(!has(typesOf(m_world->must(InitiateHandoff{}, id)), EventType::HandoffReminded));
        QVERIFY(handoff(id).mode == HandoffMode::Sync);
    }

    void nobodyIsExpectedWhileClosed()
    {
        Settings settings = m_world->live.settings;
        settings.businessHours.emplace(); // no day opens
        m_world->must(ChangeSettings{settings});
        add(u"Bea", {QStringLiteral("es")}, 0);
        const ConversationId id = said(QStringLiteral("en"));
        QVERIFY(!has(typesOf(m_world->must(InitiateHandoff{}, id)), EventType::HandoffReminded));
        QVERIFY(handoff(id).mode == HandoffMode::Async);
        QVERIFY(told().empty());
    }

    void givenBackWithNobodyLeft()
    {
        const AgentId ana = add(u"Ana", {}, 0);
        const ConversationId id = said({});
        m_world->ask(id);
        m_world->claim(id, handoff(id).id, ana);
        const auto events = m_world->must(
            TransferHandoff{handoff(id).id, m_world->ref(ana), false, std::nullopt, false, {}}, id);
        QVERIFY(handoff(id).status == HandoffStatus::Pending && !handoff(id).offer);
        QVERIFY(has(typesOf(events), EventType::HandoffReminded));
        QCOMPARE(told().size(), std::size_t{1});
    }

    void ofATeam()
    {
        const AgentId ana = add(u"Ana", {}, 0);
        const AgentId bo = add(u"Bo", {}, 0);
        const TeamId team = m_world->ids.make<TeamId>();
        m_world->must(CreateTeam{{team, QStringLiteral("Refunds"), {bo}}});
        const TeamId unknown = m_world->ids.make<TeamId>();

        const ConversationId id = said({});
        InitiateHandoff command;
        command.team = unknown;
        QVERIFY(m_world->run(command, id).error().code == ErrorCode::NotFound);
        QVERIFY(!m_world->conversation(id)->handoff);
        command.team = team;
        m_world->must(command, id);
        QCOMPARE(handoff(id).team, team);
        QCOMPARE(handoff(id).offer->agent.id, bo);
        Q_UNUSED(ana);

        const ConversationId other = said({});
        AnswerTurn answer;
        answer.epoch = 1;
        answer.handoff = Trigger{};
        answer.skills = {QStringLiteral("refunds")};
        answer.team = unknown;
        QVERIFY(m_world->run(answer, other).error().code == ErrorCode::NotFound);
        answer.team = team;
        m_world->must(answer, other);
        QCOMPARE(handoff(other).team, team);
        QCOMPARE(handoff(other).skills, answer.skills);
        QVERIFY(!handoff(other).offer); // Bo has no such skill
        QVERIFY(handoff(other).mode == HandoffMode::Async);
    }

    void aBotThatIsDownHandsOffAtOnce()
    {
        const ConversationId id = said({});
        AnswerTurn turn;
        turn.epoch = 1;
        turn.failed = true;
        turn.broken = true;
        turn.messages = QStringList{QStringLiteral("Please try again")};
        m_world->must(turn, id);
        QVERIFY(handoff(id).trigger.type == TriggerType::Failure);
        QVERIFY(!saidByUs(id).contains(turn.messages.front()));

        Settings settings = m_world->live.settings;
        settings.triggers.failure = false;
        m_world->must(ChangeSettings{settings});
        const ConversationId other = said({});
        m_world->must(turn, other);
        QVERIFY(!m_world->conversation(other)->handoff);
        QVERIFY(saidByUs(other).contains(turn.messages.front()));
    }

    void whyItIsOfferedToNobody()
    {
        const AgentId ana = add(u"Ana", {}, 1);
        const ConversationId id = said({});
        m_world->ask(id);
        QVERIFY(why(id) == Unoffered::Offered);
        m_world->claim(id, handoff(id).id, ana);
        QVERIFY(why(id) == Unoffered::Held);
        const ConversationId next = said({});
        m_world->ask(next);
        QVERIFY(why(next) == Unoffered::Nobody);
        m_world->must(SnoozeHandoff{handoff(next).id, ana, true, m_world->now + 15min}, next);
        QVERIFY(why(next) == Unoffered::Snoozed);
        m_world->must(ResolveHandoff{handoff(id).id, ana, false, {}, {}, false}, id);
        QVERIFY(why(id) == Unoffered::Over);
        QVERIFY(why(next) == Unoffered::Snoozed);
        m_world->now += 15min;
        QVERIFY(!why(next));
        setRouting(Routing::Manual);
        QVERIFY(why(next) == Unoffered::Manual);
        ConversationState blocked = *m_world->conversation(next);
        blocked.conversation.contact.blocked = true;
        QVERIFY(whyUnoffered(m_world->live, blocked, m_world->now) == Unoffered::Blocked);
    }

    void whoKnowsTheCustomerFromElsewhere()
    {
        add(u"Ana", {}, 0);
        const AgentId bo = add(u"Bo", {}, 0);
        const ConversationId id = said({});
        int asked = 0;
        const DecisionContext context{
            m_world->now, m_world->actor, m_world->ids, [&](const ContactId& contact) {
                ++asked;
                return contact == m_world->conversation(id)->conversation.contact.id ? bo : AgentId();
            }};
        const auto events = decide(m_world->live, m_world->conversation(id), InitiateHandoff{}, context);
        QVERIFY(events.has_value());
        QCOMPARE(asked, 1);
        const auto offered = std::ranges::find(*events, EventType::HandoffOffered, &Event::type);
        QVERIFY(offered != events->end());
        QCOMPARE(std::get<Handoff>(offered->data).offer->agent.id, bo);
    }

    void whoMadeATicketKnowsTheCustomerStill()
    {
        const AgentId ana = add(u"Ana", {}, 0);
        const ConversationId id = said({});
        m_world->ask(id);
        m_world->claim(id, handoff(id).id, ana);
        m_world->must(SendMessage{handoff(id).id, m_world->ref(ana), QStringLiteral("hello"), {}, {}}, id);
        m_world->must(ConvertHandoff{handoff(id).id, ana}, id);
        QCOMPARE(handoff(id).knownBy, ana);
        QCOMPARE(lastAgentOf(*m_world->conversation(id)), ana);
    }

private:
    void setRouting(Routing routing)
    {
        Settings settings = m_world->live.settings;
        settings.routing = routing;
        m_world->must(ChangeSettings{settings});
    }

    AgentId add(QStringView name, const QStringList& languages, int capacity)
    {
        Agent agent;
        agent.id = m_world->ids.make<AgentId>();
        agent.name = name.toString();
        agent.email = agent.name;
        agent.availability = Availability::Available;
        agent.languages = languages;
        agent.capacity = capacity;
        m_world->must(CreateAgent{agent});
        return agent.id;
    }

    ConversationId said(const QString& language)
    {
        ReceiveMessage command = m_world->message(QStringLiteral("hi"));
        command.language = language;
        m_world->must(command);
        return command.conversationId;
    }

    [[nodiscard]] const Handoff& handoff(ConversationId id) const
    {
        return *m_world->conversation(id)->handoff;
    }

    [[nodiscard]] std::optional<Unoffered> why(ConversationId id) const
    {
        return whyUnoffered(m_world->live, *m_world->conversation(id), m_world->now);
    }

    [[nodiscard]] static bool has(const std::vector<EventType>& types, EventType type)
    {
        return std::ranges::find(types, type) != types.end();
    }

    /// Messages in the conversation that are not the customer's.
    [[nodiscard]] QStringList saidByUs(ConversationId id) const
    {
        QStringList found;
        for (const Event& event : m_world->log) {
            const auto* message = std::get_if<Message>(&event.data);
            if (message && event.conversationId == id && message->author != Author::Customer)
                found.push_back(message->content);
        }
        return found;
    }

    [[nodiscard]] std::vector<Notification> told() const
    {
        std::vector<Notification> found;
        for (const Event& event : m_world->log) {
            if (const auto* notification = std::get_if<Notification>(&event.data))
                found.push_back(*notification);
        }
        return found;
    }

    std::unique_ptr<World> m_world;
};

RELEVO_TEST(TestNobodyFits)
#include "tst_nobody_fits.moc"
