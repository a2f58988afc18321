#include "people_fixture.h"
#include "support/test_main.h"
#include "workplace.h"

#include <ui/actions/actions.h>
#include <ui/customer/merge_dialog.h>
#include <ui/shell/desk_page.h>

#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

using namespace relevo;
using namespace relevo::test;
using models::MessagesModel;

/// What an agent finds out and decides about customers at the desktop's windows, at a real relay.
class TestPeopleAtRelay final : public PeopleFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        start();
        QVERIFY(!addAgent("ida").empty());
        m_ida = callsOf("ida");
    }
    void cleanup() { m_place.reset(); }

    void whatIsWrittenDownIsKept()
    {
        hold("written");
        QTRY_VERIFY(button("editValue"));
        line("customerName")->parentWidget()->findChild<QPushButton*>(QStringLiteral("editValue"))->click();
        line("customerName")->setText(QStringLiteral("Mara Kest"));
        QTest::keyClick(line("customerName"), Qt::Key_Return);
        QTRY_COMPARE(known().value("name", ""), std::string("Mara Kest"));
        QTest::keyClicks(line("contactTag"), QStringLiteral("wholesale"));
        QTest::keyClick(line("contactTag"), Qt::Key_Return);
        QTRY_COMPARE(known().value("tags", Json::array()), Json::array({"wholesale"}));
        auto* note = m_place->window.findChild<QPlainTextEdit*>(QStringLiteral("contactNote"));
        QTest::keyClicks(note, QStringLiteral("calls on Mondays"));
        QTest::keyClick(note, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(known().value("notes", Json::array()).size(), 1U);
        QCOMPARE(known().at("notes")[0].at("text"), "calls on Mondays");
        QTRY_VERIFY(button("deleteContactNote"));
        button("deleteContactNote")->click();
        QTRY_COMPARE_WITH_TIMEOUT(known().value("notes", Json::array()).size(), 0U, 15'000);
    }

    void aBlockIsSeenAndLifted()
    {
        hold("blocked");
        action(ui::ActionId::Block).trigger();
        auto* bar = m_place->window.findChild<QWidget*>(QStringLiteral("blockedBar"));
        QTRY_VERIFY(bar->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(known().value("blocked", false), 15'000);
        QVERIFY(bar->isVisible());
        action(ui::ActionId::Unblock).trigger();
        QTRY_VERIFY(!known().value("blocked", false));
        QTRY_VERIFY(!bar->isVisible());
    }

    void twoAreOneAndTheirPastStandsAbove()
    {
        hold("past");
        const domain::ContactId first = contact();
        const domain::ConversationId before = m_place->window.desk().current();
        m_place.reset();
        hold("present");
        QTRY_VERIFY(!contact().isNull());
        action(ui::ActionId::SamePerson).trigger();
        ui::MergeDialog* dialog = nullptr;
        QTRY_VERIFY((dialog = m_place->window.findChild<ui::MergeDialog*>()));
        domain::Contact past;
        past.id = first;
        dialog->choose(past);
        dialog->confirm();
        QTRY_COMPARE_WITH_TIMEOUT(known().value("merged", Json::array()).size(), 1U, 15'000);
        QTRY_VERIFY(button("earlierConversation"));
        auto* view = m_place->window.findChild<QListView*>(QStringLiteral("transcript"));
        const auto offered = [view] {
            return view->model()->index(0, 0).data(MessagesModel::OfferRole).toString();
        };
        QTRY_COMPARE(offered(), before.toString());
        const int rows = view->model()->rowCount();
        view->setCurrentIndex(view->model()->index(0, 0));
        QTest::keyClick(view, Qt::Key_Return);
        QTRY_VERIFY(view->model()->rowCount() > rows + 1);
        QTRY_VERIFY(button("splitContact"));
        button("splitContact")->click();
        QTRY_COMPARE_WITH_TIMEOUT(known().value("merged", Json::array()).size(), 0U, 15'000);
        QTRY_VERIFY(!button("earlierConversation"));
        QTRY_COMPARE(view->model()->rowCount(), rows - 1);
    }

    void spamAndTicketsAreMadeByHand()
    {
        hold("ticket");
        action(ui::ActionId::ConvertToTicket).trigger();
        QTRY_COMPARE_WITH_TIMEOUT(status(), std::string("converted_to_ticket"), 15'000);
        m_place.reset();
        hold("spam");
        action(ui::ActionId::MarkSpam).trigger();
        QTRY_COMPARE_WITH_TIMEOUT(status(), std::string("resolved"), 15'000);
    }

private:
    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<HttpCalls> m_ida;
    domain::HandoffId m_handoff;

    QLineEdit* line(const char* name)
    {
        return m_place->window.findChild<QLineEdit*>(QString::fromLatin1(name));
    }
    QPushButton* button(const char* name)
    {
        return m_place->window.findChild<QPushButton*>(QString::fromLatin1(name));
    }
    QAction& action(ui::ActionId id) { return m_place->window.actions().action(id); }
    domain::ContactId contact() { return m_place->models.details.contact().id; }
    /// The contact as the relay has it.
    Json known() { return m_ida->get(QStringLiteral("/api/contacts/%1").arg(contact().toString())).json; }
    std::string status()
    {
        return m_ida->get(handoffPath(m_handoff.text())).json.value("status", std::string());
    }

    /// Ida holds a new conversation, and looks at it.
    void hold(const char* session)
    {
        m_handoff = *domain::HandoffId::parse(QString::fromStdString(handoffOf(session)));
        m_place = std::make_unique<Workplace>();
        m_place->start(m_relay.url().toString());
        m_place->window.resize(1440, 1000);
        m_place->window.show();
        m_place->window.activateWindow();
        QTRY_VERIFY(line("relayAddress")->isVisible());
        line("email")->setText(QStringLiteral("ida@shop.test"));
        line("password")->setText(QString::fromLatin1(goodPassword));
        QTest::keyClick(line("password"), Qt::Key_Return);
        QTRY_COMPARE(m_place->desk.link().state, client::LinkState::Online);
        QTRY_VERIFY(m_place->models.live.rowOfHandoff(m_handoff));
        m_place->desk.claim(m_handoff);
        QTRY_VERIFY(!contact().isNull());
        QTRY_VERIFY(m_place->models.details.canReply());
    }
};

RELEVO_TEST(TestPeopleAtRelay)
#include "tst_peopleatrelay.moc"
