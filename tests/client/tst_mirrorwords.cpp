#include "support/test_main.h"
#include "world.h"

#include <client/mirror.h>

#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

#include <set>

using namespace relevo;
using namespace relevo::client;

namespace {

constexpr qint64 latest = std::numeric_limits<qint64>::max();

SearchQuery words(const QString& text)
{
    SearchQuery query;
    query.words = text;
    return query;
}

/// The seqs of the messages found, newest first.
std::vector<qint64> seqsOf(const SearchResults& results)
{
    std::vector<qint64> seqs;
    for (const SearchHit& hit : results.messages)
        seqs.push_back(hit.seq);
    return seqs;
}

/// The tokens of an index without accents: lower case, parted by all that is no letter and no digit.
QStringList tokensOf(const QString& text)
{
    static const QRegularExpression between(QStringLiteral("[^\\p{L}\\p{N}]+"));
    return text.toLower().split(between, Qt::SkipEmptyParts);
}

bool matches(const QString& content, const QStringList& asked)
{
    const QStringList tokens = tokensOf(content);
    for (qsizetype i = 0; i < asked.size(); ++i) {
        const bool last = i + 1 == asked.size();
        const bool here = std::any_of(tokens.begin(), tokens.end(), [&](const QString& token) {
            return last ? token.startsWith(asked[i]) : token == asked[i];
        });
        if (!here)
            return false;
    }
    return true;
}

} // namespace

/// The replica finds what was said in it and who said it, whatever happened to it before.
class tst_MirrorWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsWhatIsTyped_data();
    void readsWhatIsTyped();
    void readsDays();
    void findsWhatAPlainLookFinds_data();
    void findsWhatAPlainLookFinds();
    void accentsAndCaseDoNotCount();
    void aWordThatIsOnlyBegun();
    void operatorsAreWords();
    void showsWhereTheWordsAre();
    void filters();
    void findsPeople();
    void forgetsWithTheHistory();
    void anOlderReplicaIsReadIntoIt();

private:
    void takeAll();
    [[nodiscard]] std::vector<qint64> plainLook(const QString& text);
    [[nodiscard]] SearchResults find(const SearchQuery& query) { return m_mirror->search(query).value(); }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<test::World> m_world;
    std::unique_ptr<Mirror> m_mirror;
    qint64 m_taken = 0;
};

void tst_MirrorWords::init()
{
    m_mirror.reset();
    m_directory = std::make_unique<QTemporaryDir>();
    m_world = std::make_unique<test::World>(3);
    auto mirror = Mirror::open(m_directory->filePath(QStringLiteral("mirror.db")));
    QVERIFY2(mirror, mirror ? "" : qPrintable(mirror.error().message));
    m_mirror = std::move(*mirror);
    m_taken = 0;
}

/// The world's events so far: a snapshot the first time, then what has come since.
void tst_MirrorWords::takeAll()
{
    if (m_taken == 0) {
        QVERIFY(m_mirror->beginSnapshot(QStringLiteral("j")));
        for (const protocol::Json& page : m_world->snapshot(7))
            QVERIFY(m_mirror->addPage(page, m_world->agent(0).id));
    } else {
        std::vector<domain::Event> events;
        for (auto seq = static_cast<std::size_t>(m_taken); seq < m_world->journal().size(); ++seq)
            events.push_back(test::World::overTheWire(m_world->journal()[seq]));
        QVERIFY(m_mirror->apply(events));
    }
    m_taken = m_world->seq();
}

/// The same by reading everything.
std::vector<qint64> tst_MirrorWords::plainLook(const QString& text)
{
    std::set<domain::ConversationId> conversations;
    for (const domain::Event& event : m_world->journal())
        conversations.insert(event.conversationId);
    std::vector<qint64> seqs;
    for (const domain::ConversationId& id : conversations) {
        const Mirror::Page page = m_mirror->page(id, latest, 1'000'000, true).value();
        for (const domain::Message& message : page.messages) {
            if (message.author != domain::Author::System && matches(message.content, tokensOf(text)))
                seqs.push_back(message.seq);
        }
    }
    std::sort(seqs.rbegin(), seqs.rend());
    if (seqs.size() > mostMessages)
        seqs.resize(mostMessages);
    return seqs;
}

void tst_MirrorWords::readsWhatIsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected"); // words|from|channel|agent|tag
    const auto row = [](const char* name, const char* typed, const char* expected) {
        QTest::newRow(name) << QString::fromUtf8(typed) << QString::fromUtf8(expected);
    };
    row("words", "where is my parcel", "where is my parcel||||");
    row("nothing", "   ", "||||");
    row("filters", "parcel from:ana channel:web agent:bo tag:vip", "parcel|ana|web|bo|vip");
    row("quoted value", "from:\"Ana Torres\" late", "late|Ana Torres|||");
    row("open quote", "from:\"Ana To", "|Ana To|||");
    row("quoted words", "\"my parcel\" late", "my parcel late||||");
    row("any case", "FROM:ana", "|ana|||");
    row("no filter of ours", "order:4711 re:parcel", "order:4711 re:parcel||||");
    row("no value yet", "parcel from:", "parcel from:||||");
    row("an address", "https://shop.example/a", "https://shop.example/a||||");
    row("a time", "at 10:30", "at 10:30||||");
    row("no day", "before:christmas", "before:christmas||||");
    row("accents", "tag:reclamação é", "é||||reclamação");
}

void tst_MirrorWords::readsWhatIsTyped()
{
    QFETCH(QString, typed);
    const SearchQuery query = parseSearch(typed, QTimeZone::utc());
    QTEST(QStringList({query.words, query.from, query.channel, query.agent, query.tag}).join(u'|'),
          "expected");
    QCOMPARE(query.isEmpty(), typed.trimmed().isEmpty());
}

void tst_MirrorWords::readsDays()
{
    const QTimeZone zone("America/Sao_Paulo");
    const auto at = [&](int day) {
        return Timestamp(milliseconds(QDate(2026, 11, day).startOfDay(zone).toMSecsSinceEpoch()));
    };
    const SearchQuery between = parseSearch(QStringLiteral("after:2026-11-03 before:2026-11-05"), zone);
    QVERIFY(between.after == at(3) && between.before == at(5) && between.words.isEmpty());
    const SearchQuery on = parseSearch(QStringLiteral("on:2026-11-03"), zone);
    QVERIFY(on.after == at(3) && on.before == at(4));
}

void tst_MirrorWords::findsWhatAPlainLookFinds_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text :
         {"hello", "hel", "answer second", "number 1", "more of it", "4", "42", "nothing such"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void tst_MirrorWords::findsWhatAPlainLookFinds()
{
    QFETCH(QString, text);
    bool found = false;
    for (int round = 0; round < 30; ++round) {
        for (int i = 0; i < 20; ++i)
            m_world->step();
        takeAll();
        const std::vector<qint64> expected = text.size() > 1 ? plainLook(text) : std::vector<qint64>();
        const SearchResults results = find(words(text));
        QCOMPARE(seqsOf(results), expected);
        found = found || !expected.empty();
    }
    QCOMPARE(found, text.size() > 1 && text != QLatin1String("nothing such"));
}

void tst_MirrorWords::accentsAndCaseDoNotCount()
{
    (void)m_world->customer(QStringLiteral("Élodie"), QStringLiteral("A RECLAMAÇÃO não chegou"));
    takeAll();
    QCOMPARE(find(words(QStringLiteral("reclamacao nao"))).messages.size(), 1U);
    QCOMPARE(find(words(QStringLiteral("Não"))).messages.size(), 1U);
    QCOMPARE(find(words(QStringLiteral("elo"))).contacts.size(), 1U);
}

/// One letter behind other words is the beginning of a word, however many have the others.
void tst_MirrorWords::aWordThatIsOnlyBegun()
{
    (void)m_world->customer(QStringLiteral("Ada"), QStringLiteral("the parcel: Órgano number 7"));
    (void)m_world->customer(QStringLiteral("Bo"), QStringLiteral("the parcel (Quito)"));
    for (int i = 0; i < 40; ++i)
        m_world->step();
    takeAll();
    for (const char* text : {"the parcel o", "parcel q", "parcel Q", "parcel 7", "parcel p", "parcel x",
                             "the t", "number 1", "the parcel: u"}) {
        const QString typed = QString::fromLatin1(text);
        if (typed.endsWith(u'o')) // whose plain look does not know accents
            QCOMPARE(find(words(typed)).messages.size(), 1U);
        else
            QCOMPARE(seqsOf(find(words(typed))), plainLook(typed));
    }
    QCOMPARE(find(words(QStringLiteral("parcel q"))).messages.size(), 1U);
    QVERIFY(!find(words(QStringLiteral("parcel q"))).more);
    // More than are looked at for a letter have come since.
    for (int i = 0; i < 1'010; ++i)
        (void)m_world->customer(QStringLiteral("Cem"), QStringLiteral("a parcel, another one"));
    takeAll();
    const SearchResults rare = find(words(QStringLiteral("parcel q")));
    QCOMPARE(rare.messages.size(), 1U);
    QVERIFY(!rare.more);
    const SearchResults frequent = find(words(QStringLiteral("parcel a")));
    QCOMPARE(frequent.messages.size(), mostMessages);
    QVERIFY(frequent.more);
    QCOMPARE(seqsOf(frequent), plainLook(QStringLiteral("parcel a")));
}

void tst_MirrorWords::operatorsAreWords()
{
    (void)m_world->customer(QStringLiteral("Ada"), QStringLiteral("this AND that, NOT \"those\" (never)"));
    takeAll();
    for (const char* text : {"this AND", "NOT those", "\"those\" (", "never) OR", "NEAR(this", "text:this",
                             "*", "^this", "\"", "-this", "'; DROP TABLE message"}) {
        const auto results = m_mirror->search(words(QString::fromLatin1(text)));
        QVERIFY2(results, text);
    }
    QCOMPARE(find(words(QStringLiteral("this AND not"))).messages.size(), 1U);
}

void tst_MirrorWords::showsWhereTheWordsAre()
{
    (void)m_world->customer(QStringLiteral("Ada"), QStringLiteral("the parcel\nnever arrived; my parcel!"));
    takeAll();
    const SearchResults results = find(words(QStringLiteral("parc")));
    const SearchHit& hit = results.messages.front();
    QCOMPARE(hit.text, QStringLiteral("the parcel never arrived; my parcel!"));
    QCOMPARE(hit.marks.size(), 2U);
    for (const auto& [start, length] : hit.marks)
        QCOMPARE(hit.text.mid(start, length), QStringLiteral("parcel"));
    QCOMPARE(hit.name, QStringLiteral("Ada"));
    QVERIFY(hit.open);
}

void tst_MirrorWords::filters()
{
    const domain::ConversationId mine =
        m_world->customer(QStringLiteral("Ada"), QStringLiteral("the lamp is broken"), true);
    const domain::ConversationId other =
        m_world->customer(QStringLiteral("Bo"), QStringLiteral("the lamp is late"));
    QVERIFY(m_world->claim(mine, 0));
    m_world->clock.advance(std::chrono::hours(30));
    QVERIFY(m_world->reply(mine, 0, QStringLiteral("a new lamp comes")));
    takeAll();
    const auto found = [this](const QString& typed) {
        std::set<domain::ConversationId> conversations;
        const SearchResults results = find(parseSearch(typed, QTimeZone::utc()));
        for (const SearchHit& hit : results.messages)
            conversations.insert(hit.conversation);
        return conversations;
    };
    using Set = std::set<domain::ConversationId>;
    QCOMPARE(found(QStringLiteral("lamp")), (Set{mine, other}));
    QCOMPARE(found(QStringLiteral("lamp from:bo")), Set{other});
    QCOMPARE(found(QStringLiteral("from:bo")), Set{other});
    const QString agent = m_world->agent(0).name;
    QCOMPARE(found(QStringLiteral("lamp agent:\"%1\"").arg(agent)), Set{mine});
    QCOMPARE(find(parseSearch(QStringLiteral("from:\"%1\"").arg(agent), QTimeZone::utc())).messages.size(),
             1U);
    QCOMPARE(found(QStringLiteral("lamp channel:telegram")), Set{});
    const QString channel = m_world->conversation(mine)->conversation.channel;
    QCOMPARE(found(QStringLiteral("lamp channel:") + channel), (Set{mine, other}));
    QCOMPARE(found(QStringLiteral("lamp after:2026-03-15")), Set{mine});
    QCOMPARE(found(QStringLiteral("lamp before:2026-03-15")), (Set{mine, other}));
    QCOMPARE(found(QStringLiteral("lamp on:2026-03-16")), Set{});
    QCOMPARE(found(QStringLiteral("lamp tag:none")), Set{});
}

void tst_MirrorWords::findsPeople()
{
    const domain::ConversationId ada =
        m_world->customer(QStringLiteral("Ada Lovelace"), QStringLiteral("hi"));
    (void)m_world->customer(QStringLiteral("Bo"), QStringLiteral("hi"));
    takeAll();
    for (const char* text : {"ada", "l", "love", "ada lovelace", "lovelace ada"}) {
        const SearchResults results = find(words(QString::fromLatin1(text)));
        QCOMPARE(results.contacts.size(), 1U);
        QCOMPARE(results.contacts.front().conversation, ada);
    }
    const domain::ContactId contact = m_world->conversation(ada)->conversation.contact.id;
    domain::CorrectContact correction;
    correction.contact = contact;
    correction.name = QStringLiteral("Augusta King");
    QVERIFY(m_world->run(ada, correction));
    takeAll();
    QVERIFY(find(words(QStringLiteral("lovelace"))).contacts.empty());
    QCOMPARE(find(words(QStringLiteral("king"))).contacts.size(), 1U);
    QVERIFY(m_world->run(ada, domain::EraseContact{contact}));
    takeAll();
    QVERIFY(find(words(QStringLiteral("king"))).contacts.empty());
}

void tst_MirrorWords::forgetsWithTheHistory()
{
    for (int i = 0; i < 400; ++i)
        m_world->step();
    takeAll();
    for (int i = 0; i < 400; ++i)
        m_world->step();
    takeAll();
    QVERIFY(!find(words(QStringLiteral("number"))).messages.empty());
    QVERIFY(m_mirror->trim(200'000));
    QCOMPARE(seqsOf(find(words(QStringLiteral("number")))), plainLook(QStringLiteral("number")));
    QVERIFY(m_mirror->trim(0));
    QVERIFY(find(words(QStringLiteral("number"))).messages.empty());
}

/// What was kept before there was an index is found, too.
void tst_MirrorWords::anOlderReplicaIsReadIntoIt()
{
    (void)m_world->customer(QStringLiteral("Ada"), QStringLiteral("the parcel never arrived"));
    takeAll();
    m_mirror.reset();
    const QString path = m_directory->filePath(QStringLiteral("mirror.db"));
    {
        sql::DatabaseOptions options;
        options.path = path;
        auto database = sql::Database::open(options);
        QVERIFY(database);
        for (const char* statement :
             {"DROP TRIGGER message_said", "DROP TRIGGER message_edited", "DROP TRIGGER message_forgotten",
              "DROP TRIGGER conversation_forgotten", "DROP TABLE people", "DROP TABLE person",
              "DROP TABLE words", "DROP VIEW spoken"})
            QVERIFY2((*database)->execute(QString::fromLatin1(statement)), statement);
        QFile migration(QStringLiteral(":/relevo/client/migrations/sqlite/0003_words.sql"));
        QVERIFY(migration.open(QIODevice::ReadOnly));
        QString statement;
        for (const QString& line : QString::fromUtf8(migration.readAll()).split(u'\n')) {
            if (line.startsWith(QLatin1String("--")))
                continue;
            statement += line + u'\n';
            if (line.endsWith(u';'))
                QVERIFY2((*database)->execute(std::exchange(statement, {})), qPrintable(line));
        }
    }
    auto again = Mirror::open(path);
    QVERIFY2(again, again ? "" : qPrintable(again.error().message));
    m_mirror = std::move(*again);
    QCOMPARE(find(words(QStringLiteral("parcel"))).messages.size(), 1U);
    QCOMPARE(find(words(QStringLiteral("ada"))).contacts.size(), 1U);
}

RELEVO_TEST(tst_MirrorWords)
#include "tst_mirrorwords.moc"
