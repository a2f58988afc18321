#include "desk_world.h"
#include "support/test_main.h"

#include <ui/queue/offer_card.h>
#include <ui/search/search_page.h>
#include <ui/shell/desk_page.h>

#include <QtTest/QtTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>

using namespace relevo;
using client::SearchHit;
using client::SearchQuery;
using client::SearchResults;

/// The search in the place of the lists, by keyboard.
class tst_SearchPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<DeskWorld>();
        m_world->signIn();
        m_world->addWaiting(5);
        m_world->addMine(2);
        m_world->window().resize(1366, 768);
        m_world->window().show();
        m_world->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_world->window()));
        QTest::keyClick(&m_world->window(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(field()->hasFocus());
    }

    void cleanup() { m_world.reset(); }

    void anOfferIsSeenWhileSearching()
    {
        m_world->addOthers(); // one of them is offered
        auto* reminder = m_world->find<QWidget>("offerReminder");
        QVERIFY(reminder->isVisible());
        auto* card = reminder->findChild<ui::OfferCard*>();
        QVERIFY(card && card->isVisible());
        QCOMPARE(card->findChild<QLabel*>(QStringLiteral("offerLeft"))->text(), QStringLiteral("0:24"));
        m_world->clock.advance(std::chrono::seconds(9));
        m_world->models().inbox.refresh();
        QCOMPARE(card->findChild<QLabel*>(QStringLiteral("offerLeft"))->text(), QStringLiteral("0:15"));
        QSignalSpy claimed(&m_world->window().desk(), &ui::DeskPage::claimRequested);
        QTest::mouseClick(card->findChild<QPushButton*>(QStringLiteral("acceptOffer")), Qt::LeftButton);
        QCOMPARE(claimed.size(), 1);
        m_world->clock.advance(std::chrono::seconds(16));
        m_world->models().inbox.refresh();
        QTRY_VERIFY(!reminder->isVisible());
    }

    void aChannelIsTypedAsTheListsCallIt()
    {
        QSignalSpy asked(&page(), &ui::SearchPage::searchRequested);
        for (const auto& [typed, meant] :
             {std::pair("channel:api ada", "http"), std::pair("channel:\"Web chat\"", "web"),
              std::pair("channel:http", "http"), std::pair("channel:fax", "fax")}) {
            field()->setText(QString::fromLatin1(typed));
            QCOMPARE(asked.last()[0].value<SearchQuery>().channel, QLatin1String(meant));
        }
    }

    void typesAndOpens()
    {
        QSignalSpy asked(&page(), &ui::SearchPage::searchRequested);
        QSignalSpy wanted(&m_world->window().desk(), &ui::DeskPage::conversationWanted);
        QTest::keyClicks(field(), QStringLiteral("parcel from:ana"));
        const auto query = asked.last()[0].value<SearchQuery>();
        QCOMPARE(query.words, QStringLiteral("parcel"));
        QCOMPARE(query.from, QStringLiteral("ana"));
        page().show(results(query, SearchResults::Relay::Answered));
        QCOMPARE(list()->model()->rowCount(), 4);
        QVERIFY(!m_world->find<QLabel>("searchState")->isVisible());
        // Past the heading, to the second hit.
        QTest::keyClick(field(), Qt::Key_Down);
        QVERIFY(list()->hasFocus());
        QCOMPARE(list()->currentIndex().row(), 1);
        QTest::keyClick(list(), Qt::Key_Down);
        QTest::keyClick(list(), Qt::Key_Return);
        QCOMPARE(wanted.last()[0].value<domain::ConversationId>(), m_world->mineId(1));
        // Letters go on with what is looked for.
        QTest::keyClick(list(), Qt::Key_X);
        QVERIFY(field()->hasFocus());
        QVERIFY(field()->text().endsWith(u'x'));
    }

    void whoIsOnARowStaysOnIt()
    {
        SearchQuery query;
        query.words = QStringLiteral("parcel");
        const auto here = results(query, SearchResults::Relay::Asked);
        page().show(here);
        QTest::keyClick(field(), Qt::Key_Down);
        QTest::keyClick(list(), Qt::Key_Down);
        auto more = std::make_shared<SearchResults>(*here);
        more->relay = SearchResults::Relay::Answered;
        more->messages.insert(more->messages.begin(),
                              hit(m_world->waitingId(0), QStringLiteral("newer parcel")));
        page().show(more);
        QCOMPARE(list()->currentIndex().data().toString(), here->messages[1].text);
        QVERIFY(list()->hasFocus());
    }

    void saysWhatWasSearched()
    {
        auto* state = m_world->find<QLabel>("searchState");
        SearchQuery query;
        query.words = QStringLiteral("parcel");
        page().show(results(query, SearchResults::Relay::Asked));
        QVERIFY(state->isVisible() && state->text().contains(QStringLiteral("relay")));
        page().show(results(query, SearchResults::Relay::Away));
        QVERIFY(state->isVisible() && state->text().contains(QStringLiteral("this device")));
        page().show(results(query, SearchResults::Relay::Answered));
        QVERIFY(!state->isVisible());
        auto many = std::make_shared<SearchResults>(*results(query, SearchResults::Relay::Answered));
        many->more = true;
        page().show(many);
        QVERIFY(state->isVisible());
    }

    void escapeGoesBackStepByStep()
    {
        QTest::keyClicks(field(), QStringLiteral("x"));
        QTest::keyClick(field(), Qt::Key_Escape);
        QVERIFY(field()->text().isEmpty());
        QVERIFY(page().isVisible());
        QTest::keyClick(field(), Qt::Key_Escape);
        QTRY_VERIFY(!page().isVisible());
    }

private:
    std::unique_ptr<DeskWorld> m_world;
    SystemClock m_clock;
    UuidV7Source m_ids{m_clock};

    [[nodiscard]] ui::SearchPage& page() { return m_world->window().desk().search(); }
    [[nodiscard]] QLineEdit* field() { return m_world->find<QLineEdit>("searchField"); }
    [[nodiscard]] QListView* list() { return m_world->find<QListView>("searchList"); }

    [[nodiscard]] SearchHit hit(const domain::ConversationId& conversation, const QString& text)
    {
        SearchHit hit;
        hit.conversation = conversation;
        hit.message = m_ids.make<domain::MessageId>();
        hit.name = QStringLiteral("Ana");
        hit.text = text;
        return hit;
    }
    [[nodiscard]] client::SharedResults results(const SearchQuery& query, SearchResults::Relay relay)
    {
        auto results = std::make_shared<SearchResults>();
        results->query = query;
        results->relay = relay;
        results->messages = {hit(m_world->mineId(0), QStringLiteral("the parcel is late")),
                             hit(m_world->mineId(1), QStringLiteral("where is the parcel")),
                             hit(m_world->waitingId(1), QStringLiteral("no parcel"))};
        return results;
    }
};

RELEVO_TEST(tst_SearchPage)
#include "tst_searchpage.moc"
