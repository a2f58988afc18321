#include "authenticator_app.h"
#include "people_fixture.h"
#include "support/test_main.h"
#include "workplace.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

using namespace relevo;
using namespace relevo::test;

/// The desktop's windows at a real relay: signing in with a second factor, and notifications that are read.
class TestDeskAtRelay final : public PeopleFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { start(); }
    void init() { m_place = std::make_unique<Workplace>(); }
    void cleanup() { m_place.reset(); }

    void aSecondFactorIsAskedFor()
    {
        const auto [secret, codes] = enrolled("hal");
        show("hal");
        QVERIFY(!label("passwordError")->isVisible());
        QCOMPARE(label("codeWhose")->text(), QStringLiteral("hal@shop.test"));
        type("000000");
        QTRY_VERIFY(label("codeError")->isVisible());
        QVERIFY(!m_place->window.isDeskShown());
        const std::string code = appCode(secret, 1);
        type(code);
        QTRY_VERIFY(m_place->window.isDeskShown());
        QTRY_COMPARE(m_place->desk.link().state, client::LinkState::Online);
        QTRY_COMPARE(m_place->models.live.me().availability, domain::Availability::Available);

        // Each code counts once; a recovery code, as it is printed, is another way in.
        m_place->desk.signOut();
        QTRY_VERIFY(!m_place->window.isDeskShown());
        QVERIFY(edit("password")->text().isEmpty());
        submit("hal");
        type(code);
        QTRY_VERIFY(label("codeError")->isVisible());
        type(codes.at(0).get<std::string>());
        QTRY_VERIFY(m_place->window.isDeskShown());
        QTRY_COMPARE(m_place->desk.link().state, client::LinkState::Online);
    }

    void guessingIsSlowedDownInWords()
    {
        (void)enrolled("ivy");
        show("ivy");
        for (int i = 0; i < 5; ++i) {
            type("000000");
            QTRY_VERIFY(label("codeError")->isVisible());
        }
        type("000000");
        QTRY_VERIFY(label("codeTrouble")->isVisible());
        QVERIFY(label("codeTrouble")->text().startsWith(QStringLiteral("Too many attempts. Wait ")));
        QVERIFY(edit("code")->isVisible() && edit("code")->isEnabled());
        // Back at the start it is told again, and the door opens to others.
        QTest::keyClick(edit("code"), Qt::Key_Escape);
        QVERIFY(edit("password")->isVisible());
        submit("ivy");
        QTRY_VERIFY(label("loginError")->isVisible());
        QVERIFY(label("loginError")->text().startsWith(QStringLiteral("Too many attempts.")));
    }

    void whoMustEnrolIsToldSo()
    {
        const std::string kim = addAgent("kim");
        QCOMPARE(m_admin->raw("PATCH", agentPath(kim), R"({"totpRequired":true})").status, 200);
        fill("kim");
        QTRY_VERIFY(label("loginError")->isVisible());
        QVERIFY(label("loginError")->text().contains(QStringLiteral("second factor")));
        QVERIFY(!m_place->window.isDeskShown());
        // The session that could do nothing is not left behind.
        const auto sessions = [this] {
            const HttpAnswer in = signIn("kim");
            HttpCalls calls(m_relay.url(), QByteArray::fromStdString(in.json.at("token")));
            const std::size_t count = itemsOf(calls, path("/api/auth/sessions")).size();
            (void)calls.post(path("/api/auth/logout"), Json::object());
            return count;
        };
        QTRY_COMPARE(sessions(), std::size_t{1});
    }

    void aClickOnANotificationMarksItRead()
    {
        (void)addAgent("lou");
        auto lou = callsOf("lou");
        post("Before the desk was here");
        fill("lou");
        QTRY_COMPARE(titles(), QStringList{QStringLiteral("Before the desk was here")});
        post("A new order");
        QTRY_COMPARE(m_place->notifier.shown.size(), 2);
        QCOMPARE(unreadOf(*lou), 2);
        Q_EMIT m_place->notifier.opened(m_place->notifier.shown[1].key, {});
        QTRY_COMPARE(unreadOf(*lou), 1);
        // What is read elsewhere is taken away here.
        const std::string first = itemsOf(*lou, path("/api/notifications")).at(1).at("id");
        const QString read = QStringLiteral("/api/notifications/%1/read").arg(QString::fromStdString(first));
        QCOMPARE(lou->post(read, Json::object()).status, 200);
        QTRY_COMPARE(m_place->notifier.withdrawn, QStringList{m_place->notifier.shown[0].key});
        QCOMPARE(m_place->notifier.shown.size(), 2);
    }

private:
    std::unique_ptr<Workplace> m_place;

    QLineEdit* edit(const char* name)
    {
        return m_place->window.findChild<QLineEdit*>(QString::fromLatin1(name));
    }
    QLabel* label(const char* name) { return m_place->window.findChild<QLabel*>(QString::fromLatin1(name)); }

    /// Their secret and their recovery codes.
    std::pair<std::string, Json> enrolled(const char* name)
    {
        (void)addAgent(name);
        auto calls = callsOf(name);
        const std::string secret =
            calls->post(path("/api/auth/totp/enrol"), {{"password", goodPassword}}).json.at("secret");
        const HttpAnswer confirmed =
            calls->post(path("/api/auth/totp/confirm"), {{"code", appCode(secret, -1)}});
        return {secret, confirmed.json.at("recoveryCodes")};
    }

    void submit(const char* name)
    {
        edit("email")->setText(QString::fromLatin1(name) + QStringLiteral("@shop.test"));
        edit("password")->setText(QString::fromLatin1(goodPassword));
        QTest::keyClick(edit("password"), Qt::Key_Return);
    }

    /// Opens the desktop for the first time, and signs in.
    void fill(const char* name)
    {
        m_place->start(m_relay.url().toString());
        m_place->window.show();
        QTRY_VERIFY(edit("relayAddress")->isVisible());
        submit(name);
    }

    /// … up to the step of the code.
    void show(const char* name)
    {
        fill(name);
        QTRY_VERIFY(edit("code")->isVisible());
    }

    void type(const std::string& code)
    {
        QTRY_VERIFY(edit("code")->isVisible() && edit("code")->isEnabled());
        edit("code")->clear();
        QTest::keyClicks(edit("code"), QString::fromStdString(code));
        QTest::keyClick(edit("code"), Qt::Key_Return);
        QVERIFY(!edit("code")->isEnabled());
    }

    void post(const char* title)
    {
        QCOMPARE(m_bot->post(path("/api/notifications"), {{"title", title}}).status, 201);
    }
    QStringList titles() const
    {
        QStringList titles;
        for (const ui::Notice& notice : m_place->notifier.shown)
            titles.push_back(notice.title);
        return titles;
    }
    static int unreadOf(HttpCalls& calls)
    {
        int unread = 0;
        for (const Json& item : itemsOf(calls, path("/api/notifications")))
            unread += item.contains("readAt") ? 0 : 1;
        return unread;
    }
};

RELEVO_TEST(TestDeskAtRelay)
#include "tst_deskatrelay.moc"
