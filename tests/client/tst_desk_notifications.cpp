#include "desk_test.h"
#include "support/test_main.h"

using namespace relevo;
using namespace relevo::client;

/// What else an agent is told: watched, missed, and read.
class tst_DeskNotifications final : public DeskTest
{
    Q_OBJECT

private:
    domain::NotificationId post(const QString& title, const domain::AgentId& to = {},
                                std::optional<Timestamp> expires = {});
    void comeBackBySnapshot();

private Q_SLOTS:
    void tellsOfThem();
    void tellsOfThoseASnapshotStandsFor();
    void missedOnesAreAskedForUntilTheyCome();
    void theyExpireByTheRelaysClock();
    void marksThemAsRead();
};

domain::NotificationId tst_DeskNotifications::post(const QString& title, const domain::AgentId& to,
                                                   std::optional<Timestamp> expires)
{
    domain::Notification notification;
    notification.title = title;
    notification.expiresAt = expires;
    if (!to.isNull()) {
        notification.audience = domain::Audience::Named;
        notification.agents = {to};
    }
    const auto events = m_world->run({}, domain::PostNotification{notification});
    return std::get<domain::Notification>(events->front().data).id;
}

void tst_DeskNotifications::comeBackBySnapshot()
{
    m_relay->resumeLimit = 0;
    m_relay->listenAgain();
    QTRY_COMPARE(m_desk->link().state, LinkState::Online);
}

void tst_DeskNotifications::tellsOfThem()
{
    signIn();
    QSignalSpy told(m_desk.get(), &Desk::notified);
    post(QStringLiteral("watched"));
    post(QStringLiteral("not mine"), m_world->agent(1).id);
    // The desk shows how far it is with the next thing that it shows.
    m_world->customer(QStringLiteral("Ada"), QStringLiteral("hello"));
    m_relay->publish();
    QTRY_COMPARE(m_desk->live().seq(), m_world->seq());
    QCOMPARE(told.size(), 1);
    QCOMPARE(told[0][0].value<domain::Notification>().title, QStringLiteral("watched"));

    told.clear();
    m_relay->goAway();
    QTRY_VERIFY(m_desk->link().state != LinkState::Online);
    post(QStringLiteral("missed"), m_desk->live().me().id);
    post(QStringLiteral("over"), {}, m_world->clock.now());
    const domain::NotificationId read = post(QStringLiteral("read elsewhere"));
    QVERIFY(m_world->run({}, domain::ReadNotification{{read, m_desk->live().me().id}}));
    m_relay->listenAgain();
    QTRY_COMPARE(m_desk->link().state, LinkState::Online);
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(told[0][0].value<domain::Notification>().title, QStringLiteral("missed"));
}

void tst_DeskNotifications::tellsOfThoseASnapshotStandsFor()
{
    signIn();
    QSignalSpy told(m_desk.get(), &Desk::notified);
    post(QStringLiteral("watched, and not read"));
    m_relay->publish();
    QTRY_COMPARE(told.size(), 1);
    told.clear();
    m_relay->goAway();
    QTRY_VERIFY(m_desk->link().state != LinkState::Online);
    for (int i = 0; i < 25; ++i)
        post(QString::number(i));
    post(QStringLiteral("not mine"), m_world->agent(1).id);
    post(QStringLiteral("over"), {}, m_world->clock.now());
    const domain::NotificationId read = post(QStringLiteral("read elsewhere"));
    QVERIFY(m_world->run({}, domain::ReadNotification{{read, m_desk->live().me().id}}));
    comeBackBySnapshot();
    post(QStringLiteral("live"));
    m_relay->publish();
    QTRY_COMPARE(told.size(), 21);
    QStringList titles;
    for (const QList<QVariant>& one : told)
        titles.push_back(one[0].value<domain::Notification>().title);
    // The newest twenty, in their order; beside them the one that came by itself.
    QCOMPARE(titles.count(QStringLiteral("live")), 1);
    titles.removeOne(QStringLiteral("live"));
    QCOMPARE(titles.front(), QStringLiteral("5"));
    QCOMPARE(titles.back(), QStringLiteral("24"));
    // Another time nothing was missed.
    told.clear();
    m_relay->goAway();
    QTRY_VERIFY(m_desk->link().state != LinkState::Online);
    (void)m_world->customer(QStringLiteral("Ada"), QStringLiteral("hello"));
    comeBackBySnapshot();
    QTRY_COMPARE(m_relay->notificationLists, 3);
    (void)held(); // what is told comes in order: when this is here, all is
    QTRY_COMPARE(m_desk->live().seq(), m_world->seq());
    QVERIFY(told.isEmpty());
}

void tst_DeskNotifications::missedOnesAreAskedForUntilTheyCome()
{
    signIn();
    QTRY_COMPARE(m_relay->notificationLists, 1);
    QSignalSpy told(m_desk.get(), &Desk::notified);
    m_relay->goAway();
    QTRY_VERIFY(m_desk->link().state != LinkState::Online);
    post(QStringLiteral("missed"));
    m_relay->hangUpAtNotifications = true;
    comeBackBySnapshot();
    QTRY_VERIFY(!m_relay->hangUpAtNotifications);
    m_relay->resumeLimit = 100'000; // the next connection goes on where the snapshot was
    QTRY_COMPARE(told.size(), 1);
    QTRY_COMPARE(m_desk->link().state, LinkState::Online);
    QCOMPARE(m_relay->notificationLists, 3);
}

void tst_DeskNotifications::theyExpireByTheRelaysClock()
{
    m_clock.advance(std::chrono::hours(2)); // this computer's is wrong
    signIn();
    QSignalSpy told(m_desk.get(), &Desk::notified);
    m_relay->goAway();
    QTRY_VERIFY(m_desk->link().state != LinkState::Online);
    const Timestamp now = m_world->clock.now();
    post(QStringLiteral("still worth it"), {}, now + std::chrono::hours(1));
    post(QStringLiteral("over"), {}, now - std::chrono::minutes(1));
    m_relay->listenAgain();
    QTRY_COMPARE(m_desk->link().state, LinkState::Online);
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(told[0][0].value<domain::Notification>().title, QStringLiteral("still worth it"));
}

void tst_DeskNotifications::marksThemAsRead()
{
    signIn();
    QSignalSpy told(m_desk.get(), &Desk::notified);
    QSignalSpy read(m_desk.get(), &Desk::notificationRead);
    QSignalSpy failed(m_desk.get(), &Desk::commandFailed);
    const domain::NotificationId id = post(QStringLiteral("read me"));
    const domain::NotificationId other = post(QStringLiteral("theirs"));
    m_relay->publish();
    QTRY_COMPARE(told.size(), 2);
    // Without a connection it is kept for later.
    m_relay->goAway();
    QTRY_VERIFY(m_desk->link().state != LinkState::Online);
    m_desk->markNotificationRead(id);
    m_relay->listenAgain();
    QTRY_COMPARE(read.size(), 1);
    QCOMPARE(read[0][0].value<domain::NotificationId>(), id);
    QVERIFY(m_world->run({}, domain::ReadNotification{{other, m_world->agent(1).id}})); // somebody else
    // One that is refused is nobody's trouble.
    m_relay->failWith = Error{ErrorCode::NotFound, QStringLiteral("No."), {}, {}};
    m_desk->markNotificationRead(other);
    QTRY_COMPARE(m_relay->calls.size(), 2U);
    m_relay->failWith.reset();
    (void)held();
    QTRY_COMPARE(m_desk->live().seq(), m_world->seq());
    QCOMPARE(read.size(), 1);
    QVERIFY(failed.isEmpty());
}

RELEVO_TEST(tst_DeskNotifications)
#include "tst_desk_notifications.moc"
