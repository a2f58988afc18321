#pragma once

#include <http/session.h>

#include <QtCore/QHash>

namespace relevo::http {

/// The sessions that are alive, with a count for each address. One thread.
class SessionRegistry
{
public:
    void add(std::shared_ptr<Session> session);
    void remove(Session& session);
    void replace(Session& session, std::shared_ptr<Session> next);

    [[nodiscard]] bool isEmpty() const { return m_sessions.empty(); }
    /// Those that count against the limits.
    [[nodiscard]] int counted() const { return m_counted; }
    [[nodiscard]] int uncounted() const { return static_cast<int>(m_sessions.size()) - m_counted; }
    [[nodiscard]] int countOf(const QHostAddress& address) const;

    /// A copy to walk over while sessions come and go.
    [[nodiscard]] std::vector<std::shared_ptr<Session>> all() const { return m_sessions; }
    /// Sweeps the next 1/`parts` of the sessions, so that `parts` calls reach everybody.
    void sweep(milliseconds now, size_t parts);

private:
    using AddressKey = std::pair<quint64, bool>; // an IPv4 address, or the /64 an IPv6 address is in
    [[nodiscard]] static AddressKey keyOf(const QHostAddress& address);
    void count(const QHostAddress& address, int by);

    std::vector<std::shared_ptr<Session>> m_sessions;
    QHash<AddressKey, int> m_perAddress;
    int m_counted = 0;
    size_t m_sweepAt = 0;
};

} // namespace relevo::http
