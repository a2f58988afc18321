#include "pictures_actions.h"

#include <ui/actions/undo_bar.h>
#include <ui/palette/command_palette.h>
#include <ui/shell/desk_page.h>

#include <QtWidgets/QDialog>
#include <QtWidgets/QLineEdit>

#include <tuple>

namespace relevo {

void showActions(Album& album, ui::SchemeChoice scheme, const QString& suffix)
{
    const auto world = busyDesk(scheme, usual, 8, 6);
    ui::MainWindow& window = world->window();
    window.desk().look(world->mineId(0));
    for (const auto& [id, name, question] :
         {std::tuple(ui::ActionId::Transfer, "transfer", "transferDialog"),
          std::tuple(ui::ActionId::SnoozeUntil, "snooze", "snoozeDialog")}) {
        run(window, id);
        auto* dialog = world->find<QDialog>(question);
        album.keepOver(QString::fromLatin1(name) + suffix, window, *dialog);
        dialog->reject();
    }
    const Timestamp now = world->clock.now();
    window.desk().undoBar().hold(
        {QUuid::createUuid(), client::Wish::Resolve, world->mineId(0), now, now + std::chrono::seconds(5)});
    album.keep(QStringLiteral("undo") + suffix, window);
    window.desk().undoBar().clear();

    run(window, ui::ActionId::Palette);
    album.keep(QStringLiteral("palette") + suffix, window);
    auto* field = world->find<QLineEdit>("paletteField");
    field->setText(QStringLiteral("ma"));
    world->find<ui::CommandPalette>("palette")->model().finish();
    album.keep(QStringLiteral("palette-found") + suffix, window);
    field->setText(QStringLiteral("nothing like it"));
    world->find<ui::CommandPalette>("palette")->model().finish();
    album.keep(QStringLiteral("palette-nothing") + suffix, window);
}

} // namespace relevo
