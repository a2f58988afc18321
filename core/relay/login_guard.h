#pragma once

#include <base/clock.h>
#include <base/error.h>

#include <QtCore/QHash>

#include <deque>

namespace relevo::relay {

/// Slows down whoever guesses passwords, codes and tokens: after five failures within fifteen minutes an
/// account must wait until the oldest of them is fifteen minutes old; an address likewise after twenty-five
/// (decision 0008). Bounded memory. One thread.
class LoginGuard
{
public:
    explicit LoginGuard(const Clock& clock) : m_clock(clock) {}

    /// Before a password is looked at. Fails with rate_limited (context retryAfter, in seconds) when account
    /// or address must wait; otherwise the attempt counts as a failure until succeeded() says better, so that
    /// guesses made at the same time are all counted.
    [[nodiscard]] Result<void> attempt(const QString& account, const QString& address);
    /// The right password clears the account; of the address, only this attempt.
    void succeeded(const QString& account, const QString& address);
    /// How many attempts at the account were refused within the window before the present one.
    [[nodiscard]] int refusedBefore(const QString& account) const;
    /// How many attempts were refused, when the account has to wait since the last of them and this has not
    /// been said within the window: so whoever tells of it tells once, however long somebody goes on.
    [[nodiscard]] std::optional<int> newlyShut(const QString& account);

    /// The attempt was neither right nor wrong (a second factor is still to come): as if it had not been
    /// made.
    void withdraw(const QString& account, const QString& address);

    static constexpr int allowedFailures = 5;
    static constexpr int allowedFailuresPerAddress =
        25; ///< an office behind one address has more people in it
    static constexpr std::chrono::minutes window{15};
    static constexpr int remembered = 10'000;

private:
    using Failures = QHash<QString, std::deque<milliseconds>>;
    [[nodiscard]] std::optional<milliseconds> waitOf(Failures& failures, const QString& name,
                                                     int allowed) const;
    void note(Failures& failures, const QString& name);

    const Clock& m_clock;
    Failures m_accounts;
    Failures m_addresses;
    QHash<QString, milliseconds> m_told; ///< accounts, when newlyShut() last said so; no more than m_accounts
};

} // namespace relevo::relay
