#pragma once

#include <domain/agent.h>
#include <domain/handoff.h>

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtGui/QKeySequence>

#include <optional>

namespace relevo::ui {

/// Everything one can ask of the desk. Menus, buttons, keys, the page of keys and the palette are made of
/// this one list.
enum class ActionId {
    Claim,
    Decline,
    Resolve,
    Transfer,
    Release,
    HandBack,
    BotOn,
    BotOff,
    Snooze5,
    Snooze15,
    Snooze30,
    SnoozeUntil,
    Wake,
    Reopen,
    Note,
    Attach,
    Template,
    ConvertToTicket,
    MarkSpam,
    Block,
    Unblock,
    SamePerson,

    NextConversation,
    PreviousConversation,
    GoToQueue,
    GoToMine,
    GoToComposer,
    GoToConversation,
    NextPane,
    PreviousPane,
    ToggleDetails,
    Find,
    Search,

    BeAvailable,
    BeBusy,
    BeAway,
    Availability,
    DoNotDisturb,
    Undo,

    Palette,
    Live,
    Settings,
    Shortcuts,
    ProgramMenu,
    LookLikeSystem,
    LookLight,
    LookDark,
    SignOut,
    Quit,
};

/// In the order in which they are listed.
enum class ActionGroup { Conversation, Moving, Myself, Program };

/// What is looked at, who looks, and how the desk stands: all that decides whether something can be done now.
struct ActionContext
{
    bool deskShown = false; ///< not the sign-in page
    bool connected = false;
    domain::Role role = domain::Role::Agent;

    bool looking = false;                         ///< at a conversation
    std::optional<domain::HandoffStatus> handoff; ///< of its newest one; nothing: nobody was asked for
    bool mine = false;                            ///< I hold it
    bool offeredToMe = false;
    bool snoozed = false;
    bool underway = false; ///< a claim, or what gives it away, has been asked for and is not done
    bool erased = false;   ///< the contact was
    bool blocked = false;  ///< the contact is
    bool botOff = false;   ///< no bot may speak in it
    bool setsBot = false;  ///< whether bots may is theirs to say
    bool known = false;    ///< who the contact is has come from disk
    bool writing = false;  ///< there is a field to write to them, or a note, in

    bool templates = false; ///< one can be sent to them

    bool anyConversation = false; ///< in the lists
    bool canUndo = false;
    bool canFind = false;     ///< somebody looks for things in a conversation
    bool hasSettings = false; ///< there is a window of settings

    friend bool operator==(const ActionContext&, const ActionContext&) = default;
};

struct ActionInfo
{
    ActionId id;
    QLatin1String name; ///< in the preferences; never changed
    ActionGroup group;
    QString words; ///< translated
    QString icon;  ///< of resources/icons; may be empty
    QList<QKeySequence> keys;
};

/// All of them, in the order of ActionId.
[[nodiscard]] QList<ActionInfo> actionInfos();

/// Whether it makes sense now.
[[nodiscard]] bool isPossible(ActionId id, const ActionContext& context);

/// Whether doing it by mistake hurts: it ends something without asking first.
[[nodiscard]] bool mayHarm(ActionId id);

[[nodiscard]] QString nameOf(ActionGroup group);

/// Keys that a list, the composer or a dialog understands by itself, for the page of keys.
struct LocalKeys
{
    QString keys;
    QString words;
};

[[nodiscard]] QList<LocalKeys> localKeys(bool enterSends);

} // namespace relevo::ui
