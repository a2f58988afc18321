#include "model_server.h"

#include <assist/model_offline.h>
#include <assist/model_remote.h>

#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkProxy>
#include <QtTest/QtTest>

#include <algorithm>
#include <memory>

using namespace relevo;
using namespace relevo::assist;
using namespace relevo::domain;

namespace {

Message said(Author author, const char16_t* text, uchar number)
{
    Message message;
    message.id = MessageId(QUuid(1, 2, 3, 0, 0, 0, 0, 0, 0, 0, number));
    message.author = author;
    message.seq = number;
    message.content = QStringView(text).toString();
    return message;
}

SummaryInput talk()
{
    SummaryInput input;
    input.conversation.contact.name = QStringLiteral("Eva Ruiz");
    input.conversation.language = QStringLiteral("en");
    input.messages = {said(Author::Customer, u"I am Eva. My lamp from order 4711-A arrived broken.", 1),
                      said(Author::Bot, u"Could you share your e-mail?", 2),
                      said(Author::Customer, u"eva@example.com, or call +34 600 123 456", 3),
                      said(Author::Agent, u"A private note", 4)};
    input.messages.back().note = true;
    return input;
}

} // namespace

class TestModelRemote final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aSummaryIsHeldAgainstTheText();
    void personalDataStays();
    void maskingOff();
    void threeReplies();
    void rewrites();
    void aClosingNote();
    void offline();

private:
    ModelOptions options() const { return optionsFor(m_server->url()); }
    RemoteModel& model(const ModelOptions& options)
    {
        m_model = std::make_unique<RemoteModel>(*m_network, options, m_clock, [] { return 0.5; });
        return *m_model;
    }

    StoppedClock m_clock;
    std::unique_ptr<ModelServer> m_server;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<RemoteModel> m_model;
};

void TestModelRemote::init()
{
    m_server = std::make_unique<ModelServer>();
    m_network = std::make_unique<QNetworkAccessManager>();
    m_network->setProxy(QNetworkProxy::NoProxy);
}

void TestModelRemote::cleanup()
{
    m_model.reset();
    m_network.reset();
    m_server.reset();
}

void TestModelRemote::aSummaryIsHeldAgainstTheText()
{
    ModelOptions plain = options();
    plain.maskPersonalData = false;
    m_server->script(
        {200,
         chat(R"({"mainIssue":"A lamp of order 4711-A arrived broken.","botTried":["asked for the e-mail",
        "offered 250 euros"],"suggestedAction":"Refund the 99 dollars.","openQuestion":"","facts":[
        {"kind":"order","value":"4711-A","message":1},{"kind":"email","value":"eva@example.com","message":1},
        {"kind":"order","value":"4712-B","message":1},{"kind":"weapon","value":"lamp","message":1},
        {"kind":"product","value":"A private note","message":4},{"kind":"amount","value":"","message":1}]})"),
         {}});
    std::optional<Result<Summary>> answer;
    model(plain).summarize(talk(), this, [&answer](const Result<Summary>& given) { answer = given; });
    QTRY_VERIFY(answer.has_value());
    QVERIFY(answer->has_value());
    const Summary& summary = **answer;
    QCOMPARE(summary.engine, QStringLiteral("small-1"));
    QCOMPARE(summary.mainIssue, QStringLiteral("A lamp of order 4711-A arrived broken."));
    // Numbers nobody said are the rules' to replace or to leave out.
    QCOMPARE(summary.botTried, QStringList{QStringLiteral("asked for the e-mail")});
    QVERIFY(!summary.suggestedAction.isEmpty() && !summary.suggestedAction.contains(QLatin1String("99")));
    QStringList facts;
    for (const Fact& fact : summary.facts)
        facts.push_back(fact.kind + u':' + fact.value);
    QVERIFY(facts.contains(QStringLiteral("order:4711-A")));
    QVERIFY(facts.contains(QStringLiteral("email:eva@example.com")));
    QVERIFY(facts.contains(QStringLiteral("phone:+34 600 123 456"))); // by rule
    QVERIFY2(!facts.join(u' ').contains(QLatin1String("4712")) &&
                 !facts.join(u' ').contains(QLatin1String("private")),
             qPrintable(facts.join(u' ')));
    // The message that it stands in, whatever was said.
    const auto mail = std::find_if(summary.facts.begin(), summary.facts.end(),
                                   [](const Fact& fact) { return fact.kind == QLatin1String("email"); });
    QVERIFY(mail->messageId == talk().messages[2].id);
    QCOMPARE(summary.basedOnSeq, qint64(4));

    m_server->script({200, chat(R"({"mainIssue":7})"), {}});
    answer.reset();
    m_model->summarize(talk(), this, [&answer](const Result<Summary>& given) { answer = given; });
    QTRY_VERIFY(answer.has_value());
    QVERIFY(!answer->has_value() && answer->error().code == ErrorCode::Invalid);
}

void TestModelRemote::personalDataStays()
{
    m_server->script(
        {200,
         chat(
             R"({"mainIssue":"<NAME_1> got a broken lamp, write to <EMAIL_1>.","botTried":[],"suggestedAction":
        "Ask <NAME_9>.","openQuestion":"","facts":[{"kind":"email","value":"<EMAIL_1>","message":3},
        {"kind":"phone","value":"<NUMBER_1>","message":3}]})"),
         {}});
    std::optional<Result<Summary>> answer;
    model(options()).summarize(talk(), this, [&answer](const Result<Summary>& given) { answer = given; });
    QTRY_VERIFY(answer.has_value());
    const QByteArray body = m_server->asked[0].body;
    for (const char* secret : {"Eva", "eva@example.com", "600 123 456", "private note"})
        QVERIFY2(!body.contains(secret), body.constData());
    QVERIFY(body.contains("<EMAIL_1>") && body.contains("broken"));
    QVERIFY(answer->has_value());
    const Summary& summary = **answer;
    QCOMPARE(summary.mainIssue, QStringLiteral("Eva got a broken lamp, write to eva@example.com."));
    QVERIFY(!summary.suggestedAction.contains(u'<'));
    QVERIFY(std::any_of(summary.facts.begin(), summary.facts.end(), [](const Fact& fact) {
        return fact.kind == QLatin1String("phone") && fact.value == QLatin1String("+34 600 123 456");
    }));
}

void TestModelRemote::maskingOff()
{
    ModelOptions open = options();
    open.maskPersonalData = false;
    m_server->script({200, chat("{\"replies\":[\"a\",\"b\",\"c\"]}"), {}});
    bool done = false;
    model(open).suggestReplies(talk(), this, [&done](const Result<Draft>&) { done = true; });
    QTRY_VERIFY(done);
    QVERIFY(m_server->asked[0].body.contains("eva@example.com"));
    QVERIFY(!m_server->asked[0].body.contains("private note"));
}

void TestModelRemote::threeReplies()
{
    m_server->script({200, chat("{\"replies\":[\"Hello <NAME_1>.\",\"b\",\"<NAME_7>\",\"c\",\"d\"]}"), {}});
    m_server->script({200, chat("{\"replies\":[\"a\",\"\"]}"), {}});
    std::optional<Result<Draft>> answer;
    const auto keep = [&answer](const Result<Draft>& given) {
        answer = given;
    };
    model(options()).suggestReplies(talk(), this, keep);
    QTRY_VERIFY(answer.has_value());
    QVERIFY(answer->has_value());
    QCOMPARE((*answer)->texts,
             (QStringList{QStringLiteral("Hello Eva."), QStringLiteral("b"), QStringLiteral("c")}));
    QCOMPARE((*answer)->engine, QStringLiteral("small-1"));
    answer.reset();
    m_model->suggestReplies(talk(), this, keep);
    QTRY_VERIFY(answer.has_value());
    QVERIFY(!answer->has_value());
}

void TestModelRemote::rewrites()
{
    m_server->script({200, chat("{\"text\":\"Ol\u00e1, escreva para <EMAIL_1>.\"}"), {}});
    RewriteRequest request;
    request.text = QStringLiteral("Hello, write to help@example.com.");
    request.manner = RewriteRequest::Manner::Translated;
    request.language = QStringLiteral("pt");
    std::optional<Result<Draft>> answer;
    model(options()).rewrite(request, this, [&answer](const Result<Draft>& given) { answer = given; });
    QTRY_VERIFY(answer.has_value());
    QVERIFY(answer->has_value());
    QCOMPARE((*answer)->texts, QStringList{QStringLiteral("Ol\u00e1, escreva para help@example.com.")});
    QVERIFY(m_server->asked[0].body.contains("Portuguese"));
    QVERIFY(!m_server->asked[0].body.contains("help@example.com"));
}

void TestModelRemote::aClosingNote()
{
    m_server->script({200, chat("{\"text\":\"Lamp replaced.\"}"), {}});
    std::optional<Result<Draft>> answer;
    model(options()).closingNote(talk(), QStringLiteral("Sent a new lamp."), this,
                                 [&answer](const Result<Draft>& given) { answer = given; });
    QTRY_VERIFY(answer.has_value());
    QVERIFY(answer->has_value());
    QCOMPARE((*answer)->texts, QStringList{QStringLiteral("Lamp replaced.")});
    QVERIFY(m_server->asked[0].body.contains("Sent a new lamp."));
}

void TestModelRemote::offline()
{
    OfflineModel rules;
    std::optional<Result<Draft>> answer;
    const auto keep = [&answer](const Result<Draft>& given) {
        answer = given;
    };
    rules.suggestReplies(talk(), this, keep);
    QVERIFY(!answer.has_value());
    QTRY_VERIFY(answer.has_value());
    QCOMPARE((*answer)->texts.size(), 3);
    QCOMPARE((*answer)->engine, QStringLiteral("offline"));
    answer.reset();
    rules.rewrite({}, this, keep);
    QTRY_VERIFY(answer.has_value());
    QVERIFY(answer->error().code == ErrorCode::Unavailable);
    answer.reset();
    rules.closingNote(talk(), QStringLiteral("Sent a new lamp."), this, keep);
    QTRY_VERIFY(answer.has_value());
    QVERIFY((*answer)->texts[0].contains(QLatin1String("Sent a new lamp.")));
    std::optional<Result<Summary>> summary;
    rules.summarize(talk(), this, [&summary](const Result<Summary>& given) { summary = given; });
    QTRY_VERIFY(summary.has_value());
    QCOMPARE((*summary)->engine, QStringLiteral("offline"));
}

QTEST_GUILESS_MAIN(TestModelRemote)
#include "tst_modelremote.moc"
