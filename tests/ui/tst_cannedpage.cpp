#include "http_double.h"
#include "support/test_main.h"

#include <ui/settings/canned_page.h>
#include <ui/widgets/popup_button.h>

#include <QtTest/QtTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

using namespace relevo;
using namespace relevo::ui;

namespace {

client::CannedResponse response(const char* shortcut, const char* content, bool personal)
{
    return {
        QUuid::createUuid(), QString::fromLatin1(shortcut), {}, QString::fromLatin1(content), {}, personal};
}

std::string pathOf(const client::CannedResponse& one)
{
    return "/api/canned-responses/" + one.id.toString(QUuid::WithoutBraces).toStdString();
}

} // namespace

/// The page where canned responses are written.
class tst_CannedPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_theme = std::make_unique<Theme>();
        m_server = std::make_unique<HttpDouble>();
        m_api = std::make_unique<client::RelayApi>();
        m_api->use(m_server->url(), QStringLiteral("secret"));
        m_live = std::make_unique<client::LiveView>();
        become(domain::Role::Supervisor);
        m_shared = response("hours", "We are open from 9.", false);
        m_own = response("thanks", "Thank you, {{contact.first_name}}.", true);
        m_live->setCanned({m_shared, m_own});
        m_page = std::make_unique<CannedPage>(*m_theme, *m_live, *m_api);
        m_page->resize(800, 900);
        m_page->show();
        m_page->opened();
    }
    void cleanup()
    {
        m_page.reset();
        m_api.reset();
        m_theme.reset();
    }

    void listsAndFindsThem()
    {
        QCOMPARE(list()->model()->rowCount(), 2);
        QTest::keyClicks(find<QLineEdit>("cannedSearch"), QStringLiteral("than"));
        QCOMPARE(list()->model()->rowCount(), 1);
        QTest::keyClick(find<QLineEdit>("cannedSearch"), Qt::Key_Return);
        QCOMPARE(find<QLineEdit>("cannedShortcut")->text(), QStringLiteral("thanks"));
        QTest::keyClicks(find<QLineEdit>("cannedSearch"), QStringLiteral("zzz"));
        QVERIFY(find<QLabel>("cannedNone")->isVisible());
    }

    void aChangeIsSaved()
    {
        open(m_own);
        find<QPlainTextEdit>("cannedContent")->setPlainText(QStringLiteral("Thanks!"));
        QVERIFY(m_page->hasUnsaved());
        m_server->answer("PUT " + pathOf(m_own), 200, HttpDouble::Json::object());
        find<QPushButton>("cannedSave")->click();
        QTRY_VERIFY(!m_page->hasUnsaved());
        const HttpDouble::Json sent = m_server->last("PUT " + pathOf(m_own)).body;
        QCOMPARE(sent["content"].get<std::string>(), std::string("Thanks!"));
        QCOMPARE(sent["shortcut"].get<std::string>(), std::string("thanks"));
        QCOMPARE(sent["personal"].get<bool>(), true);
        QCOMPARE(list()->model()->rowCount(), 2);
    }

    void aNewOneIsAdded()
    {
        find<QPushButton>("cannedNew")->click();
        QCOMPARE(m_page->focusWidget(), find<QLineEdit>("cannedShortcut"));
        QVERIFY(!find<QPushButton>("cannedSave")->isEnabled());
        QTest::keyClicks(find<QLineEdit>("cannedShortcut"), QStringLiteral("Refund"));
        find<QPlainTextEdit>("cannedContent")->setPlainText(QStringLiteral("It comes back."));
        find<QPushButton>("cannedSave")->click();
        // The relay does not know the address yet: what was typed stays.
        QTRY_VERIFY(!m_server->seen.empty());
        QTRY_VERIFY(find<QPushButton>("cannedSave")->isEnabled());
        QVERIFY(m_page->hasUnsaved());
        m_server->answer(m_server->seen.back().what, 200, HttpDouble::Json::object());
        find<QPushButton>("cannedSave")->click();
        QTRY_VERIFY(!m_page->hasUnsaved());
        QCOMPARE(m_server->seen.back().body["shortcut"].get<std::string>(), std::string("refund"));
        QCOMPARE(m_server->seen.back().body["personal"].get<bool>(), false);
        QCOMPARE(list()->model()->rowCount(), 3);
    }

    void aTakenShortcutIsSaidBesideTheField()
    {
        open(m_own);
        find<QCheckBox>("cannedShared")->setChecked(true);
        find<QLineEdit>("cannedShortcut")->setText(QStringLiteral("hours"));
        QVERIFY(find<QLabel>("cannedShortcutError")->isVisible());
        find<QPushButton>("cannedSave")->click();
        QVERIFY(m_server->seen.empty());
        // Of one's own it may be what the project's is called.
        find<QCheckBox>("cannedShared")->setChecked(false);
        QVERIFY(!find<QLabel>("cannedShortcutError")->isVisible());
        find<QLineEdit>("cannedShortcut")->setText(QStringLiteral("two words"));
        QVERIFY(find<QLabel>("cannedShortcutError")->isVisible());
    }

    void theRelaysConflictIsSaidThere()
    {
        open(m_own);
        find<QLineEdit>("cannedShortcut")->setText(QStringLiteral("other"));
        m_server->answer("PUT " + pathOf(m_own), 409, {{"code", "conflict"}, {"title", "No."}});
        find<QPushButton>("cannedSave")->click();
        QTRY_VERIFY(find<QLabel>("cannedShortcutError")->isVisible());
        QVERIFY(m_page->hasUnsaved());
    }

    void whatIsDeletedComesBack()
    {
        open(m_own);
        m_server->answer("DELETE " + pathOf(m_own), 200, {{"success", true}});
        m_server->answer("PUT " + pathOf(m_own), 200, HttpDouble::Json::object());
        find<QPushButton>("cannedDelete")->click();
        QTRY_COMPARE(list()->model()->rowCount(), 1);
        QVERIFY(find<QPushButton>("cannedUndo")->isVisible());
        find<QPushButton>("cannedUndo")->click();
        QTRY_COMPARE(list()->model()->rowCount(), 2);
        QCOMPARE(m_server->last("PUT " + pathOf(m_own)).body["content"].get<std::string>(),
                 m_own.content.toStdString());
        QVERIFY(!find<QPushButton>("cannedUndo")->isVisible());
    }

    void variablesArePutInAndShownFilled()
    {
        open(m_own);
        QVERIFY(find<QLabel>("cannedExample")->text().contains(QStringLiteral("Ada")));
        find<QPlainTextEdit>("cannedContent")->setPlainText(QStringLiteral("Hello "));
        const QList<QAction*> actions = find<PopupButton>("cannedVariables")->popup().actions();
        QVERIFY(!actions.isEmpty());
        find<QPlainTextEdit>("cannedContent")->moveCursor(QTextCursor::End);
        for (QAction* action : actions) {
            if (action->text().contains(QStringLiteral("{{contact.name}}")))
                action->trigger();
        }
        QCOMPARE(find<QPlainTextEdit>("cannedContent")->toPlainText(),
                 QStringLiteral("Hello {{contact.name}}"));
        QCOMPARE(find<QLabel>("cannedExample")->text(), QStringLiteral("Hello Ada Lovelace"));
    }

    void anotherOneIsOpenedAfterAsking()
    {
        open(m_own);
        find<QPlainTextEdit>("cannedContent")->setPlainText(QStringLiteral("Changed"));
        open(m_shared);
        QCOMPARE(find<QLineEdit>("cannedShortcut")->text(), QStringLiteral("thanks"));
        find<QPushButton>("cannedQuestionDiscard")->click();
        QCOMPARE(find<QLineEdit>("cannedShortcut")->text(), QStringLiteral("hours"));
    }

    void anAgentReadsThoseOfTheProject()
    {
        become(domain::Role::Agent);
        open(m_shared);
        QVERIFY(find<QPlainTextEdit>("cannedContent")->isReadOnly());
        QVERIFY(!find<QPushButton>("cannedSave")->isVisible());
        QVERIFY(!find<QPushButton>("cannedDelete")->isVisible());
        open(m_own);
        QVERIFY(!find<QPlainTextEdit>("cannedContent")->isReadOnly());
        QVERIFY(!find<QCheckBox>("cannedShared")->isVisible());
        find<QPushButton>("cannedNew")->click();
        find<QLineEdit>("cannedShortcut")->setText(QStringLiteral("mine"));
        find<QPlainTextEdit>("cannedContent")->setPlainText(QStringLiteral("Mine"));
        find<QPushButton>("cannedSave")->click();
        QTRY_VERIFY(!m_server->seen.empty());
        QCOMPARE(m_server->seen.back().body["personal"].get<bool>(), true);
    }

    void whatOthersSaveIsShown()
    {
        m_live->setCanned({m_shared});
        QCOMPARE(list()->model()->rowCount(), 1);
        m_live->setCanned({});
        QVERIFY(find<QLabel>("cannedNone")->isVisible());
    }

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<HttpDouble> m_server;
    std::unique_ptr<client::RelayApi> m_api;
    std::unique_ptr<client::LiveView> m_live;
    std::unique_ptr<CannedPage> m_page;
    client::CannedResponse m_shared;
    client::CannedResponse m_own;

    template <typename Widget>
    Widget* find(const char* name)
    {
        auto* found = m_page->window()->findChild<Widget*>(QString::fromLatin1(name));
        if (!found)
            qFatal("no widget is named %s", name);
        return found;
    }
    QListView* list() { return find<QListView>("cannedResponses"); }
    void become(domain::Role role)
    {
        domain::Agent me;
        me.id = domain::AgentId(QUuid::createUuid());
        me.name = QStringLiteral("Eva");
        me.role = role;
        m_live->setMe(me);
    }
    void open(const client::CannedResponse& one)
    {
        for (int row = 0; row < list()->model()->rowCount(); ++row) {
            const QModelIndex index = list()->model()->index(row, 0);
            if (index.data().toString() == one.shortcut)
                Q_EMIT list()->clicked(index);
        }
    }
};

RELEVO_TEST(tst_CannedPage)
#include "tst_cannedpage.moc"
