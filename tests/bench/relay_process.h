#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <sys/types.h>

namespace relevo::bench {

/// Processor time of a process, in seconds, by what its threads do.
struct ProcessorTime
{
    double io = 0;     ///< the main thread
    double writer = 0; ///< the busiest of the others
    double rest = 0;
    [[nodiscard]] double all() const { return io + writer + rest; }
};

/// The relay as a process of its own, with a data directory of its own that is deleted at the end.
class RelayProcess
{
public:
    explicit RelayProcess(std::string program);
    ~RelayProcess();
    RelayProcess(const RelayProcess&) = delete;
    RelayProcess& operator=(const RelayProcess&) = delete;

    [[nodiscard]] const std::string& directory() const { return m_directory; }
    [[nodiscard]] const std::string& url() const { return m_url; }
    [[nodiscard]] pid_t pid() const { return m_pid; }

    /// Runs a command of the relay's command line on this directory and gives what it prints; ends the
    /// program when it fails.
    [[nodiscard]] std::string command(std::vector<std::string> arguments) const;
    void start();
    void stop();
    [[nodiscard]] bool isRunning() const;

    /// Processor time used since `before` was taken.
    using ThreadTimes = std::map<pid_t, std::uint64_t>;
    [[nodiscard]] ThreadTimes threadTimes() const;
    [[nodiscard]] ProcessorTime usedSince(const ThreadTimes& before) const;

    /// Resident memory in bytes.
    [[nodiscard]] double resident() const { return memory("VmRSS:"); }
    [[nodiscard]] double peakResident() const { return memory("VmHWM:"); }
    /// Lets the peak begin again at what is resident now.
    void resetPeak() const;

private:
    [[nodiscard]] double memory(const char* field) const;

    std::string m_program;
    std::string m_directory;
    std::string m_url;
    pid_t m_pid = -1;
};

} // namespace relevo::bench
