#include "support/test_main.h"

#include <relay/inspect.h>

#include <QtTest/QtTest>

#include <QtCore/QProcess>

#include <nlohmann/json.hpp>

using namespace relevo;
using namespace relevo::relay;
using Json = nlohmann::json;

/// `relevo-relay inspect`: the assistant's judgement, line by line.
class TestInspect final : public QObject
{
    Q_OBJECT

private:
    static Json answer(Inspection what, std::string_view line)
    {
        return Json::parse(inspectLine(what, line), nullptr, false);
    }

private Q_SLOTS:
    void textAndJsonAreJudgedAlike()
    {
        const Json plain = answer(Inspection::Triggers, "I want to talk to a human");
        QCOMPARE(plain.at("handoff").get<bool>(), true);
        QCOMPARE(plain.at("trigger").get<std::string>(), std::string("keyword"));
        QCOMPARE(plain.at("language").get<std::string>(), std::string("en"));
        QVERIFY(plain.at("score").get<double>() >= 0.5);
        QVERIFY(!plain.at("reason").get<std::string>().empty());
        QVERIFY(answer(Inspection::Triggers, R"({"text":"I want to talk to a human"})") == plain);
        QVERIFY(answer(Inspection::Triggers, R"({"id":7,"content":"I want to talk to a human"})") == plain);
    }

    void nothingIsSaidSo()
    {
        const Json nothing = answer(Inspection::Triggers, "where is my order");
        QCOMPARE(nothing.at("handoff").get<bool>(), false);
        QVERIFY(nothing.at("trigger").is_null());
        QCOMPARE(nothing.at("score").get<double>(), 0.0);
    }

    void kindsHaveTheirNames()
    {
        const auto trigger = [](std::string_view line) {
            return answer(Inspection::Triggers, line).at("trigger").get<std::string>();
        };
        QCOMPARE(trigger("mi abogado los va a llamar"), std::string("sensitive"));
        QCOMPARE(trigger("my flight leaves in two hours"), std::string("urgent"));
        QCOMPARE(trigger(R"({"text":"asap please","contact":{"attributes":{"vip":true}}})"),
                 std::string("vip"));
    }

    void strangeLinesAreAnswered()
    {
        QCOMPARE(answer(Inspection::Triggers, "").at("handoff"), false);
        QCOMPARE(answer(Inspection::Sentiment, " ").at("label"), "neutral");
        QVERIFY(answer(Inspection::Summary, " \t\r").contains("error"));
        QVERIFY(answer(Inspection::Triggers, R"({"words":"I want a human"})").contains("error"));
        QVERIFY(answer(Inspection::Sentiment, R"({"text":5})").contains("error"));
        QCOMPARE(answer(Inspection::Triggers, R"({"utterance":"I want a human"})").at("handoff"), true);
        for (const std::string& line :
             {std::string("\xff\xfe agent \xc3"), std::string("{\"text\":"), std::string("{\"text\":5}"),
              std::string("[1,2]"), std::string(3, '\0'), std::string(200'000, '{'),
              std::string(200'000, 'a'), std::string(R"({"turns":5})"),
              std::string(R"({"turns":[1,{"role":5}],"contact":[],"trigger":1})")}) {
            for (const Inspection what : {Inspection::Triggers, Inspection::Sentiment, Inspection::Summary})
                QVERIFY(answer(what, line).is_object());
        }
        QVERIFY(answer(Inspection::Summary, "hello").contains("error"));
    }

    void sentimentHasScoreAndLabel()
    {
        const Json calm = answer(Inspection::Sentiment, "where is my order");
        QVERIFY(calm.at("score").get<double>() < 0.5);
        QCOMPARE(calm.at("label").get<std::string>(), std::string("neutral"));
    }

    void summaryOfAConversation()
    {
        const std::string line =
            R"({"id":"c1","turns":[{"role":"customer","content":"My order 5512-88 has not arrived."},)"
            R"({"role":"bot","content":"I am sorry. Please wait three more days."},)"
            R"({"role":"customer","content":"No, I want to talk to a person."}],)"
            R"("contact":{"name":"Jane","email":"jane@home.test"}})";
        const Json summary = answer(Inspection::Summary, line);
        QCOMPARE(summary.at("messageCount").get<int>(), 3);
        QCOMPARE(summary.at("language").get<std::string>(), std::string("en"));
        QCOMPARE(summary.at("customer").at("name").get<std::string>(), std::string("Jane"));
        QVERIFY(!summary.at("mainIssue").get<std::string>().empty());
        QVERIFY(answer(Inspection::Summary, line) == summary);
    }

    /// Whoever writes a line waits for its answer before the next: it must come at once.
    void theProgramAnswersEachLineAtOnce()
    {
        QProcess process;
        process.start(QStringLiteral(RELEVO_RELAY_PROGRAM),
                      {QStringLiteral("inspect"), QStringLiteral("triggers")});
        QVERIFY(process.waitForStarted());
        for (const char* line : {"agent please", "{\"text\":\"hola\"}", "quiero hablar con alguien"}) {
            // An empty line is one, too.
            for (const QByteArray& sent : {QByteArray(), QByteArray(line)}) {
                process.write(sent + '\n');
                QTRY_VERIFY_WITH_TIMEOUT((process.waitForReadyRead(50), process.canReadLine()), 20'000);
                QVERIFY(Json::parse(process.readLine().toStdString(), nullptr, false).contains("handoff"));
            }
        }
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);
        QCOMPARE(process.readAll(), QByteArray());
    }
};

RELEVO_TEST(TestInspect)

#include "tst_inspect.moc"
