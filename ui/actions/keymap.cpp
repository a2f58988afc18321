#include <ui/actions/keymap.h>

#include <ui/shell/preferences.h>
#include <ui/widgets/key_text.h>

#include <algorithm>

namespace relevo::ui {

Keymap::Keymap(Preferences& preferences, QObject* parent)
    : QObject(parent), m_preferences(preferences), m_infos(actionInfos())
{
    load();
}

const ActionInfo& Keymap::info(ActionId id) const
{
    return m_infos[static_cast<qsizetype>(id)];
}

QList<QKeySequence> Keymap::keys(ActionId id) const
{
    const auto found = m_changed.constFind(id);
    return found == m_changed.cend() ? info(id).keys : *found;
}

std::optional<ActionId> Keymap::ownerOf(const QKeySequence& keys) const
{
    for (const ActionInfo& info : m_infos) {
        if (!keys.isEmpty() && this->keys(info.id).contains(keys))
            return info.id;
    }
    return std::nullopt;
}

bool Keymap::isReserved(const QKeySequence& keys)
{
    if (keys.isEmpty())
        return false;
    const QKeyCombination pressed = keys[0];
    const bool plain =
        (pressed.keyboardModifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
    switch (pressed.key()) {
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Escape:
    case Qt::Key_Space:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Backspace:
    case Qt::Key_Delete:
        if (plain)
            return true;
        break;
    default:
        break;
    }
    for (const QKeySequence::StandardKey needed :
         {QKeySequence::Copy, QKeySequence::Cut, QKeySequence::Paste, QKeySequence::SelectAll}) {
        if (QKeySequence::keyBindings(needed).contains(keys))
            return true;
    }
    return false;
}

void Keymap::put(ActionId id, const QList<QKeySequence>& keys)
{
    if (keys == info(id).keys)
        m_changed.remove(id);
    else
        m_changed.insert(id, keys);
}

void Keymap::set(ActionId id, const QKeySequence& keys)
{
    for (const ActionInfo& other : m_infos) {
        QList<QKeySequence> theirs = this->keys(other.id);
        if (other.id != id && !keys.isEmpty() && theirs.removeAll(keys) > 0)
            put(other.id, theirs);
    }
    put(id, keys.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{keys});
    save();
}

void Keymap::reset(ActionId id)
{
    QList<QKeySequence> own = info(id).keys;
    own.removeIf([this, id](const QKeySequence& keys) {
        const std::optional<ActionId> owner = ownerOf(keys);
        return owner && *owner != id;
    });
    put(id, own);
    save();
}

void Keymap::resetAll()
{
    m_changed.clear();
    save();
}

QStringList Keymap::words(ActionId id) const
{
    QStringList words;
    for (const QKeySequence& keys : this->keys(id)) {
        if (keys[0].key() != Qt::Key_Enter)
            words << nativeText(keys);
    }
    return words;
}

void Keymap::load()
{
    const QMap<QString, QStringList> kept = m_preferences.shortcuts();
    for (const ActionInfo& info : m_infos) {
        const auto found = kept.constFind(info.name);
        if (found == kept.cend())
            continue;
        QList<QKeySequence> keys;
        for (const QString& text : *found) {
            const QKeySequence sequence = QKeySequence::fromString(text, QKeySequence::PortableText);
            // The file may be of another version, or have been edited.
            if (!sequence.isEmpty() && !isReserved(sequence) && !keys.contains(sequence))
                keys.push_back(sequence);
        }
        put(info.id, keys);
    }
}

void Keymap::save()
{
    QMap<QString, QStringList> kept;
    for (auto change = m_changed.cbegin(); change != m_changed.cend(); ++change) {
        QStringList texts;
        for (const QKeySequence& keys : *change)
            texts << keys.toString(QKeySequence::PortableText);
        kept.insert(info(change.key()).name, texts);
    }
    m_preferences.setShortcuts(kept);
    Q_EMIT changed();
}

} // namespace relevo::ui
