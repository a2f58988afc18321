#pragma once

#include <QtCore/QAbstractEventDispatcher>
#include <QtCore/QCoreApplication>
#include <QtTest/QtTest>

#include <array>

#include <sys/socket.h>
#include <unistd.h>

/// Two connected descriptors, closed at the end.
struct Pair
{
    int near = -1;
    int far = -1;

    Pair()
    {
        std::array<int, 2> fds{};
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, fds.data()) == 0) {
            near = fds[0];
            far = fds[1];
        }
    }
    ~Pair() { close(); }
    Q_DISABLE_COPY_MOVE(Pair)

    void close()
    {
        for (int* fd : {&near, &far}) {
            if (*fd >= 0) {
                ::close(*fd);
                *fd = -1;
            }
        }
    }
    void send() const { QCOMPARE(::write(far, "x", 1), 1); }
    [[nodiscard]] bool take() const
    {
        char byte = 0;
        return ::read(near, &byte, 1) == 1;
    }
};

/// Lets the loop turn without waiting, a fixed number of times.
inline void turn(int times = 3, QEventLoop::ProcessEventsFlags flags = QEventLoop::AllEvents)
{
    for (int i = 0; i < times; ++i) {
        QCoreApplication::eventDispatcher()->processEvents(flags);
    }
}
