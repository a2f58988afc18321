#include "stop_signals.h"

#include <base/log.h>
#include <eventloop/epoll_dispatcher.h>
#include <protocol/json.h>
#include <relay/command_line.h>
#include <relay/demo.h>

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

int serve(QCoreApplication& app, const relevo::relay::CommandLine& line, const relevo::Clock& clock,
          relevo::IdSource& ids)
{
    relevo::installJsonLog();
    if (line.demo) {
        if (const relevo::Result<void> made = relevo::relay::ensureDemo(line.serve.store, clock, ids); !made)
            return complain(made.error());
    }
    relevo::relay::RelayServer server(clock, ids);
    if (const relevo::Result<void> started = server.start(line.serve); !started)
        return complain(started.error());
    QObject::connect(&server, &relevo::relay::RelayServer::stopped, &app, &QCoreApplication::quit);
    const StopSignals signals([&server] { server.drain(); });
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
