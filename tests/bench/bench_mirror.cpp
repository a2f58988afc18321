// What the desktop's local copy costs once it is large: a hundred thousand open conversations and two million
// messages. How long it takes to open it, to read the rows of the lists, to open a conversation of five
// thousand messages, to find while somebody types, and to take in new events; the search beside reading every
// message, in the same run. Prints a line of JSON a figure and a table at the end.
#include "big_mirror.h"
#include "report.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

#include <cstdio>

namespace {

using namespace relevo;
using namespace relevo::bench;

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
