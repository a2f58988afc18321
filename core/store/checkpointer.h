#pragma once

#include <store/store_options.h>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace relevo::store {

/// Moves what the write-ahead log has gathered into the database file, on a connection and a thread of its
/// own, so that no commit waits for it. When the log has grown long, it makes the writer begin it anew; that
/// keeps one group waiting for a few milliseconds. Sleeps while nothing is written. Made from the very
/// options the journal was opened with, or a copy of them: they share the gate.
class Checkpointer
{
public:
    explicit Checkpointer(const StoreOptions& options);
    /// Waits for the checkpoint under way.
    ~Checkpointer() = default;
    Checkpointer(const Checkpointer&) = delete;
    Checkpointer& operator=(const Checkpointer&) = delete;

    /// The least time between two checkpoints: what is written over and over meanwhile is moved once.
    static constexpr std::chrono::milliseconds pause{400};
    /// A log of more pages (of 4 KiB) than this is begun anew: looking pages up in it takes longer and
    /// longer.
    static constexpr int longLog = 8'192;

private:
    void run(const std::stop_token& stop, const StoreOptions& options);
    [[nodiscard]] static Result<void> checkpoint(sql::Database& database, WriteGate& gate,
                                                 const std::stop_token& stop);

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::jthread m_thread; // last: it uses the others
};

} // namespace relevo::store
