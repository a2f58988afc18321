#include "loop.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace relevo::bench {
namespace {

[[noreturn]] void fail(const char* what)
{
    std::perror(what);
    std::exit(1);
}

} // namespace

Loop::Loop() : m_epoll(::epoll_create1(EPOLL_CLOEXEC)), m_scratch(scratchBytes)
{
    if (m_epoll < 0)
        fail("epoll_create1");
}

Loop::~Loop()
{
    ::close(m_epoll);
}

void Loop::watch(int descriptor, std::uint32_t events, Ready& ready)
{
    epoll_event event{};
    event.events = events;
    event.data.ptr = &ready;
    if (::epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event) != 0)
        fail("epoll_ctl");
}

void Loop::change(int descriptor, std::uint32_t events, Ready& ready)
{
    epoll_event event{};
    event.events = events;
    event.data.ptr = &ready;
    if (::epoll_ctl(m_epoll, EPOLL_CTL_MOD, descriptor, &event) != 0)
        fail("epoll_ctl");
}

void Loop::forget(int descriptor, Ready& ready)
{
    ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, descriptor, nullptr);
    for (int i = 0; i < m_batchSize; ++i) {
        if (m_batch[static_cast<std::size_t>(i)] == &ready)
            m_batch[static_cast<std::size_t>(i)] = nullptr;
    }
}

void Loop::turn(Instant until)
{
    std::array<epoll_event, 1024> events;
    const Span left = std::max(until - SteadyClock::now(), Span::zero());
    const timespec timeout{static_cast<time_t>(left.count() / 1'000'000'000),
                           static_cast<long>(left.count() % 1'000'000'000)};
    m_batchSize = std::max(
        0, ::epoll_pwait2(m_epoll, events.data(), static_cast<int>(events.size()), &timeout, nullptr));
    for (int i = 0; i < m_batchSize; ++i)
        m_batch[static_cast<std::size_t>(i)] = events[static_cast<std::size_t>(i)].data.ptr;
    for (int i = 0; i < m_batchSize; ++i) {
        if (void* ready = m_batch[static_cast<std::size_t>(i)])
            static_cast<Ready*>(ready)->ready(events[static_cast<std::size_t>(i)].events);
    }
    m_batchSize = 0;
}

bool Loop::runUntil(const std::function<bool()>& condition, Span limit)
{
    const Instant end = SteadyClock::now() + limit;
    while (!condition()) {
        const Instant now = SteadyClock::now();
        if (now >= end)
            return false;
        turn(std::min(end, now + std::chrono::milliseconds(50)));
    }
    return true;
}

void Loop::runFor(Span span)
{
    const Instant end = SteadyClock::now() + span;
    while (SteadyClock::now() < end)
        turn(end);
}

std::string Endpoint::host() const
{
    std::array<char, INET_ADDRSTRLEN> text{};
    ::inet_ntop(AF_INET, &address.sin_addr, text.data(), text.size());
    return std::string(text.data()) + ':' + std::to_string(ntohs(address.sin_port));
}

Endpoint Endpoint::of(const std::string& url)
{
    const std::size_t start = url.find("://") + 3;
    const std::size_t colon = url.find(':', start);
    Endpoint endpoint;
    endpoint.address.sin_family = AF_INET;
    const bool valid =
        url.starts_with("http://") && colon != std::string::npos &&
        ::inet_pton(AF_INET, url.substr(start, colon - start).c_str(), &endpoint.address.sin_addr) == 1;
    if (!valid) {
        std::fprintf(stderr, "%s is not of the form http://127.0.0.1:1234\n", url.c_str());
        std::exit(2);
    }
    endpoint.address.sin_port = htons(static_cast<std::uint16_t>(std::atoi(url.c_str() + colon + 1)));
    return endpoint;
}

Connection::Connection(Loop& loop, const Endpoint& endpoint, int source) : m_loop(loop)
{
    m_descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (m_descriptor < 0)
        fail("socket");
    const int on = 1;
    ::setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (source > 0) {
        sockaddr_in local{};
        local.sin_family = AF_INET;
        local.sin_addr.s_addr = htonl(0x7F000000U + static_cast<std::uint32_t>(source));
        // The port is chosen with the connection, so that addresses do not run out of them.
        ::setsockopt(m_descriptor, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof on);
        if (::bind(m_descriptor, reinterpret_cast<const sockaddr*>(&local), sizeof local) != 0)
            fail("bind");
    }
    const int connecting = ::connect(m_descriptor, reinterpret_cast<const sockaddr*>(&endpoint.address),
                                     sizeof endpoint.address);
    if (connecting != 0 && errno != EINPROGRESS)
        fail("connect");
    m_loop.watch(m_descriptor, EPOLLIN | EPOLLOUT, *this);
}

Connection::~Connection()
{
    close();
}

void Connection::close()
{
    if (m_descriptor < 0)
        return;
    m_loop.forget(m_descriptor, *this);
    ::close(m_descriptor);
    m_descriptor = -1;
}

void Connection::interest()
{
    m_loop.change(m_descriptor,
                  (m_reading ? std::uint32_t{EPOLLIN} : 0U) | (m_wantsWrite ? std::uint32_t{EPOLLOUT} : 0U),
                  *this);
}

void Connection::setReading(bool on)
{
    m_reading = on;
    if (isOpen())
        interest();
}

void Connection::send(std::string_view bytes)
{
    if (!isOpen())
        return;
    if (m_unsent.empty() && !m_wantsWrite) {
        const ssize_t sent = ::send(m_descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        bytes.remove_prefix(sent > 0 ? static_cast<std::size_t>(sent) : 0);
    }
    if (bytes.empty())
        return;
    m_unsent += bytes;
    if (!m_wantsWrite) {
        m_wantsWrite = true;
        interest();
    }
}

void Connection::ready(std::uint32_t events)
{
    if (events & EPOLLOUT)
        write();
    if (isOpen() && (events & (EPOLLIN | EPOLLHUP | EPOLLERR)))
        read();
}

void Connection::write()
{
    if (!m_unsent.empty()) {
        const ssize_t sent = ::send(m_descriptor, m_unsent.data(), m_unsent.size(), MSG_NOSIGNAL);
        if (sent > 0)
            m_unsent.erase(0, static_cast<std::size_t>(sent));
    }
    if (m_unsent.empty()) {
        m_wantsWrite = false;
        interest();
    }
}

void Connection::read()
{
    char* space = m_loop.scratch();
    std::memcpy(space, m_rest.data(), m_rest.size());
    const ssize_t got = ::recv(m_descriptor, space + m_rest.size(), Loop::scratchBytes - m_rest.size(), 0);
    if (got < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (got <= 0) {
        close();
        broken();
        return;
    }
    const std::string_view bytes(space, m_rest.size() + static_cast<std::size_t>(got));
    const std::size_t taken = received(bytes);
    m_rest.assign(bytes.substr(std::min(taken, bytes.size())));
}

} // namespace relevo::bench
