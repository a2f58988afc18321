#include "people_fixture.h"
#include "support/test_main.h"
#include "workplace.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QDialog>
#include <QtWidgets/QTextEdit>

using namespace relevo;
using namespace relevo::test;

/// A customer's whole case at a real relay by nothing but keys pressed where the keyboard is: no test reaches
/// for a control.
class TestKeysOnly final : public PeopleFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        start();
        QVERIFY(!addAgent("kay").empty());
        m_kay = callsOf("kay");
    }
    void cleanup() { m_place.reset(); }

    void fromRingToResolve()
    {
        m_place = std::make_unique<Workplace>();
        m_place->start(m_relay.url().toString());
        m_place->window.resize(1366, 768);
        m_place->window.show();
        m_place->window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_place->window));
        signInByKeys();

        // It rings for whoever is elsewhere, and the queue has it.
        const std::string handoff = handoffOf("keys");
        const auto id = *domain::HandoffId::parse(QString::fromStdString(handoff));
        QTRY_VERIFY(m_place->models.live.rowOfHandoff(id));
        press(Qt::Key_1, Qt::ControlModifier);
        QTRY_COMPARE(keyboardAt(), QStringLiteral("waitingList"));

        press(Qt::Key_C);
        QTRY_COMPARE(keyboardAt(), QStringLiteral("message"));
        QCOMPARE(stateOf(handoff).at("assignedTo").at("name"), "kay");

        type("Hello, this is Kay.");
        press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(said("keys", "Hello, this is Kay."), 1, 20'000);

        press(Qt::Key_R, Qt::ControlModifier);
        QTRY_COMPARE(keyboardAt(), QStringLiteral("resolutionNotes"));
        type("Told by telephone.");
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(handoff).at("status").get<std::string>(), std::string("resolved"),
                                  20'000);
        QCOMPARE(stateOf(handoff).at("resolutionNotes"), "Told by telephone.");
    }

private:
    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<HttpCalls> m_kay;

    /// The name of what has the keyboard.
    static QString keyboardAt()
    {
        const QWidget* widget = QApplication::focusWidget();
        return widget ? widget->objectName() : QString();
    }
    static void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QWidget* widget = QApplication::focusWidget();
        QTest::keyClick(widget ? widget : QApplication::activeWindow(), key, with);
    }
    static void type(const char* text)
    {
        QTest::keyClicks(QApplication::focusWidget(), QString::fromLatin1(text));
    }
    /// By Tab; false when it is not on the way.
    static bool tabTo(const char* name)
    {
        for (int step = 0; step < 12; ++step) {
            if (keyboardAt() == QLatin1String(name))
                return true;
            press(Qt::Key_Tab);
        }
        return false;
    }

    void signInByKeys()
    {
        QTRY_VERIFY(!keyboardAt().isEmpty());
        QVERIFY(tabTo("email"));
        type("kay@shop.test");
        QVERIFY(tabTo("password"));
        type(goodPassword);
        press(Qt::Key_Return);
        QTRY_COMPARE(m_place->desk.link().state, client::LinkState::Online);
        QTRY_VERIFY(m_place->window.isDeskShown());
    }

    Json stateOf(const std::string& handoff) { return m_kay->get(handoffPath(handoff)).json; }
    int said(const char* session, const std::string& words)
    {
        const QString all =
            QStringLiteral("/api/conversations/%1/messages?limit=200").arg(QString::fromLatin1(session));
        int count = 0;
        for (const Json& message : itemsOf(*m_bot, all))
            count += message.at("content") == words ? 1 : 0;
        return count;
    }
};

RELEVO_TEST(TestKeysOnly)
#include "tst_keysonly.moc"
