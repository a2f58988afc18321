#include "protocol/samples.h"
#include "support/test_main.h"

#include <protocol/event_codec.h>
#include <protocol/limits.h>

#include <QtCore/QDir>
#include <QtTest/QtTest>

#include <algorithm>

using namespace relevo;
using namespace relevo::protocol;
using namespace relevo::test;

class TestEventCodec final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodeUndoesEncode();
    void sameBytesAgain();
    void unfilledFieldsStayUnfilled();
    void unknownTypeIsKept();
    void hiddenOnlyFillsTheSequence();
    void unknownFieldsAreIgnored();
    void brokenShapesNameTheField_data();
    void brokenShapesNameTheField();
    void whatWasWrittenIsReadWhateverItsSize();
    void goldenDocuments_data();
    void goldenDocuments();
};

namespace {

std::string_view view(const QByteArray& bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

/// Every member of `part` stands in `whole` with the same value; later versions only add.
bool isPart(const Json& part, const Json& whole)
{
    if (!part.is_object() || !whole.is_object())
        return part == whole;
    return std::ranges::all_of(part.items(), [&whole](const auto& member) {
        return whole.contains(member.key()) && isPart(member.value(), whole.at(member.key()));
    });
}

/// From text; decodeEvent itself takes a text for JSON too.
Result<Event> decodeText(std::string_view text)
{
    return decodeEvent(text);
}

} // namespace

void TestEventCodec::decodeUndoesEncode()
{
    Samples samples(1);
    for (int round = 0; round < 200; ++round) {
        for (const EventType type : knownTypes()) {
            const Event event = samples.event(type);
            const std::string text = encodeEvent(event);
            const Result<Event> back = decodeText(text);
            QVERIFY2(back, back ? "" : qPrintable(back.error().message));
            QVERIFY2(*back == event, text.c_str());
        }
    }
}

void TestEventCodec::sameBytesAgain()
{
    Samples samples(2);
    for (const EventType type : knownTypes()) {
        const std::string text = encodeEvent(samples.event(type));
        QCOMPARE(encodeEvent(*decodeText(text)), text);
    }
}

void TestEventCodec::unfilledFieldsStayUnfilled()
{
    Samples samples(3);
    Event event = samples.event(EventType::HandoffRequested);
    event.conversationId = {};
    event.handoffId = {};
    event.actor = {};
    Handoff handoff;
    handoff.id = samples.id<HandoffId>();
    handoff.conversationId = samples.id<ConversationId>();
    handoff.createdAt = event.at;
    event.data = handoff;
    QVERIFY(decodeText(encodeEvent(event)) == event);
}

void TestEventCodec::unknownTypeIsKept()
{
    Samples samples(4);
    Json json = *parseJson(encodeEvent(samples.event(EventType::MessageSent)));
    json["type"] = "message.translated";
    json["data"] = Json{{"anything", 1}};
    const Result<Event> event = decodeEvent(json);
    QVERIFY(event);
    QVERIFY(event->type == EventType::Unknown);
    QVERIFY(std::holds_alternative<std::monostate>(event->data));
    QCOMPARE(event->seq, qint64(7));
}

void TestEventCodec::hiddenOnlyFillsTheSequence()
{
    const Result<Event> event = decodeText(R"({"seq":12,"type":"hidden"})");
    QVERIFY(event && event->type == EventType::Hidden && event->seq == 12);
}

void TestEventCodec::unknownFieldsAreIgnored()
{
    Samples samples(5);
    for (const EventType type : knownTypes()) {
        const Event event = samples.event(type);
        Json json = *parseJson(encodeEvent(event));
        json["newer"] = Json{{"a", Json::array({1, 2})}};
        json["actor"]["newer"] = true;
        for (auto& member : json["data"].items()) {
            if (member.value().is_object())
                member.value()["newer"] = "x";
        }
        QVERIFY(decodeEvent(json) == event);
    }
}

void TestEventCodec::brokenShapesNameTheField_data()
{
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("field");
    const auto row = [](const char* pointer, const char* value, const char* field) {
        QTest::newRow(pointer) << QByteArray(pointer) << QByteArray(value) << QString::fromLatin1(field);
    };
    row("/seq", "\"7\"", "seq");
    row("/id", "\"7\"", "id");
    row("/type", "7", "type");
    row("/at", "\"yesterday\"", "at");
    row("/actor", "\"me\"", "actor");
    row("/conversationId", "\"c\"", "conversationId");
    row("/handoffId", "{}", "handoffId");
    row("/data", "[]", "data");
    row("/data/handoff", "7", "");
    row("/data/handoff/id", "null", "id");
    row("/data/handoff/status", "\"lost\"", "status");
    row("/data/handoff/priority", "3", "priority");
    row("/data/handoff/epoch", "1.5", "epoch");
    row("/data/handoff/createdAt", "12", "createdAt");
    row("/data/handoff/assignedTo", "{}", "assignedTo");
    row("/data/handoff/trigger", "{\"type\":\"x\"}", "trigger");
    row("/data/handoff/sla", "{\"firstResponseDueAt\":1}", "sla");
    row("/data/handoff/summary", "{\"facts\":{\"a\":1}}", "summary");
    row("/data/handoff/handedBackToBot", "\"no\"", "handedBackToBot");
}

void TestEventCodec::brokenShapesNameTheField()
{
    QFETCH(const QByteArray, pointer);
    QFETCH(const QByteArray, value);
    QFETCH(const QString, field);
    Samples samples(6);
    Json json = *parseJson(encodeEvent(samples.event(EventType::HandoffClaimed)));
    json[Json::json_pointer(pointer.toStdString())] = *parseJson(view(value));
    const Result<Event> event = decodeEvent(json);
    QVERIFY(!event);
    QVERIFY(event.error().code == ErrorCode::Invalid);
    const auto named = event.error().context.find(QStringLiteral("field"));
    QCOMPARE(named == event.error().context.end() ? QString() : named->second, field);
}

void TestEventCodec::whatWasWrittenIsReadWhateverItsSize()
{
    // The door's bounds are for what comes in. An event that cannot be read again would end the project.
    Event event;
    event.seq = 3;
    event.id = EventId(QUuid::createUuid());
    event.type = EventType::ContactUpdated;
    Contact contact;
    contact.id = ContactId(QUuid::createUuid());
    contact.name = QString(maxShortText + 1, u'n');
    for (int i = 0; i < static_cast<int>(maxAttributes) + 1; ++i)
        contact.attributes[QStringLiteral("key%1").arg(i)] = QString(maxShortText + 1, u'v');
    event.data = contact;
    const Result<Event> back = decodeText(encodeEvent(event));
    QVERIFY2(back, back ? "" : qPrintable(back.error().message));
    QVERIFY(*back == event);
}

void TestEventCodec::goldenDocuments_data()
{
    QTest::addColumn<QByteArray>("type");
    for (const EventType type : knownTypes()) {
        const std::string_view name = nameOf(type);
        QTest::newRow(name.data()) << QByteArray(name.data(), static_cast<qsizetype>(name.size()));
    }
    // TYPE~WHAT.json: with fields that came later.
    for (const QString& file : QDir(QStringLiteral(RELEVO_GOLDEN)).entryList({QStringLiteral("*~*.json")}))
        QTest::newRow(qPrintable(file)) << file.chopped(5).toUtf8();
}

void TestEventCodec::goldenDocuments()
{
    // What version 1 has written must be read for ever, and be written again with nothing lost or changed.
    QFETCH(const QByteArray, type);
    QFile file(QStringLiteral(RELEVO_GOLDEN "/%1.json").arg(QString::fromLatin1(type)));
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    const Result<Json> json = parseJson(view(file.readAll()));
    QVERIFY(json);
    const Result<Event> event = decodeEvent(*json);
    QVERIFY2(event, event ? "" : qPrintable(event.error().message));
    QVERIFY(event->type == valueOf<EventType>(view(type.split('~').first())));
    QVERIFY(isPart(*json, *parseJson(encodeEvent(*event))));
}

RELEVO_TEST(TestEventCodec)
#include "tst_event_codec.moc"
