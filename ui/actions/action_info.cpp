#include <ui/actions/action_info.h>

#include <ui/widgets/key_text.h>

#include <QtCore/QCoreApplication>

namespace relevo::ui {

namespace {

/// The holder may give a conversation away, and whoever acts for others any that waits or is held.
bool mayMove(const ActionContext& c)
{
    if (!c.handoff || !domain::isOpen(*c.handoff))
        return false;
    return c.role != domain::Role::Agent || (c.mine && domain::isHeld(*c.handoff));
}

bool isPossibleHere(ActionId id, const ActionContext& c)
{
    const bool held = c.handoff && domain::isHeld(*c.handoff);
    const bool waits = c.handoff && domain::isWaiting(*c.handoff);
    const bool movable = mayMove(c) && !c.underway;
    switch (id) {
    case ActionId::Claim:
        return waits && c.connected && !c.underway;
    case ActionId::Decline:
        return waits && c.offeredToMe && c.connected && !c.underway;
    case ActionId::Resolve:
    case ActionId::Release:
        return held && movable;
    case ActionId::Transfer:
    case ActionId::HandBack:
    case ActionId::Snooze5:
    case ActionId::Snooze15:
    case ActionId::Snooze30:
    case ActionId::SnoozeUntil:
        return movable;
    case ActionId::BotOn:
        return c.setsBot && c.botOff && c.connected;
    case ActionId::BotOff:
        return c.setsBot && !c.botOff && c.connected;
    case ActionId::Wake:
        return movable && c.snoozed;
    case ActionId::Reopen:
        return c.connected && !c.underway && !c.erased &&
               (c.handoff == domain::HandoffStatus::Resolved ||
                c.handoff == domain::HandoffStatus::Abandoned);
    case ActionId::Note:
        return c.handoff && !c.erased;
    case ActionId::Attach:
        return c.writing;
    case ActionId::Template:
        return c.templates;
    case ActionId::ConvertToTicket:
        return movable && c.handoff != domain::HandoffStatus::ConvertedToTicket;
    case ActionId::MarkSpam:
        return movable && !c.erased;
    case ActionId::Block:
        return c.known && !c.erased && !c.blocked;
    case ActionId::Unblock:
        return c.known && !c.erased && c.blocked;
    case ActionId::SamePerson:
        return c.known && !c.erased && c.connected;
    case ActionId::Find:
        return c.canFind;
    default:
        return true;
    }
}

} // namespace

bool isPossible(ActionId id, const ActionContext& c)
{
    switch (id) {
    case ActionId::Shortcuts:
    case ActionId::Quit:
    case ActionId::DoNotDisturb:
    case ActionId::LookLikeSystem:
    case ActionId::LookLight:
    case ActionId::LookDark:
        return true;
    case ActionId::Settings:
        return c.hasSettings;
    default:
        break;
    }
    if (!c.deskShown)
        return false;
    switch (id) {
    case ActionId::NextConversation:
    case ActionId::PreviousConversation:
        return c.anyConversation;
    case ActionId::GoToQueue:
    case ActionId::GoToMine:
    case ActionId::Search:
    case ActionId::NextPane:
    case ActionId::PreviousPane:
    case ActionId::BeAvailable:
    case ActionId::BeBusy:
    case ActionId::BeAway:
    case ActionId::Availability:
    case ActionId::Palette:
    case ActionId::ProgramMenu:
    case ActionId::SignOut:
        return true;
    case ActionId::Undo:
        return c.canUndo;
    case ActionId::Live:
        return c.role != domain::Role::Agent;
    default:
        // The others are about what is looked at.
        return c.looking && isPossibleHere(id, c);
    }
}

bool mayHarm(ActionId id)
{
    switch (id) {
    case ActionId::MarkSpam:
    case ActionId::Block:
    case ActionId::SignOut:
    case ActionId::Quit:
        return true;
    default:
        return false;
    }
}

QString nameOf(ActionGroup group)
{
    switch (group) {
    case ActionGroup::Conversation:
        return QCoreApplication::translate("relevo::ui", "Conversation");
    case ActionGroup::Moving:
        return QCoreApplication::translate("relevo::ui", "Getting around");
    case ActionGroup::Myself:
        return QCoreApplication::translate("relevo::ui", "Myself");
    case ActionGroup::Program:
        return QCoreApplication::translate("relevo::ui", "Program");
    }
    return {};
}

QList<ActionInfo> actionInfos()
{
    using Group = ActionGroup;
    return {
        {ActionId::Claim,
         QLatin1String("claim"),
         Group::Conversation,
         QCoreApplication::translate("relevo::ui", "Claim the conversation"),
         QStringLiteral("claim"),
         {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter, Qt::Key_C}},
        {ActionId::Decline,
         QLatin1String("decline"),
         Group::Conversation,
         QCoreApplication::translate("relevo::ui", "Decline what is offered to me"),
         QStringLiteral("close"),
         {Qt::ALT | Qt::Key_D}},
        {ActionId::Resolve,
         QLatin1String("resolve"),
         Group::Conversation,
         QCoreApplication::translate("relevo::ui", "Resolve…"),
         QStringLiteral("resolve"),
         {Qt::CTRL | Qt::Key_R, Qt::Key_R}},
        {ActionId::Transfer,
         QLatin1String("transfer"),
         Group::Conversation,
         QCoreApplication::translate("relevo::ui", "Transfer…"),
         QStringLiteral("handoff"),
         {Qt::CTRL | Qt::Key_T, Qt::Key_T}},
        {ActionId::Release,
         QLatin1String("release"),
         Group::Conversation,
         QCoreApplication::translate("relevo::ui", "Give back to the queue"),
         QStringLiteral("inbox"),
         {Qt::ALT | Qt::Key_U}},
        {ActionId::HandBack,
         QLatin1String("handBack"),
         Group::Conversation,
         QCoreApplication::translate("relevo::ui", "Hand back to the bot"),
         QStringLiteral("bot"),
         {Qt::ALT | Qt::Key_B}},
        {ActionId::BotOn,
         QLatin1String("botOn"),
         Group::Conversation,
         QCoreApplication::translate("relevo::ui", "Let the bot answer here"),
         QStringLiteral("bot"),
         {Qt::ALT | Qt::SHIFT | Qt::Key_B}},
        {ActionId::BotOff,
         QLatin1String("botOff"),
         Group::Conversation,
         QCoreApplication::translate("relevo::ui", "Switch the bot off here"),
         QStringLiteral("bot"),
         {Qt::ALT | Qt::SHIFT | Qt::Key_O}},
        {ActionId::Snooze5,
         QLatin1String("snooze5"),
         Group::Conversation,
         QCoreApplication::translate("relevo::ui", "Snooze for 5 minutes"),
         QStringLiteral("clock"),
         {Qt::ALT | Qt::Key_5}},
        {ActionId::Snooze15,
         QLatin1String("snooze15"),
         Group::Conversation,
         QCoreApplication::translate("relevo::ui", "Snooze for 15 minutes"),
         QStringLiteral("clock"),
         {Qt::ALT | Qt::Key_1}},
        {ActionId::Snooze30,
         QLatin1String("snooze30"),
         Group::Conversation,
         QCoreApplication::translate("relevo::ui", "Snooze for 30 minutes"),
         QStringLiteral("clock"),
         {Qt::ALT | Qt::Key_3}},
        {ActionId::SnoozeUntil,
         QLatin1String("snoozeUntil"),
         Group::Conversation,
         QCoreApplication::translate("relevo::ui", "Snooze until…"),
         QStringLiteral("clock"),
         {Qt::Key_S}},
        {ActionId::Wake,
         QLatin1String("wake"),
         Group::Conversation,
         QCoreApplication::translate("relevo::ui", "End the snooze"),
         QStringLiteral("clock"),
         {Qt::ALT | Qt::Key_0}},
        {ActionId::Reopen,
         QLatin1String("reopen"),
         Group::Conversation,
         QCoreApplication::translate("relevo::ui", "Reopen the conversation"),
         QStringLiteral("refresh"),
         {Qt::ALT | Qt::Key_O}},
        {ActionId::Note,
         QLatin1String("note"),
         Group::Conversation,
         QCoreApplication::translate("relevo::ui", "Add a private note…"),
         QStringLiteral("note"),
         {Qt::Key_N, Qt::CTRL | Qt::SHIFT | Qt::Key_N}},
        {ActionId::Attach,
         QLatin1String("attach"),
         Group::Conversation,
         QCoreApplication::translate("relevo::ui", "Attach files…"),
         QStringLiteral("attach"),
         {Qt::CTRL | Qt::SHIFT | Qt::Key_U}},
        {ActionId::Template,
         QLatin1String("template"),
         Group::Conversation,
         QCoreApplication::translate("relevo::ui", "Choose a template…"),
         QStringLiteral("page"),
         {Qt::CTRL | Qt::SHIFT | Qt::Key_T}},
        {ActionId::ConvertToTicket,
         QLatin1String("convertToTicket"),
         Group::Conversation,
         QCoreApplication::translate("relevo::ui", "Convert to a ticket"),
         QStringLiteral("mail"),
         {Qt::ALT | Qt::Key_T}},
        {ActionId::MarkSpam,
         QLatin1String("markSpam"),
         Group::Conversation,
         QCoreApplication::translate("relevo::ui", "Mark as spam"),
         QStringLiteral("alert"),
         {Qt::ALT | Qt::Key_M}},
        {ActionId::Block,
         QLatin1String("blockContact"),
         Group::Conversation,
         QCoreApplication::translate("relevo::ui", "Block the customer"),
         QStringLiteral("block"),
         {Qt::ALT | Qt::Key_X}},
        {ActionId::Unblock,
         QLatin1String("unblockContact"),
         Group::Conversation,
         QCoreApplication::translate("relevo::ui", "Unblock the customer"),
         QStringLiteral("block"),
         {Qt::ALT | Qt::SHIFT | Qt::Key_X}},
        {ActionId::SamePerson,
         QLatin1String("samePerson"),
         Group::Conversation,
         QCoreApplication::translate("relevo::ui", "Same person as…"),
         QStringLiteral("merge"),
         {Qt::ALT | Qt::Key_P}},
        {ActionId::NextConversation,
         QLatin1String("nextConversation"),
         Group::Moving,
         QCoreApplication::translate("relevo::ui", "Next conversation"),
         QStringLiteral("arrow-down"),
         {Qt::Key_J}},
        {ActionId::PreviousConversation,
         QLatin1String("previousConversation"),
         Group::Moving,
         QCoreApplication::translate("relevo::ui", "Previous conversation"),
         QStringLiteral("arrow-up"),
         {Qt::Key_K}},
        {ActionId::GoToQueue,
         QLatin1String("goToQueue"),
         Group::Moving,
         QCoreApplication::translate("relevo::ui", "Go to the queue"),
         QStringLiteral("inbox"),
         {Qt::CTRL | Qt::Key_1}},
        {ActionId::GoToMine,
         QLatin1String("goToMine"),
         Group::Moving,
         QCoreApplication::translate("relevo::ui", "Go to my conversations"),
         QStringLiteral("chat"),
         {Qt::CTRL | Qt::Key_2}},
        {ActionId::GoToComposer,
         QLatin1String("goToComposer"),
         Group::Moving,
         QCoreApplication::translate("relevo::ui", "Write an answer"),
         QStringLiteral("send"),
         {Qt::CTRL | Qt::Key_3}},
        {ActionId::GoToConversation,
         QLatin1String("goToConversation"),
         Group::Moving,
         QCoreApplication::translate("relevo::ui", "Read the conversation"),
         QStringLiteral("chat"),
         {Qt::CTRL | Qt::Key_4}},
        {ActionId::NextPane,
         QLatin1String("nextPane"),
         Group::Moving,
         QCoreApplication::translate("relevo::ui", "Next pane"),
         {},
         {Qt::Key_F6}},
        {ActionId::PreviousPane,
         QLatin1String("previousPane"),
         Group::Moving,
         QCoreApplication::translate("relevo::ui", "Previous pane"),
         {},
         {Qt::SHIFT | Qt::Key_F6}},
        {ActionId::ToggleDetails,
         QLatin1String("toggleDetails"),
         Group::Moving,
         QCoreApplication::translate("relevo::ui", "Show or hide customer and summary"),
         QStringLiteral("panel-right"),
         {Qt::CTRL | Qt::Key_I}},
        {ActionId::Find,
         QLatin1String("find"),
         Group::Moving,
         QCoreApplication::translate("relevo::ui", "Find in the conversation"),
         QStringLiteral("search"),
         {Qt::CTRL | Qt::Key_F}},
        {ActionId::Search,
         QLatin1String("search"),
         Group::Moving,
         QCoreApplication::translate("relevo::ui", "Search messages and customers"),
         QStringLiteral("search"),
         {Qt::CTRL | Qt::SHIFT | Qt::Key_F}},
        {ActionId::BeAvailable,
         QLatin1String("beAvailable"),
         Group::Myself,
         QCoreApplication::translate("relevo::ui", "I am available"),
         QStringLiteral("state-available"),
         {}},
        {ActionId::BeBusy,
         QLatin1String("beBusy"),
         Group::Myself,
         QCoreApplication::translate("relevo::ui", "I am busy"),
         QStringLiteral("state-busy"),
         {}},
        {ActionId::BeAway,
         QLatin1String("beAway"),
         Group::Myself,
         QCoreApplication::translate("relevo::ui", "I am away"),
         QStringLiteral("state-away"),
         {}},
        {ActionId::Availability,
         QLatin1String("availability"),
         Group::Myself,
         QCoreApplication::translate("relevo::ui", "Change my availability"),
         QStringLiteral("user"),
         {Qt::CTRL | Qt::SHIFT | Qt::Key_A}},
        {ActionId::DoNotDisturb,
         QLatin1String("doNotDisturb"),
         Group::Myself,
         QCoreApplication::translate("relevo::ui", "Do not disturb"),
         QStringLiteral("moon"),
         {Qt::CTRL | Qt::SHIFT | Qt::Key_D}},
        {ActionId::Undo,
         QLatin1String("undo"),
         Group::Myself,
         QCoreApplication::translate("relevo::ui", "Undo"),
         QStringLiteral("undo"),
         {Qt::CTRL | Qt::Key_Z}},
        {ActionId::Palette,
         QLatin1String("palette"),
         Group::Program,
         QCoreApplication::translate("relevo::ui", "Find anything…"),
         QStringLiteral("search"),
         {Qt::CTRL | Qt::Key_K}},
        {ActionId::Live,
         QLatin1String("live"),
         Group::Program,
         QCoreApplication::translate("relevo::ui", "Live…"),
         QStringLiteral("team"),
         {Qt::CTRL | Qt::Key_L}},
        {ActionId::Settings,
         QLatin1String("settings"),
         Group::Program,
         QCoreApplication::translate("relevo::ui", "Settings…"),
         QStringLiteral("settings"),
         {Qt::CTRL | Qt::Key_Comma}},
        {ActionId::Shortcuts,
         QLatin1String("shortcuts"),
         Group::Program,
         QCoreApplication::translate("relevo::ui", "Keyboard shortcuts"),
         QStringLiteral("keyboard"),
         {Qt::Key_F1, Qt::Key_Question}},
        {ActionId::ProgramMenu,
         QLatin1String("programMenu"),
         Group::Program,
         QCoreApplication::translate("relevo::ui", "Open the menu"),
         QStringLiteral("more"),
         {Qt::Key_F10}},
        {ActionId::LookLikeSystem,
         QLatin1String("lookLikeSystem"),
         Group::Program,
         QCoreApplication::translate("relevo::ui", "Colours: same as the system"),
         {},
         {}},
        {ActionId::LookLight,
         QLatin1String("lookLight"),
         Group::Program,
         QCoreApplication::translate("relevo::ui", "Colours: light"),
         {},
         {}},
        {ActionId::LookDark,
         QLatin1String("lookDark"),
         Group::Program,
         QCoreApplication::translate("relevo::ui", "Colours: dark"),
         {},
         {}},
        {ActionId::SignOut,
         QLatin1String("signOut"),
         Group::Program,
         QCoreApplication::translate("relevo::ui", "Sign out"),
         {},
         {}},
        {ActionId::Quit,
         QLatin1String("quit"),
         Group::Program,
         QCoreApplication::translate("relevo::ui", "Quit"),
         {},
         {Qt::CTRL | Qt::Key_Q}},
    };
}

QList<LocalKeys> localKeys(bool enterSends)
{
    const QKeySequence send(enterSends ? QKeySequence(Qt::Key_Return)
                                       : QKeySequence(Qt::CTRL | Qt::Key_Return));
    const QKeySequence line(enterSends ? QKeySequence(Qt::SHIFT | Qt::Key_Return)
                                       : QKeySequence(Qt::Key_Return));
    return {
        {QStringLiteral("↑  ↓"),
         QCoreApplication::translate("relevo::ui", "In a list: look at another conversation")},
        {nativeText(Qt::Key_Return),
         QCoreApplication::translate("relevo::ui", "In a list: go into the conversation")},
        {QStringLiteral("X"),
         QCoreApplication::translate("relevo::ui", "In a list: select several conversations")},
        {QStringLiteral("/"), QCoreApplication::translate("relevo::ui", "In a list: filter it")},
        {QStringLiteral("A  D"), QCoreApplication::translate("relevo::ui", "On an offer: accept or decline")},
        {nativeText(send), QCoreApplication::translate("relevo::ui", "While writing: send")},
        {nativeText(line), QCoreApplication::translate("relevo::ui", "While writing: new line")},
        {nativeText(Qt::Key_Escape),
         QCoreApplication::translate("relevo::ui", "While writing: back to the list")},
        {nativeText(Qt::CTRL | Qt::Key_C),
         QCoreApplication::translate("relevo::ui", "In the conversation: copy the message")},
    };
}

} // namespace relevo::ui
