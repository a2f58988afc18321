#include "support/test_main.h"
#include "world.h"

#include <client/mirror.h>

#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

#include <algorithm>

using namespace relevo;
using namespace relevo::client;

/// A contact who is erased is gone from the desktops' copies, and what is for an admin's eyes is never in
/// them.
class tst_MirrorErasure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anErasedContactLeavesNothing_data();
    void anErasedContactLeavesNothing();
    void whoWasAwayHearsOfFiles();
    void whatAdminsFetchIsToldAndNotKept();

private:
    QTemporaryDir m_directory;
};

void tst_MirrorErasure::anErasedContactLeavesNothing_data()
{
    QTest::addColumn<bool>("bySnapshot");
    QTest::newRow("by its event") << false;
    QTest::newRow("by a snapshot, having been away") << true;
}

void tst_MirrorErasure::anErasedContactLeavesNothing()
{
    QFETCH(bool, bySnapshot);
    test::World world(9);
    const domain::ConversationId id =
        world.customer(QStringLiteral("Xanthippe"), QStringLiteral("my zebrafinch is ill"), true);
    const domain::ConversationId other = world.customer(QStringLiteral("Bo"), QStringLiteral("hello"));
    const QString path =
        m_directory.filePath(QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral("/mirror.db"));
    auto mirror = Mirror::open(path);
    QVERIFY((*mirror)->beginSnapshot(QStringLiteral("j")));
    for (const protocol::Json& page : world.snapshot(7))
        QVERIFY((*mirror)->addPage(page, world.agent(0).id));
    QVERIFY((*mirror)->putDraft({id, QStringLiteral("your zebrafinch"), {}, false, 3}));
    QVERIFY((*mirror)->putDraft({other, {}, QStringLiteral("knows the boss"), true, 0}));
    const qint64 before = world.seq();
    QVERIFY(world.claim(id, 0));
    QVERIFY(world.reply(id, 0, QStringLiteral("about the zebrafinch")));
    const domain::ContactId contact = world.conversation(id)->conversation.contact.id;
    QVERIFY(world.run(id, domain::EraseContact{contact}));
    if (bySnapshot) {
        QVERIFY((*mirror)->beginSnapshot(QStringLiteral("j")));
        std::vector<protocol::Json> pages = world.snapshot(7);
        pages.front()["erased"] = protocol::Json::array({id.text()});
        for (const protocol::Json& page : pages)
            QVERIFY((*mirror)->addPage(page, world.agent(0).id));
    } else {
        std::vector<domain::Event> events;
        for (auto seq = static_cast<std::size_t>(before); seq < world.journal().size(); ++seq)
            events.push_back(test::World::overTheWire(world.journal()[seq]));
        const auto changes = (*mirror)->apply(events);
        QVERIFY(changes);
        QCOMPARE(changes->erased, std::vector{id});
        QCOMPARE(changes->gone, std::vector{id});
        QVERIFY(changes->messages.empty());
        QVERIFY(changes->deliveries.empty());
    }
    QCOMPARE((*mirror)->stateHash().value(), domain::stateHash(world.live()));
    const auto state = (*mirror)->state(id).value();
    QVERIFY(state && state->conversation.erased);
    QVERIFY(state->conversation.contact.name.isEmpty());
    QVERIFY((*mirror)->page(id, std::numeric_limits<qint64>::max(), 50, true).value().messages.empty());
    // Nor what was written to them; a key that was on its way is not kept.
    QVERIFY((*mirror)->putDraft({id, QStringLiteral("your zebrafinch"), {}, false, 3}));
    const std::vector<Draft> drafts = (*mirror)->drafts().value();
    QCOMPARE(drafts.size(), 1U);
    QCOMPARE(drafts.front().conversation, other);
    QCOMPARE(drafts.front().note, QStringLiteral("knows the boss"));
    QVERIFY(drafts.front().writingNote);
    QCOMPARE((*mirror)->page(other, std::numeric_limits<qint64>::max(), 50, true).value().messages.size(),
             1U);
    // Not in what SQLite has deleted either, nor in its log.
    QCOMPARE(QFileInfo(path + QStringLiteral("-wal")).size(), 0);
    mirror->reset();
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.contains("hello"));
    QVERIFY(!bytes.contains("zebrafinch"));
    QVERIFY(!bytes.contains("Xanthippe"));
}

void tst_MirrorErasure::whoWasAwayHearsOfFiles()
{
    test::World world(11);
    const domain::ConversationId id = world.customer(QStringLiteral("Ada"), QStringLiteral("look"), true);
    domain::ReceiveMessage photo;
    photo.conversationId = id;
    photo.sessionId = world.conversation(id)->conversation.sessionId;
    photo.attachments = {{domain::AttachmentId(QUuid::createUuid()),
                          QStringLiteral("a.png"),
                          QStringLiteral("image/png"),
                          5,
                          {},
                          0,
                          0},
                         {domain::AttachmentId(QUuid::createUuid()),
                          QStringLiteral("b.png"),
                          QStringLiteral("image/png"),
                          6,
                          {},
                          0,
                          0}};
    QVERIFY(world.run(id, photo));
    auto mirror = Mirror::open(m_directory.filePath(QStringLiteral("files/mirror.db")));
    QVERIFY((*mirror)->beginSnapshot(QStringLiteral("j")));
    for (const protocol::Json& page : world.snapshot(7))
        QVERIFY((*mirror)->addPage(page, world.agent(0).id));
    QVERIFY(world.claim(id, 0));
    QVERIFY(
        world.run(id, domain::ResolveHandoff{world.conversation(id)->handoff->id, {}, true, {}, {}, false}));
    const domain::AttachmentId gone = photo.attachments.front().id;
    QVERIFY((*mirror)->beginSnapshot(QStringLiteral("j")));
    std::vector<protocol::Json> pages = world.snapshot(7);
    pages.front()["attachmentsRemoved"] = {{{"conversationId", id.text()}, {"attachmentIds", {gone.text()}}}};
    MirrorChanges changes;
    for (const protocol::Json& page : pages)
        changes = (*mirror)->addPage(page, world.agent(0).id).value();
    QCOMPARE(changes.files.size(), 1U);
    QCOMPARE(changes.files.front().conversation, id);
    QCOMPARE(changes.files.front().ids, std::vector{gone});
    const auto said = (*mirror)->page(id, std::numeric_limits<qint64>::max(), 50, true).value().messages;
    const auto with = std::ranges::find_if(said, [](const auto& one) { return !one.attachments.empty(); });
    QVERIFY(with != said.end());
    QVERIFY(with->attachments.front().gone);
    QVERIFY(!with->attachments.back().gone);
}

void tst_MirrorErasure::whatAdminsFetchIsToldAndNotKept()
{
    test::World world(3);
    for (int i = 0; i < 50; ++i)
        world.step();
    auto mirror = Mirror::open(m_directory.filePath(QStringLiteral("admin/mirror.db")));
    QVERIFY(mirror);
    QVERIFY((*mirror)->beginSnapshot(QStringLiteral("j")));
    for (const protocol::Json& page : world.snapshot(7))
        QVERIFY((*mirror)->addPage(page, world.agent(0).id));
    const QString hash = (*mirror)->stateHash().value();
    const auto fold = [&mirror](domain::EventType type, domain::EventData data) {
        domain::Event event;
        event.id = domain::EventId(QUuid::createUuid());
        event.seq = (*mirror)->seq() + 1;
        event.type = type;
        event.data = std::move(data);
        return (*mirror)->apply(std::vector{event}).value();
    };
    domain::BotSettings bots;
    bots.triageQuestions = 5;
    QVERIFY(fold(domain::EventType::BotsChanged, bots).settings);
    domain::AccessChange access;
    access.kind = domain::AccessKind::FaqChanged;
    QVERIFY(fold(domain::EventType::AccessChanged, access).settings);
    access.kind = domain::AccessKind::KeyRevoked;
    QVERIFY(fold(domain::EventType::AccessChanged, access).settings);
    access.kind = domain::AccessKind::SignedIn;
    QVERIFY(!fold(domain::EventType::AccessChanged, access).settings);
    QVERIFY(!fold(domain::EventType::Hidden, {}).settings);
    QCOMPARE((*mirror)->stateHash().value(), hash);
}

RELEVO_TEST(tst_MirrorErasure)
#include "tst_mirror_erasure.moc"
