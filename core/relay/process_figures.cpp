#include <relay/process_figures.h>

#include <QtCore/QDir>
#include <QtCore/QFile>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace relevo::relay {

ProcessFigures processFigures()
{
    ProcessFigures figures;
#ifdef Q_OS_UNIX
    rusage usage{};
    if (::getrusage(RUSAGE_SELF, &usage) == 0) {
        constexpr double microsecond = 1e-6;
        figures.cpuSeconds =
            static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
            static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * microsecond;
    }
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) == 0)
        figures.mostFiles = static_cast<qint64>(files.rlim_cur);
#endif
#ifdef Q_OS_LINUX
    QFile memory(QStringLiteral("/proc/self/statm"));
    if (memory.open(QIODevice::ReadOnly))
        figures.residentBytes = memory.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE);
    const QDir descriptors(QStringLiteral("/proc/self/fd"));
    if (descriptors.exists())
        figures.openFiles =
            descriptors.entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size();
#endif
    return figures;
}

} // namespace relevo::relay
