#include "pictures_window.h"

#include "sample_words.h"
#include "samples.h"

#include <ui/conversation/conversation_page.h>
#include <ui/conversation/template_picker.h>
#include <ui/conversation/writer.h>
#include <ui/shell/desk_page.h>

#include <QtTest/QTest>
#include <QtWidgets/QLineEdit>

namespace relevo {

namespace {

/// The customer wrote so long ago, on a channel that minds.
void putWrote(DeskWorld& world, const domain::ConversationId& id, milliseconds ago)
{
    client::Transcript* transcript = world.transcript(id);
    client::TranscriptBatch batch;
    batch.conversation = id;
    batch.state = transcript->state();
    batch.state->conversation.channel = QStringLiteral("whatsapp");
    batch.state->customerWroteAt = world.clock.now() - ago;
    transcript->apply(batch);
}

/// The newest message of the desk's was made of a template.
void putTemplate(DeskWorld& world, const domain::ConversationId& id)
{
    client::Transcript* transcript = world.transcript(id);
    client::TranscriptBatch batch;
    batch.conversation = id;
    batch.state = transcript->state();
    for (auto message = transcript->messages().rbegin(); message != transcript->messages().rend();
         ++message) {
        if (message->author != domain::Author::Agent || message->note)
            continue;
        batch.messages = {*message};
        batch.messages.front().madeFrom =
            domain::TemplateUse{QStringLiteral("delivery_update"), QStringLiteral("en"), {}};
        break;
    }
    transcript->apply(batch);
}

} // namespace

void showReplyWindow(Album& album, ui::SchemeChoice scheme, const QString& suffix)
{
    using std::chrono::hours;
    using std::chrono::minutes;
    const auto world = busyDesk(scheme, usual, 6, 6);
    const domain::ConversationId id = world->mineId(1);
    ui::DeskPage& desk = world->window().desk();
    desk.enter(id);
    (void)world->window().grab();
    putWrote(*world, id, hours(20));
    album.keep(QStringLiteral("window-open") + suffix, world->window());
    putWrote(*world, id, hours(23) + minutes(18));
    album.keep(QStringLiteral("window-near") + suffix, world->window());
    desk.conversation().writer().setDrafts({client::Draft{
        id,
        samples::said(QStringLiteral("I have just spoken to the driver: he comes back at six.")),
        {},
        false,
        0}});
    putWrote(*world, id, hours(25));
    album.keep(QStringLiteral("window-closed") + suffix, world->window());
    putTemplate(*world, id);
    album.keep(QStringLiteral("window-template") + suffix, world->window());
    ui::TemplatePicker picker(
        world->theme, samples::messageTemplates(),
        {world->models().details.name(), QStringLiteral("en"), models::cannedValues(world->models().details)},
        &world->window());
    picker.show();
    QTest::keyClicks(picker.findChild<QLineEdit*>(QStringLiteral("templateSearch")),
                     QStringLiteral("delivery"));
    picker.findChild<QLineEdit*>(QStringLiteral("templateValue1"))->setText(QStringLiteral("Marta"));
    album.keepOver(QStringLiteral("window-picker") + suffix, world->window(), picker);
}

} // namespace relevo
