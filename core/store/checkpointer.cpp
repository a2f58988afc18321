#include <store/checkpointer.h>

#include <base/log.h>

namespace relevo::store {

Checkpointer::Checkpointer(const StoreOptions& options)
    : m_thread([this, options](const std::stop_token& stop) { run(stop, options); })
{
}

Result<void> Checkpointer::checkpoint(sql::Database& database, WriteGate& gate, const std::stop_token& stop)
{
    // Passive: takes what it can without making anybody wait.
    Result<int> pages = database.checkpoint(sql::Checkpoint::Passive);
    if (!pages)
        return std::unexpected(pages.error());
    const bool empties = gate.mustEmptyLog();
    if (*pages <= longLog && !empties)
        return {};
    // Once more for what came meanwhile, so that little is left to do while the writer waits.
    pages = database.checkpoint(sql::Checkpoint::Passive);
    if (!pages)
        return std::unexpected(pages.error());
    if (!gate.close(stop))
        return {};
    pages = database.checkpoint(empties ? sql::Checkpoint::Truncate : sql::Checkpoint::Restart);
    // Whoever reads just now keeps it as it is; then it is tried again after the next group.
    if (empties && pages && *pages == 0)
        gate.logEmptied();
    gate.open();
    if (!pages)
        return std::unexpected(pages.error());
    return {};
}

void Checkpointer::run(const std::stop_token& stop, const StoreOptions& options)
{
    // Whoever reads just now must not hold up the writer through this thread, so it waits for nobody.
    StoreOptions own = options;
    own.busyTimeout = milliseconds{0};
    std::unique_ptr<sql::Database> database;
    while (options.gate->awaitGroups(stop)) {
        Result<void> done;
        if (!database) {
            auto opened = openForWriting(own);
            if (opened)
                database = std::move(*opened);
            else
                done = std::unexpected(opened.error());
        }
        if (database)
            done = checkpoint(*database, *options.gate, stop);
        if (!done)
            qCWarning(logStore).noquote()
                << logLine(u"A checkpoint failed", {{u"reason", done.error().message}});
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, stop, pause, [] { return false; });
    }
}

} // namespace relevo::store
