#include "desk_test.h"
#include "support/test_main.h"

using namespace relevo;
using namespace relevo::client;
using protocol::Json;

namespace {

Json listed(const char* id, const char* shortcut, const char* content)
{
    return {{"id", id}, {"shortcut", shortcut}, {"title", ""}, {"content", content}, {"personal", false}};
}

constexpr const char* firstId = "0192f0c1-2b7a-7000-8000-000000000001";
constexpr const char* secondId = "0192f0c1-2b7a-7000-8000-000000000002";
constexpr const char* thirdId = "0192f0c1-2b7a-7000-8000-000000000003";

} // namespace

/// The answers kept ready, as a desk has them: always the relay's newest, without a connection those of last
/// time.
class tst_DeskCanned final : public DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void areReadWithTheConnection()
    {
        m_relay->canned["items"] = {listed(firstId, "thanks", "Thank you, {{contact.first_name}}.")};
        signIn();
        QTRY_COMPARE(m_desk->live().canned().size(), std::size_t(1));
        QCOMPARE(m_desk->live().canned()[0].shortcut, QStringLiteral("thanks"));
        QCOMPARE(m_desk->live().canned()[0].content, QStringLiteral("Thank you, {{contact.first_name}}."));
        QVERIFY(!m_desk->live().canned()[0].personal);
    }

    void areReadToTheLastPage()
    {
        m_relay->canned = {{"items", {listed(firstId, "hours", "From 9.")}}, {"next", "1"}};
        m_relay->cannedPages = {{{"items", {listed(secondId, "thanks", "Thank you.")}}, {"next", "2"}},
                                {{"items", {listed(thirdId, "welcome", "Welcome.")}}, {"next", nullptr}}};
        signIn();
        QTRY_COMPARE(m_desk->live().canned().size(), std::size_t(3));
        QCOMPARE(m_desk->live().canned()[2].shortcut, QStringLiteral("welcome"));
        // All of them are there without a connection.
        m_relay->goAway();
        restartDesk();
        m_desk->resume(QStringLiteral("default"));
        QTRY_COMPARE(m_desk->live().canned().size(), std::size_t(3));
    }

    void aRelayThatTurnsInACircleIsLeft()
    {
        m_relay->canned = {{"items", {listed(firstId, "hours", "From 9.")}}, {"next", "1"}};
        m_relay->cannedPages = {{{"items", Json::array()}, {"next", "1"}}};
        signIn();
        QTRY_COMPARE(m_desk->live().canned().size(), std::size_t(1));
        QCOMPARE(m_relay->cannedLists, 2);
    }

    void areReadAnewWhenTheRelaySaysSo()
    {
        m_relay->canned["items"] = {listed(firstId, "thanks", "Thank you.")};
        signIn();
        QTRY_COMPARE(m_desk->live().canned().size(), std::size_t(1));
        QSignalSpy changed(&m_desk->live(), &LiveView::cannedChanged);
        m_relay->canned["items"] = {listed(firstId, "thanks", "Thank you!"),
                                    listed(secondId, "hours", "We are open from 9.")};
        m_relay->notify("cannedResponses.changed", Json::object());
        QTRY_COMPARE(m_desk->live().canned().size(), std::size_t(2));
        QCOMPARE(m_desk->live().canned()[0].content, QStringLiteral("Thank you!"));
        QCOMPARE(changed.size(), 1);
    }

    void areThereWithoutAConnection()
    {
        m_relay->canned["items"] = {listed(firstId, "thanks", "Thank you.")};
        signIn();
        QTRY_COMPARE(m_desk->live().canned().size(), std::size_t(1));
        m_relay->goAway();
        restartDesk();
        m_desk->resume(QStringLiteral("default"));
        QTRY_COMPARE(m_desk->live().canned().size(), std::size_t(1));
        QVERIFY(!isConnected(m_desk->link().state));

        // What was changed meanwhile comes with the connection.
        m_relay->canned["items"] = Json::array();
        m_relay->listenAgain();
        QTRY_VERIFY(m_desk->live().canned().empty());
    }

    void goWithWhoWasSignedIn()
    {
        m_relay->canned["items"] = {listed(firstId, "thanks", "Thank you.")};
        signIn();
        QTRY_COMPARE(m_desk->live().canned().size(), std::size_t(1));
        m_desk->signOut();
        QVERIFY(m_desk->live().canned().empty());
    }

    void whatMakesNoSenseIsLeftOut()
    {
        m_relay->canned["items"] = {Json{{"id", "no"}}, Json("text"), listed(firstId, "thanks", "Thank you."),
                                    Json{{"id", secondId}, {"shortcut", "empty"}}};
        signIn();
        QTRY_COMPARE(m_desk->live().canned().size(), std::size_t(1));
        QCOMPARE(m_desk->live().canned()[0].id, QUuid::fromString(QString::fromLatin1(firstId)));
    }

    void aListThatMakesNoSenseChangesNothing()
    {
        m_relay->canned["items"] = {listed(firstId, "thanks", "Thank you.")};
        signIn();
        QTRY_COMPARE(m_desk->live().canned().size(), std::size_t(1));
        const int before = m_relay->cannedLists;
        m_relay->canned = Json{{"items", 7}};
        m_relay->notify("cannedResponses.changed", Json::object());
        QTRY_COMPARE(m_relay->cannedLists, before + 1);
        m_relay->canned = Json{{"items", {listed(secondId, "hours", "From 9.")}}};
        m_relay->notify("cannedResponses.changed", Json::object());
        QTRY_COMPARE(m_desk->live().canned()[0].shortcut, QStringLiteral("hours"));
    }
};

RELEVO_TEST(tst_DeskCanned)
#include "tst_desk_canned.moc"
