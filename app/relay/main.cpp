#include "process_signals.h"

#include <base/log.h>
#include <eventloop/epoll_dispatcher.h>
#include <protocol/json.h>
#include <relay/command_line.h>
#include <relay/demo.h>
#include <relay/relay_service.h>

#include <QtCore/QCoreApplication>

#include <cstdio>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace {

/// Large blocks, which are what a peer can make the relay hold (bodies, snapshots, queues), go back to the
/// system when they are freed. Without this the C library keeps them, in pieces, after the first few.
void returnLargeBlocks()
{
#ifdef __GLIBC__
    constexpr int large = 128 * 1024;
    ::mallopt(M_MMAP_THRESHOLD, large);
#endif
}

int complain(const relevo::Error& error)
{
    std::fprintf(stderr, "relevo-relay: %s\n", qUtf8Printable(error.message));
    if (!error.detail.isEmpty())
        std::fprintf(stderr, "%s\n", qUtf8Printable(error.detail));
    return 1;
}

/// Reads the configuration again. What is wrong with it is said, and then nothing changes.
void reload(relevo::relay::RelayService& server, relevo::relay::Config& present)
{
    using relevo::logLine;
    const auto line = relevo::relay::parseCommandLine(QCoreApplication::arguments());
    const relevo::Result<void> done =
        line ? server.reload(line->serve) : relevo::Result<void>(std::unexpected(line.error()));
    if (!done) {
        qCCritical(relevo::logRelay).noquote()
            << logLine(u"The configuration was not reloaded; nothing has changed",
                       {{u"reason", done.error().message}, {u"detail", done.error().detail}});
        return;
    }
    QStringList taken;
    for (const QString& name : line->config.changedSince(present)) {
        if (relevo::relay::configKey(name)->reloads)
            taken.push_back(name);
        else
            qCWarning(relevo::logRelay).noquote()
                << logLine(u"This setting takes effect with the next start only", {{u"setting", name}});
    }
    present = line->config;
    qCInfo(relevo::logRelay).noquote()
        << logLine(u"The configuration was reloaded", {{u"changed", taken.join(QStringLiteral(", "))}});
}

int serve(QCoreApplication& app, const relevo::relay::CommandLine& line, const relevo::Clock& clock,
          relevo::IdSource& ids)
{
    relevo::installJsonLog();
    if (line.demo) {
        if (const relevo::Result<void> made = relevo::relay::ensureDemo(line.serve.store, clock, ids); !made)
            return complain(made.error());
    }
    relevo::relay::RelayService server(clock, ids);
    if (const relevo::Result<void> started = server.start(line.serve); !started)
        return complain(started.error());
    QObject::connect(&server, &relevo::relay::RelayService::stopped, &app,
                     [](bool failed) { QCoreApplication::exit(failed ? 1 : 0); });
    relevo::relay::Config config = line.config;
    const ProcessSignals signals([&server] { server.drain(); },
                                 [&server, &config] { reload(server, config); });
    const relevo::protocol::Json listening{{"event", "listening"}, {"url", server.url().toStdString()}};
    std::printf("%s\n", relevo::protocol::dump(listening).c_str());
    std::fflush(stdout);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    returnLargeBlocks();
    // Before the application object: it takes the dispatcher that is there.
    if (auto dispatcher = relevo::eventloop::makeDispatcher())
        QCoreApplication::setEventDispatcher(dispatcher.release());
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("relevo-relay"));
    QCoreApplication::setApplicationVersion(QStringLiteral(RELEVO_VERSION));

    const relevo::SystemClock clock;
    relevo::UuidV7Source ids(clock);
    const auto line = relevo::relay::parseCommandLine(QCoreApplication::arguments());
    if (!line) {
        complain(line.error());
        return 2;
    }
    if (line->action == relevo::relay::CommandLine::Action::Serve)
        return serve(app, *line, clock, ids);
    return relevo::relay::runAction(*line, clock, ids);
}
