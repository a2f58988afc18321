#include "people_fixture.h"
#include "support/test_main.h"
#include "workplace.h"

#include <client/transcript.h>

#include <QtWidgets/QLineEdit>

using namespace relevo;
using namespace relevo::test;

/// One agent at two computers, at a real relay: what is done at one is seen at the other, nothing is done
/// twice, and neither takes the other's work away.
class TestTwoDesks final : public PeopleFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        start();
        QVERIFY(!addAgent("amy").empty());
        m_amy = callsOf("amy");
        m_office = open();
        m_home = open();
        QTRY_COMPARE(m_office->desk.link().state, client::LinkState::Online);
        QTRY_COMPARE(m_home->desk.link().state, client::LinkState::Online);
    }
    void cleanupTestCase()
    {
        m_home.reset();
        m_office.reset();
    }

    void bothStaySignedIn()
    {
        // Neither replaces the other: both hear of the same customer.
        const domain::HandoffId handoff = ask("both");
        QTRY_VERIFY(m_office->models.live.rowOfHandoff(handoff));
        QTRY_VERIFY(m_home->models.live.rowOfHandoff(handoff));
        QCOMPARE(m_office->desk.link().state, client::LinkState::Online);
        QCOMPARE(m_home->desk.link().state, client::LinkState::Online);
    }

    void whatIsTakenAtOneIsMineAtTheOther()
    {
        const domain::HandoffId handoff = ask("mine");
        QTRY_VERIFY(m_office->models.live.rowOfHandoff(handoff));
        QTRY_VERIFY(m_home->models.live.rowOfHandoff(handoff));
        m_office->desk.claim(handoff);
        for (Workplace* place : {m_office.get(), m_home.get()}) {
            QTRY_VERIFY(rowOf(*place, handoff).holder == domain::Holder::Agent);
            QCOMPARE(rowOf(*place, handoff).holderAgent, place->models.live.me().id);
        }
        // The other one may write at once, under the same claim.
        const domain::ConversationId id = rowOf(*m_home, handoff).id;
        write(*m_home, id, QStringLiteral("From home"));
        QTRY_COMPARE_WITH_TIMEOUT(said("mine", "From home"), 1, 20'000);
        const client::Transcript* office = m_office->desk.openConversation(id);
        QTRY_VERIFY(holds(*office, QStringLiteral("From home")));
        write(*m_office, id, QStringLiteral("From the office"));
        QTRY_COMPARE_WITH_TIMEOUT(said("mine", "From the office"), 1, 20'000);
        QCOMPARE(said("mine", "From home"), 1);
    }

    void bothTakeItAtOnceAndNobodyIsTold()
    {
        const domain::HandoffId handoff = ask("race");
        QTRY_VERIFY(m_office->models.live.rowOfHandoff(handoff));
        QTRY_VERIFY(m_home->models.live.rowOfHandoff(handoff));
        m_office->desk.claim(handoff);
        m_home->desk.claim(handoff);
        for (Workplace* place : {m_office.get(), m_home.get()})
            QTRY_VERIFY(rowOf(*place, handoff).holder == domain::Holder::Agent);
        // Once, whoever was first.
        int joined = 0;
        for (const Json& message : itemsOf(*m_bot, path("/api/conversations/race/messages?limit=200")))
            joined += message.at("content").get<std::string>().find("joined") != std::string::npos ? 1 : 0;
        QCOMPARE(joined, 1);
    }

    void goingAwayAtOneIsSeenAtTheOther()
    {
        m_home->desk.setAvailability(domain::Availability::Away);
        QTRY_COMPARE(m_office->models.live.me().availability, domain::Availability::Away);
        m_office->desk.setAvailability(domain::Availability::Available);
        QTRY_COMPARE(m_home->models.live.me().availability, domain::Availability::Available);
    }

    /// The office's computer is locked and nobody touches it, at home somebody works.
    void whoLeavesOneIsStillAtTheOther()
    {
        m_office->desk.setHere(true);
        m_home->desk.setHere(true);
        m_office->desk.setAvailability(domain::Availability::Available);
        QTRY_COMPARE(m_home->models.live.me().availability, domain::Availability::Available);
        m_office->desk.setHere(false);
        heardFrom(*m_office, "locked");
        QCOMPARE(m_home->models.live.me().availability, domain::Availability::Available);
        m_home->desk.setHere(false);
        QTRY_COMPARE(m_office->models.live.me().availability, domain::Availability::Away);
        m_office->desk.setHere(true);
        QTRY_COMPARE(m_home->models.live.me().availability, domain::Availability::Available);
        // Chosen at home, it stays when the office's is unlocked.
        m_office->desk.setHere(false);
        m_home->desk.setHere(true);
        m_home->desk.setAvailability(domain::Availability::Away);
        QTRY_COMPARE(m_office->models.live.me().availability, domain::Availability::Away);
        m_office->desk.setHere(true);
        heardFrom(*m_office, "unlocked");
        QCOMPARE(m_home->models.live.me().availability, domain::Availability::Away);
    }

    void whatIsReadAtOneIsReadAtTheOther()
    {
        const domain::HandoffId handoff = ask("read");
        QTRY_VERIFY(m_office->models.live.rowOfHandoff(handoff));
        m_office->desk.claim(handoff);
        QTRY_VERIFY(rowOf(*m_home, handoff).holder == domain::Holder::Agent);
        const domain::ConversationId id = rowOf(*m_home, handoff).id;
        QCOMPARE(m_bot
                     ->post(path("/api/conversations/read/messages"),
                            {{"author", "customer"}, {"content", "Are you there?"}})
                     .status,
                 201);
        for (Workplace* place : {m_office.get(), m_home.get()})
            QTRY_COMPARE(rowOf(*place, handoff).lastLine.text(), QStringLiteral("Are you there?"));
        m_office->desk.markRead(id);
        QTRY_COMPARE(rowOf(*m_office, handoff).unread, 0);
        QTRY_COMPARE(rowOf(*m_home, handoff).unread, 0);
    }

private:
    std::unique_ptr<Workplace> m_office;
    std::unique_ptr<Workplace> m_home;
    std::unique_ptr<HttpCalls> m_amy;

    domain::HandoffId ask(const char* session)
    {
        return *domain::HandoffId::parse(QString::fromStdString(handoffOf(session)));
    }
    /// What it has told before has had its effect, and both know of it.
    void heardFrom(Workplace& place, const char* session)
    {
        const domain::HandoffId handoff = ask(session);
        QTRY_VERIFY(place.models.live.rowOfHandoff(handoff));
        place.desk.claim(handoff);
        for (Workplace* each : {m_office.get(), m_home.get()})
            QTRY_VERIFY(rowOf(*each, handoff).holder == domain::Holder::Agent);
    }
    static client::ConversationRow rowOf(Workplace& place, const domain::HandoffId& handoff)
    {
        const client::ConversationRow* row = place.models.live.rowOfHandoff(handoff);
        return row ? *row : client::ConversationRow();
    }
    static bool holds(const client::Transcript& transcript, const QString& words)
    {
        const auto& messages = transcript.messages();
        return std::any_of(messages.begin(), messages.end(),
                           [&words](const domain::Message& one) { return one.content == words; });
    }
    static void write(Workplace& place, const domain::ConversationId& id, const QString& words)
    {
        (void)place.desk.openConversation(id);
        place.desk.send(id, words);
    }
    int said(const char* session, const std::string& words)
    {
        const QString all =
            QStringLiteral("/api/conversations/%1/messages?limit=200").arg(QString::fromLatin1(session));
        int count = 0;
        for (const Json& message : itemsOf(*m_bot, all))
            count += message.at("content") == words ? 1 : 0;
        return count;
    }

    std::unique_ptr<Workplace> open()
    {
        auto place = std::make_unique<Workplace>();
        place->start(m_relay.url().toString());
        place->window.show();
        const auto* address = place->window.findChild<QLineEdit*>(QStringLiteral("relayAddress"));
        if (!QTest::qWaitFor([address] { return address->isVisible(); }))
            qFatal("nobody is asked to sign in");
        place->window.findChild<QLineEdit*>(QStringLiteral("email"))
            ->setText(QStringLiteral("amy@shop.test"));
        auto* password = place->window.findChild<QLineEdit*>(QStringLiteral("password"));
        password->setText(QString::fromLatin1(goodPassword));
        QTest::keyClick(password, Qt::Key_Return);
        return place;
    }
};

RELEVO_TEST(TestTwoDesks)
#include "tst_twodesks.moc"
