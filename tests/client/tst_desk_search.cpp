#include "desk_test.h"
#include "support/test_main.h"

using namespace relevo;
using namespace relevo::client;
using protocol::Json;

/// What an agent looks for is found here at once and in the relay a moment later.
class tst_DeskSearch final : public DeskTest
{
    Q_OBJECT

private:
    [[nodiscard]] quint64 look(const QString& typed)
    {
        return m_desk->search(parseSearch(typed, QTimeZone::utc()));
    }
    [[nodiscard]] static SharedResults resultsOf(const QList<QVariant>& told)
    {
        return told[1].value<SharedResults>();
    }

private Q_SLOTS:
    void findsHereAndThenInTheRelay();
    void theRelayNarrowsWords();
    void withoutWordsOnlyThisDeviceIsSearched();
    void saysWhenOnlyThisDeviceWasSearched();
    void onlyTheNewestIsAnswered();
    void nonsenseOfTheRelayIsLeftOut();
};

void tst_DeskSearch::findsHereAndThenInTheRelay()
{
    const domain::ConversationId id = held();
    m_relay->found = Json::array({Json{{"type", "message"},
                                       {"messageId", "01890000-0000-7000-8000-000000000001"},
                                       {"conversationId", "01890000-0000-7000-8000-000000000002"},
                                       {"seq", 1},
                                       {"at", "2026-01-02T03:04:05.000Z"},
                                       {"note", false},
                                       {"text", "long ago, please"}},
                                  Json{{"type", "message"},
                                       {"messageId", m_world->messages(id).front().id.text()},
                                       {"conversationId", id.text()},
                                       {"seq", m_world->messages(id).front().seq},
                                       {"at", "2026-03-14T09:00:00.000Z"},
                                       {"text", "Please help"}}});
    signIn();
    QSignalSpy told(m_desk.get(), &Desk::searchFound);
    const quint64 number = look(QStringLiteral("please"));
    QTRY_COMPARE(told.size(), 2);
    QCOMPARE(told[0][0].toULongLong(), number);
    const SharedResults here = resultsOf(told[0]);
    QCOMPARE(here->relay, SearchResults::Relay::Asked);
    QCOMPARE(here->messages.size(), 1U);
    QCOMPARE(here->messages.front().conversation, id);
    const SharedResults both = resultsOf(told[1]);
    QCOMPARE(both->relay, SearchResults::Relay::Answered);
    QCOMPARE(both->messages.size(), 2U);
    QCOMPARE(both->messages.front().conversation, id);
    QCOMPARE(both->messages.back().text, QStringLiteral("long ago, please"));
    QVERIFY(!both->messages.back().open);
    QCOMPARE(m_relay->calls.back().first, "search");
    QCOMPARE(m_relay->calls.back().second.at("q"), "please");
}

void tst_DeskSearch::theRelayNarrowsWords()
{
    (void)held();
    signIn();
    QSignalSpy told(m_desk.get(), &Desk::searchFound);
    (void)look(QStringLiteral("please from:ada channel:web agent:eva tag:gold after:2026-03-01"));
    QTRY_COMPARE(told.size(), 2);
    QCOMPARE(resultsOf(told[0])->relay, SearchResults::Relay::Asked);
    QCOMPARE(resultsOf(told[1])->relay, SearchResults::Relay::Answered);
    const Json& asked = m_relay->calls.back().second;
    QCOMPARE(asked.at("q"), "please");
    QCOMPARE(asked.at("from"), "ada");
    QCOMPARE(asked.at("channel"), "web");
    QCOMPARE(asked.at("agent"), "eva");
    QCOMPARE(asked.at("tag"), "gold");
    QVERIFY(fromRfc3339(asked.at("after").get<std::string>()));
    QVERIFY(!asked.contains("before"));
}

void tst_DeskSearch::withoutWordsOnlyThisDeviceIsSearched()
{
    (void)held();
    signIn();
    QSignalSpy told(m_desk.get(), &Desk::searchFound);
    (void)look(QStringLiteral("from:ada"));
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(resultsOf(told[0])->relay, SearchResults::Relay::NotAsked);
    QCOMPARE(resultsOf(told[0])->messages.size(), 1U);
    (void)look(QString());
    QTRY_COMPARE(told.size(), 2);
    QVERIFY(resultsOf(told[1])->messages.empty());
}

void tst_DeskSearch::saysWhenOnlyThisDeviceWasSearched()
{
    (void)held();
    signIn();
    m_relay->goAway();
    QTRY_VERIFY(m_desk->link().state != LinkState::Online);
    QSignalSpy told(m_desk.get(), &Desk::searchFound);
    (void)look(QStringLiteral("please"));
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(resultsOf(told[0])->relay, SearchResults::Relay::Away);
    QCOMPARE(resultsOf(told[0])->messages.size(), 1U);
}

void tst_DeskSearch::onlyTheNewestIsAnswered()
{
    (void)held();
    signIn();
    QSignalSpy told(m_desk.get(), &Desk::searchFound);
    quint64 number = 0;
    for (const char* typed : {"p", "pl", "ple", "plea", "pleas", "please"})
        number = look(QString::fromLatin1(typed));
    QTRY_VERIFY(!told.isEmpty() && told.last()[0].toULongLong() == number &&
                resultsOf(told.last())->relay == SearchResults::Relay::Answered);
    const auto asked = std::count_if(m_relay->calls.begin(), m_relay->calls.end(),
                                     [](const auto& call) { return call.first == "search"; });
    QCOMPARE(asked, 1);
}

void tst_DeskSearch::nonsenseOfTheRelayIsLeftOut()
{
    m_relay->found =
        Json::array({5, Json::object(), Json{{"type", 7}}, Json{{"type", "message"}, {"messageId", "x"}}});
    signIn();
    QSignalSpy told(m_desk.get(), &Desk::searchFound);
    (void)look(QStringLiteral("please"));
    QTRY_COMPARE(told.size(), 2);
    QVERIFY(resultsOf(told[1])->messages.empty());
    QVERIFY(resultsOf(told[1])->contacts.empty());
}

RELEVO_TEST(tst_DeskSearch)
#include "tst_desk_search.moc"
