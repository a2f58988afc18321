#include "office.h"
#include "support/test_main.h"

#include <ui/conversation/conversation_page.h>
#include <ui/conversation/writer.h>
#include <ui/shell/desk_page.h>
#include <ui/widgets/banner.h>

#include <QtTest/QtTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTextEdit>

using namespace relevo;

/// A message that was on its way when somebody else spoke: it comes back, and the agent is asked.
class tst_Overtaken final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_office = std::make_unique<Office>();
        m_ada = held(QStringLiteral("Ada"));
        m_bo = held(QStringLiteral("Bo"));
        m_office->secrets.token = m_office->relay.token;
        m_office->start();
        m_office->window.resize(1366, 768);
        m_office->window.show();
        m_office->window.activateWindow();
        QTRY_COMPARE(m_office->desk.link().state, client::LinkState::Online);
        QTRY_VERIFY(m_office->desk.live().row(m_bo));
        m_office->window.desk().look(m_ada);
        QTRY_VERIFY(composer()->isVisible());
    }
    void cleanup() { m_office.reset(); }

    void whereOneLooksItIsAskedAtOnce()
    {
        composer()->setFocus();
        overtake({m_ada});
        QTRY_COMPARE(composer()->toPlainText(), QStringLiteral("It comes tomorrow"));
        QTRY_VERIFY(fence()->isVisible());
        QVERIFY(m_office->window.findChild<QLabel*>(QStringLiteral("fenceQuote"))
                    ->text()
                    .contains(QStringLiteral("Wait")));
        // Nobody pressed anything: the next key must not fall on a button.
        QVERIFY(composer()->hasFocus());
        QVERIFY(told().isEmpty());
        QSignalSpy sent(&page(), &ui::ConversationPage::sendRequested);
        button("fenceSend")->click();
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent[0][4].toLongLong(), m_office->world.messages(m_ada).back().seq);
        QVERIFY(!fence()->isVisible());
        QVERIFY(composer()->toPlainText().isEmpty());
    }

    void enterOnWhatCameBackGoesToTheQuestion()
    {
        overtake({m_ada});
        QTRY_VERIFY(fence()->isVisible());
        QSignalSpy sent(&page(), &ui::ConversationPage::sendRequested);
        composer()->setFocus();
        QTest::keyClick(composer(), Qt::Key_Return);
        QVERIFY(sent.isEmpty());
        QVERIFY(button("fenceLook")->hasFocus());
    }

    void whereOneDoesNotLookItIsSaid()
    {
        overtake({m_bo});
        QTRY_VERIFY(told().contains(QStringLiteral("Bo")));
        QVERIFY(!fence()->isVisible());
        QVERIFY(composer()->toPlainText().isEmpty());
        m_office->window.desk().look(m_bo);
        QTRY_COMPARE(composer()->toPlainText(), QStringLiteral("It comes tomorrow"));
        QTRY_VERIFY(fence()->isVisible());
        QVERIFY(page().writer().overtaken().isEmpty());
    }

    void allThatCameBackAreNamed()
    {
        const domain::ConversationId cleo = held(QStringLiteral("Cleo"));
        QTRY_VERIFY(m_office->desk.live().row(cleo));
        overtake({cleo, m_bo});
        QTRY_VERIFY(told().contains(QStringLiteral("Bo")) && told().contains(QStringLiteral("Cleo")));
    }

    void whoeverWritesANoteIsToldOfIt()
    {
        page().writer().toggleNote();
        overtake({m_ada});
        QTRY_VERIFY(told().contains(QStringLiteral("Ada")));
        QVERIFY(!fence()->isVisible());
        QVERIFY(composer()->toPlainText().isEmpty());
        page().writer().toggleNote();
        QTRY_COMPARE(composer()->toPlainText(), QStringLiteral("It comes tomorrow"));
        QTRY_VERIFY(fence()->isVisible());
    }

private:
    std::unique_ptr<Office> m_office;
    domain::ConversationId m_ada;
    domain::ConversationId m_bo;

    ui::ConversationPage& page() { return m_office->window.desk().conversation(); }
    QTextEdit* composer() { return m_office->window.findChild<QTextEdit*>(QStringLiteral("message")); }
    QWidget* fence() { return m_office->window.findChild<QWidget*>(QStringLiteral("fence")); }
    QPushButton* button(const char* name)
    {
        return m_office->window.findChild<QPushButton*>(QString::fromLatin1(name));
    }
    QString told() { return page().banner().findChild<QLabel*>(QStringLiteral("bannerText"))->text(); }

    domain::ConversationId held(const QString& name)
    {
        const domain::ConversationId id =
            m_office->world.customer(name, QStringLiteral("Where is my parcel?"), true);
        if (!m_office->world.claim(id, 0))
            qFatal("cannot claim");
        m_office->relay.publish();
        return id;
    }

    /// A message is sent there without a connection; before there is one, the customer writes.
    void overtake(const QList<domain::ConversationId>& conversations)
    {
        m_office->relay.goAway();
        QTRY_VERIFY(m_office->desk.link().state != client::LinkState::Online);
        for (const domain::ConversationId& id : conversations) {
            m_office->desk.send(id, QStringLiteral("It comes tomorrow"), {}, {},
                                m_office->world.messages(id).back().seq);
            QTRY_COMPARE(m_office->desk.live().row(id)->unsent, 1);
            m_office->world.write(id, QStringLiteral("Wait, I have found it"));
        }
        m_office->relay.listenAgain();
        m_office->desk.reconnect();
    }
};

RELEVO_TEST(tst_Overtaken)
#include "tst_overtaken.moc"
