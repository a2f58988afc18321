#include "desk_world.h"
#include "samples.h"
#include "support/test_main.h"

#include <ui/conversation/composer.h>
#include <ui/conversation/conversation_page.h>
#include <ui/conversation/template_picker.h>
#include <ui/conversation/window_bar.h>
#include <ui/conversation/writer.h>
#include <ui/shell/desk_page.h>

#include <QtTest/QtTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTextEdit>

using namespace relevo;
using namespace std::chrono_literals;
using ui::WindowBar;

/// A channel's reply window where one writes, and the template that goes when it is closed.
class tst_ReplyWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<DeskWorld>();
        m_world->signIn();
        m_world->addMine(4);
        m_world->window().resize(1366, 768);
        m_world->window().show();
        m_world->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_world->window()));
        m_world->window().desk().look(id());
        QTRY_VERIFY(composer()->isVisible());
        (void)m_world->window().grab();
    }
    void cleanup() { m_world.reset(); }

    void channelsWithoutOneSayNothing()
    {
        QCOMPARE(bar()->state(), WindowBar::State::None);
        QVERIFY(!bar()->isVisible());
        QVERIFY(!page().canSendTemplate());
    }

    void countsDown()
    {
        wrote(1h);
        QCOMPARE(bar()->state(), WindowBar::State::Ample);
        QVERIFY(!bar()->isVisible());
        QVERIFY(page().canSendTemplate());
        wrote(20h + 30min);
        QCOMPARE(bar()->state(), WindowBar::State::Ending);
        QVERIFY2(words().contains(QStringLiteral("3 hour")), qPrintable(words()));
        QVERIFY(!choose()->isVisible());
        m_world->clock.advance(2h + 48min);
        bar()->refresh();
        QCOMPARE(bar()->state(), WindowBar::State::Near);
        QVERIFY2(words().contains(QStringLiteral("42 minute")), qPrintable(words()));
        QCOMPARE(bar()->accessibleName(), words());
    }

    void locksWhatIsWrittenAndKeepsIt()
    {
        wrote(23h);
        composer()->setFocus();
        QTest::keyClicks(composer(), QStringLiteral("On my way"));
        QVERIFY(send()->isEnabled());
        m_world->clock.advance(1h);
        bar()->refresh();
        QCOMPARE(bar()->state(), WindowBar::State::Closed);
        QVERIFY(!send()->isEnabled());
        QSignalSpy sent(&page(), &ui::ConversationPage::sendRequested);
        QTest::keyClick(composer(), Qt::Key_Return);
        QVERIFY(sent.isEmpty());
        QCOMPARE(composer()->toPlainText(), QStringLiteral("On my way"));
        QVERIFY(!hint().isEmpty());
        QSignalSpy wanted(&page(), &ui::ConversationPage::templateWanted);
        choose()->click();
        QCOMPARE(wanted.size(), 1);
        // The customer writes: it goes.
        wrote(0h);
        QVERIFY(send()->isEnabled());
        QTest::keyClick(composer(), Qt::Key_Return);
        QCOMPARE(sent.size(), 1);
    }

    void notesAreNeverLocked()
    {
        wrote(30h);
        QCOMPARE(bar()->state(), WindowBar::State::Closed);
        page().writer().toggleNote();
        QVERIFY(!bar()->isVisible());
        composer()->setFocus();
        QTest::keyClicks(composer(), QStringLiteral("Ask the depot"));
        QVERIFY(send()->isEnabled());
        QSignalSpy noted(&page().writer(), &ui::Writer::noteRequested);
        QTest::keyClick(composer(), Qt::Key_Return);
        QCOMPARE(noted.size(), 1);
        page().writer().toggleNote();
        QCOMPARE(bar()->state(), WindowBar::State::Closed);
        QVERIFY(bar()->isVisible());
    }

    void aTemplateIsChosenFilledInAndSent()
    {
        ui::TemplatePicker picker(m_world->theme, samples::messageTemplates(),
                                  {QStringLiteral("Marta"),
                                   QStringLiteral("es"),
                                   {{QStringLiteral("contact.first_name"), QStringLiteral("Marta")}}});
        picker.show();
        auto* search = picker.findChild<QLineEdit*>(QStringLiteral("templateSearch"));
        auto* confirm = picker.findChild<QPushButton*>(QStringLiteral("sendTemplate"));
        auto* preview = picker.findChild<QLabel*>(QStringLiteral("templatePreview"));
        // In the customer's language first.
        QVERIFY(preview->text().startsWith(QStringLiteral("Hola, {{1}}")));
        QTest::keyClicks(search, QStringLiteral("appointment"));
        QVERIFY(preview->text().startsWith(QStringLiteral("Hello {{1}}")));
        QVERIFY(!confirm->isEnabled());
        const auto field = [&picker](int number) {
            return picker.findChild<QLineEdit*>(QStringLiteral("templateValue%1").arg(number));
        };
        field(1)->setText(QStringLiteral("Marta"));
        field(2)->setText(QStringLiteral("Monday"));
        QVERIFY(!confirm->isEnabled());
        field(3)->setText(QStringLiteral(" 10:00 "));
        QCOMPARE(preview->text(), QStringLiteral("Hello Marta, we expect you on Monday at 10:00."));
        QSignalSpy chosen(&picker, &ui::TemplatePicker::chosen);
        confirm->click();
        QCOMPARE(chosen.size(), 1);
        const auto use = chosen[0][0].value<domain::TemplateUse>();
        QCOMPARE(use.name, QStringLiteral("appointment_reminder"));
        QCOMPARE(use.values,
                 (QStringList{QStringLiteral("Marta"), QStringLiteral("Monday"), QStringLiteral("10:00")}));
        QCOMPARE(chosen[0][1].toString(), QStringLiteral("Hello Marta, we expect you on Monday at 10:00."));
    }

    void aRefusedOneComesBackFilledIn()
    {
        ui::TemplatePicker picker(m_world->theme, samples::messageTemplates(),
                                  {QStringLiteral("Marta"), QStringLiteral("es"), {}});
        picker.show();
        const auto* preview = picker.findChild<QLabel*>(QStringLiteral("templatePreview"));
        const QString before = preview->text();
        picker.fillIn({QStringLiteral("gone"), QStringLiteral("en"), {QStringLiteral("x")}});
        QCOMPARE(preview->text(), before);
        const domain::TemplateUse use{
            QStringLiteral("appointment_reminder"),
            QStringLiteral("en"),
            {QStringLiteral("Marta"), QStringLiteral("Monday"), QStringLiteral("10:00")}};
        picker.fillIn(use);
        QCOMPARE(preview->text(), QStringLiteral("Hello Marta, we expect you on Monday at 10:00."));
        QSignalSpy chosen(&picker, &ui::TemplatePicker::chosen);
        picker.findChild<QPushButton*>(QStringLiteral("sendTemplate"))->click();
        QVERIFY(chosen.value(0).value(0).value<domain::TemplateUse>() == use);
    }

    void withoutTemplatesItSaysWhoEntersThem()
    {
        ui::TemplatePicker picker(m_world->theme, {}, {QStringLiteral("Marta"), {}, {}});
        picker.show();
        QVERIFY(picker.findChild<QLabel*>(QStringLiteral("templatesNone"))->isVisible());
        QVERIFY(!picker.findChild<QPushButton*>(QStringLiteral("sendTemplate"))->isEnabled());
        picker.confirm();
        QVERIFY(picker.isVisible());
    }

private:
    std::unique_ptr<DeskWorld> m_world;

    [[nodiscard]] domain::ConversationId id() const { return m_world->mineId(1); }
    [[nodiscard]] ui::ConversationPage& page() { return m_world->window().desk().conversation(); }
    [[nodiscard]] QTextEdit* composer() { return m_world->find<QTextEdit>("message"); }
    [[nodiscard]] QPushButton* send() { return m_world->find<QPushButton>("send"); }
    [[nodiscard]] QPushButton* choose() { return m_world->find<QPushButton>("chooseTemplate"); }
    [[nodiscard]] QString words() { return m_world->find<QLabel>("replyWindowWords")->text(); }
    [[nodiscard]] QString hint() { return m_world->find<QLabel>("composerHint")->text(); }
    [[nodiscard]] WindowBar* bar() { return m_world->window().findChild<WindowBar*>(); }

    void wrote(milliseconds ago)
    {
        client::Transcript* transcript = m_world->transcript(id());
        client::TranscriptBatch batch;
        batch.conversation = id();
        batch.state = transcript->state();
        batch.state->conversation.channel = QStringLiteral("whatsapp");
        batch.state->customerWroteAt = m_world->clock.now() - ago;
        transcript->apply(batch);
    }
};

RELEVO_TEST(tst_ReplyWindow)
#include "tst_replywindow.moc"
