#include "support/test_main.h"

#include <domain/sla_clock.h>

#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::domain;

/// Which promises apply to a handoff.
class TestSlaPolicy final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstPolicyThatApplies_data();
    void firstPolicyThatApplies();
    void tagsComeFromBothSides();
};

void TestSlaPolicy::firstPolicyThatApplies_data()
{
    QTest::addColumn<int>("priority");
    QTest::addColumn<QString>("channel");
    QTest::addColumn<QStringList>("tags");
    QTest::addColumn<QString>("contactTags");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, Priority priority, const char* channel, const QStringList& tags,
                        const char* contactTags, const char* expected) {
        QTest::newRow(name) << static_cast<int>(priority) << QString::fromLatin1(channel) << tags
                            << QString::fromLatin1(contactTags) << QString::fromLatin1(expected);
    };
    row("by tag", Priority::Low, "http", {QStringLiteral("vip")}, "", "vip");
    row("by the contact's tag, whatever its case", Priority::Low, "http", {}, "new , VIP", "vip");
    row("by priority and channel", Priority::High, "web", {}, "", "pressing on the web");
    row("one of several priorities", Priority::Urgent, "web", {QStringLiteral("other")}, "",
        "pressing on the web");
    row("all conditions must hold", Priority::High, "http", {}, "", "everybody");
    row("the rest", Priority::Low, "web", {}, "vips", "everybody");
}

void TestSlaPolicy::firstPolicyThatApplies()
{
    QFETCH(int, priority);
    QFETCH(QString, channel);
    QFETCH(QStringList, tags);
    QFETCH(QString, contactTags);
    QFETCH(QString, expected);
    Sla sla;
    sla.policies = {
        {QStringLiteral("vip"), {}, {}, {QStringLiteral("vip"), QStringLiteral("press")}, 1, 0, 0, false},
        {QStringLiteral("pressing on the web"),
         {Priority::Urgent, Priority::High},
         {QStringLiteral("Web")},
         {},
         2,
         0,
         0,
         false},
        {QStringLiteral("everybody"), {}, {}, {}, 3, 0, 0, false},
        {QStringLiteral("never reached"), {}, {}, {}, 4, 0, 0, false}};
    Conversation conversation;
    conversation.channel = channel;
    conversation.tags = tags;
    if (!contactTags.isEmpty())
        conversation.contact.attributes[QStringLiteral("tags")] = contactTags;
    const SlaPolicy* found = policyFor(sla, static_cast<Priority>(priority), conversation);
    QVERIFY(found);
    QCOMPARE(found->name, expected);
}

void TestSlaPolicy::tagsComeFromBothSides()
{
    Conversation conversation;
    conversation.tags = {QStringLiteral("Gold"), QStringLiteral("beta")};
    conversation.contact.attributes[QStringLiteral("tags")] = QStringLiteral(" gold,, new customer ,");
    QCOMPARE(tagsOf(conversation),
             QStringList({QStringLiteral("Gold"), QStringLiteral("beta"), QStringLiteral("new customer")}));
    QVERIFY(!policyFor(Sla{}, Priority::Urgent, conversation));
}

RELEVO_TEST(TestSlaPolicy)
#include "tst_sla_policy.moc"
