#include <ui/actions/key_list.h>

#include <ui/actions/action_info.h>
#include <ui/actions/key_recorder.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/herald.h>
#include <ui/widgets/key_text.h>
#include <ui/widgets/tag.h>
#include <ui/widgets/text.h>

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QPushButton>

namespace relevo::ui {

namespace {

using metrics::grid;

constexpr int columns = 3; ///< words, reset, keys
constexpr int belowIntro = 1;

/// Keys as they look on a keyboard.
Tag* keyCap(const Theme& theme, const QString& keys)
{
    auto* cap = new Tag(theme);
    cap->add(new Text(theme, &Fonts::captionStrong, &Colors::muted, keys));
    return cap;
}

} // namespace

KeyList::KeyList(const Theme& theme, Keymap& keymap, bool enterSends, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_keymap(keymap), m_enterSends(enterSends),
      m_table(new QGridLayout(this)), m_told(new Text(theme, &Fonts::body, &Colors::accentText)),
      m_resetAll(new QPushButton(tr("Reset all")))
{
    m_table->setContentsMargins(0, 0, 0, 0);
    m_table->setHorizontalSpacing(metrics::half);
    m_table->setVerticalSpacing(0);
    m_table->setColumnStretch(0, 1);
    auto* intro = new Text(theme, &Fonts::body, &Colors::muted, tr("Choose a shortcut to change it."));
    intro->setWordWrap(true);
    m_table->addWidget(intro, 0, 0, 1, columns);
    m_told->setObjectName(QStringLiteral("shortcutTold"));
    m_told->setWordWrap(true);
    m_told->setContentsMargins(0, 0, 0, grid);
    m_table->addWidget(m_told, belowIntro, 0, 1, columns);
    m_told->hide();
    m_resetAll->setObjectName(QStringLiteral("resetAllShortcuts"));
    m_resetAll->setAccessibleName(m_resetAll->text());
    m_resetAll->setAutoDefault(false);
    connect(m_resetAll, &QPushButton::clicked, this, [this] {
        m_keymap.resetAll();
        tell(belowIntro, tr("All shortcuts are back to the defaults."));
    });
    for (const ActionGroup group :
         {ActionGroup::Conversation, ActionGroup::Moving, ActionGroup::Myself, ActionGroup::Program})
        addGroup(group);
    addLocalKeys();
    connect(&keymap, &Keymap::changed, this, &KeyList::refresh);
    refresh();
}

Text* KeyList::addHeading(const QString& words)
{
    auto* heading = new Text(m_theme, &Fonts::captionStrong, &Colors::muted, words);
    heading->setContentsMargins(0, 2 * grid, 0, metrics::half);
    m_table->addWidget(heading, m_table->rowCount(), 0, 1, columns);
    return heading;
}

void KeyList::addGroup(ActionGroup group)
{
    (void)addHeading(nameOf(group));
    for (const ActionInfo& info : m_keymap.actions()) {
        if (info.group == group)
            addLine(info);
    }
}

void KeyList::addLine(const ActionInfo& info)
{
    const int row = m_table->rowCount();
    const Line line{new KeyRecorder(m_theme), new QPushButton, row + 1};
    line.keys->setObjectName(QStringLiteral("keysOf_") + info.name);
    line.keys->setAccessibleName(info.words);
    line.keys->setToolTip(tr("Change the keys"));
    line.reset->setObjectName(QStringLiteral("reset_") + info.name);
    line.reset->setIcon(m_theme.icon(QStringLiteral("undo")));
    line.reset->setFixedWidth(metrics::controlHeight);
    line.reset->setAutoDefault(false);
    line.reset->setAccessibleName(tr("Reset: %1").arg(info.words));
    line.reset->setToolTip(tr("Reset to default"));
    QSizePolicy stays = line.reset->sizePolicy();
    stays.setRetainSizeWhenHidden(true);
    line.reset->setSizePolicy(stays);
    setButtonKind(*line.reset, ButtonKind::Quiet);
    auto* words = new Text(m_theme, &Fonts::body, &Colors::text, info.words);
    words->setWordWrap(true); // beside wide keys in large letters
    m_table->addWidget(words, row, 0);
    m_table->addWidget(line.reset, row, 1);
    m_table->addWidget(line.keys, row, 2, Qt::AlignRight | Qt::AlignVCenter);
    m_table->setRowMinimumHeight(line.below, 0); // there is such a row, for what is said of the line
    const ActionId id = info.id;
    connect(line.keys, &KeyRecorder::recorded, this,
            [this, id](const QKeySequence& keys) { record(id, keys); });
    connect(line.keys, &KeyRecorder::emptied, this, [this, id, keys = line.keys] {
        m_keymap.set(id, {});
        keys->stop();
        tell(id, tr("“%1” has no shortcut now.").arg(m_keymap.info(id).words));
    });
    connect(line.keys, &KeyRecorder::recordingChanged, this,
            [this, id](bool recording) { ask(id, recording); });
    connect(line.reset, &QPushButton::clicked, this, [this, id] {
        m_keymap.reset(id);
        tellNothing();
    });
    m_lines.insert(static_cast<int>(id), line);
}

void KeyList::addLocalKeys()
{
    m_local << addHeading(tr("In lists and while writing"));
    for (const LocalKeys& local : localKeys(m_enterSends)) {
        const int row = m_table->rowCount();
        auto* words = new Text(m_theme, &Fonts::body, &Colors::text, local.words);
        words->setMinimumHeight(metrics::controlHeight);
        words->setWordWrap(true);
        Tag* cap = keyCap(m_theme, local.keys);
        m_table->addWidget(words, row, 0);
        m_table->addWidget(cap, row, 2, Qt::AlignRight | Qt::AlignVCenter);
        m_local << words << cap;
    }
}

void KeyList::setEnterSends(bool enterSends)
{
    if (enterSends == std::exchange(m_enterSends, enterSends))
        return;
    qDeleteAll(std::exchange(m_local, {}));
    addLocalKeys();
}

void KeyList::ask(ActionId id, bool recording)
{
    m_disputed.reset();
    if (!recording) {
        if (m_asking)
            tellNothing();
        return;
    }
    tell(id, tr("Press the keys for “%1”. Backspace clears them, Escape leaves them as they are.")
                 .arg(m_keymap.info(id).words));
    m_asking = true;
}

void KeyList::record(ActionId id, const QKeySequence& keys)
{
    KeyRecorder* recorder = m_lines.value(static_cast<int>(id)).keys;
    const QString pressed = nativeText(keys);
    if (Keymap::isReserved(keys)) {
        tell(id, tr("%1 is needed for writing and getting around. Press other keys.").arg(pressed));
        return;
    }
    const std::optional<ActionId> owner = m_keymap.ownerOf(keys);
    const bool another = owner && *owner != id;
    if (another && m_disputed != keys) {
        m_disputed = keys;
        tell(id,
             tr("%1 is already used for “%2”. Press it again to use it here instead, or press other keys.")
                 .arg(pressed, m_keymap.info(*owner).words));
        return;
    }
    m_keymap.set(id, keys);
    recorder->stop();
    tell(id, another ? tr("%1 is now “%2”; “%3” no longer has it.")
                           .arg(pressed, m_keymap.info(id).words, m_keymap.info(*owner).words)
                     : tr("%1 is now “%2”.").arg(pressed, m_keymap.info(id).words));
}

void KeyList::refresh()
{
    for (const ActionInfo& info : m_keymap.actions()) {
        const Line line = m_lines.value(static_cast<int>(info.id));
        line.keys->setKeys(m_keymap.words(info.id));
        line.reset->setVisible(m_keymap.isChanged(info.id));
    }
    m_resetAll->setEnabled(m_keymap.isAnyChanged());
}

void KeyList::tell(ActionId id, const QString& words)
{
    tell(m_lines.value(static_cast<int>(id)).below, words);
}

void KeyList::tell(int row, const QString& words)
{
    m_asking = false;
    m_told->setWhole(words);
    m_table->removeWidget(m_told);
    m_table->addWidget(m_told, row, 0, 1, columns);
    m_told->show();
    announce(*m_told, words);
    Q_EMIT said(m_told);
}

void KeyList::tellNothing()
{
    m_asking = false;
    m_told->setWhole({});
    m_told->hide();
}

} // namespace relevo::ui
