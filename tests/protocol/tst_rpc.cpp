#include "support/test_main.h"

#include <protocol/problem.h>
#include <protocol/rpc.h>

#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::protocol;

class TestRpc final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRequests();
    void refusesRequests_data();
    void refusesRequests();
    void answersComeBack();
    void errorsComeBack();
    void notificationsAreSpliced();
    void refusesWhatIsNoMessage();
    void problemDocuments();
};

void TestRpc::readsRequests()
{
    auto request = parseRpcRequest(R"({"jsonrpc":"2.0","id":7,"method":"ping","params":{"a":1}})");
    QVERIFY(request);
    QVERIFY(request->id == 7 && request->method == "ping" && request->params["a"] == 1);
    request = parseRpcRequest(R"({"jsonrpc":"2.0","id":"seven","method":"ping"})");
    QVERIFY(request && request->id == "seven" && request->params.is_object());
    request = parseRpcRequest(R"({"jsonrpc":"2.0","method":"ping"})");
    QVERIFY(request && request->id.is_null());
}

void TestRpc::refusesRequests_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<int>("number");
    const auto row = [](const char* frame, int number) {
        QTest::newRow(frame) << QByteArray(frame) << number;
    };
    row("", rpcerror::parse);
    row("{\"jsonrpc\":", rpcerror::parse);
    row("[]", rpcerror::invalidRequest);
    row("7", rpcerror::invalidRequest);
    row("{\"id\":1,\"method\":\"a\"}", rpcerror::invalidRequest);
    row("{\"jsonrpc\":2,\"id\":1,\"method\":\"a\"}", rpcerror::invalidRequest);
    row("{\"jsonrpc\":\"2.0\",\"id\":1}", rpcerror::invalidRequest);
    row("{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"a\"}", rpcerror::invalidRequest);
    row("{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"a\"}", rpcerror::invalidRequest);
    row("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":1}", rpcerror::invalidRequest);
    row("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"a\",\"params\":[1]}", rpcerror::invalidParams);
    row("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"a\",\"params\":null}", rpcerror::invalidParams);
}

void TestRpc::refusesRequests()
{
    QFETCH(const QByteArray, frame);
    QFETCH(const int, number);
    const auto request = parseRpcRequest(frame.toStdString());
    QVERIFY(!request);
    QCOMPARE(request.error().number, number);
    QVERIFY(!request.error().message.isEmpty());
}

void TestRpc::answersComeBack()
{
    const auto call = parseRpcRequest(rpcCall(41, "state.hash", Json::object()));
    QVERIFY(call && call->id == 41 && call->method == "state.hash");
    const auto answer = parseRpcIncoming(rpcResult(call->id, Json{{"seq", 3}}));
    QVERIFY(answer && answer->id == 41 && answer->result && (*answer->result)["seq"] == 3);
    const auto raw = parseRpcIncoming(rpcResultRaw(call->id, "null"));
    QVERIFY(raw && raw->result && raw->result->is_null());
}

void TestRpc::errorsComeBack()
{
    const Error error{ErrorCode::AlreadyClaimed,
                      QStringLiteral("Ana has already claimed it."),
                      QStringLiteral("Take the next one."),
                      {{QStringLiteral("holderId"), QStringLiteral("x")},
                       {QStringLiteral("holderName"), QStringLiteral("Ana \"A\"")},
                       {QStringLiteral("epoch"), QStringLiteral("4")}}};
    const auto answer = parseRpcIncoming(rpcError(Json(5), error));
    QVERIFY(answer && answer->id == 5 && !answer->result);
    QVERIFY(answer->result.error() == error);
    const auto params = parseRpcIncoming(rpcError(Json(6), rpcerror::invalidParams, QStringLiteral("No.")));
    QVERIFY(params && params->result.error().code == ErrorCode::Invalid);
    const auto method = parseRpcIncoming(rpcError(Json(), rpcerror::methodNotFound, QStringLiteral("No.")));
    QVERIFY(method && !method->id && method->result.error().code == ErrorCode::Internal);
    const auto newer = parseRpcIncoming(
        R"({"jsonrpc":"2.0","id":1,"error":{"code":-32000,"message":"m","data":{"code":"of_a_newer_relay"}}})");
    QVERIFY(newer && newer->result.error().code == ErrorCode::Internal);
}

void TestRpc::notificationsAreSpliced()
{
    const std::string params = R"({"seq":1,"text":"é\"\\"})";
    const auto incoming = parseRpcIncoming(rpcNotification("event", params));
    QVERIFY(incoming && !incoming->id && incoming->method == "event");
    QVERIFY(incoming->params == *parseJson(params));
}

void TestRpc::refusesWhatIsNoMessage()
{
    for (const char* frame :
         {"", "[]", "7", "{}", "{\"id\":1}", "{\"id\":1,\"error\":3}", "{\"id\":1,\"error\":null}"}) {
        const auto incoming = parseRpcIncoming(frame);
        QVERIFY2(!incoming && incoming.error().code == ErrorCode::Invalid, frame);
    }
}

void TestRpc::problemDocuments()
{
    const Json problem = problemJson({ErrorCode::StaleControl,
                                      QStringLiteral("Title"),
                                      QStringLiteral("Detail"),
                                      {{QStringLiteral("epoch"), QStringLiteral("9")}}});
    QVERIFY(problem == *parseJson(R"({"type":"about:blank","title":"Title","status":409,"detail":"Detail",
                                      "code":"stale_control","epoch":9})"));
    const Json holder =
        problemJson({ErrorCode::AlreadyClaimed, {}, {}, {{QStringLiteral("holderId"), QStringLiteral("i")}}});
    QVERIFY(holder["holder"] == (Json{{"id", "i"}, {"name", ""}}));
}

RELEVO_TEST(TestRpc)
#include "tst_rpc.moc"
