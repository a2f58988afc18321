#include "commander.h"
#include "support/test_main.h"

#include <store/attachment_files.h>
#include <store/backup.h>
#include <store/disk_sync.h>
#include <store/picture_size.h>
#include <store/restore.h>

#include <QtCore/QCryptographicHash>
#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::store;
using namespace relevo::test;

/// Files of messages: rows, bytes, and what becomes of both.
class TestAttachments final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addDialects(); }
    void init();

    void onlyTheOwnerSendsThem();
    void whatIsSentIsOfItsConversation();
    void whatNobodySendsIsForgotten();
    void erasureTakesTheFiles();
    void whatIsNoLongerKeptIsSaid();
    void verifyFindsDamage_data();
    void verifyFindsDamage();
    void backupsHoldThem();
    void picturesTellTheirSize();

private:
    /// A file in its place, with its row.
    StoredAttachment put(Journal& journal, const QByteArray& bytes, const QString& owner);
    /// A customer's message with a file; the conversation it is in.
    domain::Message send(Journal& journal, const StoredAttachment& file);
    [[nodiscard]] QString pathOf(const StoredAttachment& file) const
    {
        return AttachmentFiles(m_fixture->options).pathOf(file.attachment.id);
    }

    std::unique_ptr<StoreFixture> m_fixture;
    std::unique_ptr<Commander> m_commander;
};

void TestAttachments::init()
{
    QFETCH_GLOBAL(const QString, dialect);
    m_fixture = std::make_unique<StoreFixture>(dialect);
    m_commander = std::make_unique<Commander>(*m_fixture, 5);
    const auto journal = m_fixture->journal();
    must(journal->begin());
    m_commander->create(*journal);
    must(journal->commit());
}

StoredAttachment TestAttachments::put(Journal& journal, const QByteArray& bytes, const QString& owner)
{
    const AttachmentFiles files(m_fixture->options);
    const auto id = m_fixture->ids.make<domain::AttachmentId>();
    const QString part = must(files.incoming(id.uuid()));
    QFile file(part);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("a file could not be written");
    file.close();
    must(files.keep(part, id));
    StoredAttachment stored;
    stored.attachment = {
        id,
        QStringLiteral("a.txt"),
        QStringLiteral("text/plain"),
        bytes.size(),
        QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()),
        0,
        0};
    stored.owner = owner;
    stored.at = m_fixture->clock.now();
    must(journal.attachments().add(m_commander->project(), stored));
    return stored;
}

domain::Message TestAttachments::send(Journal& journal, const StoredAttachment& file)
{
    domain::ReceiveMessage command;
    command.conversationId = m_fixture->ids.make<domain::ConversationId>();
    command.sessionId = command.conversationId.toString();
    command.channel = QStringLiteral("web");
    command.attachments = {file.attachment};
    for (const CommittedEvent& event : m_commander->run(journal, command, nullptr)) {
        if (const auto* message = std::get_if<domain::Message>(&event.event.data))
            return *message;
    }
    qFatal("nothing was said");
}

void TestAttachments::onlyTheOwnerSendsThem()
{
    const auto journal = m_fixture->journal();
    must(journal->begin());
    const StoredAttachment file = put(*journal, "hello", QStringLiteral("agent:1"));
    const auto conversation = m_fixture->ids.make<domain::ConversationId>();
    Attachments& attachments = journal->attachments();
    const std::vector ids{file.attachment.id};
    const domain::ProjectId project = m_commander->project();
    QVERIFY(must(attachments.forMessage(project, ids, file.owner, conversation)).front() == file.attachment);
    const auto stranger = attachments.forMessage(project, ids, QStringLiteral("agent:2"), conversation);
    QVERIFY(!stranger && stranger.error().code == ErrorCode::Invalid);
    QVERIFY(!attachments.forMessage(m_fixture->ids.make<domain::ProjectId>(), ids, file.owner, conversation));
    const auto unknown = m_fixture->ids.make<domain::AttachmentId>();
    const auto missing = attachments.forMessage(project, {unknown}, file.owner, conversation);
    QVERIFY(!missing && missing.error().message.contains(unknown.toString()));
    must(journal->commit());
}

void TestAttachments::whatIsSentIsOfItsConversation()
{
    const auto journal = m_fixture->journal();
    must(journal->begin());
    const StoredAttachment file = put(*journal, "hello", QStringLiteral("program"));
    const domain::Message message = send(*journal, file);
    must(journal->commit());
    QVERIFY(message.attachments.front() == file.attachment);
    const auto stored =
        must(m_fixture->reader()->attachments().find(m_commander->project(), file.attachment.id));
    QVERIFY(stored && stored->shown && stored->conversation == message.conversationId);
    QVERIFY(!journal->attachments().forMessage(m_commander->project(), {file.attachment.id}, file.owner,
                                               m_fixture->ids.make<domain::ConversationId>()));
    QCOMPARE(m_fixture->fault(), QString());
}

void TestAttachments::whatNobodySendsIsForgotten()
{
    const auto journal = m_fixture->journal();
    must(journal->begin());
    const StoredAttachment unsent = put(*journal, "unsent", QStringLiteral("program"));
    const StoredAttachment sent = put(*journal, "sent", QStringLiteral("program"));
    (void)send(*journal, sent);
    must(journal->commit());
    m_fixture->clock.advance(std::chrono::hours(25));
    must(journal->begin());
    QCOMPARE(must(journal->attachments().forgetUnsent(m_fixture->clock.now() - std::chrono::hours(24))), 1);
    must(journal->commit());
    QVERIFY(QFile::exists(pathOf(unsent)));
    must(journal->begin());
    QCOMPARE(must(journal->attachments().removeTrash(AttachmentFiles(m_fixture->options), 10)), 1);
    must(journal->commit());
    QVERIFY(!QFile::exists(pathOf(unsent)) && QFile::exists(pathOf(sent)));
    QCOMPARE(m_fixture->fault(), QString());
}

void TestAttachments::erasureTakesTheFiles()
{
    const auto journal = m_fixture->journal();
    must(journal->begin());
    const StoredAttachment file = put(*journal, "a face", QStringLiteral("program"));
    const domain::Message message = send(*journal, file);
    const auto state = must(journal->conversationById(m_commander->project(), message.conversationId));
    m_commander->run(*journal, domain::EraseContact{state->conversation.contact.id}, &*state);
    must(journal->commit());
    must(journal->begin());
    QCOMPARE(must(journal->attachments().removeTrash(AttachmentFiles(m_fixture->options), 10)), 1);
    must(journal->commit());
    QVERIFY(!QFile::exists(pathOf(file)));
    QVERIFY(!must(m_fixture->reader()->attachments().isKnown(file.attachment.id)));
    for (const StoredEvent& event : must(m_fixture->reader()->eventsAfter(m_commander->project(), 0, 100)))
        QVERIFY2(event.body.find("a.txt") == std::string::npos, event.body.c_str());
    QCOMPARE(m_fixture->fault(), QString());
}

void TestAttachments::whatIsNoLongerKeptIsSaid()
{
    const auto journal = m_fixture->journal();
    const AttachmentFiles files(m_fixture->options);
    const domain::ProjectId project = m_commander->project();
    must(journal->begin());
    const StoredAttachment file = put(*journal, "a face", QStringLiteral("program"));
    const StoredAttachment other = put(*journal, "another", QStringLiteral("program"));
    const domain::Message message = send(*journal, file);
    (void)send(*journal, other);
    auto state = must(journal->conversationById(project, message.conversationId));
    const domain::AgentRef nobody{};
    m_commander->run(*journal, domain::InitiateHandoff{}, &*state);
    state = must(journal->conversationById(project, message.conversationId));
    m_commander->run(*journal, domain::ClaimHandoff{state->handoff->id, nobody}, &*state);
    state = must(journal->conversationById(project, message.conversationId));
    m_commander->run(*journal, domain::ResolveHandoff{state->handoff->id, {}, true, {}, {}, false}, &*state);
    must(journal->commit());

    const auto reader = m_fixture->reader();
    const auto closed = must(reader->dataRights().closed(project, 0, 100));
    QCOMPARE(closed.conversations.size(), std::size_t{1});
    QVERIFY(closed.conversations.front().files == std::vector{file.attachment.id});
    const qint64 before = must(reader->liveState(project)).seq;
    QVERIFY(must(reader->dataRights().filesRemovedAfter(project, 0)).empty());

    must(journal->begin());
    state = must(journal->conversationById(project, message.conversationId));
    m_commander->run(*journal, domain::RemoveAttachments{{file.attachment.id}}, &*state);
    must(journal->commit());
    QVERIFY(QFile::exists(pathOf(file)));
    must(journal->begin());
    QCOMPARE(must(journal->attachments().removeTrash(files, 10)), 1);
    must(journal->commit());
    QVERIFY(!QFile::exists(pathOf(file)) && QFile::exists(pathOf(other)));

    // The row stays to say so, the message keeps what it said of the file, and verify misses nothing.
    QVERIFY(must(reader->attachments().find(project, file.attachment.id))->gone);
    QVERIFY(must(reader->attachments().isKnown(file.attachment.id)));
    QVERIFY(!must(reader->attachments().isKept(file.attachment.id)));
    const auto read = must(journal->message(project, message.id));
    domain::Attachment left = file.attachment;
    left.gone = true;
    QVERIFY(read->attachments == std::vector{left});
    QVERIFY(!journal->attachments().forMessage(project, {file.attachment.id}, file.owner,
                                               message.conversationId));
    const auto removed = must(reader->dataRights().filesRemovedAfter(project, before));
    QCOMPARE(removed.size(), std::size_t{1});
    QVERIFY(removed.front().conversation == message.conversationId);
    QVERIFY(removed.front().ids == std::vector{file.attachment.id});
    QVERIFY(must(reader->dataRights().filesRemovedAfter(project, before + 1)).empty());
    QVERIFY(must(reader->dataRights().closed(project, 0, 100)).conversations.front().files.empty());
    QCOMPARE(m_fixture->fault(), QString());
    // A backup holds what is kept.
    const QTemporaryDir elsewhere;
    QCOMPARE(must(backUp(m_fixture->options, elsewhere.filePath(QStringLiteral("b")), false)).attachments, 1);
}

void TestAttachments::verifyFindsDamage_data()
{
    QTest::addColumn<QString>("damage");
    QTest::addColumn<QString>("words");
    QTest::newRow("gone") << QStringLiteral("gone") << QStringLiteral("is missing");
    QTest::newRow("shorter") << QStringLiteral("hell") << QStringLiteral("has 4 bytes instead of 5");
    QTest::newRow("other") << QStringLiteral("hallo") << QStringLiteral("is not what was uploaded");
}

void TestAttachments::verifyFindsDamage()
{
    QFETCH(const QString, damage);
    QFETCH(const QString, words);
    const auto journal = m_fixture->journal();
    must(journal->begin());
    const StoredAttachment file = put(*journal, "hello", QStringLiteral("program"));
    (void)send(*journal, file);
    must(journal->commit());
    QVERIFY(QFile::remove(pathOf(file)));
    QFile damaged(pathOf(file));
    if (damage != QLatin1String("gone"))
        QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write(damage.toUtf8()) > 0);
    damaged.close();
    const QString fault = m_fixture->fault();
    QVERIFY2(fault.contains(words) && fault.contains(file.attachment.id.toString()), qPrintable(fault));
}

void TestAttachments::backupsHoldThem()
{
    const auto journal = m_fixture->journal();
    must(journal->begin());
    const StoredAttachment file = put(*journal, "hello", QStringLiteral("program"));
    (void)send(*journal, file);
    must(journal->commit());
    const QTemporaryDir elsewhere;
    const QString backup = elsewhere.filePath(QStringLiteral("b"));
    QCOMPARE(must(backUp(m_fixture->options, backup, false)).attachments, 1);
    StoreFixture other(m_fixture->options.dialect);
    StoreOptions options = other.options;
    options.keyPath = m_fixture->options.databasePath + QStringLiteral(".key");
    const auto restored = restore(options, backup, m_fixture->clock.now(), {true, {}, {}});
    QVERIFY2(restored, restored ? "" : qPrintable(restored.error().message));
    QFile there(AttachmentFiles(options).pathOf(file.attachment.id));
    QVERIFY(there.open(QIODevice::ReadOnly));
    QCOMPARE(there.readAll(), QByteArray("hello"));
    // A damaged store is no backup.
    QVERIFY(QFile::remove(pathOf(file)));
    QVERIFY(!backUp(m_fixture->options, backup, true));
}

void TestAttachments::picturesTellTheirSize()
{
    const auto size = [](const QByteArray& hex) {
        const auto found = pictureSize(QByteArray::fromHex(hex));
        return found ? QSize(found->width, found->height) : QSize();
    };
    QCOMPARE(size("89504e470d0a1a0a0000000d494844520000028000000 1e0"), QSize(640, 480));
    QCOMPARE(size("474946383961 8002 e001"), QSize(640, 480));
    QCOMPARE(size("ffd8 ffe0 0004 0000 ffc0 0011 08 01e0 0280 03 000000"), QSize(640, 480));
    QCOMPARE(size("52494646 00000000 57454250 56503858 0a000000 00000000 7f0200 df0100"), QSize(640, 480));
    for (const char* broken : {"", "89504e47", "ffd8ffe0ffff", "ffd8ffe00000ffe00000ffe0", "474946383961",
                               "5249464600000000574542505650384c"})
        QCOMPARE(size(broken), QSize());
    // One that ends within its size tells none, rather than half of it.
    for (const char* whole : {"89504e470d0a1a0a0000000d494844520000028000000102", "474946383961 8002 0102",
                              "52494646 00000000 57454250 56503858 0a000000 00000000 7f0200 df0101",
                              "52494646 00000000 57454250 56503820 00000000 300100 9d012a 8002 0102",
                              "52494646 00000000 57454250 5650384c 00000000 2f 7fc27701"}) {
        QByteArray bytes = QByteArray::fromHex(whole);
        QVERIFY2(!size(bytes.toHex()).isEmpty(), whole);
        bytes.chop(1);
        QCOMPARE(size(bytes.toHex()), QSize());
    }
}

RELEVO_TEST(TestAttachments)
#include "tst_attachments.moc"
