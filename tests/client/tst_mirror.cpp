#include "support/test_main.h"
#include "world.h"

#include <client/mirror.h>

#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::client;

namespace {

constexpr qint64 newest = std::numeric_limits<qint64>::max();

std::vector<domain::Event> wireEvents(const test::World& world, qint64 after, qint64 upTo)
{
    std::vector<domain::Event> events;
    for (qint64 seq = after + 1; seq <= upTo; ++seq)
        events.push_back(test::World::overTheWire(world.journal()[static_cast<std::size_t>(seq - 1)]));
    return events;
}

void takeSnapshot(Mirror& mirror, const test::World& world, const QString& epoch)
{
    QVERIFY(mirror.beginSnapshot(epoch));
    for (const protocol::Json& page : world.snapshot(7)) {
        const auto changes = mirror.addPage(page, world.agent(0).id);
        QVERIFY2(changes, changes ? "" : qPrintable(changes.error().message));
    }
}

/// What the replica calls complete is exactly the end of the real conversation.
void compareMessages(Mirror& mirror, const test::World& world)
{
    for (const auto& [id, state] : world.live().conversations) {
        const auto page = mirror.page(id, newest, 1'000'000, false);
        QVERIFY(page);
        const std::vector<domain::Message> real = world.messages(id);
        QVERIFY(page->messages.size() <= real.size());
        QVERIFY(std::equal(page->messages.begin(), page->messages.end(),
                           real.end() - static_cast<std::ptrdiff_t>(page->messages.size())));
        if (page->complete)
            QCOMPARE(page->messages.size(), real.size());
    }
}

} // namespace

class tst_Mirror : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldsLikeTheDomain();
    void startsAgainWhereItWas();
    void comesThroughAThousandCuts();
    void refusesAGap();
    void anotherJournalReplacesAll();
    void rowsAreThoseOfTheStates();
    void readsPagesAndHistory();
    void countsUnread();
    void belongsToItsOwner();
    void tellsDamage_data();
    void tellsDamage();
    void isOnesAlone();
    void staysWithinItsBound();
    void theLogStaysShort();
    void aSnapshotIsWrittenPageByPage();
    void aSnapshotCutOffLeavesNothingToSee();

private:
    QTemporaryDir m_directory;
    int m_files = 0;

    QString freshPath() { return m_directory.filePath(QStringLiteral("m%1/mirror.db").arg(++m_files)); }
};

void tst_Mirror::foldsLikeTheDomain()
{
    for (quint32 seed = 1; seed <= 5; ++seed) {
        test::World world(seed);
        auto mirror = Mirror::open(freshPath());
        QVERIFY2(mirror, mirror ? "" : qPrintable(mirror.error().message));
        std::mt19937 random(seed);
        for (int round = 0; round < 40; ++round) {
            for (unsigned i = 0, n = 1 + random() % 20; i < n; ++i)
                world.step();
            const auto changes = (*mirror)->apply(wireEvents(world, (*mirror)->seq(), world.seq()));
            QVERIFY2(changes, changes ? "" : qPrintable(changes.error().message));
            QCOMPARE((*mirror)->seq(), world.seq());
            QCOMPARE((*mirror)->stateHash().value(), domain::stateHash(world.live()));
        }
        compareMessages(**mirror, world);
    }
}

void tst_Mirror::startsAgainWhereItWas()
{
    test::World world(7);
    for (int i = 0; i < 300; ++i)
        world.step();
    const QString path = freshPath();
    std::vector<ConversationRow> before;
    {
        auto mirror = Mirror::open(path);
        takeSnapshot(**mirror, world, QStringLiteral("j"));
        before = (*mirror)->rows().value();
    }
    auto mirror = Mirror::open(path);
    QVERIFY(mirror);
    QCOMPARE((*mirror)->seq(), world.seq());
    QCOMPARE((*mirror)->epoch(), QStringLiteral("j"));
    QCOMPARE((*mirror)->stateHash().value(), domain::stateHash(world.live()));
    QVERIFY((*mirror)->rows().value() == before);
    QCOMPARE(before.size(), world.live().conversations.size());
}

void tst_Mirror::comesThroughAThousandCuts()
{
    test::World world(42);
    std::mt19937 random(4711);
    const auto chance = [&random](unsigned one, unsigned in) {
        return random() % in < one;
    };
    const QString path = freshPath();
    auto mirror = Mirror::open(path);
    QVERIFY(mirror);
    QString epoch = QStringLiteral("e0");
    for (int cut = 0; cut < 1'000; ++cut) {
        for (unsigned i = 0, n = random() % 9; i < n; ++i)
            world.step();
        if (chance(1, 20)) // the program ended
            mirror.value().reset(), mirror = Mirror::open(path);
        QVERIFY(mirror);
        Mirror& replica = **mirror;
        if (chance(1, 100)) // the relay's database was restored
            epoch = QStringLiteral("e%1").arg(cut);
        const bool whole = chance(1, 3);
        if (replica.epoch() != epoch || chance(1, 25)) {
            QVERIFY(replica.beginSnapshot(epoch));
            const std::vector<protocol::Json> pages = world.snapshot(1 + random() % 10);
            const std::size_t until = whole ? pages.size() : random() % pages.size();
            for (std::size_t i = 0; i < until; ++i)
                QVERIFY(replica.addPage(pages[i], world.agent(0).id));
            if (!whole)
                continue;
        } else {
            // Some of what is known already comes again, and the line breaks anywhere.
            const qint64 from = std::max<qint64>(0, replica.seq() - static_cast<qint64>(random() % 4));
            const qint64 until = whole ? world.seq() : replica.seq() + static_cast<qint64>(random() % 5);
            const std::vector<domain::Event> events = wireEvents(world, from, std::min(until, world.seq()));
            for (std::size_t at = 0; at < events.size();) {
                const std::size_t n = std::min<std::size_t>(1 + random() % 50, events.size() - at);
                QVERIFY(replica.apply(std::span(events).subspan(at, n)));
                at += n;
            }
            if (!whole)
                continue;
        }
        QCOMPARE(replica.seq(), world.seq());
        QCOMPARE(replica.stateHash().value(), domain::stateHash(world.live()));
        if (cut % 50 == 0)
            compareMessages(replica, world);
    }
    QVERIFY(world.seq() > 3'000);
    QVERIFY(world.live().conversations.size() > 20);
}

void tst_Mirror::refusesAGap()
{
    test::World world(3);
    for (int i = 0; i < 50; ++i)
        world.step();
    auto mirror = Mirror::open(freshPath());
    QVERIFY((*mirror)->apply(wireEvents(world, 0, 20)));
    const QString hash = (*mirror)->stateHash().value();
    std::vector<domain::Event> events = wireEvents(world, 20, 40);
    events.erase(events.begin() + 10);
    const auto refused = (*mirror)->apply(events);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QCOMPARE((*mirror)->seq(), 20);
    QCOMPARE((*mirror)->stateHash().value(), hash);
    QVERIFY((*mirror)->apply(wireEvents(world, 20, world.seq())));
    QCOMPARE((*mirror)->stateHash().value(), domain::stateHash(world.live()));
}

void tst_Mirror::anotherJournalReplacesAll()
{
    test::World first(1);
    test::World second(2);
    for (int i = 0; i < 100; ++i) {
        first.step();
        second.step();
    }
    auto mirror = Mirror::open(freshPath());
    takeSnapshot(**mirror, first, QStringLiteral("a"));
    const domain::ConversationId old = first.live().conversations.begin()->first;
    takeSnapshot(**mirror, second, QStringLiteral("b"));
    QCOMPARE((*mirror)->stateHash().value(), domain::stateHash(second.live()));
    QVERIFY(!(*mirror)->state(old).value());
    QVERIFY((*mirror)->page(old, newest, 10, true).value().messages.empty());
    compareMessages(**mirror, second);
}

void tst_Mirror::rowsAreThoseOfTheStates()
{
    test::World world(11);
    for (int i = 0; i < 400; ++i)
        world.step();
    auto mirror = Mirror::open(freshPath());
    QVERIFY((*mirror)->apply(wireEvents(world, 0, world.seq())));
    const std::vector<ConversationRow> rows = (*mirror)->rows().value();
    QCOMPARE(rows.size(), world.live().conversations.size());
    for (const ConversationRow& row : rows) {
        QVERIFY(row == rowOf(world.live().conversations.at(row.id)));
        QVERIFY(row == (*mirror)->row(row.id).value());
    }
}

void tst_Mirror::readsPagesAndHistory()
{
    test::World world(5);
    const domain::ConversationId id = world.customer(QStringLiteral("Ada"), QStringLiteral("first"));
    for (int i = 0; i < 119; ++i)
        world.write(id, QStringLiteral("message %1").arg(i));
    auto mirror = Mirror::open(freshPath());
    takeSnapshot(**mirror, world, QStringLiteral("j"));
    const std::vector<domain::Message> real = world.messages(id);
    QCOMPARE(real.size(), 120U);

    auto page = (*mirror)->page(id, newest, 50, false).value();
    QCOMPARE(page.messages.size(), 50U);
    QVERIFY(!page.more);
    QVERIFY(!page.complete);
    QVERIFY(page.messages.back() == real.back());
    const qint64 oldest = page.messages.front().seq;
    QVERIFY((*mirror)->page(id, oldest, 50, false).value().messages.empty());

    QVERIFY((*mirror)->addHistory(id, oldest, {real.begin() + 20, real.begin() + 70}));
    page = (*mirror)->page(id, oldest, 20, false).value();
    QCOMPARE(page.messages.size(), 20U);
    QVERIFY(page.more);
    QVERIFY(page.messages.back() == real[69]);
    QVERIFY((*mirror)->addHistory(id, real[20].seq, {real.begin(), real.begin() + 20}));
    QVERIFY((*mirror)->addHistory(id, real[0].seq, {}));
    page = (*mirror)->page(id, newest, 200, false).value();
    QVERIFY(page.complete);
    QVERIFY(page.messages == real);

    // Then so much happened unseen that the next snapshot does not reach back: what is here has a hole.
    for (int i = 0; i < 80; ++i)
        world.write(id, QStringLiteral("later %1").arg(i));
    takeSnapshot(**mirror, world, QStringLiteral("j"));
    page = (*mirror)->page(id, newest, 500, false).value();
    QCOMPARE(page.messages.size(), 50U);
    QVERIFY(!page.complete);
    QCOMPARE((*mirror)->page(id, newest, 500, true).value().messages.size(), 170U);
}

void tst_Mirror::countsUnread()
{
    test::World world(6);
    const domain::ConversationId id = world.customer(QStringLiteral("Ada"), QStringLiteral("help"), true);
    QVERIFY(world.claim(id, 0));
    QVERIFY(world.reply(id, 0, QStringLiteral("here I am")));
    world.write(id, QStringLiteral("one"));
    world.write(id, QStringLiteral("two"));
    auto mirror = Mirror::open(freshPath());
    takeSnapshot(**mirror, world, QStringLiteral("j"));
    QCOMPARE((*mirror)->unread(id).value(), 2); // after the agent's last word
    QVERIFY((*mirror)->markRead(id));
    QCOMPARE((*mirror)->unread(id).value(), 0);
    world.write(id, QStringLiteral("three"));
    QVERIFY((*mirror)->apply(wireEvents(world, (*mirror)->seq(), world.seq())));
    QCOMPARE((*mirror)->unread(id).value(), 1);
    takeSnapshot(**mirror, world, QStringLiteral("j"));
    QCOMPARE((*mirror)->unread(id).value(), 1);
}

void tst_Mirror::belongsToItsOwner()
{
    const QString path = freshPath();
    auto mirror = Mirror::open(path);
    QVERIFY(mirror);
    test::World world(1);
    takeSnapshot(**mirror, world, QStringLiteral("j"));
    const QFileDevice::Permissions others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    for (const QString& name : {path, path + QStringLiteral("-wal")}) {
        QVERIFY(QFile::exists(name));
        QVERIFY(!(QFile::permissions(name) & others));
    }
}

void tst_Mirror::tellsDamage_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("not a database") << 0;
    QTest::newRow("pages overwritten") << 1;
    QTest::newRow("made by a newer program") << 2;
}

void tst_Mirror::tellsDamage()
{
    QFETCH(int, kind);
    const QString path = freshPath();
    test::World world(8);
    for (int i = 0; i < 100; ++i)
        world.step();
    {
        auto mirror = Mirror::open(path);
        takeSnapshot(**mirror, world, QStringLiteral("j"));
        OutboxItem item;
        item.commandId = world.ids.next();
        item.content = QStringLiteral("kept");
        QVERIFY((*mirror)->outbox().add(item));
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    if (kind == 0) {
        file.resize(0);
        file.write(QByteArray(20'000, 'x'));
    } else if (kind == 1) {
        // All but the first page, which has the schema.
        file.seek(4096);
        file.write(QByteArray(static_cast<int>(file.size()) - 4096, '\xff'));
    } else {
        file.close();
        sql::DatabaseOptions options;
        options.path = path;
        auto database = sql::Database::open(options);
        QVERIFY((*database)->execute(QStringLiteral("UPDATE schema_version SET version = 999")));
    }
    file.close();
    const auto mirror = Mirror::open(path);
    QVERIFY(!mirror);
    QCOMPARE(mirror.error().code, ErrorCode::Internal);
    if (kind == 2)
        QCOMPARE(rescueOutbox(path).size(), 1U);
    else
        (void)rescueOutbox(path); // must not fall over
    const QString kept = setAside(path, world.clock.now());
    QVERIFY(kept.contains(QStringLiteral(".corrupt-2026-")));
    QVERIFY(QFile::exists(kept));
    QVERIFY(!QFile::exists(path));
    forgetSetAside(path, world.clock.now());
    QVERIFY(QFile::exists(kept));
    forgetSetAside(path, world.clock.now() + milliseconds(1));
    QVERIFY(!QFile::exists(kept));
    auto fresh = Mirror::open(path);
    QVERIFY(fresh);
    QCOMPARE((*fresh)->seq(), 0);
}

void tst_Mirror::isOnesAlone()
{
    const QString path = freshPath();
    auto mirror = Mirror::open(path);
    QVERIFY(mirror);
    const auto second = Mirror::open(path);
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::Conflict);
}

void tst_Mirror::staysWithinItsBound()
{
    test::World world(9);
    const domain::ConversationId open = world.customer(QStringLiteral("Ada"), QStringLiteral("stay"));
    for (int i = 0; i < 600; ++i) {
        const domain::ConversationId id = world.customer({}, QString(2'000, QLatin1Char('a')), true);
        QVERIFY(world.claim(id, 0));
        domain::ResolveHandoff resolve;
        resolve.handoffId = world.conversation(id)->handoff->id;
        resolve.mayResolveOthers = true;
        QVERIFY(world.run(id, resolve));
    }
    auto mirror = Mirror::open(freshPath());
    QVERIFY((*mirror)->apply(wireEvents(world, 0, world.seq())));
    QVERIFY((*mirror)->trim(1'000'000));
    QCOMPARE((*mirror)->stateHash().value(), domain::stateHash(world.live()));
    const auto page = (*mirror)->page(open, newest, 10, false).value();
    QVERIFY(page.messages.empty()); // it was the oldest; the relay has it
    QVERIFY(!page.complete);
    // A file that is within its bound is left alone.
    const domain::ConversationId last = world.customer({}, QStringLiteral("new"));
    QVERIFY((*mirror)->apply(wireEvents(world, (*mirror)->seq(), world.seq())));
    QVERIFY((*mirror)->trim(100'000'000));
    QCOMPARE((*mirror)->page(last, newest, 10, false).value().messages.size(), 1U);
}

void tst_Mirror::theLogStaysShort()
{
    test::World world(10);
    const QString path = freshPath();
    auto mirror = Mirror::open(path);
    QVERIFY(mirror);
    // Large at once, then a little at a time: what a day at the desk writes.
    for (int i = 0; i < 2'000; ++i)
        (void)world.customer({}, QString(4'000, QLatin1Char('a')));
    takeSnapshot(**mirror, world, QStringLiteral("j"));
    const domain::ConversationId id = world.live().conversations.begin()->first;
    for (int i = 0; i < 3'000; ++i) {
        world.write(id, QStringLiteral("message %1").arg(i));
        QVERIFY((*mirror)->apply(wireEvents(world, (*mirror)->seq(), world.seq())));
    }
    QVERIFY(QFileInfo(path + QStringLiteral("-wal")).size() < 8 * 1024 * 1024);
}

void tst_Mirror::aSnapshotIsWrittenPageByPage()
{
    test::World world(12);
    for (int i = 0; i < 300; ++i)
        world.step();
    const QString path = freshPath();
    auto mirror = Mirror::open(path);
    const std::vector<protocol::Json> pages = world.snapshot(7);
    QVERIFY(pages.size() > 3);
    QVERIFY((*mirror)->beginSnapshot(QStringLiteral("j")));
    sql::DatabaseOptions options;
    options.path = path;
    const auto database = sql::Database::open(options);
    qint64 expected = 0;
    for (const protocol::Json& page : pages) {
        QVERIFY((*mirror)->addPage(page, world.agent(0).id));
        for (const protocol::Json& conversation : page["conversations"])
            expected += static_cast<qint64>(conversation["messages"].size());
        // So that the last page has no more to do than any other.
        QCOMPARE((*database)->value(QStringLiteral("SELECT COUNT(*) FROM message"))->toLongLong(), expected);
    }
    QCOMPARE((*mirror)->stateHash().value(), domain::stateHash(world.live()));
    compareMessages(**mirror, world);
}

void tst_Mirror::aSnapshotCutOffLeavesNothingToSee()
{
    test::World world(13);
    const domain::ConversationId id = world.customer(QStringLiteral("Ada"), QStringLiteral("help"), true);
    QVERIFY(world.claim(id, 0));
    for (int i = 0; i < 200; ++i)
        world.step();
    const QString path = freshPath();
    auto mirror = Mirror::open(path);
    takeSnapshot(**mirror, world, QStringLiteral("j"));
    const QString hash = (*mirror)->stateHash().value();
    const qint64 seq = (*mirror)->seq();
    std::map<domain::ConversationId, std::pair<std::vector<domain::Message>, qint64>> seen;
    for (const auto& [conversation, state] : world.live().conversations)
        seen[conversation] = {(*mirror)->page(conversation, newest, 1'000, false)->messages,
                              (*mirror)->unread(conversation).value()};
    const auto asBefore = [&] {
        QCOMPARE((*mirror)->seq(), seq);
        QCOMPARE((*mirror)->stateHash().value(), hash);
        for (const auto& [conversation, before] : seen) {
            const auto now = (*mirror)->page(conversation, newest, 1'000, false)->messages;
            QCOMPARE(now.size(), before.first.size());
            for (std::size_t i = 0; i < now.size(); ++i)
                QCOMPARE(now[i].id, before.first[i].id);
            QCOMPARE((*mirror)->unread(conversation).value(), before.second);
        }
    };
    // More than a snapshot's page holds, so that it does not join what is here.
    for (int i = 0; i < 80; ++i)
        world.write(id, QStringLiteral("later %1").arg(i));
    for (const QString& epoch : {QStringLiteral("j"), QStringLiteral("k")}) {
        QVERIFY((*mirror)->beginSnapshot(epoch));
        std::vector<protocol::Json> pages = world.snapshot(3);
        pages.pop_back();
        for (const protocol::Json& page : pages)
            QVERIFY((*mirror)->addPage(page, world.agent(0).id));
        asBefore();
        mirror.value().reset();
        mirror = Mirror::open(path);
        asBefore();
    }
    QVERIFY((*mirror)->apply(wireEvents(world, seq, world.seq())));
    QCOMPARE((*mirror)->stateHash().value(), domain::stateHash(world.live()));
    compareMessages(**mirror, world);
}

RELEVO_TEST(tst_Mirror)
#include "tst_mirror.moc"
