#include "desk_test.h"
#include "support/test_main.h"

using namespace relevo;
using namespace relevo::client;

/// What an agent does at the desk, and what becomes of it when the link breaks.
class tst_Desk final : public DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatTheRelayHas();
    void followsEvents();
    void restartShowsTheLastKnownQueue();
    void withoutATokenAsksToSignIn();
    void aRefusedTokenIsForgotten();
    void claimsOnceAndTells();
    void aLostClaimSaysWhoWon();
    void onesOwnClaimIsNoLostOne();
    void aClaimWhoseAnswerIsLostHasWon();
    void aClaimOffLineIsNotKept();
    void sendsAndShowsOneBubble();
    void aLostAnswerMakesNoSecondMessage();
    void whatWaitsSurvivesARestart();
    void ordersStay();
    void theEventBeforeTheAnswerHoldsNothingUp();
    void staleControlGivesTheTextBack();
    void tooLongATextComesBack();
    void resolves();
};

void tst_Desk::showsWhatTheRelayHas()
{
    for (int i = 0; i < 200; ++i)
        m_world->step();
    QSignalSpy shown(m_desk.get(), &Desk::firstRowsShown);
    QSignalSpy in(m_desk.get(), &Desk::signedIn);
    signIn();
    QCOMPARE(in.size(), 1);
    QCOMPARE(shown.size(), 1);
    const LiveView& live = m_desk->live();
    QCOMPARE(live.rows().size(), static_cast<qsizetype>(m_world->live().conversations.size()));
    for (const auto& [id, state] : m_world->live().conversations) {
        QVERIFY(live.row(id));
        QCOMPARE(live.row(id)->lastSeq, state.lastMessage ? state.lastMessage->seq : 0);
    }
    QCOMPARE(live.agents().size(), m_world->live().agents.size());
    QCOMPARE(live.project().name, QStringLiteral("Garden shop"));
    QCOMPARE(live.me().name, QStringLiteral("Agent 0"));
    hashesMatch();
}

void tst_Desk::followsEvents()
{
    signIn();
    for (int i = 0; i < 300; ++i) {
        m_world->step();
        if (i % 7 == 0)
            m_relay->publish();
    }
    m_relay->publish();
    hashesMatch();
}

void tst_Desk::restartShowsTheLastKnownQueue()
{
    const domain::ConversationId id = m_world->customer(QStringLiteral("Ada"), QStringLiteral("Hello"), true);
    signIn();
    m_relay->goAway();
    restartDesk();
    m_desk->resume(QStringLiteral("default"));
    QTRY_VERIFY(m_desk->live().row(id));
    QVERIFY(isWaiting(*m_desk->live().row(id)));
    QVERIFY(m_desk->link().state != LinkState::Online);
    QCOMPARE(m_desk->live().me().name, QStringLiteral("Agent 0"));
    m_world->write(id, QStringLiteral("Anybody?"));
    m_relay->listenAgain();
    QTRY_COMPARE(m_desk->link().state, LinkState::Online);
    QTRY_COMPARE(m_desk->live().row(id)->lastLine, QStringLiteral("Anybody?"));
    QVERIFY(m_relay->lastModes.contains("resume"));
}

void tst_Desk::withoutATokenAsksToSignIn()
{
    QSignalSpy needed(m_desk.get(), &Desk::signInNeeded);
    m_desk->resume(QStringLiteral("nobody"));
    QTRY_COMPARE(needed.size(), 1);
    m_secrets->remove(secretKey(profile()), this, [](const Result<void>&) {});
    m_desk->resume(QStringLiteral("default"));
    QTRY_COMPARE(needed.size(), 2);
    QCOMPARE(m_desk->profile().email, QStringLiteral("agent0@example.com")); // fills the form
    QCOMPARE(m_desk->link().state, LinkState::SignedOut);
    QSignalSpy failed(m_desk.get(), &Desk::signInFailed);
    m_desk->signIn(QStringLiteral("not an address"), {QStringLiteral("a"), QStringLiteral("b"), {}});
    QTRY_COMPARE(failed.size(), 1);
    // A WebSocket server is no relay's HTTP door.
    m_desk->signIn(m_relay->url().toString(), {QStringLiteral("a"), QStringLiteral("b"), {}});
    QTRY_COMPARE(failed.size(), 2);
}

void tst_Desk::aRefusedTokenIsForgotten()
{
    m_relay->token = QStringLiteral("another");
    QSignalSpy needed(m_desk.get(), &Desk::signInNeeded);
    m_desk->resume(QStringLiteral("default"));
    QTRY_COMPARE(m_desk->link().state, LinkState::Refused);
    QTRY_COMPARE(needed.size(), 1);
    std::optional<Result<QString>> kept;
    m_secrets->read(secretKey(profile()), this, [&kept](const Result<QString>& token) { kept = token; });
    QTRY_VERIFY(kept);
    QVERIFY(!*kept);
}

void tst_Desk::claimsOnceAndTells()
{
    const domain::ConversationId id = m_world->customer(QStringLiteral("Ada"), QStringLiteral("Hello"), true);
    signIn();
    QSignalSpy claimed(m_desk.get(), &Desk::claimed);
    const domain::HandoffId handoff = m_desk->live().row(id)->handoffId;
    m_desk->claim(handoff);
    QTRY_COMPARE(claimed.size(), 1);
    QCOMPARE(claimed[0][0].value<domain::HandoffId>(), handoff);
    QCOMPARE(claimed[0][1].value<domain::ConversationId>(), id);
    QTRY_VERIFY(isHeldBy(*m_desk->live().row(id), m_desk->live().me().id));
}

void tst_Desk::aLostClaimSaysWhoWon()
{
    const domain::ConversationId id = m_world->customer(QStringLiteral("Ada"), QStringLiteral("Hello"), true);
    signIn();
    QVERIFY(m_world->claim(id, 1)); // not yet heard here
    QSignalSpy failed(m_desk.get(), &Desk::commandFailed);
    m_desk->claim(m_desk->live().row(id)->handoffId);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].value<Wish>(), Wish::Claim);
    QCOMPARE(failed[0][1].value<domain::ConversationId>(), id);
    const auto error = failed[0][2].value<Error>();
    QCOMPARE(error.code, ErrorCode::AlreadyClaimed);
    QCOMPARE(error.context.at(QStringLiteral("holderName")), QStringLiteral("Agent 1"));
    QTRY_COMPARE(m_desk->live().row(id)->assignedTo, QStringLiteral("Agent 1"));
}

void tst_Desk::onesOwnClaimIsNoLostOne()
{
    const domain::ConversationId id = m_world->customer(QStringLiteral("Ada"), QStringLiteral("Hello"), true);
    signIn();
    QVERIFY(m_world->claim(id, 0)); // with another desk of one's own, and not yet heard here
    QSignalSpy failed(m_desk.get(), &Desk::commandFailed);
    QSignalSpy claimed(m_desk.get(), &Desk::claimed);
    m_desk->claim(m_desk->live().row(id)->handoffId);
    QTRY_COMPARE(claimed.size(), 1);
    QCOMPARE(claimed[0][1].value<domain::ConversationId>(), id);
    QCOMPARE(failed.size(), 0);
}

void tst_Desk::aClaimWhoseAnswerIsLostHasWon()
{
    const domain::ConversationId id = m_world->customer(QStringLiteral("Ada"), QStringLiteral("Hello"), true);
    signIn();
    QSignalSpy failed(m_desk.get(), &Desk::commandFailed);
    QSignalSpy claimed(m_desk.get(), &Desk::claimed);
    // The relay is back when a claim is too old to be made again.
    bool late = false;
    connect(m_desk.get(), &Desk::linkStateChanged, this, [this, &late](const LinkInfo& info) {
        if (info.state == LinkState::WaitingToRetry && !std::exchange(late, true))
            m_clock.advance(std::chrono::minutes(1));
    });
    m_relay->loseAnswers = 1;
    m_desk->claim(m_desk->live().row(id)->handoffId);
    QTRY_COMPARE(claimed.size() + failed.size(), 1);
    QVERIFY(late);
    QCOMPARE(claimed.size(), 1);
    QTRY_VERIFY(isHeldBy(*m_desk->live().row(id), m_desk->live().me().id));
    QCOMPARE(m_relay->calls.size(), 1U);
}

void tst_Desk::aClaimOffLineIsNotKept()
{
    const domain::ConversationId id = m_world->customer(QStringLiteral("Ada"), QStringLiteral("Hello"), true);
    signIn();
    m_relay->goAway();
    QTRY_VERIFY(m_desk->link().state != LinkState::Online);
    QSignalSpy failed(m_desk.get(), &Desk::commandFailed);
    m_desk->claim(m_desk->live().row(id)->handoffId);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][2].value<Error>().code, ErrorCode::Unavailable);
    m_relay->listenAgain();
    QTRY_COMPARE(m_desk->link().state, LinkState::Online);
    QVERIFY(m_relay->calls.empty());
}

void tst_Desk::sendsAndShowsOneBubble()
{
    const domain::ConversationId id = held();
    signIn();
    Transcript* transcript = m_desk->openConversation(id);
    QTRY_VERIFY(transcript->isLoaded());
    const std::size_t before = transcript->messages().size();
    // However the answer and the event come, the text is there exactly once from the first moment on.
    int most = 0;
    int least = 2;
    const auto count = [&] {
        int shown = 0;
        for (const domain::Message& message : transcript->messages())
            shown += message.content == QLatin1String("Hi Ada");
        for (const domain::Message& message : transcript->waiting())
            shown += message.content == QLatin1String("Hi Ada");
        most = std::max(most, shown);
        if (most > 0)
            least = std::min(least, shown);
    };
    connect(transcript, &Transcript::changed, this, count);
    connect(transcript, &Transcript::stateChanged, this, count);
    m_desk->send(id, QStringLiteral("Hi Ada"));
    QTRY_COMPARE(transcript->messages().size(), before + 1);
    QTRY_VERIFY(transcript->waiting().empty());
    QCOMPARE(most, 1);
    QCOMPARE(least, 1);
    QCOMPARE(transcript->messages().back().content, QStringLiteral("Hi Ada"));
    QTRY_COMPARE(m_desk->live().row(id)->unsent, 0);
}

void tst_Desk::aLostAnswerMakesNoSecondMessage()
{
    const domain::ConversationId id = held();
    signIn();
    Transcript* transcript = m_desk->openConversation(id);
    QTRY_VERIFY(transcript->isLoaded());
    const std::size_t before = transcript->messages().size();
    m_relay->loseAnswers = 3;
    m_desk->send(id, QStringLiteral("Only once"));
    QTRY_COMPARE(m_desk->link().state, LinkState::Online);
    QTRY_COMPARE(transcript->messages().size(), before + 1);
    QTRY_VERIFY(transcript->waiting().empty());
    QTRY_COMPARE(m_desk->link().state, LinkState::Online);
    std::set<std::string> commandIds;
    for (const auto& [method, params] : m_relay->calls) {
        if (method == "message.send")
            commandIds.insert(params["commandId"].get<std::string>());
    }
    QCOMPARE(commandIds.size(), 1U);
    int sent = 0;
    for (const domain::Message& message : m_world->messages(id))
        sent += message.content == QLatin1String("Only once");
    QCOMPARE(sent, 1);
}

void tst_Desk::whatWaitsSurvivesARestart()
{
    const domain::ConversationId id = held();
    signIn();
    m_relay->goAway();
    QTRY_VERIFY(m_desk->link().state != LinkState::Online);
    Transcript* transcript = m_desk->openConversation(id);
    QTRY_VERIFY(transcript->isLoaded());
    m_desk->send(id, QStringLiteral("from the train"));
    QTRY_COMPARE(transcript->waiting().size(), 1U);
    QTRY_COMPARE(m_desk->live().row(id)->unsent, 1);
    restartDesk();
    m_desk->resume(QStringLiteral("default"));
    QTRY_VERIFY(m_desk->live().row(id));
    QCOMPARE(m_desk->live().row(id)->unsent, 1);
    transcript = m_desk->openConversation(id);
    QTRY_COMPARE(transcript->waiting().size(), 1U);
    QCOMPARE(transcript->waiting()[0].content, QStringLiteral("from the train"));
    m_relay->listenAgain();
    QTRY_VERIFY(transcript->waiting().empty());
    QTRY_COMPARE(lastWord(*transcript), QStringLiteral("from the train"));
    QTRY_COMPARE(m_desk->live().row(id)->unsent, 0);
}

void tst_Desk::ordersStay()
{
    const domain::ConversationId one = held();
    const domain::ConversationId two = held(QStringLiteral("Bob"));
    signIn();
    m_relay->goAway();
    QTRY_VERIFY(m_desk->link().state != LinkState::Online);
    for (int i = 0; i < 30; ++i)
        m_desk->send(i % 2 ? one : two, QString::number(i));
    m_desk->resolve(m_desk->live().row(one)->handoffId, Resolution{QStringLiteral("done"), {}});
    QTRY_VERIFY(m_desk->live().row(one)->resolving);
    m_relay->loseAnswers = 5;
    m_relay->listenAgain();
    QTRY_VERIFY(!m_desk->live().row(one)); // resolved after the last message
    for (const domain::ConversationId& id : {one, two}) {
        QStringList sent;
        QTRY_VERIFY(!m_desk->live().row(id) || m_desk->live().row(id)->unsent == 0);
        for (const domain::Message& message : m_world->messages(id)) {
            if (message.author == domain::Author::Agent)
                sent.push_back(message.content);
        }
        QCOMPARE(sent.size(), 15);
        for (int i = 0; i < 15; ++i)
            QCOMPARE(sent[i].toInt(), 2 * i + (id == one ? 1 : 0));
    }
}

void tst_Desk::theEventBeforeTheAnswerHoldsNothingUp()
{
    const domain::ConversationId id = held();
    signIn();
    m_relay->holdAnswers = true;
    m_desk->send(id, QStringLiteral("one"));
    m_desk->send(id, QStringLiteral("two"));
    m_desk->resolve(m_desk->live().row(id)->handoffId, Resolution{});
    QTRY_COMPARE(m_relay->calls.size(), 3U);
    QTRY_VERIFY(!m_desk->live().row(id));
    QCOMPARE(m_relay->calls[0].second["content"], "one");
    QCOMPARE(m_relay->calls[1].second["content"], "two");
    QCOMPARE(m_relay->calls[2].first, "handoff.resolve");
    m_relay->answerHeld();
    hashesMatch();
}

void tst_Desk::staleControlGivesTheTextBack()
{
    const domain::ConversationId id = held();
    signIn();
    Transcript* transcript = m_desk->openConversation(id);
    QTRY_VERIFY(transcript->isLoaded());
    domain::ResolveHandoff resolve;
    resolve.handoffId = m_world->conversation(id)->handoff->id;
    resolve.mayResolveOthers = true;
    resolve.handBackToBot = true;
    QVERIFY(m_world->run(id, resolve)); // a supervisor, and not yet heard here
    QSignalSpy returned(m_desk.get(), &Desk::draftReturned);
    QSignalSpy failed(m_desk.get(), &Desk::commandFailed);
    m_desk->send(id, QStringLiteral("too late"));
    QTRY_COMPARE(returned.size(), 1);
    QCOMPARE(returned[0][0].value<domain::ConversationId>(), id);
    QCOMPARE(returned[0][1].toString(), QStringLiteral("too late"));
    QVERIFY(!returned[0][2].toString().isEmpty());
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed[0][2].value<Error>().code, ErrorCode::StaleControl);
    QTRY_VERIFY(transcript->waiting().empty());
    m_relay->publish();
    hashesMatch();
}

void tst_Desk::tooLongATextComesBack()
{
    const domain::ConversationId id = held();
    signIn();
    QSignalSpy returned(m_desk.get(), &Desk::draftReturned);
    const QString text(40'000, QLatin1Char('a'));
    m_desk->send(id, text);
    QTRY_COMPARE(returned.size(), 1);
    QCOMPARE(returned[0][1].toString(), text);
    QVERIFY(m_relay->calls.empty());
}

void tst_Desk::resolves()
{
    const domain::ConversationId id = held();
    signIn();
    Transcript* transcript = m_desk->openConversation(id);
    QTRY_VERIFY(transcript->isLoaded());
    m_desk->resolve(m_desk->live().row(id)->handoffId, Resolution{QStringLiteral("all well"), {}});
    QTRY_VERIFY(!m_desk->live().row(id));
    QTRY_COMPARE(transcript->state()->conversation.status, domain::ConversationStatus::Closed);
    QCOMPARE(transcript->state()->handoff->resolutionNotes, QStringLiteral("all well"));
    // It can still be read, and the customer's next word opens it again.
    m_desk->closeConversation(id);
    transcript = m_desk->openConversation(id);
    QTRY_VERIFY(transcript->isLoaded());
    QCOMPARE(transcript->messages().size(), m_world->messages(id).size());
    m_world->write(id, QStringLiteral("one more thing"));
    m_relay->publish();
    QTRY_VERIFY(m_desk->live().row(id));
    QTRY_COMPARE(lastWord(*transcript), QStringLiteral("one more thing"));
}

RELEVO_TEST(tst_Desk)
#include "tst_desk.moc"
