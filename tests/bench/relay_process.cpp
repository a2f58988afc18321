#include "relay_process.h"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace relevo::bench {
namespace {

[[noreturn]] void fail(const std::string& what)
{
    std::fprintf(stderr, "%s\n", what.c_str());
    std::exit(1);
}

/// A child whose standard output is read from `output`; its standard error goes to the file.
pid_t spawn(const std::vector<std::string>& words, const std::string& errorFile, int& output)
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        fail("no pipe");
    const pid_t parent = ::getpid();
    const pid_t child = ::fork();
    if (child == 0) {
        // Not to outlive a benchmark that was ended.
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
        if (::getppid() != parent)
            ::_exit(127);
        ::dup2(ends[1], STDOUT_FILENO);
        const int log = ::open(errorFile.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
        ::dup2(log, STDERR_FILENO);
        std::vector<char*> arguments;
        for (const std::string& word : words)
            arguments.push_back(const_cast<char*>(word.c_str()));
        arguments.push_back(nullptr);
        ::execv(arguments[0], arguments.data());
        ::_exit(127);
    }
    ::close(ends[1]);
    output = ends[0];
    return child;
}

} // namespace

RelayProcess::RelayProcess(std::string program) : m_program(std::move(program))
{
    std::string pattern = (std::filesystem::temp_directory_path() / "relevo-bench-XXXXXX").string();
    if (!::mkdtemp(pattern.data()))
        fail("no temporary directory");
    m_directory = pattern;
}

RelayProcess::~RelayProcess()
{
    stop();
    std::error_code ignored;
    std::filesystem::remove_all(m_directory, ignored);
}

std::string RelayProcess::command(std::vector<std::string> arguments) const
{
    arguments.insert(arguments.begin(), m_program);
    arguments.insert(arguments.end(), {"--data", m_directory});
    int output = -1;
    const pid_t child = spawn(arguments, m_directory + "/command.log", output);
    std::string text;
    char some[4096];
    for (ssize_t got = 0; (got = ::read(output, some, sizeof some)) > 0;)
        text.append(some, static_cast<std::size_t>(got));
    ::close(output);
    int status = 0;
    ::waitpid(child, &status, 0);
    if (status != 0) {
        std::ifstream log(m_directory + "/command.log");
        fail(m_program + ' ' + arguments[1] +
             " failed: " + std::string(std::istreambuf_iterator<char>(log), {}));
    }
    return text;
}

void RelayProcess::start()
{
    int output = -1;
    m_pid = spawn({m_program, "serve", "--data", m_directory, "--listen", "127.0.0.1:0"},
                  m_directory + "/relay.log", output);
    std::string line;
    char byte = 0;
    while (::read(output, &byte, 1) == 1 && byte != '\n')
        line += byte;
    ::close(output);
    const std::size_t start = line.find("http://");
    const std::size_t end = line.find('"', start);
    if (start == std::string::npos || end == std::string::npos)
        fail("the relay did not start: " + line);
    m_url = line.substr(start, end - start);
}

void RelayProcess::stop()
{
    if (m_pid <= 0)
        return;
    ::kill(m_pid, SIGTERM);
    int status = 0;
    ::waitpid(m_pid, &status, 0);
    m_pid = -1;
    if (status != 0)
        std::fprintf(stderr, "the relay ended with status %d\n", status);
}

bool RelayProcess::isRunning() const
{
    siginfo_t info{};
    // Looks without taking the status away from stop().
    return m_pid > 0 && ::waitid(P_PID, static_cast<id_t>(m_pid), &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
           info.si_pid == 0;
}

RelayProcess::ThreadTimes RelayProcess::threadTimes() const
{
    ThreadTimes times;
    std::error_code error;
    for (const auto& thread :
         std::filesystem::directory_iterator("/proc/" + std::to_string(m_pid) + "/task", error)) {
        std::ifstream file(thread.path() / "schedstat");
        std::uint64_t nanoseconds = 0;
        if (file >> nanoseconds)
            times[std::stoi(thread.path().filename())] = nanoseconds;
    }
    return times;
}

ProcessorTime RelayProcess::usedSince(const ThreadTimes& before) const
{
    ProcessorTime used;
    for (const auto& [thread, now] : threadTimes()) {
        const auto then = before.find(thread);
        const double time = static_cast<double>(now - (then == before.end() ? 0 : then->second)) / 1e9;
        if (thread == m_pid) {
            used.io = time;
        } else {
            used.rest += time;
            used.writer = std::max(used.writer, time);
        }
    }
    used.rest -= used.writer;
    return used;
}

double RelayProcess::memory(const char* field) const
{
    std::ifstream status("/proc/" + std::to_string(m_pid) + "/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(field))
            return 1024.0 * std::atof(line.c_str() + std::char_traits<char>::length(field));
    }
    return 0;
}

void RelayProcess::resetPeak() const
{
    std::ofstream("/proc/" + std::to_string(m_pid) + "/clear_refs") << "5";
}

} // namespace relevo::bench
