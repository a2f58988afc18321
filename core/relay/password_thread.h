#pragma once

#include <base/error.h>

#include <QtCore/QObject>
#include <QtCore/QThreadPool>

#include <functional>
#include <vector>

namespace relevo::relay {

/// Checks and hashes passwords on a thread of its own, one at a time, because each is meant to be slow. I/O
/// thread; the answers come back to it, as long as this lives.
class PasswordThread final : public QObject
{
    Q_OBJECT

public:
    explicit PasswordThread(QObject* parent = nullptr);
    ~PasswordThread() override;
    Q_DISABLE_COPY_MOVE(PasswordThread)

    /// Fails with `unavailable` when so many wait that another would wait for seconds.
    [[nodiscard]] Result<void> mayTake() const;

    /// Which of the hashes the password belongs to; nothing for none. No hashes take as long as a wrong one.
    void check(std::vector<QByteArray> hashes, const QByteArray& password,
               std::function<void(std::optional<std::size_t>)> done);
    /// A new hash; `unavailable` when the machine has no memory for it.
    void hash(const QByteArray& password, std::function<void(Result<QByteArray>)> done);

    static constexpr int maxWaiting = 32;

private:
    template <typename T>
    void run(std::function<T()> work, std::function<void(T)> done);

    QThreadPool m_pool;
    int m_waiting = 0;
};

} // namespace relevo::relay
