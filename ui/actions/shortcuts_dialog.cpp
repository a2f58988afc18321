#include <ui/actions/shortcuts_dialog.h>

#include <ui/actions/action_info.h>
#include <ui/actions/key_recorder.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/herald.h>
#include <ui/widgets/tag.h>
#include <ui/widgets/text.h>

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

namespace relevo::ui {

namespace {

using metrics::grid;

constexpr int listWidth = 68 * grid;
constexpr int listHeight = 58 * grid;
constexpr int smallestListHeight = 20 * grid;

/// Keys as they look on a keyboard.
Tag* keyCap(const Theme& theme, const QString& keys)
{
    auto* cap = new Tag(theme);
    cap->add(new Text(theme, &Fonts::captionStrong, &Colors::muted, keys));
    return cap;
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const Theme& theme, Keymap& keymap, bool enterSends, QWidget* parent)
    : QDialog(parent), m_theme(theme), m_keymap(keymap), m_enterSends(enterSends),
      m_told(new Text(theme, &Fonts::body, &Colors::muted)), m_resetAll(new QPushButton(tr("Reset all")))
{
    setObjectName(QStringLiteral("shortcutsDialog"));
    setWindowTitle(tr("Keyboard shortcuts"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(makeList());
    scroll->widget()->setAutoFillBackground(false);
    const int room = parent ? parent->height() - 26 * grid : listHeight;
    scroll->setFixedSize(listWidth, std::clamp(room, smallestListHeight, listHeight));
    m_told->setObjectName(QStringLiteral("shortcutTold"));
    m_told->setWordWrap(true);
    m_told->setMinimumHeight(QFontMetrics(theme.fonts().body).height() * 2 + metrics::half);
    m_resetAll->setObjectName(QStringLiteral("resetAllShortcuts"));
    m_resetAll->setAutoDefault(false);
    connect(m_resetAll, &QPushButton::clicked, this, [this] {
        m_keymap.resetAll();
        tell(tr("All shortcuts are the standard ones again."));
    });
    auto* close = new QPushButton(tr("Close"));
    close->setObjectName(QStringLiteral("closeShortcuts"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_resetAll);
    buttons->addStretch();
    buttons->addWidget(close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * grid, 3 * grid, 3 * grid, 2 * grid);
    layout->setSpacing(grid);
    layout->addWidget(new Text(theme, &Fonts::heading, &Colors::text, tr("Keyboard shortcuts")));
    layout->addWidget(scroll);
    layout->addWidget(m_told);
    layout->addLayout(buttons);
    layout->setSizeConstraint(QLayout::SetFixedSize);
    connect(&keymap, &Keymap::changed, this, &ShortcutsDialog::refresh);
    refresh();
    tell({});
    close->setFocus();
}

QWidget* ShortcutsDialog::makeList()
{
    auto* list = new QWidget;
    auto* table = new QGridLayout(list);
    table->setContentsMargins(0, 0, 2 * grid, 0);
    table->setHorizontalSpacing(metrics::half);
    table->setVerticalSpacing(0);
    table->setColumnStretch(0, 1);
    for (const ActionGroup group :
         {ActionGroup::Conversation, ActionGroup::Moving, ActionGroup::Myself, ActionGroup::Program})
        addGroup(*table, group);
    addLocalKeys(*table);
    return list;
}

void ShortcutsDialog::addHeading(QGridLayout& table, const QString& words)
{
    auto* heading = new Text(m_theme, &Fonts::captionStrong, &Colors::muted, words);
    heading->setContentsMargins(0, table.rowCount() > 1 ? 2 * grid : 0, 0, metrics::half);
    table.addWidget(heading, table.rowCount(), 0, 1, 3);
}

void ShortcutsDialog::addGroup(QGridLayout& table, ActionGroup group)
{
    addHeading(table, nameOf(group));
    for (const ActionInfo& info : m_keymap.actions()) {
        if (info.group == group)
            addLine(table, info);
    }
}

void ShortcutsDialog::addLine(QGridLayout& table, const ActionInfo& info)
{
    Line line{new KeyRecorder(m_theme), new QPushButton};
    line.keys->setObjectName(QStringLiteral("keysOf_") + info.name);
    line.keys->setAccessibleName(info.words);
    line.keys->setToolTip(tr("Change the keys"));
    line.reset->setObjectName(QStringLiteral("reset_") + info.name);
    line.reset->setIcon(m_theme.icon(QStringLiteral("undo")));
    line.reset->setFixedWidth(metrics::controlHeight);
    line.reset->setAutoDefault(false);
    line.reset->setAccessibleName(tr("Reset: %1").arg(info.words));
    line.reset->setToolTip(tr("Reset to the standard"));
    QSizePolicy stays = line.reset->sizePolicy();
    stays.setRetainSizeWhenHidden(true);
    line.reset->setSizePolicy(stays);
    setButtonKind(*line.reset, ButtonKind::Quiet);
    const int row = table.rowCount();
    table.addWidget(new Text(m_theme, &Fonts::body, &Colors::text, info.words), row, 0);
    table.addWidget(line.reset, row, 1);
    table.addWidget(line.keys, row, 2, Qt::AlignRight | Qt::AlignVCenter);
    const ActionId id = info.id;
    connect(line.keys, &KeyRecorder::recorded, this,
            [this, id](const QKeySequence& keys) { record(id, keys); });
    connect(line.keys, &KeyRecorder::emptied, this, [this, id, keys = line.keys] {
        m_keymap.set(id, {});
        keys->stop();
        tell(tr("“%1” has no keys now.").arg(m_keymap.info(id).words));
    });
    connect(line.keys, &KeyRecorder::recordingChanged, this, [this, id](bool recording) {
        m_disputed.reset();
        if (recording)
            tell(tr("Press the keys for “%1”. Backspace takes them away, Escape leaves them as they are.")
                     .arg(m_keymap.info(id).words));
    });
    connect(line.reset, &QPushButton::clicked, this, [this, id] {
        m_keymap.reset(id);
        tell({});
    });
    m_lines.insert(static_cast<int>(id), line);
}

void ShortcutsDialog::addLocalKeys(QGridLayout& table)
{
    addHeading(table, tr("In lists and while writing"));
    for (const LocalKeys& local : localKeys(m_enterSends)) {
        const int row = table.rowCount();
        auto* words = new Text(m_theme, &Fonts::body, &Colors::text, local.words);
        words->setMinimumHeight(metrics::controlHeight);
        table.addWidget(words, row, 0);
        table.addWidget(keyCap(m_theme, local.keys), row, 2, Qt::AlignRight | Qt::AlignVCenter);
    }
}

void ShortcutsDialog::record(ActionId id, const QKeySequence& keys)
{
    KeyRecorder* recorder = m_lines.value(static_cast<int>(id)).keys;
    const QString pressed = nativeText(keys);
    if (Keymap::isReserved(keys)) {
        tell(tr("%1 is needed for writing and moving. Press other keys.").arg(pressed));
        return;
    }
    const std::optional<ActionId> owner = m_keymap.ownerOf(keys);
    if (owner && *owner != id && m_disputed != keys) {
        m_disputed = keys;
        tell(tr("%1 belongs to “%2”. Press it once more to take it from there, or press other keys.")
                 .arg(pressed, m_keymap.info(*owner).words));
        return;
    }
    m_keymap.set(id, keys);
    recorder->stop();
    tell(owner && *owner != id ? tr("%1 is now “%2”; “%3” has lost it.")
                                     .arg(pressed, m_keymap.info(id).words, m_keymap.info(*owner).words)
                               : tr("%1 is now “%2”.").arg(pressed, m_keymap.info(id).words));
}

void ShortcutsDialog::refresh()
{
    for (const ActionInfo& info : m_keymap.actions()) {
        const Line line = m_lines.value(static_cast<int>(info.id));
        line.keys->setKeys(m_keymap.words(info.id));
        line.reset->setVisible(m_keymap.isChanged(info.id));
    }
    m_resetAll->setEnabled(m_keymap.isAnyChanged());
}

void ShortcutsDialog::tell(const QString& words)
{
    m_told->setWhole(words.isEmpty() ? tr("Choose a line's keys to change them.") : words);
    announce(*m_told, m_told->text());
}

} // namespace relevo::ui
