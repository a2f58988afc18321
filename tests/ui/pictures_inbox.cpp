#include "pictures_inbox.h"

#include <ui/queue/bulk_bar.h>
#include <ui/queue/inbox_view.h>
#include <ui/queue/left_column.h>
#include <ui/shell/desk_page.h>

#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

namespace relevo {

void showInbox(Album& album, ui::SchemeChoice scheme, const QString& suffix)
{
    if (!album.wants(QStringLiteral("inbox") + suffix))
        return;
    DeskWorld desk;
    DeskWorld* world = &desk;
    world->theme.setChoice(scheme);
    world->signIn();
    world->addWaiting(4);
    world->addMine(3);
    world->addOthers();
    world->window().resize(1366, 768);
    world->window().show();
    models::Inbox& inbox = world->models().inbox;
    ui::LeftColumn& left = world->window().desk().left();
    const auto keep = [&album, world, &suffix](const char* name) {
        album.keep(QStringLiteral("inbox") + QLatin1String(name) + suffix, world->window(), true);
    };
    world->window().desk().look(world->waitingId(0));
    left.inbox().setFolded({});
    keep("");
    inbox.mark({world->waitingId(0), world->waitingId(1), world->waitingId(2)}, true);
    keep("-marked");
    left.bulk().ask(ui::BulkAction::Resolve);
    keep("-asking");
    QTest::mouseClick(world->find<QPushButton>("bulkConfirm"), Qt::LeftButton);
    const QString why = ui::DeskController::tr("%1 was faster and has that conversation.");
    left.bulk().setProgress(
        2, 0, {ui::BulkRefusal{QStringLiteral("Thomas Okafor"), why.arg(QStringLiteral("Luis Ferrer"))}});
    keep("-told");
    inbox.arrange({.text = QStringLiteral("par"), .vip = true}, models::InboxSort::Urgency);
    world->find<QLineEdit>("inboxText")->setText(QStringLiteral("par"));
    keep("-filtered");
    world->addWaiting(60);
    QTest::mouseClick(world->find<QPushButton>("clearFilter"), Qt::LeftButton);
    keep("-long");
}

} // namespace relevo
