#pragma once

#include <store/reader.h>
#include <store/search_index.h>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace relevo::relay {

/// Keeps the search index up with the journal, on a thread and connections of its own, in batches and with a
/// pause after each, so that nobody's message waits for it. What it has not come to is found a moment later.
class SearchFollower
{
public:
    SearchFollower(std::unique_ptr<store::Reader> reader, std::unique_ptr<store::SearchIndex> index);
    /// Waits for the batch under way.
    ~SearchFollower() = default;
    SearchFollower(const SearchFollower&) = delete;
    SearchFollower& operator=(const SearchFollower&) = delete;

    /// There is something new. Any thread.
    void wake();

    static constexpr std::chrono::milliseconds pause{200}; ///< what comes meanwhile is one batch
    static constexpr int batch = 500;                      ///< events

private:
    void run(const std::stop_token& stop);
    /// One batch of each project; whether there may be more.
    [[nodiscard]] Result<bool> follow();

    std::unique_ptr<store::Reader> m_reader;     // the thread's
    std::unique_ptr<store::SearchIndex> m_index; // the thread's
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_woken = true;   // guarded by m_mutex
    std::jthread m_thread; // last: it uses the others
};

} // namespace relevo::relay
