#include "desk_world.h"
#include "support/test_main.h"

#include <ui/actions/undo_bar.h>
#include <ui/conversation/conversation_header.h>
#include <ui/conversation/conversation_page.h>
#include <ui/palette/command_palette.h>
#include <ui/queue/left_column.h>
#include <ui/shell/desk_page.h>
#include <ui/widgets/popup_button.h>

#include <QtTest/QtTest>
#include <QtWidgets/QPushButton>

using namespace relevo;
using domain::HandoffStatus;
using ui::ActionId;

namespace {

ui::ActionContext standing(HandoffStatus status)
{
    ui::ActionContext context;
    context.deskShown = context.connected = context.looking = context.anyConversation = true;
    context.known = context.canFind = context.hasSettings = true;
    context.handoff = status;
    context.setsBot = true;
    return context;
}

/// Between them everything can be done that there is.
QList<ui::ActionContext> situations()
{
    ui::ActionContext offered = standing(HandoffStatus::Notified);
    offered.offeredToMe = true;
    ui::ActionContext mine = standing(HandoffStatus::Active);
    mine.mine = mine.writing = mine.templates = mine.snoozed = mine.canUndo = true;
    mine.role = domain::Role::Supervisor; // so that there is Live, too
    ui::ActionContext over = standing(HandoffStatus::Resolved);
    over.blocked = true;
    mine.botOff = true;
    return {offered, mine, over};
}

/// How somebody who regrets it gets it back.
struct Regret
{
    ActionId id;
    std::optional<client::Wish> wish; ///< it waits a moment in which it can be taken back
    std::optional<ActionId> opposite; ///< or this does the contrary
};

const QList<Regret>& regrets()
{
    using client::Wish;
    static const QList<Regret> all{
        {ActionId::Claim, {}, ActionId::Release},
        // The offer goes on to a colleague at once: holding it back would cost the customer the time.
        {ActionId::Decline, {}, ActionId::Claim},
        {ActionId::Resolve, Wish::Resolve, ActionId::Reopen},
        {ActionId::Transfer, Wish::Transfer, {}},
        {ActionId::Release, Wish::Release, ActionId::Claim},
        {ActionId::HandBack, Wish::HandBack, {}},
        {ActionId::BotOn, {}, ActionId::BotOff},
        {ActionId::BotOff, {}, ActionId::BotOn},
        {ActionId::Snooze5, Wish::Snooze, ActionId::Wake},
        {ActionId::Snooze15, Wish::Snooze, ActionId::Wake},
        {ActionId::Snooze30, Wish::Snooze, ActionId::Wake},
        {ActionId::SnoozeUntil, Wish::Snooze, ActionId::Wake},
        {ActionId::Wake, Wish::Snooze, ActionId::SnoozeUntil},
        {ActionId::Reopen, {}, ActionId::Resolve},
        {ActionId::ConvertToTicket, Wish::ConvertToTicket, {}},
        {ActionId::MarkSpam, Wish::MarkSpam, ActionId::Reopen},
        {ActionId::Block, Wish::BlockContact, ActionId::Unblock},
        {ActionId::Unblock, Wish::BlockContact, ActionId::Block},
        {ActionId::SamePerson, Wish::MergeContacts, {}},
    };
    return all;
}

/// They only open a field or a dialog: nothing has happened yet.
bool onlyBegins(ActionId id)
{
    return id == ActionId::Note || id == ActionId::Attach || id == ActionId::Template;
}

} // namespace

/// Whatever one can do has a key, stands in a menu or on a button, is found in the palette, and is taken back
/// where it can be.
class tst_ActionTable final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<DeskWorld>();
        m_world->signIn();
        m_world->addMine(2);
        m_world->window().resize(1366, 768);
        m_world->window().show();
        m_world->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_world->window()));
        m_world->window().desk().look(m_world->mineId(0));
    }
    void cleanup() { m_world.reset(); }

    void whatIsDoneWithAConversationHasAKey();
    void everythingHasAKeyOrStandsInAMenu();
    void whatIsDoneWithAConversationStandsInItsMenu();
    void everythingIsInThePalette();
    void whatCanBeUndoneIs();

private:
    std::unique_ptr<DeskWorld> m_world;

    ui::Actions& actions() { return m_world->window().actions(); }
    QMenu& moreMenu() { return m_world->find<ui::PopupButton>("moreActions")->popup(); }
};

void tst_ActionTable::whatIsDoneWithAConversationHasAKey()
{
    for (const ui::ActionInfo& info : ui::actionInfos()) {
        if (info.group == ui::ActionGroup::Conversation)
            QVERIFY2(!info.keys.isEmpty(), info.name.latin1());
    }
}

void tst_ActionTable::everythingHasAKeyOrStandsInAMenu()
{
    // One's availability has a menu of its own, which Ctrl+Shift+A opens.
    const QSet<ActionId> own{ActionId::BeAvailable, ActionId::BeBusy, ActionId::BeAway};
    const QList<QAction*> menu = m_world->window().desk().left().programMenu().actions();
    for (const ui::ActionInfo& info : ui::actionInfos()) {
        QVERIFY2(!info.keys.isEmpty() || own.contains(info.id) || menu.contains(&actions().action(info.id)),
                 info.name.latin1());
    }
}

void tst_ActionTable::whatIsDoneWithAConversationStandsInItsMenu()
{
    QSet<ActionId> seen;
    for (const ui::ActionContext& context : situations()) {
        actions().setContext(context);
        const QList<QAction*> menu = moreMenu().actions();
        for (const ui::ActionInfo& info : ui::actionInfos()) {
            if (info.group != ui::ActionGroup::Conversation || !ui::isPossible(info.id, context))
                continue;
            // These two are buttons of the header.
            const bool button = info.id == ActionId::Claim || info.id == ActionId::Resolve;
            QVERIFY2(button || menu.contains(&actions().action(info.id)), info.name.latin1());
            seen.insert(info.id);
        }
    }
    QVERIFY(m_world->find<QPushButton>("resolve")->isVisible());
    QVERIFY(m_world->find<QPushButton>("claim"));
    for (const ui::ActionInfo& info : ui::actionInfos()) {
        if (info.group == ui::ActionGroup::Conversation)
            QVERIFY2(seen.contains(info.id), info.name.latin1());
    }
}

void tst_ActionTable::everythingIsInThePalette()
{
    // What only leads from pane to pane is for the keyboard, and the palette is open already.
    QSet<ActionId> seen{ActionId::Palette, ActionId::NextPane, ActionId::PreviousPane};
    // Who leads a team, in a program that has settings.
    domain::Agent me = m_world->me();
    me.role = domain::Role::Supervisor;
    m_world->live.setMe(me);
    const QSignalSpy settings(&m_world->window(), &ui::MainWindow::settingsRequested);
    auto& palette = *m_world->find<ui::CommandPalette>("palette");
    for (const ui::ActionContext& context : situations()) {
        actions().setContext(context);
        actions().action(ActionId::Palette).trigger();
        for (const ui::ActionInfo& info : ui::actionInfos()) {
            if (seen.contains(info.id) || !ui::isPossible(info.id, context))
                continue;
            palette.model().setTyped(info.words);
            QTRY_VERIFY(!palette.model().isSearching());
            bool found = false;
            for (int row = 0; row < palette.model().rowCount(); ++row)
                found = found || palette.model().at(row).key == QStringLiteral("action:") + info.name;
            QVERIFY2(found, info.name.latin1());
            seen.insert(info.id);
        }
        palette.dismiss();
        QCoreApplication::processEvents(); // the keyboard goes back to where it was
    }
    for (const ui::ActionInfo& info : ui::actionInfos())
        QVERIFY2(seen.contains(info.id), info.name.latin1());
}

void tst_ActionTable::whatCanBeUndoneIs()
{
    const Timestamp now = m_world->clock.now();
    ui::UndoBar& bar = m_world->window().desk().undoBar();
    QSet<ActionId> told;
    for (const Regret& regret : regrets()) {
        told.insert(regret.id);
        if (!regret.wish) {
            QVERIFY(regret.opposite);
            continue;
        }
        QVERIFY(client::canBeTakenBack(*regret.wish));
        bar.hold({QUuid::createUuid(), *regret.wish, m_world->mineId(0), now, now + std::chrono::seconds(5)});
        QVERIFY(bar.isVisible() && !bar.accessibleName().isEmpty());
        QVERIFY(actions().action(ActionId::Undo).isEnabled());
        actions().action(ActionId::Undo).trigger();
        QVERIFY(!bar.isVisible());
    }
    for (const ui::ActionInfo& info : ui::actionInfos()) {
        if (info.group == ui::ActionGroup::Conversation)
            QVERIFY2(told.contains(info.id) != onlyBegins(info.id), info.name.latin1());
    }
}

RELEVO_TEST(tst_ActionTable)
#include "tst_actiontable.moc"
