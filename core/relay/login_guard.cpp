#include <relay/login_guard.h>

#include <algorithm>

namespace relevo::relay {

std::optional<milliseconds> LoginGuard::waitOf(Failures& failures, const QString& name, int allowed) const
{
    const auto found = failures.find(name);
    if (found == failures.end())
        return std::nullopt;
    const milliseconds now = m_clock.monotonic();
    while (!found->empty() && now - found->front() >= window)
        found->pop_front();
    if (found->empty()) {
        failures.erase(found);
        return std::nullopt;
    }
    if (static_cast<int>(found->size()) < allowed)
        return std::nullopt;
    return window - (now - found->front());
}

Result<void> LoginGuard::check(const QString& account, const QString& address)
{
    const std::optional<milliseconds> byAccount = waitOf(m_accounts, account.toLower(), allowedFailures);
    const std::optional<milliseconds> byAddress = waitOf(m_addresses, address, allowedFailuresPerAddress);
    if (!byAccount && !byAddress)
        return {};
    const milliseconds wait =
        std::max(byAccount.value_or(milliseconds(0)), byAddress.value_or(milliseconds(0)));
    const qint64 seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
    return failure(ErrorCode::RateLimited, QStringLiteral("There were too many failed sign-ins."),
                   QStringLiteral("Try again in %1 minutes.").arg((seconds + 59) / 60),
                   {{QStringLiteral("retryAfter"), QString::number(seconds)}});
}

void LoginGuard::note(Failures& failures, const QString& name)
{
    if (failures.size() >= remembered)
        failures.clear();
    failures[name].push_back(m_clock.monotonic());
}

void LoginGuard::failed(const QString& account, const QString& address)
{
    note(m_accounts, account.toLower());
    note(m_addresses, address);
}

void LoginGuard::succeeded(const QString& account)
{
    m_accounts.remove(account.toLower());
}

} // namespace relevo::relay
