#include <http/session_registry.h>

#include <QtCore/QtEndian>

#include <algorithm>

namespace relevo::http {

SessionRegistry::AddressKey SessionRegistry::keyOf(const QHostAddress& address)
{
    if (address.protocol() == QAbstractSocket::IPv6Protocol) {
        const Q_IPV6ADDR bytes = address.toIPv6Address();
        return {qFromBigEndian<quint64>(bytes.c), true};
    }
    return {address.toIPv4Address(), false};
}

int SessionRegistry::countOf(const QHostAddress& address) const
{
    return m_perAddress.value(keyOf(address));
}

void SessionRegistry::count(const QHostAddress& address, int by)
{
    if (address.isNull()) {
        return;
    }
    int& counted = m_perAddress[keyOf(address)];
    counted += by;
    if (counted == 0) {
        m_perAddress.remove(keyOf(address));
    }
}

void SessionRegistry::add(std::shared_ptr<Session> session)
{
    session->registryIndex = m_sessions.size();
    if (session->isCounted) {
        ++m_counted;
        count(session->countedAs, 1);
    }
    m_sessions.push_back(std::move(session));
}

void SessionRegistry::remove(Session& session)
{
    const size_t index = session.registryIndex;
    if (session.isCounted) {
        --m_counted;
        count(session.countedAs, -1);
    }
    const std::shared_ptr<Session> last = std::move(m_sessions[index]); // lives to the end of this function
    if (index + 1 != m_sessions.size()) {
        m_sessions[index] = std::move(m_sessions.back());
        m_sessions[index]->registryIndex = index;
    }
    m_sessions.pop_back();
}

void SessionRegistry::replace(Session& session, std::shared_ptr<Session> next)
{
    const size_t index = session.registryIndex;
    next->registryIndex = index;
    next->isCounted = session.isCounted;
    if (session.isCounted) {
        count(session.countedAs, -1);
        count(next->countedAs, 1);
    }
    m_sessions[index].swap(next);
}

void SessionRegistry::sweep(milliseconds now, size_t parts)
{
    const size_t count = (m_sessions.size() + parts - 1) / parts;
    for (size_t i = 0; i < count && !m_sessions.empty(); ++i) {
        if (m_sweepAt >= m_sessions.size()) {
            m_sweepAt = 0;
        }
        const std::shared_ptr<Session> session = m_sessions[m_sweepAt++];
        session->sweep(now); // if it ends, another one takes its place and waits for the next round
    }
}

} // namespace relevo::http
