#include "http_double.h"
#include "support/test_main.h"

#include <ui/settings/template_page.h>

#include <QtTest/QtTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

using namespace relevo;
using namespace relevo::ui;

namespace {

domain::MessageTemplate made(const char* name, const char* language, const char* body)
{
    return {QUuid::createUuid(),
            QString::fromLatin1(name),
            QString::fromLatin1(language),
            QString::fromLatin1(body),
            {},
            {}};
}

std::string pathOf(const domain::MessageTemplate& one)
{
    return "/api/message-templates/" + one.id.toString(QUuid::WithoutBraces).toStdString();
}

} // namespace

/// The page where an admin enters message templates.
class tst_TemplatePage final : public QObject
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
        m_one = made("delivery", "en", "Hi {{1}}");
        m_live->setTemplates({m_one, made("delivery", "es", "Hola")});
        m_page = std::make_unique<TemplatePage>(*m_theme, *m_live, *m_api);
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

    void aChangeIsSaved()
    {
        open(0);
        QVERIFY(!m_page->hasUnsaved());
        QVERIFY(find<QLabel>("templateExample")->text().startsWith(QStringLiteral("Hi [")));
        find<QPlainTextEdit>("templateBody")->setPlainText(QStringLiteral("Hello {{1}}"));
        QVERIFY(m_page->hasUnsaved());
        m_server->answer("PUT " + pathOf(m_one), 200, HttpDouble::Json::object());
        find<QPushButton>("templateSave")->click();
        QTRY_VERIFY(!m_page->hasUnsaved());
        const HttpDouble::Json sent = m_server->last("PUT " + pathOf(m_one)).body;
        QCOMPARE(sent["body"].get<std::string>(), std::string("Hello {{1}}"));
        QCOMPARE(sent["name"].get<std::string>(), std::string("delivery"));
        QCOMPARE(sent["category"].get<std::string>(), std::string("utility"));
        QVERIFY(!sent.contains("id"));
    }

    void whatIsWrongIsSaidAndNotSent()
    {
        find<QPushButton>("templateNew")->click();
        auto* name = find<QLineEdit>("templateName");
        auto* body = find<QPlainTextEdit>("templateBody");
        QCOMPARE(m_page->focusWidget(), name);
        name->setText(QStringLiteral("Order Update"));
        body->setPlainText(QStringLiteral("Hi {{2}}"));
        find<QPushButton>("templateSave")->click();
        QVERIFY(m_server->seen.empty());
        name->setText(QStringLiteral("delivery")); // taken in English
        body->setPlainText(QStringLiteral("Hi {{1}}"));
        find<QPushButton>("templateSave")->click();
        QVERIFY(m_server->seen.empty());
        name->setText(QStringLiteral("order_update"));
        find<QPushButton>("templateSave")->click();
        QTRY_VERIFY(!m_server->seen.empty());
    }

    void whatWasDeletedComesBack()
    {
        open(0);
        m_server->answer("DELETE " + pathOf(m_one), 200, HttpDouble::Json::object());
        m_server->answer("PUT " + pathOf(m_one), 200, HttpDouble::Json::object());
        find<QPushButton>("templateDelete")->click();
        QTRY_VERIFY(find<QPushButton>("templateUndo")->isVisible());
        QCOMPARE(list()->model()->rowCount(), 1);
        find<QPushButton>("templateUndo")->click();
        QTRY_COMPARE(list()->model()->rowCount(), 2);
        QVERIFY(!find<QPushButton>("templateUndo")->isVisible());
    }

    void everythingHasAName()
    {
        open(0);
        for (const QWidget* widget : m_page->findChildren<QWidget*>()) {
            const bool control =
                qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QPushButton*>(widget) ||
                qobject_cast<const QComboBox*>(widget) || qobject_cast<const QPlainTextEdit*>(widget);
            if (control && widget->isVisible())
                QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        }
    }

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<HttpDouble> m_server;
    std::unique_ptr<client::RelayApi> m_api;
    std::unique_ptr<client::LiveView> m_live;
    std::unique_ptr<TemplatePage> m_page;
    domain::MessageTemplate m_one;

    template <typename Widget>
    [[nodiscard]] Widget* find(const char* name)
    {
        auto* found = m_page->findChild<Widget*>(QString::fromLatin1(name));
        if (!found)
            qFatal("no widget is named %s", name);
        return found;
    }
    [[nodiscard]] QListView* list() { return find<QListView>("messageTemplates"); }
    void open(int row) { Q_EMIT list()->clicked(list()->model()->index(row, 0)); }
};

RELEVO_TEST(tst_TemplatePage)
#include "tst_templatepage.moc"
