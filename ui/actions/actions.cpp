#include <ui/actions/actions.h>

#include <ui/widgets/key_text.h>

#include <QtWidgets/QPushButton>

namespace relevo::ui {

namespace {

/// Those that make sense again and again while the key is held.
bool repeats(ActionId id)
{
    return id == ActionId::NextConversation || id == ActionId::PreviousConversation;
}

QString hint(const QString& words, const QAction& action)
{
    const QKeySequence keys = action.shortcut();
    return keys.isEmpty() ? words : QStringLiteral("%1 (%2)").arg(words, nativeText(keys));
}

} // namespace

Actions::Actions(const Theme& theme, const Keymap& keymap, QObject* parent)
    : QObject(parent), m_keymap(keymap)
{
    for (const ActionInfo& info : keymap.actions()) {
        auto* made = new QAction(info.words, this);
        made->setObjectName(QString(info.name) + QStringLiteral("Action"));
        if (!info.icon.isEmpty())
            made->setIcon(theme.icon(info.icon));
        made->setMenuRole(QAction::NoRole);
        made->setAutoRepeat(repeats(info.id));
        made->setEnabled(isPossible(info.id, m_context));
        connect(made, &QAction::triggered, this, [this, id = info.id] { Q_EMIT triggered(id); });
        m_actions.push_back(made);
    }
    connect(&keymap, &Keymap::changed, this, &Actions::takeKeys);
    takeKeys();
}

void Actions::listenIn(QWidget& widget)
{
    for (QAction* action : m_actions)
        widget.addAction(action);
}

void Actions::setContext(const ActionContext& context)
{
    if (m_context == context)
        return;
    m_context = context;
    for (const ActionInfo& info : m_keymap.actions())
        action(info.id).setEnabled(isPossible(info.id, context));
    Q_EMIT contextChanged();
}

void Actions::takeKeys()
{
    for (const ActionInfo& info : m_keymap.actions())
        action(info.id).setShortcuts(m_keymap.keys(info.id));
}

void bindButton(QPushButton& button, QAction& action)
{
    const auto follow = [&button, &action] {
        button.setEnabled(action.isEnabled());
        button.setToolTip(hint(action.text(), action));
    };
    QObject::connect(&action, &QAction::changed, &button, follow);
    QObject::connect(&button, &QPushButton::clicked, &action, &QAction::trigger);
    follow();
}

void bindHint(QWidget& widget, QAction& action, const QString& words)
{
    const auto follow = [&widget, &action, words] {
        widget.setToolTip(hint(words, action));
    };
    QObject::connect(&action, &QAction::changed, &widget, follow);
    follow();
}

} // namespace relevo::ui
