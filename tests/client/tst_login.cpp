#include "http_answer.h"
#include "support/test_main.h"

#include <client/login.h>
#include <client/profile.h>
#include <client/secrets.h>

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::client;
using test::http;

namespace {

const char* agentJson =
    R"({"id":"0190aaaa-0000-7000-8000-000000000001","name":"Ana","role":"agent","availability":"away"})";
const char* projectJson = R"({"id":"0190aaaa-0000-7000-8000-000000000002","name":"Shop"})";

/// Answers every request with the same bytes.
class CannedServer : public QTcpServer
{
public:
    explicit CannedServer(QByteArray answer) : m_answer(std::move(answer))
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("cannot listen");
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                m_request += socket->readAll();
                if (!m_request.contains("\r\n\r\n{"))
                    return;
                socket->write(m_answer);
                socket->disconnectFromHost();
            });
        });
    }
    [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort())); }
    [[nodiscard]] const QByteArray& request() const { return m_request; }

private:
    QByteArray m_answer;
    QByteArray m_request;
};

} // namespace

class tst_Login : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signsIn();
    void sendsTheCodeWhenThereIsOne();
    void whoMustEnrolIsSignedOutAgain();
    void waitsAreToldInWords_data();
    void waitsAreToldInWords();
    void tellsWhatIsWrong_data();
    void tellsWhatIsWrong();
    void tellsThatNobodyAnswers();
    void theLastAttemptCounts();
    void readsTypedAddresses_data();
    void readsTypedAddresses();
    void keepsProfiles();
    void keysDiffer();
    void sessionSecretsForget();

private:
    std::optional<Result<SignedIn>> m_answer;
    std::unique_ptr<Login> m_login;

    /// Signs in, and waits for what comes of it.
    void tryAt(const QUrl& url,
               const Credentials& credentials = {QStringLiteral("a@b.c"), QStringLiteral("x"), {}})
    {
        m_login = std::make_unique<Login>();
        m_answer.reset();
        m_login->signIn(url, credentials, [this](const Result<SignedIn>& answer) { m_answer = answer; });
        QTRY_VERIFY(m_answer);
    }
};

void tst_Login::signsIn()
{
    CannedServer server(http("200 OK", QByteArray(R"({"token":"t0k","agent":)") + agentJson +
                                           ",\"project\":" + projectJson + "}"));
    tryAt(server.url(), {QStringLiteral("ana@example.com"), QStringLiteral("pä\"ss"), {}});
    QVERIFY(*m_answer);
    QCOMPARE((*m_answer)->token, QStringLiteral("t0k"));
    QCOMPARE((*m_answer)->agent.name, QStringLiteral("Ana"));
    QCOMPARE((*m_answer)->project.name, QStringLiteral("Shop"));
    QVERIFY(server.request().startsWith("POST /api/auth/login HTTP/1.1\r\n"));
    QVERIFY(server.request().contains(QByteArray(R"({"email":"ana@example.com","password":"pä\"ss"})")));
}

void tst_Login::sendsTheCodeWhenThereIsOne()
{
    CannedServer server(http("401 Unauthorized", R"({"code":"unauthorized","totp":"wrong"})"));
    tryAt(server.url(), {QStringLiteral("a@b.c"), QStringLiteral("x"), QStringLiteral("123 456")});
    QVERIFY(server.request().contains(R"({"email":"a@b.c","password":"x","totp":"123 456"})"));
}

void tst_Login::whoMustEnrolIsSignedOutAgain()
{
    CannedServer server(http("200 OK", QByteArray(R"({"token":"t0k","totp":"enrol","agent":)") + agentJson +
                                           ",\"project\":" + projectJson + "}"));
    tryAt(server.url());
    QVERIFY(!*m_answer);
    QCOMPARE(m_answer->error().context.at(QStringLiteral("reason")), QStringLiteral("must_enrol"));
    QTRY_VERIFY(server.request().contains("POST /api/auth/logout HTTP/1.1\r\n"));
    QVERIFY(server.request().contains("Authorization: Bearer t0k\r\n"));
}

void tst_Login::waitsAreToldInWords_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("words");
    QTest::newRow("seconds") << QByteArray("Retry-After: 30\r\n")
                             << QStringLiteral("Wait 30 seconds and try again.");
    QTest::newRow("minutes") << QByteArray("Retry-After: 301\r\n")
                             << QStringLiteral("Wait 6 minute(s) and try again.");
    for (const char* none : {"", "Retry-After: soon\r\n", "Retry-After: -5\r\n"})
        QTest::newRow(none) << QByteArray(none) << QStringLiteral("Wait a little and try again.");
}

void tst_Login::waitsAreToldInWords()
{
    QFETCH(QByteArray, header);
    QFETCH(QString, words);
    CannedServer server(http("429 Too Many Requests", R"({"code":"rate_limited"})", header));
    tryAt(server.url());
    QCOMPARE(m_answer->error().detail, words);
}

void tst_Login::tellsWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<ErrorCode>("code");
    const QByteArray problem = R"({"type":"about:blank","title":"No","status":401,"code":"unauthorized"})";
    QTest::newRow("wrong password") << http("401 Unauthorized", problem) << QStringLiteral("wrong_password")
                                    << ErrorCode::Unauthorized;
    QTest::newRow("code needed") << http("401 Unauthorized",
                                         R"({"code":"unauthorized","totp":"required","title":"No"})")
                                 << QStringLiteral("code_needed") << ErrorCode::Unauthorized;
    QTest::newRow("code wrong") << http("401 Unauthorized", R"({"code":"unauthorized","totp":"wrong"})")
                                << QStringLiteral("code_wrong") << ErrorCode::Unauthorized;
    QTest::newRow("too many") << http("429 Too Many Requests", R"({"code":"rate_limited"})",
                                      "Retry-After: 30\r\n")
                              << QStringLiteral("rate_limited") << ErrorCode::RateLimited;
    QTest::newRow("refused") << http("403 Forbidden", R"({"code":"forbidden","title":"Not you"})")
                             << QStringLiteral("refused") << ErrorCode::Forbidden;
    QTest::newRow("another site") << http("404 Not Found", "<html>nginx</html>")
                                  << QStringLiteral("not_relevo") << ErrorCode::Unavailable;
    QTest::newRow("another site's success")
        << http("200 OK", "<html>welcome</html>") << QStringLiteral("not_relevo") << ErrorCode::Unavailable;
    QTest::newRow("somewhere else") << http("302 Found", "", "Location: http://example.com/\r\n")
                                    << QStringLiteral("not_relevo") << ErrorCode::Unavailable;
    QTest::newRow("not even HTTP") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n") << QStringLiteral("not_relevo")
                                   << ErrorCode::Unavailable;
    QTest::newRow("endless") << http("200 OK", QByteArray(5'000'000, ' ')) << QStringLiteral("not_relevo")
                             << ErrorCode::Unavailable;
}

void tst_Login::tellsWhatIsWrong()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, reason);
    QFETCH(ErrorCode, code);
    CannedServer server(answer);
    tryAt(server.url());
    QVERIFY(!*m_answer);
    const Error& error = m_answer->error();
    QCOMPARE(error.context.at(QStringLiteral("reason")), reason);
    QCOMPARE(error.code, code);
    QVERIFY(!error.message.isEmpty());
    if (reason == QLatin1String("rate_limited"))
        QVERIFY(error.detail.contains(QStringLiteral("30")));
}

void tst_Login::tellsThatNobodyAnswers()
{
    QUrl url;
    {
        CannedServer gone({});
        url = gone.url();
    }
    tryAt(url);
    QCOMPARE(m_answer->error().context.at(QStringLiteral("reason")), QStringLiteral("unreachable"));

    // A server that speaks no TLS where TLS is wanted.
    CannedServer plain(http("200 OK", "{}"));
    url = plain.url();
    url.setScheme(QStringLiteral("https"));
    connect(&plain, &QTcpServer::newConnection, &plain, [] {});
    Login login;
    m_answer.reset();
    login.signIn(url, {QStringLiteral("a@b.c"), QStringLiteral("x"), {}},
                 [this](const Result<SignedIn>& got) { m_answer = got; });
    plain.close();
    QTRY_VERIFY_WITH_TIMEOUT(m_answer, 25'000);
    QVERIFY(!*m_answer);
}

void tst_Login::theLastAttemptCounts()
{
    CannedServer first(http("401 Unauthorized", R"({"code":"unauthorized"})"));
    CannedServer second(http("429 Too Many Requests", R"({"code":"rate_limited"})"));
    Login login;
    int answers = 0;
    const auto count = [&answers, this](const Result<SignedIn>& got) {
        ++answers;
        m_answer = got;
    };
    m_answer.reset();
    login.signIn(first.url(), {QStringLiteral("a@b.c"), QStringLiteral("x"), {}}, count);
    login.signIn(second.url(), {QStringLiteral("a@b.c"), QStringLiteral("x"), {}}, count);
    QTRY_VERIFY(m_answer);
    QCOMPARE(m_answer->error().code, ErrorCode::RateLimited);
    // What the first had to say would have come before the answer to a later one.
    CannedServer third(http("401 Unauthorized", R"({"code":"unauthorized"})"));
    login.signIn(third.url(), {QStringLiteral("a@b.c"), QStringLiteral("x"), {}}, count);
    QTRY_COMPARE(m_answer->error().code, ErrorCode::Unauthorized);
    QCOMPARE(answers, 2);
}

void tst_Login::readsTypedAddresses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("url");
    QTest::newRow("name") << QStringLiteral(" desk.example.com ")
                          << QStringLiteral("https://desk.example.com");
    QTest::newRow("loopback") << QStringLiteral("localhost:8787") << QStringLiteral("http://localhost:8787");
    QTest::newRow("loopback 4") << QStringLiteral("127.0.0.1:8787/")
                                << QStringLiteral("http://127.0.0.1:8787");
    QTest::newRow("loopback 6") << QStringLiteral("[::1]:8787") << QStringLiteral("http://[::1]:8787");
    QTest::newRow("scheme") << QStringLiteral("http://10.0.0.5:8787")
                            << QStringLiteral("http://10.0.0.5:8787");
    QTest::newRow("path") << QStringLiteral("https://example.com/desk//")
                          << QStringLiteral("https://example.com/desk");
    QTest::newRow("query") << QStringLiteral("https://example.com/?a=b#c")
                           << QStringLiteral("https://example.com");
    for (const char* wrong : {"", "   ", "ftp://example.com", "https://", "http://user:pw@example.com",
                              "a b c", "javascript:alert(1)", "file:///etc/passwd"})
        QTest::newRow(wrong) << QString::fromLatin1(wrong) << QString();
}

void tst_Login::readsTypedAddresses()
{
    QFETCH(QString, typed);
    QFETCH(QString, url);
    const Result<QUrl> read = relayUrl(typed);
    QCOMPARE(read.has_value(), !url.isEmpty());
    if (read)
        QCOMPARE(read->toString(), url);
}

void tst_Login::keepsProfiles()
{
    QTemporaryDir directory;
    Profile profile;
    profile.name = QStringLiteral("../work/ä");
    profile.relay = QUrl(QStringLiteral("https://desk.example.com/x"));
    profile.email = QStringLiteral("ana@example.com");
    profile.agent.id =
        domain::AgentId::parse(std::string_view("0190aaaa-0000-7000-8000-000000000001")).value();
    profile.agent.name = QStringLiteral("Ana");
    QCOMPARE(loadProfile(directory.path(), profile.name).error().code, ErrorCode::NotFound);
    QVERIFY(saveProfile(directory.path(), profile));
    QVERIFY(loadProfile(directory.path(), profile.name).value() == profile);
    const QStringList files = QDir(directory.path()).entryList(QDir::Files);
    QCOMPARE(files.size(), 1); // in this directory and in no other
    QVERIFY(!(QFile::permissions(directory.filePath(files[0])) &
              (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
    QFile file(directory.filePath(files[0]));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write("{");
    file.close();
    QCOMPARE(loadProfile(directory.path(), profile.name).error().code, ErrorCode::Invalid);
}

void tst_Login::keysDiffer()
{
    Profile one;
    one.relay = QUrl(QStringLiteral("https://a.example.com"));
    Profile two = one;
    two.relay = QUrl(QStringLiteral("https://b.example.com"));
    QVERIFY(secretKey(one) != secretKey(two));
    QVERIFY(mirrorPath(QStringLiteral("/d"), one) != mirrorPath(QStringLiteral("/d"), two));
    two = one;
    two.agent.id = domain::AgentId(QUuid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
    QVERIFY(secretKey(one) != secretKey(two));
    // Two profiles of one account do not lock each other out, nor forget what the other keeps.
    two = one;
    two.name = QStringLiteral("second");
    QVERIFY(mirrorPath(QStringLiteral("/d"), one) != mirrorPath(QStringLiteral("/d"), two));
    QVERIFY(filesFolder(QStringLiteral("/d"), one) != filesFolder(QStringLiteral("/d"), two));
    two = one;
    two.email = QStringLiteral("x@y.z");
    QCOMPARE(mirrorPath(QStringLiteral("/d"), one), mirrorPath(QStringLiteral("/d"), two));
    QCOMPARE(secretKey(one), secretKey(two));
}

void tst_Login::sessionSecretsForget()
{
    SessionSecrets secrets;
    QObject context;
    QStringList seen;
    const auto note = [&seen](const Result<QString>& secret) {
        seen.push_back(secret ? *secret : wireName(secret.error().code));
    };
    const auto done = [&seen](const Result<void>& result) {
        seen.push_back(result ? QStringLiteral("ok") : QString());
    };
    secrets.read(QStringLiteral("k"), &context, note);
    secrets.write(QStringLiteral("k"), QStringLiteral("v"), &context, done);
    secrets.read(QStringLiteral("k"), &context, note);
    secrets.remove(QStringLiteral("k"), &context, done);
    secrets.read(QStringLiteral("k"), &context, note);
    QVERIFY(seen.isEmpty()); // answers come later
    {
        QObject gone;
        secrets.read(QStringLiteral("k"), &gone, note);
    }
    QTRY_COMPARE(seen.size(), 5);
    QCOMPARE(seen, (QStringList{QStringLiteral("not_found"), QStringLiteral("ok"), QStringLiteral("v"),
                                QStringLiteral("ok"), QStringLiteral("not_found")}));
}

RELEVO_TEST(tst_Login)
#include "tst_login.moc"
