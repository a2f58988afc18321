#pragma once

#include <store/reader.h>

#include <QtCore/QObject>
#include <QtCore/QPointer>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace relevo::relay {

/// Reads of the database that may take longer than a turn of the I/O loop should: histories, snapshots,
/// catching up. One thread with a read connection of its own; answers come back to the I/O thread.
class QueryThread final : public QObject
{
    Q_OBJECT

public:
    explicit QueryThread(std::unique_ptr<store::Reader> reader, QObject* parent = nullptr);
    ~QueryThread() override;
    Q_DISABLE_COPY_MOVE(QueryThread)

    /// I/O thread. Runs `query` in the query thread, then `done` with its result in the I/O thread. When
    /// `context` is gone by then, `done` is not called. With more than `maxWaiting` queries waiting the
    /// answer is `unavailable`.
    template <typename T>
    void run(QObject* context, std::function<Result<T>(store::Reader&)> query,
             std::function<void(Result<T>)> done)
    {
        const QPointer<QObject> guard(context);
        auto finish = [guard, done = std::move(done)](Result<T> result) {
            if (guard)
                done(std::move(result));
        };
        const bool taken = enqueue([this, query = std::move(query), finish](store::Reader& reader) {
            auto result = std::make_shared<Result<T>>(query(reader));
            // Crosses from the query thread to the I/O thread.
            QMetaObject::invokeMethod(
                this, [finish, result] { finish(std::move(*result)); }, Qt::QueuedConnection);
        });
        if (!taken)
            finish(failure(ErrorCode::Unavailable,
                           QStringLiteral("Too many requests are waiting for the database."),
                           QStringLiteral("Try again in a few seconds.")));
    }

    /// Queries that wait for their turn; any thread.
    [[nodiscard]] std::size_t waiting() const;

    static constexpr std::size_t maxWaiting = 2'000;

private:
    using Query = std::function<void(store::Reader&)>;
    bool enqueue(Query query);
    void runThread();

    std::unique_ptr<store::Reader> m_reader;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Query> m_waiting; // guarded by m_mutex
    bool m_stopping = false;     // guarded by m_mutex
    std::thread m_thread;
};

} // namespace relevo::relay
