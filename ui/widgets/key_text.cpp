#include <ui/widgets/key_text.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

namespace relevo::ui {

namespace {

/// As it stands on the keyboards of those who speak the program's language. Qt's own names would need Qt's
/// own translations, which are not everywhere.
QString keyName(Qt::Key key)
{
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return QCoreApplication::translate("relevo::ui", "Enter");
    case Qt::Key_Escape:
        return QCoreApplication::translate("relevo::ui", "Esc");
    case Qt::Key_Space:
        return QCoreApplication::translate("relevo::ui", "Space");
    case Qt::Key_Backspace:
        return QCoreApplication::translate("relevo::ui", "Backspace");
    case Qt::Key_Delete:
        return QCoreApplication::translate("relevo::ui", "Del");
    case Qt::Key_Insert:
        return QCoreApplication::translate("relevo::ui", "Ins");
    case Qt::Key_Home:
        return QCoreApplication::translate("relevo::ui", "Home");
    case Qt::Key_End:
        return QCoreApplication::translate("relevo::ui", "End");
    case Qt::Key_PageUp:
        return QCoreApplication::translate("relevo::ui", "PgUp");
    case Qt::Key_PageDown:
        return QCoreApplication::translate("relevo::ui", "PgDn");
    case Qt::Key_Up:
        return QStringLiteral("↑");
    case Qt::Key_Down:
        return QStringLiteral("↓");
    case Qt::Key_Left:
        return QStringLiteral("←");
    case Qt::Key_Right:
        return QStringLiteral("→");
    default:
        return QKeySequence(key).toString(QKeySequence::NativeText);
    }
}

QString wordsOf(QKeyCombination keys)
{
    QStringList words;
    const Qt::KeyboardModifiers with = keys.keyboardModifiers();
    if (with & Qt::MetaModifier)
        words << QCoreApplication::translate("relevo::ui", "Meta");
    if (with & Qt::ControlModifier)
        words << QCoreApplication::translate("relevo::ui", "Ctrl");
    if (with & Qt::AltModifier)
        words << QCoreApplication::translate("relevo::ui", "Alt");
    if (with & Qt::ShiftModifier)
        words << QCoreApplication::translate("relevo::ui", "Shift");
    words << keyName(keys.key());
    return words.join(QLatin1Char('+'));
}

} // namespace

QString nativeText(const QKeySequence& keys)
{
    // Where the system has signs for the keys they say it in every language.
    if (QKeySequence(Qt::Key_Return).toString(QKeySequence::NativeText).size() == 1)
        return keys.toString(QKeySequence::NativeText);
    QStringList words;
    for (int i = 0; i < keys.count(); ++i)
        words << wordsOf(keys[static_cast<uint>(i)]);
    return words.join(QStringLiteral(", "));
}

} // namespace relevo::ui
