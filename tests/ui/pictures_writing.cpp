#include "pictures_writing.h"

#include "sample_words.h"
#include "samples.h"

#include <ui/conversation/conversation_page.h>
#include <ui/conversation/writer.h>
#include <ui/customer/customer_panel.h>
#include <ui/shell/desk_page.h>

#include <QtTest/QTest>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTextEdit>

namespace relevo {

namespace {

domain::Message ownMessage(DeskWorld& world, const QString& text, qint64 seq)
{
    domain::Message message;
    message.id = domain::MessageId(QUuid::createUuid());
    message.conversationId = world.window().desk().current();
    message.seq = seq;
    message.author = domain::Author::Agent;
    message.authorId = world.me().id.toString();
    message.content = text;
    message.at = world.clock.now();
    return message;
}

/// Messages on their way, and what went wrong with some.
void showDeliveries(Album& album, DeskWorld& world, const QString& suffix)
{
    client::TranscriptBatch batch;
    batch.conversation = world.window().desk().current();
    domain::Message failed =
        ownMessage(world, samples::said(QStringLiteral("Your parcel is on its way now.")), 9'000);
    failed.delivery = domain::Delivery::Failed;
    failed.deliveryError = domain::DeliveryError{
        QStringLiteral("unreachable"), samples::said(QStringLiteral("The number cannot be reached."))};
    domain::Message unknown =
        ownMessage(world, samples::said(QStringLiteral("It should be there at six.")), 9'001);
    unknown.delivery = domain::Delivery::Unknown;
    domain::Message queued =
        ownMessage(world, samples::said(QStringLiteral("I will keep an eye on it.")), 9'002);
    batch.messages = {failed, unknown, queued};
    domain::Message held = ownMessage(world, samples::said(QStringLiteral("And sorry for the trouble!")), 0);
    held.id = {};
    held.clientId = QStringLiteral("held");
    batch.waiting = {held};
    batch.held.emplace(held.clientId, world.clock.now() + std::chrono::seconds(4));
    world.transcript(batch.conversation)->apply(batch);
    album.keep(QStringLiteral("deliveries") + suffix, world.window());
}

} // namespace

void showWriting(Album& album, ui::SchemeChoice scheme, const QString& suffix)
{
    const auto world = busyDesk(scheme, usual, 6, 6);
    ui::DeskPage& desk = world->window().desk();
    ui::Writer& writer = desk.conversation().writer();
    desk.enter(world->mineId(1));
    (void)world->window().grab();
    const qint64 newest = world->transcript(world->mineId(1))->messages().back().seq;
    writer.setDrafts({client::Draft{
        world->mineId(1),
        samples::said(QStringLiteral("I have just spoken to the driver: he comes back at six.")),
        samples::said(QStringLiteral("Depot says R-48213 was at 42B. No refund before Monday.")), false,
        newest - 1}});
    QTest::keyClick(world->find<QTextEdit>("message"), Qt::Key_Return);
    album.keep(QStringLiteral("fence") + suffix, world->window());
    writer.toggleNote();
    album.keep(QStringLiteral("note-draft") + suffix, world->window());
    writer.toggleNote();
    world->live.setCanned(samples::cannedResponses());
    auto* message = world->find<QTextEdit>("message");
    message->clear();
    message->setFocus();
    QTest::keyClicks(message, QStringLiteral("/"));
    album.keep(QStringLiteral("canned") + suffix, world->window());
    QTest::keyClicks(message, QStringLiteral("parcel"));
    QTest::keyClick(message, Qt::Key_Return);
    QTest::keyClick(message, Qt::Key_Return);
    album.keep(QStringLiteral("canned-gap") + suffix, world->window());
    message->clear();
    desk.findInConversation();
    world->find<QLineEdit>("findField")->setText(QStringLiteral("depot"));
    album.keep(QStringLiteral("find") + suffix, world->window());
    QTest::keyClick(world->find<QLineEdit>("findField"), Qt::Key_Escape);
    desk.customer().showReplies(
        world->models().details.handoff()->id,
        {samples::said(QStringLiteral("I am sorry about this. I call the depot now."))},
        QStringLiteral("offline"));
    desk.customer().verticalScrollBar()->setValue(desk.customer().verticalScrollBar()->maximum());
    showDeliveries(album, *world, suffix);
}

} // namespace relevo
