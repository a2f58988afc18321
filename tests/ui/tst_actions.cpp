#include "support/test_main.h"

#include <ui/actions/actions.h>
#include <ui/shell/preferences.h>

#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>
#include <QtWidgets/QPushButton>

#include <random>

using namespace relevo;
using namespace relevo::ui;
using domain::HandoffStatus;
using domain::Role;

namespace {

/// At the desk, connected, looking at a conversation whose handoff stands so.
ActionContext at(HandoffStatus status)
{
    ActionContext context;
    context.deskShown = context.connected = context.looking = context.anyConversation = true;
    context.handoff = status;
    return context;
}

ActionContext mine()
{
    ActionContext context = at(HandoffStatus::Active);
    context.mine = true;
    return context;
}

} // namespace

Q_DECLARE_METATYPE(relevo::ui::ActionContext)

class tst_Actions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings =
            std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("desk.ini")), QSettings::IniFormat);
        m_preferences = std::make_unique<Preferences>(*m_settings);
    }

    void theListIsWhole();
    void whatCanBeDone_data();
    void whatCanBeDone();
    void nothingIsPossibleBeforeTheDesk();
    void keysCanBeChanged();
    void keysAreTakenFromOthers();
    void keysSurviveARestart();
    void whatIsInTheFileIsNotTrusted();
    void someKeysAreNeeded();
    void qtsActionsFollow();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Preferences> m_preferences;
};

void tst_Actions::theListIsWhole()
{
    const QList<ActionInfo> infos = actionInfos();
    QCOMPARE(infos.size(), static_cast<qsizetype>(ActionId::Quit) + 1);
    QSet<QString> names;
    QHash<QKeySequence, QString> owners;
    for (qsizetype i = 0; i < infos.size(); ++i) {
        QCOMPARE(static_cast<qsizetype>(infos[i].id), i);
        QVERIFY(!infos[i].words.isEmpty());
        QVERIFY2(!names.contains(infos[i].name), infos[i].name.latin1());
        names.insert(infos[i].name);
        for (const QKeySequence& keys : infos[i].keys) {
            QVERIFY2(!owners.contains(keys), qPrintable(keys.toString()));
            QVERIFY2(!Keymap::isReserved(keys), qPrintable(keys.toString()));
            owners.insert(keys, infos[i].name);
        }
        if (!infos[i].icon.isEmpty())
            QVERIFY2(QFile::exists(QStringLiteral(":/relevo/icons/%1.svg").arg(infos[i].icon)),
                     qPrintable(infos[i].icon));
    }
}

void tst_Actions::whatCanBeDone_data()
{
    QTest::addColumn<ActionContext>("context");
    QTest::addColumn<QSet<int>>("possible"); ///< of those that change a conversation
    const auto row = [](const char* name, const ActionContext& context,
                        std::initializer_list<ActionId> possible) {
        QSet<int> ids;
        for (const ActionId id : possible)
            ids.insert(static_cast<int>(id));
        QTest::newRow(name) << context << ids;
    };
    using enum ActionId;
    const auto with = [](ActionContext context, auto change) {
        change(context);
        return context;
    };
    row("waiting", at(HandoffStatus::Pending), {Claim, Note});
    row("a ticket", at(HandoffStatus::ConvertedToTicket), {Claim, Note});
    row("offered", with(at(HandoffStatus::Notified), [](auto& c) { c.offeredToMe = true; }),
        {Claim, Decline, Note});
    row("offline", with(at(HandoffStatus::Pending), [](auto& c) { c.connected = false; }), {Note});
    row("claiming", with(at(HandoffStatus::Pending), [](auto& c) { c.underway = true; }), {Note});
    row("waiting, for a supervisor",
        with(at(HandoffStatus::Pending), [](auto& c) { c.role = Role::Supervisor; }),
        {Claim, Transfer, HandBack, Snooze5, Snooze15, Snooze30, SnoozeUntil, Note, ConvertToTicket,
         MarkSpam});
    row("mine", mine(),
        {Resolve, Transfer, Release, HandBack, Snooze5, Snooze15, Snooze30, SnoozeUntil, Note,
         ConvertToTicket, MarkSpam});
    row("mine, offline", with(mine(), [](auto& c) { c.connected = false; }),
        {Resolve, Transfer, Release, HandBack, Snooze5, Snooze15, Snooze30, SnoozeUntil, Note,
         ConvertToTicket, MarkSpam});
    row("mine, snoozed", with(mine(), [](auto& c) { c.snoozed = true; }),
        {Resolve, Transfer, Release, HandBack, Snooze5, Snooze15, Snooze30, SnoozeUntil, Wake, Note,
         ConvertToTicket, MarkSpam});
    row("mine, being resolved", with(mine(), [](auto& c) { c.underway = true; }), {Note});
    row("another's", at(HandoffStatus::Claimed), {Note});
    row("another's, for an admin", with(at(HandoffStatus::Claimed), [](auto& c) { c.role = Role::Admin; }),
        {Resolve, Transfer, Release, HandBack, Snooze5, Snooze15, Snooze30, SnoozeUntil, Note,
         ConvertToTicket, MarkSpam});
    row("over", at(HandoffStatus::Resolved), {Reopen, Note});
    row("abandoned", at(HandoffStatus::Abandoned), {Reopen, Note});
    row("over, offline", with(at(HandoffStatus::Resolved), [](auto& c) { c.connected = false; }), {Note});
    row("erased", with(at(HandoffStatus::Resolved), [](auto& c) { c.erased = true; }), {});
    row("with the bot only", with(at(HandoffStatus::Resolved), [](auto& c) { c.handoff.reset(); }), {});
    row("somebody known", with(at(HandoffStatus::Claimed), [](auto& c) { c.known = true; }),
        {Note, Block, SamePerson});
    row("somebody known, offline",
        with(at(HandoffStatus::Claimed),
             [](auto& c) {
                 c.known = true;
                 c.connected = false;
             }),
        {Note, Block});
    row("somebody blocked",
        with(at(HandoffStatus::Claimed),
             [](auto& c) {
                 c.known = true;
                 c.blocked = true;
             }),
        {Note, Unblock, SamePerson});
    row("a ticket, for a supervisor",
        with(at(HandoffStatus::ConvertedToTicket), [](auto& c) { c.role = Role::Supervisor; }),
        {Claim, Transfer, HandBack, Snooze5, Snooze15, Snooze30, SnoozeUntil, Note, MarkSpam});
    row("somebody writes", with(at(HandoffStatus::Claimed), [](auto& c) { c.writing = true; }),
        {Note, Attach});
    row("on a channel with templates", with(at(HandoffStatus::Claimed), [](auto& c) { c.templates = true; }),
        {Note, Template});
    row("looking at nothing", with(mine(), [](auto& c) { c.looking = false; }), {});
}

void tst_Actions::whatCanBeDone()
{
    QFETCH(ActionContext, context);
    QFETCH(QSet<int>, possible);
    for (const ActionInfo& info : actionInfos()) {
        if (info.group == ActionGroup::Conversation)
            QVERIFY2(isPossible(info.id, context) == possible.contains(static_cast<int>(info.id)),
                     info.name.latin1());
    }
}

void tst_Actions::nothingIsPossibleBeforeTheDesk()
{
    ActionContext context = mine();
    context.deskShown = false;
    QSet<QString> possible;
    for (const ActionInfo& info : actionInfos()) {
        if (isPossible(info.id, context))
            possible.insert(info.name);
    }
    QCOMPARE(possible, (QSet<QString>{QStringLiteral("shortcuts"), QStringLiteral("quit"),
                                      QStringLiteral("doNotDisturb"), QStringLiteral("lookLikeSystem"),
                                      QStringLiteral("lookLight"), QStringLiteral("lookDark")}));
    context.hasSettings = true;
    QVERIFY(isPossible(ActionId::Settings, context));
}

void tst_Actions::keysCanBeChanged()
{
    Keymap keymap(*m_preferences);
    QSignalSpy changed(&keymap, &Keymap::changed);
    const QKeySequence keys(Qt::CTRL | Qt::SHIFT | Qt::Key_X);
    QVERIFY(!keymap.ownerOf(keys));
    keymap.set(ActionId::Transfer, keys);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(keymap.keys(ActionId::Transfer), QList<QKeySequence>{keys});
    QCOMPARE(keymap.ownerOf(keys), std::optional(ActionId::Transfer));
    QVERIFY(!keymap.ownerOf(QKeySequence(Qt::Key_T)));
    QVERIFY(keymap.isChanged(ActionId::Transfer) && keymap.isAnyChanged());
    keymap.set(ActionId::Transfer, {});
    QVERIFY(keymap.keys(ActionId::Transfer).isEmpty());
    keymap.reset(ActionId::Transfer);
    QVERIFY(!keymap.isAnyChanged());
    QCOMPARE(keymap.ownerOf(QKeySequence(Qt::Key_T)), std::optional(ActionId::Transfer));
}

void tst_Actions::keysAreTakenFromOthers()
{
    Keymap keymap(*m_preferences);
    const QKeySequence r(Qt::Key_R);
    keymap.set(ActionId::Transfer, r);
    QCOMPARE(keymap.ownerOf(r), std::optional(ActionId::Transfer));
    // It keeps what nobody took.
    QCOMPARE(keymap.keys(ActionId::Resolve), QList<QKeySequence>{QKeySequence(Qt::CTRL | Qt::Key_R)});
    keymap.reset(ActionId::Resolve);
    QCOMPARE(keymap.ownerOf(r), std::optional(ActionId::Transfer)); // nothing is taken by a reset
    keymap.reset(ActionId::Transfer);
    keymap.reset(ActionId::Resolve);
    QVERIFY(!keymap.isAnyChanged());
    // No two actions ever have the same keys, whatever is done.
    std::mt19937 random(3);
    const QList<ActionInfo> infos = actionInfos();
    for (int round = 0; round < 300; ++round) {
        const ActionId id = infos[static_cast<qsizetype>(random() % static_cast<unsigned>(infos.size()))].id;
        if (random() % 4 == 0)
            keymap.reset(id);
        else
            keymap.set(id, QKeySequence(static_cast<int>(Qt::Key_A + random() % 26)));
        QSet<QKeySequence> seen;
        for (const ActionInfo& info : infos) {
            for (const QKeySequence& keys : keymap.keys(info.id)) {
                QVERIFY(!seen.contains(keys));
                seen.insert(keys);
            }
        }
    }
    keymap.resetAll();
    QVERIFY(!keymap.isAnyChanged());
}

void tst_Actions::keysSurviveARestart()
{
    {
        Keymap keymap(*m_preferences);
        keymap.set(ActionId::Claim, QKeySequence(Qt::Key_F7));
        keymap.set(ActionId::Note, {});
    }
    m_settings->sync();
    QSettings again(m_folder->filePath(QStringLiteral("desk.ini")), QSettings::IniFormat);
    Preferences preferences(again);
    const Keymap keymap(preferences);
    QCOMPARE(keymap.keys(ActionId::Claim), QList<QKeySequence>{QKeySequence(Qt::Key_F7)});
    QVERIFY(keymap.keys(ActionId::Note).isEmpty());
    QVERIFY(keymap.isChanged(ActionId::Note));
    QVERIFY(!keymap.isChanged(ActionId::Resolve));
}

void tst_Actions::whatIsInTheFileIsNotTrusted()
{
    m_preferences->setShortcuts(
        {{QStringLiteral("claim"), {QStringLiteral("Tab"), QStringLiteral("no keys at all")}},
         {QStringLiteral("unknown"), {QStringLiteral("F7")}},
         {QStringLiteral("note"), {QStringLiteral("F8"), QStringLiteral("F8")}}});
    const Keymap keymap(*m_preferences);
    for (const QKeySequence& keys : keymap.keys(ActionId::Claim))
        QVERIFY(!Keymap::isReserved(keys));
    QCOMPARE(keymap.keys(ActionId::Note), QList<QKeySequence>{QKeySequence(Qt::Key_F8)});
    QVERIFY(!keymap.ownerOf(QKeySequence(Qt::Key_F7)));
}

void tst_Actions::someKeysAreNeeded()
{
    for (const QKeyCombination keys :
         {QKeyCombination(Qt::Key_Tab), QKeyCombination(Qt::Key_Return), QKeyCombination(Qt::Key_Escape),
          QKeyCombination(Qt::Key_Space), QKeyCombination(Qt::Key_Up), Qt::SHIFT | Qt::Key_Left,
          Qt::CTRL | Qt::Key_C, Qt::CTRL | Qt::Key_V})
        QVERIFY2(Keymap::isReserved(QKeySequence(keys)), qPrintable(QKeySequence(keys).toString()));
    for (const QKeyCombination keys : {QKeyCombination(Qt::Key_A), Qt::CTRL | Qt::Key_Return,
                                       Qt::ALT | Qt::Key_Up, QKeyCombination(Qt::Key_F5)})
        QVERIFY2(!Keymap::isReserved(QKeySequence(keys)), qPrintable(QKeySequence(keys).toString()));
}

void tst_Actions::qtsActionsFollow()
{
    const Theme theme;
    Keymap keymap(*m_preferences);
    Actions actions(theme, keymap);
    QSignalSpy triggered(&actions, &Actions::triggered);
    QPushButton button;
    QAction& resolve = actions.action(ActionId::Resolve);
    bindButton(button, resolve);
    QVERIFY(!button.isEnabled());
    button.click();
    QCOMPARE(triggered.size(), 0);
    QSignalSpy changed(&actions, &Actions::contextChanged);
    actions.setContext(mine());
    actions.setContext(mine());
    QCOMPARE(changed.size(), 1);
    QVERIFY(button.isEnabled());
    button.click();
    QCOMPARE(triggered.size(), 1);
    QCOMPARE(triggered[0][0].value<ActionId>(), ActionId::Resolve);
    keymap.set(ActionId::Resolve, QKeySequence(Qt::Key_F9));
    QCOMPARE(resolve.shortcuts(), QList<QKeySequence>{QKeySequence(Qt::Key_F9)});
    QVERIFY(button.toolTip().contains(QStringLiteral("F9")));
    keymap.set(ActionId::Resolve, {});
    QCOMPARE(button.toolTip(), resolve.text());
}

RELEVO_TEST(tst_Actions)
#include "tst_actions.moc"
