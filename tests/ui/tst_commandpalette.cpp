#include "desk_world.h"
#include "support/test_main.h"

#include <ui/actions/transfer_dialog.h>
#include <ui/palette/command_palette.h>
#include <ui/shell/desk_page.h>
#include <ui/widgets/choice_list.h>

#include <QtTest/QtTest>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QTextEdit>

using namespace relevo;
using ui::ActionId;

/// The palette over the real window.
class tst_CommandPalette final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<DeskWorld>();
        m_world->signIn();
        m_world->addWaiting(5);
        m_world->addMine(4);
        m_world->window().resize(1366, 768);
        m_world->window().show();
        m_world->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_world->window()));
    }
    void cleanup() { m_world.reset(); }

    void thePaletteFindsAndDoes();
    void thePaletteFindsConversations();
    void thePaletteLeadsToPages();
    void thePaletteGivesToAgents();
    void thePaletteWritesCannedResponses();
    void thePaletteFindsMessages();
    void thePaletteGoesAway();

private:
    std::unique_ptr<DeskWorld> m_world;

    ui::DeskPage& desk() { return m_world->window().desk(); }
    QAction& action(ActionId id) { return m_world->window().actions().action(id); }
    models::PaletteModel& paletteModel() { return m_world->find<ui::CommandPalette>("palette")->model(); }
    void lookAtMine()
    {
        desk().look(m_world->mineId(0));
        m_world->find<QListView>("myList")->setFocus();
    }
    void keyIn(QWidget* widget, Qt::Key which) { QTest::keyClick(widget, which); }
    QLineEdit* openPalette()
    {
        QWidget* to = QApplication::focusWidget();
        QTest::keyClick(to ? to : &m_world->window(), Qt::Key_K, Qt::ControlModifier);
        return m_world->find<QLineEdit>("paletteField");
    }
};

void tst_CommandPalette::thePaletteFindsAndDoes()
{
    lookAtMine();
    QLineEdit* field = openPalette();
    QVERIFY(field->isVisible() && field->hasFocus());
    QTest::keyClicks(field, QStringLiteral("trans"));
    keyIn(field, Qt::Key_Return); // at once, before it is searched
    QTRY_VERIFY(!field->isVisible());
    QVERIFY(m_world->window().findChild<ui::TransferDialog*>());
    m_world->window().findChild<ui::TransferDialog*>()->reject();
    m_world->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_world->window()));
    // What was chosen last stands in front.
    field = openPalette();
    QCOMPARE(paletteModel().index(0).data().toString(), action(ActionId::Transfer).text());
    QVERIFY(paletteModel().rowCount() > 10);
    for (int row = 0; row < paletteModel().rowCount(); ++row)
        QVERIFY(paletteModel().index(row).data().toString() != action(ActionId::Claim).text()); // not now
}

void tst_CommandPalette::thePaletteFindsConversations()
{
    lookAtMine();
    const client::ConversationRow wanted = *m_world->live.row(m_world->waitingId(1));
    QLineEdit* field = openPalette();
    QTest::keyClicks(field, wanted.contactName.text().toLower());
    QTRY_VERIFY(!paletteModel().isSearching());
    QCOMPARE(paletteModel().index(0).data().toString(), wanted.contactName);
    keyIn(field, Qt::Key_Return);
    QCOMPARE(desk().current(), wanted.id);
}

void tst_CommandPalette::thePaletteLeadsToPages()
{
    bool opened = false;
    m_world->window().palettePages().add({QStringLiteral("sounds"),
                                          QStringLiteral("Sounds and notifications"),
                                          QStringLiteral("Settings"), QStringLiteral("settings"), [&opened] {
                                              opened = true;
                                          }});
    QLineEdit* field = openPalette();
    QTest::keyClicks(field, QStringLiteral("sounds"));
    keyIn(field, Qt::Key_Return);
    QTRY_VERIFY(opened);
}

void tst_CommandPalette::thePaletteGivesToAgents()
{
    lookAtMine();
    QLineEdit* field = openPalette();
    QTest::keyClicks(field, QStringLiteral("beatriz"));
    keyIn(field, Qt::Key_Return);
    QTRY_VERIFY(m_world->window().findChild<ui::TransferDialog*>());
    auto* question = m_world->window().findChild<ui::TransferDialog*>();
    QCOMPARE(question->findChild<ui::ChoiceList*>()->currentIndex().data().toString(),
             QStringLiteral("Beatriz Conceição"));
}

void tst_CommandPalette::thePaletteWritesCannedResponses()
{
    m_world->live.setCanned({{QUuid::createUuid(),
                              QStringLiteral("hi"),
                              QStringLiteral("Greeting words"),
                              QStringLiteral("Good morning."),
                              {},
                              false}});
    lookAtMine();
    QTRY_VERIFY(m_world->find<QTextEdit>("message")->isVisible());
    QLineEdit* field = openPalette();
    QTest::keyClicks(field, QStringLiteral("greeting words"));
    keyIn(field, Qt::Key_Return);
    QTRY_COMPARE(m_world->find<QTextEdit>("message")->toPlainText(), QStringLiteral("Good morning."));
    QVERIFY(m_world->find<QTextEdit>("message")->hasFocus());
}

void tst_CommandPalette::thePaletteFindsMessages()
{
    lookAtMine();
    QSignalSpy wanted(m_world->find<ui::CommandPalette>("palette"), &ui::CommandPalette::searchWanted);
    QLineEdit* field = openPalette();
    QTest::keyClicks(field, QStringLiteral("zzq zzq"));
    QTRY_COMPARE(wanted.size(), 1);
    QTRY_VERIFY(!paletteModel().isSearching());
    auto results = std::make_shared<client::SearchResults>();
    results->query = wanted[0][0].value<client::SearchQuery>();
    client::SearchHit hit;
    hit.conversation = m_world->mineId(1);
    hit.message = domain::MessageId(QUuid::createUuid());
    hit.text = QStringLiteral("zzq zzq");
    results->messages = {hit};
    auto* palette = m_world->find<ui::CommandPalette>("palette");
    palette->showFound(results);
    QCOMPARE(paletteModel().rowCount(), 1);
    // An answer to something else is none.
    auto other = std::make_shared<client::SearchResults>();
    other->query.words = QStringLiteral("another");
    palette->showFound(other);
    QCOMPARE(paletteModel().rowCount(), 1);
    keyIn(field, Qt::Key_Return);
    QCOMPARE(desk().current(), m_world->mineId(1));
}

void tst_CommandPalette::thePaletteGoesAway()
{
    lookAtMine();
    auto* list = m_world->find<QListView>("myList");
    QLineEdit* field = openPalette();
    keyIn(field, Qt::Key_Tab);
    QVERIFY(field->hasFocus()); // what lies behind is covered
    QTest::keyClicks(field, QStringLiteral("nothing that is anywhere"));
    QTRY_COMPARE(paletteModel().rowCount(), 0);
    keyIn(field, Qt::Key_Return);
    QVERIFY(field->isVisible());
    keyIn(field, Qt::Key_Escape);
    QVERIFY(!field->isVisible());
    QVERIFY(list->hasFocus()); // where it was
    field = openPalette();
    QVERIFY(field->text().isEmpty());
    auto* palette = m_world->find<ui::CommandPalette>("palette");
    QTest::mouseClick(palette, Qt::LeftButton, {}, QPoint(5, 5));
    QVERIFY(!palette->isVisible());
}

RELEVO_TEST(tst_CommandPalette)
#include "tst_commandpalette.moc"
