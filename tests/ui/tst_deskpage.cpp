#include "desk_world.h"
#include "support/test_main.h"

#include <ui/conversation/conversation_page.h>
#include <ui/queue/left_column.h>
#include <ui/shell/action_runner.h>
#include <ui/shell/desk_page.h>
#include <ui/widgets/link_bar.h>

#include <QtGui/QAccessible>
#include <QtGui/QClipboard>
#include <QtTest/QtTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTextEdit>

using namespace relevo;

class tst_DeskPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<DeskWorld>();
        m_world->signIn();
        m_world->addWaiting(20);
        m_world->addMine(6);
        m_world->window().resize(1366, 768);
        m_world->window().show();
        m_world->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_world->window()));
    }

    void cleanup() { m_world.reset(); }

    void namesForScreenReaders()
    {
        QCOMPARE(waiting()->accessibleName(), QStringLiteral("Waiting"));
        QCOMPARE(mine()->accessibleName(), QStringLiteral("My conversations"));
        QCOMPARE(transcript()->accessibleName(), QStringLiteral("Conversation"));
        QCOMPARE(composer()->accessibleName(), QStringLiteral("Message"));
        QCOMPARE(button("claim")->accessibleName(), QStringLiteral("Claim"));
        QCOMPARE(button("resolve")->accessibleName(), QStringLiteral("Resolve"));
        QCOMPARE(button("send")->accessibleName(), QStringLiteral("Send"));
        QCOMPARE(button("availability")->accessibleName(), QStringLiteral("Availability"));
        // A name would hide a label's text.
        QVERIFY(m_world->find<QLabel>("linkState")->accessibleName().isEmpty());
        QCOMPARE(m_world->find<QLabel>("linkState")->text(), QStringLiteral("Online"));
        for (const auto* control : m_world->window().findChildren<QPushButton*>()) {
            if (control->isVisible())
                QVERIFY2(!control->accessibleName().isEmpty() || !control->text().isEmpty(),
                         qPrintable(control->objectName()));
        }
    }

    void rowsSpeak()
    {
        const QString row = waiting()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
        const QString name = waiting()->model()->index(0, 0).data(Qt::DisplayRole).toString();
        QVERIFY2(row.contains(name) && row.contains(QStringLiteral("priority")) &&
                     row.contains(QStringLiteral("waiting")),
                 qPrintable(row));
        look(m_world->mineId(0));
        QStringList rows;
        for (int i = 0; i < transcript()->model()->rowCount(); ++i)
            rows << transcript()->model()->index(i, 0).data(Qt::AccessibleTextRole).toString();
        const QString all = rows.join(QLatin1Char('\n'));
        QVERIFY(all.contains(QStringLiteral("Mariana Souza: thank you!!")));
        QVERIFY(all.contains(QStringLiteral("Handed over: ")));
        QVERIFY(!rows.contains(QString()));
        // The same by the interface that assistive programs use.
        QAccessibleInterface* list = QAccessible::queryAccessibleInterface(waiting());
        QVERIFY(list && list->childCount() == 19);
        QCOMPARE(list->child(0)->text(QAccessible::Name), row);
    }

    void whoIsAwaitedIsSaid()
    {
        m_world->addOthers();
        const auto& rows = m_world->live.rows();
        const domain::AgentId other = m_world->live.agents().back().id;
        const auto found =
            std::find_if(rows.begin(), rows.end(),
                         [&other](const client::ConversationRow& row) { return row.holderAgent == other; });
        QVERIFY(found != rows.end());
        client::ConversationRow row = *found;
        row.awaited = true;
        row.status = domain::HandoffStatus::Claimed;
        m_world->put(row);
        m_world->models().inbox.section(models::InboxSection::Team).setFolded(false);
        auto* team = m_world->find<QListView>("teamList");
        const QString spoken = team->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.contains(QStringLiteral("waiting for %1 to come back").arg(row.assignedTo.text())),
                 qPrintable(spoken));
        // In the conversation, whoever is awaited.
        const domain::ConversationId mine = m_world->mineId(0);
        look(mine);
        client::Transcript* transcript = m_world->transcript(mine);
        client::TranscriptBatch batch;
        batch.conversation = mine;
        batch.state = transcript->state();
        batch.state->handoff->awaited = true;
        transcript->apply(batch);
        const auto* state = m_world->find<QLabel>("conversationState");
        QVERIFY(state->text().startsWith(QStringLiteral("Waiting for you to come back · ")));
        batch.state->control.agent = other;
        transcript->apply(batch);
        QVERIFY(state->text().startsWith(QStringLiteral("Waiting for ")));
        QVERIFY(state->text().contains(row.assignedTo.text()));
    }

    void offlineNobodyIsCalledAvailable()
    {
        QPushButton* own = button("availability");
        QCOMPARE(own->text(), QStringLiteral("Available"));
        desk().setConnected(false);
        QCOMPARE(own->text(), QStringLiteral("Offline"));
        QVERIFY(own->accessibleDescription().contains(QStringLiteral("Available")));
        desk().setConnected(true);
        QCOMPARE(own->text(), QStringLiteral("Available"));
        QCOMPARE(own->accessibleDescription(), QStringLiteral("Available"));
    }

    void looksClaimsAnswersAndResolvesByKeyboard()
    {
        QSignalSpy claimed(&desk(), &ui::DeskPage::claimRequested);
        QSignalSpy sent(&desk().conversation(), &ui::ConversationPage::sendRequested);
        QSignalSpy resolved(&m_world->window().runner(), &ui::ActionRunner::resolveRequested);

        key(Qt::Key_1, Qt::ControlModifier);
        QTRY_VERIFY(waiting()->hasFocus());
        const domain::ConversationId first = desk().current();
        QVERIFY(!first.isNull());
        QTest::keyClick(waiting(), Qt::Key_Down);
        QVERIFY(desk().current() != first);
        QTest::keyClick(waiting(), Qt::Key_Up);
        QCOMPARE(desk().current(), first);
        QTRY_VERIFY(button("claim")->isVisible());
        QTest::keyClick(waiting(), Qt::Key_C);
        QCOMPARE(claimed.size(), 1);
        QTest::keyClick(waiting(), Qt::Key_C);
        QCOMPARE(claimed.size(), 1); // one is on its way

        // The relay says yes: the row changes lists, and what is looked at stays.
        winClaim(first);
        desk().enter(first);
        QTRY_VERIFY(composer()->hasFocus());
        QCOMPARE(desk().current(), first);
        QVERIFY(!button("claim")->isVisible());
        QCOMPARE(waiting()->model()->rowCount(), 18);
        QCOMPARE(mine()->model()->rowCount(), 7);
        QVERIFY(!waiting()->selectionModel()->hasSelection());
        QVERIFY(mine()->selectionModel()->hasSelection());

        QTest::keyClicks(composer(), QStringLiteral("Hello"));
        QTest::keyClick(composer(), Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(composer(), QStringLiteral("there?"));
        QTest::keyClick(composer(), Qt::Key_Return);
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent[0][1].toString(), QStringLiteral("Hello\nthere?"));
        QVERIFY(composer()->toPlainText().isEmpty());
        QTest::keyClick(composer(), Qt::Key_Return);
        QCOMPARE(sent.size(), 1); // nothing is not sent

        key(Qt::Key_R, Qt::ControlModifier);
        auto* dialog = m_world->find<QDialog>("resolveDialog");
        QTRY_VERIFY(dialog->isVisible());
        auto* notes = dialog->findChild<QPlainTextEdit*>(QStringLiteral("resolutionNotes"));
        auto* back = dialog->findChild<QCheckBox*>(QStringLiteral("handBack"));
        QCOMPARE(notes->accessibleName(), QStringLiteral("Resolution notes"));
        QCOMPARE(back->text(), QStringLiteral("Hand back to the bot"));
        QCOMPARE(dialog->findChild<QPushButton*>(QStringLiteral("confirmResolve"))->text(),
                 QStringLiteral("Resolve conversation"));
        QTest::keyClicks(notes, QStringLiteral("Found it."));
        QTest::keyClick(back, Qt::Key_Space);
        QTest::keyClick(notes, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(resolved.size(), 1);
        QCOMPARE(resolved[0][1].value<client::Resolution>(),
                 (client::Resolution{QStringLiteral("Found it."), {}, true}));
    }

    void rowsThatLeaveChooseNothing()
    {
        const domain::ConversationId looked = m_world->waitingId(3);
        look(looked);
        QSignalSpy wanted(&desk(), &ui::DeskPage::conversationWanted);
        claimByAnother(looked);
        QTRY_COMPARE(waiting()->model()->rowCount(), 18);
        QVERIFY(wanted.isEmpty());
        QCOMPARE(desk().current(), looked);
        QVERIFY(!waiting()->selectionModel()->hasSelection());
        for (int i = 5; i < 12; ++i)
            claimByAnother(m_world->waitingId(i));
        QVERIFY(wanted.isEmpty());
    }

    void theSelectedRowIsFollowedWhenItMoves()
    {
        look(m_world->waitingId(0));
        m_world->clock.advance(std::chrono::minutes(30));
        m_world->models().inbox.refresh();
        const auto rows = waiting()->selectionModel()->selectedIndexes();
        QCOMPARE(rows.size(), 1);
        const auto& section = m_world->models().inbox.section(models::InboxSection::Waiting);
        QCOMPARE(section.conversationAt(rows[0].row()), m_world->waitingId(0));
    }

    void theSelectedRowIsShownButHoldsNobody()
    {
        // Opened by a notification: among the last in the queue.
        m_world->window().desk().enter(m_world->waitingId(0));
        const auto* inbox = m_world->find<QScrollArea>("inbox");
        const auto seen = [this, inbox] {
            const QRect row = waiting()->visualRect(waiting()->currentIndex());
            const QPoint middle = waiting()->viewport()->mapTo(inbox->viewport(), row.center());
            return row.isValid() && inbox->viewport()->rect().contains(middle);
        };
        QTRY_VERIFY(seen());
        // Whoever scrolls away from it stays there, whatever comes in.
        QScrollBar* bar = inbox->verticalScrollBar();
        bar->setValue(bar->value() > bar->maximum() / 2 ? 0 : bar->maximum());
        QVERIFY(!seen());
        m_world->addUnread();
        QCoreApplication::processEvents();
        QVERIFY(!seen());
        m_world->window().desk().look(m_world->waitingId(1));
        QTRY_VERIFY(seen());
    }

    void draftsStayWithTheirConversation()
    {
        look(m_world->mineId(0));
        QTest::keyClicks(composer(), QStringLiteral("for the first"));
        look(m_world->mineId(1));
        QVERIFY(composer()->toPlainText().isEmpty());
        QTest::keyClicks(composer(), QStringLiteral("second"));
        look(m_world->mineId(0));
        QCOMPARE(composer()->toPlainText(), QStringLiteral("for the first"));
        desk().conversation().returnDraft(m_world->mineId(1), QStringLiteral("not sent"));
        look(m_world->mineId(1));
        QCOMPARE(composer()->toPlainText(), QStringLiteral("not sent\nsecond"));
    }

    void textsComeBackInTheirOrder()
    {
        look(m_world->mineId(0));
        QTest::keyClicks(composer(), QStringLiteral("being typed"));
        for (const char* text : {"first", "second", "third"})
            desk().conversation().returnDraft(m_world->mineId(0), QString::fromLatin1(text));
        QCOMPARE(composer()->toPlainText(), QStringLiteral("first\nsecond\nthird\nbeing typed"));
        composer()->clear(); // sent, or thought better of
        desk().conversation().returnDraft(m_world->mineId(0), QStringLiteral("fourth"));
        QCOMPARE(composer()->toPlainText(), QStringLiteral("fourth"));
    }

    void whatCameBackIsReadWhereOneMayNotWrite()
    {
        const domain::ConversationId id = m_world->mineId(0);
        look(id);
        claimByAnother(id);
        QVERIFY(!composer()->isVisible());
        desk().conversation().returnDraft(id, QStringLiteral("not sent"));
        auto* unsent = m_world->window().findChild<QPlainTextEdit*>(QStringLiteral("unsentText"));
        QVERIFY(unsent && unsent->isVisible());
        QCOMPARE(unsent->toPlainText(), QStringLiteral("not sent"));
        QVERIFY(!unsent->accessibleName().isEmpty());
        QTest::mouseClick(button("copyUnsent"), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("not sent"));
        look(m_world->waitingId(0));
        QVERIFY(!unsent->isVisible());
        look(id);
        QVERIFY(unsent->isVisible());
        QTest::mouseClick(button("discardUnsent"), Qt::LeftButton);
        QVERIFY(!unsent->isVisible());
    }

    void claimingTwiceBeforeTheTranscriptIsThereClaimsOnce()
    {
        QSignalSpy claimed(&desk(), &ui::DeskPage::claimRequested);
        const domain::ConversationId id = m_world->addUnread();
        look(id);
        QVERIFY(m_world->models().details.isEmpty());
        desk().claim();
        desk().claim();
        QCOMPARE(claimed.size(), 1);
    }

    void claimingNeedsAConnection()
    {
        look(m_world->waitingId(0));
        QVERIFY(button("claim")->isEnabled());
        desk().setConnected(false);
        QVERIFY(!button("claim")->isEnabled());
        QVERIFY(!button("claim")->toolTip().isEmpty());
        QSignalSpy claimed(&desk(), &ui::DeskPage::claimRequested);
        QTest::keyClick(waiting(), Qt::Key_C);
        QVERIFY(claimed.isEmpty());
    }

    void theLinkIsAlwaysTold()
    {
        auto& bar = desk().left().link();
        bar.setLink({client::LinkState::Connecting, milliseconds(0), {}});
        QCOMPARE(m_world->find<QLabel>("linkState")->text(), QStringLiteral("Connecting…"));
        QSignalSpy again(&bar, &ui::LinkBar::reconnectRequested);
        bar.setLink({client::LinkState::WaitingToRetry, milliseconds(5000), {}});
        QCOMPARE(m_world->find<QLabel>("linkState")->text(), QStringLiteral("Offline · trying again in 5 s"));
        QTest::mouseClick(button("linkAction"), Qt::LeftButton);
        QCOMPARE(again.size(), 1);
    }

    void whoIsCutOffIsToldWhereTheyLook()
    {
        auto& bar = desk().left().link();
        QSignalSpy again(&bar, &ui::LinkBar::reconnectRequested);
        auto* empty = m_world->find<QWidget>("noConversation");
        auto* action = empty->findChild<QPushButton*>(QStringLiteral("emptyAction"));
        bar.setLink({client::LinkState::Replaced, milliseconds(0), {}});
        desk().setConnected(false);
        QVERIFY(action->isVisible());
        QCOMPARE(action->text(), button("linkAction")->text());
        action->click();
        QCOMPARE(again.size(), 1);
        bar.setLink({client::LinkState::Online, milliseconds(0), {}});
        desk().setConnected(true);
        QVERIFY(!action->isVisible());
    }

    void everyWayToBeCutOffHasAWayOn()
    {
        using client::LinkState;
        auto& bar = desk().left().link();
        QSignalSpy again(&bar, &ui::LinkBar::reconnectRequested);
        QSignalSpy signIn(&bar, &ui::LinkBar::signInRequested);
        QSignalSpy restart(&bar, &ui::LinkBar::restartRequested);
        struct Way
        {
            LinkState state;
            QSignalSpy& leads;
        };
        QSet<QString> told;
        for (const Way& way : {Way{LinkState::WaitingToRetry, again}, Way{LinkState::Replaced, again},
                               Way{LinkState::RelayTooOld, again}, Way{LinkState::Refused, signIn},
                               Way{LinkState::Forbidden, signIn}, Way{LinkState::SignedOut, signIn},
                               Way{LinkState::TooOld, restart}}) {
            bar.setLink({way.state, milliseconds(5000), {}});
            told.insert(m_world->find<QLabel>("linkState")->text());
            QVERIFY(button("linkAction")->isVisible());
            const qsizetype before = way.leads.size();
            button("linkAction")->click();
            QCOMPARE(way.leads.size(), before + 1);
        }
        QCOMPARE(told.size(), 7); // each in its own words
    }

    void aClockThatIsWrongIsTold()
    {
        auto& bar = desk().left().link();
        client::LinkInfo info{client::LinkState::Online, milliseconds(0), {}};
        info.clockAhead = std::chrono::seconds(20);
        bar.setLink(info);
        auto* words = m_world->find<QLabel>("linkState");
        QCOMPARE(words->text(), QStringLiteral("Online"));
        info.clockAhead = std::chrono::minutes(7);
        bar.setLink(info);
        QCOMPARE(words->text(), QStringLiteral("Online. This computer’s clock is 7 minute(s) fast."));
        QVERIFY(!words->toolTip().isEmpty());
        info.clockAhead = -std::chrono::hours(2);
        bar.setLink(info);
        QCOMPARE(words->text(), QStringLiteral("Online. This computer’s clock is 2 hour(s) slow."));
    }

    void theLinkIsToldBesideTheDetailsInANarrowWindow()
    {
        m_world->window().resize(860, 640);
        look(m_world->mineId(0));
        auto* state = m_world->find<QLabel>("linkState");
        auto* details = m_world->find<QWidget>("customerPanel");
        QVERIFY(state->isVisible() && waiting()->isVisible() && !details->isVisible());
        desk().toggleDetails();
        QVERIFY(details->isVisible() && !waiting()->isVisible());
        QVERIFY(state->isVisible());
        QVERIFY(details->width() >= 200 && details->height() >= 200);
        desk().toggleDetails();
        QVERIFY(waiting()->isVisible() && !details->isVisible());
        // Wide again, they have their own column.
        m_world->window().resize(1366, 768);
        QTRY_VERIFY(details->isVisible() && waiting()->isVisible() && state->isVisible());
        QVERIFY(details->mapTo(&desk(), QPoint()).x() > transcript()->mapTo(&desk(), QPoint()).x());
    }

    void theLinksTroubleIsSpoken()
    {
        desk().left().link().setLink(
            {client::LinkState::WaitingToRetry, milliseconds(5000), QStringLiteral("Nothing answers.")});
        QCOMPARE(m_world->find<QLabel>("linkState")->accessibleDescription(),
                 QStringLiteral("Nothing answers."));
    }

    void panesAreReachedByF6()
    {
        look(m_world->mineId(0));
        key(Qt::Key_2, Qt::ControlModifier);
        QTRY_VERIFY(mine()->hasFocus());
        key(Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(waiting()->hasFocus());
        QCOMPARE(desk().current(), m_world->mineId(0)); // passing by chooses nothing
        key(Qt::Key_F6);
        QVERIFY(mine()->hasFocus());
        key(Qt::Key_F6);
        QVERIFY(transcript()->hasFocus());
        key(Qt::Key_F6);
        QVERIFY(composer()->hasFocus());
        key(Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(transcript()->hasFocus());
        QTest::keyClick(composer(), Qt::Key_Escape);
        QVERIFY(mine()->hasFocus());
    }

    void helpOpensByKey()
    {
        key(Qt::Key_F1);
        QTRY_VERIFY(m_world->window().findChild<QDialog*>(QStringLiteral("shortcutsDialog")));
    }

    void closingHidesOnlyIntoATray()
    {
        bool tray = true;
        m_world->window().setStaysInTray([&tray] { return tray; });
        QSignalSpy quit(&m_world->window(), &ui::MainWindow::quitRequested);
        m_world->window().close();
        QVERIFY(!m_world->window().isVisible());
        QVERIFY(quit.isEmpty());
        m_world->window().bringToFront();
        tray = false;
        m_world->window().close();
        QCOMPARE(quit.size(), 1);
    }

    void tenThousandWaitAndPaintAtOnce()
    {
        m_world->addWaiting(10'000);
        QElapsedTimer timer;
        timer.start();
        (void)m_world->window().grab();
        QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
        QTest::keyClick(waiting(), Qt::Key_End);
        timer.restart();
        (void)m_world->window().grab();
        QVERIFY2(timer.elapsed() < 300, qPrintable(QString::number(timer.elapsed())));
    }

private:
    std::unique_ptr<DeskWorld> m_world;

    ui::DeskPage& desk() { return m_world->window().desk(); }
    QListView* waiting() { return m_world->find<QListView>("waitingList"); }
    QListView* mine() { return m_world->find<QListView>("myList"); }
    QListView* transcript() { return m_world->find<QListView>("transcript"); }
    QTextEdit* composer() { return m_world->find<QTextEdit>("message"); }
    QPushButton* button(const char* name) { return m_world->find<QPushButton>(name); }

    void look(const domain::ConversationId& id) { desk().look(id); }

    void key(Qt::Key which, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QTest::keyClick(&m_world->window(), which, with);
    }

    void take(const domain::ConversationId& id, const domain::AgentId& agent)
    {
        client::ConversationRow row = *m_world->live.row(id);
        row.status = domain::HandoffStatus::Claimed;
        row.holder = domain::Holder::Agent;
        row.holderAgent = agent;
        ++row.epoch;
        m_world->put(row);
        client::Transcript* transcript = m_world->transcript(id);
        client::TranscriptBatch batch;
        batch.conversation = id;
        batch.state = transcript->state();
        batch.state->control = {domain::Holder::Agent, agent, row.epoch};
        batch.state->handoff->status = row.status;
        transcript->apply(batch);
    }

    void winClaim(const domain::ConversationId& id) { take(id, m_world->me().id); }
    void claimByAnother(const domain::ConversationId& id) { take(id, m_world->live.agents().back().id); }
};

RELEVO_TEST(tst_DeskPage)
#include "tst_deskpage.moc"
