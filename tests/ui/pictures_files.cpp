#include "pictures_files.h"
#include "sample_words.h"

#include <client/file_carrier.h>
#include <ui/conversation/conversation_page.h>
#include <ui/conversation/writer.h>
#include <ui/files/picture_store.h>
#include <ui/files/picture_viewer.h>
#include <ui/shell/desk_page.h>

#include <QtCore/QBuffer>
#include <QtCore/QTemporaryDir>
#include <QtGui/QPainter>

namespace relevo {

namespace {

/// Something to be seen: a parcel on a doorstep, as far as a few shapes are one.
QByteArray parcel(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    QLinearGradient evening(0, 0, 0, size.height());
    evening.setColorAt(0, QColor(0xf4, 0xc7, 0x8b));
    evening.setColorAt(0.6, QColor(0xd9, 0x8d, 0x6b));
    evening.setColorAt(0.61, QColor(0x6d, 0x5c, 0x52));
    evening.setColorAt(1, QColor(0x4a, 0x3f, 0x3a));
    painter.fillRect(image.rect(), evening);
    const QRectF box(size.width() * 0.3, size.height() * 0.4, size.width() * 0.4, size.height() * 0.35);
    painter.fillRect(box, QColor(0xc4, 0x9a, 0x5f));
    painter.fillRect(QRectF(box.left(), box.top() + box.height() * 0.42, box.width(), box.height() * 0.14),
                     QColor(0xe8, 0xd3, 0xa6));
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG"))
        qFatal("the picture cannot be encoded");
    return bytes;
}

} // namespace

void showFiles(Album& album, ui::SchemeChoice scheme, const QString& suffix)
{
    if (!album.wants(QStringLiteral("files") + suffix) && !album.wants(QStringLiteral("viewer") + suffix))
        return;
    const QTemporaryDir folder;
    client::FileCarrier carrier;
    carrier.shelf().open(folder.filePath(QStringLiteral("shelf")));
    client::Attachments attachments(carrier);
    const auto world = busyDesk(scheme, usual, 6, 6);
    ui::ConversationPage& page = world->window().desk().conversation();
    page.setAttachments(attachments);
    const domain::ConversationId id = world->mineId(1);
    world->window().desk().enter(id);
    (void)world->window().grab();

    const QByteArray photo = parcel({1600, 1000});
    domain::Attachment seen{domain::AttachmentId(QUuid::createUuid()),
                            QStringLiteral("doorstep.png"),
                            QStringLiteral("image/png"),
                            photo.size(),
                            {},
                            1600,
                            1000};
    if (!carrier.shelf().put(id, seen.id, photo))
        qFatal("the picture cannot be kept");
    const domain::Attachment invoice{domain::AttachmentId(QUuid::createUuid()),
                                     QStringLiteral("Invoice R-48213 (corrected, second copy).pdf"),
                                     QStringLiteral("application/pdf"),
                                     184'320,
                                     {},
                                     0,
                                     0};
    domain::Message said;
    said.id = domain::MessageId(QUuid::createUuid());
    said.conversationId = id;
    said.seq = 9'000;
    said.content = samples::said(QStringLiteral("This is what stood in front of my door, and the invoice."));
    said.attachments = {seen, invoice};
    said.at = world->clock.now();
    domain::Message before = said;
    before.id = domain::MessageId(QUuid::createUuid());
    before.seq = 8'999;
    before.content =
        samples::said(QStringLiteral("This is what stood in front of my door, and the invoice."));
    for (domain::Attachment& gone : before.attachments) {
        gone.id = domain::AttachmentId(QUuid::createUuid());
        gone.gone = true;
    }
    client::TranscriptBatch batch;
    batch.conversation = id;
    batch.messages = {before, said};
    domain::Message waiting = said;
    waiting.id = {};
    waiting.seq = 0;
    waiting.author = domain::Author::Agent;
    waiting.authorId = world->me().id.toString();
    waiting.clientId = QStringLiteral("waiting");
    waiting.content.clear();
    waiting.attachments = {{domain::AttachmentId(QUuid::createUuid()),
                            QStringLiteral("return-label.pdf"),
                            QStringLiteral("application/pdf"),
                            92'000,
                            {},
                            0,
                            0}};
    batch.waiting = {waiting};
    world->transcript(id)->apply(batch);
    Q_EMIT carrier.sent(waiting.attachments.front().id, 50'000, 92'000);

    const QString chosen = folder.filePath(QStringLiteral("depot.png"));
    QFile file(chosen);
    if (!file.open(QIODevice::WriteOnly) || file.write(photo) != photo.size())
        qFatal("the file cannot be written");
    file.close();
    client::OutgoingFile first{seen, chosen};
    first.what.id = domain::AttachmentId(QUuid::createUuid());
    first.what.name = QStringLiteral("depot.png");
    client::OutgoingFile second{invoice, chosen};
    second.what.id = domain::AttachmentId(QUuid::createUuid());
    page.writer().giveBackFiles(id, {first, second}, false);
    // Fetched and then decoded, both beside this thread.
    int decoded = 0;
    QObject::connect(&page.pictures(), &ui::PictureStore::decoded, &attachments, [&decoded] { ++decoded; });
    if (!QTest::qWaitFor([&decoded, &world] {
            (void)world->window().grab();
            return decoded >= 2;
        }))
        qFatal("the picture does not come");
    album.keep(QStringLiteral("files") + suffix, world->window());

    auto* viewer = new ui::PictureViewer(world->theme, page.pictures(), attachments, id, {seen, seen}, 0,
                                         &world->window());
    viewer->show();
    if (!QTest::qWaitFor([viewer] { return viewer->zoom() < 1.0; }))
        qFatal("the viewer shows nothing");
    album.keepOver(QStringLiteral("viewer") + suffix, world->window(), *viewer);
    viewer->close();
}

} // namespace relevo
