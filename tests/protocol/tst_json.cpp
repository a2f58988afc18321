#include "support/test_main.h"

#include <protocol/codec.h>
#include <protocol/json.h>
#include <protocol/limits.h>

#include <domain/ids.h>

#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::protocol;

class TestJson final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepts_data();
    void accepts();
    void refuses_data();
    void refuses();
    void depthHasABound();
    void badTextIsReplacedWhenWritten();
    void fieldsRememberTheFirstError();
    void fieldsBoundTexts();
    void fieldsTakeWholeNumbersOnly();
    void fieldsOfNoObject();
    void contactPatch();
};

void TestJson::accepts_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"{}", "[]", " { } \n", "null", "\"\\u0000\"", "-0", "1e3",
                             "18446744073709551615", "\"\\ud83d\\ude00\"", "\"\xf0\x9f\x98\x80\""})
        QTest::newRow(text) << QByteArray(text);
}

void TestJson::accepts()
{
    QFETCH(const QByteArray, text);
    QVERIFY(parseJson(text.toStdString()));
}

void TestJson::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    int number = 0;
    for (const char* text : {"",
                             " ",
                             "{",
                             "}",
                             "{}x",
                             "{} {}",
                             "{\"a\":1,}",
                             "[1,]",
                             "{a:1}",
                             "'a'",
                             "nul",
                             "01",
                             "+1",
                             ".5",
                             "1.",
                             "NaN",
                             "1e999",
                             "\"a",
                             "\"\\x\"",
                             "\"\\ud800\"",
                             "\"\\ud800x\"",
                             "\"\xff\"",
                             "\"\xc0\xaf\"",
                             "\"\xed\xa0\x80\"",
                             "\"\xf4\x90\x80\x80\"",
                             "\"a\nb\"",
                             "// c\n1",
                             "{\"a\":1}\xff"})
        QTest::newRow(qPrintable(QString::number(number++))) << QByteArray(text);
    QTest::newRow("nul after it") << QByteArray("{}\0", 3);
    QTest::newRow("more after a nul") << QByteArray("{}\0{", 4);
}

void TestJson::refuses()
{
    QFETCH(const QByteArray, text);
    const Result<Json> json = parseJson(text.toStdString());
    QVERIFY(!json);
    QVERIFY(json.error().code == ErrorCode::Invalid);
}

void TestJson::depthHasABound()
{
    const auto nest = [](int depth) {
        return std::string(static_cast<std::size_t>(depth), '[') +
               std::string(static_cast<std::size_t>(depth), ']');
    };
    QVERIFY(parseJson(nest(maxJsonDepth)));
    QVERIFY(!parseJson(nest(maxJsonDepth + 1)));
    QVERIFY(!parseJson(std::string(1'000'000, '[')));
    QVERIFY(!parseJson(nest(1'000'000)));
    // Brackets in texts are no depth, also behind an escaped quote.
    QVERIFY(parseJson("\"" + std::string(1'000, '[') + "\""));
    QVERIFY(parseJson(R"("\")" + std::string(1'000, '{') + "\""));
    QVERIFY(parseJson("[[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],["
                      "],[],[],[],[],[]]"));
}

void TestJson::badTextIsReplacedWhenWritten()
{
    const std::string text = dump(Json("a\xff"
                                       "b"));
    QVERIFY(parseJson(text));
    QCOMPARE(utf8(QString(QChar(0xd800))).size() > 0, true);
    QVERIFY(parseJson(dump(Json(utf8(QStringLiteral("x") + QChar(0xd800))))));
}

void TestJson::fieldsRememberTheFirstError()
{
    const Json json{{"a", 1}, {"b", "x"}};
    Fields fields(json);
    QCOMPARE(fields.text("b", 5), QStringLiteral("x"));
    QVERIFY(!fields.error());
    QVERIFY(fields.text("a", 5).isEmpty());
    QVERIFY(fields.id<domain::HandoffId>("b").isNull());
    QCOMPARE(fields.error()->context.at(QStringLiteral("field")), QStringLiteral("a"));
}

void TestJson::fieldsBoundTexts()
{
    const Json json{{"six", "ñññ"}, {"empty", ""}, {"null", nullptr}};
    QCOMPARE(Fields(json).text("six", 6), QStringLiteral("ñññ"));
    Fields tooLong(json);
    QVERIFY(tooLong.optionalText("six", 5).isEmpty());
    QVERIFY(tooLong.error());
    Fields empty(json);
    QVERIFY(empty.optionalText("empty", 5).isEmpty() && empty.optionalText("null", 5).isEmpty() &&
            empty.optionalText("absent", 5).isEmpty());
    QVERIFY(!empty.has("null"));
    QVERIFY(!empty.error());
    QVERIFY(empty.text("empty", 5).isEmpty());
    QVERIFY(empty.error());
}

void TestJson::fieldsTakeWholeNumbersOnly()
{
    const Json json = *parseJson(R"({"max":9223372036854775807,"min":-9223372036854775808,
        "over":9223372036854775808,"huge":18446744073709551615,"beyond":99999999999999999999,"half":0.5,"text":"1"})");
    Fields good(json);
    QCOMPARE(good.number("max"), std::numeric_limits<qint64>::max());
    QCOMPARE(good.number("min"), std::numeric_limits<qint64>::min());
    QVERIFY(!good.optionalNumber("absent"));
    QVERIFY(!good.error());
    for (const char* name : {"over", "huge", "beyond", "half", "text"}) {
        Fields bad(json);
        QVERIFY(!bad.optionalNumber(name));
        QVERIFY2(bad.error(), name);
    }
    const Json capacity{{"id", "0194f2c8-7c1a-7e32-9b6d-3f0a1c2d4e5f"}, {"capacity", 4'294'967'297}};
    QVERIFY(!fromJson<domain::Agent>(capacity));
}

void TestJson::fieldsOfNoObject()
{
    for (const Json& json : {Json(1), Json("a"), Json::array({1}), Json()}) {
        Fields fields(json);
        QVERIFY(fields.error());
        QVERIFY(!fields.has("a") && !fields.flag("a") && fields.optionalText("a", 5).isEmpty());
    }
}

void TestJson::contactPatch()
{
    const auto patch = contactPatchFromJson(
        *parseJson(R"({"name":"Eva","attributes":{"vip":true,"orders":3,"plan":"gold","none":null}})"));
    QVERIFY(patch);
    QCOMPARE(patch->attributes.at(QStringLiteral("vip")), QStringLiteral("true"));
    QCOMPARE(patch->attributes.at(QStringLiteral("orders")), QStringLiteral("3"));
    QCOMPARE(patch->attributes.size(), std::size_t(3));
    QVERIFY(!contactPatchFromJson(*parseJson(R"({"attributes":{"a":[1]}})")));
    QVERIFY(!contactPatchFromJson(*parseJson(R"({"attributes":[]})")));
    Json many;
    for (std::size_t i = 0; i <= maxAttributes; ++i)
        many["attributes"][std::to_string(i)] = "x";
    QVERIFY(!contactPatchFromJson(many));
    QVERIFY(!contactPatchFromJson(Json{{"name", std::string(maxShortText + 1, 'a')}}));
}

RELEVO_TEST(TestJson)
#include "tst_json.moc"
