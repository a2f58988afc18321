#include "domain/world.h"
#include "support/test_main.h"

#include <domain/retention.h>

#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::domain;
using namespace relevo::test;

class TestRetention final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstRuleThatAppliesCounts();
    void tagsAreThoseOfTheContactToo();
    void withoutRulesTheProjectsDaysCount();
    void anyOfThemForgets();
    void filesGoOnlyWhenItIsOver();
};

namespace {

Conversation keptOn(const char* channel, const QStringList& tags = {})
{
    Conversation conversation;
    conversation.channel = QString::fromLatin1(channel);
    conversation.tags = tags;
    return conversation;
}

} // namespace

void TestRetention::theFirstRuleThatAppliesCounts()
{
    Settings settings;
    settings.retentionDays = 365;
    settings.retentionRules = {
        {{}, {QStringLiteral("legal")}, 0},
        {{QStringLiteral("WhatsApp")}, {}, 30},
        {{QStringLiteral("web")}, {QStringLiteral("trial"), QStringLiteral("lead")}, 7},
        {{QStringLiteral("web")}, {}, 90}};
    QCOMPARE(daysKept(settings, keptOn("whatsapp")), 30);
    QCOMPARE(daysKept(settings, keptOn("whatsapp", {QStringLiteral("Legal")})), 0);
    QCOMPARE(daysKept(settings, keptOn("web", {QStringLiteral("lead")})), 7);
    QCOMPARE(daysKept(settings, keptOn("web", {QStringLiteral("other")})), 90);
    QCOMPARE(daysKept(settings, keptOn("sms")), 365);
}

void TestRetention::tagsAreThoseOfTheContactToo()
{
    Settings settings;
    settings.retentionRules = {{{}, {QStringLiteral("gone")}, 5}};
    Conversation conversation = keptOn("web");
    QCOMPARE(daysKept(settings, conversation), 0);
    conversation.contact.tags = {QStringLiteral("gone")};
    QCOMPARE(daysKept(settings, conversation), 5);
    conversation.contact.tags.clear();
    conversation.contact.attributes[QStringLiteral("tags")] = QStringLiteral("new, Gone");
    QCOMPARE(daysKept(settings, conversation), 5);
}

void TestRetention::withoutRulesTheProjectsDaysCount()
{
    Settings settings;
    QCOMPARE(daysKept(settings, keptOn("web")), 0);
    settings.retentionDays = 12;
    QCOMPARE(daysKept(settings, keptOn("web")), 12);
}

void TestRetention::anyOfThemForgets()
{
    QVERIFY(!forgetsAnything(Settings{}));
    Settings rules;
    rules.retentionRules = {{{QStringLiteral("web")}, {}, 0}};
    QVERIFY(!forgetsAnything(rules));
    rules.retentionRules.front().days = 1;
    QVERIFY(forgetsAnything(rules));
    Settings files;
    files.attachmentDays = 1;
    QVERIFY(forgetsAnything(files));
    Settings days;
    days.retentionDays = 1;
    QVERIFY(forgetsAnything(days));
}

void TestRetention::filesGoOnlyWhenItIsOver()
{
    World world;
    const auto id = world.ids.make<ConversationId>();
    const AgentId ana = world.addAgent(QStringLiteral("Ana"));
    QVERIFY(world.run(world.message(QStringLiteral("hello"), id), id));
    const RemoveAttachments command{{world.ids.make<AttachmentId>(), world.ids.make<AttachmentId>()}};
    QCOMPARE(world.run(command, id).error().code, ErrorCode::Conflict);
    QCOMPARE(world.run(command, world.ids.make<ConversationId>()).error().code, ErrorCode::NotFound);

    QVERIFY(world.run(InitiateHandoff{Trigger{}, {}}, id));
    const HandoffId handoff = world.conversation(id)->handoff->id;
    QVERIFY(world.run(ClaimHandoff{handoff, world.ref(ana)}, id));
    QVERIFY(world.run(ResolveHandoff{handoff, ana, false, {}, {}, false}, id));
    QCOMPARE(world.conversation(id)->conversation.status, ConversationStatus::Closed);
    const ConversationState before = *world.conversation(id);
    const auto events = world.run(command, id);
    QVERIFY(events);
    QCOMPARE(events->size(), std::size_t(1));
    QCOMPARE(events->front().type, EventType::AttachmentsRemoved);
    QVERIFY(events->front().conversationId == id);
    QVERIFY(std::get<domain::AttachmentsRemoved>(events->front().data).ids == command.ids);
    QVERIFY(*world.conversation(id) == before);
    QVERIFY(world.run(RemoveAttachments{}, id)->empty());
}

RELEVO_TEST(TestRetention)
#include "tst_retention.moc"
