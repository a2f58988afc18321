#pragma once

#include <relay/writer.h>

#include <QtCore/QObject>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace relevo::relay {

/// The way into the journal. Commands are taken in the I/O thread, decided and written in groups by the
/// writer thread, and come back to the I/O thread as a CommittedGroup. The writer takes everything that waits
/// each time it is free, so a commit's cost is shared by all that arrived during the one before.
class Pipeline final : public QObject
{
    Q_OBJECT

public:
    Pipeline(std::unique_ptr<Writer> writer, PipelineStats& stats, QObject* parent = nullptr);
    ~Pipeline() override;
    Q_DISABLE_COPY_MOVE(Pipeline)

    /// I/O thread. When more than `maxWaiting` jobs wait, or after stop(), the job is refused with
    /// `unavailable` at once.
    void submit(Submission submission);
    void submit(Chore chore);

    /// Jobs that wait for the writer; any thread.
    [[nodiscard]] std::size_t waiting() const;

    /// Writes what waits and ends the thread; groups written meanwhile are still delivered by the event loop.
    void stop();

    static constexpr std::size_t maxWaiting = 20'000;
    static constexpr std::size_t maxGroup = 512;

Q_SIGNALS:
    /// I/O thread, before the group's answers are given.
    void committed(const std::vector<relevo::store::CommittedEvent>& events);

private:
    bool enqueue(Job&& job);
    void runThread();
    void deliver(const CommittedGroup& group);

    std::unique_ptr<Writer> m_writer;
    PipelineStats& m_stats;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<Job> m_waiting; // guarded by m_mutex
    bool m_stopping = false;    // guarded by m_mutex
    std::thread m_thread;
};

} // namespace relevo::relay
