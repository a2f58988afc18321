#include "commander.h"
#include "support/test_main.h"

#include <store/search_index.h>

#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::test;
using store::SearchHit;
using store::SearchIndex;

/// What is found, and what is not.
class tst_SearchIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void findsWordsWhateverTheirAccents_data();
    void findsWordsWhateverTheirAccents();
    void notesAreForThoseWhoMay();
    void newestFirstInPages();
    void projectsAreApart();
    void aContactIsFoundByTheirNewestWords();
    void addedTwiceIsFoundOnce();
    void anotherJournalBeginsAnew();
    void aDamagedFileIsMadeAnew();

private:
    [[nodiscard]] QString path() const { return m_directory->filePath(QStringLiteral("search.db")); }
    [[nodiscard]] domain::Event message(const QString& text, bool note = false);
    std::vector<SearchHit> find(const QString& words, bool notes = false, bool contacts = false)
    {
        return must(m_index->search(m_project, {words, notes, contacts, 0, 50})).hits;
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    StillClock m_clock;
    UuidV7Source m_ids{m_clock};
    domain::ProjectId m_project;
    std::unique_ptr<SearchIndex> m_index;
    qint64 m_seq = 0;
};

void tst_SearchIndex::init()
{
    m_index.reset();
    m_directory = std::make_unique<QTemporaryDir>();
    m_project = m_ids.make<domain::ProjectId>();
    m_seq = 0;
    m_index = must(SearchIndex::open(path(), QStringLiteral("epoch")));
}

domain::Event tst_SearchIndex::message(const QString& text, bool note)
{
    domain::Event event;
    event.seq = ++m_seq;
    event.type = note ? domain::EventType::NoteAdded : domain::EventType::MessageReceived;
    event.at = m_clock.now();
    event.conversationId = m_ids.make<domain::ConversationId>();
    domain::Message message;
    message.id = m_ids.make<domain::MessageId>();
    message.content = text;
    message.note = note;
    event.data = message;
    return event;
}

void tst_SearchIndex::findsWordsWhateverTheirAccents_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("found");
    const auto row = [](const char* words, bool found) {
        QTest::newRow(words) << QString::fromUtf8(words) << found;
    };
    row("devolución", true);
    row("DEVOLUCION", true);
    row("devol", true);
    row("pedido devoluci", true);
    row("devoluci pedido", false); // only the last may be a beginning
    row("\"pedido\" OR nothing", false);
    row("pedido AND NOT devolución", false);
    row("project:p", false);
    row("4711", true);
    row("\"", false);
    row("*", false);
    row("", false);
    row("\xF0\x9F\x98\x80", false);
}

void tst_SearchIndex::findsWordsWhateverTheirAccents()
{
    QFETCH(const QString, words);
    QFETCH(const bool, found);
    const domain::Event said = message(QStringLiteral("Quiero la devolución del pedido nº 4711"));
    must(m_index->add(m_project, {&said, 1}));
    QCOMPARE(!find(words).empty(), found);
}

void tst_SearchIndex::notesAreForThoseWhoMay()
{
    const std::vector<domain::Event> events{message(QStringLiteral("parcel")),
                                            message(QStringLiteral("parcel stolen"), true)};
    must(m_index->add(m_project, events));
    QCOMPARE(find(QStringLiteral("parcel")).size(), std::size_t{1});
    const auto all = find(QStringLiteral("parcel"), true);
    QCOMPARE(all.size(), std::size_t{2});
    QVERIFY(all[0].kind == SearchHit::Kind::Note);
    QCOMPARE(all[0].conversation, events[1].conversationId);
}

void tst_SearchIndex::newestFirstInPages()
{
    std::vector<domain::Event> events;
    for (int i = 0; i < 25; ++i)
        events.push_back(message(QStringLiteral("parcel %1").arg(i)));
    must(m_index->add(m_project, events));
    qint64 before = 0;
    qint64 last = events.size() + 1;
    int count = 0;
    do {
        const auto page =
            must(m_index->search(m_project, {QStringLiteral("parcel"), false, false, before, 10}));
        for (const SearchHit& hit : page.hits) {
            QCOMPARE(hit.seq, last - 1);
            last = hit.seq;
            ++count;
        }
        before = page.next;
    } while (before > 0);
    QCOMPARE(count, 25);
    QCOMPARE(must(m_index->reached(m_project)), qint64{25});
}

void tst_SearchIndex::projectsAreApart()
{
    const domain::ProjectId other = m_ids.make<domain::ProjectId>();
    const domain::Event said = message(QStringLiteral("parcel"));
    must(m_index->add(other, {&said, 1}));
    QVERIFY(find(QStringLiteral("parcel")).empty());
    QVERIFY(find(u'p' + other.uuid().toString(QUuid::Id128)).empty());
    QCOMPARE(must(m_index->reached(m_project)), qint64{0});
}

void tst_SearchIndex::aContactIsFoundByTheirNewestWords()
{
    domain::Event event;
    event.type = domain::EventType::ContactUpdated;
    event.seq = ++m_seq;
    domain::Contact contact;
    contact.id = m_ids.make<domain::ContactId>();
    contact.name = QStringLiteral("Zoë Ángel");
    contact.email = QStringLiteral("zoe@example.com");
    event.data = contact;
    must(m_index->add(m_project, {&event, 1}));
    QCOMPARE(find(QStringLiteral("zoe"), false, true).size(), std::size_t{1});
    QCOMPARE(find(QStringLiteral("zoe@example.com")).size(), std::size_t{1});
    contact.name = QStringLiteral("Ana");
    contact.email.clear();
    event.seq = ++m_seq;
    event.data = contact;
    must(m_index->add(m_project, {&event, 1}));
    QVERIFY(find(QStringLiteral("zoe")).empty());
    QCOMPARE(find(QStringLiteral("ana"), false, true).at(0).item, contact.id.uuid());
}

void tst_SearchIndex::addedTwiceIsFoundOnce()
{
    const domain::Event said = message(QStringLiteral("parcel"));
    must(m_index->add(m_project, {&said, 1}));
    must(m_index->add(m_project, {&said, 1}));
    QCOMPARE(find(QStringLiteral("parcel")).size(), std::size_t{1});
}

void tst_SearchIndex::anotherJournalBeginsAnew()
{
    const domain::Event said = message(QStringLiteral("parcel"));
    must(m_index->add(m_project, {&said, 1}));
    m_index.reset();
    m_index = must(SearchIndex::open(path(), QStringLiteral("epoch")));
    QCOMPARE(find(QStringLiteral("parcel")).size(), std::size_t{1});
    m_index.reset();
    m_index = must(SearchIndex::open(path(), QStringLiteral("restored")));
    QVERIFY(find(QStringLiteral("parcel")).empty());
    QCOMPARE(must(m_index->reached(m_project)), qint64{0});
}

void tst_SearchIndex::aDamagedFileIsMadeAnew()
{
    m_index.reset();
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8'192, 'x'));
    file.close();
    m_index = must(SearchIndex::open(path(), QStringLiteral("epoch")));
    QVERIFY(find(QStringLiteral("parcel")).empty());
    const domain::Event said = message(QStringLiteral("parcel"));
    must(m_index->add(m_project, {&said, 1}));
    const auto reading = must(SearchIndex::openForReading(path()));
    QCOMPARE(must(reading->search(m_project, {QStringLiteral("parcel"), false, false, 0, 50})).hits.size(),
             std::size_t{1});
}

RELEVO_TEST(tst_SearchIndex)
#include "tst_searchindex.moc"
