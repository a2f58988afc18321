#include <ui/actions/shortcuts_dialog.h>

#include <ui/actions/key_list.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/text.h>

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace relevo::ui {

namespace {

using metrics::grid;

constexpr int listWidth = 68 * grid;
constexpr int listHeight = 62 * grid;
constexpr int smallestListHeight = 24 * grid;

} // namespace

ShortcutsDialog::ShortcutsDialog(const Theme& theme, Keymap& keymap, bool enterSends, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("shortcutsDialog"));
    setWindowTitle(tr("Keyboard shortcuts"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* list = new KeyList(theme, keymap, enterSends);
    list->setContentsMargins(0, 0, 2 * grid, 0);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(list);
    list->setAutoFillBackground(false);
    const int room = parent ? parent->height() - 22 * grid : listHeight;
    scroll->setFixedSize(listWidth, std::clamp(room, smallestListHeight, listHeight));
    // Once the words have their place.
    connect(
        list, &KeyList::said, scroll,
        [scroll](QWidget* words) { scroll->ensureWidgetVisible(words, 0, grid); }, Qt::QueuedConnection);
    auto* close = new QPushButton(tr("Close"));
    close->setObjectName(QStringLiteral("closeShortcuts"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(&list->resetAll());
    buttons->addStretch();
    buttons->addWidget(close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * grid, 3 * grid, 3 * grid, 2 * grid);
    layout->setSpacing(grid);
    layout->addWidget(new Text(theme, &Fonts::heading, &Colors::text, tr("Keyboard shortcuts")));
    layout->addWidget(scroll);
    layout->addSpacing(grid);
    layout->addLayout(buttons);
    layout->setSizeConstraint(QLayout::SetFixedSize);
    close->setFocus();
}

} // namespace relevo::ui
