#include <ui/shell/shortcuts_dialog.h>

#include <ui/shell/shortcuts.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/tag.h>
#include <ui/widgets/text.h>

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace relevo::ui {

namespace {

using metrics::grid;

/// Keys as they look on a keyboard.
Tag* keyCap(const Theme& theme, const QString& keys)
{
    auto* cap = new Tag(theme);
    cap->add(new Text(theme, &Fonts::captionStrong, &Colors::text, keys));
    return cap;
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const Theme& theme, QWidget* parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("shortcutsDialog"));
    setWindowTitle(tr("Keyboard shortcuts"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* table = new QGridLayout;
    table->setHorizontalSpacing(3 * grid);
    table->setVerticalSpacing(metrics::half + 2);
    table->setColumnStretch(1, 1);
    int row = 0;
    const auto add = [&](const QStringList& keys, const QString& words) {
        auto* caps = new QHBoxLayout;
        caps->setSpacing(metrics::half);
        for (const QString& key : keys)
            caps->addWidget(keyCap(theme, key));
        caps->addStretch();
        table->addLayout(caps, row, 0);
        table->addWidget(new Text(theme, &Fonts::body, &Colors::text, words), row, 1);
        ++row;
    };
    for (const Shortcut& shortcut : shortcuts()) {
        QStringList keys;
        for (const QKeySequence& sequence : shortcut.keys) {
            // The key pad's Enter is the same to everybody.
            if (sequence != QKeySequence(Qt::CTRL | Qt::Key_Enter))
                keys << sequence.toString(QKeySequence::NativeText);
        }
        add(keys, shortcut.words);
    }
    table->setRowMinimumHeight(row++, grid);
    for (const LocalKeys& local : localKeys())
        add({local.keys}, local.words);

    auto* close = new QPushButton(tr("Close"));
    close->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * grid, 3 * grid, 3 * grid, 2 * grid);
    layout->setSpacing(2 * grid);
    layout->addWidget(new Text(theme, &Fonts::heading, &Colors::text, tr("Keyboard shortcuts")));
    layout->addLayout(table);
    layout->addLayout(buttons);
    layout->setSizeConstraint(QLayout::SetFixedSize);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace relevo::ui
