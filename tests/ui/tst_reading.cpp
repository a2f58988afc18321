#include "desk_world.h"
#include "support/test_main.h"

#include <ui/conversation/conversation_page.h>
#include <ui/shell/desk_page.h>

#include <QtGui/QClipboard>
#include <QtTest/QtTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>

using namespace relevo;
using models::MessagesModel;
using std::chrono::seconds;

/// What an agent does with what was said: finding, copying, following a fact, sending again what failed.
class tst_Reading final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<DeskWorld>();
        m_world->signIn();
        m_world->addMine(4);
        m_world->window().resize(1366, 600);
        m_world->window().show();
        m_world->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_world->window()));
        m_world->window().desk().look(m_world->mineId(1));
        (void)m_world->window().grab();
    }
    void cleanup() { m_world.reset(); }

    void findsFromNewToOld();
    void isSureWhenThereIsNothingOlder();
    void goesOnInWhatIsNotLoaded();
    void givesUpWhereNothingComes();
    void anotherConversationEndsTheSearch();
    void severalMessagesAreCopiedWithTheirSpeakers();
    void aFactLeadsToItsMessage();
    void aFactLeadsIntoWhatIsNotLoaded();
    void aHitLeadsIntoWhatIsNotReadYet();
    void earlierConversationsAreOfferedAbove();
    void whatFailedIsSentAgain();
    void whatIsNotKnownIsSaid();
    void theButtonCountsAndLeadsToWhatIsNew();
    void whatTheRelaySaidIsInTheDesksLanguage();
    void fiveThousandMessages();

private:
    std::unique_ptr<DeskWorld> m_world;
    qint64 m_next = 10'000;

    ui::ConversationPage& page() { return m_world->window().desk().conversation(); }
    QListView* view() { return m_world->find<QListView>("transcript"); }
    QLineEdit* field() { return m_world->find<QLineEdit>("findField"); }
    QString state() { return m_world->find<QLabel>("findState")->text(); }
    client::Transcript* transcript() { return m_world->transcript(m_world->mineId(1)); }

    domain::Message message(const QString& text, domain::Author author, qint64 seq)
    {
        domain::Message made;
        made.id = domain::MessageId(QUuid::createUuid());
        made.conversationId = m_world->mineId(1);
        made.seq = seq;
        made.author = author;
        made.authorName = QStringLiteral("Mariana Souza");
        made.content = text;
        made.at = m_world->clock.now();
        made.delivery = domain::Delivery::Delivered;
        if (author == domain::Author::Agent)
            made.authorId = m_world->me().id.toString();
        return made;
    }
    void add(const domain::Message& made)
    {
        client::TranscriptBatch batch;
        batch.conversation = m_world->mineId(1);
        batch.messages = {made};
        transcript()->apply(batch);
    }
    void setHasOlder(bool older, bool answered = false)
    {
        client::TranscriptBatch batch;
        batch.conversation = m_world->mineId(1);
        batch.hasOlder = older;
        batch.loadingDone = answered;
        transcript()->apply(batch);
    }
    void answerOlder(const QString& text, qint64 seq, bool more)
    {
        domain::Message older = message(text, domain::Author::Customer, seq);
        older.at -= std::chrono::hours(30);
        client::TranscriptBatch batch;
        batch.conversation = m_world->mineId(1);
        batch.messages = {older};
        batch.hasOlder = more;
        batch.loadingDone = true;
        transcript()->apply(batch);
    }
    QModelIndex rowWith(const QString& text)
    {
        for (int row = view()->model()->rowCount() - 1; row >= 0; --row) {
            const QModelIndex index = view()->model()->index(row, 0);
            if (index.data(MessagesModel::ContentRole).toString().contains(text))
                return index;
        }
        return {};
    }
    bool isSeen(const QString& text)
    {
        const QModelIndex row = rowWith(text);
        return row.isValid() && view()->viewport()->rect().intersects(view()->visualRect(row));
    }
};

void tst_Reading::findsFromNewToOld()
{
    add(message(QStringLiteral("Zebra one"), domain::Author::Customer, m_next++));
    add(message(QStringLiteral("zébra two, ZEBRA three"), domain::Author::Customer, m_next++));
    m_world->window().desk().findInConversation();
    QVERIFY(field()->hasFocus());
    QTest::keyClicks(field(), QStringLiteral("zebra"));
    QCOMPARE(state(), QStringLiteral("1 of 3"));
    QTest::keyClick(field(), Qt::Key_Return);
    QCOMPARE(state(), QStringLiteral("2 of 3"));
    QTest::keyClick(field(), Qt::Key_Return);
    QTest::keyClick(field(), Qt::Key_Return); // there is nothing older
    QCOMPARE(state(), QStringLiteral("3 of 3"));
    QVERIFY(isSeen(QStringLiteral("Zebra one")));
    QTest::keyClick(field(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(state(), QStringLiteral("2 of 3"));
    (void)m_world->window().grab(); // the marks are painted
    // A message that comes in is counted, and takes nobody away from where they are.
    add(message(QStringLiteral("one more zebra"), domain::Author::Customer, m_next++));
    QTRY_COMPARE(state(), QStringLiteral("3 of 4"));
    field()->setText(QStringLiteral("giraffe"));
    QCOMPARE(state(), QStringLiteral("Not found"));
    QTest::keyClick(field(), Qt::Key_Escape);
    QVERIFY(!field()->isVisible());
    QVERIFY(view()->hasFocus());
}

void tst_Reading::isSureWhenThereIsNothingOlder()
{
    add(message(QStringLiteral("a single quagga"), domain::Author::Customer, m_next++));
    QSignalSpy wanted(&page(), &ui::ConversationPage::olderWanted);
    setHasOlder(true); // nobody has asked yet
    m_world->window().desk().findInConversation();
    field()->setText(QStringLiteral("quagga"));
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(state(), QStringLiteral("1 of 1+"));
    setHasOlder(false, true);
    QTRY_COMPARE(state(), QStringLiteral("1 of 1"));
}

void tst_Reading::goesOnInWhatIsNotLoaded()
{
    setHasOlder(true);
    QSignalSpy wanted(&page(), &ui::ConversationPage::olderWanted);
    m_world->window().desk().findInConversation();
    field()->setText(QStringLiteral("okapi"));
    QCOMPARE(state(), QStringLiteral("Not found so far"));
    const qsizetype before = wanted.size();
    QTest::keyClick(field(), Qt::Key_Return);
    QCOMPARE(state(), QStringLiteral("Looking further back…"));
    QCOMPARE(wanted.size(), std::max<qsizetype>(before, 1));
    answerOlder(QStringLiteral("nothing of the kind"), 30, true); // goes on by itself
    QTRY_COMPARE(wanted.size(), std::max<qsizetype>(before, 1) + 1);
    answerOlder(QStringLiteral("an okapi came by"), 29, true);
    QTRY_COMPARE(state(), QStringLiteral("1 of 1+"));
    QTRY_VERIFY(isSeen(QStringLiteral("okapi")));
}

void tst_Reading::givesUpWhereNothingComes()
{
    setHasOlder(true);
    m_world->window().desk().findInConversation();
    field()->setText(QStringLiteral("okapi"));
    QTest::keyClick(field(), Qt::Key_Return);
    QSignalSpy wanted(&page(), &ui::ConversationPage::olderWanted);
    setHasOlder(true, true); // the relay is away
    QCOMPARE(state(), QStringLiteral("Not found so far"));
    QVERIFY(wanted.isEmpty());
}

void tst_Reading::anotherConversationEndsTheSearch()
{
    m_world->window().desk().findInConversation();
    field()->setText(QStringLiteral("parcel"));
    m_world->window().desk().look(m_world->mineId(2));
    QVERIFY(!field()->isVisible());
}

void tst_Reading::severalMessagesAreCopiedWithTheirSpeakers()
{
    add(message(QStringLiteral("first\nline"), domain::Author::Customer, m_next++));
    add(message(QStringLiteral("second"), domain::Author::Agent, m_next++));
    domain::Message note = message(QStringLiteral("third"), domain::Author::Agent, m_next++);
    note.note = true;
    add(note);
    const int rows = view()->model()->rowCount();
    view()->setCurrentIndex(view()->model()->index(rows - 3, 0));
    for (int i = 0; i < 2; ++i)
        QTest::keyClick(view(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(view(), Qt::Key_C, Qt::ControlModifier);
    const QString copied = QGuiApplication::clipboard()->text();
    const QStringList lines = copied.split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 4);
    QVERIFY2(lines[0].startsWith(QLatin1Char('[')) &&
                 lines[0].endsWith(QStringLiteral("Mariana Souza: first")),
             qPrintable(copied));
    QCOMPARE(lines[1], QStringLiteral("line"));
    QVERIFY(lines[2].endsWith(QStringLiteral("You: second")));
    QVERIFY(lines[3].contains(QStringLiteral("private note")));
}

void tst_Reading::aFactLeadsToItsMessage()
{
    const auto all = [this] {
        return m_world->window().findChildren<QAbstractButton*>(QStringLiteral("fact"));
    };
    QTRY_VERIFY(!all().isEmpty());
    const QList<QAbstractButton*> chips = all();
    const auto order = std::find_if(chips.begin(), chips.end(), [](const QAbstractButton* chip) {
        return chip->text().contains(QStringLiteral("R-48213"));
    });
    QVERIFY(order != chips.end());
    QVERIFY(!isSeen(QStringLiteral("Hi, order R-48213")));
    (*order)->click();
    QTRY_VERIFY(isSeen(QStringLiteral("Hi, order R-48213")));
}

void tst_Reading::aFactLeadsIntoWhatIsNotLoaded()
{
    setHasOlder(true);
    QSignalSpy wanted(&page(), &ui::ConversationPage::olderWanted);
    domain::Message older = message(QStringLiteral("my number is 7"), domain::Author::Customer, 20);
    older.at -= std::chrono::hours(30);
    page().showMessage(older.id);
    QVERIFY(wanted.size() >= 1);
    answerOlder(QStringLiteral("between"), 30, true);
    client::TranscriptBatch batch;
    batch.conversation = m_world->mineId(1);
    batch.messages = {older};
    batch.hasOlder = false;
    batch.loadingDone = true;
    transcript()->apply(batch);
    QTRY_VERIFY(isSeen(QStringLiteral("my number is 7")));
    // One that is nowhere is not looked for for ever.
    page().showMessage(domain::MessageId(QUuid::createUuid()));
}

void tst_Reading::aHitLeadsIntoWhatIsNotReadYet()
{
    m_world->addWaiting(1);
    const domain::ConversationId id = m_world->addUnread();
    client::TranscriptBatch batch;
    batch.conversation = id;
    batch.reset = true;
    batch.hasOlder = false;
    batch.loadingDone = true;
    batch.state.emplace();
    batch.state->conversation.id = id;
    for (int i = 0; i < 120; ++i) {
        domain::Message message;
        message.id = domain::MessageId(QUuid::createUuid());
        message.conversationId = id;
        message.seq = 20'000 + i;
        message.author = domain::Author::Customer;
        message.content = QStringLiteral("line %1").arg(i);
        message.at = m_world->clock.now() + seconds(i);
        batch.messages.push_back(message);
    }
    m_world->window().desk().lookAt(id, batch.messages[5].id);
    QVERIFY(!m_world->transcript(id)->isLoaded());
    m_world->setTranscript(id, batch);
    const auto* model = view()->model();
    int row = -1;
    for (int i = 0; i < model->rowCount(); ++i) {
        if (model->index(i, 0).data(MessagesModel::SeqRole).toLongLong() == 20'005)
            row = i;
    }
    QVERIFY(row >= 0);
    QTRY_VERIFY(view()->viewport()->rect().intersects(view()->visualRect(model->index(row, 0))));
}

void tst_Reading::earlierConversationsAreOfferedAbove()
{
    const domain::ConversationId past = m_world->mineId(2);
    m_world->models().messages.setPast({}, MessagesModel::PastOffer{past, m_world->clock.now(), false});
    QSignalSpy wanted(&page(), &ui::ConversationPage::pastWanted);
    const QModelIndex offer = view()->model()->index(0, 0);
    QCOMPARE(offer.data(MessagesModel::KindRole).toInt(), static_cast<int>(MessagesModel::Kind::Past));
    QVERIFY(!offer.data(Qt::AccessibleTextRole).toString().isEmpty());
    view()->scrollTo(offer);
    QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, view()->visualRect(offer).center());
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.back()[0].value<domain::ConversationId>(), past);
    view()->setCurrentIndex(offer);
    QTest::keyClick(view(), Qt::Key_Return);
    QCOMPARE(wanted.size(), 2);
    m_world->models().messages.setPast({m_world->transcript(past)}, {});
    QVERIFY(view()->model()->rowCount() > 4);
    QVERIFY(!view()->grab().isNull());
}

void tst_Reading::whatFailedIsSentAgain()
{
    domain::Message failed =
        message(QStringLiteral("Your refund is on its way"), domain::Author::Agent, m_next++);
    failed.delivery = domain::Delivery::Failed;
    failed.deliveryError =
        domain::DeliveryError{QStringLiteral("gone"), QStringLiteral("The number is gone.")};
    add(failed);
    const QModelIndex row = rowWith(failed.content);
    QVERIFY(row.data(MessagesModel::RetriableRole).toBool());
    QCOMPARE(row.data(MessagesModel::ErrorRole).toString(), QStringLiteral("The number is gone"));
    (void)view()->grab();
    QSignalSpy sent(&page(), &ui::ConversationPage::sendRequested);
    const QRect rect = view()->visualRect(row);
    QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, {rect.right() - 30, rect.bottom() - 8});
    QCOMPARE(sent.size(), 1);
    QCOMPARE(sent[0][1].toString(), failed.content);
    domain::Message again = message(failed.content, domain::Author::Agent, 0);
    again.id = {};
    again.clientId = QStringLiteral("again");
    client::TranscriptBatch batch;
    batch.conversation = m_world->mineId(1);
    batch.waiting = {again};
    transcript()->apply(batch);
    const QModelIndex first = view()->model()->index(row.row(), 0);
    QVERIFY(!first.data(MessagesModel::RetriableRole).toBool());
    QVERIFY(first.data(MessagesModel::ErrorRole).toString().contains(QStringLiteral("Sent again")));
}

void tst_Reading::whatIsNotKnownIsSaid()
{
    domain::Message unknown = message(QStringLiteral("Did it come?"), domain::Author::Agent, m_next++);
    unknown.delivery = domain::Delivery::Unknown;
    add(unknown);
    const QString spoken = rowWith(unknown.content).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.contains(QStringLiteral("nobody has said whether it arrived")), qPrintable(spoken));
    (void)view()->grab();
}

void tst_Reading::theButtonCountsAndLeadsToWhatIsNew()
{
    QScrollBar* bar = view()->verticalScrollBar();
    bar->setValue(bar->maximum());
    bar->setValue(0);
    for (int i = 0; i < 40; ++i)
        add(message(QStringLiteral("new %1").arg(i), domain::Author::Customer, m_next++));
    auto* button = m_world->find<QPushButton>("toEnd");
    QTRY_VERIFY(button->isVisible());
    QCOMPARE(button->text(), QStringLiteral("40 new"));
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(isSeen(QStringLiteral("new 0")));
    QVERIFY(!isSeen(QStringLiteral("new 39")));
    QVERIFY(button->isVisible());
    QTRY_VERIFY(button->text() != QStringLiteral("40 new"));
    bar->setValue(bar->maximum());
    QVERIFY(!button->isVisible());
}

void tst_Reading::whatTheRelaySaidIsInTheDesksLanguage()
{
    const QLocale before;
    QLocale::setDefault(QLocale(QStringLiteral("es_ES")));
    add(message(QStringLiteral("Ana Torres entrou na conversa."), domain::Author::System, m_next++));
    const QModelIndex row = view()->model()->index(view()->model()->rowCount() - 1, 0);
    const QString shown = row.data(MessagesModel::ContentRole).toString();
    QLocale::setDefault(before);
    QCOMPARE(shown, QStringLiteral("Ana Torres se ha unido a la conversación."));
}

void tst_Reading::fiveThousandMessages()
{
    client::TranscriptBatch batch;
    batch.conversation = m_world->mineId(3);
    batch.reset = true;
    batch.state = m_world->transcript(m_world->mineId(3))->state();
    batch.hasOlder = false;
    batch.readUpTo = 1'000'000;
    batch.loadingDone = true;
    for (int i = 0; i < 5'000; ++i) {
        domain::Message one = message(QStringLiteral("Message %1, %2")
                                          .arg(i)
                                          .arg(QStringLiteral("and a few words more ").repeated(i % 7)),
                                      i % 3 ? domain::Author::Customer : domain::Author::Agent, 100 + i);
        one.conversationId = batch.conversation;
        one.at = m_world->clock.now() - seconds(60 * (5'000 - i));
        batch.messages.push_back(one);
    }
    m_world->setTranscript(m_world->mineId(3), batch);
    QElapsedTimer timer;
    timer.start();
    m_world->window().desk().look(m_world->mineId(3));
    (void)view()->grab();
    const qint64 opened = timer.elapsed();
    QScrollBar* bar = view()->verticalScrollBar();
    QCOMPARE(bar->value(), bar->maximum());
    qint64 slowest = 0;
    for (int step = 0; step < 100; ++step) {
        timer.restart();
        bar->setValue(bar->value() - 400);
        (void)view()->grab();
        slowest = std::max(slowest, timer.elapsed());
    }
    // One more page comes in above.
    client::TranscriptBatch older;
    older.conversation = batch.conversation;
    for (int i = 0; i < 50; ++i) {
        older.messages.push_back(batch.messages.front());
        older.messages.back().id = domain::MessageId(QUuid::createUuid());
        older.messages.back().seq = 40 + i;
        older.messages.back().at -= seconds(60 * (50 - i));
    }
    timer.restart();
    m_world->transcript(batch.conversation)->apply(older);
    (void)view()->grab();
    const qint64 paged = timer.elapsed();
    m_world->window().desk().findInConversation();
    timer.restart();
    field()->setText(QStringLiteral("message 49"));
    const qint64 found = timer.elapsed();
    qInfo("5,000 loaded messages: shown in %lld ms, slowest of 100 steps %lld ms, a page above in %lld ms, "
          "found in %lld ms",
          static_cast<long long>(opened), static_cast<long long>(slowest), static_cast<long long>(paged),
          static_cast<long long>(found));
    QVERIFY(opened < 10'000);
    QVERIFY(slowest < 200);
    QVERIFY(found < 300);
}

RELEVO_TEST(tst_Reading)
#include "tst_reading.moc"
