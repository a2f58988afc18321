#include "desk_world.h"
#include "support/test_main.h"

#include <ui/conversation/conversation_page.h>
#include <ui/conversation/typing_line.h>
#include <ui/shell/desk_page.h>
#include <ui/widgets/text.h>

#include <QtTest/QtTest>

using namespace relevo;

/// Who else writes in the conversation that is looked at, and what.
class tst_TypingLine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<DeskWorld>();
        m_world->signIn();
        m_world->addMine(2);
        m_world->window().resize(1366, 768);
        m_world->window().show();
        m_world->window().desk().look(m_world->mineId(0));
    }
    void cleanup() { m_world.reset(); }

    void whatTheyWriteStandsBesideWhoTheyAre()
    {
        type(0, QStringLiteral("where is my order"));
        QVERIFY(who()->text().contains(QStringLiteral("Ada")));
        QCOMPARE(what()->text(), QStringLiteral("where is my order"));
        type(0, {}); // that they write is known, and what no longer
        QVERIFY(who()->text().contains(QStringLiteral("Ada")));
        QVERIFY(what()->text().isEmpty());
        page().setTyping(m_world->mineId(0), QStringLiteral("Ada"), false);
        QVERIFY(who()->text().isEmpty());
    }

    void eachConversationHasItsOwn()
    {
        type(0, QStringLiteral("where is my order"));
        type(1, QStringLiteral("my invoice is wrong"));
        QCOMPARE(what()->text(), QStringLiteral("where is my order"));
        m_world->window().desk().look(m_world->mineId(1));
        QTRY_COMPARE(what()->text(), QStringLiteral("my invoice is wrong"));
    }

    void ofALongTextTheEndIsSeen()
    {
        type(0,
             QStringLiteral("I have waited since Monday. ").repeated(20) + QStringLiteral("Please call me"));
        QTRY_VERIFY(what()->text().endsWith(QStringLiteral("Please call me")));
        QVERIFY(what()->text().startsWith(QChar(0x2026)));
        QVERIFY(what()->width() < page().width());
    }

    void aLongTextIsNoMarkupInTheToolTip()
    {
        type(0, QStringLiteral("<b>now</b> ").repeated(60));
        QTRY_VERIFY(!what()->toolTip().isEmpty());
        QVERIFY(!what()->toolTip().contains(QStringLiteral("<b>")));
        QVERIFY(what()->toolTip().contains(QStringLiteral("&lt;b&gt;")));
    }

    void marksThatTurnOrHideTextAreLeftOut_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char* name, const QString& text, const QString& shown) {
            QTest::newRow(name) << text << shown;
        };
        row("markup", QStringLiteral("<b>now</b> &amp;"), QStringLiteral("<b>now</b> &amp;"));
        row("lines", QStringLiteral(" one\r\n\ttwo\u2029three "), QStringLiteral("one two three"));
        row("turned", QStringLiteral("a\u202Eb\u2067c\u200Fd"), QStringLiteral("abcd"));
        row("unseen", QStringLiteral("a\U000E0041\uFEFFb"), QStringLiteral("ab"));
        row("joined", QStringLiteral("\U0001F469\u200D\U0001F4BB"),
            QStringLiteral("\U0001F469\u200D\U0001F4BB"));
        row("half", QStringLiteral("a") + QChar(0xD83D), QStringLiteral("a"));
    }
    void marksThatTurnOrHideTextAreLeftOut()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        QCOMPARE(ui::inOneLine(text), shown);
    }

    /// The text changes every second; the name, whose changes are read aloud, does not.
    void aScreenReaderIsNotToldOfEveryLetter()
    {
        type(0, QStringLiteral("whe"));
        const QString name = what()->accessibleName();
        QVERIFY(!name.isEmpty());
        type(0, QStringLiteral("where"));
        QCOMPARE(what()->accessibleName(), name);
        QCOMPARE(what()->accessibleDescription(), QStringLiteral("where"));
    }

private:
    std::unique_ptr<DeskWorld> m_world;

    ui::ConversationPage& page() { return m_world->window().desk().conversation(); }
    ui::Text* who() { return m_world->find<ui::Text>("typing"); }
    ui::Text* what() { return m_world->find<ui::Text>("typingText"); }
    void type(int conversation, const QString& text)
    {
        page().setTyping(m_world->mineId(conversation), QStringLiteral("Ada"), true, text);
    }
};

RELEVO_TEST(tst_TypingLine)
#include "tst_typingline.moc"
