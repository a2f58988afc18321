#include "office.h"
#include "support/test_main.h"

#include <ui/shell/desk_page.h>

#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::client;

/// What is shown and what is only heard, by what the agent looks at; and what they are told of an absence.
class tst_NewsTeller final : public OfficeTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        open();
        domain::Settings settings = m_office->world.live().settings;
        settings.sla.policies = {{QStringLiteral("all"), {}, {}, {}, 4, 0, 0, false}};
        QVERIFY(m_office->world.run({}, domain::ChangeSettings{settings}));
    }
    void cleanup() { close(); }

    void inFrontARequestIsHeardOnceForThoseThatComeTogether()
    {
        signIn();
        lookAtTheWindow();
        QSignalSpy news(&m_office->desk, &Desk::newHandoff);
        (void)m_office->world.customer(QStringLiteral("Ada"), QStringLiteral("Hello"), true);
        (void)m_office->world.customer(QStringLiteral("Bo"), QStringLiteral("Hello"), true);
        m_office->relay.publish();
        QTRY_COMPARE(news.size(), 2);
        QCOMPARE(m_office->notifier.heard.size(), 1);
        QVERIFY(m_office->notifier.heard[0].kind == ui::NoticeKind::NewHandoff);
        QVERIFY(m_office->notifier.shown.isEmpty());
    }

    void inFrontAReplyElsewhereIsHeard()
    {
        const domain::ConversationId looked = held(QStringLiteral("Ada"));
        const domain::ConversationId other = held(QStringLiteral("Bo"));
        signIn();
        lookAtTheWindow();
        m_office->window.desk().look(looked);
        QSignalSpy wrote(&m_office->desk, &Desk::customerWrote);
        m_office->world.write(looked, QStringLiteral("Are you there?"));
        m_office->relay.publish();
        QTRY_COMPARE(wrote.size(), 1);
        QVERIFY(m_office->notifier.heard.isEmpty()); // it is read as it comes
        m_office->world.write(other, QStringLiteral("Hello?"));
        m_office->relay.publish();
        QTRY_COMPARE(wrote.size(), 2);
        QCOMPARE(m_office->notifier.heard.size(), 1);
        QVERIFY(m_office->notifier.heard[0].kind == ui::NoticeKind::Reply);
        QVERIFY(m_office->notifier.shown.isEmpty());
    }

    void inFrontAPromiseNearlyBrokenElsewhereIsShownQuietly()
    {
        const domain::ConversationId looked = held(QStringLiteral("Ada"));
        const domain::ConversationId other = held(QStringLiteral("Bo"));
        signIn();
        lookAtTheWindow();
        m_office->window.desk().look(looked);
        m_office->world.clock.advance(std::chrono::seconds(200));
        QVERIFY(m_office->world.run(other, domain::Tick{}));
        m_office->relay.publish();
        QTRY_COMPARE(m_office->notifier.shown.size(), 1);
        const ui::Notice told = m_office->notifier.shown[0];
        QVERIFY(told.kind == ui::NoticeKind::TimeShort);
        QVERIFY(told.title.contains(QStringLiteral("Bo")));
        QVERIFY(!told.urgent); // neither stays nor rings on
        QVERIFY(m_office->world.run(looked, domain::Tick{}));
        m_office->relay.publish();
        QTRY_COMPARE(m_office->notifier.heard.size(), 1);
        QVERIFY(m_office->notifier.heard[0].kind == ui::NoticeKind::TimeShort);
        QCOMPARE(m_office->notifier.shown.size(), 1);
    }

    void whatWasWrittenInAnAbsenceIsToldToWhoLooksElsewhere()
    {
        const domain::ConversationId id = held(QStringLiteral("Ada"));
        signIn();
        m_office->relay.goAway();
        QTRY_VERIFY(m_office->desk.link().state != LinkState::Online);
        m_office->world.write(id, QStringLiteral("Still there?"));
        m_office->relay.listenAgain();
        QTRY_COMPARE(m_office->notifier.shown.size(), 1);
        QVERIFY(m_office->notifier.shown[0].kind == ui::NoticeKind::Reply);
        QCOMPARE(m_office->notifier.shown[0].body, QStringLiteral("Still there?"));
    }

    void moreThanAFewBecomeOneNoticeThatLeadsToOnesOwn()
    {
        QList<domain::ConversationId> all;
        for (int i = 0; i < 7; ++i)
            all.push_back(held(QStringLiteral("Customer %1").arg(i)));
        signIn();
        m_office->relay.goAway();
        QTRY_VERIFY(m_office->desk.link().state != LinkState::Online);
        for (const domain::ConversationId& id : all)
            m_office->world.write(id, QStringLiteral("Hello?"));
        m_office->relay.listenAgain();
        QTRY_COMPARE(m_office->notifier.shown.size(), 6);
        const ui::Notice rest = m_office->notifier.shown[0];
        QCOMPARE(rest.key, ui::DeskNotices::mineKey());
        QVERIFY(rest.title.contains(u'2'));
        // Nobody waits any more: it says nothing true.
        QTRY_COMPARE(m_office->desk.live().seq(), m_office->world.seq());
        for (const domain::ConversationId& id : all)
            QVERIFY(m_office->world.reply(id, 0, QStringLiteral("Yes")));
        m_office->relay.publish();
        QTRY_VERIFY(m_office->notifier.withdrawn.contains(rest.key));
    }

private:
    void lookAtTheWindow()
    {
        m_office->window.show();
        m_office->window.activateWindow();
        QTRY_VERIFY(m_office->window.isLookedAt());
    }

    domain::ConversationId held(const QString& name)
    {
        const auto id = m_office->world.customer(name, QStringLiteral("Please help"), true);
        if (!m_office->world.claim(id, 0))
            qFatal("cannot claim");
        return id;
    }
};

RELEVO_TEST(tst_NewsTeller)
#include "tst_newsteller.moc"
