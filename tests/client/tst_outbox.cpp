#include "support/test_main.h"
#include "world.h"

#include <client/mirror.h>

#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::client;

class tst_Outbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsOrderAndContentOverARestart();
    void laterAvailabilityReplacesEarlier();
    void settlesByEventOrBySeq();
    void showsWhatWaits();
    void aHoldSurvivesARestart();
    void anOlderFileIsRescued();

private:
    OutboxItem message(const domain::ConversationId& conversation, const QString& text);
    void reopen();

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Mirror> m_mirror;
    test::SeededIds m_ids{1};
    test::HandClock m_clock;
};

void tst_Outbox::init()
{
    m_mirror.reset();
    m_directory = std::make_unique<QTemporaryDir>();
    reopen();
}

void tst_Outbox::reopen()
{
    m_mirror.reset();
    m_mirror = std::move(Mirror::open(m_directory->filePath(QStringLiteral("mirror.db"))).value());
}

OutboxItem tst_Outbox::message(const domain::ConversationId& conversation, const QString& text)
{
    OutboxItem item;
    item.commandId = m_ids.next();
    item.wish = Wish::Send;
    item.conversation = conversation;
    item.clientId = QString::fromStdString(uuidText(m_ids.next()));
    item.content = text;
    item.params = {{"commandId", uuidText(item.commandId)}, {"content", text.toStdString()}};
    item.madeAt = m_clock.now();
    return item;
}

void tst_Outbox::keepsOrderAndContentOverARestart()
{
    const auto conversation = m_ids.make<domain::ConversationId>();
    std::vector<OutboxItem> made;
    for (int i = 0; i < 5; ++i) {
        made.push_back(message(conversation, QStringLiteral("línea %1 \U0001F331").arg(i)));
        QVERIFY(m_mirror->outbox().add(made.back()));
    }
    QVERIFY(m_mirror->outbox().remove(made[1].commandId));
    QVERIFY(m_mirror->outbox().answered(made[0].commandId, 99));
    reopen();
    const std::vector<OutboxItem>& items = m_mirror->outbox().items();
    QCOMPARE(items.size(), 4U);
    QCOMPARE(items[0].answeredSeq, 99);
    for (std::size_t i = 1; i < items.size(); ++i) {
        QVERIFY(items[i].position > items[i - 1].position);
        QCOMPARE(items[i].commandId, made[i + 1].commandId);
        QCOMPARE(items[i].clientId, made[i + 1].clientId);
        QCOMPARE(items[i].content, made[i + 1].content);
        QCOMPARE(items[i].params, made[i + 1].params);
        QVERIFY(items[i].madeAt == m_clock.now());
    }
}

void tst_Outbox::laterAvailabilityReplacesEarlier()
{
    for (int i = 0; i < 3; ++i) {
        OutboxItem item;
        item.commandId = m_ids.next();
        item.wish = Wish::SetAvailability;
        item.params = {{"state", i}};
        QVERIFY(m_mirror->outbox().add(item));
    }
    QCOMPARE(m_mirror->outbox().items().size(), 1U);
    QCOMPARE(m_mirror->outbox().items()[0].params["state"], 2);
}

void tst_Outbox::settlesByEventOrBySeq()
{
    const auto conversation = m_ids.make<domain::ConversationId>();
    const OutboxItem byEvent = message(conversation, QStringLiteral("a"));
    const OutboxItem bySeq = message(conversation, QStringLiteral("b"));
    const OutboxItem later = message(conversation, QStringLiteral("c"));
    const OutboxItem open = message(conversation, QStringLiteral("d"));
    for (const OutboxItem& item : {byEvent, bySeq, later, open})
        QVERIFY(m_mirror->outbox().add(item));
    QVERIFY(m_mirror->outbox().answered(bySeq.commandId, 10));
    QVERIFY(m_mirror->outbox().answered(later.commandId, 11));
    const auto settled = m_mirror->outbox().settle(10, {byEvent.clientId, QStringLiteral("somebody else's")});
    QVERIFY(settled);
    QCOMPARE(settled->size(), 2U);
    QCOMPARE(m_mirror->outbox().items().size(), 2U);
    QVERIFY(m_mirror->outbox().find(later.commandId));
    QVERIFY(m_mirror->outbox().find(open.commandId));
    reopen();
    QCOMPARE(m_mirror->outbox().items().size(), 2U);
}

void tst_Outbox::showsWhatWaits()
{
    const auto here = m_ids.make<domain::ConversationId>();
    const auto there = m_ids.make<domain::ConversationId>();
    const auto me = m_ids.make<domain::AgentId>();
    QVERIFY(m_mirror->outbox().add(message(here, QStringLiteral("one"))));
    QVERIFY(m_mirror->outbox().add(message(there, QStringLiteral("two"))));
    OutboxItem resolve;
    resolve.commandId = m_ids.next();
    resolve.wish = Wish::Resolve;
    resolve.conversation = here;
    QVERIFY(m_mirror->outbox().add(resolve));
    const std::vector<domain::Message> waiting = m_mirror->outbox().waiting(here, me);
    QCOMPARE(waiting.size(), 1U);
    QCOMPARE(waiting[0].content, QStringLiteral("one"));
    QCOMPARE(waiting[0].seq, 0);
    QCOMPARE(waiting[0].delivery, domain::Delivery::Queued);
    QCOMPARE(waiting[0].authorId, me.toString());
    QCOMPARE(m_mirror->outbox().unsent(here), 1);
    QVERIFY(m_mirror->outbox().resolving(here));
    QVERIFY(!m_mirror->outbox().resolving(there));
    OutboxItem note = message(here, QStringLiteral("between us"));
    note.wish = Wish::Note;
    QVERIFY(m_mirror->outbox().add(note));
    QVERIFY(m_mirror->outbox().waiting(here, me).back().note);
    QVERIFY(!m_mirror->outbox().leaving(here));
    for (const Wish wish : {Wish::Transfer, Wish::HandBack, Wish::Release}) {
        OutboxItem away;
        away.commandId = m_ids.next();
        away.wish = wish;
        away.conversation = there;
        QVERIFY(m_mirror->outbox().add(away));
        QVERIFY(m_mirror->outbox().leaving(there));
        QVERIFY(m_mirror->outbox().remove(away.commandId));
    }
}

void tst_Outbox::aHoldSurvivesARestart()
{
    OutboxItem item = message(m_ids.make<domain::ConversationId>(), QStringLiteral("soon"));
    item.notBefore = m_clock.now() + std::chrono::seconds(5);
    QVERIFY(m_mirror->outbox().add(item));
    QVERIFY(m_mirror->outbox().add(message(item.conversation, QStringLiteral("at once"))));
    reopen();
    const std::vector<OutboxItem>& items = m_mirror->outbox().items();
    QVERIFY(items[0].notBefore == item.notBefore);
    QVERIFY(!items[1].notBefore);
    QVERIFY(isHeld(items[0], m_clock.now()));
    QVERIFY(!isHeld(items[1], m_clock.now()));
    QVERIFY(!isHeld(items[0], m_clock.now() + std::chrono::seconds(5)));
    // A clock that is set back holds nothing for hours.
    QVERIFY(!isHeld(items[0], m_clock.now() - std::chrono::hours(1)));
}

void tst_Outbox::anOlderFileIsRescued()
{
    const OutboxItem item = message(m_ids.make<domain::ConversationId>(), QStringLiteral("kept"));
    QVERIFY(m_mirror->outbox().add(item));
    m_mirror.reset();
    const QString path = m_directory->filePath(QStringLiteral("mirror.db"));
    {
        sql::DatabaseOptions options;
        options.path = path;
        const auto database = sql::Database::open(options);
        QVERIFY(database);
        QVERIFY((*database)->execute(QStringLiteral("ALTER TABLE outbox DROP COLUMN not_before")));
    }
    const std::vector<OutboxItem> rescued = rescueOutbox(path);
    QCOMPARE(rescued.size(), 1U);
    QCOMPARE(rescued[0].content, item.content);
    QCOMPARE(rescued[0].commandId, item.commandId);
}

RELEVO_TEST(tst_Outbox)
#include "tst_outbox.moc"
