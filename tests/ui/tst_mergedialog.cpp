#include "desk_world.h"
#include "support/test_main.h"

#include <ui/customer/merge_dialog.h>

#include <QtTest/QtTest>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

using namespace relevo;

/// Two contacts that are one person are found and laid side by side.
class tst_MergeDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<DeskWorld>();
        m_world->signIn();
        m_world->addMine(1);
        m_world->window().show();
    }
    void cleanup() { m_world.reset(); }

    void mergingShowsBothSides();
    void theOtherNameMayStay();

private:
    std::unique_ptr<DeskWorld> m_world;

    domain::Contact contact()
    {
        return m_world->transcript(m_world->mineId(0))->state()->conversation.contact;
    }
    static domain::Contact another(const QString& name)
    {
        domain::Contact one;
        one.id = domain::ContactId(QUuid::createUuid());
        one.name = name;
        one.email = QStringLiteral("other@example.com");
        return one;
    }
};

void tst_MergeDialog::mergingShowsBothSides()
{
    ui::MergeDialog dialog(m_world->theme, contact(), QStringLiteral("Mariana"), &m_world->window());
    QSignalSpy asked(&dialog, &ui::MergeDialog::searchRequested);
    QSignalSpy person(&dialog, &ui::MergeDialog::personWanted);
    QSignalSpy merged(&dialog, &ui::MergeDialog::merged);
    dialog.show();
    auto* confirm = dialog.findChild<QPushButton*>(QStringLiteral("confirmMerge"));
    QVERIFY(!confirm->isEnabled());
    auto* search = dialog.findChild<QLineEdit*>(QStringLiteral("mergeSearch"));
    QTest::keyClicks(search, QStringLiteral("mari"));
    QTRY_COMPARE(asked.size(), 1);
    dialog.setFound(QStringLiteral("older"), std::vector{another(QStringLiteral("late"))});
    QVERIFY(!confirm->isEnabled());
    domain::Contact already = another(QStringLiteral("already"));
    already.mergedInto = contact().id;
    const domain::Contact found = another(QStringLiteral("Mari"));
    dialog.setFound(QStringLiteral("mari"), std::vector{contact(), already, found});
    QVERIFY(confirm->isEnabled());
    QCOMPARE(dialog.findChild<QAbstractItemView*>(QStringLiteral("mergeFound"))->model()->rowCount(), 1);
    QCOMPARE(person.back()[0].value<domain::ContactId>(), found.id);
    QCOMPARE(person.front()[0].value<domain::ContactId>(), contact().id);
    QVERIFY(dialog.findChild<QWidget*>(QStringLiteral("mergePreview"))->isVisible());
    client::Person whole;
    whole.contact = found;
    whole.conversations.resize(3);
    dialog.setPerson(found.id, whole);
    whole.contact = contact();
    whole.conversations.resize(1);
    dialog.setPerson(contact().id, whole);
    // Both sides say how much there is, each its own.
    const auto talks = [&dialog] {
        QStringList sides;
        const auto* preview = dialog.findChild<QWidget*>(QStringLiteral("mergePreview"));
        for (const auto* text : preview->findChildren<QLabel*>()) {
            if (text->isVisible() && text->text().contains(QLatin1String("conversation(s)")))
                sides << text->text();
        }
        return sides;
    };
    QTRY_COMPARE(talks().size(), 2);
    QVERIFY(talks().front().contains(QLatin1Char('1')) && talks().back().contains(QLatin1Char('3')));
    QTest::keyClick(search, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(merged.size(), 1);
    QCOMPARE(merged.back()[0].value<domain::ContactId>(), found.id);
    QCOMPARE(merged.back()[1].value<domain::ContactId>(), contact().id);
}

void tst_MergeDialog::theOtherNameMayStay()
{
    ui::MergeDialog dialog(m_world->theme, contact(), QStringLiteral("Mariana"), &m_world->window());
    QSignalSpy merged(&dialog, &ui::MergeDialog::merged);
    const domain::Contact found = another(QStringLiteral("Mari"));
    dialog.choose(found);
    dialog.show();
    dialog.findChild<QPushButton*>(QStringLiteral("keepTheirs"))->click();
    dialog.findChild<QPushButton*>(QStringLiteral("confirmMerge"))->click();
    QCOMPARE(merged.back()[0].value<domain::ContactId>(), contact().id);
    QCOMPARE(merged.back()[1].value<domain::ContactId>(), found.id);
    QVERIFY(!dialog.isVisible());
    ui::MergeDialog offline(m_world->theme, contact(), QStringLiteral("Mariana"), &m_world->window());
    offline.findChild<QLineEdit*>(QStringLiteral("mergeSearch"))->setText(QStringLiteral("x"));
    offline.setFound(QStringLiteral("x"), failure(ErrorCode::Unavailable, QString()));
    QVERIFY(!offline.findChild<QLabel*>(QStringLiteral("mergeWords"))->text().isEmpty());
}

RELEVO_TEST(tst_MergeDialog)
#include "tst_mergedialog.moc"
