#include "support/test_main.h"
#include "world.h"

#include <models/conversation_details.h>
#include <models/messages_model.h>

#include <QtCore/QDateTime>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::models;
using client::Transcript;
using client::TranscriptBatch;
using Kind = MessagesModel::Kind;

class tst_MessagesModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "UTC"); }
    void laysOutAConversation();
    void separatesDays();
    void groupsWhatBelongsTogether();
    void aNoteIsNotWhatWasSent();
    void marksWhatIsNew();
    void aSentMessageStaysOneRow();
    void olderPagesComeInAbove();
    void deliveryChangesOneRow();
    void takesRandomStreams();
    void showsAnotherConversation();
    void detailsTellWhatMayBeDone();
    void earlierConversationsStandAbove();
    void tellsOfWhichTemplate();

private:
    [[nodiscard]] QList<Kind> kinds(const MessagesModel& model) const;
    [[nodiscard]] TranscriptBatch whole(const test::World& world, const domain::ConversationId& id) const;
};

QList<Kind> tst_MessagesModel::kinds(const MessagesModel& model) const
{
    QList<Kind> kinds;
    for (int row = 0; row < model.rowCount(); ++row)
        kinds.push_back(static_cast<Kind>(model.index(row).data(MessagesModel::KindRole).toInt()));
    return kinds;
}

TranscriptBatch tst_MessagesModel::whole(const test::World& world, const domain::ConversationId& id) const
{
    TranscriptBatch batch;
    batch.conversation = id;
    batch.reset = true;
    batch.messages = world.messages(id);
    batch.state = *world.conversation(id);
    batch.hasOlder = false;
    return batch;
}

void tst_MessagesModel::laysOutAConversation()
{
    test::World world(1);
    const auto id = world.customer(QStringLiteral("Ada"), QStringLiteral("My pot is broken"), true);
    QVERIFY(world.claim(id, 0));
    world.clock.advance(std::chrono::seconds(10));
    QVERIFY(world.reply(id, 0, QStringLiteral("<b>Hello</b>")));
    Transcript transcript(id);
    transcript.apply(whole(world, id));
    MessagesModel model;
    model.setTranscript(&transcript, world.agent(0).id);
    // The customer, then the line of the handoff, then what the relay said of it, who joined, and the answer.
    QCOMPARE(kinds(model), (QList<Kind>{Kind::Day, Kind::Message, Kind::Handoff, Kind::System, Kind::System,
                                        Kind::Message}));
    QCOMPARE(model.index(1).data(MessagesModel::AuthorNameRole).toString(), QStringLiteral("Ada"));
    QVERIFY(!model.index(1).data(MessagesModel::MineRole).toBool());
    QCOMPARE(model.index(2).data(MessagesModel::ContentRole).toString(), QStringLiteral("asked for it"));
    QCOMPARE(model.index(5).data(MessagesModel::ContentRole).toString(), QStringLiteral("<b>Hello</b>"));
    QVERIFY(model.index(5).data(MessagesModel::MineRole).toBool());
    QCOMPARE(model.index(5).data(MessagesModel::AuthorNameRole).toString(), QStringLiteral("You"));
    model.setTranscript(&transcript, world.agent(1).id);
    QCOMPARE(model.index(5).data(MessagesModel::AuthorNameRole).toString(), QStringLiteral("Agent 0"));
}

void tst_MessagesModel::separatesDays()
{
    test::World world(1);
    const auto id = world.customer({}, QStringLiteral("a"));
    world.clock.advance(std::chrono::hours(14)); // 23:00
    world.write(id, QStringLiteral("b"));
    world.clock.advance(std::chrono::hours(2)); // 01:00
    world.write(id, QStringLiteral("c"));
    Transcript transcript(id);
    transcript.apply(whole(world, id));
    MessagesModel model;
    model.setTranscript(&transcript, {});
    QCOMPARE(kinds(model), (QList<Kind>{Kind::Day, Kind::Message, Kind::Message, Kind::Day, Kind::Message}));
    QCOMPARE(model.index(3).data(MessagesModel::AtRole).toDateTime().time(), QTime(0, 0));
}

void tst_MessagesModel::groupsWhatBelongsTogether()
{
    test::World world(1);
    const auto id = world.customer({}, QStringLiteral("a"));
    world.clock.advance(std::chrono::seconds(30));
    world.write(id, QStringLiteral("b"));
    world.clock.advance(std::chrono::minutes(6));
    world.write(id, QStringLiteral("c"));
    Transcript transcript(id);
    transcript.apply(whole(world, id));
    MessagesModel model;
    model.setTranscript(&transcript, {});
    QList<bool> grouped;
    for (int row = 1; row < model.rowCount(); ++row)
        grouped.push_back(model.index(row).data(MessagesModel::GroupedRole).toBool());
    QCOMPARE(grouped, (QList<bool>{false, true, false}));
}

void tst_MessagesModel::aNoteIsNotWhatWasSent()
{
    test::World world(1);
    const auto id = world.customer({}, QStringLiteral("a"), true);
    QVERIFY(world.claim(id, 0));
    QVERIFY(world.reply(id, 0, QStringLiteral("Hello")));
    const domain::Agent& agent = world.agent(0);
    const domain::HandoffId handoff = world.conversation(id)->handoff->id;
    domain::AddNote note{handoff, {agent.id, agent.name}, QStringLiteral("knows the boss")};
    QVERIFY(world.run(id, note, {domain::ActorType::Agent, agent.id.toString(), agent.name}));
    note.by = {};
    note.content = QStringLiteral("premium since 2020");
    QVERIFY(world.run(id, note, {domain::ActorType::Integration, {}, {}}));
    Transcript transcript(id);
    transcript.apply(whole(world, id));
    MessagesModel model;
    model.setTranscript(&transcript, agent.id);
    const int last = model.rowCount() - 1;
    QVERIFY(!model.index(last - 2).data(MessagesModel::NoteRole).toBool());
    for (int row = last - 1; row <= last; ++row) {
        QCOMPARE(model.index(row).data(MessagesModel::KindRole).toInt(), int(Kind::Message));
        QVERIFY(model.index(row).data(MessagesModel::NoteRole).toBool());
        QVERIFY(!model.index(row).data(MessagesModel::GroupedRole).toBool());
    }
    QCOMPARE(model.index(last).data(MessagesModel::AuthorNameRole).toString(), QStringLiteral("Automatic"));
}

void tst_MessagesModel::marksWhatIsNew()
{
    test::World world(1);
    const auto id = world.customer({}, QStringLiteral("a"), true);
    QVERIFY(world.claim(id, 0));
    TranscriptBatch batch = whole(world, id);
    batch.readUpTo = world.seq();
    world.write(id, QStringLiteral("b"));
    world.write(id, QStringLiteral("c"));
    batch.messages = world.messages(id);
    Transcript transcript(id);
    transcript.apply(batch);
    MessagesModel model;
    model.setTranscript(&transcript, world.agent(0).id);
    QCOMPARE(model.newMarkerRow(), model.rowCount() - 3);
    QCOMPARE(model.index(model.newMarkerRow()).data().toString(), QStringLiteral("New messages"));
}

void tst_MessagesModel::aSentMessageStaysOneRow()
{
    test::World world(1);
    const auto id = world.customer({}, QStringLiteral("a"), true);
    QVERIFY(world.claim(id, 0));
    Transcript transcript(id);
    transcript.apply(whole(world, id));
    MessagesModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTranscript(&transcript, world.agent(0).id);
    const int before = model.rowCount();

    std::vector<domain::Message> waiting;
    for (const char* text : {"one", "two"}) {
        domain::Message message;
        message.conversationId = id;
        message.author = domain::Author::Agent;
        message.authorId = world.agent(0).id.toString();
        message.content = QString::fromLatin1(text);
        message.clientId = message.content;
        message.at = world.clock.now();
        waiting.push_back(message);
    }
    TranscriptBatch batch;
    batch.conversation = id;
    batch.waiting = waiting;
    transcript.apply(batch);
    QCOMPARE(model.rowCount(), before + 2);
    QVERIFY(model.index(before).data(MessagesModel::WaitingRole).toBool());
    QVERIFY(model.index(before).data(MessagesModel::MineRole).toBool());
    QVERIFY(model.index(before).data(MessagesModel::MessageIdRole).toString().isEmpty());

    QSignalSpy inserted(&model, &MessagesModel::rowsInserted);
    QSignalSpy removed(&model, &MessagesModel::rowsRemoved);
    QSignalSpy changed(&model, &MessagesModel::dataChanged);
    domain::SendMessage send;
    send.handoffId = world.conversation(id)->handoff->id;
    send.speaker = {world.agent(0).id, world.agent(0).name};
    send.content = QStringLiteral("one");
    send.clientId = QStringLiteral("one");
    QVERIFY(world.run(id, send));
    // The event comes while the outbox still holds both: the first is not shown twice.
    batch.messages = {world.messages(id).back()};
    transcript.apply(batch);
    QCOMPARE(model.rowCount(), before + 2);
    QVERIFY(inserted.isEmpty());
    QVERIFY(removed.isEmpty());
    QVERIFY(!changed.isEmpty());
    QVERIFY(!model.index(before).data(MessagesModel::WaitingRole).toBool());
    QVERIFY(model.index(before + 1).data(MessagesModel::WaitingRole).toBool());
    // What was refused goes.
    batch.messages.clear();
    batch.waiting->clear();
    transcript.apply(batch);
    QCOMPARE(model.rowCount(), before + 1);
    QCOMPARE(removed.size(), 1);
}

void tst_MessagesModel::olderPagesComeInAbove()
{
    test::World world(1);
    const auto id = world.customer({}, QStringLiteral("0"));
    for (int i = 1; i < 100; ++i)
        world.write(id, QString::number(i));
    TranscriptBatch batch = whole(world, id);
    const std::vector<domain::Message> all = batch.messages;
    batch.messages.assign(all.begin() + 50, all.end());
    batch.hasOlder = true;
    Transcript transcript(id);
    transcript.apply(batch);
    MessagesModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTranscript(&transcript, {});
    QCOMPARE(model.rowCount(), 51);
    const QPersistentModelIndex last = model.index(50);
    QSignalSpy reset(&model, &MessagesModel::modelReset);
    QSignalSpy inserted(&model, &MessagesModel::rowsInserted);
    TranscriptBatch older;
    older.conversation = id;
    older.messages.assign(all.begin(), all.begin() + 50);
    older.hasOlder = false;
    transcript.apply(older);
    QCOMPARE(model.rowCount(), 101);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(last.row(), 100);
    QCOMPARE(last.data().toString(), QStringLiteral("99"));
    for (int row = 1; row < 101; ++row)
        QCOMPARE(model.index(row).data().toString(), QString::number(row - 1));
}

void tst_MessagesModel::deliveryChangesOneRow()
{
    test::World world(1);
    const auto id = world.customer({}, QStringLiteral("a"), true);
    QVERIFY(world.claim(id, 0));
    QVERIFY(world.reply(id, 0, QStringLiteral("b")));
    Transcript transcript(id);
    transcript.apply(whole(world, id));
    MessagesModel model;
    model.setTranscript(&transcript, world.agent(0).id);
    QSignalSpy changed(&model, &MessagesModel::dataChanged);
    TranscriptBatch batch;
    batch.conversation = id;
    batch.deliveries.push_back(
        {world.messages(id).back().id, domain::Delivery::Failed,
         domain::DeliveryError{QStringLiteral("gone"), QStringLiteral("Nobody there.")}});
    transcript.apply(batch);
    QCOMPARE(changed.size(), 1);
    const QModelIndex row = changed[0][0].toModelIndex();
    QCOMPARE(row.row(), model.rowCount() - 1);
    QCOMPARE(row.data(MessagesModel::DeliveryRole).toInt(), static_cast<int>(domain::Delivery::Failed));
    // One part of a line has no full stop, whoever gave the reason.
    QCOMPARE(row.data(MessagesModel::ErrorRole).toString(), QStringLiteral("Nobody there"));
    transcript.apply(batch); // the same receipt again
    QCOMPARE(changed.size(), 1);

    // What the relay could not say any more is a note, and says why.
    TranscriptBatch unsent;
    unsent.conversation = id;
    domain::Message note = world.messages(id).back();
    note.id = domain::MessageId(QUuid::createUuid());
    note.seq += 1;
    note.author = domain::Author::System;
    note.note = true;
    note.delivery = domain::Delivery::Failed;
    note.deliveryError = domain::closedBeforeSent();
    unsent.messages = {note};
    transcript.apply(unsent);
    const QModelIndex last = model.index(model.rowCount() - 1, 0);
    QVERIFY(last.data(MessagesModel::ErrorRole).toString().startsWith(QStringLiteral("Not sent")));
    QVERIFY(!last.data(MessagesModel::RetriableRole).toBool());
}

void tst_MessagesModel::takesRandomStreams()
{
    std::mt19937 random(7);
    for (quint32 seed = 1; seed <= 20; ++seed) {
        test::World world(seed);
        const auto id = world.customer({}, QStringLiteral("start"));
        Transcript transcript(id);
        MessagesModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTranscript(&transcript, world.agent(0).id);
        transcript.apply(whole(world, id));
        std::vector<domain::Message> waiting;
        for (int round = 0; round < 60; ++round) {
            const std::size_t had = world.messages(id).size();
            for (unsigned i = 0, n = random() % 4; i < n; ++i) {
                world.step();
                world.write(id, QStringLiteral("w"));
                if (random() % 5 == 0)
                    (void)world.requestHandoff(id, domain::TriggerType::Manual);
                if (random() % 5 == 0 && world.conversation(id)->handoff)
                    (void)world.claim(id, 0);
            }
            TranscriptBatch batch;
            batch.conversation = id;
            batch.state = *world.conversation(id);
            const std::vector<domain::Message> all = world.messages(id);
            // Now and then some that are known already come again.
            const std::size_t from = had - std::min<std::size_t>(had, random() % 3);
            batch.messages.assign(all.begin() + static_cast<std::ptrdiff_t>(from), all.end());
            if (random() % 3 == 0) {
                domain::Message message;
                message.conversationId = id;
                message.author = domain::Author::Agent;
                message.clientId = QString::number(random());
                message.at = world.clock.now();
                waiting.push_back(message);
            } else if (!waiting.empty() && random() % 2) {
                waiting.erase(waiting.begin());
            }
            batch.waiting = waiting;
            transcript.apply(batch);
        }
        MessagesModel anew;
        anew.setTranscript(&transcript, world.agent(0).id);
        QCOMPARE(kinds(model), kinds(anew));
        for (int row = 0; row < model.rowCount(); ++row) {
            for (const int role :
                 {MessagesModel::ContentRole, MessagesModel::GroupedRole, MessagesModel::MessageIdRole})
                QCOMPARE(model.index(row).data(role), anew.index(row).data(role));
        }
    }
}

void tst_MessagesModel::showsAnotherConversation()
{
    test::World world(1);
    const auto first = world.customer({}, QStringLiteral("a"));
    const auto second = world.customer({}, QStringLiteral("b"));
    auto one = std::make_unique<Transcript>(first);
    Transcript two(second);
    one->apply(whole(world, first));
    two.apply(whole(world, second));
    MessagesModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTranscript(one.get(), {});
    model.setTranscript(&two, {});
    QCOMPARE(model.index(1).data().toString(), QStringLiteral("b"));
    world.write(first, QStringLiteral("more"));
    one->apply(whole(world, first));
    QCOMPARE(model.rowCount(), 2);
    model.setTranscript(one.get(), {});
    QCOMPARE(model.rowCount(), 3);
    one.reset();
    QCOMPARE(model.rowCount(), 0);
    model.setTranscript(nullptr, {});
    QCOMPARE(model.newMarkerRow(), -1);
}

void tst_MessagesModel::detailsTellWhatMayBeDone()
{
    test::World world(1);
    client::LiveView view;
    view.setMe(world.agent(0));
    ConversationDetails details(view);
    QSignalSpy changed(&details, &ConversationDetails::changed);
    QVERIFY(details.isEmpty());
    const auto id = world.customer(QStringLiteral("Ada"), QStringLiteral("a"), true);
    Transcript transcript(id);
    details.setTranscript(&transcript);
    QVERIFY(details.isEmpty());
    const auto follow = [&] {
        transcript.apply(whole(world, id));
        client::LiveBatch batch;
        batch.rows.push_back(client::rowOf(*world.conversation(id)));
        batch.agents.emplace();
        for (const auto& [agentId, agent] : world.live().agents)
            batch.agents->push_back(agent);
        view.apply(batch);
    };
    follow();
    QVERIFY(changed.size() > 1);
    QCOMPARE(details.name(), QStringLiteral("Ada"));
    QVERIFY(details.canClaim() && !details.canReply() && !details.canResolve());
    QCOMPARE(details.holderName(), QStringLiteral("Bot"));
    domain::RecordSummary summary;
    summary.handoffId = details.handoff()->id;
    summary.summary.basedOnSeq = world.seq();
    QVERIFY(world.run(id, summary));
    QVERIFY(world.claim(id, 0));
    follow();
    QVERIFY(!details.canClaim() && details.canReply() && details.canResolve());
    QCOMPARE(details.holderName(), QStringLiteral("You"));
    QVERIFY(details.summary() && !details.summaryIsStale());
    world.write(id, QStringLiteral("and another thing"));
    follow();
    QVERIFY(details.summaryIsStale());
    view.setMe(world.agent(1));
    QVERIFY(!details.canReply());
    QCOMPARE(details.holderName(), QStringLiteral("Agent 0"));
}

void tst_MessagesModel::earlierConversationsStandAbove()
{
    test::World world(1);
    const auto first = world.customer(QStringLiteral("Ada"), QStringLiteral("Long ago"));
    world.clock.advance(std::chrono::hours(48));
    const auto id = world.customer(QStringLiteral("Ada"), QStringLiteral("Today"));
    Transcript transcript(id);
    Transcript past(first);
    transcript.apply(whole(world, id));
    MessagesModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTranscript(&transcript, world.agent(0).id);
    QCOMPARE(kinds(model), (QList<Kind>{Kind::Day, Kind::Message}));
    const Timestamp began = world.conversation(first)->conversation.openedAt;
    model.setPast({}, MessagesModel::PastOffer{first, began, false});
    QCOMPARE(kinds(model), (QList<Kind>{Kind::Past, Kind::Day, Kind::Message}));
    QCOMPARE(model.index(0).data(MessagesModel::OfferRole).toString(), first.toString());
    model.setPast({&past}, MessagesModel::PastOffer{first, began, true});
    QCOMPARE(model.index(0).data(MessagesModel::OfferRole).toString(), QString());
    QVERIFY(!model.index(0).data().toString().isEmpty());
    past.apply(whole(world, first));
    model.setPast({&past}, {});
    QCOMPARE(kinds(model),
             (QList<Kind>{Kind::Past, Kind::Day, Kind::Message, Kind::Past, Kind::Day, Kind::Message}));
    QCOMPARE(model.index(2).data().toString(), QStringLiteral("Long ago"));
    QCOMPARE(model.index(5).data().toString(), QStringLiteral("Today"));
    // Of an earlier one nothing is read, found or tried again.
    QCOMPARE(model.index(2).data(MessagesModel::SeqRole).toLongLong(), 0);
    QVERIFY(model.index(5).data(MessagesModel::SeqRole).toLongLong() > 0);
    QVERIFY(!model.index(2).data(MessagesModel::RetriableRole).toBool());
    QCOMPARE(model.rowOf(world.messages(id).front().id), 5);
    // While older pages of the conversation itself are missing they wait.
    TranscriptBatch holes;
    holes.conversation = id;
    holes.hasOlder = true;
    transcript.apply(holes);
    QCOMPARE(kinds(model), (QList<Kind>{Kind::Day, Kind::Message}));
    holes.hasOlder = false;
    transcript.apply(holes);
    QCOMPARE(model.rowCount(), 6);
    model.setTranscript(&past, world.agent(0).id);
    QCOMPARE(kinds(model), (QList<Kind>{Kind::Day, Kind::Message}));
}

void tst_MessagesModel::tellsOfWhichTemplate()
{
    test::World world(1);
    const auto id = world.customer(QStringLiteral("Ada"), QStringLiteral("Hi"), true);
    QVERIFY(world.claim(id, 0));
    QVERIFY(world.reply(id, 0, QStringLiteral("Hello Ada, your order 7 comes.")));
    TranscriptBatch batch = whole(world, id);
    batch.messages.back().madeFrom = domain::TemplateUse{
        QStringLiteral("order_update"), QStringLiteral("en"), {QStringLiteral("Ada"), QStringLiteral("7")}};
    Transcript transcript(id);
    transcript.apply(batch);
    MessagesModel model;
    model.setTranscript(&transcript, world.agent(0).id);
    const int last = model.rowCount() - 1;
    QCOMPARE(model.index(last).data(MessagesModel::TemplateRole).toString(), QStringLiteral("order_update"));
    QVERIFY(model.index(1).data(MessagesModel::TemplateRole).toString().isEmpty());
}

RELEVO_TEST(tst_MessagesModel)
#include "tst_messagesmodel.moc"
