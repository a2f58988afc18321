#pragma once

#include <base/error.h>

#include <memory>

namespace relevo::store {

/// Who is at a store: any number of writers together, or one alone who puts another database in its place.
/// Held until destroyed, also by the end of the program, however it ends. On another file than the database
/// ("relay.db.lock"), so that it outlives its being replaced. Readers need none.
///
/// Who wants it alone may ask for it, by a lock of another name ("relay.db.wanted.lock"): a relay looks for
/// that and lets go for as long as somebody asks. The kernel ends the asking with the program, too, so nobody
/// waits for one that is gone. On Windows nobody is asked.
class StoreLock
{
public:
    /// Together with others; `conflict` while somebody has it alone.
    [[nodiscard]] static Result<StoreLock> shared(const QString& databasePath);
    /// Alone; `conflict` while anybody has it.
    [[nodiscard]] static Result<StoreLock> alone(const QString& databasePath);

    /// Asks whoever has it together with others to let go, for as long as what is given lives. `conflict`
    /// while somebody else asks.
    [[nodiscard]] static Result<StoreLock> ask(const QString& databasePath);
    /// Somebody asks. Any thread; costs a system call or four.
    [[nodiscard]] static bool isAskedFor(const QString& databasePath);

    ~StoreLock();
    StoreLock(StoreLock&&) noexcept;
    StoreLock& operator=(StoreLock&&) = delete;
    StoreLock(const StoreLock&) = delete;
    StoreLock& operator=(const StoreLock&) = delete;

private:
    class Held;
    explicit StoreLock(std::unique_ptr<Held> held);
    [[nodiscard]] static Result<StoreLock> take(const QString& databasePath, bool alone);

    std::unique_ptr<Held> m_held;
};

} // namespace relevo::store
