#include "office.h"
#include "support/test_main.h"

#include <ui/conversation/conversation_page.h>
#include <ui/login/login_page.h>
#include <ui/queue/left_column.h>
#include <ui/shell/desk_page.h>
#include <ui/widgets/banner.h>
#include <ui/widgets/link_bar.h>

#include <QtTest/QtTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

using namespace relevo;
using namespace relevo::client;

/// What the windows are told of the desk's news, and the desk of the windows' wishes.
class tst_DeskController final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_office = std::make_unique<Office>(); }
    void cleanup() { m_office.reset(); }

    void withoutAKeychainTheSignInPageStays()
    {
        QSignalSpy rows(&m_office->desk, &Desk::firstRowsShown);
        QSignalSpy needed(&m_office->desk, &Desk::signInNeeded);
        m_office->start();
        QTRY_COMPARE(rows.size(), 1);
        QCOMPARE(needed.size(), 1); // before the rows
        QVERIFY(!m_office->window.isDeskShown());
        QVERIFY(m_office->window.login().isVisibleTo(&m_office->window));
    }

    void withATokenTheDeskIsShown()
    {
        signIn();
        QVERIFY(m_office->window.isDeskShown());
    }

    void fromASignedOutDeskOneCanSignIn()
    {
        m_office->window.showDesk();
        QCOMPARE(m_office->desk.link().state, LinkState::SignedOut);
        auto* action = m_office->window.findChild<QPushButton*>(QStringLiteral("linkAction"));
        QVERIFY(action->isVisibleTo(&m_office->window));
        action->click();
        QVERIFY(!m_office->window.isDeskShown());
    }

    void whenTheSessionEndsTheListsStay()
    {
        const domain::ConversationId id = waiting();
        signIn();
        endSession();
        QVERIFY(m_office->window.isDeskShown());
        QVERIFY(m_office->models.live.row(id));
        m_office->window.findChild<QPushButton*>(QStringLiteral("linkAction"))->click();
        QVERIFY(!m_office->window.isDeskShown());
    }

    void whoeverWasRemovedMaySignInAsSomebodyElse()
    {
        const domain::ConversationId id = waiting();
        signIn();
        m_office->relay.closeAll(4003);
        QTRY_COMPARE(m_office->desk.link().state, LinkState::Forbidden);
        // What customers wrote is not shown to them any longer, and they are told why.
        QVERIFY(m_office->models.live.row(id));
        QTRY_VERIFY(!m_office->window.isDeskShown());
        const QList<QLabel*> words = m_office->window.login().findChildren<QLabel*>();
        QVERIFY(std::any_of(words.begin(), words.end(), [](const QLabel* label) {
            return !label->isHidden() && label->text().contains(QStringLiteral("Ask your administrator"));
        }));
        QCOMPARE(m_office->window.windowTitle(), QStringLiteral("Relevo"));
        QTRY_VERIFY(m_office->tray.icon().toolTip().contains(QStringLiteral("nobody")));
    }

    void afterAnUpdateOneRestarts()
    {
        signIn();
        QSignalSpy restart(&m_office->sides, &ui::SideWindows::restartRequested);
        m_office->relay.closeAll(4010);
        QTRY_COMPARE(m_office->desk.link().state, LinkState::TooOld);
        m_office->window.findChild<QPushButton*>(QStringLiteral("linkAction"))->click();
        QCOMPARE(restart.size(), 1);
        QVERIFY(m_office->window.isDeskShown());
    }

    void theOpenConversationIsThereAfterSigningInAgain()
    {
        const domain::ConversationId id = waiting();
        signIn();
        m_office->window.desk().look(id);
        QTRY_VERIFY(m_office->models.messages.rowCount() > 0);
        endSession();
        m_office->relay.token = QStringLiteral("good");
        signIn();
        QCOMPARE(m_office->window.desk().current(), id);
        QTRY_VERIFY(m_office->models.messages.rowCount() > 0);
    }

    void aNewHandoffIsToldToWhoLooksElsewhere()
    {
        signIn();
        const domain::ConversationId id = waiting();
        m_office->relay.publish();
        QTRY_COMPARE(m_office->notifier.keys(), QStringList{handoffOf(id).toString()});
        QTRY_VERIFY(m_office->models.live.row(id));
        Q_EMIT m_office->notifier.opened(handoffOf(id).toString(), {});
        QCOMPARE(m_office->window.desk().current(), id);
    }

    void aNotificationIsShownAsItIs()
    {
        signIn();
        domain::Notification notification;
        notification.title = QStringLiteral("<b>A new order</b>");
        notification.body = QStringLiteral("12 & 3");
        notification.priority = domain::Priority::Urgent;
        QVERIFY(m_office->world.run({}, domain::PostNotification{notification}));
        m_office->relay.publish();
        QTRY_COMPARE(m_office->notifier.shown.size(), 1);
        const ui::Notice shown = m_office->notifier.shown[0];
        QCOMPARE(shown.title, notification.title);
        QCOMPARE(shown.body, notification.body);
        QVERIFY(shown.urgent);
        m_office->desk.signOut();
        QCOMPARE(m_office->notifier.withdrawn, QStringList{shown.key});
    }

    void aNotificationThatIsClickedIsRead()
    {
        signIn();
        domain::Notification notification;
        notification.title = QStringLiteral("A new order");
        QVERIFY(m_office->world.run({}, domain::PostNotification{notification}));
        notification.title = QStringLiteral("Another");
        QVERIFY(m_office->world.run({}, domain::PostNotification{notification}));
        m_office->relay.publish();
        QTRY_COMPARE(m_office->notifier.shown.size(), 2);
        QSignalSpy read(&m_office->desk, &Desk::notificationRead);
        for (int i = 0; i < 2; ++i) // some desktops leave it there
            Q_EMIT m_office->notifier.opened(m_office->notifier.shown[0].key, {});
        QTRY_COMPARE(read.size(), 1);
        QVERIFY(m_office->notifier.withdrawn.isEmpty());
        // The other one is read at another desktop of the same agent.
        const auto& posted = std::get<domain::Notification>(
            m_office->world.journal().at(m_office->world.journal().size() - 2).data);
        QCOMPARE(posted.title, notification.title);
        QVERIFY(m_office->world.run({}, domain::ReadNotification{{posted.id, m_office->world.agent(0).id}}));
        m_office->relay.publish();
        QTRY_COMPARE(m_office->notifier.withdrawn, QStringList{m_office->notifier.shown[1].key});
        QCOMPARE(m_office->relay.calls.back().first, "notification.read");
    }

    void aNotificationAboutAHandoffOpensIt()
    {
        signIn();
        const domain::ConversationId id = waiting();
        domain::Notification notification;
        notification.title = QStringLiteral("Look");
        notification.url = QStringLiteral("handoff://") + handoffOf(id).toString();
        QVERIFY(m_office->world.run({}, domain::PostNotification{notification}));
        m_office->relay.publish();
        QTRY_VERIFY(m_office->models.live.row(id));
        QTRY_COMPARE(m_office->notifier.shown.size(), 2);
        QCOMPARE(m_office->notifier.shown[1].key, handoffOf(id).toString());
        Q_EMIT m_office->notifier.opened(m_office->notifier.shown[1].key, {});
        QCOMPARE(m_office->window.desk().current(), id);
    }

    void whoLooksAtTheDeskIsNotToldOfAHandoff()
    {
        signIn();
        m_office->window.show();
        m_office->window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_office->window));
        QSignalSpy news(&m_office->desk, &Desk::newHandoff);
        (void)waiting();
        m_office->relay.publish();
        QTRY_COMPARE(news.size(), 1);
        QVERIFY(m_office->notifier.shown.isEmpty()); // it is in the list before their eyes
    }

    void anOfferRingsWhateverOneLooksAt()
    {
        signIn();
        m_office->window.show();
        m_office->window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_office->window));
        domain::Settings settings = m_office->world.live().settings;
        settings.routing = domain::Routing::RoundRobin;
        QVERIFY(m_office->world.run({}, domain::ChangeSettings{settings}));
        for (const int other : {1, 2})
            QVERIFY(m_office->world.run(
                {}, domain::SetAvailability{m_office->world.agent(other).id, domain::Availability::Away}));
        const domain::ConversationId id = waiting();
        m_office->relay.publish();
        const QString handoff = handoffOf(id).toString();
        QTRY_COMPARE(m_office->notifier.shown.size(), 1);
        QCOMPARE(m_office->notifier.shown.front().key, handoff);
        QVERIFY(m_office->notifier.shown.front().urgent);
        QVERIFY(m_office->world.run(id, domain::DeclineOffer{handoffOf(id), m_office->world.agent(0).id}));
        m_office->relay.publish();
        QTRY_VERIFY(m_office->notifier.withdrawn.contains(handoff));
    }

    void whatIsSettledIsWithdrawn()
    {
        signIn();
        const domain::ConversationId claimed = waiting();
        const domain::ConversationId closed = waiting();
        m_office->relay.publish();
        QTRY_COMPARE(m_office->notifier.shown.size(), 2);
        QTRY_VERIFY(m_office->models.live.row(closed));
        const QString first = handoffOf(claimed).toString();
        const QString second = handoffOf(closed).toString();
        QVERIFY(m_office->world.claim(claimed, 1));
        m_office->relay.publish();
        QTRY_COMPARE(m_office->notifier.withdrawn, QStringList{first});
        // Claimed and resolved within one batch: here it is only seen to leave.
        QVERIFY(m_office->world.claim(closed, 1));
        domain::ResolveHandoff resolve;
        resolve.handoffId = handoffOf(closed);
        resolve.agent = m_office->world.agent(1).id;
        QVERIFY(m_office->world.run(closed, resolve));
        m_office->relay.publish();
        QTRY_VERIFY(m_office->notifier.withdrawn.contains(second));
    }

    void signingOutWithdrawsEverything()
    {
        signIn();
        const domain::ConversationId id = waiting();
        m_office->relay.publish();
        QTRY_COMPARE(m_office->notifier.shown.size(), 1);
        m_office->desk.signOut();
        QVERIFY(m_office->notifier.withdrawn.contains(handoffOf(id).toString()));
    }

    void aHandoffNotYetHereOpensWhenItComes()
    {
        signIn();
        const domain::ConversationId id = waiting();
        m_office->controller.openHandoff(handoffOf(id));
        QVERIFY(m_office->window.desk().current().isNull());
        m_office->relay.publish();
        QTRY_COMPARE(m_office->window.desk().current(), id);
    }

    void signingOutForgetsWhatWasToBeOpened()
    {
        signIn();
        const domain::ConversationId id = waiting();
        m_office->controller.openHandoff(handoffOf(id));
        m_office->desk.signOut();
        signIn();
        QTRY_VERIFY(m_office->models.live.row(id));
        QVERIFY(m_office->window.desk().current().isNull());
    }

    void whoTypesAlreadyIsSeenWhenTheConversationIsOpened()
    {
        const domain::ConversationId id = waiting();
        signIn();
        QSignalSpy typing(&m_office->desk, &Desk::typing);
        m_office->relay.notify(
            "typing", {{"conversationId", id.text()}, {"author", "customer"}, {"name", "Ada"}, {"on", true}});
        QTRY_COMPARE(typing.size(), 1);
        m_office->window.desk().look(id);
        QVERIFY(label("typing")->text().contains(QStringLiteral("Ada")));
    }

    void whoElseLooksIsSeen()
    {
        const domain::ConversationId id = waiting();
        signIn();
        m_office->window.desk().look(id);
        const domain::Agent& other = m_office->world.agent(1);
        m_office->relay.notify(
            "viewers", {{"conversationId", id.text()},
                        {"viewers", {{{"id", other.id.text()}, {"name", protocol::utf8(other.name)}}}}});
        QTRY_VERIFY(label("conversationState")->text().contains(other.name));
        m_office->window.desk().look({});
        QVERIFY(!label("conversationState")->text().contains(other.name));
    }

    void refusalsAreToldInTheAgentsLanguage()
    {
        const domain::ConversationId id = waiting();
        signIn();
        m_office->relay.failWith = Error{
            ErrorCode::Conflict, QStringLiteral("The handoff is odd."), QStringLiteral("Raw words."), {}};
        claim(id);
        QVERIFY(!told().isEmpty());
        QVERIFY(!told().contains(QStringLiteral("odd")));
        QVERIFY(!told().contains(QStringLiteral("Raw")));
    }

    void whoWasFasterIsNamedUnlessItIsOneself()
    {
        const domain::ConversationId id = waiting();
        signIn();
        m_office->relay.failWith = claimedBy(1);
        claim(id);
        QVERIFY(told().contains(QStringLiteral("Agent 1")));
        // A claim of one's own that had won already, whose answer was lost.
        m_office->window.desk().conversation().banner().hide();
        m_office->relay.failWith = claimedBy(0);
        QSignalSpy won(&m_office->desk, &Desk::claimed);
        m_office->desk.claim(handoffOf(id));
        QTRY_COMPARE(won.size(), 1);
        QVERIFY(!m_office->window.desk().conversation().banner().isVisibleTo(&m_office->window));
        QCOMPARE(m_office->window.desk().current(), id);
    }

    void aLostClaimGoesOnToTheNextWhoWaits()
    {
        const domain::ConversationId lost = waiting();
        const domain::ConversationId next = waiting();
        signIn();
        m_office->window.desk().look(lost);
        m_office->relay.failWith = claimedBy(1);
        claim(lost);
        QVERIFY(told().contains(QStringLiteral("Agent 1")));
        QCOMPARE(m_office->window.desk().current(), next);
    }

    void manyAreClaimedAtOnceAndNoneIsGoneInto()
    {
        const QList<domain::ConversationId> all{waiting(), waiting()};
        const domain::ConversationId looked = waiting();
        signIn();
        m_office->window.desk().look(looked);
        QSignalSpy won(&m_office->desk, &Desk::claimed);
        Q_EMIT m_office->window.desk().left().bulkWished({ui::BulkAction::Claim, all, {}, {}, {}, 0});
        QTRY_COMPARE(won.size(), 2);
        QCOMPARE(m_office->window.desk().current(), looked);
        // What is refused of many is told with them, not above the conversation.
        m_office->relay.failWith = claimedBy(1);
        Q_EMIT m_office->window.desk().left().bulkWished({ui::BulkAction::Claim, {looked}, {}, {}, {}, 0});
        QSignalSpy failed(&m_office->desk, &Desk::commandFailed);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!m_office->window.desk().conversation().banner().isVisibleTo(&m_office->window));
        QCOMPARE(m_office->window.desk().current(), looked);
    }

    void afterAnAbsenceEveryHandoffIsToldOfUpToABound_data()
    {
        QTest::addColumn<int>("missed");
        QTest::addColumn<int>("notices");
        QTest::newRow("one") << 1 << 1;
        QTest::newRow("some") << 4 << 4;
        QTest::newRow("many") << 9 << 6; // five of them and one for the rest
    }

    void afterAnAbsenceEveryHandoffIsToldOfUpToABound()
    {
        QFETCH(int, missed);
        QFETCH(int, notices);
        signIn();
        m_office->relay.goAway();
        QTRY_VERIFY(m_office->desk.link().state != LinkState::Online);
        QSet<QString> handoffs;
        for (int i = 0; i < missed; ++i)
            handoffs.insert(handoffOf(waiting()).toString());
        m_office->relay.listenAgain();
        QTRY_COMPARE(m_office->notifier.shown.size(), notices);
        const QStringList keys = m_office->notifier.keys();
        const auto single = std::count_if(keys.cbegin(), keys.cend(),
                                          [&handoffs](const QString& key) { return handoffs.contains(key); });
        QCOMPARE(static_cast<int>(single), std::min(missed, 5));
    }

    void whatAnActionWantsReachesTheRelay()
    {
        const domain::ConversationId id = waiting();
        QVERIFY(m_office->world.claim(id, 0));
        signIn();
        m_office->window.desk().look(id);
        QAction& release = m_office->window.actions().action(ui::ActionId::Release);
        QTRY_VERIFY(release.isEnabled());
        release.trigger();
        QTRY_COMPARE(m_office->world.conversation(id)->handoff->status, domain::HandoffStatus::Pending);
        QTRY_VERIFY(!release.isEnabled());
        QTRY_VERIFY(m_office->window.actions().action(ui::ActionId::Claim).isEnabled());
    }

    void refusedWordsAreOfferedAsANote()
    {
        const domain::ConversationId id = waiting();
        QVERIFY(m_office->world.claim(id, 0));
        signIn();
        m_office->relay.failWith = Error{ErrorCode::Forbidden, QStringLiteral("No."), {}, {}};
        m_office->desk.transferToAgent(handoffOf(id), m_office->world.agent(1).id,
                                       QStringLiteral("knows it"));
        QTRY_VERIFY(m_office->window.findChild<QPlainTextEdit*>(QStringLiteral("noteWords")));
        QCOMPARE(m_office->window.findChild<QPlainTextEdit*>(QStringLiteral("noteWords"))->toPlainText(),
                 QStringLiteral("knows it"));
        QVERIFY(!told().isEmpty());
        m_office->relay.failWith.reset();
        m_office->window.findChild<QPushButton*>(QStringLiteral("confirmNote"))->click();
        QTRY_VERIFY(m_office->world.messages(id).back().note);
        QCOMPARE(m_office->world.messages(id).back().content, QStringLiteral("knows it"));
    }

    void whatIsKeptBackCanBeUndone()
    {
        const domain::ConversationId id = waiting();
        signIn();
        auto* bar = m_office->window.findChild<QWidget*>(QStringLiteral("undoBar"));
        const Timestamp now = SystemClock().now();
        const client::HeldWish wish{QUuid::createUuid(), Wish::Resolve, id, now,
                                    now + std::chrono::minutes(1)};
        Q_EMIT m_office->desk.wishHeld(wish);
        QVERIFY(bar->isVisibleTo(&m_office->window));
        m_office->window.actions().action(ui::ActionId::Undo).trigger();
        QVERIFY(!bar->isVisibleTo(&m_office->window));
        // The outbox knows nothing of it: that it has gone is said.
        QTRY_VERIFY(m_office->window.desk().conversation().banner().isVisibleTo(&m_office->window));
    }

    void aDiskThatFailsIsToldAboveTheDeskWhileItFails()
    {
        signIn();
        auto* standing = m_office->window.findChild<QWidget*>(QStringLiteral("standingBanner"));
        QVERIFY(!standing->isVisibleTo(&m_office->window));
        Q_EMIT m_office->desk.replicaTroubled({ErrorCode::Unavailable, QStringLiteral("disk full"), {}, {}});
        QVERIFY(m_office->window.isDeskShown());
        QVERIFY(standing->isVisibleTo(&m_office->window));
        QVERIFY(!standing->findChild<QLabel*>()->text().contains(QStringLiteral("disk full")));
        Q_EMIT m_office->desk.replicaMended();
        QVERIFY(!standing->isVisibleTo(&m_office->window));
        QVERIFY(m_office->window.isDeskShown());
    }

private:
    std::unique_ptr<Office> m_office;

    QLabel* label(const char* name) { return m_office->window.findChild<QLabel*>(QString::fromLatin1(name)); }

    QString told()
    {
        const ui::Banner& banner = m_office->window.desk().conversation().banner();
        return banner.findChild<QLabel*>(QStringLiteral("bannerText"))->text();
    }

    void signIn()
    {
        m_office->secrets.token = m_office->relay.token;
        m_office->start();
        QTRY_COMPARE(m_office->desk.link().state, LinkState::Online);
        QTRY_COMPARE(m_office->desk.live().seq(), m_office->world.seq());
        QTRY_VERIFY(m_office->window.isDeskShown());
    }

    void endSession()
    {
        m_office->relay.token = QStringLiteral("another");
        m_office->relay.closeAll(4001);
        QTRY_COMPARE(m_office->desk.link().state, LinkState::Refused);
    }

    domain::ConversationId waiting()
    {
        return m_office->world.customer(QStringLiteral("Ada"), QStringLiteral("Hello"), true);
    }

    domain::HandoffId handoffOf(const domain::ConversationId& id)
    {
        return m_office->world.conversation(id)->handoff->id;
    }

    Error claimedBy(int agent)
    {
        const domain::Agent& holder = m_office->world.agent(agent);
        return {ErrorCode::AlreadyClaimed,
                holder.name + QStringLiteral(" has already claimed it."),
                {},
                {{QStringLiteral("holderId"), holder.id.toString()},
                 {QStringLiteral("holderName"), holder.name}}};
    }

    void claim(const domain::ConversationId& id)
    {
        QSignalSpy failed(&m_office->desk, &Desk::commandFailed);
        m_office->desk.claim(handoffOf(id));
        QTRY_COMPARE(failed.size(), 1);
    }
};

RELEVO_TEST(tst_DeskController)
#include "tst_deskcontroller.moc"
