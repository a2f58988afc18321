#include <relay/pipeline.h>

#include <iterator>

namespace relevo::relay {
namespace {

// How soon what the command line wrote is noticed while nothing else happens.
constexpr std::chrono::milliseconds foreignLook(500);

Error refusal(bool stopping)
{
    return stopping ? Error{ErrorCode::Unavailable,
                            QStringLiteral("The relay is shutting down."),
                            QStringLiteral("Send it again in a few seconds."),
                            {}}
                    : Error{ErrorCode::Unavailable,
                            QStringLiteral("The relay has more to write than it can keep up with."),
                            QStringLiteral("Send it again in a few seconds."),
                            {}};
}

} // namespace

Pipeline::Pipeline(std::unique_ptr<Writer> writer, PipelineStats& stats, QObject* parent)
    : QObject(parent), m_writer(std::move(writer)), m_stats(stats), m_thread([this] { runThread(); })
{
}

Pipeline::~Pipeline()
{
    stop();
}

bool Pipeline::enqueue(Job&& job)
{
    bool first = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping || m_waiting.size() >= maxWaiting)
            return false;
        m_waiting.push_back(std::move(job));
        first = m_waiting.size() == 1;
    }
    // One that finds others waiting need not wake the writer: the first has. Outside the lock, which the
    // writer takes as soon as it is awake.
    if (first)
        m_wake.notify_one();
    return true;
}

void Pipeline::submit(Submission submission)
{
    const auto done = submission.done;
    submission.submitted = PipelineStats::Monotonic::now();
    if (enqueue(std::move(submission)))
        return;
    const Result<std::string> refused = std::unexpected(refusal(!m_thread.joinable()));
    m_stats.answered(refused, PipelineStats::Monotonic::now());
    if (done)
        done(refused);
}

void Pipeline::submit(Chore chore)
{
    const auto done = chore.done;
    if (!enqueue(std::move(chore)) && done)
        done(std::unexpected(refusal(!m_thread.joinable())));
}

std::size_t Pipeline::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return m_waiting.size();
}

void Pipeline::runThread()
{
    std::vector<Job> jobs;
    while (true) {
        bool idle = false;
        {
            std::unique_lock lock(m_mutex);
            idle = !m_wake.wait_for(lock, foreignLook, [this] { return m_stopping || !m_waiting.empty(); });
            if (m_stopping && m_waiting.empty())
                return;
            if (m_waiting.size() <= maxGroup) {
                jobs = std::exchange(m_waiting, {});
            } else {
                const auto end = m_waiting.begin() + static_cast<std::ptrdiff_t>(maxGroup);
                jobs.assign(std::make_move_iterator(m_waiting.begin()), std::make_move_iterator(end));
                m_waiting.erase(m_waiting.begin(), end);
            }
        }
        CommittedGroup group = idle ? m_writer->lookForForeignEvents() : m_writer->run(jobs);
        // The jobs' callbacks hold things of the I/O thread; they end there, with the answers.
        group.answers.emplace_back(
            [finished = std::make_shared<std::vector<Job>>(std::move(jobs))] { finished->clear(); });
        jobs.clear();
        if (idle && group.events.empty())
            continue;
        // Crosses from the writer thread to the I/O thread.
        auto shared = std::make_shared<CommittedGroup>(std::move(group));
        QMetaObject::invokeMethod(
            this, [this, shared] { deliver(*shared); }, Qt::QueuedConnection);
    }
}

void Pipeline::deliver(const CommittedGroup& group)
{
    if (!group.events.empty())
        Q_EMIT committed(group.events);
    for (const auto& give : group.answers)
        give();
}

void Pipeline::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_wake.notify_one();
    }
    if (m_thread.joinable())
        m_thread.join();
}

} // namespace relevo::relay
