// What the desktop's local copy costs once it is large: a hundred thousand open conversations and two million
// messages. How long it takes to open it, to read the rows of the lists, to open a conversation of five
// thousand messages, to find while somebody types, and to take in new events; the search beside reading every
// message, in the same run. Prints a line of JSON a figure and a table at the end.
#include "clock.h"
#include "report.h"

#include <base/ids.h>
#include <client/mirror.h>

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

#include <cstdio>
#include <random>

namespace {

using namespace relevo;
using namespace relevo::bench;

/// Words as often as in a language: the nth one time in n.
class Prose
{
public:
    explicit Prose(quint32 seed) : m_random(seed)
    {
        static constexpr std::array syllables{"ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru",
                                              "sa", "te", "vi", "xo", "zu", "pa", "re", "ci", "mo", "nu"};
        double sum = 0;
        for (std::size_t i = 0; i < count; ++i) {
            QString word;
            for (std::size_t rest = i + 7; rest > 0; rest /= syllables.size())
                word += QLatin1String(syllables[rest % syllables.size()]);
            m_words.push_back(word);
            sum += 1.0 / static_cast<double>(i + 1);
            m_upTo.push_back(sum);
        }
    }

    [[nodiscard]] QString word()
    {
        const double at = std::uniform_real_distribution<>(0, m_upTo.back())(m_random);
        const auto found = std::lower_bound(m_upTo.begin(), m_upTo.end(), at);
        return m_words[static_cast<std::size_t>(found - m_upTo.begin())];
    }
    [[nodiscard]] QString sentence()
    {
        QString text = word();
        for (auto more = 5 + m_random() % 12; more > 0; --more)
            text += u' ' + word();
        return text;
    }
    [[nodiscard]] const QString& at(std::size_t rank) const { return m_words[rank]; }

private:
    static constexpr std::size_t count = 20'000;
    std::mt19937 m_random;
    std::vector<QString> m_words;
    std::vector<double> m_upTo;
};

/// A project's events, made up as they are asked for.
class Journal
{
public:
    [[nodiscard]] domain::ConversationId opened(int number)
    {
        domain::Conversation conversation;
        conversation.id = m_ids.make<domain::ConversationId>();
        conversation.sessionId = QStringLiteral("session-%1").arg(number);
        conversation.channel = QStringLiteral("web");
        conversation.language = QStringLiteral("pt");
        conversation.contact.id = m_ids.make<domain::ContactId>();
        conversation.contact.name = m_prose.word() + u' ' + m_prose.word() + QString::number(number);
        conversation.contact.email = QStringLiteral("c%1@example.com").arg(number);
        conversation.openedAt = m_clock.now();
        add(domain::EventType::ConversationOpened, conversation.id, conversation);
        return conversation.id;
    }
    void said(const domain::ConversationId& conversation)
    {
        domain::Message message;
        message.id = m_ids.make<domain::MessageId>();
        message.conversationId = conversation;
        message.seq = m_seq + 1;
        message.author = m_seq % 2 == 0 ? domain::Author::Customer : domain::Author::Bot;
        message.content = m_prose.sentence();
        message.at = m_clock.now();
        add(domain::EventType::MessageReceived, conversation, message);
    }
    [[nodiscard]] std::vector<domain::Event>& events() { return m_events; }
    [[nodiscard]] const Prose& prose() const { return m_prose; }

private:
    SystemClock m_clock;
    UuidV7Source m_ids{m_clock};
    Prose m_prose{7};
    qint64 m_seq = 0;
    std::vector<domain::Event> m_events;

    void add(domain::EventType type, const domain::ConversationId& conversation, domain::EventData data)
    {
        domain::Event event;
        event.seq = ++m_seq;
        event.id = m_ids.make<domain::EventId>();
        event.type = type;
        event.at = m_clock.now();
        event.conversationId = conversation;
        event.data = std::move(data);
        m_events.push_back(std::move(event));
    }
};

qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() * 4096 : 0;
}

template <typename Work>
double millisecondsOf(Work work)
{
    const Instant start = SteadyClock::now();
    work();
    return micros(SteadyClock::now() - start) / 1'000;
}

template <typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s %s", qPrintable(result.error().message), qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// All of it, in batches as they come from a relay.
domain::ConversationId fill(client::Mirror& mirror, Journal& journal, int conversations, int each,
                            int longest)
{
    constexpr std::size_t batch = 2'000;
    const auto flush = [&](std::size_t atLeast) {
        if (journal.events().size() >= atLeast)
            must(mirror.apply(std::exchange(journal.events(), {})));
    };
    std::vector<domain::ConversationId> ids;
    for (int i = 0; i < conversations; ++i) {
        ids.push_back(journal.opened(i));
        flush(batch);
    }
    for (int round = 0; round < each; ++round) {
        for (const domain::ConversationId& id : ids) {
            journal.said(id);
            flush(batch);
        }
        std::fprintf(stderr, "\r%d of %d messages", (round + 1) * conversations, each * conversations);
    }
    std::fprintf(stderr, "\n");
    for (int i = each; i < longest; ++i)
        journal.said(ids.front());
    flush(1);
    return ids.front();
}

void measureSearch(client::Mirror& mirror, const Prose& prose, double readAll, Report& report)
{
    // A frequent word, one of the middle and a rare one, each typed letter by letter, after another word or
    // not.
    Samples spans;
    std::size_t hits = 0;
    for (const std::size_t rank : {3, 50, 700, 9'000}) {
        for (const QString& before : {QString(), prose.at(1) + u' ', prose.at(20) + u' '}) {
            for (qsizetype length = 1; length <= prose.at(rank).size(); ++length) {
                client::SearchQuery query;
                query.words = before + prose.at(rank).left(length);
                const Instant start = SteadyClock::now();
                const client::SearchResults results = must(mirror.search(query));
                spans.add(SteadyClock::now() - start);
                hits += results.messages.size();
            }
        }
    }
    if (hits == 0)
        report.fault("nothing was found");
    const double median = micros(spans.median()) / 1'000;
    const double longest = micros(spans.largest()) / 1'000;
    report.add({"search as one types, median of a key", median, "ms", readAll / median,
                "faster than reading all", "< 50 ms", median < 50});
    report.add({"search as one types, longest", longest, "ms", readAll / longest, "faster than reading all",
                "< 50 ms", longest < 50});
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Measures the desktop's local copy."));
    parser.addHelpOption();
    const QCommandLineOption conversationsOption(QStringLiteral("conversations"),
                                                 QStringLiteral("How many are open."), QStringLiteral("n"),
                                                 QStringLiteral("100000"));
    const QCommandLineOption eachOption(QStringLiteral("each"), QStringLiteral("Messages in each."),
                                        QStringLiteral("n"), QStringLiteral("20"));
    parser.addOptions({conversationsOption, eachOption});
    parser.process(app);
    const int conversations = parser.value(conversationsOption).toInt();
    const int each = parser.value(eachOption).toInt();
    constexpr int longest = 5'000;
    if (conversations <= 0 || each <= 0) {
        std::fprintf(stderr, "Both numbers must be at least 1.\n");
        return 2;
    }

    Report report("mirror");
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("mirror.db"));
    Journal journal;
    auto mirror = must(client::Mirror::open(path));
    const Instant begun = SteadyClock::now();
    const domain::ConversationId longOne = fill(*mirror, journal, conversations, each, longest);
    const double filled = seconds(SteadyClock::now() - begun);
    const double events = static_cast<double>(mirror->seq());
    report.add(
        {"events taken in while it grows", events / filled, "/s", {}, {}, "> 200 /s", events / filled > 200});
    mirror.reset();
    report.add({"file", static_cast<double>(QFile(path).size()) / 1e6, "MB"});

    const double bareBefore = static_cast<double>(residentBytes());
    const double opening = millisecondsOf([&] { mirror = must(client::Mirror::open(path)); });
    report.add({"open", opening, "ms"});
    std::vector<client::ConversationRow> rows;
    const double reading = millisecondsOf([&] { rows = must(mirror->rows()); });
    report.add({"read the rows of all lists", reading, "ms"});
    report.add({"memory with them", (static_cast<double>(residentBytes()) - bareBefore) / 1e6, "MB"});
    if (rows.size() != static_cast<std::size_t>(conversations))
        report.fault("rows are missing");

    client::Mirror::Page page;
    const double whole =
        millisecondsOf([&] { page = must(mirror->page(longOne, mirror->seq() + 1, longest, true)); });
    report.add({"read a conversation of 5,000 messages", whole, "ms", {}, {}, "< 100 ms", whole < 100});
    const double newest =
        millisecondsOf([&] { page = must(mirror->page(longOne, mirror->seq() + 1, 50, true)); });
    report.add({"read its newest 50", newest, "ms"});

    // What there would be without an index: reading every message there is.
    sql::DatabaseOptions options;
    options.path = path;
    options.readOnly = true;
    auto database = must(sql::Database::open(options));
    const double readAll = millisecondsOf([&] {
        (void)must(database->value(QStringLiteral(
            "SELECT COUNT(*) FROM message WHERE instr(body, CAST('nothing such' AS BLOB)) > 0")));
    });
    report.add({"read every message", readAll, "ms"});
    measureSearch(*mirror, journal.prose(), readAll, report);

    Samples batches;
    for (int i = 0; i < 100; ++i) {
        // Two hundred a second, a frame of 16 ms: some three events.
        for (int n = 0; n < 3; ++n)
            journal.said(rows[static_cast<std::size_t>(i * 37 + n) % rows.size()].id);
        const auto batch = std::exchange(journal.events(), {});
        const Instant start = SteadyClock::now();
        must(mirror->apply(batch));
        batches.add(SteadyClock::now() - start);
    }
    report.add({"fold three events, median", micros(batches.median()) / 1'000, "ms"});
    report.add({"fold three events, longest", micros(batches.largest()) / 1'000, "ms"});
    report.printTable();
    return report.isSound() ? 0 : 1;
}
