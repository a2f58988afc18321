#include "pictures_people.h"
#include "sample_words.h"

#include <ui/customer/merge_dialog.h>
#include <ui/shell/desk_page.h>

namespace relevo {

namespace {

domain::Contact known(DeskWorld& world, const domain::ConversationId& id)
{
    domain::Contact contact = world.transcript(id)->state()->conversation.contact;
    contact.tags = {samples::said(QStringLiteral("refund")), samples::said(QStringLiteral("wholesale")),
                    samples::said(QStringLiteral("speaks slowly, hard of hearing"))};
    const auto note = [&world](const char* author, const char* text, int hours) {
        return domain::ContactNote{domain::MessageId(QUuid::createUuid()), world.me().id,
                                   QString::fromUtf8(author), QString::fromUtf8(text),
                                   world.clock.now() - std::chrono::hours(hours)};
    };
    contact.notes = {
        note("Luis Ferrer", "Third parcel lost at this address. Ring twice, the bell is weak.", 300),
        note("Ana Torres", "Prefers to be called in the evening.", 20)};
    contact.attributes[samples::said(QStringLiteral("Ordered since"))] = QStringLiteral("2019");
    contact.attributes[QStringLiteral("Kundennummer der Hausverwaltung")] = QStringLiteral("R-48213/042B");
    return contact;
}

void know(DeskWorld& world, const domain::ConversationId& id, const domain::Contact& contact)
{
    client::TranscriptBatch batch;
    batch.conversation = id;
    batch.state = world.transcript(id)->state();
    batch.state->conversation.contact = contact;
    world.transcript(id)->apply(batch);
}

} // namespace

void showPeople(Album& album, ui::SchemeChoice scheme, const QString& suffix)
{
    const auto world = busyDesk(scheme, usual, 4, 4);
    ui::DeskPage& desk = world->window().desk();
    const domain::ConversationId id = world->mineId(1);
    desk.look(id);
    domain::Contact contact = known(*world, id);
    know(*world, id, contact);
    album.keep(QStringLiteral("customer") + suffix, world->window());
    contact.blocked = true;
    know(*world, id, contact);
    album.keep(QStringLiteral("customer-blocked") + suffix, world->window());

    ui::MergeDialog dialog(world->theme, contact, contact.name, &world->window());
    domain::Contact other = contact;
    other.id = domain::ContactId(QUuid::createUuid());
    other.name = QStringLiteral("M. Souza");
    other.email = QStringLiteral("m.souza@example.com");
    dialog.choose(other);
    dialog.setPerson(other.id, client::Person{other, {}, {}});
    dialog.open();
    album.keepOver(QStringLiteral("merge") + suffix, world->window(), dialog);
    dialog.reject();
}

} // namespace relevo
