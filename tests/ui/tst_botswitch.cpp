#include "desk_world.h"
#include "http_double.h"
#include "support/test_main.h"

#include <ui/conversation/conversation_page.h>
#include <ui/customer/bot_line.h>
#include <ui/shell/action_runner.h>
#include <ui/shell/bot_switch.h>
#include <ui/shell/desk_page.h>
#include <ui/widgets/banner.h>

#include <QtTest/QtTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace relevo;
using ui::ActionId;

/// Whether bots may speak in a conversation: what is seen of it, and how it is switched.
class tst_BotSwitch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<DeskWorld>();
        m_world->signIn();
        m_world->addMine(1);
        m_world->addWaiting(1);
        m_world->window().resize(1366, 768);
        m_world->window().show();
        m_world->window().desk().look(m_world->mineId(0));
        m_relay = std::make_unique<HttpDouble>();
        m_api = std::make_unique<client::RelayApi>();
        m_api->use(m_relay->url(), QStringLiteral("secret"));
        m_switch =
            std::make_unique<ui::BotSwitch>(*m_api, m_world->models().details, m_world->window().desk());
        connect(&m_world->window().runner(), &ui::ActionRunner::botRequested, m_switch.get(),
                &ui::BotSwitch::set);
        QTRY_VERIFY(m_world->models().details.setsBot());
        become(m_world->mineId(0), false);
    }
    void cleanup()
    {
        m_switch.reset();
        m_api.reset();
        m_world.reset();
    }

    void whoHoldsItSwitchesIt()
    {
        QVERIFY(action(ActionId::BotOff).isEnabled() && !action(ActionId::BotOn).isEnabled());
        QTRY_VERIFY(line()->isVisible() && button()->isVisible());
        QVERIFY(!button()->accessibleName().isEmpty());
        m_relay->answer(path, 200, {{"on", false}, {"epoch", 3}});
        action(ActionId::BotOff).trigger();
        QTRY_COMPARE(m_relay->count(path), 1);
        QCOMPARE(m_relay->last(path).body, HttpDouble::Json({{"on", false}}));
        become(m_world->mineId(0), true);
        QTRY_VERIFY(words().contains(QStringLiteral("switched off")));
        QVERIFY(action(ActionId::BotOn).isEnabled() && !action(ActionId::BotOff).isEnabled());
        m_relay->answer(path, 200, {{"on", true}, {"epoch", 4}});
        QTest::mouseClick(button(), Qt::LeftButton);
        QTRY_COMPARE(m_relay->count(path), 2);
        QCOMPARE(m_relay->last(path).body, HttpDouble::Json({{"on", true}}));
    }

    void othersOnlySeeThatItIsOff()
    {
        const domain::ConversationId waiting = m_world->waitingId(0);
        m_world->window().desk().look(waiting);
        QTRY_VERIFY(!m_world->models().details.isEmpty());
        become(waiting, false);
        QTRY_VERIFY(!line()->isVisible());
        QVERIFY(!action(ActionId::BotOff).isEnabled());
        become(waiting, true);
        QTRY_VERIFY(line()->isVisible());
        QVERIFY(!button()->isVisible());
        QVERIFY(!action(ActionId::BotOn).isEnabled());
        const auto* state = m_world->find<QLabel>("conversationState");
        QTRY_VERIFY(state->text().contains(QStringLiteral("Bot switched off")));
        domain::Agent me = m_world->me();
        me.role = domain::Role::Supervisor;
        m_world->live.setMe(me);
        QTRY_VERIFY(button()->isVisible());
        QVERIFY(action(ActionId::BotOn).isEnabled());
    }

    void aRefusalIsTold()
    {
        m_relay->answer(path, 403, {{"code", "forbidden"}, {"title", "No."}});
        action(ActionId::BotOff).trigger();
        const auto& banner = m_world->window().desk().conversation().banner();
        QTRY_VERIFY(banner.isVisible());
    }

private:
    const std::string path = "PUT /api/conversations/web%3A1%2F2/bot";
    std::unique_ptr<DeskWorld> m_world;
    std::unique_ptr<HttpDouble> m_relay;
    std::unique_ptr<client::RelayApi> m_api;
    std::unique_ptr<ui::BotSwitch> m_switch;

    /// What the relay's event makes of it.
    void become(const domain::ConversationId& id, bool off)
    {
        client::TranscriptBatch batch;
        batch.conversation = id;
        batch.state = *m_world->transcript(id)->state();
        batch.state->conversation.sessionId = QStringLiteral("web:1/2");
        batch.state->conversation.botOff = off;
        m_world->transcript(id)->apply(batch);
    }
    QAction& action(ActionId id) { return m_world->window().actions().action(id); }
    ui::BotLine* line() { return m_world->find<ui::BotLine>("botLine"); }
    QPushButton* button() { return m_world->find<QPushButton>("botLineSwitch"); }
    QString words() { return m_world->find<QLabel>("botLineWords")->text(); }
};

RELEVO_TEST(tst_BotSwitch)
#include "tst_botswitch.moc"
