#include "pictures_actions.h"

#include <ui/actions/undo_bar.h>
#include <ui/crash/crash_dialog.h>
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

    const QDateTime crashed = world->local(now - std::chrono::minutes(3));
    ui::CrashDialog crash(world->theme,
                          {QStringLiteral("/home/ana/.local/share/relevo/crashes/crash-%1.txt")
                               .arg(crashed.toString(QStringLiteral("yyyyMMdd-HHmmss"))),
                           crashed,
                           QStringLiteral("Relevo 0.1.0, Qt 6.4.2\nDebian GNU/Linux 12 (bookworm), x86_64\n"
                                          "Started %1\nEnded by SIGSEGV\n\n"
                                          "relevo(+0x2f4a1c)[0x55d0c42f4a1c]\n"
                                          "/lib/x86_64-linux-gnu/libc.so.6(+0x3c050)[0x7f3b2f25b050]")
                               .arg(crashed.addSecs(-9'601).toUTC().toString(Qt::ISODate))},
                          &window);
    crash.show();
    album.keepOver(QStringLiteral("crash") + suffix, window, crash);
    crash.hide();

    run(window, ui::ActionId::Palette);
    album.keep(QStringLiteral("palette") + suffix, window);
    auto* field = world->find<QLineEdit>("paletteField");
    const models::PaletteModel& found = world->find<ui::CommandPalette>("palette")->model();
    const auto searched = [&found] {
        if (!QTest::qWaitFor([&found] { return !found.isSearching(); }))
            qFatal("the palette does not come to an end");
    };
    field->setText(QStringLiteral("ma"));
    searched();
    album.keep(QStringLiteral("palette-found") + suffix, window);
    field->setText(QStringLiteral("nothing like it"));
    searched();
    album.keep(QStringLiteral("palette-nothing") + suffix, window);
}

} // namespace relevo
