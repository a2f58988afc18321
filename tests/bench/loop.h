#pragma once

#include "clock.h"

#include <netinet/in.h>

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace relevo::bench {

/// Hears that its descriptor can do something (the bits of epoll).
class Ready
{
public:
    virtual ~Ready() = default;
    virtual void ready(std::uint32_t events) = 0;
};

/// One epoll descriptor and little else: the clients share two cores with the relay they measure, so they
/// must cost next to nothing.
class Loop
{
public:
    Loop();
    ~Loop();
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;

    void watch(int descriptor, std::uint32_t events, Ready& ready);
    void change(int descriptor, std::uint32_t events, Ready& ready);
    void forget(int descriptor, Ready& ready);

    /// Handles what is there, or waits for it until `until`.
    void turn(Instant until);
    /// Turns until the condition holds; false when `limit` is over first.
    bool runUntil(const std::function<bool()>& condition, Span limit);
    void runFor(Span span);

    /// Where everybody reads into; valid within one call of ready().
    static constexpr std::size_t scratchBytes = std::size_t{512} * 1024;
    [[nodiscard]] char* scratch() { return m_scratch.data(); }

private:
    int m_epoll;
    std::vector<char> m_scratch;
    std::array<void*, 1024> m_batch{}; // of the turn under way; null for those that were forgotten in it
    int m_batchSize = 0;
};

/// Where the relay is.
struct Endpoint
{
    sockaddr_in address{};
    [[nodiscard]] std::string host() const;
    /// From "http://127.0.0.1:1234".
    static Endpoint of(const std::string& url);
};

/// A non-blocking TCP connection on the loop. `source` is the last byte of the local address 127.0.0.x; 0
/// leaves the choice to the system.
class Connection : public Ready
{
public:
    Connection(Loop& loop, const Endpoint& endpoint, int source = 0);
    ~Connection() override;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    /// Bytes the kernel has not taken yet.
    [[nodiscard]] std::size_t unsent() const { return m_unsent.size(); }
    void send(std::string_view bytes);
    /// Stops (or goes on) reading: a peer that does not listen.
    void setReading(bool on);
    void close();

protected:
    /// Takes what it can of the bytes and returns how many; the rest comes again with more behind it.
    virtual std::size_t received(std::string_view bytes) = 0;
    virtual void broken() {}

private:
    void ready(std::uint32_t events) override;
    void read();
    void write();
    void interest();

    Loop& m_loop;
    int m_descriptor = -1;
    std::string m_rest;
    std::string m_unsent;
    bool m_reading = true;
    bool m_wantsWrite = true; // until it is connected
};

} // namespace relevo::bench
