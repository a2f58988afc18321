#include "desk_test.h"
#include "support/test_main.h"

#include <algorithm>

using namespace relevo;
using namespace relevo::client;

/// What an agent does with a conversation beside talking, and the moment in which it can be taken back.
class tst_DeskWishes final : public DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void transfersToAnAgent();
    void transfersToATeam();
    void handsBackAndReleases();
    void resolvesWithADisposition();
    void declinesAnOffer();
    void aDeclineThatComesTooLateIsNoTrouble();
    void whatIsOfTheMomentIsNotKept();
    void aSnoozeEndsWhenItWasMeantTo();
    void wakes();
    void reopens();
    void aReopeningThatIsLostSaysWhoWon();
    void aNoteIsThereOnce();
    void aNoteSurvivesARestart();
    void refusedWordsComeBack();
    void aNoteNeedsAHandoff();
    void whatIsKeptBackGoesInTime();
    void itsTimeComesByItself();
    void whatIsTakenBackWasNeverSent();
    void whatWasSentIsNotTakenBack();
    void withoutAConnectionThereIsMoreTime();
    void whatIsKeptBackSurvivesARestart();
    void whatComesAfterWaits();

private:
    [[nodiscard]] domain::HandoffId handoffOf(const domain::ConversationId& id) const
    {
        return m_world->conversation(id)->handoff->id;
    }
    [[nodiscard]] const domain::Handoff& handoff(const domain::ConversationId& id) const
    {
        return *m_world->conversation(id)->handoff;
    }
    [[nodiscard]] qsizetype called(const char* method) const
    {
        return std::count_if(m_relay->calls.begin(), m_relay->calls.end(),
                             [method](const auto& call) { return call.first == method; });
    }
    [[nodiscard]] int notes(const domain::ConversationId& id, const QString& text) const
    {
        const std::vector<domain::Message> all = m_world->messages(id);
        return static_cast<int>(
            std::count_if(all.begin(), all.end(), [&text](const domain::Message& message) {
                return message.note && message.content == text;
            }));
    }
    /// With five seconds to take things back.
    void signInThoughtfully()
    {
        m_undoWithin = std::chrono::seconds(5);
        restartDesk();
        signIn();
    }
    /// Lets the outbox look at the clock: any wish does.
    void pump() { m_desk->setAvailability(domain::Availability::Busy); }
    domain::ConversationId offered()
    {
        domain::Settings settings = m_world->live().settings;
        settings.routing = domain::Routing::RoundRobin;
        (void)m_world->run({}, domain::ChangeSettings{settings});
        for (const int other : {1, 2})
            (void)m_world->run({},
                               domain::SetAvailability{m_world->agent(other).id, domain::Availability::Away});
        const domain::ConversationId id =
            m_world->customer(QStringLiteral("Ada"), QStringLiteral("Hello"), true);
        if (!handoff(id).offer)
            qFatal("nothing is offered");
        return id;
    }
};

void tst_DeskWishes::transfersToAnAgent()
{
    const domain::ConversationId id = held();
    signIn();
    m_relay->loseAnswers = 1;
    m_desk->transferToAgent(handoffOf(id), m_world->agent(1).id, QStringLiteral("knows the case"));
    QTRY_COMPARE(m_desk->live().row(id)->holderAgent, m_world->agent(1).id);
    QTRY_COMPARE(m_desk->link().state, LinkState::Online);
    QTRY_VERIFY(!m_desk->live().row(id)->leaving);
    QCOMPARE(notes(id, QStringLiteral("knows the case")), 1);
}

void tst_DeskWishes::transfersToATeam()
{
    const domain::ConversationId id = held();
    signIn();
    const auto team = m_world->ids.make<domain::TeamId>();
    QVERIFY(m_world->run({}, domain::CreateTeam{{team, QStringLiteral("Refunds"), {m_world->agent(2).id}}}));
    m_relay->publish();
    QTRY_COMPARE(m_desk->live().teams().size(), 1U);
    m_desk->transferToTeam(handoffOf(id), team, {});
    QTRY_VERIFY(isWaiting(*m_desk->live().row(id)));
    QCOMPARE(handoff(id).team, team);
}

void tst_DeskWishes::handsBackAndReleases()
{
    const domain::ConversationId bots = held();
    const domain::ConversationId everybodys = held(QStringLiteral("Bob"));
    signIn();
    m_desk->handBack(handoffOf(bots), QStringLiteral("all is said"));
    m_desk->release(handoffOf(everybodys), {});
    QTRY_COMPARE(m_desk->live().row(bots)->holder, domain::Holder::Bot);
    QTRY_VERIFY(isWaiting(*m_desk->live().row(everybodys)));
    QVERIFY(handoff(bots).handedBackToBot);
    hashesMatch();
}

void tst_DeskWishes::resolvesWithADisposition()
{
    const domain::ConversationId id = held();
    signIn();
    m_desk->resolve(handoffOf(id), {QStringLiteral("found"), QStringLiteral("solved"), true, false});
    QTRY_COMPARE(m_desk->live().row(id)->holder, domain::Holder::Bot);
    QCOMPARE(handoff(id).disposition, QStringLiteral("solved"));
    QCOMPARE(m_relay->calls.back().second.at("csat"), false);
}

void tst_DeskWishes::declinesAnOffer()
{
    const domain::ConversationId id = offered();
    signIn();
    m_desk->decline(handoffOf(id), QStringLiteral("lunch"));
    QTRY_VERIFY(!handoff(id).offer);
    QCOMPARE(handoff(id).passedBy.front().reason, QStringLiteral("lunch"));
}

void tst_DeskWishes::aDeclineThatComesTooLateIsNoTrouble()
{
    const domain::ConversationId id = offered();
    signIn();
    QVERIFY(m_world->claim(id, 1)); // not yet heard here
    QSignalSpy failed(m_desk.get(), &Desk::commandFailed);
    m_desk->decline(handoffOf(id), {});
    QTRY_COMPARE(called("handoff.decline"), 1);
    pump();
    QTRY_COMPARE(called("availability.set"), 1);
    QCOMPARE(failed.size(), 0);
}

void tst_DeskWishes::whatIsOfTheMomentIsNotKept()
{
    const domain::ConversationId id = offered();
    signIn();
    m_relay->goAway();
    QTRY_VERIFY(m_desk->link().state != LinkState::Online);
    QSignalSpy failed(m_desk.get(), &Desk::commandFailed);
    m_desk->decline(handoffOf(id), {});
    m_desk->reopen(handoffOf(id));
    QTRY_COMPARE(failed.size(), 2);
    QCOMPARE(failed[0][0].value<Wish>(), Wish::Decline);
    QCOMPARE(failed[1][2].value<Error>().code, ErrorCode::Unavailable);
    m_relay->listenAgain();
    QTRY_COMPARE(m_desk->link().state, LinkState::Online);
    QVERIFY(m_relay->calls.empty());
}

void tst_DeskWishes::aSnoozeEndsWhenItWasMeantTo()
{
    const domain::ConversationId id = held();
    signIn();
    m_relay->goAway();
    QTRY_VERIFY(m_desk->link().state != LinkState::Online);
    QSignalSpy failed(m_desk.get(), &Desk::commandFailed);
    const Timestamp meant = m_clock.now() + std::chrono::minutes(30);
    m_desk->snooze(handoffOf(id), 30);
    m_desk->decline(handoffOf(id), {}); // its refusal tells that the snooze is written down
    QTRY_COMPARE(failed.size(), 1);
    m_clock.advance(std::chrono::minutes(20));
    m_world->clock.advance(m_clock.now() - m_world->clock.now());
    m_relay->listenAgain();
    QTRY_VERIFY(handoff(id).snoozedUntil);
    QCOMPARE(m_relay->calls.back().second.at("minutes"), 10);
    QVERIFY(std::chrono::abs(*handoff(id).snoozedUntil - meant) < std::chrono::minutes(1));
}

void tst_DeskWishes::wakes()
{
    const domain::ConversationId id = held();
    signIn();
    m_desk->snooze(handoffOf(id), 5);
    QTRY_VERIFY(handoff(id).snoozedUntil);
    m_desk->snooze(handoffOf(id), 0);
    QTRY_VERIFY(!handoff(id).snoozedUntil);
}

void tst_DeskWishes::reopens()
{
    const domain::ConversationId id = held();
    signIn();
    Transcript* transcript = m_desk->openConversation(id);
    m_desk->resolve(handoffOf(id), {});
    QTRY_VERIFY(!m_desk->live().row(id));
    QTRY_VERIFY(transcript->state() && !domain::isOpen(transcript->state()->handoff->status));
    QSignalSpy claimed(m_desk.get(), &Desk::claimed);
    m_desk->reopen(handoffOf(id));
    QTRY_COMPARE(claimed.size(), 1);
    QCOMPARE(claimed[0][1].value<domain::ConversationId>(), id);
    QTRY_VERIFY(m_desk->live().row(id) && isHeldBy(*m_desk->live().row(id), m_desk->live().me().id));
    hashesMatch();
}

void tst_DeskWishes::aReopeningThatIsLostSaysWhoWon()
{
    const domain::ConversationId id = held();
    signIn();
    (void)m_desk->openConversation(id);
    m_desk->resolve(handoffOf(id), {});
    QTRY_VERIFY(!m_desk->live().row(id));
    QVERIFY(m_world->run(
        id, domain::ReopenHandoff{handoffOf(id), {m_world->agent(1).id, m_world->agent(1).name}}));
    QSignalSpy failed(m_desk.get(), &Desk::commandFailed);
    m_desk->reopen(handoffOf(id));
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][2].value<Error>().context.at(QStringLiteral("holderName")), QStringLiteral("Agent 1"));
}

void tst_DeskWishes::aNoteIsThereOnce()
{
    const domain::ConversationId id = held();
    signIn();
    Transcript* transcript = m_desk->openConversation(id);
    QTRY_VERIFY(transcript->isLoaded());
    int most = 0;
    const auto count = [&] {
        const auto same = [](const domain::Message& message) {
            return message.note && message.content == QLatin1String("between us");
        };
        const auto shown = std::count_if(transcript->messages().begin(), transcript->messages().end(), same) +
                           std::count_if(transcript->waiting().begin(), transcript->waiting().end(), same);
        most = std::max(most, static_cast<int>(shown));
    };
    connect(transcript, &Transcript::changed, this, count);
    connect(transcript, &Transcript::stateChanged, this, count);
    m_relay->loseAnswers = 2;
    m_desk->note(id, QStringLiteral("between us"));
    QTRY_COMPARE(notes(id, QStringLiteral("between us")), 1);
    QTRY_VERIFY(transcript->waiting().empty());
    QTRY_VERIFY(!transcript->messages().empty() && transcript->messages().back().note);
    QTRY_COMPARE(m_desk->link().state, LinkState::Online);
    QCOMPARE(most, 1);
    QCOMPARE(notes(id, QStringLiteral("between us")), 1);
}

void tst_DeskWishes::aNoteSurvivesARestart()
{
    const domain::ConversationId id = held();
    signIn();
    m_relay->goAway();
    QTRY_VERIFY(m_desk->link().state != LinkState::Online);
    Transcript* transcript = m_desk->openConversation(id);
    m_desk->note(id, QStringLiteral("from the train"));
    QTRY_COMPARE(transcript->waiting().size(), 1U);
    QVERIFY(transcript->waiting()[0].note);
    restartDesk();
    m_relay->listenAgain();
    signIn();
    QTRY_COMPARE(notes(id, QStringLiteral("from the train")), 1);
}

void tst_DeskWishes::refusedWordsComeBack()
{
    const domain::ConversationId id = held();
    signIn();
    m_relay->failWith = Error{ErrorCode::Forbidden, QStringLiteral("No."), {}, {}};
    QSignalSpy failed(m_desk.get(), &Desk::commandFailed);
    QSignalSpy returned(m_desk.get(), &Desk::noteReturned);
    QSignalSpy drafts(m_desk.get(), &Desk::draftReturned);
    m_desk->note(id, QStringLiteral("one"));
    m_desk->transferToAgent(handoffOf(id), m_world->agent(1).id, QStringLiteral("two"));
    m_desk->resolve(handoffOf(id), {QStringLiteral("three"), {}});
    m_desk->release(handoffOf(id), {});
    QTRY_COMPARE(failed.size(), 4);
    QCOMPARE(returned.size(), 3);
    QCOMPARE(returned[0][0].value<domain::ConversationId>(), id);
    QCOMPARE(returned[0][1].toString(), QStringLiteral("one"));
    QCOMPARE(returned[1][1].toString(), QStringLiteral("two"));
    QCOMPARE(returned[2][1].toString(), QStringLiteral("three"));
    // What is for colleagues never gets among what is for the customer.
    QVERIFY(drafts.isEmpty());
    QTRY_VERIFY(!m_desk->live().row(id)->resolving && !m_desk->live().row(id)->leaving);
}

void tst_DeskWishes::aNoteNeedsAHandoff()
{
    const domain::ConversationId id = m_world->customer(QStringLiteral("Ada"), QStringLiteral("Hello"));
    signIn();
    QSignalSpy failed(m_desk.get(), &Desk::commandFailed);
    QSignalSpy returned(m_desk.get(), &Desk::noteReturned);
    m_desk->note(id, QStringLiteral("for later"));
    QCOMPARE(failed.size(), 1);
    QCOMPARE(returned.size(), 1);
}

void tst_DeskWishes::whatIsKeptBackGoesInTime()
{
    const domain::ConversationId id = held();
    signInThoughtfully();
    QSignalSpy kept(m_desk.get(), &Desk::wishHeld);
    m_desk->resolve(handoffOf(id), {});
    QTRY_COMPARE(kept.size(), 1);
    const auto wish = kept[0][0].value<HeldWish>();
    QCOMPARE(wish.wish, Wish::Resolve);
    QCOMPARE(wish.conversation, id);
    QVERIFY(wish.until - wish.madeAt == std::chrono::seconds(5));
    QTRY_VERIFY(m_desk->live().row(id)->resolving);
    pump();
    QTRY_COMPARE(called("availability.set"), 1);
    QCOMPARE(called("handoff.resolve"), 0);
    m_clock.advance(std::chrono::seconds(5));
    pump();
    QTRY_VERIFY(!m_desk->live().row(id));
    QCOMPARE(called("handoff.resolve"), 1);
}

void tst_DeskWishes::itsTimeComesByItself()
{
    m_undoWithin = milliseconds(20);
    const domain::ConversationId id = held();
    restartDesk();
    signIn();
    QSignalSpy kept(m_desk.get(), &Desk::wishHeld);
    m_desk->release(handoffOf(id), {});
    QTRY_COMPARE(kept.size(), 1);
    m_clock.advance(m_undoWithin);
    QTRY_COMPARE(called("handoff.transfer"), 1);
}

void tst_DeskWishes::whatIsTakenBackWasNeverSent()
{
    const domain::ConversationId id = held();
    signInThoughtfully();
    QSignalSpy kept(m_desk.get(), &Desk::wishHeld);
    QSignalSpy undone(m_desk.get(), &Desk::takenBack);
    m_desk->snooze(handoffOf(id), 15);
    m_desk->transferToAgent(handoffOf(id), m_world->agent(1).id, {});
    m_desk->resolve(handoffOf(id), {});
    QTRY_COMPARE(kept.size(), 3);
    for (qsizetype i = 0; i < kept.size(); ++i) {
        const auto wish = kept[i][0].value<HeldWish>();
        m_desk->takeBack(wish.id);
        QTRY_COMPARE(undone.size(), i + 1);
        QCOMPARE(undone[i][0].value<QUuid>(), wish.id);
        QVERIFY(undone[i][1].toBool());
    }
    QTRY_VERIFY(!m_desk->live().row(id)->resolving && !m_desk->live().row(id)->leaving);
    m_clock.advance(std::chrono::seconds(5));
    pump();
    QTRY_COMPARE(called("availability.set"), 1);
    QCOMPARE(m_relay->calls.size(), 1U);
}

void tst_DeskWishes::whatWasSentIsNotTakenBack()
{
    const domain::ConversationId id = held();
    signInThoughtfully();
    QSignalSpy kept(m_desk.get(), &Desk::wishHeld);
    QSignalSpy undone(m_desk.get(), &Desk::takenBack);
    m_relay->holdAnswers = true;
    m_desk->resolve(handoffOf(id), {});
    QTRY_COMPARE(kept.size(), 1);
    m_clock.advance(std::chrono::seconds(5));
    pump();
    QTRY_COMPARE(called("handoff.resolve"), 1);
    m_desk->takeBack(kept[0][0].value<HeldWish>().id);
    QTRY_COMPARE(undone.size(), 1);
    QVERIFY(!undone[0][1].toBool());
    m_relay->answerHeld();
    QTRY_VERIFY(!m_desk->live().row(id));
}

void tst_DeskWishes::withoutAConnectionThereIsMoreTime()
{
    const domain::ConversationId id = held();
    signInThoughtfully();
    m_relay->goAway();
    QTRY_VERIFY(m_desk->link().state != LinkState::Online);
    QSignalSpy kept(m_desk.get(), &Desk::wishHeld);
    QSignalSpy undone(m_desk.get(), &Desk::takenBack);
    m_desk->resolve(handoffOf(id), {});
    QTRY_COMPARE(kept.size(), 1);
    m_clock.advance(std::chrono::minutes(5));
    m_desk->takeBack(kept[0][0].value<HeldWish>().id);
    QTRY_COMPARE(undone.size(), 1);
    QVERIFY(undone[0][1].toBool());
    m_relay->listenAgain();
    QTRY_COMPARE(m_desk->link().state, LinkState::Online);
    QVERIFY(m_relay->calls.empty());
}

void tst_DeskWishes::whatIsKeptBackSurvivesARestart()
{
    const domain::ConversationId id = held();
    signInThoughtfully();
    QSignalSpy kept(m_desk.get(), &Desk::wishHeld);
    m_desk->resolve(handoffOf(id), {QStringLiteral("done"), {}});
    QTRY_COMPARE(kept.size(), 1);
    restartDesk();
    signIn();
    QVERIFY(m_desk->live().row(id)->resolving);
    m_clock.advance(std::chrono::seconds(5));
    pump();
    QTRY_VERIFY(!m_desk->live().row(id));
    QCOMPARE(called("handoff.resolve"), 1);
    QCOMPARE(handoff(id).resolutionNotes, QStringLiteral("done"));
}

void tst_DeskWishes::whatComesAfterWaits()
{
    const domain::ConversationId id = held();
    const domain::ConversationId other = held(QStringLiteral("Bob"));
    signInThoughtfully();
    QSignalSpy kept(m_desk.get(), &Desk::wishHeld);
    m_desk->snooze(handoffOf(id), 5);
    QTRY_COMPARE(kept.size(), 1);
    m_desk->send(id, QStringLiteral("after it"));
    m_desk->send(other, QStringLiteral("at once"));
    QTRY_COMPARE(called("message.send"), 1);
    QCOMPARE(m_relay->calls.back().second.at("content"), "at once");
    // Taken back, it holds nothing up any more.
    m_desk->takeBack(kept[0][0].value<HeldWish>().id);
    QTRY_COMPARE(called("message.send"), 2);
    QCOMPARE(called("handoff.snooze"), 0);
}

RELEVO_TEST(tst_DeskWishes)
#include "tst_desk_wishes.moc"
