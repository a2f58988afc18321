#include "page_test.h"
#include "support/test_main.h"

#include <ui/settings/answers_page.h>
#include <ui/settings/chips_edit.h>

#include <protocol/bots_codec.h>

#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>

using namespace relevo;
using namespace relevo::ui;
using protocol::Json;

namespace {

const std::string faqPath = "/api/projects/0190aaaa-0000-7000-8000-000000000002/faq";

domain::FaqEntry asked(const char* name, const char* word, const char* answer)
{
    domain::FaqEntry entry;
    entry.name = QString::fromUtf8(name);
    entry.words[QStringLiteral("en")] = {QString::fromUtf8(word)};
    entry.answer[QStringLiteral("en")] = QString::fromUtf8(answer);
    return entry;
}

Json listed(const std::vector<domain::FaqEntry>& entries)
{
    return {{"items", protocol::toJson(entries)}};
}

} // namespace

/// The page of what the bots answer.
class tst_AnswersPage final : public PageTest<AnswersPage>
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        begin();
        serve({m_parking, m_cards});
        makePage({800, 900});
    }
    void cleanup() { end(); }

    void whatCannotBeFetchedIsNotAnEmptyList()
    {
        m_server->answer("GET " + faqPath, 503, {{"code", "unavailable"}, {"title", "Later"}});
        m_page->opened();
        QTRY_VERIFY(find<QPushButton>("fetchAgain")->isVisible());
        QVERIFY(!find<QPushButton>("answerNew")->isVisible());
        serve({});
        find<QPushButton>("fetchAgain")->click();
        QTRY_VERIFY(find<QLabel>("answerNone")->isVisible());
    }

    void aQuestionIsFoundAndChanged()
    {
        open();
        QTest::keyClicks(find<QLineEdit>("answerSearch"), QStringLiteral("years"));
        QCOMPARE(list()->model()->rowCount(), 1);
        choose(0);
        QCOMPARE(find<QLineEdit>("answerName")->text(), m_cards.name);
        auto* text = find<QPlainTextEdit>("answerText_en");
        text->setPlainText(QStringLiteral("Five years."));
        QVERIFY(m_page->hasUnsaved());
        domain::FaqEntry after = m_cards;
        after.answer[QStringLiteral("en")] = QStringLiteral("Five years.");
        m_server->answer("PUT " + faqPath, 200, listed({m_parking, after}));
        find<QPushButton>("answerSave")->click();
        QTRY_VERIFY(!m_page->hasUnsaved());
        QCOMPARE(m_server->last("PUT " + faqPath).body, listed({m_parking, after}));
    }

    void aNewOneNeedsWordsAndAnAnswerInTheSameLanguage()
    {
        open();
        find<QPushButton>("answerNew")->click();
        find<QLineEdit>("answerName")->setText(QStringLiteral("Shipping"));
        find<QPushButton>("answerSave")->click();
        QVERIFY(find<QLabel>("answerKnownBy_enError")->isVisible());
        auto* words = find<QLineEdit>("answerWords_es");
        words->setText(QStringLiteral("envío"));
        QTest::keyClick(words, Qt::Key_Return);
        QCOMPARE(troubles(), 0);
        find<QPushButton>("answerSave")->click();
        QVERIFY(find<QLabel>("answerText_esError")->isVisible());
        QCOMPARE(m_server->count("PUT " + faqPath), 0);
        find<QPlainTextEdit>("answerText_es")->setPlainText(QStringLiteral("Nueve euros."));
        domain::FaqEntry made;
        made.name = QStringLiteral("Shipping");
        made.words[QStringLiteral("es")] = {QStringLiteral("envío")};
        made.answer[QStringLiteral("es")] = QStringLiteral("Nueve euros.");
        m_server->answer("PUT " + faqPath, 200, listed({m_parking, m_cards, made}));
        find<QPushButton>("answerSave")->click();
        QTRY_COMPARE(list()->model()->rowCount(), 3);
        QCOMPARE(m_server->last("PUT " + faqPath).body, listed({m_parking, m_cards, made}));
    }

    void whatIsDeletedComesBackWhereItWas()
    {
        open();
        choose(0);
        m_server->answer("PUT " + faqPath, 200, listed({m_cards}));
        find<QPushButton>("answerDelete")->click();
        QTRY_VERIFY(find<QPushButton>("answerUndo")->isVisible());
        QCOMPARE(m_server->last("PUT " + faqPath).body, listed({m_cards}));
        serve({m_cards});
        find<QPushButton>("answerUndo")->click();
        QTRY_COMPARE(list()->model()->rowCount(), 2);
        QCOMPARE(m_server->last("PUT " + faqPath).body, listed({m_parking, m_cards}));
    }

    void whatSomebodyElseWroteStays()
    {
        open();
        choose(0);
        find<QPlainTextEdit>("answerText_en")->setPlainText(QStringLiteral("In front of it."));
        const domain::FaqEntry theirs = asked("Pets", "dog", "They may come in.");
        serve({theirs, m_parking, m_cards});
        m_server->answer("PUT " + faqPath, 200, Json::object());
        find<QPushButton>("answerSave")->click();
        QTRY_VERIFY(!m_page->hasUnsaved());
        domain::FaqEntry after = m_parking;
        after.answer[QStringLiteral("en")] = QStringLiteral("In front of it.");
        QCOMPARE(m_server->last("PUT " + faqPath).body, listed({theirs, after, m_cards}));
        // Who has changed the same one is not overwritten.
        serve({theirs, m_cards});
        find<QPlainTextEdit>("answerText_en")->setPlainText(QStringLiteral("Nowhere."));
        find<QPushButton>("answerSave")->click();
        QTRY_VERIFY(find<QLabel>("answerState")->text().contains(QStringLiteral("Somebody else")));
        QCOMPARE(m_server->count("PUT " + faqPath), 1);
        QVERIFY(m_page->hasUnsaved());
        find<QPushButton>("answerSave")->click();
        QTRY_COMPARE(m_server->count("PUT " + faqPath), 2);
        QCOMPARE(m_server->last("PUT " + faqPath).body.at("items").size(), std::size_t(3));
    }

    void whoIsOvertakenBetweenFetchingAndSavingTriesAgain()
    {
        open();
        choose(0);
        find<QPlainTextEdit>("answerText_en")->setPlainText(QStringLiteral("In front of it."));
        Json first = listed({m_parking, m_cards});
        first["version"] = 4;
        m_server->answerOnce("GET " + faqPath, 200, first);
        const domain::FaqEntry theirs = asked("Pets", "dog", "They may come in.");
        Json second = listed({theirs, m_parking, m_cards});
        second["version"] = 5;
        m_server->answer("GET " + faqPath, 200, second);
        m_server->answerOnce("PUT " + faqPath, 409,
                             {{"code", "conflict"}, {"title", "Changed"}, {"version", 5}});
        m_server->answer("PUT " + faqPath, 200, Json::object());
        find<QPushButton>("answerSave")->click();
        QTRY_VERIFY(!m_page->hasUnsaved());
        domain::FaqEntry after = m_parking;
        after.answer[QStringLiteral("en")] = QStringLiteral("In front of it.");
        Json saved = listed({theirs, after, m_cards});
        saved["version"] = 5;
        QCOMPARE(m_server->last("PUT " + faqPath).body, saved);
        QCOMPARE(m_server->count("PUT " + faqPath), 2);
        // A few times only.
        m_server->answer("PUT " + faqPath, 409, {{"code", "conflict"}, {"title", "Changed again"}});
        find<QPlainTextEdit>("answerText_en")->setPlainText(QStringLiteral("Beside it."));
        m_server->answer("GET " + faqPath, 200, saved);
        find<QPushButton>("answerSave")->click();
        QTRY_VERIFY(find<QPushButton>("answerSave")->isEnabled() && m_server->count("PUT " + faqPath) == 5);
        QVERIFY(m_page->hasUnsaved());
    }

    void whatIsOnlyLookedAtIsNotChanged()
    {
        // As programs write it: with more spaces than a form keeps, and an answer without words.
        domain::FaqEntry odd = asked("  Parking  lot ", "park", " Behind the house.\n");
        odd.answer[QStringLiteral("es")] = QStringLiteral("   ");
        serve({odd, m_cards});
        open();
        choose(0);
        QVERIFY(!m_page->hasUnsaved());
        QVERIFY(!find<QPushButton>("answerSave")->isEnabled());
        find<QLineEdit>("answerName")->setText(QStringLiteral("Parking"));
        QVERIFY(m_page->hasUnsaved());
        m_server->answer("PUT " + faqPath, 200, Json::object());
        find<QPushButton>("answerSave")->click();
        QTRY_VERIFY(!m_page->hasUnsaved());
        QCOMPARE(m_server->last("PUT " + faqPath).body, listed({m_parking, m_cards}));
    }

    void whatOthersDoWithAQuestionIsSeen()
    {
        open();
        choose(0);
        domain::FaqEntry theirs = asked("Parking", "park", "On the roof.");
        serve({theirs, m_cards});
        tellChange();
        auto* text = find<QPlainTextEdit>("answerText_en");
        QTRY_COMPARE(text->toPlainText(), QStringLiteral("On the roof."));
        QVERIFY(state().contains(QStringLiteral("changed")));
        QVERIFY(!m_page->hasUnsaved());
        // What is being written stays.
        text->setPlainText(QStringLiteral("Nowhere."));
        theirs.answer[QStringLiteral("en")] = QStringLiteral("In the yard.");
        serve({theirs, m_cards});
        m_page->opened();
        QTRY_VERIFY(state().contains(QStringLiteral("replaces their version")));
        QCOMPARE(text->toPlainText(), QStringLiteral("Nowhere."));
        m_server->answer("PUT " + faqPath, 200, Json::object());
        find<QPushButton>("answerSave")->click();
        QTRY_VERIFY(!m_page->hasUnsaved());
        theirs.answer[QStringLiteral("en")] = QStringLiteral("Nowhere.");
        QCOMPARE(m_server->last("PUT " + faqPath).body, listed({theirs, m_cards}));
        // One that is gone, too.
        text->setPlainText(QStringLiteral("Somewhere."));
        serve({m_cards});
        m_page->opened();
        QTRY_VERIFY(state().contains(QStringLiteral("deleted")));
        QVERIFY(m_page->hasUnsaved());
        find<QPushButton>("answerGiveUp")->click();
        QVERIFY(!text->isVisible());
        choose(0);
        serve({m_parking});
        m_page->opened();
        QTRY_VERIFY(!text->isVisible()); // nothing of one's own is lost
    }

    void oneThatWasOnlyBegunIsCancelled()
    {
        open();
        find<QPushButton>("answerNew")->click();
        auto* giveUp = find<QPushButton>("answerGiveUp");
        QCOMPARE(giveUp->text(), QStringLiteral("Cancel"));
        find<QLineEdit>("answerName")->setText(QStringLiteral("Pets"));
        QCOMPARE(giveUp->text(), QStringLiteral("Discard changes"));
        QCOMPARE(giveUp->accessibleName(), giveUp->text());
        giveUp->click();
        QVERIFY(!giveUp->isVisible());
    }

    void theButtonsStayInSight()
    {
        m_page->resize(560, 420);
        open();
        QVERIFY(!find<QPushButton>("answerSave")->isVisible());
        choose(0);
        auto* save = find<QPushButton>("answerSave");
        const auto lower = [this, save] {
            return save->mapTo(m_page.get(), QPoint(0, save->height())).y();
        };
        QTRY_VERIFY(save->isVisible() && lower() <= m_page->height() && lower() > m_page->height() / 2);
        // Nothing of the page is under them.
        QTRY_VERIFY(m_page->viewport()->geometry().bottom() < save->mapTo(m_page.get(), QPoint()).y());
        m_page->verticalScrollBar()->setValue(m_page->verticalScrollBar()->maximum());
        QVERIFY(lower() <= m_page->height());
    }

    void withoutAConnectionItIsReadOnly()
    {
        open();
        choose(0);
        m_page->setOnline(false);
        QVERIFY(!find<QPlainTextEdit>("answerText_en")->isEnabled());
        QVERIFY(!find<QPushButton>("answerSave")->isVisible());
        QVERIFY(find<QLabel>("answerState")->text().contains(QStringLiteral("cannot be reached")));
        m_page->setOnline(true);
        QVERIFY(find<QPlainTextEdit>("answerText_en")->isEnabled());
        QVERIFY(find<QPushButton>("answerSave")->isVisible());
    }

private:
    const domain::FaqEntry m_parking = asked("Parking", "park", "Behind the house.");
    const domain::FaqEntry m_cards = asked("Gift cards", "gift card", "Three years.");

    void serve(const std::vector<domain::FaqEntry>& entries)
    {
        m_server->answer("GET " + faqPath, 200, listed(entries));
    }
    void open()
    {
        m_page->opened();
        QTRY_COMPARE(list()->model()->rowCount(), 2);
    }
    void choose(int row) { Q_EMIT list()->clicked(list()->model()->index(row, 0)); }
    QListView* list() { return find<QListView>("answers"); }
    QString state() { return find<QLabel>("answerState")->text(); }
    int troubles()
    {
        int shown = 0;
        for (const QLabel* one : m_page->findChildren<QLabel*>()) {
            if (one->objectName().endsWith(u"Error") && one->isVisible())
                ++shown;
        }
        return shown;
    }
};

RELEVO_TEST(tst_AnswersPage)
#include "tst_answerspage.moc"
