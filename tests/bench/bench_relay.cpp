// What the relay does and costs, against what the machine itself takes in the same run: durable messages a
// second pushed to fifty agents, the time from an HTTP request to an agent, ten thousand idle agents, hostile
// peers, and memory. Prints a line of JSON a figure and a table at the end; only ratios of one run can be
// compared between machines. Everything runs on one machine: the clients (raw sockets on one epoll, one
// thread) share its cores with the relay. The agents are fifty of them, each signed in; all messages are
// customers', so each runs through the triggers, has an Idempotency-Key of its own and is pushed to every
// agent, who checks that no event is missing or out of order.
#include "bed.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QThread>

#include <sys/resource.h>

#include <csignal>
#include <cstdlib>

namespace {

using namespace relevo::bench;

/// Both sides have ten thousand sockets open: the relay inherits this.
void allowManyDescriptors()
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

double load()
{
    double averages[1] = {0};
    ::getloadavg(averages, 1);
    return averages[0];
}

} // namespace

int main(int argc, char** argv)
{
    std::signal(SIGPIPE, SIG_IGN);
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Measures the relay."));
    parser.addHelpOption();
    const QCommandLineOption program(QStringLiteral("relay"), QStringLiteral("The relay's program."),
                                     QStringLiteral("path"), QStringLiteral(RELEVO_RELAY_PROGRAM));
    const QCommandLineOption only(
        QStringLiteral("only"),
        QStringLiteral("Some of throughput, latency, idle, hostile, with commas between them."),
        QStringLiteral("names"), QStringLiteral("throughput,latency,idle,hostile"));
    const QCommandLineOption deep(
        QStringLiteral("deep"),
        QStringLiteral("What a message costs after a million others, too (minutes)."));
    const QCommandLineOption span(QStringLiteral("seconds"), QStringLiteral("How long a load lasts."),
                                  QStringLiteral("n"), QStringLiteral("6"));
    const QCommandLineOption connections(
        QStringLiteral("connections"),
        QStringLiteral("HTTP connections; without it the best number is sought."), QStringLiteral("n"),
        QStringLiteral("0"));
    const QCommandLineOption idle(QStringLiteral("idle"), QStringLiteral("How many agents only listen."),
                                  QStringLiteral("n"), QStringLiteral("10000"));
    parser.addOptions({program, only, deep, span, connections, idle});
    parser.process(app);
    const QStringList wanted = parser.value(only).split(u',', Qt::SkipEmptyParts);
    const auto wants = [&](const char* name) {
        return wanted.contains(QLatin1String(name));
    };
    const Span length = std::chrono::seconds(std::max(1, parser.value(span).toInt()));

    allowManyDescriptors();
    Report report("relay");
    report.add({"machine: load before", load(), ""});
    report.add({"machine: cores", static_cast<double>(QThread::idealThreadCount()), ""});
    Bed bed(parser.value(program).toStdString(), 50, report);
    report.add({"floor: one FULL commit (SQLite, WAL)", micros(bed.floors.commit), "us"});
    report.add({"floor: rows in groups of 100 a commit", bed.floors.groupedRows, "/s"});
    report.add({"floor: loopback echo of 500 bytes", micros(bed.floors.echo), "us"});
    report.add({"relay at rest",
                bed.restResident / 1e6,
                "MB",
                std::nullopt,
                {},
                "< 30 MB",
                bed.restResident < 30e6});
    // Depth first, because it begins with few messages stored.
    if (parser.isSet(deep))
        measureDepth(bed);
    if (wants("throughput"))
        measureThroughput(bed, length, parser.value(connections).toInt());
    if (wants("latency"))
        measureLatency(bed, length);
    if (wants("idle"))
        measureIdle(bed, std::max(1, parser.value(idle).toInt()));
    if (wants("hostile"))
        measureHostile(bed);
    report.printTable();
    return report.isSound() ? 0 : 1;
}
