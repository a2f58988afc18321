#pragma once

#include <QtCore/QSocketNotifier>

#include <functional>
#include <memory>

/// Calls `stop` in the event loop at the first SIGTERM or SIGINT (a second one ends the program at once), and
/// `reload` at each SIGHUP. One at a time in a program.
class ProcessSignals
{
public:
    ProcessSignals(std::function<void()> stop, std::function<void()> reload);
    ~ProcessSignals();
    Q_DISABLE_COPY_MOVE(ProcessSignals)

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};
