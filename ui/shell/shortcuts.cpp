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
    const auto tr = [](const char* text) {
        return QCoreApplication::translate("relevo::ui::Shortcuts", text);
    };
    return {
        {Command::GoToQueue,
         {Qt::CTRL | Qt::Key_1},
         tr(QT_TRANSLATE_NOOP("relevo::ui::Shortcuts", "Go to the queue"))},
        {Command::GoToMine,
         {Qt::CTRL | Qt::Key_2},
         tr(QT_TRANSLATE_NOOP("relevo::ui::Shortcuts", "Go to my conversations"))},
        {Command::GoToComposer,
         {Qt::CTRL | Qt::Key_3},
         tr(QT_TRANSLATE_NOOP("relevo::ui::Shortcuts", "Write an answer"))},
        {Command::GoToConversation,
         {Qt::CTRL | Qt::Key_4},
         tr(QT_TRANSLATE_NOOP("relevo::ui::Shortcuts", "Read the conversation"))},
        {Command::NextPane, {Qt::Key_F6}, tr(QT_TRANSLATE_NOOP("relevo::ui::Shortcuts", "Next pane"))},
        {Command::PreviousPane,
         {Qt::SHIFT | Qt::Key_F6},
         tr(QT_TRANSLATE_NOOP("relevo::ui::Shortcuts", "Previous pane"))},
        {Command::Claim,
         {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter},
         tr(QT_TRANSLATE_NOOP("relevo::ui::Shortcuts", "Claim the conversation"))},
        {Command::Resolve,
         {Qt::CTRL | Qt::Key_R},
         tr(QT_TRANSLATE_NOOP("relevo::ui::Shortcuts", "Resolve the conversation"))},
        {Command::Availability,
         {Qt::CTRL | Qt::SHIFT | Qt::Key_A},
         tr(QT_TRANSLATE_NOOP("relevo::ui::Shortcuts", "Change my availability"))},
        {Command::ToggleDetails,
         {Qt::CTRL | Qt::Key_I},
         tr(QT_TRANSLATE_NOOP("relevo::ui::Shortcuts", "Show or hide customer and summary"))},
        {Command::ProgramMenu,
         {Qt::Key_F10},
         tr(QT_TRANSLATE_NOOP("relevo::ui::Shortcuts", "Open the menu"))},
        {Command::Help,
         {Qt::Key_F1, Qt::Key_Question},
         tr(QT_TRANSLATE_NOOP("relevo::ui::Shortcuts", "Show this list"))},
        {Command::Quit, {Qt::CTRL | Qt::Key_Q}, tr(QT_TRANSLATE_NOOP("relevo::ui::Shortcuts", "Quit"))},
    };
}

QList<LocalKeys> localKeys()
{
    const auto tr = [](const char* text) {
        return QCoreApplication::translate("relevo::ui::Shortcuts", text);
    };
    return {
        {QStringLiteral("↑  ↓"),
         tr(QT_TRANSLATE_NOOP("relevo::ui::Shortcuts", "In a list: look at another conversation"))},
        {native(Qt::Key_Return),
         tr(QT_TRANSLATE_NOOP("relevo::ui::Shortcuts", "In a list: go into the conversation"))},
        {QStringLiteral("C"), tr(QT_TRANSLATE_NOOP("relevo::ui::Shortcuts", "In the queue: claim"))},
        {native(Qt::Key_Return), tr(QT_TRANSLATE_NOOP("relevo::ui::Shortcuts", "While writing: send"))},
        {native(Qt::SHIFT | Qt::Key_Return),
         tr(QT_TRANSLATE_NOOP("relevo::ui::Shortcuts", "While writing: new line"))},
        {native(Qt::Key_Escape),
         tr(QT_TRANSLATE_NOOP("relevo::ui::Shortcuts", "While writing: back to the list"))},
        {native(Qt::CTRL | Qt::Key_C),
         tr(QT_TRANSLATE_NOOP("relevo::ui::Shortcuts", "In the conversation: copy the message"))},
    };
}

} // namespace relevo::ui
