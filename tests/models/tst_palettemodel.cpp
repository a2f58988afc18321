#include "support/test_main.h"

#include <base/clock.h>
#include <models/choices.h>
#include <models/palette_model.h>

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::models;

class tst_PaletteModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_live = std::make_unique<client::LiveView>();
        m_model = std::make_unique<PaletteModel>(*m_live);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_live.reset();
    }

    void withNothingTypedTheRecentOnesComeFirst();
    void findsConversationsByNameIssueAndLine();
    void actionsComeBeforeConversations();
    void harmNeverStandsFirst();
    void showsTheLineInWhichItWasFound();
    void whoIsTalkedWithLastComesFirst();
    void conversationsThatLeftAreNotShown();
    void textsThatChangeOftenAreFound();
    void isInGroups();
    void aSettingIsFoundByWholeWords();
    void showsWhatASearchFound();
    void aHundredThousandAreFoundWithoutHoldingAnythingUp();

private:
    SystemClock m_clock;
    UuidV7Source m_ids{m_clock};
    std::unique_ptr<client::LiveView> m_live;
    std::unique_ptr<PaletteModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    domain::ConversationId add(client::LiveBatch& batch, const QString& name, const QString& issue = {},
                               const QString& line = {}, int minute = 0)
    {
        client::ConversationRow row;
        row.id = m_ids.make<domain::ConversationId>();
        row.contactName = name;
        row.issue = issue;
        row.lastLine = line;
        row.lastAt = Timestamp(std::chrono::minutes(minute));
        batch.rows.push_back(row);
        return row.id;
    }
    static std::vector<PaletteItem> actions()
    {
        return {{QStringLiteral("action:transfer"), PaletteItem::Kind::Action, QStringLiteral("Transfer…")},
                {QStringLiteral("action:resolve"), PaletteItem::Kind::Action, QStringLiteral("Resolve…")},
                {QStringLiteral("agent:1"), PaletteItem::Kind::Agent, QStringLiteral("Luis Ferrer")}};
    }
    QStringList titles() const
    {
        QStringList titles;
        for (int row = 0; row < m_model->rowCount(); ++row)
            titles << m_model->index(row).data().toString();
        return titles;
    }
    void search(const QString& typed)
    {
        m_model->setTyped(typed);
        if (m_model->isSearching())
            QVERIFY(QSignalSpy(m_model.get(), &PaletteModel::searched).wait());
    }
};

void tst_PaletteModel::withNothingTypedTheRecentOnesComeFirst()
{
    client::LiveBatch batch;
    const domain::ConversationId ada = add(batch, QStringLiteral("Ada"));
    m_live->apply(batch);
    m_model->open(actions(),
                  {PaletteModel::keyOf(ada), QStringLiteral("action:resolve"),
                   PaletteModel::keyOf(m_ids.make<domain::ConversationId>()), QStringLiteral("action:gone")});
    QCOMPARE(titles(),
             (QStringList{QStringLiteral("Ada"), QStringLiteral("Resolve…"), QStringLiteral("Transfer…")}));
    QCOMPARE(PaletteModel::conversationOf(m_model->at(0).key), ada);
    QVERIFY(PaletteModel::conversationOf(QStringLiteral("action:resolve")).isNull());
}

void tst_PaletteModel::findsConversationsByNameIssueAndLine()
{
    client::LiveBatch batch;
    add(batch, QStringLiteral("José Álvarez"), QStringLiteral("Wants a refund"), QStringLiteral("Hello?"));
    add(batch, QStringLiteral("Mariana Souza"), QStringLiteral("Parcel is missing"),
        QStringLiteral("thanks"));
    add(batch, {}, QStringLiteral("Invoice"), QStringLiteral("my parcel"));
    m_live->apply(batch);
    m_model->open({}, {});
    search(QStringLiteral("alvarez"));
    QCOMPARE(titles(), QStringList{QStringLiteral("José Álvarez")});
    search(QStringLiteral("jz"));
    QCOMPARE(titles(), QStringList{QStringLiteral("José Álvarez")});
    search(QStringLiteral("parcel"));
    QCOMPARE(m_model->rowCount(), 2);
    search(QStringLiteral("souza parcel"));
    QCOMPARE(titles(), QStringList{QStringLiteral("Mariana Souza")});
    QCOMPARE(m_model->index(0).data(choice::DetailRole).toString(), QStringLiteral("Parcel is missing"));
    QCOMPARE(m_model->index(0).data(choice::TitleMatchesRole).value<QList<int>>(),
             (QList<int>{8, 9, 10, 11, 12}));
    QCOMPARE(m_model->index(0).data(choice::DetailMatchesRole).value<QList<int>>(),
             (QList<int>{0, 1, 2, 3, 4, 5}));
    search(QStringLiteral("nobody"));
    QCOMPARE(m_model->rowCount(), 0);
    m_model->setTyped({});
    QVERIFY(!m_model->isSearching());
}

void tst_PaletteModel::actionsComeBeforeConversations()
{
    client::LiveBatch batch;
    add(batch, QStringLiteral("Transfer Tom"));
    m_live->apply(batch);
    m_model->open(actions(), {});
    search(QStringLiteral("transf"));
    QCOMPARE(titles().front(), QStringLiteral("Transfer…"));
    search(QStringLiteral("luis"));
    QCOMPARE(titles(), QStringList{QStringLiteral("Luis Ferrer")});
}

void tst_PaletteModel::harmNeverStandsFirst()
{
    client::LiveBatch batch;
    add(batch, QStringLiteral("Mariana Souza"));
    add(batch, QStringLiteral("Ada"), QStringLiteral("They send spam"));
    m_live->apply(batch);
    std::vector<PaletteItem> items = actions();
    items.push_back({QStringLiteral("action:markSpam"),
                     PaletteItem::Kind::Action,
                     QStringLiteral("Mark as spam"),
                     {},
                     {},
                     {},
                     true});
    items.push_back({QStringLiteral("action:availability"), PaletteItem::Kind::Action,
                     QStringLiteral("Change my availability")});
    m_model->open(items, {QStringLiteral("action:markSpam"), QStringLiteral("action:resolve")});
    QCOMPARE(titles().front(), QStringLiteral("Resolve…")); // not again at once what does harm
    QVERIFY(titles().contains(QStringLiteral("Mark as spam")));
    search(QStringLiteral("ma"));
    // Nor does an action stand before her that only has these letters somewhere.
    QCOMPARE(titles(), (QStringList{QStringLiteral("Mariana Souza"), QStringLiteral("Change my availability"),
                                    QStringLiteral("Mark as spam")}));
    // Who is only found by their words was not named.
    search(QStringLiteral("spam"));
    QCOMPARE(titles(), (QStringList{QStringLiteral("Mark as spam"), QStringLiteral("Ada")}));
}

void tst_PaletteModel::showsTheLineInWhichItWasFound()
{
    client::LiveBatch batch;
    add(batch, QStringLiteral("Ada"), QStringLiteral("Charged twice"),
        QStringLiteral("the invoice is wrong"));
    m_live->apply(batch);
    m_model->open({}, {});
    search(QStringLiteral("invoice"));
    QCOMPARE(m_model->index(0).data(choice::DetailRole).toString(), QStringLiteral("the invoice is wrong"));
    search(QStringLiteral("charged"));
    QCOMPARE(m_model->index(0).data(choice::DetailRole).toString(), QStringLiteral("Charged twice"));
}

void tst_PaletteModel::whoIsTalkedWithLastComesFirst()
{
    client::LiveBatch batch;
    for (int i = 0; i < 200; ++i)
        add(batch, QStringLiteral("Same Name"), {}, {}, (i * 37) % 200);
    m_live->apply(batch);
    m_model->open({}, {});
    search(QStringLiteral("same"));
    QCOMPARE(m_model->rowCount(), PaletteModel::mostRows);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const client::ConversationRow* shown =
            m_live->row(PaletteModel::conversationOf(m_model->at(row).key));
        QCOMPARE(shown->lastAt, Timestamp(std::chrono::minutes(199 - row)));
    }
}

void tst_PaletteModel::conversationsThatLeftAreNotShown()
{
    client::LiveBatch batch;
    const domain::ConversationId ada = add(batch, QStringLiteral("Ada"));
    add(batch, QStringLiteral("Adam"));
    m_live->apply(batch);
    m_model->open({}, {});
    m_model->setTyped(QStringLiteral("ada"));
    client::LiveBatch closed;
    closed.gone.push_back(ada);
    m_live->apply(closed);
    QTRY_VERIFY(!m_model->isSearching());
    QCOMPARE(titles(), QStringList{QStringLiteral("Adam")});
    // Whatever happens meanwhile is found, too.
    client::LiveBatch came;
    const domain::ConversationId adele = add(came, QStringLiteral("Adele"));
    m_live->apply(came);
    search(QStringLiteral("ade"));
    QCOMPARE(titles(), QStringList{QStringLiteral("Adele")});
    came.rows.front().contactName = QStringLiteral("Berta");
    m_live->apply(came);
    search(QStringLiteral("adel"));
    QCOMPARE(m_model->rowCount(), 0);
    search(QStringLiteral("berta"));
    QCOMPARE(PaletteModel::conversationOf(m_model->at(0).key), adele);
    client::LiveBatch others;
    others.reset = true;
    add(others, QStringLiteral("Ada Lovelace"));
    m_live->apply(others);
    search(QStringLiteral("ada"));
    QCOMPARE(titles(), QStringList{QStringLiteral("Ada Lovelace")});
    m_model->close();
    QCOMPARE(m_model->rowCount(), 0);
}

/// The texts stand one behind the other, and those that are over are cleared away now and then.
void tst_PaletteModel::textsThatChangeOftenAreFound()
{
    client::LiveBatch batch;
    for (int i = 0; i < 40; ++i)
        add(batch, QStringLiteral("Contact"));
    m_live->apply(batch);
    m_model->open({}, {});
    search(QStringLiteral("contact"));
    const QString filling(60, u'x');
    client::LiveBatch next = batch;
    for (int round = 0; round < 100; ++round) {
        for (std::size_t i = 0; i < next.rows.size(); ++i) {
            // Some take more than a byte a letter.
            const QString name = i % 3 == 0 ? QStringLiteral("Жанна %1 %2") : QStringLiteral("Zoe %1 %2");
            next.rows[i].contactName = name.arg(i).arg(round);
            next.rows[i].lastLine = filling.left(static_cast<qsizetype>(i + 10));
        }
        if (round % 10 == 5) {
            client::LiveBatch left;
            left.gone.push_back(next.rows.back().id);
            m_live->apply(left);
            next.rows.pop_back();
        }
        m_live->apply(next);
    }
    search(QStringLiteral("zoe 28 99"));
    QCOMPARE(titles().value(0), QStringLiteral("Zoe 28 99"));
    search(QStringLiteral("жанна 27 99"));
    QCOMPARE(titles().value(0), QStringLiteral("Жанна 27 99"));
    search(QStringLiteral("contact"));
    QCOMPARE(m_model->rowCount(), 0);
    search(QStringLiteral("98"));
    QCOMPARE(m_model->rowCount(), 0);
}

void tst_PaletteModel::isInGroups()
{
    client::LiveBatch batch;
    const domain::ConversationId tom = add(batch, QStringLiteral("Tom Transfer"));
    m_live->apply(batch);
    std::vector<PaletteItem> items = actions();
    items.push_back({QStringLiteral("page:transfers"), PaletteItem::Kind::Page, QStringLiteral("Transfers")});
    items.push_back(
        {QStringLiteral("canned:1"), PaletteItem::Kind::Canned, QStringLiteral("Transfer words")});
    m_model->open(items, {PaletteModel::keyOf(tom)});
    const auto groups = [this] {
        QStringList all;
        for (int row = 0; row < m_model->rowCount(); ++row)
            all << m_model->index(row).data(choice::GroupRole).toString();
        return all;
    };
    // What is not there to be done is only found by its name.
    QCOMPARE(groups(), (QStringList{QStringLiteral("Recent"), QStringLiteral("Actions"), QString(),
                                    QStringLiteral("Settings")}));
    m_model->open(items, {});
    search(QStringLiteral("transfer"));
    QCOMPARE(titles().size(), 4);
    QCOMPARE(titles().front(), QStringLiteral("Transfer…"));
    QStringList named = groups();
    QVERIFY(!named.contains(QString()));
    named.sort();
    QCOMPARE(named, (QStringList{QStringLiteral("Actions"), QStringLiteral("Canned responses"),
                                 QStringLiteral("Conversations"), QStringLiteral("Settings")}));
    QVERIFY(m_model->index(0).data(Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("Actions")));
}

void tst_PaletteModel::aSettingIsFoundByWholeWords()
{
    using Kind = PaletteItem::Kind;
    PaletteItem size{QStringLiteral("page:look/size"), Kind::Setting, QStringLiteral("Text size"),
                     QStringLiteral("Appearance · Look")};
    size.words = QStringLiteral("Of everything in the program.");
    m_model->open({{QStringLiteral("page:look"), Kind::Page, QStringLiteral("Appearance")}, size}, {});
    QCOMPARE(titles(), QStringList{QStringLiteral("Appearance")}); // nobody reads them all
    search(QStringLiteral("text size"));
    QCOMPARE(titles(), QStringList{QStringLiteral("Text size")});
    search(QStringLiteral("everything"));
    QCOMPARE(titles(), QStringList{QStringLiteral("Text size")});
    search(QStringLiteral("tsz")); // in a sentence any letters stand in order somewhere
    QCOMPARE(m_model->rowCount(), 0);
    search(QStringLiteral("appearance"));
    QCOMPARE(titles(), (QStringList{QStringLiteral("Appearance"), QStringLiteral("Text size")}));
    QCOMPARE(m_model->index(0).data(choice::GroupRole).toString(), QStringLiteral("Settings"));
    QVERIFY(m_model->index(1).data(choice::GroupRole).toString().isEmpty()); // one group
    m_model->open({size}, {size.key});
    QCOMPARE(titles(), QStringList{QStringLiteral("Text size")}); // chosen lately
}

void tst_PaletteModel::showsWhatASearchFound()
{
    client::LiveBatch batch;
    const domain::ConversationId open = add(batch, QStringLiteral("Parcel Pete"));
    m_live->apply(batch);
    m_model->open({}, {});
    search(QStringLiteral("parcel"));
    QCOMPARE(m_model->rowCount(), 1);
    auto results = std::make_shared<client::SearchResults>();
    client::SearchHit contact;
    contact.kind = client::SearchHit::Kind::Contact;
    contact.conversation = m_ids.make<domain::ConversationId>();
    contact.name = QStringLiteral("Paula Parcel");
    client::SearchHit known = contact;
    known.conversation = open; // among the conversations already
    client::SearchHit message;
    message.conversation = contact.conversation;
    message.message = m_ids.make<domain::MessageId>();
    message.name = QStringLiteral("Paula Parcel");
    message.text = QStringLiteral("where is my parcel");
    results->contacts = {contact, known};
    results->messages = {message};
    m_model->setFound(results);
    QCOMPARE(titles(), (QStringList{QStringLiteral("Parcel Pete"), QStringLiteral("Paula Parcel"),
                                    QStringLiteral("Paula Parcel")}));
    QCOMPARE(PaletteModel::conversationOf(m_model->at(1).key), contact.conversation);
    const auto place = PaletteModel::messageOf(m_model->at(2).key);
    QVERIFY(place);
    QCOMPARE(place->conversation, message.conversation);
    QCOMPARE(place->message, message.message);
    QVERIFY(!PaletteModel::messageOf(m_model->at(1).key));
    // It was found for that.
    search(QStringLiteral("pete"));
    QCOMPARE(titles(), QStringList{QStringLiteral("Parcel Pete")});
}

void tst_PaletteModel::aHundredThousandAreFoundWithoutHoldingAnythingUp()
{
    client::LiveBatch batch;
    batch.reset = true;
    for (int i = 0; i < 100'000; ++i)
        add(batch, QStringLiteral("Customer %1 Number").arg(i),
            QStringLiteral("The parcel with the number R-%1 has not arrived since last week").arg(i * 7),
            QStringLiteral("Could you please look again whether it is there? %1").arg(i), i);
    m_live->apply(batch);
    QElapsedTimer timer;
    timer.start();
    m_model->open(actions(), {});
    const qint64 opened = timer.elapsed();
    // How long the event loop is held up at a time.
    qint64 longest = 0;
    QElapsedTimer turn;
    QTimer beat;
    connect(&beat, &QTimer::timeout, this, [&] {
        longest = std::max(longest, turn.elapsed());
        turn.start();
    });
    beat.start(0);
    turn.start();
    timer.start();
    search(QStringLiteral("99999"));
    const qint64 first = timer.elapsed();
    QVERIFY(titles().contains(QStringLiteral("Customer 99999 Number")));
    for (const char* typed : {"c", "cu", "customer 4711", "parcel", "zzz", "r-7"}) {
        timer.start();
        search(QString::fromLatin1(typed));
        const qint64 took = timer.elapsed();
        const QStringList narrowed = titles();
        qInfo("\"%s\": %lld ms, %d rows", typed, took, m_model->rowCount());
        // The same as if nothing had been typed before it.
        search(QStringLiteral("q"));
        search(QString::fromLatin1(typed));
        QCOMPARE(narrowed, titles());
    }
    qInfo("opened in %lld ms, first search %lld ms, longest turn %lld ms", opened, first, longest);
}

RELEVO_TEST(tst_PaletteModel)
#include "tst_palettemodel.moc"
