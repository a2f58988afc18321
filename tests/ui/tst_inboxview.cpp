#include "desk_world.h"
#include "support/test_main.h"

#include <ui/conversation/conversation_page.h>
#include <ui/queue/bulk_bar.h>
#include <ui/queue/bulk_run.h>
#include <ui/queue/filter_bar.h>
#include <ui/queue/inbox_view.h>
#include <ui/queue/left_column.h>
#include <ui/queue/offer_card.h>
#include <ui/queue/section_header.h>
#include <ui/shell/desk_page.h>
#include <ui/widgets/popup_button.h>

#include <QtGui/QAccessible>
#include <QtTest/QtTest>
#include <QtWidgets/QInputDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>

using namespace relevo;
using models::InboxSection;

/// The left column: sections, offers, filters and views, and what is done to many at once.
class tst_InboxView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<DeskWorld>();
        m_world->signIn();
        m_world->addWaiting(20);
        m_world->addMine(6);
        m_world->addOthers();
        m_world->window().resize(1366, 768);
        m_world->window().show();
        m_world->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_world->window()));
    }

    void cleanup() { m_world.reset(); }

    void headsTellWhatIsUnderThem()
    {
        QCOMPARE(header("waitingList")->accessibleName(), QStringLiteral("Waiting, 19"));
        QCOMPARE(header("ticketList")->accessibleName(), QStringLiteral("Tickets, 1"));
        QCOMPARE(header("teamList")->accessibleName(), QStringLiteral("With colleagues, 1"));
        QVERIFY(header("myList")->accessibleName().startsWith(QStringLiteral("My conversations, 6, ")));
        QVERIFY(header("myList")->accessibleName().contains(QStringLiteral("unread")));
        QCOMPARE(header("resolvedList")->accessibleName(), QStringLiteral("Resolved today, 1"));
        QCOMPARE(QAccessible::queryAccessibleInterface(header("waitingList"))->role(),
                 QAccessible::PushButton);
        // Rows of what is folded cost nothing.
        QCOMPARE(list("teamList")->model()->rowCount(), 0);
        QVERIFY(!list("teamList")->isVisible());
    }

    void foldingIsRemembered()
    {
        ui::SectionHeader* team = header("teamList");
        team->setFocus();
        QTest::keyClick(team, Qt::Key_Right);
        QVERIFY(list("teamList")->isVisible());
        QCOMPARE(list("teamList")->model()->rowCount(), 1);
        QTest::keyClick(header("waitingList"), Qt::Key_Left);
        QVERIFY(!list("waitingList")->isVisible());
        QCOMPARE(header("waitingList")->accessibleName(), QStringLiteral("Waiting, 19"));
        const QList<InboxSection> kept{InboxSection::Waiting, InboxSection::Resolved};
        QCOMPARE(m_world->preferences().foldedSections(), kept);
        QTest::keyClick(header("waitingList"), Qt::Key_Space);
        QTest::mouseClick(header("resolvedList"), Qt::LeftButton);
        QVERIFY(m_world->preferences().foldedSections().isEmpty());
        // Whoever asks for the queue sees it.
        QTest::keyClick(header("waitingList"), Qt::Key_Left);
        desk().goToQueue();
        QVERIFY(list("waitingList")->isVisible() && list("waitingList")->hasFocus());
    }

    void arrowsLeadThroughEverything()
    {
        header("offeredList")->setFocus();
        QStringList met;
        for (int i = 0; i < 60; ++i) {
            QWidget* focused = m_world->window().focusWidget();
            if (met.isEmpty() || met.back() != focused->objectName())
                met << focused->objectName();
            QTest::keyClick(focused, Qt::Key_Down);
        }
        const QStringList expected{QStringLiteral("offeredListHeader"), QStringLiteral("offer"),
                                   QStringLiteral("waitingListHeader"), QStringLiteral("waitingList"),
                                   QStringLiteral("myListHeader"),      QStringLiteral("myList"),
                                   QStringLiteral("teamListHeader"),    QStringLiteral("snoozedListHeader"),
                                   QStringLiteral("snoozedList"),       QStringLiteral("ticketListHeader"),
                                   QStringLiteral("ticketList"),        QStringLiteral("resolvedListHeader")};
        QCOMPARE(met, expected);
        QTest::keyClick(m_world->window().focusWidget(), Qt::Key_Up);
        QCOMPARE(m_world->window().focusWidget()->objectName(), QStringLiteral("ticketList"));
    }

    void jAndKGoFromConversationToConversation()
    {
        desk().goToQueue();
        QTest::keyClick(list("waitingList"), Qt::Key_End);
        const domain::ConversationId last = desk().current();
        QTest::keyClick(list("waitingList"), Qt::Key_J);
        QVERIFY(list("myList")->hasFocus());
        const auto& mine = m_world->models().inbox.section(InboxSection::Mine);
        QCOMPARE(desk().current(), mine.conversationAt(0));
        QTest::keyClick(list("myList"), Qt::Key_K);
        QCOMPARE(desk().current(), last);
        desk().step(1);
        QCOMPARE(desk().current(), mine.conversationAt(0));
    }

    void anOfferCountsDownAndIsTaken()
    {
        auto* card = m_world->find<ui::OfferCard>("offer");
        QVERIFY(card->isVisible());
        QCOMPARE(left(), QStringLiteral("0:24"));
        m_world->clock.advance(std::chrono::seconds(9));
        m_world->models().inbox.refresh();
        QCOMPARE(left(), QStringLiteral("0:15"));
        QVERIFY(card->accessibleDescription().contains(QStringLiteral("15")));
        QSignalSpy declined(&desk(), &ui::DeskPage::declineRequested);
        QSignalSpy claimed(&desk(), &ui::DeskPage::claimRequested);
        const domain::HandoffId handoff = m_world->live.row(card->conversation())->handoffId;
        QTest::mouseClick(button("declineOffer"), Qt::LeftButton);
        QCOMPARE(declined.size(), 1);
        QCOMPARE(declined[0][0].value<domain::HandoffId>(), handoff);
        card->setFocus();
        QTest::keyClick(card, Qt::Key_D);
        QCOMPARE(declined.size(), 2);
        QTest::keyClick(card, Qt::Key_A);
        QCOMPARE(claimed.size(), 1);
        QCOMPARE(claimed[0][0].value<domain::HandoffId>(), handoff);
        QCOMPARE(desk().current(), card->conversation());
        // Its time over, it waits with the others.
        m_world->clock.advance(std::chrono::seconds(16));
        m_world->models().inbox.refresh();
        QTRY_VERIFY(!m_world->window().findChild<ui::OfferCard*>());
        QCOMPARE(header("waitingList")->accessibleName(), QStringLiteral("Waiting, 20"));
        QVERIFY(!header("offeredList")->isVisible());
    }

    void rowsAreMarkedByKeyboard()
    {
        desk().goToQueue();
        auto* waiting = list("waitingList");
        QTest::keyClick(waiting, Qt::Key_X);
        QCOMPARE(words(), QStringLiteral("1 selected"));
        QVERIFY(waiting->model()
                    ->index(0, 0)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(QStringLiteral("selected")));
        QTest::keyClick(waiting, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(waiting, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(words(), QStringLiteral("3 selected"));
        QTest::keyClick(waiting, Qt::Key_Space); // the third not after all
        QCOMPARE(words(), QStringLiteral("2 selected"));
        QTest::keyClick(waiting, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(words(), QStringLiteral("19 selected"));
        QTest::keyClick(waiting, Qt::Key_Escape);
        QVERIFY(m_world->models().inbox.marks().isEmpty());
        QVERIFY(!bar().isVisible());
    }

    void rowsAreMarkedByMouse()
    {
        auto* waiting = list("waitingList");
        const auto click = [waiting](int row, Qt::KeyboardModifiers with, int x = 200) {
            const QRect rect = waiting->visualRect(waiting->model()->index(row, 0));
            QTest::mouseClick(waiting->viewport(), Qt::LeftButton, with, QPoint(x, rect.center().y()));
        };
        click(0, Qt::NoModifier);
        const domain::ConversationId looked = desk().current();
        QVERIFY(!looked.isNull());
        QVERIFY(!bar().isVisible());
        click(3, Qt::ShiftModifier);
        QCOMPARE(words(), QStringLiteral("4 selected"));
        click(1, Qt::ControlModifier);
        QCOMPARE(words(), QStringLiteral("3 selected"));
        click(5, Qt::NoModifier, 20); // the box
        QCOMPARE(words(), QStringLiteral("4 selected"));
        QCOMPARE(desk().current(), looked); // none of it looks at another
        QTest::mouseClick(button("bulkClose"), Qt::LeftButton);
        QVERIFY(!bar().isVisible());
    }

    void itAsksOnceAndTellsHowItWent()
    {
        QSignalSpy wished(&desk().left(), &ui::LeftColumn::bulkWished);
        markTwo();
        QTest::mouseClick(button("bulkClaim"), Qt::LeftButton);
        QCOMPARE(wished.size(), 0);
        QVERIFY2(words().startsWith(QStringLiteral("Claim 2 ")), qPrintable(words()));
        QVERIFY(button("bulkConfirm")->hasFocus());
        QTest::keyClick(button("bulkConfirm"), Qt::Key_Escape);
        QCOMPARE(words(), QStringLiteral("2 selected"));
        QTest::mouseClick(button("bulkClaim"), Qt::LeftButton);
        QTest::keyClick(button("bulkConfirm"), Qt::Key_Return);
        QCOMPARE(wished.size(), 1);
        const auto wish = wished[0][0].value<ui::BulkWish>();
        QVERIFY(wish.action == ui::BulkAction::Claim);
        QCOMPARE(wish.conversations.size(), 2);
        QVERIFY(m_world->models().inbox.marks().isEmpty());

        // One is won, the other lost.
        ui::BulkRun run(m_world->live);
        connect(&run, &ui::BulkRun::progressed, &bar(), &ui::BulkBar::setProgress);
        int sent = 0;
        run.start(wish, [&sent](const client::ConversationRow&) { ++sent; });
        QCOMPARE(sent, 2);
        QCOMPARE(words(), QStringLiteral("0 of 2…"));
        QVERIFY(run.takeClaim(wish.conversations[0]));
        QCOMPARE(words(), QStringLiteral("1 of 2…"));
        QVERIFY(!run.takeFailure(m_world->mineId(0), QStringLiteral("none of it")));
        QVERIFY(run.takeFailure(wish.conversations[1], QStringLiteral("Luis Ferrer was faster.")));
        QCOMPARE(words(), QStringLiteral("1 claimed"));
        const QString details = m_world->find<QLabel>("bulkDetails")->text();
        QVERIFY2(details.contains(QStringLiteral("Luis Ferrer was faster.")), qPrintable(details));
        QVERIFY(details.contains(m_world->live.row(wish.conversations[1])->contactName));
        QTest::mouseClick(button("bulkClose"), Qt::LeftButton);
        QVERIFY(!bar().isVisible());
    }

    void whatWasDoneIsSeenInTheRows()
    {
        ui::BulkRun run(m_world->live);
        QSignalSpy progressed(&run, &ui::BulkRun::progressed);
        ui::BulkWish wish{
            ui::BulkAction::Snooze, {m_world->waitingId(0), m_world->mineId(0)}, {}, {}, {}, 15};
        run.start(wish, [](const client::ConversationRow&) {});
        for (const domain::ConversationId& id : wish.conversations) {
            client::ConversationRow row = *m_world->live.row(id);
            row.snoozedUntil = m_world->clock.now() + std::chrono::minutes(15);
            m_world->put(row);
        }
        QCOMPARE(progressed.back()[0].toInt(), 2);
        QCOMPARE(progressed.back()[1].toInt(), 0);
        // What is taken back before it left is waited for no longer.
        run.start({ui::BulkAction::Resolve, {m_world->mineId(2)}, {}, {}, {}, 0},
                  [](const client::ConversationRow&) {});
        QCOMPARE(progressed.back()[1].toInt(), 1);
        run.takeBack(m_world->mineId(2));
        QCOMPARE(progressed.back()[0].toInt(), 0);
        QCOMPARE(progressed.back()[1].toInt(), 0);
        // What is over before it is asked for is said to be.
        const domain::ConversationId nobody(QUuid::createUuid());
        wish = {ui::BulkAction::Resolve, {m_world->mineId(1), nobody}, {}, {}, {}, 0};
        run.start(wish, [](const client::ConversationRow&) {});
        client::LiveBatch closed;
        closed.gone.push_back(m_world->mineId(1));
        m_world->live.apply(closed);
        QCOMPARE(progressed.back()[0].toInt(), 1);
        QCOMPARE(progressed.back()[2].value<QList<ui::BulkRefusal>>().size(), 1);
    }

    void whatIsDoneToManyStandsInOneRow()
    {
        auto& bar = m_world->window().desk().left().bulk();
        m_world->models().inbox.mark({m_world->waitingId(0), m_world->waitingId(1)}, true);
        QTRY_VERIFY(bar.isVisible());
        auto* snooze = m_world->find<ui::PopupButton>("bulkSnooze");
        for (const int width : {1366, 2400}) {
            m_world->window().resize(width, 768);
            QTRY_COMPARE(snooze->y(), button("bulkClaim")->y());
            QVERIFY(!snooze->accessibleName().isEmpty());
            QVERIFY(!snooze->text().isEmpty() || !snooze->toolTip().isEmpty());
        }
    }

    void aTransferSaysToWhom()
    {
        QSignalSpy wished(&desk().left(), &ui::LeftColumn::bulkWished);
        markTwo();
        QMenu& menu = m_world->find<ui::PopupButton>("bulkTransfer")->popup();
        Q_EMIT menu.aboutToShow();
        QAction* luis = nullptr;
        for (QAction* one : menu.actions()) {
            QVERIFY(!one->text().contains(m_world->me().name)); // oneself is no target
            if (one->text().contains(QStringLiteral("Luis Ferrer")))
                luis = one;
        }
        QVERIFY(luis);
        luis->trigger();
        QVERIFY2(words().contains(QStringLiteral("Luis Ferrer")), qPrintable(words()));
        QTest::mouseClick(button("bulkConfirm"), Qt::LeftButton);
        const auto& agents = m_world->live.agents();
        const auto named = std::find_if(agents.begin(), agents.end(), [](const domain::Agent& agent) {
            return agent.name == QStringLiteral("Luis Ferrer");
        });
        QCOMPARE(wished[0][0].value<ui::BulkWish>().agent, named->id);
    }

    void whatIsHiddenIsSaid()
    {
        auto* text = m_world->find<QLineEdit>("inboxText");
        desk().goToQueue();
        QTest::keyClick(list("waitingList"), Qt::Key_Slash);
        QVERIFY(text->hasFocus());
        QTest::keyClicks(text, QStringLiteral("mariana"));
        auto* hidden = m_world->find<QLabel>("hiddenByFilter");
        QTRY_VERIFY(hidden->isVisible());
        const models::Inbox& inbox = m_world->models().inbox;
        QVERIFY(inbox.hidden() > 10);
        QCOMPARE(hidden->text(), QStringLiteral("%1 hidden by filter").arg(inbox.hidden()));
        // What was folded is searched, too, and seen.
        QVERIFY(!inbox.section(InboxSection::Team).isFolded());
        QTest::keyClick(text, Qt::Key_Down);
        QVERIFY(!desk().current().isNull());
        QCOMPARE(m_world->live.row(desk().current())->contactName, QStringLiteral("Mariana Souza"));
        QTest::mouseClick(button("clearFilter"), Qt::LeftButton);
        QTRY_COMPARE(inbox.hidden(), 0);
        QVERIFY(!hidden->isVisible() && text->text().isEmpty());
        QVERIFY(inbox.section(InboxSection::Team).isFolded());
        QTest::keyClicks(text, QStringLiteral("nobody is called so"));
        QTRY_COMPARE(inbox.total(InboxSection::Waiting) > 0 &&
                         inbox.section(InboxSection::Waiting).count() == 0,
                     true);
        QVERIFY(!seenTexts().contains(QStringLiteral("Nothing to show yet")));
    }

    void aViewIsKeptAndFound()
    {
        QMenu& filters = m_world->find<ui::PopupButton>("inboxFilters")->popup();
        Q_EMIT filters.aboutToShow();
        act(filters, QStringLiteral("Important customers"))->trigger();
        models::Inbox& inbox = m_world->models().inbox;
        QVERIFY(inbox.filter().vip);
        QMenu& views = m_world->find<ui::PopupButton>("inboxViews")->popup();
        Q_EMIT views.aboutToShow();
        act(views, QStringLiteral("Newest first"))->trigger();
        QCOMPARE(m_world->preferences().inboxSort(), models::InboxSort::Newest);
        Q_EMIT views.aboutToShow();
        act(views, QStringLiteral("Save as a view…"))->trigger();
        auto* dialog = m_world->window().findChild<QInputDialog*>(QStringLiteral("viewName"));
        QVERIFY(dialog);
        dialog->setTextValue(QStringLiteral("  Big & early "));
        dialog->accept();
        const std::vector<models::SavedView> kept = m_world->preferences().savedViews();
        QCOMPARE(kept.size(), 1U);
        QCOMPARE(kept[0].name, QStringLiteral("Big & early"));
        QVERIFY(kept[0].filter.vip && kept[0].sort == models::InboxSort::Newest);

        inbox.arrange({}, models::InboxSort::Urgency);
        Q_EMIT views.aboutToShow();
        act(views, QStringLiteral("Big && early"))->trigger();
        QVERIFY(inbox.filter() == kept[0].filter && inbox.sort() == models::InboxSort::Newest);
        Q_EMIT views.aboutToShow();
        QVERIFY(act(views, QStringLiteral("Big && early"))->isChecked());
        QMenu* forget = act(views, QStringLiteral("Delete a view"))->menu();
        forget->actions().front()->trigger();
        QVERIFY(m_world->preferences().savedViews().empty());
    }

    void emptyListsSayWhy()
    {
        m_world.reset(); // there is one theme at a time
        m_world = std::make_unique<DeskWorld>();
        m_world->signIn();
        m_world->window().show();
        ui::InboxView& inbox = desk().left().inbox();
        inbox.setLink(client::LinkState::Online);
        QVERIFY(list("waitingList")->isVisible() && list("myList")->isVisible());
        inbox.setLink(client::LinkState::CatchingUp);
        QVERIFY(seenTexts().contains(QStringLiteral("Fetching the conversations…")));
        inbox.setLink(client::LinkState::WaitingToRetry);
        QVERIFY(seenTexts().contains(QStringLiteral("Nothing to show yet")));
        m_world->addMine(1);
        QVERIFY(!seenTexts().contains(QStringLiteral("Nothing to show yet")));
    }

    void everyControlHasAName()
    {
        markTwo();
        const auto controls = desk().left().findChildren<QWidget*>();
        for (const QWidget* control : controls) {
            if (!control->isVisible() || control->focusPolicy() == Qt::NoFocus)
                continue;
            const auto* pushed = qobject_cast<const QAbstractButton*>(control);
            QVERIFY2(!control->accessibleName().isEmpty() || (pushed && !pushed->text().isEmpty()),
                     qPrintable(control->objectName() + QLatin1String(control->metaObject()->className())));
        }
    }

    void whoeverIsFasterLeavesUsTheNext()
    {
        const models::SectionModel& waiting = m_world->models().inbox.section(InboxSection::Waiting);
        const domain::ConversationId lost = waiting.conversationAt(2);
        const domain::ConversationId next = waiting.conversationAt(3);
        desk().look(lost);
        desk().claimLost(lost);
        QCOMPARE(desk().current(), next);
        desk().claimLost(lost);
        QCOMPARE(desk().current(), next); // late word of it: they are elsewhere by now
    }

    void onesOwnAreOneClickAway()
    {
        m_world->addWaiting(40);
        auto* pinned = button("goToMine");
        QTRY_VERIFY(pinned->isVisible());
        QVERIFY(pinned->text().contains(QStringLiteral("6")));
        QVERIFY(!desk().left().inbox().viewport()->geometry().intersects(pinned->geometry()));
        QTest::mouseClick(pinned, Qt::LeftButton);
        QTRY_VERIFY(!pinned->isVisible() && list("myList")->hasFocus());
    }

    void whatIsReadStaysWhereItIs()
    {
        m_world->addWaiting(30);
        auto& inbox = desk().left().inbox();
        auto* waiting = list("waitingList");
        QTRY_VERIFY(inbox.verticalScrollBar()->maximum() > 1'000);
        inbox.verticalScrollBar()->setValue(900);
        const auto& rows = m_world->models().inbox.section(InboxSection::Waiting);
        const auto heightOf = [&](const domain::ConversationId& id) {
            const int row = m_world->models().inbox.find(id)->row;
            const QRect rect = waiting->visualRect(waiting->model()->index(row, 0));
            return waiting->viewport()->mapTo(inbox.viewport(), rect.topLeft()).y();
        };
        const domain::ConversationId read = rows.conversationAt(15);
        const int there = heightOf(read);
        client::ConversationRow most = *m_world->live.row(rows.conversationAt(0));
        most.id = domain::ConversationId(QUuid::createUuid());
        most.handoffId = domain::HandoffId(QUuid::createUuid());
        most.requestedAt -= std::chrono::hours(1);
        m_world->put(most);
        QTRY_COMPARE(rows.conversationAt(0), most.id);
        QTRY_COMPARE(heightOf(read), there);
        inbox.verticalScrollBar()->setValue(0);
        most.id = domain::ConversationId(QUuid::createUuid());
        most.handoffId = domain::HandoffId(QUuid::createUuid());
        m_world->put(most);
        QCoreApplication::processEvents();
        QCOMPARE(inbox.verticalScrollBar()->value(), 0);
    }

    void aLongQueueShowsMoreWhenAsked()
    {
        m_world->addWaiting(700);
        auto* more = button("waitingListMore");
        QTRY_VERIFY(more->isVisible());
        const int all = m_world->models().inbox.section(InboxSection::Waiting).count();
        QCOMPARE(list("waitingList")->model()->rowCount(), models::SectionModel::firstRows);
        more->click();
        QCOMPARE(list("waitingList")->model()->rowCount(), all);
        QVERIFY(!more->isVisible());
    }

private:
    std::unique_ptr<DeskWorld> m_world;

    ui::DeskPage& desk() { return m_world->window().desk(); }
    ui::BulkBar& bar() { return desk().left().bulk(); }
    QListView* list(const char* name) { return m_world->find<QListView>(name); }
    QPushButton* button(const char* name) { return m_world->find<QPushButton>(name); }
    ui::SectionHeader* header(const char* list)
    {
        const QByteArray name = QByteArray(list) + "Header";
        return m_world->find<ui::SectionHeader>(name.constData());
    }
    QString words() { return m_world->find<QLabel>("bulkWords")->text(); }
    QString left() { return m_world->find<QLabel>("offerLeft")->text(); }

    void markTwo()
    {
        const models::SectionModel& waiting = m_world->models().inbox.section(InboxSection::Waiting);
        m_world->models().inbox.mark({waiting.conversationAt(0), waiting.conversationAt(1)}, true);
    }

    static QAction* act(QMenu& menu, const QString& words)
    {
        const QList<QAction*> actions = menu.actions();
        const auto found = std::find_if(actions.cbegin(), actions.cend(),
                                        [&words](const QAction* one) { return one->text() == words; });
        if (found == actions.cend())
            qFatal("there is no %s in the menu", qPrintable(words));
        return *found;
    }

    QStringList seenTexts()
    {
        QStringList texts;
        for (const auto* label : desk().left().inbox().findChildren<QLabel*>()) {
            if (label->isVisible())
                texts << label->text();
        }
        return texts;
    }
};

RELEVO_TEST(tst_InboxView)
#include "tst_inboxview.moc"
