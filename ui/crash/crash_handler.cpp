#include <ui/crash/crash_handler.h>

#include <QtCore/QDateTime>
#include <QtCore/QFile>
#include <QtCore/QSysInfo>

#if defined(Q_OS_UNIX) && __has_include(<execinfo.h>)
#define RELEVO_CAN_TELL_CRASHES
#include <csignal>
#include <cstring>
#include <execinfo.h>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace relevo::ui {

#ifdef RELEVO_CAN_TELL_CRASHES

namespace {

// What the handler needs is there before it is called: in it nothing may be allocated.
constexpr std::size_t longestPath = 4'096;
constexpr std::size_t longestHead = 1'024;
constexpr std::size_t handlerStack = 64 * 1'024;
constexpr int mostFrames = 100;

char crashPath[longestPath];
char crashHead[longestHead];
char crashStack[handlerStack];

constexpr int toldFaults[] = {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL};

const char* nameOfFault(int fault)
{
    switch (fault) {
    case SIGSEGV:
        return "SIGSEGV";
    case SIGABRT:
        return "SIGABRT";
    case SIGBUS:
        return "SIGBUS";
    case SIGFPE:
        return "SIGFPE";
    default:
        return "SIGILL";
    }
}

void tellFile(int file, const char* text)
{
    // There is nobody to tell that it failed.
    [[maybe_unused]] const auto written = ::write(file, text, std::strlen(text));
}

void writeReport(int fault)
{
    const int file = ::open(crashPath, O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0600);
    if (file >= 0) {
        tellFile(file, crashHead);
        tellFile(file, "Ended by ");
        tellFile(file, nameOfFault(fault));
        tellFile(file, "\n\n");
        void* frames[mostFrames];
        backtrace_symbols_fd(frames, backtrace(frames, mostFrames), file);
        ::close(file);
    }
    ::raise(fault); // its own way again: SA_RESETHAND
}

} // namespace

bool installCrashHandler(const QString& file)
{
    const QByteArray path = QFile::encodeName(file);
    const QByteArray head = QStringLiteral("Relevo %1, Qt %2\n%3, %4\nStarted %5\n")
                                .arg(QStringLiteral(RELEVO_VERSION), QString::fromLatin1(qVersion()),
                                     QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture(),
                                     QDateTime::currentDateTimeUtc().toString(Qt::ISODate))
                                .toUtf8();
    if (path.size() >= static_cast<qsizetype>(longestPath) ||
        head.size() >= static_cast<qsizetype>(longestHead))
        return false;
    std::memcpy(crashPath, path.constData(), static_cast<std::size_t>(path.size()) + 1);
    std::memcpy(crashHead, head.constData(), static_cast<std::size_t>(head.size()) + 1);
    void* frame[1];
    (void)backtrace(frame, 1); // loads what it needs, which could not be done later
    // A stack that has run over is a fault, too: the handler has one of its own.
    stack_t stack{};
    stack.ss_sp = crashStack;
    stack.ss_size = sizeof crashStack;
    if (::sigaltstack(&stack, nullptr) != 0)
        return false;
    struct sigaction action
    {
    };
    action.sa_handler = writeReport;
    action.sa_flags = SA_ONSTACK | static_cast<int>(SA_RESETHAND) | SA_NODEFER;
    ::sigemptyset(&action.sa_mask);
    bool all = true;
    for (const int fault : toldFaults)
        all = ::sigaction(fault, &action, nullptr) == 0 && all;
    return all;
}

#else

bool installCrashHandler(const QString&)
{
    return false;
}

#endif

} // namespace relevo::ui
