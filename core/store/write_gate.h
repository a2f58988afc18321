#pragma once

#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace relevo::store {

/// Where the journal and the checkpointer of one process meet. Under a steady load the write-ahead log can
/// only begin anew if no group is under way for a moment; the database's own lock would let the writer in
/// again before the checkpointer has noticed. For one writer thread and one checkpointer thread.
class WriteGate
{
public:
    /// The writer, before a group: waits while the gate is closed.
    void enter();
    /// The writer, after a group.
    void leave();

    /// The writer: what the log holds by the end of this group must not stay in it.
    void emptyLog();
    /// The checkpointer: whether it is to be emptied, also on account of an earlier process.
    [[nodiscard]] bool mustEmptyLog();
    void logEmptied();

    /// The checkpointer: waits until groups have been written since the last call. False when stopped.
    [[nodiscard]] bool awaitGroups(const std::stop_token& stop);
    /// The checkpointer: waits for the group under way and keeps further ones out. False when stopped; the
    /// gate is open then.
    [[nodiscard]] bool close(const std::stop_token& stop);
    void open();

private:
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_closed = false; // all guarded by m_mutex
    bool m_inGroup = false;
    bool m_written = false;
    bool m_mustEmptyLog = true;
};

} // namespace relevo::store
