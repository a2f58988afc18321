#pragma once

#include <store/store_options.h>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace relevo::store {

/// Moves what the write-ahead log has gathered into the database file, on a connection and a thread of its
/// own, so that no commit waits for it.
class Checkpointer
{
public:
    explicit Checkpointer(const StoreOptions& options);
    ~Checkpointer();
    Checkpointer(const Checkpointer&) = delete;
    Checkpointer& operator=(const Checkpointer&) = delete;

    static constexpr std::chrono::milliseconds every{1'000};

private:
    void run(const StoreOptions& options);

    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false; // guarded by m_mutex
    std::thread m_thread;
};

} // namespace relevo::store
