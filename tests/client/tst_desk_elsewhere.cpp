#include "desk_test.h"
#include "support/test_main.h"

using namespace relevo;
using namespace relevo::client;

/// A desk whose agent has another one: what it tells of itself, and what it hears of the other.
class tst_DeskElsewhere final : public DeskTest
{
    Q_OBJECT

private:
    void readAt(int agent, const domain::ConversationId& id)
    {
        const domain::Agent& who = m_world->agent(agent);
        for (const domain::Message& message : m_world->messages(id)) {
            if (message.author == domain::Author::Customer)
                (void)m_world->run(
                    id, domain::RecordDelivery{{message.id, domain::Delivery::Read, {}}, message.delivery},
                    {domain::ActorType::Agent, who.id.toString(), who.name});
        }
    }
    std::vector<bool> told() const
    {
        std::vector<bool> all;
        for (const auto& [method, params] : m_relay->calls) {
            if (method == "presence.set")
                all.push_back(params.at("here").get<bool>());
        }
        return all;
    }

private Q_SLOTS:
    void whatIsReadThereIsReadHere()
    {
        const domain::ConversationId id = held();
        signIn();
        QTRY_COMPARE(m_desk->live().row(id)->unread, 1);
        readAt(0, id);
        m_relay->publish();
        QTRY_COMPARE(m_desk->live().row(id)->unread, 0);
        // What comes after is not.
        m_world->write(id, QStringLiteral("and another thing"));
        m_relay->publish();
        QTRY_COMPARE(m_desk->live().row(id)->unread, 1);
        // Nor what a colleague has read.
        readAt(1, id);
        m_relay->publish();
        QTRY_COMPARE(m_desk->live().seq(), m_world->seq());
        QCOMPARE(m_desk->live().row(id)->unread, 1);
    }

    void alsoWhatWasReadInAnAbsence_data()
    {
        QTest::addColumn<bool>("snapshot");
        QTest::newRow("short") << false;
        QTest::newRow("long") << true;
    }

    void alsoWhatWasReadInAnAbsence()
    {
        QFETCH(bool, snapshot);
        const domain::ConversationId id = held();
        m_world->write(id, QStringLiteral("hello?"));
        signIn();
        QTRY_COMPARE(m_desk->live().row(id)->unread, 2);
        m_desk.reset();
        readAt(0, id);
        if (snapshot)
            m_relay->resumeLimit = 0;
        makeDesk();
        signIn();
        QTRY_COMPARE(m_desk->live().row(id)->unread, 0);
    }

    void whetherSomebodyIsHereIsToldWithEachConnection()
    {
        m_desk->setHere(true);
        signIn();
        QTRY_COMPARE(told(), std::vector{true});
        m_desk->setHere(false);
        QTRY_COMPARE(told(), (std::vector{true, false}));
        m_relay->closeAll(1001);
        QTRY_COMPARE(told(), (std::vector{true, false, false}));
    }
};

RELEVO_TEST(tst_DeskElsewhere)
#include "tst_desk_elsewhere.moc"
