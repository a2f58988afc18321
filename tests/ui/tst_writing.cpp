#include "desk_world.h"
#include "support/test_main.h"

#include <ui/conversation/conversation_page.h>
#include <ui/conversation/mention_list.h>
#include <ui/conversation/writer.h>
#include <ui/shell/desk_page.h>

#include <QtGui/QAccessible>
#include <QtGui/QClipboard>
#include <QtTest/QtTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTextEdit>

using namespace relevo;
using std::chrono::seconds;

/// What is written at the desk: to the customer, to colleagues, and what stops or takes it back.
class tst_Writing final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<DeskWorld>();
        m_world->signIn();
        m_world->addWaiting(2);
        m_world->addMine(4);
        m_world->window().resize(1366, 768);
        m_world->window().show();
        m_world->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_world->window()));
        m_world->window().desk().look(m_world->mineId(1)); // everything read
        QTRY_VERIFY(composer()->isVisible());
        (void)m_world->window().grab();
        composer()->setFocus();
    }
    void cleanup() { m_world.reset(); }

    void aNoteIsATextOfItsOwn();
    void aNoteIsWrittenWhereOneMayNotAnswer();
    void aReturnedMessageDoesNotFallIntoANote();
    void enterAndControlEnter();
    void anEmptyFieldStaysWhereItIs();
    void whatTheCustomerSaysMeanwhileStopsTheMessage();
    void whatOvertookItMayTakeItsRow();
    void itIsSentAnywayOnce();
    void whatComesAfterTheAnswerStopsItAgain();
    void aRestoredDraftAnswersToWhatItWasBasedOn();
    void controlZTakesTheMessageBack();
    void theBubbleSaysHowLong();
    void draftsComeAndGo();
    void theCustomerIsToldOfAnswersOnly();
    void anEmojiIsChosenByKeyboard();
    void aDraftInOtherWordsCanBeUndone();
    void colleaguesAreOfferedInANote();

private:
    std::unique_ptr<DeskWorld> m_world;
    qint64 m_next = 10'000;

    ui::ConversationPage& page() { return m_world->window().desk().conversation(); }
    ui::Writer& writer() { return page().writer(); }
    QTextEdit* composer() { return m_world->find<QTextEdit>("message"); }
    QListView* transcript() { return m_world->find<QListView>("transcript"); }
    QPushButton* button(const char* name) { return m_world->find<QPushButton>(name); }
    QWidget* fence() { return m_world->find<QWidget>("fence"); }

    void type(const char* text) { QTest::keyClicks(composer(), QString::fromLatin1(text)); }
    void enter(Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QTest::keyClick(composer(), Qt::Key_Return, with);
    }
    void pause() { m_world->clock.advance(seconds(10)); }

    /// Somebody says something in the conversation that is looked at; with `instead`, as an own message
    /// leaves the outbox.
    void say(const QString& text, domain::Author author = domain::Author::Customer, bool instead = false)
    {
        const domain::ConversationId id = m_world->window().desk().current();
        domain::Message message;
        message.id = domain::MessageId(QUuid::createUuid());
        message.conversationId = id;
        message.seq = m_next++;
        message.author = author;
        message.content = text;
        message.at = m_world->clock.now();
        client::TranscriptBatch batch;
        batch.conversation = id;
        batch.messages = {message};
        if (instead)
            batch.waiting.emplace();
        m_world->transcript(id)->apply(batch);
    }

    /// An own message waits, to be sent at this moment.
    void hold(const QString& text, Timestamp until)
    {
        const domain::ConversationId id = m_world->window().desk().current();
        domain::Message message;
        message.conversationId = id;
        message.author = domain::Author::Agent;
        message.authorId = m_world->me().id.toString();
        message.content = text;
        message.clientId = QStringLiteral("held");
        message.at = m_world->clock.now();
        client::TranscriptBatch batch;
        batch.conversation = id;
        batch.waiting = {message};
        batch.held.emplace(message.clientId, until);
        m_world->transcript(id)->apply(batch);
    }
};

void tst_Writing::aNoteIsATextOfItsOwn()
{
    QSignalSpy sent(&page(), &ui::ConversationPage::sendRequested);
    QSignalSpy noted(&writer(), &ui::Writer::noteRequested);
    type("for the customer");
    QTest::keyClick(composer(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(composer()->accessibleName(), QStringLiteral("Private note"));
    QCOMPARE(button("send")->text(), QStringLiteral("Add note"));
    QVERIFY(m_world->find<QLabel>("noteSign")->isVisible());
    QVERIFY(composer()->toPlainText().isEmpty());
    type("the boss knows him");
    QTest::mouseClick(button("noteMode"), Qt::LeftButton);
    QCOMPARE(composer()->toPlainText(), QStringLiteral("for the customer"));
    QCOMPARE(button("send")->text(), QStringLiteral("Send"));
    QVERIFY(!m_world->find<QLabel>("noteSign")->isVisible());
    QTest::mouseClick(button("noteMode"), Qt::LeftButton);
    enter();
    QCOMPARE(noted.size(), 1);
    QCOMPARE(noted[0][1].toString(), QStringLiteral("the boss knows him"));
    QVERIFY(sent.isEmpty());
    QVERIFY(composer()->toPlainText().isEmpty());
    enter(); // nothing is left, and the other text is not meant
    QVERIFY(sent.isEmpty());
    QCOMPARE(noted.size(), 1);
}

void tst_Writing::aNoteIsWrittenWhereOneMayNotAnswer()
{
    m_world->window().desk().look(m_world->waitingId(0));
    QTRY_VERIFY(button("addNote")->isVisible());
    QVERIFY(!composer()->isVisible());
    QSignalSpy sent(&page(), &ui::ConversationPage::sendRequested);
    QSignalSpy noted(&writer(), &ui::Writer::noteRequested);
    QTest::mouseClick(button("addNote"), Qt::LeftButton);
    QVERIFY(composer()->isVisible() && composer()->hasFocus());
    type("call him back");
    enter();
    QCOMPARE(noted.size(), 1);
    QCOMPARE(noted[0][0].value<domain::ConversationId>(), m_world->waitingId(0));
    QTest::mouseClick(button("noteMode"), Qt::LeftButton);
    QVERIFY(!composer()->isVisible());
    QVERIFY(sent.isEmpty());
}

void tst_Writing::aReturnedMessageDoesNotFallIntoANote()
{
    writer().toggleNote();
    QVERIFY(m_world->find<QLabel>("composerHint")->text().startsWith(QStringLiteral("Enter adds the note")));
    type("he is ");
    page().returnDraft(m_world->mineId(1), QStringLiteral("Not sent."));
    QTest::keyClicks(composer(), QStringLiteral("angry"));
    QCOMPARE(composer()->toPlainText(), QStringLiteral("he is angry"));
    writer().toggleNote();
    QCOMPARE(composer()->toPlainText(), QStringLiteral("Not sent."));
    writer().toggleNote();
    QCOMPARE(composer()->toPlainText(), QStringLiteral("he is angry"));
}

void tst_Writing::enterAndControlEnter()
{
    QSignalSpy sent(&page(), &ui::ConversationPage::sendRequested);
    const qint64 newest = m_world->transcript(m_world->mineId(1))->messages().back().seq;
    type("one");
    enter();
    QCOMPARE(sent.size(), 1);
    QCOMPARE(sent[0][4].toLongLong(), newest);
    QCOMPARE(sent[0][2].value<std::chrono::milliseconds>(), seconds(5)); // unless one chooses otherwise
    page().setHabits([] { return ui::WritingHabits{false, seconds(0)}; });
    type("two");
    enter();
    type("lines");
    QCOMPARE(sent.size(), 1);
    enter(Qt::ControlModifier);
    QCOMPARE(sent.size(), 2);
    QCOMPARE(sent[1][1].toString(), QStringLiteral("two\nlines"));
    QCOMPARE(sent[1][2].value<std::chrono::milliseconds>(), seconds(0));
    QVERIFY(m_world->find<QLabel>("composerHint")->text().contains(QStringLiteral("Ctrl+Enter")));
}

void tst_Writing::anEmptyFieldStaysWhereItIs()
{
    const auto place = [this] {
        return std::pair(m_world->window().desk().current(), composer()->hasFocus());
    };
    const auto before = place();
    for (const Qt::Key key : {Qt::Key_Up, Qt::Key_Down})
        QTest::keyClick(composer(), key);
    QCOMPARE(place(), before);
    QVERIFY(composer()->toPlainText().isEmpty());
}

void tst_Writing::whatTheCustomerSaysMeanwhileStopsTheMessage()
{
    QSignalSpy sent(&page(), &ui::ConversationPage::sendRequested);
    type("It comes tomo");
    say(QStringLiteral("Forget it, I have bought another one"));
    m_world->clock.advance(seconds(1));
    type("rrow");
    enter();
    QVERIFY(sent.isEmpty());
    QTRY_VERIFY(fence()->isVisible());
    QVERIFY(m_world->find<QLabel>("fenceWords")->text().contains(QStringLiteral("1 second")));
    QVERIFY(m_world->find<QLabel>("fenceQuote")->text().contains(QStringLiteral("bought another")));
    QCOMPARE(composer()->toPlainText(), QStringLiteral("It comes tomorrow"));
    // Who has pressed Enter presses it again by accident: that does nothing but look.
    QVERIFY(button("fenceLook")->hasFocus());
    QVERIFY(button("fenceLook")->accessibleDescription().contains(QStringLiteral("bought another")));
    QTest::keyClick(button("fenceLook"), Qt::Key_Return);
    QVERIFY(sent.isEmpty());
    QVERIFY(!fence()->isVisible());
    QVERIFY(composer()->hasFocus());
    enter(); // asked once
    QCOMPARE(sent.size(), 1);
}

void tst_Writing::whatOvertookItMayTakeItsRow()
{
    const domain::ConversationId id = m_world->mineId(1);
    const qint64 newest = m_world->transcript(id)->messages().back().seq;
    hold(QStringLiteral("It comes tomorrow"), m_world->clock.now() + seconds(60));
    writer().markOvertaken(id);
    page().returnDraft(id, QStringLiteral("It comes tomorrow"), newest);
    QVERIFY(!fence()->isVisible()); // what overtook it is not here yet
    say(QStringLiteral("Forget it"), domain::Author::Customer, true);
    QVERIFY(fence()->isVisible());
    QVERIFY(m_world->find<QLabel>("fenceQuote")->text().contains(QStringLiteral("Forget it")));
}

void tst_Writing::itIsSentAnywayOnce()
{
    QSignalSpy sent(&page(), &ui::ConversationPage::sendRequested);
    type("Yes");
    say(QStringLiteral("Hello?"));
    say(QStringLiteral("The bot again"), domain::Author::Bot);
    enter();
    QTRY_VERIFY(fence()->isVisible());
    QVERIFY(m_world->find<QLabel>("fenceWords")->text().contains(QStringLiteral("2 new")));
    say(QStringLiteral("Anybody?"));
    QVERIFY(m_world->find<QLabel>("fenceQuote")->text().contains(QStringLiteral("Anybody")));
    QTest::mouseClick(button("fenceSend"), Qt::LeftButton);
    QCOMPARE(sent.size(), 1);
    QCOMPARE(sent[0][1].toString(), QStringLiteral("Yes"));
    QCOMPARE(sent[0][4].toLongLong(), m_next - 1); // the relay need not ask again, unless there is more
    QVERIFY(!fence()->isVisible());
    QVERIFY(composer()->toPlainText().isEmpty());
    // The next one answers to all of it.
    pause();
    type("More");
    enter();
    QCOMPARE(sent.size(), 2);
}

void tst_Writing::whatComesAfterTheAnswerStopsItAgain()
{
    QSignalSpy sent(&page(), &ui::ConversationPage::sendRequested);
    type("Yes");
    say(QStringLiteral("Hello?"));
    enter();
    QTest::mouseClick(button("fenceLook"), Qt::LeftButton);
    say(QStringLiteral("No, wait"));
    enter();
    QVERIFY(sent.isEmpty());
    QVERIFY(fence()->isVisible());
    // What was there when one goes on typing after a pause has been read.
    pause();
    QTest::mouseClick(button("fenceLook"), Qt::LeftButton);
    type(".");
    enter();
    QCOMPARE(sent.size(), 1);
}

void tst_Writing::aRestoredDraftAnswersToWhatItWasBasedOn()
{
    const domain::ConversationId id = m_world->mineId(1);
    const qint64 newest = m_world->transcript(id)->messages().back().seq;
    QSignalSpy sent(&page(), &ui::ConversationPage::sendRequested);
    writer().setDrafts({client::Draft{id, QStringLiteral("An old answer"), {}, false, newest - 6}});
    QCOMPARE(composer()->toPlainText(), QStringLiteral("An old answer"));
    enter();
    QVERIFY(sent.isEmpty());
    QVERIFY(fence()->isVisible());
    writer().setDrafts({client::Draft{id, QStringLiteral("An answer"), {}, false, newest}});
    QVERIFY(!fence()->isVisible());
    enter();
    QCOMPARE(sent.size(), 1);
}

void tst_Writing::controlZTakesTheMessageBack()
{
    QSignalSpy back(&writer(), &ui::Writer::takeBackRequested);
    QTest::keyClick(composer(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(back.isEmpty()); // nothing is held back
    hold(QStringLiteral("Helo"), m_world->clock.now() + seconds(5));
    type("a");
    QTest::keyClick(composer(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(composer()->toPlainText().isEmpty()); // first one's own typing
    QVERIFY(back.isEmpty());
    QTest::keyClick(composer(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(back.size(), 1);
    QCOMPARE(back[0][0].value<domain::ConversationId>(), m_world->mineId(1));
    m_world->clock.advance(seconds(5));
    QTest::keyClick(composer(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(back.size(), 1);
}

void tst_Writing::theBubbleSaysHowLong()
{
    hold(QStringLiteral("Good news"), m_world->clock.now() + seconds(5));
    const QModelIndex row = transcript()->model()->index(transcript()->model()->rowCount() - 1, 0);
    QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("still take it back")));
    (void)transcript()->grab();
    // The words in the bubble's lower right corner are a button.
    QSignalSpy back(&writer(), &ui::Writer::takeBackRequested);
    const QRect rect = transcript()->visualRect(row);
    const QPoint words(rect.right() - 60, rect.bottom() - 20);
    QTest::mouseClick(transcript()->viewport(), Qt::LeftButton, {}, words);
    QCOMPARE(back.size(), 1);
    m_world->clock.advance(seconds(5));
    QTest::mouseClick(transcript()->viewport(), Qt::LeftButton, {}, words);
    QCOMPARE(back.size(), 1);
}

void tst_Writing::draftsComeAndGo()
{
    const domain::ConversationId here = m_world->mineId(1);
    const domain::ConversationId there = m_world->mineId(2);
    QSignalSpy kept(&writer(), &ui::Writer::draftChanged);
    type("Hi");
    QCOMPARE(kept.size(), 2);
    const auto draft = kept.back()[0].value<client::Draft>();
    QCOMPARE(draft.conversation, here);
    QCOMPARE(draft.message, QStringLiteral("Hi"));
    QCOMPARE(draft.basedOnSeq, m_world->transcript(here)->messages().back().seq);
    enter();
    QVERIFY(kept.back()[0].value<client::Draft>().isEmpty());
    // From the disk of another who sits here now: nothing of the former is left.
    type("former");
    writer().setDrafts({client::Draft{there, {}, QStringLiteral("a note"), true, 0}});
    QVERIFY(composer()->toPlainText().isEmpty());
    m_world->window().desk().look(there);
    QCOMPARE(composer()->toPlainText(), QStringLiteral("a note"));
    QCOMPARE(button("send")->text(), QStringLiteral("Add note"));
    writer().forget(there);
    QVERIFY(composer()->toPlainText().isEmpty());
    // Another conversation's text does not come back by an undo.
    m_world->window().desk().look(here);
    type("secret of Ada");
    m_world->window().desk().look(there);
    QTest::keyClick(composer(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(composer()->toPlainText().isEmpty());
}

void tst_Writing::theCustomerIsToldOfAnswersOnly()
{
    QSignalSpy typing(&page(), &ui::ConversationPage::typingChanged);
    type("Hi");
    QVERIFY(typing.size() == 2 && typing.back()[1].toBool());
    writer().toggleNote();
    QVERIFY(!typing.back()[1].toBool());
    const qsizetype before = typing.size();
    type("psst");
    QCOMPARE(typing.size(), before);
}

void tst_Writing::anEmojiIsChosenByKeyboard()
{
    QTest::mouseClick(button("emoji"), Qt::LeftButton);
    auto* grid = m_world->window().findChild<QWidget*>(QStringLiteral("emojiGrid"));
    QVERIFY(grid);
    const QList<QPushButton*> all = grid->findChildren<QPushButton*>();
    QVERIFY(all.size() >= 30);
    for (const QPushButton* one : all)
        QVERIFY(!one->accessibleName().isEmpty() && one->accessibleName() != one->text());
    QTRY_VERIFY(all.front()->hasFocus());
    QTest::keyClick(all.front(), Qt::Key_Right);
    QVERIFY(all[1]->hasFocus());
    QTest::keyClick(all[1], Qt::Key_Return);
    QCOMPARE(composer()->toPlainText(), all[1]->text());
    QTRY_VERIFY(!grid->isVisible());
}

void tst_Writing::aDraftInOtherWordsCanBeUndone()
{
    const domain::ConversationId id = m_world->mineId(1);
    type("No.");
    writer().takeRewording(id, QStringLiteral("something else"), QStringLiteral("lost"), {});
    QCOMPARE(composer()->toPlainText(), QStringLiteral("No.")); // it was changed meanwhile
    writer().takeRewording(id, QStringLiteral("No."), QStringLiteral("I am sorry, no."),
                           QStringLiteral("ok"));
    QCOMPARE(composer()->toPlainText(), QStringLiteral("I am sorry, no."));
    QTest::keyClick(composer(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(composer()->toPlainText(), QStringLiteral("No."));
    // A suggestion is a draft like any other: somebody has to send it.
    QSignalSpy sent(&page(), &ui::ConversationPage::sendRequested);
    writer().use(QStringLiteral("Shall I call you?"));
    QCOMPARE(composer()->toPlainText(), QStringLiteral("No.\nShall I call you?"));
    QVERIFY(sent.isEmpty());
}

void tst_Writing::colleaguesAreOfferedInANote()
{
    const auto luis = domain::AgentId(QUuid::createUuid());
    const auto lucia = domain::AgentId(QUuid::createUuid());
    writer().setColleagues(
        {{luis, QStringLiteral("Luis Ferrer")}, {lucia, QStringLiteral("Lucía Fernández")}});
    auto* list = m_world->find<QListView>("mentions");
    type("@lu");
    QVERIFY(!list->isVisible()); // the customer is nobody's business
    composer()->clear();
    writer().toggleNote();
    QSignalSpy noted(&writer(), &ui::Writer::noteRequested);
    type("mail ana@luis, @");
    QVERIFY(list->isVisible());
    QCOMPARE(list->model()->rowCount(), 2);
    type("fern");
    QCOMPARE(list->model()->rowCount(), 1);
    QTest::keyClick(composer(), Qt::Key_Return);
    QVERIFY(!list->isVisible());
    QCOMPARE(composer()->toPlainText(), QStringLiteral("mail ana@luis, @Lucía Fernández "));
    type("and @");
    QTest::keyClick(composer(), Qt::Key_Escape);
    QVERIFY(!list->isVisible());
    QVERIFY(composer()->hasFocus());
    type("L");
    QTest::keyClick(composer(), Qt::Key_Up); // round to the other one and back
    QTest::keyClick(composer(), Qt::Key_Up);
    QTest::keyClick(composer(), Qt::Key_Tab);
    enter();
    QCOMPARE(noted.size(), 1);
    QCOMPARE(noted[0][1].toString(), QStringLiteral("mail ana@luis, @Lucía Fernández and @Luis Ferrer"));
    const auto mentions = noted[0][2].value<QList<domain::AgentId>>();
    QCOMPARE(mentions.size(), 2);
    QVERIFY(mentions.contains(luis) && mentions.contains(lucia));
}

RELEVO_TEST(tst_Writing)
#include "tst_writing.moc"
