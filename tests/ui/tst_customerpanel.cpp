#include "desk_world.h"
#include "support/test_main.h"

#include <ui/actions/actions.h>
#include <ui/customer/customer_panel.h>
#include <ui/shell/action_runner.h>
#include <ui/shell/desk_page.h>

#include <QtTest/QtTest>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

using namespace relevo;
using client::ContactChange;
using client::ContactKey;

/// What is known of a customer, where it is read and changed.
class tst_CustomerPanel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<DeskWorld>();
        m_world->signIn();
        m_world->addMine(4);
        m_world->window().resize(1366, 900);
        m_world->window().show();
        m_world->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_world->window()));
        m_world->window().desk().look(m_world->mineId(0));
        QTRY_VERIFY(panel().widget()->isVisible());
        QTRY_VERIFY(line("customerName"));
    }
    void cleanup() { m_world.reset(); }

    void aNameIsChangedWhereItStands();
    void escapeForgetsWhatWasTyped();
    void anAddressMustBeOne();
    void whatIsUnknownIsOffered();
    void nobodysWordsAreTakenAway();
    void detailsAreAddedAndForgotten();
    void tagsComeAndGo();
    void tagsOfOthersAreSuggested();
    void notesAreWrittenAndDeleted();
    void onlyTheAuthorAndSupervisorsDelete();
    void blockingShowsEverywhere();
    void anErasedContactIsNotChanged();
    void otherConversationsOpenAtAPress();
    void withoutARelayItIsSaid();
    void theNextStepBecomesADraft();
    void whatIsOfferedStandsBesideItsIcon();
    void whoTheyAreIsAskedBehindAHiddenColumn();
    void actionsKnowTheCustomer();
    void aPageAndATimeAreTold();

private:
    std::unique_ptr<DeskWorld> m_world;

    ui::CustomerPanel& panel() { return m_world->window().desk().customer(); }
    QLineEdit* line(const char* name) { return panel().findChild<QLineEdit*>(QString::fromLatin1(name)); }
    QString value(const char* name)
    {
        return panel().findChild<QLabel*>(QString::fromLatin1(name) + QStringLiteral("Value"))->text();
    }
    /// The pencil beside a line.
    QPushButton* pencil(const char* name)
    {
        return line(name)->parentWidget()->findChild<QPushButton*>(QStringLiteral("editValue"));
    }
    void press(QPushButton* button)
    {
        QVERIFY(button);
        QTRY_VERIFY(button->isVisible()); // a layout shows what came in a moment later
        QVERIFY(!button->accessibleName().isEmpty() || !button->text().isEmpty());
        button->click();
    }
    client::TranscriptBatch batch()
    {
        client::TranscriptBatch changed;
        changed.conversation = m_world->mineId(0);
        changed.state = m_world->transcript(m_world->mineId(0))->state();
        return changed;
    }
    void setContact(const std::function<void(domain::Contact&)>& change)
    {
        client::TranscriptBatch changed = batch();
        change(changed.state->conversation.contact);
        m_world->transcript(m_world->mineId(0))->apply(changed);
        QTest::qWait(0);
    }
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
    template <typename T>
    static T first(const QSignalSpy& spy, int argument = 1)
    {
        return spy.back()[argument].value<T>();
    }
};

void tst_CustomerPanel::aNameIsChangedWhereItStands()
{
    QSignalSpy changed(&panel(), &ui::CustomerPanel::contactChanged);
    press(pencil("customerName"));
    QVERIFY(line("customerName")->hasFocus());
    QCOMPARE(line("customerName")->text(), contact().name);
    line("customerName")->setText(QStringLiteral("  Mariana   S. "));
    QTest::keyClick(line("customerName"), Qt::Key_Return);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(first<ContactKey>(changed, 0), (ContactKey{m_world->mineId(0), contact().id}));
    QCOMPARE(first<ContactChange>(changed).name, QStringLiteral("Mariana S."));
    QVERIFY(!line("customerName")->isVisible());
    QCOMPARE(value("customerName"), QStringLiteral("Mariana S."));
    QVERIFY(pencil("customerName")->hasFocus());
    // The same again is no change.
    press(pencil("customerName"));
    QTest::keyClick(line("customerName"), Qt::Key_Return);
    QCOMPARE(changed.size(), 1);
}

void tst_CustomerPanel::escapeForgetsWhatWasTyped()
{
    QSignalSpy changed(&panel(), &ui::CustomerPanel::contactChanged);
    press(pencil("customerName"));
    line("customerName")->setText(QStringLiteral("Nobody"));
    QTest::keyClick(line("customerName"), Qt::Key_Escape);
    QVERIFY(!line("customerName")->isVisible());
    QCOMPARE(value("customerName"), contact().name);
    QCOMPARE(changed.size(), 0);
}

void tst_CustomerPanel::anAddressMustBeOne()
{
    setContact([](domain::Contact& one) { one.email = QStringLiteral("m@example.com"); });
    QSignalSpy changed(&panel(), &ui::CustomerPanel::contactChanged);
    QTRY_VERIFY(pencil("customerEmail")->isVisible());
    press(pencil("customerEmail"));
    line("customerEmail")->setText(QStringLiteral("m at example"));
    QTest::keyClick(line("customerEmail"), Qt::Key_Return);
    auto* trouble = panel().findChild<QLabel*>(QStringLiteral("customerEmailTrouble"));
    QVERIFY(trouble->isVisible());
    QVERIFY(!trouble->text().isEmpty());
    QCOMPARE(line("customerEmail")->accessibleDescription(), trouble->text());
    QCOMPARE(changed.size(), 0);
    line("customerEmail")->setText(QStringLiteral("m@example.org"));
    QTest::keyClick(line("customerEmail"), Qt::Key_Return);
    QVERIFY(!trouble->isVisible());
    QCOMPARE(first<ContactChange>(changed).email, QStringLiteral("m@example.org"));
    press(pencil("customerEmail"));
    line("customerEmail")->clear();
    QTest::keyClick(line("customerEmail"), Qt::Key_Return);
    QCOMPARE(first<ContactChange>(changed).email, QString());
    QVERIFY(first<ContactChange>(changed).email.has_value());
}

void tst_CustomerPanel::whatIsUnknownIsOffered()
{
    setContact([](domain::Contact& one) { one.phone.clear(); });
    auto* offer = panel().findChild<QPushButton*>(QStringLiteral("customerPhoneOffer"));
    QTRY_VERIFY(offer->isVisible());
    QSignalSpy changed(&panel(), &ui::CustomerPanel::contactChanged);
    press(offer);
    QTest::keyClicks(line("customerPhone"), QStringLiteral("+34 600 000 000"));
    QTest::keyClick(line("customerPhone"), Qt::Key_Return);
    QCOMPARE(first<ContactChange>(changed).phone, QStringLiteral("+34 600 000 000"));
    QVERIFY(!offer->isVisible());
}

void tst_CustomerPanel::nobodysWordsAreTakenAway()
{
    press(pencil("customerName"));
    line("customerName")->setText(QStringLiteral("Half a na"));
    setContact([](domain::Contact& one) {
        one.name = QStringLiteral("Somebody");
        one.tags = QStringList{QStringLiteral("late")};
    });
    QTRY_VERIFY(panel().findChild<QToolButton*>(QStringLiteral("removeChip")));
    QCOMPARE(line("customerName")->text(), QStringLiteral("Half a na"));
    QVERIFY(line("customerName")->hasFocus());
    auto* note = panel().findChild<QPlainTextEdit*>(QStringLiteral("contactNote"));
    note->setPlainText(QStringLiteral("Half a no"));
    setContact([](domain::Contact& one) { one.attributes[QStringLiteral("x")] = QStringLiteral("y"); });
    QCOMPARE(note->toPlainText(), QStringLiteral("Half a no"));
    // Of another customer it says nothing.
    m_world->window().desk().look(m_world->mineId(1));
    QTRY_VERIFY(note->toPlainText().isEmpty());
}

void tst_CustomerPanel::detailsAreAddedAndForgotten()
{
    setContact([](domain::Contact& one) {
        one.attributes = {{QStringLiteral("Plan"), QStringLiteral("Basic")}};
    });
    QSignalSpy changed(&panel(), &ui::CustomerPanel::contactChanged);
    press(panel().findChild<QPushButton*>(QStringLiteral("addAttribute")));
    QTRY_VERIFY(line("newAttributeName")->hasFocus());
    line("newAttributeName")->setText(QStringLiteral("Plan"));
    line("newAttributeValue")->setText(QStringLiteral("Premium"));
    QTest::keyClick(line("newAttributeValue"), Qt::Key_Return);
    QVERIFY(panel().findChild<QLabel*>(QStringLiteral("newAttributeTrouble"))->isVisible());
    line("newAttributeName")->setText(QStringLiteral("Shop"));
    QTest::keyClick(line("newAttributeValue"), Qt::Key_Return);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(first<ContactChange>(changed).attributes.at(QStringLiteral("Shop")), QStringLiteral("Premium"));
    QVERIFY(!line("newAttributeName")->isVisible());
    QTRY_VERIFY(line("attribute"));
    press(pencil("attribute"));
    line("attribute")->clear();
    QTest::keyClick(line("attribute"), Qt::Key_Return);
    QCOMPARE(first<ContactChange>(changed).attributes.at(QStringLiteral("Plan")), QString());
    setContact([](domain::Contact& one) { one.attributes.clear(); });
    QTRY_VERIFY(!line("attribute"));
}

void tst_CustomerPanel::tagsComeAndGo()
{
    QSignalSpy changed(&panel(), &ui::CustomerPanel::contactChanged);
    QLineEdit* typed = line("contactTag");
    QVERIFY(typed->isVisible());
    QTest::keyClicks(typed, QStringLiteral("wholesale"));
    QTest::keyClick(typed, Qt::Key_Return);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(first<ContactChange>(changed).tags, QStringList{QStringLiteral("wholesale")});
    setContact([](domain::Contact& one) {
        one.tags = QStringList{QStringLiteral("late"), QStringLiteral("wholesale")};
    });
    const auto chips = [this] {
        return panel().findChildren<QToolButton*>(QStringLiteral("removeChip"));
    };
    QTRY_COMPARE(chips().size(), 2);
    chips().front()->click();
    QTRY_COMPARE(chips().size(), 1);
    QCOMPARE(first<ContactChange>(changed).tags, QStringList{QStringLiteral("wholesale")});
    QStringList many;
    for (int i = 0; i < domain::maxContactTags; ++i)
        many << QStringLiteral("tag %1").arg(i, 2, 10, QLatin1Char('0'));
    setContact([&many](domain::Contact& one) { one.tags = many; });
    QTRY_VERIFY(!typed->isVisible());
}

void tst_CustomerPanel::tagsOfOthersAreSuggested()
{
    client::ConversationRow row = *m_world->live.row(m_world->mineId(2));
    row.contactTags = QStringList{QStringLiteral("wholesale"), QStringLiteral("Press")};
    m_world->put(row);
    m_world->window().desk().look(m_world->mineId(1));
    QTRY_VERIFY(line("contactTag")->isVisible());
    QTRY_COMPARE(line("contactTag")->completer()->model()->rowCount(), 2);
    QSignalSpy changed(&panel(), &ui::CustomerPanel::contactChanged);
    Q_EMIT line("contactTag")->completer()->activated(QStringLiteral("wholesale"));
    line("contactTag")->setText(QStringLiteral("wholesale"));
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(first<ContactChange>(changed).tags, QStringList{QStringLiteral("wholesale")});
}

void tst_CustomerPanel::notesAreWrittenAndDeleted()
{
    QSignalSpy added(&panel(), &ui::CustomerPanel::noteAdded);
    QSignalSpy deleted(&panel(), &ui::CustomerPanel::noteDeleted);
    auto* field = panel().findChild<QPlainTextEdit*>(QStringLiteral("contactNote"));
    auto* add = panel().findChild<QPushButton*>(QStringLiteral("addContactNote"));
    QVERIFY(!add->isVisible());
    QTest::keyClicks(field, QStringLiteral("calls on Mondays"));
    QTRY_VERIFY(add->isVisible());
    QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(first<QString>(added), QStringLiteral("calls on Mondays"));
    QVERIFY(field->toPlainText().isEmpty());
    domain::ContactNote note{domain::MessageId(QUuid::createUuid()), m_world->me().id, m_world->me().name,
                             QStringLiteral("calls on Mondays"), m_world->clock.now()};
    setContact([&note](domain::Contact& one) { one.notes = {note}; });
    const auto buttons = [this] {
        return panel().findChildren<QPushButton*>(QStringLiteral("deleteContactNote"));
    };
    QTRY_COMPARE(buttons().size(), 1);
    // Whoever is told takes it away at once: the button is still in its click then.
    connect(&panel(), &ui::CustomerPanel::noteDeleted, this,
            [this] { setContact([](domain::Contact& one) { one.notes.clear(); }); });
    press(buttons().front());
    QCOMPARE(first<domain::MessageId>(deleted), note.id);
    QTRY_COMPARE(buttons().size(), 0);
    std::vector<domain::ContactNote> many(5, note);
    setContact([&many](domain::Contact& one) { one.notes = many; });
    QTRY_COMPARE(buttons().size(), 3);
    press(panel().findChild<QPushButton*>(QStringLiteral("olderNotes")));
    QTRY_COMPARE(buttons().size(), 5);
}

void tst_CustomerPanel::onlyTheAuthorAndSupervisorsDelete()
{
    domain::ContactNote note{domain::MessageId(QUuid::createUuid()), domain::AgentId(QUuid::createUuid()),
                             QStringLiteral("Luis"), QStringLiteral("beware"), m_world->clock.now()};
    setContact([&note](domain::Contact& one) { one.notes = {note}; });
    const auto rows = [this] {
        return panel().findChildren<QWidget*>(QStringLiteral("contactNoteRow")).size();
    };
    QTRY_COMPARE(rows(), 1);
    QVERIFY(!panel().findChild<QPushButton*>(QStringLiteral("deleteContactNote")));
    domain::Agent chief = m_world->me();
    chief.role = domain::Role::Supervisor;
    m_world->live.setMe(chief);
    QTRY_VERIFY(panel().findChild<QPushButton*>(QStringLiteral("deleteContactNote")));
}

void tst_CustomerPanel::blockingShowsEverywhere()
{
    QSignalSpy wished(&panel(), &ui::CustomerPanel::blockWanted);
    m_world->find<QAction>("blockContact")->trigger();
    QCOMPARE(first<bool>(wished), true);
    auto* bar = m_world->find<QWidget>("blockedBar");
    QVERIFY(!bar->isVisible());
    setContact([](domain::Contact& one) { one.blocked = true; });
    QTRY_VERIFY(bar->isVisible());
    QTRY_VERIFY(panel().findChild<QWidget*>(QStringLiteral("contactBlocked"))->isVisible());
    press(m_world->find<QPushButton>("blockedBarUnblock"));
    QCOMPARE(first<bool>(wished), false);
    press(panel().findChild<QPushButton*>(QStringLiteral("unblockContact")));
    QCOMPARE(wished.size(), 3);
    setContact([](domain::Contact& one) { one.blocked = false; });
    QTRY_VERIFY(!bar->isVisible());
}

void tst_CustomerPanel::anErasedContactIsNotChanged()
{
    client::TranscriptBatch erased = batch();
    erased.state->conversation.erased = true;
    m_world->transcript(m_world->mineId(0))->apply(erased);
    QTRY_VERIFY(!pencil("customerName")->isVisible());
    QVERIFY(!line("contactTag")->isVisible());
    QVERIFY(!panel().findChild<QPlainTextEdit*>(QStringLiteral("contactNote"))->isVisible());
    QVERIFY(!panel().findChild<QPushButton*>(QStringLiteral("contactMenu"))->isVisible());
}

void tst_CustomerPanel::otherConversationsOpenAtAPress()
{
    client::Person person;
    person.contact = contact();
    domain::Contact same = another(QStringLiteral("M. Souza"));
    same.mergedInto = contact().id;
    same.notes = {{domain::MessageId(QUuid::createUuid()),
                   m_world->me().id,
                   {},
                   QStringLiteral("elsewhere"),
                   m_world->clock.now()}};
    person.merged = {same};
    for (const domain::ConversationId& id : {m_world->mineId(0), m_world->mineId(1)}) {
        domain::Conversation one;
        one.id = id;
        one.channel = QStringLiteral("web");
        one.openedAt = m_world->clock.now();
        person.conversations.push_back(one);
    }
    panel().showPerson(contact().id, person);
    const auto earlier = [this] {
        return panel().findChildren<QPushButton*>(QStringLiteral("earlierConversation"));
    };
    QTRY_COMPARE(earlier().size(), 1);
    QTRY_COMPARE(panel().findChildren<QWidget*>(QStringLiteral("contactNoteRow")).size(), 1);
    QSignalSpy split(&panel(), &ui::CustomerPanel::splitWanted);
    press(panel().findChild<QPushButton*>(QStringLiteral("splitContact")));
    QCOMPARE(split.back()[0].value<ContactKey>(), (ContactKey{m_world->mineId(0), same.id}));
    QSignalSpy merge(&panel(), &ui::CustomerPanel::mergeWanted);
    panel().showAlike(contact().id, {another(QStringLiteral("Mari"))});
    QTRY_VERIFY(panel().findChild<QPushButton*>(QStringLiteral("compareContact")));
    press(panel().findChild<QPushButton*>(QStringLiteral("compareContact")));
    QCOMPARE(merge.back()[0].value<domain::Contact>().name, QStringLiteral("Mari"));
    press(earlier().front());
    QCOMPARE(m_world->window().desk().current(), m_world->mineId(1));
    // An answer about whoever was looked at before is for nobody.
    panel().showPerson(person.contact.id, person);
    QTRY_VERIFY(!panel().findChild<QPushButton*>(QStringLiteral("splitContact")));
}

void tst_CustomerPanel::withoutARelayItIsSaid()
{
    QSignalSpy wanted(&panel(), &ui::CustomerPanel::personWanted);
    m_world->window().desk().look(m_world->mineId(2));
    QTRY_COMPARE(wanted.size(), 1);
    const auto words = [this] {
        return panel().findChild<QLabel*>(QStringLiteral("personWords"))->text();
    };
    const QString looking = words();
    panel().showPerson(wanted.back()[0].value<domain::Contact>().id, std::nullopt);
    QTRY_VERIFY(words() != looking);
    m_world->window().desk().setConnected(false);
    m_world->window().desk().setConnected(true);
    QTRY_COMPARE(wanted.size(), 2);
}

void tst_CustomerPanel::theNextStepBecomesADraft()
{
    QSignalSpy wanted(&panel(), &ui::CustomerPanel::repliesWanted);
    QSignalSpy chosen(&panel(), &ui::CustomerPanel::replyChosen);
    const auto use = [this] {
        return panel().findChild<QPushButton*>(QStringLiteral("useSuggestion"));
    };
    panel().setConnected(true);
    QTRY_VERIFY(use());
    use()->click();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(chosen.size(), 0);
    const auto handoff = wanted[0][0].value<domain::HandoffId>();
    // What could not be had is not a draft later.
    panel().showTrouble(handoff, QStringLiteral("Not now."));
    panel().showReplies(handoff, {QStringLiteral("Late")}, QStringLiteral("offline"));
    QCOMPARE(chosen.size(), 0);
    QTRY_VERIFY(panel().findChild<QPushButton*>(QStringLiteral("useReply")));
    QVERIFY(use() && use()->isEnabled());
    use()->click(); // they are known now
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), QStringLiteral("Late"));
    QCOMPARE(wanted.size(), 1);
    panel().setConnected(false);
    QTRY_VERIFY(!use());
}

void tst_CustomerPanel::whatIsOfferedStandsBesideItsIcon()
{
    setContact([](domain::Contact& one) { one.phone.clear(); });
    QPushButton* offer = nullptr;
    QTRY_VERIFY((offer = panel().findChild<QPushButton*>(QStringLiteral("customerPhoneOffer"))) &&
                offer->isVisible());
    const auto middle = [](const QWidget& widget) {
        return widget.mapTo(widget.window(), widget.rect().center()).y();
    };
    const auto* icon = offer->parentWidget()->findChild<QWidget*>(QStringLiteral("lineIcon"));
    QVERIFY(icon);
    QTRY_VERIFY(qAbs(middle(*icon) - middle(*offer)) <= 1);
}

void tst_CustomerPanel::whoTheyAreIsAskedBehindAHiddenColumn()
{
    m_world->window().actions().action(ui::ActionId::ToggleDetails).trigger();
    QTRY_VERIFY(!panel().isVisible());
    QSignalSpy wanted(&panel(), &ui::CustomerPanel::personWanted);
    m_world->window().desk().look(m_world->mineId(2));
    QTRY_COMPARE(wanted.size(), 1);
    // Once is enough, also when the column comes back.
    client::Person person;
    person.contact = wanted.front()[0].value<domain::Contact>();
    panel().showPerson(person.contact.id, person);
    m_world->window().actions().action(ui::ActionId::ToggleDetails).trigger();
    QTRY_VERIFY(panel().isVisible());
    QCOMPARE(wanted.size(), 1);
}

void tst_CustomerPanel::actionsKnowTheCustomer()
{
    ui::Actions& actions = m_world->window().actions();
    ui::ActionRunner& runner = m_world->window().runner();
    using ui::ActionId;
    QTRY_VERIFY(actions.action(ActionId::Block).isEnabled());
    QVERIFY(!actions.action(ActionId::Unblock).isEnabled());
    QVERIFY(actions.action(ActionId::MarkSpam).isEnabled());
    QVERIFY(actions.action(ActionId::ConvertToTicket).isEnabled());
    QSignalSpy spam(&runner, &ui::ActionRunner::spamRequested);
    QSignalSpy ticket(&runner, &ui::ActionRunner::ticketRequested);
    QSignalSpy block(&runner, &ui::ActionRunner::blockRequested);
    QSignalSpy same(&runner, &ui::ActionRunner::samePersonRequested);
    for (const ActionId id :
         {ActionId::MarkSpam, ActionId::ConvertToTicket, ActionId::Block, ActionId::SamePerson})
        actions.action(id).trigger();
    const domain::HandoffId handoff = m_world->live.row(m_world->mineId(0))->handoffId;
    QCOMPARE(spam.back()[0].value<domain::HandoffId>(), handoff);
    QCOMPARE(ticket.back()[0].value<domain::HandoffId>(), handoff);
    QCOMPARE(block.back()[0].toBool(), true);
    QCOMPARE(same.size(), 1);
    setContact([](domain::Contact& one) { one.blocked = true; });
    QTRY_VERIFY(actions.action(ActionId::Unblock).isEnabled());
    QVERIFY(!actions.action(ActionId::Block).isEnabled());
}

void tst_CustomerPanel::aPageAndATimeAreTold()
{
    setContact([](domain::Contact& one) {
        one.attributes[QStringLiteral("page_url")] = QStringLiteral("https://shop.test/lamps");
        one.attributes[QStringLiteral("Time zone")] = QStringLiteral("Europe/Madrid");
    });
    QTRY_COMPARE(value("customerPage"), QStringLiteral("https://shop.test/lamps"));
    QVERIFY(!value("customerTime").isEmpty());
    for (const auto* field : panel().findChildren<QLineEdit*>(QStringLiteral("attribute")))
        QVERIFY(field->accessibleName() != QLatin1String("page_url")); // told once is enough
}

RELEVO_TEST(tst_CustomerPanel)
#include "tst_customerpanel.moc"
