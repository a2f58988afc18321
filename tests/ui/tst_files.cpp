#include "desk_world.h"
#include "support/test_main.h"

#include <client/file_carrier.h>
#include <ui/conversation/conversation_page.h>
#include <ui/conversation/transcript_view.h>
#include <ui/conversation/writer.h>
#include <ui/delegates/message_delegate.h>
#include <ui/files/attachment_opener.h>
#include <ui/files/picture_viewer.h>
#include <ui/shell/desk_page.h>

#include <QtCore/QBuffer>
#include <QtCore/QMimeData>
#include <QtGui/QAccessible>
#include <QtGui/QClipboard>
#include <QtGui/QDropEvent>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTextEdit>

using namespace relevo;
using Outgoing = QList<client::OutgoingFile>;

/// Files at the desk: attached, pasted, dropped, shown, opened and saved.
class tst_Files final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_carrier = std::make_unique<client::FileCarrier>();
        m_carrier->shelf().open(m_folder->filePath(QStringLiteral("shelf")));
        m_attachments = std::make_unique<client::Attachments>(*m_carrier);
        m_world = std::make_unique<DeskWorld>();
        m_world->signIn();
        m_world->addWaiting(1);
        m_world->addMine(3);
        page().setAttachments(*m_attachments);
        m_world->window().resize(1366, 768);
        m_world->window().show();
        m_world->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_world->window()));
        m_world->window().desk().look(m_world->mineId(1));
        QTRY_VERIFY(composer()->isVisible());
        (void)m_world->window().grab();
        composer()->setFocus();
    }
    void cleanup()
    {
        m_world.reset();
        m_attachments.reset();
        m_carrier.reset();
    }

    void filesAreChosenAndGoWithTheMessage();
    void aFileAloneCanBeSent();
    void whatWasSaidMeanwhileStopsAFile();
    void aFileIsRemovedByItsChip();
    void everyConversationAndEveryNoteHasItsOwn();
    void aPictureIsPasted();
    void filesAreDropped();
    void aTableFromASpreadsheetIsText();
    void whatCameBackHasItsFiles();
    void anUndeliveredMessageGoesAgainWithItsFiles();
    void aPictureIsShownInItsPlace();
    void theViewerGoesFromOneToTheNext();
    void aFileIsOpenedByAnotherProgram();
    void whatCouldDoHarmIsAskedAbout();
    void rowsAreSpokenAndCopiedWithTheirFiles();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<client::FileCarrier> m_carrier;
    std::unique_ptr<client::Attachments> m_attachments;
    std::unique_ptr<DeskWorld> m_world;
    qint64 m_next = 10'000;

    ui::ConversationPage& page() { return m_world->window().desk().conversation(); }
    ui::Writer& writer() { return page().writer(); }
    QTextEdit* composer() { return m_world->find<QTextEdit>("message"); }
    QListView* transcript() { return m_world->find<QListView>("transcript"); }
    QPushButton* button(const char* name) { return m_world->find<QPushButton>(name); }
    [[nodiscard]] QList<QWidget*> chips()
    {
        QList<QWidget*> shown = m_world->window().findChildren<QWidget*>(QStringLiteral("fileChip"));
        shown.removeIf([](const QWidget* chip) { return chip->isHidden(); });
        return shown;
    }
    [[nodiscard]] QString write(const QString& name, const QByteArray& bytes)
    {
        const QString path = m_folder->filePath(name);
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
    void attach(const QStringList& paths)
    {
        QTest::mouseClick(button("attach"), Qt::LeftButton);
        auto* dialog = m_world->find<QFileDialog>("attachDialog");
        Q_EMIT dialog->filesSelected(paths);
        dialog->close();
    }
    domain::Attachment shelved(const QString& name, const QString& mime, const QByteArray& bytes)
    {
        domain::Attachment file;
        file.id = domain::AttachmentId(QUuid::createUuid());
        file.name = name;
        file.mime = mime;
        file.size = bytes.size();
        const QImage image = QImage::fromData(bytes);
        file.width = image.width();
        file.height = image.height();
        if (!m_carrier->shelf().put(m_world->mineId(1), file.id, bytes))
            qFatal("cannot shelve");
        return file;
    }
    QModelIndex say(const QString& text, const std::vector<domain::Attachment>& files,
                    domain::Author author = domain::Author::Customer,
                    domain::Delivery delivery = domain::Delivery::Delivered)
    {
        domain::Message message;
        message.id = domain::MessageId(QUuid::createUuid());
        message.conversationId = m_world->mineId(1);
        message.seq = m_next++;
        message.author = author;
        if (author == domain::Author::Agent)
            message.authorId = m_world->me().id.toString();
        message.content = text;
        message.attachments = files;
        message.delivery = delivery;
        message.at = m_world->clock.now();
        client::TranscriptBatch batch;
        batch.conversation = m_world->mineId(1);
        batch.messages = {message};
        m_world->transcript(batch.conversation)->apply(batch);
        return transcript()->model()->index(transcript()->model()->rowCount() - 1, 0);
    }
    /// A point inside the first file of a row, as the pointer finds it.
    std::optional<QPoint> fileIn(const QModelIndex& index)
    {
        (void)m_world->window().grab();
        const QRect row = transcript()->visualRect(index);
        auto* delegate = qobject_cast<ui::MessageDelegate*>(transcript()->itemDelegate());
        QStyleOptionViewItem option;
        option.initFrom(transcript());
        option.rect = row;
        for (int y = row.top(); y < row.bottom(); y += 6) {
            for (int x = row.left(); x < row.right(); x += 6) {
                if (delegate->hitAt(option, index, {x, y}).part == ui::MessageDelegate::Part::File)
                    return QPoint(x + 4, y + 4);
            }
        }
        return {};
    }
    void click(const QModelIndex& index)
    {
        const std::optional<QPoint> place = fileIn(index);
        QVERIFY(place);
        QTest::mouseClick(transcript()->viewport(), Qt::LeftButton, {}, *place);
    }
};

void tst_Files::filesAreChosenAndGoWithTheMessage()
{
    QSignalSpy sent(&page(), &ui::ConversationPage::sendRequested);
    QSignalSpy kept(&writer(), &ui::Writer::draftChanged);
    QTest::keyClicks(composer(), QStringLiteral("See these"));
    attach({write(QStringLiteral("a.txt"), "one"), write(QStringLiteral("b.png"), png(40, 30, Qt::red))});
    QCOMPARE(chips().size(), 2);
    QVERIFY(chips().front()->accessibleName().contains(QLatin1String("a.txt")));
    QCOMPARE(kept.last()[0].value<client::Draft>().files.size(), 2U);
    QTest::keyClick(composer(), Qt::Key_Return);
    QCOMPARE(sent.size(), 1);
    QCOMPARE(sent[0][1].toString(), QStringLiteral("See these"));
    const auto files = sent[0][3].value<Outgoing>();
    QCOMPARE(files.size(), 2);
    QCOMPARE(files[1].what.width, 40);
    QVERIFY(chips().isEmpty());
    QVERIFY(kept.last()[0].value<client::Draft>().isEmpty());
}

void tst_Files::aFileAloneCanBeSent()
{
    QSignalSpy sent(&page(), &ui::ConversationPage::sendRequested);
    QVERIFY(!button("send")->isEnabled());
    attach({write(QStringLiteral("a.txt"), "one")});
    QVERIFY(button("send")->isEnabled());
    QTest::keyClick(composer(), Qt::Key_Return);
    QCOMPARE(sent.size(), 1);
    QCOMPARE(sent[0][1].toString(), QString());
}

void tst_Files::whatWasSaidMeanwhileStopsAFile()
{
    QSignalSpy sent(&page(), &ui::ConversationPage::sendRequested);
    attach({write(QStringLiteral("a.txt"), "one")});
    (void)say(QStringLiteral("No need any more"), {});
    QTest::keyClick(composer(), Qt::Key_Return);
    QCOMPARE(sent.size(), 0);
    QVERIFY(m_world->find<QWidget>("fence")->isVisible());
    QCOMPARE(chips().size(), 1);
}

void tst_Files::aFileIsRemovedByItsChip()
{
    QSignalSpy dropped(&writer(), &ui::Writer::fileDropped);
    attach({write(QStringLiteral("a.txt"), "one"), write(QStringLiteral("b.txt"), "two")});
    auto* remove = chips().front()->findChild<QPushButton*>(QStringLiteral("removeFile"));
    QCOMPARE(remove->accessibleName(), QStringLiteral("Remove a.txt"));
    QTest::mouseClick(remove, Qt::LeftButton);
    QCOMPARE(chips().size(), 1);
    QCOMPARE(dropped.size(), 1);
    QVERIFY(composer()->hasFocus());
}

void tst_Files::everyConversationAndEveryNoteHasItsOwn()
{
    attach({write(QStringLiteral("a.txt"), "one")});
    writer().toggleNote();
    QVERIFY(chips().isEmpty());
    attach({write(QStringLiteral("b.txt"), "for us"), write(QStringLiteral("c.txt"), "for us")});
    QSignalSpy noted(&writer(), &ui::Writer::noteRequested);
    m_world->window().desk().look(m_world->mineId(0));
    QVERIFY(chips().isEmpty());
    m_world->window().desk().look(m_world->mineId(1));
    QCOMPARE(chips().size(), 2);
    composer()->setFocus();
    QTest::keyClick(composer(), Qt::Key_Return);
    QCOMPARE(noted.size(), 1);
    QCOMPARE(noted[0][3].value<Outgoing>().size(), 2);
    writer().toggleNote();
    QCOMPARE(chips().size(), 1);
}

void tst_Files::aPictureIsPasted()
{
    QSignalSpy taken(&writer(), &ui::Writer::pictureTaken);
    QImage image(64, 48, QImage::Format_RGB32);
    image.fill(Qt::blue);
    QGuiApplication::clipboard()->setImage(image);
    QTest::keyClick(composer(), Qt::Key_V, Qt::ControlModifier);
    // Compressed beside this thread; until it is here nothing is sent without it.
    QCOMPARE(taken.size(), 0);
    QSignalSpy sent(&writer(), &ui::Writer::sendRequested);
    QTest::keyClicks(composer(), QStringLiteral("see"));
    QTest::keyClick(composer(), Qt::Key_Return);
    QCOMPARE(sent.size(), 0);
    QCOMPARE(composer()->toPlainText(), QStringLiteral("see"));
    QTRY_COMPARE(taken.size(), 1);
    QTest::keyClick(composer(), Qt::Key_Return);
    QCOMPARE(sent.size(), 0); // it is not on disk yet
    auto picture = taken[0][1].value<client::OutgoingFile>();
    QCOMPARE(picture.what.mime, QStringLiteral("image/png"));
    QCOMPARE(picture.what.width, 64);
    QVERIFY(picture.what.name.endsWith(QLatin1String(".png")));
    const QByteArray bytes = taken[0][3].toByteArray();
    QCOMPARE(QImage::fromData(bytes).size(), image.size());
    writer().pictureKept(m_world->mineId(1), picture, false, write(QStringLiteral("kept"), bytes));
    QCOMPARE(chips().size(), 1);
    QTest::keyClick(composer(), Qt::Key_Return);
    QCOMPARE(sent.size(), 1);
    QVERIFY(composer()->toPlainText().isEmpty());
}

void tst_Files::filesAreDropped()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(write(QStringLiteral("a.txt"), "one")),
                  QUrl(QStringLiteral("https://example.com/b.txt"))});
    // As the system does it: it comes in before it is let go.
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton,
                          Qt::NoModifier);
    QVERIFY(QCoreApplication::sendEvent(&page(), &enter));
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(50, 50), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QVERIFY(QCoreApplication::sendEvent(&page(), &drop));
    QVERIFY(drop.isAccepted());
    QCOMPARE(drop.dropAction(), Qt::CopyAction);
    QCOMPARE(chips().size(), 1);
}

void tst_Files::aTableFromASpreadsheetIsText()
{
    auto* data = new QMimeData;
    data->setText(QStringLiteral("1\t2"));
    data->setImageData(QImage(10, 10, QImage::Format_RGB32));
    QGuiApplication::clipboard()->setMimeData(data);
    QTest::keyClick(composer(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(composer()->toPlainText(), QStringLiteral("1\t2"));
    QVERIFY(chips().isEmpty());
}

void tst_Files::whatCameBackHasItsFiles()
{
    client::OutgoingFile file;
    file.what.id = domain::AttachmentId(QUuid::createUuid());
    file.what.name = QStringLiteral("back.txt");
    file.path = write(QStringLiteral("back.txt"), "back");
    page().returnDraft(m_world->mineId(1), QStringLiteral("words"));
    writer().giveBackFiles(m_world->mineId(1), {file}, false);
    writer().giveBackFiles(m_world->mineId(1), {file}, false);
    QCOMPARE(composer()->toPlainText(), QStringLiteral("words"));
    QCOMPARE(chips().size(), 1);
}

void tst_Files::anUndeliveredMessageGoesAgainWithItsFiles()
{
    const domain::Attachment file = shelved(QStringLiteral("a.txt"), QStringLiteral("text/plain"), "one");
    QSignalSpy sent(&page(), &ui::ConversationPage::sendRequested);
    const QModelIndex row = say({}, {file}, domain::Author::Agent, domain::Delivery::Failed);
    QVERIFY(row.data(models::MessagesModel::RetriableRole).toBool());
    auto* view = qobject_cast<ui::TranscriptView*>(transcript());
    Q_EMIT view->retryWanted({}, {file});
    QCOMPARE(sent.size(), 1);
    const auto files = sent[0][3].value<Outgoing>();
    QCOMPARE(files.size(), 1);
    QCOMPARE(files.front().what.id, file.id);
    QVERIFY(files.front().path.isEmpty()); // the relay has it
    // The same words with another file are no repetition; with this one they are.
    const domain::Attachment other = shelved(QStringLiteral("b.txt"), QStringLiteral("text/plain"), "two");
    (void)say({}, {other}, domain::Author::Agent);
    QVERIFY(row.data(models::MessagesModel::RetriableRole).toBool());
    (void)say({}, {file}, domain::Author::Agent);
    QVERIFY(!row.data(models::MessagesModel::RetriableRole).toBool());
}

void tst_Files::aPictureIsShownInItsPlace()
{
    const QAbstractItemModelTester tester(transcript()->model());
    const domain::Attachment picture =
        shelved(QStringLiteral("red.png"), QStringLiteral("image/png"), png(200, 120, Qt::red));
    const QModelIndex row = say(QStringLiteral("Look"), {picture});
    (void)m_world->window().grab();
    const int before = transcript()->visualRect(row).height();
    QVERIFY(before > 120);
    QTRY_COMPARE(m_attachments->of(picture.id).state, client::Attachments::State::Here);
    const auto redThere = [this, row] {
        const QImage shot = transcript()->viewport()->grab(transcript()->visualRect(row)).toImage();
        int red = 0;
        for (int y = 0; y < shot.height(); y += 10) {
            for (int x = 0; x < shot.width(); x += 10)
                red += shot.pixelColor(x, y) == QColor(Qt::red) ? 1 : 0;
        }
        return red;
    };
    QTRY_VERIFY(redThere() > 100);
    QCOMPARE(transcript()->visualRect(row).height(), before); // nothing moved when it came
}

void tst_Files::theViewerGoesFromOneToTheNext()
{
    const domain::Attachment first =
        shelved(QStringLiteral("first.png"), QStringLiteral("image/png"), png(300, 200, Qt::red));
    const domain::Attachment second =
        shelved(QStringLiteral("second.png"), QStringLiteral("image/png"), png(4000, 100, Qt::blue));
    const QModelIndex row = say({}, {first});
    (void)say({}, {second});
    (void)m_world->window().grab();
    QTRY_COMPARE(m_attachments->of(first.id).state, client::Attachments::State::Here);
    click(row);
    auto* viewer = m_world->find<ui::PictureViewer>("pictureViewer");
    QTRY_VERIFY(viewer->isVisible());
    QCOMPARE(viewer->shown().id, first.id);
    QTRY_VERIFY(viewer->findChild<QPushButton*>(QStringLiteral("pictureCopy"))->isEnabled());
    QCOMPARE(viewer->zoom(), 1.0); // a small one is not blown up
    QTest::keyClick(viewer, Qt::Key_Plus);
    QVERIFY(viewer->zoom() > 1.2);
    QTest::keyClick(viewer, Qt::Key_0);
    QCOMPARE(viewer->zoom(), 1.0);
    QTest::keyClick(viewer, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->image().size(), QSize(300, 200));
    QVERIFY(!viewer->findChild<QPushButton*>(QStringLiteral("picturePrevious"))->isEnabled());
    QTest::keyClick(viewer, Qt::Key_PageDown);
    QCOMPARE(viewer->shown().id, second.id);
    QTRY_VERIFY(viewer->zoom() < 1.0); // fitted
    QTest::mouseClick(viewer->findChild<QPushButton*>(QStringLiteral("picturePrevious")), Qt::LeftButton);
    QCOMPARE(viewer->shown().id, first.id);
    for (const QPushButton* one : viewer->findChildren<QPushButton*>())
        QVERIFY2(!one->accessibleName().isEmpty(), qPrintable(one->objectName()));
    const QPointer<ui::PictureViewer> closing(viewer);
    QTest::keyClick(viewer, Qt::Key_Escape);
    QTRY_VERIFY(!closing);
}

void tst_Files::aFileIsOpenedByAnotherProgram()
{
    const domain::Attachment file =
        shelved(QStringLiteral("invoice.pdf"), QStringLiteral("application/pdf"), "%PDF-1.4");
    QStringList launched;
    page().opener().setLauncher([&launched](const QString& path) {
        launched.push_back(path);
        return true;
    });
    const QModelIndex row = say(QStringLiteral("My invoice"), {file});
    QVERIFY(launched.isEmpty()); // nothing is opened because it came
    click(row);
    QTRY_COMPARE(launched.size(), 1);
    QVERIFY(launched.front().endsWith(QLatin1String("/invoice.pdf")));
    // By the keyboard, too.
    transcript()->setFocus();
    transcript()->setCurrentIndex(row);
    QTest::keyClick(transcript(), Qt::Key_Return);
    QTRY_COMPARE(launched.size(), 2);
}

void tst_Files::whatCouldDoHarmIsAskedAbout()
{
    const domain::Attachment file =
        shelved(QStringLiteral("setup.sh"), QStringLiteral("application/x-shellscript"), "#!/bin/sh");
    QStringList launched;
    page().opener().setLauncher([&launched](const QString& path) {
        launched.push_back(path);
        return true;
    });
    const QModelIndex row = say({}, {file});
    click(row);
    auto* question = m_world->find<QDialog>("openQuestion");
    QTRY_VERIFY(question->isVisible());
    QTest::mouseClick(m_world->find<QPushButton>("saveInstead"), Qt::LeftButton);
    auto* dialog = m_world->find<QFileDialog>("saveDialog");
    const QString to = m_folder->filePath(QStringLiteral("saved.sh"));
    Q_EMIT dialog->fileSelected(to);
    dialog->close();
    QTRY_VERIFY(QFileInfo::exists(to));
    QVERIFY(!QFileInfo(to).isExecutable());
    QVERIFY(launched.isEmpty());
    QTRY_VERIFY(!m_world->window().findChild<QDialog*>(QStringLiteral("openQuestion")));
    click(row);
    QTest::mouseClick(m_world->find<QPushButton>("openAnyway"), Qt::LeftButton);
    QTRY_COMPARE(launched.size(), 1);
}

void tst_Files::rowsAreSpokenAndCopiedWithTheirFiles()
{
    const domain::Attachment file = shelved(QStringLiteral("a.txt"), QStringLiteral("text/plain"), "one");
    const QModelIndex row = say(QStringLiteral("Here"), {file});
    QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains(QLatin1String("file a.txt")));
    (void)say(QStringLiteral("and so"), {});
    transcript()->setFocus();
    transcript()->setCurrentIndex(row);
    transcript()->selectAll();
    QTest::keyClick(transcript(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().contains(QLatin1String("Here [a.txt, ")));
}

RELEVO_TEST(tst_Files)
#include "tst_files.moc"
