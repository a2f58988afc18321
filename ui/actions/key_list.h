#pragma once

#include <ui/actions/keymap.h>
#include <ui/theme/theme.h>

#include <QtCore/QHash>
#include <QtWidgets/QWidget>

class QGridLayout;
class QPushButton;

namespace relevo::ui {

class KeyRecorder;
class Text;

/// All keys, one line an action, where they can be changed. Keys that another action has are named, and taken
/// from it when they are pressed once more. What is to be said of a line stands under it.
class KeyList final : public QWidget
{
    Q_OBJECT
public:
    /// `keymap` must outlive the list. enterSends: what Enter does while writing, as the agent has chosen.
    KeyList(const Theme& theme, Keymap& keymap, bool enterSends, QWidget* parent = nullptr);

    void setEnterSends(bool enterSends);
    /// Gives every action its standard keys again. Stands wherever the list's place has room for it.
    [[nodiscard]] QPushButton& resetAll() { return *m_resetAll; }

Q_SIGNALS:
    /// These words have come into the list and are to be seen.
    void said(QWidget* words);

private:
    struct Line
    {
        KeyRecorder* keys = nullptr;
        QPushButton* reset = nullptr;
        int below = 0; ///< the table's row under it
    };

    const Theme& m_theme;
    Keymap& m_keymap;
    bool m_enterSends;
    QGridLayout* m_table;
    QHash<int, Line> m_lines; ///< by ActionId
    QList<QWidget*> m_local;  ///< what says which keys cannot be changed
    Text* m_told;
    QPushButton* m_resetAll;
    std::optional<QKeySequence> m_disputed; ///< were pressed once and are another action's
    bool m_asking = false;                  ///< the words ask for keys

    void addGroup(ActionGroup group);
    void addLine(const ActionInfo& info);
    void addLocalKeys();
    [[nodiscard]] Text* addHeading(const QString& words);
    void record(ActionId id, const QKeySequence& keys);
    void ask(ActionId id, bool recording);
    void refresh();
    void tell(int row, const QString& words);
    void tell(ActionId id, const QString& words);
    void tellNothing();
};

} // namespace relevo::ui
