#include "support/test_main.h"

#include <ui/files/attachment_block.h>
#include <ui/files/file_words.h>
#include <ui/files/picture_store.h>

#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::ui;

/// Files that are no longer kept: their messages still say what they were, and nothing promises to open them.
class tst_GoneFiles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPictureThatIsGoneIsACard()
    {
        const Theme theme;
        PictureStore pictures;
        const AttachmentBlock block(theme, pictures);
        const AttachmentBlock::Files kept{photo(false)};
        const AttachmentBlock::Files gone{photo(true)};
        domain::Attachment text = photo(false);
        text.mime = QStringLiteral("text/plain");
        QVERIFY(block.size(kept, 600).height() > block.size(gone, 600).height());
        QCOMPARE(block.size(gone, 600), block.size({text}, 600));
        // Nothing is to be had there.
        const QRect place(QPoint(), block.size(gone, 600));
        QCOMPARE(block.fileAt(place, gone, place.center(), true), -1);
        QCOMPARE(block.fileAt(QRect(QPoint(), block.size(kept, 600)), kept, {5, 5}, true), 0);
        QVERIFY(!block.isShown(gone.front()));
        // It is drawn without asking for it, wherever it stands.
        QImage canvas(600, 200, QImage::Format_ARGB32_Premultiplied);
        canvas.fill(Qt::transparent);
        QPainter painter(&canvas);
        block.paint(painter, place, gone, {}, true);
        block.paint(painter, place, gone, {}, false);
        QVERIFY(painter.isActive());
    }

    void itIsSaid()
    {
        QVERIFY(spokenFile(photo(true)).contains(QStringLiteral("no longer kept")));
        QVERIFY(!spokenFile(photo(false)).contains(QStringLiteral("no longer kept")));
    }

private:
    static domain::Attachment photo(bool gone)
    {
        domain::Attachment file;
        file.id = domain::AttachmentId(QUuid::createUuid());
        file.name = QStringLiteral("lamp.png");
        file.mime = QStringLiteral("image/png");
        file.size = 20'000;
        file.width = 640;
        file.height = 480;
        file.gone = gone;
        return file;
    }
};

RELEVO_TEST(tst_GoneFiles)
#include "tst_gonefiles.moc"
