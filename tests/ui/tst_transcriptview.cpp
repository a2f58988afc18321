#include "desk_world.h"
#include "support/test_main.h"

#include <ui/conversation/conversation_page.h>
#include <ui/delegates/bubble_text.h>
#include <ui/shell/desk_page.h>
#include <ui/widgets/banner.h>

#include <QtGui/QAccessible>
#include <QtGui/QClipboard>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QDesktopServices>
#include <QtTest/QtTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>

using namespace relevo;

class tst_TranscriptView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<DeskWorld>();
        m_world->signIn();
        m_world->addMine(6);
        m_world->window().resize(1200, 600);
        m_world->window().show();
        QVERIFY(QTest::qWaitForWindowExposed(&m_world->window()));
        m_world->window().desk().look(m_world->mineId(1)); // everything read
        QTRY_COMPARE(bar()->value(), bar()->maximum());
        QVERIFY(bar()->maximum() > 0);
    }

    void cleanup() { m_world.reset(); }

    void staysAtTheNewestMessage()
    {
        add(QStringLiteral("one more"), false);
        QTRY_COMPARE(bar()->value(), bar()->maximum());
    }

    void whatOthersWriteIsSpoken()
    {
        const auto spoken = [this]() -> QString {
            QWidget* herald = m_world->window().findChild<QWidget*>(QStringLiteral("herald"));
            return herald ? herald->accessibleName() : QString();
        };
        add(QStringLiteral("where is it?"), false);
        QTRY_VERIFY(spoken().contains(QStringLiteral("where is it?")));
        auto* herald = m_world->find<QWidget>("herald");
        QCOMPARE(QAccessible::queryAccessibleInterface(herald)->role(), QAccessible::Notification);
        QVERIFY(herald->focusPolicy() == Qt::NoFocus);
        // What is read from the past is no news, nor is another conversation.
        const QString last = spoken();
        add(QStringLiteral("older"), true);
        m_world->window().desk().look(m_world->mineId(0));
        QTRY_VERIFY(m_world->models().messages.rowCount() > 0);
        QCOMPARE(spoken(), last);
        m_world->window().desk().conversation().banner().tell(ui::Banner::Tone::Information,
                                                              QStringLiteral("Ana was faster"));
        QCOMPARE(spoken(), QStringLiteral("Ana was faster"));
    }

    void staysWhereTheReaderIs()
    {
        bar()->setValue(bar()->maximum() / 2);
        const int place = bar()->value();
        add(QStringLiteral("one more"), false);
        QTRY_VERIFY(m_world->find<QPushButton>("toEnd")->isVisible());
        (void)view()->grab(); // lays out what waits to be laid out
        QCOMPARE(bar()->value(), place);
        QTest::mouseClick(m_world->find<QPushButton>("toEnd"), Qt::LeftButton);
        QTRY_COMPARE(bar()->value(), bar()->maximum());
        QVERIFY(!m_world->find<QPushButton>("toEnd")->isVisible());
    }

    void olderMessagesDoNotMoveTheReader()
    {
        client::TranscriptBatch more;
        more.conversation = m_world->mineId(1);
        more.hasOlder = true;
        m_world->transcript(more.conversation)->apply(more);
        QSignalSpy wanted(&m_world->window().desk().conversation(), &ui::ConversationPage::olderWanted);
        bar()->setValue(60);
        QTRY_COMPARE(wanted.size(), 1);
        const int toEnd = bar()->maximum() - bar()->value();
        for (int i = 0; i < 5; ++i)
            add(QStringLiteral("older %1").arg(i), true);
        QTRY_VERIFY(bar()->value() > 60);
        QCOMPARE(bar()->maximum() - bar()->value(), toEnd);
        QCOMPARE(wanted.size(), 1);
    }

    void startsAtWhatIsNew()
    {
        m_world->window().desk().look(m_world->mineId(0));
        QTRY_VERIFY(m_world->models().messages.newMarkerRow() > 0);
        QTRY_VERIFY(view()->viewport()->rect().intersects(
            view()->visualRect(view()->model()->index(m_world->models().messages.newMarkerRow(), 0))));
    }

    void endGoesToTheNewestMessage()
    {
        const QAbstractItemModel* rows = view()->model();
        view()->setCurrentIndex(rows->index(1, 0));
        bar()->setValue(0);
        QTest::keyClick(view(), Qt::Key_End);
        QCOMPARE(view()->currentIndex().row(), rows->rowCount() - 1);
        QTRY_COMPARE(bar()->value(), bar()->maximum());
    }

    void whatIsFetchedSaysSoWhereItWillBe()
    {
        m_world->addWaiting(1);
        m_world->window().desk().look(m_world->addUnread());
        auto* words = m_world->find<QWidget>("fetching");
        QTRY_VERIFY(words->isVisible());
        QVERIFY(words->geometry().contains(view()->geometry().center()));
        QVERIFY(!m_world->find<QLabel>("conversationNote")->isVisible());
        m_world->window().desk().look(m_world->mineId(1));
        QTRY_VERIFY(!words->isVisible());
    }

    void aMessageIsCopiedByKeyboard()
    {
        const int last = view()->model()->rowCount() - 1;
        view()->setCurrentIndex(view()->model()->index(last, 0));
        QTest::keyClick(view(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 view()->model()->index(last, 0).data(Qt::DisplayRole).toString());
    }

    void textIsTextAndAddressesAreLinks()
    {
        const QFont font;
        const ui::BubbleText markup(QStringLiteral("<a href=\"x\">no</a>"), font, 400, Qt::blue);
        QVERIFY(markup.linkAt({4, 4}, 400).isEmpty());
        const ui::BubbleText link(QStringLiteral("https://example.com/a?b=c."), font, 400, Qt::blue);
        QCOMPARE(link.linkAt({4, 4}, 400), QStringLiteral("https://example.com/a?b=c"));
        const ui::BubbleText script(QStringLiteral("javascript://alert(1)"), font, 400, Qt::blue);
        QVERIFY(script.linkAt({4, 4}, 400).isEmpty());
    }

    void linksAreWhereTheyAreSeenInRightToLeftText()
    {
        const ui::BubbleText text(QString::fromUtf8("انظر https://example.com/a"), QFont(), 400, Qt::blue);
        const int begin = 400 - text.size().width(); // it stands on the right, the address left of the word
        QCOMPARE(text.linkAt({begin + 4.0, 4}, 400), QStringLiteral("https://example.com/a"));
        QVERIFY(text.linkAt({4, 4}, 400).isEmpty());
        QVERIFY(text.linkAt({396, 4}, 400).isEmpty());
    }

    void linksOpenByTheMenuKey()
    {
        add(QStringLiteral("see https://example.com/a?b=1&c=2 and https://example.org."), false);
        view()->setCurrentIndex(view()->model()->index(view()->model()->rowCount() - 1, 0));
        QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "opened");
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QCoreApplication::sendEvent(view(), &event);
        auto* menu = view()->findChild<QMenu*>();
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 4);
        menu->actions()[2]->trigger();
        QDesktopServices::unsetUrlHandler(QStringLiteral("https"));
        QCOMPARE(m_opened, QUrl(QStringLiteral("https://example.com/a?b=1&c=2")));
    }

    void aWordWithoutSpacesIsBroken()
    {
        const ui::BubbleText text(QString(2'000, QLatin1Char('x')), QFont(), 300, Qt::blue);
        QVERIFY(text.size().width() <= 300);
        QVERIFY(text.size().height() > 500);
    }

private:
    std::unique_ptr<DeskWorld> m_world;
    QUrl m_opened;
    qint64 m_next = 10'000;
    qint64 m_oldest = 30;

    QListView* view() { return m_world->find<QListView>("transcript"); }
    QScrollBar* bar() { return view()->verticalScrollBar(); }

    Q_INVOKABLE void opened(const QUrl& url) { m_opened = url; }

    void add(const QString& text, bool older)
    {
        client::Transcript* transcript = m_world->transcript(m_world->mineId(1));
        domain::Message message = transcript->messages().front();
        message.id = domain::MessageId(QUuid::createUuid());
        message.content = text;
        message.seq = older ? m_oldest-- : m_next++;
        message.at = older ? message.at - std::chrono::seconds(1) : m_world->clock.now();
        client::TranscriptBatch batch;
        batch.conversation = m_world->mineId(1);
        batch.messages = {message};
        transcript->apply(batch);
    }
};

RELEVO_TEST(tst_TranscriptView)
#include "tst_transcriptview.moc"
