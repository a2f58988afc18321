#include "office.h"
#include "support/test_main.h"

#include <ui/shell/desk_page.h>
#include <ui/shell/main_window.h>

#include <QtTest/QtTest>
#include <QtWidgets/QLabel>

using namespace relevo;
using namespace relevo::client;

/// Notices with buttons: what an agent who looks elsewhere is told, and what their answer brings about.
class tst_NoticeAnswers final : public OfficeTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    void theButtonOfANoticeTakesOver()
    {
        signIn();
        const domain::ConversationId id = waiting();
        m_office->relay.publish();
        QTRY_COMPARE(m_office->notifier.shown.size(), 1);
        QVERIFY(m_office->notifier.shown[0].actions.contains(ui::NoticeAction::TakeOver));
        QTRY_VERIFY(m_office->models.live.row(id));
        Q_EMIT m_office->notifier.acted(handoffOf(id).toString(), ui::NoticeAction::TakeOver, {});
        QTRY_VERIFY(m_office->world.conversation(id)->handoff->assignedTo);
        QCOMPARE(m_office->window.desk().current(), id);
        // Too late: it is shown, and nobody tries to take it from who has it.
        const auto claims = [this] {
            const auto& calls = m_office->relay.calls;
            return std::count_if(calls.cbegin(), calls.cend(),
                                 [](const auto& call) { return call.first == "handoff.claim"; });
        };
        QTRY_VERIFY(!client::isWaiting(*m_office->models.live.row(id)));
        Q_EMIT m_office->notifier.acted(handoffOf(id).toString(), ui::NoticeAction::TakeOver, {});
        QCOMPARE(claims(), 1);
    }

    void whatIsPutOffComesAgainWhileItHolds()
    {
        signIn();
        m_office->controller.notices().setRemindAfter([] { return milliseconds(1); });
        const domain::ConversationId id = waiting();
        m_office->relay.publish();
        QTRY_COMPARE(m_office->notifier.shown.size(), 1);
        const QString key = handoffOf(id).toString();
        Q_EMIT m_office->notifier.acted(key, ui::NoticeAction::Snooze, {});
        QCOMPARE(m_office->notifier.withdrawn, QStringList{key});
        QTRY_COMPARE(m_office->notifier.keys(), QStringList({key, key}));
        QVERIFY(m_office->window.desk().current().isNull());
        // Taken meanwhile by somebody else: nothing comes.
        m_office->controller.notices().setRemindAfter([] { return milliseconds(60'000); });
        Q_EMIT m_office->notifier.acted(key, ui::NoticeAction::Snooze, {});
        QVERIFY(m_office->world.claim(id, 1));
        m_office->relay.publish();
        QTRY_VERIFY(!client::isWaiting(*m_office->models.live.row(id)));
        m_office->controller.notices().setRemindAfter([] { return milliseconds(1); });
        m_office->controller.notices().remindLater(key);
        QTRY_COMPARE(m_office->desk.live().seq(), m_office->world.seq());
        QCOMPARE(m_office->notifier.shown.size(), 2);
    }

    void manyAtOnceBecomeOneNotice()
    {
        signIn();
        for (int i = 0; i < 9; ++i)
            (void)waiting();
        m_office->relay.publish();
        QTRY_COMPARE(m_office->notifier.shown.size(), 9);
        const QStringList keys = m_office->notifier.keys();
        QCOMPARE(QSet<QString>(keys.begin(), keys.end()).size(), 6);
        QCOMPARE(keys.back(), ui::DeskNotices::queueKey());
        QVERIFY(m_office->notifier.shown.back().title.contains(QStringLiteral("4")));
        QVERIFY(m_office->notifier.shown.back().urgent); // as those behind it
    }

    void whatSomebodyGivesMeIsTold()
    {
        const domain::ConversationId id = waiting();
        QVERIFY(m_office->world.claim(id, 1));
        signIn();
        domain::TransferHandoff command;
        command.handoffId = handoffOf(id);
        command.by = {m_office->world.agent(1).id, m_office->world.agent(1).name};
        command.to = m_office->world.agent(0).id;
        command.note = QStringLiteral("She wants a call back.");
        QVERIFY(m_office->world.run(id, command));
        m_office->relay.publish();
        QTRY_COMPARE(m_office->notifier.shown.size(), 1);
        const ui::Notice told = m_office->notifier.shown[0];
        QVERIFY(told.kind == ui::NoticeKind::Transferred);
        QVERIFY(told.title.contains(QStringLiteral("Ada")));
        QCOMPARE(told.body, command.note);
        QVERIFY(told.actions.contains(ui::NoticeAction::Reply));
        QTRY_VERIFY(client::isHeldBy(*m_office->models.live.row(id), m_office->world.agent(0).id));
        Q_EMIT m_office->notifier.acted(told.key, ui::NoticeAction::Reply, {});
        QCOMPARE(m_office->window.desk().current(), id);
        // It stands above the messages until the customer has been answered.
        auto* bar = m_office->window.findChild<QWidget*>(QStringLiteral("handoverBar"));
        QTRY_VERIFY(!bar->isHidden());
        QCOMPARE(bar->findChild<QLabel*>(QStringLiteral("handoverNote"))->text(), command.note);
        QVERIFY(m_office->world.reply(id, 0, QStringLiteral("I call you at once.")));
        m_office->relay.publish();
        QTRY_VERIFY(bar->isHidden());
    }

    void behindALockedScreenNobodyLooks()
    {
        signIn();
        ui::MainWindow& window = m_office->window;
        bool seen = true;
        window.setScreenSeen([&seen] { return seen; });
        window.show();
        window.activateWindow();
        QTRY_VERIFY(window.isLookedAt());
        const domain::ConversationId first = waiting();
        m_office->relay.publish();
        QTRY_VERIFY(m_office->models.live.row(first));
        QVERIFY(m_office->notifier.shown.isEmpty()); // it is in the list before their eyes
        seen = false;
        QVERIFY(window.isActiveWindow() && !window.isLookedAt());
        const domain::ConversationId second = waiting();
        m_office->relay.publish();
        QTRY_COMPARE(m_office->notifier.keys(), QStringList{handoffOf(second).toString()});
        seen = true;
        window.setWindowState(Qt::WindowMinimized);
        QTRY_VERIFY(!window.isLookedAt());
        window.setScreenSeen({});
    }

    void aNotificationThatIsPutAwayIsRead()
    {
        signIn();
        domain::Notification notification;
        notification.title = QStringLiteral("A new order");
        QVERIFY(m_office->world.run({}, domain::PostNotification{notification}));
        m_office->relay.publish();
        QTRY_COMPARE(m_office->notifier.shown.size(), 1);
        QSignalSpy read(&m_office->desk, &Desk::notificationRead);
        Q_EMIT m_office->notifier.dismissed(m_office->notifier.shown[0].key);
        QTRY_COMPARE(read.size(), 1);
    }

    void whoPutsAWaitingCustomerAwayPassesThemOn()
    {
        signIn();
        const domain::ConversationId id = waiting();
        m_office->relay.publish();
        QTRY_COMPARE(m_office->notifier.shown.size(), 1);
        Q_EMIT m_office->notifier.dismissed(m_office->notifier.shown[0].key);
        QTRY_COMPARE(m_office->world.conversation(id)->handoff->passedBy.size(), std::size_t{1});
        QCOMPARE(m_office->world.conversation(id)->handoff->passedBy[0].agent, m_office->world.agent(0).id);
        QVERIFY(m_office->window.desk().current().isNull());
        // Everybody is told because nobody is left, but not who has just said so.
        m_office->relay.publish();
        QTRY_COMPARE(m_office->desk.live().seq(), m_office->world.seq());
        QVERIFY(client::isWaiting(*m_office->models.live.row(id)));
        const auto asked = [](const ui::Notice& notice) {
            return notice.kind == ui::NoticeKind::NewHandoff;
        };
        QCOMPARE(std::count_if(m_office->notifier.shown.cbegin(), m_office->notifier.shown.cend(), asked), 1);
    }

    void whatIsAlreadyOfMineIsNotPassedOnByPuttingItsNoticeAway()
    {
        signIn();
        const domain::ConversationId id = waiting();
        QVERIFY(m_office->world.claim(id, 0));
        m_office->relay.publish();
        QTRY_VERIFY(m_office->models.live.row(id));
        QVERIFY(client::isHeldBy(*m_office->models.live.row(id), m_office->world.agent(0).id));
        m_office->controller.notices().customerWrote(id, QStringLiteral("Hello?"));
        QTRY_VERIFY(!m_office->notifier.shown.empty());
        m_office->relay.calls.clear();
        Q_EMIT m_office->notifier.dismissed(m_office->notifier.shown.back().key);
        m_office->desk.setAvailability(domain::Availability::Busy);
        const auto called = [this](const QByteArray& method) {
            const auto& calls = m_office->relay.calls;
            return std::any_of(calls.cbegin(), calls.cend(), [&method](const auto& call) {
                return call.first == std::string_view(method.constData());
            });
        };
        QTRY_VERIFY(called("availability.set"));
        QVERIFY(!called("handoff.decline"));
    }

private:
    domain::ConversationId waiting()
    {
        return m_office->world.customer(QStringLiteral("Ada"), QStringLiteral("Hello"), true);
    }

    domain::HandoffId handoffOf(const domain::ConversationId& id)
    {
        return m_office->world.conversation(id)->handoff->id;
    }
};

RELEVO_TEST(tst_NoticeAnswers)
#include "tst_noticeanswers.moc"
