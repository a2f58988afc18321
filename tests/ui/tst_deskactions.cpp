#include "desk_world.h"
#include "support/test_main.h"

#include <ui/actions/note_dialog.h>
#include <ui/actions/resolve_dialog.h>
#include <ui/actions/shortcuts_dialog.h>
#include <ui/actions/snooze_dialog.h>
#include <ui/actions/transfer_dialog.h>
#include <ui/actions/undo_bar.h>
#include <ui/conversation/conversation_page.h>
#include <ui/conversation/writer.h>
#include <ui/queue/left_column.h>
#include <ui/shell/action_runner.h>
#include <ui/shell/desk_page.h>
#include <ui/widgets/choice_list.h>
#include <ui/widgets/popup_button.h>

#include <QtGui/QAccessible>
#include <QtTest/QtTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTextEdit>

using namespace relevo;
using models::TransferTarget;
using ui::ActionId;

/// What the actions do with the desk, by keys, menus and the palette.
class tst_DeskActions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<DeskWorld>();
        m_world->signIn();
        m_world->addWaiting(5);
        m_world->addMine(4);
        m_world->window().resize(1366, 768);
        m_world->window().show();
        m_world->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_world->window()));
    }
    void cleanup() { m_world.reset(); }

    void oneKeyGoesThroughTheLists();
    void escapeEndsASelectionOnAHeaderToo();
    void lettersAreNoCommandsWhileWriting();
    void theHeaderOffersWhatCanBeDone();
    void transfersByKeyboard();
    void whoIsPointedAtStaysWhileTheOthersMove();
    void givesBackByKeys();
    void snoozesByKeyboard();
    void aTimeThatIsNoneIsSaid();
    void resolvesWithAnOutcome();
    void whatWasTakenBackNeedNotBeSaidAgain();
    void aNoteIsWrittenInItsField();
    void filesAreChosenByAKey();
    void refusedWordsAreOffered();
    void undoIsOfferedAndTaken();
    void undoEndsWithItsTime();
    void offlineUndoIsHonest();
    void whatNobodyDoesIsNotOffered();
    void keysAreChangedOnTheirPage();
    void everyDialogHasNames();

private:
    std::unique_ptr<DeskWorld> m_world;

    ui::DeskPage& desk() { return m_world->window().desk(); }
    ui::ActionRunner& runner() { return m_world->window().runner(); }
    QAction& action(ActionId id) { return m_world->window().actions().action(id); }
    void key(Qt::Key which, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QWidget* to = QApplication::focusWidget();
        QTest::keyClick(to ? to : &m_world->window(), which, with);
    }
    void keyIn(QWidget* widget, Qt::Key which, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QTest::keyClick(widget, which, with);
    }
    void lookAtMine(int index = 0)
    {
        desk().look(m_world->mineId(index));
        m_world->find<QListView>("myList")->setFocus();
    }
    template <typename Dialog>
    Dialog* dialog()
    {
        auto* found = m_world->window().findChild<Dialog*>();
        if (!found || !QTest::qWaitForWindowExposed(found))
            qFatal("the dialog is not there");
        return found;
    }
    client::HeldWish held(client::Wish wish, int index = 0)
    {
        const Timestamp now = m_world->clock.now();
        return {QUuid::createUuid(), wish, m_world->mineId(index), now, now + std::chrono::seconds(5)};
    }
    QMenu& moreMenu() { return m_world->find<ui::PopupButton>("moreActions")->popup(); }
};

void tst_DeskActions::oneKeyGoesThroughTheLists()
{
    m_world->find<QListView>("waitingList")->setFocus();
    const auto& queue = m_world->models().inbox.section(models::InboxSection::Waiting);
    key(Qt::Key_J);
    QCOMPARE(desk().current(), queue.conversationAt(0));
    key(Qt::Key_J);
    QCOMPARE(desk().current(), queue.conversationAt(1));
    key(Qt::Key_K);
    key(Qt::Key_K);
    QCOMPARE(desk().current(), queue.conversationAt(0)); // there is none before it
    for (int i = 0; i < 20; ++i)
        key(Qt::Key_J);
    const auto& mine = m_world->models().inbox.section(models::InboxSection::Mine);
    QCOMPARE(desk().current(), mine.conversationAt(mine.rowCount() - 1));
}

void tst_DeskActions::escapeEndsASelectionOnAHeaderToo()
{
    desk().goToQueue();
    key(Qt::Key_End);
    key(Qt::Key_X);
    QCOMPARE(m_world->models().inbox.marks().size(), 1);
    key(Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("myListHeader"));
    key(Qt::Key_Escape);
    QVERIFY(m_world->models().inbox.marks().isEmpty());
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("myListHeader"));
}

void tst_DeskActions::lettersAreNoCommandsWhileWriting()
{
    lookAtMine();
    QSignalSpy wanted(&desk(), &ui::DeskPage::conversationWanted);
    auto* composer = m_world->find<QTextEdit>("message");
    composer->setFocus();
    for (const Qt::Key letter : {Qt::Key_J, Qt::Key_T, Qt::Key_R, Qt::Key_S, Qt::Key_N, Qt::Key_C})
        QTest::keyClick(composer, letter);
    QTest::keyClick(composer, Qt::Key_Question, Qt::ShiftModifier);
    QCOMPARE(composer->toPlainText().toLower().left(6), QStringLiteral("jtrsnc"));
    QVERIFY(wanted.isEmpty());
    QVERIFY(!m_world->window().findChild<QDialog*>());
    // What has a modifier works all the same.
    QTest::keyClick(composer, Qt::Key_T, Qt::ControlModifier);
    QVERIFY(m_world->window().findChild<ui::TransferDialog*>());
}

void tst_DeskActions::theHeaderOffersWhatCanBeDone()
{
    lookAtMine();
    QVERIFY(moreMenu().actions().contains(&action(ActionId::Transfer)));
    QVERIFY(moreMenu().actions().contains(&action(ActionId::Note)));
    QVERIFY(!moreMenu().actions().contains(&action(ActionId::Reopen)));
    desk().look(m_world->waitingId(0));
    QVERIFY(!moreMenu().actions().contains(&action(ActionId::Transfer)));
    QVERIFY(m_world->find<QPushButton>("claim")->isEnabled());
    // While it is on its way to somebody else it cannot go to a third.
    client::ConversationRow row = *m_world->live.row(m_world->mineId(0));
    row.leaving = true;
    m_world->put(row);
    desk().look(m_world->mineId(0));
    QVERIFY(!action(ActionId::Transfer).isEnabled());
    QVERIFY(!m_world->find<QPushButton>("resolve")->isEnabled());
    QCOMPARE(m_world->find<QLabel>("conversationState")->text().section(QStringLiteral(" · "), 0, 0),
             QStringLiteral("Handing over…"));
}

void tst_DeskActions::transfersByKeyboard()
{
    lookAtMine();
    QSignalSpy transferred(&runner(), &ui::ActionRunner::transferRequested);
    key(Qt::Key_T);
    auto* question = dialog<ui::TransferDialog>();
    auto* search = question->findChild<QLineEdit*>(QStringLiteral("transferSearch"));
    auto* list = question->findChild<ui::ChoiceList*>(QStringLiteral("transferTargets"));
    QVERIFY(search->hasFocus());
    QCOMPARE(list->currentIndex().data().toString(), QStringLiteral("Luis Ferrer")); // has room
    keyIn(search, Qt::Key_Down);
    QCOMPARE(list->currentIndex().data().toString(), QStringLiteral("Beatriz Conceição"));
    QTest::keyClicks(search, QStringLiteral("refund"));
    QCOMPARE(list->model()->rowCount(), 2);
    QTest::keyClicks(search, QStringLiteral(" luis"));
    QCOMPARE(list->currentIndex().data().toString(), QStringLiteral("Luis Ferrer"));
    auto* note = question->findChild<QPlainTextEdit*>(QStringLiteral("transferNote"));
    QTest::keyClicks(note, QStringLiteral("knows the case"));
    keyIn(note, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(transferred.size(), 1);
    QCOMPARE(transferred[0][1].value<TransferTarget>().name, QStringLiteral("Luis Ferrer"));
    QCOMPARE(transferred[0][2].toString(), QStringLiteral("knows the case"));
    QVERIFY(!question->isVisible());
}

void tst_DeskActions::whoIsPointedAtStaysWhileTheOthersMove()
{
    lookAtMine();
    key(Qt::Key_T);
    auto* question = dialog<ui::TransferDialog>();
    auto* list = question->findChild<ui::ChoiceList*>(QStringLiteral("transferTargets"));
    const auto& agents = m_world->live.agents();
    const auto carl = std::find_if(agents.begin(), agents.end(), [](const domain::Agent& agent) {
        return agent.name.startsWith(QLatin1String("Carl"));
    });
    question->choose(carl->id);
    QCOMPARE(list->currentIndex().data().toString(), carl->name);
    // Somebody comes back and stands in front of him now.
    client::LiveBatch batch;
    batch.agents = agents;
    batch.teams = m_world->live.teams();
    for (domain::Agent& agent : *batch.agents)
        agent.availability = domain::Availability::Available;
    const QString name = carl->name;
    m_world->live.apply(batch);
    QCOMPARE(list->currentIndex().data().toString(), name);
}

void tst_DeskActions::givesBackByKeys()
{
    lookAtMine();
    QSignalSpy transferred(&runner(), &ui::ActionRunner::transferRequested);
    key(Qt::Key_U, Qt::AltModifier);
    key(Qt::Key_B, Qt::AltModifier);
    QCOMPARE(transferred.size(), 2);
    QCOMPARE(transferred[0][1].value<TransferTarget>().kind, TransferTarget::Kind::Queue);
    QCOMPARE(transferred[1][1].value<TransferTarget>().kind, TransferTarget::Kind::Bot);
    QCOMPARE(transferred[0][0].value<domain::HandoffId>(), m_world->live.row(m_world->mineId(0))->handoffId);
}

void tst_DeskActions::snoozesByKeyboard()
{
    lookAtMine();
    QSignalSpy snoozed(&runner(), &ui::ActionRunner::snoozeRequested);
    key(Qt::Key_5, Qt::AltModifier);
    key(Qt::Key_1, Qt::AltModifier);
    key(Qt::Key_3, Qt::AltModifier);
    QCOMPARE(snoozed.size(), 3);
    QCOMPARE(snoozed[0][1].toInt(), 5);
    QCOMPARE(snoozed[1][1].toInt(), 15);
    QCOMPARE(snoozed[2][1].toInt(), 30);
    key(Qt::Key_S);
    auto* field = dialog<ui::SnoozeDialog>()->findChild<QLineEdit*>(QStringLiteral("snoozeTime"));
    QTest::keyClicks(field, QStringLiteral("2h30"));
    keyIn(field, Qt::Key_Return);
    QCOMPARE(snoozed.size(), 4);
    QCOMPARE(snoozed[3][1].toInt(), 150);
}

void tst_DeskActions::aTimeThatIsNoneIsSaid()
{
    lookAtMine();
    QSignalSpy snoozed(&runner(), &ui::ActionRunner::snoozeRequested);
    key(Qt::Key_S);
    auto* question = dialog<ui::SnoozeDialog>();
    auto* field = question->findChild<QLineEdit*>(QStringLiteral("snoozeTime"));
    QTest::keyClicks(field, QStringLiteral("soon"));
    QVERIFY(!question->findChild<QLabel*>(QStringLiteral("snoozeError"))->text().isEmpty());
    QVERIFY(!question->findChild<QPushButton*>(QStringLiteral("confirmSnooze"))->isEnabled());
    keyIn(field, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(snoozed.isEmpty() && question->isVisible());
}

void tst_DeskActions::resolvesWithAnOutcome()
{
    lookAtMine();
    QSignalSpy resolved(&runner(), &ui::ActionRunner::resolveRequested);
    key(Qt::Key_R);
    auto* question = dialog<ui::ResolveDialog>();
    auto* solved = question->findChild<QPushButton*>(QStringLiteral("solved"));
    auto* spam = question->findChild<QPushButton*>(QStringLiteral("spam"));
    QVERIFY(!question->findChild<QCheckBox*>(QStringLiteral("asksRating"))
                 ->isVisible()); // the project does not ask
    solved->click();
    spam->click();
    QVERIFY(!solved->isChecked() && spam->isChecked());
    spam->click();
    QVERIFY(!spam->isChecked()); // and left again
    solved->click();
    keyIn(solved, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(resolved.size(), 1);
    QCOMPARE(resolved[0][1].value<client::Resolution>().disposition, QStringLiteral("solved"));
}

void tst_DeskActions::whatWasTakenBackNeedNotBeSaidAgain()
{
    lookAtMine();
    action(ActionId::Resolve).trigger();
    auto* first = dialog<ui::ResolveDialog>();
    first->findChild<QPlainTextEdit*>(QStringLiteral("resolutionNotes"))
        ->setPlainText(QStringLiteral("long words"));
    first->confirm();
    QTRY_VERIFY(!m_world->window().findChild<ui::ResolveDialog*>());
    desk().undoBar().hold(held(client::Wish::Resolve));
    desk().undoBar().undo();
    action(ActionId::Resolve).trigger();
    auto* second = dialog<ui::ResolveDialog>();
    QCOMPARE(second->findChild<QPlainTextEdit*>(QStringLiteral("resolutionNotes"))->toPlainText(),
             QStringLiteral("long words"));
    second->reject();
    QTRY_VERIFY(!m_world->window().findChild<ui::ResolveDialog*>());
    action(ActionId::Resolve).trigger();
    QVERIFY(dialog<ui::ResolveDialog>()
                ->findChild<QPlainTextEdit*>(QStringLiteral("resolutionNotes"))
                ->toPlainText()
                .isEmpty());
}

void tst_DeskActions::aNoteIsWrittenInItsField()
{
    lookAtMine();
    key(Qt::Key_N);
    auto* field = m_world->find<QTextEdit>("message");
    QVERIFY(field->hasFocus());
    QVERIFY(desk().conversation().writer().isWritingNote());
    // The key that leads there leads back.
    key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(field->hasFocus());
    QVERIFY(!desk().conversation().writer().isWritingNote());
    // Where one only watches, too.
    desk().look(m_world->waitingId(0));
    QVERIFY(!action(ActionId::Attach).isEnabled());
    action(ActionId::Note).trigger();
    QVERIFY(action(ActionId::Attach).isEnabled());
    QTRY_VERIFY(field->isVisible() && field->hasFocus());
    QVERIFY(desk().conversation().writer().isWritingNote());
}

void tst_DeskActions::filesAreChosenByAKey()
{
    lookAtMine();
    m_world->find<QTextEdit>("message")->setFocus();
    key(Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);
    auto* choosing = m_world->find<QDialog>("attachDialog");
    QTRY_VERIFY(choosing->isVisible());
    choosing->reject();
    // The button tells the key, also when it is another.
    auto* button = m_world->find<QPushButton>("attach");
    QVERIFY(button->toolTip().contains(action(ActionId::Attach).shortcut().toString()));
    // What stood on the same keys as one's availability does not stand in its way.
    QVERIFY(
        action(ActionId::Availability).shortcuts().contains(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)));
}

void tst_DeskActions::refusedWordsAreOffered()
{
    QSignalSpy noted(&runner(), &ui::ActionRunner::noteRequested);
    runner().offerWords(m_world->mineId(1), QStringLiteral("do not lose this"));
    auto* question = dialog<ui::NoteDialog>();
    QCOMPARE(question->findChild<QPlainTextEdit*>(QStringLiteral("noteWords"))->toPlainText(),
             QStringLiteral("do not lose this"));
    question->confirm();
    QCOMPARE(noted.size(), 1);
    QCOMPARE(noted[0][0].value<domain::ConversationId>(), m_world->mineId(1));
    QCOMPARE(noted[0][1].toString(), QStringLiteral("do not lose this"));
}

void tst_DeskActions::undoIsOfferedAndTaken()
{
    lookAtMine();
    auto* bar = m_world->find<QWidget>("undoBar");
    QVERIFY(!bar->isVisible());
    QVERIFY(!action(ActionId::Undo).isEnabled());
    QSignalSpy back(&desk().undoBar(), &ui::UndoBar::takeBackRequested);
    const client::HeldWish one = held(client::Wish::Snooze, 0);
    const client::HeldWish two = held(client::Wish::Snooze, 1);
    desk().undoBar().hold(one);
    desk().undoBar().hold(two);
    QVERIFY(bar->isVisible());
    QVERIFY(m_world->find<QLabel>("undoText")->text().contains(QLatin1Char('2')));
    // It stands over the lists and covers neither the link's state nor what is written.
    QVERIFY(!bar->geometry().intersects(QRect(m_world->find<QTextEdit>("message")->mapTo(&desk(), QPoint()),
                                              m_world->find<QTextEdit>("message")->size())));
    key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(back.size(), 2);
    QCOMPARE(back[0][0].value<QUuid>(), one.id);
    QCOMPARE(back[1][0].value<QUuid>(), two.id);
    QVERIFY(!bar->isVisible());
    QVERIFY(!action(ActionId::Undo).isEnabled());
    desk().undoBar().hold(held(client::Wish::Resolve));
    m_world->find<QPushButton>("undo")->click();
    QCOMPARE(back.size(), 3);
}

void tst_DeskActions::undoEndsWithItsTime()
{
    client::HeldWish wish = held(client::Wish::Resolve);
    wish.until = wish.madeAt + milliseconds(20);
    desk().undoBar().hold(wish);
    QVERIFY(m_world->find<QWidget>("undoBar")->isVisible());
    m_world->clock.advance(milliseconds(20));
    QTRY_VERIFY(!m_world->find<QWidget>("undoBar")->isVisible());
    QVERIFY(!action(ActionId::Undo).isEnabled());
}

void tst_DeskActions::offlineUndoIsHonest()
{
    desk().setConnected(false);
    desk().undoBar().hold(held(client::Wish::Resolve));
    QVERIFY(
        m_world->find<QLabel>("undoText")->text().contains(QStringLiteral("when the connection is back")) ||
        m_world->find<QLabel>("undoText")->toolTip().contains(QStringLiteral("when the connection is back")));
}

void tst_DeskActions::whatNobodyDoesIsNotOffered()
{
    lookAtMine();
    QVERIFY(!action(ActionId::Settings).isVisible());
    QVERIFY(!action(ActionId::Find).isEnabled());
    QVERIFY(!action(ActionId::Live).isVisible()); // for those who lead
    QSignalSpy settings(&m_world->window(), &ui::MainWindow::settingsRequested);
    QSignalSpy find(&m_world->window(), &ui::MainWindow::findInConversation);
    QVERIFY(action(ActionId::Settings).isVisible() && action(ActionId::Settings).isEnabled());
    key(Qt::Key_F, Qt::ControlModifier);
    key(Qt::Key_Comma, Qt::ControlModifier);
    QCOMPARE(find.size(), 1);
    QCOMPARE(settings.size(), 1);
}

void tst_DeskActions::keysAreChangedOnTheirPage()
{
    lookAtMine();
    key(Qt::Key_Question);
    auto* page = dialog<ui::ShortcutsDialog>();
    auto* keys = page->findChild<QPushButton*>(QStringLiteral("keysOf_note"));
    auto* told = page->findChild<QLabel*>(QStringLiteral("shortcutTold"));
    QCOMPARE(keys->accessibleName(), action(ActionId::Note).text());
    QCOMPARE(keys->accessibleDescription(), QStringLiteral("N, Ctrl+Shift+N"));
    keys->setFocus();
    keyIn(keys, Qt::Key_Space);
    keyIn(keys, Qt::Key_C, Qt::ControlModifier); // needed
    QCOMPARE(action(ActionId::Note).shortcut(), QKeySequence(Qt::Key_N));
    keyIn(keys, Qt::Key_T); // another's
    QVERIFY(told->text().contains(action(ActionId::Transfer).text()));
    QCOMPARE(action(ActionId::Note).shortcut(), QKeySequence(Qt::Key_N));
    keyIn(keys, Qt::Key_T); // once more
    QCOMPARE(action(ActionId::Note).shortcut(), QKeySequence(Qt::Key_T));
    QCOMPARE(action(ActionId::Transfer).shortcut(), QKeySequence(Qt::CTRL | Qt::Key_T));
    QVERIFY(told->text().contains(action(ActionId::Transfer).text()));
    keyIn(keys, Qt::Key_Space);
    keyIn(keys, Qt::Key_Escape);
    QVERIFY(page->isVisible()); // it ended the recording only
    QCOMPARE(action(ActionId::Note).shortcut(), QKeySequence(Qt::Key_T));
    keyIn(keys, Qt::Key_Space);
    keyIn(keys, Qt::Key_Backspace);
    QVERIFY(action(ActionId::Note).shortcut().isEmpty());
    auto* all = page->findChild<QPushButton*>(QStringLiteral("resetAllShortcuts"));
    QVERIFY(all->isEnabled());
    all->click();
    QCOMPARE(action(ActionId::Note).shortcut(), QKeySequence(Qt::Key_N));
    QVERIFY(!all->isEnabled());
}

void tst_DeskActions::everyDialogHasNames()
{
    lookAtMine();
    for (const ActionId id :
         {ActionId::Transfer, ActionId::Resolve, ActionId::SnoozeUntil, ActionId::Shortcuts}) {
        action(id).trigger();
        auto* question = dialog<QDialog>();
        QVERIFY(!question->windowTitle().isEmpty());
        for (const QWidget* control : question->findChildren<QWidget*>()) {
            if (control->focusPolicy() == Qt::NoFocus || !control->isVisible())
                continue;
            QAccessibleInterface* spoken =
                QAccessible::queryAccessibleInterface(const_cast<QWidget*>(control));
            QVERIFY2(spoken && !spoken->text(QAccessible::Name).isEmpty(),
                     qPrintable(question->objectName() + QLatin1Char('/') + control->objectName() +
                                QLatin1Char(' ') + QString::fromLatin1(control->metaObject()->className())));
        }
        question->reject();
        QTRY_VERIFY(!m_world->window().findChild<QDialog*>());
    }
}

RELEVO_TEST(tst_DeskActions)
#include "tst_deskactions.moc"
