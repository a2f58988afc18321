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

Result<void> LoginGuard::attempt(const QString& account, const QString& address)
{
    const std::optional<milliseconds> byAccount = waitOf(m_accounts, account.toLower(), allowedFailures);
    const std::optional<milliseconds> byAddress = waitOf(m_addresses, address, allowedFailuresPerAddress);
    if (!byAccount && !byAddress) {
        note(m_accounts, account.toLower());
        note(m_addresses, address);
        return {};
    }
    const milliseconds wait =
        std::max(byAccount.value_or(milliseconds(0)), byAddress.value_or(milliseconds(0)));
    const qint64 seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
    return failure(ErrorCode::RateLimited, QStringLiteral("There were too many failed sign-ins."),
                   QStringLiteral("Try again in %1 minutes.").arg((seconds + 59) / 60),
                   {{QStringLiteral("retryAfter"), QString::number(seconds)}});
}

void LoginGuard::note(Failures& failures, const QString& name)
{
    // Names nobody has tried for long go first; then any, rather than all.
    if (failures.size() >= remembered)
        failures.removeIf([now = m_clock.monotonic()](const auto& entry) {
            return entry.value().empty() || now - entry.value().back() >= window;
        });
    if (failures.size() >= remembered && !failures.contains(name))
        failures.erase(failures.cbegin());
    failures[name].push_back(m_clock.monotonic());
}

int LoginGuard::refusedBefore(const QString& account) const
{
    const auto failures = m_accounts.constFind(account.toLower());
    if (failures == m_accounts.cend())
        return 0;
    const milliseconds now = m_clock.monotonic();
    const auto recent =
        std::ranges::count_if(*failures, [now](milliseconds at) { return now - at < window; });
    return std::max(0, static_cast<int>(recent) - 1);
}

void LoginGuard::succeeded(const QString& account, const QString& address)
{
    m_accounts.remove(account.toLower());
    if (const auto found = m_addresses.find(address); found != m_addresses.end() && !found->empty())
        found->pop_back();
}

std::optional<int> LoginGuard::newlyShut(const QString& account)
{
    const QString name = account.toLower();
    const milliseconds now = m_clock.monotonic();
    if (!waitOf(m_accounts, name, allowedFailures))
        return std::nullopt;
    m_told.removeIf([this, now](const auto& told) {
        return now - told.value() >= window || !m_accounts.contains(told.key());
    });
    if (m_told.contains(name))
        return std::nullopt;
    m_told.insert(name, now);
    return static_cast<int>(m_accounts.value(name).size());
}

void LoginGuard::withdraw(const QString& account, const QString& address)
{
    const auto takeBack = [](Failures& failures, const QString& name) {
        if (const auto found = failures.find(name); found != failures.end() && !found->empty())
            found->pop_back();
    };
    takeBack(m_accounts, account.toLower());
    takeBack(m_addresses, address);
}

} // namespace relevo::relay
