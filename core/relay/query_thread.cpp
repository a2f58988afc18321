#include <relay/query_thread.h>

namespace relevo::relay {

QueryThread::QueryThread(std::unique_ptr<store::Reader> reader, QObject* parent)
    : QObject(parent), m_reader(std::move(reader)), m_thread([this] { runThread(); })
{
}

QueryThread::~QueryThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_waiting.clear();
        m_wake.notify_one();
    }
    m_thread.join();
}

bool QueryThread::enqueue(Query query)
{
    const std::lock_guard lock(m_mutex);
    if (m_waiting.size() >= maxWaiting)
        return false;
    m_waiting.push_back(std::move(query));
    m_wake.notify_one();
    return true;
}

std::size_t QueryThread::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return m_waiting.size();
}

void QueryThread::runThread()
{
    while (true) {
        Query query;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stopping || !m_waiting.empty(); });
            if (m_stopping)
                return;
            query = std::move(m_waiting.front());
            m_waiting.pop_front();
        }
        query(*m_reader);
    }
}

} // namespace relevo::relay
