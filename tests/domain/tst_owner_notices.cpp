#include "domain/world.h"
#include "support/test_main.h"

#include <domain/notification.h>
#include <domain/owner_notices.h>

using namespace relevo;
using namespace relevo::test;

/// What the owner is told without having asked.
class TestOwnerNotices final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_world = std::make_unique<World>(); }

    void aTicketIsToldOnce()
    {
        m_world->addAgent(QStringLiteral("Ana"));
        const ConversationId id = m_world->say(QStringLiteral("hi"));
        const HandoffId handoff = m_world->ask(id);
        m_world->must(ConvertHandoff{handoff}, id);
        const std::vector<Notification> told = notifications();
        QCOMPARE(told.size(), std::size_t{1});
        QCOMPARE(told[0].kind, QStringLiteral("handoff.ticket"));
        QVERIFY(told[0].audience == Audience::Owner);
        QVERIFY(!told[0].insteadOf);
        QCOMPARE(told[0].url, QStringLiteral("handoff://") + handoff.toString());
        QVERIFY(!told[0].id.isNull());
        QVERIFY(!told[0].title.contains(u'%') && !told[0].body.contains(u'%'));
    }

    void nobodyThereIsToldWhileOpen()
    {
        const ConversationId id = m_world->say(QStringLiteral("hi"));
        m_world->ask(id);
        QCOMPARE(notifications().size(), std::size_t{1});
        QCOMPARE(notifications()[0].kind, QStringLiteral("handoff.unattended"));

        Settings closed;
        closed.businessHours.emplace(); // no day opens
        m_world->must(ChangeSettings{closed});
        m_world->ask(m_world->say(QStringLiteral("at night")));
        QCOMPARE(notifications().size(), std::size_t{1});
    }

    void theLastOneToPassIsTold()
    {
        Settings settings;
        settings.routing = Routing::RoundRobin;
        m_world->must(ChangeSettings{settings});
        const AgentId ana = m_world->addAgent(QStringLiteral("Ana"));
        const AgentId ben = m_world->addAgent(QStringLiteral("Ben"));
        const ConversationId id = m_world->say(QStringLiteral("hi"));
        const HandoffId handoff = m_world->ask(id);
        const AgentId first = m_world->conversation(id)->handoff->offer->agent.id;
        m_world->must(DeclineOffer{handoff, first}, id);
        QCOMPARE(notifications().size(), std::size_t{0});
        m_world->must(DeclineOffer{handoff, first == ana ? ben : ana}, id);
        QCOMPARE(notifications().size(), std::size_t{1});
    }

    void aBrokenPromiseIsTold()
    {
        m_world->addAgent(QStringLiteral("Ana"));
        Settings settings;
        settings.sla.policies.emplace_back();
        settings.sla.policies.back().name = QStringLiteral("gold");
        settings.sla.policies.back().firstResponseMinutes = 1;
        settings.sla.policies.back().businessTime = false;
        m_world->must(ChangeSettings{settings});
        const ConversationId id = m_world->say(QStringLiteral("hi"));
        m_world->ask(id);
        m_world->now += std::chrono::seconds(61);
        m_world->must(Tick{}, id);
        QCOMPARE(notifications().size(), std::size_t{1});
        QCOMPARE(notifications()[0].kind, QStringLiteral("sla.breached"));
        QCOMPARE(notifications()[0].body, QStringLiteral("gold"));
        m_world->must(Tick{}, id);
        QCOMPARE(notifications().size(), std::size_t{1});
    }

    void aChannelThatIsNotConnectedIsNamed()
    {
        Agent owner;
        owner.id = m_world->ids.make<AgentId>();
        owner.email = QStringLiteral("eva@shop.test");
        owner.role = Role::Admin;
        owner.languages = {QStringLiteral("es")};
        m_world->must(CreateAgent{owner});
        Settings settings;
        settings.notificationChannel = NotificationChannel::Slack;
        m_world->must(ChangeSettings{settings});
        m_world->ask(m_world->say(QStringLiteral("hola")));
        const Notification told = notifications().at(0);
        QVERIFY(told.insteadOf == NotificationChannel::Slack);
        QVERIFY2(told.body.contains(QStringLiteral("Slack no está conectado")), qPrintable(told.body));
        QVERIFY(told.title.startsWith(QStringLiteral("No hay nadie")));
    }

    void onlyWhoItIsForSeesIt()
    {
        Agent ana;
        ana.id = m_world->ids.make<AgentId>();
        Agent eva = ana;
        eva.id = m_world->ids.make<AgentId>();
        eva.role = Role::Admin;
        Event event;
        Notification notification;
        event.data = notification;
        QVERIFY(maySee(event, ana) && maySee(event, eva));
        notification.audience = Audience::Owner;
        event.data = notification;
        QVERIFY(!maySee(event, ana) && maySee(event, eva));
        notification.audience = Audience::Named;
        notification.agents = {ana.id};
        event.data = notification;
        QVERIFY(maySee(event, ana) && !maySee(event, eva));
        event.data = domain::NotificationRead{notification.id, eva.id};
        QVERIFY(!maySee(event, ana) && maySee(event, eva));
        event.data = Message{};
        QVERIFY(maySee(event, ana));
        event.type = EventType::BotsChanged;
        event.data = BotSettings{};
        QVERIFY(!maySee(event, ana) && maySee(event, eva));
    }

    void theDaySaysWhatCustomersSaid()
    {
        DayFigures day;
        day.handoffs = 3;
        QVERIFY(!dayNotification(m_world->live, day).body.contains(QLatin1String("rated")));
        day.rated = 1;
        day.rating = 4.0;
        QVERIFY(dayNotification(m_world->live, day)
                    .body.endsWith(QLatin1String("One customer rated the help: 4.0 of 5.")));
        day.rated = 12;
        day.rating = 13.0 / 3.0;
        QVERIFY(dayNotification(m_world->live, day)
                    .body.endsWith(QLatin1String("12 customers rated the help: 4.3 of 5 on average.")));
    }

private:
    [[nodiscard]] std::vector<Notification> notifications() const
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

RELEVO_TEST(TestOwnerNotices)
#include "tst_owner_notices.moc"
