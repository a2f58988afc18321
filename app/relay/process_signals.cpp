#include "process_signals.h"

#include <QtCore/QtGlobal>

#ifdef Q_OS_UNIX

#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace {

// A signal handler may do little more than write to a descriptor; the event loop reads the other end.
int pair[2] = {-1, -1};

void onSignal(int number)
{
    // Once more means at once.
    if (number != SIGHUP)
        std::signal(number, SIG_DFL);
    const char byte = static_cast<char>(number);
    [[maybe_unused]] const ssize_t written = ::write(pair[1], &byte, 1);
}

} // namespace

ProcessSignals::ProcessSignals(std::function<void()> stop, std::function<void()> reload)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(pair[0], QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(),
                     [stop = std::move(stop), reload = std::move(reload)] {
                         char byte = 0;
                         if (::read(pair[0], &byte, 1) != 1)
                             return;
                         if (byte == static_cast<char>(SIGHUP))
                             reload();
                         else
                             stop();
                     });
    std::signal(SIGTERM, onSignal);
    std::signal(SIGINT, onSignal);
    std::signal(SIGHUP, onSignal);
    // A peer that hangs up is told by the write's error, not by a signal.
    std::signal(SIGPIPE, SIG_IGN);
    // A file that has reached the system's limit is a full disk, not a reason to die.
    std::signal(SIGXFSZ, SIG_IGN);
}

ProcessSignals::~ProcessSignals()
{
    std::signal(SIGTERM, SIG_DFL);
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGHUP, SIG_DFL);
    m_notifier.reset();
    ::close(pair[0]);
    ::close(pair[1]);
}

#else

// Windows ends a console program by its own means; there is nothing to wait for that the journal does not
// survive.
ProcessSignals::ProcessSignals(std::function<void()>, std::function<void()>) {}
ProcessSignals::~ProcessSignals() = default;

#endif
