#include "pictures_customer.h"
#include "sample_words.h"

#include <ui/customer/customer_panel.h>
#include <ui/customer/merge_dialog.h>
#include <ui/shell/desk_page.h>

#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>

namespace relevo {

namespace {

domain::Contact alike(const char* name, const char* email)
{
    domain::Contact one;
    one.id = domain::ContactId(QUuid::createUuid());
    one.name = QString::fromUtf8(name);
    one.email = QString::fromUtf8(email);
    return one;
}

domain::ContactNote note(const DeskWorld& world, const domain::AgentId& author, const char* name,
                         const char* text, int hours)
{
    return {domain::MessageId(QUuid::createUuid()), author, QString::fromUtf8(name), QString::fromUtf8(text),
            world.clock.now() - std::chrono::hours(hours)};
}

domain::Conversation talk(const DeskWorld& world, const char* channel, int days, bool open)
{
    domain::Conversation one;
    one.id = domain::ConversationId(QUuid::createUuid());
    one.channel = QString::fromUtf8(channel);
    one.openedAt = world.clock.now() - std::chrono::hours(24 * days);
    one.status = open ? domain::ConversationStatus::Open : domain::ConversationStatus::Closed;
    return one;
}

} // namespace

void showCustomer(Album& album, ui::SchemeChoice scheme, const QString& suffix)
{
    if (!album.wants(QStringLiteral("person") + suffix))
        return;
    const auto world = busyDesk(scheme, {1440, 1000}, 4, 6);
    ui::MainWindow& window = world->window();
    const domain::ConversationId id = world->mineId(0);
    window.desk().look(id);
    client::Transcript* transcript = world->transcript(id);
    client::TranscriptBatch batch;
    batch.conversation = id;
    batch.state = transcript->state();
    domain::Contact& contact = batch.state->conversation.contact;
    contact.tags = QStringList{samples::said(QStringLiteral("late delivery")), QStringLiteral("VIP"),
                               samples::said(QStringLiteral("wholesale"))};
    contact.attributes[QStringLiteral("Time zone")] = QStringLiteral("America/Sao_Paulo");
    contact.attributes[QStringLiteral("Page")] =
        QStringLiteral("https://casalumen.test/lamps/arc-floor-lamp");
    contact.notes = {note(*world, world->me().id, "Ana Torres", "Prefers to be called after six.", 3),
                     note(*world, {}, "Luis Ferrer",
                          "Third parcel lost at this address; offer the pick-up point first, see R-48213.",
                          52)};
    transcript->apply(batch);
    client::Person person;
    person.contact = contact;
    domain::Contact same = alike("M. Souza", "msouza@work.example.com");
    same.mergedInto = contact.id;
    person.merged = {same};
    person.conversations = {talk(*world, "web", 0, true), talk(*world, "web", 12, false),
                            talk(*world, "http", 80, false)};
    ui::CustomerPanel& panel = window.desk().customer();
    panel.showPerson(contact.id, person);
    panel.showAlike(contact.id, {alike("Mariana", contact.email.toUtf8().constData())});
    world->models().messages.setPast({}, models::MessagesModel::PastOffer{person.conversations[1].id,
                                                                          person.conversations[1].openedAt,
                                                                          false});
    album.keep(QStringLiteral("person") + suffix, window, true);
    panel.verticalScrollBar()->setValue(panel.verticalScrollBar()->maximum());
    album.keep(QStringLiteral("person-below") + suffix, window, true);
    panel.verticalScrollBar()->setValue(0);
    batch.state->conversation.contact.blocked = true;
    transcript->apply(batch);
    client::ConversationRow row = *world->live.row(id);
    row.blocked = true;
    world->put(row);
    for (auto* pencil : panel.findChildren<QPushButton*>(QStringLiteral("editValue"))) {
        if (pencil->isVisible()) {
            pencil->click();
            break;
        }
    }
    album.keep(QStringLiteral("person-blocked") + suffix, window, true);
    ui::MergeDialog dialog(world->theme, contact, QStringLiteral("Mariana Souza"), &window);
    dialog.choose(same);
    dialog.setPerson(contact.id, person);
    person.contact = same;
    person.conversations.resize(1);
    dialog.setPerson(same.id, person);
    dialog.show();
    album.keep(QStringLiteral("person-merge") + suffix, dialog, true);
}

} // namespace relevo
