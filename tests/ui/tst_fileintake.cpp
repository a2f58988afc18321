#include "support/test_main.h"

#include <base/clock.h>
#include <protocol/limits.h>
#include <ui/files/file_words.h>
#include <ui/files/intake.h>
#include <ui/files/picture_store.h>

#include <QtCore/QBuffer>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

using namespace relevo;

/// What is looked at before a file is sent, shown or opened.
class tst_FileIntake final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatCannotGoStaysOut();
    void everyFileThatStaysOutIsNamed();
    void onlyPlainPicturesAreDecoded();
    void whatIsHarmless_data();
    void whatIsHarmless();

private:
    QTemporaryDir m_folder;

    [[nodiscard]] QString write(const QString& name, const QByteArray& bytes)
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return path;
    }
    static QByteArray png(int width, int height, const QColor& color)
    {
        QImage image(width, height, QImage::Format_RGB32);
        image.fill(color);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG"))
            qFatal("cannot encode");
        return bytes;
    }
};

void tst_FileIntake::whatCannotGoStaysOut()
{
    const SystemClock clock;
    UuidV7Source ids(clock);
    const QString good = write(QStringLiteral("good.txt"), "good");
    const QString empty = write(QStringLiteral("empty.txt"), "");
    const QString large = write(QStringLiteral("large.bin"), "x");
    QVERIFY(QFile::resize(large, protocol::maxAttachmentBytes + 1)); // no bytes are written for it
    const ui::Intake taken = ui::takeIn({good, empty}, 0, ids);
    QCOMPARE(taken.files.size(), 1U);
    QCOMPARE(taken.files.front().what.name, QStringLiteral("good.txt"));
    QCOMPARE(taken.files.front().what.mime, QStringLiteral("text/plain"));
    QVERIFY(taken.trouble.contains(QLatin1String("empty.txt")));
    QVERIFY(ui::takeIn({large}, 0, ids).trouble.contains(QLatin1String("large.bin")));
    QVERIFY(ui::takeIn({m_folder.path()}, 0, ids).files.empty());
    const ui::Intake many = ui::takeIn({good, good, good}, domain::maxAttachments - 1, ids);
    QCOMPARE(many.files.size(), 1U);
    QVERIFY(!many.trouble.isEmpty());
}

void tst_FileIntake::everyFileThatStaysOutIsNamed()
{
    const SystemClock clock;
    UuidV7Source ids(clock);
    const QString good = write(QStringLiteral("fits.txt"), "good");
    const QString first = write(QStringLiteral("hollow.txt"), "");
    const QString second = write(QStringLiteral("void.txt"), "");
    const QString third = write(QStringLiteral("photo.txt"), "good");
    const QString fourth = write(QStringLiteral("scan.txt"), "good");
    const ui::Intake taken =
        ui::takeIn({first, good, second, third, fourth}, domain::maxAttachments - 1, ids);
    QCOMPARE(taken.files.size(), 1U);
    for (const char* name : {"hollow.txt", "void.txt", "photo.txt", "scan.txt"})
        QVERIFY2(taken.trouble.contains(QLatin1String(name)), qPrintable(taken.trouble));
    QVERIFY(!taken.trouble.contains(QLatin1String("fits.txt")));
    QVERIFY(taken.trouble.startsWith(QLatin1Char('4')));
    QVERIFY(ui::takeIn({good}, 0, ids).trouble.isEmpty());
}

void tst_FileIntake::onlyPlainPicturesAreDecoded()
{
    const QString picture = write(QStringLiteral("misnamed.txt"), png(400, 200, Qt::green));
    QCOMPARE(ui::PictureStore::decode(picture, {100, 100}).size(), QSize(100, 50));
    QCOMPARE(ui::PictureStore::decode(picture, {1000, 1000}).size(), QSize(400, 200));
    QCOMPARE(ui::PictureStore::decode(picture, {}).size(), QSize(400, 200));
    const QString drawing =
        write(QStringLiteral("a.png"), "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>");
    QVERIFY(ui::PictureStore::decode(drawing, {}).isNull());
    QVERIFY(ui::PictureStore::decode(write(QStringLiteral("b.png"), "no picture"), {}).isNull());
    // One that says it is enormous is not believed into memory.
    QByteArray bomb = png(10, 10, Qt::black);
    bomb.replace(16, 8, QByteArray::fromHex("7fffffff7fffffff"));
    QVERIFY(ui::PictureStore::decode(write(QStringLiteral("c.png"), bomb), {50, 50}).isNull());
    ui::PictureStore store;
    QSignalSpy decoded(&store, &ui::PictureStore::decoded);
    QVERIFY(store.picture(picture, {50, 50}).isNull());
    QVERIFY(store.picture(drawing, {50, 50}).isNull());
    QTRY_COMPARE(decoded.size(), 2);
    QCOMPARE(store.picture(picture, {50, 50}).size(), QSize(50, 25));
    QVERIFY(!store.isBroken(picture) && store.isBroken(drawing));
}

void tst_FileIntake::whatIsHarmless_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("mime");
    QTest::addColumn<bool>("harmless");
    const auto row = [](const char* name, const char* mime, bool harmless) {
        QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(mime) << harmless;
    };
    row("photo.jpg", "image/jpeg", true);
    row("invoice.pdf", "application/pdf", true);
    row("voice.ogg", "audio/ogg", true);
    row("list.txt", "text/plain", true);
    row("setup.exe", "application/x-dosexec", false);
    row("photo.jpg.desktop", "text/plain", false);
    row("run.sh", "text/plain", false);
    row("invoice.pdf.html", "text/html", false);
    row("table.xlsm", "application/vnd.ms-excel.sheet.macroEnabled.12", false);
    row("picture.png", "application/x-executable", false);
    row("no-ending", "image/png", false);
}

void tst_FileIntake::whatIsHarmless()
{
    QFETCH(QString, name);
    QFETCH(QString, mime);
    domain::Attachment file;
    file.name = name;
    file.mime = mime;
    QTEST(ui::isHarmless(file), "harmless");
}

RELEVO_TEST(tst_FileIntake)
#include "tst_fileintake.moc"
