// The whole desk over a local copy that is large: a hundred thousand customers who wait and two million
// messages. How long from the program's start to the painted queue, what memory it holds, what opening a
// conversation, the palette and searching cost, and two hundred events a second from a relay; and in each of
// these for how long the windows' thread kept the next key waiting. Prints a line of JSON a figure and a
// table at the end.
//
// The copy is made first, by this program as another process, so that what is measured has only done what a
// desk does. With --folder it stays there and is used again.
#include "big_mirror.h"
#include "event_source.h"
#include "report.h"

#include "../ui/turn_watch.h"
#include "../ui/workplace.h"

#include <models/palette_model.h>
#include <protocol/event_codec.h>
#include <ui/actions/actions.h>
#include <ui/palette/command_palette.h>
#include <ui/search/search_page.h>
#include <ui/shell/desk_page.h>

#include <QtCore/QCommandLineParser>
#include <QtCore/QProcess>
#include <QtCore/QSettings>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdio>
#include <unistd.h>

namespace {

using namespace relevo;
using namespace relevo::bench;

constexpr double frame = 16; // milliseconds
constexpr auto patience = std::chrono::seconds(120);
constexpr int longest = 5'000; // messages in the first conversation
constexpr int perSecond = 200;
constexpr int eventSeconds = 10;

struct Size
{
    int conversations = 0;
    int each = 0;
};

template <typename Probe>
double until(Probe probe)
{
    const Instant start = SteadyClock::now();
    while (!probe()) {
        if (SteadyClock::now() - start > patience)
            qFatal("it does not come");
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return micros(SteadyClock::now() - start) / 1'000;
}

/// Processor time of this process, all its threads, in milliseconds: what other programs take is not in it.
double processorNow()
{
    timespec spent{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
    return static_cast<double>(spent.tv_sec) * 1e3 + static_cast<double>(spent.tv_nsec) / 1e6;
}

/// Spans of one kind, by the clock and by the processor.
struct Both
{
    Samples passed;
    Samples spent;

    template <typename Work>
    void add(Work work)
    {
        const Instant start = SteadyClock::now();
        const double before = processorNow();
        work();
        passed.add(SteadyClock::now() - start);
        spent.add(std::chrono::nanoseconds(static_cast<qint64>((processorNow() - before) * 1e6)));
    }
};

/// Everything that follows from what was done has been.
void settle()
{
    for (int quiet = 0; quiet < 3; ++quiet) {
        const Instant start = SteadyClock::now();
        (void)until([start] { return SteadyClock::now() - start > std::chrono::milliseconds(150); });
    }
}

/// Of this process, in megabytes: "Rss" or "Pss".
double memory(const char* kind)
{
    QFile file(QStringLiteral("/proc/self/smaps_rollup"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith(QByteArray(kind) + ':'))
            return line.simplified().split(' ').value(1).toDouble() * 1'024 / 1e6;
    }
    return 0;
}

/// What is made and given back behind the painted queue has been: what is held does not change for a second.
void settleMemory()
{
    constexpr int mostSeconds = 20;
    for (int second = 0; second < mostSeconds; ++second) {
        const double before = memory("Rss");
        const Instant start = SteadyClock::now();
        (void)until([start] { return SteadyClock::now() - start > std::chrono::seconds(1); });
        if (std::abs(memory("Rss") - before) < 0.5)
            return;
    }
}

/// Since this process was made; the kernel counts it in hundredths of a second.
double millisecondsSinceStart()
{
    QFile file(QStringLiteral("/proc/self/stat"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray stat = file.readAll();
    const double ticks = stat.mid(stat.lastIndexOf(')') + 2).split(' ').value(19).toDouble();
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6 -
           ticks * 1e3 / static_cast<double>(sysconf(_SC_CLK_TCK));
}

client::Profile profile(const QUrl& relay)
{
    client::Profile made;
    made.relay = relay;
    made.email = QStringLiteral("ana@shop.test");
    made.agent.id = *domain::AgentId::parse(QStringLiteral("0190aaaa-0000-7000-8000-000000000001"));
    made.agent.name = QStringLiteral("Ana");
    made.agent.email = made.email;
    return made;
}

QString notesIn(const QString& folder)
{
    return folder + QStringLiteral("/bench.ini");
}

/// The local copy, and what the measuring must know of it.
void prepare(const QString& folder, Size size)
{
    Journal journal;
    auto mirror = must(client::Mirror::open(folder + QStringLiteral("/mirror.db")));
    const domain::ConversationId longOne =
        fill(*mirror, journal, size.conversations, size.each, longest, true);
    QSettings notes(notesIn(folder), QSettings::IniFormat);
    notes.setValue(QStringLiteral("longest"), longOne.toString());
    notes.setValue(QStringLiteral("seq"), mirror->seq());
    notes.setValue(QStringLiteral("conversations"), size.conversations);
    notes.setValue(QStringLiteral("each"), size.each);
}

/// Measures one desk from its start on, in the order in which an agent would do all that.
class Morning
{
public:
    Morning(Report& report, QString folder, Size size)
        : m_report(report), m_folder(std::move(folder)), m_size(size),
          m_notes(notesIn(m_folder), QSettings::IniFormat),
          m_source(profile({}).agent, m_notes.value(QStringLiteral("seq")).toLongLong())
    {
        // The desk names its copy after the relay, and every run has another.
        m_copying = processorNow();
        const QString path = client::mirrorPath(m_folder, profile(m_source.url()));
        for (const char* suffix : {"", "-wal", "-shm"}) {
            const QString from = m_folder + QStringLiteral("/mirror.db") + QLatin1String(suffix);
            QFile::remove(path + QLatin1String(suffix));
            if (QFile::exists(from) && !QFile::copy(from, path + QLatin1String(suffix)))
                qFatal("no space for a copy of the copy");
        }
        ::sync(); // or the desk's first writing waits for all of it
        m_copy = path;
        m_copying = processorNow() - m_copying;
        m_longest = *domain::ConversationId::parse(m_notes.value(QStringLiteral("longest")).toString());
    }
    ~Morning()
    {
        m_place.reset();
        for (const char* suffix : {"", "-wal", "-shm"})
            QFile::remove(m_copy + QLatin1String(suffix));
    }

    /// `elapsed` milliseconds had gone when this program began to be a desk, of which copying took some.
    void start(double before)
    {
        const Instant begun = SteadyClock::now();
        m_place.emplace(nullptr, m_folder, milliseconds(16)); // a frame as the program's
        m_place->remember(profile(m_source.url()));
        m_place->secrets.token = QStringLiteral("token");
        m_place->window.resize(1366, 768);
        m_place->window.show();
        m_watch.emplace();
        m_place->start();
        const auto& inbox = m_place->models.inbox;
        (void)until([&] { return inbox.total(models::InboxSection::Waiting) == m_size.conversations; });
        (void)m_place->window.grab();
        const double shown = before + micros(SteadyClock::now() - begun) / 1'000;
        m_report.add({"start to the painted queue", shown, "ms", {}, {}, "< 700 ms", shown < 700});
        m_report.add({"start, processor time of all threads", processorNow() - m_copying, "ms"});
        stalls("start", true);
        settleMemory();
        const double held = memory("Rss");
        m_report.add({"memory with the queue, resident", held, "MB", {}, {}, "< 150 MB", held < 150});
        m_shown = shown;
        m_proportional = memory("Pss");
        m_report.add({"memory with the queue, proportional", m_proportional, "MB"});
    }

    /// The same rows in a page of a browser's, in the same run.
    void besideABrowser()
    {
        const QString rows = m_folder + QStringLiteral("/rows.json");
        writeRows(rows);
        QProcess node;
        node.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        node.start(QStringLiteral("node"), {QStringLiteral(RELEVO_BROWSER_LIST), rows});
        const bool ended = node.waitForFinished(300'000) && node.exitCode() == 0;
        const auto said = nlohmann::json::parse(node.readAllStandardOutput().toStdString(), nullptr, false);
        if (!ended || !said.is_object()) {
            std::fprintf(stderr,
                         "without node, playwright-core and Chromium there is no browser beside it\n");
            return;
        }
        const double start = said.value("start", 0.0);
        const double held = said.value("memory", 0.0);
        m_report.add(
            {"the same rows in Chromium: start to painted", start, "ms", start / m_shown, "the desk"});
        m_report.add({"the same: proportional memory", held, "MB", held / m_proportional, "the desk"});
        m_report.add({"the same: of it the page's heap", said.value("heap", 0.0), "MB"});
    }

    void open()
    {
        Both spans;
        const auto& live = m_place->desk.live();
        const auto other = live.rows().begin();
        for (int round = 0; round < 5; ++round) {
            look(other->id == m_longest ? std::next(other)->id : other->id);
            settle();
            (void)m_watch->longest();
            spans.add([this] { look(m_longest); });
        }
        report("open a conversation of 5,000 messages", spans, 100, 0.5);
        stalls("open it");
        // All of it, as whoever scrolls up without end.
        settle();
        (void)m_watch->longest();
        const client::Transcript* transcript = m_place->models.messages.transcript();
        std::size_t had = 0;
        const Instant begun = SteadyClock::now();
        while (transcript->hasOlder() && transcript->messages().size() < longest) {
            had = transcript->messages().size();
            m_place->desk.loadOlder(m_longest);
            (void)until([&] { return transcript->messages().size() > had || !transcript->hasOlder(); });
        }
        m_report.add({"read all of it, 50 at a time", micros(SteadyClock::now() - begun) / 1'000, "ms"});
        stalls("read all of it");
        if (transcript->messages().size() < longest)
            m_report.fault("messages are missing");
    }

    void findAnything()
    {
        ui::CommandPalette& palette = m_place->window.palette();
        (void)m_watch->longest();
        m_place->window.actions().action(ui::ActionId::Palette).trigger();
        auto* field = palette.findChild<QLineEdit*>(QStringLiteral("paletteField"));
        const models::PaletteModel* model = &palette.model();
        Both first;
        Both rest;
        // The first key right after it opened, as who knows it types.
        for (const QString& word :
             {m_prose.at(700), m_prose.at(20) + u' ' + m_prose.at(3), m_prose.at(9'000)}) {
            field->clear();
            for (const QChar letter : word) {
                bool shown = false;
                const auto heard = QObject::connect(model, &models::PaletteModel::searched, model,
                                                    [&] { shown = !model->isSearching(); });
                (first.passed.count() == 0 ? first : rest).add([&] {
                    field->insert(letter);
                    (void)until([&] { return shown; });
                });
                QObject::disconnect(heard);
            }
        }
        report("palette, the first key", first, 50);
        report("palette, a key, median", rest, 50, 0.5);
        report("palette, a key, longest", rest, 50);
        stalls("palette");
        palette.dismiss();
    }

    void search()
    {
        ui::SearchPage& page = m_place->window.desk().search();
        m_place->window.desk().openSearch();
        auto* field = page.findChild<QLineEdit*>(QStringLiteral("searchField"));
        client::SharedResults results;
        QObject context;
        QObject::connect(&m_place->desk, &client::Desk::searchFound, &context,
                         [&](quint64, const client::SharedResults& found) { results = found; });
        settle();
        (void)m_watch->longest();
        Both keys;
        for (const std::size_t rank : {3, 50, 700, 9'000}) {
            for (const QString& before : {QString(), m_prose.at(1) + u' '}) {
                field->setText(before);
                for (const QChar letter : m_prose.at(rank)) {
                    results.reset();
                    keys.add([&] {
                        field->insert(letter);
                        const QString words = field->text().trimmed();
                        (void)until([&] { return results && results->query.words == words; });
                    });
                }
            }
        }
        report("search as one types, median of a key", keys, 50, 0.5);
        report("search as one types, longest of a key", keys, 50);
        stalls("search");
        QMetaObject::invokeMethod(&page, "closed");
    }

    /// Two hundred events a second, some of them in the conversation that is open.
    void events()
    {
        Journal journal(m_notes.value(QStringLiteral("seq")).toLongLong());
        std::mt19937 random(1);
        const QList<domain::ConversationId> all = m_place->desk.live().rows().keys();
        std::vector<std::string> texts;
        for (int i = 0; i < perSecond * eventSeconds; ++i) {
            const auto chosen = static_cast<qsizetype>(random() % static_cast<unsigned>(all.size()));
            journal.said(i % 20 == 0 ? m_longest : all[chosen]);
            texts.push_back(protocol::encodeEvent(journal.events().back()));
        }
        const qint64 last = journal.events().back().seq;
        settle();
        (void)m_watch->longest();
        const double workBefore = TurnWatch::workNow();
        m_source.play(std::move(texts), perSecond);
        const double took = until([&] { return m_place->desk.live().seq() >= last; });
        const double work = TurnWatch::workNow() - workBefore;
        stalls("200 events/s", true);
        m_report.add({"200 events/s, the windows' thread is busy", work / took * 100, "%"});
    }

private:
    Report& m_report;
    QString m_folder;
    Size m_size;
    QSettings m_notes;
    EventSource m_source;
    QString m_copy;
    domain::ConversationId m_longest;
    std::optional<Workplace> m_place;
    std::optional<TurnWatch> m_watch;
    Prose m_prose{7};
    double m_copying = 0; ///< processor time that no desk spends
    double m_shown = 0;
    double m_proportional = 0;

    void writeRows(const QString& path)
    {
        auto rows = nlohmann::json::array();
        for (const client::ConversationRow& row : m_place->desk.live().rows()) {
            const auto number = [](Timestamp at) {
                return at.time_since_epoch().count();
            };
            rows.push_back({{"name", row.contactName.text().toStdString()},
                            {"line", row.lastLine.text().toStdString()},
                            {"channel", row.channel.text().toStdString()},
                            {"language", row.language.text().toStdString()},
                            {"trigger", row.triggerReason.text().toStdString()},
                            {"priority", static_cast<int>(row.priority)},
                            {"since", number(row.requestedAt)}});
        }
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray::fromStdString(rows.dump())) < 0)
            qFatal("the rows cannot be written");
    }

    void look(const domain::ConversationId& id)
    {
        m_place->window.desk().look(id);
        (void)until([&] {
            const client::Transcript* transcript = m_place->models.messages.transcript();
            return transcript && transcript->conversation() == id && transcript->isLoaded();
        });
        (void)m_place->window.grab();
    }

    void report(const std::string& name, Both& spans, double aim, double part = 1)
    {
        const double value = micros(spans.passed.at(part)) / 1'000;
        m_report.add(
            {name, value, "ms", {}, {}, "< " + std::to_string(static_cast<int>(aim)) + " ms", value < aim});
        m_report.add({name + ", processor time", micros(spans.spent.at(part)) / 1'000, "ms"});
    }

    /// What the windows' thread did at a stretch at most, and what it kept waiting with whatever else runs on
    /// the machine.
    void stalls(const std::string& what, bool both = false)
    {
        const TurnWatch::Longest longest = m_watch->longest();
        m_report.add({what + ", longest work at a stretch",
                      longest.work,
                      "ms",
                      {},
                      {},
                      "< 16 ms",
                      longest.work < frame});
        if (both)
            m_report.add({what + ", longest wait for the windows", longest.wait, "ms"});
    }
};

} // namespace

int main(int argc, char** argv)
{
    // What is painted is painted, wherever: a screen is not what is measured.
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const double before = millisecondsSinceStart();
    const Instant begun = SteadyClock::now();
    const QApplication app(argc, argv);
    const double made = before + micros(SteadyClock::now() - begun) / 1'000;
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Measures the desk over a large local copy."));
    parser.addHelpOption();
    const QCommandLineOption conversationsOption(QStringLiteral("conversations"),
                                                 QStringLiteral("How many wait."), QStringLiteral("n"),
                                                 QStringLiteral("100000"));
    const QCommandLineOption eachOption(QStringLiteral("each"), QStringLiteral("Messages in each."),
                                        QStringLiteral("n"), QStringLiteral("20"));
    const QCommandLineOption folderOption(QStringLiteral("folder"),
                                          QStringLiteral("Where the local copy is made, and stays."),
                                          QStringLiteral("folder"));
    const QCommandLineOption prepareOption(QStringLiteral("prepare"), QStringLiteral("Only make the copy."));
    parser.addOptions({conversationsOption, eachOption, folderOption, prepareOption});
    parser.process(app);
    const Size size{parser.value(conversationsOption).toInt(), parser.value(eachOption).toInt()};
    if (size.conversations <= 1 || size.each <= 0) {
        std::fprintf(stderr, "There must be 2 conversations and 1 message at least.\n");
        return 2;
    }
    const QTemporaryDir passing;
    const QString folder = parser.isSet(folderOption) ? parser.value(folderOption) : passing.path();
    if (parser.isSet(prepareOption)) {
        prepare(folder, size);
        return 0;
    }
    if (!QFile::exists(notesIn(folder))) {
        QStringList arguments = app.arguments().mid(1);
        arguments << QStringLiteral("--prepare") << QStringLiteral("--folder") << folder;
        if (QProcess::execute(app.applicationFilePath(), arguments) != 0)
            return 1;
    }
    Report report("desk");
    {
        Morning morning(report, folder, size);
        morning.start(made);
        morning.open();
        morning.findAnything();
        morning.search();
        morning.events();
        morning.besideABrowser();
    }
    report.printTable();
    return report.isSound() ? 0 : 1;
}
