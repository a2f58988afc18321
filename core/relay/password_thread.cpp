#include <relay/password_thread.h>

#include <relay/secrets.h>

namespace relevo::relay {

PasswordThread::PasswordThread(QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

PasswordThread::~PasswordThread()
{
    m_pool.clear();
    m_pool.waitForDone();
}

Result<void> PasswordThread::mayTake() const
{
    if (m_waiting < maxWaiting)
        return {};
    return failure(ErrorCode::Unavailable, QStringLiteral("Too many people are signing in."),
                   QStringLiteral("Try again in a few seconds."));
}

template <typename T>
void PasswordThread::run(std::function<T()> work, std::function<void(T)> done)
{
    ++m_waiting;
    m_pool.start([this, work = std::move(work), done = std::move(done)]() mutable {
        auto result = std::make_shared<T>(work());
        // Crosses from the password thread to the I/O thread; the destructor waits for this thread, so `this`
        // is there. What `done` holds belongs to the I/O thread and goes back there with it.
        QMetaObject::invokeMethod(
            this,
            [this, result, done = std::move(done)] {
                --m_waiting;
                done(std::move(*result));
            },
            Qt::QueuedConnection);
    });
}

void PasswordThread::check(std::vector<QByteArray> hashes, const QByteArray& password,
                           std::function<void(std::optional<std::size_t>)> done)
{
    using Found = std::optional<std::size_t>;
    run<Found>(
        [hashes = std::move(hashes), password]() -> Found {
            if (hashes.empty())
                (void)passwordMatches(impossibleHash(), password);
            for (std::size_t i = 0; i < hashes.size(); ++i) {
                if (passwordMatches(hashes[i], password))
                    return i;
            }
            return std::nullopt;
        },
        std::move(done));
}

void PasswordThread::hash(const QByteArray& password, std::function<void(Result<QByteArray>)> done)
{
    run<Result<QByteArray>>([password] { return hashPassword(password); }, std::move(done));
}

} // namespace relevo::relay
