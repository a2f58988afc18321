#pragma once

#include <ui/actions/action_info.h>

#include <QtCore/QMap>
#include <QtCore/QObject>

namespace relevo::ui {

class Preferences;

/// Which keys do what: as they came, or as the user has set them, which is remembered.
class Keymap final : public QObject
{
    Q_OBJECT
public:
    /// `preferences` must outlive this.
    explicit Keymap(Preferences& preferences, QObject* parent = nullptr);

    [[nodiscard]] const QList<ActionInfo>& actions() const { return m_infos; }
    [[nodiscard]] const ActionInfo& info(ActionId id) const;
    [[nodiscard]] QList<QKeySequence> keys(ActionId id) const;
    [[nodiscard]] bool isChanged(ActionId id) const { return m_changed.contains(id); }
    [[nodiscard]] bool isAnyChanged() const { return !m_changed.isEmpty(); }

    /// The action that has these keys now.
    [[nodiscard]] std::optional<ActionId> ownerOf(const QKeySequence& keys) const;
    /// Needed for writing and for going from control to control: no action may have them.
    [[nodiscard]] static bool isReserved(const QKeySequence& keys);

    /// The action gets these keys alone; whoever had them loses them. Empty keys: it has none.
    void set(ActionId id, const QKeySequence& keys);
    /// As it came. Keys of it that another action has got stay there.
    void reset(ActionId id);
    void resetAll();

    /// As the system writes them; the key pad's Enter is the same to everybody and left out.
    [[nodiscard]] QStringList words(ActionId id) const;

Q_SIGNALS:
    void changed();

private:
    Preferences& m_preferences;
    QList<ActionInfo> m_infos;
    QMap<ActionId, QList<QKeySequence>> m_changed;

    void load();
    void save();
    void put(ActionId id, const QList<QKeySequence>& keys);
};

} // namespace relevo::ui
