#include <store/checkpointer.h>

#include <base/log.h>

namespace relevo::store {

Checkpointer::Checkpointer(const StoreOptions& options) : m_thread([this, options] { run(options); }) {}

Checkpointer::~Checkpointer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_wake.notify_one();
    }
    m_thread.join();
}

void Checkpointer::run(const StoreOptions& options)
{
    auto database = openForWriting(options);
    if (!database) {
        qCWarning(logStore).noquote()
            << logLine(u"The log cannot be checkpointed", {{u"reason", database.error().message}});
        return;
    }
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        m_wake.wait_for(lock, every, [this] { return m_stopping; });
        lock.unlock();
        // Passive: takes what it can without making anybody wait. What stays is taken the next time.
        if (Result<void> done = (*database)->execute(QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)")); !done)
            qCWarning(logStore).noquote()
                << logLine(u"A checkpoint failed", {{u"reason", done.error().message}});
        lock.lock();
    }
}

} // namespace relevo::store
