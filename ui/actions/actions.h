#pragma once

#include <ui/actions/keymap.h>
#include <ui/theme/theme.h>

#include <QtGui/QAction>

#include <vector>

class QPushButton;
class QWidget;

namespace relevo::ui {

/// The actions as Qt's: with words, icon and the user's keys, and enabled as the context allows. Who carries
/// them out listens to `triggered`.
class Actions final : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive this.
    Actions(const Theme& theme, const Keymap& keymap, QObject* parent = nullptr);

    [[nodiscard]] QAction& action(ActionId id) const { return *m_actions[static_cast<std::size_t>(id)]; }
    [[nodiscard]] const Keymap& keymap() const { return m_keymap; }
    /// All keys work in the window of `widget`.
    void listenIn(QWidget& widget);
    void setContext(const ActionContext& context);
    [[nodiscard]] const ActionContext& context() const { return m_context; }

Q_SIGNALS:
    void triggered(relevo::ui::ActionId id);
    /// Others are possible now.
    void contextChanged();

private:
    const Keymap& m_keymap;
    std::vector<QAction*> m_actions;
    ActionContext m_context;

    void takeKeys();
};

/// The button does what the action does, when it can be done; its tool tip names the keys.
void bindButton(QPushButton& button, QAction& action);

/// Only the tool tip: the widget's words and the action's keys.
void bindHint(QWidget& widget, QAction& action, const QString& words);

} // namespace relevo::ui
