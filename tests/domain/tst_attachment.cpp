#include "domain/world.h"
#include "support/test_main.h"

#include <domain/redaction.h>

using namespace relevo;
using namespace relevo::test;

/// Files of messages: what they may be called, and what becomes of them in a conversation.
class TestAttachment final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreSafe_data();
    void namesAreSafe();
    void longNamesKeepTheirEnding();
    void onlyPlainPicturesAreShown();
    void kindIsThatOfTheOnlyFile_data();
    void kindIsThatOfTheOnlyFile();
    void everySpeakerMaySendFiles();
    void theForgottenHadNone();

private:
    static Attachment file(const char* mime)
    {
        return {AttachmentId(QUuid::createUuid()),
                QStringLiteral("eva.png"),
                QString::fromLatin1(mime),
                12,
                QStringLiteral("ab"),
                1,
                2};
    }
};

void TestAttachment::namesAreSafe_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("safe");
    QTest::newRow("plain") << QStringLiteral("Photo 1.PNG") << QStringLiteral("Photo 1.PNG");
    QTest::newRow("other scripts") << QStringLiteral("фото 写真 صورة.jpg")
                                   << QStringLiteral("фото 写真 صورة.jpg");
    QTest::newRow("emoji") << QStringLiteral("👩🏽‍💻.gif") << QStringLiteral("👩🏽‍💻.gif");
    QTest::newRow("path") << QStringLiteral("../../etc/passwd") << QStringLiteral("passwd");
    QTest::newRow("other path") << QStringLiteral("C:\\Users\\eva\\a.txt") << QStringLiteral("a.txt");
    QTest::newRow("folder") << QStringLiteral("a/b/") << QStringLiteral("file");
    QTest::newRow("dots") << QStringLiteral("..") << QStringLiteral("file");
    QTest::newRow("nothing") << QString() << QStringLiteral("file");
    QTest::newRow("only unseen") << QString(QChar(0x202e)) << QStringLiteral("file");
    QTest::newRow("bidi override") << QStringLiteral("a\u202egnp.exe") << QStringLiteral("agnp.exe");
    QTest::newRow("bidi isolates") << QStringLiteral("\u2066a\u2069\u061c.txt") << QStringLiteral("a.txt");
    QTest::newRow("controls") << QString::fromLatin1("a\0b\r\n\x7f.txt", 10) << QStringLiteral("ab.txt");
    QTest::newRow("line separator") << QStringLiteral("a\u2028b") << QStringLiteral("ab");
    QTest::newRow("lone surrogate") << QString(QStringLiteral("a") + QChar(0xd83d))
                                    << QStringLiteral("a\ufffd");
    QTest::newRow("refused elsewhere")
        << QStringLiteral("a<b>:\"c|d?*.txt") << QStringLiteral("a_b___c_d__.txt");
    QTest::newRow("ends in dots") << QStringLiteral(" a.txt. . ") << QStringLiteral("a.txt");
}

void TestAttachment::namesAreSafe()
{
    QFETCH(QString, given);
    QFETCH(QString, safe);
    QCOMPARE(safeFileName(given), safe);
    QCOMPARE(safeFileName(safe), safe);
}

void TestAttachment::longNamesKeepTheirEnding()
{
    const QString name = safeFileName(QString(500, u'x') + QStringLiteral(".jpeg"));
    QCOMPARE(name.size(), maxFileName);
    QVERIFY(name.endsWith(QStringLiteral("x.jpeg")));
    QCOMPARE(safeFileName(QString(300, u'x')).size(), maxFileName);
    const QString faces = safeFileName(QStringLiteral("x") + QStringLiteral("😀").repeated(200));
    QVERIFY(faces.size() <= maxFileName && !faces.back().isHighSurrogate());
    // Cut off at a dot: no name ends with one.
    const QString dotted = safeFileName(QString(199, u'x') + QStringLiteral(".no ending of a file"));
    QCOMPARE(dotted, QString(199, u'x'));
}

void TestAttachment::onlyPlainPicturesAreShown()
{
    QVERIFY(isPicture(QStringLiteral("image/png")) && isPicture(QStringLiteral("image/webp")));
    for (const char* mime : {"image/svg+xml", "text/html", "application/pdf", "image/x-xcf", ""})
        QVERIFY2(!isPicture(QString::fromLatin1(mime)), mime);
}

void TestAttachment::kindIsThatOfTheOnlyFile_data()
{
    QTest::addColumn<QStringList>("mimes");
    QTest::addColumn<QString>("content");
    QTest::addColumn<QString>("kind");
    QTest::newRow("none") << QStringList() << QString() << QStringLiteral("text");
    QTest::newRow("picture") << QStringList{QStringLiteral("image/png")} << QString()
                             << QStringLiteral("image");
    QTest::newRow("sound") << QStringList{QStringLiteral("audio/ogg")} << QString()
                           << QStringLiteral("audio");
    QTest::newRow("film") << QStringList{QStringLiteral("video/mp4")} << QString() << QStringLiteral("video");
    QTest::newRow("paper") << QStringList{QStringLiteral("application/pdf")} << QString()
                           << QStringLiteral("document");
    QTest::newRow("with words") << QStringList{QStringLiteral("image/png")} << QStringLiteral("look")
                                << QStringLiteral("text");
    QTest::newRow("two") << QStringList{QStringLiteral("image/png"), QStringLiteral("image/png")} << QString()
                         << QStringLiteral("text");
}

void TestAttachment::kindIsThatOfTheOnlyFile()
{
    QFETCH(QStringList, mimes);
    QFETCH(QString, content);
    QFETCH(QString, kind);
    std::vector<Attachment> files;
    for (const QString& mime : mimes)
        files.push_back(file(qPrintable(mime)));
    QCOMPARE(kindWith(files, content), kind);
}

void TestAttachment::everySpeakerMaySendFiles()
{
    World world;
    const AgentId ana = world.addAgent(QStringLiteral("Ana"));
    const auto id = world.ids.make<ConversationId>();
    ReceiveMessage received = world.message(QString(), id);
    received.attachments = {file("image/png")};
    world.must(received, id);
    const std::optional<Message> first = world.conversation(id)->lastMessage;
    QCOMPARE(first->kind, QStringLiteral("image"));
    QVERIFY(first->attachments == received.attachments);

    ReceiveMessage named = world.message(QString(), id);
    named.kind = QStringLiteral("sticker");
    named.attachments = {file("image/png")};
    world.must(named, id);
    QCOMPARE(world.conversation(id)->lastMessage->kind, QStringLiteral("sticker"));

    const HandoffId handoff = world.ask(id);
    world.claim(id, handoff, ana);
    SendMessage reply{handoff, world.ref(ana), {}, {}, {}};
    reply.attachments = {file("application/pdf")};
    world.must(reply, id);
    QCOMPARE(world.conversation(id)->lastMessage->kind, QStringLiteral("document"));
    QVERIFY(world.conversation(id)->lastMessage->attachments == reply.attachments);

    AddNote note{handoff, world.ref(ana), QStringLiteral("his passport"), {}, {}, {file("image/jpeg")}};
    const std::vector<Event> events = world.must(note, id);
    const auto& added = std::get<Message>(events.front().data);
    QVERIFY(added.note && added.attachments == note.attachments);
    QCOMPARE(added.kind, QStringLiteral("text"));
}

void TestAttachment::theForgottenHadNone()
{
    World world;
    const auto id = world.ids.make<ConversationId>();
    ReceiveMessage received = world.message(QStringLiteral("look"), id);
    received.attachments = {file("image/png")};
    world.must(received, id);
    const ConversationState left = withoutPerson(*world.conversation(id));
    QVERIFY(left.lastMessage->attachments.empty());
}

RELEVO_TEST(TestAttachment)
#include "tst_attachment.moc"
