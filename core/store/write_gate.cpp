#include <store/write_gate.h>

namespace relevo::store {

void WriteGate::enter()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_closed; });
    m_inGroup = true;
}

void WriteGate::leave()
{
    const std::lock_guard lock(m_mutex);
    m_inGroup = false;
    m_written = true;
    m_changed.notify_all();
}

void WriteGate::emptyLog()
{
    const std::lock_guard lock(m_mutex);
    m_mustEmptyLog = true;
}

bool WriteGate::mustEmptyLog()
{
    const std::lock_guard lock(m_mutex);
    return m_mustEmptyLog;
}

void WriteGate::logEmptied()
{
    const std::lock_guard lock(m_mutex);
    m_mustEmptyLog = false;
}

bool WriteGate::awaitGroups(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    if (!m_changed.wait(lock, stop, [this] { return m_written; }))
        return false;
    m_written = false;
    return true;
}

bool WriteGate::close(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    m_closed = true;
    if (m_changed.wait(lock, stop, [this] { return !m_inGroup; }))
        return true;
    m_closed = false;
    m_changed.notify_all();
    return false;
}

void WriteGate::open()
{
    const std::lock_guard lock(m_mutex);
    m_closed = false;
    m_changed.notify_all();
}

} // namespace relevo::store
