#include "support/test_main.h"

#include <protocol/settings_codec.h>

#include <QtTest/QtTest>

#include <random>

using namespace relevo;
using namespace relevo::domain;
using namespace relevo::protocol;

class TestSettingsCodec final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDefaultsAreGood();
    void whatIsWrittenIsRead();
    void whatIsAbsentStays();
    void faults_data();
    void faults();
    void allFaultsAreNamed();
    void businessHours_data();
    void businessHours();
    void hoursCanBeTakenAway();
    void keywordsAreTrimmedAndKeptOnce();
    void whatIsStoredIsReadTolerantly();
};

namespace {

Json parsed(const char* text)
{
    return parseJson(text).value();
}

QStringList fieldsOf(const SettingsReading& reading)
{
    QStringList fields;
    for (const FieldFault& fault : reading.faults)
        fields.push_back(fault.field);
    return fields;
}

Settings randomSettings(std::mt19937& random)
{
    const auto upTo = [&random](int most) {
        return static_cast<int>(random() % static_cast<unsigned>(most + 1));
    };
    Settings s;
    s.enabled = upTo(1) == 0;
    s.notificationChannel = static_cast<NotificationChannel>(upTo(3));
    if (upTo(1) == 0) {
        BusinessHours& hours = s.businessHours.emplace();
        hours.timezone = QStringLiteral("America/Sao_Paulo");
        for (std::vector<OpenSpan>& day : hours.days) {
            // One after the other: times of a day do not overlap.
            int open = 0;
            for (int i = upTo(2); i > 0; --i) {
                const int from = open + upTo(600);
                open = from + 1 + upTo(230);
                day.push_back({from, open});
            }
        }
        hours.holidays = {QStringLiteral("2026-12-25"), QStringLiteral("02-29")};
    }
    s.escalationKeywords = {QStringLiteral("gerente"), QStringLiteral("falar com alguém")};
    s.triggers = {upTo(1) == 0, upTo(1) == 0, upTo(1) == 0, upTo(1) == 0,
                  upTo(1) == 0, upTo(1) == 0, upTo(1) == 0};
    s.sentimentThreshold = 0.05 + 0.01 * upTo(95);
    s.failureCountThreshold = 1 + upTo(19);
    s.responseTimeoutMinutes = 1 + upTo(100);
    s.graceMinutes = upTo(100);
    s.idleCloseMinutes = upTo(100);
    s.routing = static_cast<Routing>(upTo(2));
    s.acceptSeconds = 5 + upTo(100);
    s.handoffMessage = QStringLiteral("Já chamamos alguém.");
    s.sla.warnPercent = 1 + upTo(99);
    for (int i = upTo(3); i > 0; --i)
        s.sla.policies.push_back({QStringLiteral("gold"),
                                  {Priority::Urgent, Priority::Low},
                                  {QStringLiteral("web")},
                                  {QStringLiteral("vip")},
                                  upTo(60),
                                  upTo(60),
                                  upTo(600),
                                  upTo(1) == 0});
    s.retentionDays = upTo(1'000);
    s.attachmentDays = upTo(1'000);
    for (int i = upTo(3); i > 0; --i)
        s.retentionRules.push_back({{QStringLiteral("whatsapp")}, {QStringLiteral("legal")}, upTo(1'000)});
    return s;
}

} // namespace

void TestSettingsCodec::theDefaultsAreGood()
{
    const SettingsReading reading = readSettings(toJson(Settings{}), Settings{});
    QCOMPARE(fieldsOf(reading), QStringList());
    QVERIFY(reading.settings == Settings{});
}

void TestSettingsCodec::whatIsWrittenIsRead()
{
    std::mt19937 random(5);
    for (int i = 0; i < 200; ++i) {
        const Settings settings = randomSettings(random);
        const Json json = toJson(settings);
        const SettingsReading reading = readSettings(json, randomSettings(random));
        QCOMPARE(fieldsOf(reading), QStringList());
        QVERIFY2(reading.settings == settings, dump(json).c_str());
        QVERIFY(fromJson<Settings>(json).value() == settings);
    }
}

void TestSettingsCodec::whatIsAbsentStays()
{
    std::mt19937 random(9);
    const Settings present = randomSettings(random);
    Settings expected = present;
    expected.acceptSeconds = 45;
    const SettingsReading reading = readSettings(parsed(R"({"acceptSeconds":45})"), present);
    QCOMPARE(fieldsOf(reading), QStringList());
    QVERIFY(reading.settings == expected);
}

void TestSettingsCodec::faults_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("field");
    const auto row = [](const char* json, const char16_t* field) {
        QTest::newRow(json) << QByteArray(json) << QStringView(field).toString();
    };
    row(R"([])", u"");
    row(R"({"enabled":"yes"})", u"enabled");
    row(R"({"notificationChannel":"pigeon"})", u"notificationChannel");
    row(R"({"sentimentThreshold":1.01})", u"sentimentThreshold");
    row(R"({"sentimentThreshold":"0.5"})", u"sentimentThreshold");
    row(R"({"failureCountThreshold":0})", u"failureCountThreshold");
    row(R"({"failureCountThreshold":21})", u"failureCountThreshold");
    row(R"({"failureCountThreshold":2.5})", u"failureCountThreshold");
    row(R"({"failureCountThreshold":null})", u"failureCountThreshold");
    row(R"({"responseTimeoutMinutes":0})", u"responseTimeoutMinutes");
    row(R"({"graceMinutes":-1})", u"graceMinutes");
    row(R"({"idleCloseMinutes":18446744073709551615})", u"idleCloseMinutes");
    row(R"({"routing":"random"})", u"routing");
    row(R"({"acceptSeconds":4})", u"acceptSeconds");
    row(R"({"handoffMessage":7})", u"handoffMessage");
    row(R"({"escalationKeywords":"human"})", u"escalationKeywords");
    row(R"({"escalationKeywords":["human",""]})", u"escalationKeywords[1]");
    row(R"({"escalationKeywords":[3]})", u"escalationKeywords[0]");
    row(R"({"triggers":{"vip":1}})", u"triggers.vip");
    row(R"({"attachmentDays":-1})", u"attachmentDays");
    row(R"({"retentionRules":{}})", u"retentionRules");
    row(R"({"retentionRules":[7]})", u"retentionRules[0]");
    row(R"({"retentionRules":[{"tags":["a"]}]})", u"retentionRules[0].days");
    row(R"({"retentionRules":[{"tags":["a"],"days":36501}]})", u"retentionRules[0].days");
    row(R"({"retentionRules":[{"days":3}]})", u"retentionRules[0].channels");
    row(R"({"retentionRules":[{"channels":[""],"days":3}]})", u"retentionRules[0].channels[0]");
    row(R"({"retentionRules":[{"tags":["a"],"days":3,"day":3}]})", u"retentionRules[0].day");
    row(R"({"triggers":{"wishes":true}})", u"triggers.wishes");
    row(R"({"acceptSecond":30})", u"acceptSecond");
    row(R"({"sla":[]})", u"sla");
    row(R"({"sla":{"warnPercent":0}})", u"sla.warnPercent");
    row(R"({"sla":{"policies":[{"priorities":["highest"]}]}})", u"sla.policies[0].priorities[0]");
    row(R"({"sla":{"policies":[{"resolutionMinutes":-5}]}})", u"sla.policies[0].resolutionMinutes");
    row(R"({"businessHours":[]})", u"businessHours");
    row(R"({"businessHours":{"timezone":"Europe/Madrid"}})", u"businessHours.days");
    row(R"({"businessHours":{"timezone":"Mars/Olympus","days":{}}})", u"businessHours.timezone");
    row(R"({"businessHours":{"timezone":"UTC","days":{"monday":[]}}})", u"businessHours.days.monday");
    row(R"({"businessHours":{"timezone":"UTC","days":{"mon":[["9:00","17:00"]]}}})",
        u"businessHours.days.mon[0]");
    row(R"({"businessHours":{"timezone":"UTC","days":{"mon":[["09:00","13:00"],["12:59","18:00"]]}}})",
        u"businessHours.days.mon[1]");
    row(R"({"businessHours":{"timezone":"UTC","days":{"mon":[["09:00","24:01"]]}}})",
        u"businessHours.days.mon[0]");
    row(R"({"businessHours":{"timezone":"UTC","days":{"mon":[["09:00","09:00"]]}}})",
        u"businessHours.days.mon[0]");
    row(R"({"businessHours":{"timezone":"UTC","days":{"mon":[["09:00"]]}}})", u"businessHours.days.mon[0]");
    row(R"({"businessHours":{"timezone":"UTC","days":{},"holidays":["2026-02-30"]}})",
        u"businessHours.holidays[0]");
    row(R"({"businessHours":{"timezone":"UTC","days":{},"holidays":["25/12/2026"]}})",
        u"businessHours.holidays[0]");
}

void TestSettingsCodec::faults()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, field);
    const SettingsReading reading = readSettings(parsed(json.constData()), Settings{});
    QVERIFY(fieldsOf(reading).contains(field));
    for (const FieldFault& fault : reading.faults)
        QVERIFY(!fault.what.isEmpty());
}

void TestSettingsCodec::allFaultsAreNamed()
{
    const SettingsReading reading = readSettings(
        parsed(R"({"acceptSeconds":1,"routing":"x","graceMinutes":"a","enabled":true})"), Settings{});
    QCOMPARE(fieldsOf(reading), QStringList({QStringLiteral("graceMinutes"), QStringLiteral("routing"),
                                             QStringLiteral("acceptSeconds")}));
}

void TestSettingsCodec::businessHours_data()
{
    QTest::addColumn<QByteArray>("span");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::newRow("office") << QByteArray(R"(["09:00","17:30"])") << 540 << 1050;
    QTest::newRow("whole day") << QByteArray(R"(["00:00","24:00"])") << 0 << 1440;
    QTest::newRow("over midnight") << QByteArray(R"(["22:00","06:00"])") << 1320 << 1800;
}

void TestSettingsCodec::businessHours()
{
    QFETCH(QByteArray, span);
    QFETCH(int, from);
    QFETCH(int, to);
    const QByteArray text = R"({"businessHours":{"timezone":"Europe/Madrid","days":{"tue":[)" + span +
                            R"(]},"holidays":["12-25"]}})";
    const SettingsReading reading = readSettings(parsed(text.constData()), Settings{});
    QCOMPARE(fieldsOf(reading), QStringList());
    const BusinessHours& hours = reading.settings.businessHours.value();
    QCOMPARE(hours.timezone, QStringLiteral("Europe/Madrid"));
    QVERIFY(hours.days[0].empty());
    QVERIFY(hours.days[1] == std::vector<OpenSpan>({{from, to}}));
    QCOMPARE(hours.holidays, QStringList{QStringLiteral("12-25")});
}

void TestSettingsCodec::hoursCanBeTakenAway()
{
    Settings present;
    present.businessHours.emplace();
    const SettingsReading reading = readSettings(parsed(R"({"businessHours":null})"), present);
    QCOMPARE(fieldsOf(reading), QStringList());
    QVERIFY(!reading.settings.businessHours);
}

void TestSettingsCodec::keywordsAreTrimmedAndKeptOnce()
{
    const SettingsReading reading =
        readSettings(parsed(R"({"escalationKeywords":[" Manager ","manager","boss"]})"), Settings{});
    QCOMPARE(reading.settings.escalationKeywords,
             QStringList({QStringLiteral("Manager"), QStringLiteral("boss")}));
}

// A newer program's event, and one of a system with another time zone database.
void TestSettingsCodec::whatIsStoredIsReadTolerantly()
{
    const Result<Settings> stored = fromJson<Settings>(parsed(
        R"({"enabled":false,"later":1,"businessHours":{"timezone":"Mars/Olympus","days":{"mon":[]}}})"));
    QVERIFY(stored.has_value());
    QVERIFY(!stored->enabled);
    QCOMPARE(stored->businessHours.value().timezone, QStringLiteral("Mars/Olympus"));
}

RELEVO_TEST(TestSettingsCodec)
#include "tst_settings_codec.moc"
