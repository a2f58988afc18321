#include "people_fixture.h"
#include "support/test_main.h"
#include "workplace.h"

#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTextEdit>

using namespace relevo;
using namespace relevo::test;

/// What an agent writes at the desktop's windows, at a real relay.
class TestWritingAtRelay final : public PeopleFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        start();
        QVERIFY(!addAgent("ida").empty());
        QVERIFY(!addAgent("lou").empty());
        m_ida = callsOf("ida");
        m_lou = callsOf("lou");
    }
    void cleanup() { m_place.reset(); }

    void aMessageIsTakenBackAndThenGoes()
    {
        hold("taken");
        type("Helo");
        QTest::keyClick(composer(), Qt::Key_Return);
        QVERIFY(composer()->toPlainText().isEmpty());
        QTRY_VERIFY(!m_place->models.messages.newestHeld().isEmpty());
        QTest::keyClick(composer(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(composer()->toPlainText(), QStringLiteral("Helo"));
        composer()->clear();
        type("Hello");
        QElapsedTimer since;
        since.start();
        QTest::keyClick(composer(), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(said("taken", "Hello"), 1, 15'000);
        QVERIFY2(since.elapsed() >= 4'900, qPrintable(QString::number(since.elapsed())));
        QCOMPARE(said("taken", "Helo"), 0);
    }

    void goingOnWaitsForNothing()
    {
        hold("on");
        type("One");
        QTest::keyClick(composer(), Qt::Key_Return);
        type("Two");
        QElapsedTimer since;
        since.start();
        QTest::keyClick(composer(), Qt::Key_Return);
        QTRY_COMPARE(said("on", "One"), 1);
        QVERIFY(since.elapsed() < 4'500);
        QTRY_COMPARE_WITH_TIMEOUT(said("on", "Two"), 1, 15'000);
    }

    void whatTheCustomerSaysAfterEnterStopsTheMessage()
    {
        hold("stopped");
        type("We will refund you tomorrow");
        QTest::keyClick(composer(), Qt::Key_Return);
        QVERIFY(composer()->toPlainText().isEmpty());
        QTRY_VERIFY(!m_place->models.messages.newestHeld().isEmpty());
        customerSays("stopped", "Stop, I have found the parcel");
        auto* fence = m_place->window.findChild<QWidget*>(QStringLiteral("fence"));
        QTRY_VERIFY_WITH_TIMEOUT(fence->isVisible(), 15'000);
        QCOMPARE(composer()->toPlainText(), QStringLiteral("We will refund you tomorrow"));
        QCOMPARE(said("stopped", "We will refund you tomorrow"), 0);
        QTest::mouseClick(button("fenceSend"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(said("stopped", "We will refund you tomorrow"), 1, 15'000);
        QVERIFY(!fence->isVisible());
        // What one has said oneself, one thing after the other, stops nothing.
        type("Have a");
        QTest::keyClick(composer(), Qt::Key_Return);
        type("nice day");
        QTest::keyClick(composer(), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(said("stopped", "nice day"), 1, 15'000);
        QCOMPARE(said("stopped", "Have a"), 1);
        QVERIFY(composer()->toPlainText().isEmpty());
    }

    /// As many and as long as a project may well have: more than one answer of the relay holds.
    void allCannedResponsesAreThere()
    {
        constexpr int many = 600;
        const auto put = [this](int number, const std::string& shortcut) {
            const QString id =
                QStringLiteral("01890000-0000-7000-8000-%1").arg(number, 12, 10, QLatin1Char('0'));
            return m_admin
                ->put(QStringLiteral("/api/canned-responses/") + id,
                      {{"shortcut", shortcut}, {"content", shortcut + std::string(8'000, '.')}})
                .status;
        };
        for (int i = 0; i < many; ++i)
            QCOMPARE(put(i, "c" + std::to_string(i)), 200);
        hold("canned");
        const auto& canned = m_place->desk.live().canned();
        QTRY_COMPARE(canned.size(), std::size_t{many});
        QCOMPARE(canned.back().shortcut, QStringLiteral("c99"));
        QCOMPARE(put(many, "thanks"), 200);
        QTRY_COMPARE(canned.size(), std::size_t{many + 1});
        QCOMPARE(canned.back().shortcut, QStringLiteral("thanks"));
    }

    void aNoteTellsAColleagueAndNobodyElse()
    {
        hold("noted");
        QTest::mouseClick(button("noteMode"), Qt::LeftButton);
        type("@lou");
        QTest::keyClick(composer(), Qt::Key_Return); // the colleague who is offered
        type("look at this");
        QTest::keyClick(composer(), Qt::Key_Return);
        QTRY_COMPARE(said("noted", "@lou look at this"), 1);
        const auto mentions = [](HttpCalls& calls) {
            int count = 0;
            for (const Json& item : itemsOf(calls, path("/api/notifications")))
                count += item.value("kind", "") == "note.mention" ? 1 : 0;
            return count;
        };
        QTRY_COMPARE(mentions(*m_lou), 1);
        QCOMPARE(mentions(*m_ida), 0);
        // To the customer's side nothing was said.
        for (const Json& message : itemsOf(*m_bot, path("/api/conversations/noted/messages?limit=200")))
            QVERIFY(message.at("content").get<std::string>().find("look at this") == std::string::npos);
    }

    void answersAreSuggested()
    {
        hold("suggested");
        QTRY_VERIFY(button("suggestReplies") && button("suggestReplies")->isVisible());
        QTest::mouseClick(button("suggestReplies"), Qt::LeftButton);
        QTRY_VERIFY(button("useReply"));
        const QString proposed = button("useReply")->accessibleDescription();
        QVERIFY(!proposed.isEmpty());
        QTest::mouseClick(button("useReply"), Qt::LeftButton);
        QCOMPARE(composer()->toPlainText(), proposed);
        QCOMPARE(said("suggested", proposed.toStdString()), 0); // until somebody sends it
    }

private:
    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<HttpCalls> m_ida;
    std::unique_ptr<HttpCalls> m_lou;
    domain::HandoffId m_handoff;

    QTextEdit* composer() { return m_place->window.findChild<QTextEdit*>(QStringLiteral("message")); }
    QPushButton* button(const char* name)
    {
        return m_place->window.findChild<QPushButton*>(QString::fromLatin1(name));
    }
    void type(const char* text) { QTest::keyClicks(composer(), QString::fromLatin1(text)); }

    void customerSays(const char* session, const char* words)
    {
        const QString messages =
            QStringLiteral("/api/conversations/%1/messages").arg(QString::fromLatin1(session));
        QVERIFY(m_bot->post(messages, {{"author", "customer"}, {"content", words}}).status < 300);
    }

    /// Messages and notes of these words that the relay has.
    int said(const char* session, const std::string& words)
    {
        const QString all =
            QStringLiteral("/api/conversations/%1/messages?limit=200").arg(QString::fromLatin1(session));
        int count = 0;
        for (const Json& message : itemsOf(*m_ida, all))
            count += message.at("content") == words ? 1 : 0;
        return count;
    }

    void open()
    {
        m_place->start(m_relay.url().toString());
        m_place->window.resize(1366, 768);
        m_place->window.show();
        m_place->window.activateWindow();
        QTRY_VERIFY(m_place->window.findChild<QLineEdit*>(QStringLiteral("relayAddress"))->isVisible());
        m_place->window.findChild<QLineEdit*>(QStringLiteral("email"))
            ->setText(QStringLiteral("ida@shop.test"));
        auto* password = m_place->window.findChild<QLineEdit*>(QStringLiteral("password"));
        password->setText(QString::fromLatin1(goodPassword));
        QTest::keyClick(password, Qt::Key_Return);
        QTRY_COMPARE(m_place->desk.link().state, client::LinkState::Online);
        QTRY_VERIFY(m_place->models.live.rowOfHandoff(m_handoff));
    }

    /// Ida holds a new conversation, and is about to write in it.
    void hold(const char* session)
    {
        m_handoff = *domain::HandoffId::parse(QString::fromStdString(handoffOf(session)));
        m_place = std::make_unique<Workplace>();
        open();
        m_place->desk.claim(m_handoff);
        QTRY_VERIFY(composer()->isVisible());
        QTRY_VERIFY(composer()->hasFocus());
    }
};

RELEVO_TEST(TestWritingAtRelay)
#include "tst_writingatrelay.moc"
