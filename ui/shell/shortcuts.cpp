#include <ui/shell/shortcuts.h>

#include <QtCore/QCoreApplication>

namespace relevo::ui {

namespace {

QString native(QKeyCombination keys)
{
    return QKeySequence(keys).toString(QKeySequence::NativeText);
}

} // namespace

QList<Shortcut> shortcuts()
{
    return {
        {Command::GoToQueue,
         {Qt::CTRL | Qt::Key_1},
         QCoreApplication::translate("relevo::ui", "Go to the queue")},
        {Command::GoToMine,
         {Qt::CTRL | Qt::Key_2},
         QCoreApplication::translate("relevo::ui", "Go to my conversations")},
        {Command::GoToComposer,
         {Qt::CTRL | Qt::Key_3},
         QCoreApplication::translate("relevo::ui", "Write an answer")},
        {Command::GoToConversation,
         {Qt::CTRL | Qt::Key_4},
         QCoreApplication::translate("relevo::ui", "Read the conversation")},
        {Command::NextPane, {Qt::Key_F6}, QCoreApplication::translate("relevo::ui", "Next pane")},
        {Command::PreviousPane,
         {Qt::SHIFT | Qt::Key_F6},
         QCoreApplication::translate("relevo::ui", "Previous pane")},
        {Command::Claim,
         {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter},
         QCoreApplication::translate("relevo::ui", "Claim the conversation")},
        {Command::Resolve,
         {Qt::CTRL | Qt::Key_R},
         QCoreApplication::translate("relevo::ui", "Resolve the conversation")},
        {Command::Availability,
         {Qt::CTRL | Qt::SHIFT | Qt::Key_A},
         QCoreApplication::translate("relevo::ui", "Change my availability")},
        {Command::ToggleDetails,
         {Qt::CTRL | Qt::Key_I},
         QCoreApplication::translate("relevo::ui", "Show or hide customer and summary")},
        {Command::Search,
         {Qt::CTRL | Qt::SHIFT | Qt::Key_F},
         QCoreApplication::translate("relevo::ui", "Search messages and customers")},
        {Command::ProgramMenu, {Qt::Key_F10}, QCoreApplication::translate("relevo::ui", "Open the menu")},
        {Command::Help,
         {Qt::Key_F1, Qt::Key_Question},
         QCoreApplication::translate("relevo::ui", "Show this list")},
        {Command::Quit, {Qt::CTRL | Qt::Key_Q}, QCoreApplication::translate("relevo::ui", "Quit")},
    };
}

QList<LocalKeys> localKeys()
{
    return {
        {QStringLiteral("↑  ↓"),
         QCoreApplication::translate("relevo::ui", "In a list: look at another conversation")},
        {native(Qt::Key_Return),
         QCoreApplication::translate("relevo::ui", "In a list: go into the conversation")},
        {QStringLiteral("C"), QCoreApplication::translate("relevo::ui", "In the queue: claim")},
        {native(Qt::Key_Return), QCoreApplication::translate("relevo::ui", "While writing: send")},
        {native(Qt::SHIFT | Qt::Key_Return),
         QCoreApplication::translate("relevo::ui", "While writing: new line")},
        {native(Qt::Key_Escape),
         QCoreApplication::translate("relevo::ui", "While writing: back to the list")},
        {native(Qt::CTRL | Qt::Key_C),
         QCoreApplication::translate("relevo::ui", "In the conversation: copy the message")},
    };
}

} // namespace relevo::ui
