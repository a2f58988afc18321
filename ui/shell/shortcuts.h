#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtGui/QKeySequence>

namespace relevo::ui {

/// Everything the keyboard can ask of the main window; the help dialog shows the same list.
enum class Command {
    GoToQueue,
    GoToMine,
    GoToComposer,
    GoToConversation,
    NextPane,
    PreviousPane,
    Claim,
    Resolve,
    Availability,
    ToggleDetails,
    Search,
    ProgramMenu,
    Help,
    Quit,
};

struct Shortcut
{
    Command command;
    QList<QKeySequence> keys;
    QString words; ///< translated
};

[[nodiscard]] QList<Shortcut> shortcuts();

/// Keys that a list, the composer or a dialog understands by itself, for the help dialog.
struct LocalKeys
{
    QString keys;
    QString words;
};

[[nodiscard]] QList<LocalKeys> localKeys();

} // namespace relevo::ui
