#include "cards_test.h"
#include "support/test_main.h"

#include <ui/settings/chips_edit.h>
#include <ui/settings/handoff_draft.h>
#include <ui/settings/retention_editor.h>

#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>

using namespace relevo;
using namespace relevo::ui;

/// The rules for what is kept how long, as an admin sets them.
class tst_RetentionEditor final : public CardsTest<RetentionEditor>
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        begin();
        m_editor->setRules(sample());
        m_editor->show();
    }
    void cleanup() { end(); }

    void whatIsSetStandsThere()
    {
        QCOMPARE(m_editor->rules(), sample());
        QVERIFY(m_editor->check());
        QSignalSpy changed(m_editor.get(), &RetentionEditor::changed);
        m_editor->setRules({});
        QCOMPARE(m_editor->rules(), RetentionEditor::Rules());
        QVERIFY(changed.isEmpty());
    }

    void everyFieldIsTold()
    {
        QSignalSpy changed(m_editor.get(), &RetentionEditor::changed);
        all<QSpinBox>("retentionRuleDays")[0]->setValue(5);
        auto* tags = all<QLineEdit>("retentionTags")[0];
        QTest::keyClicks(tags, QStringLiteral("trial"));
        QTest::keyClick(tags, Qt::Key_Return);
        QCOMPARE(changed.size(), 2);
        QCOMPARE(m_editor->rules()[0].days, 5);
        QCOMPARE(m_editor->rules()[0].tags, QStringList{QStringLiteral("trial")});
        // The channel's own code, whatever it is called here.
        QCOMPARE(m_editor->rules()[0].channels, QStringList{QStringLiteral("whatsapp")});
    }

    void theyAreAddedMovedAndRemoved()
    {
        all<QPushButton>("retentionAdd")[0]->click();
        QCOMPARE(m_editor->rules().size(), std::size_t{3});
        QCOMPARE(m_editor->rules()[2].days, 30);
        // One for nothing in particular would hide all after it.
        QVERIFY(!m_editor->check());
        auto* channels = all<QLineEdit>("retentionChannels")[2];
        QTest::keyClicks(channels, QStringLiteral("sms"));
        QTest::keyClick(channels, Qt::Key_Return);
        QVERIFY(m_editor->check());
        QVERIFY(!all<QPushButton>("retentionUp")[0]->isEnabled());
        all<QPushButton>("retentionUp")[2]->click();
        QCOMPARE(m_editor->rules()[1].channels, QStringList{QStringLiteral("sms")});
        all<QPushButton>("retentionRemove")[1]->click();
        QCOMPARE(m_editor->rules(), sample());
        for (const QPushButton* button : m_editor->findChildren<QPushButton*>())
            QVERIFY(!button->accessibleName().isEmpty() || !button->text().isEmpty());
    }

    void whatErasesMoreIsKnown()
    {
        DocumentDraft draft;
        const auto load = [&draft](int days, const RetentionEditor::Rules& rules, int files) {
            domain::Settings settings;
            settings.retentionDays = days;
            settings.retentionRules = rules;
            settings.attachmentDays = files;
            draft.load(protocol::toJson(settings));
        };
        const auto set = [&draft](const char* field, const domain::Settings& settings) {
            draft.set(field, protocol::toJson(settings).at(field));
        };
        domain::Settings to;
        load(0, {}, 0);
        to.retentionRules = sample();
        set("retentionRules", to);
        QVERIFY(erasesMore(draft) && !erasesSooner(draft) && !removesMoreFiles(draft));
        load(0, sample(), 30);
        set("retentionRules", domain::Settings());
        QVERIFY(!erasesMore(draft)); // nothing erases any more
        to.attachmentDays = 60;
        set("attachmentDays", to);
        QVERIFY(!removesMoreFiles(draft));
        to.attachmentDays = 7;
        set("attachmentDays", to);
        QVERIFY(removesMoreFiles(draft));
        load(0, {}, 0);
        to.retentionDays = 9;
        set("retentionDays", to);
        QVERIFY(erasesMore(draft) && erasesSooner(draft));
    }

private:
    static RetentionEditor::Rules sample()
    {
        return {{{QStringLiteral("whatsapp")}, {}, 30}, {{}, {QStringLiteral("legal")}, 0}};
    }
};

RELEVO_TEST(tst_RetentionEditor)
#include "tst_retentioneditor.moc"
