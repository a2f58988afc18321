#include "pictures_popups.h"

#include <ui/conversation/conversation_page.h>
#include <ui/conversation/transcript_view.h>
#include <ui/conversation/writer.h>
#include <ui/shell/desk_page.h>
#include <ui/shell/tray_icon.h>
#include <ui/shell/tray_people.h>
#include <ui/widgets/popup_button.h>

#include <QtGui/QContextMenuEvent>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QTextEdit>

namespace relevo {

namespace {

/// The menu of the newest message.
void showRowMenu(Album& album, DeskWorld& world, const QString& suffix)
{
    auto* view = world.window().findChild<ui::TranscriptView*>();
    const QModelIndex last = view->model()->index(view->model()->rowCount() - 1, 0);
    const QPoint at = view->visualRect(last).center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, view->viewport()->mapToGlobal(at));
    QApplication::sendEvent(view->viewport(), &event);
    auto* menu = view->findChild<QMenu*>();
    if (!menu)
        qFatal("the message has no menu");
    album.keepPopup(QStringLiteral("popup-message") + suffix, world.window(), *menu, true);
    menu->close();
}

void showTrayMenu(Album& album, DeskWorld& world, const QString& suffix)
{
    ui::TrayIcon tray(world.theme);
    tray.setSignedIn(true);
    tray.setAvailability(domain::Availability::Available);
    tray.setPeople([&world] { return ui::waitingPeople(world.models().inbox); });
    tray.setWaiting(6);
    QMenu& menu = tray.menu();
    if (!QTest::qWaitFor([&menu] { return menu.actions().size() > 10; }))
        qFatal("nobody waits in the tray's menu");
    menu.popup(world.window().mapToGlobal(QPoint(980, 40)));
    album.keepPopup(QStringLiteral("popup-tray") + suffix, world.window(), menu, true);
    menu.close();
}

} // namespace

void showPopups(Album& album, ui::SchemeChoice scheme, const QString& suffix)
{
    if (!album.wants(QStringLiteral("popup-more") + suffix))
        return;
    const auto world = busyDesk(scheme, usual, 6, 6);
    ui::DeskPage& desk = world->window().desk();
    desk.enter(world->mineId(1));
    (void)world->window().grab();
    ui::Writer& writer = desk.conversation().writer();
    QList<ui::Mentionable> colleagues;
    for (const char* name : {"Luis Ferrer", "Lucía Prieto de la Vega y Monteserín", "João Pires"})
        colleagues.push_back({domain::AgentId(QUuid::createUuid()), QString::fromUtf8(name)});
    writer.setColleagues(colleagues);
    writer.toggleNote();
    auto* message = world->find<QTextEdit>("message");
    world->window().activateWindow();
    message->setFocus();
    // Names are offered to whoever writes; without a window manager nobody may.
    (void)QTest::qWaitFor([message] { return message->hasFocus(); }, 1'000);
    QTest::keyClicks(message, QStringLiteral("Can you look at the invoice, @L"));
    album.keep(QStringLiteral("popup-mention") + suffix, world->window(), true);
    message->clear();
    writer.toggleNote();
    const auto keepMenu = [&](const char* button, const char* name) {
        auto* popup = world->find<ui::PopupButton>(button);
        popup->open();
        album.keepPopup(QString::fromLatin1(name) + suffix, world->window(), popup->popup(), true);
        popup->popup().close();
    };
    keepMenu("moreActions", "popup-more");
    keepMenu("availability", "popup-availability");
    keepMenu("inboxFilters", "popup-filters");
    keepMenu("inboxViews", "popup-views");
    keepMenu("programMenu", "popup-program");
    keepMenu("emoji", "popup-emoji");
    showRowMenu(album, *world, suffix);
    showTrayMenu(album, *world, suffix);
}

} // namespace relevo
