#pragma once

#include <QtCore/QSocketNotifier>

#include <functional>
#include <memory>

/// Calls `stop` in the event loop at the first SIGTERM or SIGINT; a second one ends the program at once. One
/// at a time in a program.
class StopSignals
{
public:
    explicit StopSignals(std::function<void()> stop);
    ~StopSignals();
    Q_DISABLE_COPY_MOVE(StopSignals)

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};
