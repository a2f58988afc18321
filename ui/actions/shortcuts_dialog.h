#pragma once

#include <ui/actions/keymap.h>
#include <ui/theme/theme.h>

#include <QtCore/QHash>
#include <QtWidgets/QDialog>

class QGridLayout;
class QPushButton;
class QVBoxLayout;

namespace relevo::ui {

class KeyRecorder;
class Text;

/// All keys in one place, where they can be changed. Keys that another action has are named, and taken from
/// it when they are pressed once more.
class ShortcutsDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `keymap` must outlive the dialog. enterSends: what Enter does while writing, as the agent has chosen.
    ShortcutsDialog(const Theme& theme, Keymap& keymap, bool enterSends, QWidget* parent = nullptr);

private:
    struct Line
    {
        KeyRecorder* keys = nullptr;
        QPushButton* reset = nullptr;
    };

    const Theme& m_theme;
    Keymap& m_keymap;
    bool m_enterSends;
    QHash<int, Line> m_lines; ///< by ActionId
    Text* m_told;
    QPushButton* m_resetAll;
    std::optional<QKeySequence> m_disputed; ///< were pressed once and are another action's

    [[nodiscard]] QWidget* makeList();
    void addGroup(QGridLayout& table, ActionGroup group);
    void addLine(QGridLayout& table, const ActionInfo& info);
    void addLocalKeys(QGridLayout& table);
    void addHeading(QGridLayout& table, const QString& words);
    void record(ActionId id, const QKeySequence& keys);
    void refresh();
    void tell(const QString& words);
};

} // namespace relevo::ui
