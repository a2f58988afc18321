#include "domain/world.h"
#include "support/test_main.h"

#include <domain/rating.h>
#include <domain/report_facts.h>
#include <domain/timers.h>

using namespace relevo;
using namespace relevo::test;
using namespace std::chrono_literals;

using enum EventType;
using Types = std::vector<EventType>;

/// Customers are asked once how content they were, and what they say next is heard rightly.
class TestRating final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world.emplace();
        m_ana = m_world->addAgent(QStringLiteral("Ana"));
        Settings settings = m_world->live.settings;
        settings.csatEnabled = true;
        m_world->must(ChangeSettings{settings});
        m_id = m_world->say(QStringLiteral("hi"));
        m_handoff = m_world->ask(m_id);
        m_world->claim(m_id, m_handoff, m_ana);
    }

    void isAskedOnceAfterTheClosingWord()
    {
        QVERIFY(typesOf(resolve(false)) ==
                Types({MessageSent, HandoffResolved, MessageSent, ControlChanged, ConversationClosed}));
        const Message& question = *state().lastMessage;
        QVERIFY(question.author == Author::System && question.kind == messagekind::csat);
        QVERIFY(question.content.contains(u'1') && question.content.contains(u'5'));
        QVERIFY(state().handoff->ratingAskedAt == m_world->now);
    }

    void isNotAskedUnlessItShouldBe()
    {
        // By whoever resolves it, by the settings, and by the clock for the customer's silence.
        QVERIFY(typesOf(m_world->must(ResolveHandoff{m_handoff, m_ana, false, {}, {}, false, false}, m_id)) ==
                Types({MessageSent, HandoffResolved, ControlChanged, ConversationClosed}));
        init();
        m_world->must(ChangeSettings{});
        resolve(false);
        QVERIFY(!state().handoff->ratingAskedAt);
        init();
        m_world->must(SendMessage{m_handoff, m_world->ref(m_ana), QStringLiteral("hello"), {}, {}}, m_id);
        for (int i = 0; i < 40; ++i) {
            m_world->now += 1min;
            m_world->must(Tick{}, m_id);
        }
        QCOMPARE(state().handoff->disposition, QStringLiteral("idle"));
        QVERIFY(!state().handoff->ratingAskedAt);
    }

    void theProjectsOwnQuestionIsAsked()
    {
        Settings settings = m_world->live.settings;
        settings.csatMessage = QStringLiteral("1 to 5?");
        m_world->must(ChangeSettings{settings});
        resolve(false);
        QCOMPARE(state().lastMessage->content, QStringLiteral("1 to 5?"));
    }

    void aNumberIsTheRatingAndNothingElseHappens_data()
    {
        QTest::addColumn<bool>("toBot");
        QTest::newRow("closed") << false;
        QTest::newRow("with the bot") << true;
    }
    void aNumberIsTheRatingAndNothingElseHappens()
    {
        QFETCH(const bool, toBot);
        resolve(toBot);
        const ProjectState before = m_world->live;
        m_world->now += 23h;
        QVERIFY(typesOf(answer(4)) == Types({MessageReceived, HandoffRated, MessageSent}));
        QVERIFY(state().handoff->rating == (Rating{4, {}, m_world->now}));
        QVERIFY(state().handoff->status == HandoffStatus::Resolved);
        QVERIFY(state().conversation.status ==
                (toBot ? ConversationStatus::Open : ConversationStatus::Closed));
        QCOMPARE(m_world->live.conversations.size(), before.conversations.size());
        QVERIFY(state().lastMessage->kind == messagekind::csatThanks);
        // Another number replaces it without another thanks; the same one changes nothing.
        QVERIFY(typesOf(answer(2)) == Types({MessageReceived, HandoffRated}));
        QVERIFY(typesOf(answer(2)) == Types({MessageReceived}));
        QCOMPARE(state().handoff->rating->score, 2);
    }

    void anythingElseIsAMessage()
    {
        resolve(false);
        m_world->say(QStringLiteral("thanks"), m_id);
        QVERIFY(state().conversation.status == ConversationStatus::Open);
        // The question is not the last word any more: this answers something else.
        const auto events = answer(5);
        QVERIFY(typesOf(events) == Types({MessageReceived}));
        QVERIFY(std::get<Message>(events.at(0).data).kind == messagekind::text);

        init();
        resolve(true);
        m_world->say(QStringLiteral("how many do you want?"), m_id, Author::Bot);
        QVERIFY(typesOf(answer(5)) == Types({MessageReceived}));
        QVERIFY(!state().handoff->rating);
    }

    void afterADayANumberIsAMessage()
    {
        resolve(false);
        m_world->now += 24h;
        QVERIFY(typesOf(answer(5)) == Types({ConversationOpened, ControlChanged, MessageReceived}));
    }

    void aTriggerInARatingIsNone()
    {
        resolve(true);
        ReceiveMessage message = m_world->message(QStringLiteral("1"), m_id);
        message.rating = 1;
        message.repeats = 3;
        message.trigger = Trigger{};
        message.contact.name = QStringLiteral("Eva");
        const auto events = m_world->must(message, m_id);
        QVERIFY(typesOf(events) == Types({ContactUpdated, MessageReceived, HandoffRated, MessageSent}));
        QCOMPARE(state().botFailures, 0);
    }

    void programsRateForADay()
    {
        QVERIFY(refusal({m_handoff, 5, {}, {}, {}}) == ErrorCode::Conflict); // not over yet
        resolve(false);
        QVERIFY(refusal({m_handoff, 0, {}, {}, {}}) == ErrorCode::Invalid);
        QVERIFY(refusal({m_handoff, 6, {}, {}, {}}) == ErrorCode::Invalid);
        QVERIFY(refusal({HandoffId(), 5, {}, {}, {}}) == ErrorCode::NotFound);
        const RateHandoff five{m_handoff, 5, QStringLiteral("quick"), {}, {}};
        QVERIFY(typesOf(m_world->must(five, m_id)) == Types({HandoffRated}));
        QVERIFY(m_world->must(five, m_id).empty());
        QCOMPARE(state().handoff->rating->comment, QStringLiteral("quick"));
        m_world->must(RateHandoff{m_handoff, 1, {}, {}, {}}, m_id);
        QVERIFY(state().handoff->rating == (Rating{1, {}, m_world->now}));
        // A number in a message has no comment: what was said elsewhere stays.
        m_world->must(five, m_id);
        answer(3);
        QVERIFY(state().handoff->rating == (Rating{3, QStringLiteral("quick"), m_world->now}));
        m_world->now += 24h;
        QVERIFY(refusal({m_handoff, 5, {}, {}, {}}) == ErrorCode::Conflict);
    }

    void whoIsBlockedRatesNothing()
    {
        resolve(true);
        block(true);
        QVERIFY(refusal({m_handoff, 5, {}, {}, {}}) == ErrorCode::Conflict);
        QVERIFY(refusal({m_handoff, 5, {}, m_id, {}}) == ErrorCode::Conflict);
        answer(5);
        QVERIFY(!state().handoff->rating);
        block(false);
        QVERIFY(typesOf(m_world->must(RateHandoff{m_handoff, 5, {}, {}, {}}, m_id)) == Types({HandoffRated}));
    }

    void aVisitorRatesOnlyTheirsAndWhatTheyWereAsked()
    {
        m_world->must(ResolveHandoff{m_handoff, m_ana, false, {}, {}, true, false}, m_id);
        QVERIFY(refusal({m_handoff, 5, {}, m_id, {}}) == ErrorCode::Conflict);
        m_world->must(ReopenHandoff{m_handoff, m_world->ref(m_ana)}, m_id);
        resolve(true);
        const ConversationId other = m_world->say(QStringLiteral("me"));
        QVERIFY(refusal({m_handoff, 5, {}, other, {}}) == ErrorCode::NotFound);
        QVERIFY(typesOf(m_world->must(RateHandoff{m_handoff, 5, {}, m_id, {}}, m_id)) ==
                Types({HandoffRated}));
    }

    void anEarlierHandoffIsRatedWithoutTouchingTheNewest()
    {
        resolve(false);
        const Handoff stored = *state().handoff;
        m_world->say(QStringLiteral("something else"), m_id);
        const HandoffId next = m_world->ask(m_id);
        const ProjectState before = m_world->live;
        const auto events = m_world->must(RateHandoff{m_handoff, 5, {}, m_id, stored}, m_id);
        QVERIFY(typesOf(events) == Types({HandoffRated}));
        QVERIFY(events.at(0).handoffId == m_handoff && events.at(0).conversationId == m_id);
        QCOMPARE(std::get<Handoff>(events.at(0).data).rating->score, 5);
        QVERIFY(state().handoff->id == next && !state().handoff->rating);
        QCOMPARE(stateHash(m_world->live), stateHash(before));
    }

    void whatIsReopenedIsAskedAgainUnlessItWasRated()
    {
        resolve(false);
        m_world->must(ReopenHandoff{m_handoff, m_world->ref(m_ana)}, m_id);
        QVERIFY(!state().handoff->ratingAskedAt);
        QVERIFY(typesOf(answer(5)) == Types({MessageReceived})); // to the agent
        resolve(false);
        answer(5);
        m_world->must(ReopenHandoff{m_handoff, m_world->ref(m_ana)}, m_id);
        QVERIFY(!state().handoff->ratingAskedAt);
        QCOMPARE(state().handoff->rating->score, 5);
        resolve(false);
        QVERIFY(!state().handoff->ratingAskedAt);
        QVERIFY(state().lastMessage->kind == messagekind::text);
    }

    void aRatingIsNoEnd()
    {
        resolve(false);
        const Timestamp ended = m_world->now;
        m_world->now += 1h;
        answer(4);
        HandoffFacts facts;
        for (const Event& event : m_world->log)
            foldFacts(facts, event, QStringLiteral("web"));
        QVERIFY(facts.endedAt == ended && facts.ratingAsked);
        QCOMPARE(facts.rating, 4);
    }

    void theBotsFreshCountsStay()
    {
        resolve(true);
        ReceiveMessage failed = m_world->message(QStringLiteral("sorry"), m_id, Author::Bot);
        failed.botFailed = true;
        m_world->must(failed, m_id);
        m_world->must(RateHandoff{m_handoff, 5, {}, {}, {}}, m_id);
        QCOMPARE(state().botFailures, 1);
    }

private:
    const ConversationState& state() const { return *m_world->conversation(m_id); }
    void block(bool blocked)
    {
        CorrectContact command;
        command.contact = state().conversation.contact.id;
        command.blocked = blocked;
        m_world->must(command, m_id);
    }
    std::vector<Event> resolve(bool toBot)
    {
        return m_world->must(ResolveHandoff{m_handoff, m_ana, false, {}, {}, toBot, true}, m_id);
    }
    std::vector<Event> answer(int score)
    {
        ReceiveMessage message = m_world->message(QString::number(score), m_id);
        message.rating = score;
        return m_world->must(message, m_id);
    }
    ErrorCode refusal(const RateHandoff& command)
    {
        const auto events = m_world->run(command, m_id);
        if (events)
            qFatal("not refused");
        return events.error().code;
    }

    std::optional<World> m_world;
    AgentId m_ana;
    ConversationId m_id;
    HandoffId m_handoff;
};

RELEVO_TEST(TestRating)
#include "tst_rating.moc"
