#include "desk_world.h"
#include "support/test_main.h"

#include <ui/conversation/canned_list.h>
#include <ui/conversation/conversation_page.h>
#include <ui/shell/desk_page.h>

#include <QtTest/QtTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTextEdit>

using namespace relevo;

/// The answers kept ready, where one writes: offered after "/", filled in, and stopped where something is
/// missing.
class tst_WritingCanned final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<DeskWorld>();
        m_world->signIn();
        m_world->addMine(4);
        m_world->live.setCanned(
            {{QUuid::createUuid(),
              QStringLiteral("hello"),
              QStringLiteral("Hello"),
              QStringLiteral("Hello, I am {{agent.first_name}}."),
              {},
              false},
             {QUuid::createUuid(),
              QStringLiteral("parcel"),
              QStringLiteral("Where it is"),
              QStringLiteral("Your parcel {{no.such.thing}} is on its way, {{neither.this}}."),
              {},
              false}});
        m_world->window().resize(1366, 768);
        m_world->window().show();
        m_world->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_world->window()));
        m_world->window().desk().look(m_world->mineId(1));
        QTRY_VERIFY(composer()->isVisible());
        (void)m_world->window().grab();
        composer()->setFocus();
    }
    void cleanup() { m_world.reset(); }

    void areOfferedAfterASlash()
    {
        type("/");
        QVERIFY(offer()->isVisible());
        QCOMPARE(offer()->model().rowCount(), 2);
        type("par");
        QCOMPARE(offer()->model().rowCount(), 1);
        type("zzz");
        QVERIFY(!offer()->isVisible());
    }

    void aSlashWithinAWordIsNone()
    {
        type("24/7 and/or ");
        QVERIFY(!offer()->isVisible());
        type("/h");
        QVERIFY(offer()->isVisible());
    }

    void enterWritesItFilledIn()
    {
        QSignalSpy sent(&page(), &ui::ConversationPage::sendRequested);
        type("Yes. /hel");
        QVERIFY(preview().contains(m_world->me().name.section(QLatin1Char(' '), 0, 0)));
        QTest::keyClick(composer(), Qt::Key_Return);
        QVERIFY(!offer()->isVisible());
        QVERIFY(sent.isEmpty());
        QCOMPARE(
            composer()->toPlainText(),
            QStringLiteral("Yes. Hello, I am %1.").arg(m_world->me().name.section(QLatin1Char(' '), 0, 0)));
        // One step takes it back.
        QTest::keyClick(composer(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(composer()->toPlainText(), QStringLiteral("Yes. /hel"));
    }

    void arrowsAndTabChoose()
    {
        type("/");
        const QString first = offer()->model().at(0).shortcut;
        QTest::keyClick(composer(), Qt::Key_Down);
        QTest::keyClick(composer(), Qt::Key_Down); // around
        QTest::keyClick(composer(), Qt::Key_Up);
        QTest::keyClick(composer(), Qt::Key_Up);
        QTest::keyClick(composer(), Qt::Key_Tab);
        QVERIFY(composer()->hasFocus());
        QVERIFY(!composer()->toPlainText().startsWith(QLatin1Char('/')));
        QCOMPARE(first, QStringLiteral("hello"));
        QVERIFY(composer()->toPlainText().startsWith(QStringLiteral("Hello")));
    }

    void escapeLeavesItAlone()
    {
        type("/he");
        QTest::keyClick(composer(), Qt::Key_Escape);
        QVERIFY(!offer()->isVisible());
        type("l");
        QVERIFY(!offer()->isVisible());
        QVERIFY(composer()->hasFocus());
        type("p /h");
        QVERIFY(offer()->isVisible());
    }

    void aGapStopsTheFirstSend()
    {
        QSignalSpy sent(&page(), &ui::ConversationPage::sendRequested);
        type("/parcel");
        QTest::keyClick(composer(), Qt::Key_Return);
        // What is missing is selected, to be written over.
        QCOMPARE(composer()->textCursor().selectedText(), QStringLiteral("{{no.such.thing}}"));
        QTest::keyClick(composer(), Qt::Key_Return);
        QVERIFY(sent.isEmpty());
        QVERIFY(gap()->isVisible());
        QCOMPARE(composer()->textCursor().selectedText(), QStringLiteral("{{no.such.thing}}"));
        type("ES123");
        QVERIFY(!gap()->isVisible());
        QTest::keyClick(composer(), Qt::Key_Return);
        QVERIFY(sent.isEmpty()); // the other one
        QCOMPARE(composer()->textCursor().selectedText(), QStringLiteral("{{neither.this}}"));
        type("Ada");
        QTest::keyClick(composer(), Qt::Key_Return);
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent[0][1].toString(), QStringLiteral("Your parcel ES123 is on its way, Ada."));
    }

    void whoMeansItSendsItAgain()
    {
        QSignalSpy sent(&page(), &ui::ConversationPage::sendRequested);
        type("Write {{this}}");
        QTest::keyClick(composer(), Qt::Key_Return);
        QVERIFY(sent.isEmpty());
        // A key that is held down or bounces answers nothing.
        QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, QString(), true);
        QCoreApplication::sendEvent(composer(), &held);
        QVERIFY(composer()->hasFocus());
        QTest::keyClick(composer(), Qt::Key_Return);
        QVERIFY(sent.isEmpty());
        auto* anyway = m_world->find<QPushButton>("gapSend");
        QVERIFY(anyway->hasFocus());
        QTest::keyClick(anyway, Qt::Key_Escape);
        QVERIFY(composer()->hasFocus() && gap()->isVisible());
        QTest::keyClick(composer(), Qt::Key_Return);
        QTest::keyClick(anyway, Qt::Key_Return);
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent[0][1].toString(), QStringLiteral("Write {{this}}"));
        QVERIFY(!gap()->isVisible());
    }

    void aNameThatIsNoCannedResponseIsAskedAbout()
    {
        QSignalSpy sent(&page(), &ui::ConversationPage::sendRequested);
        type("/zzz");
        QTest::keyClick(composer(), Qt::Key_Return);
        QVERIFY(sent.isEmpty());
        QVERIFY(gap()->isVisible());
        QCOMPARE(composer()->textCursor().selectedText(), QStringLiteral("/zzz"));
        m_world->find<QPushButton>("gapSend")->click();
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent[0][1].toString(), QStringLiteral("/zzz"));
    }

    void withoutAnyNothingIsOffered()
    {
        m_world->live.setCanned({});
        type("/");
        QVERIFY(!offer()->isVisible());
    }

private:
    std::unique_ptr<DeskWorld> m_world;

    ui::ConversationPage& page() { return m_world->window().desk().conversation(); }
    QTextEdit* composer() { return m_world->find<QTextEdit>("message"); }
    ui::CannedList* offer() { return m_world->find<ui::CannedList>("cannedOffer"); }
    QWidget* gap() { return m_world->find<QWidget>("gap"); }
    QString preview() { return m_world->find<QLabel>("cannedPreview")->text(); }
    void type(const char* text) { QTest::keyClicks(composer(), QString::fromLatin1(text)); }
};

RELEVO_TEST(tst_WritingCanned)
#include "tst_writingcanned.moc"
