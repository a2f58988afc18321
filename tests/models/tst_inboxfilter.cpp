#include "rows.h"
#include "support/test_main.h"

#include <models/inbox.h>
#include <models/inbox_filter.h>
#include <models/section_model.h>

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::models;

class tst_InboxFilter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOfferIsHiddenByNone();
    void letsThroughWhatItSays_data();
    void letsThroughWhatItSays();
    void aViewComesBackAsItWas_data();
    void aViewComesBackAsItWas();
    void foreignViewsDoNoHarm();
    void noNoticeStandsForTheIssue();
};

void tst_InboxFilter::letsThroughWhatItSays_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<bool>("first");
    QTest::addColumn<bool>("second");
    QTest::newRow("nothing") << 0 << true << true;
    QTest::newRow("name, any case") << 1 << true << false;
    QTest::newRow("issue") << 2 << false << true;
    QTest::newRow("last line") << 3 << true << false;
    QTest::newRow("the made-up name") << 4 << false << true;
    QTest::newRow("channel") << 5 << true << false;
    QTest::newRow("language") << 6 << false << true;
    QTest::newRow("tag") << 7 << true << false;
    QTest::newRow("priority") << 8 << false << true;
    QTest::newRow("mine") << 9 << true << false;
    QTest::newRow("unread") << 10 << true << false;
    QTest::newRow("at risk") << 11 << false << true;
    QTest::newRow("vip") << 12 << true << false;
    QTest::newRow("two at once") << 13 << false << false;
}

void tst_InboxFilter::letsThroughWhatItSays()
{
    QFETCH(int, which);
    test::RowMaker maker(1);
    const Timestamp now = maker.clock.now();
    client::ConversationRow first; // mine
    first.id = domain::ConversationId(maker.uuid());
    first.handoffId = domain::HandoffId(maker.uuid());
    first.contactName = QStringLiteral("Élodie Marchand");
    first.channel = QStringLiteral("web");
    first.language = QStringLiteral("fr");
    first.tags = {QStringLiteral("returns")};
    first.status = domain::HandoffStatus::Active;
    first.holder = domain::Holder::Agent;
    first.holderAgent = maker.agent(0).id;
    first.lastLine = QStringLiteral("merci beaucoup");
    first.lastAuthor = domain::Author::Agent;
    first.responseDueAt = now; // it has been answered
    first.unread = 2;
    first.vip = true;
    client::ConversationRow second; // waits, and soon too long
    second.id = domain::ConversationId(maker.uuid());
    second.handoffId = domain::HandoffId(maker.uuid());
    second.channel = QStringLiteral("http");
    second.language = QStringLiteral("es");
    second.status = domain::HandoffStatus::Pending;
    second.holder = domain::Holder::Nobody;
    second.issue = QStringLiteral("Parcel is lost");
    second.priority = domain::Priority::Low;
    second.requestedAt = now - std::chrono::minutes(9);
    second.responseDueAt = now + std::chrono::minutes(1);
    const InboxFilter filters[] = {{},
                                   {.text = QStringLiteral(" éLODIE ")},
                                   {.text = QStringLiteral("parcel IS")},
                                   {.text = QStringLiteral("beaucoup")},
                                   {.text = QStringLiteral("visitor")},
                                   {.channel = QStringLiteral("web")},
                                   {.language = QStringLiteral("es")},
                                   {.tag = QStringLiteral("returns")},
                                   {.atLeast = domain::Priority::Urgent},
                                   {.mine = true},
                                   {.unread = true},
                                   {.atRisk = true},
                                   {.vip = true},
                                   {.channel = QStringLiteral("web"), .atRisk = true}};
    const InboxMatcher matcher(filters[which], maker.agent(0));
    QTEST(matcher.matches(first, now), "first");
    QTEST(matcher.matches(second, now), "second");
}

void tst_InboxFilter::aViewComesBackAsItWas_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 20; ++seed)
        QTest::addRow("%u", seed) << seed;
}

void tst_InboxFilter::aViewComesBackAsItWas()
{
    QFETCH(quint32, seed);
    test::RowMaker maker(seed);
    const auto word = [&maker] {
        return maker.pick(2) ? QString::fromUtf8(u8"a \"ü\\ & %1").arg(maker.pick(100)) : QString();
    };
    SavedView view;
    view.name = QStringLiteral("View %1").arg(maker.pick(100));
    view.filter.text = word();
    view.filter.channel = word();
    view.filter.language = word();
    view.filter.tag = word();
    if (maker.pick(2))
        view.filter.atLeast = static_cast<domain::Priority>(maker.pick(4));
    view.filter.mine = maker.pick(2);
    view.filter.unread = maker.pick(2);
    view.filter.atRisk = maker.pick(2);
    view.filter.vip = maker.pick(2);
    view.sort = static_cast<InboxSort>(maker.pick(4));
    const QByteArray kept = QJsonDocument(toJson(view)).toJson();
    QVERIFY(savedViewFrom(QJsonDocument::fromJson(kept).object()) == view);
}

void tst_InboxFilter::foreignViewsDoNoHarm()
{
    QVERIFY(savedViewFrom({}) == SavedView{});
    const QJsonObject odd{{QStringLiteral("name"), QString(5'000, u'x')},
                          {QStringLiteral("sort"), QStringLiteral("by the moon")},
                          {QStringLiteral("priority"), 7},
                          {QStringLiteral("mine"), QStringLiteral("perhaps")},
                          {QStringLiteral("text"), QJsonArray()}};
    const SavedView view = savedViewFrom(odd);
    QCOMPARE(view.name.size(), longestViewName);
    QVERIFY(view.filter.isEmpty());
    QVERIFY(view.sort == InboxSort::Urgency);
}

void tst_InboxFilter::noNoticeStandsForTheIssue()
{
    client::ConversationRow row;
    row.triggerReason = QStringLiteral("The customer asked for a human: \"agent please\".");
    row.lastAuthor = domain::Author::Customer;
    row.lastLine = QStringLiteral("my lamp is broken");
    QCOMPARE(aboutLine(row), QStringLiteral("my lamp is broken"));
    row.lastAuthor = domain::Author::System;
    row.lastLine = QStringLiteral("You will talk to a person from our team.");
    QVERIFY2(aboutLine(row).contains(QLatin1String("agent please")), qPrintable(aboutLine(row)));
    row.triggerReason.clear();
    QCOMPARE(aboutLine(row), QString());
    row.issue = QStringLiteral("The lamp is broken");
    QCOMPARE(aboutLine(row), QStringLiteral("The lamp is broken"));
}

void tst_InboxFilter::anOfferIsHiddenByNone()
{
    test::RowMaker maker(6);
    client::LiveView live;
    live.setMe(maker.agent(0));
    Inbox inbox(live, maker.clock);
    InboxFilter filter;
    filter.text = QStringLiteral("nobody is called so");
    inbox.arrange(filter, inbox.sort());
    client::LiveBatch batch;
    client::ConversationRow row = maker.waiting();
    row.offeredTo = maker.agent(0).id;
    row.offeredUntil = maker.clock.now() + std::chrono::seconds(30);
    batch.rows = {row};
    live.apply(batch);
    QCOMPARE(inbox.section(InboxSection::Offered).count(), 1);
    QCOMPARE(inbox.hidden(), 0);
    // Once it is one who waits, it is hidden like others.
    maker.clock.advance(std::chrono::seconds(30));
    inbox.refresh();
    QCOMPARE(inbox.section(InboxSection::Waiting).count(), 0);
    QCOMPARE(inbox.hidden(), 1);
}

RELEVO_TEST(tst_InboxFilter)
#include "tst_inboxfilter.moc"
