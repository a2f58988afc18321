// The whole desk over a local copy that is large: a hundred thousand customers who wait and two million
// messages, without a connection. How long from its start to the painted queue, what memory it holds, what
// opening a conversation and searching cost, and two hundred events a second; and in each of these how long
// the windows' thread was kept at a stretch, for while it is nothing on the screen moves. Prints a line of
// JSON a figure and a table at the end.
#include "big_mirror.h"
#include "report.h"

#include "../ui/desk_world.h"
#include "../ui/workplace.h"

#include <ui/shell/desk_page.h>

#include <QtCore/QAbstractEventDispatcher>
#include <QtCore/QCommandLineParser>
#include <QtWidgets/QApplication>
#include <QtWidgets/QListView>

#include <cstdio>

namespace {

using namespace relevo;
using namespace relevo::bench;

constexpr double frame = 16; // milliseconds
constexpr auto patience = std::chrono::seconds(120);

/// Tells how long the thread's event loop was away at a stretch, between two waits for something to do.
class Stalls
{
public:
    Stalls()
    {
        const auto* loop = QAbstractEventDispatcher::instance();
        QObject::connect(loop, &QAbstractEventDispatcher::awake, &m_context, [this] { begin(); });
        QObject::connect(loop, &QAbstractEventDispatcher::aboutToBlock, &m_context, [this] { end(); });
    }
    /// Since the last time that it was asked, in milliseconds.
    [[nodiscard]] double longest()
    {
        end();
        begin();
        return std::exchange(m_longest, 0);
    }

private:
    QObject m_context;
    std::optional<Instant> m_begun;
    double m_longest = 0;

    void begin()
    {
        if (!m_begun)
            m_begun = SteadyClock::now();
    }
    void end()
    {
        if (m_begun)
            m_longest = std::max(m_longest, micros(SteadyClock::now() - *m_begun) / 1'000);
        m_begun.reset();
    }
};

template <typename Probe>
double until(Probe probe)
{
    const Instant start = SteadyClock::now();
    while (!probe()) {
        if (SteadyClock::now() - start > patience)
            qFatal("it does not come");
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    }
    return micros(SteadyClock::now() - start) / 1'000;
}

client::Profile profile()
{
    client::Profile made;
    made.relay = QUrl(QStringLiteral("http://127.0.0.1:9")); // where nobody answers
    made.email = QStringLiteral("ana@shop.test");
    made.agent.id = *domain::AgentId::parse(QStringLiteral("0190aaaa-0000-7000-8000-000000000001"));
    made.agent.name = QStringLiteral("Ana");
    made.agent.email = made.email;
    return made;
}

/// The desk as it starts in the morning, with yesterday's copy.
void measureStart(Report& report, Stalls& stalls, int conversations, int each)
{
    constexpr int longest = 5'000;
    Workplace place;
    Journal journal;
    auto mirror = must(client::Mirror::open(client::mirrorPath(place.folder(), profile())));
    const domain::ConversationId longOne = fill(*mirror, journal, conversations, each, longest, true);
    mirror.reset();
    place.remember(profile());
    place.secrets.token = QStringLiteral("token");
    place.window.resize(1366, 768);
    const double before = static_cast<double>(residentBytes());

    (void)stalls.longest();
    const Instant begun = SteadyClock::now();
    place.start();
    place.window.show();
    (void)until([&] { return place.models.inbox.total(models::InboxSection::Waiting) == conversations; });
    (void)place.window.grab();
    const double shown = micros(SteadyClock::now() - begun) / 1'000;
    report.add({"start to the painted queue", shown, "ms", {}, {}, "< 1,500 ms", shown < 1'500});
    report.add({"start, longest stall", stalls.longest(), "ms"});
    const double held = (static_cast<double>(residentBytes()) - before) / 1e6;
    report.add({"memory with the queue", held, "MB", {}, {}, "< 200 MB", held < 200});

    const double opened = until([&, started = false]() mutable {
        if (!std::exchange(started, true))
            place.window.desk().look(longOne);
        const client::Transcript* transcript = place.models.messages.transcript();
        return transcript && transcript->conversation() == longOne && transcript->isLoaded();
    });
    (void)place.window.grab();
    report.add({"open a conversation of 5,000 messages", opened, "ms", {}, {}, "< 100 ms", opened < 100});
    const double openStall = stalls.longest();
    report.add({"open it, longest stall", openStall, "ms"});

    quint64 number = 0;
    quint64 answered = 0;
    QObject::connect(&place.desk, &client::Desk::searchFound, &place,
                     [&answered](quint64 which) { answered = which; });
    Samples keys;
    const QString word = journal.prose().at(700);
    for (qsizetype length = 1; length <= word.size(); ++length) {
        client::SearchQuery query;
        query.words = word.left(length);
        const Instant typed = SteadyClock::now();
        number = place.desk.search(query);
        (void)until([&] { return answered == number; });
        keys.add(SteadyClock::now() - typed);
    }
    const double found = micros(keys.largest()) / 1'000;
    report.add({"search as one types, longest of a key", found, "ms", {}, {}, "< 100 ms", found < 100});
    const double searchStall = stalls.longest();
    report.add({"search, longest stall", searchStall, "ms", {}, {}, "< 16 ms", searchStall < frame});
}

/// Two hundred events a second for five seconds come into lists of so many.
void measureEvents(Report& report, Stalls& stalls, int conversations)
{
    DeskWorld world;
    world.signIn();
    world.window().resize(1366, 768);
    world.window().show();
    world.addWaiting(conversations);
    world.window().desk().look(world.waitingId(0));
    (void)world.window().grab();
    (void)until([] { return true; });
    std::mt19937 random(1);
    Samples frames;
    (void)stalls.longest();
    for (int tick = 0; tick < 300; ++tick) {
        client::LiveBatch batch;
        for (int i = 0; i < 3 + (tick % 3 == 0 ? 1 : 0); ++i) {
            const auto chosen = static_cast<int>(random() % static_cast<unsigned>(conversations));
            client::ConversationRow row = *world.live.row(world.waitingId(chosen));
            row.lastLine = QStringLiteral("event %1").arg(tick);
            row.requestedAt -= std::chrono::seconds(random() % 600);
            batch.rows.push_back(row);
        }
        const Instant start = SteadyClock::now();
        world.live.apply(batch);
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        frames.add(SteadyClock::now() - start);
    }
    report.add({"a frame at 200 events/s, median", micros(frames.median()) / 1'000, "ms"});
    const double slowest = micros(frames.largest()) / 1'000;
    report.add({"a frame at 200 events/s, longest", slowest, "ms", {}, {}, "< 16 ms", slowest < frame});
}

} // namespace

int main(int argc, char** argv)
{
    // What is painted is painted, wherever: a screen is not what is measured.
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Measures the desk over a large local copy."));
    parser.addHelpOption();
    const QCommandLineOption conversationsOption(QStringLiteral("conversations"),
                                                 QStringLiteral("How many wait."), QStringLiteral("n"),
                                                 QStringLiteral("100000"));
    const QCommandLineOption eachOption(QStringLiteral("each"), QStringLiteral("Messages in each."),
                                        QStringLiteral("n"), QStringLiteral("20"));
    parser.addOptions({conversationsOption, eachOption});
    parser.process(app);
    const int conversations = parser.value(conversationsOption).toInt();
    const int each = parser.value(eachOption).toInt();
    if (conversations <= 0 || each <= 0) {
        std::fprintf(stderr, "Both numbers must be at least 1.\n");
        return 2;
    }
    Report report("desk");
    Stalls stalls;
    measureStart(report, stalls, conversations, each);
    measureEvents(report, stalls, conversations);
    report.printTable();
    return report.isSound() ? 0 : 1;
}
