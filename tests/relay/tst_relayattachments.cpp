#include "desk_fixture.h"
#include "support/test_main.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDirIterator>
#include <QtCore/QUrl>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QtTest>

#include <algorithm>

using namespace relevo;
using namespace relevo::test;

/// Messages' files at a real relay: who may upload, send and read them, and what is left of them.
class TestRelayAttachments final : public QObject
{
    Q_OBJECT

private:
    static constexpr int limit = 256 * 1024;

    struct Held
    {
        QString session;
        std::string handoff;
        std::string conversation;
        Json epoch;
    };

    DeskFixture m_desk;
    std::unique_ptr<HttpCalls> m_ida;
    std::unique_ptr<HttpCalls> m_other;

    static QString path(const char* text) { return QString::fromUtf8(text); }
    static QString text(const std::string& utf8) { return QString::fromStdString(utf8); }
    static QByteArray png()
    {
        return QByteArray::fromBase64(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9"
            "awAAAABJRU5ErkJggg==");
    }
    static QString doorOf(const char* door, const QString& name, const std::string& id)
    {
        const QString file = QString::fromLatin1(QUrl::toPercentEncoding(name));
        return path(door) + path("?name=") + file + (id.empty() ? QString() : path("&id=") + text(id));
    }
    static HttpAnswer upload(HttpCalls& calls, const QString& name, const QByteArray& bytes,
                             const std::string& id = {}, const char* door = "/api/attachments")
    {
        return calls.raw("POST", doorOf(door, name, id), bytes, {}, "application/octet-stream");
    }
    static std::string uploaded(HttpCalls& calls, const QString& name, const QByteArray& bytes)
    {
        return upload(calls, name, bytes).json.value("id", "");
    }
    static std::string made() { return QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString(); }
    static QString fileOf(const std::string& id) { return path("/api/attachments/") + text(id); }
    static QString ofVisitor(const std::string& id) { return path("/api/visitor/attachments/") + text(id); }
    static QString ofHandoff(const Held& held, const char* what = "")
    {
        return path("/api/handoff/") + text(held.handoff) + path(what);
    }
    /// What the relay keeps of files, whole or still coming.
    QStringList onDisk() const
    {
        QStringList files;
        QDirIterator all(m_desk.relay.directory() + path("/attachments"), QDir::Files,
                         QDirIterator::Subdirectories);
        while (all.hasNext())
            files.push_back(all.next());
        return files;
    }
    bool isInDatabase(const QByteArray& words) const
    {
        const QDir directory(m_desk.relay.directory());
        for (const QFileInfo& one : directory.entryInfoList({path("*.db*")}, QDir::Files)) {
            QFile file(one.filePath());
            if (!file.open(QIODevice::ReadOnly) || file.readAll().contains(words))
                return true;
        }
        return false;
    }
    /// A conversation that Ida holds.
    Held hold(const QString& session)
    {
        Held held{session, m_desk.ask(session).toStdString(), {}, {}};
        const Json claimed = m_ida->post(ofHandoff(held, "/claim"), Json::object()).json;
        held.conversation = m_ida->get(ofHandoff(held)).json.value("conversationId", "");
        held.epoch = claimed.value("epoch", Json());
        return held;
    }
    HttpAnswer say(const QString& session, const Json& attachments)
    {
        return m_desk.bot().post(m_desk.messagesOf(session), {{"author", "customer"},
                                                              {"content", "see this"},
                                                              {"contact", {{"name", session.toStdString()}}},
                                                              {"attachments", attachments}});
    }
    Json send(const Held& held, const Json& attachments, const char* content = "")
    {
        return m_desk.clients[0]->callAndWait("message.send", {{"commandId", made()},
                                                               {"conversationId", held.conversation},
                                                               {"handoffId", held.handoff},
                                                               {"content", content},
                                                               {"epoch", held.epoch},
                                                               {"clientId", made()},
                                                               {"attachments", attachments}});
    }
    Json lastMessage(const Held& held) { return m_ida->get(ofHandoff(held)).json.at("messages").back(); }
    QString contactOf(const std::string& conversation)
    {
        const Json items = m_ida->get(path("/api/contacts?limit=200")).json.at("items");
        for (const Json& one : items) {
            if (one.at("conversationId") == conversation)
                return text(one.at("id"));
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_desk.relay.options = {path("--limits-attachment-bytes"), QString::number(limit)};
        QVERIFY2(m_desk.startWithAdmin(2), m_desk.relay.errors().constData());
        m_ida = std::make_unique<HttpCalls>(m_desk.relay.url(), m_desk.tokens[0]);
        m_other = std::make_unique<HttpCalls>(m_desk.relay.url(), m_desk.tokens[1]);
        QVERIFY(m_desk.connectClients(2));
    }

    void areUploadedAndGivenBack()
    {
        const QByteArray bytes = QByteArray(limit - 1, 'x') + '\n';
        const HttpAnswer mine = upload(*m_ida, path("Rücksendung.txt"), bytes);
        QCOMPARE(mine.status, 201);
        QCOMPARE(text(mine.json.at("name")), path("Rücksendung.txt"));
        QCOMPARE(mine.json.at("mime"), "text/plain");
        QCOMPARE(mine.json.at("size"), limit);
        QCOMPARE(text(mine.json.at("url")), fileOf(mine.json.at("id")));
        const QByteArray digest = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
        QCOMPARE(mine.json.at("sha256"), digest.toStdString());
        QVERIFY(!mine.json.contains("width"));
        const HttpAnswer picture = upload(m_desk.bot(), path("dot.png"), png());
        QCOMPARE(picture.status, 201);
        QCOMPARE(picture.json.at("mime"), "image/png");
        QCOMPARE(picture.json.at("width"), 1);
        QCOMPARE(picture.json.at("height"), 1);
        for (HttpCalls* reader : {m_ida.get(), m_other.get(), &m_desk.bot()}) {
            QCOMPARE(reader->get(fileOf(mine.json.at("id"))).body, bytes);
            QCOMPARE(reader->get(fileOf(picture.json.at("id"))).body, png());
        }
        QCOMPARE(onDisk().size(), 2);
        for (const QString& file : onDisk())
            QCOMPARE(QFileInfo(file).permissions() & (QFile::ReadGroup | QFile::ReadOther),
                     QFile::Permissions());
        HttpCalls nobody(m_desk.relay.url());
        QCOMPARE(upload(nobody, path("x"), "x").status, 401);
        QCOMPARE(nobody.get(fileOf(mine.json.at("id"))).status, 401);
        QCOMPARE(m_ida->get(fileOf(made())).status, 404);
        QCOMPARE(upload(*m_ida, path("empty.txt"), {}).status, 422);
        QCOMPARE(onDisk().size(), 2);
    }

    void aRepeatGetsTheFirstAnswer()
    {
        const std::string id = made();
        const qsizetype before = onDisk().size();
        const HttpAnswer first = upload(*m_ida, path("one.txt"), "the first", id);
        QCOMPARE(first.json.at("id"), id);
        const HttpAnswer again = upload(*m_ida, path("two.txt"), "the second", id);
        QCOMPARE(again.status, 201);
        QVERIFY(again.json == first.json);
        QCOMPARE(m_ida->get(fileOf(id)).body, QByteArray("the first"));
        QCOMPARE(upload(*m_other, path("one.txt"), "the first", id).status, 409);
        QCOMPARE(upload(m_desk.bot(), path("one.txt"), "the first", id).status, 409);
        QCOMPARE(upload(*m_ida, path("one.txt"), "the first", "../../one").status, 422);
        QTRY_COMPARE(onDisk().size(), before + 1);
    }

    void anAgentSendsThem()
    {
        const Held held = hold(path("agent"));
        const std::string one = uploaded(*m_ida, path("label.txt"), "a label");
        const std::string two = uploaded(*m_ida, path("dot.png"), png());
        const Json answer = send(held, {one, two}, "Your label");
        QVERIFY2(answer.contains("result"), answer.dump().c_str());
        const Json& message = answer.at("result");
        QCOMPARE(message.at("kind"), "text");
        QCOMPARE(message.at("attachments").size(), std::size_t{2});
        QCOMPARE(message.at("attachments").at(0).at("id"), one);
        QCOMPARE(message.at("attachments").at(1).at("id"), two);
        QCOMPARE(message.at("attachments").at(1).at("width"), 1);
        // The event tells every desk the same.
        const auto id = *domain::ConversationId::parse(std::string_view(held.conversation));
        for (const auto& client : m_desk.clients) {
            QTRY_COMPARE(client->state().conversations.at(id).lastMessage->attachments.size(), 2U);
            const domain::Attachment& told =
                client->state().conversations.at(id).lastMessage->attachments.front();
            QCOMPARE(told.name, path("label.txt"));
            QCOMPARE(told.size, 7);
            QCOMPARE(told.sha256.size(), 64);
        }
        // Words may be missing where there is a file, and only there.
        const Json alone = send(held, {uploaded(*m_ida, path("dot.png"), png())});
        QCOMPARE(alone.at("result").at("kind"), "image");
        QVERIFY(send(held, Json::array()).contains("error"));
        QCOMPARE(m_ida
                     ->post(ofHandoff(held, "/message"),
                            {{"attachments", {uploaded(*m_ida, path("bill.txt"), "5 EUR")}}})
                     .status,
                 200);
        QCOMPARE(lastMessage(held).at("attachments").at(0).at("name"), "bill.txt");
        QCOMPARE(lastMessage(held).at("kind"), "document");
        const Json noted = m_desk.clients[0]->callAndWait(
            "note.add", {{"commandId", made()},
                         {"handoffId", held.handoff},
                         {"content", ""},
                         {"attachments", {uploaded(*m_ida, path("us.txt"), "for us")}}});
        QVERIFY2(noted.contains("result"), noted.dump().c_str());
        QCOMPARE(lastMessage(held).at("note"), true);
        QCOMPARE(lastMessage(held).at("attachments").at(0).at("name"), "us.txt");
        QVERIFY(m_desk.everybodyAgrees());
    }

    void aProgramSendsThem()
    {
        const std::string id = uploaded(m_desk.bot(), path("photo.png"), png());
        QCOMPARE(say(path("program"), {id}).status, 201);
        const Json items = m_desk.bot().get(m_desk.messagesOf(path("program"))).json.at("items");
        QCOMPARE(items.back().at("attachments").at(0).at("id"), id);
        QCOMPARE(text(items.back().at("attachments").at(0).at("url")), fileOf(id));
        QCOMPARE(say(path("program"), {id}).status, 201); // in the same conversation again
        QVERIFY(m_desk.everybodyAgrees());
    }

    void whatIsNotTheSendersIsRefused()
    {
        const Held held = hold(path("refused"));
        const auto isRefused = [](const HttpAnswer& answer, const std::string& id) {
            return answer.status == 422 && answer.code() == "invalid" &&
                   QString::fromUtf8(answer.body).contains(QString::fromStdString(id));
        };
        const std::string nobodys = made();
        const std::string others = uploaded(*m_other, path("other.txt"), "another's");
        const std::string sent = uploaded(m_desk.bot(), path("sent.txt"), "sent");
        QCOMPARE(say(path("elsewhere"), {sent}).status, 201);
        QVERIFY(isRefused(say(path("refused"), {nobodys}), nobodys));
        QVERIFY(isRefused(say(path("refused"), {others}), others));
        QVERIFY(isRefused(say(path("refused"), {sent}), sent));
        for (const std::string& id : {nobodys, others, sent}) {
            const Json refused = send(held, {id}, "see");
            QVERIFY2(refused.contains("error"), refused.dump().c_str());
            QCOMPARE(refused.at("error").at("data").at("code"), "invalid");
            QVERIFY(refused.dump().find(id) != std::string::npos);
            QVERIFY(isRefused(m_ida->post(ofHandoff(held, "/message"), {{"attachments", {id}}}), id));
            QVERIFY(isRefused(
                m_ida->post(ofHandoff(held, "/note"), {{"content", "see"}, {"attachments", {id}}}), id));
        }
        const std::string own = uploaded(*m_ida, path("own.txt"), "own");
        QCOMPARE(send(held, {own, own}).at("error").at("code"), -32602);
        QCOMPARE(say(path("refused"), "no list").status, 422);
        QCOMPARE(say(path("refused"), Json(std::vector<std::string>(11, made()))).status, 422);
        QCOMPARE(m_ida->get(ofHandoff(held)).json.dump().find("attachments"), std::string::npos);
    }

    void tooMuchIsRefusedAndGone()
    {
        const QStringList before = onDisk();
        const HttpAnswer answer = upload(*m_ida, path("large.bin"), QByteArray(limit + 1, 'x'));
        QCOMPARE(answer.status, 413);
        QCOMPARE(answer.code(), "too_large");
        // One that does not say how much it is.
        QTcpSocket socket;
        socket.connectToHost(m_desk.relay.url().host(), static_cast<quint16>(m_desk.relay.url().port()));
        QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
        socket.write(
            "POST /api/attachments?name=large.bin HTTP/1.1\r\nHost: relay\r\nAuthorization: Bearer " +
            m_desk.tokens[0] +
            "\r\nContent-Type: application/octet-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (int sent = 0; sent <= limit; sent += 64 * 1024)
            socket.write("10000\r\n" + QByteArray(64 * 1024, 'x') + "\r\n");
        QByteArray heard;
        QTRY_VERIFY((heard += socket.readAll()).contains("\r\n\r\n"));
        QVERIFY2(heard.startsWith("HTTP/1.1 413"), heard.constData());
        QTRY_COMPARE(onDisk(), before);
        // Nor is anything left of one who goes away in the middle.
        QTcpSocket gone;
        gone.connectToHost(m_desk.relay.url().host(), static_cast<quint16>(m_desk.relay.url().port()));
        QTRY_COMPARE(gone.state(), QAbstractSocket::ConnectedState);
        gone.write("POST /api/attachments?name=half.bin HTTP/1.1\r\nHost: relay\r\nAuthorization: Bearer " +
                   m_desk.tokens[0] + "\r\nContent-Length: 100000\r\n\r\n" + QByteArray(50'000, 'x'));
        QTRY_COMPARE(onDisk().size(), before.size() + 1);
        gone.abort();
        QTRY_COMPARE(onDisk(), before);
    }

    void aFileIsWhatItsBytesAre()
    {
        const HttpAnswer page =
            upload(*m_ida, path("cat.png"), "<!DOCTYPE html><html><script>alert(1)</script></html>");
        QCOMPARE(page.json.at("mime"), "text/html");
        const HttpAnswer saved = m_ida->get(fileOf(page.json.at("id")));
        QCOMPARE(saved.headers.value("content-type"), QByteArray("text/html"));
        QVERIFY(saved.headers.value("content-disposition").startsWith("attachment;"));
        QCOMPARE(saved.headers.value("x-content-type-options"), QByteArray("nosniff"));
        QVERIFY(saved.headers.value("content-security-policy").contains("sandbox"));
        const HttpAnswer drawing =
            upload(*m_ida, path("cat.png"),
                   "<?xml version=\"1.0\"?><svg "
                   "xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>");
        QVERIFY(m_ida->get(fileOf(drawing.json.at("id")))
                    .headers.value("content-disposition")
                    .startsWith("attachment;"));
        const HttpAnswer shown = m_ida->get(fileOf(uploaded(*m_ida, path("cat.html"), png())));
        QCOMPARE(shown.headers.value("content-type"), QByteArray("image/png"));
        QVERIFY(shown.headers.value("content-disposition").startsWith("inline;"));
        QCOMPARE(shown.headers.value("x-content-type-options"), QByteArray("nosniff"));
    }

    void aNameIsMadeSafe()
    {
        const auto nameOf = [this](const QString& name) {
            return text(upload(*m_ida, name, "x").json.at("name"));
        };
        QCOMPARE(nameOf(path("../../etc/passwd")), path("passwd"));
        QCOMPARE(nameOf(path("C:\\Users\\ana\\bill.pdf")), path("bill.pdf"));
        QCOMPARE(nameOf(path("bill\u202Efdp.exe")), path("billfdp.exe"));
        QCOMPARE(nameOf(path("a\r\nSet-Cookie: x=y\x01.txt")), path("aSet-Cookie_ x=y.txt"));
        QCOMPARE(nameOf(path("..")), path("file"));
        const QString longest = nameOf(QString(500, u'n') + path(".pdf"));
        QCOMPARE(longest.size(), 200);
        QVERIFY(longest.endsWith(path(".pdf")));
        const std::string quoted = uploaded(*m_ida, path("\"ñ\".txt"), "x");
        const QByteArray header = m_ida->get(fileOf(quoted)).headers.value("content-disposition");
        QVERIFY2(header.contains("filename*=UTF-8''_%C3%B1_.txt"), header.constData());
    }

    void aCustomerReachesOnlyTheirOwn()
    {
        std::string token;
        Json hello;
        const auto browser = m_desk.browser(token, hello);
        QVERIFY(browser);
        std::string strangersToken;
        Json strangersHello;
        const auto stranger = m_desk.browser(strangersToken, strangersHello);
        QVERIFY(stranger);
        HttpCalls visitor(m_desk.relay.url(), QByteArray::fromStdString(token));
        HttpCalls another(m_desk.relay.url(), QByteArray::fromStdString(strangersToken));
        const HttpAnswer mine = upload(visitor, path("door.png"), png(), {}, "/api/visitor/attachments");
        QCOMPARE(mine.status, 201);
        const std::string id = mine.json.at("id");
        QCOMPARE(text(mine.json.at("url")), ofVisitor(id));
        const Json stolen = stranger->callAndWait(
            "message.send", {{"clientId", "1"}, {"content", "see"}, {"attachments", {id}}});
        QVERIFY2(stolen.contains("error"), stolen.dump().c_str());
        const Json sent =
            browser->callAndWait("message.send", {{"clientId", "1"}, {"content", ""}, {"attachments", {id}}});
        QVERIFY2(sent.contains("result"), sent.dump().c_str());
        QCOMPARE(sent.at("result").at("message").at("attachments").at(0).at("id"), id);
        QCOMPARE(m_ida->get(fileOf(id)).body, png());

        const Held held = hold(path("web:") + text(hello.at("conversationId")));
        const std::string answer = uploaded(*m_ida, path("answer.txt"), "for you");
        const std::string secret = uploaded(*m_ida, path("secret.txt"), "for us");
        QCOMPARE(visitor.get(ofVisitor(answer)).status, 404); // not sent yet
        QVERIFY(send(held, {answer}).contains("result"));
        QCOMPARE(
            m_ida->post(ofHandoff(held, "/note"), {{"content", "see"}, {"attachments", {secret}}}).status,
            200);
        QCOMPARE(m_ida->get(fileOf(secret)).status, 200);
        QCOMPARE(visitor.get(ofVisitor(id)).body, png());
        QCOMPARE(visitor.get(ofVisitor(answer)).body, QByteArray("for you"));
        QCOMPARE(visitor.get(ofVisitor(secret)).status, 404);
        for (const std::string& file : {id, answer, secret}) {
            QCOMPARE(another.get(ofVisitor(file)).status, 404);
            QCOMPARE(visitor.get(fileOf(file)).status, 401);
            QCOMPARE(m_ida->get(ofVisitor(file)).status, 401);
        }
        const auto heard = [&] {
            return std::ranges::any_of(browser->notifications(), [&](const auto& one) {
                return one.second.dump().find(answer) != std::string::npos;
            });
        };
        QTRY_VERIFY(heard());
        for (const auto& [method, params] : browser->notifications())
            QVERIFY(params.dump().find("secret") == std::string::npos);
    }

    void surviveThePowerCut()
    {
        const std::string id = uploaded(m_desk.bot(), path("kept.txt"), "kept");
        QCOMPARE(say(path("kept"), {id}).status, 201);
        m_desk.relay.kill();
        QVERIFY2(m_desk.relay.start(), m_desk.relay.errors().constData());
        QCOMPARE(m_desk.bot().get(fileOf(id)).body, QByteArray("kept"));
        QByteArray why;
        QVERIFY2(m_desk.verified(why), why.constData());
    }

    void aDiskThatRefusesIsSaid()
    {
        const QStringList before = onDisk();
        const QString incoming = m_desk.relay.directory() + path("/attachments/incoming");
        QVERIFY(QDir(incoming).removeRecursively());
        QFile inTheWay(incoming);
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        const HttpAnswer refused = upload(*m_ida, path("x.txt"), "x");
        QCOMPARE(refused.status, 503);
        QCOMPARE(refused.code(), "unavailable");
        QVERIFY(refused.headers.contains("retry-after"));
        QVERIFY(inTheWay.remove());
        QCOMPARE(onDisk(), before);
        QCOMPARE(upload(*m_ida, path("x.txt"), "x").status, 201);
    }

    void areExportedAndErased()
    {
        const std::string id = uploaded(m_desk.bot(), path("zebrafinch.txt"), "my zebrafinch");
        const std::string conversation = say(path("erased"), {id}).json.at("conversationId");
        const std::string kept = uploaded(m_desk.bot(), path("other.txt"), "of somebody else");
        QCOMPARE(say(path("not-erased"), {kept}).status, 201);
        const QString contact = contactOf(conversation);
        QVERIFY(!contact.isEmpty());
        const Json record = m_desk.admin().get(path("/api/contacts/") + contact + path("/export")).json;
        const Json& file = record.at("conversations").at(0).at("messages").back().at("attachments").at(0);
        QCOMPARE(file.at("id"), id);
        QCOMPARE(file.at("name"), "zebrafinch.txt");
        QCOMPARE(file.at("sha256"),
                 QCryptographicHash::hash("my zebrafinch", QCryptographicHash::Sha256).toHex().toStdString());
        const auto isThere = [this](const std::string& what) {
            return !onDisk().filter(QString::fromStdString(what)).isEmpty();
        };
        QVERIFY(isThere(id));
        QCOMPARE(m_desk.admin().raw("DELETE", path("/api/contacts/") + contact, {}).status, 200);
        QCOMPARE(m_ida->get(fileOf(id)).status, 404);
        QTRY_VERIFY(!isThere(id));
        QVERIFY(isThere(kept));
        QCOMPARE(m_ida->get(fileOf(kept)).status, 200);
        QByteArray why;
        QVERIFY2(m_desk.verified(why), why.constData());
        QCOMPARE(m_desk.relay.terminate(), 0);
        QVERIFY(!isInDatabase("zebrafinch"));
    }
};

RELEVO_TEST(TestRelayAttachments)
#include "tst_relayattachments.moc"
