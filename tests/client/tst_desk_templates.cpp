#include "desk_test.h"
#include "support/test_main.h"

#include <domain/reply_window.h>

using namespace relevo;
using namespace relevo::client;
using namespace std::chrono_literals;
using protocol::Json;

/// A channel's reply window as a desk has it, and the templates that go through a closed one.
class tst_DeskTemplates final : public DeskTest
{
    Q_OBJECT

private:
    const QByteArray m_id = "0192f0c1-2b7a-7000-8000-000000000001";

    [[nodiscard]] Json listed(const char* name) const
    {
        return {{"id", m_id.toStdString()}, {"name", name},
                {"language", "en"},         {"body", "Hi {{1}}"},
                {"category", "utility"},    {"updatedAt", "2026-03-14T09:00:00.000Z"}};
    }

    /// A customer of a channel with a window, held by the agent of this desk.
    [[nodiscard]] domain::ConversationId onWhatsApp()
    {
        domain::ReceiveMessage message;
        message.conversationId = m_world->ids.make<domain::ConversationId>();
        message.sessionId = message.conversationId.toString();
        message.channel = QStringLiteral("whatsapp");
        message.content = QStringLiteral("Hello");
        (void)m_world->run({}, message);
        (void)m_world->requestHandoff(message.conversationId, domain::TriggerType::Keyword);
        (void)m_world->claim(message.conversationId, 0);
        return message.conversationId;
    }

private Q_SLOTS:
    void templatesAreReadKeptAndRenewed()
    {
        m_relay->templates["items"] = {listed("order_update"), Json{{"id", "no"}}};
        signIn();
        QTRY_COMPARE(m_desk->live().templates().size(), std::size_t(1));
        QCOMPARE(m_desk->live().templates()[0].name, QStringLiteral("order_update"));
        m_relay->templates["items"] = {listed("order_news")};
        m_relay->notify("messageTemplates.changed", Json::object());
        QTRY_COMPARE(m_desk->live().templates()[0].name, QStringLiteral("order_news"));
        m_relay->goAway();
        restartDesk();
        m_desk->resume(QStringLiteral("default"));
        QTRY_COMPARE(m_desk->live().templates().size(), std::size_t(1));
        QVERIFY(m_desk->live().canned().empty());
        m_desk->signOut();
        QVERIFY(m_desk->live().templates().empty());
    }

    void theWindowComesWithTheConversation()
    {
        const domain::ConversationId id = onWhatsApp();
        signIn();
        Transcript* transcript = m_desk->openConversation(id);
        QTRY_VERIFY(transcript->isLoaded() && transcript->state());
        const Timestamp wrote = m_world->clock.now();
        QCOMPARE(domain::replyWindow(*transcript->state())->closesAt, wrote + 24h);
        m_world->clock.advance(2h);
        m_world->write(id, QStringLiteral("And?"));
        m_relay->publish();
        QTRY_COMPARE(domain::replyWindow(*transcript->state())->closesAt, wrote + 26h);
        hashesMatch();
    }

    void textThatComesTooLateComesBackAndATemplateGoes()
    {
        const domain::ConversationId id = onWhatsApp();
        signIn();
        Transcript* transcript = m_desk->openConversation(id);
        QTRY_VERIFY(transcript->isLoaded());
        m_relay->goAway();
        QTRY_VERIFY(m_desk->link().state != LinkState::Online);
        // Written while the window was open, and sent when it no longer is.
        m_desk->send(id, QStringLiteral("From the train"));
        QTRY_COMPARE(transcript->waiting().size(), std::size_t(1));
        m_world->clock.advance(25h);
        QSignalSpy returned(m_desk.get(), &Desk::draftReturned);
        QSignalSpy failed(m_desk.get(), &Desk::commandFailed);
        m_relay->listenAgain();
        QTRY_COMPARE(returned.size(), 1);
        QCOMPARE(returned[0][1].toString(), QStringLiteral("From the train"));
        QCOMPARE(failed[0][2].value<Error>().code, ErrorCode::WindowClosed);

        const domain::TemplateUse use{
            QStringLiteral("order_update"), QStringLiteral("en"), {QStringLiteral("Ada")}};
        m_desk->sendTemplate(id, use, QStringLiteral("Hi Ada"));
        QTRY_VERIFY(!transcript->messages().empty() && transcript->messages().back().madeFrom == use);
        QTRY_VERIFY(transcript->waiting().empty());
        QCOMPARE(failed.size(), 1);
    }

    void aRefusedTemplateIsNoDraft()
    {
        const domain::ConversationId id = onWhatsApp();
        signIn();
        QTRY_VERIFY(m_desk->live().row(id));
        m_relay->failWith = Error{ErrorCode::Invalid, QStringLiteral("There is no such template."), {}, {}};
        QSignalSpy returned(m_desk.get(), &Desk::draftReturned);
        QSignalSpy failed(m_desk.get(), &Desk::commandFailed);
        QSignalSpy refused(m_desk.get(), &Desk::templateReturned);
        const domain::TemplateUse use{
            QStringLiteral("gone"), QStringLiteral("en"), {QStringLiteral("Ada"), QStringLiteral("7")}};
        m_desk->sendTemplate(id, use, QStringLiteral("Hi"));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(returned.size(), 0);
        // Its values need not be typed again.
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(refused[0][0].value<domain::ConversationId>(), id);
        QVERIFY(refused[0][1].value<domain::TemplateUse>() == use);
    }
};

RELEVO_TEST(tst_DeskTemplates)
#include "tst_desk_templates.moc"
